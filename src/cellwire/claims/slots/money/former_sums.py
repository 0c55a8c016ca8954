"""What a plant or a deal was once to cost, beside what it costs now.

"Down from the original |$2 billion|", "first put at |€600 million|, will now cost", "instead of |$1 billion|".
"""

from __future__ import annotations

import re

from cellwire.claims.figures import Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex

_RECKONED = (
    r"(?:put|estimated|priced|budgeted|costed|planned|pegged|set|valued|announced|expected|forecast|reckoned|thought"
    r"|quoted|envisaged|projected|calculated|intended|pledged|promised|agreed)"
)
_ABOUT = r"(?:(?:a|an|the|its|at|about|around|some|nearly|almost|over|more than|up to|just|only)\s)*"
_FROM_ONCE = gated(
    r"\b(?:from|than|above|over|against|instead of|rather than) (?:its |their |the "
    r"|an? )?(?:[\w-]+['’]s )?(?:initial|original|earlier|previous|prior"
    r"|planned|budgeted|first|once)\s(?:[\w-]+\s){0,2}(?:of\s)?\(?$"
    r"|\b(?:from|than) (?:its |their |the |an? )?(?:initial|original|earlier|previous)\s(?:order|contract|booking|plan"
    r"|estimate|budget|deal)s?\b[^.;,]{0,60}\s(?:worth|of|at)\s$"
    r"|\b(?:from|than|above|over|against)\s(?:its\s|their\s|the\s|an?\s)?(?:[\w-]+\s){0,2}?(?:estimates?|forecasts?|budgets?)\s(?:of|at)\s"
    + _ABOUT
    + r"$"
    # "cut to €1.4 billion from |€2.1 billion|"
    r"|\bto\s[^;]{1,30}?(?:million|billion|trillion|bn|\d)\s(?:euros\s|dollars\s|won\s|yuan\s|yen\s)?from\s"
    + _ABOUT
    + r"$"
    r"|\b(?:instead of|rather than|compared (?:to|with)|as against|not)\s" + _ABOUT + r"$"
    r"|\b(?:first|originally|initially|once|previously|earlier|had (?:first |once )?been)\s(?:been\s)?"
    + _RECKONED
    + r"\s(?:(?:at|as|to be|to cost|to|with|for|a cost of)\s)?"
    + _ABOUT
    + r"$"
    r"|\b(?:was|were) (?:first|originally|initially|once|previously|only)?\s?(?:to (?:have )?cost|to have been)\s"
    + _ABOUT
    + r"$",
    re.I,
)
_ONCE_PLANNED = regex(
    r"^\s(?:(?:that|which)\s)?(?:(?:it|they|the\s[\w-]+)\s)?(?:(?:was|were|has|have|had)\s(?:been\s)?)?"
    r"(?:first|originally|initially|once|previously|earlier)\s" + _RECKONED + r"\b"
)
_THAN = gated(r"\b(?:than|above|over|exceed(?:s|ing)?|beyond)\sthe\s" + _ABOUT + r"$", re.I)
_WAS_MEANT = regex(
    r"^\s(?:(?:that|which)\s)?(?:(?:it|they|the\s[\w-]+|[A-Z]\w+)\s)?(?:(?:was|were|has|have|had)\s(?:been\s)?)?"
    + _RECKONED
    + r"\b"
)
_CUT_TO = regex(  # "the $2 billion contract signed in 2023 has been reduced to $9 million"
    r"^(?:\s\([^()]{1,30}\))?\)?\s(?:[\w-]+\s){0,6}?(?:has|have|had|was|were|is)\s(?:been\s)?(?:reduced|cut"
    r"|lowered|slashed|raised|increased)\sto\b"
)


_MORE_THAN = regex(  # "will spend $6 billion |more than expected|": by how much, and not how much
    r"^\s(?:more|less|higher|lower|above|below|over)\s(?:than\s)?(?:(?:it|they|was|were|had|been|first|initially|originally"
    r"|previously)\s)*(?:the\s)?(?:" + _RECKONED[3:-1] + r"|estimates?|forecasts?|budget)\b",
    re.I,
)


def is_former_sum(each: Sum, clause: Sentence) -> bool:
    """Whether it is what was planned before, what something was raised or cut from, or by how much more it costs."""
    before, after = clause.before(each.span.start, 90), clause.after(each.span.end, 80)
    return bool(
        each.change == "from"
        or _FROM_ONCE.search(before, clause.opened)
        or _ONCE_PLANNED.match(after)
        or (_THAN.search(before, clause.opened) and _WAS_MEANT.match(after))
        or _CUT_TO.match(after)
        or _MORE_THAN.match(after)
    )
