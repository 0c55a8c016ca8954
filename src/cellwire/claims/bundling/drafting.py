"""What each clause of a document tells, each thing once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.actors import groups, subject
from cellwire.claims.bundling.awards import is_awarded
from cellwire.claims.bundling.gone_by import is_beside_the_news, was_planned_then
from cellwire.claims.bundling.unions import without_unions
from cellwire.claims.clauses import Draft, clauses
from cellwire.claims.figures import When
from cellwire.claims.gates import gated
from cellwire.claims.kinds import DEED, EACH_BOND, MOVED, READERS
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.voice import guessed, is_background, is_told_aside
from cellwire.lexicon import PLANT, regex
from cellwire.model import REACHED, STOPPED, Kind, PartialDate, Role


def read_drafts(scene: Scene) -> list[tuple[Draft, bool]]:
    """Every clause's developments, with whether they are background, in reading order."""
    drafts: list[tuple[Draft, bool]] = []
    for sentence in scene.sentences:
        if not sentence.tags:
            continue
        for clause in clauses(sentence):
            told = [draft for read in READERS for draft in read(clause, scene)]
            told = [draft for draft in told if not _undone(draft, sentence) and not guessed(sentence, draft.trigger)]
            told = [each for draft in told if not is_awarded(draft) for each in without_unions(draft)]
            if not told:
                continue
            told = _one_telling([_weighed(draft, sentence) for draft in told])
            whens = read_values(clause, scene).dates
            old = _goes_on_about_old(drafts, clause, whens)
            drafts += [
                (
                    draft,
                    old
                    or is_beside_the_news(draft, told)
                    or (was_planned_then(draft, whens, scene) and not _is_titles(draft, drafts))
                    or (is_background(draft, clause, _days(draft, whens), scene) and not _is_titles(draft, drafts)),
                )
                for draft in told
            ]
    return drafts


def _is_titles(draft: Draft, before: Sequence[tuple[Draft, bool]]) -> bool:
    """Whether what stands first under a headline is that headline's news, of the same companies: so it is not old."""
    if not before or not all(each.clause.headline for each, _ in before):
        return False
    ids = _ids(draft)
    same = (each for each, _ in before if each.kind is draft.kind and each.stage == draft.stage)
    return any(ids and (ids <= _ids(each) or ids > _ids(each) > set()) for each in same)


def _ids(draft: Draft) -> set[str]:
    return {actor.name.id for actor in draft.actors}


_WOULD_BE = gated(r"\b(?:would|was to|were to)\b")


def _goes_on_about_old(drafts: Sequence[tuple[Draft, bool]], clause: Sentence, whens: Sequence[When]) -> bool:
    """Whether a sentence says what "would" be, right behind the old plan that its paragraph opened with."""
    if not drafts or whens or not _WOULD_BE.search(clause.text, clause.opened):
        return False
    last, background = drafts[-1]
    return background and last.clause.paragraph == clause.paragraph and last.clause.index == clause.index - 1


_STRIKES = frozenset({"incident.fire", "incident.accident"})  # what is over in days


def _days(draft: Draft, whens: Sequence[When]) -> list[PartialDate]:
    """Of a fire the day named nearest: on another it is spoken of, "that broke out |in January|, he said on Monday";
    of a plant not the day on which its plan was made: "decided against the plant |it announced in 2021|"."""
    whens = [when for when in whens if not _is_of_an_aside(draft, when)]
    if draft.kind is Kind.FACILITY:
        at = draft.trigger.end
        own = [when for when in whens if not (when.span.start > at and _ONCE_PLANNED.search(_up_to(draft, when)))]
        first = [when for when in own if not (when.span.start > at and _AND_PLANS.search(_up_to(draft, when)))]
        return [when.date for when in (first if draft.stage in REACHED else ()) or own]
    if draft.kind is Kind.MARKET:
        return [when.date for when in whens if not _COMPARED_WITH.search(draft.clause.before(when.span.start, 70))]
    if draft.rule in _STRIKES and whens:
        at = draft.trigger.start
        nearest = min(whens, key=lambda when: max(when.span.start - draft.trigger.end, at - when.span.end))
        return [nearest.date]
    return [when.date for when in whens]


def _is_of_an_aside(draft: Draft, when: When) -> bool:
    """Whether a day is that of something told aside: "Alder, which raised $300 million in 2022, has opened a "
    "plant"."""
    founded = _FOUNDED.search(draft.clause.before(when.span.start, 40))
    return founded is not None or is_told_aside(when.span, draft.clause, draft.trigger)


# "Birch, which was |founded in| 2015, has been taken over": how old somebody is
_FOUNDED = regex(
    r"\b(?:founded|established|incorporated|headquartered|listed)\s(?:[\w.,]+\s){0,3}?(?:in|since)\s(?:\w+\s)?$"
)
_ONCE_PLANNED = regex(
    r"\b(?:(?:it|they|which|that|who|company)\s(?:(?:had|has|was|were|have|been)\s){0,3}(?:first\s|originally\s"
    r"|once\s)?"
    r"|(?:first|originally|initially)\s)(?:announced|planned|unveiled|proposed|promised|revealed|presented"
    r"|touted)\b[^,;]*$"
)


# "began operations in |2022| and plans to start up a third plant |next year|": each step has its own day
_AND_PLANS = regex(
    r"\b(?:and|but)\s(?:[a-z]+\s)?(?:plans?|aims?|expects?|intends?|hopes?|will|would|is (?:to|set|due|expected))\b"
)
# "up 12% |from| the first half of 2023": what figures are measured against
_COMPARED_WITH = regex(
    r"(?:%|\b(?:up|down|higher|lower|more|less|percent|cent|increase|decrease|growth|rise|drop|decline|[GM]Wh|tonnes"
    r"|million|billion|won|yuan|units))\s(?:[\w.,%]+\s){0,3}?"
    r"(?:from|than|against|since|versus|vs\.?|compared (?:to|with))\s(?:(?:the|same|a|its|in|of|period|last)\s){0,6}"
    r"(?:[\d.,]+\s?%?\s?(?:[\w$€£-]+\s){0,3}?(?:in|of)\s(?:the\s)?)?$"
)


def _up_to(draft: Draft, when: When) -> str:
    return draft.clause.between(draft.trigger, when.span)


_WOULD = gated(r"\b(?:would|could|might)\b[\w\s,]{0,40}$", re.I)


def _weighed(draft: Draft, sentence: Sentence) -> Draft:
    """What would follow from something that is only weighed is weighed itself: "the plant would supply Ford"."""
    if draft.kind in {Kind.FACILITY, Kind.SUPPLY} and sentence.text.rstrip(' "”’)').endswith("?"):
        return replace(draft, stage="considered")  # "Will Ford own a plant that CATL runs?"
    firm = draft.stage in {"signed", "announced"} and draft.kind in {Kind.SUPPLY, Kind.INVESTMENT, Kind.FACILITY}
    if (
        firm
        and sentence.has("firm.consider")
        and _WOULD.search(sentence.before(draft.trigger.start, 50), sentence.opened)
    ):
        return replace(draft, stage="considered")
    return draft


def _undone(draft: Draft, sentence: Sentence) -> bool:
    """What a sentence says has not happened is no development, unless it answers a report."""
    ended = draft.stage in STOPPED | {"repealed"}
    return draft.aspect.negated and not ended and not sentence.has("firm.deny", "firm.rumour")


# What tells a thing best is kept; the other kinds that the same clause seems to tell are its own words for it.
_OUTTOLD = {
    Kind.FACILITY: {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET},
    Kind.SUPPLY: {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET},
    Kind.PARTNERSHIP: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.INVESTMENT: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.INCIDENT: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.POLICY: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.MARKET: {Kind.TECHNOLOGY},
}


def _one_telling(told: list[Draft]) -> list[Draft]:
    """What a clause tells once is kept once: a plant's joint venture or investment is the plant (labels' rule 6)."""
    told = [
        draft for draft in told if not (_is_no_plant(draft, told) or _only_why(draft, told) or _are_goods(draft, told))
    ]
    moved = next((draft for draft in told if draft.rule == MOVED and _is_led_by(draft, told)), None)
    dropped = _outtold(told)
    kept = [
        draft
        for draft in told
        if (draft.kind not in dropped or _is_with_another(draft, told)) and not _is_harms(draft, told)
    ]
    return [*kept, moved] if moved and moved not in kept else kept


def _is_with_another(bond: Draft, told: list[Draft]) -> bool:
    """Whether one of several bonds is with a partner that nothing else in the clause names: "goods for B, and a
    memorandum with C"."""
    others = (other for other in told if other.kind is not Kind.PARTNERSHIP)
    return bond.rule == EACH_BOND and not any(_ids(bond) <= _ids(other) for other in others)


def _are_goods(draft: Draft, told: list[Draft]) -> bool:
    """Whether what is sold is told as goods too: "will sell 60% of its output to B" hands over no share."""
    sold = draft.rule in {"investment.sale", "investment.receives"}
    return sold and any(other.kind is Kind.SUPPLY and other.trigger == draft.trigger for other in told)


# "lithium prices jump |after| B halts its mine": both are told, of which the first is why the text was written
_WHY = gated(r"\b(?:after|as|since|following|because|on|amid|when|while|with)\b")


def _is_led_by(moved: Draft, told: list[Draft]) -> bool:
    """Whether a clause opens with what the market does, and tells the rest as the reason."""
    others = (other for other in told if other is not moved and other.kind is not Kind.TECHNOLOGY)
    return any(_why(moved, other) for other in others)


def _why(moved: Draft, other: Draft) -> str:
    if other.trigger.start < moved.trigger.end:
        return ""
    reason = _WHY.search(moved.clause.between(moved.trigger, other.trigger), moved.clause.opened)
    return reason[0] if reason else ""


def _only_why(draft: Draft, told: list[Draft]) -> bool:
    """Whether it is nobody's, or old, and stands beside a market that moves: "have tripled |since Congo banned|"."""
    if draft.rule == "facility.make" and not draft.actors and any(other.kind is Kind.MARKET for other in told):
        return True  # "the US installed 18 GWh of storage in the first quarter"
    moved = next((other for other in told if other.rule == MOVED), None)
    if moved is None or draft.kind not in {Kind.FACILITY, Kind.POLICY}:
        return False
    nobody = draft.kind is Kind.FACILITY and not draft.actors
    return nobody or _why(moved, draft) == "since"


_WHOSE = frozenset({"supply.powered"})  # "cells supplied by B" of cars that are recalled


def _outtold(told: list[Draft]) -> set[Kind]:
    """Kinds whose drafts only say again what a draft of another kind tells."""
    kinds = {draft.kind for draft in told}
    dropped = {outtold for kind in kinds for outtold in _OUTTOLD.get(kind, ())}
    if Kind.INCIDENT in kinds and all(each.rule in _WHOSE for each in told if each.kind is Kind.SUPPLY):
        dropped.add(Kind.SUPPLY)
    sums = [draft for draft in told if draft.kind is Kind.INVESTMENT]
    if Kind.FACILITY in kinds and all(draft.rule == "investment.stake" for draft in sums):
        dropped.add(Kind.INVESTMENT)
    bonds = [draft for draft in told if draft.kind is Kind.PARTNERSHIP and draft.stage == "signed"]
    if sums and bonds and not any(_is_also_agreed(draft) for draft in bonds):
        dropped.add(Kind.PARTNERSHIP)
    if any(draft.rule == DEED for draft in told) and kinds - {Kind.POLICY, Kind.MARKET, Kind.TECHNOLOGY}:
        dropped.add(Kind.POLICY)  # a verb alone gives way to whatever a clause tells else
    public = [draft for draft in sums if draft.rule == "investment.public-money"]
    if public and all(len(draft.actors) > 1 for draft in public):
        dropped.add(Kind.POLICY)  # what a state gives one company is no law
    elif public and len(public) == len(sums) and Kind.POLICY in kinds:
        dropped.add(Kind.INVESTMENT)  # and what it gives a trade is no investment
    return dropped


# "has raised $90 million |and announced| a collaboration", "will buy 5% |and| jointly develop"
_ALSO_AGREED = gated(
    r"\b(?:and|also)\s(?:[\w'-]+\s){0,3}?(?:announc\w+|agree\w*|sign\w*|enter\w*|form\w*|inks?|inked|jointly|will)\s"
    r"(?:[\w'-]+\s){0,5}$"
    r"|,\s(?:announc\w+|signs?|signed|inks?|inked)\s(?:an?\s)?(?:[\w'-]+\s){0,3}$"
)


def _is_also_agreed(draft: Draft) -> bool:
    """Whether a partnership is told beside money, by a verb of its own."""
    return _ALSO_AGREED.search(draft.clause.before(draft.trigger.start, 60), draft.clause.opened) is not None


_BURNS = frozenset({"incident.fire", "incident.accident", "incident.recall"})
_STRUCK = frozenset({"operating", "closed", "delayed"})  # what a fire did to a plant is told by the fire


def _is_harms(draft: Draft, told: list[Draft]) -> bool:
    """Whether what befell a plant tells what happened to it: its fire, the jobs it cuts."""
    rules = {each.rule for each in told}
    if "incident.insolvency" in rules and _HAD_MEANT.search(_around(draft)):
        return draft.kind is Kind.FACILITY
    if draft.rule in {"facility.plan", "facility.make"} and "incident.layoff" in rules:
        return True
    return draft.kind is Kind.FACILITY and draft.stage in _STRUCK and bool(rules & _BURNS)


_SIZED = regex(
    r"\d\s?(?:[GM]Wh?|gigawatt|megawatt|tonnes|tons|tpa)|[$€£¥₩]\s?\d|\d\s(?:million|billion|trillion)", re.I
)


def _is_any_plant(draft: Draft) -> bool:
    """Whether partners only say what they mean to build some day, not where nor how large: "will build cell plants"."""
    clause = draft.clause
    if draft.rule in _ENDS_MEANT:  # "A partners with B to produce cells in Chile", "to improve operational data"
        return draft.rule == "facility.running" or (clause.headline and clause.has("partnership.join"))
    some = draft.thing is not None and draft.thing.written.endswith("s") and draft.rule in _BUILT
    placed = any(spot.level != "area" for spot in (*clause.places, *clause.countries))
    return some and draft.stage == "announced" and not placed and not _SIZED.search(clause.text)


_ENDS_MEANT = frozenset({"facility.start-operating", "facility.running"})


# "will build |a joint venture| with B", not "a joint venture battery plant", which is built
_FOUNDS = regex(
    r"^\s(?:an?|the|its|their|two|new)\s(?:[\w:%-]+\s){0,3}?(?:joint venture|JV|venture|partnership|alliance|"
    rf"subsidiary|company)\b(?!\s(?:[\w$€£.,-]+\s){{0,5}}?{PLANT}\b)"
)


_MONEY_FOR_IT = frozenset({"investment.round", "investment.public-money"})


def _a_body_pays(draft: Draft) -> bool:
    """Whether it is a government that puts money into somebody's plant: "Ontario |puts| C$17 million into"."""
    paying = any(cue.span == draft.trigger and "handing.give" in cue.tags for cue in draft.clause.cues)
    payer = subject(groups(draft.clause), draft.trigger.start) if paying else None
    return payer is not None and all(name.kind == "government" for name in payer.names)


# "has achieved 402 Wh/kg in cells |made| at its lab": what a cell can do is no plant's start
_MERITS = gated(
    r"\b(?:Wh/(?:kg|l)|watt-hours per|energy density|km of range|kilomet(?:re|er)s of range|range of \d|in \w+ minutes"
    r"|[\d,.]+ (?:[\w-]+ )?cycles)\b",
    needs="wh watt energy km kilo range in 0",
)


def _is_a_cells_merit(draft: Draft, told: list[Draft]) -> bool:
    """Whether only a word of making, and no noun of a plant, stands beside what a new cell can do."""
    plant = draft.thing is not None and any(tag.startswith("facility.") for tag in draft.thing.tags)
    new = any(other.kind is Kind.TECHNOLOGY for other in told)
    return new and not plant and _MERITS.search(draft.clause.text, draft.clause.opened) is not None


_OFFERS = ("launch", "unveil", "introduc", "roll", "present", "releas", "debut", "showcas", "reveal")
_WARES = ("storage system", "energy storage", "battery storage", "bess", "storage container")


def _is_on_offer(draft: Draft, told: list[Draft]) -> bool:
    """Whether a store that is launched is for sale, and stands nowhere: "launches a 6.9 MWh storage system"."""
    said = draft.clause.after(draft.trigger.start, 9).lower()
    ware = draft.thing is not None and draft.thing.written.startswith(_WARES)
    new = any(other.kind in {Kind.TECHNOLOGY, Kind.SUPPLY} for other in told)
    return new and ware and said.startswith(_OFFERS) and not draft.clause.places


# "A, which |wanted to| build a factory, has collapsed": a plan of those who fail is gone with them
_HAD_MEANT = regex(
    r"\b(?:wanted|hoped|aimed|(?:had|was|were) (?:plan(?:ned|ning)|meant|going|hop(?:ed|ing)|due"
    r"|set)) to\b[\w ]{0,16}$"
)


def _around(draft: Draft) -> str:
    at = draft.trigger.end
    return draft.clause.before(at, 60) + draft.clause.after(at, 3)


_BUILT = frozenset({"facility.plan", "facility.build", "facility.make"})


def _is_builder(draft: Draft, other: Draft) -> bool:
    makers = {actor.name.id for actor in other.actors if actor.role is Role.SUPPLIER}
    return other.rule == "supply.nominated" and bool(_ids(draft)) and _ids(draft) <= makers


_SOLD = frozenset({"investment.works", "investment.bids"})
_MEANT = frozenset({"facility.consider", "facility.plan", "facility.cancel"})


_GROWS = frozenset({"facility.expand", "facility.delay"})
_NO_WORKS = regex(
    r"\s(?:(?:its|the|an?|this|[\w-]+)\s){0,3}?(?:ban|moratorium|deadline|freeze|prohibition|restrictions|tariffs?"
    r"|subsid(?:y|ies)|tax (?:credit|break)s?|incentives|rules|ordinance)\b"
)


def _is_no_plant(draft: Draft, told: list[Draft]) -> bool:
    """What is built is a firm, or a university is said to build it."""
    if draft.kind is not Kind.FACILITY:
        return False
    if draft.rule in _BUILT and any(_is_builder(draft, other) for other in told):
        return True  # who is commissioned to build a storage project for another
    if draft.rule in _GROWS and _NO_WORKS.match(draft.clause.after(draft.trigger.end, 50)):
        return True  # a ban is extended
    if not draft.actors and any(other.kind is Kind.POLICY and other.actors for other in told):
        return True  # nobody's plant, of which a law speaks
    if draft.rule == "facility.site" and any(other.rule.startswith("supply.nominat") for other in told):
        return True  # who is selected to supply is no site
    if draft.rule in {"facility.consider", "facility.plan"} and any(each.rule in _SOLD for each in told):
        return True  # a plant that is to be bought stands
    if draft.rule in _MEANT and any(each.rule == "investment.given-up" for each in told):
        return True  # whose plant somebody does not pay for after all, may go on with it
    if draft.rule == "facility.plan" and any(
        each.rule in _MONEY_FOR_IT for each in told if each.trigger == draft.trigger
    ):
        return True  # money that is raised or given for plants plans none
    if _is_a_cells_merit(draft, told) or _is_on_offer(draft, told):
        return True
    bond = any(other.kind is Kind.PARTNERSHIP for other in told)
    if bond and _is_any_plant(draft):
        return True
    if bond and _FOUNDS.match(draft.clause.after(draft.trigger.end, 60)):
        return True
    if draft.rule == "facility.plan" and _a_body_pays(draft):
        return True
    owners = [actor.name for actor in draft.actors if actor.role is not Role.GOVERNMENT]
    return bool(owners) and all(name.kind == "institute" for name in owners)
