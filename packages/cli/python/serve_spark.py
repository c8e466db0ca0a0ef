"""Keeps a Spark session and does what it is asked, line by line.

Usage: serve_spark.py '{"master": …, "executors": 2, "folder": …, "conf": {…}}'

Each line of standard input is one JSON object with an `id` and what to `do`:

    {"id": 1, "do": "read", "tables": [{"table": "accounts", "file": "FOLDER/accounts.parquet", "by": "id"}], "parts": null}
    {"id": 2, "do": "run", "views": [{"name": "s", "text": "select …", "values": […], "held": false}], "text": "select …", "values": […]}
    {"id": 3, "do": "write", "views": […], "text": "select …", "values": […], "folder": "FOLDER"}

Each line of standard output answers one: `{"id": 2, "columns": […], "rows": [[…], …]}` as often as there are rows to tell,
then `{"id": 2, "done": true}` or `{"id": 2, "error": {"name": …, "message": …}}`. The first line is `{"ready": {…}}`.
Everything else that Spark and Java have to say goes to standard error. The session ends with standard input, and what is
still running then is given up; the folder that the settings name is removed with it.
"""

import datetime
import decimal
import json
import math
import os
import queue
import shutil
import sys
import threading
import time

ROWS_A_LINE = 500

# Seconds.
PATIENCE = 300
PATIENCE_AT_END = 20


def main():
    settings = json.loads(sys.argv[1])
    # Java inherits file descriptor 1 and writes to it as it likes, so the answers get one of their own.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)

    def answer(message):
        answers.write(json.dumps(message, ensure_ascii=True, allow_nan=False) + "\n")
        answers.flush()

    from pyspark.sql import SparkSession

    live_in(settings["folder"])
    builder = SparkSession.builder.appName("hale").master(settings["master"])
    for name, value in settings["conf"].items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        answer({"ready": {"spark": spark.version, "executors": await_executors(spark, settings["executors"])}})
        for request in iter(requests(spark).get, None):
            about = {"id": request["id"]}
            try:
                for part in TASKS[request["do"]](spark, request):
                    answer({**about, **part})
                answer({**about, "done": True})
            except Exception as error:  # Whatever a statement fails with is the asker's to handle.
                answer({**about, "error": {"name": type(error).__name__, "message": str(error)}})
    finally:
        spark.stop()
        shutil.rmtree(settings["folder"], ignore_errors=True)


def live_in(folder):
    """Has Spark lie in a folder: its workers keep what they log beside its own files, for good."""
    import pyspark

    spark = os.environ.get("SPARK_HOME") or os.path.dirname(pyspark.__file__)
    home = os.path.join(folder, "home")
    os.mkdir(home)
    for name in os.listdir(spark):
        if name != "work":
            os.symlink(os.path.join(spark, name), os.path.join(home, name))
    os.environ["SPARK_HOME"] = home


def requests(spark):
    """A queue of the lines of standard input, then None. Read apart, so that its end is seen while a statement runs."""
    coming = queue.Queue()

    def read_lines():
        for line in sys.stdin:
            coming.put(json.loads(line))
        spark.sparkContext.cancelAllJobs()
        coming.put(None)
        # Java ends with this process, whatever it is at.
        time.sleep(PATIENCE_AT_END)
        os._exit(1)

    threading.Thread(target=read_lines, daemon=True).start()
    return coming


def await_executors(spark, wanted):
    """Waits until so many executors have come; they take their time to start, and tasks would go to the first one."""
    until = time.monotonic() + PATIENCE
    while True:
        # The driver is among those told of.
        come = len(spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) - 1
        if come >= wanted:
            return come
        if time.monotonic() > until:
            raise RuntimeError(f"only {come} of {wanted} executors came within {PATIENCE} s")
        time.sleep(0.05)


def read(spark, request):
    """Tables from files; where there are `parts`, dealt into so many `by` a column, and held."""
    parts = request["parts"]
    for table in request["tables"]:
        frame = spark.read.parquet(table["file"])
        if parts:
            frame = frame.repartition(parts, table["by"]).localCheckpoint()
        frame.createOrReplaceTempView(table["table"])
    return ()


def select(spark, request):
    """The rows of a select, after the views that it reads; those that are `held` are worked out at once."""
    for view in request["views"]:
        name = view["name"].strip("`").replace("``", "`")
        frame = spark.sql(view["text"], args=view["values"])
        if view["held"]:
            # Unlike what is cached, its plan is forgotten: nobody goes over it again.
            frame = frame.localCheckpoint()
        frame.createOrReplaceTempView(name)
    return spark.sql(request["text"], args=request["values"])


def run(spark, request):
    frame = select(spark, request)
    rows = frame.collect()
    for start in range(0, len(rows), ROWS_A_LINE):
        some = [[plain(cell) for cell in row] for row in rows[start : start + ROWS_A_LINE]]
        yield {"columns": frame.columns, "rows": some}


def write(spark, request):
    select(spark, request).write.mode("overwrite").parquet(request["folder"])
    return ()


TASKS = {"read": read, "run": run, "write": write}


def plain(cell):
    """A cell as JSON has it: instants as text in UTC; null for what is no number that a double holds."""
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if isinstance(cell, decimal.Decimal):
        return float(cell)
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(timespec="milliseconds") + "Z"
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, (list, tuple)):
        return [plain(one) for one in cell]
    return cell


main()
