#ifdef NEWS_ARCHIVE_COMPRESSION
#include "CNewsArchivePacking.h"

#include <limits.h>
#include <zlib.h>
#include <zstd.h>

static size_t pack_zstd(const void *input, size_t input_count, void *output, size_t output_count) {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (context == NULL) return 0;
    size_t result = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    if (!ZSTD_isError(result)) result = ZSTD_compress2(context, output, output_count, input, input_count);
    ZSTD_freeCCtx(context);
    return ZSTD_isError(result) ? 0 : result;
}

size_t na_pack(na_packing packing, const void *input, size_t input_count, void *output, size_t output_count) {
    if (packing == NA_ZSTD) return pack_zstd(input, input_count, output, output_count);
    if (input_count > UINT_MAX || output_count > UINT_MAX) return 0;
    z_stream stream = {0};
    int bits = packing == NA_GZIP ? 16 + MAX_WBITS : -MAX_WBITS;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)input_count;
    stream.next_out = output;
    stream.avail_out = (uInt)output_count;
    int result = deflate(&stream, Z_FINISH);
    size_t written = output_count - stream.avail_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : 0;
}
#endif
