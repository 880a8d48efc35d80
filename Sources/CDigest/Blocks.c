#include "Blocks.h"

#include <string.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))
#define EACH_TIME inline __attribute__((always_inline))

// The constants and the order of the steps are those of FIPS 180-4; how the instructions map to them is described in
// Intel's "New Instructions Supporting the Secure Hash Algorithm".

static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/// The eight words of the state in the order of the instructions: A B E F and C D G H, from the highest down.
typedef struct {
  __m128i abef;
  __m128i cdgh;
} State;

/// A state on its way through a block, and the last sixteen words of the message schedule.
typedef struct {
  State state;
  __m128i words[4];
} Run;

WITH_SHA static EACH_TIME State beginning(void) {
  const State state = {
      _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
      _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
  return state;
}

WITH_SHA static EACH_TIME __m128i load(const uint8_t *bytes) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes), order);
}

/// Four of the 64 steps, of which this is the `step`-th group.
WITH_SHA static EACH_TIME void advance(Run *run, const uint8_t *block, int step) {
  __m128i words;
  if (step < 4) {
    words = load(block + 16 * step);
  } else {
    const __m128i last = run->words[(step + 3) & 3];
    words = _mm_sha256msg1_epu32(run->words[step & 3], run->words[(step + 1) & 3]);
    words = _mm_add_epi32(words, _mm_alignr_epi8(last, run->words[(step + 2) & 3], 4));
    words = _mm_sha256msg2_epu32(words, last);
  }
  run->words[step & 3] = words;
  const __m128i sum = _mm_add_epi32(words, _mm_load_si128((const __m128i *)(constants + 4 * step)));
  run->state.cdgh = _mm_sha256rnds2_epu32(run->state.cdgh, run->state.abef, sum);
  run->state.abef = _mm_sha256rnds2_epu32(run->state.abef, run->state.cdgh, _mm_shuffle_epi32(sum, 0x0E));
}

WITH_SHA static EACH_TIME void add(State *state, const State *other) {
  state->abef = _mm_add_epi32(state->abef, other->abef);
  state->cdgh = _mm_add_epi32(state->cdgh, other->cdgh);
}

WITH_SHA static void pass(State *state, const uint8_t *bytes, size_t blocks) {
  for (; blocks > 0; blocks--, bytes += 64) {
    Run run = {*state, {_mm_setzero_si128()}};
#pragma GCC unroll 16
    for (int step = 0; step < 16; step++) advance(&run, bytes, step);
    add(state, &run.state);
  }
}

WITH_SHA static void pass_pair(State *one, const uint8_t *bytes, State *other, const uint8_t *others, size_t blocks) {
  for (; blocks > 0; blocks--, bytes += 64, others += 64) {
    Run first = {*one, {_mm_setzero_si128()}};
    Run second = {*other, {_mm_setzero_si128()}};
#pragma GCC unroll 16
    for (int step = 0; step < 16; step++) {
      advance(&first, bytes, step);
      advance(&second, others, step);
    }
    add(one, &first.state);
    add(other, &second.state);
  }
}

/// Pads what is left behind the last whole block, passes it, and writes the digest.
WITH_SHA static void finish(State *state, const uint8_t *rest, size_t count, uint8_t *digest) {
  const size_t left = count % 64;
  uint8_t last[128] = {0};
  if (left > 0) memcpy(last, rest, left);
  last[left] = 0x80;
  const size_t size = left < 56 ? 64 : 128;
  const uint64_t bits = (uint64_t)count * 8;
  for (int index = 0; index < 8; index++) last[size - 1 - index] = (uint8_t)(bits >> 8 * index);
  pass(state, last, size / 64);
  uint32_t abef[4], cdgh[4];
  _mm_storeu_si128((__m128i *)abef, state->abef);
  _mm_storeu_si128((__m128i *)cdgh, state->cdgh);
  const uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]};
  for (int index = 0; index < 32; index++) digest[index] = (uint8_t)(words[index / 4] >> (24 - 8 * (index % 4)));
}

WITH_SHA void blocks_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  State state = beginning();
  const size_t blocks = count / 64;
  pass(&state, bytes, blocks);
  finish(&state, bytes + 64 * blocks, count, digest);
}

WITH_SHA void blocks_sha256_pair(
    const uint8_t *one, size_t one_count, uint8_t *one_digest, const uint8_t *other, size_t other_count,
    uint8_t *other_digest) {
  State first = beginning(), second = beginning();
  const size_t one_blocks = one_count / 64, other_blocks = other_count / 64;
  const size_t both = one_blocks < other_blocks ? one_blocks : other_blocks;
  pass_pair(&first, one, &second, other, both);
  pass(&first, one + 64 * both, one_blocks - both);
  pass(&second, other + 64 * both, other_blocks - both);
  finish(&first, one + 64 * one_blocks, one_count, one_digest);
  finish(&second, other + 64 * other_blocks, other_count, other_digest);
}

int blocks_are_there(void) {
  unsigned int eax, ebx, ecx, edx;
  if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx)) return 0;
  if (!(ecx & bit_SSSE3) || !(ecx & bit_SSE4_1)) return 0;
  if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx)) return 0;
  return (ebx & (1u << 29)) != 0;
}

#else

// Other processors leave it to the library.

int blocks_are_there(void) { return 0; }

void blocks_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  (void)bytes, (void)count;
  memset(digest, 0, 32);
}

void blocks_sha256_pair(
    const uint8_t *one, size_t one_count, uint8_t *one_digest, const uint8_t *other, size_t other_count,
    uint8_t *other_digest) {
  blocks_sha256(one, one_count, one_digest);
  blocks_sha256(other, other_count, other_digest);
}

#endif
