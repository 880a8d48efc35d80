#ifndef JIXIAO_CINFLATE_H
#define JIXIAO_CINFLATE_H

#include <stddef.h>
#include <stdint.h>

// Raw DEFLATE (RFC 1951) by zlib, and CRC-32; one thread at a time for each stream.

typedef struct cinflate_stream cinflate_stream;

enum {
  cinflate_ended = 0,
  cinflate_more = 1,
  cinflate_corrupt = 2,
  cinflate_no_memory = 3,
};

/// Null if there is no memory.
cinflate_stream *_Nullable cinflate_create(void);
void cinflate_destroy(cinflate_stream *_Nonnull stream);

/// Inflates from `input` into `room`; says through `used` and `made` how many bytes it took and gave. Returns
/// `cinflate_more` until the stream has ended; no progress with input left means that the room is full.
int cinflate_run(cinflate_stream *_Nonnull stream, const uint8_t *_Nullable input, size_t count,
                 uint8_t *_Nonnull room, size_t capacity, size_t *_Nonnull used, size_t *_Nonnull made);

/// The CRC-32 of what came before, `crc`, and of `count` more bytes; 0 to begin with.
uint32_t cinflate_crc32(uint32_t crc, const uint8_t *_Nullable bytes, size_t count);

#endif
