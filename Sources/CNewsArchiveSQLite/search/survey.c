#include "survey.h"

#include <stdlib.h>

void na_surveys_forget(na_surveys *surveys) {
    for (size_t i = 0; i < surveys->count; i++) free(surveys->all[i].stretches);
    free(surveys->all);
    *surveys = (na_surveys){0};
}

void na_surveys_begin(na_surveys *surveys, int64_t data_version, int64_t changes) {
    int is_same = surveys->data_version == data_version && surveys->changes == changes;
    int has_room = surveys->count < NA_SURVEY_LIMIT && surveys->stretch_count < NA_STRETCH_LIMIT;
    if (!is_same || !has_room) na_surveys_forget(surveys);
    surveys->data_version = data_version;
    surveys->changes = changes;
}

const na_survey *na_surveys_find(const na_surveys *surveys, int64_t segment, int64_t page, int start) {
    for (size_t i = 0; i < surveys->count; i++) {
        const na_survey *survey = &surveys->all[i];
        if (survey->page == page && survey->start == start && survey->segment == segment) return survey;
    }
    return NULL;
}

int na_surveys_keep(na_surveys *surveys, const na_survey *survey) {
    if (surveys->count == NA_SURVEY_LIMIT || survey->stretch_count < NA_SHORTEST_SURVEY) return 0;
    if (surveys->all == NULL) surveys->all = calloc(NA_SURVEY_LIMIT, sizeof *surveys->all);
    if (surveys->all == NULL) return 0;
    surveys->all[surveys->count++] = *survey;
    surveys->stretch_count += survey->stretch_count;
    return 1;
}
