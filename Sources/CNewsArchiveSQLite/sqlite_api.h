// SQLite's functions: those of the library that this is linked to, or, in the loadable extension, those of the program that
// loads it.

#ifndef NA_SQLITE_API_H
#define NA_SQLITE_API_H

#ifdef NA_EXTENSION
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif

#endif
