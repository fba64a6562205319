"""Every system call of every operation fails in turn, and the disk is full from every moment on."""
import collections
import errno
import os
import random
import shutil
import subprocess

from operations import ARCHIVE, Operation, OPERATIONS, prepared, put_both, small_dumps
from workspace import HERE

# What a call may end with: the error, and how (see failing_calls.c).
ENDINGS = [(errno.EIO, "once"), (errno.ENOSPC, "once"), (errno.ENOSPC, "full"), (errno.EIO, "torn")]

# SQLite waits for a lock for 5 seconds; a run that takes much longer hangs.
TIME_LIMIT = 60

SEARCH = Operation("search", put_both, ["search", "--archive", ARCHIVE, "--count", "--json", "ferry"], "search")


def build(workspace):
    """The library that makes calls fail; None where there is no compiler."""
    if not shutil.which("cc"):
        return None
    library = workspace.path("failing_calls.so")
    subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
                    os.path.join(HERE, "failing_calls.c"), "-o", library, "-ldl"], check=True)
    return library


class Disturbance:
    """One operation over small archives, with calls that fail."""

    def __init__(self, case, library):
        self.case, self.library, self.workspace = case, library, case.workspace
        self.outcomes = collections.Counter()
        self.problems = []
        # What the articles may be afterwards, and what the archive may be in the end.
        self.stages, self.ends = self._stages()
        self.answer = None
        self.calls = self._count()

    def _stages(self):
        stages, ends = [self.case.before, self.case.after], [self.case.after]
        if self.case.operation.name == "import":
            # An unreadable dump does not keep the other from being imported, so that they may come in either order.
            for dump in "first.txt", "second.txt":
                folder = self.workspace.copy(self.case.folder, "stage")
                self.workspace.require(["import", "--quiet", "--archive", ARCHIVE, dump], folder)
                stages.append(self.case.state(folder))
                self.workspace.require(self.case.operation.arguments, folder)
                ends.append(self.case.state(folder))
        return [articles(state) for state in stages + ends], ends

    def _run(self, folder, at=0, error=0, mode="once", log=""):
        environment = {"LD_PRELOAD": self.library, "FAIL_FOLDER": folder, "FAIL_AT": str(at),
                       "FAIL_ERRNO": str(error), "FAIL_MODE": mode, "FAIL_LOG": log}
        return self.workspace.run(self.case.operation.arguments, folder, environment, TIME_LIMIT)

    def _count(self):
        """What the operation calls when nothing fails, in order."""
        folder, log = self.workspace.copy(self.case.folder, "counted"), self.workspace.path("calls.log")
        if os.path.exists(log):
            os.remove(log)
        status, self.answer, err = self._run(folder, log=log)
        if status != 0:
            raise SystemExit("%s with calls that are counted ended with %s: %s"
                             % (self.case.operation.name, status, err))
        with open(log, encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file]

    def trials(self):
        """Every call with every ending that makes sense for it."""
        for number, call in enumerate(self.calls, 1):
            needs_room = call.split()[0].endswith("+")
            for error, mode in ENDINGS:
                if needs_room or (error, mode) == (errno.EIO, "once"):
                    yield number, call, error, mode

    def disturb(self, trial):
        number, call, error, mode = trial
        folder = self.workspace.copy(self.case.folder, "failed")
        status, out, err = self._run(folder, number, error, mode)
        found = self._judge(folder, status, out, err)
        if not found:
            found = self._judge_next_run(folder)
        self.outcomes["harmless" if status == 0 else "reported"] += 1
        self.problems += ["call %d (%s) %s %s: %s" % (number, call, errno.errorcode[error], mode, problem)
                          for problem in found]

    def _judge(self, folder, status, out, err):
        if status is None:
            return ["it hung"]
        if status < 0 or status >= 128:
            return ["it crashed (%d): %s" % (status, err[-500:])]
        found = self.case.wrong(folder, out if self.case.operation is not SEARCH else "")
        state = self.case.state(folder)
        if articles(state) not in self.stages:
            found.append("the articles are neither those before nor those after a part of it")
        if status == 0:
            found += self._judge_success(state, out, err)
        elif not any(name in err for name in (ARCHIVE, *os.listdir(self.case.folder))):
            found.append("it does not say where: %r" % err)
        return found

    def _judge_success(self, state, out, err):
        if state != self.case.after:
            return ["it said that it was done, and it was not: %r" % err]
        if self.case.operation is SEARCH and out != self.answer:
            return ["it found something else"]
        return []

    def _judge_next_run(self, folder):
        status, _, err = self.workspace.run(self.case.operation.arguments, folder, time_limit=TIME_LIMIT)
        is_done = self.case.state(folder) in self.ends
        if status != 0 and not is_done:
            return ["the next run ended with %s: %s" % (status, err)]
        found = self.case.wrong(folder)
        return found if found or is_done else ["the next run led to something else"]


def articles(state):
    """What an archive holds, but for what it says of dumps; an archive that is not there holds nothing."""
    parts = {name: found for name, found in (state or {}).items() if name != "dumps"}
    return parts if any(rows for rows, _ in parts.values()) else {}


def run(workspace, scale, seed):
    library = build(workspace)
    if not library:
        print("  skipped: there is no cc")
        return []
    chance, wrong = random.Random(seed), []
    for case in prepared(workspace, small_dumps(), OPERATIONS + [SEARCH]):
        disturbance = Disturbance(case, library)
        trials = list(disturbance.trials())
        if scale.calls:
            trials = sorted(chance.sample(trials, min(scale.calls, len(trials))))
        for trial in trials:
            disturbance.disturb(trial)
        told = ", ".join("%d %s" % (count, name) for name, count in sorted(disturbance.outcomes.items()))
        print("  %-12s %d calls, %d failures: %s; %d problems"
              % (case.operation.name, len(disturbance.calls), len(trials), told, len(disturbance.problems)), flush=True)
        wrong += ["%s: %s" % (case.operation.name, problem) for problem in disturbance.problems]
    return wrong
