"""Stores of power that bids are asked for: "Oman issues a tender for 200 MWh of storage"."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of

_TENDER = r"(?:tenders?|bids?|RFPs?|requests? for proposals|qualification process)"
_ASKS = gated(
    r"\b(?P<asks>(?i:(?:issu|releas|invit|initiat)(?:es?|ed|ing)|(?:float|open|call|solicit)(?:s|ed|ing)?"
    r"|launch(?:es|ed|ing)?|seek(?:s|ing)?|sought))\s"
    rf"(?:(?!EPC\b|to\b|that\b|and\b|with\b)[\w.,/₹&+-]+\s){{0,9}}?(?i:{_TENDER})\b(?!\s(?:winners?|results?|documents?\sto))",
    needs="tender tenders bid bids rfp rfps request requests qualification",
)


def tendered(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A store that somebody asks others to build: so it is planned."""
    things = [cue for cue in clause.find(*THINGS) if "facility.storage" in cue.tags]
    match = _ASKS.search(clause.text, clause.opened) if things else None
    if match is None:
        return None
    verb = cue_of(clause, match, "asks", "firm.plan")
    how = aspect(clause, verb)
    return None if how.negated or how.possible else (things[0], Sign("announced", verb, how, "tender", done=False))


def asks_for_bids(clause: Sentence, cue: Cue) -> bool:
    """Whether what is launched or opened is a tender, and no store yet."""
    match = _ASKS.search(clause.text, clause.opened)
    return match is not None and clause.span.start + match.start("asks") == cue.span.start
