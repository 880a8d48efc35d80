#include "CDigest.h"

#include <openssl/evp.h>
#include <pthread.h>

// OpenSSL 3 looks an algorithm up by name at each one-shot call, which costs more than hashing a short
// text. So the algorithm is fetched once for the program, and each thread keeps one context.

static pthread_once_t once = PTHREAD_ONCE_INIT;
static EVP_MD *sha256;
static pthread_key_t context_key;
static int has_context_key;
static _Thread_local EVP_MD_CTX *thread_context;

static void free_context(void *context) { EVP_MD_CTX_free(context); }

static void initialize(void) {
  sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  has_context_key = pthread_key_create(&context_key, free_context) == 0;
}

// The calling thread's context, freed when the thread ends; null if there is none to be had.
static EVP_MD_CTX *context(void) {
  if (thread_context) return thread_context;
  pthread_once(&once, initialize);
  if (!sha256 || !has_context_key) return NULL;
  EVP_MD_CTX *fresh = EVP_MD_CTX_new();
  if (fresh && pthread_setspecific(context_key, fresh) != 0) {
    EVP_MD_CTX_free(fresh);
    fresh = NULL;
  }
  thread_context = fresh;
  return fresh;
}

static int update(EVP_MD_CTX *into, const uint8_t *bytes, size_t count) {
  return count == 0 || EVP_DigestUpdate(into, bytes, count) == 1;
}

int cdigest_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  EVP_MD_CTX *own = context();
  unsigned int length = 0;
  return own && EVP_DigestInit_ex2(own, sha256, NULL) == 1 && update(own, bytes, count) &&
                 EVP_DigestFinal_ex(own, digest, &length) == 1 && length == 32
             ? 0
             : 1;
}

// A stream is a context under our own name.
static EVP_MD_CTX *context_of(cdigest_stream *stream) { return (EVP_MD_CTX *)stream; }

cdigest_stream *cdigest_stream_create(void) {
  pthread_once(&once, initialize);
  EVP_MD_CTX *fresh = sha256 ? EVP_MD_CTX_new() : NULL;
  if (fresh && EVP_DigestInit_ex2(fresh, sha256, NULL) != 1) {
    EVP_MD_CTX_free(fresh);
    fresh = NULL;
  }
  return (cdigest_stream *)fresh;
}

int cdigest_stream_update(cdigest_stream *stream, const uint8_t *bytes, size_t count) {
  return update(context_of(stream), bytes, count) ? 0 : 1;
}

int cdigest_stream_finish(cdigest_stream *stream, uint8_t *digest) {
  unsigned int length = 0;
  return EVP_DigestFinal_ex(context_of(stream), digest, &length) == 1 && length == 32 ? 0 : 1;
}

void cdigest_stream_destroy(cdigest_stream *stream) { EVP_MD_CTX_free(context_of(stream)); }
