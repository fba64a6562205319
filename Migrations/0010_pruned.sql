-- What is kept of a pruned article, so that it does not come back as new with the next dump.

CREATE TABLE pruned_article (
  -- Its id; it is in removed_article, too.
  id INTEGER PRIMARY KEY,
  published INTEGER,
  precision TEXT CHECK (precision IN ('minute', 'day', 'month')),
  -- The 64-bit FNV-1a hash of its text; NULL for a headline alone.
  text_hash INTEGER
);

-- By what a record of it is recognised: the hashes of its headline keys, and of the guids and links of its sources.
CREATE TABLE pruned_key (
  key INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('headline', 'guid', 'link')),
  -- Whose guid or link it is: a row of source, or 0 where nobody is known, and for headlines.
  source_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES pruned_article (id) ON DELETE CASCADE,
  PRIMARY KEY (key, kind, source_id, article_id)
) WITHOUT ROWID;
CREATE INDEX pruned_key_by_article ON pruned_key (article_id);
