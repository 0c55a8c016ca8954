"""Mines that are only looked for: drilled, measured, studied: "starts drilling at its lithium project"."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_MINED = frozenset({"lithium", "nickel", "cobalt", "graphite", "manganese"})
_STUDIED = (
    r"(?:drill(?:ing|s)?|drill\s?holes|exploration|(?:mineral\s)?resources?(?:\sestimates?)?"
    r"|(?:pre-?|definitive\s|bankable\s)?feasibility(?:\sstudy)?|scoping\sstudy|economic\sassessment|PFS|DFS|PEA"
    r"|minerali[sz]ation|deposits?|reserves|technical\sreport|high-grade)"
)
_EXPLORES = gated(
    r"\b(?P<does>(?:beg[iau]n|start|launch|commenc|complet|announc|expand|resum|advanc|intersect|confirm|identif|discover"
    r"|unveil|report|f[io]u?nd|deliver|doubl|fil|extend|upgrad|accelerat|encourag|hit)\w*)\s"
    rf"(?:[^.;]|\.\d){{0,90}}?\b{_STUDIED}\b",
    re.I,
    needs="drill drilling exploration resource resources feasibility pre scoping economic pfs dfs pea mineralization "
    "mineralisation deposit reserves technical high",
)
_OTHER_FIELD = regex(r"\b(?:gold|copper|silver|uranium|zinc|oil|gas|gene|brain)\b", re.I)


def explored(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A mine of which there is no more than a drill or a study is considered."""
    ores = [spot for spot in clause.products if spot.id in _MINED]
    match = _EXPLORES.search(clause.text, clause.opened) if ores else None
    if match is None or _OTHER_FIELD.search(clause.text):
        return None
    verb = cue_of(clause, match, "does", "firm.consider")
    how = aspect(clause, verb)
    if how.negated or how.possible or not (verb.span.start < ores[-1].span.start):
        return None
    mine = next(iter(clause.find(*THINGS)), Cue(("facility.mine",), "", ores[-1].span, ores[-1].id))
    return mine, Sign("considered", verb, how, "explore", done=False)
