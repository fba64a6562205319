// Where words of queries occur in a text, read as the index reads it.

#ifndef NA_FIND_H
#define NA_FIND_H

#include <stddef.h>
#include <stdint.h>

// A word to look for.
typedef struct na_wanted {
    // Where its bytes are in those of its list.
    uint32_t start, count;
    // The place in its list of the longest other word that this one begins with; -1 when there is none.
    int32_t parent;
    // What it is called in what is found.
    uint32_t number;
    // Whether words count that go on after it.
    uint8_t is_prefix;
    // Whether it is a single character of a script without spaces: where it begins a pair, it alone was meant.
    uint8_t is_character;
} na_wanted;

// Words to look for, sorted by their bytes.
typedef struct na_wanted_list {
    const uint8_t *bytes;
    const na_wanted *words;
    size_t count;
} na_wanted_list;

// A place of a text where a word was found.
typedef struct na_found {
    uint32_t number;
    // How many places for words there are before it. Words that stand in one place share it.
    uint32_t position;
    uint32_t start, end;
} na_found;

// The bytes that a word of a text comes from.
typedef struct na_word_range {
    uint32_t start, end;
} na_word_range;

// Finds all places of the wanted words in `text`, in order, and returns how many there are: when that is more than
// `capacity`, the first ones alone were written and the call is to be repeated with more room. `positions`, unless it is
// NULL, is how many places for words the text has. A word may be found twice in one place: as a pair and as its end.
// The ranges of all words of the text are written to `ranges`, as many as it has room for: one a position.
size_t na_find(const uint8_t *text, size_t count, const na_wanted_list *wanted, na_found *found, size_t capacity,
               uint32_t *positions, na_word_range *ranges, size_t range_capacity);

#endif
