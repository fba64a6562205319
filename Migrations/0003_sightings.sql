-- Every time an article was listed, why it was taken for that article, and the wordings it had before.

-- How a record was joined to its article, or why it became an article of its own.
CREATE TABLE identity_rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  meaning TEXT NOT NULL
);
INSERT INTO identity_rule (id, name, version, meaning) VALUES
  (1, 'new', 1, 'no article with this headline was known'),
  (2, 'same stamp', 1, 'same headline key, same stamp'),
  (3, 'no text', 1, 'same headline key, one side is a headline alone, stamps within 7 days or one has none'),
  (4, 'texts agree', 1, 'same headline key, texts agree'),
  (5, 'same headline', 1,
    'same headline key, but the texts disagree or a bare headline is from another time: an article of its own'),
  (6, 'headline', 1, 'same headline key, by the setting "headline"'),
  (7, 'exact', 1, 'same headline, stamp and text to the byte, by the setting "exact"');

-- A wording that an article had and has no longer.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  headline TEXT NOT NULL,
  body TEXT NOT NULL,
  credit TEXT
);
CREATE INDEX revision_by_article ON revision (article_id);

CREATE TABLE sighting (
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  dump_id INTEGER NOT NULL REFERENCES dump (id),
  -- The record's number in the dump, from 0.
  position INTEGER NOT NULL,
  source_id INTEGER REFERENCES source (id),
  -- The day on which the list was taken, as the dump states it: YYYY-MM-DD or YYYY-MM. NULL when it does not say.
  seen TEXT,
  -- What the record stated as its time; NULL when it stated none, as a lead does.
  published INTEGER,
  precision TEXT CHECK (precision IN ('minute', 'day', 'month')),
  utc_offset INTEGER,
  views INTEGER,
  -- The wording it showed; NULL is the article's present one.
  revision_id INTEGER REFERENCES revision (id),
  -- The decision: which rule, against which other article, and how much of the shorter text was in the longer one
  -- (per mille of its 4-word shingles; NULL where the texts were not compared).
  rule_id INTEGER NOT NULL REFERENCES identity_rule (id),
  other_article_id INTEGER REFERENCES article (id) ON UPDATE CASCADE ON DELETE SET NULL,
  agreement INTEGER,
  PRIMARY KEY (article_id, dump_id, position)
) WITHOUT ROWID;
-- For the foreign keys; most sightings have neither.
CREATE INDEX sighting_by_revision ON sighting (revision_id) WHERE revision_id IS NOT NULL;
CREATE INDEX sighting_by_other_article ON sighting (other_article_id) WHERE other_article_id IS NOT NULL;
