"""Plants that a clause tells beside the news: who somebody is, and what was planned on a day long gone by."""

from __future__ import annotations

from collections.abc import Sequence

from cellwire.claims.clauses import Draft
from cellwire.claims.figures import When
from cellwire.claims.scene import Scene
from cellwire.claims.voice import OLD_NEWS, is_told_aside
from cellwire.lexicon import regex
from cellwire.model import REACHED, Kind

_TOLD = r"(?:announced|unveiled|revealed|disclosed|decided|pledged|promised|proposed|agreed)"
# "|announced plans in| May to build", "|In May, it announced| that"
_TOLD_ON = regex(
    rf"\b{_TOLD}\s(?:(?:its|the|their|a|plans?|proposals?|details|back)\s){{0,3}}(?:(?:in|on|late|early)\s){{0,2}}$"
)
_TOLD_SINCE = regex(rf"\b{_TOLD}\b")
_OPENS = regex(r"\W*(?:Back\s)?(?:(?:In|On|Late|Early|Last|Earlier)\s?){0,2}")
_THE_PLANT = regex(r"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s)?$")


def was_planned_then(draft: Draft, whens: Sequence[When], scene: Scene) -> bool:
    """Whether a plan was told on a day long gone by: "|announced plans in May| to build", in a text of September."""
    if draft.kind is not Kind.FACILITY or draft.stage not in {"announced", "considered"} or scene.published is None:
        return False
    clause = draft.clause
    if draft.thing is not None and _THE_PLANT.search(clause.before(draft.thing.span.start, 24)):
        return False  # what "the plant" was to be goes on about the one that is told of
    old = [when for when in whens if when.date.last < scene.published - OLD_NEWS]
    return any(
        _TOLD_ON.search(clause.before(when.span.start, 50))
        or (
            _OPENS.fullmatch(clause.before(when.span.start, 16)) and _TOLD_SINCE.search(clause.after(when.span.end, 60))
        )
        for when in old
    )


_DEALS = frozenset({Kind.INVESTMENT, Kind.SUPPLY, Kind.PARTNERSHIP, Kind.INCIDENT})


def is_beside_the_news(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a plant only says who somebody is: "Alder, |which is building a plant|, has raised"."""
    stands = draft.kind is Kind.FACILITY and draft.stage in REACHED
    return stands and any(
        other.kind in _DEALS and is_told_aside(draft.trigger, draft.clause, other.trigger) for other in told
    )
