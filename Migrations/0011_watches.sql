-- Standing queries, and which articles they have told of.

CREATE TABLE watch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- In the query language, as it was typed.
  query TEXT NOT NULL,
  -- Seconds since 1970-01-01 UTC by the clock of the machine.
  added INTEGER NOT NULL,
  -- Changes up to this one were told.
  told_change INTEGER NOT NULL
);

CREATE TABLE watch_match (
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  watch_id INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, watch_id)
) WITHOUT ROWID;
CREATE INDEX watch_match_by_watch ON watch_match (watch_id);
