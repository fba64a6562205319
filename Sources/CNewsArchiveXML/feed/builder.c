#ifdef NEWS_ARCHIVE_FEEDS
#include "builder.h"

#include <stdlib.h>

// Of what a feed says of itself, more is no title and no address.
#define CHANNEL_LIMIT (1 << 20)
#define LONGEST_INHERITED 4096

void na_draft_clear(na_draft *draft) {
    na_bytes_clear(&draft->text);
    draft->field_count = draft->attribute_count = 0;
    draft->version++;
}

static void draft_free(na_draft *draft) {
    na_bytes_free(&draft->text);
    free(draft->fields);
    free(draft->attributes);
}

void na_builder_free(na_builder *builder) {
    draft_free(&builder->channel);
    draft_free(&builder->record);
    na_bytes_free(&builder->inherited_text);
}

void na_builder_restart(na_builder *builder) {
    builder->depth = builder->open_count = builder->inherited_count = 0;
    builder->record_depth = builder->channel_depth = 0;
    builder->inherited_text.count = 0;
    // The cache holds names by their addresses in the old context.
    memset(builder->cache, 0, sizeof builder->cache);
}

static na_draft *draft(na_builder *builder) {
    return builder->record_depth > 0 ? &builder->record : &builder->channel;
}

// What a draft takes in memory.
static size_t draft_size(const na_draft *draft) {
    return draft->text.count + draft->field_count * sizeof(na_feed_field) +
           draft->attribute_count * sizeof(na_feed_attribute);
}

static int has_room(na_builder *builder, size_t more) {
    na_draft *to = draft(builder);
    size_t limit = builder->record_depth > 0 ? builder->limit : CHANNEL_LIMIT;
    if (!to->text.is_short && draft_size(to) + more <= limit) return 1;
    if (builder->record_depth > 0) builder->is_too_large = 1;
    return 0;
}

static void append(na_builder *builder, const void *bytes, size_t count) {
    if (has_room(builder, count)) na_bytes_append(&draft(builder)->text, bytes, count);
}

static void append_string(na_builder *builder, const char *text) { append(builder, text, strlen(text)); }

static void append_escaped(na_builder *builder, const char *text, size_t count) {
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        const char *escaped = text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" : text[i] == '&' ? "&amp;" : NULL;
        if (escaped == NULL) continue;
        append(builder, text + start, i - start);
        append_string(builder, escaped);
        start = i + 1;
    }
    append(builder, text + start, count - start);
}

static void add_attribute(na_builder *builder, enum na_feed_attribute_code code, const void *value, size_t count) {
    na_draft *to = draft(builder);
    if (!has_room(builder, count + sizeof(na_feed_attribute))) return;
    if (!na_array_reserve(
            (void **)&to->attributes, to->attribute_count, &to->attribute_capacity, sizeof *to->attributes)) {
        to->text.is_short = 1;
        return;
    }
    to->attributes[to->attribute_count++] = (na_feed_attribute){code, to->text.count, count};
    na_bytes_append(&to->text, value, count);
}

static void inherit(na_builder *builder, enum na_feed_attribute_code code, const xmlChar *value, size_t count) {
    if (count > LONGEST_INHERITED || builder->inherited_count == NA_DEEPEST) return;
    builder->inherited[builder->inherited_count++] =
        (na_inherited){builder->depth, code, builder->inherited_text.count, count};
    na_bytes_append(&builder->inherited_text, value, count);
    if (builder->inherited_text.is_short) builder->inherited_count--;
}

static void disinherit(na_builder *builder) {
    while (builder->inherited_count > 0 && builder->inherited[builder->inherited_count - 1].depth >= builder->depth)
        builder->inherited_text.count = builder->inherited[--builder->inherited_count].start;
}

static void add_inherited(na_builder *builder) {
    for (int i = 0; i < builder->inherited_count; i++) {
        na_inherited *inherited = &builder->inherited[i];
        if (inherited->code == NA_FEED_LANG && i + 1 < builder->inherited_count) {
            int is_overruled = 0;
            for (int j = i + 1; j < builder->inherited_count; j++)
                is_overruled |= builder->inherited[j].code == NA_FEED_LANG;
            if (is_overruled) continue;
        }
        add_attribute(
            builder, inherited->code, builder->inherited_text.bytes + inherited->start, inherited->count);
    }
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

static int may_hold_markup(enum na_feed_code code) {
    switch (code) {
        case NA_FEED_TITLE: case NA_FEED_DESCRIPTION: case NA_FEED_SUMMARY: case NA_FEED_CONTENT:
        case NA_FEED_ENCODED: case NA_FEED_FULL_TEXT: case NA_FEED_XHTML: case NA_FEED_SUBTITLE:
        case NA_FEED_MEDIA_DESCRIPTION: case NA_FEED_MEDIA_TEXT: case NA_FEED_ITUNES_SUMMARY:
        case NA_FEED_DC_TITLE: case NA_FEED_DC_DESCRIPTION: case NA_FEED_MEDIA_TITLE: return 1;
        default: return 0;
    }
}

static int is_transparent(enum na_feed_code code) {
    return code == NA_FEED_MEDIA_GROUP || code == NA_FEED_MEDIA_CONTENT || code == NA_FEED_CONTAINER;
}

// Whether an element within a field is one that belongs beside it: its end tag was forgotten.
static int ends_field(na_open_field *field, na_name name, const xmlChar *prefix) {
    if (field->is_escaping) return 0;
    switch (name.code) {
        case NA_FEED_LINK: case NA_FEED_TITLE: return field->code == NA_FEED_TITLE && name.vocabulary == NA_CORE;
        case NA_FEED_GUID: case NA_FEED_DESCRIPTION: case NA_FEED_ENCODED: case NA_FEED_PUB_DATE:
        case NA_FEED_PUBLISHED: case NA_FEED_ENCLOSURE: case NA_FEED_CREATOR: case NA_FEED_UPDATED: return 1;
        default: return prefix != NULL && name.code != NA_FEED_NOTHING && name.vocabulary != NA_XHTML;
    }
}

static int ends_with(const xmlChar *text, size_t count, const char *end) {
    size_t length = strlen(end);
    return count >= length && na_is_same_name((const char *)text + count - length, end, length);
}

// Attributes that say what the text of their element is.
static void note_kind(na_open_field *field, na_feed_field *to, enum na_feed_attribute_code code,
                      const xmlChar *value, size_t count) {
    if (!field->holds_markup) return;
    int is_xml = code == NA_FEED_MODE ? count == 3 && ends_with(value, count, "xml")
                                      : code == NA_FEED_TYPE && (ends_with(value, count, "xhtml") ||
                                            ends_with(value, count, "+xml") || ends_with(value, count, "/xml"));
    if (is_xml) {
        field->is_escaping = 1;
        to->flags |= NA_FEED_IS_MARKUP;
    }
}

static void end_field(na_builder *builder) {
    na_open_field *field = &builder->open[--builder->open_count];
    na_draft *to = draft(builder);
    if (!field->is_closed) to->fields[field->field].count = to->text.count - to->fields[field->field].start;
    to->version++;
}

static void begin_field(na_builder *builder, na_name name, int attribute_count, const xmlChar **attributes) {
    na_draft *to = draft(builder);
    if (builder->open_count == NA_OPEN_FIELDS || !has_room(builder, sizeof(na_feed_field))) return;
    if (!na_array_reserve((void **)&to->fields, to->field_count, &to->field_capacity, sizeof *to->fields)) {
        to->text.is_short = 1;
        return;
    }
    na_open_field *outer = builder->open_count > 0 ? &builder->open[builder->open_count - 1] : NULL;
    if (outer != NULL && !outer->is_closed) {
        na_feed_field *field = &to->fields[outer->field];
        field->count = to->text.count - field->start;
        outer->is_closed = 1;
    }
    na_open_field *open = &builder->open[builder->open_count++];
    *open = (na_open_field){.depth = builder->depth, .field = to->field_count, .code = name.code,
                            .holds_markup = may_hold_markup(name.code),
                            .is_escaping = name.vocabulary == NA_XHTML};
    na_feed_field *field = &to->fields[to->field_count++];
    *field = (na_feed_field){.code = (uint16_t)name.code, .flags = (uint16_t)name.flags,
                             .first_attribute = to->attribute_count};
    if (open->is_escaping) field->flags |= NA_FEED_IS_MARKUP;
    if (builder->depth > (builder->record_depth > 0 ? builder->field_depth : builder->channel_depth + 1))
        field->flags |= NA_FEED_IS_INNER;
    for (int i = 0; i < attribute_count; i++, attributes += 5) {
        enum na_feed_attribute_code code = na_attribute_code(
            (const char *)attributes[0], (const char *)attributes[1], (const char *)attributes[2]);
        size_t count = (size_t)(attributes[4] - attributes[3]);
        if (code == NA_FEED_NO_ATTRIBUTE || code == NA_FEED_BASE || code == NA_FEED_LANG) continue;
        add_attribute(builder, code, attributes[3], count);
        note_kind(open, field, code, attributes[3], count);
    }
    add_inherited(builder);
    field->attribute_count = (uint32_t)(to->attribute_count - field->first_attribute);
    field->start = to->text.count;
}

static void begin_record(na_builder *builder, na_name name, int attribute_count, const xmlChar **attributes) {
    // What was open of the channel ends here: a record within it is a record all the same.
    while (builder->open_count > 0) end_field(builder);
    na_draft_clear(&builder->record);
    builder->is_too_large = 0;
    builder->record_depth = builder->depth;
    builder->field_depth = builder->depth;
    begin_field(builder, name, attribute_count, attributes);
    builder->field_depth = builder->depth + 1;
    if (builder->open_count > 0) end_field(builder);
}

static int stands_as_field(na_builder *builder, na_name name) {
    enum na_feed_code parent = builder->codes[builder->depth - 1];
    if (name.code == NA_FEED_NOTHING || name.code <= NA_FEED_ITEM) return 0;
    if (name.code == NA_FEED_NAME || name.code == NA_FEED_EMAIL) return parent == NA_FEED_AUTHOR;
    if (is_transparent(parent)) return 1;
    // dc:creator holds a foaf:Person now and then, and CDF has an author in one, too.
    if (builder->open_count > 0 && parent != NA_FEED_CATEGORY) return parent == NA_FEED_AUTHOR;
    if (builder->record_depth > 0) return builder->depth == builder->field_depth;
    return builder->depth == builder->channel_depth + 1;
}

static void write_tag(na_builder *builder, const char *start, const xmlChar *local) {
    append_string(builder, start);
    append_string(builder, (const char *)local);
    append_string(builder, ">");
}

// An element within a field that holds markup becomes a tag in its text. 0 when it stands for itself.
static int write_markup_start(na_builder *builder, na_name name, const xmlChar *local, const xmlChar *prefix) {
    if (builder->open_count == 0) return 0;
    na_open_field *field = &builder->open[builder->open_count - 1];
    if (!field->holds_markup) return 0;
    if (name.code == NA_FEED_ITEM && name.vocabulary == NA_CORE && builder->record_depth == 0) return 0;
    if (builder->record_depth > 0 && ends_field(field, name, prefix)) {
        end_field(builder);
        builder->field_depth = builder->depth;
        return 0;
    }
    draft(builder)->fields[field->field].flags |= NA_FEED_HAS_ELEMENTS;
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
            inherit(builder, code, attribute[3], (size_t)(attribute[4] - attribute[3]));
    }
    na_name name = element_name(builder, local, prefix, uri);
    if (write_markup_start(builder, name, local, prefix)) return;
    if (name.code == NA_FEED_ITEM && builder->record_depth == 0 && !builder->is_replaying) {
        begin_record(builder, name, attribute_count, attributes);
    } else if (name.code == NA_FEED_CHANNEL || name.code == NA_FEED_ROOT) {
        if (builder->record_depth > 0) return;
        if (builder->channel_depth < builder->depth) builder->channel_depth = builder->depth;
        if (builder->is_replaying) return;
        begin_field(builder, name, attribute_count, attributes);
        if (builder->open_count > 0) end_field(builder);
    } else if (!builder->is_replaying && stands_as_field(builder, name)) {
        builder->codes[builder->depth] = name.code;
        begin_field(builder, name, attribute_count, attributes);
    }
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    na_builder *builder = context;
    if (builder->depth == 0) return;
    if (builder->open_count > 0) {
        na_open_field *field = &builder->open[builder->open_count - 1];
        if (field->depth == builder->depth) {
            end_field(builder);
        } else if (field->holds_markup && field->depth < builder->depth) {
            write_tag(builder, "</", local);
        }
    }
    disinherit(builder);
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
        append_escaped(builder, (const char *)text, (size_t)count);
    } else {
        append(builder, text, (size_t)count);
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
