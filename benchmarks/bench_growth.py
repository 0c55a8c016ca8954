"""How the fold grows: `python benchmarks/bench_growth.py [DEVELOPMENTS[/LIKE]…]`, 1,000 more after each.

`1000000/100000` makes a million developments in which each company builds and sells as much as in a hundred thousand:
there its largest builder has 18 plants in one country (lists of real plants: 20 at most), in a million 142.
CPU time of bringing stories and record up to date in a SQLite file, from readings that are stored already; reading
texts and storing what they tell is measured elsewhere. `/n log n` is the time by developments and the logarithm of
their number, in millionths of a second: it stays where growth is no worse than n log n.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from made_years import Told, make_years

from cellwire.db import Readings, Run, Store, add_readings, open_store, refold
from cellwire.db.rows import batches
from cellwire.folding import fold
from cellwire.model import Capture, Known

MORE = 1000
PORTION = 5000  # texts that are stored at a time: what is measured is the memory of the fold
NOW = datetime(2022, 12, 18, tzinfo=UTC)


def readings(told: Iterable[Told]) -> Iterator[Readings]:
    for document, developments in told:
        capture = Capture("made", document.url, None, NOW, "text/plain", document.id.encode())
        yield Readings(capture, (document,), tuple(developments))


def split(told: Iterator[Told], developments: int, made: list[int]) -> Iterator[Told]:
    """So many developments, or as many as there are; how many there were goes into `made`."""
    count = 0
    while count < developments and (one := next(told, None)):
        count += len(one[1])
        yield one
    made.append(count)


def folded(store: Store) -> tuple[float, dict[str, int]]:
    held: dict[str, int] = {}

    def describe(counts: dict[str, int]) -> Run:
        held.update(counts)
        return Run("made", NOW, dict(counts))

    start = process_time()
    refold(store, lambda connection: fold(connection, [], Known()), describe)
    return process_time() - start, held


def sizes_of_blocks(store: Store) -> tuple[int, float]:
    """Developments of the largest block, and of the one that a development is in on average."""
    with store.engine.begin() as connection:
        counts = connection.exec_driver_sql("SELECT COUNT(*) FROM blocks GROUP BY block").scalars().all()
    return max(counts), sum(count * count for count in counts) / sum(counts)


def main(sizes: Iterable[tuple[int, int | None]]) -> None:
    for size, like in sizes:
        with TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
            told = make_years(size + size // 10 + MORE, like=like)  # some years make fewer than they are asked for
            start = process_time()
            made: list[int] = []
            for some in batches(readings(split(told, size, made)), PORTION):
                add_readings(store, some)
            kept = process_time() - start
            whole, held = folded(store)
            add_readings(store, readings(split(told, MORE, made)))
            more, _ = folded(store)
            largest, usual = sizes_of_blocks(store)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{made[0]:>9,} developments  stored {kept:7.1f} s  folded {whole:7.1f} s  "
            f"/n log n {whole / made[0] / log2(made[0]) * 1e6:5.1f}  {made[1]:,} more {more:5.2f} s  "
            f"{held['stories']:,} stories, {held['facilities']:,} plants, {held['deals']:,} deals, "
            f"blocks of {usual:,.0f}, at most {largest:,}, {memory:,.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    asked = [argument.partition("/") for argument in sys.argv[1:] or ["3000", "10000"]]
    main((int(size), int(like) if like else None) for size, _, like in asked)
