#include "parser.h"

#include <pthread.h>

void cxml_stop(cxml_parser *parser, int32_t kind) {
  if (parser->problem.kind == cxml_fine) {
    parser->problem.kind = kind;
    xmlParserInputPtr input = parser->context->input;
    parser->problem.line = input ? input->line : 0;
    parser->problem.column = input ? input->col : 0;
  }
  xmlStopParser(parser->context);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

cxml_parser *cxml_create(const cxml_name *names, size_t name_count, const cxml_space *spaces, size_t space_count,
                         int32_t depth, size_t tag, size_t attributes, int32_t is_sieving) {
  pthread_once(&once, xmlInitParser);
  if (name_count > slot_count / 2 || space_count > space_limit) return NULL;
  cxml_parser *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  parser->is_sieving = is_sieving;
  parser->depth_limit = depth;
  parser->tag_limit = tag;
  parser->attribute_limit = attributes;
  parser->holds_text = calloc(name_count + 1, 1);
  parser->waiting = malloc(cxml_piece + sieve_wait);
  parser->sieved = malloc(cxml_piece + sieve_wait);

  xmlSAXHandler events = cxml_events;
  // Without its first bytes: the library looks at them, for the encoding, when they come.
  int has_memory = parser->holds_text && parser->waiting && parser->sieved;
  parser->context = has_memory ? xmlCreatePushParserCtxt(&events, parser, NULL, 0, NULL) : NULL;
  if (!parser->context) {
    free(parser->holds_text);
    free(parser->waiting);
    free(parser->sieved);
    free(parser);
    return NULL;
  }
  xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  for (size_t index = 0; index < name_count; index++) {
    const xmlChar *key = xmlDictLookup(parser->context->dict, (const xmlChar *)names[index].name, -1);
    size_t slot = slot_of(key);
    while (parser->names[slot].key) slot = (slot + 1) & (slot_count - 1);
    parser->names[slot] = (struct slot){key, (int32_t)index};
    parser->holds_text[index] = names[index].holds_text;
    size_t count = strlen(names[index].name);
    uint32_t hash = 0;
    for (size_t byte = 0; byte < count; byte++) hash = hashed(hash, (uint8_t)names[index].name[byte]);
    slot = word_slot(hash);
    while (parser->words[slot].bytes) slot = (slot + 1) & (slot_count - 1);
    // The library's copy of the name.
    parser->words[slot] = (struct word){(const char *)key, count};
  }
  for (size_t index = 0; index < space_count; index++) {
    const xmlChar *key = xmlDictLookup(parser->context->dict, (const xmlChar *)spaces[index].uri, -1);
    parser->spaces[index] = (struct slot){key, spaces[index].number};
  }
  parser->space_count = space_count;
  return parser;
}

void cxml_destroy(cxml_parser *parser) {
  xmlFreeParserCtxt(parser->context);
  free(parser->holds_text);
  free(parser->batch.events);
  free(parser->batch.attributes);
  free(parser->batch.text);
  free(parser->waiting);
  free(parser->sieved);
  free(parser);
}

static int32_t parse_piece(cxml_parser *parser, const uint8_t *bytes, size_t count, int32_t is_last) {
  for (size_t offset = 0; offset < count; offset += parser->tag_limit) {
    size_t rest = count - offset;
    if (cxml_has_long_tag(parser, bytes + offset, rest < parser->tag_limit ? rest : parser->tag_limit)) {
      cxml_stop(parser, cxml_tag_too_long);
      return parser->problem.kind;
    }
  }
  int status = xmlParseChunk(parser->context, count > 0 ? (const char *)bytes : "", (int)count, is_last);
  if (status == XML_ERR_NO_MEMORY && parser->problem.kind == cxml_fine) parser->problem.kind = cxml_no_memory;
  if (!parser->context->wellFormed && parser->problem.kind == cxml_fine) parser->problem.kind = cxml_not_well_formed;
  return parser->problem.kind;
}

int32_t cxml_parse(cxml_parser *parser, const uint8_t *bytes, size_t count, int32_t is_last, cxml_batch *batch) {
  parser->batch.event_count = parser->batch.attribute_count = parser->batch.text_count = 0;
  *batch = parser->batch;
  if (parser->problem.kind != cxml_fine) return parser->problem.kind;
  if (count > cxml_piece) count = cxml_piece;
  if (count > 0) memcpy(parser->waiting + parser->waiting_count, bytes, count);
  parser->waiting_count += count;
  if (parser->width == 0) {
    // The library tells the encoding by the first four bytes.
    if (parser->waiting_count < 4 && !is_last) return cxml_fine;
    // Word writes UTF-8 or UTF-16, and of the latter one of the first two bytes is no character's of a beginning.
    const uint8_t *start = parser->waiting;
    parser->width = parser->waiting_count > 1 && (start[0] >= 0xFE || start[0] == 0 || start[1] == 0) ? 2 : 1;
    if (parser->width == 2) parser->is_sieving = 0;
  }
  cxml_sieve(parser, is_last);
  parse_piece(parser, parser->sieved, parser->sieved_count, is_last);
  *batch = parser->batch;
  return parser->problem.kind;
}

void cxml_describe(const cxml_parser *parser, cxml_problem *problem) { *problem = parser->problem; }
