"""Stories read from words that tell of what was there before the news: a ban that is broken, work of years."""

from __future__ import annotations

import re

from cellwire.model import DEAL_KINDS, Kind
from cellwire.publish.brief.doubting.heading import in_title
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode

_RULES = (
    r"(?:bans?|curbs?|rules?|laws?|quotas?|tariffs?|dut(?:y|ies)|regulations?|restrictions?|decrees?|moratori(?:a|um)"
    r"|controls?|standards?|requirements?)\b"
)
# "is |violating its ban| on exports"
_IN_FORCE = re.compile(
    r"^(?![^.;]{0,200}\b(?:tighten|impos|adopt|announc|introduc|extend|expand|widen|ban)(?:s|es|ed)\b)[^.;]{0,200}?"
    r"\b(?:violat|breach|flout|circumvent|evad|skirt|broke|break)\w*\s(?:its|the|their|this|that|an?)\s"
    rf"(?:[\w-]+\s){{0,3}}?{_RULES}",
    re.IGNORECASE,
)
# "|Early this year,| A announced a battery"; "B, with which it |has already signed| a deal"
_EARLIER = re.compile(
    r"\W*(?:(?:Early|Earlier) (?:this|last) year|Last (?:year|month)|Previously|Back in [^,]{3,20}"
    r"|(?:Over|During|In) the (?:past|last) (?:\w+ )?(?:years?|months)),"
)
_ALREADY = re.compile(
    r"\b(?:has|have|had) (?:also )?already (?:secured|signed|raised|received|acquired|bought|agreed)\b"
)
# "A |has been developing| batteries as part of its strategy"
_FOR_LONG = re.compile(
    r"\b(?:has|have) (?:long )?been (?:\w+ly )?(?:develop|work|research|adopt|study|mak|produc|us)ing\b"
)
# "A |produces| lithium |in collaboration with| B": what two reach together was agreed before
_REACHED = re.compile(
    r"\b(?:produc|achiev|complet|deliver|demonstrat|validat|ship|publish|receiv|reach|pass|win)(?:e?s|ed)\b[^.;]{0,160}?"
    r"\bin (?:collaboration|partnership|cooperation|conjunction) with\b",
    re.IGNORECASE,
)
# "collaborate on batteries, |recognised by the state's awards|": what wins a prize was there before
_PRIZE = re.compile(
    r"\brecogni[sz]ed (?:by|with|at|in)\b[^.;]{0,60}\b(?:awards?|prizes?)\b"
    r"|\bawards? (?:reveals?|honou?rs?|recogni[sz]es?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following)\b", re.IGNORECASE)


def told_before(matter: Matter, shelf: Shelf) -> str:
    """Empty, or why the words of its lead tell of what was there before."""
    document = shelf.documents[matter.lead.document]
    said = matter.lead.evidence.cut(document.text)
    if matter.kind is Kind.POLICY and matter.stage == "adopted" and _IN_FORCE.search(said):
        return "its words tell of a rule that is in force"
    if matter.kind is Kind.PARTNERSHIP and matter.stage == "signed" and _PRIZE.search(said):
        return "its words tell of a prize for it"
    if in_title(matter.lead, document):
        return "its title tells of it as what was there before" if _is_behind(matter, said) else ""
    earlier = matter.kind is not Kind.INCIDENT and _EARLIER.match(said)
    if earlier or (matter.kind in DEAL_KINDS and _ALREADY.search(said)):
        return "its sentence tells of what was done earlier"
    if matter.kind is Kind.TECHNOLOGY and matter.mode is Mode.ASSERTED and _FOR_LONG.search(said):
        return "its sentence tells of what has gone on for long"
    return ""


def _is_behind(matter: Matter, said: str) -> bool:
    """Whether a title's news stands in front of it: "A |wins orders after| its works in Szolnok"."""
    if matter.kind is Kind.PARTNERSHIP and matter.stage == "signed":
        return _REACHED.search(said) is not None
    lead, after = matter.lead, _AFTER.search(said)
    place = lead.place.span if lead.place else lead.country_span
    if matter.kind is not Kind.FACILITY or matter.stage != "operating" or not (lead.trigger and place and after):
        return False
    return lead.trigger.end <= lead.evidence.start + after.start() < place.start
