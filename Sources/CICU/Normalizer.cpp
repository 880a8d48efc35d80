#include "CICU.h"

#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

struct cicu_normalizer {
  // The filter refers to the set, so the set comes first and goes last.
  icu::UnicodeSet set;
  const icu::Normalizer2 *base;
  icu::FilteredNormalizer2 *filtered;

  ~cicu_normalizer() { delete filtered; }
};

struct cicu_normalized {
  std::string utf8;
  std::vector<cicu_edit> edits;
};

extern "C" cicu_normalizer *cicu_normalizer_create(
    cicu_form form, const char *pattern, int32_t length, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  auto *result = new cicu_normalizer{{}, nullptr, nullptr};
  result->base = form == CICU_NFC ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFKCInstance(status);
  if (pattern != nullptr && U_SUCCESS(status)) {
    result->set.applyPattern(icu::UnicodeString::fromUTF8(icu::StringPiece(pattern, length)), status);
    result->set.freeze();
    if (U_SUCCESS(status)) result->filtered = new icu::FilteredNormalizer2(*result->base, result->set);
  }
  if (U_FAILURE(status)) {
    *error = u_errorName(status);
    delete result;
    return nullptr;
  }
  return result;
}

extern "C" void cicu_normalizer_free(cicu_normalizer *normalizer) { delete normalizer; }

extern "C" cicu_normalized *cicu_normalize(
    const cicu_normalizer *normalizer, const char *utf8, int32_t length, const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  auto *result = new cicu_normalized;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&result->utf8, length);
  const icu::Normalizer2 *normalize = normalizer->filtered != nullptr ? normalizer->filtered : normalizer->base;
  normalize->normalizeUTF8(0, icu::StringPiece(utf8, length), sink, &edits, status);
  auto changes = edits.getFineChangesIterator();
  while (U_SUCCESS(status) && changes.next(status)) {
    result->edits.push_back(
        {changes.sourceIndex(), changes.sourceIndex() + changes.oldLength(), changes.destinationIndex(),
         changes.destinationIndex() + changes.newLength()});
  }
  if (U_FAILURE(status)) {
    *error = u_errorName(status);
    delete result;
    return nullptr;
  }
  return result;
}

extern "C" const char *cicu_normalized_utf8(const cicu_normalized *result, int32_t *length) {
  *length = static_cast<int32_t>(result->utf8.size());
  return result->utf8.data();
}

extern "C" const cicu_edit *cicu_normalized_edits(const cicu_normalized *result, int32_t *count) {
  *count = static_cast<int32_t>(result->edits.size());
  return result->edits.data();
}

extern "C" void cicu_normalized_free(cicu_normalized *result) { delete result; }
