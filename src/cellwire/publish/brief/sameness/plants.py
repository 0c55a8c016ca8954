"""Whether two stories of the week tell one plant: what the one says, the other says as well or better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cellwire.lexicon import load_lexicon
from cellwire.model import SET_BACK, UNBUILT, Kind, Place, Role, kilometres
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, all_figures, companies_of, figures, lacks

_BY_CHANCE = 2  # figures of two companies' plants in one week
_ROUND = 3  # digits of a sum that many things may cost
_NEAR = 75.0  # kilometres between a town and the middle of a region that it may lie in


def same_plant(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """Whether the other story tells the plant of the one, and all that the one has to say of it."""
    if not (one.kind is other.kind is Kind.FACILITY) or _with_another(one, other) or _told_apart(one, other, shelf):
        return False
    if _put_off_since(one, other, shelf):
        return False
    by_words = (nowhere, _reported_of, _same_plan, one_owner, by_two_goods)
    by_texts = (_same_figures, _same_sum, _same_step, _one_site, _whose_is_not_told)
    return any(rule(one, other) for rule in by_words) or any(rule(one, other, shelf) for rule in by_texts)


def _put_off_since(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """Ground is broken on Tuesday, on Thursday its start is put off: what goes no further is news of its own."""
    own, theirs = (shelf.texts_of(each.developments) for each in (one, other))
    return one.stage in SET_BACK and other.stage not in SET_BACK and one.told > other.told and not own & theirs


def _told_apart(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """A text that tells of a plant in the one town and of a plant in the other, or in another state, knows two."""
    here, there = one.place, other.place
    if here is None or there is None:
        return False
    if not (_are_two_towns(here.value, there.value) or _are_two_states(here.value, there.value)):
        return False
    texts = shelf.texts_of((*one.developments, *other.developments))
    told = [shelf.developments[id] for text in texts for id in shelf.told_in.get(text, ())]
    at = {
        (dev.document, dev.place.id) for dev in told if dev.kind is Kind.FACILITY and dev.place and not dev.background
    }
    return any((text, here.value.id) in at and (text, there.value.id) in at for text in texts)


def _are_two_towns(here: Place, there: Place) -> bool:
    places = load_lexicon().localities
    known = [places.get(place.id or "") for place in (here, there)]
    towns = [place for place in known if place and place.kind == "city"]
    return len(towns) > 1 and towns[0].id != towns[1].id and kilometres(here, there) > _NEAR


def _are_two_states(here: Place, there: Place) -> bool:
    """ "In Stanton, Tennessee" and "in Kentucky": a town, and a state that is not its own."""
    places = load_lexicon().localities
    known = [places[place.id] for place in (here, there) if place.id and place.id in places]
    if {place.kind for place in known} != {"city", "region"}:
        return False
    town, state = sorted(known, key=lambda place: place.kind)
    own = places.get(town.id.rpartition("-")[0])
    return own is not None and own.kind == "region" and own.id != state.id


def one_owner(one: Matter, other: Matter) -> bool:
    """Two plants of one owner in one week are one, unless something says that they are two.

    Another count, another product, another size or sum, another place says so; what runs is not what is to be built.
    """
    return (
        one.kind is other.kind is Kind.FACILITY
        and _may_be_one_step(one, other)
        and _one_owner(one, other)
        and _count(one) == _count(other) == ""
        and (not one.goods or not other.goods or one.goods == other.goods)
        and not _differ_in_size(one, other)
        and _near(one, other)
    )


def vaguer(one: Matter, other: Matter) -> bool:
    """What is put off or given up in a region, where another story of it names a town."""
    places = load_lexicon().localities
    here, there = (places.get(each.place.value.id or "") if each.place else None for each in (one, other))
    return (
        one is not other
        and one.stage in SET_BACK
        and bool(here and there and here.kind != "city" and there.kind == "city")
        and one_owner(one, other)
    )


def _count(matter: Matter) -> str:
    """ "Second"; the first of its owner's is no other plant than the one without a count."""
    return "" if matter.ordinal is None or matter.ordinal.text == "first" else matter.ordinal.text


def _may_be_one_step(one: Matter, other: Matter) -> bool:
    """One step, or two of a plant that is not there yet and that both say where; a plan in the town where one ends."""
    if one.step == other.step:
        return True
    unbuilt = one.stage in UNBUILT and other.stage in UNBUILT and one.stage != "cancelled"
    return unbuilt and bool(one.place and other.place) and (other.stage != "cancelled" or _in_one_town(one, other))


def _in_one_town(one: Matter, other: Matter) -> bool:
    names = [matter.place.value.name.casefold() for matter in (one, other) if matter.place]
    return len(names) > 1 and (len(set(names)) == 1 or _stands_at(*names) or _stands_at(*reversed(names)))


_A_SITE = re.compile(r"\b(?:megasite|(?:industrial |business |technology |energy )?park|campus|estate|zone|supersite)$")


def _stands_at(site: str, town: str) -> bool:
    """Whether a site is called after the town: the "Greensboro-Randolph Megasite"."""
    return bool(_A_SITE.search(site)) and re.match(rf"{re.escape(town)}(?!\w)", site) is not None


def _one_owner(one: Matter, other: Matter) -> bool:
    return bool(companies_of(one) & companies_of(other)) and not _with_another(one, other)


def _with_another(one: Matter, other: Matter) -> bool:
    """One in common, and in each a company that the other lacks: a plant with another partner is another plant."""
    ours, theirs = _builders(one), _builders(other)
    return bool(companies_of(one) & companies_of(other)) and lacks(ours, theirs) and lacks(theirs, ours)


def _builders(matter: Matter) -> list[str]:
    """Whose plant it is: who is only a partner of theirs in one of the texts may be another's."""
    told = [told.value.id for told in matter.parties if told.value.role in {Role.OWNER, Role.OPERATOR}]
    return told or [told.value.id for told in matter.parties]


def _differ_in_size(one: Matter, other: Matter) -> bool:
    """No figure of a unit that both name is the same."""
    ours, theirs = (_by_unit(figures(matter)) for matter in (one, other))
    return any(not _agree(ours[unit], theirs[unit]) for unit in ours.keys() & theirs.keys())


def _agree(ours: set[float], theirs: set[float]) -> bool:
    """Whether a figure of the one is a figure of the other, or that rounded: $1.29 billion is told as $1.3 billion."""
    return any(_rounds_to(here, there) or _rounds_to(there, here) for here in ours for there in theirs)


def _rounds_to(exact: float, told: float) -> bool:
    digits = len(f"{told:.0f}".rstrip("0"))
    return exact == told or (digits > 1 and float(f"{exact:.{digits - 1}e}") == told)


def _near(one: Matter, other: Matter) -> bool:
    """One town, a town and its region, or one of the two says only the country or nothing.

    Of what is put off or given up one company has not two in a land and a week, unless both towns are named.
    """
    here, there = one.place, other.place
    if one.lead.country and other.lead.country and one.lead.country != other.lead.country:
        return False
    if here is None or there is None or _in_one_town(one, other):
        return True
    set_back = one.stage == other.stage and one.stage in SET_BACK
    return _may_be_in(here.value, there.value, anywhere=set_back) or _may_be_in(
        there.value, here.value, anywhere=set_back
    )


def _may_be_in(town: Place, region: Place, *, anywhere: bool) -> bool:
    """Whether a region is told for a town: its own, one near by, or any if a plant may be `anywhere` in it."""
    places = load_lexicon().localities
    inner, outer = places.get(town.id or ""), places.get(region.id or "")
    if inner is None or outer is None or inner.kind != "city" or outer.kind == "city":
        return False
    if anywhere or outer.kind in {"country", "area"} or inner.region == outer.id:
        return True
    return kilometres(town, region) < _NEAR


def _same_figures(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """Two figures of a plant in common are no accident: a dateline or a head office made a second place of it.

    Within one text not even the company is a second plant's: "the three parties committed to 25 GWh, later 45 GWh". Nor
    is it where three figures are the same: a subsidiary's name stands for its owner's.
    """
    same_text = shelf.texts_of(one.developments) <= shelf.texts_of(other.developments)
    common = len(all_figures(one, shelf) & all_figures(other, shelf))
    alike = same_text or common > _BY_CHANCE or bool(companies_of(one) & companies_of(other))
    return (
        one.kind is other.kind is Kind.FACILITY
        and alike
        and common > 1
        and set(figures(one)) <= all_figures(other, shelf)
    )


def _same_sum(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """A sum of four digits, told of two plants of a company in one country: no two plants cost 76.14 billion rupees."""
    return (
        one.kind is other.kind is Kind.FACILITY
        and bool(companies_of(one) & companies_of(other))
        and one.lead.country == other.lead.country
        and bool(_odd_sums(one, shelf) & _odd_sums(other, shelf))
    )


def _one_site(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """A sum of two digits in common, and no figure that differs: a park and the city near it are one site."""
    ours, theirs = (_by_unit(all_figures(matter, shelf)) for matter in (one, other))
    both = [(ours[unit], theirs[unit]) for unit in ours if unit in theirs and unit != "jobs"]
    sums = {
        value for unit in ours if unit.isupper() for value in ours[unit] if _agree({value}, theirs.get(unit, set()))
    }
    telling = any(len(f"{value:.0f}".rstrip("0")) > 1 for value in sums)
    return (
        one.kind is other.kind is Kind.FACILITY
        and (one.step == other.step or (_in_one_town(one, other) and _may_be_one_step(one, other)))
        and bool(companies_of(one) & companies_of(other))
        and (one.lead.country == other.lead.country or not (one.lead.country and other.lead.country))
        and bool(both)
        and all(_agree(here, there) for here, there in both)
        and (telling or not (one.place and other.place))
    )


def by_two_goods(one: Matter, other: Matter) -> bool:
    """A plant for cells in one text, for recycling in the next: one owner, town and step, and no figure to differ."""
    return (
        one.lead.document != other.lead.document
        and one.goods != other.goods
        and one.kind is other.kind is Kind.FACILITY
        and one.step == other.step
        and bool(one.place and other.place)
        and _in_one_town(one, other)
        and _one_owner(one, other)
        and _count(one) == _count(other) == ""
        and not (one.number or other.number)
        and (not any(figures(one)) or bool(set(figures(one)) & set(figures(other))))
    )


_OWNERS = {Role.OWNER, Role.OPERATOR, Role.DEVELOPER, Role.INVESTOR, Role.PARTNER}


def _whose_is_not_told(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """A text that names only its size, or who supplies it, tells the store of that size which went live there."""
    ours, theirs = (_sizes(matter, shelf) for matter in (one, other))
    return (
        one.kind is other.kind is Kind.FACILITY
        and one.goods == other.goods == "storage"
        and one.step == other.step
        and not all(any(told.value.role in _OWNERS for told in matter.parties) for matter in (one, other))
        and bool(one.place and other.place)
        and _in_one_town(one, other)
        and bool(ours & theirs)
    )


def _sizes(matter: Matter, shelf: Shelf) -> set[tuple[str, float]]:
    return {known for known in all_figures(matter, shelf) if known[0] in {"MW", "MWh", "GW", "GWh"}}


def _by_unit(known: Iterable[tuple[str, float]]) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for unit, value in known:
        found.setdefault(unit, set()).add(value)
    return found


def _same_step(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """One plant of the record, told by two names of its place, and no step further in one than in the other."""
    things = shelf.things(one.story.id) & shelf.things(other.story.id)
    return one.kind is other.kind is Kind.FACILITY and bool(things) and one.step == other.step


def _odd_sums(matter: Matter, shelf: Shelf) -> set[tuple[str, float]]:
    told = (known for id in matter.developments for known in shelf.developments[id].money)
    return {(known.currency, known.amount) for known in told if len(f"{known.amount:.0f}".rstrip("0")) > _ROUND}


def nowhere(one: Matter, other: Matter) -> bool:
    """A plan that names no town and no figure of its own, beside one of the same company that has a place."""
    return (
        one.kind is other.kind is Kind.FACILITY
        and not (one.place or one.ordinal)
        and (one.country is None or one.country.value == other.lead.country)
        and not set(figures(one)) - set(figures(other))
        and bool(other.place or other.country)
        and bool(companies_of(one))
        and companies_of(one) <= companies_of(other)
        and one.goods in {"", other.goods}
        and one.ahead is other.ahead
    )


def _reported_of(one: Matter, other: Matter) -> bool:
    """What the press knew of a plan, without a figure of its own, where the company tells of it in the same week."""
    return (
        one.kind is other.kind is Kind.FACILITY
        and one.mode is Mode.REPORTED
        and other.mode in {Mode.PLANNED, Mode.ASSERTED}
        and not any(figures(one))
        and bool(companies_of(one))
        and companies_of(one) <= companies_of(other)
        and one.lead.country == other.lead.country
        and one.goods in {"", other.goods}
        and one.ahead
        and (other.ahead or other.stage == "delayed")
    )


def _same_plan(one: Matter, other: Matter) -> bool:
    """What two or more plan together, where the tellings name one place or only one of them names a town.

    A town's name that two countries have is read now here, now there; partners have one plan there a week.
    """
    ours, theirs = ({told.value.id for told in matter.parties} for matter in (one, other))
    places = [matter.place.value.name.casefold() if matter.place else "" for matter in (one, other)]
    wide = not all(places) or any(matter.place and matter.place.value.id in _wide() for matter in (one, other))
    return (
        one.kind is other.kind is Kind.FACILITY
        and len(ours & theirs) > 1
        and (ours <= theirs or theirs <= ours)
        and (places[0] == places[1] or wide)
        and not (one.ordinal or other.ordinal)
        and one.goods in {"", other.goods}
        and one.ahead
        and other.ahead
    )


@cache
def _wide() -> frozenset[str]:
    """Countries and continents."""
    places = load_lexicon().localities.values()
    return frozenset(place.id for place in places if place.kind in {"country", "area"})
