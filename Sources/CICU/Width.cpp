#include "CICU.h"

#include <unicode/uchar.h>

// The order matters: many combining marks are of ambiguous width by the table alone, and private-use
// characters as well.
static uint8_t width(UChar32 scalar) {
  switch (u_charType(scalar)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
    return CICU_ZERO_WIDTH;
  case U_CONTROL_CHAR:
  case U_FORMAT_CHAR:
  case U_SURROGATE:
  case U_PRIVATE_USE_CHAR:
  case U_UNASSIGNED:
  case U_LINE_SEPARATOR:
  case U_PARAGRAPH_SEPARATOR:
    return CICU_NOT_SHOWN;
  default:
    break;
  }
  // Fillers (U+115F, U+3164, ...) are letters by category, but leave nothing to see.
  if (u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CICU_NOT_SHOWN;
  int32_t hangul = u_getIntPropertyValue(scalar, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return CICU_ZERO_WIDTH;
  switch (u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH)) {
  case U_EA_FULLWIDTH:
  case U_EA_WIDE:
    return CICU_WIDE;
  case U_EA_AMBIGUOUS:
    return CICU_AMBIGUOUS;
  default:
    return CICU_NARROW;
  }
}

extern "C" uint8_t cicu_display(uint32_t scalar) {
  UChar32 c = static_cast<UChar32>(scalar);
  uint8_t result = width(c);
  if (u_hasBinaryProperty(c, UCHAR_EMOJI)) result |= CICU_EMOJI;
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER_BASE)) result |= CICU_EMOJI_BASE;
  return result;
}
