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
    } else if (parser->place == in_tag && byte == '>') {
      parser->place = in_content;
      parser->tag = 0;
      return offset + 1;
    } else if (parser->place == in_tag && (byte == '"' || byte == '\'')) {
      parser->place = byte == '"' ? in_double_quotes : in_single_quotes;
    } else if ((parser->place == in_double_quotes && byte == '"') ||
               (parser->place == in_single_quotes && byte == '\'')) {
      parser->place = in_tag;
    }
  }
  return count;
}

// The library compares each attribute of a tag with every other, so a tag of a million would take hours. True if a tag
// grows beyond the limit, which is no less than `count`: so that only the tag that stands at the piece's ends can.
int cxml_has_long_tag(cxml_parser *parser, const uint8_t *bytes, size_t count) {
  if (parser->width == 2) {
    for (size_t offset = 0; offset < count && parser->tag <= parser->tag_limit;) {
      offset += follow_tag(parser, bytes + offset, count - offset);
    }
    return parser->tag > parser->tag_limit;
  }
  size_t offset = parser->place == in_content ? 0 : follow_tag(parser, bytes, count);
  if (parser->tag > parser->tag_limit) return 1;
  const uint8_t *last = memrchr(bytes + offset, '<', count - offset);
  if (last) follow_tag(parser, last, (size_t)(bytes + count - last));
  return 0;
}
