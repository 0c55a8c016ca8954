"""Lists are read a page at a time: filtered, in one order, each entry once."""

from datetime import date

import pytest

from cellwire.db import (
    Filter,
    Readings,
    add_readings,
    list_claims,
    list_companies,
    list_deals,
    list_facilities,
    list_rumours,
    list_stories,
    load_developments,
    load_documents,
    open_store,
    replace_record,
)
from cellwire.errors import BadOption
from cellwire.model import Capture
from cellwire.record import build_record
from cellwire.stories import gather
from factories import development, document, named, party

TOWNS = ("Sunderland", "Debrecen", "Győr", "Sines", "Ningde", "Douai")
EVERYTHING = Filter()
LISTS = (list_facilities, list_deals, list_stories, list_rumours, list_companies, list_claims)


def readings():
    for number, town in enumerate(TOWNS):
        one = document(
            f"CATL builds a cell plant in {town} with Ford.", published=f"2022-12-{number + 1:02}", outlet=town
        )
        plant = development(
            one,
            "facility",
            "operating" if number % 2 else "construction",
            parties=[party(one, "CATL"), *([party(one, "Ford", "partner")] if number < 2 else [])],
            where=town,
            product=named(one, "cell", "cell"),
        )
        yield one, [plant]
    two = document("Chery weighs buying from Huawei.", published="2022-12-20")
    sides = [party(two, "Chery", "customer"), party(two, "Huawei", "supplier")]
    yield two, [development(two, "supply", "considered", parties=sides, certainty="reported", modality="reported")]


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        told = list(readings())
        add_readings(
            opened,
            [
                Readings(
                    Capture("file", None, one.id, one.captured, "text/plain", one.text.encode()), (one,), tuple(made)
                )
                for one, made in told
            ],
        )
        documents, developments = load_documents(opened), load_developments(opened)
        stories = gather(developments, documents)
        replace_record(opened, stories, build_record(stories, developments, documents=documents))
        yield opened


def every(store, listed, asked=EVERYTHING, size=2):
    rows, after = [], None
    while True:
        page = listed(store, asked, after=after, limit=size)
        rows += page.rows
        after = page.after
        if after is None:
            assert page.total == len(rows)
            return rows


@pytest.mark.parametrize("listed", LISTS)
def test_pages_of_any_size_hold_each_entry_once_in_one_order(store, listed):
    whole = listed(store).rows

    assert len({one.id for one in whole}) == len(whole) > 0
    assert [tuple(every(store, listed, size=size)) for size in (1, 2, 5)] == [whole] * 3


@pytest.mark.parametrize(
    ("listed", "asked", "count"),
    [
        (list_facilities, Filter(country="HU"), 2),
        (list_facilities, Filter(status="construction"), 3),
        (list_facilities, Filter(status="planned"), 3),
        (list_facilities, Filter(status="planned", country="HU"), 1),
        (list_facilities, Filter(company="Ford"), 2),
        (list_facilities, Filter(company="catl", since=date(2022, 12, 5)), 2),
        (list_facilities, Filter(name="gyor"), 1),
        (list_facilities, Filter(name="100%"), 0),
        (list_deals, Filter(kind="supply", status="talks"), 1),
        (list_deals, Filter(company="Ford"), 0),
        (list_rumours, Filter(company="Huawei"), 1),
        (list_rumours, Filter(status="denied"), 0),
        (list_stories, Filter(kind="facility", company="CATL"), 6),
        (list_companies, Filter(company="ch"), 1),
        (list_claims, Filter(kind="supply"), 1),
        (list_claims, Filter(company="CATL", status="operating"), 3),
    ],
)
def test_a_page_holds_what_was_asked_for(store, listed, asked, count):
    assert len(every(store, listed, asked)) == count


def test_the_last_told_come_first(store):
    days = [plant.last_told for plant in list_facilities(store).rows]

    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("given", [{"after": "nonsense"}, {"limit": 0}, {"asked": Filter(product="cell")}])
def test_what_a_list_cannot_be_asked_is_refused(store, given):
    with pytest.raises(BadOption):
        list_deals(store, **given)
