"""What is raised and received: funding rounds, share sales, listings, and who gives what."""

from __future__ import annotations

import re
from collections.abc import Callable

from cellwire.claims.actors import Group, acted_between, distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import pays
from cellwire.claims.kinds.investment.getting import receives
from cellwire.claims.kinds.investment.handing import handed
from cellwire.claims.kinds.investment.joining import into_round, named_among, whose_round
from cellwire.claims.kinds.investment.paid import SUM, done, ended, investment_draft, sides
from cellwire.claims.kinds.investment.public import public_money, tax_relief
from cellwire.claims.kinds.takers import PUBLIC, whose_plant
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role

_AMOUNT = regex(
    r"^\s(?:(?:gross\s|net\s|total\s)?proceeds\sof\s)?(?:an?\s)?"
    r"(?:additional\s|another\s|about\s|around\s|more than\s|up to\s|over\s|some\s|nearly\s|"
    r"almost\s|at least\s)?(?:US|C|A|CAD|USD|EUR|AUD|RMB|SEK|NOK|GBP)?\s?[$€£¥₩\d]"
)
# "raises |millions|", "is raising |fresh funds|": how much, nobody says
_IN_WORDS = regex(
    r"\s(?:(?:fresh|new|more|additional|its)\s)?(?:millions|billions|money|funds|cash"
    r"|capital(?!\s(?:cost|spend|expend|requirement)))\b",
    re.I,
)
# what is raised is for the whole company, not for one plant
RAISED_FOR_ALL = frozenset({"investment.round", "investment.receives", "investment.shares"})


def _round(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A raises a sum, with B leading the round; A goes public."""
    cues = [*clause.find("investment.funding"), *clause.find("investment.ipo")]
    if cues and _TAKES_A_STAKE.search(clause.before(cues[0].span.start, 120), clause.opened):
        return None  # "will |take a 9.9% stake| in B via a placement"
    off = any(ended(clause, cue) for cue in cues)
    invests = any(each.written.startswith("invest") for each in clause.find("investment.invest"))
    for cue in cues:
        unsaid = _is_unsaid(clause, cue)
        if _tells_no_round(clause, cue) and not unsaid:
            continue
        if (among := named_among(clause, found, cue)) and (raiser := _raiser_before(clause, scene)):
            return investment_draft(clause, cue, "round", sides(among.names, raiser), "announced", aspect(clause, cue))
        listing = _LISTS.search(cue.written) is not None
        givers = _all_listed(clause, found, cue) if listing else _backers(clause, found, cue)
        if "investment.funding" in cue.tags and not (unsaid or SUM.search(clause.text, clause.opened) or givers):
            continue
        backing = {name.id for name in givers}
        outside = [group for group in found if not 0 < group.until <= cue.span.start]
        told = [group for group in outside if not backing & {name.id for name in group.names}]
        led = _LED.search(clause.before(cue.span.end, 60)) and led_by(found, ("for", "in", "into"), after=cue.span.end)
        if led:  # "A and B led the round for C"
            funded = {name.id for name in led[0].names}
            givers = [name for name in distinct([*givers, *_leaders(clause, found, cue)]) if name.id not in funded]
            backing = {name.id for name in givers}
        held = _THE_ROUND.search(clause.text) or cue.written.split()[-1].startswith(("investor", "include"))
        joined = held and givers and not any(group.owns for group in told)
        first = None if listing or joined else next(iter(told), None)
        offered = _whose_offer(found, cue)
        if whose := whose_round(clause, found, cue):
            return into_round(clause, found, cue, whose)
        target = led[0] if led else offered or subject(told, cue.span.start) or first
        if offered and (buyer := _buys_into(clause, found, offered)):
            givers = distinct([*givers, *buyer.names])
            backing = {name.id for name in givers}
        names = (
            target.names if target else _raiser_before(clause, scene) if held and not _PUT_IN.match(clause.text) else ()
        )
        if any(name.kind == "government" or (name.kind in PUBLIC and invests) for name in names):
            continue  # who grants and invests raises no round: "commits $70 million to a financing programme"
        if not names or backing & {name.id for name in names} or _LENDS.search(clause.before(cue.span.start, 60)):
            continue
        how = aspect(clause, cue)
        unit = target and target.owns and _A_UNIT.match(clause.after(target.span.end, 60))
        actors = (
            [Actor(name, Role.OWNER) for name in names]
            if unit and listing is False and not givers
            else sides(givers, names)
        )
        had = _closed(clause, cue, how) or ("investment.ipo" in cue.tags and _DEBUTED.search(clause.text))
        stage = "terminated" if off else "completed" if had else done(how, cue, clause)
        return investment_draft(clause, cue, "round", actors, stage, how)
    return None


def _tells_no_round(clause: Sentence, cue: Cue) -> bool:
    """Cells that are round, a listing that is only spoken of, and what is raised and is no sum."""
    behind = clause.after(cue.span.end, 90)
    if cue.written.startswith("floating") or (cue.written == "the round" and _ROUND_CELLS.match(behind[:12])):
        return True
    if cue.written == "financing" and _REACHED.search(clause.before(cue.span.start, 120), clause.opened):
        return True
    if clause.before(cue.span.start, 1) == "-":
        return True  # "Hong Kong-|listed shares| of Alder jump"
    if "investment.ipo" in cue.tags and (
        _LISTS_NOTHING.match(cue.written + behind)
        or _is_had(clause, cue)
        or _ADVISED.search(clause.text, clause.opened)
    ):
        return True
    return cue.written.startswith("rais") and (not _AMOUNT.match(behind[:40]) or bool(_BY_SELLING.match(behind)))


# "|surpasses $5 billion milestone in| land financing": what it has lent in all
_REACHED = gated(
    r"\b(?:surpass|exceed|top|reach|cross|pass|hit)\w*\s[^.;]{0,70}?\b(?:milestone|mark|threshold)\b",
    re.I,
    needs="milestone mark threshold",
)
# "|floats| 100 MW tender", "|goes public| with two batteries", "|listed on| the NYSE for a year"
_LISTS_NOTHING = regex(
    r"float\w*\s(?:[^.;:]{0,60}?\b(?:bids?|tenders?|auctions?|RFPs?|RfS|EOIs?|idea|proposal)\b|(?:higher|lower|up|around)\b)"
    r"|(?:go|goes|went|going) public with (?!an?\b|the\b|[$€£]|plans|help)|listed on [^.;,]{0,40}?(?:for|since)\b",
    re.I,
)


def _is_unsaid(clause: Sentence, cue: Cue) -> bool:
    """Whether money is raised and nobody says how much: in a headline, or where it is going on."""
    if clause.headline and cue.written in _OFFERS and _HAS_OFFERED.search(clause.before(cue.span.start, 60)):
        return True
    if not cue.written.startswith("rais") or not _IN_WORDS.match(clause.after(cue.span.end, 40)):
        return False
    return clause.headline or aspect(clause, cue).going_on


_OFFERS = frozenset(
    {"private placement", "share placement", "placement", "rights issue", "rights offering", "capital raise"}
    | {"capital raising", "equity raise", "share offering", "equity offering", "bought deal", "convertible bond"}
    | {"convertible bonds", "convertible notes", "green bonds", "financing", "debt financing", "equity financing"}
)
# "|closes first tranche of| private placement", "|upsizes its| financing"
_HAS_OFFERED = regex(
    r"\b(?:clos(?:es|ing)|announc(?:es|ing)|complet(?:es|ing|ion)|upsiz(?:es|ing)|launch(?:es|ing)|increas(?:es|ing)"
    r"|amend(?:s|ment)|extend(?:s|ing)|finali[sz](?:es|ing)|plans|prices|secures|arranges)\s"
    r"(?:(?:of|to|the|its|an?|terms|first|second|third|final|tranche|proposed|fully|subscribed|oversubscribed|upsized"
    r"|non-brokered|brokered|strategic|previously|announced|closing|new|project|construction"
    r"|[A-Z]{0,2}[$€£][\d.,]+[MmBb]?n?|million|billion)\s){0,8}$",
    re.I,
)


_TAKES_A_STAKE = gated(
    r"\b(?:tak(?:e|es|en|ing)|took|acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|subscrib\w+ for)\s"
    r"(?:an?|up to|about|the)\s(?:[\w.%-]+\s){0,3}?(?:stake|interest|shareholding|holding|equity)\s(?:in|of)\s[^;]*$"
)
# "is investing 350 million euros |to support the |financing of B"
_LENDS = regex(r"\bto\s(?:help\s)?(?:support|back|fund|provide|complete)\s(?:the|its|their)\s(?:[\w-]+\s){0,2}$")
# "raised 400 million euros |by placing the shares|" that it held in another
_BY_SELLING = regex(
    r"[^.;]{0,50}?\s(?:by|from|through)\s(?:placing|selling|the sale of)\s(?:the|its|those)\s(?:shares|stake|holding)\b"
)
_DEBUTED = regex(
    r"\b(?:IPO['’]ed|made (?:its|a) (?:[\w-]+ ){0,3}debut|debuted|(?:has )?(?:began|begun|started) trading"
    r"|(?:in|on) (?:(?:its|their|an?|the) )?(?:[A-Z]?[\w-]+ ){0,3}(?:debut|first (?:trading day|day of trading)))\b"
)


def _whose_offer(found: list[Group], cue: Cue) -> Group | None:
    """Whose shares are offered: "to invest in |B|'s planned initial public offering"."""
    if "investment.ipo" not in cue.tags:
        return None
    near = (group for group in found if group.owns and 0 <= cue.span.start - group.span.end < _NEAR_OFFER)
    return next(near, None)


_NEAR_OFFER = 50  # characters
# "Alder's separator |subsidiary| seeks an IPO": whose shares they are, not whose company
_A_UNIT = regex(r"['’]s?\s(?:[\w-]+\s){0,4}?(?:subsidiary|unit|arm|affiliate|spin-?off|offshoot)\b")


def _buys_into(clause: Sentence, found: list[Group], offered: Group) -> Group | None:
    """Who invests in another's offering."""
    buyer = subject(found, offered.span.start)
    buying = clause.find("investment.invest", "investment.stake", "supply.source")
    if buyer is None or {name.id for name in buyer.names} & {name.id for name in offered.names}:
        return None
    return buyer if any(buyer.span.end < each.span.start < offered.span.start for each in buying) else None


def _is_had(clause: Sentence, cue: Cue) -> bool:
    """Whether a listing is only spoken of: "upon completion of the |IPO|", "plans to use the |IPO| proceeds"."""
    proceeds = clause.after(cue.span.end, 9) == " proceeds"
    return proceeds or bool(_ONCE_LISTED.search(clause.before(cue.span.start, 30)))


# "hired |Goldman Sachs| to assess a public listing"
_ADVISED = gated(
    r"\b(?:hir(?:es?|ed|ing)|appoint(?:s|ed)?|engag(?:es?|ed)|mandate[sd]?|tap(?:s|ped)?|select(?:s|ed)?|pick(?:s|ed)?)"
    r"\s(?:[A-Z][\w&.-]*\s){1,4}(?:[\w.]+\s){0,4}?(?:to|as|for)\s",
    needs="hire hires hired hiring appoint appoints appointed engage engages engaged mandate mandates mandated tap "
    "taps tapped select selects selected pick picks picked",
)
_ONCE_LISTED = regex(r"\b(?:completion|closing|time|date) of (?:the|its|this)\s$")  # "upon completion of the |IPO|"
_AHEAD = regex(
    r"\b(?:will|would|could|may|might|plan(?:s|ned|ning)?|seek(?:s|ing)?|aim(?:s|ing)?|hop(?:es?|ing)|look(?:s|ing)?"
    r"|target(?:s|ing)?|intends?|expect(?:s|ed)?|consider(?:s|ing)?|wants?|talks|trying|needs?|set to|ahead of|next"
    r"|upcoming|future|proposed|if)\b",
    re.I,
)


def _closed(clause: Sentence, cue: Cue, how: Aspect) -> bool:
    """Whether a round has taken place: it is said to be closed, told of ("the round, which A led") and not ahead, or "A
    raises $3m" stands in a headline."""
    if clause.headline:
        closes = any(each.form == "s" and 0 < cue.span.start - each.span.end < _NEAR for each in clause.find(_CLOSE))
        return (cue.written in _RAISES or closes) and not (how.negated or how.possible)
    if _NEW_ONE.search(clause.before(cue.span.start, 40)):
        return True
    if any(aspect(clause, each).done for each in clause.find(_CLOSE)):
        return True
    if not how.possible and any(_got(clause, each, cue) for each in clause.find("supply.win", "supply.source")):
        return True
    if cue.form or how.ahead or how.possible or "investment.ipo" in cue.tags:
        return False
    return not _AHEAD.search(clause.before(cue.span.start, 60) + clause.after(cue.span.end, 40))


# "Alder's |fresh $300 million| round": it has it
_NEW_ONE = regex(r"['’]s\s(?:fresh|new|latest|recent)\s(?:\S+\s){0,2}$")
_CLOSE, _NEAR = "investment.close", 40  # characters
_RAISES = frozenset({"raises", "bags", "nets", "nabs"})  # a headline's present: who plans to raise is said to


def _got(clause: Sentence, verb: Cue, cue: Cue) -> bool:
    """Whether what is raised is had: "has |secured| $315 million in financing"."""
    near = 0 <= cue.span.start - verb.span.end < _NEAR_OFFER
    return near and verb.written.startswith(("secured", "obtained", "landed", "received")) and aspect(clause, verb).done


_LISTS = regex(r"\binvestors? includ(?:e|es|ed|ing)$|^(?:cornerstone )?investors$")


def _all_listed(clause: Sentence, found: list[Group], cue: Cue) -> list[Name]:
    """Everybody behind "other investors include": "for carmakers such as B" says what one of them is."""
    behind = [
        group
        for group in found
        if group.span.start > cue.span.end
        and not group.lead
        and not clause.before(group.span.start, 8).endswith("such as ")
    ]
    return distinct(name for group in behind for name in group.names if not name.referred)


def _raiser_before(clause: Sentence, scene: Scene) -> tuple[Name, ...]:
    """Whose round "other investors include" goes on about: who raised one a sentence or two before, else the text's."""
    for sentence in reversed(scene.sentences[max(0, clause.index - 2) : clause.index]):
        cues = sentence.find("investment.funding", "investment.ipo")
        if cues and (raiser := subject(groups(sentence), cues[0].span.start)):
            return raiser.names[:1]
    return (scene.main,) if scene.main else ()


_THE_ROUND = regex(
    r"\b(?:[Tt]he|[Tt]his|its|all-equity|latest|new) (?:[\w-]+ ){0,4}(?:round|funding|financing|raise|investment)\b|"
    r"^(?:Series|The Series)\b|^(?:Financing|Funding) of\s"
)
_PUT_IN = regex(r"(?:The|This|Its) investment\b")  # goes on about who invests, not about who raises
_BACKS = regex(
    r"^(?:\s[A-Z][\w&]*){0,3}(?:,\s[^,.;]{1,60},)?\s(?:also\s|both\s|all\s|which\s|who\s|has\s|have\s)?(?:co-)?(?:led|leads|lead|join(?:ed|s)(?!\s(?:[A-Z][\w.'-]+\s){1,3}(?:from|of|at)\b)|"
    r"participat\w+|took part|take part|"
    r"invested|invests|backed|backs|contributed|came in|(?:were|was|are|is) among|followed on|re-?invested|"
    r"(?:became|becomes|has become) (?:the |an? )?(?:[\w-]+ )?investor)\b"
)


def _backers(clause: Sentence, found: list[Group], cue: Cue) -> list[Name]:
    """Who gives in a round: led by A, with B and C, from D; or A leads it and B takes part."""
    leads = ("from", "by", "with", "including", "alongside", "among")
    given = [
        group
        for group in led_by(found, leads, after=cue.span.start)
        if not _ISSUED_BY.search(clause.before(group.span.start, 50))
        and (group.lead != "including" or not _USERS.search(clause.before(group.span.start, 60)))
        and not (group.lead == "with" and _BOND_WITH.search(clause.before(group.span.start, 60), clause.opened))
    ]
    acting = [
        group
        for group in found
        if _CALLED.search(clause.before(group.span.start, 40))
        or (not group.lead and _BACKS.match(clause.after(group.span.end, 90)))
    ]
    listed: list[Group] = []
    for group in found:
        if not group.lead and any(_goes_on(clause, before, group) for before in (*acting, *given, *listed)):
            listed.append(group)
    fronted = [group for group in led_by(found, ("by", "from"), until=cue.span.start) if _is_fronted(clause, group)]
    return distinct(name for group in (*fronted, *acting, *given, *listed) for name in group.names if not name.referred)


# "an investment in a bond |issued by| B": B is paid
_ISSUED_BY = regex(
    r"\b(?:issued|owned|run|operated|built|developed|founded|managed)\sby\s(?:the\s)?(?:[a-z][\w-]*\s){0,4}$"
)
# "raises $405 million and announces a |collaboration with| B": who only works with it
_BOND_WITH = gated(
    r"\b(?:collaborat\w+|partner(?:ship|s|ed|ing)?|cooperat\w+|alliance|joint venture|contracts?|agreements?|memorandum"
    r"|MOU|supply deal|team(?:s|ed)? up|work(?:s|ing|ed)?)\swith\s(?:[\w'-]+\s){0,4}$"
)
# "|Backed by A|, B has raised", "|With money from A|, B closes its round"
_FRONTED = regex(
    r"^(?:(?:Backed|Led|Supported|Funded|Financed)(?:\s\w+){0,2}?\sby|With\s(?:\w+\s){0,3}?(?:backing|support|money"
    r"|funding|capital|help)\s(?:from|of|by))"
    r"\s[^;.]*$"
)


def _is_fronted(clause: Sentence, group: Group) -> bool:
    return bool(_FRONTED.match(clause.text[: group.span.start - clause.span.start]))


def _leaders(clause: Sentence, found: list[Group], cue: Cue) -> list[Name]:
    """Who leads a round: of "A and B's C" the owner of a brand is not one."""
    leader = subject(found, cue.span.start)
    owner = next((group for group in found if leader and group.owns and clause.between(group.span, leader.span)), None)
    close = owner and leader and clause.between(owner.span, leader.span).strip() == "'s"
    return [*(owner.names[:-1] if owner and close else ()), *(leader.names if leader else ())]


_LED = regex(
    r"\b(?:(?:co-)?(?:led|leads|lead|leading)|join(?:s|ed|ing)?|anchor(?:s|ed|ing)?"
    r"|(?:participat\w+|tak(?:es|en|ing) part|took part)\sin)\s(?:an?|the|its)\s(?:[\w$€£.,-]+\s){0,5}[\w-]+$"
)
_GIVEN = regex(r"\b(?:financing|funding|loans?|equity|capital|credit|debt|guarantees?|grants?|investments?)\b", re.I)


def _gives(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A bank or a fund provides a sum to a company or for a project."""
    for cue in clause.find("supply.supply"):
        behind, giver, how = clause.after(cue.span.end, 90), subject(found, cue.span.start), aspect(clause, cue)
        if not giver or not cue.form or how.passive or how.negated or not pays(clause, cue):
            continue
        if not _GIVEN.search(behind) or any(name.kind not in PUBLIC for name in giver.names):
            continue
        takers = led_by(found, ("to", "for"), after=cue.span.end)
        actors = sides(giver.names, takers[0].names if takers else whose_plant(clause, scene))
        return investment_draft(clause, cue, "public-money", actors, done(how, cue, clause), how)
    return None


_USERS = regex(r"\b(?:customers?|clients?|partners?|carmakers?|automakers?|users?|products?|markets?)\b[^.;]*$", re.I)
_ROUND_CELLS = regex(r"\s(?:cell|batter|format|trip|table)")
_CALLED = regex(
    r"\b(?:investors?|backers?|venture capital\w*|capitalists|include|included|includes|(?:venture|"
    r"investment) arm)\s(?:the\s)?$",
    re.I,
)
_LISTED = regex(
    r"[^.;:()–—]*\b(?:investors?|backers?|shareholders?|partners?|participation|support)\b[^.;:()–—]*|,\sjoining\s"
    r"|(?:\s[A-Z][\w.]+){0,3}\s*(?:,|"
    r"and|,? as well as)\s*(?:[\w'-]+ ){0,4}"
)


_TICKER = regex(r"\.?\s?\([^()]{1,40}\)")


def _goes_on(clause: Sentence, before: Group, group: Group) -> bool:
    """Whether a group is told of in one list with the givers before it: "led by A (NYSE: A) and |B|"."""
    gap = _TICKER.sub("", clause.between(before.span, group.span)).removeprefix(".")
    if group.span.start <= before.span.end or acted_between(clause, before.names[-1], group.names[0]):
        return False
    return len(gap) < 90 and bool(_LISTED.fullmatch(gap))


RULES: tuple[Callable[[Sentence, list[Group], Scene], Draft | None], ...] = (
    receives,
    _gives,
    tax_relief,
    public_money,
    handed,
    _round,
)
