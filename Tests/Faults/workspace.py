"""A folder to do harm in, and the command that is to withstand it."""
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))

# Longer than anything here takes: what takes longer hangs.
TIME_LIMIT = 300


class Workspace:
    """A temporary folder, in memory where there is room, and runs of the command in it."""

    def __init__(self, command):
        self.command = os.path.abspath(command)
        self.folder = tempfile.mkdtemp(prefix="news-archive-faults-", dir=memory_folder())
        self.subcommands = self._subcommands()
        self._extension = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def fresh(self, name):
        """An empty folder of that name."""
        path = self.path(name)
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path)
        return path

    def copy(self, folder, name):
        """A copy of a folder, under another name."""
        path = self.path(name)
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(folder, path)
        return path

    def start(self, arguments, folder, environment=None, **options):
        return subprocess.Popen([self.command] + arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, errors="replace", env={**os.environ, **(environment or {})}, **options)

    def run(self, arguments, folder, environment=None, time_limit=TIME_LIMIT):
        """The exit status, what was printed and what was said; None for the status of a run that hung."""
        process = self.start(arguments, folder, environment)
        try:
            out, err = process.communicate(timeout=time_limit)
            return process.returncode, out, err
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            return None, out, err

    def require(self, arguments, folder):
        """A run that must succeed; what it printed."""
        status, out, err = self.run(arguments, folder)
        if status != 0:
            raise SystemExit("news-archive %s ended with %s: %s" % (" ".join(arguments), status, err))
        return out

    def _subcommands(self):
        """What the command can do: parts of it may be younger than this harness, or older."""
        help_text = subprocess.run([self.command, "help"], capture_output=True, text=True, check=True).stdout
        listed = help_text.partition("SUBCOMMANDS:")[2].splitlines()
        return {line.split()[0] for line in listed if line.startswith("  ") and line[2:3].strip()}

    def extension(self):
        """The tokenizer for the sqlite3 shell, without which nobody but the library can look at the index; None where
        it cannot be had."""
        if self._extension is None:
            self._extension = self._build_extension() or ""
        return self._extension or None

    def _build_extension(self):
        if not shutil.which("cc") or not shutil.which("sqlite3"):
            print("  the index is checked by the command alone: there is no cc or no sqlite3")
            return None
        source = os.path.join(ROOT, "Sources", "CNewsArchiveSQLite")
        library = self.path("newsarchive.so")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-I" + os.path.join(source, "include"),
                        os.path.join(source, "extension", "newsarchive.c"), "-o", library], check=True)
        return library


def memory_folder():
    """Where files are fast, and written to no disk: /dev/shm with a gigabyte free, else the usual place."""
    try:
        status = os.statvfs("/dev/shm")
        if status.f_bavail * status.f_frsize > 1 << 30 and os.access("/dev/shm", os.W_OK):
            return "/dev/shm"
    except OSError:
        pass
    return None
