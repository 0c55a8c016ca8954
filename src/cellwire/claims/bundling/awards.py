"""Capacity that a state's scheme awards: neither a plant nor a supply, but what public money is promised for."""

from __future__ import annotations

import re

from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.model import Kind

_WON = gated(
    r"\b(?:award(?:ed|s)?|allott?ed|allocat(?:ed|es)|bag(?:ged|s)|w[oi]n(?:s|ner|ners)?|success\w+|select(?:ed|s)|receiv(?:e|es|ed)"
    r"|benefits|incentives)\b",
    re.I,
)
_SCHEME = gated(
    r"\bPLI\b|\b(?:production[- ]linked|advanced? chemistry cell)\b"
    r"|\b(?:incentive|subsidy|ACC)\s(?:scheme|programme|program)\b"
    r"|\btender\b[^,;]{0,60}\bto set up\b",
    re.I,
    needs="pli production advance advanced incentive subsidy acc tender",
)
_CAPACITY = gated(
    r"\b(?:award|allott|allocat)ed\s(?:to build\s)?(?:an?\s)?(?:(?:total\s|combined\s)?capacity of\s)?"
    r"[\d.]+\s?(?:GWh|gigawatt)"
    r"|\breceived\s[\d.]+\s?GWh\seach\b",
    re.I,
)
_PLANNED = frozenset({"announced", "considered", "signed", "completed"})


def is_awarded(draft: Draft) -> bool:
    """ "A was awarded 20 GWh of capacity", "selected under the scheme to set up 10 GWh"; not with a plant's town."""
    clause = draft.clause
    if draft.kind not in {Kind.FACILITY, Kind.SUPPLY} or draft.stage not in _PLANNED:
        return False
    if any(spot.level not in {"area", "region"} for spot in clause.places):
        return False
    if _CAPACITY.search(clause.text, clause.opened):
        return True
    won = _WON.search(clause.text, clause.opened)
    return won is not None and _SCHEME.search(clause.text, clause.opened) is not None
