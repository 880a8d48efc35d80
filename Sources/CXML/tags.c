// Watches over the length of tags.
#include "parser.h"

// Follows the open tag through some bytes, to its end or theirs; returns how many that were. What stands in quotes ends no
// tag, and no '<' stands in any tag: it begins the next.
static size_t follow_tag(cxml_parser *parser, const uint8_t *bytes, size_t count) {
  for (size_t offset = 0; offset < count; offset++) {
    uint8_t byte = bytes[offset];
    if (parser->place != in_content) parser->tag++;
    if (parser->width == 2) {
      // Of the two bytes of a character the one that is not zero counts, if there is just one.
      int is_second = parser->has_half;
      uint8_t half = parser->half;
      parser->has_half = !is_second;
      parser->half = byte;
      if (!is_second || (half && byte)) continue;
      byte |= half;
    }
    if (byte == '<') {
      parser->place = in_tag;
      parser->tag = 1;
      parser->attributes = 0;
    } else if (parser->place == in_tag && byte == '>') {
      parser->place = in_content;
      parser->tag = 0;
      return offset + 1;
    } else if (parser->place == in_tag && (byte == '"' || byte == '\'')) {
      parser->place = byte == '"' ? in_double_quotes : in_single_quotes;
      parser->attributes++;
    } else if ((parser->place == in_double_quotes && byte == '"') ||
               (parser->place == in_single_quotes && byte == '\'')) {
      parser->place = in_tag;
    }
  }
  return count;
}

static int is_too_long(const cxml_parser *parser) {
  return parser->tag > parser->tag_limit || parser->attributes > parser->attribute_limit;
}

// The library compares each attribute of a tag with every other, so a tag of a million would take hours. True if a tag
// grows beyond the limits; of bytes there may be no more than the limit allows a tag.
int cxml_has_long_tag(cxml_parser *parser, const uint8_t *bytes, size_t count) {
  const uint8_t *end = bytes + count;
  if (parser->width == 2) {
    while (bytes < end && !is_too_long(parser)) bytes += follow_tag(parser, bytes, (size_t)(end - bytes));
    return is_too_long(parser);
  }
  if (parser->place != in_content) bytes += follow_tag(parser, bytes, count);
  if (is_too_long(parser)) return 1;
  // Where tags follow closely, none has room for many attributes: each takes five bytes.
  size_t room = 5 * parser->attribute_limit;
  const uint8_t *tag = memchr(bytes, '<', (size_t)(end - bytes));
  while (tag) {
    const uint8_t *next = memchr(tag + 1, '<', (size_t)(end - tag - 1));
    if (!next || (size_t)(next - tag) > room) follow_tag(parser, tag, (size_t)((next ? next : end) - tag));
    if (is_too_long(parser)) return 1;
    tag = next;
  }
  return 0;
}
