"""What is bought and is no firm that has a name here: a plant or a project, some start-up, a stake in some mine."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import WORKS
from cellwire.claims.kinds.investment.paid import SUM, behind_it, done, ended, investment_draft, sides
from cellwire.claims.kinds.takers import PUBLIC
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role

_PURCHASES = ("buy", "bought", "purchas")
_BUYS = (*_PURCHASES, "acquir", "snap", "take over", "takes over", "took over", "taking over")
_HAS_IT = ("control of", "control over", "ownership of")
_BOUGHT = frozenset({"purchase of", "acquisition", "takeover"})
_TRADE = (
    r"(?i:\s(?:developer|company|business|platform|maker|owner|operator|firm|specialist|software|supplier|integrator)s?\b"
    r")"
)
# "acquires |400 MWh battery storage project|", "buys |the Elm Creek mine|"
_SITE = regex(
    r"\s(?:[\w.,/%&+’'“”\"()-]+\s){0,8}?(?i:projects?|portfolio|mines?|gigafactor(?:y|ies)"
    r"|BESS(?!\s(?:projects?|assets))"
    r"|[\d.,]+[\s-]?[MG]Wh?\s(?-i:[A-Z][\w-]+\s){0,2}(?:battery|(?:battery|energy)\s(?:energy\s)?storage)(?=[,.]|\s(?:in|at|near)\b|$)"
    r"|(?:storage|solar|battery|energy|lithium|nickel|graphite)\s(?:assets|plants?|factor(?:y|ies)|facilit(?:y|ies)|sites?)"
    r"|(?:mineral|mining|lithium)\s(?:claims|rights|tenements?|licen[cs]es?))\b"
    rf"(?!['’]|-|{_TRADE})"
)
# "buys |power from a storage project|", "acquires |land for a mine|": what is bought is no site
_NO_SITE = regex(
    r"\s(?:[\w.,/%&+’'-]+\s){0,8}?(?:for|from|to|at|of its|approval|permits?|cells|equipment|power|electricity|land"
    r"|batter(?:y|ies)(?!\s(?:energy|storage|projects?|plants?|factor|assets|sites?|facilit|portfolio|farm))"
    r"|systems?(?!\sprojects?|\sassets)|acres|hectares|stake|interest|shares?|%|per ?cent|agreement|contract|control"
    r"|output|customers|talent|data|experience|skills|insights?|part in|place)\b",
    re.I,
)


def works(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys a plant, or is in talks to buy two mines, from B; A acquires a project."""
    for cue in clause.find("supply.source", "investment.acquire"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        if left is None or how.passive or how.negated or not _is_a_purchase(clause, cue):
            continue
        sellers = _sellers(clause, found, cue, left)
        official = all(name.kind in PUBLIC for name in left.names)
        if _is_dealt(clause, cue, sellers) or (not official and site_behind(clause, found, cue)):
            stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
            return investment_draft(clause, cue, "works", [*sides(left.names, ()), *sellers], stage, how)
    return None


def _is_a_purchase(clause: Sentence, cue: Cue) -> bool:
    if not cue.form:
        return clause.headline and cue.written in _BOUGHT
    buys = cue.written.startswith(_BUYS) or cue.written.endswith(_HAS_IT)
    return buys and not _SAID_OF_IT.search(clause.before(cue.span.start, 20))


# "to combine |newly| acquired assets", "the |recently| bought project"
_SAID_OF_IT = regex(r"(?<!has\s)(?<!have\s)(?<!had\s)\b(?:newly|recently|already|previously|freshly|just)\s$", re.I)


def _is_dealt(clause: Sentence, cue: Cue, sellers: list[Actor]) -> bool:
    """Whether a plant is what is bought, and a seller, a sum or a plan says that it is no mere phrase."""
    if not cue.written.startswith(_PURCHASES) or not WORKS.match(clause.after(cue.span.end, 70)):
        return False
    return bool(sellers or clause.has("firm.consider") or SUM.search(clause.text, clause.opened))


def site_behind(clause: Sentence, found: list[Group], cue: Cue) -> str:
    """The words of a plant, a project or a mine right behind a verb; none where something else is its object."""
    behind = clause.after(cue.span.end, 110)
    site, no_site = _SITE.match(behind), _NO_SITE.match(behind)
    if site is None or (no_site and no_site.end() < site.end()):
        return ""
    inside = (group for group in found if cue.span.end <= group.span.start < cue.span.end + site.end())
    return "" if any(group.lead or group.owns for group in inside) else site.group()


def _sellers(clause: Sentence, found: list[Group], cue: Cue, left: Group) -> list[Actor]:
    from_whom = led_by(found, ("from",), after=cue.span.end) or [
        group
        for group in behind_it(found, cue)
        if group.owns or (group.lead == "of" and _OF_WORKS.search(clause.between(cue.span, group.span)))
    ]
    own = {name.id for name in left.names}
    return [Actor(name, Role.OWNER) for group in from_whom for name in group.names if name.id not in own]


_OF_WORKS = regex(
    r"\b(?:plant|factory|gigafactory|mine|refinery|smelter|facility|site)\sof\s(?:(?:the"
    r"|its)\s)?(?:[a-z][\w-]*\s){0,4}$"
)
_KIND_OF_FIRM = (
    r"(?i:firm|maker|start-?up|company|miner|developer|specialist|producer|manufacturer|recycler|supplier|business"
    r"|venture)s?"
)
# "acquires |a German battery recycler|"
_WORDS = r"(?:(?!(?i:from|for|to|by|with|at)\b)[\w’'-]+\s)"
_SOME_FIRM = regex(rf"\s{_WORDS}{{0,7}}?{_KIND_OF_FIRM}\b(?!['’]|-)")
_IN_SOME = regex(
    rf"\s(?:of|in)\s{_WORDS}{{0,6}}?(?:{_KIND_OF_FIRM}"
    r"|(?i:mines?|projects?|deposit|plant|factory|gigafactory|refinery))\b(?!['’]|-)"
)
_ITS_FIELD = gated(
    r"\b(?:batter(?:y|ies)|lithium|nickel|cobalt|graphite|BESS|storage|cathode|anode|electrolyte|separator|cell)\b",
    re.I,
)


def some_firm(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A headline's A acquires a battery recycler, or invests in one, that it does not name."""
    for cue in clause.find("investment.acquire", "investment.invest"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        if not clause.headline or left is None or not cue.form or how.passive or how.negated:
            continue
        behind = clause.after(cue.span.end, 90)
        if cue.written.startswith("invest"):
            behind = behind.removeprefix(" in") if behind.startswith(" in ") else ""
        elif not cue.written.startswith(_BUYS):
            continue
        if _is_unnamed(clause, found, cue, _SOME_FIRM.match(behind)):
            stage = done(how, cue, clause)
            return investment_draft(clause, cue, "takeover", sides(left.names, ()), stage, how)
    return None


_TAKES_PART = regex(
    r"\b(?:acquir|buy|bought|purchas|tak|took|eye|build|built|secur|snap|rais|increas|boost|grab|land)\w*\s"
    r"(?:(?:up|an?|its|the|activist|minority|majority|new|big|strategic|controlling|\d[\d.]*%)\s){0,4}$",
    re.I,
)


def part_of_some_firm(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A takes or eyes a stake in a mine or a maker that has no name here."""
    for cue in clause.find("investment.stake", "investment.acquire"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        if left is None or "stake" not in cue.written or not clause.headline:
            continue
        if not _TAKES_PART.search(clause.before(cue.span.end, 60).removesuffix("stake")):
            continue
        if _is_unnamed(clause, found, cue, _IN_SOME.match(clause.after(cue.span.end, 90))):
            stage = "considered" if _EYES.search(clause.before(cue.span.start, 40)) else "announced"
            return investment_draft(clause, cue, "share", sides(left.names, ()), stage, how)
    return None


# "|Australian battery group tops shortlist to| buy B", "the takeover of |battery maker| B"
_SOME_BUYER = regex(rf"\b(?:{_KIND_OF_FIRM}|(?i:group|consortium|investors?|giant))\b", re.I)


def bought_by_some(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A headline's start-up or group that nobody knows by name buys B."""
    for cue in clause.find("investment.acquire"):
        right, how = behind_it(found, cue, _REACH), aspect(clause, cue)
        if not clause.headline or not right or right[0].span != found[0].span or how.passive or how.negated:
            continue
        told = _SOME_BUYER.search(clause.before(cue.span.start, 90) + clause.between(cue.span, right[0].span))
        if told and right[0].lead in {"", "of"} and not right[0].owns and cue.written.startswith((*_BUYS, "takeover")):
            return investment_draft(clause, cue, "takeover", sides((), right[0].names), done(how, cue, clause), how)
    return None


_REACH = 60  # characters
_EYES = regex(r"\beye[ds]?\b", re.I)


def _is_unnamed(clause: Sentence, found: list[Group], cue: Cue, what: re.Match[str] | None) -> bool:
    """Whether what is bought is of the trade, and nobody is named behind the verb."""
    if what is None or not _ITS_FIELD.search(what.group(), clause.opened):
        return False
    return not any(group.span.start >= cue.span.end for group in found)
