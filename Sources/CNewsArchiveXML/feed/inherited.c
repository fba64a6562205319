#ifdef NEWS_ARCHIVE_FEEDS
#include "builder_parts.h"

#define LONGEST_INHERITED 4096

void na_builder_inherit(
    na_builder *builder, enum na_feed_attribute_code code, const xmlChar *value, size_t count) {
    if (count > LONGEST_INHERITED || builder->inherited_count == NA_DEEPEST) return;
    builder->inherited[builder->inherited_count++] =
        (na_inherited){builder->depth, code, builder->inherited_text.count, count};
    na_bytes_append(&builder->inherited_text, value, count);
    if (builder->inherited_text.is_short) builder->inherited_count--;
}

void na_builder_disinherit(na_builder *builder) {
    while (builder->inherited_count > 0 &&
           builder->inherited[builder->inherited_count - 1].depth >= builder->depth)
        builder->inherited_text.count = builder->inherited[--builder->inherited_count].start;
}

void na_builder_add_inherited(na_builder *builder) {
    for (int i = 0; i < builder->inherited_count; i++) {
        na_inherited *inherited = &builder->inherited[i];
        if (inherited->code == NA_FEED_LANG && i + 1 < builder->inherited_count) {
            int is_overruled = 0;
            for (int j = i + 1; j < builder->inherited_count; j++)
                is_overruled |= builder->inherited[j].code == NA_FEED_LANG;
            if (is_overruled) continue;
        }
        na_builder_add_attribute(
            builder, inherited->code, builder->inherited_text.bytes + inherited->start, inherited->count);
    }
}
#endif
