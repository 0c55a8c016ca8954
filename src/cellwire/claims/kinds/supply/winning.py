"""A wins an order, a bid or a tender, from whoever places it."""

from __future__ import annotations

from cellwire.claims.actors import Group, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.kinds.goods import (
    GOODS,
    buys,
    firms,
    flows,
    is_bid,
    makes_stores,
    sized,
    supply_draft,
)
from cellwire.claims.kinds.supply.dealing import TO_BUILD
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex

_LANDS = frozenset({"lands", "landed", "landing"})  # no other form is a verb only
_POWER = regex(r"\d\s?[GM]Wh\b")  # of batteries
_BIDDERS = frozenset({"winning bidder", "successful bidder", "preferred bidder", "first candidate"})
# who secures an order sells, who secures an offtake or a deal may buy
_TAKES_UP = regex(r"take|supply|purchase(?! order)|(?:deal|agreement|pact)s?$")


_GIVEN = frozenset({"awarded", "handed", "given"})


def _awards(clause: Sentence) -> list[Cue]:
    return [cue for cue in clause.find("handing.give") if cue.written in _GIVEN]


def wins(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A wins an order or a bid for an amount or a sum, is awarded it, or is the winning bidder."""
    orders = clause.find("supply.order", "supply.deal")
    for cue in (*clause.find("supply.win"), *_awards(clause)):
        named = [each for each in orders if 0 <= each.span.start - cue.span.end < 90]
        left = subject(found, cue.span.start)
        how = aspect(clause, cue)
        given = cue.written in _GIVEN
        formed = cue.form or cue.written in _LANDS
        dealt = any("supply.deal" in each.tags for each in named)
        headed = dealt and (clause.headline or "partnership.sign" not in cue.tags)  # who "signs" is read by `signs`
        told = sized(clause) or headed or _is_bid_for_goods(clause, cue) or TO_BUILD.search(clause.text, clause.opened)
        if not firms(left) or not told or how.passive is not given or how.negated:
            continue
        if cue.written in _BIDDERS or (formed and is_bid(clause, cue)):
            return supply_draft(clause, cue, "wins", (firms(left), []))
        if named and formed:
            goods = clause.after(cue.span.end, 80)
            goods = ("packs " if _POWER.search(goods) else "lithium " if "take" in named[0].written else "") + goods
            taken = _TAKES_UP.search(named[0].written) and buys(firms(left), goods)
            taken = taken and not makes_stores(firms(left), clause.text)
            called = _called_after(clause, found, cue, named[0])
            if flows(firms(left), called):
                return supply_draft(clause, cue, "wins", (firms(left), called))
            return supply_draft(clause, cue, "wins", ([], firms(left)) if taken else (firms(left), []))
    return None


# rights to dig, land and money are tendered as well
_OF_OTHERS = regex(
    r"\b(?:licen[cs]es?|concessions?|rights?|explor\w+|mines?|mining|deposits?|subsid\w+|land|sites?|stakes?|grants?)\b"
)


def _is_bid_for_goods(clause: Sentence, cue: Cue) -> bool:
    """Whether a tender without a size is won for goods that the clause names: "flow battery wins utility's tender"."""
    goods = GOODS.search(clause.text, clause.opened)
    return goods is not None and is_bid(clause, cue) and _OF_OTHERS.search(clause.text) is None


_ITS_ORDER = regex(r"(?:['’]s)?\s(?:[\w-]+\s){0,4}")


def _called_after(clause: Sentence, found: list[Group], verb: Cue, order: Cue) -> list[Name]:
    """Whose order it is called: "lands |Birch| battery order"."""
    between = (group for group in found if verb.span.end <= group.span.start and group.span.end <= order.span.start)
    whose = next((group for group in between if group.lead in {"", "from"}), None)
    return firms(whose) if whose and _ITS_ORDER.fullmatch(clause.between(whose.span, order.span)) else []
