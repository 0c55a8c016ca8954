"""Clauses that tell one development, put together."""

from __future__ import annotations

import re

from msgspec import Struct

from cellwire.claims.clauses.draft import Draft
from cellwire.claims.clauses.sites import place_of
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

LOOKED_BACK = 60  # developments; no article tells of so many
FULL = 60  # clauses of one development
NEAR = 3  # sentences that still tell of the same thing


class Bundle(Struct):
    """Drafts of one development, sentences that only add values to it, and later ones that return to it.

    `project` is what tells of the plant that money is for; `shared` clauses sum it up with others;
    `titles` are headlines that tell nothing and have a figure of it.
    """

    drafts: list[Draft]
    background: bool
    more: list[Sentence] = []
    later: list[Sentence] = []
    project: list[Sentence] = []
    shared: list[Sentence] = []
    titles: list[Sentence] = []

    @property
    def kind(self) -> Kind:
        return self.drafts[0].kind

    @property
    def lead(self) -> Draft:
        """The clause that tells it best: with parties, and from the text, since headlines are short."""
        return max(
            self.drafts,
            key=lambda draft: (len(draft.actors) > 0, not draft.clause.headline, draft.strength, -draft.clause.index),
        )

    @property
    def last(self) -> int:
        return max([draft.clause.index for draft in self.drafts] + [sentence.index for sentence in self.more])

    def ids(self, *roles: Role) -> set[str]:
        return {
            actor.name.id
            for draft in self.drafts
            for actor in draft.actors
            if (not roles or actor.role in roles) and actor.role is not Role.GOVERNMENT
        }

    def family(self) -> set[str]:
        """Its companies and those that own them."""
        return self.ids() | {parent for draft in self.drafts for actor in draft.actors for parent in actor.name.parents}

    def goods(self, *, beside: Sentence) -> set[str]:
        """The products named by the clauses that tell it, without those of one clause."""
        return {spot.id for draft in self.drafts if draft.clause is not beside for spot in draft.clause.products}

    def places(self) -> set[str]:
        found = ((draft.clause, place_of(draft.clause, draft.trigger)) for draft in self.drafts)
        return {
            spot.id
            for clause, spot in found
            if spot and spot.level != "area" and not _NEAR_BY.search(clause.before(spot.span.start, 12))
        }


_NEAR_BY = regex(r"\b(?:suburban|metro|greater)\s$", re.I)  # a town by which a plant is found, and not its own
