"""Spark in local mode: the program of docs/command-line.md as it is written there (page.py), then queries over what it writes. Takes
the folder of the run, which is also the working directory."""
import contextlib
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

work = Path(sys.argv[1])
spark = SparkSession.builder.master("local[4]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def timed(name, work_to_do):
    start = time.time()
    found = work_to_do()
    print(f"spark, {name}: {time.time() - start:.1f} s", flush=True)
    return found


def follow(page):
    with open(work / "spark-printed", "w") as printed, contextlib.redirect_stdout(printed):
        exec(page, names)


names = {}
timed("the program of the page", lambda: follow((work / "page.py").read_text()))
timed("export", lambda: names["rows"].saveAsTextFile(f"{work}/spark-rows"))

duplicates = (work / "duplicates.sql").read_text()
for name, news in {
    "spark-parquet": spark.read.parquet(f"{work}/news.parquet"),
    "spark-partitions": spark.read.parquet(f"{work}/news"),
}.items():
    news.createOrReplaceTempView("news")
    found = timed(f"duplicates in {name}", lambda: spark.sql(duplicates).collect())
    (work / name).write_text("".join("\t".join(map(str, row)) + "\n" for row in found))
