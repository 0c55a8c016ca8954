"""Two independent lists of plants, imported as trackers: what is one plant meets, near misses never do."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

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


def plants(one, two):
    """How many plants two rows of two lists, three years apart, are: each a company, a town or nothing, a country."""
    read = [
        tracked(name, [(f"{row[0]} {row[1]}", *row)], 'place = "city"')[0] for name, row in (("A", one), ("B", two))
    ]
    documents = [replace(each.documents[0], published=date(2023 + 3 * at, 2, 1)) for at, each in enumerate(read)]
    developments = [told for each in read for told in each.developments]
    known = Known(load_lexicon().organisations, load_lexicon().localities)
    stories = gather(developments, documents, known=known)
    return len(build_record(stories, developments, documents=documents, known=known).facilities)


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        (("Envision AESC", "Douai", "FR"), ("AESC", "", "FR"), 1),  # the only one of the country that either list has
        (("InoBat - Gotion", "Surany", "SK"), ("InoBat", "", "SK"), 2),  # one company of two
        (("Volvo", "Mariestad", "SE"), ("Volvo - Northvolt", "", "SE"), 2),
        (("ACC", "Douvrin", "FR"), ("Verkor", "", "FR"), 2),
        (("FAAM", "Teverola", "IT"), ("FAAM", "Terevola", "IT"), 1),  # a slip of the pen
        (("CATL", "Erfurt", "DE"), ("CATL", "Efrurt", "DE"), 1),
        (("CATL", "Debrecen", "HU"), ("CATL", "Komarom", "HU"), 2),
        (("SVOLT", "Lauchhammer", "DE"), ("SVOLT", "Ueberherrn", "DE"), 2),
        (("Northvolt", "Skelleftea", "SE"), ("Lyten", "Skellefteå", "SE"), 1),  # bought meanwhile
        (("Northvolt", "Heide", "DE"), ("Lyten", "Skellefteå", "SE"), 2),
        (("NOVO", "Gothenburg", "SE"), ("Novo Energy", "Gothenburg", "SE"), 1),  # half of a name
        (("Morrow", "Agder", "NO"), ("Morrow", "Arendal", "NO"), 1),  # a county and its town
        (("PowerCo", "Sagunto", "ES"), ("VW", "Valencia", "ES"), 1),
        (("Basquevolt", "Vitoria-Gasteiz", "ES"), ("Basquevolt", "Alava", "ES"), 1),
    ],
)
def test_two_rows_are_one_plant_or_two(one, two, count):
    assert plants(one, two) == count


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
