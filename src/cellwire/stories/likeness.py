"""Whether two developments are the same news, and in which words to say so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from cellwire.model import (
    DEAL_KINDS,
    STAGES,
    Capacity,
    Certainty,
    Development,
    Kind,
    Known,
    Party,
    Role,
    Scope,
    builders,
    same_family,
    same_place,
    told_product,
)
from cellwire.stories.keys import is_ready
from cellwire.stories.telling import Telling, rules

_JOINT_WORK = frozenset({Kind.PARTNERSHIP, Kind.TECHNOLOGY})
_VENTURE_AND_PLANT = frozenset({Kind.PARTNERSHIP, Kind.FACILITY})


def clash(one: Telling, other: Telling, known: Known) -> bool:
    """Whether what the two tell cannot be one piece of news: another plant, another deal, another step."""
    here, there = one.development, other.development
    return (
        not (steps_agree(here.kind, here.stage, there.kind, there.stage) or _work_together(one, other, known))
        or other_plant(one, other, known)
        or other_deal(one, other, known)
        or _other_thing(one, other, known)
    )


def _work_together(one: Telling, other: Telling, known: Known) -> bool:
    """What two companies begin to develop together one text tells as their partnership, another as the technology."""
    kinds = {one.development.kind, other.development.kind}
    goes_on = {one.development.stage, other.development.stage}.isdisjoint(rules()["ends"])
    return kinds == _JOINT_WORK and goes_on and _shared_partners(one, other, known) >= 2


def told_apart(one: Development, other: Development) -> bool:
    """What one document tells as two developments of a kind are two; facets are one in one town, or in one report."""
    if one.document != other.document:
        return False
    return one.kind is other.kind or not ((one.place and other.place) or _one_report(one, other))


def _one_report(one: Development, other: Development) -> bool:
    """A plant that two companies weigh and the goods it would bring one of them are one rumour."""
    unconfirmed = Certainty.REPORTED is one.certainty is other.certainty
    shared = {party.id for party in one.parties} & {party.id for party in other.parties}
    return unconfirmed and one.stage == other.stage == "considered" and len(shared) > 1


@cache
def meeting_kinds(kind: Kind) -> tuple[Kind, ...]:
    """Kinds whose developments can be one piece of news with one of this kind."""
    stages = {other: STAGES[other][0] for other in Kind}
    return tuple(
        other for other in Kind if steps_agree(kind, stages[kind], other, stages[other]) or {kind, other} == _JOINT_WORK
    )


@cache
def steps_agree(kind: Kind, stage: str, other_kind: Kind, other_stage: str) -> bool:
    """The same kind at the same or a neighbouring step, or facets of one plant: a venture, its factory, its money."""
    if kind is other_kind:
        return stage == other_stage or {stage, other_stage} in map(set, rules()["neighbours"][kind])
    facets = {kind, other_kind} <= set(rules()["facets"]) and Kind.FACILITY in {kind, other_kind}
    return facets and (stage == other_stage or not {stage, other_stage} & set(rules()["ends"]))


def other_plant(one: Telling, other: Telling, known: Known) -> bool:
    """Two towns, two countries or two ordinals are two plants; a deal of the same partners may be told of anywhere."""
    here, there = one.development, other.development
    if not (
        (one.ordinal and other.ordinal and one.ordinal != other.ordinal)
        or (here.country and there.country and here.country != there.country)
        or _two_places(here, there, known)
        or _other_builders(here, there, known)
    ):
        return False
    return Kind.FACILITY in {here.kind, there.kind} or _shared_partners(one, other, known) < 2


def _other_builders(here: Development, there: Development, known: Known) -> bool:
    """A venture's plant is not the one that one of its owners builds with somebody else, nor is what it builds with two
    partners one plant; a deal is none about a plant whose builders are not among its parties."""
    if not here.kind is there.kind is Kind.FACILITY:
        plant, deal = (here, there) if here.kind is Kind.FACILITY else (there, here)
        return plant.kind is Kind.FACILITY and _are_strangers(builders(plant), deal.parties, known)
    if _supplied_by(here, there) or _supplied_by(there, here):
        return True
    if _partner_of_its_own(here, there, known) and _partner_of_its_own(there, here, known):
        return True
    sides = {party.id for party in builders(here)}, {party.id for party in builders(there)}
    return any(
        len(known.owners(venture)) > 1 and any(known.group(party).isdisjoint(known.group(venture)) for party in others)
        for ours, others in (sides, sides[::-1])
        for venture in ours - others
    )


_OWNERS = (Role.OWNER, Role.OPERATOR)


def _supplied_by(one: Development, other: Development) -> bool:
    """Whether who builds the one plant only supplies the other: a store of its batteries is somebody else's."""
    stores = one.product is not None and one.product.name == "storage"
    supplies = {party.id for party in one.parties if party.role is Role.SUPPLIER}
    owns = {party.id for party in one.parties if party.role in _OWNERS}
    theirs = {party.id for party in other.parties if party.role in _OWNERS}
    return stores and bool((supplies - owns) & theirs)


def _partner_of_its_own(one: Development, other: Development, known: Known) -> bool:
    """Whether one of those who build it has no part in the other, by itself, its group or its first name."""
    return any(_are_strangers([party], other.parties, known) for party in builders(one))


def _are_strangers(ours: Sequence[Party], theirs: Sequence[Party], known: Known) -> bool:
    """Both sides name somebody, and none of the one is of a group or has the first name of one of the other."""
    there = {id for party in theirs for id in known.group(party.id)}
    called = {party.name.split()[0] for party in theirs}
    return bool(theirs) and all(
        known.group(party.id).isdisjoint(there) and party.name.split()[0] not in called for party in ours
    )


def _two_places(here: Development, there: Development, known: Known) -> bool:
    """One text may name the county and another the next big town: sum and output both the same outweigh that."""
    if not (here.place and there.place) or same_place(here.place, there.place, known):
        return False
    one_project = here.country and here.country == there.country and len(_shared_figures(here, there)) >= 2
    return not one_project


def other_deal(one: Telling, other: Telling, known: Known) -> bool:
    """Two pairs of partners are two deals, even when one of each is the same company on the same day."""
    if Kind.FACILITY in {one.development.kind, other.development.kind}:
        return False
    return min(len(one.parties), len(other.parties)) >= 2 > _shared_partners(one, other, known)


def _shared_partners(one: Telling, other: Telling, known: Known) -> int:
    """How many of the parties are the same, or a venture and its owner, counted on the side that names fewer."""
    shared = len(one.groups & other.groups)
    if shared < 2:
        return shared
    return min(
        sum(not known.group(party.id).isdisjoint(there.groups) for party in here.parties)
        for here, there in ((one, other), (other, one))
    )


def _other_thing(early: Telling, late: Telling, known: Known) -> bool:
    """Another product is another plant, but nothing else of the same sum; so are figures far apart without a town."""
    one, other = early.development, late.development
    if not same_family(_product(one, known), _product(other, known)):
        return not (one.kind is other.kind and _shared_sums(one, other) and _of_one_sum(early, late, known))
    if one.kind is Kind.TECHNOLOGY and not _shared_chemistry(one, other) and _are_two_goods(one, other):
        return True
    if (one.place and other.place) or not (one.capacity and other.capacity) or _shared_sums(one, other):
        return False
    ratios = [_ratio(a.value, b.value) for a, b in _comparable(one, other)]
    return bool(ratios) and min(ratios) > rules()["capacity_ratio"]


def _are_two_goods(one: Development, other: Development) -> bool:
    """Cells of two chemistries are two; so are a venture's store and, where one alone says of what, its owner's."""
    named = {party.id for party in one.parties} & {party.id for party in other.parties}
    two_firms = one.kind is other.kind and bool(one.parties and other.parties) and not named
    return bool(one.chemistry and other.chemistry) or (two_firms and bool(one.chemistry or other.chemistry))


def _product(development: Development, known: Known) -> str | None:
    product = development.product.name if development.product else None
    if development.kind is not Kind.FACILITY:
        return product
    return told_product(product, (party.id for party in builders(development)), known)


def _of_one_sum(one: Telling, other: Telling, known: Known) -> bool:
    """A deal is told by its sum, as is what the same companies put into one town at once, whatever it makes."""
    here, there = one.development, other.development
    if here.kind is not Kind.FACILITY:
        return here.kind in DEAL_KINDS
    whose = [{party.id for party in builders(each)} for each in (here, there)]
    placed = here.place and there.place and same_place(here.place, there.place, known)
    return bool(placed) and whose[0] == whose[1] and at_once(one, other)


def _shared_chemistry(one: Development, other: Development) -> set[str]:
    return {named.name for named in one.chemistry} & {named.name for named in other.chemistry}


def _comparable(one: Development, other: Development) -> list[tuple[Capacity, Capacity]]:
    """Capacities in one unit, but no phase with a whole: one text's total may be another's only figure."""
    return [
        (a, b)
        for a, b in product(one.capacity, other.capacity)
        if a.unit == b.unit and a.value and b.value and not _part_and_whole(a, b)
    ]


def _part_and_whole(one: Capacity, other: Capacity) -> bool:
    return {one.scope, other.scope} == {Scope.PHASE, Scope.TOTAL} and one.value != other.value


def _ratio(one: float, other: float) -> float:
    return max(one, other) / min(one, other)


def shared_names(one: Telling, other: Telling, known: Known) -> str | None:
    shared = one.groups & other.groups
    named = shared.intersection(party.id for party in (*one.parties, *other.parties)) or shared
    written = {party.id: party.name for telling in (other, one) for party in telling.parties}
    names = sorted({known.name(party) or written.get(party, party) for party in named})
    return f"both name {' and '.join(names)}" if names else None


def near_in_time(one: Telling, other: Telling) -> str | None:
    """The same step within days, another step only at once; a day both name says more than the days of telling."""
    if one.when and one.when == other.when:
        return f"both say it happened on {one.when}"
    apart = abs(one.day - other.day)
    step = one.development.stage == other.development.stage or one.development.kind is not other.development.kind
    if one.development.background or other.development.background:
        return f"told again {apart} days later" if step and apart <= rules()["background_days"] else None
    if one.when and other.when and abs((one.when.first - other.when.first).days) > rules()["step_days"]:
        return None
    if apart > (rules()["window_days"] if step else rules()["step_days"]):
        return None
    return days_apart(apart)


def days_apart(days: int) -> str:
    return f"told {abs(days)} day{'s' * (abs(days) > 1)} apart" if days else "told on the same day"


def spoken_for(one: Telling, other: Telling, known: Known) -> list[str]:
    """What besides the company says that the two are one; silence on both sides says nothing."""
    here, there = one.development, other.development
    found = [] if here.kind in {Kind.POLICY, Kind.MARKET} else _shared_ground(one, other, known)
    if one.origin == other.origin and here.kind is there.kind and here.stage == there.stage:
        found.append("copies of one text")
    if _one_matter(one, other) and _shared_partners(one, other, known) >= 2:
        found.append("the same partners")
    found += _shared_figures(here, there)
    if here.kind is there.kind and here.kind not in {Kind.FACILITY, Kind.SUPPLY} and not found and at_once(one, other):
        found += [] if _sums_far_apart(here, there) else _shared_subject(here, there)
    return found


def _one_matter(one: Telling, other: Telling) -> bool:
    """What two agree one text can tell as a kind, another as another: a venture is told as the plant it builds."""
    here, there = one.development, other.development
    kinds = {here.kind, there.kind}
    if kinds == _VENTURE_AND_PLANT:
        return at_once(one, other)
    return len(kinds) == 1 or kinds == _JOINT_WORK or _one_report(here, there)


def _sums_far_apart(one: Development, other: Development) -> bool:
    """Of one giver's grants the goods say nothing where one is many times the other."""
    pairs = [(a.amount, b.amount) for a, b in product(one.money, other.money) if a.currency == b.currency]
    ratios = [_ratio(here, there) for here, there in pairs if here and there]
    return bool(ratios) and min(ratios) > rules()["capacity_ratio"]


def at_once(one: Telling, other: Telling) -> bool:
    """Of one moment: what says little by itself counts only then. A maker's next test of its cell is other news."""
    return abs(one.day - other.day) <= int(rules()["step_days"])


def _shared_ground(one: Telling, other: Telling, known: Known) -> list[str]:
    """A shared place; a country alone counts only for news of one kind and one moment."""
    here, there = one.development, other.development
    if here.place and there.place:
        return [same_place(here.place, there.place, known) or ""]
    if here.country and here.country == there.country and here.kind is there.kind and at_once(one, other):
        return [f"both in {known.country(here.country) or here.country}"]
    return []


def _shared_figures(one: Development, other: Development) -> list[str]:
    capacity = [a for a, b in _comparable(one, other) if a.value == b.value and _scopes_meet(a, b)]
    said = [*(a.text for a in capacity[:1]), *_shared_sums(one, other)[:1], *_shared_starts(one, other)[:1]]
    return [f"both say {text}" for text in said]


def _shared_sums(one: Development, other: Development) -> list[str]:
    return [a.text for a, b in product(one.money, other.money) if (a.amount, a.currency) == (b.amount, b.currency)]


def _shared_starts(one: Development, other: Development) -> list[str]:
    """Something of the same kind that both say will be ready at the same time."""
    if one.kind is not other.kind:
        return []
    same = (a for a, b in product(one.dates, other.dates) if (a.what, a.date) == (b.what, b.date))
    return [f"{dated.what.replace('_', ' ')} {dated.date}" for dated in same if is_ready(dated)]


def _scopes_meet(one: Capacity, other: Capacity) -> bool:
    return (one.scope is Scope.EXISTING) == (other.scope is Scope.EXISTING)


def _shared_subject(one: Development, other: Development) -> list[str]:
    chemistry = _shared_chemistry(one, other)
    if chemistry:
        return [f"both on {', '.join(sorted(chemistry))}"]
    if one.product and other.product and one.product.name == other.product.name:
        return [f"both on {one.product.name}"]
    return []
