"""Who is chosen, called or dropped as a supplier."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject, told_by
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import STORES, firms, flows, supply_draft
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
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
        if not _AS_SUPPLIER.search(clause.after(right[0].span.end, 90)) and not _for_another(
            clause, found, cue, right[0]
        ):
            continue
        instead = [group for group in found if group.lead in {"with", "by"} and group.span.start > right[0].span.end]
        if instead and cue.written.startswith("replac"):
            return supply_draft(clause, cue, "nominates", (firms(instead[0]), firms(left)))
        return supply_draft(clause, cue, "dropped", (firms(right[0]), firms(left)), stage="terminated")
    return None


def _for_another(clause: Sentence, found: list[Group], cue: Cue, maker: Group) -> bool:
    """Whether a supplier goes for another: "ditches |17-year partner| A |for| B"."""
    called = _PARTNER.fullmatch(clause.between(cue.span, maker.names[0].said))
    return bool(called) and any(group.lead == "for" and group.span.start > maker.span.end for group in found)


_PARTNER = regex(r"\s(?:[\w'’-]+\s){0,5}?(?:partner|supplier)\s", re.I)
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


# "has |signed on| Alder to design and supply the batteries"
_SIGNED_ON = gated(
    r"\b(?P<verb>sign(?:s|ed)? on)\s"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:the\s)?(?:[a-z][\w-]*\s){0,4}(?=[A-Z])",
    needs="sign signs signed",
)


def _signed_on(clause: Sentence) -> list[Cue]:
    match = _SIGNED_ON.search(clause.text, clause.opened)
    return [cue_of(clause, match, "verb", "supply.nominate")] if match else []


_CHOSE_IT = regex(r"\s(?:it|them)\s(?:to|as|for)\b")


def nominated(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B nominates A as supplier; A has been selected by B to supply; A received B's nomination; A says B chose it."""
    for cue in (*clause.find("supply.nominate"), *_signed_on(clause)):
        if not (
            clause.has("supply.supplier", "supply.supply", "supply.deal", "supply.order")
            or "supplier" in cue.written
            or (cue.written == "nomination" and clause.has("supply.win"))  # "wins nomination from B"
        ):
            continue
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        giver = led_by(right, ("by", "from", "of"))
        if how.passive and left and not how.negated and _AS_SUPPLIER.match(clause.after(cue.span.end, 90)):
            takers = led_by(right, ("by",)) or led_by(right, ("to", "for", "of"))
            buyers = [name for group in takers[:1] for name in firms(group)]
            return supply_draft(clause, cue, "nominated", (firms(left), buyers if flows(firms(left), buyers) else []))
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


# "taps |Alder| for LFP cells", "turns to |Alder| for its battery packs"
FOR_GOODS = regex(
    r"\.?\s(?i:for)\s(?:(?!battery[- ]electric)(?:US|[A-Z]{0,2}\$|[€£¥₩])?[\w'’.,–-]+\s){0,5}?"
    r"(?:batter(?:y|ies)|cells?|packs?|modules|cathodes?|anodes?|electrolytes?|separators?|foils?|lithium|nickel|cobalt"
    r"|graphite|manganese|vanadium|hydroxide|carbonate|spodumene|concentrate|precursors?|black mass|scrap|feedstock"
    rf"|active materials?|(?i:{STORES})"
    r"|(?:energy |battery )?storage(?: (?:projects?|systems?|parks?|stations?|facilit(?:y|ies)|portfolio"
    r"|units?|sites?))?"
    r"|BESS|battery projects?|[\d.,]+\s?[GM]Wh)\b"
    r"(?!\s(?:[\w-]+\s){0,2}?(?:plants?|factor(?:y|ies)|gigafactory|lines?|facilit(?:y|ies)|mines?|site|works|JV"
    r"|joint venture|research|development|testing|tests?|technology|design|recycling|R&D|stud(?:y|ies)|swap(?:ping)?"
    r"|charging|vehicles?|cars?)\b)"
)
# "has named |Alder| as its preferred battery separator partner"
_AS_PARTNER = regex(
    r",?\sas\s(?:an?|its|the|their)\s(?:[\w-]+\s){0,4}?(?:batter(?:y|ies)|cell|pack|module|cathode|anode|electrolyte"
    r"|separator|foil|lithium|nickel|graphite|storage|BESS)\s(?:[\w-]+\s){0,2}?(?:partner|supplier|provider|vendor)\b"
)
# "taps |Alder| to make its batteries"
_TO_MAKE = regex(
    r"\s(?i:to)\s(?i:make|produce|manufacture|assemble|build|supply)\s(?:(?:its|their|the)\s)?(?:[\w-]+\s){0,3}?"
    r"(?i:batteries|cells|(?:battery )?packs|modules|cathodes|anodes)\b"
)
_TURNS_TO = gated(
    r"\b(?P<verb>turn(?:s|ed)?|looks?|looked|go(?:es)?|went|sided?)\s(?:to|with)\s(?:the\s)?(?:[a-z][\w'’-]*\s){0,4}$",
    needs="turn turns turned look looks looked go goes went side sided",
)


def picked(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B taps A for cells, or turns to A for them."""
    for maker in found:
        behind = clause.after(maker.names[-1].said.end, 110)
        if not (FOR_GOODS.match(behind) or _AS_PARTNER.match(behind) or _TO_MAKE.match(behind)):
            continue
        cue = _turned_to(clause, maker) or _chosen_before(clause, maker)
        buyer = subject(found, cue.span.start) if cue else None
        if cue is None or buyer is None or not flows(firms(maker), firms(buyer)):
            continue
        how = aspect(clause, cue)
        if not (how.passive or how.negated):
            return supply_draft(clause, cue, "nominates", (firms(maker), firms(buyer)))
    return None


def _turned_to(clause: Sentence, maker: Group) -> Cue | None:
    match = _TURNS_TO.search(clause.before(maker.span.start, 60), clause.opened)
    if match is None:
        return None
    at = max(clause.span.start, maker.span.start - 60) + match.start("verb")
    return Cue(("supply.nominate",), "s", Span(at, at + len(match["verb"])), match["verb"])


def _chosen_before(clause: Sentence, maker: Group) -> Cue | None:
    """The verb right before who is chosen: "taps |the Korean battery maker |Alder"."""
    for cue in clause.find("supply.nominate"):
        gap = maker.names[0].said.start - cue.span.end
        if cue.form and 0 < gap < _NEAR_VERB and not maker.lead:
            return cue
    return None


# "Alder will be |Birk|'s battery supplier", "has made |Alder| its main supplier"
_BE_ITS = gated(
    r"\b(?P<be>be|become|becomes|became|is|remains?)\s(?:now\s|to be\s)?(?:[a-z]+\s)?(?:[a-z]+maker\s)?$",
    needs="be become becomes became is remain remains",
)
_ITS_SUPPLIER = regex(r"['’]s?\s(?:[\w-]+\s){0,4}?suppliers?\b(?!\s(?:base|list|day|award|code))")
_MADE = gated(r"\b(?P<be>makes?|made|calls|named|names)\s$", needs="make makes made calls named names")
_ITS_OWN = regex(r"\s(?:its|their)\s(?:[\w-]+\s){0,4}?suppliers?\b")


def made_supplier(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A is to be B's battery supplier; B has made A its main supplier."""
    for group in found if clause.has("supply.supplier") else ():
        before, behind = clause.before(group.span.start, 40), clause.after(group.span.end, 70)
        be = _BE_ITS.search(before, clause.opened) if _ITS_SUPPLIER.match(behind) else None
        made = _MADE.search(before, clause.opened) if _ITS_OWN.match(behind) else None
        verb = be or made
        if verb is None:
            continue
        at = max(clause.span.start, group.span.start - 40) + verb.start("be")
        cue = Cue(("supply.supplier",), "s", Span(at, at + len(verb["be"])), verb["be"])
        other = subject(found, at)
        maker, buyer = (other, group) if be else (group, other)
        if maker and buyer and flows(firms(maker), firms(buyer)) and not aspect(clause, cue).negated:
            return supply_draft(clause, cue, "nominated", (firms(maker), firms(buyer)))
    return None
