"""Comparing two output folders."""

import json
from collections import Counter
from pathlib import Path

from publishing import render

# All of an output but who made it.
COMPARED = (
    "corrections", "department", "diagnostics", "format", "id", "overall", "places", "projects", "region", "source",
    "unmapped", "year",
)  # fmt: skip


def compare(ours, theirs):
    """Whether every output is there in both and equal but for its producer, and laid out alike."""
    files = layout = places = 0
    same = Counter()
    equal = 0
    for path in sorted(Path(ours).rglob("*.json")):
        if path.name == "manifest.json":
            continue
        files += 1
        other = Path(theirs) / path.relative_to(ours)
        if not other.exists():
            continue
        one, two = json.loads(path.read_bytes()), json.loads(other.read_bytes())
        for key in COMPARED:
            same[key] += one[key] == two[key]
        layout += render(one) == path.read_bytes()
        places += len(one["places"])
        equal += sum(two["places"].get(key) == place for key, place in one["places"].items())
    print(f"{files} outputs; equal in both: " + ", ".join(f"{key} {same[key]}" for key in COMPARED))
    print(f"{layout} laid out alike; {places} places, {equal} of them equal")
    return files > 0 and layout == files and all(same[key] == files for key in COMPARED)
