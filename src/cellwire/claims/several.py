"""Several plants told of in one breath: each has what its own sentences say, and what is summed up is nobody's."""

from __future__ import annotations

import re

from cellwire.claims.bundles import Bundle
from cellwire.claims.draft import Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Role


def told_apart(bundles: list[Bundle]) -> list[Bundle]:
    """The plants of "A and B will open plants" one by one, where later sentences tell of A's plant and of B's."""
    return [one for each in bundles for one in (_by_owner(each) or [each])]


def _by_owner(home: Bundle) -> list[Bundle]:
    if home.kind is not Kind.FACILITY or len(home.drafts) < 3:
        return []
    owners: set[str] = set()
    groups: dict[str, list[Draft]] = {}
    latest = ""
    for draft in home.drafts:
        told = _owners(draft)
        if _is_plural(draft):
            owners |= told if len(told) > 1 else set()
            latest = ""
        elif len(told & owners) == 1 and told <= owners:
            latest = next(iter(told))
            groups.setdefault(latest, []).append(draft)
        elif latest and not told:
            groups[latest].append(draft)
    return [Bundle(drafts, home.background) for drafts in groups.values()] if len(groups) > 1 else []


def _owners(draft: Draft) -> set[str]:
    return {actor.name.id for actor in draft.actors if actor.role is Role.OWNER}


def _is_plural(draft: Draft) -> bool:
    return draft.thing is not None and draft.thing.written.endswith("s") and draft.thing.written != "works"


def summed_up(bundles: list[Bundle]) -> None:
    """Marks what is said of a plant together with others of its owner that are told of as well."""
    plants = [each for each in bundles if each.kind is Kind.FACILITY]
    for each in plants:
        if any(other is not each and other.ids() & each.ids() for other in plants):
            each.shared += [draft.clause for draft in each.drafts if _counts_several(draft.clause)]


_SEVERAL = gated(
    r"\b(?:two|three|four|five|both|several)\s(?:[\w-]+\s){0,3}?(?:plants|projects|sites|bases|factories|facilities"
    r"|gigafactories|locations|mines)\b",
    re.I,
)
_JOINED = regex(r"(?: ?\([^)]*\))?(?:, [A-Z][\w. ]+)?,? (?:and|as well as)(?: in)? (?:the )?")


def _counts_several(clause: Sentence) -> bool:
    """ "43 GWh in Jianyang and Qujing", "via two projects"."""
    spots = sorted((spot for spot in clause.places if spot.level != "area"), key=lambda spot: spot.span.start)
    if not spots and _SEVERAL.search(clause.text, clause.opened):
        return True
    return any(
        _JOINED.fullmatch(clause.between(one.span, other.span))
        for at, one in enumerate(spots)
        for other in spots[at + 1 : at + 3]
        if one.id != other.id
    )
