"""Figures of the market: rankings, shipments, shares, prices, sales."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import distinct, groups
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_FIGURE = gated(r"\d|\b(?:record|largest|biggest|first|second|third|top|half)\b", re.I)
_BATTERY = gated(
    r"\b(?:batter\w+|lithium|cobalt|nickel|graphite|cathodes?|anodes?|LFP|NCM|GWh|energy storage|cells?|spodumene|"
    r"carbonate|hydroxide|\d[\d.,]*\s?GWh)\b",
    re.I,
)
_STRONG = regex(
    r"market share|share of|production|output|shipment|installation|consumption|ranking|ranked|rank|per kwh|price|"
    r"year-on-year|yoy|y/y|top ten|top 10|"
    r"usage|installed|spot|revenue|profit|net loss|sales|exports|imports|overcapacity|world's largest|largest|"
    r"biggest|stockpile|demand|output of|production volume",
    re.I,
)


_WEAK = frozenset({"production", "output", "battery production", "demand", "sales", "price", "prices"})
_COMPARED = regex(
    r"%|\bper ?cent\b|\b(?:compared|year-on-year|than in|from a year|same (?:month|period|quarter)|since 20\d\d)\b",
    re.I,
)


# "lithium carbonate fetched 587,000 yuan a tonne", "cars were fitted with 34.3 GWh of batteries"
_PRICED = gated(
    r"\b(?:lithium|carbonate|hydroxide|spodumene|nickel|cobalt|graphite|cells?|packs?|"
    r"batter\w+)\b[^.;]{0,60}\b(?:cost|costs|fetched|sold for"
    r"|traded at|priced at|stood at|was at|fell (?:to|below)|rose (?:to|above)|"
    r"reached)\b[^.;]{0,30}\d[\d.,]*[^.;]{0,20}\b(?:a|per) "
    r"(?:tonne|tons?|kilogram|kg|kwh|kilowatt)\b",
    re.I,
    needs="tonne ton tonnes tons kilogram kg kwh kilowatt",
)
_FITTED = gated(
    r"\b(?:carried|fitted with|installed|loaded|used)\b[^.;]{0,25}\d[\d.,]*\s?GWh of\b[^.;]{0,30}\bbatter",
    re.I,
    needs="gwh",
)


# "the share price is climbing 10% to 11 cents", "sent the miner's shares up 14 per cent": what a firm is worth
_OF_SHARES = gated(
    r"\b(?:(?:share|stock) prices?|(?:share|stock)s? (?:rose|fell|jump\w*|surg\w*|soar\w*|climb\w*|plung\w*|slump\w*"
    r"|tumbl\w*|drop\w*|gain\w*|slid\w*|sank|clos\w+|trad\w+|were|was|are|is)"
    r"|(?:['’]s|[A-Z]\w+) shares (?:on the|up|down|in)|[Ss]hares (?:of|in) (?:[a-z-]+ ){0,3}[A-Z]\w*|market cap\w*)\b",
    needs="share shares stock stocks market",
)
_RANKS = frozenset(
    [
        *("world's largest", "world's biggest", "largest maker", "largest producer", "biggest battery maker"),
        *("largest battery maker", "third biggest", "second-largest", "market leader"),
    ]
)
_IS_IT = regex(
    r"\b(?:is|are|was|were|be|been|becom\w+|became|remain\w*|as|to|rank\w*|overt\w+|dethron\w+|named)\s[^,;]*$"
)
_WHO = regex(r"[^,;]{0,50}\s(?:is|are|was|were|remains?)\b")


def _tells_a_rank(clause: Sentence, cue: Cue) -> bool:
    """Whether it says who is first, and not only who somebody is: "Alder, the |world's largest| maker, plans"."""
    return bool(_IS_IT.search(clause.before(cue.span.start, 60)) or _WHO.match(clause.after(cue.span.end, 70)))


_OF_A_FIRM = frozenset(
    {"price", "prices", "world's largest", "world's biggest", "largest producer", "quarterly", "earnings"}
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    told = _priced(clause) or _moved(clause)
    if told is None:
        return
    rule, cue = told
    whole = scene.sentences[clause.index]  # a ranking goes through the sentence, whatever clauses it has
    named = distinct(name for group in groups(whole) for name in group.names if name.kind != "government")
    actors = tuple(Actor(name, Role.SUPPLIER) for name in named)
    yield Draft(Kind.MARKET, "reported", clause, cue.span, f"market.{rule}", aspect(clause, cue), actors, strength=0.5)


def _priced(clause: Sentence) -> tuple[str, Cue] | None:
    """A price a tonne, or what was fitted to cars in a month: told without any word of the market."""
    if clause.cues and (_PRICED.search(clause.text, clause.opened) or _FITTED.search(clause.text, clause.opened)):
        return "price", clause.cues[0]
    return None


def _moved(clause: Sentence) -> tuple[str, Cue] | None:
    """A figure of the market that rises, falls, ranks or is compared."""
    figures = [cue for cue in clause.find("market.figure") if _STRONG.search(cue.written)]
    figures = [cue for cue in figures if cue.written not in _RANKS or _tells_a_rank(clause, cue)]
    if _OF_SHARES.search(clause.text, clause.opened):
        figures = [cue for cue in figures if cue.written not in _OF_A_FIRM]
    if not figures or not _FIGURE.search(clause.text, clause.opened) or not _BATTERY.search(clause.text, clause.opened):
        return None
    if not clause.find("market.move") and not clause.headline:
        return None
    if all(cue.written in _WEAK for cue in figures) and not _COMPARED.search(clause.text):
        return None
    return "figure", figures[0]
