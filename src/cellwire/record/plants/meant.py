"""Which of several plants is meant, and what tells two plants apart that might be one."""

from __future__ import annotations

from collections.abc import Set

from cellwire.model import STAGES, Kind, Known
from cellwire.record.facts import rules
from cellwire.record.plants.sites import Site, town_of

Found = list[tuple[Site, str]]


def narrowed(site: Site, found: Found) -> Found:
    """Of several plants that can be meant, those closest in builders, number, figures and the name of the place."""
    which = (_same_number, _share_figure) if site.ordinal else (_share_figure, _same_number)
    for closest in (_same_builders, _same_product, *which, _same_name):
        if len(found) > 1:
            found = [each for each in found if closest(site, each[0])] or found
    return found


def _same_builders(site: Site, other: Site) -> bool:
    """A company's plant is rather its own than one that it builds with a partner."""
    return set(site.builders) == set(other.builders)


def _same_product(site: Site, other: Site) -> bool:
    """Of a company's cell and pack plants in one town the one whose goods are told."""
    return site.product == other.product


def _same_number(site: Site, other: Site) -> bool:
    """Uncounted and first are the same count."""
    return (site.ordinal or 1) == (other.ordinal or 1)


def _share_figure(site: Site, other: Site) -> bool:
    return bool(site.figures["capacity"] & other.figures["capacity"])


def told_alike(site: Site, other: Site) -> str | None:
    """In words, the figures of two kinds that both have: what is as large, as dear and as full of jobs is one plant."""
    shared = [min(same) for kind, said in site.figures.items() if (same := said & other.figures[kind])]
    return f"both say {' and '.join(shared)}" if len(shared) >= _ENOUGH else None


_ENOUGH = 2


def are_told_otherwise(site: Site, other: Site) -> bool:
    """Other goods or another number, and figures of two kinds that are all different: one plan told anew is neither."""
    apart = [
        kind
        for kind, said in site.figures.items()
        if said and other.figures[kind] and said.isdisjoint(other.figures[kind])
    ]
    named = bool(site.product and other.product and site.product != other.product)
    return len(apart) >= _ENOUGH and (named or is_counted_beside(site, other))


def is_opened_too_soon(site: Site, other: Site) -> bool:
    """What opens within months of another plan, and is told of with another size, was not planned then."""
    return any(
        _is_opened_soon_after(planned, opened) for planned, opened in ((site, other), (other, site))
    ) and _differ_in_size(site, other)


def _is_opened_soon_after(planned: Site, opened: Site) -> bool:
    plan, start = planned.stages.get("announced"), opened.stages.get("operating")
    if plan is None or start is None or "operating" in planned.stages:
        return False
    return 0 <= (start[0] - plan[0]).days < int(rules()["identity"]["shortest_build_days"])


def _differ_in_size(site: Site, other: Site) -> bool:
    ours, theirs = site.figures["capacity"], other.figures["capacity"]
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def is_counted_beside(site: Site, other: Site) -> bool:
    """One is a second plant, and the other neither counted nor a site of so many."""
    return any(
        bool(counted.ordinal and counted.ordinal > 1)
        and not uncounted.ordinal
        and uncounted.count < (counted.ordinal or 1)
        for counted, uncounted in ((site, other), (other, site))
    )


def is_one_sum(site: Site, other: Site) -> bool:
    """What the same companies put the same sum into in one town at once is one plant, whatever goods a text names."""
    if set(site.builders) != set(other.builders) or not (site.place and other.place):
        return False
    days = int(rules()["identity"]["same_deal_days"])
    return bool(site.figures["money"] & other.figures["money"]) and other.days_from(site.tellings[0].told) <= days


def _same_name(site: Site, other: Site) -> bool:
    return town_of(other) == town_of(site)


def are_two_rows(site: Site, other: Site) -> bool:
    """A list has a plant once: two of its rows are two plants."""
    return any(other.rows.get(capture, row) != row for capture, row in site.rows.items())


def is_with_another(site: Site, other: Site, known: Known) -> bool:
    """Each has a company of the lexicon that is none of the other's group: what it builds with two partners is two."""
    sides = [[party for party in each.builders if party in known.organisations] for each in (site, other)]
    groups = [{id for party in each.builders for id in known.group(party)} for each in (site, other)]
    return all(
        any(known.group(party).isdisjoint(there) for party in here)
        for here, there in zip(sides, groups[::-1], strict=True)
    )


def is_dropped_beside_running(site: Site, other: Site) -> bool:
    """What is only weighed or given up somewhere in a region is not the plant that runs in one of its towns."""
    if town_of(site) == town_of(other):
        return False
    return any(
        _ran_before(runs, dropped, {"considered", "cancelled"}) for runs, dropped in ((site, other), (other, site))
    )


def is_first_beside_second(site: Site, other: Site) -> bool:
    """A "second plant" is another than the one that ran before anybody counted, or was built before it was planned."""
    if not is_counted_beside(site, other):
        return False
    counted, uncounted = (site, other) if (site.ordinal or 1) > 1 else (other, site)
    building = set(STAGES[Kind.FACILITY]) - _RUNNING
    return _ran_before(uncounted, counted, building) or (
        _was_built_before(uncounted, counted) and not _share_figure(site, other)
    )


def _was_built_before(one: Site, other: Site) -> bool:
    """Whether the one was under construction before the other was news as a plan."""
    begun = one.stages.get("construction")
    return begun is not None and any(
        telling.development.stage in _PLANNED and not telling.development.background and telling.told > begun[0]
        for telling in other.tellings
    )


_PLANNED = frozenset({"considered", "announced"})


_RUNNING = frozenset({"operating", "expanded"})


def _ran_before(one: Site, other: Site, stages: Set[str]) -> bool:
    """Whether the one was told to run on or before a day on which the other was told to be at one of these stages."""
    ran = [first for stage, (first, _) in one.stages.items() if stage in _RUNNING]
    was = [last for stage, (_, last) in other.stages.items() if stage in stages]
    return bool(ran and was) and min(ran) <= max(was)


def one_project(site: Site, other: Site, known: Known) -> str | None:
    """Where a text leaves out the town: the same piece of news, the same project within a year, or two lists."""
    stories = {telling.story for telling in other.tellings if telling.story}
    if any(telling.story in stories for telling in site.tellings):
        return "told in one story"
    if site.rows and other.rows and _all_meet(site, other, known) and _all_meet(other, site, known):
        return "the only such plant of that country in both lists"
    if other.days_from(site.tellings[0].told) <= int(rules()["identity"]["same_project_days"]):
        return "the only such plant of that country within a year"
    return None


def _all_meet(site: Site, other: Site, known: Known) -> bool:
    """Whether everybody who builds the one is of a group with somebody who builds the other."""
    there = {id for party in other.builders for id in known.group(party)}
    return all(not known.group(party).isdisjoint(there) for party in site.builders)
