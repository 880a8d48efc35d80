#ifndef JIXIAO_CDIGEST_H
#define JIXIAO_CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 of `count` bytes into the 32 bytes of `digest`. Returns 0, or 1 if the library refused.
int cdigest_sha256(const uint8_t *_Nullable bytes, size_t count, uint8_t *_Nonnull digest);

#endif
