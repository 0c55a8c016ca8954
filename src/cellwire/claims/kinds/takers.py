"""Whom a clause means that names nobody, behind a plant: who gets a state's money, who sells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cellwire.claims.actors import NO_FIRMS, Group, groups, subject
from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.model import BlockKind

PUBLIC = frozenset({"government", "fund", "bank"})


def any_public(names: Iterable[Name]) -> bool:
    """Whether a body, a fund or a bank is among them."""
    return any(name.kind in PUBLIC for name in names)


def firm_acting(found: list[Group], at: int) -> Group | None:
    """Who acts where the word at `at` stands, unless a body, a fund or a bank is among them."""
    actor = subject(found, at)
    return None if actor is None or any_public(actor.names) else actor


_PLANTS = ("facility.plant", "facility.mine", "facility.recycling", "facility.line", "facility.storage")
_OF_MANY = gated(
    r"\b(?:companies|firms|projects|plants|factories|programmes?|programs?|schemes?|industry|sector|manufacturers|makers"
    r"|producers|businesses|nationwide|budget|total|supply chains?|research|universit\w+)\b",
    re.I,
)


def whose_plant(clause: Sentence, scene: Scene) -> list[Name]:
    """Who gets a body's money that names no taker, right behind the plant that it is for.

    "Alder will build a plant in Lima. The state of Ohio |is contributing a grant of $100 million|."
    """
    if clause.headline or clause.block is BlockKind.LIST_ITEM or _OF_MANY.search(clause.text, clause.opened):
        return []
    if any(name.kind not in PUBLIC for name in clause.names):
        return []
    return owners_before(clause, scene)


_BACK = 3  # sentences


def owners_before(clause: Sentence, scene: Scene) -> list[Name]:
    """Whose the plant is that was told of last, where no other company was named since."""
    between: set[str] = set()
    for sentence in reversed(scene.sentences[max(0, clause.index - _BACK) : clause.index]):
        owner = subject(groups(sentence), sentence.span.end) if sentence.has(*_PLANTS) else None
        if owner is not None and not sentence.headline:
            names = [name for name in owner.names if name.kind not in NO_FIRMS]
            return names if between <= {name.id for name in names} else []
        between |= {name.id for name in sentence.names if name.kind not in NO_FIRMS}
    return []
