"""Whose a figure is: one that its own sentence gives to another company, place or whole is not printed.

Reading attaches a figure to the plant or deal that a text tells of; where a text tells of several, that is where
readings go wrong. What is wrong in print is worse than what is missing, so the brief asks once more, of the sentence
alone: "The US has around 800 GWh of planned capacity" is nobody's plant, though it stands behind one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cellwire.lexicon import load_lexicon
from cellwire.model import (
    Capacity,
    Citation,
    Dated,
    DateWhat,
    Development,
    Document,
    Hit,
    HitKind,
    Jobs,
    Kind,
    Locality,
    Money,
    PartialDate,
    Role,
    Span,
)
from cellwire.publish.brief.owners import family
from cellwire.publish.brief.quoting import sentence_of
from cellwire.publish.brief.spellings import spellings_of_organisation

Figure = Capacity | Money | Jobs | Dated

_HEAD = 80  # characters in which a sentence says what it goes on about
_BESIDE = (70, 40)  # characters before and behind a figure
_OTHER_MONEY = {
    Kind.FACILITY: "not_its_cost",
    Kind.INCIDENT: "not_its_cost",
    Kind.SUPPLY: "not_its_price",
    Kind.PARTNERSHIP: "not_its_price",
}
_SHARED = {Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP}
_TRADES = {"cathode", "anode", "separator", "electrolyte", "foil", "recycling"}
_WIDE = {"country", "area"}
_SCHEDULED = set(DateWhat) - {DateWhat.EVENT, DateWhat.TERM}
_A_DAY = len("2023-02-13")
_TURNS = re.compile(r";|,? (?:while|whereas|after|since|but)\b|, (?:and|which|as|who)\b")
_JOINED = re.compile(r"(?: ?\([^)]*\))?(?:, [A-Z][\w. ]+)?,? (?:and|or|as well as)(?: in)? (?:the )?")


@cache
def _words(table: str) -> re.Pattern[str]:
    known = tomllib.loads((files("cellwire.publish.brief") / "belonging.toml").read_text("utf-8"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(known[table])})(?!\w)", re.IGNORECASE)


def strange(figure: Figure, development: Development, document: Document) -> str:
    """Empty if the figure's sentence can be about the development, else what speaks against it."""
    said = _said(figure.span, development, document)
    doubts = _of_dates(figure, said) if isinstance(figure, Dated) else _of_amounts(figure, said)
    return next(doubts, "")


def strange_citation(
    said: PartialDate | float | None, citation: Citation, development: Development | None, document: Document | None
) -> str:
    """The same of a value that the record cites, as far as the text it was read from is at hand."""
    if development is None or document is None:
        return ""
    jobs = (development.jobs,) if development.jobs else ()
    figures: tuple[Figure, ...] = (*development.capacity, *development.money, *jobs, *development.dates)
    window = Span(citation.start, citation.end)
    cited = [figure for figure in figures if window.holds(figure.span) and _said_by(figure) == said]
    doubts = [strange(figure, development, document) for figure in cited]
    return doubts[0] if doubts and all(doubts) else ""


def _said_by(figure: Figure) -> PartialDate | float:
    match figure:
        case Dated():
            return figure.date
        case Money():
            return figure.amount
    return figure.value


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure's sentence, where the figure stands in it, and how it is joined to the development."""

    development: Development
    text: str
    at: Span
    told_here: bool  # the words that tell the development stand in this sentence
    turns: bool  # between them and the figure the sentence turns to something else

    @property
    def beside(self) -> str:
        before, behind = _BESIDE
        return self.text[max(0, self.at.start - before) : self.at.end + behind]

    @property
    def goes_on(self) -> bool:
        return _words("goes_on").search(self.text[: min(_HEAD, self.at.start)]) is not None or self.names_its_own

    @property
    def names_its_own(self) -> bool:
        own = {party.name for party in self.development.parties}
        own |= {spelt for party in self.development.parties for spelt in spellings_of_organisation(party.id)}
        return self.names(*own, *((self.development.place.name,) if self.development.place else ()))

    def names(self, *spellings: str) -> bool:
        folded = self.text.casefold()
        return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded) for name in spellings)


def _said(span: Span, development: Development, document: Document) -> _Said:
    sentence = sentence_of(document.text, span)
    trigger = development.trigger or development.evidence
    told_here = sentence.start <= trigger.start < sentence.end
    between = document.text[min(span.end, trigger.end) : max(span.start, trigger.start)] if told_here else ""
    at = Span(span.start - sentence.start, span.end - sentence.start)
    return _Said(development, document.quote(sentence), at, told_here, _TURNS.search(between) is not None)


def _of_dates(dated: Dated, said: _Said) -> Iterator[str]:
    announced = said.names_its_own and _words("tells").search(said.text)
    if dated.what is DateWhat.EVENT and not (said.told_here or announced):
        yield "its day stands in another sentence"
    if dated.what in _SCHEDULED:
        before, behind = said.text[: said.at.start][-60:], said.text[said.at.end :][:40]
        if not _words("schedule").search(f"{before}|{behind}"):
            yield "nothing beside it says what is to happen then"
        last = list(_words("announces").finditer(before))[-1:]
        if len(dated.date.iso) == _A_DAY and last and last[0].end() == len(before):
            yield "it is the day of an announcement"
        if _words("told_when").search(f"{before}|"):
            yield "it is when something was told"
    if not said.told_here and not said.goes_on:
        yield "its sentence speaks of something else"
    if said.told_here and said.turns:
        yield "its sentence turns to something else before the date"


def _of_amounts(figure: Capacity | Money | Jobs, said: _Said) -> Iterator[str]:
    plant = said.development.kind is Kind.FACILITY
    if (
        not said.told_here
        and not said.goes_on
        and (isinstance(figure, Capacity) or (plant and isinstance(figure, Money)))
    ):
        yield "its sentence speaks of something else"
    if not isinstance(figure, Money) and _words("whole").search(said.beside):
        yield "its sentence counts several things together"
    one = isinstance(figure, Capacity) or said.development.place is not None
    if plant and one and _words("several").search(said.text):
        yield "its sentence counts several plants together"
    table = _OTHER_MONEY.get(said.development.kind)
    if isinstance(figure, Money) and table and _words(table).search(said.beside):
        yield "its sentence names another sort of money"
    if not said.told_here and not said.names_its_own and _another_company(said):
        yield "its sentence names another company"
    if not said.told_here and said.development.kind in _SHARED and _one_party_only(said):
        yield "its sentence is about one of the parties alone"
    if not said.told_here and _another_trade(said):
        yield "its sentence is about other goods"
    if isinstance(figure, Money) and _words("price").search(said.text[max(0, said.at.start - 30) : said.at.end + 30]):
        yield "it is the price of one of many"
    made = said.development.product
    if (
        made
        and made.name != "vehicle"
        and re.match(_words("for_cars").pattern, f"|{said.text[said.at.end :][:60]}", re.I)
    ):
        yield "it is for vehicles"
    if isinstance(figure, Capacity) and plant and _words("traded").search(said.beside):
        yield "its sentence says what is traded, not what is made"
    places = _places(said.text)
    if not said.names_its_own and _begins_with_a_country(places, said.text):
        yield "its sentence speaks of a country"
    if plant and _two_places(places, said):
        yield "its sentence gives it to two places together"


def _another_company(said: _Said) -> bool:
    lexicon, own = load_lexicon(), family(party.id for party in said.development.parties)
    named = [hit.ids[0] for hit in lexicon.find(said.text) if hit.kind is HitKind.ORGANISATION]
    companies = [id for id in named if lexicon.organisation(id).kind in {"company", "venture"}]
    return bool(own and companies) and not any(family([id]) & own for id in companies)


def _one_party_only(said: _Said) -> bool:
    """ "CATL, for its part, announced 100 GWh" behind a plant of CATL and another: that is CATL's own."""
    companies = {party.id: party for party in said.development.parties if party.role is not Role.GOVERNMENT}
    if any(family([one]) & set(companies) - {one} for one in companies):
        return False  # a venture and its owners: each can speak for it
    named = [said.names(party.name, *spellings_of_organisation(id)) for id, party in companies.items()]
    return any(named) and not all(named)


def _another_trade(said: _Said) -> bool:
    """ "Raise its anode capacity" behind a cathode plant."""
    made = said.development.product
    if made is None or made.name not in _TRADES:
        return False
    named = {id for hit in load_lexicon().find(said.text) if hit.kind is HitKind.PRODUCT for id in hit.ids}
    return bool(named & _TRADES) and made.name not in named


def _places(text: str) -> list[tuple[Hit, Locality]]:
    lexicon = load_lexicon()
    hits = [hit for hit in lexicon.find(text) if text[hit.span.end : hit.span.end + 1] != "$"]
    known = lexicon.resolve_places(text, hits)
    return [(hit, known[hit]) for hit in hits if hit in known]


def _begins_with_a_country(places: list[tuple[Hit, Locality]], text: str) -> bool:
    if not places or places[0][1].kind not in _WIDE:
        return False
    return re.fullmatch(r"\W*(?:in )?(?:the )?", text[: places[0][0].span.start], re.IGNORECASE) is not None


def _two_places(places: list[tuple[Hit, Locality]], said: _Said) -> bool:
    """ "In Jianyang and Qujing": the plant's own place, joined to one that is neither in it nor around it."""
    own = said.development.place
    home = load_lexicon().localities.get(own.id or "") if own else None
    if home is None:
        return False
    ours = [hit for hit, place in places if place.id == home.id or place.name == home.name]
    others = [hit for hit, place in places if place.kind not in _WIDE and not _around(place, home)]
    return any(_joined(one.span, other.span, said.text) for one in ours for other in others)


def _around(place: Locality, home: Locality) -> bool:
    return place.name == home.name or place.id == home.region or place.region == home.id


def _joined(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return _JOINED.fullmatch(text[first.end : second.start]) is not None
