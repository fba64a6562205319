// Makes one of a program's system calls fail, or all from one on, where they concern files of one folder. To be loaded
// before the C library (LD_PRELOAD).
//
//   FAIL_FOLDER  the folder, absolute, without a slash at its end
//   FAIL_AT      the number of the call that fails, from 1; 0 for none
//   FAIL_ERRNO   the error, as a number
//   FAIL_MODE    once (default); full: from there on, every call that needs room; torn: a write does half of its work first
//   FAIL_LOG     a file to which each call is appended: its name and what it concerns. A "+" after the name: it needs room

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096, NAME = 256 };
enum verdict { PASS, FAIL, TEAR };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char names[DESCRIPTORS][NAME];
static long calls;

static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value ? value : "";
}

// The rest of a path under the folder; NULL for one elsewhere. A relative path counts from the folder, in which the program
// is run.
static const char *place(const char *path) {
    const char *folder = setting("FAIL_FOLDER");
    size_t size = strlen(folder);
    if (!size || !path) return NULL;
    if (path[0] != '/') return path;
    return !strncmp(path, folder, size) && path[size] == '/' ? path + size + 1 : NULL;
}

static const char *name_of(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS && names[descriptor][0] ? names[descriptor] : NULL;
}

static void record(const char *call, int needs_room, const char *name) {
    static int log = -2;
    if (log == -2) {
        const char *path = setting("FAIL_LOG");
        log = *path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
    }
    if (log < 0) return;
    char line[2 * NAME];
    int size = snprintf(line, sizeof line, "%s%s %s\n", call, needs_room ? "+" : "", name);
    if (size > (int)sizeof line - 1) size = sizeof line - 1;
    syscall(SYS_write, log, line, size);
}

// Counts a call that concerns `name`, and says what is to become of it; errno is set when it is to fail.
static enum verdict judge(const char *call, int needs_room, const char *name) {
    if (!name) return PASS;
    pthread_mutex_lock(&lock);
    long number = ++calls;
    record(call, needs_room, name);
    pthread_mutex_unlock(&lock);
    long at = atol(setting("FAIL_AT"));
    const char *mode = setting("FAIL_MODE");
    int is_full = !strcmp(mode, "full");
    if (!at || number < at || (number > at && !is_full) || (is_full && !needs_room)) return PASS;
    errno = atoi(setting("FAIL_ERRNO"));
    return !strcmp(mode, "torn") ? TEAR : FAIL;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(int descriptor, const char *name) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS)
        snprintf(names[descriptor], NAME, "%s", name ? name : "");
    return descriptor;
}

#define OPEN(function)                                                                   \
    int function(const char *path, int flags, ...) {                                     \
        va_list list;                                                                    \
        va_start(list, flags);                                                           \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;          \
        va_end(list);                                                                    \
        const char *name = place(path);                                                  \
        if (judge("open", (flags & O_CREAT) != 0, name)) return -1;                      \
        return opened(REAL(function)(path, flags, mode), name);                          \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                                                 \
    int function(int folder, const char *path, int flags, ...) {                         \
        va_list list;                                                                    \
        va_start(list, flags);                                                           \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;          \
        va_end(list);                                                                    \
        const char *name = place(path);                                                  \
        if (judge("openat", (flags & O_CREAT) != 0, name)) return -1;                    \
        return opened(REAL(function)(folder, path, flags, mode), name);                  \
    }
OPENAT(openat)
OPENAT(openat64)

// A descriptor that could not be closed is closed all the same: close(2).
int close(int descriptor) {
    const char *name = name_of(descriptor);
    enum verdict verdict = judge("close", 0, name);
    int error = errno;
    if (name) names[descriptor][0] = 0;
    int result = REAL(close)(descriptor);
    if (!verdict) return result;
    errno = error;
    return -1;
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    return judge("read", 0, name_of(descriptor)) ? -1 : REAL(read)(descriptor, bytes, count);
}

#define PREAD(function, offset_type)                                                     \
    ssize_t function(int descriptor, void *bytes, size_t count, offset_type offset) {    \
        if (judge("pread", 0, name_of(descriptor))) return -1;                           \
        return REAL(function)(descriptor, bytes, count, offset);                         \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

ssize_t write(int descriptor, const void *bytes, size_t count) {
    enum verdict verdict = judge("write", 1, name_of(descriptor));
    int error = errno;
    if (!verdict) return REAL(write)(descriptor, bytes, count);
    if (verdict == TEAR) REAL(write)(descriptor, bytes, count / 2);
    errno = error;
    return -1;
}

#define PWRITE(function, offset_type)                                                    \
    ssize_t function(int descriptor, const void *bytes, size_t count, offset_type offset) { \
        enum verdict verdict = judge("pwrite", 1, name_of(descriptor));                  \
        int error = errno;                                                               \
        if (!verdict) return REAL(function)(descriptor, bytes, count, offset);           \
        if (verdict == TEAR) REAL(function)(descriptor, bytes, count / 2, offset);       \
        errno = error;                                                                   \
        return -1;                                                                       \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

int fsync(int descriptor) { return judge("fsync", 0, name_of(descriptor)) ? -1 : REAL(fsync)(descriptor); }
int fdatasync(int descriptor) { return judge("fdatasync", 0, name_of(descriptor)) ? -1 : REAL(fdatasync)(descriptor); }

int ftruncate(int descriptor, off_t size) {
    return judge("ftruncate", 1, name_of(descriptor)) ? -1 : REAL(ftruncate)(descriptor, size);
}
int ftruncate64(int descriptor, off64_t size) {
    return judge("ftruncate", 1, name_of(descriptor)) ? -1 : REAL(ftruncate64)(descriptor, size);
}

// posix_fallocate returns its error.
int posix_fallocate(int descriptor, off_t offset, off_t size) {
    return judge("posix_fallocate", 1, name_of(descriptor)) ? errno : REAL(posix_fallocate)(descriptor, offset, size);
}
int posix_fallocate64(int descriptor, off64_t offset, off64_t size) {
    return judge("posix_fallocate", 1, name_of(descriptor)) ? errno : REAL(posix_fallocate64)(descriptor, offset, size);
}
int fallocate64(int descriptor, int mode, off64_t offset, off64_t size) {
    return judge("fallocate", 1, name_of(descriptor)) ? -1 : REAL(fallocate64)(descriptor, mode, offset, size);
}

off_t lseek(int descriptor, off_t offset, int from) {
    return judge("lseek", 0, name_of(descriptor)) ? -1 : REAL(lseek)(descriptor, offset, from);
}
off64_t lseek64(int descriptor, off64_t offset, int from) {
    return judge("lseek", 0, name_of(descriptor)) ? -1 : REAL(lseek64)(descriptor, offset, from);
}

void *mmap(void *address, size_t size, int protection, int flags, int descriptor, off_t offset) {
    // The loader and malloc map before anything is to fail.
    if (descriptor < 0) return (void *)syscall(SYS_mmap, address, size, protection, flags, descriptor, offset);
    if (judge("mmap", 0, name_of(descriptor))) return MAP_FAILED;
    return (void *)syscall(SYS_mmap, address, size, protection, flags, descriptor, offset);
}
void *mmap64(void *address, size_t size, int protection, int flags, int descriptor, off64_t offset) {
    return mmap(address, size, protection, flags, descriptor, offset);
}

int unlink(const char *path) { return judge("unlink", 0, place(path)) ? -1 : REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { return judge("mkdir", 1, place(path)) ? -1 : REAL(mkdir)(path, mode); }
int access(const char *path, int mode) { return judge("access", 0, place(path)) ? -1 : REAL(access)(path, mode); }

int rename(const char *from, const char *to) { return judge("rename", 1, place(to)) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return judge("link", 1, place(to)) ? -1 : REAL(link)(from, to); }

ssize_t readlink(const char *path, char *target, size_t size) {
    return judge("readlink", 0, place(path)) ? -1 : REAL(readlink)(path, target, size);
}

#define STAT(function, type)                                                             \
    int function(const char *path, struct type *status) {                                \
        return judge("stat", 0, place(path)) ? -1 : REAL(function)(path, status);        \
    }
STAT(stat, stat)
STAT(stat64, stat64)
STAT(lstat, stat)
STAT(lstat64, stat64)

#define FSTAT(function, type)                                                            \
    int function(int descriptor, struct type *status) {                                  \
        return judge("fstat", 0, name_of(descriptor)) ? -1 : REAL(function)(descriptor, status); \
    }
FSTAT(fstat, stat)
FSTAT(fstat64, stat64)

// Locks alone: giving one back cannot fail, and what else fcntl does concerns no disk.
#define FCNTL(function)                                                                  \
    int function(int descriptor, int command, ...) {                                     \
        va_list list;                                                                    \
        va_start(list, command);                                                         \
        void *argument = va_arg(list, void *);                                           \
        va_end(list);                                                                    \
        int locks = command == F_SETLK && ((struct flock *)argument)->l_type != F_UNLCK; \
        if (locks && judge("lock", 0, name_of(descriptor))) return -1;                   \
        return REAL(function)(descriptor, command, argument);                            \
    }
FCNTL(fcntl)
FCNTL(fcntl64)
