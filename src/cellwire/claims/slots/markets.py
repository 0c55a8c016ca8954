"""Whose figures a market's are: "China's battery exports", "storage in California", "German installations"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.clauses import Bundle
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import load_lexicon, regex
from cellwire.model import Span

_FIGURES = (
    r"(?:exports?|imports?|shipments?|output|production|sales|demand|installations|deployments|additions|capacity"
    r"|fleet|market|prices?|stocks?|inventor(?:y|ies)|reserves|resources|suppl(?:y|ies)|consumption|registrations"
    r"|storage|batter(?:y|ies)|lithium|nickel|cobalt|graphite|electric[- ](?:cars?|vehicles?)|EVs?)"
)
# "|China|'s battery exports", "|California| battery storage tops"
_ITS_FIGURES = regex(rf"(?:['’]s?)?\s(?:[a-z0-9.%-][\w.%-]*\s){{0,4}}?{_FIGURES}\b(?!\s(?:maker|producer|firm|giant))")
_NATIONS = regex(
    rf"\b(?P<nation>[A-Z][a-z]+)\s(?:[a-z0-9-][\w-]*\s){{0,3}}?{_FIGURES}\b"
    r"(?!\s(?:makers?|producers?|manufacturers?|suppliers?|firms?|companies|company|giants?|groups?|materials?))"
)
_IN = regex(r"\b(?:in|across|throughout)\s(?:the\s)?$")


_WIDE = frozenset({"region", "area"})


def region_of_market(home: Bundle) -> Spot | None:
    """The one state or province whose figures a text tells."""
    if acting := _has_them(home):
        return acting
    regions = {spot.id: spot for clause in _clauses(home) for spot in clause.places if spot.level in _WIDE}
    towns = any(spot.level == "city" for clause in _clauses(home) for spot in clause.places)
    only = next(iter(regions.values())) if len(regions) == 1 and not towns else None
    told = (clause for clause in _clauses(home) if only in clause.places)
    return only if only and any(_is_its(clause, only) for clause in told) else None


def land_of_market(home: Bundle) -> Spot | None:
    """The one country that a market's figures are said to be of, by its name or its people's."""
    found = [*(spot for clause in _clauses(home) for spot in clause.countries if _is_its(clause, spot))]
    found = found or [spot for clause in _clauses(home) for spot in _by_nation(clause)]
    return found[0] if len({spot.country for spot in found}) == 1 else None


_MOVED = regex(r"['’]?s?\s(?:[\w-]+\s){0,2}?")


def _has_them(home: Bundle) -> Spot | None:
    """The region that a verb of having more is said of: "|California| surpasses 20 GW", "|Texas| passes California"."""
    for draft in home.drafts:
        for spot in draft.clause.places:
            between = draft.clause.between(spot.span, draft.trigger)
            if spot.level in _WIDE and spot.span.end < draft.trigger.start and _MOVED.fullmatch(between):
                return spot
    return None


def _clauses(home: Bundle) -> list[Sentence]:
    return [draft.clause for draft in home.drafts]


def _is_its(clause: Sentence, spot: Spot) -> bool:
    behind = _ITS_FIGURES.match(clause.after(spot.span.end, 70))
    return bool(behind or _IN.search(clause.before(spot.span.start, 20)))


def _by_nation(clause: Sentence) -> Iterator[Spot]:
    for match in _NATIONS.finditer(clause.text):
        if land := load_lexicon().demonym(match["nation"]):
            yield Spot(match["nation"], match["nation"], _span(clause, match), land)


def _span(clause: Sentence, match: re.Match[str]) -> Span:
    return Span(*match.span("nation")).moved(clause.span.start)
