"""Clauses of a document that tell of one thing, put together: one bundle a real-world development."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from cellwire.claims.bundling.behind import with_those_behind
from cellwire.claims.bundling.continuing import go_on
from cellwire.claims.bundling.drafting import read_drafts
from cellwire.claims.bundling.one_deal import one_deal_each
from cellwire.claims.bundling.owning import (
    owned,
    with_money,
    with_owner,
    with_projects,
    without_facets,
    without_headlines,
)
from cellwire.claims.bundling.same_plant import brought_together, joined
from cellwire.claims.bundling.same_thing import same_thing
from cellwire.claims.bundling.several import deals_apart, summed_up, told_apart
from cellwire.claims.bundling.sides import cuts_short
from cellwire.claims.bundling.titles import titled
from cellwire.claims.clauses import FULL, LOOKED_BACK, Bundle, Draft, is_the_new, ordinals_of
from cellwire.claims.scene import Scene
from cellwire.model import Kind


def bundle(scene: Scene) -> list[Bundle]:
    """All developments of a document, each with the clauses that tell it."""
    apart = told_apart(deals_apart(brought_together(_bundles(scene)), scene), scene)
    bundles = with_money(without_facets(without_headlines(apart)))
    with_those_behind(bundles, scene)
    bundles = [stands for each in bundles if (stands := owned(each, bundles, scene))]
    go_on(bundles, scene)
    titled(bundles, scene)
    with_projects(bundles)
    summed_up(bundles)
    return one_deal_each(bundles)


def _bundles(scene: Scene) -> list[Bundle]:
    """What each clause tells, put with the latest that tells the same thing."""
    bundles: list[Bundle] = []
    for draft, background in read_drafts(scene):
        if home := _home_of(draft, bundles, background):
            _join(home, draft, background, scene)
        else:
            bundles.append(Bundle([with_owner(draft, scene)], background))
    return bundles


def _home_of(draft: Draft, bundles: list[Bundle], background: bool) -> Bundle | None:
    """The latest that tells what a draft tells: rather one that is as new as the draft than one told as older.

    "The new plant" is rather a second one than the first.
    """
    latest = islice(reversed(bundles), LOOKED_BACK)
    homes = (each for each in latest if len(each.drafts) < FULL and same_thing(each, draft, background))
    first = next(homes, None)
    if first is None:
        return None
    if is_the_new(draft) and ordinals_of(first.drafts) == {"first"}:
        return next((each for each in homes if ordinals_of(each.drafts) - {"first"}), first)
    if first.background == background:
        return first
    return next((each for each in homes if each.background == background), first)


def _join(home: Bundle, draft: Draft, background: bool, scene: Scene) -> None:
    """Puts a draft with those that tell the same thing; a name that a headline cuts short is told in full."""
    if draft.kind is Kind.SUPPLY and cuts_short(home, draft):
        home.drafts[:] = [replace(each, actors=draft.actors) for each in home.drafts]
    named = any(each.actors for each in home.drafts)
    home.drafts.append(joined(home, draft if named else with_owner(draft, scene)))
    home.background = home.background and background
