"""Who stands on each side of what earlier clauses told, and of what a clause tells."""

from __future__ import annotations

from typing import NamedTuple

from cellwire.claims.clauses import Bundle, Draft
from cellwire.model import Kind, Role


class Side(NamedTuple):
    """The companies of one role: those told so far and those of the clause."""

    ours: set[str]
    theirs: set[str]

    @property
    def known(self) -> bool:
        return bool(self.ours and self.theirs)

    @property
    def shared(self) -> bool:
        return bool(self.ours & self.theirs)

    @property
    def differs(self) -> bool:
        return self.known and not self.shared


def side_of(home: Bundle, draft: Draft, *roles: Role) -> Side:
    return Side(home.ids(*roles), ids_of(draft, *roles))


def ids_of(draft: Draft, *roles: Role) -> set[str]:
    return Bundle([draft], background=False).ids(*roles)


def distance(home: Bundle, draft: Draft) -> int:
    """Sentences from the last that told of it."""
    return draft.clause.index - home.last


def one_ended(home: Bundle, draft: Draft) -> bool:
    """What ended is not what goes on."""
    return (draft.stage == "terminated") != (home.drafts[0].stage == "terminated")


def cuts_short(home: Bundle, draft: Draft) -> bool:
    """Whether a headline only cuts a name of the draft short: "Daimler" over a text about Daimler Trucks."""
    sides = [home.ids() ^ ids_of(draft)]
    if draft.kind is Kind.SUPPLY:
        sides += [home.ids(role) ^ ids_of(draft, role) for role in (Role.SUPPLIER, Role.CUSTOMER)]
    return any(is_cut_short(home, draft, ids) for ids in sides)


def is_cut_short(home: Bundle, draft: Draft, ids: set[str]) -> bool:
    if not all(each.clause.headline for each in home.drafts) or len(ids) != 2:
        return False
    drafts = [*home.drafts, draft]
    names = sorted({actor.name.name for each in drafts for actor in each.actors if actor.name.id in ids}, key=len)
    return len(names) > 1 and names[-1].startswith(f"{names[0]} ")
