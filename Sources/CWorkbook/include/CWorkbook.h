#ifndef JIXIAO_CWORKBOOK_H
#define JIXIAO_CWORKBOOK_H

#include <stddef.h>
#include <stdint.h>

// An Excel workbook that is written row by row. Rows go to temporary files, so that the memory used does not depend on
// how many there are; a row cannot be changed once a later one of its sheet is begun. For one thread.

typedef struct cworkbook cworkbook;

enum { cworkbook_plain = 0, cworkbook_wrapped, cworkbook_amount, cworkbook_heading, cworkbook_bold };

/// Null if there is no memory. The date of creation is a fixed one: the same rows give the same bytes.
cworkbook *_Nullable cworkbook_create(
  const char *_Nonnull path, const char *_Nonnull temporary_folder, const char *_Nonnull title);
/// The number of a new sheet; -1 if it cannot be made.
int32_t cworkbook_add_sheet(cworkbook *_Nonnull book, const char *_Nonnull name);
/// The width of a column in characters of the default font, half an ideograph each.
void cworkbook_set_width(cworkbook *_Nonnull book, int32_t sheet, uint16_t column, double width);
/// Nonzero if the cell was refused.
int32_t cworkbook_write_text(
  cworkbook *_Nonnull book, int32_t sheet, uint32_t row, uint16_t column, const char *_Nonnull text, int32_t style);
int32_t cworkbook_write_number(
  cworkbook *_Nonnull book, int32_t sheet, uint32_t row, uint16_t column, double value, int32_t style);
/// Keeps the first row in sight, and puts filters on it for `rows` rows of `columns` columns, the first included.
void cworkbook_set_table(cworkbook *_Nonnull book, int32_t sheet, uint32_t rows, uint16_t columns);
/// Writes the file and frees the workbook; 0, or the library's number for what went wrong.
int32_t cworkbook_finish(cworkbook *_Nonnull book);

#endif
