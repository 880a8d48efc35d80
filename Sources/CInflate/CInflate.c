#include "CInflate.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct cinflate_stream {
  z_stream z;
};

cinflate_stream *cinflate_create(void) {
  cinflate_stream *stream = calloc(1, sizeof *stream);
  // Negative window bits: DEFLATE without a header of zlib's own, as archives hold it.
  if (stream && inflateInit2(&stream->z, -MAX_WBITS) != Z_OK) {
    free(stream);
    stream = NULL;
  }
  return stream;
}

void cinflate_destroy(cinflate_stream *stream) {
  inflateEnd(&stream->z);
  free(stream);
}

static uInt limited(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

int cinflate_run(cinflate_stream *stream, const uint8_t *input, size_t count, uint8_t *room, size_t capacity,
                 size_t *used, size_t *made) {
  uInt in = limited(count);
  uInt out = limited(capacity);
  stream->z.next_in = (Bytef *)input;
  stream->z.avail_in = in;
  stream->z.next_out = room;
  stream->z.avail_out = out;
  int status = inflate(&stream->z, Z_NO_FLUSH);
  *used = in - stream->z.avail_in;
  *made = out - stream->z.avail_out;
  switch (status) {
  case Z_STREAM_END: return cinflate_ended;
  case Z_OK:
  case Z_BUF_ERROR: return cinflate_more;
  case Z_MEM_ERROR: return cinflate_no_memory;
  default: return cinflate_corrupt;
  }
}

uint32_t cinflate_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
  return bytes ? (uint32_t)crc32_z(crc, bytes, count) : crc;
}
