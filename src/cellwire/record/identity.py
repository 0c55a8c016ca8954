"""Which tellings speak of one plant: whose it is, where, what it makes and which of several it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from cellwire.model import (
    Development,
    Form,
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
from cellwire.record.operators import operators_meet, ventures_by_owner, with_ventures
from cellwire.record.rules import rules
from cellwire.record.tellings import Telling, by_story


@dataclass(slots=True, eq=False)
class Site:
    """A plant while its tellings are brought together; what the earliest of them say names it for good."""

    tellings: list[Telling]
    builders: dict[str, Party]
    founders: tuple[Party, ...]  # builders of the first telling, a venture standing for its owners
    place: Place | None  # the finest one told
    country: str | None
    product: str | None
    ordinal: int | None
    because: list[str] = field(default_factory=list)
    doubts: list[tuple[Site, str]] = field(default_factory=list)
    id: str = field(init=False)
    first: tuple[object, ...] = field(init=False)
    rows: dict[str, str] = field(init=False)  # of each list that tells of it, the row

    def __post_init__(self) -> None:
        """Its id says whose plant it is, where, of what and which; not who wrote of it."""
        where = (self.place.id or fold(self.place.name)) if self.place else self.country
        whose = " ".join(sorted(party.id for party in self.founders))
        said = "\n".join([whose, where or "", self.product or "", str(self.ordinal or "")])
        self.id = "fac_" + sha256(said.encode()).hexdigest()[:8]
        self.first = self.tellings[0].order
        told = (telling.document for telling in self.tellings)
        self.rows = {document.capture: document.id for document in told if document.form is Form.ROW}

    def absorb(self, other: Site, reason: str, known: Known) -> None:
        """The other's tellings are this plant's, for a reason; the one told of first names both."""
        self.tellings += other.tellings
        self.builders = {**other.builders, **self.builders}
        self.place = finer(self.place, other.place, known)
        self.country = self.country or other.country
        self.product = self.product or other.product
        self.ordinal = self.ordinal or other.ordinal
        self.because += [reason, *other.because]
        self.doubts += other.doubts
        self.rows = {**other.rows, **self.rows}
        if other.first < self.first:
            self.id, self.first, self.founders = other.id, other.first, other.founders

    def days_from(self, told: date) -> int:
        """How far a day lies from the nearest on which this plant was told of."""
        return min(abs((telling.told - told).days) for telling in self.tellings)


Apart = Sequence[tuple[frozenset[str], frozenset[str]]]


def find_sites(tellings: Sequence[Telling], known: Known, apart: Apart = ()) -> list[Site]:
    """Every plant once, in the order in which they were first told of; other news of a plant is with it.

    What names a town is brought together first. What names a state, a country or nothing joins the only plant it can
    mean; where it can mean several it stays by itself, with a doubt for each. `apart` are developments of which
    people say that they tell of two plants.
    """
    plants = [telling for telling in tellings if _is_plant(telling)]
    drafts = [_site(group, known) for told in by_story(plants) for group in _split(told, apart)]
    drafts.sort(key=_plainness)
    sites = _Sites(known, apart)
    for fine in (True, False):
        for site in drafts:
            if site.builders and (fineness(site.place, known) >= _TOWN) is fine:
                sites.place(site)
    found = sorted(sites.all, key=lambda site: site.first)
    _attach_facets([telling for telling in tellings if not _is_plant(telling)], found)
    return found


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
        ids = {telling.development.id for telling in group}
        if ids & one and ids & other:
            groups = [part for told in groups for part in _parted(told, other)]
    return groups


def _parted(told: list[Telling], aside: frozenset[str]) -> list[list[Telling]]:
    parts = (
        [telling for telling in told if telling.development.id not in aside],
        [telling for telling in told if telling.development.id in aside],
    )
    return [part for part in parts if part]


def _site(group: Sequence[Telling], known: Known) -> Site:
    """What the tellings of one story know together."""
    developments = [telling.development for telling in group]
    places = [development.place for development in developments if development.place]
    parties = _builders(group)
    return Site(
        tellings=list(group),
        builders=parties,
        founders=without_owners(parties.values(), known),
        place=max(places, key=lambda place: (fineness(place, known), _is_usual(place, known)), default=None),
        country=next((development.country for development in developments if development.country), None),
        product=next((development.product.name for development in developments if development.product), None),
        ordinal=next(filter(None, map(_number, developments)), None),
    )


def _number(development: Development) -> int | None:
    """Which of several plants of a place it is: counted in words, or numbered in a list."""
    numbered = next((note.removeprefix("plant ") for note in development.notes if note.startswith("plant ")), None)
    return int(numbered) if numbered else ordinal(development.quote)


def _builders(group: Iterable[Telling]) -> dict[str, Party]:
    return {party.id: party for telling in group for party in builders(telling.development)}


_TOWN = 2
_FINENESS = {"park": 3, "city": _TOWN, "region": 1, "area": 0, "country": 0}


def fineness(place: Place | None, known: Known) -> int:
    """How exactly a place says where: a park, a town, a state or county, a country; a name nobody knows is a town's."""
    if place is None:
        return 0
    locality = known.localities.get(place.id or "")
    return _FINENESS.get(locality.kind, _TOWN) if locality else _TOWN


def finer(one: Place | None, other: Place | None, known: Known) -> Place | None:
    """The finer of two places, the first of equals unless only the other can be put on a map or has its usual name."""
    here, there = fineness(one, known), fineness(other, known)
    if one is None or here != there:
        return other if one is None or there > here else one
    if other is not None and one.id == other.id and _is_usual(other, known) and not _is_usual(one, known):
        return other
    return other if one.lat is None and other is not None and other.lat is not None else one


def _is_usual(place: Place, known: Known) -> bool:
    """Whether it is written as the gazetteer has it: Sunderland, not Wearside."""
    locality = known.localities.get(place.id or "")
    return locality is not None and locality.name == place.name


class _Sites:
    """Plants so far, found again by who builds them."""

    def __init__(self, known: Known, apart: Apart) -> None:
        self.all: list[Site] = []
        self._known = known
        self._apart = apart
        self._ventures = ventures_by_owner(known)
        self._wholes: dict[frozenset[str], set[str]] = {}
        self._by_builder: dict[str, dict[Site, None]] = {}

    def place(self, site: Site) -> None:
        """Into the plant that alone can be meant, or as a plant of its own."""
        near = self._near(site)
        found = [(other, reason) for other in near if (reason := self._reason(site, other))]
        meant = _narrowed(site, found)
        if len(meant) == 1:
            [(other, reason)] = meant
            other.absorb(site, reason, self._known)
        else:
            self.all.append(site)
            site.doubts += [(other, f"{reason}; so may another") for other, reason in meant]
            site.doubts += [(other, why) for other in near if not found and (why := self._doubt(site, other))]
        self._enter(meant[0][0] if len(meant) == 1 else site)

    def _enter(self, site: Site) -> None:
        for party in site.builders:
            for key in self._known.group(party):
                self._by_builder.setdefault(key, {})[site] = None

    def _near(self, site: Site) -> list[Site]:
        keys = [key for party in site.builders for key in self._known.group(party)]
        return list(dict.fromkeys(other for key in keys for other in self._by_builder.get(key, ())))

    def _reason(self, site: Site, other: Site) -> str | None:
        """Why the two can be one plant; `None` where they cannot."""
        who = self._operators(site, other)
        if not who or not self._can_be_one(site, other):
            return None
        if site.place and other.place:
            where = same_place(site.place, other.place, self._known)
        elif site.country == other.country:
            where = _one_project(site, other, self._known)
        else:
            where = None
        return f"{who}; {where}" if where else None

    def _operators(self, site: Site, other: Site) -> str | None:
        return operators_meet(self._whole(site), self._whole(other), self._known, on=site.tellings[0].told)

    def _whole(self, site: Site) -> set[str]:
        """Its builders, a venture for owners who are named together; worked out once for each company of builders."""
        named = frozenset(site.builders)
        if named not in self._wholes:
            self._wholes[named] = with_ventures(named, self._known, self._ventures)
        return self._wholes[named]

    def _can_be_one(self, site: Site, other: Site) -> bool:
        if not same_family(site.product, other.product) or self._judged_two(site, other):
            return False
        if site.ordinal and other.ordinal and site.ordinal != other.ordinal:
            return False
        return not _first_beside_second(site, other) and not _two_rows(site, other)

    def _judged_two(self, site: Site, other: Site) -> bool:
        here = {telling.development.id for telling in site.tellings} if self._apart else set()
        there = {telling.development.id for telling in other.tellings} if self._apart else set()
        return any((here & a and there & b) or (here & b and there & a) for a, b in self._apart)

    def _doubt(self, site: Site, other: Site) -> str | None:
        """Why the two may be one plant though no rule joins them: whose they are is told in part."""
        if site.country != other.country or not (site.place and other.place) or not self._can_be_one(site, other):
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


Found = list[tuple[Site, str]]


def _narrowed(site: Site, found: Found) -> Found:
    """Of several plants that can be meant, those closest in builders, number, figures and the name of the place."""
    for closest in (_same_builders, _same_number, _share_figure, _same_name):
        if len(found) > 1:
            found = [each for each in found if closest(site, each[0])] or found
    return found


def _two_rows(site: Site, other: Site) -> bool:
    """A list has a plant once: two of its rows are two plants."""
    return any(other.rows.get(capture, row) != row for capture, row in site.rows.items())


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


def _one_project(site: Site, other: Site, known: Known) -> str | None:
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
    return fold_place(other) == fold_place(site)


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
            found = list(dict.fromkeys(site for listed in towns for site in listed))
            own = found[0] if len(found) == 1 else None
        if own:
            own.tellings.append(telling)
