#ifdef NEWS_ARCHIVE_COMPRESSION
#include "CNewsArchivePacking.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

struct na_unpacker {
    na_packing packing;
    z_stream deflate;
    ZSTD_DCtx *zstd;
    // How many bytes zstd wants next: to the end of a header, a block or a checksum.
    size_t wanted;
};

// 128 MiB, what zstd itself takes without being asked; a hostile frame may want 2 GiB.
static const int window_log_max = 27;

// The shortest header of a frame.
static const size_t frame_start = 5;

na_unpacker *na_unpacker_create(na_packing packing) {
    na_unpacker *unpacker = calloc(1, sizeof *unpacker);
    if (unpacker == NULL) return NULL;
    unpacker->packing = packing;
    int failed;
    if (packing == NA_ZSTD) {
        unpacker->zstd = ZSTD_createDCtx();
        failed = unpacker->zstd == NULL
            || ZSTD_isError(ZSTD_DCtx_setParameter(unpacker->zstd, ZSTD_d_windowLogMax, window_log_max));
    } else {
        failed = inflateInit2(&unpacker->deflate, packing == NA_GZIP ? 16 + MAX_WBITS : -MAX_WBITS) != Z_OK;
    }
    if (!failed) return unpacker;
    ZSTD_freeDCtx(unpacker->zstd);
    free(unpacker);
    return NULL;
}

void na_unpacker_free(na_unpacker *unpacker) {
    if (unpacker == NULL) return;
    if (unpacker->packing == NA_ZSTD) {
        ZSTD_freeDCtx(unpacker->zstd);
    } else {
        inflateEnd(&unpacker->deflate);
    }
    free(unpacker);
}

void na_unpacker_reset(na_unpacker *unpacker) {
    if (unpacker->packing == NA_ZSTD) {
        ZSTD_DCtx_reset(unpacker->zstd, ZSTD_reset_session_only);
        unpacker->wanted = 0;
    } else {
        inflateReset(&unpacker->deflate);
    }
}

static na_unpack_status zstd_status(size_t result) {
    switch (ZSTD_getErrorCode(result)) {
        case ZSTD_error_no_error: return result == 0 ? NA_MEMBER_ENDED : NA_GOES_ON;
        case ZSTD_error_checksum_wrong: return NA_WRONG_CHECKSUM;
        case ZSTD_error_frameParameter_windowTooLarge: return NA_WINDOW_TOO_LARGE;
        case ZSTD_error_memory_allocation: return NA_OUT_OF_MEMORY;
        default: return NA_CORRUPT;
    }
}

static na_unpack_status zlib_status(int result, const char *message) {
    switch (result) {
        case Z_STREAM_END: return NA_MEMBER_ENDED;
        // Z_BUF_ERROR: nothing could be done with so little input.
        case Z_OK:
        case Z_BUF_ERROR: return NA_GOES_ON;
        case Z_MEM_ERROR: return NA_OUT_OF_MEMORY;
        default:
            // zlib has one code for all damage; "incorrect data check" and "incorrect length check" tell this one.
            return message != NULL && strstr(message, " check") != NULL && strstr(message, "header") == NULL
                ? NA_WRONG_CHECKSUM
                : NA_CORRUPT;
    }
}

static uInt limited(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

na_unpack_status na_unpacker_step(
    na_unpacker *unpacker, const void *input, size_t input_count, size_t *read, void *output, size_t output_count,
    size_t *written) {
    if (unpacker->packing == NA_ZSTD) {
        // Not more than it wants: when it finds damage it takes back what the same call wrote, be it all sound.
        if (unpacker->wanted == 0) unpacker->wanted = frame_start;
        ZSTD_inBuffer in = {input, input_count < unpacker->wanted ? input_count : unpacker->wanted, 0};
        ZSTD_outBuffer out = {output, output_count, 0};
        size_t result = ZSTD_decompressStream(unpacker->zstd, &out, &in);
        *read = in.pos;
        *written = out.pos;
        // It counts the head of the next block, too, where damage would take back this one.
        unpacker->wanted = ZSTD_isError(result) ? 0 : result > 3 ? result - 3 : result;
        return zstd_status(result);
    }
    z_stream *stream = &unpacker->deflate;
    uInt in_count = limited(input_count), out_count = limited(output_count);
    stream->next_in = (Bytef *)input;
    stream->avail_in = in_count;
    stream->next_out = output;
    stream->avail_out = out_count;
    int result = inflate(stream, Z_NO_FLUSH);
    *read = in_count - stream->avail_in;
    *written = out_count - stream->avail_out;
    return zlib_status(result, stream->msg);
}

uint32_t na_crc32(uint32_t crc, const void *bytes, size_t count) {
    return (uint32_t)crc32_z(crc, bytes, count);
}
#endif
