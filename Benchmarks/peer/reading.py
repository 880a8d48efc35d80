"""Reading: the lines of Tika's text to paragraphs, and to tables of rows of cells."""

import re

BOOKMARK = re.compile(r"\[bookmark: [^\]\n]*\]")


def read(text):
    """The blocks of a document in order: ("paragraph", piece) and ("table", rows of cells of pieces).

    A piece is (line number, column, byte offset, text); a cell's further paragraphs stand on lines without a TAB.
    """
    blocks, table, row = [], None, None
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        start = offset
        offset += len(line.encode()) + 1
        if line.startswith("\t"):
            if table is None:
                table = []
                blocks.append(("table", table))
            if row is None:
                row = []
                table.append(row)
            row.append([piece(number, 2, start + 1, line[1:])])
        elif not line:
            # The end of the row, or of the table.
            if row is None:
                table = None
            row = None
        elif row is not None:
            row[-1].append(piece(number, 1, start, line))
        else:
            table = None
            blocks.append(("paragraph", piece(number, 1, start, line)))
    return blocks


def piece(number, column, start, text):
    while text.startswith("[") and (mark := BOOKMARK.match(text)):
        column += mark.end()
        start += len(mark.group().encode())
        text = text[mark.end() :]
    return number, column, start, text
