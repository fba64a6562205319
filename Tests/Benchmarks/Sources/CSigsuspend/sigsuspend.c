// Loaded before an import that is run under valgrind. Valgrind 3.19, Debian's, changes the mask that the call is given in place,
// and ends with SIGSEGV when it may not be written, as libdispatch's may not.
#include "CSigsuspend.h"

#include <sys/syscall.h>
#include <unistd.h>

// What the kernel takes, which is less than the C library's sigset_t.
#define MASK_BYTES 8

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, MASK_BYTES);
}
