"""Where storage that one supplies is to stand: "systems for a solar park in Kotwara"; other goods have no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cellwire.claims.clauses import Bundle, lands_of, sites_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds import grid_amount
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import regex

_MADE = r"(?:factory|factories|gigafactory|made|produced|manufactured|assembled|based|headquartered)"
_STANDS_IN = gated(
    r"\b(?:projects?|systems?|storage|batter(?:y|ies)|BESS|sites?|parks?|farms?|stations?|units?|facilit(?:y|ies)"
    rf"|installed|deployed|built|put up|erected|located|delivered)\b(?:(?!\b{_MADE}\b)[^;.]){{0,60}}"
    r"\b(?:in|at|near|to|for|beside|outside|across)\s(?:the\s)?(?:[\w-]+\s){0,2}?"
    r"(?:(?:state|province|region|county|town|city|village)\sof\s)?(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,?\s){0,2}$",
)
_NAMED_BY = regex(r"\s(?:[\w-]+\s){0,2}?(?:project|site|battery|park|storage|BESS)\b")


def installed_at(home: Bundle) -> Spot | None:
    """The finest place at which it is to be put up."""
    spots = [spot for clause in _of_storage(home) for spot in _standing(clause, sites_of(clause))]
    return min(spots, key=lambda spot: _COARSE.get(spot.level, 0), default=None)


_COARSE = {"region": 1, "area": 2}


def land_of_storage(home: Bundle) -> Spot | None:
    return next((spot for clause in _of_storage(home) for spot in _standing(clause, lands_of(clause))), None)


def _of_storage(home: Bundle) -> list[Sentence]:
    """Its clauses, where they speak of storage at all."""
    told = [draft.clause for draft in home.drafts]
    stored = any(spot.id == "storage" for clause in told for spot in clause.products)
    stored = stored or any(grid_amount(clause.text) is not None for clause in told)
    return [*told, *home.more] if stored else []


def _standing(clause: Sentence, spots: Sequence[Spot]) -> Iterator[Spot]:
    for spot in spots:
        before = clause.before(spot.span.start, 110)
        if _NAMED_BY.match(clause.after(spot.span.end, 40)) or _STANDS_IN.search(before, clause.opened):
            yield spot
