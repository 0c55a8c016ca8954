"""Whether a clause tells of the plant that is told of already: by its owners, its place, its number and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from msgspec.structs import replace

from cellwire.claims.clauses import (
    FULL,
    LOOKED_BACK,
    NEAR,
    Bundle,
    Draft,
    clash,
    is_of_a_whole,
    is_of_other_goods,
    is_the_new,
    lands_of,
    ordinals_of,
    place_of,
    sites_of,
)
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue
from cellwire.lexicon import load_lexicon, regex
from cellwire.model import BlockKind, Kind, Role

_OWNING = (Role.OWNER, Role.PARTNER)


_STILL = regex(r"\b(?:still (?:plan|intend|aim|expect|build|want)\w*|instead|will continue to|continues to)\b")


def same_plant(home: Bundle, draft: Draft, background: bool) -> bool:
    one = Bundle([draft], background=False)
    goes_on = _is_the_plant(draft) and draft.stage == home.drafts[0].stage
    near = draft.clause.index - home.last <= (_FAR if goes_on else NEAR)
    ours, theirs = home.ids(*_OWNING), one.ids(*_OWNING)
    shared = bool(ours & theirs)
    if ours and theirs and not shared and (_supplies(home, one) or _supplies(one, home)):
        return False
    if ours and theirs and not shared and not (near and _is_joined(home, one)):
        return False
    first = home.drafts[0]
    if draft.thing and first.thing and _company_wide(draft) and not _company_wide(first):
        return False
    if is_of_other_goods(draft.clause, home.goods(beside=draft.clause), draft.clause.span.end):
        return False
    if _is_whole(draft) != _is_whole(first) and (home.places() or one.places() or _lands_told(home, one)):
        return False
    if "cancelled" in {draft.stage} ^ {home.drafts[0].stage} and _STILL.search(draft.clause.text):
        return False  # who will not build here "still plans" to build elsewhere
    headed = first.clause.headline or draft.clause.headline
    if not headed and {draft.stage, first.stage} == _GIVEN_UP and bool(one.places()) != bool(home.places()):
        return False  # what is called off is not the plant of another town that "is merely slower"
    listed = draft.clause.block is BlockKind.LIST_ITEM and draft.clause.paragraph != home.drafts[-1].clause.paragraph
    listed = listed and not _is_the_plant(draft)
    if not shared and (not near or listed):
        return False
    if not _can_stand_together(home, one):
        return False
    if background != home.background and not (
        _goes_on(home, draft) or _told_twice(home, one) or (shared and _was_its_plan(home, draft))
    ):
        return False
    if _opens_elsewhere(home, draft) or _is_with_somebody_else(home, one):
        return False
    ordinals = ordinals_of(home.drafts), ordinals_of([draft])
    if ordinals[1] - ordinals[0] and ("considered" in {draft.stage} ^ {home.drafts[0].stage} or _one_more(home, draft)):
        return False
    if draft.rule == "facility.running" and (
        (ordinals[0] & _LATER_ONES) - ordinals[1] or home.drafts[0].stage == "cancelled"
    ):
        return False  # beside a fourth plant that is planned or given up, what runs is one of the three
    if ordinals == (set(), {"first"}) and _STANDS.search(draft.clause.text) and any(map(is_the_new, home.drafts)):
        return False
    if _is_one_of_their_own(home, one) or _are_its_others(home, draft) or _stores_what_it_makes(home, draft):
        return False
    if _recycles_anew(home, draft):
        return False
    products = {each.product for each in home.drafts if each.product} | ({draft.product} if draft.product else set())
    return len(products) < 2 and not clash(*ordinals)


_MAKES = regex(r"\b(?:manufactur\w+|factor(?:y|ies)|gigafactor\w+|makes?|making|produc\w+)\b")


def _stores_what_it_makes(home: Bundle, draft: Draft) -> bool:
    """Whether "storage projects" stand behind a factory: its maker has them to build, and they are not the factory."""
    if draft.thing is None or "facility.storage" not in draft.thing.tags or not _several(draft.thing):
        return False
    things = [each.thing for each in home.drafts if each.thing]
    return not any("facility.storage" in thing.tags for thing in things) and any(
        _MAKES.search(each.clause.text) for each in home.drafts
    )


def _is_one_of_their_own(home: Bundle, one: Bundle) -> bool:
    """Whether "a factory" of one owner stands behind "plants" of two ("each of the two will build plants"), or is built
    already where two only plan one: "a plant that Alder is building"."""
    draft = one.drafts[0]
    told = [each.thing for each in home.drafts if each.thing and not each.clause.headline]
    if draft.thing is None or _several(draft.thing) or not told:
        return False
    further = draft.stage in _UNDER_WAY and not any(each.stage in _UNDER_WAY for each in home.drafts)
    if not (further or all(map(_several, told))):
        return False
    alone = one.ids(*_OWNING) < home.ids(*_OWNING) and len(one.ids(*_OWNING)) == 1
    return alone and _INDEFINITE.search(draft.clause.before(draft.thing.span.start, 60)) is not None


_UNDER_WAY = frozenset({"construction", "operating", "expanded"})
_ALREADY = regex(r"\b(?:already|currently|also|other|existing)\b")


def _are_its_others(home: Bundle, draft: Draft) -> bool:
    """Whether "plants" of the owner in several lands stand behind one plant: "is already building plants in A, B"."""
    told = [each.thing for each in home.drafts if each.thing and not each.clause.headline]
    if draft.thing is None or not _several(draft.thing) or not told or any(map(_several, told)):
        return False
    spots = {spot.id for spot in (*draft.clause.countries, *draft.clause.places)}
    return len(spots) > 1 and _ALREADY.search(draft.clause.text) is not None


def _recycles_anew(home: Bundle, draft: Draft) -> bool:
    """Whether "a recycling plant" is told of behind a plant that makes something."""
    if draft.product != "recycling" or draft.thing is None or any("recycl" in each.clause.text for each in home.drafts):
        return False
    return _INDEFINITE.search(draft.clause.before(draft.thing.span.start, 60)) is not None


_GIVEN_UP = frozenset({"cancelled", "delayed"})


def _was_its_plan(home: Bundle, draft: Draft) -> bool:
    """Whether an old plan is of the plant that is given up: "Two years ago it had said it would build one in Moss"."""
    given_up = home.drafts[0].stage in _GIVEN_UP and not home.background
    one = draft.thing is not None and not _several(draft.thing) and not ordinals_of([draft])
    return given_up and one and draft.stage == "announced" and draft.clause.index - home.last <= _FAR


_LATER_ONES = frozenset({"second", "third", "fourth", "fifth", "another"})
# "construction of the first plant is already underway", beside "the new plant"
_STANDS = regex(r"\b(?:already|under ?way|under construction|opened|operating|in operation|up and running)\b")


def brought_together(bundles: list[Bundle]) -> list[Bundle]:
    """Plants that later clauses turned out to be one: told apart since the first clause named no owner, or was old."""
    kept: list[Bundle] = []
    for each in bundles:
        latest = (other for other in islice(reversed(kept), LOOKED_BACK) if len(other.drafts) + len(each.drafts) < FULL)
        home = next((other for other in latest if _one_plant(other, each)), None)
        if home is None:
            kept.append(each)
        else:
            home.drafts += each.drafts
    return kept


def _one_plant(home: Bundle, each: Bundle) -> bool:
    if home.kind is not Kind.FACILITY or each.kind is not Kind.FACILITY or home.background:
        return False
    if _heads(home, each):
        return True  # however old the sentence sounds
    if each.background:
        return False
    if home.drafts[0].stage != each.drafts[0].stage:
        return False  # what runs and what is to be added to it are told as two
    owned = [draft for draft in each.drafts if any(actor.role in _OWNING for actor in draft.actors)]
    if each.drafts[0] in owned and each.drafts[0].clause.index - home.last > NEAR:
        return False
    if not owned or not home.ids(*_OWNING) & each.ids(*_OWNING) or not _can_stand_together(home, each):
        return False
    if clash(ordinals_of(home.drafts), ordinals_of(each.drafts)) or any(
        _one_more(home, draft) for draft in each.drafts
    ):
        return False
    return all(same_plant(home, draft, each.background) for draft in owned)


def _heads(home: Bundle, each: Bundle) -> bool:
    """Whether a headline alone tells the one, and the sentence under it the other, of one owner and in one land.

    They are one plant, though the sentence says in other words how far it is, or a town where the headline has a state.
    """
    lead = each.drafts[0]
    under = all(draft.clause.headline for draft in home.drafts) and 0 < lead.clause.index - home.last <= 1
    if not under or lead.clause.headline or not home.ids(*_OWNING) & each.ids(*_OWNING):
        return False
    lands = _lands(home.drafts), _lands(each.drafts)
    elsewhere = lands[0] and lands[1] and not lands[0] & lands[1]
    return not elsewhere and not clash(ordinals_of(home.drafts), ordinals_of(each.drafts))


def joined(home: Bundle, draft: Draft) -> Draft:
    """The draft as it is added: who is only named beside "the plant" of another owner is no owner of it."""
    ours, theirs = home.ids(*_OWNING), Bundle([draft], background=False).ids(*_OWNING)
    if ours and theirs and not ours & theirs and _goes_on(home, draft) and not _only_joins(draft):
        return replace(draft, actors=())
    return draft


def _supplies(one: Bundle, other: Bundle) -> bool:
    """Whether who owns the one is whom the other is built for."""
    return bool(one.ids(*_OWNING) & other.ids(Role.CUSTOMER))


_THIS_PLANT = regex(r"\b(?:[Tt]he|[Tt]his)\s(?:\w+\s)?$")


def _is_joined(home: Bundle, one: Bundle) -> bool:
    """Whether a clause names other companies and still speaks of the plant: a partner, a venture and who owns it, or
    somebody who is only named beside "the plant" of the sentence before."""
    draft = one.drafts[0]
    weighed = "considered" in {draft.stage} ^ {home.drafts[0].stage}
    related = not weighed and bool(home.family() & one.ids() or home.ids() & one.family())
    return related or _only_joins(draft) or _goes_on(home, draft) or _numbered_alike(home, draft)


def _only_joins(draft: Draft) -> bool:
    """Whether a clause about "the plant" names no owner but who is in it too: "announced in partnership with B"."""
    if draft.thing is None or any(actor.role is not Role.PARTNER for actor in draft.actors):
        return False
    return bool(_THIS_PLANT.search(draft.clause.before(draft.thing.span.start, 30)))


def _numbered_alike(home: Bundle, draft: Draft) -> bool:
    """ "Their second plant" of two companies, then "the second plant" of their venture."""
    ours, theirs = ordinals_of(home.drafts), ordinals_of([draft])
    return bool(ours & theirs & {"second", "third", "fourth", "fifth"})


def _several(thing: Cue) -> bool:
    return thing.written.endswith("s") and not thing.written.endswith("us")  # a campus is one


_FIGURE = (
    r"(?:US|A|C)?[$€£¥₩]?\d[\w.,/-]*\s(?:(?:million|billion|trillion|GWh|MWh|tonnes?|tons?|tpa|a year|per year)\s){0,2}"
)
# "The plant", "The new plant", "The $4 billion plant", "The 50,000 t/yr plant"
_OPENS_WITH_IT = regex(rf"^[\"“]?(?:[-•*]\s)?(?:The|This)\s(?:[\w,.-]+\s|{_FIGURE}(?:[a-z-]+\s){{0,2}})?$")


def _goes_on(home: Bundle, draft: Draft) -> bool:
    """Whether a clause opens with "The plant" right behind the sentence that tells of one."""
    if draft.thing is None or not 0 < draft.clause.index - home.last <= 1 or _several(draft.thing):
        return False
    opening = draft.clause.text[: draft.thing.span.start - draft.clause.span.start]
    return bool(_OPENS_WITH_IT.match(opening))


_FAR = 8  # sentences over which "the plant" is the one last told of


def _is_the_plant(draft: Draft) -> bool:
    """Whether a sentence opens with "The campus" and names nobody and no place: it goes on about the last one."""
    if draft.thing is None or draft.clause.names or draft.clause.places or _several(draft.thing):
        return False
    return bool(_OPENS_WITH_IT.match(draft.clause.text[: draft.thing.span.start - draft.clause.span.start]))


def _one_more(home: Bundle, draft: Draft) -> bool:
    """Whether "a second plant" comes after a plant was told of, in more than a headline."""
    if draft.thing is None or all(each.clause.headline for each in home.drafts):
        return False
    return bool(_A_FURTHER.search(draft.clause.before(draft.thing.span.start, 60)))


_A_FURTHER = regex(
    r"(?<![Ww]ith )\b[Aa] (?:second|third|fourth|fifth)\s(?:[\w-]+\s){0,2}$"
    r"|\balso\b[^.;]*\bits (?:second|third|fourth|fifth)\s(?:[\w-]+\s){0,2}$"
)


def _can_stand_together(home: Bundle, one: Bundle) -> bool:
    """Whether no place and no country of the two clashes: a plant in Hungary adds nothing to one in Michigan."""
    here, there = home.places(), one.places()
    several = [each.clause for each in home.drafts if each.thing and _several(each.thing)]
    if several:
        here |= {spot.id for clause in several for spot in sites_of(clause)}
    else:
        here, there = _finest(here), _finest(there)  # plants of a state are told of with a plant of a town in it
    if here and there and not (_can_meet(here, there) or _in_a_county(here) != _in_a_county(there)):
        return False  # a county and a town may be one place
    lands = _lands(home.drafts), _lands(one.drafts)
    return not (lands[0] and lands[1]) or bool(lands[0] & lands[1])


def _is_with_somebody_else(home: Bundle, one: Bundle) -> bool:
    """Whether "a refinery" that A builds with C stands behind what A builds with B."""
    draft = one.drafts[0]
    ours, theirs = home.ids(*_OWNING), one.ids(*_OWNING)
    if draft.thing is None or not (ours & theirs and ours - theirs and theirs - ours):
        return False
    new = _INDEFINITE.search(draft.clause.before(draft.thing.span.start, 60)) is not None
    return new and not (home.family() & (theirs - ours) or one.family() & (ours - theirs))


def _in_a_county(places: set[str]) -> bool:
    return all(place.endswith("county") for place in places)


_IN_A_LAND = regex(r"^\W*In\s(?:the\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?,\s")
_INDEFINITE = regex(r"\b[Aa]n?\s(?:[\w€$£¥₩.,-]+\s){0,4}$")


def _opens_elsewhere(home: Bundle, draft: Draft) -> bool:
    """Whether "In Hungary, Alder began to build a plant in Szolnok" stands behind sentences about a plant elsewhere."""
    told = [each for each in home.drafts if not each.clause.headline]
    if len(told) < 2 or draft.thing is None or not _IN_A_LAND.match(draft.clause.text):
        return False
    new = _INDEFINITE.search(draft.clause.before(draft.thing.span.start, 60)) is not None
    return new and not home.places() & Bundle([draft], background=False).places()


def _finest(places: set[str]) -> set[str]:
    """Without regions that hold another of the places: beside its town, a state says no more of where a plant is."""
    return {place for place in places if not any(other.startswith(f"{place}-") for other in places)}


def _told_twice(home: Bundle, one: Bundle) -> bool:
    """Whether what is told as old and what is told as new can be one thing: as far, and in one place or close by."""
    draft, first = one.drafts[0], home.drafts[-1]
    if draft.stage != home.drafts[0].stage:
        return False
    if first.clause.headline and draft.clause.index - first.clause.index <= 2 and home.ids() & one.ids():
        return True  # a headline and its lead
    standing = "facility.running" in {draft.rule, home.drafts[0].rule} or ordinals_of([draft])
    return _can_meet(home.places(), one.places()) or not (standing or draft.clause.places)


def _lands(drafts: Iterable[Draft]) -> set[str]:
    """The countries that a plant's own clauses name for themselves, or by its place."""
    found = set()
    for draft in drafts:
        place = place_of(draft.clause, draft.trigger)
        named = {spot.country for spot in ([place] if place else lands_of(draft.clause)) if spot.country}
        found |= named if len(named) == 1 else set()
    return found


_WIDE = gated(
    r"\b(?:global|worldwide|total|overall|combined|group-wide|company-wide|group's|company's|car battery|"
    r"cell) [\w\s-]{0,40}?(?:capacity|output)\b",
    re.I,
)


def _company_wide(draft: Draft) -> bool:
    """A capacity of the whole company, not of a plant (the labels' rule 3)."""
    if draft.thing is None or "facility_verb.capacity" not in draft.thing.tags:
        return False
    return bool(_WIDE.search(draft.clause.text, draft.clause.opened)) and any(
        not actor.name.referred for actor in draft.actors
    )


def _is_whole(draft: Draft) -> bool:
    return bool(draft.actors) and is_of_a_whole(draft.clause)


def _lands_told(home: Bundle, one: Bundle) -> bool:
    return bool(_lands(home.drafts) or _lands(one.drafts))


def _can_meet(here: set[str], there: set[str]) -> bool:
    """Whether two sets of places name one: the same, or a town and its region (ids nest: us-mi, us-mi-big-rapids)."""
    return any(one == other or _may_lie_in(one, other) or _may_lie_in(other, one) for one in here for other in there)


def _may_lie_in(one: str, other: str) -> bool:
    """Whether a place lies in another, or may: one that no list knows, and of which no region is told, in a region."""
    known = load_lexicon().localities.get(other)
    return one.startswith(f"{other}-") or (one.startswith("-") and known is not None and known.kind == "region")
