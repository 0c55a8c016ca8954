"""Whether what stands behind a name is what companies do and own."""

from __future__ import annotations

import re

from cellwire.claims.actors.naming.forms import any_of
from cellwire.claims.actors.naming.runs import Around, is_unheard
from cellwire.claims.gates import gated
from cellwire.lexicon import regex

_DOES = any_of("deeds") + r"\b"
_TRADES = any_of("trades")
# "Alder said |on Tuesday it would| build": a firm says what "it" will do, and a person that "it was hard"
IT_WOULD = (
    r"(?:(?:late|early)\s)?(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\s(?:that\s)?"
    r"it\s(?:would|will|had|has|plan(?:s|ned)|expect(?:s|ed)|intend(?:s|ed)|aim(?:s|ed)|is\s(?:to|building|planning))\b"
)
BUSINESS_AFTER = regex(
    rf"^(?:'s)?(?:,\s[^,.;]{{1,60}},)?\s(?:(?:has|have|had|will|would|is|was|are|also|recently|today|officially|now|"
    rf"already|says it|said it|plans? to|formally|successfully|reportedly|currently|just)\s){{0,3}}{_DOES}"
    rf"|^\ssaid\s{IT_WOULD}\s{_DOES}"
)
_GOODS = r"(?:[\w-]+\s){0,3}?(?:cells|batteries|packs|cathodes?|anodes?|lithium)"
# a headline's future: "Alder to build"
_TO_DO = regex(rf"^\sto\s(?:[a-z]+ly\s)?(?:{_TRADES}|receive\s{_GOODS})\b")
# "has forced |Alder Zellwerke| to suspend operations"
_MADE_TO = gated(
    r"\b(?:forced|forces|forcing|prompted|prompts|allowed|allows|enabled|enables|obliged|obliges|led|leads|cleared"
    r"|authorised|authorized|permits"
    r"|permitted) $"
)
_TO_HALT = regex(
    rf"^\sto\s(?:[a-z]+ly\s)?(?:{_TRADES}|suspend|stop|close|cut|idle|lay off|file|resume|restart|reopen|shutter"
    r"|curtail)\b"
)
_OWNS = regex(
    r"^'s?\s(?:(?:[\w/-]+|\d[\d.,]*\s?GWh|[$€£]\d[\d.,]*)\s){0,4}?(?:plant|factory|gigafactory|facility|mine|refinery|"
    r"[Bb]atter(?:y|ies)|cells?|subsidiary|unit|project|products?|technology|shareholders?|board|production|capacity"
    r"|site|stake|"
    r"order|contract|fundrais\w+|funding|financing|cathode|anode|electrolyte|separator|lithium|graphite|nickel|"
    r"vehicles?|cars?|trucks?|buses|models?|vans?|sedans?|SUVs?|ferr(?:y|ies)|vessels?|hatchbacks?|pickups?|saloons?"
    r"|lorr(?:y|ies)|tractors?|scooters?|mines?|smelter"
    r"|shares?|customers?)\b"
)
_PLACE_BEFORE = regex(r"\b(?:in|at|near|outside|around|across|throughout|within|from|to)\s(?:the\s)?$", re.I)
_GIVEN_BEFORE = gated(r"\b(?:with|by|from|to|between|against)\s(?:[A-Z][a-z]+(?:'s)?\s)?$")
FINITE_AFTER = regex(
    r"^(?: (?:of|in) [A-Z]\w+)?(?:,\s[^,.;]{1,60},)?\s(?:has|have|had|will|would|is|was|are|were|says|said|also|"
    r"plans|wants|hopes|now"
    r"|can|could|may|took|put|made|went|gave|won|broke|built|began|bought|sold|laid|cut|let|kept|brought|led|"
    r"got|held|hit|lost|met"
    r"|paid|ran|set|shut|stood|takes|puts|goes|gives|keeps|moves|wants|needs|[a-z]{3,}ed)\b"
)


_VENTURES = (" JV", " joint venture")
# "the cuts hit |Peak|'s battery factory": a plain word with a capital and a plant is a name
OWNS_A_PLANT = regex(
    r"^'s?\s(?:[a-z-]+\s)?(?:battery|cell|pack|cathode|anode|separator|electrolyte)\s(?:plant|factory|gigafactory)\b"
)


_ITS_BATTERY = regex(
    r"^['’]s?\s(?:[a-z-]+\s){0,2}(?:battery|batteries|cells?|packs?)\b(?!\s(?:plant|factory|unit|business))"
)


def _is_a_device(run: Around) -> bool:
    """Whether a name of several words is what has a battery: "the |Ostra Trail|'s battery"."""
    return " " in run.name and run.before.endswith((" the ", "The ")) and _ITS_BATTERY.match(run.after) is not None


def acts(run: Around, opened: frozenset[str]) -> bool:
    """Whether it does what companies do, owns what they own, or is dealt with."""
    if run.after.startswith(_VENTURES) or (_OWNS.match(run.after) and not _is_a_device(run)):
        return True
    if _GIVEN_BEFORE.search(run.before, opened):
        return run.often and not run.name.isupper()
    if _PLACE_BEFORE.search(run.before[-20:]):
        return False
    if not run.before.strip() and _TO_DO.match(run.after):
        return True
    if _MADE_TO.search(run.before, opened) and _TO_HALT.match(run.after):
        return True
    foreign = all(map(is_unheard, run.name.split()))
    return bool(BUSINESS_AFTER.match(run.after)) or ((run.often or foreign) and bool(FINITE_AFTER.match(run.after)))
