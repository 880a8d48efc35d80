#!/usr/bin/env python3
"""Converts any number of filings on a Spark cluster: a manifest in, Parquet out.

    spark-submit jixiao_spark.py --manifest FILE --output FOLDER --jixiao /path/to/jixiao [--root FOLDER] [OPTION of jixiao worker…]

The manifest has a document a line: an absolute path, or an object as `jixiao worker` reads it. Spark reads the manifest
only; the files are read by the workers, since reading small files through Spark takes a hundred times as long.

FOLDER holds at the end: `filings` (Parquet, by year and region), `quarantine` (Parquet: what could not be converted, with
the reason) and `report.json`, which is written last, when every document is known to be in one of the two, once.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading

import pyarrow as pa
from pyspark.sql import SparkSession, functions as F

COLUMNS = [
    ("key", "string"), ("source", "string"), ("part", "int"), ("parts", "int"), ("id", "string"), ("year", "string"),
    ("region", "string"), ("department", "string"), ("department_name", "string"), ("path", "string"),
    ("accounted", "double"), ("projects", "int"), ("indicators", "int"), ("corrections", "int"), ("errors", "int"),
    ("warnings", "int"), ("notes", "int"), ("canonical_sha256", "string"), ("filing", "string"),
    ("error_id", "string"), ("error_zh", "string"), ("error_en", "string"),
]
SCHEMA = ", ".join(f"{name} {kind}" for name, kind in COLUMNS)
ARROW = pa.schema(
    [(name, {"string": pa.string(), "int": pa.int32(), "double": pa.float64()}[kind]) for name, kind in COLUMNS])
QUARANTINED = ["key", "source", "error_id", "error_zh", "error_en"]
BATCH = 64


class WorkerDied(Exception):
    """A signal ended the worker: what it had in hand may be why."""


def row(line, key):
    """The columns of a line that the worker wrote. The filing stays the bytes that it wrote, and is checked."""
    value = json.loads(line)
    columns = dict.fromkeys(name for name, _ in COLUMNS)
    columns.update(key=key, source=value["id"])
    if "error" in value:
        message = value["error"]["message"]
        columns.update(error_id=value["error"]["id"], error_zh=message["zh"], error_en=message["en"])
        return columns, True
    start = line.index('"filing":') + len('"filing":')
    filing, end = json.JSONDecoder().raw_decode(line, start)
    text = line[start:end]
    if hashlib.sha256(text.encode()).hexdigest() != value["canonicalSha256"]:
        raise RuntimeError(f"{value['id']}: not what the worker wrote")
    severities = [finding["severity"] for finding in filing["diagnostics"]]
    columns.update(
        part=value["part"], parts=value["parts"], id=filing["id"], year=str(filing["year"]["value"] or "undated"),
        region=filing["region"]["code"] or filing["region"]["name"] or "unknown",
        department=filing["department"]["code"], department_name=filing["department"]["name"],
        path=filing["source"]["path"], accounted=filing["source"]["accounted"], projects=len(filing["projects"]),
        indicators=sum(len(project["indicators"]) for project in filing["projects"]),
        corrections=len(filing["corrections"]), errors=severities.count("error"), warnings=severities.count("warning"),
        notes=severities.count("note"), canonical_sha256=value["canonicalSha256"], filing=text)
    return columns, value["part"] == value["parts"]


def convert(command, documents):
    """Rows for documents, given as (key, line), by one worker; raises unless it answers for each of them."""
    # Neither the environment nor the folder of an executor is to be relied on.
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": os.environ.get("HOME", "/tmp")}
    with tempfile.TemporaryFile() as trouble:
        worker = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=trouble, env=environment, cwd="/")

        def feed():
            try:
                for _, line in documents:
                    worker.stdin.write(line.encode() + b"\n")
                worker.stdin.close()
            except OSError:
                pass  # It has ended, which its status tells.

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        answered = 0
        rows = []
        try:
            for line in worker.stdout:
                if not line.endswith(b"\n"):
                    break  # It was ended while it wrote.
                if answered == len(documents):
                    raise RuntimeError("the worker answered more than was asked")
                columns, is_last = row(line.decode(), documents[answered][0])
                rows.append(columns)
                if is_last:
                    yield from rows
                    rows = []
                    answered += 1
            status = worker.wait()
        finally:
            worker.kill()
            worker.wait()
            feeder.join()
            worker.stdout.close()
        if status < 0:
            raise WorkerDied(f"signal {-status}")
        if status != 0 or answered != len(documents):
            trouble.seek(0)
            said = trouble.read()[-2000:].decode(errors="replace")
            raise RuntimeError(f"{command[0]} ended with {status} after {answered} of {len(documents)} documents: {said}")


def convert_all(command, documents):
    """As `convert`; but a document that ends the worker twice, the second time alone, is put into quarantine."""
    done = 0
    alone = False
    while done < len(documents):
        last = done + 1 if alone else len(documents)
        try:
            for columns in convert(command, documents[done:last]):
                yield columns
                if columns["part"] == columns["parts"]:  # None both, for an error.
                    done += 1
            alone = False
        except WorkerDied as death:
            if alone:
                key, line = documents[done]
                columns = dict.fromkeys(name for name, _ in COLUMNS)
                columns.update(
                    key=key, source=line[:1000], error_id="worker-died",
                    error_zh=f"转换程序在处理此文档时被系统终止（{death}），重试一次仍然如此；请单独转换此文档以查明原因。",
                    error_en=f"The worker was ended by the system at this document, twice ({death}); convert it alone to see why.")
                yield columns
                done += 1
            alone = not alone


def partition(command):
    def run(batches):
        documents = []
        for batch in batches:
            documents += zip(batch.column("key").to_pylist(), batch.column("value").to_pylist())
        rows = []
        for columns in convert_all(command, documents):
            rows.append(columns)
            if len(rows) == BATCH:
                yield pa.RecordBatch.from_pylist(rows, ARROW)
                rows = []
        if rows:
            yield pa.RecordBatch.from_pylist(rows, ARROW)

    return run


def check(documents, filings, quarantine):
    """Counts what was written; raises unless every document is there, in one place, whole and once."""
    asked = documents.select("key").distinct()
    sources = filings.groupBy("key").agg(
        F.count("*").alias("rows"), F.countDistinct("part").alias("kinds"), F.max("parts").alias("parts"))
    broken = sources.where("rows != parts OR kinds != parts").count()
    both = sources.join(quarantine, "key").count()
    report = {
        "documents": asked.count(), "converted": sources.count(), "quarantined": quarantine.count(),
        "filings": filings.count(),
        "contestedIds": filings.groupBy("id").agg(F.countDistinct("key").alias("n")).where("n > 1").count(),
    }
    lost = asked.join(sources.select("key").union(quarantine.select("key")), "key", "left_anti").count()
    doubled = quarantine.count() - quarantine.select("key").distinct().count()
    if broken or both or lost or doubled or report["converted"] + report["quarantined"] != report["documents"]:
        raise RuntimeError(f"not every document is there once: {lost} lost, {broken + both + doubled} doubled, {report}")
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manifest", required=True)
    parser.add_argument("--output", required=True, help="a folder that all executors reach, and that is not there yet")
    parser.add_argument("--jixiao", required=True, help="the program's absolute path, the same on all machines")
    parser.add_argument("--partitions", type=int, help="how many tasks; 4 a core unless given")
    options, worker_options = parser.parse_known_args()
    if not os.path.isabs(options.jixiao):
        parser.error("--jixiao must be absolute: an executor runs in another folder")
    command = [options.jixiao, "worker", *worker_options]

    spark = (
        SparkSession.builder.appName("jixiao")
        # A task's files count when the task is committed, and all of them when the job is.
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        # 131 stays 131, and 013 does, too.
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        # A row holds a whole filing, a hundred kilobytes: of Spark's 4,096 rows at a time, and of Parquet's row groups of
        # 128 MB, an executor of a gigabyte runs out of memory.
        .config("spark.sql.parquet.columnarReaderBatchSize", str(BATCH))
        .config("spark.hadoop.parquet.block.size", str(16 << 20)).getOrCreate())
    spark.sparkContext.setLogLevel("WARN")
    partitions = options.partitions or 4 * spark.sparkContext.defaultParallelism

    documents = (
        spark.read.text(options.manifest).where(F.trim("value") != "").distinct()
        .withColumn("key", F.sha2("value", 256)))
    # By the key, so that a task that is run again is given the same documents.
    rows = documents.repartition(partitions, "key").mapInArrow(partition(command), SCHEMA)

    # The workers run once: what they gave is kept before it is divided.
    staging = f"{options.output}/staging"
    rows.write.mode("errorifexists").parquet(staging)
    kept = spark.read.parquet(staging)
    kept.where("error_id IS NULL").drop(*QUARANTINED[2:]).write.partitionBy("year", "region").parquet(
        f"{options.output}/filings")
    kept.where("error_id IS NOT NULL").select(QUARANTINED).coalesce(1).write.parquet(f"{options.output}/quarantine")

    filings = spark.read.schema(
        ", ".join(f"{name} {kind}" for name, kind in COLUMNS if name not in QUARANTINED[2:])
    ).parquet(f"{options.output}/filings")
    report = check(documents, filings, spark.read.parquet(f"{options.output}/quarantine"))
    path = spark._jvm.org.apache.hadoop.fs.Path(options.output)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    system.delete(spark._jvm.org.apache.hadoop.fs.Path(staging), True)
    stream = system.create(spark._jvm.org.apache.hadoop.fs.Path(f"{options.output}/report.json"), True)
    stream.write(bytearray((json.dumps(report, sort_keys=True) + "\n").encode()))
    stream.close()
    print(json.dumps(report, sort_keys=True))
    spark.stop()


if __name__ == "__main__":
    sys.exit(main())
