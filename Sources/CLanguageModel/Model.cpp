#include "CLanguageModel.h"

#include "ModelFile.h"

#include <cstring>
#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>
#include <new>
#include <string_view>

// What libIME keeps in its state is KenLM's, with room for a pointer behind.
constexpr size_t stateSize = libime::StateSize - sizeof(void *);
static_assert(stateSize <= sizeof(clm_state), "the library's state has grown");

struct clm_model {
  explicit clm_model(const char *path, uint32_t count) : model(path), unknown(model.unknown()), count(count) {
    // What an unknown word costs, beyond what the model itself says, is the caller's affair.
    model.setUnknownPenalty(0);
  }

  libime::LanguageModel model;
  const uint32_t unknown;
  const uint32_t count;
};

namespace {

struct alignas(8) State {
  libime::State bytes{};

  State() = default;
  explicit State(const clm_state &state) { std::memcpy(bytes.data(), &state, stateSize); }

  clm_state value() const {
    clm_state state{};
    std::memcpy(&state, bytes.data(), stateSize);
    return state;
  }
};

}  // namespace

clm_status clm_open(const char *path, clm_model **model) {
  *model = nullptr;
  uint32_t count = 0;
  // KenLM trusts the pointers inside a file, so that a damaged one would be read out of bounds.
  const clm_status status = clm::check(path, count);
  if (status != CLM_OPENED) return status;
  try {
    *model = new clm_model(path, count);
    return CLM_OPENED;
  } catch (const std::bad_alloc &) {
    return CLM_NO_MEMORY;
  } catch (...) {
    return CLM_DAMAGED;
  }
}

void clm_close(clm_model *model) { delete model; }

uint32_t clm_index(const clm_model *model, const uint8_t *word, size_t count) {
  return count == 0 ? model->unknown
                    : model->model.index(std::string_view(reinterpret_cast<const char *>(word), count));
}

uint32_t clm_unknown(const clm_model *model) { return model->unknown; }
uint32_t clm_word_count(const clm_model *model) { return model->count; }

clm_state clm_no_context(const clm_model *model) {
  clm_state state{};
  std::memcpy(&state, model->model.nullState().data(), stateSize);
  return state;
}

clm_step clm_score(const clm_model *model, clm_state before, uint32_t word) {
  const State state(before);
  State next;
  // An empty word is held in the node itself: nothing is allocated.
  const libime::WordNode node(std::string_view(), word < model->count ? word : model->unknown);
  const float score = model->model.score(state.bytes, node, next.bytes);
  return {score, next.value()};
}
