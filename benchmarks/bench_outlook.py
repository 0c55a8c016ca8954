"""How fast the outlook of a large record is worked out: `python benchmarks/bench_outlook.py [DEVELOPMENTS]`."""

import json
import sys
from collections.abc import Callable
from time import process_time
from typing import TypeVar

from made_years import make_years

from cellwire.model import Development, Document
from cellwire.outlook import By, load_assumptions, look_ahead, needs, pipeline_by
from cellwire.record import build_record
from cellwire.stories import gather

T = TypeVar("T")


def main(developments: int) -> None:
    made: list[Document] = []
    told: list[Development] = []
    for document, readings in make_years(developments):
        made.append(document)
        told += readings
    plants = build_record(gather(told, made), told, documents=made).facilities
    day = max(plant.last_told for plant in plants)
    assumed = timed("assumptions", "numbers", load_assumptions, lambda read: len(read.listed))
    seen = timed("outlook", "plants", lambda: look_ahead(plants, assumed, day=day), lambda _: len(plants))
    tranches = seen.tranches
    timed("adding up", "tranches", lambda: [pipeline_by(tranches, by) for by in By], lambda _: 5 * len(tranches))
    years = range(day.year, day.year + 10)
    asked = list(assumed.materials)
    amounts = len(asked) * len(tranches) * len(years)
    timed("materials", "amounts", lambda: needs(tranches, assumed, years=years, materials=asked), lambda _: amounts)


def timed(stage: str, unit: str, work: Callable[[], T], count: Callable[[T], int]) -> T:
    start = process_time()
    done = work()
    taken = process_time() - start
    print(json.dumps({"stage": stage, "unit": unit, "count": count(done), "seconds": round(taken, 3)}))
    return done


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
