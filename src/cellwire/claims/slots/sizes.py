"""How much a clause says that a plant makes or a deal covers, and of what that is a part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from cellwire.claims.figures import Measure, Reading
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Kind, Qualifier, Scope, Span

_CAPACITY_UNITS = frozenset({"GWh", "MWh", "TWh", "t", "m2", "vehicles", "cells", "packs", "GW", "MW"})
_TOTAL = gated(
    r"\b(?:total|eventual\w*|ultimate\w*|overall|combined|full capacity|when complete\w*|once complete\w*|"
    r"final\w*|in all|altogether|global|worldwide|company-wide|later (?:expand|grow|rise)\w*|expand\w* to|"
    r"increas\w+ to|rais\w+ (?:it )?to|grow\w* to|up to|second phase|by 20\d\d|by the end of the decade|"
    r"scal\w+ (?:up )?to|reach\w*(?! (?:[\w-]+ ){0,3}?(?:stage|milestone|close|deal|agreement)\b)|group-wide)\b",
    re.I,
)
_PHASE = gated(
    r"\b(?:first phase|initial\w*|phase (?:one|two|1|2|i|ii)|first stage|first line|start\w* with|"
    rf"(?<!its )(?<!['’]s )first|first(?! (?:[\w-]+ ){{0,4}}?{PLANT})|"  # not "its first cell plant"
    r"to begin with|at first|phase|(?<!RTB )(?<!-build )(?<!final )(?<!design )(?<!advanced )stage)\b",
    re.I,
)
# "the first |phase of its| 1 GWh project" is a phase of what has that size
_PHASE_OF = gated(
    r"\b(?:phase|stage|half|part|portion)\sof\s(?:(?:an?|the|its|their)\s)?(?:[\w'’.&-]+\s){0,3}?"
    r"(?:\d[\d.,]* ?[MG]W ?/ ?)?$",
    re.I,
)
_A_WHOLE = regex(
    rf"^(?:[- ](?!(?:at|in|of|for|on|to|by|from|with|and)\b)[\w'’./()-]+){{0,6}}?"
    rf"[- ](?:{PLANT}|projects?|batter(?:y|ies)|BESS|portfolio|storage|parks?|systems?)\b",
    re.I,
)
_EXISTING = gated(
    r"\b(?:from|currently|current|existing|at present|already|today|now has|presently|compared with|compared to|"
    r"present)\b",
    re.I,
)
_EACH = gated(r"\beach\b[^,;.]{0,45}$", re.I)  # "two plants, |each| good for 43 GWh"
_EACH_BEHIND = regex(r"^(?:\s(?:of|a|per)\s\w+){0,3},?\s(?:each|apiece)\b")
_TOGETHER = gated(r"\btogether\b[^;.\d]*$", re.I)  # "|Together| the two plants will make 54 GWh"
_TOGETHER_BEHIND = regex(
    r"^(?:\s(?:of|a|per)\s\w+){0,3}\s(?:for the (?:whole |entire )?(?:site|park|complex)|together|combined|in all"
    r"|in total|altogether)\b"
)
_NOW_BEHIND = regex(r"^(?:\s(?:of|a|per)\s\w+){0,3}\s(?:today|at present|currently|already)\b")


_NEVER_YEARLY = (frozenset({"GW", "MW"}), frozenset({"GW", "MW", "MWh", "vehicles"}))  # of plants, of money for them


_POWER = frozenset({"GW", "MW"})
# "3,000 tonnes |per day|" is no year's
_EACH_DAY = regex(
    r"(?:\sof\s(?:[\w-]+\s){0,3}?|\s?)(?:/|\b(?:per|each|every)\s|(?<=\s)a\s)(?:day|hour|week|d|h)\b|\s(?:daily|hourly|weekly)\b"
)


class Size(Struct, frozen=True):
    """A capacity or a volume with its scope."""

    value: float
    unit: str
    scope: Scope
    qualifier: Qualifier
    span: Span
    per_year_said: bool


def sizes(
    reading: Reading, sentence: Sentence, kind: Kind, *, yearly: bool, strange: Callable[[Span], bool] = lambda _: False
) -> Iterator[Size]:
    """Capacities of a plant or volumes of a deal; `yearly` where a plain "GWh" can only be a year's output.

    Beside what is `strange`, which is another's, no size is a part.
    """
    fitting = [
        amount
        for amount in reading.amounts
        if amount.unit in _CAPACITY_UNITS
        and not _unfit(sentence, amount, kind)
        and not _INSTEAD.search(sentence.before(amount.span.start, 60), sentence.opened)
        and not _is_of_a_former_plan(sentence, amount)
        and not (amount.unit not in _POWER and _EACH_DAY.match(sentence.after(amount.span.end, 40)))
    ]
    for amount in fitting:
        if _converts(sentence, amount, fitting):
            continue
        per_year = amount.per_year or (yearly and amount.unit not in _NEVER_YEARLY[kind is Kind.INVESTMENT])
        unit = f"{amount.unit}/yr" if per_year else amount.unit
        beside = (
            [other for other in fitting if other is amount or not strange(other.span)] if len(fitting) > 1 else fitting
        )
        scope = _scope(sentence, amount, beside)
        yield Size(amount.value, unit, scope, amount.hedge, amount.span, amount.per_year)


def _is_of_a_former_plan(sentence: Sentence, amount: Measure) -> bool:
    after = sentence.after(amount.span.end, 70)
    if _OF_A_FORMER_PLAN.match(after):
        return True
    before = sentence.before(amount.span.start, 20)
    return _OF_ALL_OF_IT.search(before, sentence.opened) is not None and _ONCE_PLANNED.match(after) is not None


def _converts(sentence: Sentence, amount: Measure, others: Sequence[Measure]) -> bool:
    """Whether an amount only says the one before it in another unit: "9,500 metric tons (|10,500 tons|)"."""
    bracketed = sentence.before(amount.span.start, 1) == "(" and sentence.after(amount.span.end, 1) == ")"
    return bracketed and any(
        0 < amount.span.start - other.span.end < _BRACKET and other.unit == amount.unit for other in others
    )


_INSTEAD = gated(
    r"\b(?:instead of|rather than|not)\s(?:the |an? |its )?(?:(?:originally|initially|previously)\s)?"
    r"(?:(?:planned|previous|earlier|original)\s)?$"
    r"|\b(?:than|from|against|over|double|triple|exceed(?:s|ing)?|above)\s(?:the|its|their|an?)\s"
    r"(?:previous(?:ly planned)?|former|earlier|original(?:ly planned)?|initial(?:ly planned)?|prior)\s"
    r"(?:[\w-]+\s){0,2}?(?:goals?|targets?|plans?|ambitions?|estimates?|guidance|forecasts?|designs?|proposals?)\s"
    r"(?:of|for)\s(?:an?\s)?$",
    re.I,
)
_OF_ALL_OF_IT = gated(
    r"\b(?:of|than|instead of|rather than|from|below|short of)\s(?:the|its|an?)\s$"
)  # "8 of |the| 24 GWh it had planned"
_ONCE_PLANNED = regex(
    r"^(?:\s(?:a|per)\syear|\sannually)?\s(?:(?:that|which)\s)?(?:(?:it|they|the\s[\w-]+|[A-Z]\w+)\s)?(?:(?:had|was|were)\s)?"
    r"(?:(?:first|originally|initially|previously|once|been)\s){0,2}"
    r"(?:planned|announced|promised|envisaged|foreseen|intended|targeted|aimed for|expected|pledged)\b"
)
_OF_A_FORMER_PLAN = regex(
    r"^(?:\s(?:a|per) year)?\s(?:of|in|under|from|that)\s(?:its|the|their|was)\s"
    r"(?:initial|original|previous|earlier|first|former|originally|initially|previously)\s(?:plan|design|target|goal|proposal|planned)\w*\b",
    re.I,
)
_BRACKET = 3  # characters: a space and the bracket

_COMPARED_WITH = gated(
    r"\b(?:from|than|against|versus|compared (?:to|with))\s(?:the\s)?$|\b(?:up|down|growth|increase|rise"
    r"|fall)\b[^,;.]{0,40}\sfrom\s$"
)
_DEFINED = regex(
    r"^(?:\)|\s?\([^()]{1,30}\))?\s(?:is|are|would be)\s(?:sufficient|enough|equal|equivalent|roughly)\b", re.I
)
_RESOURCE = gated(
    r"\b(?:resources?|reserves?|deposits?)(?: estimate)?,? (?:of|at|is|totals?|totall?ing|stands at|contain\w+)\b"
    r"[^,;.]{0,20}$"
    # "has |discovered nearly| 15 million tonnes of lithium": what was found is not made
    r"|\b(?:discover(?:s|ed|y of)|finds?|found|find of|unearth(?:s|ed)|uncover(?:s|ed)"
    r"|(?:estimated|believed|thought) to (?:hold|contain))\s(?:[\w-]+\s){0,3}?$",
    re.I,
)
_GRADE = regex(r"^(?:\s[\w-]+){0,3}\s(?:(?:at|grading) \d[\d.]*\s?%|(?:\w+ )?(?:resource|reserve|deposit)s?\b)")
_UNITS = regex(r"^\s(?:battery\s)?(?:units|modules|containers|cabinets)\b")
_GAS = regex(r"^\s(?:of\s)?(?:CO2|CO₂|carbon|greenhouse|emissions|water|waste)", re.I)


_CELLS_OF_A_PACK = 10_000  # no deal and no plant has so few
_MOST_A_YEAR = 1e8  # tonnes: a deposit holds more, no plant makes more a year


def _is_gas(sentence: Sentence, amount: Measure) -> bool:
    return bool(_GAS.match(sentence.after(amount.span.end, 20)) or _GAS_A_YEAR.search(amount.written))


_GAS_A_YEAR = regex(r"\sof\s(?:CO2|CO₂|carbon dioxide|emissions|water|waste)\b", re.I)  # "20,000 t of CO2 a year"
_ENOUGH = gated(
    r"\b(?:enough|sufficient|equal to|equivalent to|equating to|correspond\w* to|support\w*|serv(?:e|es|ing)"
    r"|annually for|a year for)\b[\w\s,-]{0,60}$",
    re.I,
)


def _counts_output(sentence: Sentence, amount: Measure) -> bool:
    """Whether vehicles measure a year's output beside its own unit: "50,000 t a year, enough for 1 million cars"."""
    before = sentence.before(amount.span.start, 160)
    return bool(_ENOUGH.search(before[-75:], sentence.opened)) and bool(_OUTPUT_BEFORE.search(before))


_OUTPUT_BEFORE = regex(
    r"\d.*\b(?:GWh|GW h|tonnes|tons|t|tpa|ktpa|GWh/y\w*)\b|\b(?:output|volumes?|(?:enough|sufficient) materials?)\b"
)


def _unfit(sentence: Sentence, amount: Measure, kind: Kind) -> bool:
    if kind is Kind.MARKET and (
        amount.change == "from" or _COMPARED_WITH.search(sentence.before(amount.span.start, 60), sentence.opened)
    ):
        return True  # last year's figure beside this year's
    if _DEFINED.match(sentence.after(amount.span.end, 50)):
        return True
    before = sentence.before(amount.span.start, 60)
    if amount.unit == "t" and (
        _RESOURCE.search(before, sentence.opened) or _GRADE.match(sentence.after(amount.span.end, 50))
    ):
        return True
    if amount.value > _MOST_A_YEAR and amount.unit == "t":
        return True
    if amount.unit == "MWh" and _UNITS.match(sentence.after(amount.span.end, 20)):
        return True
    if amount.unit == "m2":
        return not amount.per_year  # a hall has a floor, only a film is made by area
    if amount.unit in {"GW", "MW"} or (amount.unit == "t" and _is_gas(sentence, amount)):
        return True
    if amount.unit == "vehicles" and not amount.per_year:
        return kind is not Kind.FACILITY or not _counts_output(sentence, amount)
    if amount.unit in {"MWh"} and amount.value < 1:
        return True
    if amount.unit == "cells" and amount.value < _CELLS_OF_A_PACK:
        return True
    return kind is Kind.FACILITY and amount.unit in {"cells", "packs"} and not amount.per_year


def _scope(sentence: Sentence, amount: Measure, others: Sequence[Measure]) -> Scope:
    before = sentence.before(amount.span.start, 45)
    around = before + " " + sentence.after(amount.span.end, 30)
    if amount.change == "from":
        by = before.endswith(" by ") or " by " in amount.written  # "|by 8 GWh| to 20 GWh"
        return Scope.NEW if by else Scope.EXISTING
    if amount.change == "to":
        return Scope.TOTAL
    behind = sentence.after(amount.span.end, 60)
    if _EACH.search(before, sentence.opened) or _EACH_BEHIND.match(behind):
        return Scope.PHASE
    if _is_of_several(sentence, amount, behind):
        return Scope.TOTAL
    if _PHASE_OF.search(before, sentence.opened) and _A_WHOLE.match(behind):
        return Scope.TOTAL
    if _PHASE.search(around, sentence.opened):
        return Scope.PHASE
    if _TOTAL.search(before, sentence.opened):
        return Scope.TOTAL
    if _EXISTING.search(before[-25:], sentence.opened) or _NOW_BEHIND.match(behind):
        return Scope.EXISTING
    of_one = len(others) > 1 and amount is not others[-1] and all(other.unit == amount.unit for other in others)
    return Scope.PHASE if of_one and not _is_of_other_goods(behind) else Scope.NEW


# "800,000 tons |of iron phosphate and 1 million tons of| acid": each is of goods of its own
_OF_OTHER_GOODS = regex(
    r"^\s(?:(?:a|per)\syear\s)?of\s(?P<one>[a-z][\w-]*(?:\s(?!and\b)[\w-]+){0,3}),?\s(?:and|plus|as well as)\s"
    r"[\d.,]+\s?(?:million\s)?[\w-]+\s(?:(?:a|per)\syear\s)?of\s(?P<other>[a-z][\w-]*(?:\s[\w-]+)?)"
)


def _is_of_other_goods(behind: str) -> bool:
    found = _OF_OTHER_GOODS.match(behind)
    return found is not None and not found["one"].startswith(found["other"])


def _is_of_several(sentence: Sentence, amount: Measure, behind: str) -> bool:
    """Whether it is what several have together, or a whole site."""
    before = sentence.before(amount.span.start, 160)
    return bool(_TOGETHER.search(before, sentence.opened) or _TOGETHER_BEHIND.match(behind))
