#ifndef JIXIAO_CICU_H
#define JIXIAO_CICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The ICU version that the program was built against, such as "72.1".
const char *_Nonnull cicu_version(void);
/// The Unicode version of that ICU, such as "15.0".
const char *_Nonnull cicu_unicode_version(void);

#ifdef __cplusplus
}
#endif
#endif
