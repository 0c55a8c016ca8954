"""What a company makes in all: goals for all its plants, which are no single plant's size and no part of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from cellwire.claims.clauses.draft import Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, PLANTS, load_lexicon, regex

_GROWS = gated(
    r"\b(?:increas|expand|rais|boost|grow|lift|doubl|tripl|quadrupl)\w*\s(?:(?:its"
    r"|their)\s(?:[\w-]+\s){0,3}?(?:capacity"
    r"|output|production)|(?:[\w-]+\s){1,3}?production)\s[^;]{0,40}?\b(?:from\s\d[^;]{0,20}?)?\bto\s\d[^;]{0,40}?"
    r"\bby\s(?:the end of\s)?20\d\d\b",
    re.I,
)
_GLOBALLY = regex(r"^\W*(?:Globally|Worldwide|Overall|In total|Group-wide),?\s(?!the (?:plant|factory|project|site))")
_GOAL = regex(
    r"^\W*(?:Its|The (?:company|group|firm)['’]s)\s(?:[\w-]+\s)?(?:goal|target|aim|ambition)\s(?:is|was|remains)\sto\s"
    r"(?:produce|make|reach|have|supply)\b"
)
_SUBJECT = (
    r"^\W*(?:The (?:[A-Z]\w+\s)?(?:company|group|firm|maker|start-?up|developer|producer|miner|supplier"
    r"|carmaker|utility)|It"
    r"|(?:Its|[A-Z]\w+['’]s) (?:parent|owner|group)(?: company)?(?:,? [A-Z][\w ]{1,30}?,?)?|[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
# "The developer has 2.5 GWh of projects in operation"
_HOLDS = regex(
    rf"{_SUBJECT}\s(?:(?:also|now|already|currently|today)\s){{0,2}}(?:has|operates|owns|runs|manages"
    rf"|holds)\s(?:[\w-]+\s){{0,3}}?"
    r"[\d.,]+\s?(?:GWh?|MWh?|gigawatt\S*|megawatt\S*|tonnes|tons)\sof\s(?:[\w-]+\s){0,4}?"
    r"(?:projects|assets|systems|batteries|storage|capacity)\s(?:(?:already|now|currently)\s)?"
    r"(?:in (?:operation|service|development|the pipeline|use)|under (?:construction|development|management)|installed"
    r"|worldwide|globally|across|around|in (?:the\s)?[A-Z]|in (?:the\s)?(?:western|eastern|northern|southern))"
)
# "Together with its plant in Nevada, it will have 73 GWh"
_TOGETHER = regex(
    rf"^\W*(?:Together|Combined|Along|Taken together)\swith\s(?:its|the|their)\s(?:[\w-]+\s){{0,3}}?(?:{PLANT}"
    rf"|{PLANTS}|line)\b"
)
# "The group wants to have 5 GWh by 2030"
_MEANS_TO_HAVE = regex(
    rf"{_SUBJECT}\s(?:also\s)?(?:wants|aims|plans|intends|hopes|had\s(?:planned|wanted|aimed|intended|hoped))\sto\s"
    r"(?:have|reach|command)\s(?:[\w-]+\s){0,6}?[\d.,]+\s?(?:GWh|gigawatt|tonnes|tons)[^;]*"
    r"\bby\s(?:the end of\s)?(?:[A-Z][a-z]+\s)?(?:20\d\d|the)\b"
)
_IN_AN_ASIDE = regex(r",\s(?:which|who|whose)\s(?:[^,]|,(?=\d))*,")
_A_PLANT = gated(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor\w+|mines?|facilit\w+|sites?|refiner\w+|bases?|projects?|lines?)\b"
)


def is_of_a_whole(clause: Sentence) -> bool:
    """Whether a clause speaks of what a company makes in all, and names no plant and no place.

    "Alder is to increase its output from 34 GWh to 110 GWh by 2020", "Globally, Alder aims to make 28 GWh".
    """
    if not clause.headline and (is_what_it_holds(clause) or _means_to_have(clause)):
        return True
    if clause.headline or clause.places or clause.countries or _A_PLANT.search(clause.text, clause.opened):
        return False
    if any(whole.match(clause.text) for whole in (_GLOBALLY, _GOAL)):
        return True
    return _GROWS.search(clause.text, clause.opened) is not None


def is_what_it_holds(clause: Sentence) -> bool:
    """Whether it says how much a company has or will have in all: "has 2.5 GWh of projects in operation"."""
    return (_HOLDS.match(clause.text) or _TOGETHER.match(clause.text)) is not None


def _means_to_have(clause: Sentence) -> bool:
    """Whether it says what a company wants to have one day, whatever stands in an aside on it."""
    told = _IN_AN_ASIDE.sub("", clause.text, count=1)
    if not _MEANS_TO_HAVE.match(told) or _A_PLANT.search(told, clause.opened):
        return False
    return not any(spot.name in told for spot in (*clause.places, *clause.countries))


def is_of_one_plant(draft: Draft) -> bool:
    """Whether what tells something names what is built, and not what its company means to have in all."""
    return draft.thing is not None and draft.rule != "facility.aim" and not is_of_a_whole(draft.clause)


# "its |American| capacity", "the company's |anode| output"
_IN_ALL = gated(
    r"\b(?:its|their|the\s(?:company|group|firm|maker|carmaker)['’]s)\s(?P<of>(?:[\w-]+\s){1,4}?)"
    r"(?:capacity|output|production)\b",
    re.I,
)
_PARTS = frozenset({"european", "asian", "african", "american", "domestic", "overseas", "foreign", "regional"})
_OF_ONE_BATTERY = frozenset({"cell", "pack", "vehicle", "recycling"})  # of these one word can mean the other


def is_of_a_region(clause: Sentence, until: int) -> bool:
    """Whether words before a size speak of all that a company has in a part of the world: "its American capacity"."""
    words = (word for owned in _in_all(clause, until) for word in owned["of"].split())
    return any(word.lower() in _PARTS or load_lexicon().demonym(word) for word in words)


def is_of_other_goods(clause: Sentence, made: Set[str], until: int) -> bool:
    """Whether words before a size speak of all that a company makes of goods that are not among those `made`.

    "Its anode capacity", behind a plant for cathodes.
    """
    base = clause.span.start
    for owned in _in_all(clause, until):
        told = {spot.id for spot in clause.products if owned.start("of") <= spot.span.start - base < owned.end("of")}
        if made and told and not told & (made | _OF_ONE_BATTERY):
            return True
    return False


def _in_all(clause: Sentence, until: int) -> Iterator[re.Match[str]]:
    for owned in _IN_ALL.finditer(clause.text, clause.opened):
        if clause.span.start + owned.end() <= until:
            yield owned
