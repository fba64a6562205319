"""A file system that is too small: imports end, keep what they had stored, and go on when there is room."""
import os
import random
import shutil
import subprocess

from content import content, differences, finished_dumps, problems
from listing import invent

ARCHIVE = "news.sqlite"


def mount(folder, size, is_again=False):
    options = "%ssize=%d" % ("remount," if is_again else "", size)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True).returncode == 0


def run(workspace, scale, seed):
    dumps = []
    for number in range(3):
        dumps.append(workspace.path("dump-%d.txt" % number))
        invent(dumps[-1], random.Random(seed + number), scale.records // 6)
    arguments = ["import", "--json", "--archive", ARCHIVE] + dumps
    peaceful = workspace.fresh("peaceful")
    workspace.require(arguments, peaceful)
    expected, size = content(os.path.join(peaceful, ARCHIVE)), os.path.getsize(os.path.join(peaceful, ARCHIVE))
    wrong, full = [], 0
    for number in range(scale.disks):
        folder = workspace.fresh("small")
        # The archive and its write-ahead log, which is as large as the largest transaction.
        room = 4096 * ((number + 1) * 2 * size // scale.disks // 4096 + 1)
        if not mount(folder, room):
            print("  skipped: no file system can be mounted here (not root)")
            return []
        try:
            found, was_full = fill(workspace, arguments, folder, expected, 8 * size)
        finally:
            subprocess.run(["umount", "-l", folder])
        full += was_full
        wrong += ["with %d bytes: %s" % (room, problem) for problem in found]
    print("  %d file systems, %d of them too small for an archive of %d bytes" % (scale.disks, full, size))
    return wrong


def fill(workspace, arguments, folder, expected, room):
    """What was wrong, and whether the room was not enough."""
    status, out, err = workspace.run(arguments, folder)
    archive = os.path.join(folder, ARCHIVE)
    if status == 0:
        return differences(expected, content(archive)), False
    wrong = []
    if status != 1 or "full" not in err or ARCHIVE not in err:
        wrong.append("it ended with %s: %r" % (status, err))
    # Looking at an archive in write-ahead mode needs room, too.
    copy = workspace.copy(folder, "copy")
    wrong += problems(workspace, os.path.join(copy, ARCHIVE))
    told = sum(line.endswith("}") for line in out.splitlines())
    if len(finished_dumps(os.path.join(copy, ARCHIVE))[0]) < told:
        wrong.append("%d dumps were told to be stored, and are not all" % told)
    shutil.rmtree(copy)
    mount(folder, room, is_again=True)
    status, _, err = workspace.run(arguments, folder)
    if status != 0:
        return wrong + ["with room again it ended with %s: %s" % (status, err)], True
    return wrong + problems(workspace, archive) + differences(expected, content(archive)), True
