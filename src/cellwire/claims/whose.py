"""Whose a figure is: one that its clause gives to another thing than the plant or deal it stands beside is not taken.

"Giving Alder a global capacity of 105 GWh", "after raising 90 million in a sale of shares", "a second 34 GWh plant".
"""

from __future__ import annotations

import re

from cellwire.claims.bundles import Bundle
from cellwire.claims.figures.money import Sum
from cellwire.claims.gates import gated
from cellwire.claims.ordinals import ordinals_of
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Span

_ASIDE = gated(
    r"(?:, (?:which|who)|\b(?:agreement|contract|deal|memorandum|venture|application|loan) (?:which|that)) "
    r"(?:(?:[\w-]+ ){0,4}?(?:signed|had|took|bought|acquired|closed|made|sold|raised|began|broke)|(?:currently|already"
    r"|now) (?:produces|makes|has|operates|runs))\b[^,;]*"
    r"|\b(?:after|since|following|days|weeks|months)\s(?:[\w-]+\s){0,5}?(?:raising|committing|securing|signing|closing"
    r"|completing|starting|buying|selling|it signed|it won|it raised|it bought|it agreed)\b[^;]*"
)


def is_aside(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it belongs to what a company or a deal did before: "Alder, which bought Birch for $5 million in May"."""
    triggers = [draft.trigger for draft in home.drafts if draft.clause is clause]
    for match in _ASIDE.finditer(clause.text, clause.opened):
        start, end = clause.span.start + match.start(), clause.span.start + match.end()
        if start <= value.start < end:
            return not any(start <= trigger.start < end for trigger in triggers)
    return False


_WAS_TO = gated(
    r"\b(?:was|were) (?:originally |first |initially |once )?(?:to|meant to|supposed to|due to|planned (?:to|at|for))\b"
    r"[^;.,]*"
)
_GIVEN_UP = frozenset({"cancelled", "delayed", "closed"})


def is_former(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what was once planned of a plant that goes on otherwise: "it was to have 9 GWh in 2024"."""
    if clause.headline or any(draft.clause is clause or draft.stage in _GIVEN_UP for draft in home.drafts):
        return False
    at = value.start - clause.span.start
    return any(match.start() <= at < match.end() for match in _WAS_TO.finditer(clause.text, clause.opened))


_LOOKS_FOR = gated(
    r"\b(?:looking|searching|scouting|hunting) for (?:an? |the )?(?:\w+ )?(?:sites?|locations?|place)\b.* for an?\b",
    needs="looking searching scouting hunting",
)
_WHOLE = gated(
    r"\b(?:global|worldwide|combined|company-wide|group-wide|nationwide)\s(?:[\w-]+\s){0,4}?(?:capacity|output"
    r"|production)\b"
    r"|\b(?:worldwide|globally|combined),|\b(?:two|three|four|five|six|all|both)\s(?:[\w-]+\s){0,3}?(?:plants|facilities"
    r"|factories|sites|mines|gigafactories)\s(?:have|has|will|would|with|can|could|are|give)\b"
    r"|\bwith (?:all|both)\s(?:of its\s|its\s)?(?:(?:two|three|four|five|six)\s)?(?:plants|facilities|factories"
    r"|sites)\b",
    re.I,
)
_WHOLE_BEHIND = regex(
    r"^[^,;.]{0,70}\b(?:worldwide|globally|nationwide|(?:plants|sites|facilities|factories) combined|across (?:its|all"
    r"|two|three|four|five|six|\d+) (?:[\w-]+ ){0,2}(?:facilities|plants|sites|factories))\b",
    re.I,
)
_OF_A_MAKER = regex(
    r"^['’]s?\s(?:own\s)?(?:total|overall|combined|current|existing|company-wide)\s(?:[\w-]+\s){0,4}?(?:capacity|output"
    r"|production)\b"
)
_LAND_HAS = regex(
    r"^(?:['’]s\s(?:[\w-]+\s){0,5}(?:capacity|output|production)|\s(?:now |currently |already )?(?:has|had|have))\b"
)
_ANOTHER = regex(r"\b(?P<nth>second|third|fourth|fifth|another|other|separate)\s$", re.I)
_USED_UP = regex(r"\b(?:requir\w+|needs?|consum\w+|sold)\s(?:as much as |up to |about |some )?$", re.I)
_FUND_BEFORE = regex(r"\b(?:under|from|of|through)\s(?:the|its|an?|\w+['’]s)\s$", re.I)
_FUND_BEHIND = regex(
    r"^\s(?:[\w-]+\s){0,3}?(?:funds?|programmes?|programs?|schemes?|facility|budget|initiative)\b", re.I
)
_EACH = regex(r"\b[Ee]ach\s(?:[\w-]+\s)?(?:trains?|lines?|stages?|units?|modules?|blocks?|halls?|reactors?)\b[^,;.]*$")
_WHOLE_LIFE = regex(r"^[^,;.]{0,40}\b(?:over|during|across)\s(?:the\s|its\s)?(?:life|lifetime|whole life)\b")
_A_PART = regex(r"^\s(?:of\s\w+\s)?per (?:line|train|module|unit|hall|reactor)\b", re.I)
_TRADED = regex(
    r"\b(?:off-?take|supply|sales|purchase)\s(?:agreement|contract|deal)s?\s(?:for|of|covering)\s(?:the\s)?$"
    r"|\b(?:negotiation|refusal|purchase)\s(?:rights?\s)?(?:for|to|of)\s$",
    re.I,
)
_UNTIL_NOW = regex(r"\b(?:previously|so far|to date|until now)\b[^;.]*$", re.I)
_VEHICLE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:vehicles?|trucks?|bus(?:es)?|lorr(?:y|ies)|tractors?|vans?)\b", re.I)
_MADE = regex(
    r"\bcapacit(?:y|ies)\b(?! needed)|\b(?:process|recycle)\s|\bproduces\s"
    r"|\banticipated\s(?:\w+\s)?(?:output|production)\b|\bproduction\s(?:target|to grow|to rise)\b",
    re.I,
)
# "a JORC-compliant resource of 26.9 Mt": what lies in the ground is nobody's output
_IN_THE_GROUND = regex(
    r"\b(?:resources?|reserves?|deposits?)\b(?:\s(?:estimates?|base))?\s(?:of|at|totall?ing|estimated at|containing"
    r"|with)\s(?:[\w-]+\s){0,3}$",
    re.I,
)
_GRADE_BEHIND = regex(r"^[^.;]{0,40}\b(?:at|grading|averaging)\s[\d.]+\s?%")
_NEAR = 160  # characters


def is_others_size(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a capacity or volume is a company's or a country's whole, another plant's, or what is bought and sold."""
    if is_aside(value, clause, home) or is_former(value, clause, home):
        return True
    before, after = clause.before(value.start, 400), clause.after(value.end, 80)
    if _IN_THE_GROUND.search(before) or _GRADE_BEHIND.match(after):
        return True
    if _LOOKS_FOR.search(before, clause.opened) and not _tells(clause, home):
        return True
    if (another := _ANOTHER.search(before)) and another["nth"].lower() not in ordinals_of(home.drafts):
        return True
    if home.kind is Kind.FACILITY:
        if _USED_UP.search(before) or _TRADED.search(before) or _A_PART.match(after):
            return True
        if _EACH.search(before) or _WHOLE_LIFE.match(after):
            return True
        return not _tells(clause, home) and _is_whole(value, clause, before, after)
    if home.kind is Kind.SUPPLY:
        if not home.background and _UNTIL_NOW.search(before):
            return True
        return _VEHICLE.match(after) is not None or not _is_dealt(value, clause, home)
    return False


def _tells(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause is the first to tell the development, in the headline or under it."""
    told = next((draft.clause for draft in home.drafts if not draft.clause.headline), home.drafts[0].clause)
    return clause is told or clause.headline


def _is_whole(value: Span, clause: Sentence, before: str, after: str) -> bool:
    whole = _WHOLE.search(before, clause.opened) or _WHOLE_BEHIND.match(after)
    if any(_OF_A_MAKER.match(clause.after(name.said.end, 70)) for name in clause.names if name.said.end < value.start):
        return True
    return bool(whole) or any(
        spot.level == "country" and _LAND_HAS.match(clause.after(spot.span.end, 60))
        for spot in clause.countries
        if spot.span.end < value.start
    )


def _is_dealt(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a clause that only goes on about a supply does not speak of what a plant makes."""
    told = any(draft.clause is clause for draft in home.drafts)
    return told or not _MADE.search(clause.before(value.end, _NEAR))


_NOT_SPENT = regex(
    r"\b(?:charges?|write-?\s?(?:offs?|downs?)|impairments?|loss(?:es)?|lost|debts?|revenues?|sales|profits?|earn\w*|prices?"
    r"|valu(?:ed|ation)|rais(?:ed|ing)|deposits?|eligible)\b",
    re.I,
)
_HARM = regex(
    r"\b(?:damag\w+|fin(?:e|es|ed)|penalt\w+|settle\w*|compensat\w+|recall\w*|claim\w*|su(?:ed|es|ing)|lawsuit|cost\w*"
    r"|loss(?:es)?|pay\w*|ransom)\b",
    re.I,
)
_AROUND = 50  # characters on either side


def is_unfounded_sum(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is no harm of an incident's, or stands beside a plant or deal as a debt, a charge or a deposit."""
    around = clause.before(value.start, _AROUND) + "\n" + clause.after(value.end, _AROUND)
    if home.kind is Kind.INCIDENT:
        return not _HARM.search(around)
    told = any(draft.clause is clause for draft in home.drafts)
    return not told and home.kind is not Kind.INVESTMENT and bool(_NOT_SPENT.search(around))


_FROM_ONCE = regex(r"\bfrom (?:its |the |an? )?(?:initial|original|earlier|previous|planned)\s(?:[\w-]+\s){0,2}$", re.I)
_OTHER_MONEY = regex(
    r"^\s(?:(?:in|of|worth of)\s)?(?:(?!in\b|to\b|for\b|plant\b)[\w-]+\s){0,3}?(?:loans?|grants?|incentives?"
    r"|subsid(?:y|ies)|tax (?:breaks?|credits?|benefits?|abatements?|relief)|GVA|Series [A-H]|share sale"
    r"|shares? offering|debt financing)\b"
    r"|^\s(?:in|of) (?:\w+ )?(?:government|public|federal|state|economic) (?:funding|money|support|aid|impact|activity"
    r"|output|benefits?)\b|^\s(?:a year )?to (?:the|its) (?:\w+['’]s? )?(?:\w+ )?economy\b"
    r"|^\s(?:in|on|into|for) (?:EVs|electrification|electric (?:vehicles|cars|mobility"
    r"|and (?:autonomous|hybrid) vehicles))\b(?! and (?:their )?batter)",
    re.I,
)
_BACKED = regex(r"\b(?:backed|funded|supported|financed) (?:\w+ )?(?:by|with) (?:a |an )?$", re.I)
_NOT_COST = regex(
    r"\b(?:loss(?:es)? of|incentives\b.{0,40} and|GVA of|raising|separate|promises? of"
    r"|pledg\w+(?: to (?:make|give|donate|contribute))?"
    r"|(?:initially|originally|previously) (?:announced|planned)(?: (?:\w+ )?(?:of|at))?"
    r"|original (?:\w+ )?(?:investment|plan|budget|estimate) of"
    r"|economic (?:impact|boost|benefits?|output)\b.{0,50}?)\s(?:about |around |some |nearly )?$",
    re.I,
)
_PART_OF = regex(r"^\sof (?:it|that|this|them|the (?:sum|money|grant|total))\b")
_PROGRAMME = regex(r"^\s(?:[\w-]+\s){0,2}?(?:partnership|programme|program|alliance)\b", re.I)
_INCENTIVES_OF = regex(
    r"\b(?:incentives?|subsid(?:y|ies)|grants?|tax (?:breaks?|benefits?|abatements?|relief)|(?:state )?aid)\s"
    r"(?:package\s)?(?:of|worth|totall?ing)\s"
    r"(?:up to |about |some )?$",
    re.I,
)
_GIVES = regex(r"\bcontribut\w+ (?:up to |about |another |an additional )?$", re.I)
_BEFORE_IT = regex(
    r"\b(?:previously|already|earlier) (?:had )?(?:raised|received|secured|invested|put) (?:about |some )?$", re.I
)
_ROUND_BEFORE = regex(
    r"^\s(?:in|from|of|over|across)?\s?(?:[\w-]+\s){0,3}?(?:previous|earlier|prior|past)\s(?:[\w-]+\s){0,2}?(?:rounds?|raises?)\b"
)
_STAKE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:placements?|stakes?|shares?|subscription|equity)\b", re.I)
_THING = regex(
    r"^\s(?:[\w-]+\s){0,5}?(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|complex|projects?|partnership|joint venture"
    r"|venture)\b",
    re.I,
)
_GIVEN = frozenset({"investment.public-money", "investment.round", "investment.receives", "investment.shares"})
_COSTS = regex(r"\b(?:of (?:a|an|its|the)|for (?:a|an|its|the)|its|the|get its)\s$", re.I)


def is_others_sum(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is of another sort than the development's: a grant beside what a plant costs, what a plant costs
    beside a loan, an earlier deal, a loss."""
    if is_aside(each.span, clause, home) or each.change == "from":
        return True
    if _FROM_ONCE.search(clause.before(each.span.start, 40)):
        return True
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    if _NOT_COST.search(before) or _PART_OF.match(after) or (_FUND_BEFORE.search(before) and _FUND_BEHIND.match(after)):
        return True
    if home.kind is Kind.FACILITY:
        if _PROGRAMME.match(after) or _INCENTIVES_OF.search(before):
            return True
        return _GIVES.search(before) is not None or (bool(_OTHER_MONEY.match(after)) and not _BACKED.search(before))
    if home.kind in {Kind.INCIDENT, Kind.SUPPLY}:
        return bool(_THING.match(after) or _STAKE.match(after))
    if (
        home.kind is Kind.INVESTMENT
        and not home.background
        and (_BEFORE_IT.search(before) or _ROUND_BEFORE.match(after))
    ):
        return True
    if home.kind is Kind.INVESTMENT and home.drafts[0].rule in _GIVEN:
        return bool(_THING.match(after) and _COSTS.search(before))
    return False
