"""Who gets samples of new goods, or tries them with their maker."""

from __future__ import annotations

import re

from cellwire.claims.actors import distinct, groups
from cellwire.claims.scene import Cue, Name, Sentence
from cellwire.lexicon import regex

_SAMPLES = regex(
    r"\b(?:samples?|prototypes?|(?:ship|deliver|send|sent|provid|suppl)\w*|validat\w+|test\w*|trial\w*|"
    r"qualif\w+|evaluat\w+|pilot)\b",
    re.I,
)
_BY = frozenset({"by", "with", "to", "for"})


def takers(clause: Sentence, cue: Cue) -> list[Name]:
    """Who gets the samples or tries them: "ships cells to B for validation", "tested by its partners B and C"."""
    found = [group for group in groups(clause) if group.lead in _BY and group.span.start > cue.span.end]
    near = [group for group in found if _SAMPLES.search(clause.before(group.span.start, 70))]
    return distinct(name for name in (near[0].names if near else ()) if name.kind == "company" and not name.referred)
