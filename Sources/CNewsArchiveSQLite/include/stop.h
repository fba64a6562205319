// A flag by which another thread ends a long computation.

#ifndef NA_STOP_H
#define NA_STOP_H

typedef struct na_stop {
    int is_set;
} na_stop;

static inline void na_stop_set(na_stop *stop) { __atomic_store_n(&stop->is_set, 1, __ATOMIC_RELAXED); }

static inline int na_is_stopped(const na_stop *stop) {
    return stop != (const na_stop *)0 && __atomic_load_n(&stop->is_set, __ATOMIC_RELAXED);
}

#endif
