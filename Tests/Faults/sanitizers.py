"""The test suite under the address sanitizer and under the thread sanitizer, each in a build of its own."""
import os
import shutil
import subprocess
import tempfile

from workspace import ROOT

OPTIONS = {
    # Swift's runtime keeps what it has made of types for as long as the process lives, which is no leak.
    "address": {"ASAN_OPTIONS": "detect_leaks=0"},
    "thread": {},
}


def suite(name):
    """Runs the suite under a sanitizer; what was wrong."""
    if not shutil.which("swift"):
        print("  skipped: there is no swift")
        return []
    scratch = os.path.join(tempfile.gettempdir(), "news-archive-%s-build" % name)
    process = subprocess.run(
        ["swift", "test", "--disable-xctest", "--sanitize=" + name, "--scratch-path", scratch], cwd=ROOT,
        env={**os.environ, **OPTIONS[name]}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    lines = process.stdout.splitlines()
    reports = [line for line in lines if "SUMMARY: " in line or "runtime error:" in line]
    print("  %s" % next((line for line in reversed(lines) if "Test run with" in line), "the tests did not end"))
    if process.returncode == 0 and not reports:
        return []
    log = os.path.join(scratch, "log.txt")
    with open(log, "w", encoding="utf-8") as file:
        file.write(process.stdout)
    return ["ended with %d: %s; all of it is in %s" % (process.returncode, reports[:5], log)]


def run_address(workspace, scale, seed):
    return suite("address")


def run_thread(workspace, scale, seed):
    return suite("thread")
