"""Developments that tell one deal in several words, told once."""

from __future__ import annotations

from msgspec.structs import replace

from cellwire.claims.clauses import NEAR, Bundle
from cellwire.claims.kinds import is_merger
from cellwire.lexicon import regex
from cellwire.model import DEAL_KINDS, Kind, Role

# "Also signed |another| non-binding memorandum": the deal told before it stands
_ANOTHER = regex(r"\b(?:another|(?:a|one) separate|a second|a further)\s(?:[\w-]+\s){0,2}?(?:[Mm]emorandum|M[Oo]Us?)\b")


def one_deal_each(bundles: list[Bundle]) -> list[Bundle]:
    """Goods that two companies trade are one deal, also where a memorandum of theirs is told beside it (rule 5)."""
    kept, deals = [], [each for each in bundles if each.kind in DEAL_KINDS]
    for bond in bundles:
        if any(_of_those_who_merge(bond, each) for each in deals):
            continue
        if title := next((each for each in deals if _is_turned(each, bond) and _joins_both(bond)), None):
            title.more += [draft.clause for draft in bond.drafts]
            continue
        if any((_is_turned(bond, each) and not _joins_both(each)) or _is_a_takeover(bond, each) for each in deals):
            continue
        if bought := next((each for each in deals if _is_the_purchase(bond, each)), None):
            _adds_its_step(bought, bond)
            continue
        if merger := next((each for each in deals if _is_merger_too(bond, each)), None):
            merger.more += [sentence for sentence in bond.more if sentence not in merger.more]
            merger.background = merger.background and bond.background
            continue
        if loan := next((each for each in deals if _pays_for(each, bond)), None):
            loan.more += [sentence for sentence in bond.more if sentence not in loan.more]
            continue
        if talks := next((each for each in deals if _is_the_letter(bond, each)), None):
            talks.more += [draft.clause for draft in bond.drafts]
            continue
        deal = next((each for each in deals if _covers(each, bond)), None)
        if deal is None:
            kept.append(bond)
            continue
        only_meant = bond.drafts[0].stage == "mou" and not _ANOTHER.search(bond.drafts[0].clause.text)
        if only_meant and all(draft.stage == "signed" for draft in deal.drafts):
            deal.drafts[:] = [replace(draft, stage="mou") for draft in deal.drafts]
        deal.background = deal.background and bond.background
        first = deal.drafts[0]
        deal.drafts += [
            replace(first, clause=draft.clause, trigger=draft.trigger, aspect=draft.aspect, actors=())
            for draft in bond.drafts
        ]
    return kept


def _is_a_takeover(goods: Bundle, purchase: Bundle) -> bool:
    """Whether the words that tell goods tell who buys whom: "to buy battery maker Bexley" sells no batteries."""
    if goods.kind is not Kind.SUPPLY or purchase.kind is not Kind.INVESTMENT:
        return False
    if goods.ids(Role.SUPPLIER) != purchase.ids(Role.TARGET) or goods.ids(Role.CUSTOMER) != purchase.ids(Role.INVESTOR):
        return False
    bought = [draft.clause for draft in purchase.drafts if draft.rule == "investment.takeover"]
    return all(draft.clause in bought for draft in goods.drafts)


def _is_the_purchase(goods: Bundle, purchase: Bundle) -> bool:
    """Whether "has purchased a 150 MW store from B" stands under a headline that tells the purchase of a project."""
    if goods.kind is not Kind.SUPPLY or purchase.kind is not Kind.INVESTMENT:
        return False
    headed = all(each.clause.headline for each in purchase.drafts) and purchase.drafts[0].rule == "investment.takeover"
    sides = goods.ids(Role.SUPPLIER), goods.ids(Role.CUSTOMER)
    return headed and all(sides) and sides == (purchase.ids(Role.OWNER), purchase.ids(Role.INVESTOR))


def _adds_its_step(purchase: Bundle, goods: Bundle) -> None:
    """Tells a headline's purchase as far as the text says it is: "has purchased"."""
    told, first = goods.drafts[0], purchase.drafts[0]
    step = (
        "completed" if any(draft.aspect.done and not draft.clause.headline for draft in goods.drafts) else first.stage
    )
    purchase.drafts[:] = [replace(draft, stage=step, aspect=told.aspect) for draft in purchase.drafts]
    purchase.drafts.append(replace(first, stage=step, clause=told.clause, trigger=told.trigger, aspect=told.aspect))


def _is_turned(title: Bundle, text: Bundle) -> bool:
    """Whether a headline's supply has its two sides the other way round than the text, which says who buys."""
    if title.kind is not Kind.SUPPLY or text.kind is not Kind.SUPPLY or title is text:
        return False
    told = all(draft.clause.headline for draft in title.drafts) and not text.drafts[0].clause.headline
    sides = title.ids(Role.SUPPLIER), title.ids(Role.CUSTOMER)
    if told and title.ids() == text.ids() and all(sides) and text.ids(Role.SUPPLIER) and text.ids(Role.CUSTOMER):
        return sides[0] != text.ids(Role.SUPPLIER)  # the same companies in other parts
    turned = text.ids(Role.CUSTOMER), text.ids(Role.SUPPLIER)
    return told and bool(sides[0]) and sides[0] <= turned[0] and sides[1] <= turned[1]


def _joins_both(supply: Bundle) -> bool:
    """Whether a sentence does not say who buys: "Alder |and| Birch have reached an agreement for 20 MWh"."""
    first = supply.drafts[0]
    sides = sorted((actor.name.said for actor in first.actors), key=lambda said: said.start)
    return len(sides) == _BOTH and _AND.fullmatch(first.clause.between(*sides)) is not None


_BOTH = 2
_AND = regex(r"\s(?:and|&)\s(?:[\w-]+\s){0,3}")


def _is_merger_too(takeover: Bundle, merger: Bundle) -> bool:
    """Whether two that merge are told of again, or as a takeover: "A will acquire all shares in B"."""
    if takeover is merger or takeover.kind is not Kind.INVESTMENT or merger.kind is not Kind.INVESTMENT:
        return False
    rules = {draft.rule for draft in takeover.drafts}
    first = merger.drafts[0].trigger.start < takeover.drafts[0].trigger.start
    again = first if is_merger(takeover) else "investment.takeover" in rules
    return is_merger(merger) and again and len(takeover.ids()) > 1 and takeover.ids() <= merger.ids()


def _of_those_who_merge(bond: Bundle, merger: Bundle) -> bool:
    """Whether goods or a bond are told of two that merge in the same text: what each has is the other's to be."""
    return (
        bond.kind in {Kind.SUPPLY, Kind.PARTNERSHIP}
        and is_merger(merger)
        and len(bond.ids()) > 1
        and bond.ids() <= merger.ids()
    )


def _pays_for(loan: Bundle, plant: Bundle) -> bool:
    """Whether a plant is only told of as what public money is for (labels' rule 7): "a loan to A to build"."""
    if loan.kind is not Kind.INVESTMENT or plant.kind is not Kind.FACILITY:
        return False
    body = [draft for draft in plant.drafts if not draft.clause.headline] or plant.drafts
    if len(body) > 1:
        return False
    told = body[0]
    return any(
        draft.rule == "investment.public-money"
        and draft.clause is told.clause
        and draft.trigger.start < told.trigger.start
        and len(draft.actors) > 1
        for draft in loan.drafts
    )


# what two mean to do together beside a stake
_TOGETHER = regex(
    r"\b(?:suppl\w*|develop\w*|joint(?:ly)?|co-?operat\w*|collaborat\w*|together|research|licen[cs]\w*|build\w*|produc\w*"
    r"|offtake|purchase of)\b"
)


def _is_the_letter(bond: Bundle, deal: Bundle) -> bool:
    """Whether a memorandum of two is only that about the stake which is told of beside it: "signed a letter"."""
    if deal.kind is not Kind.INVESTMENT or bond.kind is not Kind.PARTNERSHIP or bond.drafts[0].stage != "mou":
        return False
    if deal.background is not bond.background or not bond.ids() or not bond.ids() <= deal.ids():
        return False
    near = any(abs(one.clause.index - other.clause.index) <= NEAR for one in deal.drafts for other in bond.drafts)
    return near and not any(_TOGETHER.search(draft.clause.text) for draft in bond.drafts)


_DEVELOPS = regex(
    r"\b(?:(?:to|will|jointly|together|and)\s(?:jointly\s|together\s)?(?:co-)?develop|co-develop\w*)\s[^.;,]{0,50}?"
    r"\b(?:batter|cell|pack|chemistr|solid-state|technolog)"
)


def _covers(deal: Bundle, bond: Bundle) -> bool:
    """Whether a supply is what a partnership of the same companies is about."""
    if deal.kind is not Kind.SUPPLY or bond.kind is not Kind.PARTNERSHIP or deal.background is not bond.background:
        return False
    if "terminated" in {deal.drafts[0].stage, bond.drafts[0].stage}:
        return False
    if any(_DEVELOPS.search(draft.clause.text) for draft in bond.drafts if not draft.clause.headline):
        return False  # what two develop is more than what one sells the other
    sided = deal.ids(Role.SUPPLIER) and deal.ids(Role.CUSTOMER)
    return bool(sided) and bond.ids() <= deal.ids() and abs(deal.drafts[0].clause.index - bond.last) <= NEAR + 2
