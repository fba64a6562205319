#ifdef NEWS_ARCHIVE_FEEDS
#include "state.h"

// libxml2 takes as much at once; more would only lie about twice.
#define FLUSHED_AT (16 << 10)
// libxml2 keeps every name and namespace it has seen. Past this a new context begins where no record is open.
#define MOST_KEPT_NAMES (4u << 20)

static int begin_context(na_feed *feed) {
    feed->context = xmlCreatePushParserCtxt(&feed->handlers, &feed->builder, NULL, 0, NULL);
    if (feed->context == NULL) return 0;
    // NOENT, for without it the & of an attribute's value is handed over as "&#38;". No entity is ever declared to it.
    xmlCtxtUseOptions(
        feed->context,
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
    static const char declaration[] = "<?xml version=\"1.0\"?>";
    xmlParseChunk(feed->context, declaration, sizeof declaration - 1, 0);
    return 1;
}

void na_end_context(na_feed *feed) {
    feed->output.count = 0;
    feed->told = 0;
    if (feed->context != NULL) xmlFreeParserCtxt(feed->context);
    feed->context = NULL;
    na_builder_restart(&feed->builder);
}

static void parse(na_feed *feed, const uint8_t *bytes, size_t count) {
    if (count == 0 || (feed->context == NULL && !begin_context(feed))) return;
    for (size_t done = 0; done < count;) {
        size_t part = count - done < (1u << 30) ? count - done : (1u << 30);
        xmlParseChunk(feed->context, (const char *)bytes + done, (int)part, 0);
        done += part;
    }
}

// Tells a new context of the elements that are open.
static void begin_again(na_feed *feed) {
    int told = feed->told;
    na_end_context(feed);
    feed->builder.is_replaying = 1;
    for (int i = 0; i < told; i++) {
        const na_element *element = &feed->elements[i];
        parse(feed, feed->tags.bytes + element->tag, element->tag_count);
    }
    feed->told = told;
    feed->builder.is_replaying = 0;
}

static int is_stuck(const na_feed *feed) {
    return feed->context != NULL && (feed->context->disableSAX != 0 || feed->context->instate == XML_PARSER_EOF);
}

void na_flush(na_feed *feed) {
    parse(feed, feed->output.bytes, feed->output.count);
    feed->output.count = 0;
    if (feed->builder.is_too_large) na_reject(feed, NA_FEED_TOO_LARGE);
    if (feed->context == NULL) return;
    int is_full = xmlDictGetUsage(feed->context->dict) > MOST_KEPT_NAMES;
    if (!is_full && !is_stuck(feed)) return;
    if (feed->record_index >= 0) {
        na_reject(feed, is_full ? NA_FEED_TOO_LARGE : NA_FEED_BROKEN);
    } else if (feed->builder.open_count == 0 || is_stuck(feed)) {
        begin_again(feed);
    }
}

void na_put(na_feed *feed, const void *bytes, size_t count) {
    na_bytes_append(&feed->output, bytes, count);
    if (feed->output.is_short) {
        na_reject(feed, NA_FEED_TOO_LARGE);
        feed->output.is_short = 0;
    }
}

void na_put_string(na_feed *feed, const char *text) { na_put(feed, text, strlen(text)); }
#endif
