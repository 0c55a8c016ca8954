"""What a headline says that a maker means to have one day: "Alder to reach 15GWh by 2027 from current 5GWh"."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of

_AIMS = gated(
    r"\b(?P<aims>(?:to|will|aims to|plans to|wants to|on track to)\s"
    r"(?:reach|hit|have|attain|achieve|(?:scale(?:\sup)?|ramp(?:\sup)?|grow|expand)\sto)|targets?|targeting|eyes?|eyeing"
    r"|aims\s(?:for|at)|aiming\s(?:for|at))\s(?:an?\s)?(?:up to |about |more than |over |at least )?[\d.,]+\s?"
    r"(?:GWh|gigawatt[- ]hours?)\b(?![^;]*\b(?:storage|BESS|projects?|orders?|shipments?|sales|deliver\w*|installed)\b)"
    r"[^;]*\b(?:by|in)\s(?:the end of\s)?(?:20\d\d|FY\s?\d\d)",
    needs="0",
)


def aims_at(clause: Sentence) -> tuple[Cue, Sign] | None:
    """All that a maker wants to make in a year, where a headline names no plant for it."""
    match = _AIMS.search(clause.text, clause.opened) if clause.headline else None
    if match is None or not any(name.said.end <= clause.span.start + match.start() for name in clause.names):
        return None
    verb = cue_of(clause, match, "aims", "facility_verb.capacity", form="")
    how = aspect(clause, verb)
    return None if how.negated or how.possible else (verb, Sign("announced", verb, how, "aim", True))
