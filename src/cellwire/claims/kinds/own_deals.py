"""Deals of one clause that have each a partner of its own: "a contract with B and a memorandum with C"."""

from __future__ import annotations

from msgspec import Struct

from cellwire.claims.actors import Group, led_by
from cellwire.claims.clauses import part
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

_DEALS = ("supply.deal", "partnership.mou", "partnership.venture", "partnership.partnership", "partnership.sign")
_WITH = regex(r"(?:\sof\sunderstanding)?(?:\s\([^()]{1,20}\))?\swith\s")
_NEXT = regex(r".*(?:,\sand|\sand|,|;|\bwhile|\bplus|\bfollowing|\bafter)(?=\s)")  # up to where the next deal begins
_SEVERAL = 2


class OwnDeal(Struct, frozen=True):
    """The word for a deal, with whom it is, and the stretch of the clause that tells it."""

    cue: Cue
    whom: Group
    told: Sentence


def own_deals(clause: Sentence, found: list[Group]) -> list[OwnDeal]:
    """The deals that stand each before a partner; none where fewer than two do, or two share one."""
    named = [cue for cue in clause.find(*_DEALS) if not cue.form and _WITH.match(clause.after(cue.span.end, 45))]
    if len(named) < _SEVERAL:
        return []
    ends = [*(cue.span.start for cue in named[1:]), clause.span.end]
    behind = [led_by(found, ("with",), after=cue.span.end, until=end) for cue, end in zip(named, ends, strict=True)]
    partners = [whom[0] for whom in behind if whom]
    if len(partners) < len(named) or len({whom.names[0].id for whom in partners}) < len(named):
        return []
    cuts = [clause.span.start, *(_cut(clause, partners[at], cue) for at, cue in enumerate(named[1:])), clause.span.end]
    return [
        OwnDeal(cue, whom, part(clause, Span(start, end)))
        for cue, whom, start, end in zip(named, partners, cuts, cuts[1:], strict=False)
    ]


def _cut(clause: Sentence, before: Group, cue: Cue) -> int:
    """Where the words for the next deal begin behind the partner of the one before: ", and |a memorandum"."""
    between = _NEXT.match(clause.between(before.span, cue.span))
    return before.span.end + between.end() + 1 if between else cue.span.start
