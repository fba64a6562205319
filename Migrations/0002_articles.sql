-- Every article once: its headline and what is known of it apart from its text, so that lists, counts and facets
-- read small rows; the text beside it.

CREATE TABLE article (
  -- Minute of publication since 1970-01-01 UTC, times 1024, plus a slot: newest first is the order of the ids.
  id INTEGER PRIMARY KEY,
  source_id INTEGER REFERENCES source (id),
  headline TEXT NOT NULL,
  -- Seconds since 1970-01-01 UTC. A day or a month stands for its midnight in UTC, whatever the time zone.
  -- NULL when nothing says it.
  published INTEGER,
  precision TEXT CHECK (precision IN ('minute', 'day', 'month')),
  -- Minutes by which the stamp's clock was ahead of UTC; NULL for a day or a month.
  utc_offset INTEGER,
  -- Who says so: the record itself, or the date on which its dump was taken.
  origin TEXT NOT NULL CHECK (origin IN ('stated', 'dump', 'unknown')),
  -- Of the latest sighting that states them.
  views INTEGER,
  -- The line that says whose the pictures are.
  credit TEXT,
  url TEXT,
  CHECK ((published IS NULL) = (precision IS NULL)),
  CHECK ((published IS NULL) = (origin = 'unknown'))
);

-- The text: paragraphs with one line feed between them. No row for an article that is a headline alone.
CREATE TABLE body (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  text TEXT NOT NULL
);

-- The headlines under which an article is found again: the 64-bit FNV-1a hash of the folded headline (identity
-- rule 1), its former headlines included. Equal hashes are compared by headline before they count.
CREATE TABLE headline_key (
  key INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (key, article_id)
) WITHOUT ROWID;
-- For the foreign key: an article that moves or goes takes its keys along.
CREATE INDEX headline_key_by_article ON headline_key (article_id);

-- An article first known from a bare headline has the id of its dump's date. When its stamp becomes known it moves;
-- its former id still leads to it.
CREATE TABLE former_id (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX former_id_by_article ON former_id (article_id);
