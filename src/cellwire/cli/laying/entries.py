"""One entry of the record as a person reads it: values with their quotes, disagreements side by side, history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cellwire.cli.laying.columns import in_brief
from cellwire.cli.laying.standing import Telling
from cellwire.cli.laying.tables import print_laid
from cellwire.cli.printing import field_words, quoted
from cellwire.model import (
    Citation,
    Company,
    Deal,
    Document,
    Entity,
    Entry,
    Facility,
    Fact,
    Form,
    PartyFact,
    Rumour,
    Slip,
    Story,
    changes_between_versions,
    citations_of,
    slip_chart,
    standing_of,
    title_of,
)

MOST_QUOTES = 2  # of one value, unless all are asked for


@dataclass(frozen=True, slots=True)
class _Page:
    """Where an entry is printed: sources are numbered once and listed last."""

    console: Console
    numbers: Mapping[str, int]  # by document
    most: int | None = None  # quotes of one value; `None`: all of them

    def line(self, words: str) -> None:
        if words:
            self.console.print(f"  {words}", markup=False, soft_wrap=True)

    def head(self, words: str, why: str = "") -> None:
        self.console.print(Text.assemble("\n", (words, "bold"), (f"  ({why})" if why else "", "dim")), soft_wrap=True)

    def cite(self, citation: Citation, *, indent: int) -> None:
        self.console.print(Text(" " * indent + self.quote(citation), "dim"), soft_wrap=True)

    def cite_all(self, citations: Sequence[Citation], *, indent: int) -> None:
        for line in self.quotes(citations):
            self.console.print(Text(" " * indent + line, "dim"), soft_wrap=True)

    def quotes(self, citations: Sequence[Citation]) -> list[str]:
        """The first of them, copies of one text last, and how many there are besides."""
        once = {citation.origin: citation for citation in reversed(citations)}
        order = sorted(citations, key=lambda citation: once[citation.origin] is not citation)
        kept = order if self.most is None else order[: self.most]
        left = len(order) - len(kept)
        return [*map(self.quote, kept), *([f"and {left} more: --quotes prints them"] if left else [])]

    def quote(self, citation: Citation) -> str:
        words = " ".join(citation.quote.split())  # a row of a tracker has a line a cell
        return f"“{words}” [{self.numbers[citation.document]}]"


def print_entry(console: Console, thing: Entity, near: Mapping[str, Entity], *, all_quotes: bool = False) -> None:
    """An entry with all that is told of it; `near` holds the entries it leads to, by id."""
    sources = {citation.document: citation for citation in citations_of(thing)}
    numbers = {document: number for number, document in enumerate(sources, 1)}
    page = _Page(console, numbers, None if all_quotes else MOST_QUOTES)
    console.print(Text.assemble((title_of(thing), "bold"), "  ", (thing.id, "dim")), soft_wrap=True)
    match thing:
        case Facility():
            _print_facility(page, thing)
        case Deal():
            page.line(f"{thing.kind}, {thing.rung}; {_told(thing)}")
            _print_parties(page, thing.parties)
            _print_slips(page, slip_chart(thing))
            _print_facts(page, thing.facts)
            _print_timeline(page, thing.timeline)
        case Rumour():
            _print_rumour(page, thing)
        case Company():
            _print_company(page, thing, near)
        case Story():
            _print_story(page, thing)
    for name, ids in _links(thing):
        _print_links(page, name, [near[id] for id in ids if id in near])
    _print_sources(page, sources.values())


def print_tellings(console: Console, tellings: Iterable[Telling]) -> None:
    """What each document tells, with the sentence that tells it."""
    page = _Page(console, {})
    page.head("told by")
    for document, told in tellings:
        day = document.published or "no date"
        outlet = document.outlet or document.path or document.id
        page.line(f"  {day}  {outlet}: {told.stage}, {told.certainty}{_kept(document)}")
        page.line(f"      {quoted(told.quote, words=25)}")
        page.line(f"      {document.url}" if document.url else "")
        page.line(f"      {how_found(document)}")


def print_also(console: Console, texts: Iterable[tuple[Document, str]]) -> None:
    """Texts of which nothing is read for the story, with the reason why they are about the same."""
    page = _Page(console, {})
    page.head("also about this", "by the words they open with; the record learns nothing from them")
    for document, because in texts:
        outlet = document.outlet or document.path or document.id
        page.line(f"  {document.told or 'no date'}  {outlet}: {quoted(document.title, words=25)}")
        page.line(f"      {because}")
        page.line(f"      {document.url}" if document.url else "")


def _kept(document: Document) -> str:
    """What there was to read of it, where that was not the whole or is not for all."""
    teaser = ", of which only the first lines can be read" if document.form is Form.TEASER else ""
    return f"{teaser}, behind a paywall" if document.paid else teaser


def how_found(document: Document) -> str:
    """Where each thing that a document says of itself was found, for whoever doubts a date or a name."""
    changed = (f"changed {document.modified}",) if document.modified else ()
    return "found: " + "; ".join((*(f"{name} ({how})" for name, how in document.found.told().items()), *changed))


def print_versions(console: Console, pairs: Iterable[tuple[Document, Document]]) -> None:
    """What the articles' later versions tell otherwise than those before; nothing where they tell the same."""
    page = _Page(console, {})
    changed = [(old, new, said) for old, new in pairs if (said := changes_between_versions(old, new))]
    if changed:
        page.head("changed since it was first captured")
    for old, new, said in changed:
        moments = " → ".join(f"{each.captured:%Y-%m-%d %H:%M}" for each in (old, new) if each.captured)
        page.line(f"  {new.outlet or new.path or new.id}, {moments}")
        for change in said:
            page.line(f"      {change}")


def _links(thing: Entity) -> list[tuple[str, tuple[str, ...]]]:
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


def linked(thing: Entity) -> list[str]:
    """Ids of all entries that are named where this one is printed."""
    owners = [stake.owner for stake in thing.owners] if isinstance(thing, Company) else []
    return [*owners, *(id for _, ids in _links(thing) for id in ids)]


def _print_facility(page: _Page, plant: Facility) -> None:
    where = ", ".join(filter(None, (plant.place, plant.country)))
    said = [where, plant.product or "", standing_of(plant), _told(plant)]
    page.line("; ".join(filter(None, said)))
    _print_parties(page, plant.parties)
    _print_slips(page, slip_chart(plant))
    for phase in plant.phases:
        page.head(f"{phase.label or 'the plant'}: {standing_of(phase)}", phase.because)
        _print_facts(page, phase.facts)
        _print_timeline(page, phase.timeline)
    if plant.facts:
        page.head("as a whole")
        _print_facts(page, plant.facts)
    if plant.because or plant.doubts:
        page.head("why this is one plant")
    for reason in plant.because:
        page.line(f"  joined: {reason}")
    for doubt in plant.doubts:
        page.line(f"  open: may also be {doubt.other} ({doubt.reason}); cellwire review asks")


def _told(thing: Facility | Deal | Story) -> str:
    once = thing.first_told == thing.last_told
    return f"told {thing.first_told}" if once else f"told {thing.first_told} to {thing.last_told}"


def _print_rumour(page: _Page, rumour: Rumour) -> None:
    due = f"; answer due {rumour.due}" if rumour.due else ""
    page.line(f"{rumour.kind}; {rumour.outcome}; first reported {rumour.first_report}{due}")
    page.line(f"judged by {rumour.because}" if rumour.because else "")
    page.head("carried by")
    for carrier in rumour.carriers:
        page.cite(carrier, indent=4)
    if rumour.answers:
        page.head("answers")
    for answer in rumour.answers:
        page.line(f"  {answer.party.name}: {answer.modality} ({answer.said})")
        page.cite(answer.citation, indent=6)


def _print_company(page: _Page, company: Company, near: Mapping[str, Entity]) -> None:
    page.line(", ".join(filter(None, (company.country, "" if company.known else "not in the lexicon"))))
    for former in company.former:
        page.line(f"until {former.until}: {former.name}")
    for stake in company.owners:
        share = f" {stake.share:g} %" if stake.share is not None else ""
        days = "".join(f", {word} {day}" for word, day in (("since", stake.since), ("until", stake.until)) if day)
        owner = title_of(near[stake.owner]) if stake.owner in near else stake.owner
        page.line(f"owned by {owner}{share}{days}")


def _print_story(page: _Page, story: Story) -> None:
    page.line(f"{story.kind}, {story.stage}; {_told(story)}")
    copies = sum(len(origin.documents) for origin in story.origins)
    page.line(f"documents: {copies}, independent texts: {len(story.origins)}")
    for reason in story.because:
        page.line(f"joined: {reason}")


def _print_parties(page: _Page, parties: Iterable[PartyFact]) -> None:
    for party in parties:
        page.line(f"{party.role}: {party.name} ({party.id})")
        page.cite_all(party.citations, indent=4)


def _print_facts(page: _Page, facts: Iterable[Fact]) -> None:
    for fact in facts:
        disputed = " (disputed)" if fact.conflict else ""
        said = (field_words(fact.attribute), "cyan"), ": ", (fact.value.text, "bold"), (disputed, "red")
        page.console.print(Text.assemble("  ", *said), soft_wrap=True)
        if fact.conflict:
            page.console.print(_side_by_side(page, fact))
        else:
            page.cite_all(fact.supports[0].citations, indent=4)
        if len(fact.supports) > 1:
            others = "; ".join(f"{support.value.text} ({_texts(support.origins)})" for support in fact.supports[1:])
            page.line(f"  chosen: {fact.rule}" + ("" if fact.conflict else f"; also told: {others}"))


def _print_slips(page: _Page, slips: Sequence[Slip]) -> None:
    """The slip chart: what was told over time, each value with its day and who says it; a star marks the chosen."""
    told = Counter((slip.phase, slip.attribute) for slip in slips)
    moved = [slip for slip in slips if told[slip.phase, slip.attribute] > 1]
    if not moved:
        return
    page.head("told over time", "* the record goes by this")
    rows = []
    before = None
    for slip in moved:
        name = " ".join(filter(None, (slip.phase, field_words(slip.attribute))))
        mark = "*" if slip.chosen else ""
        told_by = f"{_texts(slip.texts)}, first {slip.citation.by} [{page.numbers[slip.citation.document]}]"
        rows.append((name if name != before else "", str(slip.said), slip.value.text + mark, slip.change, told_by))
        before = name
    print_laid(rows, heads=[""] * len(rows[0]), indent=2)


def _side_by_side(page: _Page, fact: Fact) -> Table:
    """Every value told, the chosen one first, each over the words of all who say so."""
    table = Table(box=None, pad_edge=True, padding=(0, 2), show_edge=False, header_style="bold")
    for support in fact.supports:
        table.add_column(support.value.text, overflow="fold", vertical="top")
    table.add_row(
        *(f"{_texts(support.origins)}\n" + "\n".join(page.quotes(support.citations)) for support in fact.supports)
    )
    return table


def _texts(origins: int) -> str:
    return "1 text" if origins == 1 else f"{origins} independent texts"


def _print_timeline(page: _Page, timeline: Iterable[Entry]) -> None:
    entries = list(timeline)
    if entries:
        page.line("history")
    for entry in entries:
        when = entry.when or "no date"
        how = "happened" if entry.milestone else f"scheduled, as said on {entry.said}"
        page.line(f"  {when}  {field_words(entry.what)}  ({how})")
        page.cite(entry.citation, indent=6)


def _print_links(page: _Page, name: str, things: Sequence[Entity]) -> None:
    if not things:
        return
    page.head(name)
    rows = [(thing.id, *in_brief(thing)) for thing in things]
    print_laid(rows, heads=[""] * len(rows[0]), indent=2)


def _print_sources(page: _Page, sources: Iterable[Citation]) -> None:
    for number, source in enumerate(sources, 1):
        if number == 1:
            page.head("sources")
        told = str(source.published) if source.published else f"captured {source.captured}"
        said = (source.outlet, told, source.title, source.url or "")
        page.line(f"  [{number}] " + ", ".join(filter(None, said)))
