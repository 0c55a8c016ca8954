"""The slots of a development, filled from its clauses: what decides it first, what goes on about it last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct

from cellwire.claims.clauses import Actor, Bundle
from cellwire.claims.figures import Reading, Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.slots.money import currency_of, figures_of, is_no_dollars, is_others_sum, is_unfounded_sum, sums_of
from cellwire.claims.slots.rounding import Figure, rounded
from cellwire.claims.slots.size_owners import is_gained
from cellwire.claims.slots.sizes import Size, sizes
from cellwire.claims.slots.sorts import a_years, are_cars_made, of_its_sort
from cellwire.claims.slots.whose_size import is_others_size
from cellwire.lexicon import regex
from cellwire.model import (
    Capacity,
    Kind,
    Money,
    Party,
    Qualifier,
    Role,
    Scope,
)

_SIZED = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP, Kind.MARKET, Kind.INVESTMENT})
_PAID = frozenset(Kind) - {Kind.TECHNOLOGY}
_OF_PLANTS = frozenset({Kind.FACILITY, Kind.INVESTMENT})  # money is for what is made in a year
_YEARLY_UNLESS = frozenset({"storage", "swapping"})


class Stretch(Struct, frozen=True):
    """A clause with the values it holds."""

    clause: Sentence
    reading: Reading


def stretches_of(home: Bundle, scene: Scene) -> list[Stretch]:
    clauses = [*(draft.clause for draft in home.drafts), *home.more, *home.later]
    return [Stretch(clause, read_values(clause, scene)) for clause in clauses]


def own(home: Bundle, stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """Without what sums it up with other plants."""
    return [each for each in stretches if each.clause not in home.shared] if home.shared else stretches


def titles_of(home: Bundle, scene: Scene) -> list[Stretch]:
    """Headlines that have a figure which the text may leave out."""
    return [Stretch(clause, read_values(clause, scene)) for clause in home.titles]


def project_of(home: Bundle, scene: Scene) -> list[Stretch]:
    """What tells how large the plant is that a loan or a grant is for."""
    return [Stretch(clause, read_values(clause, scene)) for clause in home.project]


def parties_of(home: Bundle, scene: Scene) -> tuple[Party, ...]:
    """Each company once, under the role it was first told in, at a span that names it where there is one.

    Who owns a plant's owner, as the text says, owns the plant too (labels have both).
    """
    chosen: dict[str, Actor] = {}
    for draft in home.drafts:
        for actor in draft.actors:
            known = chosen.get(actor.name.id)
            if known is None or (known.name.referred and not actor.name.referred and known.role is actor.role):
                chosen[actor.name.id] = actor
    if home.kind is Kind.FACILITY and not home.background:
        chosen |= _holders(chosen, scene)
    if home.kind in {Kind.POLICY, Kind.INVESTMENT}:
        chosen = _bodies(chosen, scene)
    once = {(actor.name.name, actor.role): actor for actor in reversed(chosen.values())}
    return tuple(
        Party(actor.name.id, actor.name.name, actor.role, scene.plain.back(actor.name.span))
        for actor in reversed(once.values())
    )


_A_BODY = regex(
    r"government|govt|administration|president|house|minist|cabinet|commission|department|court|parliament|congress"
    r"|senate"
    r"|agency|authorit|council|bureau|office|regulator|committee|board|lawmakers|customs|treasury|assembly|legislat",
    re.I,
)


_ONLY_SAYS = regex(r"\s(?:said|says|announced|added|confirmed|told|showed)\b")


def _bodies(actors: Mapping[str, Actor], scene: Scene) -> dict[str, Actor]:
    """Who rules, once: a ministry and not the capital beside it, a land and not its ministry that says so."""
    text = scene.plain.text
    written = {id: actor.name.span.cut(text) for id, actor in actors.items() if actor.name.kind == "government"}
    offices = {id for id, words in written.items() if _A_BODY.search(words)}
    dropped: set[str] = set()
    for id, actor in actors.items():
        beside = {each for each in offices if actors[each].name.country in {None, actor.name.country}}
        if id not in written or id in offices or not beside:
            continue
        if actor.name.name.endswith(written[id]):
            dropped |= {each for each in beside if _ONLY_SAYS.match(text, actors[each].name.span.end)}
        else:
            dropped.add(id)
    return {id: actor for id, actor in actors.items() if id not in dropped}


def _holders(actors: Mapping[str, Actor], scene: Scene) -> dict[str, Actor]:
    """The owners of those who own it, one step up, by id."""
    owners = [id for id, actor in actors.items() if actor.role is Role.OWNER]
    above = {name.id for id in owners for name in scene.holders.get(id, ())}
    own = [id for id in owners if id not in above]
    return {name.id: Actor.of(name, Role.OWNER) for id in own for name in scene.holders.get(id, ())}


_FIGURES = 2  # of a market


def capacity_slot(
    home: Bundle, stretches: Sequence[Stretch], product: str | None, scene: Scene
) -> tuple[Capacity, ...]:
    if home.kind not in _SIZED:
        return ()
    yearly = home.kind in _OF_PLANTS and product not in _YEARLY_UNLESS
    found: dict[Figure, Size] = {}
    headed: set[Figure] = set()
    for stretch in own(home, stretches):
        if home.kind is Kind.MARKET and len(found) >= _FIGURES:
            break  # what a market came to is told first; behind it stand the parts of it
        others = 0  # sizes of this clause that are not the development's
        strange = partial(is_others_size, clause=stretch.clause, home=home)
        for size in sizes(stretch.reading, stretch.clause, home.kind, yearly=yearly, strange=strange):
            enough = others and size.unit.startswith("vehicles")  # for so many cars are those sizes
            gained = product == "recycling" and found and is_gained(size.span, stretch.clause)
            cars = home.kind is Kind.FACILITY and are_cars_made(size, stretch.clause, product)
            if enough or gained or cars or is_others_size(size.span, stretch.clause, home):
                others += 1
                continue
            key = (size.value, size.unit)
            (headed.add if stretch.clause.headline else headed.discard)(key)
            known = found.get(key)
            hedged = known is not None and known.qualifier is Qualifier.EXACT is not size.qualifier
            yearly_said = known is not None and size.per_year_said and not known.per_year_said
            more = (hedged or yearly_said) and known is not None and known.scope is size.scope
            if known is None or known.scope is Scope.NEW or more:
                found[key] = size  # a headline leaves out the text's "up to" and its "a year"
    short = rounded(headed, found.keys() - headed)
    exact = [size for key, size in found.items() if key not in short]
    exact = a_years(exact) if home.kind is Kind.FACILITY else exact
    told = of_its_sort(exact, product) if home.kind is Kind.FACILITY else exact
    return tuple(
        Capacity(size.value, size.unit, size.scope, size.qualifier, scene.plain.back(size.span), size.per_year_said)
        for size in told
    )


def money_slot(home: Bundle, stretches: Sequence[Stretch], scene: Scene, dollar: str) -> tuple[Money, ...]:
    """The sums; `dollar` is the currency of the text's bare dollars."""
    if home.kind not in _PAID:
        return ()
    found: dict[Figure, Money] = {}
    headed: set[Figure] = set()
    telling: list[Sentence] = []  # clauses that told a sum
    figures = 0  # sums that do not only say another in other money
    counted = figures_of if home.kind is Kind.MARKET else sums_of
    for stretch in own(home, stretches):
        for each in counted(stretch.reading, stretch.clause):
            if is_others_sum(each, stretch.clause, home) or is_unfounded_sum(each.span, stretch.clause, home):
                continue
            if is_no_dollars(each, stretch.clause, scene):
                continue
            if telling and _PART_OF_MORE.search(stretch.clause.before(each.span.start, 80), stretch.clause.opened):
                continue
            again = any(
                abs(other.amount - amount) < 0.01 * amount for other in stretch.reading.sums for amount, _ in found
            )
            if not again and _is_afterthought(each, stretch.clause, telling, home):
                continue  # unless it is what was told, in other money
            if home.kind is Kind.MARKET and figures >= _FIGURES and not _is_bracketed(each, stretch.clause):
                break
            figures += not _is_bracketed(each, stretch.clause)
            telling.append(stretch.clause)
            currency = currency_of(each, stretch.clause, dollar, scene)
            money = Money(each.amount, currency, each.hedge, scene.plain.back(each.span))
            (headed.add if stretch.clause.headline else headed.discard)((each.amount, currency))
            known = found.setdefault((each.amount, currency), money)
            if known.qualifier is Qualifier.EXACT is not each.hedge:
                found[(each.amount, currency)] = money  # a headline leaves out the text's "up to"
    short = rounded(headed, found.keys() - headed)
    return tuple(money for key, money in found.items() if key not in short)


def _is_bracketed(each: Sum, clause: Sentence) -> bool:
    """Whether a sum says in brackets what the one before it is in other money."""
    return clause.before(each.span.start, 12).rstrip("USACNZHK ").endswith("(")


# "a grant of $200 million, |part of a larger investment of| $504 million"
_PART_OF_MORE = gated(
    r"\bpart of (?:a|an|its|the|their|[A-Z]\w+['’]s)\s(?:(?:larger|wider|broader|bigger|total|overall|planned)\s){0,2}"
    r"(?:(?:investment|plan|package|programme|program|push|strategy|project|commitment|grant)\s(?:of|worth"
    r"|totall?ing)\s)?$"
)
_STEP_OR_WHOLE = gated(
    r"\b(?:total|overall|initial|phases?|stages?)\b[^.;]*$"
    r"|\bnow\s(?:to\s)?(?:invest|spend|cost|put|pay)s?\s(?:about |around |some |only |just )?$",
    re.I,
)


def _is_afterthought(each: Sum, clause: Sentence, telling: Sequence[Sentence], home: Bundle) -> bool:
    """Whether a second sum stands where it is hardly ever the development's: in a sentence that only goes on about it,
    unless as a step of the plant or its whole cost, or sentences behind the price of a deal."""
    if not telling or clause in telling or clause.index < telling[0].index:
        return False  # the first, or the same in dollars
    if any(draft.clause is clause for draft in home.drafts):
        return home.kind is not Kind.FACILITY and clause.index - telling[0].index > 1
    step = _STEP_OR_WHOLE.search(clause.before(each.span.start, 80), clause.opened)
    return home.kind is not Kind.FACILITY or step is None
