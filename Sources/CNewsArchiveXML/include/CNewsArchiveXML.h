#ifndef NEWS_ARCHIVE_XML_H
#define NEWS_ARCHIVE_XML_H

/// The version of libxml2 that this was built with, as 20914.
int na_xml_version(void);

#endif
