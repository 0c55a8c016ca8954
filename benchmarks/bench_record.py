"""How fast the record is built and stored: `python benchmarks/bench_record.py [DOCUMENTS]`."""

import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from made_news import make_news

from cellwire.db import (
    Readings,
    add_readings,
    load_developments,
    load_documents,
    load_record,
    open_store,
    replace_record,
)
from cellwire.model import Capture
from cellwire.record import build_record
from cellwire.stories import gather


def main(documents: int) -> None:
    made, developments = make_news(documents)
    stories = gather(developments, made)
    start = process_time()
    record = build_record(stories, developments, documents=made)
    taken = process_time() - start
    print(
        f"record   {len(developments)} developments, {len(record.facilities)} facilities, {len(record.deals)} deals, "
        f"{len(record.rumours)} rumours, {len(record.companies)} companies: {taken:.2f} s"
    )
    by_document: dict[str, list[object]] = {}
    for told in developments:
        by_document.setdefault(told.document, []).append(told)
    readings = [
        Readings(
            Capture("bench", document.url, None, document.captured, "text/plain", document.text.encode()),
            (document,),
            tuple(by_document[document.id]),
        )
        for document in made
    ]
    with TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        for name, step in {
            "readings": lambda: add_readings(store, readings),
            "record": lambda: replace_record(store, stories, record),
            "reading back": lambda: (load_documents(store), load_developments(store), load_record(store)),
        }.items():
            start = process_time()
            step()
            print(f"store    {name}: {process_time() - start:.2f} s")
    print(f"memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
