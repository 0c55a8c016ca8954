"""Which tellings speak of one plant: whose it is, where, what it makes and which of several it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cellwire.model import Kind, Known, Place, kilometres, same_family, same_place, told_product
from cellwire.record.deciding import Apart, judged_two
from cellwire.record.facts import Telling, by_story, developments_in
from cellwire.record.plants.facets import attach_facets
from cellwire.record.plants.fineness import TOWN, fineness
from cellwire.record.plants.meant import (
    are_told_otherwise,
    are_two_rows,
    is_dropped_beside_running,
    is_first_beside_second,
    is_one_sum,
    is_opened_too_soon,
    is_with_another,
    narrowed,
    one_project,
    told_alike,
)
from cellwire.record.plants.operators import operators_meet, ventures_by_owner, with_ventures
from cellwire.record.plants.several import told_apart, told_together
from cellwire.record.plants.sites import Site, make_site
from cellwire.record.plants.taken_over import Takeovers, is_taken_over, takeovers_told

_NEXT_TOWN_KM = 60  # one text names the township, another the next big town


def find_sites(tellings: Sequence[Telling], known: Known, apart: Apart = ()) -> list[Site]:
    """Every plant once, in the order in which they were first told of; other news of a plant is with it.

    What names a town is brought together first. What names a state, a country or nothing joins the only plant it can
    mean; where it can mean several it stays by itself, with a doubt for each. `apart` are developments of which
    people say that they tell of two plants.
    """
    plants = [telling for telling in tellings if _is_plant(telling)]
    drafts = [make_site(group, known) for told in by_story(plants) for group in _split(told, apart)]
    drafts.sort(key=_plainness)
    sites = _Sites(known, apart, takeovers_told(tellings))
    for fine in (True, False):
        for site in drafts:
            if site.builders and (fineness(site.place, known) >= TOWN) is fine:
                sites.place(site)
    sites.ask_again()
    found = sorted(sites.all, key=lambda site: site.first)
    _tell_apart(found, known)
    attach_facets([telling for telling in tellings if not _is_plant(telling)], found)
    return found


def _tell_apart(sites: Sequence[Site], known: Known) -> None:
    """What counts several plants of a town says of which it speaks, or belongs to none where each has its own entry."""
    for site in sites:
        if any(_stand_together(site, other, known) for other in sites if other is not site):
            site.tellings, site.count = told_together(site.tellings), 1
        elif site.count > 1:
            site.tellings = told_apart(site.tellings, site.count)


def _stand_together(site: Site, other: Site, known: Known) -> bool:
    """Two plants of one builder in one town that make the same."""
    ours, theirs = ({id for party in each.builders for id in known.group(party)} for each in (site, other))
    if ours.isdisjoint(theirs) or not (site.place and other.place) or site.product != other.product:
        return False
    return bool(same_place(site.place, other.place, known))


def _plainness(site: Site) -> tuple[date, int, int, tuple[object, ...]]:
    """Of one day, a company's own plant comes before what it builds with others, and a first before a second."""
    return site.tellings[0].told, len(site.builders), site.ordinal or 1, site.first


def _is_plant(telling: Telling) -> bool:
    """A company's target for all its plants is no plant, nor is one nobody says the country of."""
    development = telling.development
    if development.kind is not Kind.FACILITY:
        return False
    return development.place is not None or development.country is not None


def _split(group: list[Telling], apart: Apart) -> list[list[Telling]]:
    """A story's tellings, those set aside of which people say that they tell of another plant."""
    groups = [group]
    for one, other in apart:
        ids = developments_in(group)
        if ids & one and ids & other:
            groups = [part for told in groups for part in _parted(told, other)]
    return groups


def _parted(told: list[Telling], aside: frozenset[str]) -> list[list[Telling]]:
    parts = (
        [telling for telling in told if telling.development.id not in aside],
        [telling for telling in told if telling.development.id in aside],
    )
    return [part for part in parts if part]


def _one_town(site: Site, here: Place, other: Site, there: Place, known: Known) -> str | None:
    where = same_place(here, there, known)
    if not where and kilometres(here, there) <= _NEXT_TOWN_KM:
        return told_alike(site, other)
    return where


class _Sites:
    """Plants so far, found again by who builds them."""

    def __init__(self, known: Known, apart: Apart, takeovers: Takeovers) -> None:
        self.all: list[Site] = []
        self._known = known
        self._apart = apart
        self._takeovers = takeovers
        self._ventures = ventures_by_owner(known)
        self._wholes: dict[frozenset[str], set[str]] = {}
        self._by_builder: dict[str, dict[Site, None]] = {}

    def place(self, site: Site) -> None:
        """Into the plant that alone can be meant, or as a plant of its own."""
        near = self._near(site)
        found = [(other, reason) for other in near if (reason := self._reason(site, other))]
        meant = narrowed(site, found)
        if len(meant) == 1:
            [(other, reason)] = meant
            other.absorb(site, reason, self._known)
            other.sold |= self._bought_by(other)
        else:
            self.all.append(site)
            site.doubts += [(other, f"{reason}; so may another") for other, reason in meant]
            site.doubts += [(other, why) for other in near if not found and (why := self._doubt(site, other))]
        self._enter(meant[0][0] if len(meant) == 1 else site)

    def ask_again(self) -> None:
        """A plant's size may be told by one text and its sum by another: who has both is known when all are placed."""
        for site in [site for site in self.all if sum(map(bool, site.figures.values())) > 1]:
            alike = [other for other in self._near(site) if other is not site and told_alike(site, other)]
            found = [(other, reason) for other in alike if (reason := self._reason(site, other))]
            if len(found) == 1:
                self._merge(site, *found[0])

    def _merge(self, site: Site, into: Site, reason: str) -> None:
        """Whatever was in doubt about the one is in doubt about the other."""
        into.absorb(site, reason, self._known)
        self.all.remove(site)
        for other in self.all:
            other.doubts = [(into if each is site else each, why) for each, why in other.doubts]
        for sites in self._by_builder.values():
            sites.pop(site, None)
        self._enter(into)

    def _enter(self, site: Site) -> None:
        for party in site.builders:
            for key in self._known.group(party):
                self._by_builder.setdefault(key, {})[site] = None

    def _bought_by(self, site: Site) -> set[str]:
        """Those of its builders whom another of them bought."""
        return {bought for buyer, bought in self._takeovers if {buyer, bought} <= site.builders.keys()}

    def _near(self, site: Site) -> list[Site]:
        keys = [key for party in site.builders for key in self._known.group(party)]
        pairs = [pair for pair in self._takeovers if not site.builders.keys().isdisjoint(pair)]
        keys += [party for pair in pairs for party in pair]
        return list(dict.fromkeys(other for key in keys for other in self._by_builder.get(key, ())))

    def _reason(self, site: Site, other: Site) -> str | None:
        """Why the two can be one plant; `None` where they cannot. Most that are asked about stand in two towns."""
        town = site.place and other.place and _one_town(site, site.place, other, other.place, self._known)
        if not town and (site.country != other.country or (site.place and other.place)):
            return None
        who = self._operators(site, other)
        if not who or not self._can_be_one(site, other):
            return None
        where = town or one_project(site, other, self._known)
        return f"{who}; {where}" if where else None

    def _operators(self, site: Site, other: Site) -> str | None:
        who = operators_meet(self._whole(site), self._whole(other), self._known, on=site.tellings[0].told)
        if not who and told_alike(site, other) and self._shares_owner(site, other):
            return "a venture and one of its owners with the same figures"
        return who or self._taken_over(site, other)

    def _taken_over(self, site: Site, other: Site) -> str | None:
        """Told of a buyer's plant after it bought whose plant it was."""
        if not self._takeovers:
            return None
        return is_taken_over(site.builders, other.builders, site.tellings[0].told, self._takeovers, self._known)

    def _whole(self, site: Site) -> set[str]:
        """Its builders, a venture for owners who are named together; worked out once for each company of builders."""
        named = frozenset(site.builders)
        if named not in self._wholes:
            self._wholes[named] = with_ventures(named, self._known, self._ventures)
        return self._wholes[named]

    def _can_be_one(self, site: Site, other: Site) -> bool:
        if not self._one_family(site, other) and not told_alike(site, other) and not is_one_sum(site, other):
            return False
        if judged_two(site.tellings, other.tellings, self._apart):
            return False
        if site.ordinal and other.ordinal and site.ordinal != other.ordinal:
            return False
        if are_told_otherwise(site, other) or is_opened_too_soon(site, other):
            return False
        bought = self._taken_over(site, other)
        if not bought and is_with_another(site, other, self._known):
            return False
        if is_dropped_beside_running(site, other):
            return False
        return not is_first_beside_second(site, other) and not are_two_rows(site, other)

    def _one_family(self, site: Site, other: Site) -> bool:
        here, there = (told_product(each.product, each.builders, self._known) for each in (site, other))
        if here and there and here != there and self._whole(site) != self._whole(other):
            return False  # a partner's own pack plant beside the venture's cells
        return same_family(here, there)

    def _doubt(self, site: Site, other: Site) -> str | None:
        """Why the two may be one plant though no rule joins them: whose they are is told in part, or long apart."""
        if site.country != other.country or not self._can_be_one(site, other):
            return None
        if not site.place and not other.place and set(site.builders) == set(other.builders):
            return "no town is told of either, and they are told more than a year apart"
        if not (site.place and other.place):
            return None
        where = same_place(site.place, other.place, self._known)
        if where and not self._operators(site, other) and self._shares_owner(site, other):
            return f"a venture and one of its owners; {where}"
        return None

    def _shares_owner(self, site: Site, other: Site) -> bool:
        """Whether one of them is a venture that the other's builder owns a part of."""
        here, there = self._whole(site), self._whole(other)
        return any(
            (self._known.group(venture) - {venture}) & owners
            for ventures, owners in ((here, there), (there, here))
            for venture in ventures
        )
