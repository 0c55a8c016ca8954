"""Whether two stories of the week tell one deal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from cellwire.model import DEAL_KINDS, Kind, Party, Role
from cellwire.publish.brief.matter import Matter, Told, companies_of, family, figures

_DIRECTED = {Kind.SUPPLY, Kind.INVESTMENT}
_ROUNDED = 0.05  # by which a sum of several is told in round figures
_RATES = 0.03  # by which a sum differs with the rate it was reckoned at


def same_deal(one: Matter, other: Matter) -> bool:
    """Whether the other story has said all that the one says of a deal."""
    rules = (_retold, _called_off, _signed, _part_of_deal, _one_of_its_suppliers, _raised_again)
    return any(rule(one, other) for rule in rules)


_NAMES_OF_A_RAISE = {"", "round", "initial public offering", "share listing"}


def one_raise(one: Matter, other: Matter) -> bool:
    """A company raises money once a week: the sum in two currencies, or the listing and what it brought.

    Two sums in one currency are two raises, as `_about_one_sum` has not joined them.
    """
    if not one.kind is other.kind is Kind.INVESTMENT or companies_of(one) != companies_of(other):
        return False
    alone = all(told.value.role is Role.TARGET for matter in (one, other) for told in matter.parties)
    called = {matter.thing.text if matter.thing else "" for matter in (one, other)}
    ours, theirs = ({told.value.currency for told in matter.money} for matter in (one, other))
    return (
        alone and one.stage == other.stage in _STAGES_OF_A_RAISE and called <= _NAMES_OF_A_RAISE and not ours & theirs
    )


_STAGES_OF_A_RAISE = {"announced", "completed"}


def _raised_again(one: Matter, other: Matter) -> bool:
    return (not one.money or bool(other.money)) and one_raise(one, other)


def same_gift(one: Matter, other: Matter) -> bool:
    """ "A loan for A and B", and the same sum "for their venture C"."""
    if not one.kind is other.kind is Kind.INVESTMENT or not _about_one_sum(one, other):
        return False
    givers = _in_role(one, Role.GOVERNMENT) & _in_role(other, Role.GOVERNMENT)
    return bool(givers and family(_in_role(one, Role.TARGET)) & family(_in_role(other, Role.TARGET)))


def _in_role(matter: Matter, role: Role) -> set[str]:
    return {told.value.id for told in matter.parties if told.value.role is role}


def sums_up(matter: Matter, others: Sequence[Matter]) -> bool:
    """Whether it is a sum for nobody who is named, of which the week tells the parts: "nearly $300 million for two"."""
    if matter.kind is not Kind.INVESTMENT or matter.names(Role.TARGET) or not matter.money:
        return False
    whole, givers = matter.money[0].value, {told.value.id for told in matter.parties}
    parts = [
        other.money[0].value.amount
        for other in others
        if other.kind is Kind.INVESTMENT
        and other.names(Role.TARGET)
        and other.money
        and other.money[0].value.currency == whole.currency
        and givers & {told.value.id for told in other.parties}
    ]
    pairs = (sum(some) for number in (2, 3) for some in combinations(parts, number))
    return any(abs(pair - whole.amount) <= _ROUNDED * whole.amount for pair in pairs)


def _retold(one: Matter, other: Matter) -> bool:
    """The partners are the same, or one of them by its owner's name, and it has no figure of its own."""
    return (
        one.kind is other.kind
        and one.kind in DEAL_KINDS
        and one.stage == other.stage
        and len({told.value.id for told in one.parties}) > 1
        and all(among(told, other) for told in one.parties)
        and all(among(told, one) for told in other.parties)
        and set(figures(one)) <= set(figures(other))
        and (one.goods in {"", other.goods} or _is_one_paper(one, other))
        and not turned_round(one, other)
    )


def _is_one_paper(one: Matter, other: Matter) -> bool:
    """What the same companies sign a memorandum on: one text names the graphite, the next the anodes made of it."""
    return one.stage == "mou" and companies_of(one) == companies_of(other)


def _called_off(one: Matter, other: Matter) -> bool:
    """A deal that was to come, where another text of the week tells that it will not."""
    return (
        one.kind is other.kind
        and one.kind in DEAL_KINDS
        and (one.stage in {"considered", "announced", "mou"} and other.stage == "terminated")
        and bool(one.parties)
        and companies_of(one) <= companies_of(other)
    )


def _signed(one: Matter, other: Matter) -> bool:
    """What two weigh, where another text of the week tells that they have signed a memorandum on it."""
    return (
        {one.kind, other.kind} <= set(DEAL_KINDS)
        and (one.stage == "considered" and other.stage == "mou")
        and len(companies_of(one)) > 1
        and companies_of(one) == companies_of(other)
        and one.goods in {"", other.goods}
    )


def among(party: Told[Party], matter: Matter) -> bool:
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
            (bool(set(figures(one)) & set(figures(other))) and one.goods in {"", other.goods})
            or (companies_of(one) == companies_of(other) and (_about_one_sum(one, other) or _of_one_volume(one, other)))
        )
    )


def _one_of_its_suppliers(one: Matter, other: Matter) -> bool:
    """A buyer's deal with some of those, or with nobody, whom another story has it sign with; without a figure."""
    ours, theirs = ({told.value.id for told in matter.parties} for matter in (one, other))
    return (
        (one.kind, one.stage) == (other.kind, other.stage) == (Kind.SUPPLY, "signed")
        and len(other.names(Role.SUPPLIER)) > 1
        and bool(ours)
        and ours <= theirs
        and {told.value.id for told in one.parties if told.value.role is Role.CUSTOMER}
        == {told.value.id for told in other.parties if told.value.role is Role.CUSTOMER}
        and not any(figures(one))
        and one.goods in {"", other.goods}
    )


def _of_one_volume(one: Matter, other: Matter) -> bool:
    """So many tonnes between the same two are one deal, whatever the next text calls the goods."""
    ours, theirs = ({(told.value.value, told.value.unit) for told in each.capacity} for each in (one, other))
    return one.kind is Kind.SUPPLY and bool(ours & theirs)


def _about_one_sum(one: Matter, other: Matter) -> bool:
    """ "$2.13 billion" in one text and "$2.15 billion" in the next: one sum at two days' rates."""
    ours, theirs = ([(told.value.currency, told.value.amount) for told in matter.money] for matter in (one, other))
    return any(
        currency == same and abs(amount - known) <= _RATES * max(amount, known)
        for currency, amount in ours
        for same, known in theirs
    )
