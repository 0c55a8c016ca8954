"""A firm that another buys, bids for or is offered, and what only reads like it."""

from __future__ import annotations

import re
from itertools import takewhile

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import A_FIRM, LAND, PAID, STORES
from cellwire.claims.kinds.investment.mergers import EMPTY_FIRM
from cellwire.claims.kinds.investment.paid import (
    ASSET,
    HIS_SHARE,
    SHARE,
    SUM,
    behind_it,
    done,
    ended,
    investment_draft,
    sellers_of,
    sides,
    thing_of_his,
)
from cellwire.claims.kinds.investment.parting import UP_FOR_SALE
from cellwire.claims.scene import Aspect, Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import either, regex
from cellwire.model import Role

_NO_COMPANY = regex(
    r"^\s(?:of\s)?(?:the\s|a\s|an\s|up to\s|its\s|\d|more\s|new\s)?(?:[\w,.-]+\s){0,3}(?:land|batter\w+|cells?|power|"
    r"electricity|equipment|lithium|nickel|cobalt|vehicles?|cars?|hectares|acres|shares? of the market|licen[cs]e|"
    r"permit|feedstock|material|certifi\w+|tons|tonnes)\b",
    re.I,
)
_OF_GOODS = regex(r"\s(?:volumes?|prices?|orders?|agreements?|contracts?|options?|commitments?|costs?|subsid)")
_NO_FIRM = (
    r"(?!(?:,?\s[\w-]+){0,4}?\s(?:business|unit|division|arm|maker|plant|operations|venture|joint|factory|subsidiary"
    r"|assets|stake|cell|recycl))"
)
_GOODS_OF = regex(rf"'s?\s(?:[\w-]+\s){{0,2}}?(?:batter(?:y|ies)|cells|packs|cathodes?|anodes?|output)\b{_NO_FIRM}")
# "the purchase of two Alder |trucks|", "have bid for Green Hydrogen |incentives|"
_NAMED_GOODS = regex(
    rf"\s(?:[\w-]+\s)?(?i:{either('cars_by_name')}|{STORES}|trucks|vans|cars|buses|vehicles|EVs|cells|packs"
    rf"|alumini?um|steel|incentives|subsidies|contracts?|tenders?)\b{_NO_FIRM}"
)


_WORTH_OF = regex(r"\s(?:in|worth of)\s(?!(?:[\w-]+\s)?(?:shares?|stock|equity|cash|assets)\b)")
_STRUGGLE = regex(r"\s(?:battles?|fights?|wars?|targets?|candidates?|speculation|tussle|panel|code|rumou?rs?)\b")
_IN_CHARGE = regex(
    r"\s(?:(?:the|its|his|her|their)\s)?(?:(?:day-to-day|daily|overall)\s)?(?:leadership|management|running|role|post|"
    r"position|helm|reins|duties|responsibilit\w+|job|chair\w*)\b|\s(?:[\w-]+\s){0,2}?as\s(?:(?:new|interim|the)\s)*"
    r"(?:CEO|CFO|chief|chair\w*|president|head|boss|managing|(?:world['’]s\s)?(?:biggest|largest|top|leading|best))\b"
)


def takeover(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A acquires B, A's acquisition of B, the takeover of B by A, B is taken over by A."""
    told = (_taken_over(clause, found, cue) for cue in clause.find("investment.acquire"))
    return next(filter(None, told), None)


_GIVES_UP = ("sell", "sold", "divest", "offload", "dispos", "hiv", "spin", "spun", "split", "carv", "demerg")


def _taken_over(clause: Sentence, found: list[Group], cue: Cue) -> Draft | None:
    if cue.written.startswith(_GIVES_UP) or cue.written in UP_FOR_SALE or cue.written.endswith(" from"):
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
        if left and not share_a_name(left, buyers[0]):
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
    rf"(?:[$€£]\d[\d.]*\s?(?:bn|m|billion|million)\s{_OFFER}|\b(?:take-?over|buyout"
    rf"|(?:take-?over|buyout|buy-out|merger|acquisition|unsolicited|hostile|cash|non-binding|scrip|sweetened)\s{_OFFER}))\b[^,;]{{0,60}}?\s(?:from|by)\s(?:the\s)?"
    r"(?:[\w.-]+\s(?:\([^()]{1,9}\)\s)?){0,6}$"
)
_OF_THEIRS = regex(rf"['’]s?\s[^,;.]{{0,60}}?\b(?:take-?over|buyout|acquisition|unsolicited|hostile|cash)\s{_OFFER}\b")
_BOARD_OF = regex(
    r"\b(?:[Bb]oards?|[Ss]hareholders|[Ss]tockholders|[Ii]nvestors|[Oo]wners|[Dd]irectors)\s(?:of|in|at)\s(?:the\s)?"
    r"(?:[\w-]+\s){0,4}$"
)
_TURNS = regex(
    r"\b(?P<no>reject|rebuff|spurn|turn\w*\sdown|dismiss|weigh|consider|stud|review|confirm\w*\sreceiv)|\b(?:accept"
    r"|back|welcom|agree|approv|recommend|endors|receiv)"
)


def offered(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B rejects or accepts a takeover offer from A, or A's offer."""
    for cue in clause.find("investment.acquire", "supply.supply"):
        wanted = subject([group for group in found if not group.owns], cue.span.start)
        boards = (group for group in found if _BOARD_OF.search(clause.before(group.span.start, 60)))
        wanted = wanted or next(boards, None)
        turned = _TURNS.search(clause.before(cue.span.start, 60)) if wanted else None
        theirs = (
            group
            for group in found
            if (
                group.lead in {"from", "by", "of"}
                and _OFFERED_BY.search(clause.before(group.span.start, 120), clause.opened)
            )
            or (group.owns and _OF_THEIRS.match(clause.after(group.span.end, 90)))
        )
        bidder = next(theirs, None) if turned else None
        if bidder is None or wanted is None or share_a_name(bidder, wanted) or turned is None:
            continue
        stage = "considered" if turned["no"] else "announced"
        return investment_draft(clause, cue, "takeover", sides(bidder.names, wanted.names), stage, aspect(clause, cue))
    return None


# "in talks with A for a £160 million |rescue deal|", "A launches |bid to rescue| B"
_RESCUE = gated(
    r"\b(?P<rescue>rescue\s(?:deal|bid|offer|takeover)s?|(?:bid|offer|deal)\sto\srescue)\b",
    re.I,
    needs="rescue bid offer deal",
)
_FAILS = regex(r"\s(?:(?:from|by|with)\s[^.;,]{1,40}?)?\s?(?:fail|collaps|f[ae]ll\w* through)", re.I)


def rescued(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B is in talks with A on a rescue deal; A bids to rescue B; talks about one have failed."""
    match = _RESCUE.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, "rescue", "investment.acquire", "")
    givers = led_by(found, ("with", "from", "by"))
    behind = [group for group in behind_it(found, cue) if not group.lead or group.lead in {"for", "of"}]
    wanted = next((group for group in (*behind, subject(found, cue.span.start)) if group), None)
    names = wanted.names if wanted else (scene.main,) if scene.main and not givers else ()
    own = {name.id for name in names}
    offers = [name for group in givers for name in group.names if name.id not in own]
    if not names or any(name.kind == "government" for name in (*names, *offers)):
        return None
    bids = cue.written.endswith("to rescue")
    failed = not bids and _FAILS.match(clause.after(cue.span.end, 60))
    stage = "terminated" if failed else "announced" if bids and clause.headline else "considered"
    return investment_draft(clause, cue, "takeover", sides(offers, names), stage, aspect(clause, cue))


def _takes_no_firm(clause: Sentence, cue: Cue) -> bool:
    """A share, a purchase's volume, a battle for a company, and the lead of one are no takeover."""
    behind = clause.after(cue.span.end, 60)
    return bool(
        _OF_GOODS.match(behind[:14])  # "the purchase volume"
        or clause.before(cue.span.start, 6).endswith(("sales ", '"', "“", "‘"))  # "a sales offer", rated a "buy"
        or _A_SITE.match(behind)
        or ("supply.source" in cue.tags and not cue.written.endswith(" up to") and SHARE.match(behind))
        or (cue.written.startswith("merge") and EMPTY_FIRM.search(clause.text))
        or (not cue.form and _STRUGGLE.match(behind[:20]))  # "the takeover battle between A and B"
        or _IN_CHARGE.match(behind)  # "will take over leadership of B from the retiring head"
        or cue.written in UP_FOR_SALE
    )


_A_SITE = regex(rf"\s(?:an?|the|\d[\d,.]*)\s(?:[\w-]+\s){{0,3}}?{LAND}\b")  # "has acquired a site in Lyon for"


_SO_MANY = regex(
    r"\s(?:(?:up|over|about|around|nearly|more|than|to|some|an|additional|another|at|least)\s)*\d[\d,.]*[ -]?"
    r"(?:[MG]Wh?|(?:mega|giga)watt(?:[ -]?hour)?s?|tonnes|tons|units|packs|cells|systems)\sof\s"
    r"(?![^.;]{0,60}?\b(?:projects?|assets?|portfolio|parks?|farms?|plants?|pipeline|sites?|stake|developer)\b)"
)


def _takes_goods(clause: Sentence, cue: Cue, right: list[Group]) -> bool:
    """Whether goods are bought and not their maker: "buying B's batteries"."""
    paid = PAID.match(clause.after(cue.span.end, 60))
    if paid and _WORTH_OF.match(clause.after(cue.span.end + paid.end(), 30)):
        return True  # "has bought |$300 million worth of| Alder stores"
    if _SO_MANY.match(clause.after(cue.span.end, 120)):
        return True  # "is to buy |300 MW of| Alder batteries"
    goods = _NO_COMPANY.match(clause.after(cue.span.end, 60))
    what = clause.between(cue.span, right[0].span) if right else clause.after(cue.span.end, 50)
    near = bool(right and goods and right[0].span.start < cue.span.end + goods.end())
    if goods and not near and not A_FIRM.search(what):
        return True
    if not right:
        return False
    behind = clause.after(right[0].span.end, 50)
    return bool(_GOODS_OF.match(behind) if right[0].owns else _NAMED_GOODS.match(behind))


def _buyer_and_bought(
    clause: Sentence, found: list[Group], cue: Cue, investor: Group, how: Aspect
) -> list[Actor] | None:
    """With the company that is bought, if it is named; with who sells, if a plant or a price is."""
    right = list(takewhile(lambda group: not _buys_too(clause, group), behind_it(found, cue)))
    targets = [group for group in right if group.lead in {"", "of", "in", "with", "for", cue.written.split()[-1]}]
    into = targets[1] if len(targets) > 1 and targets[0].owns and not share_a_name(*targets[:2]) else None
    if into and HIS_SHARE.fullmatch(clause.between(targets[0].span, into.span)):
        return [*sides(investor.names, into.names), *(Actor(name, Role.OWNER) for name in targets[0].names)]
    if targets and thing_of_his(clause, targets[0]):
        own = {name.id for name in investor.names}
        return [
            *sides(investor.names, ()),
            *(Actor(name, Role.OWNER) for name in targets[0].names if name.id not in own),
        ]
    if targets and not share_a_name(investor, targets[0]):
        sold_by = [Actor(name, Role.OWNER) for name in sellers_of(clause, found, targets[0])]
        return [*sides(investor.names, targets[0].names), *sold_by]
    sold = led_by(right, ("from",))
    asset = sold and ASSET.search(clause.between(cue.span, sold[0].span))
    if cue.form and not how.passive and (asset or _priced(clause, cue)):
        sellers = [Actor(name, Role.OWNER) for group in sold for name in group.names]
        return [*sides(investor.names, ()), *sellers]
    return None


def _buys_too(clause: Sentence, group: Group) -> bool:
    """Whether who is named behind a purchase makes one himself: "A buys up projects, |B buys| C"."""
    at = group.span.end + 1
    return any(cue.form and cue.span.start == at for cue in clause.find("investment.acquire"))


def share_a_name(one: Group, other: Group) -> bool:
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
