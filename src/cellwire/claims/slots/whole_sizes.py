"""Sizes of a whole: what a country, a company or several plants make together.

"Japan's annual battery capacity", "a combined capacity of 60 GWh", "Alder's capacity in Europe".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle, is_of_a_region, is_of_other_goods
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.goals import is_a_goal
from cellwire.claims.slots.other_plants import is_first_told
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Span

# "starts production at its |planned| 16 GWh factory", "is |ready to raise output to| 54 GWh": it has not got it yet
_PLANNED = gated(r"\b(?:planned|proposed|future|intended|envisaged)\s(?:up to |about )?$", re.I)
_PLANT_BEHIND = regex(rf"^(?:\s[\w-]+){{0,3}}?\s{PLANT}\b", re.I)
_IN_THE_BUILDING = regex(r"^\s(?:is|are)\s(?:still\s)?under construction\b")
_COULD = gated(
    r"\b(?:ready|able|possible|potential|could|may|might)\b[^.;]*\b(?:ramp|increas|rais|expand|boost|grow|lift"
    r"|scal)\w*\b[^.;]*\bto\s$",
    re.I,
)
_IS_POSSIBLE = regex(r"^[^.;]{0,40}\b(?:is|are|seems|looks) (?:possible|feasible|an option)\b", re.I)


def is_to_come(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a plant that runs is only planned to have it, or could."""
    if home.kind is not Kind.FACILITY or home.lead.stage != "operating":
        return False
    before, after = clause.before(value.start, 120), clause.after(value.end, 60)
    if _PLANNED.search(before, clause.opened) and (_PLANT_BEHIND.match(after) or _IN_THE_BUILDING.match(after)):
        return True
    return _COULD.search(before, clause.opened) is not None or _IS_POSSIBLE.match(after) is not None


def is_of_all(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is a country's, or its maker's or several plants' where it stands behind what first tells a plant."""
    if _is_a_lands(value, clause, _LANDS_OWN) or _is_brought_to(value, clause):
        return True
    if home.kind is not Kind.FACILITY or is_first_told(clause, home) or _counts_the_same(clause, home):
        return False
    if is_a_goal(value, clause, home):
        return True
    if is_of_a_region(clause, value.end) or is_of_other_goods(clause, home.goods(beside=clause), value.end):
        return True
    return _is_whole(value, clause, clause.before(value.start, 400), clause.after(value.end, 80))


_BRINGING = gated(r"\b(?:bring|lift|rais|tak|boost)(?:e|es|s|ing)\s(?:the\s)?$")


def _is_brought_to(value: Span, clause: Sentence) -> bool:
    """ "A 30 GWh plant, bringing |Alder's total capacity| to 160 GWh"."""
    return any(
        _OF_A_MAKER.match(clause.after(name.said.end, 70))
        and _BRINGING.search(clause.before(name.said.start, 14), clause.opened)
        for name in clause.names
        if name.said.end < value.start
    )


_LANDS_OWN = regex(
    r"^['’]s\s(?:(?:annual|total|current|overall|domestic|installed|storage|battery|batteries|cell|lithium|graphite)\s){1,5}"
    r"(?:production\s)?(?:capacity|output|production)\b"
)
_LAND_HAS = regex(
    r"^(?:['’]s\s(?:[\w-]+\s){0,5}(?:capacity|output|production)"
    r"|\s(?:now |currently |already |will |is to )?(?:has|had|have)"
    r"|\s(?:wants|aims|plans|hopes|intends|expects|is expected|is set|targets|is on course)\s(?:to|an?|\d)"
    r"|\s(?:will |is to )?(?:ma[dk]es?|produced?s?|mine[sd]?|export(?:s|ed)?|needs?)"
    r"|\s(?:was|is|ranks|ranked)\s(?:[\w'’-]+\s){1,4}?(?:producer|supplier|maker|market|exporter))\b"
)
_WHERE = regex(r"\b(?:in|of|from|to|for|near|across|outside)\s(?:the\s)?$", re.I)  # "its plant |in| Hungary has"
_WHOLE = gated(
    r"\b(?:global|worldwide|combined|company-wide|group-wide|nationwide)\s(?:[\w-]+\s){0,4}?(?:capacity|output"
    r"|production)\b"
    r"|\b(?:worldwide|globally|combined),|\b[Tt]ogether,?\s(?:they|the two|both|these)\b"
    r"|\b(?:two|three|four|five|six|all|both)\s(?:[\w-]+\s){0,3}?"
    rf"{PLANTS}\s(?:have|has|will|would|with|can|could|are|give)\b"
    rf"|\b(?:two|three|four|five|six)\s(?:[\w-]+\s){{0,3}}?{PLANTS}\b[^;.]*"
    r"\bwith an? (?:total|combined|overall)\s(?:[\w-]+\s){0,3}?(?:capacity|output)\b"
    rf"|\b(?:has|operates|runs|owns)\s(?:[\w-]+\s){{0,3}}?{PLANTS}\b[^;.]*"
    rf"|\bwith (?:all|both)\s(?:of its\s|its\s)?(?:(?:two|three|four|five|six)\s)?{PLANTS}\b",
    re.I,
)
_WHOLE_BEHIND = regex(
    r"^\s(?:[\w-]+\s){0,3}?in\s[A-Z]\w+(?:\s[A-Z]\w+)?,\s[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)*,?\sand"
    r"\s[A-Z]"
    r"|^\sof\s(?:[\w-]+\s){0,3}?(?:capacity|output|production)\s(?:in|across)\s"
    r"(?:North America|South America|Europe|Asia)\b"
    rf"|^[^,;.]{{0,70}}\b(?:worldwide|globally|nationwide|{PLANTS} combined"
    rf"|(?:across|at|through|from|with|between) (?:its|all|both|their|two|three|four|five|six|\d+)"
    rf" (?:[\w-]+ ){{0,3}}{PLANTS})\b",
    re.I,
)
_OF_A_MAKER = regex(
    r"^['’]s?\s(?:[\w-]+\s){0,3}?(?:capacity|output|production)\sin\s(?:Europe|Asia|Africa|North America|South America"
    r"|Latin America|the (?:region|country|US|United States|EU))\b"
    r"|^['’]s?\s(?:own\s)?(?:total|overall|combined|current|existing|company-wide)\s(?:[\w-]+\s){0,4}?(?:capacity|output"
    r"|production)\b"
)


def _is_a_lands(value: Span, clause: Sentence, has: re.Pattern[str]) -> bool:
    """ "Japan's annual storage battery production capacity": no plant's, also where a plant is to add to it."""
    return any(
        spot.level in {"country", "area"}
        and has.match(clause.after(spot.span.end, 60))
        and (has is _LANDS_OWN or not _WHERE.search(clause.before(spot.span.start, 12)))
        for spot in (*clause.countries, *clause.places)
        if spot.span.end < value.start
    )


# "Its |long-term plans| are to open more facilities, for 150,000 tonnes", "|Long term|, it aims at 1,000 GWh"
_LONG_TERM = gated(
    r"(?:(?:^\W*|[\"“]|\b(?:think|believe|that|and|but)\s)(?:[Ii]n the )?|\bin the )[Ll]ong(?:er)?[- ](?:term|run),"
    r"|\b[Ll]ong(?:er)?-term\s(?:plans?|goals?|targets?|ambitions?|aims?|visions?)\b",
    needs="long long-term longer longer-term",
)
_THE_PLANT = regex(rf"\b(?:the|this|its)\s(?:[\w-]+\s){{0,2}}{PLANT}\b", re.I)


def _is_long_term(clause: Sentence) -> bool:
    """Whether it speaks of what a company means to have one day, and not of the plant."""
    return _LONG_TERM.search(clause.text, clause.opened) is not None and not _THE_PLANT.search(clause.text)


def _is_whole(value: Span, clause: Sentence, before: str, after: str) -> bool:
    if _is_long_term(clause):
        return True
    if any(_OF_A_MAKER.match(clause.after(name.said.end, 70)) for name in clause.names if name.said.end < value.start):
        return True
    whole = _WHOLE.search(before, clause.opened) or _WHOLE_BEHIND.match(after)
    return bool(whole) or _is_a_lands(value, clause, _LAND_HAS)


_COUNTED = regex(rf"\b(two|three|four|five|six)\s(?:[\w-]+\s){{0,4}}?{PLANTS}\b", re.I)
_BOTH = gated(r"\btogether,?\s(?:they|both)\s(?:will|would|can|could|are|should)\b", re.I)


def _counts_the_same(clause: Sentence, home: Bundle) -> bool:
    """Whether what is told of is several from the start: "opened three plants", then "together, the three plants"."""
    first = _COUNTED.search(home.drafts[0].clause.text)
    if first and _BOTH.search(clause.text, clause.opened):
        return True
    return first is not None and first[1].lower() in {each[1].lower() for each in _COUNTED.finditer(clause.text)}
