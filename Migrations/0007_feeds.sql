-- What feeds say of an article beside its wording: where it is found, what its publisher calls it, who wrote it. Each such
-- statement once; a sighting points to the one that it made.

CREATE TABLE metadata (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  -- Who said so.
  source_id INTEGER REFERENCES source (id),
  -- What the source calls the article: guid, atom:id, id.
  guid TEXT,
  url TEXT,
  author TEXT,
  -- As the dump names it, mostly as BCP 47 does.
  language TEXT,
  -- JSON: an array of texts.
  categories TEXT,
  -- JSON: an array of objects with the members url, type and length (bytes).
  enclosures TEXT,
  -- A shorter text beside the body.
  summary TEXT,
  -- The 64-bit FNV-1a hashes of the guid and of the canonical link, by which an article of a source is found again.
  -- Equal hashes are compared by guid and link before they count.
  guid_key INTEGER,
  link_key INTEGER
);
CREATE INDEX metadata_by_article ON metadata (article_id);
CREATE INDEX metadata_by_guid ON metadata (guid_key) WHERE guid_key IS NOT NULL;
CREATE INDEX metadata_by_link ON metadata (link_key) WHERE link_key IS NOT NULL;

-- A row of the table metadata, always one of the same article. No foreign key: an index for it would cost as much as the
-- sightings themselves, and rows of metadata go with their article, as sightings do.
ALTER TABLE sighting ADD COLUMN metadata_id INTEGER;
-- When the record says that the article was last changed: seconds since 1970-01-01 UTC.
ALTER TABLE sighting ADD COLUMN updated INTEGER;
-- What the record wrote where its time stands, when no time that exists can be read from it.
ALTER TABLE sighting ADD COLUMN unreadable_time TEXT;

-- How the dump was unpacked, how its text was encoded, and which names its fields were given; NULL before this version.
ALTER TABLE dump ADD COLUMN packing TEXT;
ALTER TABLE dump ADD COLUMN encoding TEXT;
ALTER TABLE dump ADD COLUMN field_names TEXT;

INSERT INTO identity_rule (id, name, version, meaning) VALUES
  (8, 'same guid', 1, 'same source, same guid'),
  (9, 'same link', 1, 'same source, same canonical link');
