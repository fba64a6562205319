"""Operations that are killed again and again, and begun again until they come to an end."""
import dataclasses
import os
import random
import subprocess
import time

from content import differences, finished_dumps
from operations import ARCHIVE, OPERATIONS, large_dumps, prepared


@dataclasses.dataclass
class Tally:
    kills: int = 0
    ends: int = 0
    problems: list = dataclasses.field(default_factory=list)


def kill_one(case, folder, moment):
    """Runs the operation for so long; whether it was killed, and what it had printed."""
    process = case.workspace.start(case.operation.arguments, folder)
    try:
        out, err = process.communicate(timeout=moment)
        if process.returncode != 0 and not case.is_done(folder):
            raise SystemExit("%s after a kill ended with %d: %s" % (case.operation.name, process.returncode, err))
        return False, out
    except subprocess.TimeoutExpired:
        process.kill()
        return True, process.communicate()[0]


def duration(case):
    folder = case.workspace.copy(case.folder, "timed")
    began = time.monotonic()
    case.workspace.require(case.operation.arguments, folder)
    return time.monotonic() - began


def disturb(case, kills, moments):
    """Kills the operation so many times; at the end the archive must be as if nothing had been."""
    tally, longest = Tally(), duration(case)
    folder, records = case.workspace.copy(case.folder, "killed"), 0
    while tally.kills < kills and not tally.problems:
        was_killed, printed = kill_one(case, folder, moments.uniform(0, longest))
        tally.kills += was_killed
        tally.problems += case.wrong(folder, printed)
        left = finished_dumps(os.path.join(folder, ARCHIVE))[1]
        if not case.operation.is_whole and left < records:
            tally.problems.append("%d records, after %d had been there" % (left, records))
        records = left
        if not was_killed:
            tally.ends += 1
            tally.problems += differences(case.after, case.state(folder))
            folder, records = case.workspace.copy(case.folder, "killed"), 0
    if not tally.problems:
        end(case, folder, tally)
    return tally, longest


def end(case, folder, tally):
    """The last one is left in peace."""
    status, _, err = case.workspace.run(case.operation.arguments, folder)
    tally.ends += 1
    if status != 0 and not case.is_done(folder):
        tally.problems.append("the last run ended with %s: %s" % (status, err))
    elif case.wrong(folder):
        tally.problems += case.wrong(folder)
    else:
        tally.problems += differences(case.after, case.state(folder))


def run(workspace, scale, seed):
    """Kills every operation that there is; what was wrong."""
    moments, wrong = random.Random(seed), []
    known = sum(operation.needs in workspace.subcommands for operation in OPERATIONS)
    each = -(-scale.kills // known)
    for case in prepared(workspace, large_dumps(workspace, seed, scale.records)):
        tally, longest = disturb(case, each, moments)
        print("  %-12s %d kills, %d runs to the end, %.1f s undisturbed: %s"
              % (case.operation.name, tally.kills, tally.ends, longest, tally.problems or "sound and the same"))
        wrong += ["%s: %s" % (case.operation.name, problem) for problem in tally.problems]
    return wrong
