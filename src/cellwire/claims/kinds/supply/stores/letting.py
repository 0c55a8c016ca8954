"""Tolls: who has a store of power lets another use it for a fee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, groups, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import Sides, firms, supply_draft
from cellwire.claims.kinds.power import let_to_another
from cellwire.claims.scene import Name, Scene, Sentence, aspect, cue_of

_STORES = gated(r"\b(?:storage|BESS|batter(?:y|ies))\b", re.I)
_TAKERS = frozenset({"utility", "trader"})
_BOTH = 2


def let(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """A, who develops stores, agrees a toll for one with B, who trades power; or with somebody who is not named."""
    match = let_to_another(clause)
    told = match and any(_STORES.search(each.text, each.opened) for each in (clause, *scene.sentences[:1]))
    if match is None or not told:
        return
    cue = cue_of(clause, match, "lets", "partnership.sign", "s" if clause.headline else "past")
    found, how = groups(clause), aspect(clause, cue)
    ours, whom = subject(found, cue.span.start), led_by(found, ("with",), after=cue.span.end)
    sides = _sides(ours, whom[0] if whom else None)
    if sides and not (how.negated or how.possible or how.passive):
        yield supply_draft(clause, cue, "deal", sides)


def _sides(ours: Group | None, whom: Group | None) -> Sides | None:
    """Whose store it is, and who uses it; of two that agree and of whom neither is known to trade, nobody can say."""
    names = distinct([*firms(ours), *firms(whom)])
    takers = [name for name in names if not _TAKERS.isdisjoint(name.chain)]
    owners = [name for name in names if "developer" in name.chain]
    if len(names) == 1:
        return ([], names) if takers else (names, [])
    if len(names) != _BOTH:
        return None
    if len(owners) == 1:
        return owners, _others(names, owners)
    if len(takers) == 1:
        return _others(names, takers), takers
    return (firms(ours), firms(whom)) if whom else None


def _others(names: list[Name], some: list[Name]) -> list[Name]:
    return [name for name in names if name not in some]
