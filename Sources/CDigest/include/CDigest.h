#ifndef JIXIAO_CDIGEST_H
#define JIXIAO_CDIGEST_H

#include <stddef.h>
#include <stdint.h>

// SHA-256. Every function returns 0, or 1 if the library refused, and may be called on any thread.

/// The digest of `count` bytes into the 32 bytes of `digest`. `bytes` may be null if `count` is 0.
int cdigest_sha256(const uint8_t *_Nullable bytes, size_t count, uint8_t *_Nonnull digest);

/// A digest of bytes that come in pieces; one thread at a time.
typedef struct cdigest_stream cdigest_stream;

/// Null if the library refused.
cdigest_stream *_Nullable cdigest_stream_create(void);
int cdigest_stream_update(cdigest_stream *_Nonnull stream, const uint8_t *_Nullable bytes, size_t count);
/// After it the stream can only be destroyed.
int cdigest_stream_finish(cdigest_stream *_Nonnull stream, uint8_t *_Nonnull digest);
void cdigest_stream_destroy(cdigest_stream *_Nonnull stream);

#endif
