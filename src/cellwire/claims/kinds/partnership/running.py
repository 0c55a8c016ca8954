"""Two of whom one runs a store of power for the other: "A to optimise B's 50MW battery"."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, distinct
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.kinds.power import run_for_another
from cellwire.claims.scene import Sentence, aspect, cue_of
from cellwire.model import Kind, Role

_BOTH = 2


def runs_it(clause: Sentence) -> Iterator[Draft]:
    """Where exactly two are named: who trades the power, and whose the store is."""
    match = run_for_another(clause)
    firms = distinct(name for name in clause.names if name.kind not in NO_FIRMS) if match else []
    if match is None or len(firms) != _BOTH or firms[0].said.start > clause.span.start + match.start("runs"):
        return
    verb = cue_of(clause, match, "runs", "partnership.join", "base")
    how = aspect(clause, verb)
    if how.negated or how.possible:
        return
    actors = tuple(Actor(name, Role.PARTNER) for name in firms)
    yield Draft(Kind.PARTNERSHIP, "signed", clause, verb.span, "partnership.signed", how, actors, strength=0.5)
