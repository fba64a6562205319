#include "tokenizer.h"

#include <stdlib.h>
#include <string.h>

#include "fold_core.h"
#include "fts5_api.h"

// FTS5 cuts tokens at 32,768 bytes; nobody types so many.
enum { TOKEN_LIMIT = 1024 };

typedef int (*token_handler)(void *, int, const char *, int, int, int);

// A character of a script without spaces, with the marks that belong to it.
typedef struct character {
    char bytes[32];
    int count;
    size_t start, end;
} character;

typedef struct token_stream {
    token_handler handle;
    void *context;
    int is_query;
    size_t base;        // bytes of the text before the part that is being folded
    char word[TOKEN_LIMIT];
    int word_count;
    size_t word_start, word_end;
    // The end of a run without spaces. A pair waits for the marks of its second character.
    character before_last, last;
    int run_length;
} token_stream;

static int end_word(token_stream *stream) {
    if (stream->word_count == 0) return SQLITE_OK;
    int count = stream->word_count;
    stream->word_count = 0;
    return stream->handle(stream->context, 0, stream->word, count, (int)stream->word_start, (int)stream->word_end);
}

static int hand_pair(token_stream *stream) {
    const character *first = &stream->before_last, *second = &stream->last;
    char pair[2 * sizeof first->bytes];
    memcpy(pair, first->bytes, (size_t)first->count);
    memcpy(pair + first->count, second->bytes, (size_t)second->count);
    return stream->handle(stream->context, 0, pair, first->count + second->count, (int)first->start, (int)second->end);
}

// The last character of a run stands in the place of the pair that ends with it. A query does not ask for it: it would ask
// for a run that ends there.
static int end_run(token_stream *stream) {
    if (stream->run_length == 0) return SQLITE_OK;
    int is_pair = stream->run_length > 1;
    stream->run_length = 0;
    int result = is_pair ? hand_pair(stream) : SQLITE_OK;
    if (result != SQLITE_OK || (is_pair && stream->is_query)) return result;
    const character *last = &stream->last;
    int flags = is_pair ? FTS5_TOKEN_COLOCATED : 0;
    return stream->handle(stream->context, flags, last->bytes, last->count, (int)last->start, (int)last->end);
}

static int add_to_word(token_stream *stream, const na_folded *folded) {
    int result = end_run(stream);
    if (stream->word_count == 0) stream->word_start = stream->base + folded->start;
    if (stream->word_count + 4 <= TOKEN_LIMIT)
        stream->word_count += (int)na_put_utf8(folded->scalar, (uint8_t *)stream->word + stream->word_count);
    stream->word_end = stream->base + folded->end;
    return result;
}

static int add_to_run(token_stream *stream, const na_folded *folded) {
    int result = stream->run_length > 1 ? hand_pair(stream) : end_word(stream);
    stream->before_last = stream->last;
    stream->last.start = stream->base + folded->start;
    stream->last.end = stream->base + folded->end;
    stream->last.count = (int)na_put_utf8(folded->scalar, (uint8_t *)stream->last.bytes);
    stream->run_length++;
    return result;
}

static int add_mark(token_stream *stream, const na_folded *folded) {
    if (stream->run_length == 0) return add_to_word(stream, folded);
    character *last = &stream->last;
    if (last->count + 4 <= (int)sizeof last->bytes)
        last->count += (int)na_put_utf8(folded->scalar, (uint8_t *)last->bytes + last->count);
    last->end = stream->base + folded->end;
    return SQLITE_OK;
}

static int end_all(token_stream *stream) {
    int result = end_word(stream);
    return result == SQLITE_OK ? end_run(stream) : result;
}

static int add(void *context, const na_folded *folded) {
    token_stream *stream = context;
    switch (folded->class) {
    case NA_WORD: return add_to_word(stream, folded);
    case NA_IDEOGRAPH: return add_to_run(stream, folded);
    case NA_MARK: return add_mark(stream, folded);
    default: return end_all(stream);
    }
}

static int is_plain(uint8_t byte) { return (uint8_t)((byte | 32) - 'a') < 26 || (uint8_t)(byte - '0') < 10; }

// A run of ASCII letters and digits, which are most of many texts; nothing before or after changes what they fold into.
static size_t add_plain(token_stream *stream, const uint8_t *text, size_t at, size_t count, int *result) {
    *result = end_run(stream);
    if (stream->word_count == 0) stream->word_start = at;
    int length = stream->word_count;
    for (; at < count && is_plain(text[at]); at++)
        if (length + 4 <= TOKEN_LIMIT) stream->word[length++] = (char)(text[at] < 'A' ? text[at] : text[at] | 32);
    stream->word_count = length;
    stream->word_end = at;
    return at;
}

static size_t end_of_other(const uint8_t *text, size_t at, size_t count) {
    while (at < count && text[at] >= 0x80) at++;
    return at;
}

int na_tokenize(const char *text, int count, int is_query, void *context, token_handler handle) {
    token_stream stream;
    stream.handle = handle;
    stream.context = context;
    stream.is_query = is_query;
    stream.word_count = 0;
    stream.run_length = 0;
    stream.last.count = 0;
    if (text == NULL || count <= 0) return SQLITE_OK;
    const uint8_t *bytes = (const uint8_t *)text;
    int result = SQLITE_OK;
    for (size_t at = 0, end = (size_t)count; at < end && result == SQLITE_OK;) {
        if (is_plain(bytes[at])) {
            at = add_plain(&stream, bytes, at, end, &result);
        } else if (bytes[at] < 0x80) {
            result = end_all(&stream);
            at++;
        } else {
            size_t next = end_of_other(bytes, at, end);
            stream.base = at;
            result = na_fold_each(bytes + at, next - at, add, &stream);
            at = next;
        }
    }
    return result == SQLITE_OK ? end_all(&stream) : result;
}

int na_is_ideograph(uint32_t scalar) { return na_fold_entry(scalar) >> 28 == NA_IDEOGRAPH; }

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int count,
                    token_handler handle) {
    (void)tokenizer;
    return na_tokenize(text, count, (flags & FTS5_TOKENIZE_QUERY) != 0, context, handle);
}

// Nothing is kept for a tokenizer but that FTS5 wants something to hold.
static int create(void *unused, const char **arguments, int count, Fts5Tokenizer **tokenizer) {
    (void)unused;
    if (count != 1 || atoi(arguments[0]) != NA_TOKENIZER_VERSION) return SQLITE_ERROR;
    static int one;
    *tokenizer = (Fts5Tokenizer *)&one;
    return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer) { (void)tokenizer; }

int na_register_tokenizer(sqlite3 *connection) {
    fts5_api *api = na_fts5_api(connection);
    if (api == NULL) return SQLITE_ERROR;
    fts5_tokenizer tokenizer = {.xCreate = create, .xDelete = delete, .xTokenize = tokenize};
    return api->xCreateTokenizer(api, "newsarchive", NULL, &tokenizer, NULL);
}
