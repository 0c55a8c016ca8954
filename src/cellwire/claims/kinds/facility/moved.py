"""Production that comes later or sooner than it was to, whether or not a plant is named."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of

_OUTPUT = r"(?:production|output|ramp-?up|start-?up|start of production|commissioning)"
_FIRST = (
    r"first\s(?:[\w-]+\s){0,2}?"
    r"(?:production|output|lithium|cells?|concentrate|carbonate|hydroxide|nickel|cobalt|graphite|anodes?|cathodes?|product)"
)
_LATER = (
    r"(?:delay(?:s|ed|ing)?|push(?:es|ed|ing)?\s(?:back|out)|postpon(?:es?|ed|ing)|defer(?:s|red|ring)?"
    r"|put(?:s|ting)?\s(?:back|off)|put on hold)"
)
# "will begin |in 2027 instead of 2026|", "from 2028, not in 2026 as planned"
_INSTEAD_OF = gated(
    r"\b(?P<at>in|from|by|until|to)\s(?:[\w-]+\s(?:of\s)?){0,3}?(?P<new>20\d\d),?\s"
    r"(?:instead of|rather than|and not|not)\s"
    r"(?:in\s|by\s|from\s)?(?:[\w-]+\s(?:of\s)?){0,3}?(?P<old>20\d\d)\b",
    needs="instead rather not",
)
_MADE = gated(rf"\b(?:{_OUTPUT}|{_FIRST})\b", re.I)
# "|delays| lithium hydroxide output to", "has pushed back cathode production", "delays to first production"
_MOVES = gated(
    rf"\b(?P<verb>{_LATER})\s(?:of\s|to\s|in\s)?(?:(?:its|the|their|planned)\s)*(?:start of\s)?"
    rf"(?:(?!(?:to|by|until|for|at|because|due)\s)[\w-]+\s){{0,4}}?(?:{_OUTPUT}|{_FIRST})\b",
    re.I,
    needs="delay delays delayed delaying push pushes pushed pushing postpone postpones postponed postponing "
    "defer defers deferred deferring put puts putting",
)
# "|production| of lithium hydroxide will be delayed", "the ramp-up in Gwangyang has slipped to"
_IS_MOVED = gated(
    rf"\b(?:{_OUTPUT}|{_FIRST})\b[^.;,]{{0,70}}?\s"
    r"(?:(?:will|would|is|are|was|were|has|have|had|been|be|to|now|again)\s){1,4}"
    r"(?P<verb>delayed|pushed (?:back|out)|postponed|deferred|put (?:back|off)|put on hold|slipped)\b"
    rf"|\b(?:{_OUTPUT}|{_FIRST})\s(?:(?:of|at|in|from)\s[^.;,]{{1,50}}?\s)?(?P<slips>slips)\b",
    re.I,
    needs="production output ramp rampup start startup commissioning first",
)
# "|first output| is now |planned| for the second half of 2027, nine months later than"
_EXPECTED = gated(
    rf"\b(?:{_OUTPUT}|{_FIRST})\b[^.;]{{0,70}}?\s(?P<verb>expected|due|planned|scheduled|targeted|seen|forecast)\b"
    r"[^.;]{0,70}?\s(?:later|behind)\s(?:than\b|schedule\b)",
    re.I,
    needs="production output ramp rampup start startup commissioning first",
)
# "output of anode material |would not begin until| 2028"
_NOT_UNTIL = gated(
    rf"\b(?:{_OUTPUT}|{_FIRST})\b[^.;,]{{0,70}}?\s(?:will|would|is|are)\snot\s(?:to\s|now\s|expected\s)*"
    r"(?P<verb>start|begin|commence|come|be reached)\b[^.;,]{0,20}?\s(?:until|before)\b",
    re.I,
    needs="production output ramp rampup start startup commissioning first",
)
# "whose opening |had been planned for 2026|, will |now| open in 2028"
# "first production is |now expected| a year later"
_NOW_EXPECTED = gated(
    r"\bnow\s(?P<verb>expected|due|planned|scheduled|seen)\b[^.;,]{0,30}?\b(?:year|years|quarters?|months)\slater\b",
    needs="now",
)
_NOW_LATER = gated(
    r"\b(?:was|were|had)\s(?:been\s|to\s){0,2}(?:planned|due|scheduled|expected|meant|supposed|open|start|begin)\s"
    r"(?:[\w’'-]+\s){0,6}?(?P<old>20\d\d),?\s(?:[\w’'-]+\s){0,5}?(?:will|is|are)\s(?P<verb>now|only)\s"
    r"(?:[\w’'-]+\s){0,6}?(?P<new>20\d\d)\b",
    needs="now only",
)
_SOONER = gated(
    r"\b(?P<verb>br(?:ings?|inging|ought)\sforward|mov(?:es?|ed|ing)\sup|accelerat(?:es?|ed|ing))\s"
    rf"(?:(?:its|the|their|planned)\s)*(?:start of\s)?(?:[\w-]+\s){{0,3}}?(?:{_OUTPUT}|{_FIRST})\b[^.;]{{0,60}}?"
    r"\b(?:to|by|into|from)\s(?:[\w-]+\s){0,5}?(?:20\d\d|months|year|half|quarter)\b",
    re.I,
    needs="bring brings bringing brought move moves moved moving accelerate accelerates accelerated accelerating",
)


def moved(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant, or the goods of one, whose production is put off or brought forward."""
    named = clause.find(*THINGS)
    output = named or (_makes_goods(clause) and _MADE.search(clause.text, clause.opened))
    if output and (match := _INSTEAD_OF.search(clause.text, clause.opened)) and match["new"] > match["old"]:
        return _told(clause, match, "at", "delayed")
    if named and (match := _NOW_LATER.search(clause.text, clause.opened)) and match["new"] > match["old"]:
        return _told(clause, match, "verb", "delayed")
    if not (named or _makes_goods(clause)):
        return None
    for pattern in (_NOW_EXPECTED, _MOVES, _IS_MOVED, _EXPECTED, _NOT_UNTIL):
        if match := pattern.search(clause.text, clause.opened):
            return _told(clause, match, str(match.lastgroup), "delayed")
    match = _SOONER.search(clause.text, clause.opened)
    return _told(clause, match, "verb", "announced") if match else None


# "|mass production| of its new cells has been put off" is of the product, unless it says where
_IN_SERIES = gated(r"\b(?:mass|series|volume|serial)[ -]production\b", re.I)


def _makes_goods(clause: Sentence) -> bool:
    of_a_product = _IN_SERIES.search(clause.text, clause.opened) and not clause.places
    return not of_a_product and any(spot.id != "vehicle" for spot in clause.products)


def _told(clause: Sentence, match: re.Match[str], group: str, stage: str) -> tuple[Cue, Sign] | None:
    verb = cue_of(clause, match, group, "facility_verb.produce")
    how = aspect(clause, verb)
    if how.possible:
        return None
    return next(iter(clause.find(*THINGS)), verb), Sign(stage, verb, how, "moved", True)
