#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

extern "C" const char *cicu_version(void) { return U_ICU_VERSION; }
extern "C" const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }
