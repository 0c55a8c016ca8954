"""The lists that can be asked for, with what each can be narrowed by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from cellwire.errors import BadOption, NothingFound
from cellwire.model import (
    DEAL_KINDS,
    GROUPS,
    Deal,
    Facility,
    Kind,
    Rumour,
    RumourOutcome,
    Rung,
    Status,
    Story,
    facts_of,
    slip_chart,
)
from cellwire.publish.export import COMPANIES, DEALS, FACILITIES, RUMOURS, STORIES, CompanyTold, Table
from cellwire.publish.view.asking import Filter, Shelf, Test
from cellwire.publish.view.standing import Standing, folded

Row = TypeVar("Row")
BOX = "write it as south,west,north,east: 45,15,50,25"
DELAYED = "delayed"
PRODUCTS = (
    "cell", "pack", "cathode", "anode", "electrolyte", "separator", "foil", "lithium", "nickel", "cobalt", "graphite",
    "recycling", "swapping", "storage", "vehicle", "equipment",
)  # fmt: skip


def _told_on(table: Table[Row], day: date) -> Test[Row]:
    return lambda row: table.told(row) >= day


def _since(table: Table[Row]) -> Filter[Row]:
    return Filter(
        "since",
        "only what was told on this day or later",
        lambda value, _: _told_on(table, date.fromisoformat(value)),
        "2022-12-11",
        is_date=True,
    )


def _holds(name_of: Callable[[Row], str], words: str) -> Test[Row]:
    return lambda row: words in folded(name_of(row))


def _named(name_of: Callable[[Row], str]) -> Filter[Row]:
    return Filter("q", "a part of the name", lambda value, _: _holds(name_of, folded(value)), "Sunderland")


def _is(value_of: Callable[[Row], str | None], value: str) -> Test[Row]:
    return lambda row: (value_of(row) or "") == value


def _company() -> Filter[Any]:
    def test(asked: str, _: Standing) -> Test[Any]:
        words = folded(asked)
        return lambda row: any(asked == party.id or words in folded(party.name) for party in row.parties)

    return Filter("company", "a company's id, or a part of its name", test, "catl")


def _country(country_of: Callable[[Row], str | None]) -> Filter[Row]:
    def test(asked: str, _: Standing) -> Test[Row]:
        codes = {each.strip().upper() for each in asked.split(",")}
        return lambda row: country_of(row) in codes

    return Filter("country", "ISO 3166-1 alpha-2, several with commas between", test, "GB")


def _kind(*kinds: Kind) -> Filter[Any]:
    words = tuple(str(kind) for kind in kinds)
    return Filter("kind", "kind of development", lambda value, _: _is(lambda row: row.kind, value), words[0], words)


def _of_status(asked: str, standing: Standing) -> Test[Facility]:
    if asked == DELAYED:
        late = standing.once(DELAYED, lambda: {plant.id for plant in standing.record.facilities if _is_late(plant)})
        return lambda plant: plant.id in late
    return lambda plant: asked in (plant.status, GROUPS[plant.status])


def _is_late(plant: Facility) -> bool:
    """Not open yet, and said to be delayed or dated later than it was before."""
    if GROUPS[plant.status] not in ("speculative", "planned", "stalled"):
        return False
    steps = (step.what for phase in plant.phases for step in phase.timeline if step.milestone)
    if DELAYED in steps:
        return True
    if not any(len(fact.supports) > 1 for fact in facts_of(plant)):
        return False
    return any(slip.chosen and slip.change.endswith(" later") for slip in slip_chart(plant))


def _chemistry(asked: str, _: Standing) -> Test[Facility]:
    word = folded(asked)
    return lambda plant: any(
        folded(support.value.text) == word
        for fact in facts_of(plant)
        if fact.attribute == "chemistry"
        for support in fact.supports
    )


def _told_with(asked: str, standing: Standing) -> Test[Story]:
    words = folded(asked)
    named = {asked, *(each.id for each in standing.record.companies if words in folded(each.name))}
    return lambda story: not named.isdisjoint(story.companies)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world, in degrees."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def of(cls, written: str) -> Box:
        try:
            south, west, north, east = (float(each) for each in written.split(","))
        except ValueError as problem:
            raise BadOption("box", f"{written!r} is no part of the world", BOX) from problem
        if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):
            raise BadOption("box", f"{written!r} is no part of the world", BOX)
        return cls(south, west, north, east)

    def holds(self, plant: Facility) -> bool:
        if plant.lat is None or plant.lon is None:
            return False
        return self.south <= plant.lat <= self.north and self.west <= plant.lon <= self.east


FACILITY_SHELF: Shelf[Facility] = Shelf(
    FACILITIES,
    (
        _named(lambda plant: plant.name),
        _country(lambda plant: plant.country),
        Filter(
            "status",
            "a status, a group of them, or delayed: not open yet, and later than was said before",
            _of_status,
            "construction",
            tuple(dict.fromkeys((*Status, *GROUPS.values(), DELAYED))),
        ),
        Filter("product", "what it makes", lambda value, _: _is(lambda plant: plant.product, value), "cell", PRODUCTS),
        Filter("chemistry", "a chemistry told of it", _chemistry, "LFP"),
        _company(),
        Filter(
            "box",
            "south, west, north and east of it in degrees",
            lambda value, _: Box.of(value).holds,
            "45,15,50,25",
            form=r"^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$",
        ),
        _since(FACILITIES),
    ),
)
DEAL_SHELF: Shelf[Deal] = Shelf(
    DEALS,
    (
        _named(lambda deal: deal.name),
        _kind(*DEAL_KINDS),
        Filter("rung", "how binding it is", lambda value, _: _is(lambda deal: deal.rung, value), "mou", tuple(Rung)),
        _company(),
        _since(DEALS),
    ),
)
RUMOUR_SHELF: Shelf[Rumour] = Shelf(
    RUMOURS,
    (
        _named(lambda rumour: rumour.name),
        _kind(*Kind),
        Filter(
            "outcome",
            "how it ended",
            lambda value, _: _is(lambda rumour: rumour.outcome, value),
            "open",
            tuple(RumourOutcome),
        ),
        _since(RUMOURS),
    ),
)
COMPANY_SHELF: Shelf[CompanyTold] = Shelf(
    COMPANIES,
    (
        _named(lambda row: row.company.name),
        _country(lambda row: row.company.country),
        _since(COMPANIES),
    ),
)
STORY_SHELF: Shelf[Story] = Shelf(
    STORIES,
    (
        _named(lambda story: story.headline),
        _kind(*Kind),
        Filter("company", "a company's id, or a part of its name", _told_with, "catl"),
        Filter("facility", "a plant's id", lambda value, _: lambda story: value in story.facilities, "fac_…"),
        _since(STORIES),
    ),
)
SHELVES: tuple[Shelf[Any], ...] = (FACILITY_SHELF, DEAL_SHELF, RUMOUR_SHELF, COMPANY_SHELF, STORY_SHELF)


def shelf_named(name: str) -> Shelf[Any]:
    for shelf in SHELVES:
        if shelf.name == name:
            return shelf
    raise NothingFound(name, "no such list", f"known: {', '.join(shelf.name for shelf in SHELVES)}")
