"""Archives as an earlier version would have left them."""
import glob
import os
import sqlite3

from workspace import ROOT

# The last version of which every table can be made without the tokenizer of ours; bringing it up to date makes the whole
# index anew, which takes long enough to be disturbed.
OLD_VERSION = 4

# "NEWS", as in Sources/NewsArchive/Storage/ArchiveFileHeader.swift.
APPLICATION_ID = 0x4E455753

# In an order in which every row finds what it refers to.
TABLES = ["source", "dump", "rejection", "article", "body", "headline_key", "former_id", "revision", "sighting"]


def make_old(present, path):
    """Writes what an archive holds to an archive of OLD_VERSION, as far as that has columns for it.

    `present` must not need what came later: rules of feeds, say.
    """
    archive = sqlite3.connect(path, isolation_level=None)
    try:
        for script in sorted(glob.glob(os.path.join(ROOT, "Migrations", "*.sql")))[:OLD_VERSION]:
            with open(script, encoding="utf-8") as file:
                archive.executescript(file.read())
        archive.execute("ATTACH ? AS present", (present,))
        archive.execute("BEGIN")
        for table in TABLES:
            columns = ", ".join(row[1] for row in archive.execute("PRAGMA main.table_info(%s)" % table))
            archive.execute("INSERT INTO main.%s (%s) SELECT %s FROM present.%s" % (table, columns, columns, table))
        archive.execute("UPDATE main.archive SET longest_spill = (SELECT longest_spill FROM present.archive)")
        archive.execute("INSERT INTO main.article_search (article_search) VALUES ('rebuild')")
        archive.execute("COMMIT")
        archive.execute("DETACH present")
        archive.execute("PRAGMA user_version = %d" % OLD_VERSION)
        archive.execute("PRAGMA application_id = %d" % APPLICATION_ID)
        archive.execute("PRAGMA journal_mode = WAL")
    finally:
        archive.close()
