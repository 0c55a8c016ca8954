"""What is made or sold: as the plant's own noun or the most telling product says."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.kinds import (
    OF_A_CAR,
    equipment,
    is_use,
    packs_of_cars,
    product_span,
    stationary_batteries,
)
from cellwire.claims.scene import Scene, Sentence, Spot
from cellwire.claims.slots.makers_goods import goods_in_a_name, goods_told_of, makers_goods, specialty, targets_goods
from cellwire.claims.slots.not_made import is_bare, is_cars_own, is_of_a_neighbour, is_their_trade, is_used_again
from cellwire.claims.slots.stores import battery_meant, names_a_battery_plant
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Named, Span

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
    r"^[\s-](?:supply chains?|industry|industries|sectors?|recycl\w+|storage|makers?|"
    r"manufacturers?|producers?"
    r"|suppliers?|company|group|firm|startup|start-up|giant|specialist|business|customers?|clients?|users?"
    r"|(?:supply\s)?(?:shortages?|bottlenecks?|constraints?)|electric|powered)\b",
    re.I,
)
# what is made for batteries or done with them is none: "battery |materials|", "battery |conditioning|"; packs are packs
_FOR_A_BATTERY = regex(
    r"^[\s-](?:(?:precision |structural |mechanical |metal ){1,3}(?:components?|parts|casings?)"
    r"|materials?|components?|parts|metals|minerals|conditioning|management|packs?)\b(?!\ssystems?\b)",
    re.I,
)
# "|material for| EV batteries", "|materials used in| battery cells"
_GOES_INTO = gated(
    r"\b(?:materials?|components?|parts|chemicals|metals|minerals|ingredients?)\s(?:(?:used|needed|needs|required|key)\s)?"
    r"(?:for|in|of|to make|to produce|into)\s(?:[\w'()-]+\s){0,4}$"
    r"|\b(?:(?:essential|critical|vital|crucial|important) (?:for|in)|to support (?:up to )?\d|works? in)"
    r"[\w().,-]*\s(?:[\w'().,-]+\s){0,5}$",
    re.I,
)
# "|lithium| separators" are separators, "|lithium| pre-doping" is done to anodes
_IS_LITHIUM = regex(
    r"^[\s-](?:powered|separators?|cells?|batter|anodes?|cathodes?|foils?|electrolytes?|packs?|(?:pre-?)?doping)", re.I
)
_SUPPLY_CHAIN = regex(r"^\ssupply chains?\b")  # "develop a |battery recycling| supply chain"
_BATTERIES = frozenset({"cell", "pack", "vehicle"})


# "|cathode| material for its Kokkola plant" is what others make
_FOR_A_PLANT = regex(
    rf"^[\s-](?:\w+\s){{0,2}}(?:for|to)\s(?:its|their|the|[A-Z]\S+['’]s?)\s(?:[\w'’-]+\s){{0,4}}?{PLANT}\b"
)


def _goes_to_a_plant(spot: Spot, clause: Sentence) -> bool:
    return _FOR_A_PLANT.match(clause.after(spot.span.end, 90)) is not None


def _is_for_a_plant(clause: Sentence) -> bool:
    """Whether it names goods that are bought for a plant."""
    return any(_goes_to_a_plant(spot, clause) for spot in clause.products)


def _is_no_product(spot: Spot, sentence: Sentence) -> bool:
    """Whether it names a trade ("battery makers"), or what goods are for ("materials for EV |batteries|")."""
    behind = sentence.after(spot.span.end, 44)
    if _OTHER_BATTERY.match(behind):
        return spot.id not in _MATERIALS or _SUPPLY_CHAIN.match(behind) is None
    if spot.id == "lithium" and _IS_LITHIUM.match(behind):
        return True
    if spot.id not in _BATTERIES:
        return False
    return bool(
        _FOR_A_BATTERY.match(behind) or _GOES_INTO.search(sentence.before(spot.span.start, 60), sentence.opened)
    )


_CARS_TOO = gated(
    r"\b(?:electric )?(?:vehicles?|cars?|evs?) and (?:their )?batter"
    r"(?!\w+\s(?:storage|supply|materials?|markets?|industr\w+|sectors?)\b)"
    r"|\bbatter\w+ and (?:electric )?(?:vehicles?|cars?|evs?)\b",
    re.I,
)


def product_slot(home: Bundle, scene: Scene) -> Named | None:
    """What is made or sold: as its clauses or the title say, else what the whole text speaks of alone, or its maker."""
    if told := _told_of_it(home, scene):
        return told
    if home.kind in _OF_A_SITE and (made := specialty(home, scene)):
        return Named(made.id, scene.plain.back(made.span))
    if home.kind in _OF_GOODS and not home.background and (alone := _told_alone(home, scene)):
        return alone
    spot = goods_in_a_name(home, scene) if home.kind in _OF_A_SITE else None
    return Named(spot.id, scene.plain.back(spot.span)) if spot else None


_OF_A_SITE = frozenset({Kind.FACILITY, Kind.INCIDENT})
_OF_GOODS = frozenset({Kind.FACILITY, Kind.INCIDENT, Kind.INVESTMENT})


def _told_alone(home: Bundle, scene: Scene) -> Named | None:
    """The one product that a text names, wherever it does: what a "project" or a "site" is for."""
    found: dict[str, Spot] = {}
    for sentence in scene.sentences:
        for spot in sentence.products:
            if spot.id in _FOR_OTHERS or is_bare(spot, sentence, home) or is_cars_own(spot, sentence, home):
                continue
            if not _is_no_product(spot, sentence):
                found.setdefault(spot.id, spot)
    only = next(iter(found.values()), None)
    return Named(only.id, scene.plain.back(only.span)) if only and len(found) == 1 else None


def _sells_cells(home: Bundle) -> bool:
    names = (actor.name for draft in home.drafts for actor in draft.actors)
    return any(not _OF_CELLS.isdisjoint(name.chain) for name in names)


_OF_CELLS = frozenset({"cell", "pack", "cathode", "anode", "electrolyte", "separator", "foil", "lithium"})
_FOR_OTHERS = frozenset({"vehicle", "equipment"})


def _told_of_it(home: Bundle, scene: Scene) -> Named | None:
    """By the plant's own noun, else by the most telling product of the clauses or the title."""
    if home.kind is Kind.FACILITY and (packs := _assembled(home)):
        return Named("pack", scene.plain.back(packs))
    if plant := _by_its_noun(home):
        return Named(plant.id, scene.plain.back(plant.span))
    if cars_made := _makes_cars(home):
        return Named("vehicle", scene.plain.back(cars_made))
    titles = [sentence for sentence in scene.sentences[:3] if sentence.headline]
    if home.kind is Kind.FACILITY and any(map(_is_for_a_plant, (draft.clause for draft in home.drafts))):
        titles = []  # they are of the goods, too
    if home.kind is Kind.INVESTMENT and (spot := targets_goods(home, scene)):
        return Named(spot.id, scene.plain.back(spot.span))
    vehicle: Spot | None = None  # what the goods are for, unless nothing else is named
    told = [draft.clause for draft in home.drafts]
    if home.kind in {Kind.SUPPLY, Kind.FACILITY, Kind.MARKET}:
        told.sort(key=_is_brief)  # "battery deal" stands over a text that says of what
    more = [clause for clause in home.more if home.kind is not Kind.FACILITY or _MAKES_IT.search(clause.text)]
    for at, clause in enumerate([*told, *more, *titles]):
        if (best := _most_telling(clause, home)) is None:
            continue
        if clause in home.more and is_cars_own(best, clause, home):
            continue
        cars_too = home.kind is not Kind.MARKET and _CARS_TOO.search(clause.text, clause.opened)
        if best.id != "vehicle" or cars_too:
            best = battery_meant(home, best, scene) or best
            return Named(best.id, scene.plain.back(best.span))
        if home.kind is Kind.MARKET and _sells_cells(home):
            continue  # the cars that it has cells for are not what a cell maker sells
        if home.kind is not Kind.FACILITY or (at < len(told) and not _BATTERY.search(clause.text)):
            vehicle = vehicle or best
    if vehicle is None and home.kind in {Kind.FACILITY, Kind.INCIDENT}:
        spot = makers_goods(home, titles)
        return Named(spot.id, scene.plain.back(spot.span)) if spot else None
    if vehicle is None and home.kind is Kind.INVESTMENT and (spot := goods_told_of(home)):
        return Named(spot.id, scene.plain.back(spot.span))
    return Named(vehicle.id, scene.plain.back(vehicle.span)) if vehicle else None


_ANY_BATTERY = frozenset({"cell", "vehicle"})  # "EV battery plant" says no more than "battery plant"


def _is_brief(clause: Sentence) -> bool:
    """Whether it is a headline that names no goods but batteries."""
    return clause.headline and not any(
        spot.id not in _ANY_BATTERY or _CELLS_MADE.search(clause.before(spot.span.end, len(spot.span)))
        for spot in clause.products
    )


def _by_its_noun(home: Bundle) -> Spot | None:
    """What "a |separator plant|" makes; a headline's "battery plant" may be one for materials."""
    nouns = [(draft, draft.product, draft.thing) for draft in home.drafts if draft.product and draft.thing]
    if not nouns:
        return None
    first, product, thing = nouns[0]
    if product in _BATTERIES and all(draft.clause.headline for draft, *_ in nouns) and (below := _told_below(home)):
        return below
    return Spot(product, product, product_span(thing, first.clause))


def _told_below(home: Bundle) -> Spot | None:
    """The material that a plant is for under a headline's "battery plant"."""
    for draft in home.drafts:
        best = None if draft.clause.headline or draft.product else _most_telling(draft.clause, home)
        if best and best.id in _MATERIALS:
            return best
    return None


# "a battery plant … that |assembles modules|" makes no cells
_ASSEMBLES = gated(
    r"\bassembl(?:e|es|ing)\s(?:[\w'-]+\s){0,4}?(?:(?P<packs>packs|modules)|battery systems)\b",
    needs="assemble assembles assembling",
)
_CELLS_MADE = regex(r"\bcells?\b", re.I)


def _assembled(home: Bundle) -> Span | None:
    """Where a battery plant is said to assemble packs or modules, and none of its sentences speaks of cells."""
    told = [*(draft.clause for draft in home.drafts), *home.more]
    if any(_CELLS_MADE.search(clause.text) for clause in told):
        return None
    for clause in told:
        if match := _ASSEMBLES.search(clause.text, clause.opened):
            verb = clause.span.start + match.start()
            return next((spot.span for spot in clause.products if spot.id == "pack" and spot.span.end > verb), None)
    return None


# what a sentence behind a plant has to say so that its goods are the plant's: "it takes up lithium faster" does not
_MAKES_IT = regex(
    rf"\b(?:{PLANT}|{PLANTS}|lines?|phases?|projects?|output|capacit(?:y|ies)|(?:mak|produc|manufactur|process|refin|mine)\w*)\b",
    re.I,
)


def _most_telling(clause: Sentence, home: Bundle) -> Spot | None:
    """Of the products of a clause, and of two alike the one nearest what tells the development."""
    spots = [
        spot
        for spot in clause.products
        if not (_is_no_product(spot, clause) or is_bare(spot, clause, home) or is_their_trade(spot, clause, home))
        and not (spot.id == "storage" and is_use(clause, spot.span))
    ]
    if home.kind is Kind.FACILITY:
        spots = [
            spot
            for spot in spots
            if not (_goes_to_a_plant(spot, clause) or is_used_again(spot, clause) or is_of_a_neighbour(spot, clause))
        ]
    if home.kind is Kind.FACILITY and (source := next((spot for spot in spots if _is_source(spot, clause)), None)):
        return source
    anchor = next((draft.trigger.start for draft in home.drafts if draft.clause is clause), clause.span.start)
    cars = bool(_CARS_TOO.search(clause.text, clause.opened))
    new = home.kind is Kind.TECHNOLOGY and bool(clause.chemistries)
    best = min(spots, key=lambda spot: (_rank(spot, cars=cars, new=new), abs(spot.span.start - anchor)), default=None)
    if best and home.kind in _SOLD and best.id in _BATTERIES and (made_with := equipment(clause.text)):
        return replace(best, id="equipment", span=made_with.moved(clause.span.start))
    return _at_a_grid(best, clause) if best else None


_SOLD = frozenset({Kind.SUPPLY, Kind.POLICY})  # what machines are for is then no goods


def _at_a_grid(spot: Spot, clause: Sentence) -> Spot:
    """A "battery" of megawatts, or of a kind built for nothing else, is storage; one of kilowatt-hours is a pack."""
    for stationary in stationary_batteries(clause) if spot.id == "cell" else ():
        if stationary.start <= spot.span.start < stationary.end:
            return replace(spot, id="storage", span=stationary)
    for pack in packs_of_cars(clause) if spot.id == "cell" else ():
        if pack.start <= spot.span.start < pack.end:
            return replace(spot, id="pack", span=pack)
    return spot


_BATTERY = regex(r"\bbatter(?:y|ies)\b", re.I)


def _is_source(spot: Spot, clause: Sentence) -> bool:
    """Whether metals come from it, so that their plant recycles: "nickel and lithium from |recycled| batteries"."""
    before = clause.before(spot.span.start, 60)
    return spot.id == "recycling" and bool(_FROM.search(before, clause.opened)) and "includ" not in before


_FROM = gated(r"\bfrom\s(?:[\w-]+\s){0,2}$")
_CARS_A_YEAR = gated(
    r"\b(?:laid out for|designed for|make|build|produce|assemble|turn out|capacity of)(?: (?:up to|about|some|around))?"
    r"\s\d[\d,.]*\s(?:[\w-]+\s){0,2}?(?:cars|vehicles|trucks|buses)\b"
)


_CAR_PLANT = regex(r"^\s(?:an?\s|the\s|its\s)?(?:[\w-]+\s)?((?:vehicle|car|truck)s?\s(?:plant|factory|complex))\b")


def _makes_cars(home: Bundle) -> Span | None:
    """Where a plant is first said to be for cars, and no batteries beside it: "a car plant", "makes 120,000 cars"."""
    if home.kind is not Kind.FACILITY:
        return None
    below = [draft.clause for draft in home.drafts if not draft.clause.headline]
    for draft in home.drafts:
        if draft.thing is None or (draft.clause.headline and any(map(names_a_battery_plant, below))):
            continue  # a headline's "EV plant" may be one for their batteries
        if any(spot.id != "vehicle" and spot.span.start < draft.thing.span.end for spot in draft.clause.products):
            return None  # the battery plant that it is told to be before is none for cars
        if built := _CAR_PLANT.match(draft.clause.after(draft.trigger.end, 60)):
            return Span(draft.trigger.end + built.start(1), draft.trigger.end + built.end(1))
        before = OF_A_CAR.search(draft.clause.before(draft.thing.span.start, 24))
        if before:
            return Span(draft.thing.span.start - len(before[0]), draft.thing.span.end)
    if any(spot.id != "vehicle" for draft in home.drafts for spot in draft.clause.products):
        return None
    for clause in [*(draft.clause for draft in home.drafts), *home.more, *home.later]:
        made = _CARS_A_YEAR.search(clause.text, clause.opened)
        if made and all(spot.id == "vehicle" for spot in clause.products):
            return Span(clause.span.start + made.start(), clause.span.start + made.end())
    return None


_METALS = frozenset({"lithium", "nickel", "cobalt", "manganese"})


def _rank(spot: Spot, *, cars: bool, new: bool) -> int:
    """A material before a cell or pack, the vehicle last: it is what the goods are for.

    A metal comes behind a `new` cell of some chemistry, which does without it or needs less.
    """
    if new and spot.id in _METALS:
        return 4
    if spot.id == "vehicle":
        return 0 if cars else 5
    if spot.id in _MATERIALS:
        return 1
    return 2
