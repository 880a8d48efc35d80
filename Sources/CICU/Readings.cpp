#include "CICU.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "Buffer.h"

extern "C" char *cicu_readings(int32_t first, int32_t last, int32_t *length, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  // Tones go, the two dots of ü stay: lü and lu are different syllables.
  std::unique_ptr<icu::Transliterator> latin(icu::Transliterator::createInstance(
      u"Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC; Lower", UTRANS_FORWARD, status));
  std::string readings;
  // Each replacement moves what follows it, so the work is cut into small pieces.
  for (int32_t start = first; U_SUCCESS(status) && start <= last; start += 64) {
    icu::UnicodeString text;
    for (int32_t point = start; point <= std::min(start + 63, last); point++) {
      text.append(static_cast<UChar32>(point)).append(u'\n');
    }
    latin->transliterate(text);
    text.toUTF8String(readings);
  }
  char *result = nullptr;
  if (U_SUCCESS(status)) {
    *length = static_cast<int32_t>(readings.size());
    result = cicu_copy(readings.data(), readings.size(), status);
  }
  if (U_FAILURE(status)) *error = u_errorName(status);
  return result;
}
