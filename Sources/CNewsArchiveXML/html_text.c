#ifdef NEWS_ARCHIVE_FEEDS
#include "html_text.h"
#endif
