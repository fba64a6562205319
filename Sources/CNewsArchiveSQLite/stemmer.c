#include "stemmer.h"

#include <stdlib.h>
#include <string.h>

#include "fts5_api.h"

struct na_stemmer {
    fts5_tokenizer functions;
    Fts5Tokenizer *tokenizer;
};

int na_stemmer_new(sqlite3 *connection, na_stemmer **made) {
    *made = NULL;
    fts5_api *api = na_fts5_api(connection);
    na_stemmer *stemmer = calloc(1, sizeof *stemmer);
    if (api == NULL || stemmer == NULL) {
        free(stemmer);
        return api == NULL ? SQLITE_ERROR : SQLITE_NOMEM;
    }
    void *context = NULL;
    // It takes words from another tokenizer; of the letters a to z that one makes the same words.
    const char *arguments[] = {"ascii"};
    int result = api->xFindTokenizer(api, "porter", &context, &stemmer->functions);
    if (result == SQLITE_OK) result = stemmer->functions.xCreate(context, arguments, 1, &stemmer->tokenizer);
    if (result == SQLITE_OK) *made = stemmer;
    else free(stemmer);
    return result;
}

void na_stemmer_free(na_stemmer *stemmer) {
    if (stemmer == NULL) return;
    stemmer->functions.xDelete(stemmer->tokenizer);
    free(stemmer);
}

typedef struct stem {
    char *bytes;
    size_t size;
} stem;

static int take(void *context, int flags, const char *word, int size, int start, int end) {
    (void)flags, (void)start, (void)end;
    stem *stem = context;
    if (size > 0 && size <= NA_STEM_LIMIT) {
        memcpy(stem->bytes, word, (size_t)size);
        stem->size = (size_t)size;
    }
    return SQLITE_OK;
}

size_t na_stem(na_stemmer *stemmer, const char *word, size_t size, char *bytes) {
    if (size < NA_STEM_START || size > NA_STEM_LIMIT) return 0;
    for (size_t i = 0; i < size; i++)
        if (word[i] < 'a' || word[i] > 'z') return 0;
    stem stem = {bytes, 0};
    int result = stemmer->functions.xTokenize(stemmer->tokenizer, &stem, FTS5_TOKENIZE_DOCUMENT, word, (int)size, take);
    return result == SQLITE_OK ? stem.size : 0;
}
