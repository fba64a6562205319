#include "CNewsArchiveSQLite.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dumps[] = {
#embed "../../Migrations/0001_dumps.sql"
};
static const unsigned char articles[] = {
#embed "../../Migrations/0002_articles.sql"
};
static const unsigned char sightings[] = {
#embed "../../Migrations/0003_sightings.sql"
};
static const unsigned char search[] = {
#embed "../../Migrations/0004_search.sql"
};

static const unsigned char tokenizer[] = {
#embed "../../Migrations/0005_tokenizer.sql"
};

static const unsigned char document_sizes[] = {
#embed "../../Migrations/0006_document_sizes.sql"
};

static const unsigned char feeds[] = {
#embed "../../Migrations/0007_feeds.sql"
};

static const unsigned char changes[] = {
#embed "../../Migrations/0008_changes.sql"
};

static const unsigned char identity_by_hand[] = {
#embed "../../Migrations/0009_identity_by_hand.sql"
};

static const unsigned char pruned[] = {
#embed "../../Migrations/0010_pruned.sql"
};

static const unsigned char watches[] = {
#embed "../../Migrations/0011_watches.sql"
};

static const na_migration all[] = {
    {1, "0001_dumps.sql", dumps, sizeof dumps},
    {2, "0002_articles.sql", articles, sizeof articles},
    {3, "0003_sightings.sql", sightings, sizeof sightings},
    {4, "0004_search.sql", search, sizeof search},
    {5, "0005_tokenizer.sql", tokenizer, sizeof tokenizer},
    {6, "0006_document_sizes.sql", document_sizes, sizeof document_sizes},
    {7, "0007_feeds.sql", feeds, sizeof feeds},
    {8, "0008_changes.sql", changes, sizeof changes},
    {9, "0009_identity_by_hand.sql", identity_by_hand, sizeof identity_by_hand},
    {10, "0010_pruned.sql", pruned, sizeof pruned},
    {11, "0011_watches.sql", watches, sizeof watches},
};

const na_migration *na_migrations(size_t *count) {
    *count = sizeof all / sizeof *all;
    return all;
}
