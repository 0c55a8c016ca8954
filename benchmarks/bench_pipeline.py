"""From raw captures to the brief, and each stage by itself, on the bundled weeks told several times over."""

import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from cellwire.claims import read_developments
from cellwire.db import load_developments, load_documents, open_store
from cellwire.demo import LAST_DAY, demo_captures
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.pipeline import import_captures, rebuild, record_as_of, stories_as_of
from cellwire.publish import BriefSettings, render_html

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from publish.at_hand import edition

ROUNDS = 5
Result = TypeVar("Result")


def timed(stage: str, unit: str, count: int, work: Callable[[], Result]) -> Result:
    started = perf_counter()
    result = work()
    seconds = perf_counter() - started
    print(json.dumps({"stage": stage, "unit": unit, "count": count, "seconds": seconds}))
    return result


def main() -> None:
    lexicon = timed("lexicon, loaded once", "loads", 1, load_lexicon)
    captures = list(demo_captures())
    documents = [document for capture in captures for document in open_documents(capture)]
    timed("documents", "captures", len(captures), lambda: [open_documents(capture) for capture in captures])
    read_developments(documents[0], lexicon)
    timed(
        "claims",
        "articles",
        ROUNDS * len(documents),
        lambda: [read_developments(document, lexicon) for _ in range(ROUNDS) for document in documents],
    )
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        now = datetime(2022, 12, 18, tzinfo=UTC)
        timed("import, all of it", "captures", len(captures), lambda: import_captures(store, captures, now=now))
        timed("rebuild", "captures", len(captures), lambda: rebuild(store))
        record, stories = record_as_of(store, None), stories_as_of(store, None)
        held = load_documents(store), load_developments(store)
        timed(
            "brief",
            "briefs",
            1,
            lambda: render_html(edition(record, stories, *held, week_ending=LAST_DAY, settings=BriefSettings())),
        )


if __name__ == "__main__":
    main()
