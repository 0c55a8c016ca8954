"""Who joins a round that is called another's: "A and B had participated in C's $135 million round"."""

from __future__ import annotations

from cellwire.claims.actors import Group, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.investment.paid import investment_draft, sides
from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import regex

# "A and B had |participated in| C's $135 million round"
_JOINED = gated(
    r"\b(?:participat\w+ in|(?:took|takes|taken|taking) part in|(?:co-)?(?:led|leads|leading)|join(?:s|ed|ing)?"
    r"|anchor(?:s|ed)|invest(?:s|ed|ing)? in)\s(?:the\s)?(?:[a-z-]+\s){0,4}$"
)
_ITS_ROUND = regex(r"['’]s?\s(?:[\w$€£.,-]+\s){0,6}$")


def whose_round(clause: Sentence, found: list[Group], cue: Cue) -> Group | None:
    """Whose round others are said to have joined."""
    near = (group for group in found if group.owns and group.span.end <= cue.span.start)
    return next(
        (
            group
            for group in near
            if _ITS_ROUND.fullmatch(clause.between(group.span, cue.span))
            and _JOINED.search(clause.before(group.span.start, 60), clause.opened)
        ),
        None,
    )


def into_round(clause: Sentence, found: list[Group], cue: Cue, whose: Group) -> Draft | None:
    givers = subject(found, whose.span.start)
    if givers is None or {name.id for name in givers.names} & {name.id for name in whose.names}:
        return None
    how = aspect(clause, cue)
    stage = "announced" if how.possible or clause.headline else "completed"
    return investment_draft(clause, cue, "round", sides(givers.names, whose.names), stage, how)


_AMONG = regex(r"\b(?:is|are|was|were)\samong\s(?:(?:the|its|their)\s)?(?:[\w-]+\s){0,3}$")


def named_among(clause: Sentence, found: list[Group], cue: Cue) -> Group | None:
    """Who is among the investors of a round that another sentence tells of: "A and B are among the investors"."""
    if not cue.written.endswith("investors") or not _AMONG.search(clause.before(cue.span.start, 50)):
        return None
    return subject(found, cue.span.start)
