"""Every form of export is read back by what really reads it, to the same values. Prints `N passed, N failed`."""

import csv
import datetime
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import traceback

import duckdb
import frictionless
import jsonschema
import openpyxl
import openpyxl.utils.escape
import pandas

from postgres import Cluster
from support import (
    NASTY, compare, convert, expected, jixiao, loose, nasty, run, titles, unguard,
)

TESTS = []
SHEETS = {
    "projects": "项目", "budgets": "金额", "indicators": "指标", "details": "其他栏目", "kept_cells": "其他表格",
    "corrections": "更正", "diagnostics": "问题", "unmapped": "未归类文字",
}


def views(wanted):
    """The listings that are compared, with the views of the databases that show them."""
    return [(listing, f"{sheet}一览") for listing, sheet in SHEETS.items() if listing in wanted]


def test(function):
    TESTS.append(function)
    return function


@test
def sqlite_shell_reads_the_views(work, source, wanted):
    jixiao("export", source, "-o", work / "a.sqlite", "--quiet")
    names = titles()
    for listing, view in views(wanted):
        text = run("sqlite3", "-json", work / "a.sqlite", f'SELECT * FROM "{view}"')
        found = {row["编号"]: {column: row[title] for column, title in names[listing].items()}
                 for row in json.loads(text)}
        compare(view, found, wanted[listing])


@test
def sqlite_shell_finds_words_of_two_characters(work, source, wanted):
    jixiao("export", source, "-o", work / "a.sqlite", "--quiet")
    query = """SELECT 文字 FROM 全文检索 WHERE 检索 MATCH '"办 理"'"""
    found = [row["文字"] for row in json.loads(run("sqlite3", "-json", work / "a.sqlite", query) or "[]")]
    holding = run("sqlite3", "-json", work / "a.sqlite", "SELECT text FROM texts WHERE text LIKE '%办理%'")
    assert sorted(found) == sorted(row["text"] for row in json.loads(holding or "[]"))
    assert run("sqlite3", work / "a.sqlite", "PRAGMA integrity_check") == "ok\n"
    assert run("sqlite3", work / "a.sqlite", "PRAGMA foreign_key_check") == ""
    assert run("sqlite3", work / "a.sqlite", "INSERT INTO search (search) VALUES ('integrity-check')") == ""


@test
def libreoffice_reads_the_workbook(work, source, wanted):
    jixiao("export", source, "-o", work / "a.xlsx", "--quiet")
    # The last number asks for all sheets, the one before for values rather than what is shown.
    run("soffice", "--headless", f"-env:UserInstallation=file://{work}/office", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", work / "sheets",
        work / "a.xlsx")
    names = titles()
    for listing, sheet in [(listing, sheet) for listing, sheet in SHEETS.items() if listing in wanted]:
        with open(work / "sheets" / f"a-{sheet}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        found = {row["编号"]: {column: row[title] for column, title in names[listing].items()} for row in rows}
        compare(sheet, found, wanted[listing], normalise=shown)


def shown(value):
    """A value as a spreadsheet writes it as text."""
    if value is None:
        return ""
    if value is True or value is False:
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return f"{value:g}" if abs(value) < 1e5 else f"{value:.2f}".rstrip("0").rstrip(".")
    try:
        return shown(float(value)) if value.replace(".", "", 1).isdigit() and not value.startswith("0") else loose(value)
    except ValueError:
        return loose(value)


@test
def openpyxl_sees_types_and_layout(work, source, wanted):
    jixiao("export", source, "-o", work / "a.xlsx", "--quiet")
    book = openpyxl.load_workbook(work / "a.xlsx")
    assert book.sheetnames == [
        "部门", "项目", "金额", "目标", "支出计划", "指标", "其他栏目", "其他表格", "更正", "问题", "未归类文字", "变更", "说明"], book.sheetnames
    assert book.properties.created == datetime.datetime(2000, 1, 1)
    names = titles()
    for listing, name in [(listing, sheet) for listing, sheet in SHEETS.items() if listing in wanted]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:"), name
        head = [cell.value for cell in sheet[1]]
        found = {}
        for cells in sheet.iter_rows(min_row=2):
            row = dict(zip(head, (unescaped(cell.value) for cell in cells)))
            assert all(cell.data_type != "f" for cell in cells), "a formula"
            found[row["编号"]] = {column: row[title] for column, title in names[listing].items()}
        compare(name, found, wanted[listing],
                normalise=lambda v: {True: "是", False: "否"}[v] if isinstance(v, bool) else loose(v) or None)
    projects = book["项目"]
    head = [cell.value for cell in projects[1]]
    code, total = projects.cell(2, head.index("项目编码") + 1), projects.cell(2, head.index("预算数（元）") + 1)
    assert code.data_type == "s" and total.data_type == "n" and total.number_format == "#,##0.00"


def unescaped(value):
    """openpyxl leaves Excel's way of writing control characters as it stands."""
    return openpyxl.utils.escape.unescape(value) if isinstance(value, str) else value


@test
def pandas_reads_csv(work, source, wanted):
    jixiao("export", source, "--to", "csv", "--bom", "-o", work / "csv", "--quiet")
    for listing, rows in wanted.items():
        table = pandas.read_csv(work / "csv" / f"{listing}.csv", dtype=object, keep_default_na=False, encoding="utf-8-sig")
        found = {row["id"]: row for row in table.to_dict("records")}
        compare(listing, found, rows, normalise=csv_text)
        text = (work / "csv" / f"{listing}.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n")


def csv_text(value):
    """A value as a CSV file has it, the apostrophe taken away. Null and an empty text are the same to most readers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"{value:g}" if value != int(value) else str(int(value))
    return csv_plain(value)


def csv_plain(text):
    return unguard(text) if text in GUARDED else text


GUARDED = {"'" + text for text in NASTY if text[0] in "=+-@'\t\r\n＝"} | {"'-", "'＋"}


@test
def python_reads_csv_in_which_no_field_is_a_formula(work, source, wanted):
    jixiao("export", source, "--to", "csv", "-o", work / "csv", "--quiet")
    guarded = 0
    for listing, rows in wanted.items():
        with open(work / "csv" / f"{listing}.csv", encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file))
        numbers = {"target_value", "target_minimum", "target_maximum", "percent"}
        for row in table:
            for column, text in row.items():
                assert column in numbers or not text or text[0] not in "=+-@\t\r\n＝＋－＠", (listing, column, text)
                guarded += text.startswith("'")
        found = {row["id"]: row for row in table}
        # One rule undoes the guard everywhere: take one apostrophe from the beginning.
        for key, row in rows.items():
            for column, value in row.items():
                if isinstance(value, str):
                    assert unguard(found[key][column]) == value, (key, column)
    assert guarded > 0 or source.suffix != ".json"


@test
def pandas_reads_json_lines(work, source, wanted):
    jixiao("export", source, "--to", "jsonl", "-o", work / "rows", "--quiet")
    for listing, rows in wanted.items():
        table = pandas.read_json(work / "rows" / f"{listing}.jsonl", lines=True, dtype=False)
        found = {row["id"]: row for row in table.to_dict("records")}
        compare(listing, found, rows, normalise=lambda v: None if isinstance(v, float) and v != v else v)


@test
def rows_are_valid_by_their_schemas(work, source, wanted):
    jixiao("export", source, "--to", "jsonl", "-o", work / "rows", "--quiet")
    for file in sorted((work / "rows").glob("*.jsonl")):
        schema = json.loads(jixiao("schema", f"row-{file.stem}"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for line in file.read_text(encoding="utf-8").split("\n")[:-1]:
            validator.validate(json.loads(line))


@test
def frictionless_validates_both_packages(work, source, wanted):
    for form in ["csv", "jsonl"]:
        folder = work / f"package-{form}"
        jixiao("export", source, "--to", form, "-o", folder, "--quiet")
        report = frictionless.validate(str(folder / "datapackage.json"))
        problems = report.flatten(["type", "message"])
        assert report.valid, problems[:3]
        # Those without rows are not in a package of JSON Lines.
        assert len(report.tasks) == {"csv": 12, "jsonl": len(list(filter(os.path.getsize, folder.glob("*.jsonl"))))}[form]
        # And it would have noticed.
        broken = folder / f"projects.{form}"
        broken.write_bytes(broken.read_bytes() + b"x\n")
        assert not frictionless.validate(str(folder / "datapackage.json")).valid


@test
def duckdb_reads_json_lines_and_writes_parquet(work, source, wanted):
    jixiao("export", source, "--to", "jsonl", "-o", work / "rows", "--quiet")
    base = duckdb.connect()
    for listing, rows in wanted.items():
        path = work / "rows" / f"{listing}.jsonl"
        # The command that the documentation gives.
        base.execute(
            f"COPY (SELECT * FROM read_json('{path}', format = 'newline_delimited')) "
            f"TO '{work}/{listing}.parquet' (FORMAT parquet)")
        cursor = base.execute(f"SELECT * FROM '{work}/{listing}.parquet'")
        names = [column[0] for column in cursor.description]
        found = {row[names.index("id")]: dict(zip(names, row)) for row in cursor.fetchall()}
        compare(listing, found, rows, normalise=lambda v: str(v) if isinstance(v, str) else v)


@test
def postgresql_loads_twice_to_the_same_values(work, source, wanted):
    jixiao("export", source, "--to", "postgres", "-o", work / "pg", "--quiet")
    base = CLUSTER.create("values_" + work.name.replace("-", "_"))
    CLUSTER.load(work / "pg", base)
    names = titles()
    for listing, view in views(wanted):
        rows = CLUSTER.rows(f'SELECT * FROM jixiao."{view}"', base)
        found = {row["编号"]: {column: row[title] for column, title in names[listing].items()} for row in rows}
        compare(view, found, wanted[listing])
    again = CLUSTER.load(work / "pg", base)
    changed = [line for line in again.splitlines() if line.startswith(("INSERT", "DELETE", "UPDATE"))]
    assert changed and all(line.endswith(" 0") for line in changed), changed
    # A database that was made before a column came gets it, filled.
    query = "SELECT * FROM jixiao.indicators ORDER BY filing, pointer"
    rows = CLUSTER.rows(query, base)
    CLUSTER.call("psql", "-X", "-q", "-c", "ALTER TABLE jixiao.indicators DROP COLUMN attribute", database=base)
    CLUSTER.load(work / "pg", base)
    assert rows and CLUSTER.rows(query, base) == rows
    # Another version is refused, and nothing is changed.
    CLUSTER.call("psql", "-X", "-q", "-c", "UPDATE jixiao.meta SET version = 99", database=base)
    assert "99" in CLUSTER.load(work / "pg", base, status=3)


def single(function):
    """A test that makes its own sources."""
    SINGLE.append(function)
    return function


SINGLE = []


@single
def followers_of_the_feed_equal_a_full_load(work):
    rng = random.Random(20210101)
    CLUSTER.create("follower")
    state, old = {}, None
    for step in range(5):
        for department in range(131, 136):
            choice = rng.random()
            if choice < 0.5:
                state[department] = rng.randint(10, 99)
            elif choice < 0.7:
                state.pop(department, None)
        state.setdefault(140, 11)
        output = convert(state, work / "Output")
        feed = ["--since", old] if old else []
        # A reader in SQL, and one in SQLite, each by the feed, beside both loaded anew.
        jixiao("export", output, "--to", "postgres", "-o", work / "pg-feed", "--quiet", *feed)
        jixiao("export", output, "--to", "postgres", "-o", work / "pg-full", "--quiet")
        anew = CLUSTER.create(f"anew{step}")
        CLUSTER.load(work / "pg-feed", "follower")
        CLUSTER.load(work / "pg-full", anew)
        jixiao("export", output, "-o", work / "feed.db", "--quiet", *feed)
        jixiao("export", output, "-o", work / f"full{step}.db", "--quiet")
        for table in ["departments", "filings", "units", "projects", "budgets", "schedule", "goals", "indicators",
                      "targets", "details", "kept_cells", "corrections", "diagnostics", "unmapped"]:
            query = f"SELECT * FROM jixiao.{table} ORDER BY 1, 2"
            assert CLUSTER.rows(query, "follower") == CLUSTER.rows(query, anew), (step, table)
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            assert run("sqlite3", work / "feed.db", query) == run("sqlite3", work / f"full{step}.db", query), (step, table)
        old = work / f"manifest{step}.json"
        shutil.copy(output / "manifest.json", old)


@single
def a_foreign_schema_in_postgresql_is_left_alone(work):
    base = CLUSTER.create("foreign_schema")
    CLUSTER.call("psql", "-X", "-q", "-c", "CREATE SCHEMA jixiao; CREATE TABLE jixiao.filings (x int)", database=base)
    output = convert({131: 21}, work / "Output")
    jixiao("export", output, "--to", "postgres", "-o", work / "pg", "--quiet")
    assert "jixiao" in CLUSTER.load(work / "pg", base, status=3)
    assert CLUSTER.rows("SELECT count(*) FROM jixiao.filings", base) == [{"count": 0}]


@single
def a_full_disk_leaves_the_old_database(work):
    """A file system of one megabyte that is full; needs the right to mount it."""
    import subprocess
    disk = work / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).returncode != 0:
        print("  (no right to mount a file system: tested by a limit on files in ProgramTests only)")
        return
    try:
        one = convert({131: 21}, work / "One")
        many = convert({n: 21 for n in range(131, 151)}, work / "Many")
        jixiao("export", one, "-o", disk / "a.db", "--quiet")
        before = (disk / "a.db").read_bytes()
        done = subprocess.run([os.environ["JIXIAO"], "export", many, "-o", disk / "a.db"], capture_output=True, text=True)
        assert done.returncode == 2 and "磁盘已满" in done.stderr, done.stderr
        assert (disk / "a.db").read_bytes() == before
        for target in [["-o", disk / "b.xlsx"], ["--to", "csv", "-o", disk / "csv"]]:
            (disk / "fill").unlink(missing_ok=True)
            (disk / "fill").write_bytes(b"x" * (shutil.disk_usage(disk).free - 65_536))
            done = subprocess.run([os.environ["JIXIAO"], "export", many, *target], capture_output=True, text=True)
            assert done.returncode == 2 and "磁盘已满" in done.stderr, done.stderr
            assert not (disk / "b.xlsx").exists()
    finally:
        subprocess.run(["umount", disk], check=True)


def main():
    global CLUSTER
    passed = failed = 0
    with Cluster() as CLUSTER, tempfile.TemporaryDirectory(prefix="jixiao-export-") as folder:
        top = pathlib.Path(folder)
        top.chmod(0o755)
        plain = convert({131: 21, 132: 33}, top / "Output")
        sources = [("corpus", plain), ("nasty", nasty(top / "trouble"))]
        cases = [(f"{test.__name__} [{name}]", test, source) for name, source in sources for test in TESTS]
        cases += [(test.__name__, test, None) for test in SINGLE]
        for number, (name, case, source) in enumerate(cases):
            if len(sys.argv) > 1 and sys.argv[1] not in name:
                continue
            work = top / f"case-{number}"
            work.mkdir()
            try:
                case(work, source, expected(source)) if source else case(work)
                passed += 1
                print(f"ok {name}")
            except Exception:
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc()}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
