#ifndef NEWS_ARCHIVE_PACKING_H
#define NEWS_ARCHIVE_PACKING_H

/// The version of zlib that this was built with.
const char *na_zlib_version(void);

#endif
