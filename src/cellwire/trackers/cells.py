"""The cells of one row, read slot by slot; a cell says one thing or is left unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cellwire.lexicon import Lexicon, fold_name
from cellwire.model import (
    Capacity,
    Dated,
    DateWhat,
    Hit,
    HitKind,
    Jobs,
    Locality,
    Money,
    Named,
    PartialDate,
    Party,
    Place,
    Qualifier,
    Role,
    Scope,
    Span,
)
from cellwire.trackers.columns import Columns

_AMOUNT = re.compile(
    r"(?P<hedge>up to|about|around|approx\.?|at least|more than|over|~|≈|>|<|≤|≥|under)?\s*"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?P<unit>[A-Za-z][\w/² .]*)?",
    re.IGNORECASE,
)
_HEDGES = {
    "up to": Qualifier.UP_TO, "≤": Qualifier.UP_TO, "about": Qualifier.ABOUT, "around": Qualifier.ABOUT,
    "approx": Qualifier.ABOUT, "approx.": Qualifier.ABOUT, "~": Qualifier.ABOUT, "≈": Qualifier.ABOUT,
    "at least": Qualifier.AT_LEAST, "more than": Qualifier.AT_LEAST, "over": Qualifier.AT_LEAST,
    ">": Qualifier.AT_LEAST, "≥": Qualifier.AT_LEAST, "<": Qualifier.UNDER, "under": Qualifier.UNDER,
}  # fmt: skip
_UNITS = {
    "gwh": "GWh/yr", "gwh/yr": "GWh/yr", "gwh/a": "GWh/yr", "gwh/year": "GWh/yr", "gwh per year": "GWh/yr",
    "mwh": "MWh/yr", "mwh/yr": "MWh/yr", "t": "t/yr", "t/yr": "t/yr", "tpa": "t/yr", "t/a": "t/yr", "kt": "kt/yr",
    "ktpa": "kt/yr", "kt/yr": "kt/yr", "m2": "m2/yr", "m2/yr": "m2/yr",
}  # fmt: skip
_SIZES = {"": 1.0, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "k": 1e3, "thousand": 1e3}
_DATE = re.compile(r"\d{4}(?:-(?:H[12]|Q[1-4]|\d\d(?:-\d\d)?))?")
_NUMBERED = re.compile(r"\s(?P<number>[1-9])$")
_COUNTED = re.compile(r"\b(?:plant|factory|fab|works|werk)[ -](?P<number>[1-9])\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?:giga ?factory|megafactory|factory|plant|works|site|base|battery|batteries|cells?|park|facility|project"
    r"|gigafactory|manufacturing|production|energy storage)\b",
    re.IGNORECASE,
)
_LEFT_OUT = ("Energy", "Batteries", "Battery", "Cells", "Materials")  # of a company's name
_FINENESS = {"park": 3, "city": 2, "region": 1}


@dataclass(frozen=True, slots=True)
class Unread:
    words: str


@dataclass(frozen=True, slots=True)
class Cells:
    """A row's text and where each slot's cells stand in it."""

    text: str
    spans: dict[str, list[Span]]
    columns: Columns
    lexicon: Lexicon

    def span(self, slot: str) -> Span | None:
        found = self.spans.get(slot)
        return found[0] if found else None

    def words(self, slot: str) -> str:
        found = self.span(slot)
        return found.cut(self.text) if found else ""

    def parties(self) -> tuple[Party, ...]:
        """Everybody named in the company's cells, each once; a venture in the plant's name for its owners."""
        found: dict[str, Party] = {}
        for cell in self.spans.get("company", []):
            for part in _parts(self.text, cell, self.columns.separators):
                found.update((party.id, party) for party in reversed(self._companies(part)) if party.id not in found)
        for venture, owners in self._ventures_named():
            if not owners.isdisjoint(found):
                found = {venture.id: venture} | {id: party for id, party in found.items() if id not in owners}
        return tuple(found.values())

    def _ventures_named(self) -> Iterator[tuple[Party, set[str]]]:
        """Ventures of several owners in the plant's name: a list often files them under one owner."""
        for cell in self.spans.get("name", []):
            for hit in self.lexicon.find(self.text, cell.start, cell.end):
                held = self.lexicon.organisations.get(hit.ids[0]) if hit.kind is HitKind.ORGANISATION else None
                if held and len(held.parents) > 1:
                    yield Party(hit.ids[0], hit.span.cut(self.text), Role.OPERATOR, hit.span), set(held.parents)

    def _companies(self, part: Span) -> list[Party]:
        """The lexicon's company of that name, else those that the words name, else one it does not know."""
        words = part.cut(self.text)
        if known := self._resolved(words):
            return [Party(known, words, Role.OPERATOR, part)]
        hits = [hit for hit in self.lexicon.find(self.text, part.start, part.end) if hit.kind is HitKind.ORGANISATION]
        if hits:
            return [Party(hit.ids[0], hit.span.cut(self.text), Role.OPERATOR, hit.span) for hit in hits]
        return [Party(f"x-{fold_name(words)}", words, Role.OPERATOR, part)]

    def _resolved(self, words: str) -> str | None:
        """The company of that name, or the only one whose name adds to it what a list leaves out ("NOVO" Energy)."""
        if known := self.lexicon.resolve_name(words):
            return known
        added = {self.lexicon.resolve_name(f"{words} {word}") for word in _LEFT_OUT} - {None}
        return added.pop() if len(added) == 1 else None

    def country(self) -> str | None:
        """By its name, its code, or the only country in which the place can lie."""
        words = self.words("country")
        if not words:
            place = self.place()
            return place.country if place else None
        if len(words) == 2 and words.lower() in self.lexicon.localities:
            return words.upper()
        span = self.spans["country"][0]
        codes = [self.lexicon.localities[id].country for hit in self._places(span) for id in hit.ids]
        return next((code for code in codes if code), None)

    def place(self) -> Place | None:
        """The finest place its cell names within the country; a name the gazetteer lacks stays as it is written."""
        country = self.country() if self.words("country") else None
        for cell in (*self.spans.get("place", []), *([] if "place" in self.spans else self.spans.get("name", []))):
            if found := self._known_place(cell, country):
                return found
            if left := self._unknown_place(cell):
                return Place(left.cut(self.text), country, left)
        return None

    def _known_place(self, cell: Span, country: str | None) -> Place | None:
        hits = self._places(cell)
        named = [
            (hit, self.lexicon.localities[id])
            for hit in hits
            for id in hit.ids
            if country is None or self.lexicon.localities[id].country == country
        ]
        named = [(hit, place) for hit, place in named if place.kind in _FINENESS]
        regions = {place.id for _, place in named if place.kind == "region"} | self._regions_beside(cell, country)
        # A town of that name in another state than the one named is another town.
        fitting = [each for each in named if not regions or {each[1].id, each[1].region} & {*regions, None}]
        if not fitting:
            return None
        hit, place = max(fitting, key=lambda each: _rank(each[0], each[1]))
        alike = [each for other, each in fitting if other == hit and each.kind == place.kind]
        if _is_ambiguous(place, alike):
            return Place(hit.span.cut(self.text), place.country, hit.span)
        return Place(hit.span.cut(self.text), place.country, hit.span, place.lat, place.lon, place.id)

    def _regions_beside(self, cell: Span, country: str | None) -> set[str]:
        """States and provinces in the other cells of the place, by name or by their letters."""
        found = set[str]()
        for other in self.spans.get("place", []):
            if other != cell:
                letters = f"{country or ''}-{other.cut(self.text)}".lower()
                ids = [letters, *(id for hit in self._places(other) for id in hit.ids)]
                held = (self.lexicon.localities.get(id) for id in ids)
                found |= {each.id for each in held if each and each.kind == "region" and each.country == country}
        return found

    def _places(self, cell: Span) -> list[Hit]:
        """Places by name alone: a cell for places holds no surnames. A company's name within it is no place."""
        return [hit for hit in self.lexicon.find(self.text, cell.start, cell.end) if hit.kind is HitKind.PLACE]

    def _unknown_place(self, cell: Span) -> Span | None:
        """What a cell says besides its companies, its numbers and words for a plant, where that is one run of words."""
        taken = [hit.span for hit in self.lexicon.find(self.text, cell.start, cell.end)]
        taken += [party.span for party in self.parties()]
        taken += [Span(found.start(), found.end()) for found in _THING.finditer(self.text, cell.start, cell.end)]
        words = [
            Span(found.start(), found.end())
            for found in re.finditer(r"[^\W\d][\w'’.-]*", self.text[: cell.end])
            if found.start() >= cell.start
            and not any(span.start < found.end() and found.start() < span.end for span in taken)
            and fold_name(found[0]) not in {fold_name(party.name) for party in self.parties()}
            and found[0].casefold() not in {"tbc", "tbd", "unknown", "n/a", "and", "of", "the", "de", "la"}
        ]
        if not words or not words[0].cut(self.text)[0].isupper():
            return None
        run = [words[0]]
        for word in words[1:]:
            if self.text[run[-1].end : word.start] == " ":
                run.append(word)
        return Span(run[0].start, run[-1].end)

    def plant_number(self) -> int | None:
        """ "Komárom 2" is the second plant there, and so is its "Plant 2"; "Gigafactory 2" is counted otherwise."""
        named = _COUNTED.search(self.words("name"))
        found = _NUMBERED.search(self.words("place") or self.words("name")) or named
        return int(found["number"]) if found else None

    def product(self) -> Named | None:
        """The product its cell names; a tracker of one product says so by default."""
        words = self.words("product") or self.columns.default.get("product", "")
        span = self.span("product") or self.span("name") or Span(0, len(self.text))
        names = [name for name in self.lexicon.products if name == words.casefold()]
        hits = [hit.ids[0] for hit in self.lexicon.find(words) if hit.kind is HitKind.PRODUCT]
        found = next(iter([*names, *hits]), None)
        return Named(found, span) if found else None

    def stage(self) -> str:
        words = self.words("status").casefold()
        return self.columns.status.get(words) or self.columns.default.get("status", "announced")

    def capacity(self) -> tuple[Capacity, ...]:
        found = self._amount("capacity")
        span = self.span("capacity")
        if not found or not span:
            return ()
        number, unit, qualifier = found
        yearly = _UNITS.get((unit or self.columns.units.get("capacity", "")).strip().casefold())
        return (Capacity(number, yearly, Scope.PHASE, qualifier, span),) if yearly else ()

    def money(self) -> tuple[Money, ...]:
        found, span = self._amount("money"), self.span("money")
        currency = self.columns.units.get("money", "")
        if not found or not span or found[1].strip().casefold() not in _SIZES or not currency:
            return ()
        return (Money(found[0] * _SIZES[found[1].strip().casefold()], currency, found[2], span),)

    def jobs(self) -> Jobs | None:
        found, span = self._amount("jobs"), self.span("jobs")
        return Jobs(int(found[0]), found[2], span) if found and span else None

    def dates(self) -> tuple[Dated, ...]:
        span, words = self.span("start"), self.words("start")
        if not span or not _DATE.fullmatch(words):
            return ()
        try:
            return (Dated(DateWhat.PRODUCTION_START, PartialDate(words), span),)
        except ValueError:
            return ()

    def unread(self, slot: str) -> Unread | None:
        """A cell that holds words of which no value was made."""
        words = self.words(slot)
        read = {
            "capacity": bool(self.capacity()),
            "money": bool(self.money()),
            "jobs": self.jobs() is not None,
            "start": bool(self.dates()),
            "status": words.casefold() in self.columns.status,
        }
        return Unread(words) if words and not read[slot] else None

    def _amount(self, slot: str) -> tuple[float, str, Qualifier] | None:
        found = _AMOUNT.fullmatch(self.words(slot))
        if not found:
            return None
        hedge = (found["hedge"] or "").casefold()
        return float(found["number"].replace(",", "")), found["unit"] or "", _HEDGES.get(hedge, Qualifier.EXACT)


def _rank(hit: Hit, place: Locality) -> tuple[int, int, int]:
    return _FINENESS[place.kind], place.population, -hit.span.start


def _is_ambiguous(place: Locality, alike: Sequence[Locality]) -> bool:
    """Whether another town of the name is not much smaller: the cell does not say which, so nobody does."""
    return any(other.id != place.id and other.population * 10 > place.population for other in alike)


def _parts(text: str, cell: Span, separators: Sequence[str]) -> list[Span]:
    """The parts of a cell between separators, without the spaces around them."""
    pattern = "|".join(map(re.escape, separators)) or r"(?!)"
    parts, start = [], cell.start
    for found in [*re.finditer(pattern, cell.cut(text)), None]:
        end = cell.start + found.start() if found else cell.end
        words = text[start:end]
        if words.strip():
            low = start + len(words) - len(words.lstrip())
            parts.append(Span(low, low + len(words.strip())))
        start = cell.start + found.end() if found else end
    return parts
