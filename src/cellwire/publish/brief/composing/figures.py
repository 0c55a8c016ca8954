"""The week in figures: what firm stories tell as new is counted, and every sum shows the notes it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cellwire.model import DEAL_KINDS, STOPPED, Capacity, Kind, Money, Qualifier, Role, Scope
from cellwire.publish.brief.doubting import dollars
from cellwire.publish.brief.edition import Bar, Change, Figure, Note, outlet_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, Told, gwh_of
from cellwire.publish.brief.telling import is_enlarged, told_before
from cellwire.publish.brief.wording import is_told_as_added, money, number

_FIRM = {Mode.ASSERTED, Mode.PLANNED}
_STEPS = (("announced", "announced"), ("construction", "under construction"), ("operating", "opened"))
_PREFERRED = (Scope.NEW, Scope.PHASE, Scope.TOTAL)


# What plants cost, what is lent and given, and what is traded are three things: a loan pays for a plant.
_BOUGHT = {"merger", "acquisition", "takeover bid"}
_TAKEOVERS = "Mergers and takeovers"
_ADDED = "Added to the cost of plants"
_NOT_GIVEN = {"provisional award", "loan offer"}
_LENT = {"loan", "credit line", "project financing", "debt financing"}
_GIFTS = {"grant", "provisional award"}
_SORTS = {
    Kind.FACILITY: "Cost of plants",
    Kind.SUPPLY: "Worth of deals",
    Kind.PARTNERSHIP: "Worth of deals",
    Kind.INVESTMENT: "Stakes, funding, loans and grants",
    Kind.POLICY: "Public money",
}
_CALLED = {"project": "purchase of a project", "project sale": "purchase of a project", "majority stake": "stake"}
_CALLED |= {named: named for named in ("stake", "shares", *sorted(_BOUGHT | _GIFTS))} | dict.fromkeys(_LENT, "loan")
_CHANGED = "New or changed in the record"


def _sort(matter: Matter) -> str | None:
    """Whole companies that change hands are neither stakes nor loans, and what is added is not what a plant costs."""
    if matter.kind is Kind.INVESTMENT and matter.is_called(*_BOUGHT):
        return _TAKEOVERS
    note = matter.money[0].part.note if matter.money else None
    if matter.kind is Kind.FACILITY and note and is_told_as_added(matter.money[0].part, note.quote):
        return _ADDED
    return _SORTS.get(matter.kind)


def changed(figures: Sequence[Figure], changes: Sequence[Change]) -> tuple[Figure, ...]:
    """The figures with the number of lines in the table of changes put in, and of how many things they speak."""
    things = {change.thing for change in changes}
    of = "plants and deals" if len(things) == len(changes) else _many(len(things), "plant or deal", "plants and deals")
    count = Figure(_CHANGED, number(len(changes)), of)
    rest = [figure for figure in figures if figure.label != _CHANGED]
    return (*rest[:1], count, *rest[1:]) if changes else tuple(rest)


def figures_of(matters: Sequence[Matter], shelf: Shelf) -> tuple[Figure, ...]:
    if not matters:
        return (_texts(shelf),)
    return (
        Figure("Stories", number(len(matters)), _of_which(matters)),
        *_capacities(matters, shelf),
        *_sums(matters, shelf),
        *_deals(matters),
        _texts(shelf),
    )


def _deals(matters: Sequence[Matter]) -> Iterator[Figure]:
    """How many, and of which kinds."""
    told = [_deal(matter) for kind in DEAL_KINDS for matter in matters if matter.kind is kind]
    if told:
        yield Figure("Deals", number(len(told)), ", ".join(dict.fromkeys(told)))


def _deal(matter: Matter) -> str:
    thing = matter.thing.text if matter.kind is Kind.INVESTMENT and matter.thing else ""
    return _CALLED.get(thing, matter.kind.value)


def _of_which(matters: Sequence[Matter]) -> str:
    counts = {
        mark: sum(matter.mark == mark for matter in matters) for mark in ("new", "update", "correction", "denial")
    }
    if counts["new"] == len(matters):
        return "all new to the record"
    return ", ".join(f"{count} new" if mark == "new" else _many(count, mark) for mark, count in counts.items() if count)


def _texts(shelf: Shelf) -> Figure:
    week = shelf.articles()
    texts = len({shelf.origin(documents[0].id) for documents in week})
    outlets = len({outlet_of(documents[0]) for documents in week})
    detail = f"{_many(len(week), 'article')} from {_many(outlets, 'source')}; copies of one text count once"
    return Figure("Independent texts read", number(texts), detail)


def _capacities(matters: Sequence[Matter], shelf: Shelf) -> Iterable[Figure]:
    """Each plant once, with its new capacity, else that of the phase, else the total; only what has a place.

    Packs are made of cells that another plant may have made: the two are not added up.
    """
    plants = _once([matter for matter in matters if matter.kind is Kind.FACILITY and _counts(matter)], shelf)
    for stage, word in _STEPS:
        for of_packs in (False, True):
            own = (matter for matter in plants if matter.step == stage and _makes_packs(matter) is of_packs)
            chosen = [told for matter in own if (told := _yearly(matter, shelf))]
            if chosen:
                total = round(sum(gwh_of(told.value.value, told.value.unit) for told in chosen), 6)
                label = f"GWh a year {'of packs ' if of_packs else ''}{word}"
                yield Figure(label, number(total), _how_many(chosen, stage), _notes(chosen))


def _makes_packs(matter: Matter) -> bool:
    return matter.product is not None and matter.product.value.name == "pack"


def _how_many(chosen: Sequence[Told[Capacity]], stage: str) -> str:
    """A plant that has opened makes what it is built for years later."""
    full = ", once at full capacity" if stage == "operating" else ""
    hedged = any(told.value.qualifier.value != "exact" for told in chosen)
    return _many(len(chosen), "plant") + full + (", some figures hedged by their sources" if hedged else "")


_BARS = 12


def bars_of(matters: Sequence[Matter], shelf: Shelf) -> tuple[Bar, ...]:
    """The plants that the figures add up, each with its own; the longest first."""
    plants = _once([matter for matter in matters if matter.kind is Kind.FACILITY and _counts(matter)], shelf)
    told = ((matter, capacity) for matter in plants if (capacity := _yearly(matter, shelf)))
    bars = [
        Bar(_plant(matter), round(gwh_of(capacity.value.value, capacity.value.unit), 6), capacity.part)
        for matter, capacity in told
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.gwh, bar.name))[:_BARS])


def _plant(matter: Matter) -> str:
    place = matter.place.part.text.split(",")[0] if matter.place else matter.country.part.text if matter.country else ""
    return ", ".join(filter(None, (matter.names()[0].text, place)))


def _counts(matter: Matter) -> bool:
    firm = matter.mode in _FIRM and not matter.in_doubt
    return firm and matter.of_batteries and bool(matter.parties and (matter.place or matter.country))


def _once(matters: Sequence[Matter], shelf: Shelf) -> list[Matter]:
    """The weightiest story of each plant and each deal of the record."""
    seen: set[str] = set()
    kept = []
    for matter in matters:
        ids = shelf.things(matter.story.id) or {matter.story.id}
        if not ids & seen:
            kept.append(matter)
        seen |= ids
    return kept


def _yearly(matter: Matter, shelf: Shelf) -> Told[Capacity] | None:
    """Of a plant that is enlarged to a total, the text does not say how much is new."""
    grows = matter.amount(Scope.EXISTING) is not None or is_enlarged(matter)
    before = told_before(matter, shelf)
    for scope in _PREFERRED:
        for told in matter.capacity:
            whole = scope is Scope.TOTAL and grows
            new = not whole and (told.value.unit, told.value.value) not in before
            if told.value.scope is scope and new and told.value.unit in {"GWh/yr", "MWh/yr", "TWh/yr"}:
                return told
    return None


def _sums(matters: Sequence[Matter], shelf: Shelf) -> Iterable[Figure]:
    """Sums of one currency are added, of several never converted; one sum a plant and a deal, if it is new."""
    by_sort: dict[tuple[str, str], list[tuple[Matter, Told[Money]]]] = {}
    passed_over: set[str] = set()
    for matter in _once(matters, shelf):
        sort = _sort(matter)
        if matter.mode not in _FIRM or sort is None or not matter.money:
            continue
        told = matter.money[0]
        if matter.in_doubt or not _is_new(matter, told, shelf):
            passed_over.add(told.value.currency)
            continue
        others = [row for (of, _), rows in by_sort.items() if of == sort for row in rows]
        if not any(_same_sum((matter, told), other) for other in others):
            by_sort.setdefault((sort, told.value.currency), []).append((matter, told))
    order = [*_SORTS.values(), _TAKEOVERS, _ADDED]
    for (sort, currency), found in sorted(
        by_sort.items(), key=lambda row: (order.index(row[0][0]), -len(row[1]), row[0])
    ):
        sums = _without_parts(found)
        total = _total([told for _, told in sums], currency)
        more = "; what was told before or is put off or dropped does not count" if currency in passed_over else ""
        open_ = "; sources differ on the sum" if any(matter.open_sum for matter, _ in sums) else ""
        detail = f"in {_many(len(sums), 'story', 'stories')}{_bound(sums)}{open_}{more}"
        yield Figure(f"{sort}, {currency}", total, detail, _notes([told for _, told in sums]))


def _total(told: Sequence[Told[Money]], currency: str) -> str:
    """One sum as its story has it ("about $450 million"); of several no more is sure than of the vaguest."""
    if len(told) == 1:
        return told[0].part.text
    total = money(_added([one.value.amount for one in told]), currency)
    return total if all(one.value.qualifier is Qualifier.EXACT for one in told) else f"about {total}"


def _bound(sums: Sequence[tuple[Matter, Told[Money]]]) -> str:
    """What is awarded provisionally or offered is not given yet."""
    open_ = [matter for matter, _ in sums if matter.is_called(*_NOT_GIVEN)]
    return "" if not open_ else "; not final" if len(open_) == len(sums) else "; some of it not final"


def _added(amounts: Sequence[float]) -> float:
    """No more precise than the roughest of them: "$9.63 billion" and "$754.8 million" make $10.38 billion."""
    step = max(map(_precision, amounts))
    return round(sum(amounts) / step) * step if len(amounts) > 1 else amounts[0]


def _precision(amount: float) -> float:
    """The last digit that is no nought, or the third."""
    digits = f"{amount:.0f}"
    noughts = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** max(0, min(noughts, len(digits) - 3))


def _without_parts(sums: Sequence[tuple[Matter, Told[Money]]]) -> list[tuple[Matter, Told[Money]]]:
    """A programme that names no taker, and what the same giver gives to each, is one sum."""
    wholes = [(matter, told) for matter, told in sums if matter.kind is Kind.INVESTMENT and not _takers(matter)]

    def is_part(matter: Matter, told: Told[Money]) -> bool:
        return any(
            matter is not whole and _givers(matter) & _givers(whole) and told.value.amount <= known.value.amount
            for whole, known in wholes
        )

    return [(matter, told) for matter, told in sums if not is_part(matter, told)]


def _takers(matter: Matter) -> set[str]:
    return {told.value.id for told in matter.parties if told.value.role is Role.TARGET}


def _givers(matter: Matter) -> set[str]:
    return {told.value.id for told in matter.parties if told.value.role in {Role.GOVERNMENT, Role.INVESTOR}}


def _is_new(matter: Matter, told: Told[Money], shelf: Shelf) -> bool:
    """Neither the sum of a plan that is put off, dropped or called off, nor one that an earlier week told."""
    known = (told.value.currency, told.value.amount) in told_before(matter, shelf)
    return matter.stage not in STOPPED and not known


def _same_sum(one: tuple[Matter, Told[Money]], other: tuple[Matter, Told[Money]]) -> bool:
    """A sum that two stories of one text, or of one company, name is one sum, in another currency too."""
    (ours, told), (theirs, known) = one, other
    texts = {each.part.note.document for each in (told, known) if each.part.note}
    shared = {party.value.id for party in ours.parties} & {party.value.id for party in theirs.parties}
    if told.value.currency != known.value.currency:
        less, more = sorted((dollars(told.value), dollars(known.value)))  # 0.0 where a currency is not known
        return bool(shared) and more < _ROUGHLY * less
    return told.value.amount == known.value.amount and (len(texts) == 1 or bool(shared))


_ROUGHLY = 1.25  # times as much, for two currencies whose rates are known roughly


def _notes(told: Sequence[Told[Any]]) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(one.part.note for one in told if one.part.note))


def _many(count: int, one: str, several: str = "") -> str:
    return f"{number(count)} {one if count == 1 else several or one + 's'}"
