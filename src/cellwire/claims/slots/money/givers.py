"""What somebody else puts into a plant: a part of its cost, and not the cost.

"With |€120 million| coming from the government", "of which |€80 million| will be paid by the state".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Span

_GIVEN_BY = regex(
    r"^(?:\s\([^()]{1,30}\))?\s(?:(?:(?:that|which)\s)?(?:is|are|was|were|will|would|is to|are to|to)\s(?:be\s"
    r"|have been\s)?)?"
    r"(?:coming|comes?|came|provided|paid|contributed|put (?:up|in)|chipped in|covered|supplied|financed|funded"
    r"|given|granted"
    r"|met|borne|footed|lent|promised|pledged|offered|awarded|earmarked|shouldered)\s(?:for it\s)?"
    r"(?:by|from|through|via|out of)\s(?:the\s)?"
)
_OF_WHICH = gated(
    r"\bof (?:which|that|this|it)\s(?:(?:about|around|some|nearly|over|more than|up to|roughly|almost|a)\s)*$"
)
_A_STEP = regex(r"\b(?:phases?|stages?|first|second|initial|plant|factory|lines?)\b")
_NEXT = 12  # characters
# "with the Hungarian government |providing| 14 billion forints in support"
_A_GIVER_DOES = gated(
    r"\b(?:government|state|ministry|province|county|city|agency|commission|Union|EU|department|treasury|fund|bank)s?\s"
    r"(?:(?:has|have|had|will|would|is|are|was|were|also|to)\s){0,3}"
    r"(?:provid|contribut|giv|gave|offer|add|pay|chip|support|subsidi[sz]|grant|award|pledg|promis|fund|lend|lent|cover"
    r"|put)\w*\s(?:(?:in|up|it|the|project|plant|company|with|about|around|some|up to|more than|an|another|extra"
    r"|additional|further)\s){0,5}$",
    re.I,
)


def is_given_by_another(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether somebody who does not build the plant pays that part of it."""
    if home.kind is not Kind.FACILITY:
        return False
    if _A_GIVER_DOES.search(clause.before(value.start, 90), clause.opened):
        return True
    behind = clause.after(value.end, 90)
    if _OF_WHICH.search(clause.before(value.start, 40), clause.opened) and not _A_STEP.search(behind):
        return True
    given = _GIVEN_BY.match(behind)
    if given is None:
        return False
    giver = value.end + given.end()
    return not any(name.id in home.ids() for name in clause.names if abs(name.said.start - giver) <= _NEXT)
