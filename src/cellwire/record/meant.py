"""Which of several plants is meant, and what tells two plants apart that might be one."""

from __future__ import annotations

from cellwire.model import Known, Scope
from cellwire.record.rules import rules
from cellwire.record.sites import Site, town_of

Found = list[tuple[Site, str]]


def narrowed(site: Site, found: Found) -> Found:
    """Of several plants that can be meant, those closest in builders, number, figures and the name of the place."""
    for closest in (_same_builders, _same_number, _share_figure, _same_name):
        if len(found) > 1:
            found = [each for each in found if closest(site, each[0])] or found
    return found


def _same_builders(site: Site, other: Site) -> bool:
    """A company's plant is rather its own than one that it builds with a partner."""
    return set(site.builders) == set(other.builders)


def _same_number(site: Site, other: Site) -> bool:
    """Uncounted and first are the same count."""
    return (site.ordinal or 1) == (other.ordinal or 1)


def _share_figure(site: Site, other: Site) -> bool:
    figures = [
        {
            (capacity.value, capacity.unit)
            for telling in tellings
            for capacity in telling.development.capacity
            if capacity.scope is not Scope.EXISTING
        }
        for tellings in (site.tellings, other.tellings)
    ]
    return bool(figures[0] & figures[1])


def _same_name(site: Site, other: Site) -> bool:
    return town_of(other) == town_of(site)


def are_two_rows(site: Site, other: Site) -> bool:
    """A list has a plant once: two of its rows are two plants."""
    return any(other.rows.get(capture, row) != row for capture, row in site.rows.items())


def is_first_beside_second(site: Site, other: Site) -> bool:
    """A "second plant" is another than the one that ran before anybody counted."""
    return any(
        counted.ordinal and counted.ordinal > 1 and not uncounted.ordinal and _ran_before(uncounted, counted)
        for counted, uncounted in ((site, other), (other, site))
    )


def _ran_before(uncounted: Site, counted: Site) -> bool:
    running = {"operating", "expanded"}
    ran = [telling.told for telling in uncounted.tellings if telling.development.stage in running]
    building = [telling.told for telling in counted.tellings if telling.development.stage not in running]
    return bool(ran and building) and min(ran) <= max(building)


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
