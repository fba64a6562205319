#ifdef NEWS_ARCHIVE_COMPRESSION
#include "CNewsArchivePacking.h"
#include <zlib.h>

const char *na_zlib_version(void) { return ZLIB_VERSION; }
#endif
