"""What reading Word files is compared with: kreuzberg and python-docx, in memory and warm.

    docx-peers.py make TEXT DOCX COPIES    a Word file of a text in Tika's layout, written that often
    docx-peers.py time PEER DOCX           the median time of reading it, in milliseconds
    docx-peers.py once PEER DOCX           reads it once, for whoever measures memory
    docx-peers.py versions
"""

import html
import io
import re
import sys
import time
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FONT = '<w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong" w:hint="eastAsia"/><w:sz w:val="24"/></w:rPr>'


def paragraph(text):
    """A paragraph with its bookmarks, its runs as long as Word leaves them: a number, or a stretch of Chinese."""
    marks = ""
    while text.startswith("[bookmark: ") and "]" in text:
        name, text = text[len("[bookmark: ") :].split("]", 1)
        marks += f'<w:bookmarkStart w:id="0" w:name="{html.escape(name)}"/><w:bookmarkEnd w:id="0"/>'
    runs = "".join(
        f'<w:r>{FONT}<w:t xml:space="preserve">{html.escape(run)}</w:t></w:r>'
        for run in re.findall(r"[0-9A-Za-z.%]+|[^0-9A-Za-z.%]+", text)
    )
    return f'<w:p><w:pPr><w:spacing w:line="360"/><w:jc w:val="left"/></w:pPr>{marks}{runs}</w:p>'


def body(text):
    parts, rows, behind_row = [], [], False

    def end_table():
        nonlocal rows, behind_row
        if rows:
            parts.append("<w:tbl>")
            for row in rows:
                cells = "".join(
                    f'<w:tc><w:tcPr><w:tcW w:w="{8400 // len(row)}" w:type="dxa"/></w:tcPr>'
                    + "".join(map(paragraph, cell))
                    + "</w:tc>"
                    for cell in row
                )
                parts.append(f"<w:tr>{cells}</w:tr>")
            parts.append("</w:tbl>")
        rows, behind_row = [], False

    for line in text.split("\n")[:-1]:
        if line.startswith("\t"):
            if not rows or behind_row:
                rows.append([])
            rows[-1].append([line[1:]])
            behind_row = False
        elif not rows:
            parts.append(paragraph(line))
        elif line == "":
            if behind_row:
                end_table()
            else:
                behind_row = True
        elif behind_row:
            end_table()
            parts.append(paragraph(line))
        else:
            rows[-1][-1].append(line)
    end_table()
    return "".join(parts)


def make(text_file, docx_file, copies):
    with open(text_file, encoding="utf-8") as file:
        content = body(file.read())
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>'
        + content * copies
        + "</w:body></w:document>",
    }
    with zipfile.ZipFile(docx_file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in entries.items():
            archive.writestr(zipfile.ZipInfo(name), xml, zipfile.ZIP_DEFLATED)


def kreuzberg():
    import kreuzberg

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    config = kreuzberg.ExtractionConfig(use_cache=False)
    return lambda data: kreuzberg.extract_bytes_sync(data, kind, config).content


def python_docx():
    import docx

    def read(data):
        document = docx.Document(io.BytesIO(data))
        texts = []
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                # Through the cells' elements: `row.cells` alone would take the square of the time.
                for row in block.rows:
                    for cell in row._tr.tc_lst:
                        texts += ["".join(t.text or "" for t in p.iter(f"{{{WORD}}}t")) for p in cell.p_lst]
            else:
                texts.append(block.text)
        return "\n".join(texts)

    return read


def main():
    command, *arguments = sys.argv[1:]
    if command == "make":
        make(arguments[0], arguments[1], int(arguments[2]))
        return
    if command == "versions":
        from importlib.metadata import version

        print(f"kreuzberg {version('kreuzberg')}, python-docx {version('python-docx')}")
        return
    read = {"kreuzberg": kreuzberg, "python-docx": python_docx}[arguments[0]]()
    with open(arguments[1], "rb") as file:
        data = file.read()
    if command == "once":
        read(data)
        return
    times, start = [], time.perf_counter()
    while len(times) < 5 or time.perf_counter() - start < 2:
        began = time.perf_counter()
        assert "项目编码" in read(data)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"{times[len(times) // 2]:.3f}")


if __name__ == "__main__":
    main()
