#ifdef NEWS_ARCHIVE_FEEDS
#include "CNewsArchiveXML.h"
#include <libxml/xmlversion.h>

int na_xml_version(void) { return LIBXML_VERSION; }
#endif
