"""Trade unions, which take part in disputes and in no deal or plant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.clauses import Draft
from cellwire.model import DEAL_KINDS, Kind


def without_unions(draft: Draft) -> Iterator[Draft]:
    """A contract with a trade union is about work: it supplies nothing, and owns neither a share nor a plant."""
    others = tuple(actor for actor in draft.actors if actor.name.kind != "union")
    if others == draft.actors or not (draft.kind in DEAL_KINDS or draft.kind is Kind.FACILITY):
        yield draft
    elif others and draft.kind is Kind.FACILITY:
        yield replace(draft, actors=others)
