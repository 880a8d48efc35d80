"""The letter to the department, as an office program reads it."""

import os
import subprocess

from support import CORPUS, SCREENSHOTS, folder, run, test


def convert(home, document, form):
    """What an office program makes of a Word file."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(home / 'office').as_uri()}", "--headless", "--convert-to", form, "--outdir", home, document],
        check=True, capture_output=True, timeout=180)
    return document.with_suffix("." + form.split(":")[0])


def text_of(home, document):
    """Its text, a cell a line."""
    return convert(home, document, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")


@test
def an_office_program_reads_the_letter():
    with folder() as home:
        run("check", CORPUS, "--letter", "131", "-o", home / "letter.docx")
        run("check", CORPUS, "--letter", "政协秦皇岛市北戴河区委员会办公室", "-o", home / "again.docx")
        assert (home / "letter.docx").read_bytes() == (home / "again.docx").read_bytes()
        text = text_of(home, home / "letter.docx")
        joined = "".join(text.split())
        for part in ("关于核实修改2021年部门预算绩效文本的函", "政协秦皇岛市北戴河区委员会办公室：", "一、请更正的文字", "二、建议修改的文字", "三、请核实的问题",
                     "序号", "建议改为", "≥9595及以上", "特此函告", "年月日"):
            assert part in joined, part
        # Its pages, on which nothing stands outside the margins or is cut.
        pdf = convert(home, home / "letter.docx", "pdf")
        size = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True).stdout.decode()
        assert "A4" in size, size
        page = "".join(subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True).stdout.decode().split())
        assert "关于核实修改2021年部门预算绩效文本的函" in page and "（发函单位）" in page
        if SCREENSHOTS:
            os.makedirs(SCREENSHOTS, exist_ok=True)
            subprocess.run(["pdftoppm", "-r", "70", "-png", "-l", "4", pdf, f"{SCREENSHOTS}/letter"], check=True)


@test
def the_letter_obeys_decisions():
    with folder() as home:
        lines = run("check", CORPUS, "--suggestions", "--format", "jsonl").splitlines()
        (home / "decisions.jsonl").write_text("".join('{"decision":"reject",' + line[1:] + "\n" for line in lines))
        run("check", CORPUS, "--decisions", home / "decisions.jsonl", "--letter", "131", "-o", home / "letter.docx")
        assert "建议修改的文字" not in text_of(home, home / "letter.docx")


@test
def hostile_text_stands_in_the_letter_as_text():
    with folder() as home:
        text = next(CORPUS.glob("2021/*.txt")).read_text()
        (home / "in/2021").mkdir(parents=True)
        (home / "in/2021/131.txt").write_text(text.replace(",建立健全之情", ",建\u202e<w:br/>&]]>\u0007立健全之情"))
        run("check", home / "in", "--letter", "131", "-o", home / "letter.docx")
        joined = "".join(text_of(home, home / "letter.docx").split())
        assert "建〔U+202E〕<w:br/>&" in joined, joined[:3000]
