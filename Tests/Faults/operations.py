"""What is disturbed: every operation that writes."""
import dataclasses
import os
import random
import shutil
import typing

from content import content, finished_dumps, problems
from listing import invent
from old_archive import make_old
from workspace import ROOT

FIXTURES = os.path.join(ROOT, "Tests", "Fixtures", "Dumps")
ARCHIVE = "news.sqlite"


@dataclasses.dataclass(frozen=True)
class Operation:
    """One operation: what it is done to, how it is asked for, and which states it may leave when it is disturbed."""
    name: str
    # Puts what it works on into an empty folder, from the dumps "first.txt" and "second.txt" that are there.
    prepare: typing.Callable
    arguments: list
    # What the command must know.
    needs: str
    # Whether it is all or nothing; else it is done in parts, each of which counts.
    is_whole: bool = True


def _import(workspace, folder, dumps, archive=ARCHIVE):
    workspace.require(["import", "--quiet", "--archive", archive] + dumps, folder)


def _nothing(workspace, folder):
    pass


def _one(workspace, folder):
    _import(workspace, folder, ["first.txt"])


def put_both(workspace, folder):
    _import(workspace, folder, ["first.txt", "second.txt"])


def _two_archives(workspace, folder):
    _import(workspace, folder, ["first.txt"])
    _import(workspace, folder, ["second.txt"], "other.sqlite")


def _holes(workspace, folder):
    """An archive with free pages: what compacting is for."""
    put_both(workspace, folder)
    if "undo-import" in workspace.subcommands:
        workspace.require(["undo-import", "--archive", ARCHIVE, "second.txt"], folder)


def _old(workspace, folder):
    _import(workspace, folder, ["first.txt"], "present.sqlite")
    make_old(os.path.join(folder, "present.sqlite"), os.path.join(folder, ARCHIVE))
    os.remove(os.path.join(folder, "present.sqlite"))


OPERATIONS = [
    Operation("import", _nothing, ["import", "--json", "--archive", ARCHIVE, "first.txt", "second.txt"], "import",
              is_whole=False),
    Operation("merge", _two_archives, ["merge", "--archive", ARCHIVE, "other.sqlite"], "merge", is_whole=False),
    Operation("undo-import", put_both, ["undo-import", "--archive", ARCHIVE, "second.txt"], "undo-import"),
    Operation("compact", _holes, ["compact", "--archive", ARCHIVE], "compact"),
    # An archive of an earlier version is brought up to date by the first command that may write to it.
    Operation("migration", _old, ["import", "--json", "--archive", ARCHIVE, "first.txt"], "import", is_whole=False),
]


class Prepared:
    """An operation with what it needs, of one size, and with what it leads to when nothing disturbs it."""

    def __init__(self, workspace, operation, dumps):
        self.workspace, self.operation = workspace, operation
        self.folder = workspace.fresh("prepared-" + operation.name)
        for name, source in dumps.items():
            shutil.copyfile(source, os.path.join(self.folder, name))
        operation.prepare(workspace, self.folder)
        self.before = self.state(self.folder)
        peaceful = workspace.copy(self.folder, "peaceful-" + operation.name)
        workspace.require(operation.arguments, peaceful)
        self.after = content(os.path.join(peaceful, ARCHIVE))
        found = problems(workspace, os.path.join(peaceful, ARCHIVE))
        if found:
            raise SystemExit("%s without any disturbance: %s" % (operation.name, found))

    def state(self, folder):
        """What the archive holds; None for one that is not there, or of an earlier version."""
        try:
            return content(os.path.join(folder, ARCHIVE))
        except Exception:
            return None

    def is_done(self, folder):
        return self.state(folder) == self.after

    def wrong(self, folder, printed=""):
        """What must not be, after the operation was disturbed and had printed so much."""
        archive = os.path.join(folder, ARCHIVE)
        found = problems(self.workspace, archive)
        if found:
            return found
        state = self.state(folder)
        if self.operation.is_whole and state not in (self.before, self.after):
            found.append("neither as before nor as after it")
        elif self.before and state is None:
            found.append("what was in the archive is gone")
        elif not self.operation.is_whole:
            found += self._lost(archive, printed)
        if printed and self.operation.needs != "import" and state != self.after:
            found.append("it said that it was done, and it was not")
        return found

    def _lost(self, archive, printed):
        """The dumps that were told to be stored, and are not."""
        names, records = finished_dumps(archive)
        told = [line for line in printed.splitlines() if line.endswith("}")] if self.operation.needs == "import" else []
        lost = ["%s was stored, and is not" % line for line in told
                if not any('"%s"' % name in line for name in names)]
        if self.before and records < sum_of_records(self.before):
            lost.append("%d records are left of what was there before" % records)
        return lost


def sum_of_records(state):
    return state["sightings"][0]


def small_dumps():
    """Two dumps of some dozen records that share articles."""
    return {"first.txt": os.path.join(FIXTURES, "listing-tiny-invented.txt"),
            "second.txt": os.path.join(FIXTURES, "listing-tiny-invented-later.txt")}


def large_dumps(workspace, seed, records):
    """Two dumps of so many invented records each; half of the second are the first one's."""
    first, second = workspace.path("large-1.txt"), workspace.path("large-2.txt")
    invent(first, random.Random(seed), records)
    invent(second, random.Random(seed + 1), records // 2)
    with open(first, encoding="utf-8") as source, open(second, "a", encoding="utf-8") as out:
        # The header, and then seven lines a record.
        lines = source.readlines()[1:]
        out.writelines(lines[: len(lines) // 14 * 7])
    return {"first.txt": first, "second.txt": second}


def prepared(workspace, dumps, operations=OPERATIONS):
    """The operations that the command knows, ready to be disturbed; the others are named as skipped."""
    for operation in operations:
        if operation.needs not in workspace.subcommands:
            print("  %-12s skipped: this news-archive does not have it" % operation.name)
            continue
        yield Prepared(workspace, operation, dumps)
