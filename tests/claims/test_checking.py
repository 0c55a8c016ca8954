"""The check bites: a value that its words do not say is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec import structs

from cellwire.claims import read_developments, unsupported
from cellwire.lexicon import load_lexicon
from cellwire.model import Development, PartialDate, Place, Qualifier, Span
from claims.telling import document, only

TEXT = (
    "Voltaryn will build a 12.5 GWh LFP battery cell plant in Szolnok, Hungary, for up to €900 million, "
    "which will employ 400 people and open in early 2026."
)
OPENED = document(TEXT)
Bug = Callable[[Development], Development]


def told() -> Development:
    return only("facility", read_developments(OPENED, load_lexicon()))


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def place(development: Development) -> Place:
    assert development.place
    return development.place


def capacity(**change: object) -> Bug:
    return lambda told: replace(told, capacity=tuple(structs.replace(each, **change) for each in told.capacity))  # type: ignore[arg-type]


def money(**change: object) -> Bug:
    return lambda told: replace(told, money=tuple(structs.replace(each, **change) for each in told.money))  # type: ignore[arg-type]


def dates(**change: object) -> Bug:
    return lambda told: replace(told, dates=tuple(structs.replace(each, **change) for each in told.dates))  # type: ignore[arg-type]


def party(**change: object) -> Bug:
    return lambda told: replace(told, parties=tuple(structs.replace(each, **change) for each in told.parties))  # type: ignore[arg-type]


BUGS: dict[str, Bug] = {
    "another number": capacity(value=125.0),
    "another unit": capacity(unit="t/yr"),
    "a year that nobody says": capacity(per_year_said=True),
    "another hedge": capacity(qualifier=Qualifier.AT_LEAST),
    "half a number": capacity(value=5.0, span=at("5 GWh")),
    "another sum": money(amount=9e8 + 1),
    "another currency": money(currency="USD"),
    "a sum without its hedge": money(span=at("€900 million")),
    "the words beside the sum": money(span=at("which will")),
    "another date": dates(date=PartialDate("2027")),
    "more precise than said": dates(date=PartialDate("2026-01")),
    "a part of the year that nobody says": dates(part="late"),
    "another company": party(id="catl", name="CATL"),
    "a company somewhere else": party(span=at("Szolnok")),
    "another place": lambda told: replace(told, place=structs.replace(place(told), id="hu-debrecen", name="Debrecen")),
    "another country": lambda told: replace(told, country="SK"),
    "a word that is no product": lambda told: replace(told, product=structs.replace(told.product, span=at("will"))),  # type: ignore[type-var]
    "another chemistry": lambda told: replace(
        told, chemistry=tuple(structs.replace(c, name="NMC") for c in told.chemistry)
    ),
    "outside the document": lambda told: replace(told, evidence=Span(0, len(TEXT) + 1)),
    "another document's": lambda told: replace(told, document="other"),
    "a quote that is not there": lambda told: replace(told, quote="Voltaryn will not invest."),
}


def test_what_the_words_say_passes() -> None:
    assert unsupported(told(), OPENED, load_lexicon()) == []


@pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS)
def test_what_the_words_do_not_say_is_named(bug: Bug) -> None:
    planted = bug(told())

    assert planted != told()
    assert unsupported(planted, OPENED, load_lexicon())


def test_a_quote_may_begin_or_end_inside_a_link() -> None:
    opened = document(
        "Samsung [SDI](https://example.org) will build a **12 [GWh](https://example.org)** battery plant in Göd."
    )
    [told] = read_developments(opened, load_lexicon())

    assert [each.value for each in told.capacity] == [12]
    assert unsupported(told, opened, load_lexicon()) == []


def test_a_name_may_leave_out_the_place_that_the_text_names_once() -> None:
    opened = document(
        "Gansu Ruihe signed a lease in Lanzhou. Ruihe will build a 12 GWh LFP battery cell plant in Lanzhou, China."
    )
    told = only("facility", read_developments(opened, load_lexicon()))
    words = [(party.name, party.span.cut(opened.text)) for party in told.parties]

    assert ("Gansu Ruihe", "Ruihe") in words
    assert unsupported(told, opened, load_lexicon()) == []
    assert unsupported(
        replace(told, parties=(structs.replace(told.parties[0], name="Gansu Kerui"),)), opened, load_lexicon()
    )
