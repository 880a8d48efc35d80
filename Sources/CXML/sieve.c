// Takes out what no event comes of, before libxml2 reads the rest.
#include "parser.h"

// The bytes that end a name: white space and '/' '<' '>'.
static const uint8_t ends_name[256] = {
    [0] = 1,   [1] = 1,   [2] = 1,  [3] = 1,  [4] = 1,  [5] = 1,  [6] = 1,  [7] = 1,  [8] = 1,
    [9] = 1,   [10] = 1,  [11] = 1, [12] = 1, [13] = 1, [14] = 1, [15] = 1, [16] = 1, [17] = 1,
    [18] = 1,  [19] = 1,  [20] = 1, [21] = 1, [22] = 1, [23] = 1, [24] = 1, [25] = 1, [26] = 1,
    [27] = 1,  [28] = 1,  [29] = 1, [30] = 1, [31] = 1, [32] = 1, ['/'] = 1, ['<'] = 1, ['>'] = 1,
};

// `hash` is that of the bytes.
static int is_word(const cxml_parser *parser, const char *bytes, size_t count, uint32_t hash) {
  for (size_t slot = word_slot(hash); parser->words[slot].bytes; slot = (slot + 1) & (slot_count - 1)) {
    if (parser->words[slot].count == count && memcmp(parser->words[slot].bytes, bytes, count) == 0) return 1;
  }
  return 0;
}

// What is between two brackets is plain: attributes in double quotes that are closed, on one line.
static int is_plain(const uint8_t *bytes, size_t count) {
  // Bytes, so that sixteen are looked at at a time.
  uint8_t quotes = 0;
  uint8_t others = 0;
  for (size_t index = 0; index < count; index++) {
    uint8_t byte = bytes[index];
    quotes ^= byte == '"';
    others |= (byte == '<') | (byte == '\'') | (byte == '\n') | (byte == '\r');
  }
  return !(quotes | others);
}

// Whether the bytes are such that a '<' is one: UTF-8, or what doesn't say otherwise.
static int is_known_encoding(const uint8_t *declaration, size_t count) {
  return !memmem(declaration, count, "encoding", 8) || memmem(declaration, count, "UTF-8", 5) ||
         memmem(declaration, count, "utf-8", 5);
}

// Hands on what waits, without the elements that hold nothing and whose names the caller did not list: no event would
// come of them, and half of a Word file is such. So the library, which takes most of the time, need not read them.
// What is not plainly such an element stays; where a comment, CDATA or an instruction begins, which may hold what looks
// like one, nothing is taken out any more. What stays waiting is a tag without its end.
void cxml_sieve(cxml_parser *parser, int is_last) {
  const uint8_t *next = parser->waiting;
  const uint8_t *end = next + parser->waiting_count;
  uint8_t *out = parser->sieved;
  // Where the last tag was put, if its name is not listed and nothing stands behind it.
  uint8_t *opened = NULL;
  uint8_t *opened_end = NULL;
  size_t opened_name = 0;
  while (parser->is_sieving) {
    const uint8_t *tag = memchr(next, '<', (size_t)(end - next));
    if (!tag) break;
    out = mempcpy(out, next, (size_t)(tag - next));
    next = tag;
    int is_end = tag + 1 < end && tag[1] == '/';
    const uint8_t *name = tag + 1 + is_end;
    const uint8_t *local = name;
    const uint8_t *behind = name;
    uint32_t hash = 0;
    for (; behind < end && !ends_name[*behind]; behind++) {
      hash = hashed(hash, *behind);
      if (*behind == ':') {
        local = behind + 1;
        hash = 0;
      }
    }
    int is_declaration = name < behind && *name == '?' && !parser->has_begun;
    if (name < behind && (*name == '!' || *name == '?') && !is_declaration) {
      parser->is_sieving = 0;
      break;
    }
    int is_listed = behind < end && is_word(parser, (const char *)local, (size_t)(behind - local), hash);
    const uint8_t *close = behind < end && !is_listed ? memchr(behind, '>', (size_t)(end - behind)) : NULL;
    if (behind == end || (!close && !is_listed)) {
      // Its end is in the next piece, unless it is too long to be worth the wait.
      if (is_last || end - tag > sieve_wait) {
        if (is_declaration) parser->is_sieving = 0;
        break;
      }
      parser->waiting_count = (size_t)(end - tag);
      parser->sieved_count = (size_t)(out - parser->sieved);
      memmove(parser->waiting, tag, parser->waiting_count);
      return;
    }
    if (is_declaration && !is_known_encoding(name, (size_t)(close - name))) {
      parser->is_sieving = 0;
      break;
    }
    int is_root = !is_declaration && !parser->has_root;
    parser->has_begun = 1;
    if (is_root) parser->has_root = 1;
    size_t length = (size_t)(behind - name);
    if (is_end && out == opened_end && close == behind && opened_name == length &&
        memcmp(opened + 1, name, length) == 0) {
      out = opened;
      next = close + 1;
      continue;
    }
    int stays = is_listed || is_end || is_declaration || is_root || local == behind;
    if (stays || !is_plain(behind, (size_t)(close - behind))) {
      out = mempcpy(out, tag, (size_t)(behind - tag));
      next = behind;
      continue;
    }
    next = close + 1;
    if (close[-1] == '/') continue;
    opened = out;
    opened_name = length;
    out = opened_end = mempcpy(out, tag, (size_t)(next - tag));
  }
  out = mempcpy(out, next, (size_t)(end - next));
  parser->waiting_count = 0;
  parser->sieved_count = (size_t)(out - parser->sieved);
}
