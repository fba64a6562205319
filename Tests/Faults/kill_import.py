#!/usr/bin/env python3
"""Kills an import again and again, lets it resume, and compares the archive with one that was left in peace.

    kill_import.py COMMAND [DUMP] [--kills N] [--seed N]

COMMAND is the news-archive binary, DUMP a listing of some tens of megabytes or more; without one, 40 MB of invented
text are written and used. Every kill is SIGKILL at a random
moment of the import. After each one the archive must be sound; at the end it must hold the same articles, sightings and
revisions as the undisturbed one. Exit status 0 when all of that holds.
"""
import argparse
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

# What two imports of the same dump must agree in, whatever happened on the way.
CONTENT = {
    "articles": """
        SELECT article.id, headline, published, precision, utc_offset, origin, views, credit, body.text
        FROM article LEFT JOIN body ON body.article_id = article.id ORDER BY article.id""",
    "sightings": """
        SELECT sighting.article_id, position, seen, sighting.published, sighting.precision, sighting.views, rule_id,
          other_article_id, agreement, revision.headline, revision.body
        FROM sighting LEFT JOIN revision ON revision.id = sighting.revision_id
        ORDER BY sighting.article_id, position""",
    "revisions": "SELECT article_id, headline, body, credit FROM revision ORDER BY 1, 2, 3",
    "keys": "SELECT key, article_id FROM headline_key ORDER BY 1, 2",
    "dumps": "SELECT bytes, digest, taken, records, added, seen_again, revised, rejected FROM dump",
}


def invent(path, chance, records=16000):
    """A listing of invented words, every tenth record a repeat with more views."""
    words = ["".join(chance.choices("aeioumnrstlkdv", k=chance.randint(2, 9))) for _ in range(5000)]
    minutes, known = 29_000_000, []
    with open(path, "w", encoding="utf-8") as out:
        out.write(" date 2025-02-20\n")
        for number in range(records):
            if known and number % 10 == 0:
                stamp, headline, body = chance.choice(known)
            else:
                minutes -= chance.randint(1, 40)
                stamp = time.strftime("%d.%m.%Y, %H:%M", time.gmtime(minutes * 60))
                headline = " ".join(chance.choices(words, k=8)).capitalize() + " %d" % number
                body = "\n".join(" ".join(chance.choices(words, k=80)) + "." for _ in range(5))
                known.append((stamp, headline, body))
            out.write("%s %d\n%s\n%s\n" % (stamp, number, headline, body))


def content(path):
    """A digest and a number of rows for each part of the archive."""
    with sqlite3.connect(path) as archive:
        found = {}
        for name, sql in CONTENT.items():
            digest, rows = hashlib.sha256(), 0
            for row in archive.execute(sql):
                digest.update(repr(row).encode())
                rows += 1
            found[name] = (rows, digest.hexdigest()[:16])
        return found


def problems(path, extension):
    """What SQLite and FTS5 find wrong with the archive."""
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return []
    archive = sqlite3.connect(path)
    try:
        found = [row[0] for row in archive.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [str(row) for row in archive.execute("PRAGMA foreign_key_check")]
        has_index = archive.execute("PRAGMA user_version").fetchone()[0] >= 5
    except sqlite3.DatabaseError as error:
        return [str(error)]
    finally:
        archive.close()
    if has_index and extension:
        check = "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
        shell = subprocess.run(["sqlite3", path, ".load " + extension, check], capture_output=True, text=True)
        found += [shell.stderr] if shell.returncode else []
    return found


def build_extension(folder):
    """The tokenizer for the sqlite3 shell, without which nobody but the library can look at the index."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "CNewsArchiveSQLite")
    if not shutil.which("cc") or not shutil.which("sqlite3"):
        print("the index is not checked: there is no cc or no sqlite3")
        return None
    library = os.path.join(folder, "newsarchive.so")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-I" + os.path.join(source, "include"),
                    os.path.join(source, "extension", "newsarchive.c"), "-o", library], check=True)
    return library


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("dump", nargs="?")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)

    with tempfile.TemporaryDirectory() as folder:
        peaceful, killed = os.path.join(folder, "peaceful.sqlite"), os.path.join(folder, "killed.sqlite")

        extension = build_extension(folder)
        dump = arguments.dump or os.path.join(folder, "invented.txt")
        if not arguments.dump:
            invent(dump, moments)

        def start(archive):
            return subprocess.Popen([arguments.command, "import", "--quiet", "--archive", archive, dump])

        began = time.monotonic()
        if start(peaceful).wait() != 0:
            sys.exit("the undisturbed import failed")
        duration = time.monotonic() - began

        kills = finished = 0
        while kills < arguments.kills:
            process = start(killed)
            try:
                process.wait(timeout=moments.uniform(0, duration / 2))
                # It got to the end: begin again, with the kills that are left.
                finished += 1
                if content(peaceful) != content(killed):
                    sys.exit("the resumed archive differs from the undisturbed one")
                for suffix in ("", "-wal", "-shm"):
                    if os.path.exists(killed + suffix):
                        os.remove(killed + suffix)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
                wrong = problems(killed, extension)
                if wrong:
                    sys.exit("after kill %d: %s" % (kills, wrong))
        if start(killed).wait() != 0:
            sys.exit("the last import failed")
        wrong = problems(killed, extension)
        expected, found = content(peaceful), content(killed)
        for name in CONTENT:
            print("%-10s %8d rows  %s" % (name, found[name][0], "same" if expected[name] == found[name] else "DIFFER"))
        print("%d kills, %d imports that came to an end between them, %.1f s undisturbed; %s"
              % (kills, finished + 1, duration, "sound" if not wrong else wrong))
        sys.exit(0 if expected == found and not wrong else 1)


main()
