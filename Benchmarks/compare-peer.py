"""daff on the same projects, as tables: one row a project, in the order filed. Prints its time and how many of the rows
that both years have it puts beside their own, told by the purpose and the indicators' rare words being the same."""

import json
import pathlib
import sys
import time

import daff


def table(folder):
    rows = [["department", "name", "purpose", "goals", "budget", "indicators"]]
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        filing = json.loads(path.read_bytes())
        for project in filing["projects"]:
            rows.append([
                filing["department"]["code"], project["name"], project["purpose"],
                " ".join(goal or "" for goal in project["goals"]), project["budget"]["total"],
                " ".join(indicator["name"] or "" for indicator in project["indicators"]),
            ])
    return rows


old, new = (daff.PythonTableView(table(folder)) for folder in sys.argv[1:3])
start = time.perf_counter()
alignment = daff.Coopy.compareTables(old, new).align()
seconds = time.perf_counter() - start
order = alignment.toOrder().getList()
paired = sum(1 for unit in order if unit.l > 0 and unit.r > 0)
print(f"{'daff, aligning alone':<28} {seconds:9.2f} {'':>9}  {paired} rows paired")
