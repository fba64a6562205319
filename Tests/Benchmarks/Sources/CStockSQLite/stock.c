// A target needs a source.
#include "CStockSQLite.h"
