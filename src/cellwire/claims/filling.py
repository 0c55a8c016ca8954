"""The slots of a development, filled from its clauses: what decides it first, what goes on about it last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from cellwire.claims.bundles import Bundle
from cellwire.claims.dollars import currency_of
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.figures.money import Sum
from cellwire.claims.figures.quantities import Measure
from cellwire.claims.figures.values import Reading
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import CAR, is_use, product_span
from cellwire.claims.kinds.funding import RAISED
from cellwire.claims.scene import Name, Scene, Sentence, Spot, read_values
from cellwire.claims.sites import lands_of, place_of
from cellwire.claims.sizes import Size, sizes
from cellwire.claims.sums import sums_of
from cellwire.claims.whose_size import is_others_size
from cellwire.claims.whose_sum import is_others_sum, is_unfounded_sum
from cellwire.lexicon import regex
from cellwire.model import (
    Capacity,
    Jobs,
    Kind,
    Money,
    Named,
    Party,
    Place,
    Qualifier,
    Role,
    Scope,
    Span,
)

_SIZED = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP, Kind.MARKET, Kind.INVESTMENT})
_PAID = frozenset(Kind) - {Kind.TECHNOLOGY}
_PLACED = frozenset({Kind.FACILITY, Kind.INCIDENT, Kind.INVESTMENT, Kind.PARTNERSHIP})
_YEARLY_UNLESS = frozenset({"storage", "swapping"})
_MATERIALS = frozenset(
    [
        "lithium",
        "nickel",
        "cobalt",
        "graphite",
        "cathode",
        "anode",
        "electrolyte",
        "separator",
        "foil",
        "recycling",
        "swapping",
        "storage",
    ]
)
_OTHER_BATTERY = regex(
    r"^\s(?:materials?|components?|parts|metals|minerals|supply chain|industry|sector|recycl\w+|storage|makers?|"
    r"manufacturers?|producers?"
    r"|suppliers?|company|startup|start-up|giant|specialist|business)\b",
    re.I,
)
_CARS_TOO = gated(
    r"\b(?:electric )?(?:vehicles?|cars?|evs?) and (?:their )?batter|\bbatter\w+ and (?:electric )?(?:vehicles?|"
    r"cars?|evs?)\b",
    re.I,
)


class Stretch(Struct, frozen=True):
    """A clause with the values it holds."""

    clause: Sentence
    reading: Reading


def stretches_of(home: Bundle, scene: Scene) -> list[Stretch]:
    clauses = [*(draft.clause for draft in home.drafts), *home.more, *home.later]
    return [Stretch(clause, read_values(clause, scene)) for clause in clauses]


def _own(home: Bundle, stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """Without what sums it up with other plants."""
    return [each for each in stretches if each.clause not in home.shared] if home.shared else stretches


def titles_of(home: Bundle, scene: Scene) -> list[Stretch]:
    """Headlines that have a figure which the text may leave out."""
    return [Stretch(clause, read_values(clause, scene)) for clause in home.titles]


def project_of(home: Bundle, scene: Scene) -> list[Stretch]:
    """What tells how large the plant is that a loan or a grant is for."""
    return [Stretch(clause, read_values(clause, scene)) for clause in home.project]


def parties_of(home: Bundle, scene: Scene) -> tuple[Party, ...]:
    """Each company once, under the role it was first told in, at a span that names it where there is one."""
    chosen: dict[str, Actor] = {}
    for draft in home.drafts:
        for actor in draft.actors:
            known = chosen.get(actor.name.id)
            if known is None or (known.name.referred and not actor.name.referred and known.role is actor.role):
                chosen[actor.name.id] = actor
    return tuple(
        Party(actor.name.id, actor.name.name, actor.role, scene.plain.back(actor.name.span))
        for actor in chosen.values()
    )


_OF_A_SITE = regex(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor\w+|mines?|refiner\w+|sites?|facilit\w+|projects?|works|smelter|"
    r"campus|hub|lines?|complex)\b",
    re.I,
)


def place_slot(home: Bundle, lead: Draft) -> Spot | None:
    if home.kind not in _PLACED:
        return None
    spots = []
    sited = all(draft.rule in RAISED for draft in home.drafts)
    for clause in [lead.clause, *(draft.clause for draft in home.drafts), *home.more, *home.later]:
        if sited and not _OF_A_SITE.search(clause.text):
            continue  # where a company sits is not where its money goes
        if spot := place_of(clause, lead.trigger):
            spots.append(spot)
    fine = [spot for spot in spots if spot.level in {"city", "park", "town"}]
    fine = fine or [spot for spot in spots if spot.level == "site"]
    if not fine and (home.kind is Kind.INVESTMENT or any(lands_of(draft.clause) for draft in home.drafts)):
        spots = [spot for spot in spots if spot.level != "area"]  # a country says more than "Europe"
    return next(iter(fine or spots), None)


_UNLISTED = frozenset({"town", "site"})  # in no gazetteer


def as_place(spot: Spot, scene: Scene) -> Place:
    id = None if spot.level in _UNLISTED else spot.id
    return Place(spot.name, spot.country, scene.plain.back(spot.span), spot.lat, spot.lon, id)


def country_slot(home: Bundle, place: Spot | None, scene: Scene) -> Spot | None:
    """The country of the place, or of the government that acts, or one that is named for itself."""
    if place and place.country:
        return place if place.level not in _UNLISTED else _named_land(place.country, scene)
    for draft in home.drafts:
        for actor in draft.actors:
            if actor.role is Role.GOVERNMENT and actor.name.country:
                return _land_of(actor.name, scene)
    if home.kind in {Kind.TECHNOLOGY, Kind.SUPPLY}:
        return None  # what is launched is launched everywhere, and goods have no country of their own
    clauses = [*(draft.clause for draft in home.drafts), *home.more]
    return next((spot for clause in clauses for spot in lands_of(clause)), None)


def _land_of(body: Name, scene: Scene) -> Spot | None:
    """The country of a public body, at words that say it: its own name, or the country named elsewhere in the text."""
    if body.id.startswith("gov-") and body.span.cut(scene.plain.text) != "government":
        return Spot(body.id, body.name, body.span, body.country)
    return _named_land(body.country, scene)


def _named_land(country: str | None, scene: Scene) -> Spot | None:
    """The first place of a country that a text names and a gazetteer knows."""
    spots = (spot for sentence in scene.sentences for spot in (*sentence.countries, *sentence.places))
    return next((spot for spot in spots if spot.country == country and spot.level not in _UNLISTED), None)


def product_slot(home: Bundle, scene: Scene) -> Named | None:
    """What is made or sold: by the plant's own noun, else by the most telling product of the clauses or the title."""
    for draft in home.drafts:
        if draft.product and draft.thing:
            return Named(draft.product, scene.plain.back(product_span(draft.thing, draft.clause)))
    if cars_made := _makes_cars(home):
        return Named("vehicle", scene.plain.back(cars_made))
    titles = [sentence for sentence in scene.sentences[:3] if sentence.headline]
    if home.kind is Kind.INVESTMENT and (spot := _targets_goods(home, scene)):
        return Named(spot.id, scene.plain.back(spot.span))
    vehicle: Spot | None = None  # what the goods are for, unless nothing else is named
    told = [draft.clause for draft in home.drafts]
    if home.kind is Kind.SUPPLY:
        told.sort(key=lambda clause: clause.headline)  # "battery deal" stands over a text that says of what
    for clause in [*told, *home.more, *titles]:
        anchor = next((draft.trigger.start for draft in home.drafts if draft.clause is clause), clause.span.start)
        spots = [
            spot
            for spot in clause.products
            if not _OTHER_BATTERY.match(clause.after(spot.span.end, 16))
            and not (spot.id == "storage" and is_use(clause, spot.span))
        ]
        if not spots:
            continue
        cars = bool(_CARS_TOO.search(clause.text, clause.opened))
        best = min(spots, key=lambda spot: (_rank(spot, cars=cars), abs(spot.span.start - anchor)))
        if home.kind is Kind.FACILITY:
            best = next((spot for spot in spots if _is_source(spot, clause)), best)
        if best.id != "vehicle" or cars:
            return Named(best.id, scene.plain.back(best.span))
        vehicle = vehicle or best
    if vehicle is None and home.kind in {Kind.FACILITY, Kind.INCIDENT}:
        return _makers_goods(home, titles, scene)
    return Named(vehicle.id, scene.plain.back(vehicle.span)) if vehicle else None


def _is_source(spot: Spot, clause: Sentence) -> bool:
    """Whether metals come from it, so that their plant recycles: "nickel and lithium from |recycled| batteries"."""
    before = clause.before(spot.span.start, 60)
    return spot.id == "recycling" and bool(_FROM.search(before)) and "includ" not in before


_FROM = regex(r"\bfrom\s(?:[\w-]+\s){0,2}$")
_CARS_A_YEAR = gated(
    r"\b(?:laid out for|designed for|make|build|produce|assemble|turn out|capacity of)(?: (?:up to|about|some|around))?"
    r"\s\d[\d,.]*\s(?:[\w-]+\s){0,2}?(?:cars|vehicles|trucks|buses)\b"
)


_CAR_PLANT = regex(r"^\s(?:an?\s|the\s|its\s)?(?:[\w-]+\s)?((?:vehicle|car|truck)s?\s(?:plant|factory|complex))\b")


def _makes_cars(home: Bundle) -> Span | None:
    """Where a plant is said to be for cars, and no batteries beside it: "a car plant", "makes 120,000 cars a year"."""
    if home.kind is not Kind.FACILITY:
        return None
    for draft in home.drafts:
        if draft.thing is None or any(spot.id != "vehicle" for spot in draft.clause.products):
            continue
        if built := _CAR_PLANT.match(draft.clause.after(draft.trigger.end, 60)):
            return Span(draft.trigger.end + built.start(1), draft.trigger.end + built.end(1))
        before = CAR.search(draft.clause.before(draft.thing.span.start, 24))
        if before:
            return Span(draft.thing.span.start - len(before[0]), draft.thing.span.end)
    if any(spot.id != "vehicle" for draft in home.drafts for spot in draft.clause.products):
        return None
    for clause in [*(draft.clause for draft in home.drafts), *home.more, *home.later]:
        made = _CARS_A_YEAR.search(clause.text, clause.opened)
        if made and all(spot.id == "vehicle" for spot in clause.products):
            return Span(clause.span.start + made.start(), clause.span.start + made.end())
    return None


_MAKES = {
    "anode": ("anode", "graphite"),
    "recycler": ("recycling",),
    "swap": ("swapping",),
    **{role: (role,) for role in ("cathode", "separator", "electrolyte", "foil", "cell")},
    **{role: (role,) for role in ("lithium", "graphite", "nickel", "cobalt")},
}


def _targets_goods(home: Bundle, scene: Scene) -> Spot | None:
    """What the only company makes that gets the money or is bought, where the lexicon knows it and the text says it."""
    targets = {a.name.id: a.name for draft in home.drafts for a in draft.actors if a.role is Role.TARGET}
    if len(targets) != 1:
        return None
    made = {product for target in targets.values() for role in target.chain for product in _MAKES.get(role, ())}
    near = [*(draft.clause for draft in home.drafts), *home.more]
    told = (spot for clause in (*near, *scene.sentences) for spot in clause.products if spot.id in made)
    return next(told, None)


def _makers_goods(home: Bundle, titles: Sequence[Sentence], scene: Scene) -> Named | None:
    """What a "battery maker" makes, where nothing else says what the plant is for."""
    for clause in [*(draft.clause for draft in home.drafts), *titles]:
        for spot in clause.products:
            if spot.id in _MADE and _MAKER_AFTER.match(clause.after(spot.span.end, 24)):
                return Named(spot.id, scene.plain.back(spot.span))
    return None


_MADE = frozenset({"cell", "pack", "cathode", "anode", "separator", "electrolyte"})
_MAKER_AFTER = regex(r"^\s(?:makers?|manufacturers?|producers?|startup|start-up|company|giant|specialist)\b", re.I)


def _rank(spot: Spot, *, cars: bool) -> int:
    """A material before a cell or pack, the vehicle last: it is what the goods are for."""
    if spot.id == "vehicle":
        return 0 if cars else 5
    if spot.id in _MATERIALS:
        return 1
    return 2


_INSTEAD = regex(
    r"\b(?:(?:than|unlike|instead of|rather than|compared (?:to|with)|alternative to|replac\w+|versus|vs\.?|not)\s"
    r"(?:[\w-]+\s){0,3}|(?:over|beyond|from)\s(?:[\w-]+\s)?)$",  # "over the supply of" compares nothing
    re.I,
)


_OF_AN_ELECTRODE = frozenset({"high-nickel", "mid-nickel", "silicon-anode"})  # kinds of electrode, no cell's chemistry


def chemistry_slot(home: Bundle, scene: Scene) -> tuple[Named, ...]:
    """What is made of it: as the clauses that tell it say, else those that go on; no chemistry it is compared with."""
    for clauses in ([draft.clause for draft in home.drafts], home.more):
        found: dict[str, Named] = {}
        for clause in clauses:
            for spot in clause.chemistries:
                told = home.kind is Kind.TECHNOLOGY or spot.id not in _OF_AN_ELECTRODE
                if told and not _INSTEAD.search(clause.before(spot.span.start, 50)):
                    found.setdefault(spot.id, Named(spot.id, scene.plain.back(spot.span)))
        if found:
            return tuple(found.values())
    return ()


def capacity_slot(
    home: Bundle, stretches: Sequence[Stretch], product: str | None, scene: Scene
) -> tuple[Capacity, ...]:
    if home.kind not in _SIZED:
        return ()
    yearly = home.kind is Kind.FACILITY and product not in _YEARLY_UNLESS
    found: dict[tuple[float, str], Size] = {}
    for stretch in _own(home, stretches):
        others = 0  # sizes of this clause that are not the development's
        for size in sizes(stretch.reading, stretch.clause, home.kind, yearly=yearly):
            enough = others and size.unit.startswith("vehicles")  # for so many cars are those sizes
            if enough or is_others_size(size.span, stretch.clause, home):
                others += 1
                continue
            key = (size.value, size.unit)
            if key not in found or found[key].scope is Scope.NEW:
                found[key] = size
    return tuple(
        Capacity(size.value, size.unit, size.scope, size.qualifier, scene.plain.back(size.span), size.per_year_said)
        for size in found.values()
    )


def money_slot(home: Bundle, stretches: Sequence[Stretch], scene: Scene, dollar: str) -> tuple[Money, ...]:
    """The sums; `dollar` is the currency of the text's bare dollars."""
    if home.kind not in _PAID:
        return ()
    found: dict[tuple[float, str], Money] = {}
    telling: list[Sentence] = []  # clauses that told a sum
    for stretch in _own(home, stretches):
        for each in sums_of(stretch.reading, stretch.clause):
            if is_others_sum(each, stretch.clause, home) or is_unfounded_sum(each.span, stretch.clause, home):
                continue
            if _is_afterthought(each, stretch.clause, telling, home):
                continue
            telling.append(stretch.clause)
            currency = currency_of(each, stretch.clause, dollar)
            money = Money(each.amount, currency, each.hedge, scene.plain.back(each.span))
            known = found.setdefault((each.amount, currency), money)
            if known.qualifier is Qualifier.EXACT is not each.hedge:
                found[(each.amount, currency)] = money  # a headline leaves out the text's "up to"
    return tuple(found.values())


_STEP_OR_WHOLE = gated(r"\b(?:total|overall|initial|phases?|stages?)\b[^.;]*$", re.I)


def _is_afterthought(each: Sum, clause: Sentence, telling: Sequence[Sentence], home: Bundle) -> bool:
    """Whether a second sum stands where it is hardly ever the development's: in a sentence that only goes on about it,
    unless as a step of the plant or its whole cost, or sentences behind the price of a deal."""
    if not telling or clause in telling or clause.index < telling[0].index:
        return False  # the first, or the same in dollars
    if any(draft.clause is clause for draft in home.drafts):
        return home.kind is not Kind.FACILITY and clause.index - telling[0].index > 1
    step = _STEP_OR_WHOLE.search(clause.before(each.span.start, 80), clause.opened)
    return home.kind is not Kind.FACILITY or step is None


_HURT = regex(
    r"\b(?:kill\w*|injur\w+|hurt\w*|hospitali[sz]\w+|trapp\w+|dead|evacuat\w+|treated)\W(?:\w+\W){0,2}$", re.I
)


def jobs_slot(home: Bundle, stretches: Sequence[Stretch], scene: Scene) -> Jobs | None:
    if home.kind not in {Kind.FACILITY, Kind.INVESTMENT, Kind.INCIDENT}:
        return None
    for stretch in _own(home, stretches):
        told = [
            each
            for each in stretch.reading.jobs
            if not _HURT.search(stretch.clause.before(each.span.start, 24))
            and not (home.kind is Kind.FACILITY and _OF_BOTH.search(stretch.clause.before(each.span.start, 90)))
        ]
        lasting = [each for each in told if not _BUILDERS.search(each.written)]  # who builds it does not work there
        if lasting:
            first = lasting[0]
            final = next((each for each in lasting[1:] if _follows(first, each, stretch.clause)), first)
            return Jobs(round(final.value), final.qualifier, scene.plain.back(final.span))
    return None


# "the two plants are to create |2,800 jobs|": neither one alone
_OF_BOTH = regex(
    r"\b(?:both|two|three|four|all)\s(?:of\s)?(?:the\s|its\s|new\s)*(?:[\w-]+\s){0,2}?"
    r"(?:plants|facilities|factories|gigafactories|sites)\b[^.;]*$",
    re.I,
)
_CHANGED_TO = regex(r"\s?to (?:about |around |some |only |just )?")


def _follows(first: Measure, later: Measure, clause: Sentence) -> bool:
    """Whether a number is what the first becomes: "2,500 jobs, and |900| later", "from 2,500 jobs to |1,700 jobs|"."""
    return later.span.start == first.span.start or bool(_CHANGED_TO.fullmatch(clause.between(first.span, later.span)))


_BUILDERS = regex(r"\bconstruction\b", re.I)
