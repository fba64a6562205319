"""libFuzzer on the listing parser, the query parser, the tokenizer and the archive opener, with the address sanitizer, and
the undefined-behaviour sanitizer in what is C."""
import os
import re
import shutil
import subprocess

from operations import FIXTURES
from workspace import HERE, ROOT

PACKAGE = os.path.join(HERE, "Fuzzing")
VARIANTS = os.path.join(ROOT, "Tests", "Fixtures", "Variants")
# Each with the folders of its seeds; the opener's are made, for an archive is no text to keep here.
TARGETS = {
    "listing": [VARIANTS],
    "query": [os.path.join(PACKAGE, "Seeds", "query")],
    "words": [VARIANTS, os.path.join(PACKAGE, "Seeds", "query")],
    "opener": [],
}


def build():
    # lld, for gold ends with an internal error on what the sanitizers put into the objects.
    swift = ["-sanitize=fuzzer,address", "-use-ld=lld", "-Xclang-linker", "-fsanitize=undefined"]
    c = ["-fsanitize=fuzzer-no-link,address,undefined", "-fno-sanitize-recover=undefined"]
    flags = [part for flag in swift for part in ("-Xswiftc", flag)] + [part for flag in c for part in ("-Xcc", flag)]
    subprocess.run(["swift", "build", "-c", "release", "--quiet", "--package-path", PACKAGE, "--product", "Fuzzing"] + flags,
                   check=True)
    return os.path.join(PACKAGE, ".build", "release", "Fuzzing")


def opener_seeds(workspace):
    folder = workspace.fresh("opener-seeds")
    workspace.require(["import", "--quiet", "--archive", "news.sqlite",
                       os.path.join(FIXTURES, "listing-tiny-invented.txt")], folder)
    return folder


def fuzz(workspace, program, target, seeds, seconds, seed):
    """Runs one target for so long; what was wrong. What it found is kept in the current folder."""
    corpus, kept = workspace.fresh("corpus-" + target), os.path.abspath("fuzz-%s-" % target)
    # Swift's runtime keeps what it has made of types for as long as the process lives, which is no leak.
    environment = {**os.environ, "NEWS_ARCHIVE_TARGET": target, "ASAN_OPTIONS": "detect_leaks=0"}
    log = subprocess.run(
        [program, "-max_total_time=%d" % seconds, "-seed=%d" % seed, "-timeout=30", "-rss_limit_mb=4096",
         "-max_len=262144", "-artifact_prefix=" + kept, corpus] + seeds,
        env=environment, capture_output=True, text=True, errors="replace")
    runs = re.search(r"Done (\d+) runs", log.stderr)
    print("  %-8s %s runs in %d s, %d inputs kept for what they reach"
          % (target, runs.group(1) if runs else "?", seconds, len(os.listdir(corpus))), flush=True)
    if log.returncode == 0:
        return []
    return ["%s ended with %d; its input is %s*: %s" % (target, log.returncode, kept, log.stderr[-3000:])]


def run(workspace, scale, seed):
    if not shutil.which("swift"):
        print("  skipped: there is no swift")
        return []
    program, wrong = build(), []
    for target, seeds in TARGETS.items():
        seeds = seeds or [opener_seeds(workspace)]
        wrong += fuzz(workspace, program, target, seeds, scale.fuzz_seconds, seed)
    return wrong
