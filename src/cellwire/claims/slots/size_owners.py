"""Words beside a size that give it to somebody or something else than what is told of.

"A resource of 26 Mt", "each line makes 3 GWh", "out of a total of 40 GWh", "a second plant's output to 20,000 t".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cellwire.claims.gates import Gated, gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Span


class _Owner(NamedTuple):
    """Words before a size that give it to somebody or something else, beside developments of some kinds."""

    words: Gated
    kinds: frozenset[Kind] = frozenset(Kind)


class _OwnerBehind(NamedTuple):
    words: re.Pattern[str]
    kinds: frozenset[Kind] = frozenset(Kind)


# "with |subsequent phases targeting| 8 GWh": of which nobody knows whether they add that or bring the plant to it
_LATER_PHASES = gated(
    r"\b(?:subsequent|later|future|further)\s(?:phases|stages)\b"
    r"(?:(?!\b(?:rais|lift|bring|tak|increas|expand|boost|grow|reach)\w*)[^.;])*$"
)
# "a JORC-compliant resource of 26.9 Mt": what lies in the ground is nobody's output
_IN_THE_GROUND = gated(
    r"\b(?:resources?|reserves?|deposits?)\b(?:\s(?:estimates?|base))?\s(?:of|at|totall?ing|estimated at|containing"
    r"|with)\s(?:[\w-]+\s){0,3}$"
    r"|\b(?:lithium|nickel|cobalt|graphite|metal)\scontent\sof\b[^.;]*$",
    re.I,
)
_OF_THE_WORLD = gated(
    r"\b(?:global|worldwide|world['’]s)\s(?:annual\s)?(?:production|output|supply|demand|consumption)\b[^.;]*$", re.I
)
_SOLD_IN_ALL = gated(
    r"\b(?:global|worldwide|world['’]s)\s(?:[\w-]+\s){0,3}?(?:shipments|installations|deployments|sales"
    r"|market)\b[^.;]*$"
    r"|\b(?:shipments|installations|deployments|demand|sales|consumption|output|production)\s"
    r"(?:worldwide|globally|around the world|across the industry)\b[^.;]*$",
    re.I,
)
_LARGEST = gated(
    r"\b(?:[Cc]urrently|[Tt]oday|[Aa]t present|[Ss]o far),?\sthe\s(?:[\w'’]+\s)?(?:largest|biggest)\b[^,;]*$"
)
_EACH = gated(
    r"\b[Ee]ach\s(?:[\w-]+\s)?(?:trains?|lines?|stages?|units?|modules?|blocks?|halls?|reactors?)\b[^,;.]*$"
    r"|\beach (?:\d+-hour duration|[\d.]+ ?MW) ?/ ?$"
)
_OF_PARTS = gated(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}|several)\s(?:[\w-]+\s){0,3}?"
    r"(?:trains|lines|units|modules|blocks|halls|reactors)\s(?:of|with|at|making|that make)\s(?:about |up to |some )?$"
)
_ITS_OTHERS = gated(rf"\b(?:its|the|their) other (?:\w+ )?(?:{PLANTS}|lines) \([^()]*$")
# "recycles 10,000 t of batteries, which will yield |3,000 t| of black mass"
_YIELDED = gated(
    r"\d[\d.,]*\s?(?:tonnes|tons|t)\b[^.;]{0,60}\b(?:yield(?:s|ing)?|recover(?:s|ing)?|gain(?:s|ing)?"
    r"|extract(?:s|ing)?)"
    r"\s(?:about |around |some |up to |more than )?$"
)
# "can treat 10,000 t of batteries. It |will recover 3,000 t| of black mass"
_GAINED = gated(
    r"\b(?:yield(?:s|ed|ing)?|recover(?:s|ed|ing)?|regain(?:s|ed|ing)?)\s(?:about |around |some |up to |more than )?$"
)
_DUG = gated(r"\b(?:dig|dug|mined|extracted|processed|milled|treated)\s(?:about |around |some |over |more than )?$")
_SHIPPED = gated(
    r"\b(?:shipments? (?:guidance|forecast)s?|(?:expected|expects|set|forecast) to (?:ship|sell))\b[^.;]*$"
    r"|\b(?:(?:plans?|aims?|wants?|hopes?|intends?|targets?|on course) to (?:ship|sell)|sold|sells|delivered"
    r"|shipped|ships"
    r"|registered)\s(?:the first |its first |a record |about |around |some |over |more than |nearly |up to )?$",
    re.I,
)
_USED_UP = gated(
    r"\b(?:requir\w+|needs?|consum\w+|sold|purchase|buy|contains?)\s(?:as much as |up to |about |some )?$", re.I
)
_TRADED = gated(
    r"\b(?:off-?take|supply|sales|purchase)\s(?:agreement|contract|deal)s?\s(?:for|of|covering)\s(?:the\s)?$"
    r"|\b(?:negotiation|refusal|purchase)\s(?:rights?\s)?(?:for|to|of)\s$",
    re.I,
)
_IT_HAS = gated(
    r"(?<!\bwill )(?<!\bto )(?<!\bwould )\b(?:has|have|had)\s(?:now\s)?(?:an?\s)?(?:(?:annual|total|current"
    r"|production)\s){0,2}(?:capacity\sof\s)?$"
)
_A_SHARE_OF = gated(
    r"\b(?:one[- ]third|a third|one[- ]quarter|a quarter|half|\d+\s?(?:%|percent|per cent)) of (?:the|its|[\w'’]+)\s"
    r"[^,;]{0,60}\b(?:capacity|output|production)\s(?:of\s)?(?:around |about |some |~)?$",
    re.I,
)
# "mines in Canada, which produced 76,000 t last year": what was mined is no volume of the deal
# "on top of |2.2 GWh| delivered in 2024", "compared with |30 GWh| under its contract with Birch"
_BESIDE_A_DEAL = gated(
    r"\b(?:on top of|in addition to|adding to|compared (?:to|with)|against|versus|up from|down from)\s"
    r"(?:(?:the|its|an?|about|some|earlier|previous|existing)\s)*$"
)
# "signs a |1 TWh PPA for| its 3.5 GWh store": the deal is over the power, and the size the store's
_DEAL_FOR_A_STORE = gated(
    r"\d\s?[TGM]Wh\s(?:[\w-]+\s){0,3}?(?:PPAs?|agreements?|contracts?|deals?)\s(?:for|with)\s(?:(?:its|an?|the)\s)?$",
    re.I,
)
_MINED = gated(
    r"\b(?:which|that|and)\s(?:produced|made|mined|shipped|yielded)\s(?:about |around |some |over |more than )?$"
)
# "after expanding production capacity at its plant to 45,000 t": the plant's, not the buyer's
_CAPACITY_TO = gated(r"\b(?:capacity|output)\s(?:(?:at|of|in)\s[^.;,]{1,40}\s)?to\s(?:about |around |some |up to )?$")
_FURTHER = gated(r"\b(?:build|establish|set up) (?:a )?further (?:of )?$", re.I)
# "four bidders that were selected to build a total of |50 GWh|": no one's
_OF_SEVERAL = gated(
    r"\b(?:two|three|four|five|six|seven|eight|several)\s(?:[\w-]+\s){0,2}?(?:bidders|beneficiaries|winners"
    r"|applicants)\b"
    r"[^.;]*\b(?:a total of|in total|combined)\s$",
    re.I,
)
# "the Australian market to grow to |18 GWh|"
_OF_A_MARKET = gated(
    r"\b(?:market|demand|industry|sector)s?\s(?:(?:is|was|will|would|to|could|should|expected|set|forecast"
    r"|projected|due)\s){0,4}"
    r"(?:grow|rise|reach|expand|climb|total|be|come|need|hit|exceed|increase|top|grew|rose|reached)(?:ing|s"
    r"|ed)?\s(?:[\w-]+\s){0,3}?$"
)
_LACKING = gated(r"\b(?:deficit|shortage|shortfall|surplus|gap)\sof\s(?:about |around |some |up to )?$", re.I)
_OUT_OF = gated(r"\bout of (?:a total of |the |a )?$")
_ON_TOP = gated(
    r"\b(?:add(?:s|ed|ing)? to|on top of|in addition to|besides)\s(?:the|its|their)\s(?:(?:existing"
    r"|current)\s)?$",
    re.I,
)
_SECURED = gated(r"\bsecur(?:e|ing)\s(?:at least |more than |up to |some )?$")
# "the government distributed |30 GWh|", "was awarded |20 GWh|": what a scheme gave out
_GIVEN_OUT = gated(
    r"\b(?:distributed|(?:was|were|been)\s(?:award|allocat|allott)ed|award(?:ed|ing)?|allocated|allotted)\s"
    r"(?:[\w-]+\s){0,4}?(?:an?\s)?(?:total |combined |cumulative )?(?:capacity )?(?:of )?$",
    re.I,
)
# "the mine could last for 23 years, producing |15 Mt|": all that it will ever make
_IN_ITS_LIFE = gated(
    r"\b(?:last|life|lifespan|run|operate)\b[^.;]{0,40}\byears?\b[^.;]{0,24}\b(?:produc|yield|extract|deliver"
    r"|mak)\w*\s"
    r"(?:about |around |some |up to |a total of )?$"
)
# "its |order backlog stands at| 310 GWh"
# "supply Birch Cells with |5,000 t| a year from its planned plant": the deal's
_DELIVERED = gated(
    r"\b(?:supply|supplies|supplied|supplying|provide|provides|providing)\s(?:[A-Z][\w&.-]*\s){1,4}with"
    r"\s(?:[a-z]+\s){0,2}$"
)
# "made only |64,000 t| in 2023": what it made is not what it can make
_WAS_MADE = gated(
    r"\b(?:can|could|capacity|able to|designed)\b[^;]*\b(?:made|produced|mined|processed|refined|yielded"
    r"|turned out|built|assembled|recycled)\s"
    r"(?:only |just |about |around |some |over |more than |nearly |almost |a record )*$"
)
_IN_A_TIME = regex(
    r"^(?:\s(?:of|in)\s(?:[\w-]+\s){0,4}?[\w-]+)?,?\s(?:in\s(?:20\d\d|the\s(?:first|second|third|fourth|last"
    r"|past|three|six|year|quarter)"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|last\s(?:year|quarter|month)|a year (?:ago|earlier|before)|the year before)\b"
)
# "is to produce about |3,500 t| in February": a month's output
_TO_MAKE = gated(
    r"\b(?:produce|make|turn out|refine|process|recycle)\s(?:about |around |some |over |more than |nearly |up to )?$"
)
_IN_A_MONTH = regex(
    r"^(?:\sof\s(?:[\w-]+\s){0,3}?[\w-]+)?\s(?:in\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?!\s20\d\d)|this month|next month)\b"
)
# "a solar |project with| 3.5 GW of capacity and a store"
_OF_THE_SUN = gated(
    r"\b(?:solar|wind|PV|photovoltaic|hydro(?:power)?)\s(?:(?:power|energy)\s)?(?:project|park|farm|plant|complex)s?\s"
    r"(?:with|of|to)\s(?:(?:an?|its|some|about)\s)?$",
    re.I,
)
_POWER = regex(r"\d\s?(?:GW|MW|gigawatts?|megawatts?)(?:\s\w+){0,2}$", re.I)
_MILESTONE = regex(r"^\s(?:[\w-]+\s){0,4}?milestone\b", re.I)  # "passes the |2 GWh milestone|": all that it has built
_BACKLOG = gated(
    r"\b(?:backlog|order books?|pipeline)\s"
    r"(?:(?:[\w-]+\s){0,2}?(?:stands?|stood|comes?|came|amounts?|amounted)\s(?:at|to)"
    r"|of|totals?|totall?ed|totall?ing|reached|exceeds?|worth)\s(?:about |around |some |over |more than )?$",
    re.I,
)
_PLANT = frozenset({Kind.FACILITY})
_NO_DEAL = frozenset(Kind) - {Kind.SUPPLY}
_BEFORE = (
    _Owner(_IN_THE_GROUND),
    _Owner(_LATER_PHASES, _PLANT),
    _Owner(_OF_THE_WORLD),
    _Owner(_SOLD_IN_ALL, frozenset(Kind) - {Kind.MARKET}),
    _Owner(_LARGEST),
    _Owner(_EACH, _NO_DEAL),
    _Owner(_OF_PARTS, _PLANT),
    _Owner(_IT_HAS, frozenset({Kind.INVESTMENT})),
    _Owner(_A_SHARE_OF, frozenset({Kind.SUPPLY})),
    _Owner(_DEAL_FOR_A_STORE, frozenset({Kind.SUPPLY})),
    _Owner(_MINED, frozenset({Kind.SUPPLY})),
    _Owner(_BESIDE_A_DEAL, frozenset({Kind.SUPPLY})),
    _Owner(_CAPACITY_TO, frozenset({Kind.SUPPLY})),
    _Owner(_FURTHER, _PLANT),
    _Owner(_OF_SEVERAL),
    _Owner(_LACKING),
    _Owner(_OF_A_MARKET, frozenset(Kind) - {Kind.MARKET}),
    _Owner(_OUT_OF),
    _Owner(_ON_TOP, _PLANT),
    _Owner(_SECURED, _PLANT),
    _Owner(_GIVEN_OUT, frozenset({Kind.FACILITY, Kind.SUPPLY})),
    _Owner(_ITS_OTHERS, _PLANT),
    _Owner(_SHIPPED, _PLANT),
    _Owner(_DUG, _PLANT),
    _Owner(_YIELDED, _PLANT),
    _Owner(_DELIVERED, _PLANT),
    _Owner(_BACKLOG, _PLANT),
    _Owner(_USED_UP, _PLANT),
    _Owner(_IN_ITS_LIFE, _PLANT),
    _Owner(_TRADED, _PLANT),
)
_GRADE_BEHIND = regex(r"^[^.;]{0,40}\b(?:at|grading|averaging)\s[\d.]+\s?%")
_A_PART = regex(r"^\s(?:of\s\w+\s)?per (?:line|train|module|unit|hall|reactor)\b", re.I)
_A_SHIPS = regex(r"^\s(?:per|for each|a)\s(?:vessel|ship|ferry|boat|bus|truck|vehicle|car)\b")  # "10 MWh |per vessel|"
_SEVERAL_SUCH = regex(rf"^\s(?:[\w-]+\s){{0,2}}?{PLANTS}\b")
_COUNT = regex(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s$")
_OF_ORE = regex(r"^(?:\s(?:a|per) (?:year|annum)|\))?\sof\s(?:[\w-]+\s)?(?:ore|scrap)\b")
_WHOLE_LIFE = regex(r"^[^,;.]{0,40}\b(?:over|during|across)\s(?:the\s|its\s)?(?:life|lifetime|whole life)\b")
_VEHICLE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:vehicles?|trucks?|bus(?:es)?|lorr(?:y|ies)|tractors?|vans?)\b", re.I)
_TO_SEVERAL = regex(
    r"^\s(?:[\w-]+\s){0,4}?(?:to|among|between)\s(?:the\s)?(?:two|three|four|five|six|seven|eight"
    r"|several)\s(?:[\w-]+\s){0,2}?"
    r"(?:bidders|beneficiaries|winners|applicants|companies|firms|makers|manufacturers)\b",
    re.I,
)
_WORTH = regex(
    r"^\s(?:needs|costs|requires|takes)\s(?:about |around |some )?(?:US)?[$€£¥]"
)  # "1 GWh needs $100 million"
_POWER_MADE = regex(
    r"^\sof\s(?:[\w-]+\s){0,2}?(?:electricity|power|energy)(?!\sstorage)\b"
)  # "85 GWh a year |of electricity|"
# "14 GWh |of storage projects to date|", "228,000 tons |less output|": no plant makes so much a year
_BOOKED = regex(
    r"^\s(?:[\w-]+\s){0,3}?(?:orders?|contracts?|supply (?:deal|agreement)s?)\b"
    r"|^\sof\s(?:[\w-]+\s){0,4}?(?:orders|backlog|(?:projects|contracts|bookings) (?:to date|so far|in hand))\b"
)
# "to deliver 50 GWh of projects |in 2026, signs| a contract with Birch": all that it delivers that year
_IN_A_YEAR = regex(
    r"^[^.;,]{0,50}?\bin 20\d\d,?[\"'’”]?,?\s(?:(?:and|as it|after it)\s)?(?:sign|ink|win|bag|land|secure)s\b"
)
_LESS = regex(r"^\s(?:less|fewer|lower)\b")
_BEHIND = (
    _OwnerBehind(_MILESTONE, _PLANT),
    _OwnerBehind(_BOOKED, _PLANT),
    _OwnerBehind(_LESS, _PLANT),
    _OwnerBehind(_POWER_MADE, _PLANT),
    _OwnerBehind(_WORTH),
    _OwnerBehind(_GRADE_BEHIND),
    _OwnerBehind(_TO_SEVERAL, _NO_DEAL),
    _OwnerBehind(_A_PART, _NO_DEAL),
    _OwnerBehind(_WHOLE_LIFE, _PLANT),
    _OwnerBehind(_OF_ORE, _PLANT),
    _OwnerBehind(_IN_A_YEAR, frozenset({Kind.SUPPLY})),
    _OwnerBehind(_A_SHIPS, frozenset({Kind.SUPPLY})),
    _OwnerBehind(_VEHICLE, frozenset({Kind.SUPPLY})),
)

# with the words of the size itself, which often hold what it measures: "boost its |annual output to 20,000 t|"
_WITH_ITS_WORDS = (
    _Owner(  # "21 GWh of electricity annually"
        gated(
            r"\d\s?(?:[MG]Wh|(?:mega|giga)watt.hours?)\sof\s(?:[\w-]+\s){0,2}?(?:electricity|power)\b(?:\s[a-z]+){0,2}$"
        ),
        _PLANT,
    ),
    _Owner(
        gated(  # "lifting its own cell capacity to 210 GWh", "which will bring its domestic capacity to"
            r"\b(?:lifting|bringing|taking|raising|boosting|(?:which|that|to)\s(?:(?:will|would|should|is to)\s)?"
            r"(?:lift|bring|take|raise|boost)s?)\s(?:its|their|the\s(?:company|group|firm)['’]s|[A-Z][\w-]*['’]s?)\s"
            r"(?:own|overall|global|domestic|worldwide|combined|group-wide|[A-Z]\w+)\s(?:[\w-]+\s){0,3}?"
            r"(?:capacity|output|production)\s(?:[\w-]+\s){0,3}?to\b[^.;]*$"
        ),
        _PLANT,
    ),
    _Owner(
        gated(  # what a plant brings somebody's capacity to is more than the plant
            rf"\b{PLANT}\b(?:\sin\s(?:[A-Z][\w.'’-]*,?\s?){{1,4}})?\s?"
            r"(?:(?:(?:will|would|should|(?:is|are)\s(?:expected|set|due)\sto)\s)(?:boost|lift|raise|bring|take"
            r"|increase)"
            r"|boosts|lifts|raises|brings|takes|increases)\s"
            r"(?:(?:its|their|the\s(?:company|group|firm)['’]s|[A-Z][\w-]*['’]s?)\s)(?:[\w-]+"
            r"\s){0,5}?(?:capacity|output"
            r"|production)\s(?:[\w-]+\s){0,4}?to\b[^.;]*$"
        ),
        _PLANT,
    ),
    _Owner(  # "will discharge 87,650 MWh per year"
        gated(
            r"\bdischarg(?:e|es|ing)\s(?:[a-z]+\s){0,3}[\d.,]+\s?(?:[MG]Wh|(?:mega|giga)watt.hours?)\b(?:\s[a-z]+){0,3}?"
            r"\s?(?:/yr|per year|a year|annually|each year)$"
        ),
        _PLANT,
    ),
    _Owner(gated(r"\bstor(?:e|es|ing|age)\s(?:of\s|up to\s|about\s)*[\d.,]+\s?(?:tonnes|tons|t)$"), _PLANT),
    _Owner(
        gated(
            r"\benough\s(?:[\w-]+\s){0,4}?(?:for|to\s\w+)\s(?:about\s|some\s|around\s|up to\s)?"
            r"[\d.,]+\s?(?:GWh|gigawatt.hours?)$"
        ),
        _PLANT,
    ),
    _Owner(
        gated(r"\b(?:its|their|the plant['’]s)\s(?:[\w-]+\s){0,3}?capacity\s(?:beyond|above|of|to|from)\b[^.;,]*$"),
        frozenset({Kind.SUPPLY}),
    ),
    _Owner(gated(r"\bglobal\s(?:annual\s)?(?:production|output|supply|demand)\s(?:of|for)\b[^.;]*$"), _PLANT),
)


def has_another_owner(value: Span, clause: Sentence, kind: Kind) -> bool:
    """Whether words before it, behind it or its own say that it measures something else."""
    before, after, told = (
        clause.before(value.start, _REACH),
        clause.after(value.end, 80),
        clause.before(value.end, _REACH),
    )
    if kind is Kind.FACILITY and _WAS_MADE.search(before, clause.opened) and _IN_A_TIME.match(after):
        return True
    if kind is Kind.FACILITY and _TO_MAKE.search(before, clause.opened) and _IN_A_MONTH.match(after):
        return True
    if kind is Kind.FACILITY and _OF_THE_SUN.search(before, clause.opened) and _POWER.search(told):
        return True
    if kind is Kind.SUPPLY and _COUNT.search(before[-12:]) and _SEVERAL_SUCH.match(after):
        return True  # "up to eight |40 GWh| factories"
    return (
        any(kind in owner.kinds and owner.words.search(before, clause.opened) for owner in _BEFORE)
        or any(kind in owner.kinds and owner.words.match(after) for owner in _BEHIND)
        or any(kind in owner.kinds and owner.words.search(told, clause.opened) for owner in _WITH_ITS_WORDS)
    )


def is_gained(value: Span, clause: Sentence) -> bool:
    """Whether it is what a works gains from what it treats."""
    return _GAINED.search(clause.before(value.start, 60), clause.opened) is not None


_REACH = 400  # characters
