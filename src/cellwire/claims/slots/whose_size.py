"""Whose a size is: the nearest words that say what it measures, where that is another thing than what is told of.

"Giving Alder a global capacity of 105 GWh", "each line makes 3 GWh", "a second 34 GWh plant", "a resource of 26 Mt".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cellwire.claims.clauses import Bundle, is_a_schemes, is_aside, is_former, is_of_a_whole, is_told_in, ordinals_of
from cellwire.claims.gates import Gated, gated
from cellwire.claims.kinds import is_merger
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, PLANTS, load_lexicon, regex
from cellwire.model import Kind, Span


class _Owner(NamedTuple):
    """Words before a size that give it to somebody or something else, beside developments of some kinds."""

    words: Gated
    kinds: frozenset[Kind] = frozenset(Kind)


class _OwnerBehind(NamedTuple):
    words: re.Pattern[str]
    kinds: frozenset[Kind] = frozenset(Kind)


# "a JORC-compliant resource of 26.9 Mt": what lies in the ground is nobody's output
_IN_THE_GROUND = gated(
    r"\b(?:resources?|reserves?|deposits?)\b(?:\s(?:estimates?|base))?\s(?:of|at|totall?ing|estimated at|containing"
    r"|with)\s(?:[\w-]+\s){0,3}$",
    re.I,
)
_OF_THE_WORLD = gated(
    r"\b(?:global|worldwide|world['’]s)\s(?:annual\s)?(?:production|output|supply|demand|consumption)\b[^.;]*$", re.I
)
_LARGEST = gated(
    r"\b(?:[Cc]urrently|[Tt]oday|[Aa]t present|[Ss]o far),?\sthe\s(?:[\w'’]+\s)?(?:largest|biggest)\b[^,;]*$"
)
_EACH = gated(
    r"\b[Ee]ach\s(?:[\w-]+\s)?(?:trains?|lines?|stages?|units?|modules?|blocks?|halls?|reactors?)\b[^,;.]*$"
    r"|\beach (?:\d+-hour duration|[\d.]+ ?MW) ?/ ?$"
)
_ITS_OTHERS = gated(rf"\b(?:its|the|their) other (?:\w+ )?(?:{PLANTS}|lines) \([^()]*$")
_SHIPPED = gated(
    r"\b(?:shipments? (?:guidance|forecast)s?|(?:expected|expects|set|forecast) to (?:ship|sell))\b[^.;]*$", re.I
)
_USED_UP = gated(r"\b(?:requir\w+|needs?|consum\w+|sold)\s(?:as much as |up to |about |some )?$", re.I)
_TRADED = gated(
    r"\b(?:off-?take|supply|sales|purchase)\s(?:agreement|contract|deal)s?\s(?:for|of|covering)\s(?:the\s)?$"
    r"|\b(?:negotiation|refusal|purchase)\s(?:rights?\s)?(?:for|to|of)\s$",
    re.I,
)
_IT_HAS = gated(
    r"\b(?:has|have|had)\s(?:now\s)?(?:an?\s)?(?:(?:annual|total|current|production)\s){0,2}(?:capacity\sof\s)?$"
)
_A_SHARE_OF = gated(
    r"\b(?:one[- ]third|a third|one[- ]quarter|a quarter|half|\d+\s?(?:%|percent|per cent)) of (?:the|its|[\w'’]+)\s"
    r"[^,;]{0,60}\b(?:capacity|output|production)\s(?:of\s)?(?:around |about |some |~)?$",
    re.I,
)
# "mines in Canada, which produced 76,000 t last year": what was mined is no volume of the deal
_MINED = gated(
    r"\b(?:which|that|and)\s(?:produced|made|mined|shipped|yielded)\s(?:about |around |some |over |more than )?$"
)
# "after expanding production capacity at its plant to 45,000 t": the plant's, not the buyer's
_CAPACITY_TO = gated(r"\b(?:capacity|output)\s(?:(?:at|of|in)\s[^.;,]{1,40}\s)?to\s(?:about |around |some |up to )?$")
_FURTHER = gated(r"\b(?:build|establish|set up) (?:a )?further (?:of )?$", re.I)
# "four bidders that were selected to build a total of |50 GWh|": no one's
_OF_SEVERAL = gated(
    r"\b(?:two|three|four|five|six|seven|eight|several)\s(?:[\w-]+\s){0,2}?(?:bidders|beneficiaries|winners|applicants)\b"
    r"[^.;]*\b(?:a total of|in total|combined)\s$",
    re.I,
)
_LACKING = gated(r"\b(?:deficit|shortage|shortfall|surplus|gap)\sof\s(?:about |around |some |up to )?$", re.I)
_OUT_OF = gated(r"\bout of (?:a total of |the |a )?$")
_ON_TOP = gated(
    r"\b(?:add(?:s|ed|ing)? to|on top of|in addition to|besides)\s(?:the|its|their)\s(?:(?:existing|current)\s)?$", re.I
)
_SECURED = gated(r"\bsecur(?:e|ing)\s(?:at least |more than |up to |some )?$")
# "the government distributed |30 GWh|", "was awarded |20 GWh|": what a scheme gave out
_GIVEN_OUT = gated(
    r"\b(?:distributed|(?:was|were|been)\s(?:award|allocat|allott)ed|award(?:ed|ing)?|allocated|allotted)\s"
    r"(?:[\w-]+\s){0,4}?(?:an?\s)?(?:total |combined |cumulative )?(?:capacity )?(?:of )?$",
    re.I,
)
_PLANT = frozenset({Kind.FACILITY})
_NO_DEAL = frozenset(Kind) - {Kind.SUPPLY}
_BEFORE = (
    _Owner(_IN_THE_GROUND),
    _Owner(_OF_THE_WORLD),
    _Owner(_LARGEST),
    _Owner(_EACH, _NO_DEAL),
    _Owner(_IT_HAS, frozenset({Kind.INVESTMENT})),
    _Owner(_A_SHARE_OF, frozenset({Kind.SUPPLY})),
    _Owner(_MINED, frozenset({Kind.SUPPLY})),
    _Owner(_CAPACITY_TO, frozenset({Kind.SUPPLY})),
    _Owner(_FURTHER, _PLANT),
    _Owner(_OF_SEVERAL),
    _Owner(_LACKING),
    _Owner(_OUT_OF),
    _Owner(_ON_TOP, _PLANT),
    _Owner(_SECURED, _PLANT),
    _Owner(_GIVEN_OUT, frozenset({Kind.FACILITY, Kind.SUPPLY})),
    _Owner(_ITS_OTHERS, _PLANT),
    _Owner(_SHIPPED, _PLANT),
    _Owner(_USED_UP, _PLANT),
    _Owner(_TRADED, _PLANT),
)
_GRADE_BEHIND = regex(r"^[^.;]{0,40}\b(?:at|grading|averaging)\s[\d.]+\s?%")
_A_PART = regex(r"^\s(?:of\s\w+\s)?per (?:line|train|module|unit|hall|reactor)\b", re.I)
_WHOLE_LIFE = regex(r"^[^,;.]{0,40}\b(?:over|during|across)\s(?:the\s|its\s)?(?:life|lifetime|whole life)\b")
_VEHICLE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:vehicles?|trucks?|bus(?:es)?|lorr(?:y|ies)|tractors?|vans?)\b", re.I)
_TO_SEVERAL = regex(
    r"^\s(?:[\w-]+\s){0,4}?(?:to|among|between)\s(?:the\s)?(?:two|three|four|five|six|seven|eight|several)\s(?:[\w-]+\s){0,2}?"
    r"(?:bidders|beneficiaries|winners|applicants|companies|firms|makers|manufacturers)\b",
    re.I,
)
_WORTH = regex(
    r"^\s(?:needs|costs|requires|takes)\s(?:about |around |some )?(?:US)?[$€£¥]"
)  # "1 GWh needs $100 million"
_BEHIND = (
    _OwnerBehind(_WORTH),
    _OwnerBehind(_GRADE_BEHIND),
    _OwnerBehind(_TO_SEVERAL, _NO_DEAL),
    _OwnerBehind(_A_PART, _NO_DEAL),
    _OwnerBehind(_WHOLE_LIFE, _PLANT),
    _OwnerBehind(_VEHICLE, frozenset({Kind.SUPPLY})),
)

# with the words of the size itself, which often hold what it measures: "boost its |annual output to 20,000 t|"
_WITH_ITS_WORDS = (
    _Owner(
        gated(  # what a plant brings somebody's capacity to is more than the plant
            rf"\b{PLANT}\b(?:\sin\s(?:[A-Z][\w.'’-]*,?\s?){{1,4}})?\s?"
            r"(?:(?:(?:will|would|should|(?:is|are)\s(?:expected|set|due)\sto)\s)(?:boost|lift|raise|bring|take|increase)"
            r"|boosts|lifts|raises|brings|takes|increases)\s"
            r"(?:(?:its|their|the\s(?:company|group|firm)['’]s|[A-Z][\w-]*['’]s?)\s)(?:[\w-]+\s){0,5}?(?:capacity|output"
            r"|production)\s(?:[\w-]+\s){0,4}?to\b[^.;]*$"
        ),
        _PLANT,
    ),
    _Owner(gated(r"\bstor(?:e|es|ing|age)\s(?:of\s|up to\s|about\s)*[\d.,]+\s?(?:tonnes|tons|t)$"), _PLANT),
    _Owner(gated(r"\benough\s(?:for|to\s\w+)\s(?:about\s|some\s|around\s)?[\d.,]+\s?(?:GWh|gigawatt.hours?)$"), _PLANT),
    _Owner(
        gated(r"\b(?:its|their|the plant['’]s)\s(?:[\w-]+\s){0,3}?capacity\s(?:beyond|above|of|to|from)\b[^.;,]*$"),
        frozenset({Kind.SUPPLY}),
    ),
    _Owner(gated(r"\bglobal\s(?:annual\s)?(?:production|output|supply|demand)\s(?:of|for)\b[^.;]*$"), _PLANT),
)


def is_others_size(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a capacity or volume is a company's or a country's whole, another plant's, or what is bought and sold."""
    if is_aside(value, clause, home) or is_former(value, clause, home) or is_a_schemes(clause, home):
        return True
    if is_merger(home):
        return True  # what two firms make is no size of their merger
    before, after = clause.before(value.start, 400), clause.after(value.end, 80)
    kind, opened = home.kind, clause.opened
    if any(kind in owner.kinds and owner.words.search(before, opened) for owner in _BEFORE):
        return True
    if any(kind in owner.kinds and owner.words.match(after) for owner in _BEHIND):
        return True
    if kind is Kind.PARTNERSHIP and not is_told_in(clause, home):
        return True  # what the partners make and build beside it
    told = clause.before(value.end, 400)
    if any(kind in owner.kinds and owner.words.search(told, opened) for owner in _WITH_ITS_WORDS):
        return True
    if home.kind is Kind.FACILITY and (_is_abroad(clause, home) or _is_at_another(value, clause, home)):
        return True
    if home.kind is Kind.FACILITY and _goes_beyond(clause, home):
        return True
    if _is_another_plants(before, clause, home) or _is_a_lands(value, clause, _LANDS_OWN):
        return True
    if home.kind is Kind.FACILITY:
        alone = not _tells(clause, home) and not _counts_the_same(clause, home)
        return alone and _is_whole(value, clause, before, after)
    return home.kind is Kind.SUPPLY and _is_not_dealt(value, clause, home)


_LOOKS_FOR = gated(
    r"\b(?:looking|searching|scouting|hunting) for (?:an? |the )?(?:\w+ )?(?:sites?|locations?|place)\b.* for an?\b",
    needs="looking searching scouting hunting",
)
_ANOTHER = gated(r"\b(?P<nth>second|third|fourth|fifth|another|other|separate)\s$", re.I)


def _is_another_plants(before: str, clause: Sentence, home: Bundle) -> bool:
    """Whether it is said of a plant that a site is looked for, or of a second one where the first is told of."""
    if _LOOKS_FOR.search(before, clause.opened) and not _tells(clause, home):
        return True
    another = _ANOTHER.search(before, clause.opened)
    return another is not None and another["nth"].lower() not in ordinals_of(home.drafts)


def _is_abroad(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause that only goes on names places, and all are in other countries than those the plant is told in:
    "It has a plant in Iksan, South Korea" behind a plant in Spain."""
    if clause.headline or is_told_in(clause, home):
        return False
    here = {land for draft in home.drafts for land in _lands_named(draft.clause)}
    there = _lands_named(clause)
    return (bool(here and there) and not here & there) or _is_in_another_town(clause, home)


_A_NEW_ONE = regex(rf"\b(?:[Aa]|[Aa]nother)\s(?:new\s)?(?:[\w-]+\s){{0,2}}?{PLANT}\b")


def _is_in_another_town(clause: Sentence, home: Bundle) -> bool:
    """ "And a new plant with 12 GWh will open in Sichuan" behind a plant in Jiangsu."""
    here = home.places()
    there = {spot.id for spot in clause.places if spot.level != "area"}
    nested = any(one.startswith(other) or other.startswith(one) for one in here for other in there)
    return bool(here and there) and not nested and _A_NEW_ONE.search(clause.text) is not None


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
    return any(each.thing is not None and not is_of_a_whole(each.clause) for each in home.drafts)


def _lands_named(clause: Sentence) -> set[str]:
    return {spot.country for spot in (*clause.places, *clause.countries) if spot.country}


def _tells(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause is the first to tell the development, in the headline or under it."""
    told = next((draft.clause for draft in home.drafts if not draft.clause.headline), home.drafts[0].clause)
    return clause is told or clause.headline


_LANDS_OWN = regex(
    r"^['’]s\s(?:(?:annual|total|current|overall|domestic|installed|storage|battery|batteries|cell|lithium|graphite)\s){1,5}"
    r"(?:production\s)?(?:capacity|output|production)\b"
)
_LAND_HAS = regex(
    r"^(?:['’]s\s(?:[\w-]+\s){0,5}(?:capacity|output|production)|\s(?:now |currently |already )?(?:has|had|have))\b"
)
_WHOLE = gated(
    r"\b(?:global|worldwide|combined|company-wide|group-wide|nationwide)\s(?:[\w-]+\s){0,4}?(?:capacity|output"
    r"|production)\b"
    r"|\b(?:worldwide|globally|combined),|\b(?:two|three|four|five|six|all|both)\s(?:[\w-]+\s){0,3}?"
    rf"{PLANTS}\s(?:have|has|will|would|with|can|could|are|give)\b"
    rf"|\b(?:two|three|four|five|six)\s(?:[\w-]+\s){{0,3}}?{PLANTS}\b[^;.]*"
    r"\bwith an? (?:total|combined|overall)\s(?:[\w-]+\s){0,3}?(?:capacity|output)\b"
    rf"|\bwith (?:all|both)\s(?:of its\s|its\s)?(?:(?:two|three|four|five|six)\s)?{PLANTS}\b",
    re.I,
)
_WHOLE_BEHIND = regex(
    r"^\s(?:[\w-]+\s){0,3}?in\s[A-Z]\w+,\s[A-Z]\w+(?:,\s[A-Z]\w+)*,?\sand\s[A-Z]"
    rf"|^[^,;.]{{0,70}}\b(?:worldwide|globally|nationwide|{PLANTS} combined"
    rf"|(?:across|at) (?:its|all|two|three|four|five|six|\d+) (?:[\w-]+ ){{0,2}}{PLANTS})\b",
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
        spot.level == "country" and has.match(clause.after(spot.span.end, 60))
        for spot in clause.countries
        if spot.span.end < value.start
    )


def _is_whole(value: Span, clause: Sentence, before: str, after: str) -> bool:
    if any(_OF_A_MAKER.match(clause.after(name.said.end, 70)) for name in clause.names if name.said.end < value.start):
        return True
    whole = _WHOLE.search(before, clause.opened) or _WHOLE_BEHIND.match(after)
    return bool(whole) or _is_a_lands(value, clause, _LAND_HAS)


_COUNTED = regex(rf"\b(two|three|four|five|six)\s(?:[\w-]+\s){{0,4}}?{PLANTS}\b", re.I)


def _counts_the_same(clause: Sentence, home: Bundle) -> bool:
    """Whether what is told of is several from the start: "opened three plants", then "together, the three plants"."""
    first = _COUNTED.search(home.drafts[0].clause.text)
    return first is not None and first[1].lower() in {each[1].lower() for each in _COUNTED.finditer(clause.text)}


_UNTIL_NOW = gated(r"\b(?:previously|so far|to date|until now)\b[^;.]*$", re.I)
_MADE = regex(
    r"\bcapacit(?:y|ies)\b(?! needed)|\b(?:process|recycle)\s|\bproduces\s"
    r"|\banticipated\s(?:\w+\s)?(?:output|production)\b|\bproduction\s(?:target|to grow|to rise)\b",
    re.I,
)
_STORES = gated(r"\b(?:storage|battery|BESS) (?:projects?|systems?|installations?)\b[^.;]{0,80}\bcapacity of\b")
_NEAR = 160  # characters


def _is_not_dealt(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what was traded until now, or what a plant makes in a clause that only goes on about a supply."""
    if not home.background and _UNTIL_NOW.search(clause.before(value.start, 400), clause.opened):
        return True
    before = clause.before(value.end, _NEAR)
    return (
        not is_told_in(clause, home) and _MADE.search(before) is not None and not _STORES.search(before, clause.opened)
    )
