"""Goods that somebody buys, orders or uses, and from whom: not money, works, a business or know-how."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import A_FIRM, GOODS, STORES, WORKS, bought, compared, firms, flows, pays, supply_draft
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Span

USES = frozenset({"use", "uses"})
OF_ITS_OWN = regex(r"\s(?:its|their)\s")
SKILLS = r"(?:technolog(?:y|ies)|services|knowledge|know-how|expertise|engineering|support|licen[cs]es?)"
_MONEY = regex(
    r"\b(?:investments?|equity|loans?|grants?|financing|funding|commitment|stakes?|shares?|orders?|contracts?|"
    r"approval|"
    r"permits?|licen[cs]es?|patents?|patent applications?|land|takeover|acquisition|letter|payment)\b",
    re.I,
)
_SKILLED_BY = regex(rf"\b{SKILLS}\s(?:\w+\s){{0,2}}?(?:by|from|of)\s(?:the\s)?$", re.I)
_WOULD = regex(r"\b(?:would|could|might|may)\s(?:\w+\s)?be\s(?:\w+\s)?$")
_OWNED_NEAR = 50  # characters from "uses" to "B's cells"
_INTO_CARS = regex(r"\bbattery technology to power (?:its|their|the|[A-Z])")
_KNOW_HOW = regex(r"\b(?:technolog\w+|know-how|patents?|licen[cs]e|process|platform|design|software)\b", re.I)


_PLACED = frozenset({"place", "places", "placed", "placing"})
_ORDER = regex(r"\s(?:[\w-]+\s){0,4}?(?:orders?|contracts?)\b")


def sources(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B buys, sources, uses or orders cells from A; B uses A's cells, which are used by B."""
    for cue in clause.find("supply.source"):
        if not bought(clause, cue) or compared(clause, cue):
            continue
        left = subject(found, cue.span.start, leads=("", "for"))
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        placed = ("with",) if cue.written.startswith("plac") else ()
        if cue.written in _PLACED and not _ORDER.match(clause.after(cue.span.end, 60)):
            continue
        makers = led_by(right, ("from", "by", "of", *placed)) or [
            group
            for group in right
            if (group.owns and group.span.start - cue.span.end < _OWNED_NEAR)
            or cue.written in USES
            or _is_ordered(clause, cue, group)
        ]
        if left and makers and makers[0].lead == "by" and aspect(clause, cue).passive:
            if _WOULD.search(clause.before(cue.span.start, 20)) or not flows(firms(left), firms(makers[0])):
                continue
            if cue.written in _BUYS and _ONLY_AUXILIARIES.fullmatch(clause.between(left.span, cue.span)):
                continue  # "B is being |bought| by C": itself, not its goods
            return supply_draft(clause, cue, "used", (firms(left), firms(makers[0])))
        if not left or not makers or not _is_purchase(clause, cue, makers[0]) or _is_won(clause, cue):
            continue
        if not flows(firms(makers[0]), firms(left)):
            continue
        stopped = any("supply.stop" in each.tags for each in clause.cues if each.span.start <= cue.span.start)
        return supply_draft(
            clause, cue, "sources", (firms(makers[0]), firms(left)), stage="terminated" if stopped else "signed"
        )
    return None


_ORDERED = ("order", "sourc", "procur", "buy", "bought", "purchas", "adopt", "opt")
_ITS_GOODS = regex(
    r"\s(?:(?!(?:in|to|and|of|with|from|for)\b)[\w-]+\s){0,3}?"
    rf"(?:cells|batteries|packs|(?i:{STORES})|modules)\b"
)


def _is_ordered(clause: Sentence, cue: Cue, group: Group) -> bool:
    """Whether a maker's goods are what is ordered, right behind the verb: "orders |Alder batteries|"."""
    near = group.span.start - cue.span.end == 1 and cue.written.startswith(_ORDERED)
    return near and _ITS_GOODS.match(clause.after(group.names[-1].said.end, 50)) is not None


# "will |equip| its buses with cells of B", "will |fit| the cells of B into its cars"
FITTED = gated(
    r"\b(?P<verb>equip(?:s|ped|ping)?|fit(?:s|ted|ting)?|outfit(?:s|ted)?|put(?:s|ting)?|install(?:s|ed|ing)?"
    r"|mount(?:s|ed|ing)?)\s"
    r"(?:(?:its|their|all|the|every|new)\s[^.;]{0,60}?\swith\s[^.;]{0,60}?)?"
    r"(?:the\s|new\s)?(?:[\w-]+\s){0,3}?(?:cells|batter(?:y|ies)|packs)\s(?:made\s|supplied\s)?(?:of|from|by)\s"
)
_INTO_ITS = regex(r"[^.;]{0,40}?\s(?:in|into)\s(?:its|their|all|the|new|every)\b")


# "to |equip| all its trucks |with| B batteries"
_EQUIPS = gated(
    r"\b(?P<verb>equip(?:s|ped|ping)?|fit(?:s|ted|ting)?|outfit(?:s|ted)?)\s(?:its|their|all|the|every|new)\s[^.;]{0,60}?"
    r"\swith\s(?:the\s)?(?:[a-z-]+\s){0,3}$"
)
_ITS_CELLS = regex(r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:cells|batter(?:y|ies)|packs|modules)\b")


def _equipped(clause: Sentence, found: list[Group]) -> Draft | None:
    """B equips its trucks with A batteries."""
    for maker in found:
        match = _EQUIPS.search(clause.before(maker.span.start, 110), clause.opened)
        if match is None or not _ITS_CELLS.match(clause.after(maker.span.end, 50)):
            continue
        at = max(clause.span.start, maker.span.start - 110) + match.start("verb")
        cue = Cue(("supply.source",), "base", Span(at, at + len(match["verb"])), match["verb"].lower())
        left, how = subject(found, at), aspect(clause, cue)
        if left and not (how.negated or how.passive) and flows(firms(maker), firms(left)):
            return supply_draft(clause, cue, "sources", (firms(maker), firms(left)))
    return None


def fitted(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B fits its cars out with the cells of A, or puts A's cells into them."""
    match = FITTED.search(clause.text, clause.opened)
    if match is None:
        return _equipped(clause, found)
    cue, end = cue_of(clause, match, "verb", "supply.source", "base"), clause.span.start + match.end()
    left, makers = subject(found, cue.span.start), led_by(found, ("of", "from", "by"), after=end - 4)
    how = aspect(clause, cue)
    if left is None or not makers or how.negated or how.passive or not flows(firms(makers[0]), firms(left)):
        return None
    if " with " not in match[0] and not _INTO_ITS.match(clause.after(makers[0].span.end, 60)):
        return None
    return supply_draft(clause, cue, "sources", (firms(makers[0]), firms(left)))


# "begins lithium carbonate |shipments| to B", "to |power| B's ferries"
SHIPS = gated(
    r"\b(?:begin(?:s|ning)?|began|start(?:s|ed|ing)?|resum(?:e|es|ed|ing)|mak(?:e|es|ing)|made|commenc(?:e|es|ed)"
    r"|complet(?:e|es|ed))"
    r"\s(?:[\w'’-]+\s){0,5}?(?P<goods>shipments?|deliver(?:y|ies)"
    r"|supplies)\b[^;]{0,50}?\sto\s(?=(?:the\s)?(?:[a-z-]+\s){0,4}[A-Z])"
    r"|\b(?i:to|will)\s(?P<power>[Pp]ower)\s(?=(?:[a-z-]+\s){0,2}[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}['’]s?\s(?:[\w-]+\s){0,4}?"
    r"(?i:ships?|vessels?|ferr(?:y|ies)|boats?|bus(?:es)?|trucks?|vans?|trains?|cars?|models?|vehicles?|fleet|SUVs?"
    r"|(?:BEV|EREV|EV)s?|hybrids?|scooters?)\b)",
    needs="shipment shipments delivery deliveries supplies power",
)


def shipped(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A begins shipments to B, or is to power B's ships."""
    match = SHIPS.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, "goods" if match["goods"] else "power", "supply.supply", "base")
    left = subject(found, clause.span.start + match.start() + 1)
    near = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < _SHIPPED_NEAR]
    right = led_by(near, ("to",)) if match["goods"] else [group for group in near if group.owns or not group.lead]
    if left is None or not right or aspect(clause, cue).negated or not flows(firms(left), firms(right[0])):
        return None
    return supply_draft(clause, cue, "supplies", (firms(left), firms(right[0])))


_SHIPPED_NEAR = 70  # characters
_WON = regex(r"\s(?:an?\s|the\s|its\s|two\s|several\s)?(?:[\w$€£.,-]+\s){0,5}")


def _is_won(clause: Sentence, cue: Cue) -> bool:
    """Whether a contract is what somebody won: who "|won a contract for| a project being developed by B" buys none."""
    before = (each for each in clause.find("supply.win") if each.form and each.span.end <= cue.span.start)
    nouns = cue.written.startswith(("contract", "order"))
    return nouns and any(_WON.fullmatch(clause.between(each.span, cue.span)) for each in before)


_BUYS = frozenset({"bought", "purchased", "taken", "secured"})
_ONLY_AUXILIARIES = regex(r"\s(?:(?:is|are|was|were|has|have|had|will|to|be|been|being|now|also)\s)+")
_A_PART = regex(
    r"(?:\b(?:half|third|quarter|fifth|tenth|majority|minority|stake|shares?|per ?cent)|%)\s(?:of|in)\s[^,;]*$"
)


def _is_purchase(clause: Sentence, cue: Cue, maker: Group) -> bool:
    """Whether goods are what is bought or used, from this maker."""
    between, behind = clause.between(cue.span, maker.span), clause.after(maker.span.end, 60)
    if cue.written in USES and OF_ITS_OWN.match(between):
        return False  # "will use its storage to manage the power of B"
    if _A_BUSINESS.search(between):
        return False  # "buy automotive battery business from B"
    if maker.lead == "of" and not maker.owns and _A_PART.search(between) and not GOODS.search(between, clause.opened):
        return False  # "bought a fifth of B"
    if maker.lead == "of" and not maker.owns and _A_PART.search(between) and A_FIRM.search(between):
        return False  # "bought a fifth of the battery maker B"
    if (_MONEY.search(between) and cue.written not in _PLACED) or pays(clause, cue):
        return False  # "secured $23 million from B" is no purchase, "ordered $23 million worth of cells from B" is
    if _SUBSIDY.search(clause.before(cue.span.start, 40)):
        return False  # "the incentives |received| by B"
    if _TO_SUPPLY.search(between):
        return False  # who "secured a deal to supply cathodes for the cells of B" sells
    if _A_BID.search(between) and _TO_BUY.match(behind):
        return False  # "received an offer from B to buy all its shares"
    if WORKS.match(clause.after(cue.span.end, 70)) or _OFFER.match(behind):
        return False  # "purchased a nickel plant from B", "receiving B's proposal"
    if not maker.lead and _BUSINESS.match(behind):
        return False  # "buys B's battery business"
    if maker.lead == "by" and _BY_ANOTHER.search(between):
        return False  # "cells |championed by| B's chief"
    if _SKILLED_BY.search(between) or _uses_know_how(clause, cue, maker):
        return False  # "using technology and expertise provided by B"
    if any(cue.span.end < other.span.start < maker.span.start for other in _acts(clause)):
        return False  # "which uses acoustics, secured money from B": the nearer verb has the maker
    return "%" not in between or bool(GOODS.search(behind, clause.opened))


_BY_ANOTHER = regex(
    r"\b(?!made|produc|suppl|built|manufactur|deliver|develop|provid|design|sold|offer|assembl|ship|mined|refin"
    r"|process|own|engineer)"
    r"[a-z]+(?:ed|own|sen)\sby\s(?:[\w-]+\s){0,3}$"
)
_SUBSIDY = regex(
    r"\b(?:incentives|subsid(?:y|ies)|grants?|aid|funding|funds|support|money|tax credits?)\s(?:[\w-]+\s)?$"
)
_TO_SUPPLY = regex(
    r"\b(?:deals?|agreements?|contracts?|orders?)\b[^;]*\b(?:to|for)\s(?:suppl(?:y|ying)|provid(?:e|ing)"
    r"|deliver(?:ing)?)\b"
)
_A_BID = regex(r"\b(?:offers?|bids?|proposals?|approach)\s(?:from|by)\s")
_TO_BUY = regex(r"\sto\s(?:buy|acquire|purchase|take)\b|\sfor\s(?:all|the|its)\b|[,.]?$")
_OFFER = regex(
    r"'s?\s(?:[\w.%-]+\s){0,3}?(?:stake|shares|holding|interest|proposal|offer|bid|approach|letter|approval|consent)\b"
)
_A_BUSINESS = regex(r"\b(?:business|division|subsidiary|operations)\b(?!\s(?:unit\s)?(?:partner|customer))")
_BUSINESS = regex(
    r"'s?\s(?:(?!for\b|from\b|to\b|in\b)[\w-]+,?\s){0,5}?"
    r"(?i:business|unit|division|arm|operations|assets|estate|sites?|plants?|factor(?:y|ies)|facilit(?:y|ies)"
    r"|intellectual property|patents|IP)\b"
)


def _uses_know_how(clause: Sentence, cue: Cue, maker: Group) -> bool:
    """Who may use another's technology buys no goods."""
    behind = clause.after(maker.names[-1].said.end, 60)
    used = cue.written in {*USES, "using", "used"}
    return used and bool(_KNOW_HOW.search(behind[:50])) and not _INTO_CARS.search(behind)


def _acts(clause: Sentence) -> list[Cue]:
    """The finite verbs of buying, winning and raising."""
    found = clause.find("supply.source", "supply.win", "investment.funding")
    return [cue for cue in found if cue.form in {"past", "s"} and aspect(clause, cue).done]
