// What a reader sees of a piece of HTML, by libxml2's HTML parser.

#ifndef NA_HTML_TEXT_H
#define NA_HTML_TEXT_H

#include <stddef.h>
#include <stdint.h>

/// Larger pieces are not given to libxml2.
enum { NA_HTML_LIMIT = 4 << 20 };

/// The text between the tags, with a line feed where a block begins or ends; other white space is as it was.
///
/// The caller frees it. NULL when the piece is too large, its elements too deep or a tag too long, for
/// libxml2 needs
/// time that grows with the square of the latter two.
uint8_t *na_html_text(const void *html, size_t count, size_t *text_count);

#endif
