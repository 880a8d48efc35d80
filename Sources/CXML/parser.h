#ifndef JIXIAO_CXML_PARSER_H
#define JIXIAO_CXML_PARSER_H

#define _GNU_SOURCE
#include "CXML.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

enum { slot_count = 1024, space_limit = 32, sieve_wait = 4096 };

struct slot {
  const xmlChar *key;
  int32_t value;
};

struct word {
  const char *bytes;
  size_t count;
};

struct cxml_parser {
  xmlParserCtxtPtr context;
  // What the piece that is being parsed holds.
  cxml_batch batch;
  size_t event_room;
  size_t attribute_room;
  size_t text_room;
  // The library keeps each name once, so that a name is known by its address.
  struct slot names[slot_count];
  struct slot spaces[space_limit];
  size_t space_count;
  uint8_t *holds_text;
  // The names once more, by their bytes.
  struct word words[slot_count];
  // Bytes on their way to the library: what a piece left over, and the next.
  uint8_t *waiting;
  size_t waiting_count;
  // What of them goes on.
  uint8_t *sieved;
  size_t sieved_count;
  int is_sieving;
  // Whether a tag came, and whether the one around all others did.
  int has_begun;
  int has_root;
  int32_t depth_limit;
  int32_t depth;
  // How many open elements want their characters.
  int32_t texts;
  size_t tag_limit;
  size_t attribute_limit;
  // Where what came ends, and how long the tag is that is open there, in bytes and in attributes.
  enum { in_content, in_tag, in_double_quotes, in_single_quotes } place;
  size_t tag;
  size_t attributes;
  // The bytes of a character of XML's own; 0 until something came.
  int width;
  // The first byte of two.
  int has_half;
  uint8_t half;
  cxml_problem problem;
};

// The events, which go to the parser's batch.
extern const xmlSAXHandler cxml_events;

/// Stops the parser, where it stands, for a reason of ours.
void cxml_stop(cxml_parser *parser, int32_t kind);

/// Hands on what waits, without the elements that hold nothing and whose names the caller did not list.
void cxml_sieve(cxml_parser *parser, int is_last);

/// True if a tag grows beyond the limits; that of its bytes is no less than `count`.
int cxml_has_long_tag(cxml_parser *parser, const uint8_t *bytes, size_t count);

/// Where a name of the library's stands in `names`, or would.
static inline size_t slot_of(const xmlChar *key) {
  uintptr_t bits = (uintptr_t)key;
  return (bits ^ bits >> 10) * 0x9E3779B1u >> 7 & (slot_count - 1);
}

// What a word's hash becomes with one more byte; that of none is 0.
static inline uint32_t hashed(uint32_t hash, uint8_t byte) { return hash * 31 + byte; }

static inline size_t word_slot(uint32_t hash) { return hash * 0x9E3779B1u >> 16 & (slot_count - 1); }

#endif
