// What SHA-256 does with blocks of 64 bytes (FIPS 180-4, section 6.2.2): with the processor's own instructions where it
// has them. Without them, the digest of a dump took longer than reading all of its articles.

#ifndef NA_SHA256_BLOCKS_H
#define NA_SHA256_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

void na_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

// The two ways, for the tests to hold against each other.
void na_sha256_blocks_plain(uint32_t state[8], const uint8_t *blocks, size_t count);
// 0 where the processor has no such instructions: nothing is done then.
int na_sha256_blocks_by_instructions(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
