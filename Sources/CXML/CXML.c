#include "CXML.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { slot_count = 1024, space_limit = 32, attribute_limit = 64 };

struct slot {
  const xmlChar *key;
  int32_t value;
};

struct cxml_parser {
  xmlParserCtxtPtr context;
  cxml_handler handler;
  void *receiver;
  // The library keeps each name once, so that a name is known by its address.
  struct slot names[slot_count];
  struct slot spaces[space_limit];
  size_t space_count;
  uint8_t *holds_text;
  int32_t depth_limit;
  int32_t depth;
  // How many open elements want their characters.
  int32_t texts;
  size_t tag_limit;
  // How long the tag is that is open at the end of what came; 0 outside of tags.
  size_t tag;
  cxml_problem problem;
};

static size_t place(const xmlChar *key) {
  uintptr_t bits = (uintptr_t)key;
  return (bits ^ bits >> 10) * 0x9E3779B1u >> 7 & (slot_count - 1);
}

static int32_t name_number(const cxml_parser *parser, const xmlChar *name) {
  for (size_t index = place(name); parser->names[index].key; index = (index + 1) & (slot_count - 1)) {
    if (parser->names[index].key == name) return parser->names[index].value;
  }
  return -1;
}

static int32_t space_number(const cxml_parser *parser, const xmlChar *uri) {
  if (!uri) return -1;
  for (size_t index = 0; index < parser->space_count; index++) {
    if (parser->spaces[index].key == uri) return parser->spaces[index].value;
  }
  return -1;
}

static void stop(cxml_parser *parser, int32_t kind) {
  if (parser->problem.kind == cxml_fine) {
    parser->problem.kind = kind;
    xmlParserInputPtr input = parser->context->input;
    parser->problem.line = input ? input->line : 0;
    parser->problem.column = input ? input->col : 0;
  }
  xmlStopParser(parser->context);
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  cxml_parser *parser = user;
  if (++parser->depth > parser->depth_limit) {
    stop(parser, cxml_too_deep);
    return;
  }
  int32_t number = name_number(parser, name);
  if (number < 0) return;
  cxml_attribute wanted[attribute_limit];
  int32_t count = 0;
  for (int index = 0; index < attribute_count && count < attribute_limit; index++) {
    // Each is a name, a prefix, a namespace, and where the value begins and ends.
    const xmlChar **attribute = attributes + 5 * index;
    int32_t attribute_number = name_number(parser, attribute[0]);
    if (attribute_number < 0) continue;
    wanted[count++] = (cxml_attribute){attribute_number, space_number(parser, attribute[2]), attribute[3],
                                       (size_t)(attribute[4] - attribute[3])};
  }
  if (parser->holds_text[number]) parser->texts++;
  parser->handler.start(parser->receiver, space_number(parser, uri), number, wanted, count);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  cxml_parser *parser = user;
  parser->depth--;
  int32_t number = name_number(parser, name);
  if (number < 0) return;
  if (parser->holds_text[number]) parser->texts--;
  parser->handler.end(parser->receiver, space_number(parser, uri), number);
}

static void characters(void *user, const xmlChar *bytes, int count) {
  cxml_parser *parser = user;
  if (parser->texts > 0 && count > 0) parser->handler.text(parser->receiver, bytes, (size_t)count);
}

static void internal_subset(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  stop(user, cxml_doctype);
}

static xmlEntityPtr get_entity(void *user, const xmlChar *name) {
  (void)user;
  return xmlGetPredefinedEntity(name);
}

static void report(void *user, xmlErrorPtr error) {
  cxml_parser *parser = user;
  // Warnings, and what only namespaces are about, leave the events as they are.
  if (error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE || parser->problem.kind != cxml_fine) return;
  if (error->code == XML_ERR_NO_MEMORY) {
    parser->problem.kind = cxml_no_memory;
  } else if (error->level == XML_ERR_FATAL) {
    parser->problem.kind = cxml_not_well_formed;
  } else {
    return;
  }
  parser->problem.line = error->line;
  parser->problem.column = error->int2;
  if (error->message) {
    strncpy(parser->problem.text, error->message, sizeof parser->problem.text - 1);
    size_t length = strlen(parser->problem.text);
    while (length > 0 && parser->problem.text[length - 1] == '\n') parser->problem.text[--length] = 0;
  }
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

cxml_parser *cxml_create(const cxml_name *names, size_t name_count, const cxml_space *spaces, size_t space_count,
                         cxml_handler handler, int32_t depth, size_t tag) {
  pthread_once(&once, xmlInitParser);
  if (name_count > slot_count / 2 || space_count > space_limit) return NULL;
  cxml_parser *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  parser->handler = handler;
  parser->depth_limit = depth;
  parser->tag_limit = tag;
  parser->holds_text = calloc(name_count + 1, 1);

  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element;
  sax.endElementNs = end_element;
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = characters;
  sax.internalSubset = internal_subset;
  sax.getEntity = get_entity;
  sax.serror = report;
  // Without its first bytes: the library looks at them, for the encoding, when they come.
  parser->context = parser->holds_text ? xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL) : NULL;
  if (!parser->context) {
    free(parser->holds_text);
    free(parser);
    return NULL;
  }
  xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_NOCDATA);
  for (size_t index = 0; index < name_count; index++) {
    const xmlChar *key = xmlDictLookup(parser->context->dict, (const xmlChar *)names[index].name, -1);
    size_t slot = place(key);
    while (parser->names[slot].key) slot = (slot + 1) & (slot_count - 1);
    parser->names[slot] = (struct slot){key, (int32_t)index};
    parser->holds_text[index] = names[index].holds_text;
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
  free(parser);
}

// The library compares each attribute of a tag with every other, so a tag of a million would take hours. True if a tag
// grows beyond the limit.
static int has_long_tag(cxml_parser *parser, const uint8_t *bytes, size_t count) {
  size_t offset = 0;
  while (offset < count) {
    const uint8_t *found = memchr(bytes + offset, parser->tag ? '>' : '<', count - offset);
    size_t end = found ? (size_t)(found - bytes) + 1 : count;
    if (parser->tag) {
      parser->tag += end - offset;
      if (parser->tag > parser->tag_limit) return 1;
      if (found) parser->tag = 0;
    } else if (found) {
      parser->tag = 1;
    }
    offset = end;
  }
  return 0;
}

int32_t cxml_parse(cxml_parser *parser, const uint8_t *bytes, size_t count, int32_t is_last, void *context) {
  parser->receiver = context;
  static const size_t piece = 1 << 20;
  size_t offset = 0;
  do {
    size_t length = count - offset < piece ? count - offset : piece;
    int32_t ends = is_last && offset + length == count;
    if (parser->problem.kind != cxml_fine) break;
    if (length > 0 && has_long_tag(parser, bytes + offset, length)) {
      stop(parser, cxml_tag_too_long);
      break;
    }
    int status = xmlParseChunk(parser->context, length > 0 ? (const char *)bytes + offset : "", (int)length, ends);
    if (status == XML_ERR_NO_MEMORY && parser->problem.kind == cxml_fine) parser->problem.kind = cxml_no_memory;
    if (!parser->context->wellFormed && parser->problem.kind == cxml_fine) {
      parser->problem.kind = cxml_not_well_formed;
    }
    offset += length;
  } while (offset < count);
  parser->receiver = NULL;
  return parser->problem.kind;
}

void cxml_describe(const cxml_parser *parser, cxml_problem *problem) { *problem = parser->problem; }
