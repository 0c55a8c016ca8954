"""Two independent lists of plants, imported as trackers: what is one plant meets, near misses never do."""

import csv
import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cellwire.lexicon import load_lexicon
from cellwire.model import Known
from cellwire.record import build_record
from cellwire.stories import gather
from cellwire.trackers import capture_tracker, read_tracker

PAIRS = Path(__file__).with_name("plants") / "pairs.csv"
MOMENT = datetime(2026, 6, 1, tzinfo=UTC)
MAP = """
name = "{name}"
[columns]
name = "plant"
company = "company"
{place}
country = "country"
[separators]
company = ["/", " - "]
[default]
product = "cell"
"""


@cache
def labelled():
    with PAIRS.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def tracked(name, rows, place=""):
    """The documents and developments of one list, and which row each document is."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["plant", "company", "city", "country"])
    writer.writerows(rows)
    mapping = MAP.format(name=name, place=place)
    capture = capture_tracker(
        written.getvalue().encode(), mapping, path=f"{name}.csv", mapping="map.toml", moment=MOMENT
    )
    read = read_tracker(capture, load_lexicon())
    return read, {document.id: rows[document.item - 1][0] for document in read.documents}


@cache
def joined():
    """Pairs of rows that the record has in one plant."""
    one = sorted({(p["plant_a"], p["owner_a"], p["city_a"], p["country_a"]) for p in labelled()})
    two = sorted({(p["plant_b"], p["operator_b"], "", p["country_b"]) for p in labelled()})
    here, rows_here = tracked("One", one, 'place = "city"')
    there, rows_there = tracked("Two", two)
    known = Known(load_lexicon().organisations, load_lexicon().localities)
    documents = [*here.documents, *there.documents]
    developments = [*here.developments, *there.developments]
    record = build_record(gather(developments, documents, known=known), developments, documents=documents, known=known)
    found = set()
    for plant in record.facilities:
        told = {citation.document for party in plant.parties for citation in party.citations}
        found |= {(rows_here[a], rows_there[b]) for a in told & rows_here.keys() for b in told & rows_there.keys()}
    return found


def of(same):
    return {(pair["plant_a"], pair["plant_b"]) for pair in labelled() if pair["same"] == same}


def test_there_are_enough_pairs_of_both_sorts():
    assert len(of("yes")) >= 100
    assert len(of("no")) >= 150


def test_near_misses_never_meet():
    assert joined() & of("no") == set()


def test_what_is_one_plant_meets():
    right = joined() & of("yes")
    wrong = joined() & of("no")

    assert len(right) / (len(right) + len(wrong)) >= 0.98
    assert len(right) / len(of("yes")) >= 0.90
