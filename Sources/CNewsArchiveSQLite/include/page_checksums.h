// Checksums of the pages of an archive's file: by them a bit that has turned is found, also where it left a valid value.
//
// The last 8 bytes of each page, which the file's header calls reserved, hold the checksum of the page's number and of its
// other bytes, lowest byte first. A page whose 8 bytes are 0 has none: SQLite's own shell and other programs write such.
// https://www.sqlite.org/fileformat2.html#the_database_header

#ifndef NA_PAGE_CHECKSUMS_H
#define NA_PAGE_CHECKSUMS_H

#include <stddef.h>
#include <stdint.h>

struct sqlite3;

#define NA_PAGE_CHECKSUM_BYTES 8

// The checksum of a page, numbered from 1, of so many bytes, the last 8 of which do not count. It is never 0.
uint64_t na_page_checksum(uint32_t number, const uint8_t *page, size_t size);

// The name of the VFS that writes them, made known to SQLite by the first call; NULL when that failed.
const char *na_page_checksums_vfs(void);

// What follows asks the main file of a connection that was opened with the VFS. Returns a result code of SQLite:
// SQLITE_NOTFOUND for a database without a file.

// Lets databases that are made by the connection, and those that it writes anew by VACUUM, have checksums.
int na_reserve_page_checksums(struct sqlite3 *connection);

// Whether the pages of the file have checksums.
int na_has_page_checksums(struct sqlite3 *connection, int *has);

// Whether a page that is not as it was written is an error (SQLITE_IOERR_DATA) when it is read. Off at first.
int na_verify_pages(struct sqlite3 *connection, int is_on);

// The first page, from *number on, whose checksum is not that of its bytes; 0 in *number when there is none.
int na_find_wrong_page(struct sqlite3 *connection, uint32_t *number);

// Writes the checksum of every page that has none or another one. Nobody else may be writing the file.
int na_seal_pages(struct sqlite3 *connection);

#endif
