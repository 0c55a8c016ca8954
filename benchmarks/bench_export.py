"""The export and the brief of a large record, beside pandas and polars writing the same tables.

`python benchmarks/bench_export.py [DEVELOPMENTS | DB]` makes a record of so many developments (or takes a database that
is there) and measures each in a process of its own: CPU seconds and memory at its peak. `cellwire export` reads the
database, makes the cells and writes; pandas and polars begin with the finished tables in memory and only write.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

FORMS = ("csv", "jsonl", "parquet") if find_spec("pyarrow") else ("csv", "jsonl")
KIB = 1 if sys.platform == "darwin" else 1024


def main(asked: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Path(asked) if not asked.isdigit() else _made(int(asked), folder / "bench.db")
        out = folder / "data"
        told = _timed("export", ["-m", "cellwire", "export", str(out), "--db", str(database), *_options()])
        rows = sum(int(part.split()[0].replace(",", "")) for part in told.splitlines()[0].split(", "))
        print(json.dumps({"stage": "export", "unit": "rows", "count": rows, "seconds": SECONDS["export"]}))
        _timed("week", ["-m", "cellwire", "week", "--db", str(database), "--out", str(folder / "brief")])
        for library in ("pandas", "polars"):
            if find_spec(library) and "parquet" in FORMS:
                told = _timed(library, [__file__, "--only", library, str(out)])
                print(f"{library}: {told.strip()}")
            else:
                print(f"{library}: not measured, it and pyarrow have to be installed")


SECONDS: dict[str, float] = {}


def _options() -> list[str]:
    return [word for form in FORMS for word in ("--format", form)]


def _timed(what: str, command: list[str]) -> str:
    child = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    with child:
        assert child.stdout
        told = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{what} failed: {told}")
    SECONDS[what] = round(usage.ru_utime + usage.ru_stime, 2)
    print(f"{what}: {SECONDS[what]:.2f} s CPU in all, {usage.ru_maxrss * KIB / 2**20:,.0f} MB at its peak")
    return told


def _made(developments: int, path: Path) -> Path:
    from bench_growth import folded, readings, split
    from made_years import make_years

    from cellwire.db import add_readings, open_store

    with open_store(path) as store:
        add_readings(store, readings(split(make_years(developments), developments)))
        folded(store)
    return path


def _only(library: str, folder: Path) -> None:
    """The same tables, read from the export's Parquet without being timed, then written in the same forms."""
    tables = sorted(folder.glob("*.parquet"))
    if library == "pandas":
        import pandas

        frames = [pandas.read_parquet(path, dtype_backend="pyarrow") for path in tables]
    else:
        import polars

        frames = [polars.read_parquet(path) for path in tables]
    started, target = time.process_time(), folder / library
    target.mkdir()
    for path, frame in zip(tables, frames, strict=True):
        if library == "pandas":
            frame.to_csv(target / f"{path.stem}.csv", index=False)
            frame.to_json(target / f"{path.stem}.jsonl", orient="records", lines=True, date_format="iso")
            frame.to_parquet(target / path.name)
        else:
            frame.write_csv(target / f"{path.stem}.csv")
            frame.write_ndjson(target / f"{path.stem}.jsonl")
            frame.write_parquet(target / path.name)
    rows = sum(len(frame) for frame in frames)
    print(f"writing {rows:,} rows alone: {time.process_time() - started:.2f} s CPU")


if __name__ == "__main__":
    if "--only" in sys.argv:
        _only(sys.argv[2], Path(sys.argv[3]))
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else "2000")
