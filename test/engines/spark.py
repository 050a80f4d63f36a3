"""Spark in local mode: check, fix and export through pipe, and DataFrames of what they write. Takes the folder of the run."""
import os
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, decode, encode, regexp_replace

work = Path(sys.argv[1])
spark = SparkSession.builder.master("local[4]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def files_in(folder):
    return spark.read.format("binaryFile").option("recursiveFileLookup", True).load(f"{work}/{folder}")


def timed(name, work_to_do):
    start = time.time()
    found = work_to_do()
    print(f"spark, {name}: {time.time() - start:.1f} s", flush=True)
    return found


def write(name, lines):
    timed(name, lambda: lines.saveAsTextFile(f"{work}/{name}"))


files = files_in("corpus")
broken = files_in("broken").where(encode(decode("content", "UTF-8"), "UTF-8") != col("content")).select("path")
(work / "spark-broken").write_text("".join(f"{Path(row.path).name}\n" for row in broken.collect()))

name = regexp_replace("path", "^.*/(?=corpus/)", "").alias("file")
records = files.select(name, decode("content", "UTF-8").alias("content")).repartition(4).toJSON().cache()
timed("read the files", records.count)

alone = "--rule duplicate-number=off --rule duplicate-text=off"
path = {"PATH": os.environ["PATH"]}
findings = records.pipe(f"article-format check --records --fail-on never --format jsonl {alone} -", path, checkCode=True)
fixed = records.pipe("article-format fix --records --fail-on never -", path, checkCode=True)
rows = records.pipe("article-format export --records --fail-on never -", path, checkCode=True)
write("spark-findings", findings)
write("spark-fixed", fixed)
write("spark-rows", rows)
timed("rows to Parquet", lambda: spark.read.json(rows).write.parquet(f"{work}/spark-news"))

duplicates = (Path(__file__).parent / "duplicates.sql").read_text()
for name, news in {
    "spark-parquet": spark.read.parquet(f"{work}/news.parquet"),
    "spark-partitions": spark.read.parquet(f"{work}/spark-news"),
}.items():
    news.createOrReplaceTempView("news")
    found = timed(f"duplicates in {name}", lambda: spark.sql(duplicates).collect())
    (work / name).write_text("".join("\t".join(map(str, row)) + "\n" for row in found))
