"""A figure in its sentence, and how that sentence is joined to the plant or deal."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from cellwire.model import Capacity, Dated, Development, Document, Jobs, Kind, Money, Party, Role, Span
from cellwire.publish.brief.edition import is_named, sentence_of, spellings_of_organisation
from cellwire.publish.brief.matter import family

Figure = Capacity | Money | Jobs | Dated

_SHARED = {Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP}
_HEAD = 80  # characters in which a sentence says what it goes on about
_THE = re.compile(r"\W*(?:the|this|its|their|both) ", re.IGNORECASE)
_NOUN = 24  # characters in which a noun stands behind a figure
_BESIDE = (70, 40)  # characters before and behind a figure
_TURNS = re.compile(r";|,? (?:while|whereas|after|since|but)\b|, (?:and|which|as|who)\b")


@cache
def words_of(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(table)})(?!\w)", re.IGNORECASE)


@cache
def _either(table: str) -> str:
    known = tomllib.loads((files("cellwire.publish.brief.belonging") / "words.toml").read_text("utf-8"))
    return "|".join(known[table])


def behind_a_sum(*tables: str) -> str:
    """A pattern of what a sum is of, as it stands behind it: "Alder's |$500 million| battery deal"."""
    return rf"(?:[- ][\w-]+(?: [\w-]+){{0,2}}?)??[- ](?:{'|'.join(map(_either, tables))})\b"


@dataclass(frozen=True, slots=True)
class Said:
    """A figure's sentence, where the figure stands in it, and how it is joined to the development."""

    development: Development
    text: str
    at: Span
    told_here: bool  # the words that tell the development stand in this sentence
    lead: str  # the words that tell the development
    turns: bool  # between them and the figure the sentence turns to something else

    @property
    def beside(self) -> str:
        before, behind = _BESIDE
        return self.text[max(0, self.at.start - before) : self.at.end + behind]

    @property
    def goes_on(self) -> bool:
        head = self.text[: min(_HEAD, self.at.start)]
        if _THE.fullmatch(head):  # "The $4 billion |factory| is to open in 2025"
            head = self.text[: self.at.end + _NOUN]
        return words_of("goes_on").search(head) is not None or self.names_its_own

    @property
    def names_its_own(self) -> bool:
        own = {party.name for party in self.development.parties}
        own |= {spelt for party in self.development.parties for spelt in spellings_of_organisation(party.id)}
        return self.names(*own, *((self.development.place.name,) if self.development.place else ()))

    def names(self, *spellings: str) -> bool:
        return is_named(self.text, spellings)


def said_of(span: Span, development: Development, document: Document) -> Said:
    sentence = sentence_of(document.text, span)
    trigger = development.told_at
    told_here = sentence.start <= trigger.start < sentence.end
    between = document.text[min(span.end, trigger.end) : max(span.start, trigger.start)] if told_here else ""
    at = Span(span.start - sentence.start, span.end - sentence.start)
    lead = development.evidence.cut(document.text)
    return Said(development, document.quote(sentence), at, told_here, lead, _TURNS.search(between) is not None)


# "At Alder's Zaragoza site", "for Alder plants", "Alder's electric cars": where and for whom, not who alone does it
_OF_ITS_WORKS = re.compile(
    r"\b[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?[’']?s?,? "
    r"(?:(?:[A-Z][\w-]+,?|assembly|car|vehicle|electric|existing|own) ){0,4}"
    r"(?:sites?|plants|factories|facilities|vehicles?|cars?|models?|EVs?|campus)\b"
)


_OF_THE_DEAL = re.compile(behind_a_sum("deals", "ventures"))


def one_party_only(said: Said) -> bool:
    """ "CATL, for its part, announced 100 GWh" behind a plant of CATL and another: that is CATL's own."""
    giving = said.development.kind is Kind.INVESTMENT
    if not giving and said.development.kind not in _SHARED:
        return False
    companies = {
        party.id: party
        for party in said.development.parties
        if party.role is not Role.GOVERNMENT and not (giving and party.role is not Role.INVESTOR)
    }
    if giving and len(companies) < 2:
        return False
    if said.development.kind is Kind.SUPPLY and words_of("trades").search(said.text):
        return False  # what one side buys is what the other supplies
    if _OF_THE_DEAL.match(said.text, said.at.end):
        return False
    if any(family([one]) & set(companies) - {one} for one in companies):
        return False  # a venture and its owners: each can speak for it
    spoken = replace(said, text=_OF_ITS_WORKS.sub(" ", said.text))
    named = [spoken.names(*_called(party), *spellings_of_organisation(id)) for id, party in companies.items()]
    return any(named) and not all(named)


def one_of_several(said: Said) -> bool:
    """ "Alder will supply |100,000 tonnes|", of a buyer who signs with Alder, Birch and Cedar: that is Alder's part."""
    for role in (Role.SUPPLIER, Role.CUSTOMER):
        side = {party.id: party for party in said.development.parties if party.role is role}
        apart = [party for id, party in side.items() if not family([id]) & (set(side) - {id})]
        named = [said.names(*_called(party), *spellings_of_organisation(party.id)) for party in apart]
        if len(apart) > 1 and not all(named):
            return True
    return False


def _called(party: Party) -> set[str]:
    """A headline has "Hyundai-SK" for Hyundai and SK On."""
    first = party.name.split()[0]
    return {party.name, first} if len(first) > 1 and first[0].isupper() else {party.name}
