#!/usr/bin/env python3
"""Validates what jixiao writes against the schemas that it prints.

    validate.py [--jixiao PROGRAM | --schemas FOLDER] FOLDER...
    validate.py [--jixiao PROGRAM | --schemas FOLDER] --self-test

Every .json file (by its `format`) and every line of every .jsonl file (a change,
a decision, a suggestion, a worker's line or a finding, by its keys) is checked against its schema, and filings also for what a schema cannot say: that places lead to values
and end after they begin. Prints `N passed, M failed`; exits 1 if anything failed.

With --self-test the samples beside this file must pass and each broken variation of them must not.

Needs jsonschema 4.10 or later (Debian: python3-jsonschema).
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

NAMES = ("change", "changes", "decision", "filing", "finding", "history", "manifest", "suggestion", "worker-line")
SAMPLES = pathlib.Path(__file__).parent / "Samples"


def load_schemas(program, folder):
    schemas = {}
    for name in NAMES:
        if folder:
            text = (pathlib.Path(folder) / f"{name}.json").read_bytes()
        else:
            text = subprocess.run([program, "schema", name], check=True, stdout=subprocess.PIPE).stdout
        schema = parse(text)
        Draft202012Validator.check_schema(schema)
        if indented(schema) != text:
            raise SystemExit(f"schema {name}: not in the canonical layout")
        schemas[name] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return schemas


def parse(text):
    """Strict: a key twice in an object, or a number that JSON does not have, is an error."""

    def members(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise ValueError("a key stands twice in an object")
        return dict(pairs)

    def constant(name):
        raise ValueError(f"{name} is not JSON")

    return json.loads(text.decode("utf-8"), object_pairs_hook=members, parse_constant=constant)


def indented(value):
    """The layout of all files: sorted keys, two spaces, one newline. Only for numbers that Python writes alike."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def steps(pointer):
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def follow(value, path):
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def unsorted(value, path=""):
    """The first object whose keys do not ascend (RFC 8785: by UTF-16)."""
    if isinstance(value, dict):
        if list(value) != sorted(value, key=lambda key: key.encode("utf-16-be")):
            return path or "/"
        value = list(value.items())
    elif isinstance(value, list):
        value = list(enumerate(value))
    else:
        return None
    return next(filter(None, (unsorted(member, f"{path}/{key}") for key, member in value)), None)


def ranges(value):
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        value = value.values()
    if isinstance(value, list) or not isinstance(value, (str, int, float, type(None))):
        for member in value:
            yield from ranges(member)


def problems(schemas, name, value):
    """What is wrong with a value, in words."""
    for error in schemas[name].iter_errors(value):
        # Of the kinds of target, the one that fits best says what is wrong.
        error = best_match([error])
        where = "/" + "/".join(map(str, error.absolute_path))
        yield f"{where}: {error.message[:200]}"
    # What people write may have any order.
    place = None if name == "decision" else unsorted(value)
    if place:
        yield f"{place}: keys out of order"
    for item in ranges(value):
        if isinstance(item["start"], int) and isinstance(item["end"], int) and item["end"] < item["start"]:
            yield f"a place ends before it begins: {item}"
    if name == "worker-line" and isinstance(value.get("filing"), dict):
        value, name = value["filing"], "filing"
    if name == "filing" and isinstance(value.get("places"), dict):
        for pointer in value["places"]:
            try:
                follow(value, steps(pointer))
            except (LookupError, TypeError, ValueError):
                yield f"/places: {pointer} leads to nothing"


def name_of(value):
    form = value.get("format") if isinstance(value, dict) else None
    known = {f"jixiao.{name}/1": name for name in ("changes", "filing", "history", "manifest")}
    return known.get(form)


def line_name_of(value):
    keys = value if isinstance(value, dict) else {}
    marks = {"document": "worker-line", "decision": "decision", "cause": "change", "key": "suggestion"}
    return next((name for key, name in marks.items() if key in keys), "finding")


def values(path):
    """The values of a file with what to call them."""
    text = path.read_bytes()
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            value = parse(line)
            yield f"{path}:{number}", line_name_of(value), value
    else:
        value = parse(text)
        yield str(path), name_of(value), value


def check(schemas, path):
    try:
        for label, name, value in values(path):
            found = list(problems(schemas, name, value)) if name else ["of no known format"]
            yield label, found
    except (ValueError, OSError, RecursionError) as error:
        yield str(path), [str(error)]


def broken(variation, value):
    value = copy.deepcopy(value)
    *path, last = steps(variation.get("set") or variation["remove"])
    parent = follow(value, path)
    key = int(last) if isinstance(parent, list) else last
    if "set" in variation:
        parent[key] = variation["to"]
        # Keys in order, so that it is not the order that gets the variation rejected.
        if isinstance(parent, dict):
            ordered = sorted(parent.items(), key=lambda member: member[0].encode("utf-16-be"))
            parent.clear()
            parent.update(ordered)
    else:
        del parent[key]
    return value


def self_test(schemas):
    for variation in parse((SAMPLES / "broken.json").read_bytes()):
        _, name, value = next(values(SAMPLES / variation["sample"]))
        accepted = not list(problems(schemas, name, broken(variation, value)))
        yield f"{variation['sample']}, {variation['why']}", ["was accepted"] if accepted else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--jixiao", default="jixiao", metavar="PROGRAM")
    parser.add_argument("--schemas", metavar="FOLDER")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if not options.folders and not options.self_test:
        parser.error("nothing to validate")
    schemas = load_schemas(options.jixiao, options.schemas)

    results = []
    folders = options.folders
    if options.self_test:
        folders = folders + [SAMPLES]
        results += self_test(schemas)
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*.json")) + sorted(folder.rglob("*.jsonl"))
        if not files:
            results.append((str(folder), ["holds nothing to validate"]))
        for path in files:
            if path != SAMPLES / "broken.json":
                results += check(schemas, path)
    failed = 0
    for label, found in results:
        failed += bool(found)
        for problem in found[:20]:
            print(f"{label}: {problem}")
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
