"""The law of evidence: each claim is read again from its own words alone, and must give the same value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from cellwire.claims.actors import A_GOVERNMENT, governments
from cellwire.claims.evidence.edges import cuts
from cellwire.claims.figures import find_amounts, find_dates, find_jobs, find_money, hints
from cellwire.claims.kinds import equipment, grid_amount, is_huge_battery, is_pack, is_sized_store, stationary
from cellwire.claims.scene import find_cues, is_named_battery, plain_text
from cellwire.lexicon import Lexicon, fold_name, regex
from cellwire.model import (
    Capacity,
    Claim,
    Dated,
    Development,
    Document,
    HitKind,
    Jobs,
    Money,
    Party,
    Place,
    Span,
)


class _Words(Struct, frozen=True):
    """A claim's quote without mark-up, and what it may be read against."""

    text: str
    document: Document
    lexicon: Lexicon

    def known(self, kind: HitKind) -> set[str]:
        """What the lexicon finds in the quote."""
        return {id for hit in self.lexicon.find(self.text) if hit.kind is kind for id in hit.ids}


def unsupported(development: Development, document: Document, lexicon: Lexicon) -> list[str]:
    """A line for every claim whose words do not give its value again, or that does not stand in the document."""
    problems = [] if development.document == document.id else [f"{development.id} is of another document"]
    for what, span in _spans(development):
        if not document.extent.holds(span):
            problems.append(f"{what} stands at {span.start}-{span.end}, outside its document")
    if problems:
        return problems
    if document.quote(development.evidence) != development.quote:
        problems.append("the quote is not what the document says there")
    for claim in _all_claims(development):
        words = _Words(_plain(document, claim.span), document, lexicon)
        if cuts(document.text, claim.span):
            problems.append(
                f"{claim.attribute} {_told(claim.value)}: {words.text!r} is part of a longer word or number"
            )
        elif not _supports(claim, words):
            problems.append(f"{claim.attribute} {_told(claim.value)}: not what {words.text!r} says")
    return problems


def _spans(development: Development) -> list[tuple[str, Span]]:
    named = [("evidence", development.evidence)]
    named += [(claim.attribute, claim.span) for claim in _all_claims(development)]
    named += [("response", answer.span) for answer in development.responses]
    return named + ([("trigger", development.trigger)] if development.trigger else [])


def _all_claims(development: Development) -> list[Claim]:
    """The claims, and whoever is said to speak or to answer."""
    speaking = [answer.party for answer in development.responses]
    speaking += [development.speaker] if development.speaker else []
    return [*development.claims(), *(Claim("speaker", party, party.span) for party in speaking)]


def _plain(document: Document, span: Span) -> str:
    """The words at a span without the mark-up of their paragraph: a quote can begin or end inside a link."""
    around = next((block.span for block in document.blocks if block.span.holds(span)), span)
    plain, _ = plain_text(document.text, [around])
    return plain.words(span).strip()


def _told(value: object) -> str:
    match value:
        case Party(name=name) | Place(name=name):
            return name
        case Capacity() | Money() | Jobs() | Dated():
            return value.text
        case _:
            return str(value)


def _supports(claim: Claim, words: _Words) -> bool:
    match claim.value:
        case Party() as party:
            return _names(words, party)
        case Place() as place:
            return _is_place(words, place)
        case Capacity() as capacity:
            return _says_capacity(words, capacity)
        case Money() as money:
            return _says_money(words, money)
        case Jobs() as jobs:
            read = find_jobs(words.text)
            return any((measure.value, measure.qualifier) == (jobs.value, jobs.qualifier) for measure in read)
        case Dated() as dated:
            return _says_date(words, dated)
        case value:
            return _TERMS[claim.attribute](words, str(value))


def _names(words: _Words, party: Party) -> bool:
    """The lexicon's name, a government by its nation, the folded name, or a short form that the text defines."""
    if party.id.startswith("x-") and any(sum.span.end == len(words.text) for sum in find_money(words.text)):
        return False  # "RMB 24 billion" is nobody
    if party.id in words.known(HitKind.ORGANISATION) or words.lexicon.resolve_name(words.text) == party.id:
        return True
    if _governs(words, party.id) or (_is_land(words, party.id) and words.text.lower() in A_GOVERNMENT):
        return True  # whose "the government" is, the rest of the text says
    said, meant = fold_name(words.text), {party.id.removeprefix("x-"), fold_name(party.name)}
    if any(said and f"{each}-".startswith(f"{said}-") for each in meant):
        return True
    return _lacks_its_place(words, party) or _is_defined(words, party) or _are_its_letters(words, party)


def _is_land(words: _Words, id: str) -> bool:
    return id.startswith("gov-") or words.lexicon.land_of(id) is not None


def _governs(words: _Words, id: str) -> bool:
    """Whether the words are a government's: by people or leader, or a country, state or capital that acts."""
    people = words.lexicon.demonym(words.text)
    if people and id == words.lexicon.government_of(people, "")[0]:
        return True
    acting = (f"{words.text} {followed_by}" for followed_by in _ACTS_OR_IS_NAMED)
    lands = (words.lexicon.localities[each] for each in words.known(HitKind.PLACE))
    return any(
        name.id == id for text in acting for name in governments(text, words.lexicon.find(text), words.lexicon)
    ) or any(
        id == words.lexicon.government_of(land, place.name)[0]
        for place in lands
        if (land := place.country if place.kind == "country" else place.id)
    )


# "Ottawa will", "Mexican President Will Smith", "Trudeau announces", "Commission approves aid"
_ACTS_OR_IS_NAMED = ("will", "Will", "announces", "approves aid")


def _lacks_its_place(words: _Words, party: Party) -> bool:
    """Whether the text names it once with the place it is from: "Weihua" of Guangdong Weihua."""
    place, _, rest = party.name.partition(" ")
    placed = any(hit.kind is HitKind.PLACE for hit in words.lexicon.find(place))
    whole = _plain(words.document, words.document.extent)
    return placed and fold_name(rest) == fold_name(words.text) and party.name in whole


def _are_its_letters(words: _Words, party: Party) -> bool:
    """Whether they are the first letters of a name that the text gives in full: "ODM" of Ostra Deep Metals."""
    letters = "".join(word[0] for word in party.name.split())
    return letters == words.text and letters.isupper() and party.name in _plain(words.document, words.document.extent)


def _is_defined(words: _Words, party: Party) -> bool:
    """Whether the text gives the short form in brackets behind the full name: 'Koch Technology Solutions ("KTS")'."""
    if not words.text:
        return False
    whole = _plain(words.document, words.document.extent)
    ticker = r"(?:\([^()\n]{2,40}\)[^()\n]{0,3})?"
    brackets = rf"[^()\n]{{0,30}}{ticker}\([^()\n]{{0,80}}\b{re.escape(words.text)}\b"
    names = {party.name, party.name.partition(", ")[0]}  # "Thailand's Board of Industry (BOI)" has its land in the name
    if any(re.search(re.escape(name) + brackets, whole) for name in names):
        return True
    return any(_ends_with(whole[: found.start()], party.id, words.lexicon) for found in _opening(words.text, whole))


def _opening(short: str, whole: str) -> Iterator[re.Match[str]]:
    """Brackets that have nothing but a short form: "Trade Commission| (ITC)|"."""
    return re.finditer(rf"\s\([\"“]?{re.escape(short)}[\"”]?\)", whole)


def _ends_with(before: str, id: str, lexicon: Lexicon) -> bool:
    """Whether the text up to here ends with one of its names, however the lexicon spells it."""
    tail = before[-80:]
    return any(id in hit.ids and hit.span.end == len(tail) for hit in lexicon.find(tail))


def _is_place(words: _Words, place: Place) -> bool:
    if place.id is not None:
        return place.id in words.known(HitKind.PLACE)
    return fold_name(words.text) == fold_name(place.name)


def _is_in_country(words: _Words, country: str) -> bool:
    """A place there, its people's name, or its government."""
    lexicon = words.lexicon
    places = (lexicon.localities[id] for id in words.known(HitKind.PLACE))
    ids = words.known(HitKind.ORGANISATION) | {lexicon.resolve_name(words.text) or ""}
    bodies = (lexicon.organisations[id] for id in ids if id)
    return (
        lexicon.demonym(words.text) == country
        or any(place.country == country for place in places)
        or any(body.country == country and body.kind == "government" for body in bodies)
        or _governs(words, words.lexicon.government_of(country, "")[0])
    )


def _says_capacity(words: _Words, capacity: Capacity) -> bool:
    """Same number and hedge; a yearly unit from a plain one only where the claim owns up to it."""
    for measure in find_amounts(words.text):
        written = f"{measure.unit}/yr" if measure.per_year else measure.unit
        fits = written == capacity.unit or (not capacity.per_year_said and f"{measure.unit}/yr" == capacity.unit)
        if fits and (measure.value, measure.hedge) == (capacity.value, capacity.qualifier):
            return True
    return False


def _says_money(words: _Words, money: Money) -> bool:
    """The sum, its hedge, and its currency as one that the sign can mean where the text names that currency's land."""
    text = words.document.text.lower()
    lands = [land for land in hints()["near"].get(money.currency, ()) if land in text]
    return any(
        (each.amount, each.hedge) == (money.amount, money.qualifier)
        and money.currency in (each.currency, *each.options)
        for land in ("", *lands)
        for each in find_money(f"{words.text} {land}")
    )


def _says_date(words: _Words, dated: Dated) -> bool:
    """The date, counted from the publication; which April "April" is may hang on the sentence's tense."""
    published = words.document.published
    return any(
        (when.date, when.part) == (dated.date, dated.part)
        for future in (None, True, False)
        for when in find_dates(words.text, published=published, future=future)
    )


def _is_chemistry(words: _Words, chemistry: str) -> bool:
    """Its name, alone or before the goods: "iron-air battery"."""
    bare, _, _ = words.text.rpartition(" ")
    return chemistry in words.known(HitKind.CHEMISTRY) or any(chemistry in hit.ids for hit in words.lexicon.find(bare))


def _is_product(words: _Words, product: str) -> bool:
    """A product's name, or the word for a plant that makes it: "recycling hub"."""
    tags = {tag for cue in find_cues(words.text) for tag in cue.tags}
    said = product in words.known(HitKind.PRODUCT) or f"facility.{product}" in tags
    if product == "vehicle":
        return said or _CARS.search(words.text) is not None
    if product == "equipment":
        return said or equipment(words.text) is not None
    if product == "pack":
        return said or is_pack(words.text)
    if product == "storage":
        text = words.text
        named = is_named_battery(text) or is_huge_battery(text) or is_sized_store(text)
        return said or named or grid_amount(text) is not None or stationary(text)
    return said


_CARS = regex(r"\b(?:cars?|vehicles?|automobiles?|trucks?|bus(?:es)?)\b", re.I)


_TERMS: dict[str, Callable[[_Words, str], bool]] = {
    "country": _is_in_country,
    "product": _is_product,
    "chemistry": _is_chemistry,
}
