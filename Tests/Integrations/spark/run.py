#!/usr/bin/env python3
"""Runs the Spark job on a real cluster, kills a worker of it meanwhile, and holds the result against `jixiao convert`."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import pyarrow.dataset as dataset
import pyarrow.parquet as parquet
import pyspark

TOP = pathlib.Path(__file__).resolve().parents[3]
JOB = TOP / "Integrations" / "spark" / "jixiao_spark.py"
JIXIAO = os.path.abspath(os.environ["JIXIAO"])
BIN = pathlib.Path(pyspark.__file__).parent / "bin"
COUNT = int(os.environ.get("JIXIAO_SPARK_FILINGS", "200"))
# A debug build takes seconds to make its spelling engine, a task.
OPTIONS = os.environ.get("JIXIAO_SPARK_OPTIONS", "--no-spelling").split()
ENVIRONMENT = {
    **os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_DRIVER_PYTHON": sys.executable, "SPARK_HOME": str(BIN.parent),
}
ENVIRONMENT.pop("PYTHONPATH", None)
results = {"passed": 0, "failed": 0}


def check(what, holds, detail=""):
    results["passed" if holds else "failed"] += 1
    print(f"{'passed' if holds else 'FAILED'}: {what}{'' if holds else f' {detail}'}", flush=True)


def descendants(pid):
    """A process and all below it. A child is listed with the thread that started it, which need not be the first."""
    found = [pid]
    for parent in found:
        for children in pathlib.Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


class Cluster:
    """A master and two workers on the loopback."""

    def __init__(self, folder):
        self.folder = folder
        self.log = folder / "master.log"
        self.master = self.start("Master", self.log, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self.url = self.wait(r"Starting Spark master at (spark://\S+)")
        self.workers = [
            self.start(
                "Worker", folder / f"worker-{n}.log", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1",
                "--memory", "1g", "--work-dir", folder / f"work-{n}", self.url)
            for n in (1, 2)
        ]
        self.wait(r"(?s)Registering worker.*Registering worker")

    def start(self, kind, log, *arguments):
        with open(log, "wb") as output:
            return subprocess.Popen(
                [BIN / "spark-class", f"org.apache.spark.deploy.{kind.lower()}.{kind}", *map(str, arguments)],
                env=ENVIRONMENT, cwd=self.folder, stdout=output, stderr=subprocess.STDOUT)

    def wait(self, pattern):
        for _ in range(600):
            match = re.search(pattern, self.log.read_text(errors="replace"))
            if match:
                return match.group(match.lastindex or 0)
            time.sleep(0.1)
        raise RuntimeError(f"no {pattern}: {self.log.read_text(errors='replace')[-2000:]}")

    def submit(self, *arguments, settings=()):
        command = [BIN / "spark-submit", "--master", self.url]
        for setting in ("driver.host=127.0.0.1", "driver.bindAddress=127.0.0.1", "ui.enabled=false",
                        "executor.memory=700m", "task.maxFailures=4", "sql.shuffle.partitions=4", "network.timeout=60s",
                        "executor.heartbeatInterval=5s", *settings):
            command += ["--conf", f"spark.{setting}"]
        with open(self.folder / "submit.log", "wb") as log:
            return subprocess.Popen(
                [*command, JOB, *map(str, arguments)], env=ENVIRONMENT, cwd=self.folder, stdout=log,
                stderr=subprocess.STDOUT)

    def stop(self):
        processes = [p for top in (*self.workers, self.master) for p in descendants(top.pid)]
        for pid in processes:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def sources(folder):
    """Filings that differ, and files that are none. Returns the paths of both."""
    text = next((TOP / "Corpus" / "2021").glob("131-*.txt")).read_text(encoding="utf-8")
    good, bad = [], []
    for number in range(COUNT):
        path = folder / "2021" / f"{200 + number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        code = f"{200 + number}"
        varied = text.replace("131001", f"{code}001").replace("\t21.00", f"\t{number + 1}.00")
        path.write_text(varied, encoding="utf-8")
        good.append(path)
    for name, content in {"empty": b"", "weather": "今天天气很好。".encode(), "pdf": b"%PDF-1.7\n", "zip": b"PK\x03\x04x",
                          "noise": bytes(range(256)) * 40}.items():
        path = folder / "2021" / f"bad {name}.txt"
        path.write_bytes(content)
        bad.append(path)
    return good, bad + [folder / "2021" / "is not there.txt"]


def kill_one(cluster, job, staging):
    """Kills a worker, and what it runs, when some tasks are done and others are not."""
    while job.poll() is None:
        done = list(staging.glob("_temporary/0/task_*"))
        running = descendants(cluster.workers[0].pid)
        if len(done) >= 3 and len(running) > 2:
            for pid in running:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            return len(done)
        time.sleep(0.02)
    return None


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jixiao-spark-"))
    good, bad = sources(folder / "in")
    manifest = folder / "manifest.txt"
    lines = [str(path) for path in good + bad]
    # Half as objects; one twice, which counts once; and a blank line.
    lines[::2] = [json.dumps({"id": line, "path": line}) for line in lines[::2]]
    manifest.write_text("\n".join(lines + [lines[0], ""]) + "\n", encoding="utf-8")

    started = time.monotonic()
    subprocess.run([JIXIAO, "convert", *OPTIONS, "--quiet", folder / "in", "-o", folder / "out"], stderr=subprocess.DEVNULL)
    bare = time.monotonic() - started
    entries = json.loads((folder / "out" / "manifest.json").read_text())["inputs"]
    expected = {(output["id"], output["canonicalSha256"]) for entry in entries for output in entry["outputs"]}

    cluster = Cluster(folder)
    try:
        # A missing program, a relative path without a root: tasks that must fail.
        job = cluster.submit("--manifest", manifest, "--output", folder / "none", "--jixiao", "/bin/false")
        check("a worker that fails fails the job", job.wait() != 0 and not (folder / "none" / "report.json").exists())

        started = time.monotonic()
        arguments = ["--manifest", manifest, "--jixiao", JIXIAO, "--partitions", 16, "--root", folder / "in", *OPTIONS]
        job = cluster.submit("--output", folder / "spark", *arguments)
        killed = kill_one(cluster, job, folder / "spark" / "staging")
        status = job.wait()
        elapsed = time.monotonic() - started
        log = (folder / "submit.log").read_text(errors="replace")
        check("a worker was killed while tasks ran", killed is not None and killed < 16, killed)
        check("the master knows that it is gone", "Removing worker" in cluster.log.read_text(errors="replace"))
        check("the job succeeds nevertheless", status == 0, log[-3000:])
        table = dataset.dataset(folder / "spark" / "filings", partitioning="hive", exclude_invalid_files=False).to_table()
        got = list(zip(table["id"].to_pylist(), table["canonical_sha256"].to_pylist()))
        check("nothing is doubled", len(got) == len(set(got)) == len(good), len(got))
        check("the filings are those of jixiao convert", set(got) == expected, len(set(got) ^ expected))
        texts = dict(zip(table["id"].to_pylist(), table["filing"].to_pylist()))
        same = all(
            json.loads((folder / "out" / output["file"]).read_text()) == json.loads(texts.get(output["id"], "0"))
            for entry in entries for output in entry["outputs"])
        check("their texts are the same values", same)
        quarantine = parquet.read_table(folder / "spark" / "quarantine").to_pylist()
        check("bad files are in quarantine", {row["source"] for row in quarantine} == {str(path) for path in bad}, quarantine)
        reasons = {pathlib.Path(e["path"]).name: e["error"]["id"] for e in entries if "error" in e}
        reasons["is not there.txt"] = "file-not-found"
        check("with the reason that jixiao convert gives",
              {pathlib.Path(row["source"]).name: row["error_id"] for row in quarantine} == reasons, reasons)
        check("nothing is left of what was begun", not (folder / "spark" / "staging").exists()
              and not list(folder.glob("spark/*/_temporary")))
        check("partitioned by year and region", (folder / "spark/filings/year=2021/region=130304").is_dir())
        report = json.loads((folder / "spark" / "report.json").read_text())
        check("the report counts them", report == {
            "contestedIds": 0, "converted": len(good), "documents": len(good) + len(bad), "filings": len(good),
            "quarantined": len(bad)}, report)
        print(f"{COUNT} filings: jixiao convert {bare:.1f} s, Spark with a worker killed {elapsed:.1f} s")
    finally:
        cluster.stop()
        if results["failed"]:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        main()
    except Exception as error:  # The last line says what passed, whatever happened.
        check("the test ran to its end", False, repr(error))
    print(f"{results['passed']} passed, {results['failed']} failed")
    sys.exit(1 if results["failed"] else 0)
