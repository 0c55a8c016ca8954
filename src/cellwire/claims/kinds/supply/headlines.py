"""Deals as headlines tell them, by no verb of agreeing: whose deal it is called, what somebody pays for."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, distinct, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.kinds.goods import PAID, by_chain, firms, flows, one_side, supply_draft, two_sides
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex

_A_DEAL = regex(r".*\b(?:deal|contract|order|agreement|pact)s?")
_CALLED = regex(r"(?:['’]s?)?\s(?:(?!(?:and|as|but|after|with|for|to|in|on)\b)[\w$€£₩.,-]+\s){0,4}", re.I)
_LINKED = regex(
    r".*\b(?:on|in|after|over|following|behind|about|with)\s(?:(?:the|an?|its|new)\s)*(?:[\w$€£.-]+\s){0,3}", re.I
)
# "B's stock surges |on a new battery deal|"
_MOVED_BY = regex(
    r"\b(?:stocks?|shares?)\b.{0,60}\b(?:on|after|following)\s(?:an?\s|its\s)?(?:(?!(?:no|failed|lost)\b)[\w$€£.-]+\s){0,4}$",
    re.I,
)
# what is done about a deal that stands, or is only asked
_ABOUT_IT = regex(
    r"\b(?:prob(?:e|es|ed|ing)|lawmakers?|senat\w+|congress\w*|house|committee|governor|minister|pm|scrutin\w+"
    r"|critic\w*|concerns?|risks?|fears?|worr\w+|lawsuits?|sues?|sued|reviews?|investigat\w+|questions?|why|how|what"
    r"|could|may|might|should|would|analysts?|despite|without|no|not|delay\w*|uncertain\w*|doubts?|trial|court|backs?"
    r"|plants?|factor(?:y|ies)|gigafactory|mines?|stakes?|talks|eyes|nears?|close|seeks?|hopes?|pursu\w+)\b|\?",
    re.I,
)


def called(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """Whose deal a headline calls it: "A in B battery deal", "boom goes on with A and B battery deal"."""
    if not clause.headline or clause.has("supply.stop", "firm.consider", "firm.deny"):
        return None
    for cue in clause.find("supply.deal"):
        if not _A_DEAL.fullmatch(cue.written) or _ABOUT_IT.search(clause.text):
            continue
        before = [group for group in found if group.names[-1].said.end <= cue.span.start and firms(group)]
        if not before:
            continue
        whose, first = before[-1], before[0]
        if not _CALLED.fullmatch(clause.between(whose.span, cue.span)):
            if len(before) == 1 and _MOVED_BY.search(clause.before(cue.span.start, 110)):
                return supply_draft(clause, cue, "called", one_side(clause, cue, firms(whose)))
            continue
        names = distinct(name for group in before for name in firms(group))
        if len(names) != 2:
            continue
        if first is whose:
            return supply_draft(clause, cue, "called", by_chain(clause, cue, names))
        if _LINKED.fullmatch(clause.between(first.span, whose.names[0].said)):
            return supply_draft(clause, cue, "called", two_sides(clause, cue, firms(first), firms(whose)))
    return None


_GOODS = r"(?:batter(?:y|ies)|cells|packs|cathodes?|anodes?|lithium|graphite|(?:energy |battery )?storage|BESS)"
# "pays $1 billion |for A's 100-hour battery|": no works, no firm, no skill
_ITS_GOODS = regex(
    rf"(?:['’]s?)?\s(?:(?!(?:in|to|and|of|with|from)\b)[\w-]+\s){{0,4}}?{_GOODS}\b"
    r"(?!\s(?:[\w-]+\s){0,2}?(?:plants?|factor(?:y|ies)|makers?|manufacturers?|compan(?:y|ies)|firms?|units?|business"
    r"|stakes?|shares?|technology|patents?|projects?|division|mines?|swaps?|leas\w+|rentals?|recall|fires?|damage))",
    re.I,
)
_FOR_ITS = regex(r"\sfor\s(?:its|their)(?=\s)", re.I)


def paid_for(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B pays a sum for A's batteries, or pays A a sum for its batteries."""
    for cue in clause.find("investment.pay"):
        buyer, how = subject(found, cue.span.start), aspect(clause, cue)
        if buyer is None or not cue.form or how.passive or how.negated:
            continue
        for maker in [group for group in found if group.span.start >= cue.span.end]:
            if _is_paid(clause, cue, maker) and flows(firms(maker), firms(buyer)):
                return supply_draft(clause, cue, "sources", (firms(maker), firms(buyer)))
    return None


def _is_paid(clause: Sentence, cue: Cue, maker: Group) -> bool:
    """Whether it is goods that a sum is paid for, to who makes them."""
    behind = clause.after(maker.names[-1].said.end, 110)
    if maker.lead == "for":
        return PAID.match(clause.between(cue.span, maker.names[0].said)) is not None and bool(_ITS_GOODS.match(behind))
    paid = PAID.match(behind)
    goods = _FOR_ITS.match(behind, paid.end()) if paid else None
    return goods is not None and bool(_ITS_GOODS.match(behind[goods.end() :]))
