#include "CICU.h"

#include <vector>

#include <unicode/stringpiece.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include "Buffer.h"

extern "C" int32_t *cicu_set_ranges(const char *pattern, int32_t length, int32_t *count, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeSet set(icu::UnicodeString::fromUTF8(icu::StringPiece(pattern, length)), status);
  int32_t *result = nullptr;
  if (U_SUCCESS(status)) {
    std::vector<int32_t> ranges;
    for (int32_t index = 0; index < set.getRangeCount(); index++) {
      ranges.push_back(set.getRangeStart(index));
      ranges.push_back(set.getRangeEnd(index));
    }
    *count = set.getRangeCount();
    result = cicu_copy(ranges.data(), ranges.size(), status);
  }
  if (U_FAILURE(status)) *error = u_errorName(status);
  return result;
}

extern "C" void cicu_free(void *buffer) { std::free(buffer); }
