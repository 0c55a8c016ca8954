"""The record as tables: facilities, deals, rumours, companies, stories."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, CompanyName, Country, Database, Format, Layout, Since
from cellwire.cli.laying import (
    COMPANY_COLUMNS,
    DEAL_COLUMNS,
    FACILITY_COLUMNS,
    RUMOUR_COLUMNS,
    STORY_COLUMNS,
    entries_of,
    named,
    print_rows,
    tells_of,
)
from cellwire.errors import BadOption
from cellwire.model import GROUPS, Company, Deal, Facility, Kind, PartyFact, Rumour, RumourOutcome, Rung, Status, Story

FACILITY_EXAMPLES = (
    "cellwire facilities",
    "cellwire facilities --country GB --status construction",
    "cellwire facilities --company AESC --as-of 2022-12-10",
    "cellwire facilities --status planned --format csv > plants.csv",
)
DEAL_EXAMPLES = (
    "cellwire deals",
    "cellwire deals --company CATL --kind supply",
    "cellwire deals --status mou --since 2022-12-11 --format jsonl",
)
RUMOUR_EXAMPLES = ("cellwire rumours", "cellwire rumours --status open")
COMPANY_EXAMPLES = ("cellwire companies", "cellwire companies --country KR --format csv")
STORY_EXAMPLES = ("cellwire stories --since 2022-12-11", "cellwire stories --kind policy --company Ford")

EMPTY = "No {} yet: nothing that was read tells of any. To read more: cellwire import news/"
NONE_THEN = "No {} by {}. Without --as-of what stands today is listed."
NO_MATCH = "None of {} {} fits. Without a filter all are listed."
ONE_MATCHES_NOT = "The only one there is does not fit. Without a filter it is listed."

_STATUSES = ", ".join(sorted({*Status, *GROUPS.values()}))
_RUNGS = ", ".join(Rung)

PlantStatus = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help=f"Only of this status or group: {_STATUSES}.")
]
DealStatus = Annotated[str | None, typer.Option("--status", metavar="RUNG", help=f"Only on this rung: {_RUNGS}.")]
Outcome = Annotated[
    str | None,
    typer.Option("--status", metavar="OUTCOME", help=f"Only with this end: {', '.join(RumourOutcome)}."),
]
OfKind = Annotated[Kind | None, typer.Option("--kind", metavar="KIND", help=f"Only of this kind: {', '.join(Kind)}.")]


def facilities(
    country: Country = None,
    company: CompanyName = None,
    status: PlantStatus = None,
    since: Since = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List plants, mines and sites with their status, capacity and start."""
    status = _known(status, {*Status, *GROUPS.values()})
    every = entries_of(db, as_of, Facility)
    found = [
        plant
        for plant in every
        if _is(country, plant.country)
        and _of_company(company, plant.parties)
        and (status is None or status in _standings(plant))
        and _told_since(since, plant.last_told)
    ]
    print_rows(found, FACILITY_COLUMNS, layout=layout, empty=_empty(every, "facilities", as_of))


def deals(
    company: CompanyName = None,
    kind: OfKind = None,
    status: DealStatus = None,
    since: Since = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List supply deals, partnerships and investments with how binding each is."""
    status = _known(status, set(Rung))
    every = entries_of(db, as_of, Deal)
    found = [
        deal
        for deal in every
        if _of_company(company, deal.parties)
        and (kind is None or deal.kind is kind)
        and _is(status, deal.rung)
        and _told_since(since, deal.last_told)
    ]
    print_rows(found, DEAL_COLUMNS, layout=layout, empty=_empty(every, "deals", as_of))


def rumours(
    company: CompanyName = None,
    status: Outcome = None,
    since: Since = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List what is reported and not owned up to, with who answered what."""
    status = _known(status, RumourOutcome)
    every = entries_of(db, as_of, Rumour)
    found = [
        rumour
        for rumour in every
        if tells_of(company, [rumour.name]) and _is(status, rumour.outcome) and _told_since(since, rumour.first_report)
    ]
    print_rows(found, RUMOUR_COLUMNS, layout=layout, empty=_empty(every, "rumours", as_of))


def companies(
    country: Country = None,
    company: CompanyName = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List companies and public bodies with what they take part in."""
    every = entries_of(db, as_of, Company)
    found = [
        one for one in every if _is(country, one.country) and (company is None or named(company, one.id, one.name))
    ]
    print_rows(found, COMPANY_COLUMNS, layout=layout, empty=_empty(every, "companies", as_of))


def stories(
    company: CompanyName = None,
    kind: OfKind = None,
    since: Since = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List the news: what several documents tell of one thing, copies of one text counted once."""
    every = entries_of(db, as_of, Story)
    found = [
        story
        for story in every
        if tells_of(company, (*story.companies, story.headline))
        and (kind is None or story.kind is kind)
        and _told_since(since, story.last_told)
    ]
    print_rows(found, STORY_COLUMNS, layout=layout, empty=_empty(every, "stories", as_of))


def _standings(plant: Facility) -> set[str]:
    """A plant is what it is as a whole, what any phase of it is, and the group of each."""
    statuses = {plant.status, *(phase.status for phase in plant.phases)}
    return {str(status) for status in statuses} | {GROUPS[status] for status in statuses}


def _is(asked: str | None, value: str | None) -> bool:
    return asked is None or (value or "").casefold() == asked.casefold()


def _of_company(asked: str | None, parties: Iterable[PartyFact]) -> bool:
    return asked is None or any(named(asked, party.id, party.name) for party in parties)


def _told_since(since: date | None, told: date) -> bool:
    return since is None or told >= since


def _known(asked: str | None, words: Iterable[str]) -> str | None:
    """The word as the tables have it, however large its letters are."""
    known = sorted(map(str, words))
    if asked is not None and asked.casefold() not in known:
        raise BadOption(f"--status {asked}", "is no status", f"known: {', '.join(known)}")
    return asked and asked.casefold()


def _empty(every: tuple[object, ...], what: str, as_of: date | None) -> str:
    if every:
        return NO_MATCH.format(len(every), what) if len(every) > 1 else ONE_MATCHES_NOT
    return NONE_THEN.format(what, as_of) if as_of else EMPTY.format(what)
