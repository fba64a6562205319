#include "sha256.h"

#include <string.h>

#include "sha256_blocks.h"

void na_sha256_begin(na_sha256 *digest) {
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(digest->state, start, sizeof start);
    digest->count = 0;
}

void na_sha256_add(na_sha256 *digest, const void *bytes, size_t count) {
    const uint8_t *next = bytes;
    size_t held = digest->count & 63;
    if (count == 0) return;
    digest->count += count;
    if (held) {
        size_t taken = 64 - held < count ? 64 - held : count;
        memcpy(digest->pending + held, next, taken);
        if (held + taken < 64) return;
        na_sha256_blocks(digest->state, digest->pending, 1);
        next += taken;
        count -= taken;
    }
    na_sha256_blocks(digest->state, next, count / 64);
    memcpy(digest->pending, next + (count & ~(size_t)63), count & 63);
}

void na_sha256_result(const na_sha256 *digest, uint8_t result[32]) {
    na_sha256 last = *digest;
    uint64_t bits = last.count * 8;
    size_t held = last.count & 63;
    last.pending[held++] = 0x80;
    if (held > 56) {
        memset(last.pending + held, 0, 64 - held);
        na_sha256_blocks(last.state, last.pending, 1);
        held = 0;
    }
    memset(last.pending + held, 0, 56 - held);
    for (int i = 0; i < 8; i++) last.pending[56 + i] = (uint8_t)(bits >> (56 - 8 * i));
    na_sha256_blocks(last.state, last.pending, 1);
    for (int i = 0; i < 32; i++) result[i] = (uint8_t)(last.state[i / 4] >> (24 - 8 * (i % 4)));
}
