"""A matter's headline, lead and details from its kind's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cellwire.model import DateWhat, Kind
from cellwire.publish.brief.edition import Part, Sentence
from cellwire.publish.brief.matter import RAW, Matter, Mode, owners_of
from cellwire.publish.brief.telling.called import goods, goods_of, is_beside_it, is_built_on_it, makes_storage
from cellwire.publish.brief.telling.details import details_of, of_its_plant
from cellwire.publish.brief.telling.manner import (
    NOBODYS,
    SHOWN,
    TESTED,
    UNBUILT,
    dating_of,
    is_only_named,
    manner_of,
    said_thing,
    stage_of,
)
from cellwire.publish.brief.telling.sentence import fill, tell
from cellwire.publish.brief.telling.slots import (
    CAUSE,
    headline_slots,
    is_enlarged,
    passive_slots,
    slots_of,
    subjects,
)
from cellwire.publish.brief.telling.tables import table
from cellwire.publish.brief.wording import cues, listed

_WHERE = "<{where}>"
_VERBS = {"PAST": "past", "PERFECT": "perfect", "INF": "inf", "ING": "ing", "HEAD": "head"}
_OF_PURPOSE = {Mode.ASSERTED.value, Mode.PLANNED.value}
_REPORTS = ", {outlet} reports"
_GROWING = {"announced", "construction", "expanded"}
_MORE_MONEY = "{who} [puts|put] {money_more} more into {a_plant}<{where}>"

Form = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    headline: Sentence
    sentences: tuple[Sentence, ...]
    planned: bool


def tell_matter(matter: Matter) -> Told | None:
    """None where too little of it passed the check to make a sentence."""
    if not _worth_telling(matter):
        return None
    form = _form(matter)
    who = subjects(matter, form.get("who", [])) if form else []
    lead = _lead(matter, form, who) if form and who else _passive(matter)
    if lead is None:
        return None
    headline, sentence = lead
    headed = headline.parts if matter.kind is Kind.MARKET else ()  # its figure stands in the quote below as well
    used = {each for part in (*sentence.parts, *headed) if part.note for each in (part, _running_on(part))}
    sentences = (sentence, *details_of(matter, used), *_firms(matter), *_replies(matter))
    return Told(headline, sentences, planned=manner_of(matter) == Mode.PLANNED.value)


def _firms(matter: Matter) -> Iterator[Sentence]:
    """ "Voltara is a battery recycling company, and Baumwerk a cathode maker."."""
    parts: list[Part] = []
    for name, trade in matter.own.firms:
        parts += [Part(", and "), name, Part(" "), trade] if parts else [name, Part(" is "), trade]
    if parts:
        yield Sentence((*parts, Part(".")))


def _running_on(part: Part) -> Part:
    """As it was before it began a sentence: "On 11 December" is the same value as "on 11 December"."""
    return Part(part.text[:1].lower() + part.text[1:], part.note, part.what, part.value)


def _form(matter: Matter) -> Form | None:
    """The first form of the kind's table for this stage, thing and parties."""
    plural = len(matter.names()) > 1
    slots = slots_of(matter, plural=plural)
    product = matter.product.value if matter.product else matter.lead.product
    thing, made = said_thing(matter), product.name if product else ""
    made = "cell" if makes_storage(matter) else made
    stage = stage_of(matter)
    named = is_only_named(matter)
    for form in table(matter.kind.value).get("form", []):
        fits = stage in form.get("stage", [stage]) and (not form.get("thing") or thing in form["thing"])
        fits = fits and made in form.get("makes", [made])
        if (
            fits
            and (named or all(slots[need] for need in form.get("needs", [])))
            and subjects(matter, form.get("who", []))
        ):
            known: Form = form
            return known
    return None


def _lead(matter: Matter, form: Form, who: list[Part]) -> tuple[Sentence, Sentence] | None:
    plural = len(who) > 1
    form = {name: of_its_plant(verb, matter) if isinstance(verb, str) else verb for name, verb in form.items()}
    slots = {**slots_of(matter, plural=plural), "who": _with_owners(who, matter)}
    patterns = table("modes")[manner_of(matter)]
    tense = dating_of(matter)
    usual = patterns.get(tense) or patterns["undated"]
    chosen = _day_first(usual) if tense == "dated" and not _placed(matter) else usual
    # what is financed is in the source's words for what the money is for, too
    own = {**slots, "financed": ()} if slots["purpose"] and manner_of(matter) in _OF_PURPOSE else slots
    sentence = tell(_verbs(chosen, form), own, seed=matter.story.id, plural=plural)
    short = {**headline_slots(slots, matter), "who": listed(who, most=3)}
    # "plans a battery plant" says it in fewer words than "plans to build"
    plainly = form.get("stage") == ["announced"] and matter.kind is Kind.FACILITY and matter.mode is Mode.PLANNED
    pattern = _verbs(table("modes")["asserted" if plainly else manner_of(matter)]["head"], form)[0]
    grows = is_enlarged(matter) and slots["cap_total"]  # what it grows to says more than what it costs
    if slots["money_more"] and matter.stage in _GROWING and matter.mode in (Mode.ASSERTED, Mode.PLANNED) and not grows:
        pattern = _MORE_MONEY
    return (fill(pattern, short, plural=plural, stop=""), sentence) if sentence else None


def _placed(matter: Matter) -> bool:
    """A day behind a place is that of the happening; behind goods or plans it might be theirs."""
    done = matter.kind is Kind.FACILITY and matter.stage not in {"considered", "announced", "permitted"}
    return done and bool(matter.place or matter.country)


def _day_first(patterns: list[str]) -> list[str]:
    return [pattern for pattern in patterns if pattern.startswith("{When}")] or patterns


def _with_owners(who: list[Part], matter: Matter) -> tuple[Part, ...]:
    """ "Ultium Cells (General Motors and LG Energy Solution)", where a venture alone is the subject."""
    owners = [owner for owner in matter.owners() if owner.value in owners_of(who[0].value)]
    if len(who) != 1 or len(owners) < 2:
        return listed(who)
    return (who[0], Part(" ("), *listed(owners), Part(")"))


def _verbs(patterns: list[str], form: Form) -> list[str]:
    """A mode's patterns with a form's verbs put in."""
    marker = re.compile("|".join(_VERBS))
    filled = [marker.sub(lambda found: str(form[_VERBS[found[0]]]), pattern) for pattern in patterns]
    # a form may place the plant itself ("has a plant in Arnstadt in operation"): then it is not placed again
    return [
        pattern if pattern.count(_WHERE) < 2 else _WHERE.join(pattern.split(_WHERE)[:2]) + pattern.split(_WHERE)[2]
        for pattern in filled
    ]


def _passive(matter: Matter) -> tuple[Sentence, Sentence] | None:
    """Where nobody is named, only what is asserted or reported can be told."""
    cause = table("incident")["cause"] if matter.is_called(CAUSE) else {}
    part_of_it = table(matter.kind.value).get("passive_of", {}).get(said_thing(matter))
    said = cause.get("said") or part_of_it or table(matter.kind.value).get("passive", {}).get(stage_of(matter), [])
    patterns = [of_its_plant(pattern, matter) for pattern in ([said] if isinstance(said, str) else said)]
    somebodys = matter.kind is Kind.INCIDENT and said_thing(matter) not in NOBODYS
    if not patterns or somebodys or matter.mode in (Mode.DENIED, Mode.UNDECIDED, Mode.CONDITIONAL):
        return None
    slots = passive_slots(slots_of(matter, plural=False), matter)
    plural = "".join(part.text for part in slots["thing"]).endswith("s")
    reported = "{SAYS}, according to {source}" if matter.mode is Mode.REPORTED else "{SAYS}"
    tries = (tell([reported.replace("{SAYS}", each)], slots, seed="", plural=plural) for each in patterns)
    sentence = next((each for each in tries if each), None)
    short = {**headline_slots(slots, matter)}
    if not sentence:
        return None
    pattern = (cause.get("head") or patterns[-1]).removeprefix("the ")
    in_head = table(matter.kind.value).get("passive_head", {}).get(stage_of(matter), [])
    heads = (tell([of_its_plant(head, matter)], short, seed="", plural=plural, stop="") for head in in_head)
    head = next((head for head in heads if head), None)
    return head or fill(pattern.removesuffix(_REPORTS), short, plural=plural, stop=""), sentence


_HIRED = ("storage agreement", "storage agreements")  # its goods are the use of a store
_FORECASTS = {"lower forecast", "higher forecast"}
_A_PLANT = re.compile(
    r"\b(?:giga)?(?:plants?|factor(?:y|ies)|mines?|refiner(?:y|ies)|lines?|works|facilit(?:y|ies)|sites?|projects?"
    r"|smelters?|complex|hubs?|stations)\b|\b(?:storage|BESS|battery) (?:system|park)\b"
    r"|\b\d[\d.,]* ?[MG]Wh? (?:[\w’'-]+ ){0,4}?BESS\b",
    re.IGNORECASE,
)
_ONE_PLANT = re.compile(r"\b(?:giga)?(?:plant|factory|mine|refinery|smelter)\b", re.IGNORECASE)


def _worth_telling(matter: Matter) -> bool:
    """A plant of nobody that is nowhere is no news, nor an incident, a rule or a technology that no word names."""
    match matter.kind:
        case Kind.FACILITY:
            where, what = matter.place or matter.country, matter.capacity or matter.money or matter.jobs
            if not matter.parties:
                return bool(where and (matter.product or matter.capacity))
            if not (where or matter.number or _A_PLANT.search(matter.lead.quote) or _is_so_much(matter)):
                return False  # "aims to begin battery production" nowhere: in how many plants, nobody says
            said = matter.fronted and matter.product and _ONE_PLANT.search(matter.lead.quote)
            return bool(where or what or matter.dates or matter.number or said or matter.stage not in UNBUILT)
        case Kind.TECHNOLOGY:
            return matter.mode is Mode.DENIED or _names_technology(matter)
        case Kind.INCIDENT:
            return matter.is_called(*NOBODYS) or (matter.thing is not None and bool(subjects(matter, [])))
        case Kind.MARKET:
            return bool(matter.figure or (matter.parties and matter.is_called(*_FORECASTS)))
        case Kind.POLICY:
            return matter.thing is not None  # that there are "rules" for batteries says nothing
        case Kind.SUPPLY:
            of_something = goods(matter) or said_thing(matter) in _HIRED or matter.stage == "terminated"
            asked = matter.lead.quote.rstrip().endswith("?")  # "is Ford set to buy from CATL?" is no news
            return bool(matter.parties and of_something and not asked)
        case Kind.PARTNERSHIP:
            return len(matter.parties) > 1 and _is_of_something(matter)  # nobody works together alone, or on nothing
        case _:
            return bool(matter.parties)


def _is_so_much(matter: Matter) -> bool:
    """ "Plans 10 GWh of storage": how much it is to be says enough."""
    return matter.is_called("an amount of storage") and bool(matter.capacity)


_NO_NEWS = {"output", "prototype"}  # what it makes all the time, and what it tries one day
# "batteries with less cobalt" are no news of cobalt
_A_PROCESS = re.compile(r"\b(?:process\w*|methods?|technolog\w+|extract\w*|refin\w*|leach\w*)\b", re.IGNORECASE)
_SAYS_ENOUGH = {"licence", "joint venture", "fast charging", "electric vehicles", "a virtual power plant"}
_HYDROGEN = re.compile(r"\bhydrogen\b(?!-)", re.IGNORECASE)
# What two sides of a sentence agree to do with batteries, which its own goods do not say: the quote below does
_BATTERIES = re.compile(
    r"\b(?:to|on|for|in|around) (?:(?!from\b)[\w-]+ ){0,5}?"
    r"(?:batter(?:y|ies)|energy storage|BESS)\b(?! electric| vehicle)",
    re.IGNORECASE,
)


def _is_of_something(matter: Matter) -> bool:
    """Whether it is said what a partnership is for: of storage beside hydrogen, batteries are a part of it."""
    if matter.stage == "terminated" or said_thing(matter) in _SAYS_ENOUGH:
        return True
    venture = said_thing(matter) == "joint venture"
    cars = matter.goods == "vehicle" and not venture  # "work together on vehicles", of chargers for buses
    told = matter.product.part.note if matter.product else None
    beside = _HYDROGEN.search(told.quote if told else matter.lead.quote)
    named = goods(matter) or _BATTERIES.search(matter.lead.quote)
    return bool(named) and not cars and not beside


# "the BEV version has its new battery", "a patent reveals a new battery": what is presented is a car, or a drawing
_OF_A_CAR = re.compile(
    r"\b(?:cars?|vehicles?|trucks?|buses|bikes?|models?|SUVs?|sedans?|vans?|[BP]?H?EVs?|versions?|trims?|warrant\w+)\b"
    r"(?! [Bb]atter)|\bpatents?\b|\bbatter(?:y|ies)(?: packs?)? in (?:an? |its |the |any )?electric\b"
)


def _names_technology(matter: Matter) -> bool:
    """A new car is no battery news, and "a battery" says nothing unless the text calls it new."""
    made, thing = goods_of(matter), said_thing(matter)
    if is_beside_it(matter) or is_built_on_it(matter):
        return False
    if made == "vehicle" or thing in _NO_NEWS or (made in RAW and not _A_PROCESS.search(matter.lead.quote)):
        return False
    if made and thing == "mass production":
        return True
    if made in {"cell", "pack"} and not matter.chemistry and _OF_A_CAR.search(matter.lead.quote):
        return False
    ahead = any(told.value.what is not DateWhat.EVENT for told in matter.dates)
    shown = thing in SHOWN and bool(cues("shown", matter.lead.quote))
    novel = made == "cell" and (matter.grade is not None or thing in {"test", TESTED} or shown)
    return bool(matter.chemistry or ahead or matter.capacity or novel) or made not in {None, "cell"}


def _replies(matter: Matter) -> Iterator[Sentence]:
    """ "CATL said that nothing had been decided." – one sentence a party."""
    for reply in matter.replies:
        if matter.mode is Mode.DENIED and reply.plain and reply.who.value in {told.value.id for told in matter.parties}:
            continue  # "denies a report" has said so
        yield Sentence((reply.who, Part(" "), *reply.said, Part(".")))
