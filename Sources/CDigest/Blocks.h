#ifndef JIXIAO_CDIGEST_BLOCKS_H
#define JIXIAO_CDIGEST_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

// SHA-256 by the processor's own instructions.

/// Whether this processor has them; the two functions below may be called only then.
int blocks_are_there(void);

/// The digest of `count` bytes into the 32 bytes of `digest`.
void blocks_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);

/// The digests of two texts at once. Each step of one text has to wait for the step before it, so that two texts take
/// little more time than the longer of them.
void blocks_sha256_pair(
    const uint8_t *one, size_t one_count, uint8_t *one_digest, const uint8_t *other, size_t other_count,
    uint8_t *other_digest);

#endif
