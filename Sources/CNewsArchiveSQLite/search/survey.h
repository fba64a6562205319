// Where the entries of long doclists stand, kept from search to search: common words are asked for again and again, and a
// quarter of the time of such a search goes into finding out how many articles they have.

#ifndef NA_SURVEY_H
#define NA_SURVEY_H

#include <stddef.h>
#include <stdint.h>

// A page of a doclist.
typedef struct na_stretch {
    int64_t first_id;
    uint32_t page;
    uint16_t start, end;
} na_stretch;

// What is known of the doclist that begins at a place of a segment.
typedef struct na_survey {
    int64_t segment, page;
    int start;
    na_stretch *stretches;
    size_t stretch_count;
    int64_t documents, deletions;
} na_survey;

enum {
    NA_SURVEY_LIMIT = 256,
    // Of all surveys together: 2 MiB.
    NA_STRETCH_LIMIT = 1 << 17,
    // Shorter doclists are surveyed faster than they are looked for.
    NA_SHORTEST_SURVEY = 8
};

typedef struct na_surveys {
    na_survey *all;
    size_t count, stretch_count;
    // The state of the database that they are true for.
    int64_t data_version, changes;
} na_surveys;

// Forgets everything if the database has changed since, or if too much is kept. To be called before a search, never in one.
void na_surveys_begin(na_surveys *surveys, int64_t data_version, int64_t changes);
void na_surveys_forget(na_surveys *surveys);

// NULL for what is not known.
const na_survey *na_surveys_find(const na_surveys *surveys, int64_t segment, int64_t page, int start);

// Takes the stretches over; returns 0 when there is no room for them, and they stay the caller's.
int na_surveys_keep(na_surveys *surveys, const na_survey *survey);

#endif
