"""How long a page of a list takes in a store of many: `python benchmarks/bench_pages.py [ENTRIES]`.

Milliseconds of CPU time for a page of 50, the median of nine, from a SQLite file that holds as many claims and as many
stories, plants and deals; the entries are small ones, made without a fold.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from bench_growth import readings
from made_years import make_years

from cellwire.db import (
    Filter,
    Page,
    Store,
    add_readings,
    list_claims,
    list_companies,
    list_deals,
    list_facilities,
    list_stories,
    load_developments,
    load_documents,
    open_store,
    replace_record,
    search,
)
from cellwire.model import Company, Record
from cellwire.record import build_record
from cellwire.stories import gather

ASKED: dict[str, tuple[Callable[..., Page[Any]], Filter]] = {
    "claims": (list_claims, Filter()),
    "claims of a kind": (list_claims, Filter(kind="supply")),
    "claims of a company": (list_claims, Filter(company="company1")),
    "facilities": (list_facilities, Filter()),
    "facilities of a country": (list_facilities, Filter(country="HU")),
    "facilities under construction": (list_facilities, Filter(status="construction")),
    "facilities of a company": (list_facilities, Filter(company="company1")),
    "facilities by name": (list_facilities, Filter(name="plant 77")),
    "deals of a rung": (list_deals, Filter(status="mou")),
    "stories since a day": (list_stories, Filter(since=date(2022, 6, 1))),
    "stories of a company": (list_stories, Filter(company="company1")),
    "companies by name": (list_companies, Filter(name="company77")),
}


def fill(store: Store, entries: int) -> None:
    """As many claims as are told, and copies of a small record's entries under other ids, days and names."""
    add_readings(store, readings(make_years(entries)))
    with open_store(Path(store.path or "").with_name("small.db")) as small:
        add_readings(small, readings(make_years(600)))
        documents, developments = load_documents(small), load_developments(small)
    stories = gather(developments, documents)
    record = build_record(stories, developments, documents=documents)
    random = Random(1)

    def many(things: tuple[object, ...], name: str) -> tuple[object, ...]:
        made = []
        for number in range(entries):
            day = date(2013, 1, 1) + timedelta(random.randrange(3650))
            told = {"first_told": day, "last_told": day, name: f"Plant {number}"}
            made.append(replace(things[number % len(things)], id=f"x_{number:07}", **told))
        return tuple(made)

    companies = [Company(f"company{number}", f"Company{number}", "HU", True, (), (), (), ()) for number in range(5000)]
    replace_record(
        store,
        [replace(story, developments=()) for story in many(tuple(stories), "headline")],
        Record(None, many(record.facilities, "name"), many(record.deals, "name"), (), tuple(companies)),
    )


def timed(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(9):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return median(taken) * 1000


def main(entries: int) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        fill(store, entries)
        for name, (listed, asked) in ASKED.items():
            first = listed(store, asked)
            after = first.after
            taken = [timed(partial(listed, store, asked))]
            taken += [timed(partial(listed, store, asked, after=after))] if after else []
            print(f"{name:<30} {first.total:>8,} fit  a page, and the next: {taken[0]:6.1f} {taken[-1]:6.1f} ms")
        print(f"{'search':<30} {timed(lambda: search(store, 'Town77 construction')):31.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
