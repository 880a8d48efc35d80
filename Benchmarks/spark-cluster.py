"""Converts the same filings by the program alone and by the Spark job, and prints a table. Benchmarks/spark calls it."""

import json
import os
import pathlib
import subprocess
import sys
import time

import pyarrow.dataset as dataset

INPUT, WORK = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Integrations" / "spark"))

from run import JIXIAO, Cluster  # noqa: E402  The cluster that the test has.


TICKS = os.sysconf("SC_CLK_TCK")


def processor(processes):
    """What processes, and those of theirs that have ended, have taken of the processors, in seconds."""
    total = 0
    for process in processes:
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        total += sum(map(int, fields[11:15]))
    return total / TICKS


def timed(work, beside=()):
    """Seconds until a process ends, by the clock and of the processors, with those that processes `beside` it spend."""
    start, before = time.monotonic(), processor(beside)
    process = work()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        log = WORK / "submit.log"
        sys.exit(f"{process.args} failed: {log.read_text(errors='replace')[-4000:] if log.exists() else ''}")
    seconds = time.monotonic() - start
    # Executors end a moment after their job.
    time.sleep(5 if beside else 0)
    return seconds, usage.ru_utime + usage.ru_stime + processor(beside) - before


def manifest(name, paths):
    path = WORK / name
    path.write_text("".join(f"{p}\n" for p in paths), encoding="utf-8")
    return path


def main():
    paths = sorted(INPUT.rglob("*.txt"))
    size = sum(path.stat().st_size for path in paths)
    every, one = manifest("all.txt", paths), manifest("one.txt", paths[:1])
    lines = WORK / "filings.jsonl"
    options = ["--no-spelling"]
    convert = timed(lambda: subprocess.Popen(
        [JIXIAO, "convert", *options, "--jobs", "2", "--quiet", INPUT, "-o", WORK / "out"]))
    worker = timed(lambda: subprocess.Popen(
        [JIXIAO, "worker", *options, "--jobs", "2", "--root", INPUT], stdin=open(every, "rb"), stdout=open(lines, "wb")))

    cluster = Cluster(WORK)
    try:
        def job(name, documents):
            return lambda: cluster.submit(
                "--manifest", documents, "--output", WORK / name, "--jixiao", JIXIAO, "--root", INPUT, *options,
                # The test notices a lost machine in seconds; here none is lost, however busy the machine.
                settings=["network.timeout=600s", "executor.heartbeatInterval=30s"])

        machines = [cluster.master, *cluster.workers]
        fixed = timed(job("spark-one", one), machines)
        spark = timed(job("spark-all", every), machines)
    finally:
        cluster.stop()

    # All three gave the same.
    with open(lines, encoding="utf-8") as file:
        wanted = {json.loads(line)["canonicalSha256"] for line in file}
    entries = json.loads((WORK / "out" / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    assert {output["canonicalSha256"] for entry in entries for output in entry["outputs"]} == wanted
    table = dataset.dataset(WORK / "spark-all" / "filings", partitioning="hive").to_table(["canonical_sha256"])
    assert table.num_rows == len(paths) and set(table["canonical_sha256"].to_pylist()) == wanted

    print(f"{len(paths):,} filings, {size / 1e6:,.0f} MB, {os.cpu_count()} cores\n")
    print("| what | seconds | times `jixiao worker` | processor seconds | times `jixiao worker` |\n|---|---:|---:|---:|---:|")
    for what, (seconds, cores) in [
        ("`jixiao convert --jobs 2`, files to files", convert), ("`jixiao worker --jobs 2`, files to JSON Lines", worker),
        ("Spark job, two workers of one core, to Parquet", spark), ("the same job with one filing: what a job costs", fixed),
        ("the difference: what the filings cost", (spark[0] - fixed[0], spark[1] - fixed[1])),
    ]:
        print(f"| {what} | {seconds:.1f} | {seconds / worker[0]:.2f} | {cores:.1f} | {cores / worker[1]:.2f} |")


if __name__ == "__main__":
    main()
