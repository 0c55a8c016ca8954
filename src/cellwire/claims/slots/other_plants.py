"""Sizes of another plant than the one that is told of: a second one, one in another town or land, all of its company.

"Its factory in Iksan, South Korea, makes 12 GWh" behind a plant in Spain, "a second |34 GWh| plant".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle, is_of_a_whole, is_of_one_plant, is_told_in, ordinals_of
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, load_lexicon, regex
from cellwire.model import Kind, Span


def is_of_another_plant(value: Span, clause: Sentence, home: Bundle) -> bool:
    if _is_another_plants(value, clause, home):
        return True
    if home.kind is not Kind.FACILITY:
        return False
    if _is_of_what_is_added(value, clause, home) or _is_of_other_goods(clause, home):
        return True
    if not is_first_told(clause, home) and _OTHER_ONE.match(clause.text):
        return True
    return _is_abroad(clause, home) or _is_at_another(value, clause, home) or _goes_beyond(clause, home)


_REACH = 400  # characters
_LOOKS_FOR = gated(
    r"\b(?:looking|searching|scouting|hunting) for (?:an? |the )?(?:\w+ )?(?:sites?|locations?|place)\b.* for an?\b",
    needs="looking searching scouting hunting",
)
_ANOTHER = gated(
    r"\b(?P<nth>second|third|fourth|fifth|another|other|separate)\s(?:(?:one\s)?(?:with|of)\s(?:about |around "
    r"|some |up to )?)?$",
    re.I,
)

_FOLLOWS = regex(
    r"^\s(?:(?:will|would|is to|are to|should)\s)?(?:follow|be added|come)"
)  # "another |4 GWh| will follow"


def _is_another_plants(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is said of a plant that a site is looked for, or of a second one where the first is told of."""
    before = clause.before(value.start, _REACH)
    if _LOOKS_FOR.search(before, clause.opened) and not is_first_told(clause, home):
        return True
    another = _ANOTHER.search(before, clause.opened)
    if another and _FOLLOWS.match(clause.after(value.end, 40)):
        return False
    return another is not None and another["nth"].lower() not in ordinals_of(home.drafts)


_AND_A = gated(
    rf"\band\s(?:an?|another|one)\s(?P<added>(?:[\w-]+\s){{0,4}}?(?:{PLANT}|line|hall|unit"
    rf"|workshop)\b(?:(?!\band\b)[^;.])*)$"
)


def _is_of_what_is_added(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is of a second thing with goods of its own: "a cell plant and a |line for packs| of 5 GWh"."""
    before = clause.before(value.start, _REACH)
    added = _AND_A.search(before, clause.opened)
    if added is None:
        return False
    start = value.start - len(before) + added.start("added")
    goods = {spot.id for spot in clause.products if start <= spot.span.start < value.start}
    first = {spot.id for spot in clause.products if spot.span.start < start}
    told_there = any(draft.thing and start <= draft.thing.span.start < value.start for draft in home.drafts)
    return bool(goods and first) and not goods & first and not told_there


# "|The other one| is a phosphate project with 180,000 tonnes": of plans that the sentence before counts
_OTHER_ONE = regex(
    r"^\W*(?:The other(?: one| project| plant| site| facility)?|One of (?:them|these|the two|those)|Another one"
    r"|The (?:second|third|latter) (?:one|project|of (?:them|these)))\s(?:is|will|has|would|was|calls|involves)\b"
    # "A plant for 5 GWh is to follow"
    rf"|^\W*(?:A|Another)\s(?:[\w-]+\s){{0,3}}?{PLANT}\b[^.;]{{0,60}}\s(?:is|are|was|will|should|could|would"
    rf"|may)\s(?:to\s|due to\s)?"
    r"(?:follow|come next|be next|come later|be built later)\b"
)
_ITS_OWN_PLANT = regex(
    rf"^\W*(?:Its|Their|The|[A-Z]\w+['’]s)\s(?P<of>(?:[\w-]+\s){{1,3}}?){PLANT}\s(?:will|is|can|has|would|could)\b"
)


def _is_of_other_goods(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause that only goes on has a plant for other goods as its subject: "Its |cobalt| refinery will"."""
    subject = None if is_first_told(clause, home) else _ITS_OWN_PLANT.match(clause.text)
    if subject is None:
        return False
    start, end = (clause.span.start + subject.start("of"), clause.span.start + subject.end("of"))
    goods = {spot.id for spot in clause.products if start <= spot.span.start < end} - _OF_ONE_BATTERY
    made = home.goods(beside=clause)
    return bool(goods and made) and not goods & made


_OF_ONE_BATTERY = frozenset({"cell", "pack", "vehicle", "recycling", "storage"})  # of these one word can mean the other


def _is_abroad(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause that only goes on names places, and all are in other countries than those the plant is told in:
    "It has a plant in Iksan, South Korea" behind a plant in Spain."""
    if clause.headline or is_told_in(clause, home):
        return False
    here = {land for draft in home.drafts for land in _lands_named(draft.clause)}
    there = _lands_named(clause)
    return (bool(here and there) and not here & there) or _is_in_another_town(clause, home)


# "|It currently makes| 82,000 tons at Sejong", behind a plant in Saemangeum
_RUNS = regex(
    r"^\W*(?:It|They|The (?:company|group|firm|maker|producer|miner|partners)|[A-Z][\w&.-]+(?:\s[A-Z][\w&.-]+)?)\s"
    r"(?:(?:currently|already|also|now|today)\s){0,2}(?:has|have|makes?|produces?|operates?|runs?|owns?|mines?"
    r"|refines?)\s"
)
_A_NEW_ONE = regex(rf"\b(?:[Aa]|[Aa]nother)\s(?:new\s)?(?:[\w-]+\s){{0,2}}?{PLANT}\b")


def _is_in_another_town(clause: Sentence, home: Bundle) -> bool:
    """ "And a new plant with 12 GWh will open in Sichuan" behind a plant in Jiangsu."""
    here = home.places()
    there = {spot.id for spot in clause.places if spot.level != "area"}
    nested = any(one.startswith(other) or other.startswith(one) for one in here for other in there)
    if not here or not there or nested:
        return False
    return _A_NEW_ONE.search(clause.text) is not None or _RUNS.match(clause.text) is not None


_AT_A = regex(rf"^(?:[\w-]+|\s){{0,5}}?\s(?:at|of)\s(?:the|its)\s([A-Z]\w+)\s{PLANT}\b")
_THE_ONE = regex(rf"^\W*(?:The|Its)\s([A-Z]\w+)\s{PLANT},?\s")


def _is_at_another(value: Span, clause: Sentence, home: Bundle) -> bool:
    """ "The 20,000-ton expansion at the Malaysian factory", "The German facility, with …": a plant of another land."""
    said = _AT_A.match(clause.after(value.end, 60)) or _THE_ONE.match(clause.text)
    land = load_lexicon().demonym(said[1]) if said else None
    here = {each for draft in home.drafts if draft.clause is not clause for each in _lands_named(draft.clause)}
    return land is not None and bool(here) and land not in here


def _goes_beyond(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause behind those that tell of a plant speaks of what its company makes in all."""
    if clause is home.drafts[0].clause or not is_of_a_whole(clause):
        return False
    return any(map(is_of_one_plant, home.drafts))


def _lands_named(clause: Sentence) -> set[str]:
    return {spot.country for spot in (*clause.places, *clause.countries) if spot.country}


def is_first_told(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause is the first to tell the development, in the headline or under it."""
    told = next((draft.clause for draft in home.drafts if not draft.clause.headline), home.drafts[0].clause)
    return clause is told or clause.headline
