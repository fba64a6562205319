"""Archives with changed bytes, and with pages that were swapped, emptied or cut off: no crash, no hang, and every damage
is reported or harmless."""
import collections
import os
import resource
import select
import subprocess

from content import problems
from operations import FIXTURES
from workspace import HERE

# A case takes some ten milliseconds.
TIME_LIMIT = 30
MEMORY_LIMIT = 8 << 30


def build():
    package = os.path.join(HERE, "Damage")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", package, "--quiet"], check=True)
    return os.path.join(package, ".build", "release", "Damage")


class Worker:
    """Does the harm of seeds one after the other, in a process that may die of it."""

    def __init__(self, workspace, program, kind):
        self.workspace, self.program, self.kind = workspace, program, kind
        self.folder = workspace.fresh("damaged")
        self.outcomes, self.problems, self.unseen = collections.Counter(), [], []

    def run(self, first, count):
        """All seeds; one that ends the process is skipped by the next process."""
        seed, end = first, first + count
        while seed < end:
            last = self._process(seed, end - seed)
            if last is None:
                return
            seed = last + 1

    def _process(self, first, count):
        """Until the process ends; the seed that ended it, or None when it came to its own end."""
        process = subprocess.Popen(
            [self.program, self.workspace.path("pristine.sqlite"), os.path.join(FIXTURES, "listing-tiny-invented-later.txt"),
             self.folder, self.kind, str(first), str(count)],
            stdout=subprocess.PIPE, stderr=open(self.workspace.path("stderr"), "wb"),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT)))
        seed, is_hanging = first, False
        for line in self._lines(process):
            if line is None:
                is_hanging = True
                process.kill()
                break
            word, _, rest = line.partition(" ")
            if word == "begin":
                seed = int(rest)
            else:
                self._note(word, rest)
        status = process.wait()
        if status == 0:
            return None
        what = "hung" if is_hanging else "crashed (%d)" % status
        self.outcomes[what.split()[0]] += 1
        with open(self.workspace.path("stderr"), encoding="utf-8", errors="replace") as file:
            self.problems.append("seed %d %s: %s" % (seed, what, file.read(2000)))
        return seed

    def _lines(self, process):
        """What the process says, a line at a time; None when it has been silent for too long."""
        rest = b""
        while True:
            ready, _, _ = select.select([process.stdout], [], [], TIME_LIMIT)
            if not ready:
                yield None
                return
            piece = os.read(process.stdout.fileno(), 1 << 16)
            if not piece:
                return
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                yield line.decode(errors="replace")

    def _note(self, word, rest):
        seed, _, text = rest.partition(" ")
        if word == "changed":
            # Nothing was reported, and something else was read: would somebody who looks for damage find it?
            word = "found by a check" if problems(self.workspace, text) else "unseen"
            if word == "unseen":
                self.unseen.append(seed)
            os.remove(text)
        elif word == "stranger":
            self.problems.append("seed %s: an error that is not the library's: %s" % (seed, text))
        self.outcomes[word] += 1


def run(workspace, scale, seed):
    program = build()
    pristine = "pristine.sqlite"
    workspace.require(["import", "--quiet", "--archive", pristine, os.path.join(FIXTURES, "listing-tiny-invented.txt")],
                      workspace.folder)
    wrong = []
    for kind, count in ("bytes", scale.damaged_bytes), ("pages", scale.damaged_pages):
        worker = Worker(workspace, program, kind)
        worker.run(seed, count)
        told = ", ".join("%d %s" % (number, name) for name, number in sorted(worker.outcomes.items()))
        print("  %-6s %d archives: %s" % (kind, count, told), flush=True)
        wrong += ["%s, seed %s: values changed, and nothing says so" % (kind, seed) for seed in worker.unseen]
        wrong += ["%s, %s" % (kind, problem) for problem in worker.problems]
    return wrong
