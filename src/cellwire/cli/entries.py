"""One entry of the record as a person reads it: values with their quotes, disagreements side by side, history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cellwire.model import Citation, Company, Deal, Entry, Facility, Fact, PartyFact, Rumour, Story

Thing = Facility | Deal | Rumour | Company | Story
Titles = Mapping[str, str]


def title(thing: Thing) -> str:
    return thing.headline if isinstance(thing, Story) else thing.name


def print_entry(console: Console, thing: Thing, titles: Titles) -> None:
    console.print(Text.assemble((title(thing), "bold"), "  ", (thing.id, "dim")), soft_wrap=True)
    match thing:
        case Facility():
            _print_facility(console, thing)
        case Deal():
            _line(console, f"{thing.kind}, {thing.rung}; told {thing.first_told} to {thing.last_told}")
            _print_parties(console, thing.parties)
            _print_facts(console, thing.facts)
            _print_timeline(console, thing.timeline)
        case Rumour():
            _print_rumour(console, thing)
        case Company():
            _line(console, ", ".join(filter(None, (thing.country, "" if thing.known else "not in the lexicon"))))
        case Story():
            _print_story(console, thing)
    for name, ids in _links(thing):
        _print_links(console, name, ids, titles)


def _links(thing: Thing) -> list[tuple[str, tuple[str, ...]]]:
    """The entries it leads to, by the name of the slot."""
    own: tuple[str, ...]
    match thing:
        case Company():
            own = ("facilities", "deals", "partners", "stories")
        case Story():
            own = ("facilities", "companies")
        case _:
            own = ("stories",)
    return [(name, getattr(thing, name)) for name in own]


def _print_facility(console: Console, plant: Facility) -> None:
    where = ", ".join(filter(None, (plant.place, plant.country)))
    said = [where, plant.product or "", str(plant.status), f"told {plant.first_told} to {plant.last_told}"]
    _line(console, "; ".join(filter(None, said)))
    _print_parties(console, plant.parties)
    for phase in plant.phases:
        inferred = " (inferred: no source says so)" if phase.inferred else ""
        _head(console, f"{phase.label or 'the plant'}: {phase.status}{inferred}", phase.because)
        _print_facts(console, phase.facts)
        _print_timeline(console, phase.timeline)
    if plant.facts:
        _head(console, "as a whole")
        _print_facts(console, plant.facts)


def _print_rumour(console: Console, rumour: Rumour) -> None:
    due = f"; answer due {rumour.due}" if rumour.due else ""
    _line(console, f"{rumour.kind}; {rumour.outcome}; first reported {rumour.first_report}{due}")
    _head(console, "carried by")
    for carrier in rumour.carriers:
        _cite(console, carrier, indent=4)
    if rumour.answers:
        _head(console, "answers")
    for answer in rumour.answers:
        _line(console, f"  {answer.party.name}: {answer.modality} ({answer.said})")
        _cite(console, answer.citation, indent=6)


def _print_story(console: Console, story: Story) -> None:
    _line(console, f"{story.kind}, {story.stage}; told {story.first_told} to {story.last_told}")
    copies = sum(len(origin.documents) for origin in story.origins)
    _line(console, f"documents: {copies}, independent texts: {len(story.origins)}")
    for reason in story.because:
        _line(console, f"joined: {reason}")


def _print_parties(console: Console, parties: Iterable[PartyFact]) -> None:
    for party in parties:
        _line(console, f"{party.role}: {party.name} ({party.id})")
        for citation in party.citations:
            _cite(console, citation, indent=4)


def _print_facts(console: Console, facts: Iterable[Fact]) -> None:
    for fact in facts:
        disputed = " (disputed)" if fact.conflict else ""
        console.print(
            Text.assemble("  ", (_words(fact.attribute), "cyan"), ": ", (fact.value.text, "bold"), (disputed, "red")),
            soft_wrap=True,
        )
        if len(fact.supports) > 1:
            console.print(_side_by_side(fact))
            _line(console, f"  chosen: {fact.rule}")
        else:
            for citation in fact.supports[0].citations:
                _cite(console, citation, indent=4)


def _side_by_side(fact: Fact) -> Table:
    """Every value told, the chosen one first, each over the words of all who say so."""
    table = Table(box=None, pad_edge=True, padding=(0, 2), show_edge=False, header_style="bold")
    for support in fact.supports:
        table.add_column(support.value.text, overflow="fold", vertical="top")
    table.add_row(
        *(f"{_texts(support.origins)}\n" + "\n".join(map(_citation, support.citations)) for support in fact.supports)
    )
    return table


def _texts(origins: int) -> str:
    return "1 text" if origins == 1 else f"{origins} independent texts"


def _print_timeline(console: Console, timeline: Iterable[Entry]) -> None:
    entries = list(timeline)
    if entries:
        _line(console, "history")
    for entry in entries:
        when = entry.when or "no date"
        how = "happened" if entry.milestone else f"scheduled, as said on {entry.said}"
        _line(console, f"  {when}  {_words(entry.what)}  ({how})")
        _cite(console, entry.citation, indent=6)


def _print_links(console: Console, name: str, ids: Iterable[str], titles: Titles) -> None:
    for place, id in enumerate(ids):
        if place == 0:
            _head(console, name)
        _line(console, f"  {id}  {titles.get(id, '')}".rstrip())


def _head(console: Console, words: str, why: str = "") -> None:
    console.print(Text.assemble("\n", (words, "bold"), (f"  ({why})" if why else "", "dim")), soft_wrap=True)


def _line(console: Console, words: str) -> None:
    if words:
        console.print(f"  {words}", markup=False, soft_wrap=True)


def _cite(console: Console, citation: Citation, *, indent: int) -> None:
    console.print(Text(" " * indent + _citation(citation), "dim"), soft_wrap=True)


def _citation(citation: Citation) -> str:
    where = ", ".join(filter(None, (citation.outlet, str(citation.published or ""), citation.url or "")))
    return f"“{citation.quote}” {where}"


def _words(attribute: str) -> str:
    return attribute.replace("_", " ").replace(".", ", ")
