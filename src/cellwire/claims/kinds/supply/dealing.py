"""Deals for goods that no word calls a supply: "a deal with B for cells", storage that is built for B."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, distinct, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import STORES, Sides, by_chain, firms, flows, supply_draft, two_sides
from cellwire.claims.kinds.supply.nominating import FOR_GOODS
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex

DEALT = gated(
    r"\b(?:deal|agreement|contract|pact|arrangement)s?\b[^.;]{0,60}?\s(?:with|for)\s|\bsign(?:s|ed)\swith\s", re.I
)
_DEAL = ("deal", "agreement", "contract", "pact")
_OF_MORE = ("partnership.venture", "partnership.partnership", "investment.stake")


def dealt_for(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A strikes a deal with B for battery cells."""
    if DEALT.search(clause.text, clause.opened) is None or clause.has(*_OF_MORE):
        return None
    of_a_firm = clause.has("investment.acquire")
    for cue in clause.find("partnership.sign", "supply.order"):
        with_it = cue.written in _SIGNS and clause.after(cue.span.end, 6) == " with "
        if not with_it and (cue.form or not cue.written.startswith(_DEAL)):
            continue
        left, whom = subject(found, cue.span.start), led_by(found, ("with",), after=cue.span.end)
        verb = cue if with_it else _signed(clause, left, cue)
        if left is None or verb is None or aspect(clause, verb).negated:
            continue
        both = distinct(firms(left))
        behind = clause.after(whom[0].span.end, 110) if whom else ""
        if whom and _TO_BUY.match(behind):  # "signs a pact with B to buy cells"
            return supply_draft(clause, cue, "deal", (firms(whom[0]), firms(left)))
        if of_a_firm:
            continue
        if whom and FOR_GOODS.match(behind):
            return supply_draft(clause, cue, "deal", two_sides(clause, cue, firms(left), firms(whom[0])))
        if not whom and len(both) == 2 and FOR_GOODS.match(clause.after(cue.span.end, 110)):
            return supply_draft(clause, cue, "deal", by_chain(clause, cue, both))  # "A and B sign a deal for cells"
    return None


_SIGNS = frozenset({"signs", "signed"})
_TO_BUY = regex(
    r"\sto\s(?:buy|purchase|source|procure)\s(?:[\w.,-]+\s){0,5}?"
    r"(?:batteries|cells|(?:battery )?packs|modules|cathodes?|anodes?|lithium|graphite|cobalt|nickel)\b"
    r"(?!\s(?:[\w-]+\s)?(?:plants?|factor(?:y|ies)|mines?|projects?|business|assets|stakes?|makers?))",
    re.I,
)


def _signed(clause: Sentence, left: Group | None, noun: Cue) -> Cue | None:
    """The verb by which a deal is made, between who makes it and the word for it."""
    verbs = [each for each in clause.find("partnership.sign", "supply.win") if each.form]
    before = [each for each in verbs if left and left.span.end <= each.span.start < noun.span.start]
    return before[-1] if before else None


_STORE = (
    rf"(?:storage|battery|BESS|{STORES})\s(?:(?:cell|and|module|container|system|supply)\s){{0,4}}"
    r"(?:(?:[\w-]+\s)?(?:projects?|orders?|deals?|contracts?|systems?|installation)|(?<!storage\s)agreements?)"
)
# whose power, use, running or shares an agreement is about: no store changes hands
_ANOTHERS = regex(
    r"\b(?:toll(?:s|ing)?|off-?take|optimi[sz]\w+|revenue|capacity market|leas(?:e|ing)|land|financing|loans?|PPAs?"
    r"|virtual|swap|hedg\w+|floor|licen[cs]\w+|investment|maintenance|services?|development)\b",
    re.I,
)
_SIZE = r"\d[\d.,]*[\s-]?[GM]W(?:h|p)?"
# "signed |a 7.8GWh energy storage project with| B", "wins |1 GWh battery storage project from| B"
_A_STORE = regex(
    rf"\s(?:(?!(?:with|from|for|to|in)\b)[\w.,/₹$€£-]+\s){{0,6}}?(?:(?P<size>{_SIZE})\s)?"
    rf"(?:(?!(?:with|from|for|to|in)\b)[\w./-]+\s){{0,4}}?{_STORE}\s(?:in\s[^,;]{{1,30}}\s)?(?:with|from)\s",
    re.I,
)


def store_signed(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A signs a storage project of a size with B, whoever that is, or wins one from B."""
    for cue in clause.find("partnership.sign", "supply.win"):
        left, told = subject(found, cue.span.start), _A_STORE.match(clause.after(cue.span.end, 130))
        if left is None or told is None or not cue.form or aspect(clause, cue).negated or not _is_a_store(told):
            continue
        end = cue.span.end + told.end()
        whom = [group for group in led_by(found, ("with", "from"), after=end - 1) if group.span.start - end < _NEAR]
        if whom and told["size"] is None and not cue.written.startswith(_OF_DEALS):
            continue
        if whom or told["size"]:
            sides = _of_stores(clause, cue, firms(left), firms(whom[0])) if whom else (firms(left), [])
            return supply_draft(clause, cue, "deal", sides)
    return None


def _of_stores(clause: Sentence, cue: Cue, ours: list[Name], theirs: list[Name]) -> Sides:
    """Who makes stores sells them to who makes neither stores nor cells, whatever else both do."""
    if ours and theirs and _makes(ours, "storage") is not _makes(theirs, "storage"):
        maker, other = (ours, theirs) if _makes(ours, "storage") else (theirs, ours)
        if not _makes(other, "cell"):
            return maker, other
    return two_sides(clause, cue, ours, theirs)


def _makes(names: list[Name], goods: str) -> bool:
    return any(goods in name.chain for name in names)


def _is_a_store(told: re.Match[str]) -> bool:
    return "agreement" not in told[0].lower() or _ANOTHERS.search(told[0]) is None


_OF_DEALS = ("sign", "win", "won", "ink", "bag", "secur")


# "B |awards| A a 500 MW storage project"
_ITS_STORE = regex(rf"\s(?:(?:an?|the|its)\s)?(?:[\w./-]+\s){{0,5}}?{_STORE}\b", re.I)


def awarded(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B awards A a storage project, which A is to build."""
    for cue in clause.find("supply.nominate"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        maker = next((group for group in found if 0 <= group.span.start - cue.span.end < _NEXT), None)
        if not cue.written.startswith("award") or left is None or maker is None or maker.lead or how.passive:
            continue
        if _ITS_STORE.match(clause.after(maker.names[-1].said.end, 110)) and flows(firms(maker), firms(left)):
            return supply_draft(clause, cue, "nominates", (firms(maker), firms(left)))
    return None


_NEXT = 8  # characters
# "awards |EPC contract to| B for a storage project", by whom a list may not know
_CONTRACT_TO = regex(r"\s(?:[\w.,/₹$€£-]+\s){0,8}?(?:contracts?|orders?|tenders?|projects?)\sto\s", re.I)


def awarded_to(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """Somebody awards A the contract for a storage project."""
    for cue in clause.find("supply.nominate") if clause.has("facility.storage") else ():
        taker = next(iter(led_by(found, ("to",), after=cue.span.end)), None)
        given = cue.written in _AWARDS and not aspect(clause, cue).negated
        if taker and given and _CONTRACT_TO.fullmatch(clause.between(cue.span, taker.names[0].said)):
            left = firms(subject(found, cue.span.start))
            return supply_draft(clause, cue, "nominates", (firms(taker), left if flows(firms(taker), left) else []))
    return None


_AWARDS = frozenset({"awards", "awarded"})
_NEAR = 60  # characters
# "has been commissioned by B |to construct a 7.8 GWh storage project|"
_BUILD = r"(?:design|engineer|procure|supply|deliver|install|construct|build|commission|integrate|deploy|provide)"
TO_BUILD = gated(
    rf"\bto\s{_BUILD}(?:(?:,|,?\sand)?\s{_BUILD}){{0,5}}\s(?:an?\s|the\s|its\s|two\s|three\s)?"
    r"(?:[\w./'’-]+\s){0,8}?(?:storage|BESS|batter(?:y|ies))\b"
    r"(?!\s(?:[\w-]+\s){0,2}?(?:plants?|factor\w+|gigafactor\w+|cell plant))",
    needs="design engineer procure supply deliver install construct build commission integrate deploy provide",
)


# "A is to |build a 60 MWh battery in Norway for| B"
BUILDS_FOR = gated(
    r"\b(?P<verb>(?:build|install|construct|deploy|erect|commission|integrat)(?:e?s|ing|e)?|built|installed|EPC)\s"
    rf"(?:(?!(?:for|with|by|and)\b)[\w./'’-]+\s){{0,8}}?(?:storage|BESS|batter(?:y|ies)|(?i:{STORES}))"
    r"(?:\s(?:energy|storage|power|projects?|systems?|facilit(?:y|ies)|sites?|parks?|stations?|farms?|units?)){0,3}"
    r"\s(?:(?:in|at|near)\s(?:[A-Z][\w’'-]+,?\s){1,3})?for\s(?=[A-Z])",
    needs="build builds building install installs installing installed construct constructs constructing deploy "
    "deploys deploying erect erects commission commissions integrate integrates built epc",
)


def builds_for(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A builds a storage project for B: what stands there is supplied by A."""
    told = BUILDS_FOR.search(clause.text, clause.opened)
    if told is None:
        return None
    cue, end = cue_of(clause, told, "verb", "supply.supply"), clause.span.start + told.end()
    maker, how = subject(found, cue.span.start), aspect(clause, cue)
    buyer = next(
        (group for group in found if group.lead == "for" and 0 <= group.names[0].said.start - end < _NEXT), None
    )
    if maker is None or buyer is None or how.negated or how.passive or not flows(firms(maker), firms(buyer)):
        return None
    return supply_draft(clause, cue, "nominated", (firms(maker), firms(buyer)))


def built_for(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A is commissioned by B to build a storage project: what stands there is supplied by A."""
    told = TO_BUILD.search(clause.text, clause.opened)
    for cue in clause.find("supply.nominate", "supply.win", "supply.powered") if told else ():
        how, left = aspect(clause, cue), subject(found, cue.span.start)
        givers = led_by(found, ("by", "from"), after=cue.span.end)
        if left and givers and how.passive and not how.negated and flows(firms(left), firms(givers[0])):
            return supply_draft(clause, cue, "nominated", (firms(left), firms(givers[0])))
    return None
