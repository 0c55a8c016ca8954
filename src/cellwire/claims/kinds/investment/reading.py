"""Money that changes hands: stakes here, firms in `takeovers`, what is given up in `parting`, raised in `funding`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cellwire.claims.actors import Group, groups, led_by, subject, told_by, upstream
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.bearing import puts_money
from cellwire.claims.kinds.investment import funding
from cellwire.claims.kinds.investment.buying import bought_by_some, part_of_some_firm, some_firm, works
from cellwire.claims.kinds.investment.earning import earned, sold_under
from cellwire.claims.kinds.investment.getting import backed_with, chosen, financial_close, gets
from cellwire.claims.kinds.investment.handing import handed_on, listed
from cellwire.claims.kinds.investment.mergers import handed_over, merger
from cellwire.claims.kinds.investment.named_purchases import named_purchase
from cellwire.claims.kinds.investment.paid import (
    ASSET,
    SHARE,
    SUM,
    behind_it,
    done,
    ended,
    investment_draft,
    is_his_scheme,
    is_of_output,
    sides,
    thing_of_his,
)
from cellwire.claims.kinds.investment.parting import gives_up_on, offered_up, sale, sold_to_some, spun_off
from cellwire.claims.kinds.investment.passing import founds, given, passed, spends
from cellwire.claims.kinds.investment.public import asked_for
from cellwire.claims.kinds.investment.takeovers import offered, rescued, share_a_name, takeover
from cellwire.claims.kinds.power import opens_with_output
from cellwire.claims.kinds.takers import any_public
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, tags_that_begin
from cellwire.lexicon import regex
from cellwire.model import Role


@cache
def _tags() -> frozenset[str]:
    return tags_that_begin("investment.", "handing.") | {
        "supply.source",
        "supply.supply",
        "supply.win",
        "facility_verb.permit",
    }


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
_NOTES = regex(r"^\s(?:an?\s|the\s)?(?:[\w$€£.,-]+\s){0,4}?(?:convertible|notes?|bonds?|debentures?)\b")


def _notes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys a convertible note of B: of whom the text is about, where nobody else is named."""
    for cue in clause.find("supply.source"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        if not left or not cue.form or how.passive or how.negated or not _NOTES.match(clause.after(cue.span.end, 60)):
            continue
        if led_by(found, ("from",), after=cue.span.end):
            continue  # "secures $30 million in notes |from B|": B buys them
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


_TAKES = ("tak", "took", "buy", "bought", "purchas", "secur", "obtain", "receiv")
_OF_A_MARKET = regex(r"\d\s?(?:%|per ?cent)\sshares?\b(?!\s(?:in|of)\b)")


def _share(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A takes 35% of B."""
    if clause.headline and opens_with_output(scene):
        return None
    for cue in clause.find("supply.source"):
        if not cue.form or not cue.written.startswith(_TAKES):
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
        into = led_by(right, ("in", "of", "")) or right[:1]
        sellers = [Actor(name, Role.OWNER) for group in into if thing_of_his(clause, group) for name in group.names]
        targets = [] if sellers else [name for group in into for name in group.names]
        if not targets and not sellers and (teller := told_by(clause, found, left)):
            targets = list(teller.names)
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        asset = ASSET.search(clause.after(cue.span.end + match.end(), 60))
        if targets or sellers or asset:
            return investment_draft(clause, cue, "share", [*sides(left.names, targets), *sellers], stage, how)
    return None


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
        if left and part and not right and not share_a_name(left, part[0]):
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
# "an investment of €10 million in the plant that will be |built by| B"
_DOES_ELSE = regex(
    r"\b(?:built|owned|operated|run|developed|issued|constructed|planned|made|produced|founded|managed|backed|led)\sby\s"
    r"(?:[\w-]+\s){0,4}$"
)
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
        givers = [group for group in givers if not _DOES_ELSE.search(clause.before(group.span.start, 50))]
        if pair := _agreed_with(clause, found, cue):
            return investment_draft(clause, cue, "placed", pair, "announced", aspect(clause, cue))
        target, how = subject(found, cue.span.start), aspect(clause, cue)
        if target and any_public(target.names):
            continue  # who approves an investment is not what is invested in
        firm = agreed or clause.has("investment.close") or _STRATEGIC.search(clause.before(cue.span.start, 20))
        if givers and target and (firm or SUM.search(clause.text, clause.opened)):
            actors = sides(givers[0].names, target.names)
            return investment_draft(clause, cue, "placed", actors, done(how, cue, clause), how)
    return None


def _put_in_by(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A deal has "a $250 million investment by A in B"."""
    for cue in clause.find("investment.invest"):
        if cue.form or not SUM.search(clause.before(cue.span.start, 40), clause.opened):
            continue
        givers = led_by(found, ("by",), after=cue.span.end, until=cue.span.end + 60)
        targets = led_by(found, ("in", "into"), after=givers[0].span.end) if givers else []
        if targets and targets[0].span.start - givers[0].span.end < _NEXT_TO:
            how = aspect(clause, cue)
            return investment_draft(clause, cue, "stake", sides(givers[0].names, targets[0].names), "announced", how)
    return None


_NEXT_TO = 40  # characters


def _stake(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A buys or holds a stake in B; A invests a sum in B."""
    for cue in [*clause.find("investment.stake"), *clause.find("investment.invest")]:
        gives = cue.written.startswith("contribut")
        targets = led_by(found, ("to",) if gives else ("in", "into", "of"), after=cue.span.end)
        if cue.written in _BACKS and cue.form and not targets and SUM.search(clause.text, clause.opened):
            targets = [group for group in behind_it(found, cue, 60) if not group.lead]
        left = subject(found, cue.span.start)
        told = "investment.stake" in cue.tags or clause.headline or SUM.search(clause.text, clause.opened)
        told = told or _STRATEGIC.search(clause.before(cue.span.start, 20))
        if not (targets and left and (told or _is_done_as_headed(clause, cue, scene))):
            continue
        if (clause.headline and targets[0].owns) or is_his_scheme(clause, targets[0]):
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
        actors = sides(left.names, targets[0].names)
        if _LESSENS.search(clause.before(cue.span.start, 30)):
            actors = [*sides((), targets[0].names), *(Actor(name, Role.OWNER) for name in left.names)]
            stage = done(how, cue, clause)  # who exits calls nothing off
        return investment_draft(clause, cue, rule, actors, stage, how)
    return None


def _is_done_as_headed(clause: Sentence, cue: Cue, scene: Scene) -> bool:
    """Whether the text says as done what its title tells: "A invests in B" above "A has invested in B"."""
    title = scene.sentences[0]
    return title.headline and title.has("investment.invest") and bool(cue.form) and aspect(clause, cue).done


# "has made a |strategic| investment in B", of which no sum is told
_STRATEGIC = regex(r"\b(?:strategic|equity|minority|seed)\s(?:(?:equity|minority)\s)?$", re.I)
# who "cuts its stake" sells
_LESSENS = regex(
    r"\b(?:cut(?:s|ting)?|trim\w*|reduc\w+|lower\w*|slash\w*|par(?:es|ed|ing)|halv\w+|dump\w*|unload\w*|exit\w*)"
    r"\s(?:(?:its|the|an?|most of its|part of its)\s)?(?:[\w.,%-]+\s){0,2}$"
)
_HAS_BECOME = regex(r"\b(?:(?:has|have) become|became)\s(?:(?:the|an?)\s)?$")
_BACKS = frozenset({"back", "backs", "backed", "backing"})
_GETS_IT = ("supply.win", "supply.source", "investment.acquire", "facility_verb.expand")
_WON = 30  # characters from "nabbed" to "stake"
_RULES = (
    *(earned, sold_under),
    *(_notes, _put_in_by, merger, handed_over, offered, spun_off, named_purchase, takeover, offered_up, rescued),
    *funding.RULES,
    *(sale, _share, works, _pays, _placed, gives_up_on, _stake, passed, given),
    *(
        financial_close,
        gets,
        chosen,
        backed_with,
        founds,
        some_firm,
        part_of_some_firm,
        bought_by_some,
        sold_to_some,
        spends,
        asked_for,
    ),
)
