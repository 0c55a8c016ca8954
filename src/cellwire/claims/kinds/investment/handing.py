"""Public money told by who hands it to whom: "Ontario puts C$17 million into B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cellwire.claims.actors import Group, distinct, groups, subject, without_parents
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import lets_have
from cellwire.claims.kinds.investment.paid import SUM, ended, investment_draft
from cellwire.claims.kinds.lands import only_land
from cellwire.claims.kinds.takers import PUBLIC, any_public, whose_plant
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Role

_REACH = 90  # characters between a verb and its sum
_MONEY = gated(
    r"\b(?:money|cash|funds|funding|aid|support|subsid(?:y|ies)|grants?|loans?|guarantees?"
    r"|tax (?:breaks?|credits?|relief)|incentives?)\b",
    re.I,
)
_SPENT = frozenset(["invest", "inject", "contribut", "disburs", "paid", "pay", "lent", "put", "pour", "pump", "chip"])


def handed(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A body gives, lends or promises a sum to a company that is named behind the verb."""
    for cue in clause.find("handing.give", "facility_verb.permit"):
        how = aspect(clause, cue)
        givers = _givers(clause, found, cue, scene)
        if not givers or not cue.form or how.passive or (cue.written == "funding" and not how.going_on):
            continue
        if "handing.give" not in cue.tags and not (
            cue.written.startswith("approv") and lets_have(clause.after(cue.span.end, _REACH))
        ):
            continue
        near = clause.before(cue.span.start, _REACH) + clause.after(cue.span.end, _REACH)
        if not (
            SUM.search(near, clause.opened) or _MONEY.search(near, clause.opened) or cue.written.startswith("fund")
        ):
            continue
        targets = [group for group in found if group.span.start >= cue.span.end and _takes(clause, cue, group)]
        names = distinct(name for group in targets[:1] for name in group.names if name.kind not in PUBLIC)
        if not names and scene.main and _TO_THE_PLANT.match(clause.after(cue.span.end, 120)):
            names = [scene.main]  # "Germany contributed 902 million euros |to the construction|"
        if not names and _SUM_NEAR.match(clause.after(cue.span.end, _REACH)):
            names = whose_plant(clause, scene)
        if names or _is_for_the_trade(clause, cue):
            return _draft(clause, cue, givers, names, how)
    return None


_TRADE = r"\b(?i:batter(?:y|ies)|BESS|energy storage|lithium|critical minerals|gigafactor(?:y|ies))\b"
# "awards €600 million to five |battery| factories", "is to fund eight grid |batteries|": to nobody who is named
_FOR_THE_TRADE = regex(
    r"[^.;]{0,60}?(?:[$€£¥₹₩]\s?\d|\d[\d.,]*\s(?:million|billion|crore|lakh|trillion|m|bn)\b)[^;]{0,90}?"
    rf"\s(?:to|towards?|for|into|in|on|available|behind)\s[^.;]{{0,80}}?{_TRADE}"
    rf"|\s[^.;]{{0,60}}?{_TRADE}[^.;,]{{0,40}}?\swith\s(?:up to |over )?[A-Z]{{0,3}}[$€£¥]\s?\d",
    re.I,
)
_FUNDS_THE_TRADE = regex(rf"\s[^.;,]{{0,60}}?{_TRADE}")
# "sets aside €200 million for a subsidy |scheme|": what a law does, and no one's money yet
_BY_LAW = gated(
    r"\b(?:schemes?|programmes?|programs?|subsid(?:y|ies)|incentives?|tax|rebates?|tariffs?|rules?|laws?|bills?|auctions?"
    r"|tenders?|consumers?|contracts?|stockpil\w+|orders?|plans?|packages?|strateg(?:y|ies)|budgets?)\b",
    re.I,
)


def _is_for_the_trade(clause: Sentence, cue: Cue) -> bool:
    """Whether a sum, or funding, is for some battery factories or research that nobody names."""
    if _BY_LAW.search(clause.text, clause.opened) or clause.block is BlockKind.LIST_ITEM:
        return False
    behind = clause.after(cue.span.end, 240)
    return bool(_FOR_THE_TRADE.match(behind) or (cue.written.startswith("fund") and _FUNDS_THE_TRADE.match(behind)))


_TO_THE_PLANT = regex(
    r"^[^,;.]{0,20}(?:\d[\d.,]*\s?(?:million|billion|m|bn|crore|trillion)?)[^,;.]{0,40}?\s(?:to|towards?|for|into|in)\s"
    r"(?:the|this)\s(?:[\w-]+\s){0,3}?(?:construction|plant|factory|gigafactory|project|facility|investment|development|mine"
    r"|refinery)\b"
)


_SUM_NEAR = regex(r"^[^.;]{0,60}?(?:[$€£¥₹₩]\s?\d|\d[\d.,]*\s(?:million|billion|crore|lakh|trillion|m|bn)\b)")


# "90 million leva may be |used to| support", "will spend up to 90 billion forints |to| support"
_USED = gated(
    r"\b(?:used|spent|spend|provided|made available|released|allocated|earmarked)\s(?:[^.;,]{0,40}\s)?(?:to|for)\s$"
)
_OFFICIAL = gated(r"\b(?:decree|government|budget|state|gazette|ministry|treasury|cabinet|parliament)\b", re.I)


def _givers(clause: Sentence, found: list[Group], cue: Cue, scene: Scene) -> tuple[Name, ...]:
    """The body that does it; where only a decree or a budget is named, the land of the text."""
    giver = subject(found, cue.span.start)
    if giver:
        kinds = PUBLIC if cue.written.startswith(_OF_LENDERS) else {"government"}
        return giver.names if all(name.kind in kinds for name in giver.names) else ()
    used = _USED.search(clause.before(cue.span.start, 70), clause.opened)
    return tuple(only_land(scene)) if used and _OFFICIAL.search(clause.text, clause.opened) else ()


_OF_LENDERS = ("approv", "lend", "lent", "pledg", "earmark", "allocat")  # what banks give is no share of theirs
_BETWEEN = frozenset({"by", "with", "from", "against", "like", "alongside", "after"})


def _takes(clause: Sentence, cue: Cue, group: Group) -> bool:
    """Whether a company gets what is given: the sentence has no other verb in between that it does itself."""
    between = clause.between(cue.span, group.span)
    return group.lead not in _BETWEEN and not re.search(r"[;:]|,\s(?:which|while|but)\b|\bsaid\b", between)


def _draft(clause: Sentence, cue: Cue, givers: Sequence[Name], targets: list[Name], how: Aspect) -> Draft:
    actors = [Actor.of(name, Role.INVESTOR) for name in distinct(givers)]
    actors += [Actor(name, Role.TARGET) for name in without_parents(targets)]
    spent = how.done and not clause.headline and cue.written.startswith(tuple(_SPENT))
    stage = "completed" if spent else "announced"
    if how.negated or ended(clause, cue):
        stage = "terminated"
    return investment_draft(clause, cue, "public-money", actors, stage, how)


_SUM_NEXT = regex(
    r"\s(?:will\s)?(?:an?\s|another\s|about\s|around\s|up to\s|some\s|more than\s|almost\s|nearly\s|over\s)*"
    r"(?:US|C|A|CAD|USD|EUR)?\s?(?:[$€£¥₹₩]\s?\d|\d[\d.,]*\s(?:million|billion|crore|lakh|trillion))"
)


def handed_on(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """Each company that "gets $225 million" behind a sentence in which a public body gives out grants."""
    if clause.headline or not clause.has("supply.source", "supply.win") or not SUM.search(clause.text, clause.opened):
        return
    givers = _givers_before(clause, scene)
    found = groups(clause)
    if not givers or any(any_public(group.names) for group in found):
        return
    gets = [
        cue
        for cue in clause.find("supply.source", "supply.win")
        if cue.form and _SUM_NEXT.match(clause.after(cue.span.end, 40))
    ]
    for cue in gets[:1]:
        takers = [subject(found, cue.span.start)]
        takers += [
            each
            for each in found
            if each.span.start > cue.span.end and _SUM_NEXT.match(clause.after(each.span.end, 40))
        ]
        for group in filter(None, takers):
            at = cue if group is takers[0] else Cue(cue.tags, cue.form, group.span, cue.written)
            yield _draft(clause, at, givers, distinct(group.names), aspect(clause, cue))


# "ABTC – |$150M for| a second plant": an item of a list of those who get something
_ITEM = regex(
    r"^\W{0,3}[A-Z0-9][\w&.' -]{1,50}?(?:\s\([^()]{1,40}\))?\s?[–—:-]{1,2}\s(?:up to\s)?"
    r"(?:US|C|A)?[$€£]\s?\d[\d.,]*\s?(?:m|M|million|bn|B|billion|k|K)?\b"
)
_LIST = 12  # items


def listed(clause: Sentence, scene: Scene) -> Draft | None:
    """Who gets a sum by a list: "The awarded projects were: A – $150M for a plant", where a public body gives."""
    if not _ITEM.match(clause.text):
        return None
    above = scene.sentences[max(0, clause.index - _LIST) : clause.index]
    giving = next((each for each in reversed(above) if not _ITEM.match(each.text)), None)
    if giving is None:
        return None
    near = [
        each for each in (giving, *reversed(scene.sentences[: giving.index])) if giving.index - each.index < _LEAD_IN
    ]
    if not any(each.has("investment.grant", "investment.loan") for each in near):
        return None
    givers = next((found for each in near if (found := [name for name in each.names if name.kind in PUBLIC])), [])
    takers = [name for name in clause.names if name.kind not in PUBLIC][:1]
    if not givers or not takers or takers[0].said.start - clause.span.start > _AT_ONCE:
        return None
    at = Cue(("investment.grant",), "", takers[0].said, takers[0].name.lower())
    return _draft(clause, at, givers[:1], takers, aspect(clause, at))


_LEAD_IN = 3  # sentences above a list that say what it lists
_AT_ONCE = 4  # characters


def _givers_before(clause: Sentence, scene: Scene) -> list[Name]:
    """Who gives out grants or loans in the sentence before, or two before in the same paragraph."""
    for sentence in reversed(scene.sentences[max(0, clause.index - 2) : clause.index]):
        if sentence.has("investment.grant", "investment.loan") and not sentence.headline:
            return distinct(name for name in sentence.names if name.kind in PUBLIC)[:1]
    return []
