-- What is needed to tell what changed since a moment, and to take back exactly what one dump brought.

-- Transactions that add, reword or remove articles are numbered: the last one's number.
ALTER TABLE archive ADD COLUMN last_change INTEGER NOT NULL DEFAULT 0;
-- The version of the identity rule by which the stored keys were made.
ALTER TABLE archive ADD COLUMN key_version INTEGER NOT NULL DEFAULT 1;

-- The change that brought the article, and the latest one in which its headline, text, credit line or time changed.
ALTER TABLE article ADD COLUMN added_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN changed_in INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_by_change ON article (changed_in);

-- Ids that were an article's, and are never given to another one. A moved or joined article is found by former_id.
CREATE TABLE removed_article (
  id INTEGER PRIMARY KEY,
  removed_in INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('moved', 'joined', 'pruned', 'taken back'))
);
CREATE INDEX removed_article_by_change ON removed_article (removed_in);

-- What the record did not state, so that its sighting shows what was known: 1 the text, 2 the credit line, 3 both.
-- NULL before this version.
ALTER TABLE sighting ADD COLUMN silent INTEGER;

-- Whether the archive has but some of the dump's records, for they came with an excerpt of another archive: 1; 2 while the
-- whole dump is being imported after that.
ALTER TABLE dump ADD COLUMN is_excerpt INTEGER NOT NULL DEFAULT 0;
