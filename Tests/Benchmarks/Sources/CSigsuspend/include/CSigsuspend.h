#ifndef C_SIGSUSPEND_H
#define C_SIGSUSPEND_H

#include <signal.h>

/// That of the C library, from a mask that may be written.
int sigsuspend(const sigset_t *mask);

#endif
