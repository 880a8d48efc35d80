#ifndef JIXIAO_CXML_H
#define JIXIAO_CXML_H

#include <stddef.h>
#include <stdint.h>

// Events of an XML document that comes in pieces, by libxml2. Names and namespaces that the caller listed come as
// numbers; elements and attributes of other names are passed over, what stands inside them is not. No document type
// is accepted, so there are no entities but XML's own five, and nothing is ever fetched.

typedef struct cxml_parser cxml_parser;

/// A name that is looked for, in any namespace.
typedef struct {
  const char *_Nonnull name;
  /// Whether the characters inside an element of this name are wanted.
  uint8_t holds_text;
} cxml_name;

/// A namespace that is looked for. Several may share a number.
typedef struct {
  const char *_Nonnull uri;
  int32_t number;
} cxml_space;

typedef struct {
  /// The index of its name in the caller's list.
  int32_t name;
  /// The number of its namespace; -1 for none, and for one that was not listed.
  int32_t space;
  /// Where its value stands in the batch's text: UTF-8.
  uint32_t start;
  uint32_t count;
} cxml_attribute;

enum { cxml_start = 0, cxml_end = 1, cxml_text = 2 };

typedef struct {
  int32_t kind;
  /// Of an element, as of an attribute.
  int32_t space;
  int32_t name;
  /// Of a beginning, its attributes in the batch's; of text, its bytes in the batch's text. Those are valid UTF-8; one run
  /// of characters may come in several events.
  uint32_t first;
  uint32_t count;
} cxml_event;

/// What a piece holds, in its order. Valid until the next is parsed.
typedef struct {
  cxml_event *_Nullable events;
  size_t event_count;
  cxml_attribute *_Nullable attributes;
  size_t attribute_count;
  uint8_t *_Nullable text;
  size_t text_count;
} cxml_batch;

enum {
  cxml_fine = 0,
  cxml_not_well_formed = 1,
  cxml_doctype = 2,
  cxml_too_deep = 3,
  cxml_tag_too_long = 4,
  cxml_no_memory = 5,
};

typedef struct {
  int32_t kind;
  /// Counting from 1; 0 if not known.
  int32_t line;
  int32_t column;
  /// libxml2's own words, in English; empty if there are none.
  char text[160];
} cxml_problem;

/// The most bytes that are parsed at a time.
enum { cxml_piece = 1 << 16 };

/// Null if there is no memory. The lists are copied. Elements nested deeper than `depth`, and tags of more than `tag` bytes
/// or more `attributes`, stop the parser. With `is_sieving`, elements that hold nothing and whose names are not listed are
/// taken out before libxml2 reads the rest: the events are the same and come twice as fast, but errors inside such
/// elements go unnoticed, and the places of others are not those of the document.
cxml_parser *_Nullable cxml_create(const cxml_name *_Nonnull names, size_t name_count,
                                   const cxml_space *_Nonnull spaces, size_t space_count,
                                   int32_t depth, size_t tag, size_t attributes, int32_t is_sieving);
void cxml_destroy(cxml_parser *_Nonnull parser);

/// Parses a piece of `cxml_piece` bytes or less. The last one may be empty. Returns the kind of problem, and goes on
/// returning it.
int32_t cxml_parse(cxml_parser *_Nonnull parser, const uint8_t *_Nullable bytes, size_t count, int32_t is_last,
                   cxml_batch *_Nonnull batch);

void cxml_describe(const cxml_parser *_Nonnull parser, cxml_problem *_Nonnull problem);

#endif
