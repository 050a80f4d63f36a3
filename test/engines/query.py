"""DuckDB over Parquet: duplicates, as code, file and index separated by tabs. Takes the folder of the run."""
import sys
from pathlib import Path

import duckdb

work = Path(sys.argv[1])
duplicates = (work / "duplicates.sql").read_text()
for name, files in {"duckdb-parquet": "news.parquet", "duckdb-partitions": "news/*.parquet"}.items():
    if not any(work.glob(files)):
        continue  # Spark was left out.
    duckdb.sql(f"CREATE OR REPLACE VIEW news AS FROM '{work / files}'")
    found = duckdb.sql(duplicates).fetchall()
    (work / name).write_text("".join("\t".join(map(str, row)) + "\n" for row in found))
    print(f"{name}: {len(found)} duplicates")
