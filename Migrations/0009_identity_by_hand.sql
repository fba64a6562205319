-- Articles that a person joined or split, so that it can be looked at and undone, and so that the next dump does not undo it.

INSERT INTO identity_rule (id, name, version, meaning) VALUES
  (10, 'joined', 1, 'joined to the article by hand'),
  (11, 'split', 1, 'split from another article by hand'),
  (12, 'as before', 1, 'a record like it was joined or split by hand');

CREATE TABLE identity_change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('join', 'split')),
  -- The article that stayed, and the one that was joined to it or split from it, by the ids that they had then.
  article_id INTEGER NOT NULL,
  other_article_id INTEGER NOT NULL,
  -- Of a join: the ids, apart by commas, that led to the other article before.
  former_ids TEXT,
  -- Seconds since 1970-01-01 UTC by the clock of the machine; undone is NULL while it holds.
  made INTEGER NOT NULL,
  undone INTEGER
);

-- The sightings that changed their article, and the decision that stood there before.
CREATE TABLE identity_change_sighting (
  change_id INTEGER NOT NULL REFERENCES identity_change (id) ON DELETE CASCADE,
  dump_id INTEGER NOT NULL REFERENCES dump (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES identity_rule (id),
  other_article_id INTEGER,
  agreement INTEGER,
  PRIMARY KEY (change_id, dump_id, position)
) WITHOUT ROWID;

-- Records that go where a person put records like them, before any rule is asked: the 64-bit FNV-1a hash of a headline key
-- with the stamp, with the text, or with both.
CREATE TABLE identity_pin (
  pin INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON UPDATE CASCADE ON DELETE CASCADE,
  change_id INTEGER NOT NULL REFERENCES identity_change (id) ON DELETE CASCADE,
  PRIMARY KEY (pin, article_id, change_id)
) WITHOUT ROWID;
CREATE INDEX identity_pin_by_article ON identity_pin (article_id);
CREATE INDEX identity_pin_by_change ON identity_pin (change_id);
