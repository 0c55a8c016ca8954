"""Plants that only a verb of making tells: "will assemble packs in Rockford", "has been making cells since May"."""

from __future__ import annotations

from cellwire.claims.clauses import lands_of, place_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS, making_of, yearly_amount
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

_FINE = frozenset({"city", "town", "park", "site"})
_BONDS = ("partnership.venture", "partnership.join", "partnership.partnership", "partnership.mou")
_REACH = 90  # characters from a verb of making to the place
_SINCE = gated(r"\b(?:has|have)\sbeen\s(?:[a-z]+ly\s)?$")
_FROM_THEN = regex(r"[^.;]{0,120}?\b(?:since|for (?:more|over|nearly|almost|about|\w+ years|\w+ months))\b")
# "make |cells|", "produce |20,000 tonnes of cathodes|", not "produce a study on |cells|"
_UP_TO_GOODS = regex(r"\s(?:(?!(?:on|about|into|from|with|to|and)\s)[\w.,'’-]+\s){0,7}")
# "|cells| a year for buses |in| Kokkola", not "its |battery| passport public in Brussels"
_INTO_IT = regex(
    r"(?:\s(?:materials?|cells?|packs?|modules?|systems?|batter(?:y|ies)|active|powders?|foils?|components?|products?"
    r"|storage|containers?|a|per|each|year|annually|itself))*"
    r"(?:\sfor\s(?:[\w-]+\s?){1,5}?|,\s[^,;.]{3,40},)?\s(?:in|at|near|outside)\s(?:the\s)?(?:[\w'’-]+\s){0,2}?"
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
            if _FROM_THEN.match(clause.after(cue.span.end, 140)) and (clause.find(*THINGS) or _in_a_town(clause, cue)):
                return cue, Sign("operating", cue, how, "standing", True)
        elif cue.form == "base" and how.ahead and not clause.find(*THINGS) and _in_a_town(clause, cue):
            return cue, Sign("announced", cue, how, "make", False)
        elif cue.form == "s" and yearly_amount(clause) and not clause.find(*THINGS) and _in_a_town(clause, cue):
            return cue, Sign("operating", cue, how, "standing", False)
    return None


def _in_a_town(clause: Sentence, cue: Cue) -> bool:
    """Whether goods a verb makes stand before a town, or in a title before a land: "will make |cells in Kokkola|"."""
    spot = place_of(clause, cue.span) or (next(iter(lands_of(clause)), None) if clause.headline else None)
    if (
        spot is None
        or (spot.level not in _FINE and not clause.headline)
        or not 0 < spot.span.start - cue.span.end < _REACH
    ):
        return False
    goods = [each.span for each in clause.products if each.id != "vehicle"]
    return any(_is_made_in(clause, cue, each, spot.span) for each in goods)


def _is_made_in(clause: Sentence, cue: Cue, goods: Span, place: Span) -> bool:
    if not cue.span.end < goods.start < place.start:
        return False
    before, behind = clause.between(cue.span, goods), clause.between(goods, place)
    return bool(_UP_TO_GOODS.fullmatch(before) and _INTO_IT.fullmatch(behind))
