"""How long an export takes, beside polars writing the same rows: `python benchmarks/bench_export.py [rows]`."""

import json
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from cellwire.model import Citation, Facility, Fact, Phase, Record, Status, Support, Value
from cellwire.publish import TABLES, ExportForm, export_record

QUOTE = "the plant in Debrecen is to make 40 GWh of cells a year once both halls stand"


def made(number: int) -> Facility:
    """A plant with ten facts, each told by two documents."""
    day = date(2022, 1, 1) + timedelta(days=number % 365)
    told = tuple(
        Citation(f"dev_{number}_{n}", f"doc_{number}_{n}", QUOTE, 0, 60, "Wire", "News", None, day, day, f"ori_{n}")
        for n in range(2)
    )
    value = Value("40 GWh/yr", "40 GWh", 40.0 + number % 7, "GWh/yr")
    facts = tuple(
        Fact(f"capacity.{n}", (Support(replace(value, number=40.0 + n), told),), "newest", False) for n in range(10)
    )
    phase = Phase(f"fac_{number}/1", "", Status.CONSTRUCTION, False, "told so", facts, ())
    return Facility(f"fac_{number}", f"Maker {number}, Debrecen", (), "Debrecen", "HU", 47.5, 21.6, "cell",
                    Status.CONSTRUCTION, (phase,), (), (), day, day)  # fmt: skip


def main(many: int) -> None:
    record = Record(None, facilities=tuple(made(number) for number in range(many // 20)))
    forms = [ExportForm.CSV, ExportForm.JSONL] + ([ExportForm.PARQUET] if find_spec("pyarrow") else [])
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        rows = export_record(record, (), Path(folder), forms=forms)
        taken = time.process_time() - started
        print(json.dumps({"stage": "export", "unit": "rows", "count": sum(rows.values()), "seconds": round(taken, 3)}))
        if find_spec("polars") is None:
            print("polars: not installed, no comparison")
            return
        theirs = _polars(record, Path(folder))
        print(f"polars alone, from rows in memory: {theirs:.2f} s; ours {taken:.2f} s ({', '.join(forms)})")


def _polars(record: Record, folder: Path) -> float:
    import polars

    laid = [(table, list(table.cells(record, (), None))) for table in TABLES]
    started = time.process_time()
    for table, cells in laid:
        if cells:
            frame = polars.DataFrame(cells, schema=table.names, orient="row", infer_schema_length=None)
            frame.write_csv(folder / "p.csv")
            frame.write_ndjson(folder / "p.jsonl")
            frame.write_parquet(folder / "p.parquet")
    return time.process_time() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
