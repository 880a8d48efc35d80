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

#ifdef __cplusplus
}
#endif
#endif
