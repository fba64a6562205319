#ifdef NEWS_ARCHIVE_FEEDS
#include "builder_parts.h"

#include <stdlib.h>

// Of what a feed says of itself, more is no title and no address.
#define CHANNEL_LIMIT (1 << 20)

void na_draft_clear(na_draft *draft) {
    na_bytes_clear(&draft->text);
    draft->field_count = draft->attribute_count = 0;
    draft->version++;
}

void na_draft_free(na_draft *draft) {
    na_bytes_free(&draft->text);
    free(draft->fields);
    free(draft->attributes);
}

na_draft *na_builder_draft(na_builder *builder) {
    return builder->record_depth > 0 ? &builder->record : &builder->channel;
}

// What a draft takes in memory.
static size_t draft_size(const na_draft *draft) {
    return draft->text.count + draft->field_count * sizeof(na_feed_field) +
           draft->attribute_count * sizeof(na_feed_attribute);
}

int na_builder_has_room(na_builder *builder, size_t more) {
    na_draft *to = na_builder_draft(builder);
    size_t limit = builder->record_depth > 0 ? builder->limit : CHANNEL_LIMIT;
    if (!to->text.is_short && draft_size(to) + more <= limit) return 1;
    if (builder->record_depth > 0) builder->is_too_large = 1;
    return 0;
}

void na_builder_append(na_builder *builder, const void *bytes, size_t count) {
    if (na_builder_has_room(builder, count)) na_bytes_append(&na_builder_draft(builder)->text, bytes, count);
}

void na_builder_append_string(na_builder *builder, const char *text) {
    na_builder_append(builder, text, strlen(text));
}

void na_builder_append_escaped(na_builder *builder, const char *text, size_t count) {
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        const char *escaped = text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" : text[i] == '&' ? "&amp;" : NULL;
        if (escaped == NULL) continue;
        na_builder_append(builder, text + start, i - start);
        na_builder_append_string(builder, escaped);
        start = i + 1;
    }
    na_builder_append(builder, text + start, count - start);
}

void na_builder_add_attribute(
    na_builder *builder, enum na_feed_attribute_code code, const void *value, size_t count) {
    na_draft *to = na_builder_draft(builder);
    if (!na_builder_has_room(builder, count + sizeof(na_feed_attribute))) return;
    if (!na_array_reserve(
            (void **)&to->attributes, to->attribute_count, &to->attribute_capacity, sizeof *to->attributes)) {
        to->text.is_short = 1;
        return;
    }
    to->attributes[to->attribute_count++] = (na_feed_attribute){code, to->text.count, count};
    na_bytes_append(&to->text, value, count);
}
#endif
