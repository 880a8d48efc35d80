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

/// How a terminal shows a character: one of the first five, with the flags of the last two.
enum {
  CICU_ZERO_WIDTH = 0,
  CICU_NARROW = 1,
  CICU_WIDE = 2,
  /// One column or two, as the terminal is set up.
  CICU_AMBIGUOUS = 3,
  /// Invisible, or a command to the terminal, or unknown: not to be sent there as it is.
  CICU_NOT_SHOWN = 4,
  CICU_EMOJI = 16,
  /// May be followed by a skin tone, which then takes no column.
  CICU_EMOJI_BASE = 32,
};
uint8_t cicu_display(uint32_t scalar);
/// Converts `count` bytes in `charset` (a name that ICU knows, of a variant without byte order mark) to UTF-8.
/// Ill-formed input becomes U+FFFD and is counted in `replaced`, or ends the conversion if `strict` is not 0.
/// Returns the bytes written to `target`, or -1 if the charset is unknown, `capacity` too small, or, when strict,
/// the input ill-formed. Every supported charset fits into 1.5 * count + 16 bytes.
int64_t cicu_to_utf8(const char *_Nonnull charset, const uint8_t *_Nullable source, int64_t count,
                     uint8_t *_Nonnull target, int64_t capacity, int32_t strict, int64_t *_Nonnull replaced);

#ifdef __cplusplus
}
#endif
#endif
