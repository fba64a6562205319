-- Where articles come from: the dumps that were imported, and who published what they list.

-- One row: what holds for the archive as a whole.
CREATE TABLE archive (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- An article's id encodes its minute of publication. When a minute is full its articles take ids of later
  -- minutes: by how many minutes at the most. A search by time reads that much further, and so stays exact.
  longest_spill INTEGER NOT NULL DEFAULT 0
);
INSERT INTO archive (id) VALUES (1);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE dump (
  id INTEGER PRIMARY KEY,
  -- The path as it was given, or "standard input".
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  source_id INTEGER REFERENCES source (id),
  -- The setting of the identity rule and the time zone that the dump was read with.
  identity TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- SHA-256 of the first `digested` bytes; of the whole dump when it is finished.
  digest BLOB NOT NULL,
  digested INTEGER NOT NULL,
  -- The latest date on which the dump says that it was taken, YYYY-MM-DD or YYYY-MM.
  taken TEXT,
  -- Records read so far, and what became of them. An import that was stopped goes on after `records`.
  records INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  seen_again INTEGER NOT NULL DEFAULT 0,
  revised INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  -- Seconds since 1970-01-01 UTC by the clock of the machine that imported; finished is NULL until all was read.
  started INTEGER NOT NULL,
  finished INTEGER
);
CREATE INDEX dump_by_bytes ON dump (bytes);

-- A record that could not be read, and its place in the dump. Its bytes go to the rejects file.
CREATE TABLE rejection (
  dump_id INTEGER NOT NULL REFERENCES dump (id) ON DELETE CASCADE,
  -- The record's number in the dump, from 0.
  position INTEGER NOT NULL,
  -- The line of the dump that the record starts on, from 1.
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  byte_count INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (dump_id, position)
) WITHOUT ROWID;
