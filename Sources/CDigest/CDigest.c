#include "CDigest.h"

#include <openssl/evp.h>

int cdigest_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  static const uint8_t nothing = 0;
  unsigned int length = 32;
  return EVP_Digest(bytes ? bytes : &nothing, bytes ? count : 0, digest, &length, EVP_sha256(), NULL) == 1 ? 0 : 1;
}
