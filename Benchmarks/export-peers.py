"""Loads the same rows by three programs, in turn, and prints the medians as a table. Benchmarks/export calls it."""

import csv
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

import sqlite_utils

JIXIAO, OUTPUT, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
OURS = WORK / "ours.sqlite"
ROUNDS = 3


def timed(arguments, **options):
    """Seconds by the clock and of the processors, and the most memory in MB, of a process."""
    start = time.monotonic()
    process = subprocess.Popen([str(a) for a in arguments], **options)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, arguments
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def spaced(text):
    """As the program gives texts to the full-text index."""
    return "".join(
        f" {c} " if 0x3400 <= ord(c) <= 0x9FFF or 0xF900 <= ord(c) <= 0xFAFF or 0x20000 <= ord(c) <= 0x3FFFF
        or 0x3005 <= ord(c) <= 0x3007 else c for c in text)


def ready_rows():
    """Writes the rows as CSV and JSON Lines; the statements that make tables, and those that make the rest."""
    base = sqlite3.connect(OURS)
    statements = base.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'").fetchall()
    tables = [(name, sql) for kind, name, sql in statements if kind == "table"]
    rest = [sql for kind, _, sql in statements if kind != "table"]
    counts = {}
    for name, _ in tables:
        if name == "search":
            rows = ((number, spaced(text)) for number, text in base.execute("SELECT id, text FROM texts ORDER BY id"))
            columns = ["rowid", "terms"]
        else:
            rows = base.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in rows.description]
        counts[name] = 0
        with open(WORK / f"{name}.csv", "w", encoding="utf-8", newline="") as table, \
                open(WORK / f"{name}.jsonl", "w", encoding="utf-8") as lines:
            writer = csv.writer(table)
            for row in rows:
                counts[name] += 1
                writer.writerow(row)
                lines.write(json.dumps(dict(zip(columns, row)), ensure_ascii=False) + "\n")
    return tables, rest, counts


def by_shell(tables, rest):
    (WORK / "shell.sqlite").unlink(missing_ok=True)
    script = ["PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;", "BEGIN;"]
    script += [sql + ";" for _, sql in tables]
    script += [
        # What is imported into the index goes through its row number.
        "CREATE TEMP VIEW terms AS SELECT 0 AS number, '' AS terms;",
        "CREATE TEMP TRIGGER take INSTEAD OF INSERT ON terms BEGIN "
        "INSERT INTO search (rowid, terms) VALUES (new.number, new.terms); END;",
    ]
    for name, _ in tables:
        script.append(f".import --csv '{WORK}/{name}.csv' {'terms' if name == 'search' else name}")
    script += [sql + ";" for sql in rest] + ["COMMIT;"]
    path = WORK / "shell.sql"
    path.write_text("\n".join(script) + "\n", encoding="utf-8")
    return timed(["sqlite3", "-bail", WORK / "shell.sqlite"], stdin=open(path, encoding="utf-8"), stderr=subprocess.DEVNULL)


def by_sqlite_utils(tables, rest):
    (WORK / "utils.sqlite").unlink(missing_ok=True)
    (WORK / "tables.json").write_text(json.dumps([tables, rest]), encoding="utf-8")
    return timed([sys.executable, __file__, JIXIAO, OUTPUT, WORK, "--load"])


def load():
    tables, rest = json.loads((WORK / "tables.json").read_text(encoding="utf-8"))
    base = sqlite_utils.Database(WORK / "utils.sqlite")
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    for _, sql in tables:
        base.execute(sql)
    for name, _ in tables:
        with open(WORK / f"{name}.jsonl", encoding="utf-8") as lines:
            base[name].insert_all((json.loads(line) for line in lines), batch_size=1000)
    for sql in rest:
        base.execute(sql)


def fifth():
    """An output folder with the first fifth of the filings."""
    folder = WORK / "fifth"
    manifest = json.loads((OUTPUT / "manifest.json").read_text(encoding="utf-8"))
    manifest["inputs"] = manifest["inputs"][:len(manifest["inputs"]) // 5]
    for output in (output for entry in manifest["inputs"] for output in entry["outputs"]):
        target = folder / output["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(OUTPUT / output["file"], target)
        except OSError:  # On another disk.
            shutil.copyfile(OUTPUT / output["file"], target)
    (folder / "manifest.json").write_text(
        json.dumps(manifest, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    return folder, len(manifest["inputs"])


def memory(count):
    """Prints what each kind of export takes at most, for a fifth of the filings and for all."""
    part, few = fifth()
    print(f"\n| peak memory, MB | {few:,} filings | {count:,} filings |\n|---|---:|---:|")
    for kind in ["sqlite", "csv", "jsonl", "postgres", "excel"]:
        peaks = []
        for source in [part, OUTPUT]:
            target = WORK / f"memory-{kind}"
            _, _, peak = timed([JIXIAO, "export", source, "--to", kind, "-o", target, "--quiet"])
            shutil.rmtree(target) if target.is_dir() else target.unlink()
            peaks.append(peak)
        print(f"| {kind} | {peaks[0]:.0f} | {peaks[1]:.0f} |", flush=True)


def by_us():
    OURS.unlink(missing_ok=True)
    return timed([JIXIAO, "export", OUTPUT, "-o", OURS, "--quiet"])


def median(runs):
    """Of each of the figures."""
    return [sorted(figures)[len(figures) // 2] for figures in zip(*runs)]


def main():
    size = sum(path.stat().st_size for path in OUTPUT.glob("*/*.json"))
    # Once for the rows that the others are given; and the files are then in memory for all.
    by_us()
    tables, rest, counts = ready_rows()
    # In turn, since the machine is now slower and now faster; what one run wrote goes to the disk before the next.
    runs = [[], [], [], []]
    for _ in range(ROUNDS):
        for kind, run in enumerate([
            by_us, lambda: timed([JIXIAO, "export", OUTPUT, "-o", OURS, "--quiet"]),
            lambda: by_shell(tables, rest), lambda: by_sqlite_utils(tables, rest),
        ]):
            os.sync()
            runs[kind].append(run())
    measured = list(zip([
        "`jixiao export` into a new database", "again, nothing changed", "`sqlite3`, `.import` of the rows as CSV",
        "sqlite-utils, the rows as JSON Lines"], map(median, runs)))
    for name in ["shell", "utils"]:
        other = sqlite3.connect(WORK / f"{name}.sqlite")
        for table, count in counts.items():
            if table != "search":
                found = other.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                assert found == count, (name, table, found, count)
    print(f"{sum(counts.values()):,} rows of {counts['filings']:,} filings, {size / 1e6:,.0f} MB of JSON\n")
    print("| what | seconds | times ours | processor seconds | peak memory, MB |\n|---|---:|---:|---:|---:|")
    for what, (seconds, processor, peak) in measured:
        print(f"| {what} | {seconds:.1f} | {seconds / measured[0][1][0]:.2f} | {processor:.1f} | {peak:.0f} |")
    sys.stdout.flush()
    for path in WORK.glob("*.csv"):
        path.unlink()
    for path in WORK.glob("*.jsonl"):
        path.unlink()
    memory(counts["filings"])


load() if sys.argv[4:] == ["--load"] else main()
