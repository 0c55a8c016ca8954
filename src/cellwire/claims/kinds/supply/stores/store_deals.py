"""Deals of which a headline names the maker of the stores alone: "signs deal for 500 MW battery system"."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import STORES, firms, supply_draft
from cellwire.claims.scene import Scene, Sentence, aspect, cue_of

_STORE = (
    rf"(?:batter(?:y|ies)|storage|BESS|{STORES})(?:\s(?:energy|battery|storage|power)){{0,3}}"
    r"(?:\s(?:systems?|units?|containers?|deployments?))?"
)
_WORDS = r"(?:(?!(?:for|with|from|to|in|of|by)\b)[\w.,/'’&+-]+\s)"
# "signs major |deal for 500 MW battery system|", "signs |agreement to deploy its first sodium-ion battery|"
_DEAL_FOR = gated(
    r"\b(?P<verb>signs?|signed|inks?|inked|secures?|secured|lands|landed|wins|won|bags|agrees|strikes|seals|announces)\s"
    rf"{_WORDS}{{0,5}}?(?:deals?|agreements?|contracts?)\s"
    r"(?:for|to\s(?:deploy|supply|deliver|provide|install))\s"
    rf"{_WORDS}{{0,8}}?{_STORE}(?=$|[,.;:]|\s(?:in|at|near|to|for|across)\b)",
    re.I,
    needs="deal deals agreement agreements contract contracts",
)
# "|sells 43 MWh flow battery system| to rural cooperative"
_SELLS = gated(
    rf"\b(?P<verb>sells|sold)\s(?:an?\s)?\d[\d.,]*[\s-]?[GM]Wh\s{_WORDS}{{0,5}}?{_STORE}\sto\s",
    re.I,
    needs="sells sold",
)
# whose power, use or running is dealt in, whose shares: no store changes hands; a plant makes them
_NO_STORES = gated(
    r"\b(?:toll(?:s|ing)?|off-?take|optimi[sz]\w+|revenue|leas(?:e|ing)|land|financing|loans?|PPAs?|virtual|swap"
    r"|licen[cs]\w+|investments?|plants?|factor(?:y|ies)|gigafactory|acqui\w+|stakes?|recycling|recall\w*|test\w*)\b",
    re.I,
)
_MAKERS = frozenset({"storage", "cell"})


def store_deals(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A, who makes stores of power, has a deal for one with somebody whom a headline leaves out."""
    if not clause.headline or _NO_STORES.search(clause.text, clause.opened):
        return None
    for pattern in (_DEAL_FOR, _SELLS):
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        cue = cue_of(clause, match, "verb", "supply.supply", "s")
        maker, how = subject(found, cue.span.start), aspect(clause, cue)
        alone = {name.id for group in found for name in firms(group)} == {name.id for name in firms(maker)}
        if maker and alone and _make_stores(maker) and not (how.negated or how.ahead or how.possible):
            return supply_draft(clause, cue, "signs", (firms(maker), []))
    return None


def _make_stores(group: Group) -> bool:
    return all(name.known and not _MAKERS.isdisjoint(name.chain) for name in firms(group))
