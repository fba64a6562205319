// XML feeds and HTML by libxml2. With the trait Feeds off all of this is declared and nothing defined.

#ifndef NEWS_ARCHIVE_XML_H
#define NEWS_ARCHIVE_XML_H

#include "feed.h"
#include "feed_codes.h"
#include "html_text.h"

#endif
