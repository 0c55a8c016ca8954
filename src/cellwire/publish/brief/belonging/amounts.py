"""Whether a capacity, a sum or a number of jobs is the plant's or deal's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.lexicon import load_lexicon
from cellwire.model import Capacity, Hit, HitKind, Jobs, Kind, Locality, Money, Scope, Span
from cellwire.publish.brief.belonging.said import Said, one_party_only, words_of
from cellwire.publish.brief.owners import family

_OTHER_MONEY = {
    Kind.FACILITY: "not_its_cost",
    Kind.INCIDENT: "not_its_cost",
    Kind.SUPPLY: "not_its_price",
    Kind.PARTNERSHIP: "not_its_price",
}
_ANTECEDENT = 45  # characters before "where"
_SHARED_WITHIN = 90  # characters behind a sum
_TRADES = {"cathode", "anode", "separator", "electrolyte", "foil", "recycling"}
_WIDE = {"country", "area"}
_JOINED = re.compile(r"(?: ?\([^)]*\))?(?:, [A-Z][\w. ]+)?,? (?:and|or|as well as)(?: in)? (?:the )?")


_OF_A_GRANT = re.compile(r"\W*(?:the|this) (?:[\w-]+ )?(?:grant|loan|subsidy|incentives?)\b", re.IGNORECASE)


def doubts_of_amount(figure: Capacity | Money | Jobs, said: Said) -> Iterator[str]:
    plant = said.development.kind is Kind.FACILITY
    if (
        not said.told_here
        and not said.goes_on
        and (isinstance(figure, Capacity) or (plant and isinstance(figure, Money)))
    ):
        yield "its sentence speaks of something else"
    if not isinstance(figure, Money) and words_of("whole").search(said.beside):
        yield "its sentence counts several things together"
    one = isinstance(figure, Capacity) or said.development.place is not None
    if plant and one and words_of("several").search(said.text):
        yield "its sentence counts several plants together"
    if plant and one and not said.told_here and not said.names_its_own and words_of("several").search(said.lead):
        yield "it is told of several plants together"
    table = _OTHER_MONEY.get(said.development.kind)
    if isinstance(figure, Money) and table and (words_of(table).search(said.beside) or _OF_A_GRANT.match(said.text)):
        yield "its sentence names another sort of money"
    if not said.told_here and not said.names_its_own and _another_company(said):
        yield "its sentence names another company"
    if not said.told_here and one_party_only(said):
        yield "its sentence is about one of the parties alone"
    if not said.told_here and _another_trade(said):
        yield "its sentence is about other goods"
    if isinstance(figure, Capacity) and said.development.kind is Kind.SUPPLY and figure.scope is Scope.EXISTING:
        yield "it is what is there already"
    if isinstance(figure, Capacity) and plant and _for_other_goods(said):
        yield "it is for other goods"
    if isinstance(figure, Money) and words_of("price").search(said.text[max(0, said.at.start - 30) : said.at.end + 30]):
        yield "it is the price of one of many"
    behind = said.text[said.at.end :][:_SHARED_WITHIN]
    if isinstance(figure, Money) and plant and words_of("shared_with").search(behind):
        yield "it is for something else as well"
    made = said.development.product
    if (
        made
        and made.name != "vehicle"
        and re.match(words_of("for_cars").pattern, f"|{said.text[said.at.end :][:60]}", re.I)
    ):
        yield "it is for vehicles"
    made_there = said.development.kind in {Kind.FACILITY, Kind.INVESTMENT}
    if isinstance(figure, Capacity) and made_there and words_of("traded").search(said.beside):
        yield "its sentence says what is traded, not what is made"
    if plant and _of_a_place_elsewhere(said):
        yield "its clause is about another place"
    places = _places(said.text)
    if not said.names_its_own and _begins_with_a_country(places, said.text):
        yield "its sentence speaks of a country"
    if plant and _two_places(places, said):
        yield "its sentence gives it to two places together"


def _another_company(said: Said) -> bool:
    lexicon, own = load_lexicon(), family(party.id for party in said.development.parties)
    named = [hit.ids[0] for hit in lexicon.find(said.text) if hit.kind is HitKind.ORGANISATION]
    companies = [id for id in named if lexicon.organisation(id).kind in {"company", "venture"}]
    return bool(own and companies) and not any(family([id]) & own for id in companies)


_IS_FOR = re.compile(
    r"\b(?:lines?|plants?|units?|halls?|factory|facility|shop) (?:for|of|to (?:make|build|assemble)) ([\w -]{3,40}?)"
    r"(?: of| with| at)?(?: a capacity of)?(?: up to| about| some| around| at least)? ?$"
)


def _for_other_goods(said: Said) -> bool:
    """ "A cell factory of 16 GWh and a line for battery packs of up to |5 GWh|": not what the cell factory makes."""
    made = said.development.product
    named = _IS_FOR.search(said.text[: said.at.start])
    if made is None or named is None:
        return False
    goods = {id for hit in load_lexicon().find(named[1]) if hit.kind is HitKind.PRODUCT for id in hit.ids}
    return bool(goods) and made.name not in goods


def _another_trade(said: Said) -> bool:
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


def _two_places(places: list[tuple[Hit, Locality]], said: Said) -> bool:
    """ "In Jianyang and Qujing": the plant's own place, joined to one that is neither in it nor around it."""
    own = said.development.place
    home = load_lexicon().localities.get(own.id or "") if own else None
    if home is None:
        return False
    ours = [hit for hit, place in places if place.id == home.id or place.name == home.name]
    others = [hit for hit, place in places if place.kind not in _WIDE and not _around(place, home)]
    return any(_joined(one.span, other.span, said.text) for one in ours for other in others)


def _of_a_place_elsewhere(said: Said) -> bool:
    """ "As large as in France and Germany, where the investment is seen at €2 billion", of a plant in Italy."""
    before = said.text[: said.at.start]
    clause = re.search(r", (?:where|in which)\b[^;]*$", before)
    home = said.development.country
    if clause is None or home is None:
        return False
    named = [place for _, place in _places(before[max(0, clause.start() - _ANTECEDENT) : clause.start()])]
    return bool(named) and all(place.country not in {None, home} for place in named)


def _around(place: Locality, home: Locality) -> bool:
    return place.name == home.name or place.id == home.region or place.region == home.id


def _joined(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return _JOINED.fullmatch(text[first.end : second.start]) is not None
