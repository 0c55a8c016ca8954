"""Stores that somebody connects to a grid: "Alder connects a 500 MWh store to the grid"."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_CONNECTED = gated(
    r"\b(?P<connects>[Cc]onnect(?:s|ed))\s(?P<what>(?:(?!to\b)[\w.,/'’()-]+\s){1,12}?)"
    r"to\s(?:the\s|its\s)?(?:[\w-]+\s){0,2}?[Gg]rid\b",
    needs="connects connected",
)


# "connects 200 homes |near| its store", "a solar farm |with| a battery"
_BESIDE = regex(r"\b(?:near|for|from|with|of|beside|alongside|and|at|by)\s")


def connected(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A store that is connected to a grid runs."""
    match = _CONNECTED.search(clause.text, clause.opened)
    if match is None:
        return None
    start, end = (clause.span.start + at for at in match.span("what"))
    stores = [cue for cue in clause.find("facility.storage") if start <= cue.span.start < end]
    verb = cue_of(clause, match, "connects", "facility_verb.running")
    how = aspect(clause, verb)
    beside = stores and _BESIDE.search(clause.text[match.start("what") : stores[0].span.start - clause.span.start])
    if not stores or beside or how.passive or how.negated or how.ahead or how.possible or how.purpose:
        return None
    return stores[0], Sign("operating", verb, how, "connected", done=True)
