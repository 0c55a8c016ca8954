"""What stands behind a plan: a venture of its owners, a paper that they have signed, and what it hangs on.

Asked of the sentences that tell the plan or go on about it. Two texts have to say so, where there are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.model import Development, Document, Kind, Party, Role, Span
from cellwire.publish.brief.belonging import words_of
from cellwire.publish.brief.edition import Part, sentence_of, spellings_of_organisation
from cellwire.publish.brief.gathering.aiding import aid_for
from cellwire.publish.brief.gathering.mishaps import mishap_of
from cellwire.publish.brief.gathering.picking import Citer, Fresh, cue_in, cue_in_lead, in_any
from cellwire.publish.brief.matter import Backing, family, firms_named, is_venture
from cellwire.publish.brief.wording import cues, words_in

_WITHIN = 10  # sentences of a text
_HEAD = 80  # characters in which a sentence says what it goes on about
_PARTNERS = 2
_BUILDERS = {Role.OWNER, Role.OPERATOR, Role.PARTNER, Role.DEVELOPER, Role.INVESTOR}


def backing_of(fresh: Fresh, parties: list[Party]) -> Backing:
    lead = fresh.lead
    if lead.kind is Kind.INVESTMENT:
        bond = next(iter(_said(fresh, "bonds", parties, together=False)), None)
        object_ = cue_in_lead(fresh, "objects", lead.evidence)
        return Backing(bond=bond, agreed=_agreed(fresh), object=object_, financed=_financed(fresh))
    if lead.kind is Kind.INCIDENT:
        return mishap_of(fresh)
    if lead.kind is Kind.SUPPLY:
        served = cue_in_lead(fresh, "served", lead.evidence)
        return Backing(years=cue_in_lead(fresh, "years", lead.evidence), object=served)
    if lead.kind is not Kind.FACILITY:
        return Backing()
    terms = _said(fresh, "terms", parties, together=False)
    partners = [party for party in parties if party.role in _BUILDERS]
    if any(is_venture(party.id) for party in partners):
        return Backing(terms=terms, aid=aid_for(fresh))
    if len(partners) < _PARTNERS:
        return Backing(shared=cue_in_lead(fresh, "shared", lead.evidence), terms=terms, aid=aid_for(fresh))
    ventures, papers = (_said(fresh, table, partners, together=True) for table in ("ventures", "papers"))
    return Backing(next(iter(ventures), None), next(iter(papers), None), terms, aid=aid_for(fresh))


# A firm's own round, whatever it is to build with it
_A_ROUND = re.compile(r"\b(?:rounds?|seed|series [a-h]|IPO|shares|placement|placing)\b", re.IGNORECASE)


def _financed(fresh: Fresh) -> Part | None:
    """The one plant or project that is financed: its owner has not raised the money for all that it does."""
    return None if any(_A_ROUND.search(dev.quote) for dev in fresh.devs) else in_any(fresh, "financed")


def _agreed(fresh: Fresh) -> Part | None:
    """By the lead's words, or by those of half the texts."""
    if said := cue_in_lead(fresh, "agreed", fresh.lead.evidence):
        return said
    alike = fresh.alike
    found = {dev.document: part for dev in alike if (part := cue_in(fresh.citers[dev.id], "agreed", dev.evidence))}
    return next(iter(found.values())) if 2 * len(found) >= len({dev.document for dev in alike}) and found else None


def _said(fresh: Fresh, table: str, parties: list[Party], *, together: bool) -> tuple[Part, ...]:
    """Our words for theirs that enough texts have, in the table's order."""
    found: dict[str, dict[str, Part]] = {}  # our words → document → part
    for dev in fresh.devs:
        citer = fresh.citers[dev.id]
        for span in _about(dev, citer.document, parties, together=together):
            for ours, part in _cues(citer, table, span):
                found.setdefault(ours, {}).setdefault(dev.document, part)
    least = min(2, len({dev.document for dev in fresh.devs if dev.kind is fresh.lead.kind}))
    enough = [ours for ours in words_in(table) if len(found.get(ours, {})) >= least]
    return tuple(next(iter(found[ours].values())) for ours in enough)


def _cues(citer: Citer, table: str, within: Span) -> Iterator[tuple[str, Part]]:
    text = citer.document.text[within.start : within.end]
    for ours, pattern, span in cues(table, text, start=within.start):
        cited = citer.cue(ours, pattern, span)
        if not cited.problem:
            yield ours, cited.part


def _about(dev: Development, document: Document, parties: list[Party], *, together: bool) -> Iterator[Span]:
    """Sentences that speak of the plan and of no other company; of what partners do `together`, of both or of it."""
    year = document.published.year if document.published else 0
    for span in _sentences(document):
        text = document.quote(span)
        if _names_others(text, parties) or _is_older(text, year):
            continue
        named = sum(_names(text, party) for party in parties)
        own = dev.evidence.start <= span.start < dev.evidence.end or span.start <= dev.evidence.start < span.end
        goes_on = words_of("goes_on").search(text[:_HEAD]) is not None
        if named >= _PARTNERS or (own or goes_on if not together else own and not named) or _of_both(text):
            yield span


_BEFORE = re.compile(r"\b(?:earlier|previously|last (?:month|year)|years? ago|months? ago)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _is_older(text: str, year: int) -> bool:
    """What was signed, offered or founded before is no news of this plan."""
    return _BEFORE.search(text) is not None or any(int(found[0]) < year for found in _YEAR.finditer(text))


_OF_BOTH = re.compile(
    r"\W*(?:the|each|both|this) (?:[\w-]+ )?(?:companies|partners|firms|pair|two|joint venture|JV)\b", re.I
)


def _of_both(text: str) -> bool:
    return _OF_BOTH.match(text) is not None


def _sentences(document: Document) -> Iterator[Span]:
    place, count = document.extent.start, 0
    while place < document.extent.end and count < _WITHIN:
        span = sentence_of(document.text, Span(place, place + 1))
        if document.quote(span).strip():
            count += 1
            yield span
        place = max(span.end, place + 1)


def _names(text: str, party: Party) -> bool:
    spellings = {party.name, *spellings_of_organisation(party.id)}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in spellings)


def _names_others(text: str, parties: list[Party]) -> bool:
    ours = family(party.id for party in parties)
    return any(not family([id]) & ours for id in firms_named(text))
