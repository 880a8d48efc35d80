#include "CICU.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

namespace {

/// Puts one U+FFFD in the place of each ill-formed sequence and counts it in `context`.
void U_CALLCONV replace(const void *context, UConverterToUnicodeArgs *arguments, const char *, int32_t,
                        UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  *static_cast<int64_t *>(const_cast<void *>(context)) += 1;
  const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

}  // namespace

extern "C" int64_t cicu_to_utf8(const char *charset, const uint8_t *source, int64_t count, uint8_t *target,
                                int64_t capacity, int32_t strict, int64_t *replaced) {
  *replaced = 0;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open(charset, &status);
  UConverter *to = ucnv_open("UTF-8", &status);
  if (strict != 0) {
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  } else {
    ucnv_setToUCallBack(from, replace, replaced, nullptr, nullptr, &status);
  }
  char *out = reinterpret_cast<char *>(target);
  if (U_SUCCESS(status) && count > 0) {
    const char *in = reinterpret_cast<const char *>(source);
    UChar pivot[4096];
    UChar *pivotSource = pivot;
    UChar *pivotTarget = pivot;
    ucnv_convertEx(to, from, &out, out + capacity, &in, in + count, pivot, &pivotSource, &pivotTarget, pivot + 4096,
                   true, true, &status);
  }
  if (from != nullptr) ucnv_close(from);
  if (to != nullptr) ucnv_close(to);
  return U_SUCCESS(status) ? out - reinterpret_cast<char *>(target) : -1;
}
