"""What public bodies and banks lend and grant, and what towns and states let companies off."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, distinct, led_by, subject, without_parents
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import PAID
from cellwire.claims.kinds.investment.paid import SUM, ended, investment_draft
from cellwire.claims.kinds.lands import government_of
from cellwire.claims.kinds.takers import PUBLIC, any_public, firm_acting, whose_plant
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Kind, Role, Span


def public_money(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A government's or a bank's loan, grant or subsidy to a company."""
    if not _is_told(clause) or _A_ROUND.search(clause.text):
        return None
    for cue in [*clause.find("investment.loan"), *clause.find("investment.grant"), *_interest(clause)]:
        givers = distinct(
            name
            for group in found
            if group.lead != "for" or 0 <= cue.span.start - group.span.end <= 1
            for name in group.names
            if name.kind in PUBLIC
        )
        targets = _takers(clause, found, cue.span.start) or whose_plant(clause, scene)
        if _puts_it_in(clause, found, cue, targets) or _ON_TOP_OF.search(clause.before(cue.span.start, 60)):
            continue
        if _PAID_BACK.search(clause.before(cue.span.start, 60), clause.opened) or _NO_SUM_GRANTED.match(
            cue.written + clause.after(cue.span.end, 60)
        ):
            continue
        if not targets and _SOUGHT.search(clause.before(cue.span.start, 80), clause.opened):
            continue
        if any(group.lead in {"to", "for"} for group in found):
            givers = givers or _givers_of_list(clause, scene)
        if not targets and (_IN_ALL.search(clause.text) or _THE_SAME.search(clause.before(cue.span.start, 10))):
            continue  # totals over many that nobody names, and what the sentence before has told of
        unsaid = "investment.loan" in cue.tags or _is_official(clause, cue)
        unsaid = unsaid or (len(targets) == 1 and _is_allotted(clause, cue, scene))
        if not (givers or (targets and unsaid)):
            continue
        if "investment.loan" in cue.tags and (lenders := _lenders(clause, found, cue, official=bool(givers))):
            givers = distinct([*givers, *lenders])
            targets = [name for name in targets if name.id not in {each.id for each in givers}]
        if "investment.loan" in cue.tags and (banks := [name for name in targets if _LENDS.search(name.name)]):
            firms = [name for name in targets if name not in banks]
            givers, targets = (distinct([*givers, *banks]), firms) if firms else (givers, targets)
        how, givers = aspect(clause, cue), _who_aids(clause, givers)
        actors = [Actor.of(name, Role.INVESTOR) for name in givers]
        actors += [Actor(name, Role.TARGET) for name in without_parents(targets)]
        closed = [each for each in clause.find("investment.close") if abs(each.span.start - cue.span.start) < _CLOSED]
        promised = "conditional" in clause.text.lower()
        paid = closed and not promised and all(_is_done(clause, each) for each in closed)
        lent = "investment.loan" in cue.tags
        got = lent and any(aspect(clause, each).done for each in clause.find("supply.win") if each.written in _GOT)
        stage = "terminated" if ended(clause, cue) else "completed" if paid or (got and not promised) else "announced"
        stage = "considered" if "partnership.mou" in cue.tags else stage
        stage = "terminated" if stage != "completed" and _is_off(scene) else stage
        return investment_draft(clause, cue, "public-money", actors, stage, how)
    return None


_TOLD_OF = regex(r"\b(?:announc|report|confirm)(?:es|ed|s)\s(?:the\s)?(?:successful\s)?$")


def _is_done(clause: Sentence, close: Cue) -> bool:
    """Whether a loan is closed: "closed", and what somebody "|announced the| closing of"."""
    told = close.written == "closing of" and _TOLD_OF.search(clause.before(close.span.start, 30)) is not None
    return told or aspect(clause, close).done


# "|closes loan to| Alder", "|pledges state aid|", "|subsidies given to| Alder": how much, nobody says
_UNSAID = gated(
    r"\b(?:clos|finali[sz]|approv|grant|award|sign|offer|giv|pledg|promis|cancel|reinstat|restor|secur|clear|weigh|consider)"
    r"\w*\s(?:(?:an?|the|its|conditional|federal|state|government|German|French|Spanish|Polish|Italian|new)\s){0,4}"
    r"(?:loans?(?:\sguarantees?)?|grants?|state aid|aid|subsid(?:y|ies))\b"
    r"|\b(?:loans?|grants?|aid|subsid(?:y|ies)|funding)\s(?:given|awarded|granted|promised|offered|pledged)\sto\b",
    re.I,
    needs="loan loans grant grants aid subsidy subsidies funding",
)


def _is_told(clause: Sentence) -> bool:
    """Whether a sum stands there, or a headline's word for one."""
    if SUM.search(clause.text, clause.opened):
        return True
    return clause.headline and _UNSAID.search(clause.text, clause.opened) is not None


# "the Commission |approved a €200 million grant scheme| from Spain": Spain gives
_LETS_AID = gated(
    r"\b(?:approv\w+|clear(?:s|ed|ing)?|authori[sz]\w+)\s[^.;]{0,80}\b(?:schemes?|state aid|aid|measures?)\b", re.I
)


def _who_aids(clause: Sentence, givers: list[Name]) -> list[Name]:
    """Who gives what the European Commission only approves: the one land that is named, or nobody knows who."""
    if not _LETS_AID.search(clause.text, clause.opened):
        return givers
    others = [name for name in givers if name.id != _COMMISSION]
    lands = {spot.id: spot for spot in clause.countries if spot.country}
    if others or len(others) == len(givers):
        return others
    return [government_of(spot) for spot in lands.values()] if len(lands) == 1 else givers


_COMMISSION = "european-commission"


def _is_off(scene: Scene) -> bool:
    """Whether the title has it as taken back: "A's |rescinded grant|"."""
    title = scene.sentences[0]
    return title.headline and any(ended(title, cue) for cue in title.find("investment.grant", "investment.loan"))


_LENDS = regex(r"(?:[Bb]ank|Bank\b.*|Financial Services|Capital|Credit|Finance|Insurance)$")  # by its name
# "has raised $80 million |on top of $50 million in earlier| grants"
_ON_TOP_OF = regex(
    r"\b(?:on top of|in addition to|besides|beyond)\s[^,;.]{0,50}$"
    r"|\b(?:earlier|previous|prior|existing)\s(?:[\w-]+\s){0,2}$"
)
# "in |state and local| incentives", "of |public| money": of no company, whoever gives it
_OFFICIAL = regex(
    r"(?:state|public|federal|government|governmental|national|regional|provincial|EU|European|taxpayer|local|county|city"
    r"|municipal)(?:\s(?:and|or)\s[a-z]+|-funded)?\s(?:tax\s)?$"
)


def _is_official(clause: Sentence, cue: Cue) -> bool:
    """Whether somebody gets a sum of what its words say is public money, or what was "given to" him is."""
    if _GIVEN_TO.match(cue.written + clause.after(cue.span.end, 30)):
        return True
    got = (each for each in clause.find("supply.win", "supply.source") if each.form and each.span.end <= cue.span.start)
    got = (each for each in got if not each.written.startswith("us"))  # "built using $150 million in public funds"
    if not any(PAID.match(clause.after(each.span.end, 40)) for each in got):
        return False
    return bool(
        cue.written.startswith(("state ", "public ", "government ", "federal "))
        or _OFFICIAL.search(clause.before(cue.span.start, 40))
    )


# "an allocation of $175 million in |incentives would go to| a plant", "would be |allocated $236 million|"
_GIVEN_TO = regex(
    r"(?:grants?|state aid|subsid(?:y|ies)|funding)\s(?:given|awarded|granted|promised|offered|pledged)\sto\b", re.I
)
_GO_TO = regex(r"[^.;,]{0,40}\s(?:will|would|are to|is to|should)\sgo\sto\b")


def _is_allotted(clause: Sentence, cue: Cue, scene: Scene) -> bool:
    """Whether incentives go to somebody, or are allotted to him behind a sentence that speaks of them."""
    if _GO_TO.match(clause.after(cue.span.end, 70)):
        return True
    if clause.block is BlockKind.LIST_ITEM or not clause.products:
        return False
    if not (aspect(clause, cue).passive and PAID.match(clause.after(cue.span.end, 40))):
        return False
    before = scene.sentences[max(0, clause.index - 2) : clause.index]
    return any(each.has("investment.grant") for each in before)


def _lenders(clause: Sentence, found: list[Group], cue: Cue, *, official: bool) -> list[Name]:
    """Who lends and is no public body: "|A| is lending B $30 million", "a loan from a group of banks led by |A|"."""
    if cue.form and cue.written.startswith(("lend", "lent")):
        leader = subject(found, cue.span.start)
        others = [name for group in found if group.span.start > cue.span.end for name in group.names]
        return list(leader.names) if leader and others and not aspect(clause, cue).passive else []
    if not official and (giver := _gives_it(clause, found, cue)):
        return list(giver.names)
    lent = led_by(found, ("from", "by"), after=cue.span.end, until=cue.span.end + _FROM_WHOM)
    taken = any(group.span.end < cue.span.start and not group.lead for group in found)
    return [name for group in lent for name in group.names] if taken else []


def _gives_it(clause: Sentence, found: list[Group], cue: Cue) -> Group | None:
    """Which firm gives the loan that a noun tells of: "|A| will provide B with a $30 million loan"."""
    gives = [each for each in clause.find("handing.give") if each.form and each.span.end <= cue.span.start]
    if not gives or cue.span.start - gives[-1].span.end > _FROM_WHOM or aspect(clause, gives[-1]).passive:
        return None
    giver = subject(found, gives[-1].span.start)
    own = {name.id for name in giver.names} if giver else set()
    takers = (group for group in found if group.span.start > gives[-1].span.end and group.lead in {"", "to"})
    return giver if any(name.id not in own for group in takers for name in group.names) else None


_FROM_WHOM = 100  # characters
_RELIEF = gated(
    r"\b(?:(?:property|real|sales|income|business)\s)?(?:tax(?:es)?\s(?:abatements?|breaks?|exemptions?|incentives?|relief|rebates?"
    r"|holidays?|credits?|deals?)|abatements?|incentives?\s(?:packages?|deals?)|(?:package|slate) of incentives)\b",
    re.I,
)
_LOCAL = gated(
    r"\b(?:[Cc]ouncil(?:s|lors|ors|men)?|[Cc]ommissioners|[Cc]ounty|[Cc]ity|[Tt]own(?:ship)?|[Vv]illage|[Ss]upervisors|[Ss]electmen"
    r"|[Ss]tate|[Ll]egislature|[Ll]awmakers|[Bb]oard|[Aa]uthority)\b"
)
_GIVES_RELIEF = regex(
    r"\b(?:approv|pass|grant|giv|gave|award|offer|back|agree|vot|sign|clear|ok|extend)\w*\b[^.;]{0,80}$"
)
_GETS_RELIEF = regex(r"\b(?:receiv|get|got|w[io]n|land|secur|obtain)\w*\b[^.;]{0,80}$")


def tax_relief(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A town, a county or a state that lets a company off its taxes gives it public money."""
    match = _RELIEF.search(clause.text, clause.opened)
    if match is None:
        return None
    at = clause.span.start + match.start()
    cue = Cue(("investment.grant",), "", Span(at, clause.span.start + match.end()), match.group().lower())
    how, before, leader = aspect(clause, cue), clause.before(at, 120), subject(found, at)
    givers = distinct(name for group in found for name in group.names if name.kind == "government")
    if _GIVES_RELIEF.search(before) and (givers or _LOCAL.search(clause.text, clause.opened)):
        takers = led_by(found, ("for", "to", ""), after=cue.span.end) or [group for group in found if group.lead == ""]
    elif leader and _GETS_RELIEF.search(before):
        takers = [leader]
    else:
        return None
    targets = distinct(name for group in takers for name in group.names if name.kind not in PUBLIC)
    if not targets or how.negated:
        return None
    actors = [*(Actor.of(name, Role.INVESTOR) for name in givers), *(Actor(name, Role.TARGET) for name in targets)]
    stage = "considered" if how.possible else "announced"
    return Draft(Kind.INVESTMENT, stage, clause, cue.span, "investment.tax-relief", how, tuple(actors), strength=0.65)


# "|demands billions in| subsidies", "has |applied for| state aid"
_ASKS = gated(
    r"\b(?:demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)\sfor|ask(?:s|ed|ing)?\sfor"
    r"|request(?:s|ed|ing)?|push(?:es|ed|ing)?\sfor|in talks (?:for|on|over))\s"
    r"(?:(?!in\b)[^\W\d][\w-]*\s(?:in\s)?){0,4}?"
    r"(?P<what>subsid(?:y|ies)|state aid|(?:government|federal|state) (?:money|support|aid)"
    r"|grants?|loans?|bail-?out|(?:third|new|strategic|anchor|minority) investors?)\b",
    re.I,
)


_WISHES = regex(r"\b(?:to|will|would|may|might|could|can|not)\s$")  # "wants |to| apply for loans or grants"


def asked_for(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A asks for public money, or for somebody who invests, and has none yet."""
    match = _ASKS.search(clause.text, clause.opened)
    if match is None or _WISHES.search(clause.text[: match.start()]):
        return None
    cue = cue_of(clause, match, "what", "investment.grant", "")
    taker = firm_acting(found, clause.span.start + match.start())
    if taker is None or _PAID_BACK.search(clause.before(cue.span.start, 60), clause.opened):
        return None
    actors = [Actor(name, Role.TARGET) for name in without_parents(taker.names)]
    return investment_draft(clause, cue, "sought", actors, "considered", aspect(clause, cue))


def _puts_it_in(clause: Sentence, found: list[Group], cue: Cue, targets: list[Name]) -> bool:
    """Whether credit is what somebody invests: "A will invest $625 million, part of it in letters of |credit|"."""
    verbs = [each for each in clause.find("investment.invest") if each.form and each.span.end <= cue.span.start]
    giver = subject(found, verbs[0].span.start) if verbs else None
    return giver is not None and bool(targets) and {name.id for name in targets} <= {name.id for name in giver.names}


def _interest(clause: Sentence) -> list[Cue]:
    """A bank's letter of interest, where it says how much it may lend."""
    lenders = any(name.kind == "bank" for name in clause.names)
    letters = clause.find("partnership.mou") if lenders else []
    return [cue for cue in letters if "interest" in cue.written + clause.after(cue.span.end, 12)]


_A_ROUND = regex(
    r"\bSeries\s[A-G]\d?\b|\bround\b[^.;]{0,40}\bparticipation\b|\b(?:raised|raises|raising)\b[^.;]{0,60}\bround\s(?:co-)?led\sby\b"
)
_THE_SAME = regex(r"^[\"“]?(?:The|This)\s$")
_GOT = frozenset({"received", "receives", "secured", "obtained", "landed"})
_CLOSED = 80  # characters from "has closed" to "credit facility"
# "has |written off| a loan to B", "|repaid| its loan": it was granted long ago
_PAID_BACK = gated(
    r"\b(?:(?:wrote|writes?|written|writing)\s(?:off|down)|repa(?:y|ys|id|ying)|defaulted on|lost)\s[^.;,]{0,40}$", re.I
)
# "|granted| Major Project Status to a €500 million project": no money
_NO_SUM_GRANTED = regex(
    r"grant(?:s|ed|ing)?\s(?:(?![$€£¥₹₩]|\d|to\b)[\w’'-]+\s){0,5}?(?:status|approval|permits?|licen[cs]es?|permission|rights?|patents?"
    r"|exemption|waiver)\b",
    re.I,
)
# "Alder |seeks| a loan from B": B has said nothing yet
_SOUGHT = gated(
    r"\b(?:seek(?:s|ing)?|sought|request(?:s|ed|ing)?|appl(?:y|ies|ied|ying)\sfor"
    r"|ask(?:s|ed|ing)?\sfor|in talks)\s[^.;,]{0,60}$"
)
_IN_ALL = regex(
    r"\bin loans under\b|\b(?:remaining|available|loan) (?:loan )?authority\b|"
    r"\bconditional commitments across\b|\bapprovals\b",
    re.I,
)


def _givers_of_list(clause: Sentence, scene: Scene) -> list[Name]:
    """Who gives what a list's items tell: the public body that its lead-in names."""
    if clause.block is not BlockKind.LIST_ITEM:
        return []
    for sentence in reversed(scene.sentences[max(0, clause.index - 25) : clause.index]):
        if sentence.block is not BlockKind.LIST_ITEM:
            near = [*sentence.names, *(scene.sentences[sentence.index - 1].names if sentence.index else ())]
            return distinct(name for name in near if name.kind in PUBLIC)[:1]
    return []


_WON = 40  # characters


# "$2.8 billion in grants to |20 companies including| Alder", "|according to| Alder": the sum is not Alder's
_NO_TAKER = regex(
    r"\b(?:companies|firms|projects|recipients|producers|makers|manufacturers|plants|groups),?\s"
    r"(?:including|such as|among them|like)\s$|\baccording to\s(?:the\s)?$"
)


def _takers(clause: Sentence, found: list[Group], at: int) -> list[Name]:
    """Who gets it: the companies before the word, or if there are none, those after it."""
    won = next((cue for cue in clause.find("supply.win") if cue.form and 0 <= at - cue.span.end < _WON), None)
    winner = subject(found, won.span.start) if won else None
    if winner and not any_public(winner.names):
        return distinct(winner.names)  # "A to explore a deal with B, |wins| $220 million grant"
    named = [group for group in found if not _NO_TAKER.search(clause.before(group.span.start, 60))]
    private = [name for group in named for name in group.names if name.kind not in PUBLIC]
    private = [name for group in named if group.lead != "with" for name in group.names if name in private] or private
    ahead = [name for name in private if name.said.start < at]
    return distinct(ahead if clause.has("partnership.dissolve") and ahead else private)
