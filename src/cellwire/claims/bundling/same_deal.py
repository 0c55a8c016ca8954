"""Whether a clause tells of the supply that earlier clauses told."""

from __future__ import annotations

from cellwire.claims.bundling.sides import Side, distance, is_cut_short, one_ended, side_of
from cellwire.claims.clauses import Bundle, Draft
from cellwire.claims.gates import gated
from cellwire.lexicon import regex
from cellwire.model import Role

# what a clause begins with that tells of another day
DATED = regex(
    r"\W*(?:Earlier|Previously|Separately|Last (?:week|month|year)|In (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|20\d\d)|On \w+)\b"
)


def same_deal(home: Bundle, draft: Draft, background: bool) -> bool:
    sides = side_of(home, draft, Role.SUPPLIER), side_of(home, draft, Role.CUSTOMER)
    short = [is_cut_short(home, draft, side.ours ^ side.theirs) for side in sides]
    if one_ended(home, draft) or not any(side.shared or cut for side, cut in zip(sides, short, strict=True)):
        return False
    if _is_one_more_deal(home, draft, sides):
        return False
    return all(
        not side.differs
        or cut
        or (not (background and DATED.match(draft.clause.text)) and _is_its_part(home, draft, side))
        for side, cut in zip(sides, short, strict=True)
    )


def _is_its_part(home: Bundle, draft: Draft, side: Side) -> bool:
    """Whether who buys is called by its parent's name: "B, a subsidiary of C", and then "the contract with C".

    What its parent only talks of is another deal.
    """
    if draft.stage != home.drafts[0].stage:
        return False
    drafts = [*home.drafts, draft]
    owners = {actor.name.id: set(actor.name.parents) for each in drafts for actor in each.actors}
    return any(owners[one] & side.theirs for one in side.ours) or any(owners[one] & side.ours for one in side.theirs)


_ALSO_SUPPLIES = gated(
    r"\b(?:will|is to|is set to|is due to|has agreed to) also (?:supply|deliver|provide|ship|sell)\b", needs="also"
)


def _is_one_more_deal(home: Bundle, draft: Draft, sides: tuple[Side, Side]) -> bool:
    """ "Alder will also supply …" behind a deal with Birch, and nobody who buys in that deal is named again."""
    if distance(home, draft) < 1 or all(side.shared for side in sides):
        return False
    also = _ALSO_SUPPLIES.search(draft.clause.text, draft.clause.opened)
    return also is not None and all(side.ours for side in sides) and not draft.clause.headline
