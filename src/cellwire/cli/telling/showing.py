"""`cellwire show`: one entry of the record with every value, who says so, in which words, and how it came about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, Database
from cellwire.cli.laying import (
    also_told_of,
    entries_by_id,
    entries_named,
    linked,
    merged_into,
    named,
    print_also,
    print_entry,
    print_tellings,
    print_versions,
    rejected,
    state_of,
    tellings_of,
    versions_told,
)
from cellwire.cli.printing import out
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Entity, Judgement, Record, Rumour, Story, title_of

EXAMPLES = (
    "cellwire show Sunderland",
    "cellwire show catl",
    "cellwire show ID --as-of 2022-12-10",
    "cellwire show ID --json",
    "cellwire show ID --also",
)
CLOSE = 8  # names that are offered where several fit


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id from one of the tables, or a part of a name.")],
    json_: Annotated[bool, typer.Option("--json", help="The whole entry as JSON.")] = False,
    quotes: Annotated[bool, typer.Option("--quotes", help="Every quote of every value, not the first two.")] = False,
    also: Annotated[bool, typer.Option("--also", help="Of a story, other texts about it, by their words.")] = False,
    as_of: AsOf = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Show one plant, deal, rumour, company or story: facts with quotes, conflicts side by side, history."""
    if not id.strip():
        raise BadOption("ID", "is empty", "give an id, or a part of a name")
    thing, near = _thing(db, id, as_of)
    if json_:
        from cellwire.publish import jsonable

        print(json.dumps(jsonable(thing), ensure_ascii=False, indent=2))
    else:
        print_entry(out(), thing, near, all_quotes=quotes)
        if isinstance(thing, Story):
            print_tellings(out(), tellings_of(db, thing))
            print_versions(out(), versions_told(db, thing))
            if also:
                print_also(out(), also_told_of(db, thing, as_of))


def _thing(db: str, asked: str, as_of: date | None) -> tuple[Entity, dict[str, Entity]]:
    """The entry that is asked for, with those it leads to; of what stands no other is read."""
    if as_of is None:
        found = entries_by_id(db, [asked]).get(asked) or _found(db, asked)
        return found, entries_by_id(db, linked(found))
    things = entries(*state_of(db, as_of))
    return find(asked, things), {each.id: each for each in things}


def _found(db: str, asked: str) -> Entity:
    """The entry by its name; of what was rejected or merged it is said who did, and how that is taken back."""
    try:
        return find(asked, entries_named(db, asked))
    except NothingFound:
        if judged := rejected(db, asked):
            raise _decided(asked, "rejected", judged) from None
        if merged := merged_into(db, asked):
            judged, entries = merged
            into = " or ".join(f"{entry.id} ({title_of(entry)})" for entry in entries) or f"what is {judged.other}"
            raise _decided(asked, f"merged into {into}", judged) from None
        raise


def _decided(asked: str, what: str, judged: Judgement) -> NothingFound:
    way_out = f"take it back with: cellwire judge undo {judged.id} --why … --author …"
    return NothingFound(asked, f"was {what} by {judged.author} ({judged.reason})", way_out)


def find(asked: str, things: Sequence[Entity]) -> Entity:
    """The entry with this id; else the only one with this in its name. Several: refused with their ids."""
    for thing in things:
        if thing.id == asked:
            return thing
    fitting = [thing for thing in things if not isinstance(thing, Story) and named(asked, thing.id, title_of(thing))]
    exact = [thing for thing in fitting if title_of(thing).casefold() == asked.casefold()]
    # A rumour is named after the plant or deal it is about, and found through it.
    match exact or [thing for thing in fitting if not isinstance(thing, Rumour)] or fitting:
        case [only]:
            return only
        case []:
            raise NothingFound(asked, "no entry of the record has this id or name", "list them: cellwire facilities")
        case several:
            offered = "; ".join(f"{thing.id} ({title_of(thing)})" for thing in several[:CLOSE])
            more = f"; and {len(several) - CLOSE} more" if len(several) > CLOSE else ""
            problem = f"{len(several)} entries have this in their names"
            raise NothingFound(asked, problem, f"name one by id: {offered}{more}")


def entries(record: Record, stories: Iterable[Story]) -> list[Entity]:
    return [*record.facilities, *record.deals, *record.rumours, *record.companies, *stories]
