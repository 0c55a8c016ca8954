"""Plants, mines, lines and stations: planned, built, opened, enlarged, delayed, dropped, closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.actors.groups import Group
from cellwire.claims.actors.roles import distance, distinct, groups, led_by, subject
from cellwire.claims.cues import Aspect, aspect
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import PAID
from cellwire.claims.scene import Cue, Name, Scene, Sentence, any_begins
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Kind, Role, Span

THINGS = (
    "facility.plant",
    "facility.line",
    "facility.mine",
    "facility.recycling",
    "facility.swapping",
    "facility.storage",
)
_NEAR = 9  # words between what is built and what is done to it
_FAR = 14  # the same for what is done, and for money: "to invest $4 billion and create 4,000 jobs in a battery factory"
_REACHING = frozenset(
    {"facility_verb.start", "facility_verb.delay", "facility_verb.cancel", "investment.invest", "firm.consider"}
)
_PRODUCT = {
    "facility.recycling": "recycling",
    "facility.swapping": "swapping",
    "facility.storage": "storage",
}
_QUANTITY = gated(
    r"\d[ -]?(?:GWh|MWh|TWh|MW\b|GW\b|gigawatt|megawatt|tonnes|tons|metric|tpa|ktpa|mtpa|t/y|t\b|kt\b)", re.I
)
_MAKING = gated(r"\b(?:to|in)\s(?:build|make|manufactur|produc|process|refin|recycl|assembl)\w*\b", re.I)
_NOUN_BEFORE = regex(r"\b(?:the|a|an|its|their|of|this|that|any|no)\s$", re.I)
_NOT_CLOSING = regex(
    r"^-|^\s(?:to\b|with\b|in on\b|cooperation|collaboration|ties|the gap|partner|(?:[\w$€£.,-]+\s){0,6}(?:loan|deal|"
    r"round|acquisition|financing"
    r"|offering|transaction|sale|funding|placement|series|purchase|merger|investment|agreement|credit|facility of)\b)",
    re.I,
)
_GRID = gated(
    r"\d\s?(?:MW|GW|megawatts?|gigawatts?)(?:/|\s|-|,)[^.;]{0,30}?\d[\d,.]*\s?(?:MWh|GWh|megawatt-?\s?hours?)|"
    r"\bgrid(?:-scale)? batter|\bMWh\b[^.;]{0,30}batter",
    re.I,
)
_GRID_NOUNS = frozenset({"battery", "batteries", "battery system", "storage system", "battery systems"})
_ELSEWHERE = regex(
    r"\b(?:order|contract|agreement|deal|shares?|stock|flight|recall|subsid\w+|tax|talks|negotiat\w+|aid|grants?"
    r"|loans?|funding"
    r"|financing|merger|takeover|acquisition|sale)\b",
    re.I,
)


def grid_amount(text: str) -> Span | None:
    """Where a text tells a battery's power and energy together, by which it is known for a storage project."""
    found = _GRID.pattern.search(text)
    return Span(len(text[: found.start()].rstrip("0123456789.,")), found.end()) if found else None


def product_span(thing: Cue, clause: Sentence) -> Span:
    """The words that say what a plant is for: its noun, or with it the amounts that make a battery a grid's."""
    amount = grid_amount(clause.text) if thing.written in _GRID_NOUNS else None
    return thing.span.cover(amount.moved(clause.span.start)) if amount else thing.span


class _Sign(Struct, frozen=True):
    """A word that tells a stage, and how it stands."""

    stage: str
    cue: Cue
    aspect: Aspect
    rule: str
    done: bool


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    thing = _thing(clause)
    sign = _strongest(list(_signs(clause, thing))) if thing else None
    if sign is None or sign.stage == "announced":
        thing, sign = _first_output(clause) or (thing, sign)
    if thing is None or sign is None or (sign.aspect.purpose and not sign.done and not _pinned(clause)):
        return
    actors = tuple(_actors(clause, sign, thing))
    product = next((_PRODUCT[tag] for tag in thing.tags if tag in _PRODUCT), None)
    strength = 0.7 if actors else 0.45
    yield Draft(
        Kind.FACILITY,
        sign.stage,
        clause,
        sign.cue.span,
        f"facility.{sign.rule}",
        sign.aspect,
        actors,
        product,
        thing,
        strength,
    )


_OUTPUT = (
    r"(?:concentrate|spodumene|lithium|carbonate|hydroxide|nickel|cobalt|graphite|(?:battery )?cells?|batter(?:y|ies)"
    r"|modules?|"
    r"packs?|cathodes?|anodes?|black mass|precursors?|sulph?ate|MHP|production|shipment|output|ore|cargo)"
)
# "has produced its first spodumene concentrate", "first cells were made", "first production has been achieved"
_FIRST_OUTPUT = gated(
    rf"\b(?P<made>produced|produces|producing|made|makes|poured|achieved|achieves|delivered|completed|reached)\s"
    rf"(?:(?:its|the|their|our)\s)?(?:first|maiden)\s(?!generation|phase|quarter|half|time)(?:[\w-]+"
    rf"\s){{0,5}}?{_OUTPUT}\b"
    rf"|\b(?:first|maiden)\s(?:[\w-]+\s){{0,4}}?{_OUTPUT}\s(?:(?:has|have|was|were|is|are|been|being|now|just"
    rf"|successfully)\s)+"
    r"(?P<done>produced|made|achieved|delivered|poured|rolled off)\b",
    re.I,
    needs="first maiden",
)


def _first_output(clause: Sentence) -> tuple[Cue, _Sign] | None:
    """A mine or a plant that has made its first product runs: the product stands for the plant where no noun does."""
    match = _FIRST_OUTPUT.search(clause.text, clause.opened)
    if match is None or not (clause.products or clause.chemistries or clause.find(*THINGS)):
        return None
    start, end = match.span("made" if match["made"] else "done")
    span = Span(clause.span.start + start, clause.span.start + end)
    verb = Cue(("facility_verb.produce",), "past", span, clause.text[start:end].lower())
    how = aspect(clause, verb)
    if how.negated or how.possible or how.ahead or how.purpose:
        return None
    named = clause.find(*THINGS, "facility.project", "facility_verb.produce")
    return (named or [verb])[0], _Sign("operating", verb, how, "first-output", True)


def _pinned(clause: Sentence) -> bool:
    """Whether a clause says where or how large: then even "to help build" tells of a plant."""
    return bool(_QUANTITY.search(clause.text, clause.opened)) or any(
        spot.level in {"city", "park", "town"} for spot in clause.places
    )


# "its energy storage system (ESS) business" is no plant
_TRADE = regex(
    r"^(?:\s\([A-Z]{2,6}s?\))?\s(?:business(?:es)?|divisions?|units?|markets?|sectors?|segments?|industry|products?"
    r"|technolog\w+|"
    r"solutions?|compan(?:y|ies)|makers?|providers?|developers?|suppliers?|integrators?|startups?|specialists?|demand"
    r"|prices?|"
    r"sales|orders?|customers?|deployments?|expert\w*|engineer\w*|managers?|workers?|employees|floor|tour|farm)\b",
    re.I,
)


def _thing(clause: Sentence) -> Cue | None:
    """What is built: a plant's noun, else a capacity told in amounts, else a project with such an amount."""
    named = [cue for cue in clause.find(*THINGS) if not _TRADE.match(clause.after(cue.span.end, 40))]
    if named:
        done_to = [cue for cue in clause.cues if cue.form and any_begins(cue.tags, "facility_verb.")]
        if not done_to:
            return named[0]
        return min(named, key=lambda noun: min(distance(clause, noun.span, verb.span) for verb in done_to))
    grid = [cue for cue in clause.find("technology.thing") if cue.written in _GRID_NOUNS]
    if grid and _GRID.search(clause.text, clause.opened):
        return replace(grid[-1], tags=(*grid[-1].tags, "facility.storage"))
    capacity, projects = clause.find("facility_verb.capacity"), clause.find("facility.project", "facility.centre")
    sized = bool((capacity or projects) and _QUANTITY.search(clause.text, clause.opened))
    if sized and capacity:
        return capacity[0]
    if projects and (sized or clause.products):
        return projects[0]
    if projects and clause.has("facility_verb.delay", "facility_verb.cancel"):
        known = [cue for cue in projects if _THE.search(clause.before(cue.span.start, 16))]
        if known:
            return known[0]
    placed = bool(clause.places or clause.countries)
    if (
        placed
        and (making := clause.find("facility_verb.produce"))
        and clause.has("facility_verb.start", "facility_verb.build")
    ):
        return making[0]
    if (
        placed
        and clause.products
        and (paid := clause.find("investment.invest"))
        and _MAKING.search(clause.text, clause.opened)
    ):
        return paid[0]
    return None


# "once completed", "when it is fully commissioned": is to be; "after breaking ground in May, Alder said": was.
_WHEN_DONE = gated(
    r"\b(?:once|when|whenever|until|till|if|unless|upon|as soon as|by the time)\s"
    r"(?:(?:it|they|both|all|the|its|this|that|phase|plant|factory|facility|site|project|mine|complex|works|expansion"
    r"|construction"
    r"|production|line|is|are|was|were|has|have|been|being|fully|finally|eventually|officially|first|second"
    r"|one|two|three|new)\s){0,7}$",
    re.I,
)
_LOOKED_BACK = regex(r"^(?:After|Since|Following|Having)\s[^,]{0,60}$")


def _signs(clause: Sentence, thing: Cue) -> Iterator[_Sign]:
    found = list(_all_signs(clause, thing))
    fresh = [sign for sign in found if not _LOOKED_BACK.match(clause.before(sign.cue.span.start, 70))]
    yield from fresh or found


def _all_signs(clause: Sentence, thing: Cue) -> Iterator[_Sign]:
    for cue in clause.cues:
        if (cue is thing and "investment.invest" not in cue.tags) or not any_begins(
            cue.tags, "facility_verb.", "firm.", "investment.invest"
        ):
            continue
        if cue.form == "base" and _is_noun(clause, cue):
            continue  # "the scrap of", "batteries and scrap per year", "its close"
        if cue.written == "beginning" and _NOUN_BEFORE.search(clause.before(cue.span.start, 16)):
            continue  # "from the beginning"
        near = _nearest(clause, cue, thing)
        gap = distance(clause, cue.span, near.span)
        if _apart(clause, cue, near):
            continue  # "Deliveries start in May; the plant joins later"
        how = aspect(clause, cue)
        if _WHEN_DONE.search(clause.before(cue.span.start, 60), clause.opened):
            how = replace(how, ahead=True, done=False, going_on=False)
        reach = _FAR if how.done or how.going_on or _REACHING & set(cue.tags) else _NEAR
        if gap <= reach:
            yield from _sign_of(clause, cue, how, near)


def _nearest(clause: Sentence, cue: Cue, thing: Cue) -> Cue:
    """The noun next to a verb: "the company building a plant says it delays construction of the |plant|"."""
    alike = [each for each in clause.find(*THINGS) if each.written == thing.written]
    return min(alike or [thing], key=lambda each: distance(clause, each.span, cue.span))


# "the timeframe for the plant's completion", "until its opening": not yet
_TO_COME = regex(
    r"\b(?:timeframe|timeline|schedule|date|deadline|target\w*|until|before|pending|expected|planned|upon|ahead of"
    r"|awaiting"
    r"|finance|fund|subject to|towards?)\b[^.;,]{0,40}$",
    re.I,
)
_EXPANSION = regex(r"^\s(?:the|its|an?|their)\s(?:[\w-]+\s){0,3}?(?:expansion|extension|enlargement|upgrade)\b", re.I)
_MONEY_FREED = regex(
    r"\b(?:subsid\w+|aid|grants?|loans?|funding|financing|incentives?|credits?|budget|deal|merger|acquisition|takeover"
    r"|recall)\s"
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|gets?|got)\s){1,3}(?:\w+ly\s)?$",
    re.I,
)
_ENDINGS = frozenset({"scrap", "halt", "pause", "delay", "close", "drop", "permit", "stall", "slip", "idle", "freeze"})
_VERB_BEFORE = regex(
    r"\b(?:to|will|would|could|may|might|can|must|should|shall|not|n't|they|we|who|which|that|and then|soon|officials|"
    r"companies|plans?|authorities|partners|owners|[a-z]+ly)\s$"
)


def _is_noun(clause: Sentence, cue: Cue) -> bool:
    """Whether a bare form is a noun: behind an article, or one that is as often a noun and has no verb's company."""
    before = clause.before(cue.span.start, 16)
    if _NOUN_BEFORE.search(before):
        return True
    return cue.written in _ENDINGS and not clause.headline and bool(before) and not _VERB_BEFORE.search(before)


def _apart(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a semicolon stands between a verb and the plant."""
    first, last = sorted((cue.span, thing.span))
    return ";" in clause.between(first, last)


def _sign_of(clause: Sentence, cue: Cue, how: Aspect, thing: Cue) -> Iterator[_Sign]:
    kinds = {tag.removeprefix("facility_verb.") for tag in cue.tags if tag.startswith("facility_verb.")}
    ahead = how.ahead or (cue.form == "base" and (clause.headline or _also_ahead(clause, cue)))
    follows = clause.after(cue.span.end, 40)
    if "cancel" in kinds and not how.negated and _about(clause, cue, thing):
        yield _Sign("considered" if how.possible else "cancelled", cue, how, "cancel", not how.possible)
    elif "delay" in kinds and not how.negated and not _COSTS.match(follows) and _about(clause, cue, thing):
        yield _Sign("delayed", cue, how, "delay", not how.possible)
    elif "close" in kinds and not how.negated and not _NOT_CLOSING.match(follows) and _about(clause, cue, thing):
        if _DEAL_CLOSED.search(clause.before(cue.span.start, 60)):
            return
        yield _Sign("closed", cue, how, "close", not how.possible)
    elif "permit" in kinds and not how.negated:
        granted = not (ahead or how.possible) or cue.form == ""
        if _REVOKED.search(clause.before(cue.span.start, 60)):
            if _about(clause, cue, thing):
                yield _Sign("delayed", cue, how, "revoked", True)
        elif (
            granted
            and cue.form not in {"base", "ing"}
            and not _MONEY_FREED.search(clause.before(cue.span.start, 40))
            and _about(clause, cue, thing)
        ):
            yield _Sign("permitted", cue, how, "permit", True)
    elif "ground" in kinds or "under_construction" in kinds:
        yield _staged("construction", cue, how, "ground", ahead)
    elif "start" in kinds and (began := _begun(clause, cue)):
        yield _staged(began, cue, how, f"start-{began}", ahead)
    elif "produce" in kinds and _in_passing(clause, cue, thing):
        yield _Sign("operating", cue, how, "in-passing", True)
    elif "running" in kinds:
        yield _staged("operating", cue, how, "running", ahead or how.negated)
    elif "open" in kinds and _touches(clause, cue, thing):
        later = ahead or (cue.form == "" and bool(_TO_COME.search(clause.before(cue.span.start, 60))))
        stage = "expanded" if _EXPANSION.match(follows) else "operating"
        yield _staged(stage, cue, how, "open", later)
    elif "build" in kinds and _touches(clause, cue, thing):
        yield from _building(cue, how, ahead)
    elif (
        "make" in kinds
        and not _ADDS_VALUE.match(follows)
        and _touches(clause, cue, thing)
        and (ahead or how.going_on or how.possible or _listed(clause, cue))
    ):
        yield _Sign("considered" if how.possible else "announced", cue, how, "make", False)
    elif "expand" in kinds and _enlarges(clause, cue, thing):
        done = how.done and cue.form in {"past", "part"} and not ahead
        yield _Sign("considered" if how.possible else "expanded" if done else "announced", cue, how, "expand", done)
    elif "firm.consider" in cue.tags and not how.negated and _talked_of(cue, thing):
        yield _Sign("considered", cue, how, "consider", False)
    elif ("firm.plan" in cue.tags or "investment.invest" in cue.tags) and _planned(clause, cue, thing):
        yield _Sign("considered" if how.possible else "announced", cue, how, "plan", False)
    elif "site" in kinds and cue.span.start < thing.span.start:
        yield _Sign("announced", cue, how, "site", False)


_AND = regex(
    r"\b(?:will|would|shall|could|may|might|(?:aim|plan|intend|expect|want|hope|agree)\w*\sto)\s[^;.]*\sand\s$"
)


def _also_ahead(clause: Sentence, cue: Cue) -> bool:
    """Whether a second verb goes on from what is ahead: "will break ground and |start| production in 2023"."""
    return bool(_AND.search(clause.before(cue.span.start, 200)))


_DEAL_CLOSED = regex(
    r"\b(?:deal|financing|round|transaction|loan|funding|investment|sale|acquisition|offering|facility agreement)\s"
    r"(?:has|have|was|were|is|are)\s(?:\w+\s){0,2}$"
)
_COSTS = regex(r"\s(?:costs?|time|emissions|expens)")
_REVOKED = regex(
    r"\b(?:revok\w+|annul\w*|overturn\w*|quash\w*|suspend\w*|withdr[ae]w\w*|repeal\w*)\b[^.;,]{0,50}$", re.I
)
# "could add £434m a year and create 6,000 jobs" builds nothing
_THE = regex(r"\b(?:the|this|its|their|both)\s(?:\w+\s)?$", re.I)
_ADDS_VALUE = regex(
    r"^\s(?:(?:up to|about|around|some|more than|over|an estimated|another|hundreds of|thousands of|new|local"
    r"|permanent|direct)\s){0,3}"
    r"(?:[$€£¥₹]|(?:US|A|C|NZ|HK)\$|\d[\d,.]*\s(?:[\w-]+\s){0,3}?(?:jobs|positions|roles|people|workers)|jobs|value"
    r"|positions)"
)


def _listed(clause: Sentence, cue: Cue) -> bool:
    """An item of a list of what is planned: "Installing the first cathode facility in the country"."""
    return clause.block is BlockKind.LIST_ITEM and cue.form == "ing" and cue.span.start - clause.span.start < 4


def _talked_of(cue: Cue, thing: Cue) -> bool:
    """Talks with investors are about the plant only if it is named after them: "in talks to build a plant"."""
    return not cue.written.startswith(("talks", "negotiat")) or cue.span.start < thing.span.start


def _staged(stage: str, cue: Cue, how: Aspect, rule: str, ahead: bool) -> _Sign:
    if how.possible:
        return _Sign("considered", cue, how, rule, False)
    return _Sign("announced", cue, how, rule, False) if ahead else _Sign(stage, cue, how, rule, True)


def _building(cue: Cue, how: Aspect, ahead: bool) -> Iterator[_Sign]:
    if how.possible:
        yield _Sign("considered", cue, how, "build", False)
    elif how.going_on:
        yield _Sign("construction", cue, how, "build", True)
    elif ahead or cue.form in {"base", "ing", ""}:
        yield _Sign("announced", cue, how, "build", False)
    elif cue.form == "s":
        yield _Sign("construction", cue, how, "build", True)
    elif not how.negated:
        yield _Sign("operating", cue, how, "build", True)


def _begun(clause: Sentence, cue: Cue) -> str:
    """What starts: building works or production, named after the verb or, with its subject, before it."""
    after = [each for each in clause.cues if 0 <= each.span.start - cue.span.end < 45]
    before = [each for each in clause.cues if 0 <= cue.span.start - each.span.end < 45]
    for each in [*after, *reversed(before)]:
        if "facility_verb.works" in each.tags or ("facility_verb.build" in each.tags and each.form in {"ing", "base"}):
            return "construction"
        if "facility_verb.produce" in each.tags or "facility_verb.running" in each.tags:
            return "operating"
    return ""


_PASSING = regex(r"\b(?:after|since|following|from)\s(?:the\s)?(?:start of\s|mass\s|series\s)?$", re.I)
_FIRST_PLANT = regex(r"^(?:\s(?:of|at|in))?\s(?:its|their|the)\s(?:first|existing|second|older|current)\b", re.I)


def _in_passing(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """An earlier plant that a sentence looks back on: "after the mass production of its first plant in 2012"."""
    before, after = clause.before(cue.span.start, 24), clause.after(cue.span.end, 24)
    return bool(_PASSING.search(before) and _FIRST_PLANT.match(after)) and cue.span.end <= thing.span.start


def _about(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether an ending, a delay or a permit is about the plant, not about an order or a share nearby."""
    between = clause.between(cue.span, thing.span) if cue.span.start < thing.span.start else ""
    if _ELSEWHERE.search(between):
        return False
    return distance(clause, cue.span, thing.span) <= _FAR


def _touches(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a verb takes the plant as object or subject: few words between, no other actor in the way."""
    return distance(clause, cue.span, thing.span) <= (_NEAR if cue.span.start < thing.span.start else 6)


def _enlarges(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether it is the plant or its capacity that grows, not demand, a market or a business; nor is money raised."""
    if cue.written.startswith("rais") and PAID.match(clause.after(cue.span.end, 40)):
        return False
    for noun in [thing, *clause.find("facility_verb.capacity")]:
        between = clause.between(cue.span, noun.span) if cue.span.start < noun.span.start else ""
        if distance(clause, cue.span, noun.span) <= 6 and not _NOT_CAPACITY.search(between):
            return not between.startswith(" for ")  # what is raised for a plant is a pillar, or money
    return False


_NOT_CAPACITY = regex(
    r"\b(?:demand|market|sales|business|reach|distribution|partnership|portfolio|use|range|network|cooperation)\b", re.I
)


def _planned(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a word of intent is about the plant: "plans a plant", "the plant will", "a planned plant"."""
    gap = distance(clause, cue.span, thing.span)
    if cue.span.start > thing.span.end and clause.after(thing.span.end, 2) in {"'s", "’s"}:
        return False  # "the plant's operator confirmed that"
    if cue.written in _PLAIN_FUTURE:
        between = clause.between(thing.span, cue.span) if thing.span.end <= cue.span.start else ","
        return gap <= 3 and "," not in between and "facility_verb.capacity" not in thing.tags
    if "investment.invest" in cue.tags:
        return gap <= _FAR
    return gap <= 7 and (bool(cue.form) or cue.written in _PLAN_NOUNS)


_PLAIN_FUTURE = frozenset({"will", "would", "to be", "set to", "due to", "going to", "slated", "on track"})
_PLAN_NOUNS = frozenset(
    {"plans for", "final investment decision", "investment decision", "fid", "intention", "announcement", "earmarked"}
)


def _strongest(signs: list[_Sign]) -> _Sign | None:
    """An end beats a delay, what is done beats what is planned, a doubt beats a plan."""
    order = (
        "cancelled",
        "closed",
        "delayed",
        "operating",
        "construction",
        "permitted",
        "expanded",
        "considered",
        "announced",
    )
    done = [sign for sign in signs if sign.done]
    pool = done or signs
    if not pool:
        return None
    return min(pool, key=lambda sign: (order.index(sign.stage), sign.cue.span))


def _actors(clause: Sentence, sign: _Sign, thing: Cue) -> Iterator[Actor]:
    found = groups(clause)
    owners = _owners(clause, found, sign, thing)
    for name in owners:
        yield Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.OWNER)
    known = {name.id for name in owners}
    for group in led_by(found, ("with", "alongside", "together with", "along with")):
        for name in distinct(group.names):
            if name.id not in known:
                known.add(name.id)
                yield Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.PARTNER)
    for group in led_by(found, ("for", "to"), after=thing.span.start):
        for name in distinct(group.names):
            if name.id not in known and "carmaker" in name.chain:
                known.add(name.id)
                yield Actor(name, Role.CUSTOMER)
    for name in distinct(each for group in found for each in group.names):
        if name.kind == "government" and name.id not in known:
            known.add(name.id)
            yield Actor(name, Role.GOVERNMENT)


def _owners(clause: Sentence, found: list[Group], sign: _Sign, thing: Cue) -> list[Name]:
    firms = [
        group
        for group in found
        if group.lead not in {"than", "like", "unlike"} and any(name.kind != "government" for name in group.names)
    ]
    possessing = [
        group
        for group in firms
        if (group.owns or _possessive(clause, group)) and 0 <= thing.span.start - group.names[-1].said.end < 60
    ]
    if possessing:
        return _companies(possessing[-1].names)
    if sign.aspect.passive and (agents := led_by(firms, ("by",), after=sign.cue.span.start)):
        return _companies(agents[0].names)
    if leader := subject(firms, max(sign.cue.span.start, thing.span.start)):
        return _companies(leader.names)
    if between := led_by(firms, ("between", "of", "by")):
        return _companies(between[0].names)
    return _companies(firms[0].names) if firms and firms[0].lead in {"", "at", "for"} else []


def _possessive(clause: Sentence, group: Group) -> bool:
    """ "its" and "their" before the plant."""
    said = group.names[0].said
    return clause.text[said.start - clause.span.start : said.end - clause.span.start].lower() in {"its", "their", "our"}


def _companies(names: tuple[Name, ...]) -> list[Name]:
    return distinct(name for name in names if name.kind not in {"government", "bank"})
