"""Which tellings speak of one plant: whose it is, where, what it makes and which of several it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from cellwire.model import (
    Kind,
    Known,
    Party,
    Place,
    Scope,
    builders,
    fold,
    ordinal,
    principals,
    same_family,
    same_place,
    without_owners,
)
from cellwire.record.rules import rules
from cellwire.record.tellings import Telling, by_story


@dataclass(slots=True)
class Site:
    """A plant while its tellings are brought together; what the first of them say names it for good."""

    tellings: list[Telling]
    builders: dict[str, Party]
    founders: tuple[Party, ...]  # builders of the first telling, a venture standing for its owners
    place: Place | None
    country: str | None
    product: str | None
    ordinal: int | None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Its id says whose plant it is, where, of what and which; not who wrote of it."""
        where = (self.place.id or fold(self.place.name)) if self.place else self.country
        whose = " ".join(sorted(party.id for party in self.founders))
        said = "\n".join([whose, where or "", self.product or "", str(self.ordinal or "")])
        self.id = "fac_" + sha256(said.encode()).hexdigest()[:8]

    def absorb(self, other: Site) -> None:
        self.tellings += other.tellings
        self.builders = {**other.builders, **self.builders}
        self.place = _finer(self.place, other.place)
        self.country = self.country or other.country
        self.product = self.product or other.product
        self.ordinal = self.ordinal or other.ordinal


def find_sites(tellings: Sequence[Telling], known: Known) -> list[Site]:
    """Every plant once, in the order in which they were first told of; other news of a plant is with it."""
    plants = [telling for telling in tellings if _is_plant(telling)]
    sites: list[Site] = []
    by_builder: dict[str, list[Site]] = {}
    for group in by_story(plants):
        site = _site(group, known)
        if not site.builders:
            continue
        found = _choose(site, _near(site, by_builder, known), known)
        if found:
            found.absorb(site)
        else:
            sites.append(site)
        _enter(found or site, by_builder, known)
    _attach_facets([telling for telling in tellings if not _is_plant(telling)], sites)
    return sites


def _is_plant(telling: Telling) -> bool:
    """A company's target for all its plants is no plant, nor is one nobody says the country of."""
    development = telling.development
    if development.kind is not Kind.FACILITY:
        return False
    return development.place is not None or development.country is not None


def _site(group: Sequence[Telling], known: Known) -> Site:
    """What the tellings of one story know together."""
    developments = [telling.development for telling in group]
    places = [development.place for development in developments if development.place]
    parties = _builders(group)
    return Site(
        tellings=list(group),
        builders=parties,
        founders=without_owners(parties.values(), known),
        place=max(places, key=lambda place: place.lat is not None, default=None),
        country=next((development.country for development in developments if development.country), None),
        product=next((development.product.name for development in developments if development.product), None),
        ordinal=next(filter(None, (ordinal(development.quote) for development in developments)), None),
    )


def _builders(group: Iterable[Telling]) -> dict[str, Party]:
    return {party.id: party for telling in group for party in builders(telling.development)}


def _finer(one: Place | None, other: Place | None) -> Place | None:
    """The first place told, unless only the other can be put on a map."""
    if one is None or (one.lat is None and other is not None and other.lat is not None):
        return other
    return one


def _enter(site: Site, by_builder: dict[str, list[Site]], known: Known) -> None:
    for party in site.builders:
        for key in known.group(party):
            listed = by_builder.setdefault(key, [])
            if not any(site is other for other in listed):
                listed.append(site)


def _near(site: Site, by_builder: dict[str, list[Site]], known: Known) -> list[Site]:
    found: dict[int, Site] = {}
    for party in site.builders:
        for key in known.group(party):
            found.update((id(other), other) for other in by_builder.get(key, ()))
    return list(found.values())


def _choose(site: Site, others: Iterable[Site], known: Known) -> Site | None:
    """The plant a new telling speaks of, if only one can be meant; the closest in name and figures of several."""
    possible = [other for other in others if _may_be_one(site, other, known)]
    if len(possible) > 1:
        possible = [other for other in possible if _same_number(site, other)] or possible
    if len(possible) > 1:
        possible = [other for other in possible if _share_figure(site, other)] or possible
    if len(possible) > 1:
        possible = [other for other in possible if fold_place(other) == fold_place(site)] or possible
    return possible[0] if len(possible) == 1 else None


def _may_be_one(site: Site, other: Site, known: Known) -> bool:
    if not operators_meet(set(site.builders), set(other.builders), known):
        return False
    if not same_family(site.product, other.product):
        return False
    if site.ordinal and other.ordinal and site.ordinal != other.ordinal:
        return False
    if _first_beside_second(site, other):
        return False
    if site.place and other.place:
        return same_place(site.place, other.place, known) is not None
    return site.country == other.country and _one_project(site, other)


def _first_beside_second(site: Site, other: Site) -> bool:
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


def _one_project(site: Site, other: Site) -> bool:
    """Where a text leaves out the town: the same piece of news, or the same project within a year."""
    stories = {telling.story for telling in other.tellings}
    if any(telling.story in stories for telling in site.tellings):
        return True
    apart = abs((site.tellings[0].told - other.tellings[-1].told).days)
    return apart <= int(rules()["identity"]["same_project_days"])


def operators_meet(one: set[str], other: set[str], known: Known) -> bool:
    """A shared company, a subsidiary with its only parent, or a venture with all its parents.

    One parent of several is not the venture: its own plant in the same town is another plant.
    """
    if _with_only_parents(one, known) & _with_only_parents(other, known):
        return True
    return _venture_of(one, other, known) or _venture_of(other, one, known)


def _with_only_parents(parties: set[str], known: Known) -> set[str]:
    found = set(parties)
    for party in parties:
        parents = known.group(party) - {party}
        if len(parents) == 1:
            found |= parents
    return found


def _venture_of(ventures: set[str], parents: set[str], known: Known) -> bool:
    return any(len(known.group(venture)) > 2 and known.group(venture) - {venture} <= parents for venture in ventures)


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


def fold_place(site: Site) -> str:
    return fold(site.place.name) if site.place else ""


def _attach_facets(tellings: Iterable[Telling], sites: Sequence[Site]) -> None:
    """Money, ventures and incidents of a plant: told in its story, or of its builder in its very town."""
    by_story_of = {telling.story: site for site in sites for telling in site.tellings if telling.story}
    by_town: dict[tuple[str, str], list[Site]] = {}
    for site in sites:
        for party in site.builders:
            by_town.setdefault((party, fold_place(site)), []).append(site)
    for telling in tellings:
        own = by_story_of.get(telling.story) if telling.story else None
        place = telling.development.place
        if own is None and place:
            towns = [by_town.get((party.id, fold(place.name)), []) for party in principals(telling.development)]
            found = {id(site): site for listed in towns for site in listed}
            own = next(iter(found.values())) if len(found) == 1 else None
        if own:
            own.tellings.append(telling)
