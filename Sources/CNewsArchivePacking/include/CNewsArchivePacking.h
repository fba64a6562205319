#ifndef NEWS_ARCHIVE_PACKING_H
#define NEWS_ARCHIVE_PACKING_H

#include <stddef.h>
#include <stdint.h>

// One shape for zlib and libzstd, whose streams are structs and macros that Swift does not import.

/// What bytes are packed with.
typedef enum {
    NA_GZIP,
    /// Deflate without a header, as ZIP has it.
    NA_DEFLATE,
    NA_ZSTD,
} na_packing;

/// What a step of unpacking ended with.
typedef enum {
    /// Nothing is wrong: the input is used up or the output is full.
    NA_GOES_ON,
    /// A gzip member, a deflate stream or a zstd frame has ended.
    NA_MEMBER_ENDED,
    NA_CORRUPT,
    NA_WRONG_CHECKSUM,
    /// The frame wants a larger window than 128 MiB.
    NA_WINDOW_TOO_LARGE,
    NA_OUT_OF_MEMORY,
} na_unpack_status;

typedef struct na_unpacker na_unpacker;

/// NULL when there is no memory.
na_unpacker *na_unpacker_create(na_packing packing);
void na_unpacker_free(na_unpacker *unpacker);

/// Ready for the next member.
void na_unpacker_reset(na_unpacker *unpacker);

/// Unpacks what fits, and says how much it has read and written.
na_unpack_status na_unpacker_step(
    na_unpacker *unpacker, const void *input, size_t input_count, size_t *read, void *output, size_t output_count,
    size_t *written);

/// The CRC-32 of bytes that follow bytes with the given one; 0 before the first.
uint32_t na_crc32(uint32_t crc, const void *bytes, size_t count);

/// Packs whole bytes; how many it has written, or 0 when they do not fit.
size_t na_pack(na_packing packing, const void *input, size_t input_count, void *output, size_t output_count);

#endif
