#include "ModelFile.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// KenLM's binary format, version 5, of a trigram trie with quantised weights and compressed pointers: a header, the
// hashes of the words, tables of weights, one-word entries, two-word entries, three-word entries, the words.

namespace clm {
namespace {

constexpr char magic[] = "mmap lm http://kheafield.com/code format version 5\n";
constexpr uint64_t headerSize = 0x88;
constexpr uint64_t mostEntries = uint64_t(1) << 32;

class Mapping {
public:
  explicit Mapping(const char *path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat facts;
    isOpen = ::fstat(file, &facts) == 0;
    if (isOpen && S_ISREG(facts.st_mode) && facts.st_size > 0) {
      void *found = ::mmap(nullptr, facts.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
      isOpen = found != MAP_FAILED;
      if (isOpen) {
        bytes = static_cast<const uint8_t *>(found);
        size = facts.st_size;
      }
    }
    ::close(file);
  }
  ~Mapping() {
    if (bytes) ::munmap(const_cast<uint8_t *>(bytes), size);
  }
  Mapping(const Mapping &) = delete;
  Mapping &operator=(const Mapping &) = delete;

  template <class Value> Value at(uint64_t offset) const {
    Value value;
    std::memcpy(&value, bytes + offset, sizeof value);
    return value;
  }

  /// `count` bits, at most 57, from a bit on.
  uint64_t bits(uint64_t base, uint64_t bit, unsigned count) const {
    return (at<uint64_t>(base + (bit >> 3)) >> (bit & 7)) & ((uint64_t(1) << count) - 1);
  }

  const uint8_t *bytes = nullptr;
  uint64_t size = 0;
  bool isOpen = false;
};

unsigned requiredBits(uint64_t greatest) {
  unsigned bits = 0;
  for (; greatest; greatest >>= 1) ++bits;
  return bits;
}

/// Where everything is. `fits` is false if the file is shorter than that.
struct Layout {
  explicit Layout(const Mapping &file);

  uint64_t count[3];
  unsigned scoreBits, backoffBits;
  uint64_t tables, tableEntries, words;
  uint64_t offsets, offsetCount;
  unsigned inlineBits;
  uint64_t pairs, triples;
  unsigned wordBits, pairBits, tripleBits;
  bool fits = false;
};

Layout::Layout(const Mapping &file) {
  for (int order = 0; order < 3; ++order) {
    count[order] = file.at<uint64_t>(0x6C + 8 * order);
    if (count[order] == 0 || count[order] >= mostEntries) return;
  }
  uint64_t end = headerSize + 8 + 8 * count[0];
  if (end + 8 > file.size) return;
  scoreBits = file.bytes[end + 1];
  backoffBits = file.bytes[end + 2];
  if (scoreBits == 0 || scoreBits > 25 || backoffBits == 0 || backoffBits > 25) return;
  tables = end + 8;
  tableEntries = (uint64_t(2) << scoreBits) + (uint64_t(1) << backoffBits);
  words = tables + 4 * tableEntries;
  // The pointers' upper bits are not stored: a table says at which entry each next value of them begins.
  const uint64_t header = words + 16 * (count[0] + 2);
  if (header + 8 > file.size) return;
  const unsigned required = requiredBits(count[2]);
  const unsigned limit = std::min<unsigned>(required, file.bytes[header + 1]);
  unsigned chopped = 0;
  for (int64_t bits = 1, least = INT64_MAX; bits <= limit + 1; ++bits) {
    const int64_t cost = int64_t(count[2] >> (required - (bits - 1))) * 64 - int64_t(count[1] + 1) * (bits - 1);
    if (cost < least) {
      least = cost;
      chopped = bits - 1;
    }
  }
  inlineBits = required - chopped;
  offsetCount = (count[2] >> inlineBits) + 1;
  offsets = ((header + 7) & ~uint64_t(7)) + 8;
  wordBits = requiredBits(count[0]);
  pairBits = wordBits + scoreBits + backoffBits + inlineBits;
  tripleBits = wordBits + scoreBits;
  pairs = header + 8 * (1 + offsetCount) + 7;
  triples = pairs + ((1 + count[1]) * pairBits + 7) / 8 + 8;
  end = triples + ((1 + count[2]) * tripleBits + 7) / 8 + 8;
  fits = end + 6 <= file.size && std::memcmp(file.bytes + end, "<unk>", 6) == 0;
}

bool isLogarithm(float value) { return !std::isnan(value) && value <= 0; }

bool areTablesSound(const Mapping &file, const Layout &layout) {
  for (uint64_t entry = 0; entry < layout.tableEntries; ++entry) {
    if (std::isnan(file.at<float>(layout.tables + 4 * entry))) return false;
  }
  return true;
}

/// The words' hashes ascend; each word's pairs follow those of the word before.
bool areWordsSound(const Mapping &file, const Layout &layout, uint64_t words) {
  uint64_t hash = 0, next = 0;
  for (uint64_t word = 0; word <= words; ++word) {
    const uint64_t entry = layout.words + 16 * word;
    const uint64_t found = file.at<uint64_t>(entry + 8);
    if (found < next || found > layout.count[1]) return false;
    next = found;
    if (word == words) break;
    if (!isLogarithm(file.at<float>(entry)) || std::isnan(file.at<float>(entry + 4))) return false;
    if (word == 0) continue;
    const uint64_t foundHash = file.at<uint64_t>(headerSize + 8 * word);
    if (foundHash <= hash) return false;
    hash = foundHash;
  }
  return true;
}

/// The pointers from pairs to triples do not go back, and stay inside.
bool arePointersSound(const Mapping &file, const Layout &layout) {
  uint64_t upper = 0, next = 0;
  if (file.at<uint64_t>(layout.offsets) != 0) return false;
  for (uint64_t offset = 1; offset < layout.offsetCount; ++offset) {
    if (file.at<uint64_t>(layout.offsets + 8 * offset) < file.at<uint64_t>(layout.offsets + 8 * (offset - 1))) return false;
  }
  const uint64_t first = layout.pairBits - layout.inlineBits;
  for (uint64_t pair = 0; pair <= layout.count[1]; ++pair) {
    while (upper + 1 < layout.offsetCount && file.at<uint64_t>(layout.offsets + 8 * (upper + 1)) <= pair) ++upper;
    const uint64_t found = upper << layout.inlineBits |
                           file.bits(layout.pairs, pair * layout.pairBits + first, layout.inlineBits);
    if (found < next || found > layout.count[2]) return false;
    next = found;
  }
  return true;
}

}  // namespace

clm_status check(const char *path, uint32_t &words) {
  const Mapping file(path);
  if (!file.isOpen) return CLM_UNREADABLE;
  if (file.size < sizeof magic || std::memcmp(file.bytes, magic, sizeof magic) != 0) return CLM_NO_MODEL;
  if (file.size < headerSize + 16) return CLM_DAMAGED;
  // The order, the kind of trie, and its version.
  if (file.bytes[0x58] != 3 || file.at<uint32_t>(0x60) != 5 || file.at<uint32_t>(0x68) != 1) return CLM_NO_MODEL;
  const Layout layout(file);
  if (!layout.fits) return CLM_DAMAGED;
  const uint64_t known = file.at<uint64_t>(headerSize);
  if (known > layout.count[0]) return CLM_DAMAGED;
  if (!areTablesSound(file, layout) || !areWordsSound(file, layout, known + 1) || !arePointersSound(file, layout))
    return CLM_DAMAGED;
  words = static_cast<uint32_t>(known + 1);
  return CLM_OPENED;
}

}  // namespace clm
