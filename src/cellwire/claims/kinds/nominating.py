"""Who is chosen, called or dropped as a supplier."""

from __future__ import annotations

from cellwire.claims.actors import Group, led_by, subject, told_by
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import firms, flows, supply_draft
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

_ELSEWHERE = regex(r"\b(?:if|that|which|who|when|because|while)\b|[;:]")  # "to select automakers if they"


_AS_SUPPLIER = regex(r"\sas\s(?:(?:an?|its|the|their)\s)?(?:[\w-]+\s){0,4}?(?:supplier|vendor|source)\b")


def dropped(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B drops A as its supplier, or replaces A with C."""
    for cue in clause.find("supply.stop"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        right = [group for group in found if -1 <= group.names[0].said.start - cue.span.end < _NEAR_VERB]
        if not cue.form or not left or not right or how.negated or how.passive:
            continue
        if not _AS_SUPPLIER.search(clause.after(right[0].span.end, 90)):
            continue
        instead = [group for group in found if group.lead in {"with", "by"} and group.span.start > right[0].span.end]
        if instead and cue.written.startswith("replac"):
            return supply_draft(clause, cue, "nominates", (firms(instead[0]), firms(left)))
        return supply_draft(clause, cue, "dropped", (firms(right[0]), firms(left)), stage="terminated")
    return None


_NEAR_VERB = 50  # characters
_IS_SUPPLIER = gated(
    r"\b(?P<be>be|become|becomes|became|is|are|was|were|remains?)\s(?:now\s)?(?:(?:an?|the|its|one of the)\s)?"
    r"(?:[\w-]+\s){0,3}?(?:suppliers?|vendor)\b[^.;,]{0,50}?\s(?:to|for|of)\s(?:the\s)?(?:[a-z][\w'-]*\s){0,3}$",
    needs="supplier suppliers vendor",
)


def named_supplier(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A becomes the exclusive supplier of cells for B's trucks."""
    for buyer in found if clause.has("supply.supplier") else ():
        match = _IS_SUPPLIER.search(clause.before(buyer.span.start, 120), clause.opened)
        if match is None:
            continue
        at = max(clause.span.start, buyer.span.start - 120) + match.start("be")
        maker = subject(found, at)
        if maker and flows(firms(maker), firms(buyer)) and at - maker.span.end < _NEAR_VERB:
            cue = Cue(("supply.supplier",), "s", Span(at, at + len(match["be"])), match["be"])
            return supply_draft(clause, cue, "nominated", (firms(maker), firms(buyer)))
    return None


_CHOSE_IT = regex(r"\s(?:it|them)\s(?:to|as|for)\b")


def nominated(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B nominates A as supplier; A has been selected by B to supply; A received B's nomination; A says B chose it."""
    for cue in clause.find("supply.nominate"):
        if not (
            clause.has("supply.supplier", "supply.supply", "supply.deal", "supply.order") or "supplier" in cue.written
        ):
            continue
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        giver = led_by(right, ("by", "from", "of"))
        if (how.passive or cue.form == "") and giver:
            return supply_draft(clause, cue, "nominated", (firms(left), firms(giver[0])))
        if (
            cue.form
            and not how.passive
            and left
            and right
            and not _ELSEWHERE.search(clause.between(cue.span, right[0].span))
        ):
            return supply_draft(clause, cue, "nominates", (firms(right[0]), firms(left)))
        chosen = told_by(clause, found, left) if left and _CHOSE_IT.match(clause.after(cue.span.end, 10)) else None
        if chosen and how.done and not how.passive:
            return supply_draft(clause, cue, "nominates", (firms(chosen), firms(left)))
    return None
