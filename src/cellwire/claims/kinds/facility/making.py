"""Plants that only a verb of making tells: "will assemble packs in Rockford", "has been making cells since May"."""

from __future__ import annotations

from cellwire.claims.clauses import place_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS, making_of, yearly_amount
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, Spot, aspect
from cellwire.lexicon import regex

_FINE = frozenset({"city", "town", "park", "site"})
_BONDS = ("partnership.venture", "partnership.join", "partnership.partnership", "partnership.mou")
_REACH = 90  # characters from a verb of making to the place
_SINCE = gated(r"\b(?:has|have)\sbeen\s(?:[a-z]+ly\s)?$")
_FROM_THEN = regex(r"[^.;]{0,120}?\b(?:since|for (?:more|over|nearly|almost|about|\w+ years|\w+ months))\b")
_INTO_IT = regex(
    r"\s(?:(?!(?:from|with|by|partners?|who|that|which)\s)[\w.,'’/-]+\s){0,9}?(?:in|at|near|outside)\s(?:the\s)?(?:[\w'’-]+\s){0,2}?"
)


def made_there(clause: Sentence) -> tuple[Cue, Sign] | None:
    """Goods that somebody is to make in a named town stand for a plant there; who has made them for long runs one."""
    if clause.has(*_BONDS) or not any(name.kind in {"company", "venture"} for name in clause.names):
        return None
    for cue in making_of(clause):
        how = aspect(clause, cue)
        if how.negated or how.purpose or how.possible:
            continue
        if cue.form == "ing" and _SINCE.search(clause.before(cue.span.start, 30), clause.opened):
            if _FROM_THEN.match(clause.after(cue.span.end, 140)) and (clause.find(*THINGS) or _town(clause, cue)):
                return cue, Sign("operating", cue, how, "standing", True)
        elif cue.form == "base" and how.ahead and not clause.find(*THINGS) and _town(clause, cue):
            return cue, Sign("announced", cue, how, "make", False)
        elif cue.form == "s" and yearly_amount(clause) and not clause.find(*THINGS) and _town(clause, cue):
            return cue, Sign("operating", cue, how, "standing", False)
    return None


def _town(clause: Sentence, cue: Cue) -> Spot | None:
    """The town that goods stand before, which a verb makes: "will make |cells in Kokkola|"."""
    spot = place_of(clause, cue.span)
    if spot is None or spot.level not in _FINE or not 0 < spot.span.start - cue.span.end < _REACH:
        return None
    goods = any(cue.span.end < each.span.start < spot.span.start and each.id != "vehicle" for each in clause.products)
    return spot if goods and _INTO_IT.fullmatch(clause.between(cue.span, spot.span)) else None
