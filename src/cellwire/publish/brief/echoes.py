"""One piece of news told as two stories: of two that say the same of the same companies, the weightier is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from cellwire.lexicon import load_lexicon
from cellwire.model import DEAL_KINDS, Kind, Party
from cellwire.publish.brief.matter import Matter, Mode, Told
from cellwire.publish.brief.owners import companies_of, family
from cellwire.publish.brief.shelf import Shelf

_BESIDE = {Kind.SUPPLY: Kind.INVESTMENT, Kind.INVESTMENT: Kind.SUPPLY}
_DIRECTED = {Kind.SUPPLY, Kind.INVESTMENT}
_RATES = 0.03  # by which a sum differs with the rate it was reckoned at
_BY_CHANCE = 2  # figures of two companies' plants in one week
_ROUND = 3  # digits of a sum that many things may cost


def echo_of(matter: Matter, told: Iterable[Matter], shelf: Shelf) -> Matter | None:
    """The weightier story that has said it all, if there is one."""
    by_words = (_same_deal, _called_off, _part_of_deal, _joint_work_on, nowhere, _reported_of, _same_plan, _known_plan)
    by_texts = (_same_figures, _same_sum, _same_step, _one_site)
    for other in told:
        if any(rule(matter, other) for rule in by_words) or any(rule(matter, other, shelf) for rule in by_texts):
            return other
    return None


def without_borrowed(matter: Matter, others: Iterable[Matter]) -> Matter:
    """What partners put into each other is not what they trade for, and what they trade is not invested.

    "Signed agreements for a $75 million investment and an offtake of 200,000 tonnes" gives each deal both figures.
    """
    beside = _BESIDE.get(matter.kind)
    known = [other for other in others if other.kind is beside and _same_partners(matter, other)]
    if matter.kind is Kind.SUPPLY:
        theirs = {(told.value.amount, told.value.currency) for other in known for told in other.money}
        kept = tuple(told for told in matter.money if (told.value.amount, told.value.currency) not in theirs)
        return replace(matter, money=kept)
    traded = {(told.value.value, told.value.unit) for other in known for told in other.capacity}
    return replace(
        matter, capacity=tuple(told for told in matter.capacity if (told.value.value, told.value.unit) not in traded)
    )


def _same_partners(one: Matter, other: Matter) -> bool:
    return len(companies_of(one) & companies_of(other)) > 1


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


def all_figures(matter: Matter, shelf: Shelf) -> set[tuple[str, float]]:
    """What the story's texts give it, printed or not."""
    found: set[tuple[str, float]] = set()
    for dev in (shelf.developments[id] for id in matter.developments):
        found |= {(known.unit.removesuffix("/yr"), known.value) for known in dev.capacity}
        found |= {(known.currency, known.amount) for known in dev.money}
        found |= {("jobs", float(dev.jobs.value))} if dev.jobs else set()
    return found


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
    sums = {value for unit in ours if unit.isupper() for value in ours[unit] & theirs.get(unit, set())}
    telling = any(len(f"{value:.0f}".rstrip("0")) > 1 for value in sums)
    return (
        one.kind is other.kind is Kind.FACILITY
        and one.step == other.step
        and bool(companies_of(one) & companies_of(other))
        and (one.lead.country == other.lead.country or not (one.lead.country and other.lead.country))
        and bool(both)
        and all(here & there for here, there in both)
        and (telling or not (one.place and other.place))
    )


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
        and _product(one) in {"", _product(other)}
        and _ahead(one) is _ahead(other)
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
        and _product(one) in {"", _product(other)}
        and _ahead(one)
        and (_ahead(other) or other.stage == "delayed")
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
        and _product(one) in {"", _product(other)}
        and _ahead(one)
        and _ahead(other)
    )


def _known_plan(one: Matter, other: Matter) -> bool:
    """A plan of a plant in a town, where another story of the week tells of that company's plant there.

    Another size, product or count makes it a second plant.
    """
    towns = [matter.place.value.name.casefold() if matter.place else "" for matter in (one, other)]
    sizes = [{(told.value.unit, told.value.value) for told in matter.capacity} for matter in (one, other)]
    return (
        one.kind is other.kind is Kind.FACILITY
        and one.stage in {"considered", "announced"}
        and (_ahead(other) or other.stage in {"delayed", "cancelled"})
        and bool(companies_of(one))
        and companies_of(one) <= companies_of(other)
        and towns[0] == towns[1] != ""
        and not (one.ordinal or other.ordinal)
        and _product(one) in {"", _product(other)}
        and not (all(sizes) and sizes[0] != sizes[1])
    )


@cache
def _wide() -> frozenset[str]:
    """Countries and continents."""
    places = load_lexicon().localities.values()
    return frozenset(place.id for place in places if place.kind in {"country", "area"})


def among_partners(one: Matter, other: Matter) -> bool:
    """What a venture or a common plant will make goes to those whose it is: without a figure that is no second deal."""
    return (
        (one.kind, one.stage) == (Kind.SUPPLY, "signed")
        and other.kind in {Kind.FACILITY, Kind.PARTNERSHIP}
        and len({told.value.id for told in one.parties}) > 1
        and companies_of(one) <= companies_of(other)
        and not any(figures(one))
        and _product(one) in {"", _product(other)}
    )


def made_there(one: Matter, other: Matter) -> bool:
    """Goods that are only to come, without a figure or a date, of those who are told to build the plant for them."""
    return (
        (one.kind, one.stage) == (Kind.TECHNOLOGY, "announced")
        and (other.kind, other.step) == (Kind.FACILITY, "announced")
        and bool(companies_of(one))
        and companies_of(one) <= companies_of(other)
        and not any(figures(one))
        and not one.dates
    )


def _ahead(matter: Matter) -> bool:
    return matter.stage in {"considered", "announced", "permitted", "construction"}


def _same_deal(one: Matter, other: Matter) -> bool:
    """The partners are the same, or one of them by its owner's name, and it has no figure of its own."""
    return (
        one.kind is other.kind
        and one.kind in DEAL_KINDS
        and one.stage == other.stage
        and len({told.value.id for told in one.parties}) > 1
        and all(_among(told, other) for told in one.parties)
        and all(_among(told, one) for told in other.parties)
        and set(figures(one)) <= set(figures(other))
        and _product(one) in {"", _product(other)}
        and not turned_round(one, other)
    )


def _called_off(one: Matter, other: Matter) -> bool:
    """A deal that was to come, where another text of the week tells that it will not."""
    return (
        one.kind is other.kind
        and one.kind in DEAL_KINDS
        and (one.stage in {"considered", "announced", "mou"} and other.stage == "terminated")
        and bool(one.parties)
        and companies_of(one) <= companies_of(other)
    )


def _among(party: Told[Party], matter: Matter) -> bool:
    """By its own name, its owner's, or the first word of it: "LG" where the others say "LG Chem"."""
    if family([party.value.id]) & companies_of(matter):
        return True
    first = party.part.text.split()[0]
    return any(told.part.text.split()[0] == first for told in matter.parties)


def turned_round(one: Matter, other: Matter) -> bool:
    """ "A supplies B" and "B supplies A": the same parties, each in a role that it does not have in the other."""
    ours, theirs = _roles(one), _roles(other)
    exchanged = all(not roles & theirs[id] for id, roles in ours.items() if id in theirs)
    return one.kind in _DIRECTED and len(ours) > 1 and set(ours) == set(theirs) and exchanged


def _roles(matter: Matter) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for told in matter.parties:
        roles.setdefault(told.value.id, set()).add(told.value.role.value)
    return roles


def _part_of_deal(one: Matter, other: Matter) -> bool:
    """A telling that leaves out a partner, of a deal with the same goods and one of the same figures."""
    return (
        one.kind is other.kind
        and one.kind in DEAL_KINDS
        and one.stage == other.stage
        and bool(one.parties)
        and companies_of(one) <= companies_of(other)
        and (
            (bool(set(figures(one)) & set(figures(other))) and _product(one) in {"", _product(other)})
            or (companies_of(one) == companies_of(other) and _about_one_sum(one, other))
        )
    )


def _about_one_sum(one: Matter, other: Matter) -> bool:
    """ "$2.13 billion" in one text and "$2.15 billion" in the next: one sum at two days' rates."""
    ours, theirs = ([(told.value.currency, told.value.amount) for told in matter.money] for matter in (one, other))
    return any(
        currency == same and abs(amount - known) <= _RATES * max(amount, known)
        for currency, amount in ours
        for same, known in theirs
    )


def _joint_work_on(one: Matter, other: Matter) -> bool:
    """ "They agreed to work together", where the same text says what they agreed on, or another tells their supply."""
    return (
        one.kind is Kind.PARTNERSHIP
        and one.thing is None
        and not any(figures(one))
        and bool(companies_of(one) & companies_of(other))
        and companies_of(one) <= companies_of(other)
        and _product(one) in {"", _product(other)}
        and (one.lead.document == other.lead.document or (len(companies_of(one)) > 1 and other.kind is Kind.SUPPLY))
    )


def _product(matter: Matter) -> str:
    return matter.product.value.name if matter.product else ""


def figures(matter: Matter) -> Iterator[tuple[str, float]]:
    yield from ((told.value.unit.removesuffix("/yr"), told.value.value) for told in matter.capacity)
    yield from ((told.value.currency, told.value.amount) for told in matter.money)
    if matter.jobs:
        yield "jobs", float(matter.jobs.value.value)
