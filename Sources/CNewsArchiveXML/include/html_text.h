// What a reader sees of a piece of HTML, by libxml2's HTML parser.

#ifndef NA_HTML_TEXT_H
#define NA_HTML_TEXT_H

#include <stddef.h>
#include <stdint.h>

/// The text between the tags, with a line feed where a block begins or ends; white space is as it was.
///
/// The caller frees it. NULL when there is no memory.
uint8_t *na_html_text(const void *html, size_t count, size_t *text_count);

#endif
