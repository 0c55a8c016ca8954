"""One piece of news told as two stories: of two that say the same of the same companies, the weightier is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cellwire.model import Kind, Role
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, companies_of, figures, is_among
from cellwire.publish.brief.sameness.deals import among, same_deal
from cellwire.publish.brief.sameness.incidents import same_incident
from cellwire.publish.brief.sameness.plants import same_plant

_TRADED = {Kind.SUPPLY, Kind.PARTNERSHIP}
_CLOSER = {Kind.SUPPLY, Kind.INVESTMENT}
_BESIDE = {Kind.SUPPLY: Kind.INVESTMENT, Kind.INVESTMENT: Kind.SUPPLY}


def echo_of(matter: Matter, told: Iterable[Matter], shelf: Shelf) -> Matter | None:
    """The weightier story that has said it all, if there is one."""
    return next((other for other in told if _said_again(matter, other, shelf)), None)


def _said_again(one: Matter, other: Matter, shelf: Shelf) -> bool:
    return (
        same_deal(one, other)
        or same_plant(one, other, shelf)
        or _joint_work_on(one, other)
        or _signed_for(one, other, shelf)
        or _one_sided(one, other, shelf)
        or _one_failure(one, other)
        or same_incident(one, other)
        or _one_product(one, other)
        or _one_figure(one, other)
    )


def _one_product(one: Matter, other: Matter) -> bool:
    """ "A's partner B presents a solid-state battery", where another text tells of A's: B's is no second one.

    Not "B takes on A with its solid-state battery": that is another.
    """
    kinds = [{told.value.name for told in matter.chemistry} for matter in (one, other)]
    if not (one.kind is other.kind is Kind.TECHNOLOGY and one.stage == other.stage and kinds[0] & kinds[1]):
        return False
    return _is_partner_in(one, other) or _is_partner_in(other, one)


def _is_partner_in(one: Matter, other: Matter) -> bool:
    """ "Voltara |and Larch| unveil", "a battery |by Larch|"."""
    names = "|".join(re.escape(told.value.name) for told in one.parties)
    rivals = "".join(rf"(?<!\b{word} )" for word in ("compete", "competes", "competing", "race", "rivalry"))
    beside = rf"{rivals}\b(?:and|with|by|from|using)\s(?:{names})\b|\b(?:{names})\s(?:and|with|together)\b"
    return bool(names) and re.search(beside, other.lead.quote) is not None


_SHARE = re.compile(r"\d[\d.]*(?=%|-fold)")


def _one_figure(one: Matter, other: Matter) -> bool:
    """ "Alder's profit rose 42%" and "Alder's net profit rose 42% last year": one figure of one company."""
    shares = [set(_SHARE.findall("".join(part.text for part in each.figure))) for each in (one, other)]
    return (
        one.kind is other.kind is Kind.MARKET
        and bool(companies_of(one))
        and companies_of(one) == companies_of(other)
        and bool(shares[0] & shares[1])
    )


_ONCE_A_WEEK = {"incident.insolvency", "incident.layoff"}


def _one_failure(one: Matter, other: Matter) -> bool:
    """A company fails, or lays off workers, once a week; cuts with a size of their own or at two places are two."""
    rule = one.lead.rule
    if rule not in _ONCE_A_WEEK or rule != other.lead.rule or "resolved" in {one.stage, other.stage}:
        return False
    if rule == "incident.layoff" and (one.jobs or (one.place and other.place)):
        return False
    return any(is_among(told.value.id, companies_of(other)) for told in one.parties)


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


def among_partners(one: Matter, other: Matter) -> bool:
    """What a venture or a common plant will make goes to those whose it is: without a figure that is no second deal."""
    return (
        (one.kind, one.stage) == (Kind.SUPPLY, "signed")
        and other.kind in {Kind.FACILITY, Kind.PARTNERSHIP}
        and len({told.value.id for told in one.parties}) > 1
        and companies_of(one) <= companies_of(other)
        and not any(figures(one))
        and one.goods in {"", other.goods}
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


def supplied_there(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """Whom a plant that is weighed or planned might supply, in the texts that tell of it: no talks of their own."""
    return (
        (one.kind, one.stage) == (Kind.SUPPLY, "considered")
        and other.kind is Kind.FACILITY
        and other.ahead
        and bool(companies_of(other))
        and companies_of(other) <= companies_of(one)
        and not any(figures(one))
        and shelf.texts_of(one.developments) <= shelf.texts_of(other.developments)
    )


def brought_by(one: Matter, other: Matter) -> bool:
    """What a company is to have one day, of the goods that another is told to supply it with: nothing it develops."""
    return (
        (one.kind, one.stage) == (Kind.TECHNOLOGY, "announced")
        and (other.kind, other.stage) == (Kind.SUPPLY, "signed")
        and bool(companies_of(one))
        and companies_of(one) < companies_of(other)
        and bool(one.goods)
        and one.goods == other.goods
    )


def agreed_on(one: Matter, other: Matter) -> bool:
    """A plant of so many MWh that is only to come, where its owner and partner have agreed to put up just as many."""
    sizes = set(figures(one))
    return (
        (one.kind, one.step) == (Kind.FACILITY, "announced")
        and other.kind is Kind.PARTNERSHIP
        and bool(sizes)
        and sizes == set(figures(other))
        and one.goods in {"", other.goods}
        and len(one.parties) > 1
        and all(among(told, other) for told in one.parties)
    )


def put_up_as_agreed(one: Matter, other: Matter) -> bool:
    """ "Alder to deploy 1 GWh of storage", of whom another text tells that it has signed on 1 GWh, or on stores."""
    suppliers = {told.value.id for told in other.parties if told.value.role is Role.SUPPLIER}
    ours, theirs = set(figures(one)), set(figures(other))
    return (
        (one.kind, one.step, one.goods) == (Kind.FACILITY, "announced", "storage")
        and (other.kind, other.stage) == (Kind.SUPPLY, "signed")
        and other.goods in {"storage", "cell"}
        and one.place is None
        and bool(companies_of(one))
        and companies_of(one) <= suppliers
        and (not theirs or ours == theirs)
    )


def _joint_work_on(one: Matter, other: Matter) -> bool:
    """ "They agreed to work together", where its text says what they agreed on, or another their supply or merger."""
    return (
        one.kind is Kind.PARTNERSHIP
        and one.thing is None
        and not any(figures(one))
        and bool(companies_of(one) & companies_of(other))
        and companies_of(one) <= companies_of(other)
        and one.goods in {"", other.goods}
        and (one.lead.document == other.lead.document or (len(companies_of(one)) > 1 and other.kind in _CLOSER))
    )


def _one_sided(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """A supply of which one side alone is known, and no figure, in texts that name the other side of its deal."""
    if one.kind is not Kind.SUPPLY or other.kind not in _TRADED or len(companies_of(one)) != 1 or any(figures(one)):
        return False
    texts = shelf.texts_of(one.developments)
    told = [shelf.developments[id] for text in texts for id in shelf.told_in.get(text, ())]
    deals = {
        dev.document for dev in told if dev.kind in _TRADED and _sides_of(one) < {party.id for party in dev.parties}
    }
    return companies_of(one) < companies_of(other) and deals == texts


def _sides_of(matter: Matter) -> set[str]:
    return {told.value.id for told in matter.parties}


def _signed_for(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """What is signed for a plant, without a figure of its own, beside the plant that the same texts tell of.

    All whose plant it is have signed: a plant with other partners is another one.
    """
    ours, theirs = companies_of(one), {told.value.id for told in other.parties}
    return (
        (one.kind, other.kind) == (Kind.PARTNERSHIP, Kind.FACILITY)
        and bool(theirs)
        and theirs <= ours
        and other.ahead
        and not any(figures(one))
        and one.goods in {"", other.goods}
        and shelf.texts_of(one.developments) <= shelf.texts_of(other.developments)
    )
