"""Where a plant does not stand: what a title tells of another plant, and what its own land or another site excludes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.clauses import Bundle, Draft, lands_of
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import PLANT, regex
from cellwire.model import Kind

# "building a $3 billion |battery plant in| Indiana"
PLANT_IN = regex(rf"\b(?:{PLANT}|mine|site|project)\s(?:in|near|at|for)\s(?:[a-z]+\s)?$", re.I)


def land_of_the_plant(home: Bundle) -> Spot | None:
    """The one land that a plant is said to stand in: "a plant in |Norway|, and centres in Bristol and Ghent"."""
    if home.kind is not Kind.FACILITY:
        return None
    clauses = {id(draft.clause): draft.clause for draft in home.drafts}.values()
    told = ((clause, spot) for clause in clauses for spot in lands_of(clause))
    lands = [spot for clause, spot in told if PLANT_IN.search(clause.before(spot.span.start, 40))]
    return lands[0] if len({spot.country for spot in lands}) == 1 else None


def is_swapped(told: Sequence[Draft]) -> bool:
    """Whether a plant is dropped |in favour of| another, of which the sentences behind it speak."""
    return any(draft.stage == "cancelled" and _IN_FAVOUR.search(draft.clause.text) for draft in told)


_IN_FAVOUR = regex(r"\bin favou?r of (?:an?|the|another|its|two)\s")


def is_of_another_half(spot: Spot, clause: Sentence, told: Draft) -> bool:
    """Whether a title tells another thing there: "buys a store in |Spain|, starts building one in France"."""
    if not clause.headline or clause is not told.clause:
        return False
    nexts = (cue.span.start for cue in clause.cues if cue.form == "s" and clause.before(cue.span.start, 2) == ", ")
    return any((spot.span.start < at) is not (told.trigger.start < at) for at in nexts)
