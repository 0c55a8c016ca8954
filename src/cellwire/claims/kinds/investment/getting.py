"""What somebody gets: a sum from B, new shares' money, financing or a grant of which no sum is told."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import PAID, lets_have
from cellwire.claims.kinds.investment.paid import SUM, behind_it, done, ended, investment_draft, sides
from cellwire.claims.kinds.takers import PUBLIC, any_public, firm_acting
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_SHARES = regex(r"^\s(?:[\w.,]+\s){0,4}?(?:new |ordinary |common |treasury )*shares\b", re.I)
# "gets a $100 million |investment|"
_INVESTED = regex(r"\s(?:[\w-]+\s){0,2}?(?:investment|injection|financing|funding)\b(?!\sof\b)", re.I)
# "secures a $300 million |facility to expand|": what is lent, right behind the sum; of a plant its goods are told
_LENT = regex(
    r"\s(?:facility|package)(?=,\sincluding\s|\s(?:to|for)\s(?:help\s)?"
    r"(?:scale|expand|fund|finance|refinance|support|advance|accelerate|grow)\b)",
    re.I,
)


def _is_put_in(behind: str) -> bool:
    """Whether a sum that somebody gets is an investment, or there to build: "$100 million |to scale up|"."""
    paid = PAID.match(behind)
    ways = (_INVESTED, _GROWS, _LENT)
    return paid is not None and any(way.match(behind, paid.end()) for way in ways)


def receives(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A receives a sum in equity from B; A sells new shares."""
    if not SUM.search(clause.text, clause.opened):
        return None
    for cue in clause.find("supply.win", "supply.source", "supply.supply"):
        target, how = subject(found, cue.span.start), aspect(clause, cue)
        formed = cue.form or cue.written in _LANDS
        if not target or not formed or how.passive or how.negated or cue.written.startswith("sign"):
            continue
        behind = clause.after(cue.span.end, 90)
        givers = led_by(found, ("from",), after=cue.span.end) or _of_some(clause, found, cue)
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        if "supply.supply" in cue.tags:
            shares = _SHARES.match(behind) if cue.written.startswith(("sell", "sold")) else None
            # "sold 1,000 |Alder| shares" raises nothing
            if shares and not behind_it(found, cue, shares.end()):
                return investment_draft(clause, cue, "shares", sides((), target.names), stage, how)
        elif (
            (givers or _is_put_in(behind))
            and SUM.search(behind, clause.opened)
            and PAID.match(behind)
            and not (_A_PRICE.search(behind) or _OF_GOODS.match(behind))
            and not clause.has(*_TOLD_ELSEWHERE)
        ):
            given = [name for group in givers for name in group.names]
            stage = "completed" if _has_landed(clause, cue, how, given) else stage
            return investment_draft(clause, cue, "receives", sides(given, target.names), stage, how)
    return None


_LANDED = ("land", "secur", "nab", "bag", "clinch", "obtain", "attract", "garner")
_UNSURE = regex(
    r"\b(?:grants?|commitments?|conditional|guarantees?|lifelines?|backing|subsid\w+|awards?|rights?|public|federal|state)\b",
    re.I,
)


def _has_landed(clause: Sentence, cue: Cue, how: Aspect, givers: list[Name]) -> bool:
    """ "Alder lands $40 million from Birch", in a headline: who invests has done so; what is granted may hinge."""
    given = clause.headline and cue.written.startswith(_LANDED) and not (how.ahead or how.possible)
    sure = _UNSURE.search(clause.after(cue.span.end, 120)) is None
    return given and sure and not (ended(clause, cue) or any_public(givers))


_TOLD_ELSEWHERE = ("supply.order", "supply.deal", "investment.acquire", "investment.loan")
_LANDS = frozenset({"lands", "landed"})  # no other form is a verb only
# "pulls in $220 million |to scale up| anodes"
_GROWS = regex(
    r"(?:\s(?:in|of)\s(?:new|fresh|equity|growth|venture)\s(?:funding|capital|money|financing|funds))?\s(?:to"
    r"|for)\s(?:help\s)?"
    r"(?:scale|build|expand|fund|finance|commerciali[sz]e|ramp|develop|grow|speed|accelerate|boost|complete|advance"
    r"|roll out|support(?=\s(?:[\w-]+\s){0,5}?(?:roll|expan|growth|scal|build|pipeline|projects?))"
    r"|launch|growth|(?:(?!sale|supply|contract)[\w-]+\s){0,5}?"
    r"(?i:projects|pipeline|portfolio|build-?out)"
    r"|(?:(?!sale|supply|contract|its\b)[\w-]+\s){1,5}?(?i:project|plants?|(?:giga)?factory|mine|refinery|expansion))\b"
    r"|\s(?:through|via)\s(?:[\w-]+\s){0,5}?(?:[Ss]hares|[Pp]lacement|[Oo]ffering|[Nn]otes|[Bb]onds?)\b"
)


# "has secured $60 million |from investors including |A and B"
_SOME_GIVERS = gated(
    r"\bfrom\s(?:[a-z-]+\s){0,3}?(?:investors|backers|banks|lenders|shareholders|funds),?\s"
    r"(?:including|such as|like|led by)\s(?:the\s)?(?:[a-z-]+\s){0,3}$",
    needs="investors backers banks lenders shareholders funds",
)


def _of_some(clause: Sentence, found: list[Group], cue: Cue) -> list[Group]:
    behind = (group for group in found if group.span.start > cue.span.end)
    return [group for group in behind if _SOME_GIVERS.search(clause.before(group.span.start, 80), clause.opened)]


# "won a $1 billion |energy storage system (ESS) deal|", "a ₹900 crore |1 GWh storage project|"
_OF_GOODS = regex(
    r"[^,;.]{0,60}?\b(?:deals?|contracts?|orders?|pact)\b|(?:\s(?!for\b|to\b|in\b|[Ff]or\b|[Tt]o\b|[Ii]n\b)[\w.,₹$€£¥-]+){1,9}?\s[Pp]rojects?\b"
)
_A_PRICE = regex(
    r"^[^,;.]{0,30}(?:\.\d[^,;.]{0,20})?\b(?:payments?|consideration|proceeds|compensation|damages|royalt\w+)\b"
)

_GETS = (
    *("secur", "land", "obtain", "get", "got", "receiv", "win", "won", "bag", "nab", "clinch", "attract", "garner"),
    *("score", "draw", "close", "closing", "complet", "finali"),
)
_IS_GIVEN = frozenset({"awarded", "granted", "given", "handed"})  # "A awarded federal grant"
# "a |$20 million state| grant", "|Series B| funding": of which sort, from whom and how much
_SUCH = (
    r"(?:an?|the|its|their|new|fresh|another|further|additional|more|first|initial|final|key|strategic|major|crucial"
    r"|equity|debt|growth|venture|seed|bridge|green|construction|project|conditional|rescue|provincial|state|federal|government"
    r"|public|regional|national|private|direct|minority|long-term|early-stage|senior|mezzanine|tax|grant|non-dilutive"
    r"|convertible|million|billion|millions|crore|multi-?million|in|of|and|investment|fund|up to|over|nearly|about)\s"
    r"|[A-Z&][\w.&'’-]*\s|(?:US|A|C)?[$€£¥₩₹]?\d[\d.,]*[A-Za-z]{0,2}(?:-(?:million|billion))?\s"
)
_FUNDS = (
    r"(?i:(?:re)?financing|funding|(?:finance|loan|credit|debt) facilit(?:y|ies)|debt|loan guarantees?|loans?"
    r"|grants?|backing|subsid(?:y|ies)|conditional commitment|investments?|capital|equity"
    r"|lifeline|(?:cash|funding) boost)"
)
_MONEY = regex(
    rf"\s(?:{_SUCH}){{0,8}}?(?P<what>{_FUNDS})"
    r"(?=\s(?i:from|for|to|by|worth|as|at|with|round|package|deal|commitment)\b|[.,;:–—]|\s[-–—(]|$)"
)


# "|achieves financial close| on two projects"
_CLOSES = gated(r"\b(?:achiev|reach|secur|complet|hit|attain)\w*\sfinancial\sclos(?:e|ure)\b", re.I, needs="financial")


def financial_close(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A reaches financial close on a project: the money is there, whoever lends it."""
    match = _CLOSES.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, 0, "investment.close", "s" if clause.headline else "past")
    owner, how = subject(found, cue.span.start), aspect(clause, cue)
    if owner is None or how.negated or how.passive:
        return None
    stage = "announced" if how.ahead or how.possible else "completed"
    return investment_draft(clause, cue, "receives", sides((), owner.names), stage, how)


def gets(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A gets financing, a grant or an investment, from B or from somebody whom nobody names."""
    for cue in clause.find("supply.win", "supply.source", "investment.close", "handing.give"):
        target, how = firm_acting(found, cue.span.start), aspect(clause, cue)
        given = clause.headline and cue.written in _IS_GIVEN and not led_by(found, ("to",), after=cue.span.end)
        if target is None or not (given or cue.written.startswith(_GETS)) or how.passive or how.negated or how.ahead:
            continue
        behind = clause.after(cue.span.end, 120)
        match = _MONEY.match(behind) or (PAID.match(behind) if given and lets_have(behind) else None)
        if match is None:
            continue
        givers = _givers(clause, found, cue, match.end(), target)
        told = clause.headline or (how.done and (givers or SUM.search(match.group(), clause.opened)))
        if told and (givers or not match.group().lower().endswith("backing")):
            stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
            stage = "completed" if _has_landed(clause, cue, how, givers) else stage
            return investment_draft(clause, cue, "receives", sides(givers, target.names), stage, how)
    return None


# "|selected for| the ministry's storage |support project|", "chosen to receive a grant"
_CHOSEN = gated(
    r"\b(?P<chosen>selected|chosen|picked)\s(?:for|to receive|as (?:a )?recipients? of)\s[^.;]{0,90}?"
    r"\b(?:grants?|funding|subsid(?:y|ies)|loans?"
    r"|(?:innovation|climate|support|subsidy|demonstration) (?:funds?|projects?|program(?:me)?s?|schemes?))\b",
    re.I,
    needs="selected chosen picked",
)


def chosen(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A is selected for a grant, or for a ministry's support project."""
    match = _CHOSEN.search(clause.text, clause.opened) if clause.headline else None
    if match is None:
        return None
    cue = cue_of(clause, match, "chosen", "investment.grant", "past")
    target = firm_acting(found, cue.span.start)
    if target is None:
        return None
    end = clause.span.start + match.end()
    givers = [name for group in found if cue.span.end < group.span.start < end for name in group.names]
    givers = [name for name in givers if name.kind in PUBLIC]
    return investment_draft(clause, cue, "receives", sides(givers, target.names), "announced", aspect(clause, cue))


# "Alder's plant, |backed by a $28 million state grant|, will start": who has the money
_BACKED = gated(
    r"\b(?P<backed>backed|supported|funded|financed|underpinned)\s(?:in part\s|partly\s)?(?:by|with|through)\s"
    r"(?:(?:an?|more than|over|up to|nearly)\s){0,2}(?:US|C|A)?[$€£]\d[^,;]{0,80}?"
    r"\b(?P<what>grants?|loans?|debt|financing|equity)\b",
    re.I,
    needs="backed supported funded financed underpinned",
)


def backed_with(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """What A does is backed by a sum that is lent or granted, by B or by somebody whom nobody names."""
    match = _BACKED.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, "backed", "investment.invest", "part")
    target = subject(found, cue.span.start)
    names = target.names if target else (scene.main,) if scene.main else ()
    if not names or any_public(names):
        return None
    givers = _givers(clause, found, cue, match.end("what") - match.end("backed"), Group(names, "", False))
    stage = "announced" if match["what"].lower().startswith("grant") else "completed"
    return investment_draft(clause, cue, "receives", sides(givers, names), stage, aspect(clause, cue))


def _givers(clause: Sentence, found: list[Group], cue: Cue, width: int, target: Group) -> list[Name]:
    """Who gives: named before the money, or behind it with "from"."""
    end, own = cue.span.end + width, {name.id for name in target.names}
    inside = [group for group in found if cue.span.end < group.span.start < end]
    behind = led_by(found, ("from", "by"), after=end, until=end + _REACH)
    return [name for group in (*inside, *behind) for name in group.names if name.id not in own]


_REACH = 60  # characters
