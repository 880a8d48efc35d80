#ifndef JIXIAO_CLANGUAGEMODEL_H
#define JIXIAO_CLANGUAGEMODEL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A word n-gram model. Once opened, a model does not change: every function may be called on any thread.

typedef struct clm_model clm_model;

/// What the model remembers of the words before. All of it is set, so that states may be compared byte by byte.
typedef struct {
  uint64_t parts[3];
} clm_state;

/// What one word does to a text.
typedef struct {
  /// Of the word after the state that it was scored in: a logarithm to base 10.
  float score;
  clm_state next;
} clm_step;

typedef enum {
  CLM_OPENED = 0,
  /// The file can't be opened; errno says why.
  CLM_UNREADABLE = 1,
  /// The file is something else than a model, or a model of another kind or version.
  CLM_NO_MODEL = 2,
  /// A model that is cut short or inconsistent.
  CLM_DAMAGED = 3,
  CLM_NO_MEMORY = 4,
} clm_status;

/// Stores the model, freed by `clm_close`, if it returns CLM_OPENED.
clm_status clm_open(const char *_Nonnull path, clm_model *_Nullable *_Nonnull model);
void clm_close(clm_model *_Nullable model);

/// The number of a word of `count` bytes of UTF-8; that of the unknown word if the model does not have it.
uint32_t clm_index(const clm_model *_Nonnull model, const uint8_t *_Nullable word, size_t count);
uint32_t clm_unknown(const clm_model *_Nonnull model);
/// How many words there are: every number is below it.
uint32_t clm_word_count(const clm_model *_Nonnull model);

/// Nothing is known of the words before.
clm_state clm_no_context(const clm_model *_Nonnull model);

/// A number that the model does not have counts as the unknown word.
clm_step clm_score(const clm_model *_Nonnull model, clm_state before, uint32_t word);

#ifdef __cplusplus
}
#endif

#endif
