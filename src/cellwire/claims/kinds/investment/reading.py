"""Money that changes hands: takeovers and stakes here, what is given up in `parting`, raised or lent in `funding`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cellwire.claims.actors import Group, groups, led_by, subject, told_by, upstream
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.bearing import puts_money
from cellwire.claims.kinds.goods import A_FIRM, LAND, WORKS
from cellwire.claims.kinds.investment import funding
from cellwire.claims.kinds.investment.handing import handed_on, listed
from cellwire.claims.kinds.investment.mergers import EMPTY_FIRM, handed_over, merger
from cellwire.claims.kinds.investment.paid import (
    ASSET,
    HIS_PLANT,
    HIS_SHARE,
    SHARE,
    SUM,
    behind_it,
    done,
    ended,
    investment_draft,
    is_of_output,
    sellers_of,
    sides,
)
from cellwire.claims.kinds.investment.parting import UP_FOR_SALE, gives_up_on, offered_up, sale, spun_off
from cellwire.claims.kinds.investment.passing import given, passed
from cellwire.claims.scene import Aspect, Cue, Scene, Sentence, aspect, tags_that_begin
from cellwire.lexicon import regex
from cellwire.model import Role

_NO_COMPANY = regex(
    r"^\s(?:of\s)?(?:the\s|a\s|an\s|up to\s|its\s|\d|more\s|new\s)?(?:[\w,.-]+\s){0,3}(?:land|batter\w+|cells?|power|"
    r"electricity|equipment|lithium|nickel|cobalt|vehicles?|cars?|hectares|acres|shares? of the market|licen[cs]e|"
    r"permit|feedstock|material|certifi\w+|tons|tonnes)\b",
    re.I,
)
_OF_GOODS = regex(r"\s(?:volumes?|prices?|orders?|agreements?|contracts?|options?|commitments?|costs?|subsid)")
_GOODS_OF = regex(
    r"'s?\s(?:[\w-]+\s){0,2}?(?:batter(?:y|ies)|cells|packs|cathodes?|anodes?"
    r"|output)\b(?!(?:,?\s[\w-]+){0,4}?\s(?:business|"
    r"unit|division|arm|maker|plant|operations|venture|joint|factory|subsidiary|assets|stake|cell|recycl))"
)


@cache
def _tags() -> frozenset[str]:
    return tags_that_begin("investment.", "handing.") | {"supply.source", "supply.supply", "supply.win"}


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if item := listed(clause, scene):
        yield item
        return
    if clause.tags.isdisjoint(_tags()) or is_of_output(clause):
        return
    found = groups(clause)
    for rule in _RULES if found else ():
        if draft := rule(clause, found, scene):
            if not _KEEPS_A_RIGHT.search(clause.before(draft.trigger.start, 60), clause.opened):
                yield draft
            return
    yield from handed_on(clause, scene)


# "with Alder |reserving the right to| buy a stake": it may one day
_KEEPS_A_RIGHT = gated(
    r"\b(?:reserv|retain|keep|hold)(?:s|es|ed|ing)?\s(?:the|an?)\s(?:[\w-]+\s)?(?:rights?|options?)\sto\s(?:\w+\s)?$"
)
_STRUGGLE = regex(r"\s(?:battles?|fights?|wars?|targets?|candidates?|speculation|tussle|panel|code|rumou?rs?)\b")
_IN_CHARGE = regex(
    r"\s(?:(?:the|its|his|her|their)\s)?(?:(?:day-to-day|daily|overall)\s)?(?:leadership|management|running|role|post|"
    r"position|helm|reins|duties|responsibilit\w+|job|chair\w*)\b|\s(?:[\w-]+\s){0,2}?as\s(?:(?:new|interim|the)\s)*"
    r"(?:CEO|CFO|chief|chair\w*|president|head|boss|managing)\b"
)


def _takeover(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A acquires B, A's acquisition of B, the takeover of B by A, B is taken over by A."""
    told = (_taken_over(clause, found, cue) for cue in clause.find("investment.acquire"))
    return next(filter(None, told), None)


_GIVES_UP = ("sell", "sold", "divest", "offload", "dispos", "hiv", "spin", "spun", "split", "carv", "demerg")


def _taken_over(clause: Sentence, found: list[Group], cue: Cue) -> Draft | None:
    if cue.written.startswith(_GIVES_UP) or cue.written in UP_FOR_SALE:
        return None
    right, bidder = behind_it(found, cue), _bidder(clause, found, cue)
    how = aspect(clause, cue)
    if bidder and not right and (wanted := subject(found, cue.span.start)):
        offered = sides(bidder.names, wanted.names)
        return investment_draft(
            clause, cue, "takeover", offered, "terminated" if ended(clause, cue) else "announced", how
        )
    if _takes_no_firm(clause, cue) or _takes_goods(clause, cue, right):
        return None
    left, buyers = bidder or subject(found, cue.span.start), led_by(right, ("by",))
    if buyers and not cue.form and not left and A_FIRM.search(clause.between(cue.span, buyers[0].span)[:-3]):
        left = next((group for group in reversed(found) if group.span.end < cue.span.start), None)
        if left and not _share_a_name(left, buyers[0]):
            bought = sides(buyers[0].names, left.names)
            return investment_draft(clause, cue, "takeover", bought, "announced", how)
    stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
    short = clause.headline and cue.form == "past" and clause.after(cue.span.end, 4) == " by "  # "A snapped up by B"
    if (how.passive or short) and buyers and left:
        return investment_draft(clause, cue, "takeover", sides(buyers[0].names, left.names), stage, how)
    investor = (buyers[0] if buyers and not cue.form else None) or left
    actors = _buyer_and_bought(clause, found, cue, investor, how) if investor else None
    return investment_draft(clause, cue, "takeover", actors, stage, how) if actors else None


_OFFER = r"(?:offers?|bids?|proposals?|approach(?:es)?)"
_OFFERED_BY = gated(
    rf"\b(?:take-?over|buyout|acquisition|unsolicited|hostile|cash|non-binding)\s{_OFFER}\b[^,;]{{0,60}}?\s(?:from"
    rf"|by)\s(?:the\s)?"
    r"(?:[a-z][\w-]*\s){0,4}$"
)
_OF_THEIRS = regex(rf"['’]s?\s[^,;.]{{0,60}}?\b(?:take-?over|buyout|acquisition|unsolicited|hostile|cash)\s{_OFFER}\b")
_TURNS = regex(
    r"\b(?P<no>reject|rebuff|spurn|turn\w*\sdown|dismiss|weigh|consider|stud|review|confirm\w*\sreceiv)|\b(?:accept"
    r"|back|welcom|agree|approv|recommend|endors|receiv)"
)


def _offered(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B rejects or accepts a takeover offer from A, or A's offer."""
    for cue in clause.find("investment.acquire", "supply.supply"):
        wanted = subject([group for group in found if not group.owns], cue.span.start)
        turned = _TURNS.search(clause.before(cue.span.start, 60)) if wanted else None
        theirs = (
            group
            for group in found
            if _OFFERED_BY.search(clause.before(group.span.start, 120), clause.opened)
            or (group.owns and _OF_THEIRS.match(clause.after(group.span.end, 90)))
        )
        bidder = next(theirs, None) if turned else None
        if bidder is None or wanted is None or _share_a_name(bidder, wanted) or turned is None:
            continue
        stage = "considered" if turned["no"] else "announced"
        return investment_draft(clause, cue, "takeover", sides(bidder.names, wanted.names), stage, aspect(clause, cue))
    return None


def _takes_no_firm(clause: Sentence, cue: Cue) -> bool:
    """A share, a purchase's volume, a battle for a company, and the lead of one are no takeover."""
    behind = clause.after(cue.span.end, 60)
    return bool(
        _OF_GOODS.match(behind[:14])  # "the purchase volume"
        or clause.before(cue.span.start, 6).endswith("sales ")  # "a sales offer for e-bikes"
        or _A_SITE.match(behind)
        or ("supply.source" in cue.tags and not cue.written.endswith(" up to") and SHARE.match(behind))
        or (cue.written.startswith("merge") and EMPTY_FIRM.search(clause.text))
        or (not cue.form and _STRUGGLE.match(behind[:20]))  # "the takeover battle between A and B"
        or _IN_CHARGE.match(behind)  # "will take over leadership of B from the retiring head"
        or cue.written in UP_FOR_SALE
    )


_A_SITE = regex(rf"\s(?:an?|the|\d[\d,.]*)\s(?:[\w-]+\s){{0,3}}?{LAND}\b")  # "has acquired a site in Lyon for"


def _takes_goods(clause: Sentence, cue: Cue, right: list[Group]) -> bool:
    """Whether goods are bought and not their maker: "buying B's batteries"."""
    goods = _NO_COMPANY.match(clause.after(cue.span.end, 60))
    what = clause.between(cue.span, right[0].span) if right else clause.after(cue.span.end, 50)
    near = bool(right and goods and right[0].span.start < cue.span.end + goods.end())
    if goods and not near and not A_FIRM.search(what):
        return True
    return bool(right and right[0].owns and _GOODS_OF.match(clause.after(right[0].span.end, 50)))


def _buyer_and_bought(
    clause: Sentence, found: list[Group], cue: Cue, investor: Group, how: Aspect
) -> list[Actor] | None:
    """With the company that is bought, if it is named; with who sells, if a plant or a price is."""
    right = behind_it(found, cue)
    targets = [group for group in right if group.lead in {"", "of", "in", "with", "for"}]
    if len(targets) > 1 and targets[0].owns and HIS_SHARE.fullmatch(clause.between(targets[0].span, targets[1].span)):
        return [*sides(investor.names, targets[1].names), *(Actor(name, Role.OWNER) for name in targets[0].names)]
    if targets and targets[0].owns and HIS_PLANT.match(clause.after(targets[0].span.end, 70)):
        own = {name.id for name in investor.names}
        return [
            *sides(investor.names, ()),
            *(Actor(name, Role.OWNER) for name in targets[0].names if name.id not in own),
        ]
    if targets and not _share_a_name(investor, targets[0]):
        sold_by = [Actor(name, Role.OWNER) for name in sellers_of(clause, found, targets[0])]
        return [*sides(investor.names, targets[0].names), *sold_by]
    sold = led_by(right, ("from",))
    asset = sold and ASSET.search(clause.between(cue.span, sold[0].span))
    if cue.form and not how.passive and (asset or _priced(clause, cue)):
        sellers = [Actor(name, Role.OWNER) for group in sold for name in group.names]
        return [*sides(investor.names, ()), *sellers]
    return None


def _share_a_name(one: Group, other: Group) -> bool:
    return bool({name.id for name in one.names} & {name.id for name in other.names})


_AN_OFFER = gated(r"\b(?:offer|bid|proposal|approach)\sfrom\s(?:the\s)?$")


def _bidder(clause: Sentence, found: list[Group], cue: Cue) -> Group | None:
    """Whose offer it is "to acquire": "B has received an offer from |A| to buy all its shares"."""
    near = [group for group in led_by(found, ("from",), until=cue.span.start) if cue.span.start - group.span.end < 30]
    return next((group for group in near if _AN_OFFER.search(clause.before(group.span.start, 30), clause.opened)), None)


def _priced(clause: Sentence, cue: Cue) -> bool:
    """Whether a plant or a business is bought for a sum."""
    behind = clause.after(cue.span.end, 120)
    asset = ASSET.search(behind[:50]) or A_FIRM.search(behind[:50])
    return bool(asset and SUM.search(behind, clause.opened))


_NOTES = regex(r"^\s(?:an?\s|the\s)?(?:[\w$€£.,-]+\s){0,4}?(?:convertible|notes?|bonds?|debentures?)\b")


def _notes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys a convertible note of B: of whom the text is about, where nobody else is named."""
    for cue in clause.find("supply.source"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        if not left or not cue.form or how.passive or how.negated or not _NOTES.match(clause.after(cue.span.end, 60)):
            continue
        right = [name for group in behind_it(found, cue, 120) for name in group.names if name.kind != "government"]
        targets = right[:1] or ([scene.main] if scene.main else [])
        if targets and targets[0].id not in {name.id for name in left.names}:
            return investment_draft(clause, cue, "notes", sides(left.names, targets), done(how, cue, clause), how)
    return None


_OF_NEEDS = regex(
    r"^\sof\s(?:the|its|their|all|that)?\s?(?:(?!in\b|shares?\b|stakes?\b)[\w-]+\s){0,3}?"
    r"(?:capacity|suppl(?:y|ies)|needs|demand|output|production|"
    r"requirements?|volumes?|batter(?:y|ies)|cells?|lithium|nickel|cobalt|materials?|minerals?|power|energy|hydroxide"
    r"|carbonate|concentrate|spodumene|graphite|foils?|packs?|electrolyte|cathodes?|anodes?|separators?)\b"
    r"(?=\s(?:it|they|that|needed|required|for|in|from|by|to|needs)\b|[,.;]|$)"
)


_OF_A_MARKET = regex(r"\d\s?(?:%|per ?cent)\sshares?\b(?!\s(?:in|of)\b)")


def _share(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A takes 35% of B."""
    for cue in clause.find("supply.source"):
        if not cue.form or not cue.written.startswith(("tak", "took", "buy", "bought", "purchas", "secur", "obtain")):
            continue
        match = SHARE.match(clause.after(cue.span.end, 60))
        if match and _OF_NEEDS.match(clause.after(cue.span.end + match.end(), 60)):
            continue  # "has secured 70% of the battery capacity it needs"
        if clause.after(cue.span.end, 6).startswith(" back "):
            continue
        left, right, how = subject(found, cue.span.start), behind_it(found, cue), aspect(clause, cue)
        if not match or not left or "market" in clause.after(cue.span.end, 60):
            continue
        if _OF_A_MARKET.search(clause.after(cue.span.end, match.end() + 12)):
            continue  # "securing a 26% share" of what is sold
        targets = [name for group in led_by(right, ("in", "of", "")) or right[:1] for name in group.names]
        if not targets and (teller := told_by(clause, found, left)):
            targets = list(teller.names)
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        asset = ASSET.search(clause.after(cue.span.end + match.end(), 60))
        if targets or asset:
            return investment_draft(clause, cue, "share", sides(left.names, targets), stage, how)
    return None


def _works(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys a plant, or is in talks to buy two mines, from B."""
    for cue in clause.find("supply.source"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        buys = cue.form and cue.written.startswith(("buy", "bought", "purchas")) and not how.passive
        if not buys or left is None or how.negated or not WORKS.match(clause.after(cue.span.end, 70)):
            continue
        from_whom = led_by(found, ("from",), after=cue.span.end) or [
            group
            for group in behind_it(found, cue)
            if group.owns or (group.lead == "of" and _OF_WORKS.search(clause.between(cue.span, group.span)))
        ]
        own = {name.id for name in left.names}
        sellers = [name for group in from_whom for name in group.names if name.id not in own]
        if sellers or clause.has("firm.consider") or SUM.search(clause.text, clause.opened):
            actors = [*sides(left.names, ()), *(Actor(name, Role.OWNER) for name in sellers)]
            return investment_draft(clause, cue, "works", actors, done(how, cue, clause), how)
    return None


_OF_WORKS = regex(
    r"\b(?:plant|factory|gigafactory|mine|refinery|smelter|facility|site)\sof\s(?:(?:the"
    r"|its)\s)?(?:[a-z][\w-]*\s){0,4}$"
)


def _pays(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A pays B a sum for half of a mine."""
    for cue in clause.find("investment.pay"):
        left, right, how = subject(found, cue.span.start), behind_it(found, cue, 30), aspect(clause, cue)
        bought = re.search(r"\bfor\b(.{0,80})", clause.after(cue.span.end, 140))
        held = led_by(found, ("by",), after=cue.span.end)
        owners = right or [group for group in held if _OWNED_BY.search(clause.before(group.span.start, 20))]
        for_it = led_by(found, ("for",), after=cue.span.end, until=cue.span.end + 60)
        part = [
            group
            for group in behind_it(found, cue, 110)
            if not group.owns
            and group.lead in {"of", "in"}
            and _FOR_A_PART.search(clause.between(cue.span, group.span))
        ]
        if left and part and not right and not _share_a_name(left, part[0]):
            return investment_draft(clause, cue, "share", sides(left.names, part[0].names), done(how, cue, clause), how)
        if left and for_it and _A_SHARE.match(clause.after(cue.span.end, 50)):
            actors = sides(left.names, for_it[0].names)
            return investment_draft(clause, cue, "takeover", actors, done(how, cue, clause), how)
        itself = left and owners and {n.id for n in owners[0].names} & {n.id for n in left.names}
        if (
            left
            and owners
            and not itself
            and SUM.search(clause.text, clause.opened)
            and bought
            and ASSET.search(bought[1])
        ):
            actors = [*sides(left.names, ()), *(Actor(name, Role.OWNER) for name in owners[0].names)]
            return investment_draft(clause, cue, "pays", actors, done(how, cue, clause), how)
    return None


_FOR_A_PART = regex(
    r"\bfor\s(?:an?\s|the\s|another\s)?"
    r"(?:[\d.,]+\s?(?:%|per ?cent)|half|third|quarter|(?:[\w-]+\s){0,2}(?:stake|shares?|interest|holding))"
    r"\s(?:of|in)\s(?:the\s)?(?:[a-z][\w-]*\s){0,4}$"
)
_A_SHARE = regex(r"\s\S*\d[\d.,]*\s(?:\w+\s)?(?:per|a|for each)\sshare\b")
_OWNED_BY = regex(r"\b(?:owned|held)\sby\s(?:the\s)?$")
_PLACED = regex(r"(?:investment|subscription|placement|financing|funding)s?(?: agreement)?$", re.I)


def _agreed_with(clause: Sentence, found: list[Group], cue: Cue) -> list[Actor]:
    """The sides of "A signed an agreement with B for an equity investment": money comes from below in the chain."""
    left, others = subject(found, cue.span.start), led_by(found, ("with",), until=cue.span.start)
    if not left or not others or not clause.has("partnership.sign") or "equity" not in cue.written:
        return []
    one, other = upstream(left.names[0]), upstream(others[-1].names[0])
    if one is None or other is None or one == other:
        return []
    giver, taker = (left, others[-1]) if one > other else (others[-1], left)
    return sides(giver.names, taker.names)


def _placed(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A has an equity investment from B, or a subscription agreement with B."""
    for cue in clause.find("investment.stake", "investment.invest", "investment.funding"):
        if cue.form or not _PLACED.search(cue.written):
            continue
        agreed = "subscription" in cue.written or "placement" in cue.written
        leads = ("from", "by", "with", "of") if agreed else ("from", "by")
        givers = led_by(found, leads, after=cue.span.end, until=cue.span.end + 90)
        if pair := _agreed_with(clause, found, cue):
            return investment_draft(clause, cue, "placed", pair, "announced", aspect(clause, cue))
        target, how = subject(found, cue.span.start), aspect(clause, cue)
        if target and any(name.kind == "government" for name in target.names):
            continue  # who approves an investment is not what is invested in
        if givers and target and (agreed or clause.has("investment.close") or SUM.search(clause.text, clause.opened)):
            actors = sides(givers[0].names, target.names)
            return investment_draft(clause, cue, "placed", actors, done(how, cue, clause), how)
    return None


def _stake(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys or holds a stake in B; A invests a sum in B."""
    for cue in [*clause.find("investment.stake"), *clause.find("investment.invest")]:
        gives = cue.written.startswith("contribut")
        targets = led_by(found, ("to",) if gives else ("in", "into", "of"), after=cue.span.end)
        if cue.written in _BACKS and cue.form and not targets and SUM.search(clause.text, clause.opened):
            targets = [group for group in behind_it(found, cue, 60) if not group.lead]
        left = subject(found, cue.span.start)
        told = "investment.stake" in cue.tags or clause.headline or SUM.search(clause.text, clause.opened)
        if not (targets and left and told) or (clause.headline and targets[0].owns):
            continue
        if not puts_money(clause, cue):
            continue
        if {name.id for name in targets[0].names} <= {name.id for name in left.names}:
            continue
        if cue.written.startswith("shareholder") and left.owns:
            continue  # "A's largest shareholder" is not A
        how = aspect(clause, cue)
        won = next(
            (each for each in clause.find(*_GETS_IT) if 0 <= cue.span.start - each.span.end < _WON and each.form), cue
        )
        stage = "terminated" if ended(clause, cue) else done(aspect(clause, won), won, clause)
        if _HAS_BECOME.search(clause.before(cue.span.start, 30)):
            stage = "completed"
        rule = "share" if "investment.stake" in cue.tags else "stake"
        return investment_draft(clause, cue, rule, sides(left.names, targets[0].names), stage, how)
    return None


_HAS_BECOME = regex(r"\b(?:(?:has|have) become|became)\s(?:(?:the|an?)\s)?$")
_BACKS = frozenset({"back", "backs", "backed", "backing"})
_GETS_IT = ("supply.win", "supply.source", "investment.acquire", "facility_verb.expand")
_WON = 30  # characters from "nabbed" to "stake"
_RULES = (
    *(_notes, merger, handed_over, _offered, spun_off, _takeover, offered_up),
    *funding.RULES,
    *(sale, _share, _works, _pays, _placed, gives_up_on, _stake, passed, given),
)
