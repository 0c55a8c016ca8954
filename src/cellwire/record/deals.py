"""Deals: who agreed what with whom, how binding it is, and how it came about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from msgspec.structs import replace

from cellwire.model import (
    DEAL_KINDS,
    DateWhat,
    Deal,
    Development,
    Entry,
    Fact,
    Kind,
    Known,
    Party,
    PartyFact,
    Role,
    Rung,
    Scope,
    same_family,
    without_owners,
)
from cellwire.record.deciding import NO_RULINGS, Apart, Rulings, judged_two, merged, settle
from cellwire.record.facts import (
    NOTHING_BEFORE,
    Before,
    Reading,
    Telling,
    as_before,
    as_revised,
    build_facts,
    build_timeline,
    developments_in,
    listed,
    name_parties,
    numbered_apart,
    on_their_sides,
    party_facts,
    pattern,
    readings,
    refined,
    rules,
    sides_of,
)

Parts = tuple[tuple[PartyFact, ...], tuple[Fact, ...], tuple[Entry, ...]]  # parties, facts, history

_LADDER = list(Rung)
_NAMED = frozenset({Rung.BINDING, Rung.TALKS, Rung.COMPLETED})  # with what it is
_GIVERS = frozenset({Role.SUPPLIER, Role.INVESTOR, Role.LICENSOR, Role.GOVERNMENT})


@dataclass(slots=True)
class _Draft:
    kind: Kind
    parties: dict[str, Party]
    product: str | None
    tellings: list[Telling]

    @property
    def rung(self) -> Rung:
        return find_rung(self.tellings)

    @property
    def id(self) -> str:
        said = f"{self.kind}\n{' '.join(sorted(self.parties))}\n{self.product or ''}\n{self.tellings[0].told}"
        return f"deal_{sha256(said.encode()).hexdigest()[:8]}"

    def absorb(self, other: _Draft) -> None:
        self.tellings += other.tellings


def build_deals(
    tellings: Sequence[Telling],
    *,
    rulings: Rulings = NO_RULINGS,
    known: Known,
    heard: date | None,
    before: Before = NOTHING_BEFORE,
) -> dict[str, tuple[Deal, list[Telling]]]:
    """Every deal by its id, with its tellings; what was only ever denied is none."""
    named = numbered_apart(_joined(_drafts(tellings, known), rulings.apart))
    same = rulings.same({id: developments_in(draft.tellings) for id, draft in named})
    built = {}
    for group in merged(named, same):
        (id, draft), *others = sorted(group, key=lambda each: (each[1].tellings[0].told, each[0]))
        for _, other in others:
            draft.absorb(other)
        draft.tellings.sort(key=lambda telling: telling.order)
        parts = _parts_before(before, id, draft) or _parts(draft, known)
        deal = _deal(id, draft, parts, known=known, heard=heard)
        built[id] = (settle(deal, rulings.about(id, developments_in(draft.tellings))), draft.tellings)
    return built


def _joined(found: Iterable[_Draft], apart: Apart) -> list[_Draft]:
    """Steps of one deal together."""
    drafts: list[_Draft] = []
    by_party: dict[str, list[_Draft]] = defaultdict(list)
    for draft in found:
        near = (one for one in _near(draft, by_party) if _continues(draft, one))
        earlier = next((one for one in near if not judged_two(draft.tellings, one.tellings, apart)), None)
        if earlier:
            earlier.absorb(draft)
        else:
            drafts.append(draft)
            for party in draft.parties:
                by_party[party].append(draft)
    return drafts


def _drafts(tellings: Iterable[Telling], known: Known) -> list[_Draft]:
    """What one story tells of one kind of deal; a recollection that joins no story stands alone."""
    found: dict[tuple[str, Kind], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.development.kind in DEAL_KINDS and not telling.denied and telling.development.parties:
            found[telling.story or telling.development.id, telling.development.kind].append(telling)
    return [_draft(kind, group, known) for (_, kind), group in found.items()]


def _draft(kind: Kind, group: list[Telling], known: Known) -> _Draft:
    sides = without_owners([party for telling in group for party in sides_of(telling.development)], known)
    parties = {party.id: party for party in sides}
    product = next((telling.development.product.name for telling in group if telling.development.product), None)
    return _Draft(kind, parties, product, group)


def _near(draft: _Draft, by_party: dict[str, list[_Draft]]) -> Iterator[_Draft]:
    """Those with the same parties, the last first; then those of which one names more, where a sum is told."""
    yield from reversed(by_party[min(draft.parties, key=lambda party: (len(by_party[party]), party))])
    if _sums(draft):
        told = {id(one): one for party in sorted(draft.parties) for one in by_party[party]}
        yield from sorted(told.values(), key=lambda one: one.tellings[0].order, reverse=True)


def _continues(draft: _Draft, other: _Draft) -> bool:
    """A step up, an end, a recollection, or the same step told again soon; the same step much later is a new deal.

    A deal with one known party is never joined to another, the unknown one may differ; versions and copies of one
    text mean the same by it.
    """
    if draft.kind is not other.kind or not _are_same_sides(draft, other):
        return False
    if len(draft.parties) < 2 and draft.tellings[0].origin != other.tellings[0].origin:
        return False
    if not same_family(draft.product, other.product) and not _agree(draft, other):
        return False
    if all(telling.development.background for telling in draft.tellings) or _changes(draft, other):
        return True
    if {_sort(draft), _sort(other)} == {"stake", "takeover"}:
        return False
    if _LADDER.index(draft.rung) > _LADDER.index(other.rung):
        return True
    return (draft.tellings[0].told - other.tellings[-1].told).days <= int(rules()["identity"]["renewal_days"])


def _are_same_sides(draft: _Draft, other: _Draft) -> bool:
    """The same parties; of two texts on the same sum one may name a partner more."""
    ours, theirs = set(draft.parties), set(other.parties)
    if ours == theirs:
        return True
    return len(ours & theirs) > 1 and (ours < theirs or theirs < ours) and not _sums(draft).isdisjoint(_sums(other))


def _changes(draft: _Draft, other: _Draft) -> bool:
    """Whether it tells of another volume in place of the one that was agreed, however long ago."""
    volumes = ([each for telling in one.tellings for each in telling.development.capacity] for one in (draft, other))
    was, agreed = ({(each.value, each.unit, each.scope is Scope.EXISTING) for each in told} for told in volumes)
    return any((value, unit, False) in agreed for value, unit, before in was if before)


def _sums(draft: _Draft) -> set[tuple[float, str]]:
    return {(sum.amount, sum.currency) for telling in draft.tellings for sum in telling.development.money}


def _agree(draft: _Draft, other: _Draft) -> bool:
    """Whether two words for the goods can be one deal's: the same sum, or what the same partners sign within days."""
    days = min(abs((draft.tellings[0].told - telling.told).days) for telling in other.tellings)
    at_once = draft.kind is Kind.PARTNERSHIP and days <= int(rules()["identity"]["same_deal_days"])
    return not _sums(draft).isdisjoint(_sums(other)) or (at_once and len(draft.parties) > 1)


def find_rung(tellings: Iterable[Telling]) -> Rung:
    """The highest rung that somebody confirmed; what is only reported is talk."""
    return max((rung_of(telling) for telling in tellings), key=_LADDER.index)


def rung_of(telling: Telling) -> Rung:
    if not telling.confirmed:
        return Rung.TALKS
    return Rung(refined("deals", telling.development.stage, telling.development.quote))


def _parts(draft: _Draft, known: Known) -> Parts:
    """What its tellings alone say of a deal."""
    told = [reading for telling in draft.tellings for reading in readings(telling)]
    told = [_as_terms(reading, draft.kind) for reading in as_revised(told)]
    return on_their_sides(party_facts(draft.tellings, known)), build_facts(told), build_timeline(draft.tellings, told)


def _parts_before(before: Before, id: str, draft: _Draft) -> Parts | None:
    deal = as_before(before, id, draft.tellings)
    return (deal.parties, deal.facts, deal.timeline) if isinstance(deal, Deal) else None


def _deal(id: str, draft: _Draft, parts: Parts, *, known: Known, heard: date | None) -> Deal:
    parties, facts, timeline = parts
    news = [telling for telling in draft.tellings if not telling.development.background] or draft.tellings
    rung = Rung.EXPIRED if heard and _has_run_out(facts, heard) else draft.rung
    return Deal(
        id=id,
        name=_name(draft, rung, known),
        kind=draft.kind,
        rung=rung,
        parties=parties,
        facts=facts,
        timeline=timeline,
        stories=tuple(dict.fromkeys(telling.story for telling in draft.tellings if telling.story)),
        first_told=news[0].told,
        last_told=news[-1].told,
    )


def _as_terms(reading: Reading, kind: Kind) -> Reading:
    """A deal's capacity is the volume it is about, of an investment what the money builds; its funding is the money."""
    if kind is not Kind.INVESTMENT and reading.attribute.startswith(("capacity.", "output.")):
        return replace(reading, attribute="volume")
    return replace(reading, attribute="money") if reading.attribute == "funding" else reading


def _has_run_out(facts: Iterable[Fact], heard: date) -> bool:
    return any(fact.attribute == DateWhat.TERM and fact.value.when and fact.value.when.last < heard for fact in facts)


def _sort(draft: _Draft) -> str:
    """A merger, a loan, a power purchase: what most of the tellings call it by their words, or were read by."""
    said = Counter(_called(telling.development) for telling in draft.tellings)
    sort, many = said.most_common(1)[0]
    return sort if sort and 2 * many > len(draft.tellings) else draft.kind


def _called(development: Development) -> str:
    """By the first pattern of its kind that its words fit, else by the rule that read it."""
    deals = rules()["deals"]
    sorts = deals["sorts"] if development.kind is Kind.INVESTMENT else deals["traded"]
    found = (sort for sort, words in sorts.items() if pattern(words).search(development.quote))
    sort = next((sort for sort in found if not _is_beside(sort, development.quote)), development.rule)
    return str(deals["sorts_of"].get(sort, sort if sort in sorts else ""))


def _is_beside(sort: str, quote: str) -> bool:
    """Whether the words of the sort only say what else there is: a round ahead of a listing."""
    beside = rules()["deals"]["beside"].get(sort)
    return beside is not None and pattern(beside).search(quote) is not None


def _promised(draft: _Draft) -> str:
    """What money is called that is not given yet."""
    return "provisional" if _sort(draft) == "provisional" else "conditional"


def _agreed(draft: _Draft, rung: Rung) -> str:
    """ "Supply agreement", "loan talks"; what one does alone, as a listing, is called alike at every step."""
    deals, sort = rules()["deals"], "" if draft.kind is Kind.PARTNERSHIP else _sort(draft)
    if sort in deals["alone"]["sorts"] and rung in _NAMED:
        return sort
    called = _promised(draft) if draft.kind is Kind.INVESTMENT and rung is Rung.FRAMEWORK else rung
    said = f"{sort if rung in _NAMED else ''} {deals['names'][called]}".strip()
    return str(deals["called"].get(said, said))


def _name(draft: _Draft, rung: Rung, known: Known) -> str:
    """ "CATL – Chery: framework agreement"; who gives comes first."""
    names = name_parties((telling.development for telling in draft.tellings), known)
    parties = sorted(draft.parties.values(), key=lambda party: party.role not in _GIVERS)
    agreed = _agreed(draft, rung)
    goods = f" ({draft.product})" if draft.kind is Kind.SUPPLY and draft.product not in {None, "cell"} else ""
    return f"{listed(parties, names, ' – ')}: {agreed}{goods}"
