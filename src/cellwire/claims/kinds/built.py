"""What is built: the noun of a plant, a mine or a station, or what stands for it."""

from __future__ import annotations

import re

from cellwire.claims.actors import distance
from cellwire.claims.clauses import lands_of, place_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds.grid import amount_stored, on_a_grid, store_of
from cellwire.claims.scene import Cue, Sentence, any_begins, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

THINGS = (
    "facility.plant",
    "facility.line",
    "facility.mine",
    "facility.recycling",
    "facility.swapping",
    "facility.storage",
)
_QUANTITY = gated(
    r"\d[ -]?(?:GWh|MWh|TWh|MW\b|GW\b|gigawatt|megawatt|tonnes?|tons?|metric|tpa|ktpa|mtpa|t/y|t\b|kt\b)", re.I
)
_MAKING = gated(
    r"\b(?:to|in)\s(?:(?:build|make|manufactur|produc|process|refin|recycl|assembl)\w*\b"
    r"|(?:(?:expand|boost|increase|lift|raise|ramp up)\s)?(?:its\s)?(?:[\w-]+\s){1,3}?"
    r"(?:production|manufacturing)\s(?:in|at)\b)",
    re.I,
)
# "In Szolnok it wants to make |10 GWh of cells a year|"
_YEARLY = regex(
    r"\d\s?(?:GWh|gigawatt-?\s?hours?|tonnes|tons|metric tons)\b[^.;]{0,60}"
    r"\b(?:a year|per year|annually|each year|yearly)\b"
)
_THE = regex(r"\b(?:the|this|its|their|both)\s(?:\w+\s)?$", re.I)
# "|machines for making battery cells|", "equipment to produce electrodes"
_EQUIPMENT = gated(
    r"\b(?:machines?|machinery|equipment|coaters|tools|(?:production|coating|assembly) lines)\s(?:used\s)?"
    r"(?:for|that|to|in)\s(?:the\s)?(?:mak|produc|manufactur|build|assembl)\w*\s(?:of\s)?(?:[\w-]+\s){0,3}?"
    r"(?:cells?|batter(?:y|ies)|electrodes?|packs?|modules?)\b"
)


def equipment(text: str) -> Span | None:
    """Where a text names what cells are made with."""
    found = _EQUIPMENT.pattern.search(text)
    return Span(*found.span()) if found else None


def pinned(clause: Sentence) -> bool:
    """Whether a clause says where or how large: then even "to help build" tells of a plant."""
    return bool(_QUANTITY.search(clause.text, clause.opened)) or any(
        spot.level in {"city", "park", "town"} for spot in clause.places
    )


# "its energy storage system (ESS) business" is no plant
_TRADE = regex(
    r"^(?:\s\([A-Z]{2,6}s?\))?(?:\s(?!(?:with|for|in|at|to|and|of|by|on|from|as)\b)(?-i:[A-Z])\w+)?"
    r"\s(?:supply chains?|suppliers?|ventures?|arms?|focus|boom|rush|"
    r"business(?:es)?|divisions?|units?|markets?|sectors?|segments?|industry|products?"
    r"|technolog\w+|"
    r"solutions?|compan(?:y|ies)|makers?|providers?|developers?|suppliers?|integrators?|startups?|specialists?|demand"
    r"|prices?|"
    r"sales|orders?|customers?|deployments?|expert\w*|engineer\w*|managers?|workers?|employees|floor|tour|farm)\b",
    re.I,
)


_LEAVINGS = regex(r"^\s(?:scrap|waste|rejects|offcuts|equipment)\b")  # "shreds gigafactory |scrap|"
# "director of energy storage systems", "head of the plant"
_OFFICE = gated(
    r"\b(?:director|head|president|manager|officer|chief|VP|chairman|chairwoman|leader|lead)\s(?:of|for)\s(?:the\s)?"
    r"(?:[\w&-]+\s){0,3}$",
    re.I,
)


# "a |chip plant| will rise where a battery factory was once planned"
_OF_OTHER_GOODS = gated(
    r"\b(?:chips?|semiconductors?|wafers?|solar|PV|photovoltaic|wind|gas|steel|paper|cement|glass|hydrogen"
    r"|electroly[sz]ers?|alumina|alumini?um|gold|oil|sugar|food|drugs?|nuclear|coal|geothermal|biogas|biomass"
    r"|hydro(?:electric|power)?|magnets?|textile|furniture|data)"
    r"(?:[ -](?:fired|power|modules?|panels?|cells?)){0,2}[ -]$",
    re.I,
)


# "tougher |rules for| battery storage plants"
_RULES_FOR = gated(
    r"\b(?:rules?|codes?|standards?|laws?|regulations?|guidelines|requirements|ordinances?|moratorium)\s"
    r"(?:for|on|governing|covering)\s(?:(?:all|new|large|the|any|battery|energy)\s){0,3}$"
)


# "a solar panel |recycling hub|"
_OTHER_WASTE = gated(
    r"\b(?:solar|panels?|modules?|plastics?|tyres?|tires?|paper|textiles?|glass|blades?|water|food|oil|wood|steel"
    r"|alumini?um|concrete|phones?)[ -](?:waste[ -])?$",
    re.I,
)


# "beside a |coal| mine"
_OTHER_ORE = regex(r"\b(?:coal|gold|diamond|uranium|silver|iron[ -]ore|salt|potash|sand)\s$", re.I)


def _is_of_other_goods(clause: Sentence, cue: Cue) -> bool:
    """Whether it is a plant or a mine of another industry: "a |solar| plant"."""
    before = clause.before(cue.span.start, 40)
    if "facility.mine" in cue.tags:
        return _OTHER_ORE.search(before) is not None
    if "facility.recycling" in cue.tags:
        return _OTHER_WASTE.search(before, clause.opened) is not None
    return "facility.plant" in cue.tags and _OF_OTHER_GOODS.search(before, clause.opened) is not None


def _is_trade(clause: Sentence, cue: Cue) -> bool:
    """Whether a plant's noun says what somebody's business or office is, or is a plant of another industry."""
    return bool(
        _is_of_other_goods(clause, cue)
        or _TRADE.match(clause.after(cue.span.end, 40))
        or _LEAVINGS.match(clause.after(cue.span.end, 12))
        or _OFFICE.search(clause.before(cue.span.start, 60), clause.opened)
        or _RULES_FOR.search(clause.before(cue.span.start, 60), clause.opened)
    )


OF_A_CAR = regex(r"\b(?:cars?|vehicles?|automobile|trucks?|bus|EVs?)[\s-]$", re.I)
_CARS = r"(?:[\w.'’-]+\s){0,7}?(?:cars?|vehicles?|assembly|automobile|trucks?|bus|EVs?)[\s-]$"
_BESIDE = gated(rf"\b(?:next to|beside|near)\s{_CARS}", re.I)
_BUYS = gated(rf"\b(?:for|suppl(?:y|ies|ied|ying)|serv(?:e|es|ing)|equip\w*)\s{_CARS}", re.I)
_USED_IN = gated(r"\b(?:cells?|batter(?:y|ies)|packs?|modules?)\s(?:used\s)?(?:for|in)\s(?:[\w-]+\s){0,3}$", re.I)


def _is_beside(clause: Sentence, cue: Cue) -> bool:
    """Whether it is what a plant stands beside, or what its goods are for: "makes cells for |storage systems|"."""
    beside = _BESIDE.search(clause.before(cue.span.start, 60), clause.opened)
    return bool(beside) or ("facility.storage" in cue.tags and is_use(clause, cue.span))


# "a cell factory |next to the engine| plant that it shut": that says where the factory is to stand
_STANDS_BY = gated(
    r"\b(?:next (?:to|door to)|beside|adjacent to|opposite|across from|alongside|(?:on|at) the site of)\s"
    r"(?:(?:an?|the|its|their)\s)?(?:[\w'’.-]+\s){0,5}$"
)


def _stands_by(clause: Sentence, cue: Cue) -> bool:
    return _STANDS_BY.search(clause.before(cue.span.start, 70), clause.opened) is not None


def is_use(clause: Sentence, goods: Span) -> bool:
    """Whether it is what batteries are for: "makes cells for |storage systems|"."""
    return bool(_USED_IN.search(clause.before(goods.start, 60), clause.opened))


def _buys(clause: Sentence, cue: Cue) -> bool:
    """Whether it is a plant for cars that goods go to: "batteries for U.S. car |plants|"."""
    return bool(_BUYS.search(clause.before(cue.span.start, 60), clause.opened))


_PERIOD = gated(r"\b(?:quarter(?:ly)?|months?|year-on-year|quarter-on-quarter|half-year|first half|fiscal)\b", re.I)


def _quarterly(clause: Sentence, cue: Cue) -> bool:
    """Whether it is what was made or put into cars in a time, compared: a figure of the market, no plant's size."""
    if cue.written not in {"output", "throughput"} and not cue.written.startswith("installed"):
        return False
    return "%" in clause.text and bool(_PERIOD.search(clause.text, clause.opened))


def thing_of(clause: Sentence) -> Cue | None:
    """What is built: a plant's noun, else a capacity told in amounts, else a project with such an amount."""
    named = [cue for cue in clause.find(*THINGS) if not _is_trade(clause, cue) and not _is_beside(clause, cue)]
    if named and _serves(clause, named[0]):
        return None
    if named:
        named = [cue for cue in named if not _stands_by(clause, cue)] or named
        return None if all(_buys(clause, cue) for cue in named) else _done_to(clause, named)
    return (
        on_a_grid(clause)
        or _by_its_size(clause)
        or amount_stored(clause)
        or _by_its_place(clause)
        or _begun_there(clause)
    )


# "builds a solar plant |to power its graphite| mine"
_SERVED = regex(r"\s(?:to (?:power|run|supply|feed|serve)|for|at|that (?:powers|supplies|feeds))\s(?:[\w'’-]+\s){0,4}")


def _serves(clause: Sentence, named: Cue) -> bool:
    """Whether what is built is a plant of another industry that the named one is to have."""
    before = [cue for cue in clause.find("facility.plant") if cue.span.end < named.span.start]
    return bool(before) and bool(
        _is_of_other_goods(clause, before[-1]) and _SERVED.fullmatch(clause.between(before[-1].span, named.span))
    )


def others_of(clause: Sentence, thing: Cue) -> list[Cue]:
    """The other plants of a clause: "is building a |plant| in Hungary while adding facilities in Korea"."""
    named = (cue for cue in clause.find("facility.plant") if cue.span != thing.span)
    return [cue for cue in named if not (_is_trade(clause, cue) or _is_beside(clause, cue) or _buys(clause, cue))]


# "has opened a lithium refinery|, a 1,000-tonne-a-year |plant in Kotka": they are one
_APPOSED = regex(r",\s(?:an?|the|its)\s(?:[\w.,/-]+\s){0,5}")


def _done_to(clause: Sentence, named: list[Cue]) -> Cue:
    """The noun next to a verb of building; the first where nothing is done."""
    verbs = [cue for cue in clause.cues if cue.form and any_begins(cue.tags, "facility_verb.")]
    verbs = [cue for cue in verbs if cue.written != "up" or clause.after(cue.span.end, 4) != " to "]
    if not verbs:
        return named[0]
    first = named[0].span
    named = [noun for noun in named if not (noun.span > first and _APPOSED.fullmatch(clause.between(first, noun.span)))]
    return min(named, key=lambda noun: min(distance(clause, noun.span, verb.span) for verb in verbs))


# "product |development|" builds nothing
_OF_GOODS = gated(
    r"\b(?:products?|business|technology|software|research|joint|market|workforce|career|talent) (?:and )?$", re.I
)


_ITS_LABS = regex(
    r"\s(?:labs?|laborator(?:y|ies)|teams?|work|costs?|engineers?|departments?|stages?|phases?|process|times?)\b"
)


def _is_of_goods(clause: Sentence, cue: Cue) -> bool:
    if cue.written != "development":
        return False
    before, behind = clause.before(cue.span.start, 24), clause.after(cue.span.end, 14)
    return bool(_OF_GOODS.search(before, clause.opened) or _ITS_LABS.match(behind))


# "a |data centre| project for flow batteries", "a Tokyo base |to expand its battery presence|": neither makes batteries
_DATA = regex(r"\bdata[ -]cent(?:er|re)s?\s$", re.I)
_FOR_PRESENCE = regex(
    r"\s(?:to|for)\s(?:expand|strengthen|grow|boost|deepen|widen|increas)\w*\s(?:[\w'’-]+\s){0,4}?"
    r"(?:presence|footprint|sales|market share|customers|business)\b"
)


def _is_of_another_trade(clause: Sentence, cue: Cue) -> bool:
    """Whether a project is a data centre, or a base an office."""
    office = cue.written == "base" and _FOR_PRESENCE.match(clause.after(cue.span.end, 80))
    return bool(office or _DATA.search(clause.before(cue.span.start, 16)))


def _by_its_size(clause: Sentence) -> Cue | None:
    """A capacity or a project that an amount, its goods or an ending makes one plant's."""
    capacity, projects = clause.find("facility_verb.capacity"), clause.find("facility.project", "facility.centre")
    projects = [cue for cue in projects if not (_is_of_goods(clause, cue) or _is_of_another_trade(clause, cue))]
    if store := store_of(clause, projects):
        return store
    sized = bool((capacity or projects) and _QUANTITY.search(clause.text, clause.opened))
    if sized and capacity and not _quarterly(clause, capacity[0]):
        return capacity[0]
    if projects and (sized or clause.products or _is_a_firms_centre(clause, projects[0])):
        return projects[0]
    if called := _called_project(clause, projects):
        return called
    if clause.has("facility_verb.delay", "facility_verb.cancel"):
        return next((cue for cue in projects if _THE.search(clause.before(cue.span.start, 16))), None)
    return None


_OPENING = 24  # characters
_AT_LARGE = regex(r"\b(?:market|industry|world|global|country|sector|last year)\b", re.I)


def _begun_there(clause: Sentence) -> Cue | None:
    """The works or the production that a clause opens with and says to have begun: "|Operation| began last week"."""
    first = next(iter(clause.find("facility_verb.works", "facility_verb.produce")), None)
    if first is None or first.form or first.span.start - clause.span.start > _OPENING or clause.headline:
        return None
    if any(not name.referred for name in clause.names) or _AT_LARGE.search(clause.text):
        return None
    begun = [cue for cue in clause.find("facility_verb.start") if cue.span.start > first.span.end]
    return first if any(_has_begun(clause, cue) for cue in begun) else None


_SCHEDULED = frozenset({"start", "starts", "begin", "begins", "commence", "commences"})  # "production |starts| in 2026"


def _has_begun(clause: Sentence, cue: Cue) -> bool:
    how = aspect(clause, cue)
    if cue.written in _SCHEDULED:
        return False
    return (how.done or not cue.form) and not (how.ahead or how.possible or how.negated)


def _is_a_firms_centre(clause: Sentence, project: Cue) -> bool:
    """Whether a company opens or builds a place of research: it needs no goods beside it."""
    firms = any(name.kind in {"company", "venture"} for name in clause.names)
    return firms and "facility.centre" in project.tags and clause.has(*_RAISED)


def _called_project(clause: Sentence, projects: list[Cue]) -> Cue | None:
    """A project with a name of its own, of a company of the chain: "has approved Alder's Pine Valley |Project|"."""
    of_the_chain = any(name.chain and name.kind in {"company", "venture"} for name in clause.names)
    return next((cue for cue in projects if of_the_chain and _CALLED.search(clause.before(cue.span.end, 40))), None)


_CALLED = regex(r"\b[A-Z][\w-]+\s(?:[A-Z][\w-]+\s){0,3}(?:Lithium\s|Nickel\s|Graphite\s)?(?:Project|Mine|Unit)$")
_RAISED = ("facility_verb.build", "facility_verb.open", "facility_verb.ground", "facility_verb.start")


def making_of(clause: Sentence) -> list[Cue]:
    """Verbs and nouns of making goods; a "battery-|making| giant" makes none here."""
    return [cue for cue in clause.find("facility_verb.produce") if clause.before(cue.span.start, 1) != "-"]


def yearly_amount(clause: Sentence) -> bool:
    """Whether so much is made in a year."""
    return _YEARLY.search(clause.text) is not None


# "A and B are |planning US sodium-ion battery manufacturing|"
_IS_PLANNED = gated(
    r"\b(?i:plan(?:s|ning|ned)?)\s(?:(?:to|the|for|in|of)\s)?(?:[\w-]+\s){0,4}?(?:production|manufacturing)\b(?!\s(?:lines?|capacity|targets?))"
)


def _by_its_place(clause: Sentence) -> Cue | None:
    """Production that starts in a named place, or money that is put into making goods there."""
    making, paid = making_of(clause), clause.find("investment.invest")
    begun = clause.has("facility_verb.start", "facility_verb.build") or _IS_PLANNED.search(clause.text, clause.opened)
    if making and (begun or yearly_amount(clause)):
        told = making[0]
    elif paid and clause.products and _MAKING.search(clause.text, clause.opened):
        told = paid[0]
    else:
        return None
    return told if place_of(clause, clause.span) or lands_of(clause) else None
