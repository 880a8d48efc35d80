#include "CICU.h"

#include <memory>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "Buffer.h"

struct cicu_boundaries {
  std::unique_ptr<icu::BreakIterator> iterator;
};

extern "C" cicu_boundaries *cicu_boundaries_create(cicu_boundary kind, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  // A fixed locale: boundaries must not depend on the machine.
  auto locale = icu::Locale::getSimplifiedChinese();
  std::unique_ptr<icu::BreakIterator> iterator(
      kind == CICU_WORD ? icu::BreakIterator::createWordInstance(locale, status)
                        : icu::BreakIterator::createLineInstance(locale, status));
  if (U_FAILURE(status)) {
    *error = u_errorName(status);
    return nullptr;
  }
  return new cicu_boundaries{std::move(iterator)};
}

extern "C" void cicu_boundaries_free(cicu_boundaries *boundaries) { delete boundaries; }

extern "C" int32_t *cicu_boundaries_of(
    cicu_boundaries *boundaries, const char *utf8, int32_t length, int32_t *count, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  // ICU takes no NULL here, even for no bytes.
  utext_openUTF8(&text, utf8 != nullptr ? utf8 : "", length, &status);
  std::vector<int32_t> offsets;
  if (U_SUCCESS(status)) {
    boundaries->iterator->setText(&text, status);
    if (U_SUCCESS(status)) {
      for (int32_t offset = boundaries->iterator->first(); offset != icu::BreakIterator::DONE;
           offset = boundaries->iterator->next()) {
        offsets.push_back(offset);
      }
    }
    utext_close(&text);
  }
  int32_t *result = nullptr;
  if (U_SUCCESS(status)) {
    *count = static_cast<int32_t>(offsets.size());
    result = cicu_copy(offsets.data(), offsets.size(), status);
  }
  if (U_FAILURE(status)) *error = u_errorName(status);
  return result;
}
