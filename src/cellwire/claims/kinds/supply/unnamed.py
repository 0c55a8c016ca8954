"""Deals whose other side is told by its trade alone: "a European carmaker has awarded A a contract"."""

from __future__ import annotations

from cellwire.claims.actors import Group, led_by, ranks_of
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import GOODS, firms, supply_draft
from cellwire.claims.scene import Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_KIND = (
    r"(?i:car ?maker|auto ?maker|truck ?maker|(?:vehicle|bus|van|car|truck|boat|ship|train|battery|cell|cathode|anode"
    r"|pack|drone)"
    r"[ -](?:maker|manufacturer|producer|builder|giant|company|firm|group|OEM)|shipbuilder|OEM|utility|customer|client"
    r"|buyer"
    r"|off-?taker|(?:energy|power|storage|project|electronics|trading)\s(?:company|group|firm|developer|producer"
    r"|supplier|house|giant)"
    r"|developer|operator|refiner|trader|manufacturer)s?"
)
# few words before the trade, none of them a name's: "a large European |car manufacturer|", "U.S. |automaker|"
SOMEBODY = (
    r"(?:(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]wo|[Tt]hree|[Aa]nother|its|[Mm]ajor|large|leading|global|big|unnamed"
    r"|undisclosed|unidentified|new|commercial|private|public|listed|renowned|prominent|established|publicly traded"
    r"|existing|second"
    r"|of|world's|largest|biggest|[Nn]orth|[Ss]outh|US|U\.S\.|UK|EU|[A-Z][a-z]+(?:an|ese|ish|ch|i|ean)|premium"
    r"|luxury|electric|EV"
    r"|top|well-known|tier-one|tier 1|international|multinational|key|anchor|local|domestic|foreign|overseas)\s){0,6}"
    rf"{_KIND}"
)
_HAS = r"\s(?:(?:has|have|had|also|now|today|reportedly|recently)\s){0,3}"
_CHOOSES = (
    r"(?:award(?:s|ed)|hand(?:s|ed)|gives|gave|given|picks?|picked|chooses|chose|chosen|selects?|selected|taps?"
    r"|tapped|nominates?"
    r"|nominated|names?|named|appoints?|appointed|enlists?|enlisted|signs? up|signed up|hires|hired)"
)
# "A carmaker |has awarded| A a contract", "European truckmaker |picks| A for LFP packs"
_CHOSEN_BY = gated(
    rf"(?:^|[,:;–—-]\s|\b(?:that|and|after|as)\s)\W*{SOMEBODY}{_HAS}(?P<verb>{_CHOOSES})\s",
    needs="award awards awarded hand hands handed gives gave given pick picks picked choose chooses chose chosen "
    "select selects selected taps tapped tap nominate nominates nominated name names named appoint appoints "
    "appointed enlist enlists "
    "enlisted sign signs signed hires hired",
)
_FOR_WHAT = regex(
    r"[^;]{0,60}?\s(?:contracts?|orders?|deals?|as\s(?:[\w-]+\s){0,4}?suppliers?|to\s(?:supply|deliver|provide|build"
    r"|make)\b"
    r"|for\s(?:[\w'’-]+\s){0,6}?(?:batter(?:y|ies)|cells?|packs?|modules|cathodes?|anodes?|lithium|storage|BESS"
    r"|[\d.]+\s?[GM]Wh))\b"
)
# "had been |chosen| by a large car manufacturer to supply battery cells"
_PASSIVE = gated(
    r"\b(?:been|was|were|is|are|being)\s(?P<verb>chosen|selected|nominated|picked|named|tapped|appointed|contracted"
    r"|commissioned|awarded|given|handed)"
    r"\s(?:an?\s(?:[\w-]+\s){0,4}(?:contract|order|deal)\s)?(?:as\s(?:[\w-]+\s){0,5}?suppliers?\s(?:[\w-]+\s){0,4}?)?by\s"
    rf"{SOMEBODY}\b(?P<behind>[^;]{{0,80}})",
    needs="chosen selected nominated picked named tapped appointed contracted commissioned awarded given handed",
)
_TO_SUPPLY = regex(
    r"\b(?:(?:awarded|given|handed) an? [^;]{0,30}(?:contract|order|deal)|to (?:supply|deliver|provide)|suppliers?"
    r"|for (?:[\w-]+ ){0,4}(?:batter|cell|pack|cathode|anode|stor))"
)
# "will supply cells worth €2bn |to a North American client|"
_SUPPLIES = gated(
    r"\b(?P<verb>suppl(?:y|ies|ying)|deliver(?:s|ing)?|provid(?:e|es|ing)|ship(?:s|ping)?|sell(?:s"
    r"|ing)?)\s[^;]{0,90}?\s(?:to|for)\s"
    rf"{SOMEBODY}\b"
)
_BOUND = regex(
    r"\b(?:to|will|would|agreed to|contract(?:ed)? to|deal to|begin|began|begun|start|started|starts"
    r"|begins)\s(?:start\s|begin\s)?$"
)


# "Truckmaker |to fit| A batteries", "A Korean cell maker has agreed |to take| 8,000 tonnes a year from A"
_TAKES = gated(
    rf"(?:^|[,:;–—-]\s|\b(?:that|and|after|as)\s)\W*{SOMEBODY}\s(?:(?:has|have|will|would|is|plans|agreed|committed"
    rf"|intends|set)\s){{0,3}}"
    r"(?:to\s)?(?P<verb>takes?|buys?|purchases?|orders?|sources?|uses?|fits?|installs?|procures?|equips?)\s",
    needs="take takes buy buys purchase purchases order orders source sources use uses fit fits install installs "
    "procure equip",
)
_ITS_GOODS = regex(r"(?:['’]s)?\s(?:[\w-]+\s){0,3}?(?:cells|batteries|packs|modules|cathodes?|anodes?|systems)\b")


def unnamed(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A is chosen by somebody who is not named, or is to supply somebody."""
    told = _chosen(clause, found) or _taken_from(clause, found) or _serves(clause, found)
    return told if told and (GOODS.search(clause.text, clause.opened) or _of_goods(found, scene)) else None


def _chosen(clause: Sentence, found: list[Group]) -> Draft | None:
    match = _CHOSEN_BY.search(clause.text, clause.opened)
    if match is None:
        return None
    cue, end = cue_of(clause, match, "verb", "supply.nominate", "s"), clause.span.start + match.end()
    maker = next((group for group in found if 0 <= group.names[0].said.start - end < _NEAR), None)
    if maker is None or not firms(maker) or not _FOR_WHAT.match(clause.after(maker.span.end, 120)):
        return None
    return supply_draft(clause, cue, "nominated", (firms(maker), []))


def _taken_from(clause: Sentence, found: list[Group]) -> Draft | None:
    match = _TAKES.search(clause.text, clause.opened)
    if match is None:
        return None
    cue, end = cue_of(clause, match, "verb", "supply.source", "base"), clause.span.start + match.end()
    behind = [group for group in found if group.span.start >= end - 1 and firms(group)]
    makers = led_by(behind, ("from",)) or [
        group
        for group in behind[:1]
        if group.span.start - end < _NEAR and _ITS_GOODS.match(clause.after(group.span.end, 50))
    ]
    if not makers or aspect(clause, cue).negated:
        return None
    return supply_draft(clause, cue, "sources", (firms(makers[0]), []))


def _serves(clause: Sentence, found: list[Group]) -> Draft | None:
    for pattern in (_PASSIVE, _SUPPLIES):
        match = pattern.search(clause.text, clause.opened)
        if match is None or (pattern is _PASSIVE and not _TO_SUPPLY.search(match[0])):
            continue
        cue = cue_of(clause, match, "verb", "supply.supply", "part" if pattern is _PASSIVE else "base")
        if pattern is _SUPPLIES and not _BOUND.search(clause.before(cue.span.start, 40)):
            continue
        before = [group for group in found if group.span.end <= cue.span.start and group.lead in {"", "for", "by"}]
        if before and firms(before[-1]) and not aspect(clause, cue).negated:
            rule = "nominated" if pattern is _PASSIVE else "delivers"
            return supply_draft(clause, cue, rule, (firms(before[-1]), []))
    return None


_NEAR = 40  # characters


def _of_goods(found: list[Group], scene: Scene) -> bool:
    """Whether those who are named make such goods, or the text opens with goods."""
    makers = any(ranks_of(name) for group in found for name in firms(group))
    return makers or any(GOODS.search(each.text, each.opened) for each in scene.sentences[:3])
