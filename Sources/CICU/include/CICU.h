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

// Normalisation, character sets, readings and boundaries. Offsets are UTF-8 offsets. A function that can fail returns
// NULL and stores ICU's own name of the error, which lives as long as the program. What is returned is freed by the
// function named for it; buffers by cicu_free.

/// A span that ICU changed: where it stood, and where its replacement stands in the result.
typedef struct {
  int32_t start, end;
  int32_t resultStart, resultEnd;
} cicu_edit;

typedef struct cicu_normalizer cicu_normalizer;
typedef struct cicu_normalized cicu_normalized;
typedef struct cicu_boundaries cicu_boundaries;

typedef enum { CICU_NFC = 0, CICU_NFKC = 1 } cicu_form;
typedef enum { CICU_WORD = 0, CICU_LINE = 1 } cicu_boundary;

/// A normaliser that changes only characters of the set that `pattern` describes; every character where it is NULL.
cicu_normalizer *_Nullable cicu_normalizer_create(
    cicu_form form, const char *_Nullable pattern, int32_t length, const char *_Nullable *_Nonnull error);
void cicu_normalizer_free(cicu_normalizer *_Nullable normalizer);
/// May be called from several threads at once.
cicu_normalized *_Nullable cicu_normalize(
    const cicu_normalizer *_Nonnull normalizer, const char *_Nullable utf8, int32_t length,
    const char *_Nullable *_Nonnull error);
const char *_Nonnull cicu_normalized_utf8(const cicu_normalized *_Nonnull result, int32_t *_Nonnull length);
const cicu_edit *_Nullable cicu_normalized_edits(const cicu_normalized *_Nonnull result, int32_t *_Nonnull count);
void cicu_normalized_free(cicu_normalized *_Nullable result);

/// The code points of a set as pairs of first and last, ascending. `count` is the number of pairs.
int32_t *_Nullable cicu_set_ranges(
    const char *_Nullable pattern, int32_t length, int32_t *_Nonnull count, const char *_Nullable *_Nonnull error);

/// The Latin readings of the code points from `first` to `last`, each followed by a line feed, lower case and without
/// tones; `ü` stays. A code point without a reading yields itself.
char *_Nullable cicu_readings(
    int32_t first, int32_t last, int32_t *_Nonnull length, const char *_Nullable *_Nonnull error);

/// For one thread at a time.
cicu_boundaries *_Nullable cicu_boundaries_create(cicu_boundary kind, const char *_Nullable *_Nonnull error);
void cicu_boundaries_free(cicu_boundaries *_Nullable boundaries);
/// Every boundary of the text, 0 and `length` included.
int32_t *_Nullable cicu_boundaries_of(
    cicu_boundaries *_Nonnull boundaries, const char *_Nullable utf8, int32_t length, int32_t *_Nonnull count,
    const char *_Nullable *_Nonnull error);

void cicu_free(void *_Nullable buffer);

#ifdef __cplusplus
}
#endif
#endif
