"""The script that the program is compared with: the same work, as one writes it in Python.

    peer INPUT [OUTPUT]           converts every .txt under INPUT; without OUTPUT nothing is written
    peer --compare OURS THEIRS    tells how far two output folders agree; status 3 where they do not

It reads Tika's text, models the filing, repairs its texts with the changes on record, says who filed it for which
year, reads amounts, targets and plans, runs the checks, and makes the same canonical JSON, indented and compact, each
with its SHA-256. On the corpus and on the generated filings all of an output is that of the program, but for who made
it.

It leaves out what those filings don't hold, which favours it: other encodings, readers, layouts and forms, covers,
lists of contents, several departments in a file; the rules for control, invisible and compatibility characters,
radicals and broken numbers, and the limit of repairs; Chinese numerals, and the rarer ways to write a date or a target;
the search for other regions in the names of units; the full wording of findings that they don't give; decisions and
spelling.
"""

import hashlib
import sys
from pathlib import Path

from checks import check, report_missing, report_unread
from comparing import compare
from identity import identify, load_regions
from modeling import Filing, account, size
from publishing import Publication, render, render_compact, spot
from reading import read
from rules import normalize_filing
from speech import SOUNDS


def convert(data, path):
    """The output of one file: its name, the indented bytes, and the hashes of the indented and the compact ones."""
    text = data.decode("utf-8-sig")
    filing = Filing(read(text))
    diagnostics = []

    def report(identifier, severity, pointer, spans, zh, en):
        diagnostics.append({
            "id": identifier, "severity": severity, "path": pointer, "message": {"zh": zh, "en": en},
            "source": [spot(span) for span in spans],
        })  # fmt: skip

    report_missing(filing, report)
    normalize_filing(filing)
    identify(filing, path, report)
    identifier = f"{filing.region['code']}-{filing.department['code']}-{filing.year}"
    out = Publication(identifier, filing.year)
    overall = out.overall(filing)
    projects = [out.project(i, project) for i, project in enumerate(filing.projects)]
    out.identify(filing.identity_places)
    report_unread(filing, out, report)
    check(filing, report)
    accounted, characters = account(filing, text)
    result = {
        "corrections": out.corrections,
        "department": filing.department,
        "diagnostics": diagnostics,
        "format": "jixiao.filing/1",
        "id": identifier,
        "overall": overall,
        "places": out.places,
        "producer": {"name": "peer", "version": "1", "options": {}, "evidence": []},
        "projects": projects,
        "region": filing.region,
        "source": {
            "accounted": accounted, "characters": characters, "path": path, "bytes": len(data), "charset": "UTF-8",
            "reader": "tika-text", "dialect": "D1", "sha256": hashlib.sha256(data).hexdigest(),
        },
        "unmapped": [unmapped(piece) for piece in filing.unmapped if size(piece[3])],
        "year": {"value": filing.year, "inferredFrom": ["projects/*/code"]},
    }  # fmt: skip
    indented, compact = render(result), render_compact(result)
    hashes = hashlib.sha256(indented).hexdigest(), hashlib.sha256(compact).hexdigest()
    return f"{filing.year}/{filing.region['code']}-{filing.department['code']}.json", indented, hashes


def unmapped(piece):
    line, column, start, text = piece
    return {"line": line, "column": column, "start": start, "end": start + len(text.encode()), "text": text}


def main(source, target=None):
    load_regions()
    SOUNDS.load()
    source = Path(source)
    for path in sorted(source.rglob("*.txt")):
        name, output, _ = convert(path.read_bytes(), path.relative_to(source).as_posix())
        if target is not None:
            file = Path(target) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--compare"]:
        sys.exit(0 if compare(*sys.argv[2:4]) else 3)
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:3])
