"""What an archive holds, and whether it is sound."""
import hashlib
import os
import sqlite3
import subprocess

# What two archives that were made in the same way must agree in, whatever happened on the way.
CONTENT = {
    "articles": """
        SELECT article.id, headline, published, precision, utc_offset, origin, views, credit, body.text
        FROM article LEFT JOIN body ON body.article_id = article.id ORDER BY article.id""",
    "sightings": """
        SELECT sighting.article_id, dump.digest, position, seen, sighting.published, sighting.precision,
          sighting.views, rule_id, other_article_id, agreement, revision.headline, revision.body
        FROM sighting
        JOIN dump ON dump.id = sighting.dump_id
        LEFT JOIN revision ON revision.id = sighting.revision_id
        ORDER BY sighting.article_id, dump.digest, position""",
    "revisions": "SELECT article_id, headline, body, credit FROM revision ORDER BY 1, 2, 3",
    "metadata": "SELECT article_id, guid, url, author, categories, summary FROM metadata ORDER BY 1, 2, 3, 4, 5, 6",
    "keys": "SELECT key, article_id FROM headline_key ORDER BY 1, 2",
    "dumps": """
        SELECT bytes, digest, taken, records, added, seen_again, revised, rejected, finished IS NULL
        FROM dump ORDER BY digest""",
}


def content(path):
    """A digest and a number of rows for each part of the archive."""
    archive = sqlite3.connect(path)
    try:
        found = {}
        for name, sql in CONTENT.items():
            digest, rows = hashlib.sha256(), 0
            for row in archive.execute(sql):
                digest.update(repr(row).encode())
                rows += 1
            found[name] = (rows, digest.hexdigest()[:16])
        return found
    finally:
        archive.close()


def differences(expected, found):
    """Which parts of two archives are not the same."""
    return ["%s: %d rows in place of %d" % (name, found[name][0], expected[name][0])
            for name in CONTENT if expected[name] != found[name]]


def finished_dumps(path):
    """The names of the dumps that the archive says it has wholly, and how many records of all dumps it has."""
    if not has_content(path):
        return set(), 0
    archive = sqlite3.connect(path)
    try:
        if version(archive) == 0:
            return set(), 0
        names = {row[0] for row in archive.execute("SELECT name FROM dump WHERE finished IS NOT NULL")}
        return names, archive.execute("SELECT coalesce(sum(records), 0) FROM dump").fetchone()[0]
    finally:
        archive.close()


def version(archive):
    return archive.execute("PRAGMA user_version").fetchone()[0]


def has_content(path):
    return any(os.path.exists(path + suffix) and os.path.getsize(path + suffix) for suffix in ("", "-wal"))


def problems(workspace, path):
    """What SQLite, FTS5 and the command's own check find wrong with the archive."""
    if not has_content(path):
        return []
    archive = sqlite3.connect(path)
    try:
        found = [row[0] for row in archive.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += ["foreign key: %s" % (row,) for row in archive.execute("PRAGMA foreign_key_check")]
        schema = version(archive)
    except sqlite3.DatabaseError as error:
        return ["SQLite: %s" % error]
    finally:
        archive.close()
    return found + index_problems(workspace, path, schema) + own_problems(workspace, path, schema)


def index_problems(workspace, path, schema):
    # Before version 5 the index had a tokenizer of SQLite's own, and before version 4 there was none.
    extension = workspace.extension()
    if schema < 5 or not extension:
        return []
    # Rank 1: compare the index with the articles, too. https://www.sqlite.org/fts5.html#the_integrity_check_command
    check = "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
    shell = subprocess.run(["sqlite3", path, ".load " + extension, check], capture_output=True, text=True)
    return ["index: " + shell.stderr.strip()] if shell.returncode else []


def own_problems(workspace, path, schema):
    if "check" not in workspace.subcommands or schema < 11:
        return []
    status, out, err = workspace.run(["check", "--archive", path], workspace.folder)
    return [] if status == 0 else ["check ended with %s: %s" % (status, (out + err).strip())]
