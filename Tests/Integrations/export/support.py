"""What the tests of exports have in common: the program, sources, and what the exports are to hold."""

import json
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[2]
CORPUS = TOP / "Corpus" / "2021"
JIXIAO = os.path.abspath(os.environ["JIXIAO"])


def run(*arguments, status=0, **options):
    """Runs a program; its standard output. Any other exit status than expected is an error."""
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, **options)
    if done.returncode != status:
        raise AssertionError(f"{arguments[0]} ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def jixiao(*arguments, **options):
    return run(JIXIAO, *arguments, **options)


def variant(text, department, million):
    """The corpus's filing as another department's, with another amount."""
    return text.replace("131001", f"{department}001").replace("\t21.00", f"\t{million}.00")


def corpus_text():
    return next(CORPUS.glob("131-*.txt")).read_text(encoding="utf-8")


def convert(sources, folder, spelling=False):
    """Makes `folder` the output of the sources: department → amount."""
    inputs = folder.with_name(folder.name + "-in")
    shutil.rmtree(inputs, ignore_errors=True)
    (inputs / "2021").mkdir(parents=True)
    for department, million in sources.items():
        (inputs / "2021" / f"{department}.txt").write_text(variant(corpus_text(), department, million), encoding="utf-8")
    jixiao("convert", "--no-spelling", inputs, "-o", folder, "--prune", "--quiet")
    return folder


# Texts that give trouble somewhere.
NASTY = [
    "=1+1", "+2", "-3", "@cmd", "'quoted", "\ttab", "line\nbreak", "line\r\nbreak", 'say "hi"', "a,b", " 前后空格 ",
    "<b>&amp;", "\\N", "NULL", "𠮷野家", "e\u0301", "全角＝", "_x0041_",
]


def nasty(folder):
    """An output folder with one filing whose texts are the ones above, as a single file."""
    filing = json.loads(next(convert({131: 21}, folder / "plain").glob("2021/*.json")).read_text(encoding="utf-8"))
    texts = iter(NASTY * 20)
    for project in filing["projects"]:
        project["purpose"] = next(texts)
        for indicator in project["indicators"]:
            indicator["name"] = next(texts)
            indicator["description"] = next(texts)
        project["details"] = [{"label": "负责人", "text": next(texts)}]
    cell = [{"text": next(texts), "span": 2}, {"text": None}]
    filing["tables"] = [{"rows": [{"cells": cell}, {"cells": [{"text": next(texts), "continued": True}]}]}]
    filing["unmapped"] = [{"line": 1, "column": 1, "start": 0, "end": 3, "text": next(texts)}]
    target = folder / "nasty.json"
    target.write_text(json.dumps(filing, ensure_ascii=False), encoding="utf-8")
    return target


def filings(source):
    """The filings of an output folder, or of one file, as JSON."""
    paths = [source] if source.suffix == ".json" else sorted(source.glob("*/*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def expected(source):
    """What the rows of the listings are to hold, read from the JSON by other means than the program's."""
    rows = {"filings": {}, "projects": {}, "indicators": {}, "corrections": {}, "diagnostics": {}, "budgets": {},
            "details": {}, "kept_cells": {}, "unmapped": {}}
    for filing in filings(source):
        identity = filing["id"]
        rows["filings"][identity] = {"year": filing["year"]["value"], "department_name": filing["department"]["name"]}
        for p, project in enumerate(filing["projects"]):
            own = f"{identity}/projects/{p}"
            place = filing["places"].get(f"/projects/{p}/name", [{}])[0]
            rows["projects"][own] = {
                "code": project["code"], "name": project["name"], "total": project["budget"]["total"],
                "fiscal": project["budget"]["fiscal"], "other": project["budget"]["other"],
                "purpose": project["purpose"], "line": place.get("line"), "column": place.get("column"),
                "unit_code": (project["unit"] or {}).get("code"),
            }
            for kind, amount in project["budget"].items():
                if amount is not None:
                    rows["budgets"][f"{own}/budget/{kind}"] = {
                        "project": own, "term": "annual", "kind": kind, "amount": amount}
            for d, detail in enumerate(project.get("details", [])):
                rows["details"][f"{own}/details/{d}"] = {
                    "project": own, "label": detail["label"], "text": detail["text"]}
            for i, indicator in enumerate(project["indicators"]):
                target = indicator["target"] or {}
                rows["indicators"][f"{own}/indicators/{i}"] = {
                    "project": own, "project_code": project["code"], "level2": indicator["level2"],
                    "name": indicator["name"], "description": indicator["description"], "target": target.get("text"),
                    "target_operator": target.get("operator"), "target_value": target.get("value"),
                    "target_unit": target.get("unit"),
                }
        for c, correction in enumerate(filing["corrections"]):
            rows["corrections"][f"{identity}/corrections/{c}"] = {
                "rule": correction["rule"], "before": correction["before"], "after": correction["after"],
                "filed": correction["filed"], "key": correction["key"], "applied": correction["applied"],
            }
        for d, finding in enumerate(filing["diagnostics"]):
            rows["diagnostics"][f"{identity}/diagnostics/{d}"] = {
                "kind": finding["id"], "message_zh": finding["message"]["zh"], "path": finding.get("path"),
            }
        for t, table in enumerate(filing.get("tables", [])):
            for r, row in enumerate(table["rows"]):
                for c, cell in enumerate(row["cells"]):
                    rows["kept_cells"][f"{identity}/tables/{t}/rows/{r}/cells/{c}"] = {
                        "table_number": t + 1, "row_number": r + 1, "cell_number": c + 1, "text": cell["text"],
                        "span": cell.get("span", 1)}
        for u, part in enumerate(filing["unmapped"]):
            rows["unmapped"][f"{identity}/unmapped/{u}"] = {"text": part["text"], "line": part["line"]}
    # Readers make nothing of a file without a row.
    return {listing: found for listing, found in rows.items() if found}


def compare(name, found, wanted, normalise=lambda value: value):
    """Whether the rows that a consumer read, by id, hold what they are to."""
    assert set(found) == set(wanted), f"{name}: other ids: {sorted(set(found) ^ set(wanted))[:5]}"
    for key, row in wanted.items():
        for column, value in row.items():
            got = normalise(found[key][column])
            assert got == normalise(value), f"{name} {key} {column}: {got!r}, not {value!r}"


def titles():
    """By listing: the Chinese name of each column, from the schemas."""
    result = {}
    for line in jixiao("schema", "--language", "zh").splitlines():
        name = line.split("\t")[0]
        if name.startswith("row-"):
            schema = json.loads(jixiao("schema", name))
            result[name[4:]] = {column: value.get("title", column) for column, value in schema["properties"].items()}
    return result


def unguard(text):
    """A text of a CSV file as it was before the apostrophe was put before it."""
    return text[1:] if isinstance(text, str) and text.startswith("'") else text


def loose(text):
    """A text without what spreadsheets may do to line ends."""
    return re.sub(r"\r\n?", "\n", text) if isinstance(text, str) else text
