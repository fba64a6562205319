// SHA-256 as in FIPS 180-4. Here because the library takes no dependency but libsqlite3, and Debian's has no digest.

#ifndef NA_SHA256_H
#define NA_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct na_sha256 {
    uint32_t state[8];
    uint64_t count;
    uint8_t pending[64];
} na_sha256;

void na_sha256_begin(na_sha256 *digest);
void na_sha256_add(na_sha256 *digest, const void *bytes, size_t count);

// Leaves *digest as it was, so that more can be added after an interim result was taken.
void na_sha256_result(const na_sha256 *digest, uint8_t result[32]);

#endif
