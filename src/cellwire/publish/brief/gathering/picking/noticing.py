"""Words that a kind's tables know in a story's sentences: a phase, a site, a count, a source, a nomination."""

from __future__ import annotations

import re
from collections.abc import Container

from cellwire.model import STOPPED, Certainty, Development, Kind, Modality, Span
from cellwire.publish.brief.edition import Part, spellings_of_country, spellings_of_organisation
from cellwire.publish.brief.gathering.picking.choosing import Fresh
from cellwire.publish.brief.gathering.picking.citing import Citer, is_country
from cellwire.publish.brief.wording import cues, words_in

_ORDINAL = "first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th"
_PLANT = r"(?:giga)?(?:plant|factory|facility|mine|refinery|line|site)"
_BUILT = re.compile(r"\b(?:giga)?(?:plants?|factor(?:y|ies)|mines?|refiner(?:y|ies)|lines?|works)\b", re.IGNORECASE)
_OPENING = 450  # characters
STORAGE_AGREEMENTS = {"storage agreement", "storage agreements"}
_NEXT = 250  # characters behind a report in which its sources are named


def cue_in_lead(fresh: Fresh, table: str, within: Span | None) -> Part | None:
    return cue_in(fresh.lead_citer, table, within) if within else None


def only_cue_in_lead(fresh: Fresh, table: str) -> Part | None:
    """The word of the table that stands in the lead's sentence alone: of "a mine and a refinery" neither is told."""
    found = cues(table, fresh.lead.evidence.cut(fresh.lead_citer.document.text))
    return cue_in_lead(fresh, table, fresh.lead.evidence) if len(found) == 1 else None


def cue_in(citer: Citer, table: str, within: Span, *, of: Container[str] | None = None) -> Part | None:
    """The first word of the table, or `of` some of them, that stands in a stretch of the text, and passes the check."""
    text = citer.document.text[within.start : within.end]
    for ours, pattern, span in cues(table, text, start=within.start):
        if of is not None and ours not in of:
            continue
        cited = citer.cue(ours, pattern, span)
        if not cited.problem:
            return cited.part
    return None


def thing_of(fresh: Fresh) -> Part | None:
    """What the word tables of its kind find: what is done to a plant or to goods, and what a deal is called."""
    lead = fresh.lead
    match lead.kind:
        case Kind.FACILITY:
            return _of_a_plant(fresh)
        case Kind.SUPPLY:
            return _of_a_supply(fresh)
        case Kind.PARTNERSHIP:
            return _of_a_partnership(fresh)
        case Kind.TECHNOLOGY:
            return _of_goods(fresh)
        case Kind.INCIDENT:
            return _of_a_mishap(fresh)
        case Kind.INVESTMENT if cue_in_lead(fresh, "beside_listings", lead.evidence):
            return cue_in(fresh.lead_citer, lead.kind.value, lead.evidence, of=_BUT_LISTED)
    return cue_in_lead(fresh, lead.kind.value, lead.evidence)


def _of_a_plant(fresh: Fresh) -> Part | None:
    lead = fresh.lead
    larger = cue_in_lead(fresh, "enlargements", _around_trigger(lead, _GROWS_WITHIN))
    stopped = [dev for dev in fresh.devs if dev.kind is lead.kind and lead.stage == dev.stage in STOPPED]
    paused = (cue_in(fresh.citers[dev.id], "pauses", dev.evidence) for dev in stopped)
    if said := next(filter(None, paused), None) or _begun_phase(fresh):
        return said
    if lead.stage in _PLANS and (doubted := cue_in_lead(fresh, "doubted", lead.evidence)):
        return doubted
    looks = lead.rule == _FILED or (lead.stage == "considered" and lead.rule in _LOOKS)
    if looks and (looked_at := cue_in_lead(fresh, "looked_at", lead.evidence)):
        return looked_at
    if lead.stage == "announced" and (said := _contracted(fresh) or cue_in_lead(fresh, "conversions", lead.evidence)):
        return said
    words = _OF_WORKS if lead.stage == "delayed" else _OF_WORKS - OF_A_DELAY
    done = cue_in(fresh.lead_citer, lead.kind.value, _around_trigger(lead, _DONE_WITHIN), of=words)
    if lead.stage != "announced":
        return done or (_grows_by_title(fresh) if lead.stage in _PLANS else None)
    return (
        larger
        or done
        or _grows_by_title(fresh)
        or (None if lead.place else cue_in_lead(fresh, "amounts", lead.evidence))
    )


def _grows_by_title(fresh: Fresh) -> Part | None:
    """Whether a title tells of a plant that grows, where the sentence that tells it names no plant of its own."""
    said = fresh.lead.evidence.cut(fresh.lead_citer.document.text)
    return None if _BUILT.search(said) else cue_in_lead(fresh, "titled_enlargements", _title(fresh))


def _of_a_supply(fresh: Fresh) -> Part | None:
    tentative = by_half(fresh, "tentative", opening=True) if fresh.lead.stage == "signed" else None
    return (
        tentative or _hired(fresh) or _handed_over(fresh) or cue_in_lead(fresh, Kind.SUPPLY.value, fresh.lead.evidence)
    )


def _handed_over(fresh: Fresh) -> Part | None:
    """Of what a maker "|has delivered|" the delivery is the news, and no agreement."""
    lead = fresh.lead
    if lead.trigger is None or lead.rule not in _HANDING:
        return None
    return cue_in_lead(
        fresh, "handed", Span(max(lead.evidence.start, lead.trigger.start - _DONE_WITHIN), lead.trigger.end)
    )


_HANDING = {"supply.supplies", "supply.delivers"}


def _hired(fresh: Fresh) -> Part | None:
    """What of a store is sold instead of it; an "energy storage agreement" that another text has as a supply is one."""
    hired = in_any(fresh, "hires")
    return None if hired and hired.text in STORAGE_AGREEMENTS and in_any(fresh, "supplied") else hired


def _of_a_partnership(fresh: Fresh) -> Part | None:
    """What it is called at the word that tells it, in its sentence, or else in any text."""
    lead, table = fresh.lead, Kind.PARTNERSHIP.value
    said = cue_in_lead(fresh, "unbinding", lead.evidence)
    said = said or (_worked_on(fresh) if lead.stage != "terminated" else None)
    said = said or (cue_in_lead(fresh, table, lead.trigger) if lead.trigger else None)
    return said or cue_in_lead(fresh, table, lead.evidence) or in_any(fresh, table)


def _of_a_mishap(fresh: Fresh) -> Part | None:
    lead, table = fresh.lead, Kind.INCIDENT.value
    if lead.rule == "incident.halt" and (halted := cue_in_lead(fresh, "halts", _around_trigger(lead, _GROWS_WITHIN))):
        return halted
    if lead.rule not in _MISHAPS:
        return cue_in_lead(fresh, table, lead.evidence)
    within = lead.trigger if lead.rule == "incident.strike" and lead.trigger else lead.evidence
    return cue_in(fresh.lead_citer, table, within, of=_MISHAPS[lead.rule])


_BUT_LISTED = frozenset(words_in(Kind.INVESTMENT.value)) - {"filing", "initial public offering", "share listing"}


_OF_WORKS = frozenset(words_in(Kind.FACILITY.value))
OF_A_DELAY = frozenset({"slowdown", "production cut"})  # of what opens they are said of something else


def _of_goods(fresh: Fresh) -> Part | None:
    """What is done to goods, by the word that tells it; "begins" may stand before "mass production"."""
    lead, table = fresh.lead, fresh.lead.kind.value
    if lead.stage == "testing" and (tried := cue_in_lead(fresh, "trials", lead.evidence)):
        return tried
    if lead.trigger is None:
        return cue_in_lead(fresh, table, lead.evidence)
    within = Span(max(lead.evidence.start, lead.trigger.start - _DONE_WITHIN), lead.trigger.end)
    told = cue_in(fresh.lead_citer, table, within, of=_BEGUN) or cue_in_lead(fresh, table, lead.trigger)
    if told or (shown := cue_in_lead(fresh, "shown", lead.evidence)):
        return told or shown
    return cue_in_lead(fresh, "new_ones", lead.evidence) if lead.modality is Modality.ASSERTED else None


_BEGUN = frozenset({"mass production"})


def _worked_on(fresh: Fresh) -> Part | None:
    """What a title, or else the sentence, says that two make together."""
    return cue_in_lead(fresh, "joint_works", _title(fresh)) or cue_in_lead(fresh, "joint_works", fresh.lead.evidence)


def _begun_phase(fresh: Fresh) -> Part | None:
    """Which phase alone runs, as the sentence says or, of what stands right below it, the title."""
    lead, extent = fresh.lead, fresh.lead_citer.document.extent
    if lead.stage != "operating":
        return None
    above = _title(fresh) if lead.evidence.start < extent.start + _OPENING else None
    return cue_in_lead(fresh, "begun_phases", lead.evidence) or cue_in_lead(fresh, "begun_phases", above)


def _contracted(fresh: Fresh) -> Part | None:
    """The contract on a planned plant that its text opens with: then that is the news, and the plan is not."""
    lead, extent = fresh.lead, fresh.lead_citer.document.extent
    opening = Span(extent.start, max(extent.start, min(lead.evidence.start, extent.start + _OPENING)))
    one = sum(dev.document == lead.document and dev.kind is Kind.FACILITY for dev in fresh.devs) == 1
    return cue_in_lead(fresh, "contracted", opening) if one else None


def _title(fresh: Fresh) -> Span | None:
    extent, text = fresh.lead_citer.document.extent, fresh.lead_citer.document.text
    end = text.find("\n", extent.start, extent.end)
    return Span(extent.start, end) if end > extent.start else None


def in_any(fresh: Fresh, table: str) -> Part | None:
    """The word of the table that one of the tellings of the lead's kind has."""
    alike = (dev for dev in fresh.devs if dev.kind is fresh.lead.kind)
    return next(filter(None, (cue_in(fresh.citers[dev.id], table, dev.evidence) for dev in alike)), None)


def by_half(fresh: Fresh, table: str, *, opening: bool = False) -> Part | None:
    """The word of the table that half of the texts that tell it have for it, there or in their opening."""
    alike = fresh.alike
    found: dict[str, dict[str, Part]] = {}  # our word → document → part
    for dev in alike:
        citer, start = fresh.citers[dev.id], fresh.citers[dev.id].document.extent.start
        within = (dev.evidence, Span(start, start + _OPENING)) if opening else (dev.evidence,)
        if said := next(filter(None, (cue_in(citer, table, span) for span in within)), None):
            found.setdefault(said.text, {}).setdefault(dev.document, said)
    most = max(found.values(), key=len, default={})
    return next(iter(most.values())) if most and 2 * len(most) >= len({dev.document for dev in alike}) else None


_PLANS = {"considered", "announced"}
# By other rules a study is only named: "considers a plant, after a study"; the learned table knows no rule
_FILED = "facility.applied"
_LOOKS = {"facility.study", "facility.explore", "gist.facility"}
# What a rule tells: another mishap that its sentence names is not its own
_MISHAPS: dict[str, frozenset[str]] = {
    "incident.recall": frozenset({"recall"}),
    "incident.probe": frozenset({"probe"}),
    "incident.fire": frozenset({"cause of a fire", "battery fire", "fire", "explosion", "leak"}),
    "incident.accident": frozenset({"explosion", "leak", "accident"}),
    "incident.layoff": frozenset({"layoffs"}),
    "incident.strike": frozenset({"strike"}),
    "incident.insolvency": frozenset({"bankruptcy filing", "insolvency filing", "insolvency"}),
    "incident.cleanup": frozenset({"clean-up"}),
    "incident.lawsuit": frozenset({"claimed appeal", "appeal", "lawsuit"}),
    "incident.claim": frozenset({"lawsuit"}),
    "incident.accusation": frozenset({"lawsuit"}),
    "incident.halt": frozenset({"shutdown"}),
}
_DONE_WITHIN, _GROWS_WITHIN = 30, 90  # characters on either side


def _around_trigger(lead: Development, within: int) -> Span:
    """ "Start" must be said of the plant itself, not of what it will make one day."""
    if lead.trigger is None:
        return lead.evidence
    start, end = lead.trigger.start - within, lead.trigger.end + within
    return Span(max(lead.evidence.start, start), min(lead.evidence.end, end))


def told_near(fresh: Fresh) -> Span:
    """The lead's evidence, and of what is only reported the sentence behind it."""
    evidence, document = fresh.lead.evidence, fresh.lead_citer.document
    if fresh.lead.certainty is not Certainty.REPORTED:
        return evidence
    return Span(evidence.start, max(evidence.end, min(document.extent.end, evidence.end + _NEXT)))


def site_span(fresh: Fresh) -> Span | None:
    """The lead's sentence, where it has no word for a plant: then it may be for a research centre, which is none."""
    said = fresh.lead.evidence.cut(fresh.lead_citer.document.text)
    return None if _BUILT.search(said) else fresh.lead.evidence


# "its first |European| plant", "its first plant |outside China|": the first of some is not the first
_LIMITS = re.compile(r"\b(?:[A-Z][\w-]+|overseas|foreign|domestic|local|large|full|commercial|pilot|solid|sodium)")
_LIMITED = re.compile(
    r"\w* (?:outside|abroad|overseas|of its kind|on the continent"
    r"|in (?:Europe|Asia|Africa|America|(?:North|South|Latin|Southeast) A\w+|the \w+))\b"
)


def _is_limited(before: str, behind: str) -> bool:
    return _LIMITS.search(before) is not None or _LIMITED.match(behind) is not None


def counted_as_theirs(fresh: Fresh) -> Span | None:
    """Where the text counts the plant among the operator's own: "its second plant", "AESC's second factory".

    "The UK's second battery plant" counts another way, and says nothing of the operator's plants.
    """
    lead, text = fresh.lead, fresh.lead_citer.document.text
    if not re.search(rf"\b(?:{_ORDINAL})\b", text[lead.evidence.start : lead.evidence.end], re.IGNORECASE):
        return None
    names = [party.name for party in lead.parties] + (
        [lead.place.name] if lead.place and not is_country(lead.place) else []
    )
    words = [spelling for name in names for spelling in (name, *name.split()[-1:])]
    for party in lead.parties:
        words.extend(spellings_of_organisation(party.id))
    owner = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    theirs = rf"\b(?:its|their)|(?:{owner})[’']s?" if owner else r"\b(?:its|their)"
    pattern = rf"(?:{theirs}) ({_ORDINAL}) ((?:[\w-]+ ){{0,3}}){_PLANT}"
    told = text[lead.evidence.start : lead.evidence.end]
    matched = re.search(pattern, told, re.IGNORECASE)
    if not matched or (matched[1].casefold() == "first" and _is_limited(matched[2], told[matched.end() :])):
        return None
    if lead.place and not is_country(lead.place) and _counts_in_a_land(told[matched.end() :], lead.place.country):
        return None
    return Span(lead.evidence.start + matched.start(1), lead.evidence.start + matched.end(1))


def _counts_in_a_land(behind: str, land: str | None) -> bool:
    """Whether what is counted is counted in the land: "its third plant |in India|, in Halol" is not the third there."""
    names = "|".join(map(re.escape, spellings_of_country(land or "")))
    return bool(names) and re.match(rf"s?,? in (?:the )?(?:{names})(?!\w)", behind) is not None
