"""Deals of which a clause names one side only: what is ordered, won, delivered or lost says that there is another."""

from __future__ import annotations

import re
from collections.abc import Callable

from cellwire.claims.actors import Group, distinct, led_by, subject, upstream
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import (
    GOODS,
    VOLUME,
    WORKS,
    bought,
    buys,
    firms,
    flows,
    main_as,
    make,
    makes_stores,
    other_of_two,
    pays,
    sized,
    supply_draft,
    two_sides,
)
from cellwire.claims.kinds.supply.contracts import TRADED
from cellwire.claims.kinds.supply.delivering import delivers
from cellwire.claims.kinds.supply.unnamed import SOMEBODY
from cellwire.claims.kinds.supply.winning import wins
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role, Span

_LOOSE = frozenset(
    [
        "use",
        "uses",
        "used",
        "using",
        "get",
        "gets",
        "got",
        "getting",
        "adopt",
        "adopts",
        "adopted",
        "rely",
        "obtain",
        "secure",
        "secures",
        "secured",
    ]
)
_NO_GOODS = regex(
    r"^\s(?:[\w.,%$€£-]+\s){0,5}?(?:stakes?|shares?|interest|approvals?|permits?|permission|consent|"
    r"licen[cs]es?|loans?|grants?|funding|"
    r"investments?|financing|projects?|portfolio)\b"
    r"|^\s(?:(?!for\b|from\b|to\b)[\w.,%$€£'’-]+\s){0,7}?(?:business|division)\b"
)
_AN_ORDER = regex(r"\s(?:[\w.,$€£₹-]+\s){0,5}?(?-i:[Oo]rders?)\b", re.I)  # who receives |an order| sells
_RECEIVED = ("receiv", "get", "got", "obtain", "win", "won", "bag", "land")
_OUTPUT = regex(
    r"\b(?:volumes?|output|production|deliver(?:y|ies)|cells?|batteries|packs|concentrate|tonnes|material|hydroxide|"
    r"powder)\b",
    re.I,
)
_STANDING = 6  # a company this far down the chain buys batteries rather than selling them


def _takes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B orders 35,000 tonnes: from whom the text is about, where that company makes such goods."""
    for cue in clause.find("supply.source", "supply.order") if sized(clause) or clause.headline else ():
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        needed = _needs_batteries(clause, cue, left)
        if not (needed or sized(clause)) or not bought(clause, cue) or (cue.written in _LOOSE and not needed):
            continue
        if how.passive or left is None or how.negated:
            continue
        if clause.before(cue.span.start, 1) == "-":
            continue
        bound = _BOUND_TO.search(clause.before(cue.span.start, 30))
        if cue.form == "ing" and not (how.going_on or how.possible or bound):
            continue
        ordered_goods = clause.after(cue.span.end, 70)
        if cue.written.startswith("receiv") and pays(clause, cue):
            continue  # "will receive $820 million in cash and a stake in the lithium plants"
        if not GOODS.search(ordered_goods, clause.opened) or _NO_GOODS.match(ordered_goods):
            continue
        if ("supply.win" in cue.tags or cue.written.startswith(_RECEIVED)) and _AN_ORDER.match(ordered_goods):
            continue
        buyers = [name for name in firms(left) if scene.main is None or name.id != scene.main.id]
        makers = other_of_two(clause, firms(left), scene)
        if makers and flows(makers, firms(left)):
            return supply_draft(clause, cue, "takes", (makers, firms(left)))
        makers = main_as(Role.SUPPLIER, buyers, scene)
        ordered = cue.written.startswith(("order", "place", "contract")) or VOLUME.search(
            clause.after(cue.span.end, 60), clause.opened
        )
        if makers or (ordered and firms(left) and cue.form != "base") or needed:
            return supply_draft(clause, cue, "takes", (makers, buyers or firms(left)))
    return None


_BATTERIES = regex(
    r"\s(?:(?!(?:for|from|with|to|of|and)\b)[\w-]+\s){0,3}?(?:batter(?:y|ies)|cells|packs|lithium|cobalt|graphite)\b"
    r"(?!\s(?:[\w-]+\s)?(?:plants?|factor(?:y|ies)|suppl\w+|deals?|contracts?|orders?|technology|business|materials?"
    r"|minerals?|projects?|storage|makers?|units?|stakes?|recycling|site|mines?))",
    re.I,
)
_GETS = ("sourc", "contract", "procur", "secur", "order")


def _needs_batteries(clause: Sentence, cue: Cue, left: Group | None) -> bool:
    """Whether it is batteries that who needs them gets, however many."""
    rank = upstream(firms(left)[0]) if left and firms(left) else None
    needs = rank is not None and rank > _STANDING and cue.written.startswith(_GETS)
    return needs and _BATTERIES.match(clause.after(cue.span.end, 90)) is not None


_BOUND_TO = regex(r"\b(?:commit(?:s|ted)?|agree[sd]?|pledge[sd]?|obliged) to\s$")
_OTHERS = regex(r"^[^;]{0,140}\b(?:to|with|from|for|by)\s(?:an?\s|the\s|two\s|several\s|its\s)?[a-z]")


_BINDING = regex(r"\b(?:binding|definitive)\s(?:[\w-]+\s){0,3}$", re.I)
# "an agreement for the purchase of |its black mass|", "a purchase agreement |with a customer|": it sells
_ITS_OWN = regex(
    r"(?:\sof)?\s(?:its|their|the company's)\s"
    r"|[^,;.]{0,60}\b(?:with|by)\s(?:[\w-]+\s){0,4}?(?:customers?|buyers?|clients?)\b"
)


def signs(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A signs an offtake agreement, or letters of intent for the supply of goods, with somebody who is not named."""
    if len({name.id for group in found for name in firms(group)}) != 1:
        return None
    traded = _traded(clause) if clause.has("partnership.mou") else False
    for cue in clause.find("supply.deal", *(("partnership.mou",) if traded else ())):
        left, behind = subject(found, cue.span.start), clause.after(cue.span.end, 160)
        signed = [each for each in clause.find("partnership.sign", "supply.win") if each.span.end <= cue.span.start]
        how = aspect(clause, signed[0]) if signed else None
        if left is None or how is None or how.negated or not (how.done or how.going_on or clause.headline):
            continue
        firm = (
            clause.has("partnership.mou")
            or clause.headline
            or sized(clause)
            or _BINDING.search(clause.before(cue.span.start, 30))
            or _WITH_SOMEBODY.search(behind)
        )
        sells = clause.headline and _is_theirs_to_sell(clause, cue, left)
        several = sells or (clause.headline and cue.written.endswith("deals"))  # "announces big battery deals"
        if not firm or not (several or _OTHERS.match(behind) or _WITH_SOMEBODY.search(behind)):
            continue
        behind = cue.written + behind if several else behind
        goods = GOODS.search(behind, clause.opened)
        rank = upstream(firms(left)[0]) if goods and firms(left) else None
        if goods and firms(left):
            won = "order" in cue.written and "supply.win" in signed[0].tags
            purchased = cue.written.startswith("purchas") and not (won or _ITS_OWN.match(behind))
            taken = purchased or (rank is not None and rank > _STANDING)
            taken = taken or ("take" in cue.written and buys(firms(left), behind))
            taken = taken and not (sells or makes_stores(firms(left), clause.text))
            return supply_draft(clause, cue, "signs", ([], firms(left)) if taken else (firms(left), []))
    return None


def _is_theirs_to_sell(clause: Sentence, cue: Cue, left: Group) -> bool:
    """Whether who makes such goods deals in so many of them: "agrees |1.2-GWh battery supply deal| in Chile"."""
    makes = "storage" in firms(left)[0].chain if firms(left) else False
    return (makes or make(firms(left), cue.written)) and _SO_MUCH.search(clause.before(cue.span.end, 60)) is not None


_SO_MUCH = regex(r"\d[\s-]?[GM]Wh\b")


_WITH_SOMEBODY = regex(rf"\bwith\s{SOMEBODY}\b")
# "receives |letter of intent for lithium hydroxide|"
_MEANT_FOR = regex(
    r"\bletters? of intent\b[^;]{0,60}?\b(?:for|on|covering|to (?:buy|purchase|take))\s(?P<what>[^;]{3,60})", re.I
)


def _traded(clause: Sentence) -> bool:
    """Whether a paper is about goods that somebody means to buy."""
    if TRADED.search(clause.text, clause.opened):
        return True
    papers = [cue.span.start for cue in clause.find("partnership.mou")]
    if any(deal.span.end + 1 in papers for deal in clause.find("supply.deal")):
        return True  # "an offtake |memorandum|"
    meant = _MEANT_FOR.search(clause.text)
    return meant is not None and bool(GOODS.search(meant["what"], clause.opened)) and not WORKS.search(meant["what"])


def _signed_with(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """Somebody who is not named signs a supply deal with B, who makes such goods or takes them."""
    for cue in clause.find("supply.deal") if clause.headline else ():
        whom = [name for group in led_by(found, ("with",), after=cue.span.end) for name in firms(group)]
        signed = [each for each in clause.find("partnership.sign", "supply.win") if each.span.end <= cue.span.start]
        if len(found) == 1 and whom and signed and signed[-1].form and upstream(whom[0]) is not None:
            taken = buys(whom, clause.before(cue.span.start, 30) + cue.written)
            return supply_draft(clause, cue, "signed-with", ([], whom) if taken else (whom, []))
    return None


_PLACED_WITH = gated(
    r"\b(?P<placed>plac(?:e[sd]?|ing))\s(?:[\w.,-]+\s){0,7}?(?:orders?"
    r"|contracts?)\b[^.;]{0,60}?\swith\s(?:[\w-]+\s){0,4}$",
    re.I,
    needs="place places placed placing",
)


def _placed_with(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """Somebody who is not named places an order with B."""
    for group in led_by(found, ("with",)) if len(found) == 1 else ():
        match = _PLACED_WITH.search(clause.before(group.span.start, 160), clause.opened)
        if match is None or not firms(group):
            continue
        at = max(clause.span.start, group.span.start - 160) + match.start("placed")
        cue = Cue(("supply.source",), "past", Span(at, at + len(match["placed"])), match["placed"].lower())
        if not aspect(clause, cue).negated:
            return supply_draft(clause, cue, "placed-with", (firms(group), []))
    return None


_WEIGHS = regex(
    r"\b(?:negotiating|in (?:[a-z]+ )?(?:talks|negotiations) (?:over|on|about|for)|discussing|finali[sz]ing)\s"
    r"(?:[\w-]+\s){0,4}$"
)


def _negotiates(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A negotiates an offtake with somebody who is not named."""
    for cue in clause.find("supply.deal"):
        left = subject(found, cue.span.start)
        if len(found) != 1 or not firms(left) or not _WEIGHS.search(clause.before(cue.span.start, 60)):
            continue
        if _OTHERS.match(clause.after(cue.span.end, 160)) and not aspect(clause, cue).negated:
            taken = buys(firms(left), clause.before(cue.span.start, 24) + cue.written + clause.after(cue.span.end, 60))
            return supply_draft(
                clause, cue, "negotiates", ([], firms(left)) if taken else (firms(left), []), stage="considered"
            )
    return None


_IN_SHIPS = gated(
    r"\b(?:ships?|vessels?|ferry|ferries|boats?|trains?|trams?|locomotives?|bus(?:es)?|trucks?|aircraft"
    r"|tugs?)\b[^.;]{0,60}?"
    r"\b(?:powered by|runs? on|equipped with|fitted with|draws? (?:its|their) power from)\s(?:[^.;]|\.\d){0,120}?"
    r"(?P<verb>provided|supplied|delivered)\sby\s",
    re.I,
)


def _powers(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A ship or a train that nobody is named for is powered by a battery supplied by A."""
    match = _IN_SHIPS.search(clause.text, clause.opened)
    if match is None or len(found) != 1:
        return None
    start, end = clause.span.start + match.start("verb"), clause.span.start + match.end("verb")
    makers = led_by(found, ("by",), after=end)
    cue = Cue(("supply.powered",), "part", Span(start, end), match["verb"].lower())
    if not makers or aspect(clause, cue).negated or not firms(makers[0]):
        return None
    return supply_draft(clause, cue, "powers", (firms(makers[0]), []))


def _lost(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """An order is lost, a contract ended: the supplier's loss unless a buyer ends it."""
    ends = [cue for cue in clause.find("supply.stop") if cue.form and cue.written not in _RUN_OUT]
    for deal in clause.find("supply.order", "supply.deal") if ends else ():
        end = next((cue for cue in ends if abs(cue.span.start - deal.span.start) < _ENDS_NEAR), None)
        if end is None or aspect(clause, end).negated or aspect(clause, end).possible or _OF_WORK.search(clause.text):
            continue
        who = firms(subject(found, end.span.start)) or firms(found[0])
        if not who and scene.main:
            who = [scene.main]
        rank = upstream(who[0]) if who else None
        if who and (aspect(clause, end).done or aspect(clause, end).passive):
            buyer = rank is not None and rank > _STANDING and not end.written.startswith("los")
            sides = ([], who) if buyer else (who, [])
            if len(others := _the_other(clause, found, who)) == 1:
                sides = two_sides(clause, deal, who, others)
            return supply_draft(clause, end, "lost", sides, stage="terminated")
    return None


_OF_BOTH = regex(
    r"\b(?:the two|both|the companies|with (?:it|them|the company)|its (?:deal|contract|agreement|offtake|order))\b"
)


def _the_other(clause: Sentence, found: list[Group], who: list[Name]) -> list[Name]:
    """With whom it was: "B said A had terminated the agreement |the two| signed"."""
    ids = {name.id for name in who}
    others = distinct(name for group in found for name in firms(group) if name.id not in ids)
    return others if _OF_BOTH.search(clause.text) or led_by(found, ("with",)) else []


_ENDS_NEAR = 90  # characters
_RUN_OUT = frozenset({"expires", "expire", "lapses", "lapse"})  # one day: until when a contract is
_OF_WORK = regex(r"\b(?:unions?|wages?|employment|collective|labou?r|workers['’]|rent|lease)\b", re.I)


def _goes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """Output that goes to B: from whom the text is about."""
    for cue in clause.find("supply.flow"):
        goods = _OUTPUT.search(clause.before(cue.span.start, 60))
        buyers = [name for group in found if 0 <= group.span.start - cue.span.end < 40 for name in firms(group)]
        makers = main_as(Role.SUPPLIER, buyers, scene) if goods else []
        if makers:
            return supply_draft(clause, cue, "goes", (makers, buyers))
    return None


_CHEAPER = gated(
    r"\b(?:rebates?|discounts?|price (?:cuts?|reductions?)|(?:lowers?|reduced?|reduces|cheaper|cuts?) (?:\w+ )?"
    r"(?:battery |cell |pack )?(?:prices?|costs?)|the (?:deal|offer))\b",
    re.I,
    needs="rebate rebates discount discounts price prices cost costs deal offer",
)


def offers(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A offers B a rebate, or lower prices for a share of its orders: nothing is agreed yet."""
    cheaper = _CHEAPER.search(clause.text, clause.opened)
    for cue in clause.find("supply.supply") if cheaper else ():
        how, left = aspect(clause, cue), subject(found, cue.span.start)
        if not cue.written.startswith("offer") or not cue.form or how.passive or how.negated or not firms(left):
            continue
        takers = [group for group in found if group.names[0].said.start > cue.span.end and group.lead in _TO_WHOM]
        customers = [name for group in takers for name in firms(group)]
        if customers and flows(firms(left), customers):
            return supply_draft(clause, cue, "offers", (firms(left), customers), stage="considered")
    return None


_TO_WHOM = frozenset({"to", "for", "including", "like", ""})


RULES: tuple[Callable[[Sentence, list[Group], Scene], Draft | None], ...] = (
    _negotiates,
    _powers,
    _takes,
    wins,
    _lost,
    delivers,
    _goes,
    signs,
    _signed_with,
    _placed_with,
)
