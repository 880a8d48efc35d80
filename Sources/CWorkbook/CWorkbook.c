#include "CWorkbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { style_count = cworkbook_bold + 1 };

struct cworkbook {
  lxw_workbook *book;
  lxw_worksheet **sheets;
  int32_t count;
  // The library keeps the pointer, not the text.
  char *folder;
  lxw_format *styles[style_count];
};

// 2000-01-01T00:00:00Z.
static const time_t created = 946684800;

cworkbook *cworkbook_create(const char *path, const char *temporary_folder, const char *title) {
  cworkbook *result = calloc(1, sizeof *result);
  if (!result) return NULL;
  result->folder = strdup(temporary_folder);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = result->folder, .use_zip64 = LXW_FALSE};
  result->book = result->folder ? workbook_new_opt(path, &options) : NULL;
  if (!result->book) {
    free(result->folder);
    free(result);
    return NULL;
  }
  // The library takes these texts as its own, and changes none.
  lxw_doc_properties properties = {.title = (char *)title, .author = "jixiao", .created = created};
  workbook_set_properties(result->book, &properties);
  for (int32_t style = 1; style < style_count; style++) result->styles[style] = workbook_add_format(result->book);
  format_set_text_wrap(result->styles[cworkbook_wrapped]);
  format_set_align(result->styles[cworkbook_wrapped], LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format(result->styles[cworkbook_amount], "#,##0.00");
  format_set_bold(result->styles[cworkbook_heading]);
  format_set_bg_color(result->styles[cworkbook_heading], 0xDDEBF7);
  format_set_border(result->styles[cworkbook_heading], LXW_BORDER_THIN);
  format_set_bold(result->styles[cworkbook_bold]);
  return result;
}

int32_t cworkbook_add_sheet(cworkbook *book, const char *name) {
  lxw_worksheet **sheets = realloc(book->sheets, sizeof *sheets * ((size_t)book->count + 1));
  if (!sheets) return -1;
  book->sheets = sheets;
  lxw_worksheet *sheet = workbook_add_worksheet(book->book, name);
  if (!sheet) return -1;
  book->sheets[book->count] = sheet;
  return book->count++;
}

void cworkbook_set_width(cworkbook *book, int32_t sheet, uint16_t column, double width) {
  worksheet_set_column(book->sheets[sheet], column, column, width, NULL);
}

int32_t cworkbook_write_text(
  cworkbook *book, int32_t sheet, uint32_t row, uint16_t column, const char *text, int32_t style) {
  return worksheet_write_string(book->sheets[sheet], row, column, text, book->styles[style]);
}

int32_t cworkbook_write_number(
  cworkbook *book, int32_t sheet, uint32_t row, uint16_t column, double value, int32_t style) {
  return worksheet_write_number(book->sheets[sheet], row, column, value, book->styles[style]);
}

void cworkbook_set_table(cworkbook *book, int32_t sheet, uint32_t rows, uint16_t columns) {
  worksheet_freeze_panes(book->sheets[sheet], 1, 0);
  worksheet_autofilter(book->sheets[sheet], 0, 0, rows - 1, columns - 1);
}

int32_t cworkbook_finish(cworkbook *book) {
  // The library does not look whether the temporary files took what it wrote to them.
  int32_t failed = 0;
  for (int32_t index = 0; index < book->count; index++) {
    FILE *file = book->sheets[index]->optimize_tmpfile;
    if (file && (fflush(file) != 0 || ferror(file))) failed = LXW_ERROR_CREATING_TMPFILE;
  }
  int32_t result = workbook_close(book->book);
  free(book->sheets);
  free(book->folder);
  free(book);
  return failed ? failed : result;
}
