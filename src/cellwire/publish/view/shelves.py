"""The lists that can be asked for, with what each can be narrowed by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from cellwire.errors import NothingFound
from cellwire.model import GROUPS, Deal, Facility, Kind, PartyFact, Rumour, Rung, Status, Story, facts_of
from cellwire.publish.export import COMPANIES, DEALS, FACILITIES, RUMOURS, STORIES, CompanyTold, Table
from cellwire.publish.view.asking import Filter, Shelf
from cellwire.publish.view.standing import Standing, folded

Row = TypeVar("Row")
OUTCOMES = ("open", "confirmed", "denied", "undecided")
PRODUCTS = (
    "cell", "pack", "cathode", "anode", "electrolyte", "separator", "foil", "lithium", "nickel", "cobalt", "graphite",
    "recycling", "swapping", "storage", "vehicle", "equipment",
)  # fmt: skip


def _latest_first(table: Table[Row], id_of: Callable[[Row], str]) -> Callable[[Standing], Sequence[Row]]:
    """The rows in the order in which lists show them, made once for each state of the record."""

    def made(standing: Standing) -> Sequence[Row]:
        every = table.rows(standing.record, standing.stories)
        return sorted(every, key=lambda row: (-table.told(row).toordinal(), id_of(row)))

    return lambda standing: standing.once(table.name, lambda: made(standing))


def _parties(parties: Sequence[PartyFact], asked: str) -> bool:
    return any(asked == party.id or folded(asked) in folded(party.name) for party in parties)


def _since(table: Table[Row]) -> Filter[Row]:
    return Filter(
        "since",
        "only what was told on this day or later",
        lambda row, value, _: table.told(row) >= date.fromisoformat(value),
        "2022-12-11",
        is_date=True,
    )


def _named(name_of: Callable[[Row], str]) -> Filter[Row]:
    return Filter("q", "a part of the name", lambda row, value, _: folded(value) in folded(name_of(row)), "Sunderland")


def _company() -> Filter[Any]:
    return Filter(
        "company", "a company's id, or a part of its name", lambda row, value, _: _parties(row.parties, value), "catl"
    )


def _country(country_of: Callable[[Row], str | None]) -> Filter[Row]:
    return Filter("country", "ISO 3166-1 alpha-2", lambda row, value, _: (country_of(row) or "") == value.upper(), "GB")


def _kind(*kinds: Kind) -> Filter[Any]:
    return Filter(
        "kind",
        "kind of development",
        lambda row, value, _: row.kind == value,
        str(kinds[0]),
        tuple(str(kind) for kind in kinds),
    )


def _chemistry(plant: Facility, asked: str, _: Standing) -> bool:
    told = (
        support.value.text for fact in facts_of(plant) if fact.attribute == "chemistry" for support in fact.supports
    )
    return folded(asked) in {folded(each) for each in told}


def _told_with(story: Story, asked: str, standing: Standing) -> bool:
    if asked in story.companies:
        return True
    names = (thing.name for thing in standing.linked(story.companies) if not isinstance(thing, Story))
    return any(folded(asked) in folded(name) for name in names)


FACILITY_SHELF: Shelf[Facility] = Shelf(
    FACILITIES,
    _latest_first(FACILITIES, lambda plant: plant.id),
    (
        _named(lambda plant: plant.name),
        _country(lambda plant: plant.country),
        Filter(
            "status",
            "a status, or a group of them",
            lambda plant, value, _: value in (plant.status, GROUPS[plant.status]),
            "construction",
            tuple(dict.fromkeys((*Status, *GROUPS.values()))),
        ),
        Filter("product", "what it makes", lambda plant, value, _: plant.product == value, "cell", PRODUCTS),
        Filter("chemistry", "a chemistry told of it", _chemistry, "LFP"),
        _company(),
        _since(FACILITIES),
    ),
)
DEAL_SHELF: Shelf[Deal] = Shelf(
    DEALS,
    _latest_first(DEALS, lambda deal: deal.id),
    (
        _named(lambda deal: deal.name),
        _kind(Kind.SUPPLY, Kind.PARTNERSHIP, Kind.INVESTMENT),
        Filter("rung", "how binding it is", lambda deal, value, _: deal.rung == value, "mou", tuple(Rung)),
        _company(),
        _since(DEALS),
    ),
)
RUMOUR_SHELF: Shelf[Rumour] = Shelf(
    RUMOURS,
    _latest_first(RUMOURS, lambda rumour: rumour.id),
    (
        _named(lambda rumour: rumour.name),
        _kind(*Kind),
        Filter("outcome", "how it ended", lambda rumour, value, _: rumour.outcome == value, "open", OUTCOMES),
        _since(RUMOURS),
    ),
)
COMPANY_SHELF: Shelf[CompanyTold] = Shelf(
    COMPANIES,
    _latest_first(COMPANIES, lambda row: row.company.id),
    (
        _named(lambda row: row.company.name),
        _country(lambda row: row.company.country),
        _since(COMPANIES),
    ),
)
STORY_SHELF: Shelf[Story] = Shelf(
    STORIES,
    _latest_first(STORIES, lambda story: story.id),
    (
        _named(lambda story: story.headline),
        _kind(*Kind),
        Filter("company", "a company's id, or a part of its name", _told_with, "catl"),
        Filter("facility", "a plant's id", lambda story, value, _: value in story.facilities, "fac_…"),
        _since(STORIES),
    ),
)
SHELVES: tuple[Shelf[Any], ...] = (FACILITY_SHELF, DEAL_SHELF, RUMOUR_SHELF, COMPANY_SHELF, STORY_SHELF)


def shelf_named(name: str) -> Shelf[Any]:
    for shelf in SHELVES:
        if shelf.name == name:
            return shelf
    raise NothingFound(name, "no such list", f"known: {', '.join(shelf.name for shelf in SHELVES)}")
