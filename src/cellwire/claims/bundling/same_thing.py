"""Whether a clause tells of the thing that earlier clauses told, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cellwire.claims.bundling.same_deal import DATED, same_deal
from cellwire.claims.bundling.same_plant import same_plant
from cellwire.claims.bundling.sides import Side, cuts_short, distance, ids_of, is_cut_short, one_ended, side_of
from cellwire.claims.clauses import NEAR, Bundle, Draft, place_of
from cellwire.claims.figures import find_money
from cellwire.claims.gates import gated
from cellwire.claims.kinds import EACH_BOND
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Kind, Role


def same_thing(home: Bundle, draft: Draft, background: bool) -> bool:
    """Whether a draft tells what a bundle tells."""
    return home.kind is draft.kind and _TESTS[draft.kind](home, draft, background)


def _same_bond(home: Bundle, draft: Draft, background: bool) -> bool:
    ours, theirs = side_of(home, draft)
    if draft.rule == EACH_BOND and not ours <= theirs:
        return False  # the headline's "A ties up with B and C" is told as two bonds
    if background != home.background and not (theirs <= ours or ours <= theirs):
        return False  # the partner before this one
    shared = len(ours & theirs)
    return shared >= 2 or (shared == 1 and home.drafts[0].stage == draft.stage and len(theirs) < 2)


_SIZED = gated(
    r"\d\s?(?:GWh|MWh|gigawatt|megawatt|tonnes|tons|tpa|ktpa|mtpa)|[$€£¥]\s?\d|\d(?:[\d,.]*)\s(?:million|"
    r"billion)",
    re.I,
)


def _same_money(home: Bundle, draft: Draft, background: bool) -> bool:
    takers, givers = side_of(home, draft, Role.TARGET), side_of(home, draft, Role.INVESTOR)
    if one_ended(home, draft):
        return False
    if _is_its_venture(home, draft, takers):
        return True
    sized = bool(_SIZED.search(draft.clause.text, draft.clause.opened))
    if takers.shared and {home.drafts[0].rule, draft.rule} & _WHOLE and _raises_one(home, draft):
        return False
    if not givers.shared and _is_another_sum(home, draft, background, about=takers.shared and sized):
        return False
    if sized and _listing_and_round(home.drafts[0], draft):
        return False
    if sized and _is_a_stake_beside(home, draft):
        return False
    if not sized and (_is_the_round(home, draft) or (takers.shared and _joins(home, draft))):
        return True
    if _one_sum(home, draft) and not takers.differs:
        return True
    if givers.shared and (_told_anew(home, draft) or _is_its_title(home, draft)):
        return True
    if _is_another_gift(home, draft):
        return False
    if _is_a_share(home, draft, takers):
        return True
    if _is_the_programme(home, draft, takers):
        return False
    if _is_states(home, draft, givers):
        return False
    if _is_another_part(home, draft):
        return False
    if givers.shared and not takers.theirs and background == home.background:
        return not sized or bool(_IS_THE_DEAL.match(draft.clause.text))
    if takers.known:
        return takers.shared and (not givers.differs or is_cut_short(home, draft, givers.ours ^ givers.theirs))
    return _goes_on(home, draft)


def _is_its_venture(home: Bundle, draft: Draft, takers: Side) -> bool:
    """Whether a headline names the owners of who gets it: "Alder-Birch venture gets loan" over "a loan to Cedar"."""
    headed = all(each.clause.headline for each in home.drafts) and draft.rule == home.drafts[0].rule
    got = [actor.name for actor in draft.actors if actor.role is Role.TARGET]
    return headed and takers.differs and any(takers.ours <= set(name.parents) for name in got)


_TAKES_ALL = regex(r"\b(?:tak(?:e|es|ing|en) ?over|takeover|acqui\w+|buy(?:s|ing)?|bought|bids?)\b")
_A_STAKE = regex(r"\b(?:stakes?|shareholding|interest|\d[\d.]*\s?per ?cent)\b|\d\s?%")


def _is_a_stake_beside(home: Bundle, draft: Draft) -> bool:
    """Whether a priced stake is not the takeover that was told: "has agreed to take it over. In May it bought 14%"."""
    body = [each.clause.text for each in home.drafts if not each.clause.headline]
    whole = bool(body) and bool(_TAKES_ALL.search(body[0])) and not any(_A_STAKE.search(text) for text in body)
    return whole and _A_STAKE.search(draft.clause.text) is not None


_RAISING = frozenset({"investment.round", "investment.receives", "investment.shares", "investment.public-money"})


_WHOLE = frozenset({"investment.takeover", "investment.merger", "investment.sale"})


def _raises_one(home: Bundle, draft: Draft) -> bool:
    """Whether one of the two is money raised: a firm that is bought has raised money as well."""
    return (home.drafts[0].rule in _RAISING) != (draft.rule in _RAISING)


def _is_another_sum(home: Bundle, draft: Draft, background: bool, *, about: bool) -> bool:
    """Whether who is bought also raises money, or it is the round before the one that is announced."""
    first = home.drafts[0]
    bought = about and _raises_one(home, draft)
    return bought or (background != home.background and draft.stage != first.stage)


_A_ROUND = regex(r"\b(?:[Ss]eries [A-H]\d?|seed|pre-IPO)\b[^.;]{0,30}?\b(?:rounds?|funding|financing|raise)\b")


def _listing_and_round(one: Draft, other: Draft) -> bool:
    """Whether one goes public and the other is a round before it: "a Series B round" beside an IPO."""
    sorts = {(each.clause.has("investment.ipo"), bool(_A_ROUND.search(each.clause.text))) for each in (one, other)}
    return sorts == {(True, False), (False, True)}


_THE_ROUND = gated(
    r"\b(?:[Tt]he|[Tt]his)\s(?:new\s|latest\s|Series\s[A-H]\d?\s|(?:equity|financing|funding|investment)\s)*round\b",
    needs="round",
)


def _joins(home: Bundle, draft: Draft) -> bool:
    """Whether a clause says who else gives to a round: "Existing investors also joined"."""
    return draft.rule == home.drafts[0].rule == "investment.round" and distance(home, draft) <= NEAR


def _is_the_round(home: Bundle, draft: Draft) -> bool:
    """Whether a clause without a sum speaks of the round that was just told: "Also joining the round were B"."""
    definite = _THE_ROUND.search(draft.clause.text, draft.clause.opened)
    return bool(definite) and not home.background and _joins(home, draft)


_IS_THE_DEAL = regex(
    r"\W*(?:The|This)\s(?:[\w-]+\s){0,2}?(?:deal|investment|transaction|acquisition|takeover|purchase)\b"
)
_ALSO_TALKS = regex(r"\balso\s(?:in|considering|weighing|exploring|negotiating|discussing|looking)\b")


def _is_another_part(home: Bundle, draft: Draft) -> bool:
    """Whether talks are of something beyond what was bought: "It is also in talks to acquire the works in Quebec"."""
    return draft.stage == "considered" != home.drafts[0].stage and bool(_ALSO_TALKS.search(draft.clause.text))


_PRICE = gated(r"[$€£¥₩₹]\s?(\d[\d.,]*\d|\d)", re.NOFLAG, needs="$ 0")


def _one_sum(home: Bundle, draft: Draft) -> bool:
    """Whether what was told is told again, with the same sum: "$4.7M awarded under the programme"."""
    return bool(_sums([draft]) & _sums(home.drafts))


def _sums(drafts: Iterable[Draft]) -> set[tuple[float, str]]:
    return {(float(each.amount), each.currency) for draft in drafts for each in find_money(draft.clause.text)}


def _told_anew(home: Bundle, draft: Draft) -> bool:
    """Whether the next sentence names the same sum and whose part takes it: "$3M in B, A's subsidiary"."""
    here = set(_PRICE.pattern.findall(draft.clause.text))
    there = set(_PRICE.pattern.findall(home.drafts[-1].clause.text))
    return bool(here) and here == there and 0 < distance(home, draft) <= 1 and bool(_A_PART.search(draft.clause.text))


def _is_its_title(home: Bundle, draft: Draft) -> bool:
    """Whether a headline tells in short what the text tells of the same firms, in the same words for money."""
    headed = all(each.clause.headline for each in home.drafts) and not draft.clause.headline
    return headed and draft.rule == home.drafts[0].rule and home.ids() == ids_of(draft)


_A_PART = regex(r"\b(?:subsidiar(?:y|ies)|unit|arm|affiliate|wholly[- ]owned|parent)\b")


def _is_a_share(home: Bundle, draft: Draft, takers: Side) -> bool:
    """Whether a smaller sum is part of the public support just told, where nobody is named to get either.

    "The government backs the plant with £1 billion. A fund is giving £150 million."
    """
    near = distance(home, draft) <= 2 * NEAR and draft.stage == home.drafts[0].stage
    if not near or _is_another_item(home, draft) or takers.ours or takers.theirs or home.background:
        return False
    if not _is_public(home.drafts):
        return False
    return _largest([draft]) <= _largest(home.drafts)


def _is_another_gift(home: Bundle, draft: Draft) -> bool:
    """Whether a sentence has a sum, a day and a giver of its own: a state's grant, then "In May the land gave"."""
    if draft.clause.headline or draft.stage not in _GIVEN or not (_is_public(home.drafts) and _is_public([draft])):
        return False
    given = {actor.name.id for each in home.drafts for actor in each.actors if actor.role is Role.GOVERNMENT}
    gives = {actor.name.id for actor in draft.actors if actor.role is Role.GOVERNMENT}
    ours, theirs = _largest(home.drafts), _largest([draft])
    return (
        bool(given and gives) and not given & gives and 0 < ours != theirs > 0 and bool(DATED.match(draft.clause.text))
    )


_GIVEN = frozenset({"announced", "signed", "agreed", "completed"})


def _is_the_programme(home: Bundle, draft: Draft, takers: Side) -> bool:
    """Whether a larger sum of a state, with nobody named to get it, is all that a company's grant is a part of."""
    public = _is_public(home.drafts) and bool(takers.ours) and not takers.theirs
    return public and 0 < _largest(home.drafts) < _largest([draft])


def _is_another_item(home: Bundle, draft: Draft) -> bool:
    return draft.clause.block is BlockKind.LIST_ITEM and draft.clause.paragraph != home.drafts[-1].clause.paragraph


def _largest(drafts: Iterable[Draft]) -> float:
    return max((float(each.amount) for draft in drafts for each in find_money(draft.clause.text)), default=0.0)


def _is_states(home: Bundle, draft: Draft, givers: Side) -> bool:
    """Whether one of the two is a state's grant and the other the round that funds led."""
    ours, theirs = _is_public(home.drafts), _is_public([draft])
    return bool((ours and givers.theirs and not theirs) or (theirs and givers.ours and not ours))


def _is_public(drafts: Iterable[Draft]) -> bool:
    return any(actor.role is Role.GOVERNMENT for draft in drafts for actor in draft.actors)


def _goes_on(home: Bundle, draft: Draft) -> bool:
    """Whether the next sentence tells the same again without a name; another item of a list is another thing."""
    if _is_another_item(home, draft):
        return False
    return distance(home, draft) <= 1 and draft.rule == home.drafts[0].rule


def _same_product(home: Bundle, draft: Draft, background: bool) -> bool:
    side = side_of(home, draft)
    named = bool(side.ours and side.theirs)  # whose researchers they are a headline leaves out
    if background != home.background or not (side.shared if named else distance(home, draft) <= NEAR):
        return False
    ours = {spot.id for each in home.drafts for spot in each.clause.chemistries}
    return not Side(ours, {spot.id for spot in draft.clause.chemistries}).differs


_SIMILAR = regex(r"\balso\b[^.;]*\b(?:similar|further|more|such|the same)\b")


def _same_policy(home: Bundle, draft: Draft, background: bool) -> bool:
    if background != home.background:
        return False
    ours = {actor.name.country for each in home.drafts for actor in each.actors if actor.name.country}
    theirs = {actor.name.country for actor in draft.actors if actor.name.country}
    same_step = draft.stage == home.drafts[0].stage and not draft.clause.headline
    if ours and theirs and not ours & theirs and same_step:
        return False  # two lands have a law each
    known = {actor.name.id for each in home.drafts for actor in each.actors}
    nobody_else = {actor.name.id for actor in draft.actors if not actor.name.referred} <= known
    similar = not draft.actors or (nobody_else and _SIMILAR.search(draft.clause.text))
    again = similar and draft.stage == home.drafts[-1].stage  # "It also announced similar restrictions"
    return bool(again) or distance(home, draft) <= NEAR + 1


def _same_market(home: Bundle, draft: Draft, background: bool) -> bool:
    return background == home.background


_EACH_ITS_OWN = frozenset({"incident.recall", "incident.layoff", "incident.insolvency", "incident.strike"})
_HARM = frozenset({"incident.fire", "incident.accident", "incident.probe"})


_CUTS = frozenset({"incident.layoff", "incident.shrink"})
_COUNTED = regex(r"\b\d[\d,]*\s(?:[\w-]+\s){0,3}?(?:jobs|workers|employees|people|positions|posts|staff)\b")


def _at_other_works(home: Bundle, draft: Draft) -> bool:
    """Whether each clause counts the jobs of another place; a town and its region are one."""
    first = home.drafts[-1]
    spots = [place_of(each.clause, each.trigger) for each in (first, draft)]
    if not all(_COUNTED.search(each.clause.text) for each in (first, draft)) or None in spots:
        return False
    here, there = (spot.id for spot in spots if spot)
    return here != there and not (here.startswith(f"{there}-") or there.startswith(f"{here}-"))


def _same_incident(home: Bundle, draft: Draft, background: bool) -> bool:
    first = home.drafts[0].rule
    if first != draft.rule and not {first, draft.rule} <= _HARM:
        return False
    struck = side_of(home, draft)
    if draft.rule in _EACH_ITS_OWN and struck.differs and not cuts_short(home, draft):
        return False  # "Hyundai recalls its Kona. GM is also recalling its Bolt"
    if {first, draft.rule} <= _CUTS and _at_other_works(home, draft):
        return False  # "1,200 workers in Detroit will be laid off. It also will cut 550 jobs at a cell plant in Ohio"
    if first in _HARM and not struck.known:
        named = bool(struck.ours or struck.theirs)  # the owner is often named long after the fire
        return distance(home, draft) <= NEAR or (named and background == home.background)
    return struck.shared or distance(home, draft) <= 2


_TESTS: dict[Kind, Callable[[Bundle, Draft, bool], bool]] = {
    Kind.FACILITY: same_plant,
    Kind.SUPPLY: same_deal,
    Kind.PARTNERSHIP: _same_bond,
    Kind.INVESTMENT: _same_money,
    Kind.TECHNOLOGY: _same_product,
    Kind.POLICY: _same_policy,
    Kind.MARKET: _same_market,
    Kind.INCIDENT: _same_incident,
}
