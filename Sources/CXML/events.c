// What libxml2 reports, and what of it is passed on.
#include "parser.h"

static int32_t name_number(const cxml_parser *parser, const xmlChar *name) {
  for (size_t index = slot_of(name); parser->names[index].key; index = (index + 1) & (slot_count - 1)) {
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

// Doubles a list until it has room; 0 if there is no memory.
static int make_room(void **list, size_t *room, size_t needed, size_t size) {
  if (needed <= *room) return 1;
  size_t wanted = *room ? *room : 256;
  while (wanted < needed) wanted *= 2;
  void *grown = realloc(*list, wanted * size);
  if (!grown) return 0;
  *list = grown;
  *room = wanted;
  return 1;
}

static cxml_event *add_event(cxml_parser *parser, int32_t kind) {
  cxml_batch *batch = &parser->batch;
  if (!make_room((void **)&batch->events, &parser->event_room, batch->event_count + 1, sizeof(cxml_event))) {
    cxml_stop(parser, cxml_no_memory);
    return NULL;
  }
  cxml_event *event = &batch->events[batch->event_count++];
  *event = (cxml_event){.kind = kind};
  return event;
}

// Keeps bytes, which the library overwrites; their offset goes to `start`.
static int keep(cxml_parser *parser, const xmlChar *bytes, size_t count, uint32_t *start) {
  cxml_batch *batch = &parser->batch;
  if (batch->text_count + count > UINT32_MAX ||
      !make_room((void **)&batch->text, &parser->text_room, batch->text_count + count, 1)) {
    cxml_stop(parser, cxml_no_memory);
    return 0;
  }
  memcpy(batch->text + batch->text_count, bytes, count);
  *start = (uint32_t)batch->text_count;
  batch->text_count += count;
  return 1;
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  cxml_parser *parser = user;
  if (++parser->depth > parser->depth_limit) {
    cxml_stop(parser, cxml_too_deep);
    return;
  }
  int32_t number = name_number(parser, name);
  if (number < 0) return;
  cxml_event *event = add_event(parser, cxml_start);
  if (!event) return;
  event->space = space_number(parser, uri);
  event->name = number;
  cxml_batch *batch = &parser->batch;
  event->first = (uint32_t)batch->attribute_count;
  for (int index = 0; index < attribute_count; index++) {
    // Each is a name, a prefix, a namespace, and where the value begins and ends.
    const xmlChar **attribute = attributes + 5 * index;
    int32_t attribute_number = name_number(parser, attribute[0]);
    if (attribute_number < 0) continue;
    if (!make_room((void **)&batch->attributes, &parser->attribute_room, batch->attribute_count + 1,
                   sizeof(cxml_attribute))) {
      cxml_stop(parser, cxml_no_memory);
      return;
    }
    size_t count = (size_t)(attribute[4] - attribute[3]);
    uint32_t start;
    if (!keep(parser, attribute[3], count, &start)) return;
    batch->attributes[batch->attribute_count++] =
        (cxml_attribute){attribute_number, space_number(parser, attribute[2]), start, (uint32_t)count};
    event->count++;
  }
  if (parser->holds_text[number]) parser->texts++;
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  cxml_parser *parser = user;
  parser->depth--;
  int32_t number = name_number(parser, name);
  if (number < 0) return;
  if (parser->holds_text[number]) parser->texts--;
  cxml_event *event = add_event(parser, cxml_end);
  if (!event) return;
  event->space = space_number(parser, uri);
  event->name = number;
}

static void characters(void *user, const xmlChar *bytes, int count) {
  cxml_parser *parser = user;
  uint32_t start;
  if (parser->texts <= 0 || count <= 0 || !keep(parser, bytes, (size_t)count, &start)) return;
  cxml_batch *batch = &parser->batch;
  // The library hands characters over by the line or by the hundred.
  cxml_event *last = batch->event_count > 0 ? &batch->events[batch->event_count - 1] : NULL;
  if (last && last->kind == cxml_text) {
    last->count += (uint32_t)count;
    return;
  }
  cxml_event *event = add_event(parser, cxml_text);
  if (!event) return;
  event->first = start;
  event->count = (uint32_t)count;
}

static void internal_subset(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  cxml_stop(user, cxml_doctype);
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
    // Its first line; what follows shows bytes of the document.
    parser->problem.text[strcspn(parser->problem.text, "\n")] = 0;
  }
}

const xmlSAXHandler cxml_events = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters,
    .internalSubset = internal_subset,
    .getEntity = get_entity,
    .serror = report,
};
