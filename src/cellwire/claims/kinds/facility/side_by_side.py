"""Plants that one clause tells side by side, each with a site and with a plant's noun, a size or a sum of its own.

"A cell plant in Szolnok |and a cathode plant in Debrecen|", "20 GWh in Michigan, |30 GWh in Ohio|",
"plants in Szolnok (15 GWh) |and Oradea (10 GWh)|".
"""

from __future__ import annotations

from msgspec.structs import replace

from cellwire.claims.clauses import Draft, part, place_of
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import PLANT, regex
from cellwire.model import REACHED, Span

_FIGURE = r"(?:(?:about|around|some|nearly|over|up to|another|a further)\s)?(?:US|A|C)?[$€£¥]?\d"
_NOUN = (
    rf"(?:(?:an?|another|its|the)\s(?:[\w$€£.,-]+\s){{0,5}}?(?:{PLANT}|line|works|hub)\b"
    r"|(?:one|another)\s(?:with|of|in|for)\b)"
)
_VERB = r"(?:(?!in\b|at\b|on\b|for\b|with\b|near\b)[a-z]+\s){0,4}?"
_TOWN = r"(?:in\s|at\s)?[A-Z][\w'’. -]{1,30}?(?:,\s[A-Z][\w. ]{1,20})?\s\(\d"
_AND = regex(
    rf"(?P<at>(?:,?\sand|,?\sas well as|,?\splus)\s)(?={_VERB}{_NOUN}|{_FIGURE}|{_TOWN})"
    rf"|(?P<comma>,\s)(?={_NOUN}|{_FIGURE}|{_TOWN})"
)
_SITED = frozenset({"city", "town", "park", "site", "region"})
_OWN_FIGURE = regex(
    r"\d\s?(?:[GM]Wh|gigawatt|megawatt|tonnes|tons|metric|t\b|tpa)|[$€£¥₩]\s?\d|\d\s?(?:million|billion"
    r"|trillion|m|bn)\b",
)


def parts_of(clause: Sentence) -> list[Sentence]:
    """The clause cut before its second plant, its third and so on; empty where it tells of one."""
    if sum(spot.level in _SITED for spot in clause.places) < 2:
        return []
    parts, rest = [], clause
    for match in _AND.finditer(clause.text):
        at = clause.span.start + match.start()
        if at <= rest.span.start:
            continue
        first = part(clause, Span(rest.span.start, at))
        second = part(clause, Span(at + _comma(match[0]), clause.span.end))
        if _stand_apart(first, second):
            parts.append(first)
            rest = second
    return [*parts, rest] if parts and parts[0].find(*THINGS) else []


def _comma(joined: str) -> int:
    """Where a part starts behind what joins it: with its "and", without a comma."""
    return len(joined) - len(joined.lstrip(", "))


def _stand_apart(first: Sentence, second: Sentence) -> bool:
    here, there = place_of(first, first.span), place_of(second, second.span)
    if here is None or there is None or not {here.level, there.level} <= _SITED or _nest(here, there):
        return False
    if any(not name.referred for name in second.names):
        return False
    if first.has("investment.invest") and not _OWN_FIGURE.search(second.text):
        return False  # one sum for both is one investment
    return _tells_of_one(first) and _tells_of_one(second)


def _nest(one: Spot, other: Spot) -> bool:
    return one.id == other.id or one.id.startswith(f"{other.id}-") or other.id.startswith(f"{one.id}-")


def _tells_of_one(part: Sentence) -> bool:
    return bool(part.find(*THINGS)) or _OWN_FIGURE.search(part.text) is not None


def told_of_each(told: list[list[Draft]], parts: list[Sentence]) -> list[Draft]:
    """What is told of each: of a later one what its own verb says, else what was said of the first."""
    if len(told[0]) != 1 or any(len(each) > 1 for each in told):
        return []
    first = told[0][0]
    return [first, *(_like(first, own, behind) for own, behind in zip(told[1:], parts[1:], strict=True))]


def _like(first: Draft, own: list[Draft], behind: Sentence) -> Draft:
    if not own:
        thing = next(iter(behind.find(*THINGS)), None)
        at = thing.span if thing else Span(behind.span.start, behind.span.start + 1)
        return replace(first, clause=behind, trigger=at, thing=thing, product=None)
    other = own[0]
    bare = any(cue.span == other.trigger and cue.form == "base" for cue in behind.cues)
    stage = "announced" if bare and other.stage in REACHED else other.stage  # "will close A and |open| its plant in B"
    return replace(other, actors=first.actors, stage=stage)
