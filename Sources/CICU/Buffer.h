#ifndef JIXIAO_CICU_BUFFER_H
#define JIXIAO_CICU_BUFFER_H

#include <cstdlib>
#include <cstring>

#include <unicode/utypes.h>

/// Copies `count` elements into a buffer that `cicu_free` frees; never NULL for want of elements.
template <typename Element>
Element *cicu_copy(const Element *elements, size_t count, UErrorCode &status) {
  auto *buffer = static_cast<Element *>(std::malloc(count == 0 ? 1 : count * sizeof(Element)));
  if (buffer == nullptr) {
    status = U_MEMORY_ALLOCATION_ERROR;
  } else if (count > 0) {
    std::memcpy(buffer, elements, count * sizeof(Element));
  }
  return buffer;
}

#endif
