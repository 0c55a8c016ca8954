"""Whether what is unveiled or launched are the goods themselves: of "a van with a new battery" the van is."""

from __future__ import annotations

import re

from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import either, regex

_GOODS = (
    r"(?:batter(?:y|ies)|(?:sub)?cells?|packs?|modules?|accumulators?|B?ESS|BMS|storage|anodes?|cathodes?|electrolytes?"
    r"|separators?|electrodes?|pouch(?:es)?|chemistr(?:y|ies)|energy density|supercapacitors?"
    rf"|{either('stores')}|containers?|LDES)"
)
_HEAD = (
    r"(?:systems?|technolog(?:y|ies)|tech|products?|solutions?|series|platforms?|lines?|line-?ups?|ranges?|portfolios?"
    r"|famil(?:y|ies)|generations?|blocks?|units?|cabinets?|materials?|foils?|designs?|prototypes?|samples?|breakthroughs?"
    r"|formats?|types?|sheets?|building|swapping|pro|max|plus|mini|ultra|innovations?|inverters?|models?|subsystems?|[a-z]+ly|\d\S*)"
)
# "a sodium-ion |battery ‘building block’ system|"; "its new |technology|" of a sentence that speaks of batteries
_NAMED = rf"\b(?i:{_GOODS})(?:[\s‘’'\"“”-]+(?i:{_GOODS}|{_HEAD}))*\W*$"
_ARE_NAMED = regex(_NAMED)
_ARE_GOODS = regex(rf"{_NAMED}|\b(?i:products?|generation|technolog(?:y|ies)|tech|solutions?|chemistry)\W*$")
_DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|globally|this|last|ahead|amid\w*"
    r"|next (?:week|month|quarter|year|spring|summer|autumn|fall|winter)"
)
_OF = r"(?<!type )(?<!kind )(?<!family )(?<!line )(?<!range )(?<!release )(?<!launch )of(?!\s(?:its|their)\b)"
_ENDS = regex(
    r"[;:()\[\]|!?–—]|\.(?!\d)|\s-\s|(?:^|\s)(?:with|for|that|which|who|in|at|on|to|from|by|as|but|during|using|designed"
    r"|aimed|capable|based|featuring|offering|boasting|delivering|powered|equipped|while|when|where|after|before|it|is"
    rf"|are|was|were|will|has|have|can|could|would|says?|{_OF}|{_DAYS})\b",
    re.I,
)
# "new cells |for vans| were launched", "a van |with cells| was"
_FOR_CARS = regex(r"\s(?:for|with)\s[^,;]*$")
# "a battery pack |assembly line|" is a plant, "a |product line|" goods
_A_WORKS = regex(r"\b(?:assembly|production|manufacturing)\slines?\W*$", re.I)
_JOINED = regex(r",|\band\b|\bor\b|&", re.I)
_HELPERS = regex(
    r"(?:^|\s)(?:(?:has|have|had|is|are|was|were|be|been|being|will|to|can|could|would|just|now|also|officially|finally"
    r"|set|due|expected|begin|start|today)\s+)*$"
)
_WITHIN = 140  # characters


def shows_goods(clause: Sentence, cue: Cue) -> bool:
    """Whether goods are the object of the word, or of a passive or of "X launched" its subject."""
    told = _object(clause, cue)
    if not told.strip(" ,") or told.lstrip().startswith(",") or aspect(clause, cue).passive:
        before = clause.before(cue.span.start, _WITHIN)
        return _ARE_GOODS.search(_FOR_CARS.sub("", before[: _start_of_verb(before)])) is not None
    if _A_WORKS.search(told):
        return False
    if any(_ARE_GOODS.search(each) for each in _JOINED.split(told)):
        return True
    # "its |first| vehicles powered by solid-state batteries": what is new of them are these
    return " first " in f" {told} " and any(chem.span.start > cue.span.end for chem in clause.chemistries)


def names_goods(clause: Sentence, cue: Cue) -> bool:
    """Whether the object of the word is called by what it is: "a home |battery|", not "a |solution|"."""
    told = _object(clause, cue)
    return not _A_WORKS.search(told) and any(_ARE_NAMED.search(each) for each in _JOINED.split(told))


def _object(clause: Sentence, cue: Cue) -> str:
    behind = clause.after(cue.span.end, _WITHIN)
    end = _ENDS.search(behind)
    return behind[: end.start() if end else len(behind)]


def _start_of_verb(before: str) -> int:
    helpers = _HELPERS.search(before)
    return helpers.start() if helpers else len(before)
