"""What a company parts with or gives up: a unit that is put up for sale, spun off or sold, money it meant to put in."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import A_FIRM
from cellwire.claims.kinds.investment.buying import site_behind
from cellwire.claims.kinds.investment.paid import ASSET, SHARE, SUM, behind_it, done, ended, investment_draft, sides
from cellwire.claims.kinds.takers import firm_acting
from cellwire.claims.scene import Aspect, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Role

_REVIEWS = frozenset(
    {"including a sale", "possible sale of", "potential sale of", "strategic options for", "a sale of its"}
    | {"sale of stake", "sale of a stake", "stake sale", "sale of its stake", "partial sale"}
)
UP_FOR_SALE = _REVIEWS | frozenset({"up for sale", "bids for", "buyer for", "buyers for", "suitors for", "bidders for"})


def offered_up(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A looks for a buyer for its business, or puts its unit B up for sale."""
    for cue in clause.find("investment.acquire"):
        owner = subject(found, cue.span.start) or next((group for group in found if group.owns), None)
        if cue.written == "up for sale" and owner:
            before = clause.before(cue.span.start, 90)
            named = [group for group in found if _UNIT_OF.search(clause.before(group.span.start, 60))]
            seller = next((group for group in found if group.owns or group not in named), owner)
            if _PUT.search(before) or ASSET.search(before):
                targets = [name for group in named for name in group.names]
                actors = [*sides((), targets), *(Actor(name, Role.OWNER) for name in seller.names)]
                return investment_draft(clause, cue, "bids", actors, "considered", Aspect(possible=True))
            continue
        weighed = "stake" not in cue.written or clause.has("firm.consider")
        if cue.written in _REVIEWS and owner and weighed and (ASSET.search(clause.text) or A_FIRM.search(clause.text)):
            actors = [Actor(name, Role.OWNER) for name in owner.names]
            return investment_draft(clause, cue, "bids", actors, "considered", Aspect(possible=True))
        if _INVITED.search(clause.before(cue.span.start, 40), clause.opened):
            continue
        if cue.written in UP_FOR_SALE - _REVIEWS and owner and ASSET.search(clause.after(cue.span.end, 40)):
            how = Aspect(possible=True)
            return investment_draft(clause, cue, "bids", sides((), owner.names), "considered", how)
    return None


# "NTPC |invites EPC| bids for a project": it wants it built
_INVITED = gated(
    r"\b(?:invit|call|seek|open|issu|float|solicit|receiv)\w*\s(?:for\s)?(?:[\w-]+\s){0,3}$",
    re.I,
    needs="invite calls call seek seeks open opens issue issues float floats solicit receive receives",
)
_PUT = regex(r"\b(?:puts?|putting|is|are|comes?|goes)\b")
_UNIT_OF = regex(r"\b(?:its|their|['’]s)\s(?:[\w-]+\s){0,4}?(?:business|unit|arm|division|subsidiary),?\s$")
_PART_OF_IT = regex(
    r"^(?:\soff|\sout)?\s(?:(?:its|the|their|an?)\s)?(?:[\w&-]+\s){0,5}?"
    r"(?:business(?:es)?|unit|arm|division|subsidiary|operations|activities|assets)\b"
)
_CALLED_AS = regex(r"\b(?:as|into|called|named)\s(?:(?:an?|the)\s)?(?:[a-z][\w-]*,?\s){0,6}$")


def spun_off(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A splits its cathode business off, as a company of its own."""
    for cue in clause.find("investment.acquire"):
        owner, how = subject(found, cue.span.start), aspect(clause, cue)
        if not cue.written.startswith(("spin", "spun", "split", "carv", "demerg")) or owner is None or how.negated:
            continue
        if not _PART_OF_IT.match(clause.after(cue.span.end, 80)):
            continue
        right = [group for group in found if 0 <= group.span.start - cue.span.end < _FAR_BEHIND]
        new = [
            name
            for group in right
            if _CALLED_AS.search(clause.before(group.span.start, 60))
            or _UNIT_OF.search(clause.before(group.span.start, 60))
            for name in group.names
            if name.id not in {each.id for each in owner.names}
        ]
        actors = [*sides((), new), *(Actor(name, Role.OWNER) for name in owner.names)]
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        return investment_draft(clause, cue, "spin-off", actors, stage, how)
    return None


_FAR_BEHIND = 120  # characters


# "to a unit of |B|", "to its partner, |B|"
_TO_ARM = gated(
    r"\bto\s(?:the|an?|its|their)\s(?:[\w.-]+\s){0,3}?(?:(?:arm|unit|subsidiary|affiliate)\sof\s(?:[\w-]+\s){0,5}"
    r"|(?:partner|co-owner|shareholder),?\s)$"
)


_A_BUSINESS = regex(
    r"\s(?:(?:its|the|an?|their|two|several)\s)?(?:[\w'’-]+\s){0,6}?"
    r"(?i:business|division|unit|arm|plants?|factory|mine|subsidiary|operations|portfolio)\b"
)


def sale(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A sells its stake in B, or a business of its own, to C."""
    for cue in clause.find("supply.supply", "investment.acquire"):
        if not cue.written.startswith(("sell", "sold", "divest", "offload", "dispos", "hiv")):
            continue
        left, right, how = subject(found, cue.span.start), behind_it(found, cue, 110), aspect(clause, cue)
        behind = clause.after(cue.span.end, 70)
        whole = clause.headline and cue.written == "sold" and behind.startswith(" to ") and left and right
        if left and right and whole and right[0].lead == "to" and not clause.between(left.span, cue.span).strip():
            return investment_draft(clause, cue, "takeover", sides(right[0].names, left.names), "announced", how)
        share = "stake" in cue.written or SHARE.match(behind)
        buyers = led_by(right, ("to",)) or [
            g for g in right if _TO_ARM.search(clause.before(g.span.start, 70), clause.opened)
        ]
        what = clause.before(cue.span.start, 60) if how.passive else behind
        priced = not how.passive and _A_BUSINESS.match(behind) and SUM.search(clause.text, clause.opened)
        if not left or not (share or priced or (buyers and ASSET.search(what))) or (how.passive and not left.owns):
            continue
        sellers = {name.id for name in left.names}
        taking = {name.id for group in buyers for name in group.names}
        targets = [n for g in led_by(right, ("in", "of", "")) for n in g.names if n.id not in {*sellers, *taking}]
        stage = "considered" if how.negated else "terminated" if ended(clause, cue) else done(how, cue, clause)
        sold = sides([name for group in buyers for name in group.names], targets)
        owners = [Actor(name, Role.OWNER) for name in left.names]
        if (targets or buyers or ASSET.search(what)) and "market" not in behind:
            return investment_draft(clause, cue, "sale", sold + owners, stage, how)
    return None


# "|completes the| sale of a storage project"
_SALE_TOLD = regex(
    r"\b(?P<done>complet|clos|finali|conclud)\w*\s(?:the\s|its\s|an?\s)?$"
    r"|\b(?P<open>weigh|mull|consider|explor|seek|eye|possible|potential|stud(?:y|ies))\w*\s(?:the\s|an?\s)?$"
    r"|\b(?:announc|agree|plan|sign|near|launch|start|begin)\w*\s(?:to\s|on\s)?(?:the\s|an?\s)?$",
    re.I,
)
# "|Seeks Elm Creek Nickel Mine| Sale"
_SALE_WEIGHED = regex(
    r"\b(?:weigh|mull|consider|explor|seek|eye|launch|plan)\w*\s(?:(?!of\b|for\b|to\b|in\b)[\w$€£.,-]+\s){0,6}?"
    r"(?:unit|business|mine|plant|factory|project|portfolio|assets?|stake|division|arm)\s$",
    re.I,
)


def sold_to_some(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A sells a project or a mine, or looks for one who buys it, and nobody says to whom."""
    for cue in clause.find("investment.sale", "supply.supply", "investment.acquire"):
        owner, how, before = firm_acting(found, cue.span.start), aspect(clause, cue), clause.before(cue.span.start, 90)
        if owner is None or how.negated or how.passive:
            continue
        actors = [Actor(name, Role.OWNER) for name in owner.names]
        if cue.written == "sale" and clause.headline and _SALE_WEIGHED.search(before):
            return investment_draft(clause, cue, "sale", actors, "considered", Aspect(possible=True))
        behind = clause.after(cue.span.end, 90)
        unit = clause.headline and _UNIT.match(behind)
        if unit or _BY_NAME.search(site_behind(clause, found, cue)):
            told = _SALE_TOLD.search(before)
            if cue.written == "sale of" and told:
                stage = "completed" if told["done"] else "considered" if told["open"] else "announced"
                return investment_draft(clause, cue, "sale", actors, stage, how)
            if cue.written.startswith(("sell", "sold", "divest", "offload")) and cue.form and clause.headline:
                return investment_draft(clause, cue, "sale", actors, done(how, cue, clause), how)
    return None


# "mulls sale of |battery unit|", "sells |its recycling business|"
_UNIT = regex(
    r"\s(?:(?:its|the|an?|entire|own)\s)?(?:[\w-]+\s){0,2}?"
    r"(?i:batter(?:y|ies)|cells?|storage|lithium|nickel|graphite|recycling|cathode|anode|mining)\s(?:[\w-]+\s){0,2}?"
    r"(?i:business|unit|arm|division|subsidiary|assets)\b"
)
_BY_NAME = regex(
    r"(?i:projects?|portfolio|mines?|assets|plants?|factor(?:y|ies)|gigafactor(?:y|ies)|facilit(?:y|ies)|sites?)$"
)


# "has |dropped its plans to invest in| B", "|withdraws from its planned $490 million investment in| B"
_GIVES_UP_ON = gated(
    r"\b(?P<drops>drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|cancel(?:s|led|ed|ling)?|shelv(?:es"
    r"|ed|ing)"
    r"|withdr(?:aws|ew|awn|awing) from|pull(?:s|ed|ing)? out of|walk(?:s|ed|ing)? away from|back(?:s|ed|ing)? out of"
    r"|call(?:s|ed|ing)? off)\s"
    r"(?:(?:its|their|the|an?|all)\s)?(?:(?:planned|proposed|plans? (?:to|for)|agreement to|deal to|[$€£¥][\d.,]+"
    r"|[\d.,]+|million|billion|euros?|dollars?|minority|majority|\d+%|an?|the|its)\s){1,8}"
    r"(?:invest|investment|acquire|acquisition|takeover|buy|stake|purchase)\b",
    needs="drop drops dropped dropping scrap scraps scrapped scrapping abandon abandons abandoned abandoning cancel "
    "cancels cancelled canceled cancelling shelves shelved shelving withdraws withdrew withdrawn withdrawing pull "
    "pulls pulled pulling walk walks walked walking back backs backed backing call calls called calling",
)
_SITE = regex(r"\s(?:in\s|of\s)?(?:an?|its|the)\s(?:[\w-]+\s){0,4}?(?:plant|factory|gigafactory|facility|line|works)\b")


def gives_up_on(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A drops what it meant to put into B; a plant that was to be paid for so is told as a plant."""
    match = _GIVES_UP_ON.search(clause.text, clause.opened)
    if match is None or _SITE.match(clause.text, match.end()):
        return None
    cue = cue_of(clause, match, "drops", "supply.stop")
    left, how = subject(found, cue.span.start), aspect(clause, cue)
    if left is None or how.negated or how.possible or how.ahead:
        return None
    targets = behind_it(found, cue, 160)
    names = [name for group in targets[:1] for name in group.names if name.id not in {each.id for each in left.names}]
    return investment_draft(clause, cue, "given-up", sides(left.names, names), "terminated", how)
