"""One piece of news told as two stories: of two that say the same of the same companies, the weightier is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cellwire.model import Kind
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.owners import family

_DEALS = {Kind.SUPPLY, Kind.PARTNERSHIP}


def echo_of(matter: Matter, told: Iterable[Matter]) -> Matter | None:
    """The weightier story that has said it all, if there is one."""
    same = (_same_figures, _same_deal, _part_of_deal, _joint_work_on)
    return next((other for other in told if any(rule(matter, other) for rule in same)), None)


def _same_figures(one: Matter, other: Matter) -> bool:
    """Two figures of a plant in common are no accident: a dateline or a head office made a second place of it."""
    return (
        one.kind is other.kind is Kind.FACILITY
        and bool(_companies(one) & _companies(other))
        and len(set(_figures(one)) & set(_figures(other))) > 1
        and set(_figures(one)) <= set(_figures(other))
    )


def _same_deal(one: Matter, other: Matter) -> bool:
    """The partners are the same, or one of them by its owner's name, and it has no figure of its own."""
    parties = {told.value.id for told in one.parties}
    return (
        one.kind is other.kind
        and one.kind in _DEALS
        and one.stage == other.stage
        and len(parties) > 1
        and all(family([id]) & _companies(other) for id in parties)
        and all(family([told.value.id]) & _companies(one) for told in other.parties)
        and set(_figures(one)) <= set(_figures(other))
        and _product(one) in {"", _product(other)}
    )


def _part_of_deal(one: Matter, other: Matter) -> bool:
    """A telling that leaves out a partner, of a deal with the same goods and one of the same figures."""
    return (
        one.kind is other.kind
        and one.kind in _DEALS
        and one.stage == other.stage
        and bool(one.parties)
        and _companies(one) <= _companies(other)
        and bool(set(_figures(one)) & set(_figures(other)))
        and _product(one) in {"", _product(other)}
    )


def _joint_work_on(one: Matter, other: Matter) -> bool:
    """ "They agreed to work together", where the same text says what they agreed on."""
    return (
        one.kind is Kind.PARTNERSHIP
        and one.thing is None
        and not any(_figures(one))
        and bool(_companies(one) & _companies(other))
        and _companies(one) <= _companies(other)
        and _product(one) in {"", _product(other)}
        and one.lead.document == other.lead.document
    )


def _companies(matter: Matter) -> frozenset[str]:
    return family(told.value.id for told in matter.parties)


def _product(matter: Matter) -> str:
    return matter.product.value.name if matter.product else ""


def _figures(matter: Matter) -> Iterator[tuple[str, float]]:
    yield from ((told.value.unit.removesuffix("/yr"), told.value.value) for told in matter.capacity)
    yield from ((told.value.currency, told.value.amount) for told in matter.money)
    if matter.jobs:
        yield "jobs", float(matter.jobs.value.value)
