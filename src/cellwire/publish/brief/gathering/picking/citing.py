"""Turning claims into printed parts: each with the footnote that bears it out, or with the reason why none does."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from cellwire.lexicon import load_lexicon
from cellwire.model import Capacity, Dated, Development, Document, HitKind, Jobs, Kind, Money, Named, Party, Place, Span
from cellwire.publish.brief.belonging import Figure, second_site, strange
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import (
    Cut,
    Note,
    Part,
    country_name,
    cuts_for,
    note_at,
    place_name,
    sentence_of,
    spellings_of_country,
    spellings_of_organisation,
    state_of,
    why_no_name,
)
from cellwire.publish.brief.gathering.picking.spells import other_end
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import is_firm
from cellwire.publish.brief.wording import (
    amount_part,
    bare_date,
    canonical_date,
    jobs_part,
    preposition,
    quantity,
    sum_part,
    with_the,
)

_ANNOUNCED_IN = re.compile(r"\b(?:announced|said|presented|unveiled) (?:on )?[A-Z]\w+day in $")
_DATELINE = re.compile(r"\s*\(?[A-Z][\w .'’]+(?:, [A-Z][\w. ]*)?\)? (?:-{1,2}|[–—]) ")  # "(Auburn Hills, MI) -- "
# "on land |just outside| Berlin", "|20 km north of the city of| Graz"
_BESIDE = re.compile(
    r"\b(?:(?P<outside>outside)(?: of)?|near(?:by)?|close to|not far from|in the vicinity of"
    r"|(?:km|kilomet(?:er|re)s|miles?) (?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of"
    r"|(?:away )?from|outside(?: of)?)) (?:the (?:[a-z]+ )?(?:city|town|village|port|capital)(?: of)? )?$",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\bone in (?:the )?$", re.IGNORECASE)
_THE_OTHER = re.compile(r"(?:, [A-Z][\w. ]+)?,? and (?:the other|another|one)\b")
_OWNS = re.compile(r"\b(?:owned|backed|controlled|acquired|bought) by (?:the )?$", re.IGNORECASE)
_POWER = re.compile(r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)[\s-]?([MG]W)(?:ac|dc|AC|DC)?(?:\s?/\s?|,\s|\s\()$")
# "approves |300MW solar|, 1.2GWh BESS": the power of a "300MW/1200MWh solar project" is not the battery's
_OF_THE_SUN = r"(?i)(?<![\w.,]){}[\s-]?{}(?:ac|dc|p)?[\s-](?:of )?(?:solar|wind|PV)\b(?!-plus| and storage)"
# "a 270MW/72MWh |solar-plus-storage project|": the power of both
_AND_THE_SUN = re.compile(r"\s(?:solar|PV|photovoltaics?|wind)(?:-plus-|\s?[+&/]\s?|\s(?:plus|and)\s)", re.IGNORECASE)
_MATERIALS = re.compile(r"(?: and [\w-]+)?(?: raw)? (?:materials?|metals?|minerals?)\b", re.IGNORECASE)
_WORKS_NAME = re.compile(
    r" (?:(?:Battery|Energy|Storage|BESS|Solar) ){1,3}(?:Project|Facility|Park|System)? ?in (?P<where>[A-Z].*)"
)
_LINE = 60  # characters behind a dateline's place


@dataclass(frozen=True, slots=True)
class Cited:
    """A part, and empty words; or the part that would have been printed, and why it is not."""

    part: Part
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Citer:
    """Cites the values of one development."""

    development: Development
    document: Document
    also: tuple[str, ...]
    cuts: tuple[Cut, ...]
    year: int  # of the edition: dates of another year print it

    def note(self, span: Span) -> Note:
        return note_at(self.cuts, self.document, span, also=self.also)

    def party(self, party: Party) -> Cited:
        """By the nearest place that names it: at its span the text may say "the company" or "the former"."""
        if why := why_no_name(party, self.document):
            return Cited(Part(party.name), why)
        printed = with_the(name_of(party))
        traded = self.development.kind in {Kind.SUPPLY, Kind.PARTNERSHIP}
        if traded and _OWNS.search(self.document.text[max(0, party.span.start - 40) : party.span.start]):
            return Cited(Part(printed, self.note(party.span), "name", party.id), "it only owns a side of the deal")
        spellings = {party.name, *spellings_of_organisation(party.id)}
        parts = [Part(printed, self.note(span), "name", party.id) for span in self._namings(spellings, party.span)]
        passed = (Cited(part) for part in parts if not borne_out(part))
        return next(passed, None) or Cited(Part(printed), f"no quote names {party.name}")

    def place(self, place: Place) -> Cited:
        """The country stands behind the place's name: the gazetteer knows it, the text need not say it.

        Of a town in a land of states the state stands there instead, where the text names it.
        """
        wide = state_of(place.id, self.document.quote(self.document.extent)) or country_name(place.country)
        name = place_name(place.id, place.name)
        printed = f"{name}, {wide}" if wide and wide not in name else name
        named = self._namings({place.name}, place.span) or [place.span]
        told = [span for span in named if not self._in_dateline(span)]
        nearest = (told or named)[0]
        if not told:
            return Cited(Part(printed, self.note(nearest), "place", place.name), "where it was announced")
        if self._one_of_several(place.span):
            return Cited(Part(printed, self.note(nearest), "place", place.name), "where one of several stands")
        if self._names_works(place):
            return Cited(Part(printed, self.note(nearest), "place", place.name), "part of a project's name")
        if _ANNOUNCED_IN.search(self.document.text[max(0, place.span.start - 40) : place.span.start]):
            return Cited(Part(printed, self.note(nearest), "place", place.name), "where it was announced")
        return _checked(Part(printed, self.note(nearest), "place", place.name))

    def preposition(self, place: Place) -> str:
        """ "near" or "outside", where the text has the site beside the town that it names, and not in it."""
        found = _BESIDE.search(self.document.text[max(0, place.span.start - _LINE) : place.span.start])
        if found is None:
            return "in"
        return "outside" if found["outside"] else "near"

    def second_site(self, place: Place) -> Part | None:
        """The other of two sites that are weighed, where one sentence names both."""
        around = sentence_of(self.document.text, place.span)
        found = second_site(place, self.document.quote(around))
        if found is None:
            return None
        span = Span(around.start + found.start, around.start + found.end)
        name = self.document.quote(span)
        cited = _checked(Part(name, self.note(span), "place", name))
        return None if cited.problem else cited.part

    def _one_of_several(self, span: Span) -> bool:
        """ "Two plants, one in |Indiana| and the other in Canada": neither is where two more are to stand."""
        text = self.document.text
        before, behind = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 40]
        return _ONE_IN.search(before) is not None and _THE_OTHER.match(behind) is not None

    def _names_works(self, place: Place) -> bool:
        """ "The |Salzburg| Battery Energy Storage Project in Michigan" is not in Austria."""
        behind = _WORKS_NAME.match(self.document.text[place.span.end : place.span.end + _LINE])
        lexicon = load_lexicon()
        hits = lexicon.find(behind["where"]) if behind else []
        lands = [lexicon.localities[hit.ids[0]].country for hit in hits if hit.kind is HitKind.PLACE]
        return bool(lands) and place.country not in lands

    def _in_dateline(self, span: Span) -> bool:
        """A title with its outlet behind it ("Works burn in Northam - The Courier") is none."""
        text, title = self.document.text, self.document.title
        start = text.rfind("\n", 0, span.start) + 1
        found = _DATELINE.match(text, start, span.end + _LINE)
        before = text[start : span.start]
        titled = bool(title) and text.startswith(title, start) and len(before.split()) > 1 and "," not in before
        return found is not None and span.end <= found.end() and not titled

    def _namings(self, spellings: set[str], told: Span) -> list[Span]:
        """Where the document has one of the spellings: within the evidence, then before the span, then behind it."""
        text, extent, evidence = self.document.text, self.document.extent, self.development.evidence
        pattern = _spelt(frozenset(spellings))
        found = [Span(*matched.span()) for matched in pattern.finditer(text, extent.start, extent.end)]
        return sorted(
            found,
            key=lambda span: (
                not evidence.holds(span),
                span.start > told.start,
                abs(span.start - told.start),
            ),
        )

    def country(self, code: str, span: Span) -> Cited:
        name = country_name(code, running=True)
        if not name:
            return Cited(Part(code), "the table of countries does not hold it")
        if self._one_of_several(span):
            return Cited(Part(name, self.note(span), "country", code), "where one of several stands")
        return _checked(Part(name, self.note(span), "country", code))

    def product(self, product: Named, printed: str) -> Cited:
        if any(span.holds(product.span) for span in self._parties_names()):
            return Cited(Part(printed, self.note(product.span), "product", product.name), "part of a name")
        behind = self.document.text[product.span.end : product.span.end + 40]
        if product.name in {"cell", "pack"} and _MATERIALS.match(behind):
            return Cited(Part(printed, self.note(product.span), "product", product.name), "what goes into it")
        return _checked(Part(printed, self.note(product.span), "product", product.name))

    def _parties_names(self) -> list[Span]:
        parties = self.development.parties
        return [span for party in parties for span in self._namings({party.name}, party.span)]

    def chemistry(self, chemistry: Named) -> Cited:
        return _checked(Part(chemistry.name, self.note(chemistry.span), "chemistry", chemistry.name))

    def capacity(self, capacity: Capacity) -> Cited:
        """A year is printed only where the quote says it."""
        base = capacity.unit.removesuffix("/yr")
        units = (capacity.unit, base) if capacity.per_year_said else (base,)
        note = self.note(capacity.span)
        for unit in units:
            part = amount_part(capacity.value, unit, capacity.qualifier, note)
            cited = self._its_own(capacity, self._with_power(capacity, part))
            if not cited.problem:
                return cited
        return cited

    def _with_power(self, capacity: Capacity, part: Part) -> Part:
        """ "40 MW / 160 MWh", of "|40MW/|160MWh": what a store gives at once, and what it holds."""
        before = _POWER.search(self.document.text[max(0, capacity.span.start - 24) : capacity.span.start])
        if before is None or not capacity.unit.endswith("Wh") or not part.text[:1].isdigit():
            return part
        if re.search(_OF_THE_SUN.format(re.escape(before[1]), before[2]), self.document.text):
            return part
        if _AND_THE_SUN.match(self.document.text, capacity.span.end):
            return part
        value, unit = float(before[1].replace(",", "")), before[2]
        both = replace(part, text=f"{quantity(value, unit)} / {part.text}", value=f"{part.value} with {value!r} {unit}")
        return part if borne_out(both) else both

    def money(self, sum_: Money) -> Cited:
        return self._its_own(sum_, sum_part(sum_.amount, sum_.currency, sum_.qualifier, self.note(sum_.span)))

    def jobs(self, jobs: Jobs) -> Cited:
        return self._its_own(jobs, jobs_part(jobs.value, jobs.qualifier, self.note(jobs.span)))

    def date(self, dated: Dated) -> Cited:
        """With its preposition: "by 2025" is not "in 2025"."""
        before = self.document.text[max(0, dated.span.start - 24) : dated.span.start]
        inside = self.document.text[dated.span.start : dated.span.end]
        leading = re.match(r"(?i)(by|before|after|around)\b", inside)
        written = leading[1] if leading else before
        bare = bare_date(dated.date, dated.part, now=self.year)
        printed = f"{preposition(dated.date, dated.part, written=written)} {bare}"
        note = self.note(dated.span)
        end = other_end(dated, self.development, self.document.text)
        if end and self.document.quote(end.span) in note.quote:
            printed = f"{printed} or {bare_date(end.date, end.part, now=self.year)}"
        return self._its_own(dated, Part(printed, note, "date", canonical_date(dated.date, dated.part)))

    def _its_own(self, figure: Figure, part: Part) -> Cited:
        """A figure needs a quote that bears it out, and a sentence that can be about this plant or deal."""
        return Cited(part, borne_out(part) or strange(figure, self.development, self.document))

    def outlet(self) -> Part:
        note = self.note(self.development.told_at)
        return Part(note.outlet, note, "outlet", note.outlet)

    def cue(self, ours: str, pattern: str, span: Span) -> Cited:
        return _checked(Part(ours, self.note(span), "cue", pattern))


def name_of(party: Party) -> str:
    """A company goes by one name in all the stories, whatever its texts call it; a government by theirs."""
    return load_lexicon().organisation(party.id).name if is_firm(party.id) else party.name


@cache
def _spelt(spellings: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(filter(None, spellings), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def citer_of(shelf: Shelf, development: Development) -> Citer:
    document = shelf.documents[development.document]
    also = shelf.also(document)
    spans = [claim.span for claim in development.claims()]
    fitting = [span for span in spans if 0 <= span.start < span.end <= len(document.text)]
    return Citer(development, document, also, cuts_for(document, fitting, also=also), shelf.last.year)


def is_country(place: Place) -> bool:
    """Whether what the text names as place is the whole country."""
    return place.country is not None and place.name in spellings_of_country(place.country)


def _checked(part: Part) -> Cited:
    return Cited(part, borne_out(part))
