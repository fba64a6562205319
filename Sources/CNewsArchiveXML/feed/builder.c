#ifdef NEWS_ARCHIVE_FEEDS
#include "builder_parts.h"

void na_builder_free(na_builder *builder) {
    na_draft_free(&builder->channel);
    na_draft_free(&builder->record);
    na_bytes_free(&builder->inherited_text);
}

void na_builder_restart(na_builder *builder) {
    builder->depth = builder->open_count = builder->inherited_count = 0;
    builder->record_depth = builder->channel_depth = 0;
    builder->inherited_text.count = 0;
    // The cache holds names by their addresses in the old context.
    memset(builder->cache, 0, sizeof builder->cache);
}

static na_name element_name(
    na_builder *builder, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    // libxml2 keeps each name once, so that an address stands for it.
    uintptr_t mixed = ((uintptr_t)local >> 3) * 31 + ((uintptr_t)prefix >> 3) * 7 + ((uintptr_t)uri >> 3);
    size_t place = (mixed ^ (mixed >> 9)) % NA_CACHED_NAMES;
    if (builder->cache[place].local == local && builder->cache[place].prefix == prefix &&
        builder->cache[place].uri == uri)
        return builder->cache[place].name;
    na_name name = na_element_name((const char *)local, (const char *)prefix, (const char *)uri);
    builder->cache[place].local = local;
    builder->cache[place].prefix = prefix;
    builder->cache[place].uri = uri;
    builder->cache[place].name = name;
    return name;
}

static void begin_record(na_builder *builder, na_name name, int attribute_count, const xmlChar **attributes) {
    // What was open of the channel ends here: a record within it is a record all the same.
    while (builder->open_count > 0) na_builder_end_field(builder);
    na_draft_clear(&builder->record);
    builder->is_too_large = 0;
    builder->record_depth = builder->depth;
    builder->field_depth = builder->depth;
    na_builder_begin_field(builder, name, attribute_count, attributes);
    builder->field_depth = builder->depth + 1;
    if (builder->open_count > 0) na_builder_end_field(builder);
}

static void write_tag(na_builder *builder, const char *start, const xmlChar *local) {
    na_builder_append_string(builder, start);
    na_builder_append_string(builder, (const char *)local);
    na_builder_append_string(builder, ">");
}

// An element within a field that holds markup becomes a tag in its text. 0 when it stands for itself.
static int write_markup_start(na_builder *builder, na_name name, const xmlChar *local, const xmlChar *prefix) {
    if (builder->open_count == 0) return 0;
    na_open_field *field = &builder->open[builder->open_count - 1];
    if (!field->holds_markup) return 0;
    if (name.code == NA_FEED_ITEM && name.vocabulary == NA_CORE && builder->record_depth == 0) return 0;
    if (builder->record_depth > 0 && na_ends_field(field, name, prefix)) {
        na_builder_end_field(builder);
        builder->field_depth = builder->depth;
        return 0;
    }
    na_builder_draft(builder)->fields[field->field].flags |= NA_FEED_HAS_ELEMENTS;
    write_tag(builder, "<", local);
    return 1;
}

static void start_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)namespace_count, (void)namespaces, (void)defaulted_count;
    na_builder *builder = context;
    // The stage in front lets nothing deeper through.
    if (builder->depth >= NA_DEEPEST) return;
    builder->codes[++builder->depth] = NA_FEED_NOTHING;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **attribute = attributes + i * 5;
        if (attribute[1] == NULL) continue;
        enum na_feed_attribute_code code = na_attribute_code(
            (const char *)attribute[0], (const char *)attribute[1], (const char *)attribute[2]);
        if (code == NA_FEED_BASE || code == NA_FEED_LANG)
            na_builder_inherit(builder, code, attribute[3], (size_t)(attribute[4] - attribute[3]));
    }
    na_name name = element_name(builder, local, prefix, uri);
    if (write_markup_start(builder, name, local, prefix)) return;
    if (name.code == NA_FEED_ITEM && builder->record_depth == 0 && !builder->is_replaying) {
        begin_record(builder, name, attribute_count, attributes);
    } else if (name.code == NA_FEED_CHANNEL || name.code == NA_FEED_ROOT) {
        if (builder->record_depth > 0) return;
        if (builder->channel_depth < builder->depth) builder->channel_depth = builder->depth;
        if (builder->is_replaying) return;
        na_builder_begin_field(builder, name, attribute_count, attributes);
        if (builder->open_count > 0) na_builder_end_field(builder);
    } else if (!builder->is_replaying && na_builder_stands_as_field(builder, name)) {
        builder->codes[builder->depth] = name.code;
        na_builder_begin_field(builder, name, attribute_count, attributes);
    }
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    na_builder *builder = context;
    if (builder->depth == 0) return;
    if (builder->open_count > 0) {
        na_open_field *field = &builder->open[builder->open_count - 1];
        if (field->depth == builder->depth) {
            na_builder_end_field(builder);
        } else if (field->holds_markup && field->depth < builder->depth) {
            write_tag(builder, "</", local);
        }
    }
    na_builder_disinherit(builder);
    if (builder->record_depth == builder->depth) builder->record_depth = 0;
    if (builder->channel_depth == builder->depth) builder->channel_depth--;
    if (builder->record_depth > 0 && builder->field_depth > builder->depth &&
        builder->depth > builder->record_depth)
        builder->field_depth = builder->depth;
    builder->depth--;
}

static void characters(void *context, const xmlChar *text, int count) {
    na_builder *builder = context;
    if (builder->open_count == 0 || count <= 0) return;
    na_open_field *field = &builder->open[builder->open_count - 1];
    if (field->is_closed) return;
    if (field->is_escaping) {
        na_builder_append_escaped(builder, (const char *)text, (size_t)count);
    } else {
        na_builder_append(builder, text, (size_t)count);
    }
}

// Only the five that XML has built in come this far; no other can be declared, for no DOCTYPE does.
static xmlEntityPtr entity(void *context, const xmlChar *name) {
    (void)context;
    return xmlGetPredefinedEntity(name);
}

// With a handler of its own, libxml2 writes nothing to the terminal, whatever handler a program set for all.
static void ignore_error(void *context, xmlErrorPtr error) { (void)context, (void)error; }

void na_builder_handlers(xmlSAXHandler *handlers) {
    *handlers = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .getEntity = entity,
        .serror = ignore_error,
    };
}
#endif
