"""Readers that search without pause beside importers: they wait for nobody, and see whole chunks or nothing of them."""
import json
import os
import random
import threading
import time

from content import problems
from listing import invent, words

ARCHIVE = "news.sqlite"
RECORDS = 200

# What an importer may say: that another one holds the lock for longer than was to be waited.
DOCUMENTED_WAIT = "is being written by another process; try again later"


class Field:
    """What the threads share."""

    def __init__(self, workspace, folder, seed):
        self.workspace, self.folder, self.seed = workspace, folder, seed
        self.lock = threading.Lock()
        self.wrong, self.counts = [], {"searches": 0, "whole": 0, "imports": 0, "waits": 0}
        self.begun, self.finished = [], set()

    def count(self, name):
        with self.lock:
            self.counts[name] += 1

    def complain(self, problem):
        with self.lock:
            self.wrong.append(problem)

    def marker(self, dump):
        """A word that the texts of one dump have, and nothing else: each dump is one chunk, so that it is found in all
        of its articles or in none."""
        return "chunk%sx" % "".join("abcdefghij"[int(digit)] for digit in str(dump))


def articles_of(records):
    """How many articles a listing of listing.invent has: every tenth record is a repeat."""
    return records - records // 10


def import_without_pause(field, number, end):
    vocabulary = words(random.Random(field.seed))
    dump = number
    while time.monotonic() < end and not field.wrong:
        path = os.path.join(field.folder, "dump-%d.txt" % dump)
        # Other minutes for each: so that no two dumps share an article.
        invent(path, random.Random("%d %d" % (field.seed, dump)), RECORDS, vocabulary, field.marker(dump),
               first_minute=20_000_000 + dump * 10_000)
        with field.lock:
            field.begun.append(dump)
        if import_one(field, path):
            with field.lock:
                field.finished.add(dump)
        dump += 2


def import_one(field, path):
    """Imports a dump, as often as it takes."""
    for _ in range(10):
        status, _, err = field.workspace.run(["import", "--quiet", "--archive", ARCHIVE, path], field.folder)
        if status == 0:
            field.count("imports")
            return True
        if status != 1 or DOCUMENTED_WAIT not in err:
            field.complain("an import ended with %s: %r" % (status, err))
            return False
        field.count("waits")
    return False


def search_without_pause(field, number, end):
    chance = random.Random("%d reader %d" % (field.seed, number))
    while time.monotonic() < end and not field.wrong:
        with field.lock:
            # The newest ones above all: those that are under way.
            dump = chance.choice(field.begun[-3:]) if field.begun else None
            was_finished = dump in field.finished
        if dump is not None:
            search_one(field, dump, was_finished, chance.choice(["relevance", "newest", "views"]))


def search_one(field, dump, was_finished, order):
    """Counts the articles of a dump, and reads the first of them."""
    status, out, err = field.workspace.run(
        ["search", "--archive", ARCHIVE, "--sort", order, "--limit", "3", "--count", "--json", field.marker(dump)],
        field.folder)
    field.count("searches")
    if status != 0:
        return field.complain("a search ended with %s: %r" % (status, err))
    answer = json.loads(out)
    total, shown = answer["total"], len(answer["results"])
    if total not in ((articles_of(RECORDS),) if was_finished else (0, articles_of(RECORDS))):
        field.complain("%s articles of dump %d were found, and it has %d" % (total, dump, articles_of(RECORDS)))
    if shown != min(3, total):
        field.complain("%d of %d results were shown" % (shown, total))
    if total:
        field.count("whole")


def run(workspace, scale, seed):
    folder = workspace.fresh("readers")
    empty = os.path.join(folder, "empty.txt")
    invent(empty, random.Random(seed), 1)
    workspace.require(["import", "--quiet", "--archive", ARCHIVE, empty], folder)
    field, end = Field(workspace, folder, seed), time.monotonic() + scale.seconds
    threads = [threading.Thread(target=search_without_pause, args=(field, number, end)) for number in range(4)]
    threads += [threading.Thread(target=import_without_pause, args=(field, number, end)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("  4 readers and 2 importers for %d s: %s"
          % (scale.seconds, ", ".join("%d %s" % (count, name) for name, count in field.counts.items())))
    return field.wrong + problems(workspace, os.path.join(folder, ARCHIVE))
