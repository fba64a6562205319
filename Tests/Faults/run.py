#!/usr/bin/env python3
"""Does to archives what decades will do to them, and says what was lost.

    run.py COMMAND [--short | --long] [--only PART] [--seed N] [--seconds N]

COMMAND is the news-archive binary. The short run leaves out the parts that need builds of their own (damage, fuzz,
address, thread). It needs Python 3; parts that need more (cc, swift, root) say so and are skipped
where that is missing. Exit status 0 when nothing was wrong.
"""
import argparse
import dataclasses
import sys
import time

import damage
import full_disk
import fuzz
import kills
import readers
import sanitizers
import syscalls
from workspace import Workspace


@dataclasses.dataclass
class Scale:
    """How much of everything."""
    kills: int
    # Records of each dump that an operation is killed over.
    records: int
    # System calls of each operation that fail; 0 for all of them.
    calls: int
    # File systems of different sizes.
    disks: int
    # How long readers search beside importers.
    seconds: int
    # Archives with changed bytes, and with pages out of place.
    damaged_bytes: int
    damaged_pages: int
    # How long each target of libFuzzer is fed.
    fuzz_seconds: int


SHORT = Scale(kills=10, records=1500, calls=25, disks=5, seconds=10, damaged_bytes=300, damaged_pages=60,
              fuzz_seconds=20)
LONG = Scale(kills=500, records=12000, calls=0, disks=200, seconds=300, damaged_bytes=20_000, damaged_pages=2_000,
             fuzz_seconds=3600)

# In the order of their times; the short run leaves out those that need builds of their own.
PARTS = {
    "kills": kills.run,
    "syscalls": syscalls.run,
    "full-disk": full_disk.run,
    "readers": readers.run,
    "damage": damage.run,
    "fuzz": fuzz.run,
    "address": sanitizers.run_address,
    "thread": sanitizers.run_thread,
}
BUILDING = {"damage", "fuzz", "address", "thread"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--short", action="store_true", help="a minute in all: the default")
    length.add_argument("--long", action="store_true", help="hours in all")
    parser.add_argument("--only", choices=list(PARTS), help="one part, of any kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, help="how long readers search, and each target of the fuzzer is fed")
    return parser.parse_args()


def main():
    given = arguments()
    scale = LONG if given.long else SHORT
    if given.seconds:
        scale = dataclasses.replace(scale, seconds=given.seconds, fuzz_seconds=given.seconds)
    chosen = [given.only] if given.only else [name for name in PARTS if given.long or name not in BUILDING]
    wrong = []
    for name in chosen:
        print("%s:" % name, flush=True)
        began = time.monotonic()
        with Workspace(given.command) as workspace:
            found = PARTS[name](workspace, scale, given.seed)
        print("  %.1f s: %s" % (time.monotonic() - began, "%d problems" % len(found) if found else "nothing wrong"),
              flush=True)
        wrong += ["%s: %s" % (name, problem) for problem in found]
    for problem in wrong:
        print("PROBLEM %s" % problem, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
