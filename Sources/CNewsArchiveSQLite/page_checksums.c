#include "page_checksums.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// A layer between SQLite and the file system, for main files alone (https://www.sqlite.org/vfs.html): all else is passed on.
//
// What SQLite reads has zeros for a checksum. So a page that it changes and appends to the write-ahead log carries none,
// whoever copies it into the file; one that kept the checksum of its former bytes would look damaged.

#define MULTIPLIER 0x9E3779B97F4A7C15u

static uint64_t number_at(const uint8_t *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

// Each step can be taken back, so that two pages that differ in one word never have the same sum.
static uint64_t mixed(uint64_t sum, uint64_t word) {
    sum = (sum ^ word) * MULTIPLIER;
    return sum ^ (sum >> 29);
}

uint64_t na_page_checksum(uint32_t number, const uint8_t *page, size_t size) {
    size_t count = (size - NA_PAGE_CHECKSUM_BYTES) / 8;
    // Four sums side by side: a processor multiplies faster than it waits for a product.
    uint64_t sums[4] = {number, number ^ MULTIPLIER, ~(uint64_t)number, 0};
    for (size_t i = 0; i < count; i++) sums[i & 3] = mixed(sums[i & 3], number_at(page + 8 * i));
    uint64_t sum = mixed(mixed(mixed(sums[0], sums[1]), sums[2]), sums[3]);
    return sum ? sum : 1;
}

typedef struct checked_file {
    sqlite3_file base;
    // From the header: 0 for a file whose pages have no checksums, or whose header was not read yet.
    uint32_t page_size;
    int verifies;
    // A page on its way into the file; SQLite's own copy of it is not to be touched.
    uint8_t *scratch;
} checked_file;

enum { HAS_CHECKSUMS = 0x4E4101, VERIFY, FIND_WRONG, SEAL };

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((checked_file *)file + 1); }

// Byte 20 is the number of reserved bytes, bytes 16 and 17 the size of a page; 1 stands for 65,536.
static int note_header(checked_file *file, const uint8_t *header) {
    uint32_t size = (uint32_t)header[16] << 8 | header[17];
    if (size == 1) size = 65536;
    int has = !memcmp(header, "SQLite format 3", 16) && header[20] == NA_PAGE_CHECKSUM_BYTES && size >= 512
        && !(size & (size - 1));
    if (!has) size = 0;
    if (size && size != file->page_size) {
        uint8_t *scratch = realloc(file->scratch, size);
        if (!scratch) return SQLITE_IOERR_NOMEM;
        file->scratch = scratch;
    }
    file->page_size = size;
    return SQLITE_OK;
}

// The pages of a file get checksums when another process writes it anew (VACUUM). SQLite may learn of it from the
// write-ahead log, and not read the first page of the file again.
static int look_again(checked_file *file, int count) {
    uint8_t header[100];
    if (file->page_size || count < 512) return SQLITE_OK;
    sqlite3_file *base = real(&file->base);
    int result = base->pMethods->xRead(base, header, sizeof header, 0);
    if (result == SQLITE_IOERR_SHORT_READ) return SQLITE_OK;
    return result == SQLITE_OK ? note_header(file, header) : result;
}

static int is_page(const checked_file *file, int count, sqlite3_int64 offset) {
    return file->page_size && (uint32_t)count == file->page_size && offset % count == 0;
}

static uint32_t page_number(int size, sqlite3_int64 offset) { return (uint32_t)(offset / size + 1); }

// Whether a page is as it was written, or nobody can tell.
static int is_sound(uint32_t number, const uint8_t *page, size_t size) {
    uint64_t stored = number_at(page + size - NA_PAGE_CHECKSUM_BYTES);
    return stored == 0 || stored == na_page_checksum(number, page, size);
}

static void put_checksum(uint8_t *place, uint64_t checksum) {
    for (int i = 0; i < NA_PAGE_CHECKSUM_BYTES; i++) place[i] = (uint8_t)(checksum >> 8 * i);
}

static int checked_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)base;
    int result = real(base)->pMethods->xRead(real(base), bytes, count, offset);
    if (result != SQLITE_OK) return result;
    result = offset == 0 && count >= 100 ? note_header(file, bytes) : look_again(file, count);
    if (result != SQLITE_OK) return result;
    if (!is_page(file, count, offset)) return SQLITE_OK;
    if (file->verifies && !is_sound(page_number(count, offset), bytes, (size_t)count)) {
        sqlite3_log(SQLITE_IOERR_DATA, "page %u is not as it was written", page_number(count, offset));
        return SQLITE_IOERR_DATA;
    }
    memset((uint8_t *)bytes + count - NA_PAGE_CHECKSUM_BYTES, 0, NA_PAGE_CHECKSUM_BYTES);
    return SQLITE_OK;
}

static int checked_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)base;
    int result = offset == 0 && count >= 100 ? note_header(file, bytes) : look_again(file, count);
    if (result != SQLITE_OK) return result;
    if (is_page(file, count, offset)) {
        memcpy(file->scratch, bytes, (size_t)count);
        uint64_t checksum = na_page_checksum(page_number(count, offset), file->scratch, (size_t)count);
        put_checksum(file->scratch + count - NA_PAGE_CHECKSUM_BYTES, checksum);
        bytes = file->scratch;
    }
    return real(base)->pMethods->xWrite(real(base), bytes, count, offset);
}

// The pages that another process is just writing are read again: a write of one page takes microseconds.
enum { MOST_READS = 1000 };

static int find_wrong(sqlite3_file *base, uint32_t *number) {
    checked_file *file = (checked_file *)base;
    uint32_t size = file->page_size, page = *number;
    *number = 0;
    if (!size) return SQLITE_OK;
    sqlite3_int64 length;
    int result = real(base)->pMethods->xFileSize(real(base), &length);
    if (result != SQLITE_OK) return result;
    for (; page && page <= length / size; page++) {
        int is_found = 1;
        for (int reads = 0; reads < MOST_READS && is_found; reads++) {
            result = real(base)->pMethods->xRead(real(base), file->scratch, (int)size, (sqlite3_int64)(page - 1) * size);
            // The file became shorter.
            if (result == SQLITE_IOERR_SHORT_READ) return SQLITE_OK;
            if (result != SQLITE_OK) return result;
            is_found = !is_sound(page, file->scratch, size);
        }
        if (!is_found) continue;
        *number = page;
        return SQLITE_OK;
    }
    return SQLITE_OK;
}

// SQLite keeps its locks on a byte of this page, and nothing else in it. https://www.sqlite.org/fileformat2.html#the_lock_byte_page
static uint32_t lock_page(uint32_t size) { return 0x40000000 / size + 1; }

static int seal(sqlite3_file *base) {
    checked_file *file = (checked_file *)base;
    uint32_t size = file->page_size;
    if (!size) return SQLITE_OK;
    sqlite3_int64 length;
    int result = real(base)->pMethods->xFileSize(real(base), &length);
    for (uint32_t page = 1; result == SQLITE_OK && page <= length / size; page++) {
        if (page == lock_page(size)) continue;
        sqlite3_int64 start = (sqlite3_int64)(page - 1) * size;
        uint8_t *place = file->scratch + size - NA_PAGE_CHECKSUM_BYTES;
        result = real(base)->pMethods->xRead(real(base), file->scratch, (int)size, start);
        if (result != SQLITE_OK) break;
        uint64_t checksum = na_page_checksum(page, file->scratch, size);
        if (number_at(place) == checksum) continue;
        put_checksum(place, checksum);
        sqlite3_int64 target = start + size - NA_PAGE_CHECKSUM_BYTES;
        result = real(base)->pMethods->xWrite(real(base), place, NA_PAGE_CHECKSUM_BYTES, target);
    }
    return result == SQLITE_OK ? real(base)->pMethods->xSync(real(base), SQLITE_SYNC_NORMAL) : result;
}

static int checked_file_control(sqlite3_file *base, int operation, void *argument) {
    checked_file *file = (checked_file *)base;
    switch (operation) {
    case HAS_CHECKSUMS: *(int *)argument = file->page_size != 0; return SQLITE_OK;
    case VERIFY: file->verifies = *(int *)argument; return SQLITE_OK;
    case FIND_WRONG: return find_wrong(base, argument);
    case SEAL: return seal(base);
    default: return real(base)->pMethods->xFileControl(real(base), operation, argument);
    }
}

static int checked_close(sqlite3_file *base) {
    free(((checked_file *)base)->scratch);
    int result = real(base)->pMethods->xClose(real(base));
    base->pMethods = NULL;
    return result;
}

static int checked_truncate(sqlite3_file *base, sqlite3_int64 size) {
    return real(base)->pMethods->xTruncate(real(base), size);
}

static int checked_sync(sqlite3_file *base, int flags) { return real(base)->pMethods->xSync(real(base), flags); }

static int checked_file_size(sqlite3_file *base, sqlite3_int64 *size) {
    return real(base)->pMethods->xFileSize(real(base), size);
}

static int checked_lock(sqlite3_file *base, int lock) { return real(base)->pMethods->xLock(real(base), lock); }

static int checked_unlock(sqlite3_file *base, int lock) { return real(base)->pMethods->xUnlock(real(base), lock); }

static int checked_reserved_lock(sqlite3_file *base, int *is_held) {
    return real(base)->pMethods->xCheckReservedLock(real(base), is_held);
}

static int checked_sector_size(sqlite3_file *base) { return real(base)->pMethods->xSectorSize(real(base)); }

static int checked_characteristics(sqlite3_file *base) {
    return real(base)->pMethods->xDeviceCharacteristics(real(base));
}

static int checked_shared_map(sqlite3_file *base, int region, int size, int extends, void volatile **memory) {
    return real(base)->pMethods->xShmMap(real(base), region, size, extends, memory);
}

static int checked_shared_lock(sqlite3_file *base, int offset, int count, int flags) {
    return real(base)->pMethods->xShmLock(real(base), offset, count, flags);
}

static void checked_shared_barrier(sqlite3_file *base) { real(base)->pMethods->xShmBarrier(real(base)); }

static int checked_shared_unmap(sqlite3_file *base, int removes) {
    return real(base)->pMethods->xShmUnmap(real(base), removes);
}

// Version 2: without memory-mapped reading, which would go past the checksums.
static const sqlite3_io_methods checked_methods = {
    .iVersion = 2,
    .xClose = checked_close,
    .xRead = checked_read,
    .xWrite = checked_write,
    .xTruncate = checked_truncate,
    .xSync = checked_sync,
    .xFileSize = checked_file_size,
    .xLock = checked_lock,
    .xUnlock = checked_unlock,
    .xCheckReservedLock = checked_reserved_lock,
    .xFileControl = checked_file_control,
    .xSectorSize = checked_sector_size,
    .xDeviceCharacteristics = checked_characteristics,
    .xShmMap = checked_shared_map,
    .xShmLock = checked_shared_lock,
    .xShmBarrier = checked_shared_barrier,
    .xShmUnmap = checked_shared_unmap,
};

static sqlite3_vfs *base_vfs(sqlite3_vfs *vfs) { return vfs->pAppData; }

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags) {
    sqlite3_vfs *base = base_vfs(vfs);
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return base->xOpen(base, name, file, flags, out_flags);
    memset(file, 0, sizeof(checked_file));
    int result = base->xOpen(base, name, real(file), flags, out_flags);
    // A file that could not be opened is closed all the same where it has methods.
    if (real(file)->pMethods) file->pMethods = &checked_methods;
    return result;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int flushes) {
    return base_vfs(vfs)->xDelete(base_vfs(vfs), name, flushes);
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    return base_vfs(vfs)->xAccess(base_vfs(vfs), name, flags, result);
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *name, int size, char *path) {
    return base_vfs(vfs)->xFullPathname(base_vfs(vfs), name, size, path);
}

// No extension is ever loaded.
static void *vfs_library_open(sqlite3_vfs *vfs, const char *name) {
    (void)vfs, (void)name;
    return NULL;
}

static void vfs_library_error(sqlite3_vfs *vfs, int size, char *text) {
    (void)vfs;
    sqlite3_snprintf(size, text, "extensions are not loaded");
}

static void (*vfs_library_symbol(sqlite3_vfs *vfs, void *library, const char *name))(void) {
    (void)vfs, (void)library, (void)name;
    return NULL;
}

static void vfs_library_close(sqlite3_vfs *vfs, void *library) { (void)vfs, (void)library; }

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *bytes) {
    return base_vfs(vfs)->xRandomness(base_vfs(vfs), size, bytes);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) { return base_vfs(vfs)->xSleep(base_vfs(vfs), microseconds); }

static int vfs_current_time(sqlite3_vfs *vfs, double *time) { return base_vfs(vfs)->xCurrentTime(base_vfs(vfs), time); }

static int vfs_last_error(sqlite3_vfs *vfs, int size, char *text) {
    return base_vfs(vfs)->xGetLastError(base_vfs(vfs), size, text);
}

static int vfs_current_milliseconds(sqlite3_vfs *vfs, sqlite3_int64 *time) {
    return base_vfs(vfs)->xCurrentTimeInt64(base_vfs(vfs), time);
}

static sqlite3_vfs checked_vfs = {
    .iVersion = 2,
    .zName = "newsarchive",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_path,
    .xDlOpen = vfs_library_open,
    .xDlError = vfs_library_error,
    .xDlSym = vfs_library_symbol,
    .xDlClose = vfs_library_close,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
    .xGetLastError = vfs_last_error,
    .xCurrentTimeInt64 = vfs_current_milliseconds,
};

static int registration = SQLITE_ERROR;

static void register_vfs(void) {
    if (sqlite3_initialize() != SQLITE_OK) return;
    sqlite3_vfs *base = sqlite3_vfs_find(NULL);
    if (!base || base->iVersion < 2) return;
    checked_vfs.szOsFile = (int)sizeof(checked_file) + base->szOsFile;
    checked_vfs.mxPathname = base->mxPathname;
    checked_vfs.pAppData = base;
    registration = sqlite3_vfs_register(&checked_vfs, 0);
}

const char *na_page_checksums_vfs(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_vfs);
    return registration == SQLITE_OK ? checked_vfs.zName : NULL;
}

int na_reserve_page_checksums(sqlite3 *connection) {
    int bytes = NA_PAGE_CHECKSUM_BYTES;
    return sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

int na_has_page_checksums(sqlite3 *connection, int *has) {
    *has = 0;
    return sqlite3_file_control(connection, "main", HAS_CHECKSUMS, has);
}

int na_verify_pages(sqlite3 *connection, int is_on) {
    return sqlite3_file_control(connection, "main", VERIFY, &is_on);
}

int na_find_wrong_page(sqlite3 *connection, uint32_t *number) {
    return sqlite3_file_control(connection, "main", FIND_WRONG, number);
}

int na_seal_pages(sqlite3 *connection) { return sqlite3_file_control(connection, "main", SEAL, NULL); }
