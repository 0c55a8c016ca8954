"""Plants that are given up, slowed or shut, that go on again, and that are allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.kinds.bearing import about
from cellwire.claims.kinds.facility.sign import Sign, Step
from cellwire.lexicon import PLANT, regex

ENDING = frozenset({"cancel", "delay", "close"})
PERMITTING = "permit"


def endings(step: Step) -> Iterator[Sign]:
    """What a verb of an end, a delay or a permit tells of the plant."""
    if not about(step.clause, step.cue, step.thing) or _describes(step):
        return
    if ended := _ended(step):
        yield ended
    if PERMITTING in step.verbs and (allowed := _permitted(step)):
        yield allowed


# "the fully |permitted| project sits on a salt lake": so it stands
_DESCRIBED = regex(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]his|[Tt]heir)\s(?:fully[\s-]|already\s|newly\s|recently\s|now[\s-]|long[\s-])?$"
)
_THE_THING = regex(
    r"\s(?:[\w-]+\s){0,3}?(?:projects?|plants?|mines?|sites?|facilit(?:y|ies)|factor(?:y|ies)|refinery|brands?|vendors?)\b"
)


def _describes(step: Step) -> bool:
    """Whether a participle before the noun only says what it is like: "sold a |shuttered| factory to B"."""
    participle = step.cue.form in {"past", "part"} or step.cue.written.endswith("permitted")
    participle = participle and not _RESUMED.search(step.before(120))  # "will resume a |stalled| project"
    return participle and bool(_DESCRIBED.search(step.before(30)) and _THE_THING.match(step.follows()))


_MIGHT = regex(r"\s(?:could|may|might)\s(?:[a-z]+ly\s|also\s|still\s|be\s|have to\s)*$")
_COMPELLED = regex(r"\b(?:forced|ordered|compelled|obliged)\s(?:by\s[^,;]{1,50}\s)?to\s$")  # who is must do it now


def _is_their_doubt(step: Step) -> bool:
    """Whether a company itself is what may do it: "Alder |may close| its plant", "the plant |could be closed|"."""
    might = _MIGHT.search(step.before(120))
    at = step.cue.span.start - (len(might[0]) if might else 0)
    subjects = [*(name.said.end for name in step.clause.names), step.thing.span.end]
    return at in subjects or _THEY.search(step.clause.before(at, 20)) is not None


_THEY = regex(
    r"\b(?:it|they|he|she|company|firm|group|maker|carmaker|automaker|miner|partners|project|plans?|which|that|and)$"
)


def _ended(step: Step) -> Sign | None:
    before, sure = step.before(120), not step.aspect.possible
    if _MIGHT.search(before) and not _is_their_doubt(step):
        return None  # "bats |could delay| the plant": nobody thinks of putting it off
    if _COMPELLED.search(before):
        step = replace(step, aspect=replace(step.aspect, ahead=False, done=True), ahead=False)
    if "close" in step.verbs and _A_DEAL.search(before):
        return None
    if "close" in step.verbs and _ITS_PLANS.match(step.follows()):
        return step.tells("delayed", "delay", done=sure)
    if step.cue.written in _DEAD and not _PLAN_IS.search(before):
        return None  # "two workers |are dead|"
    if "cancel" in step.verbs and _is_of_no_plan(step):
        return None
    if "cancel" in step.verbs:
        spared = _PARTY.search(before) or _A_CONTRACT.match(step.follows(60))
        return None if spared else step.tells("cancelled" if sure else "considered", "cancel", done=sure)
    if "delay" in step.verbs and (_RESUMED.search(before) or _RESUMES.search(before)):
        return step.tells("announced", "resume")
    if "delay" in step.verbs and _slows(step):
        return step.tells("delayed", "delay", done=sure)
    if "close" in step.verbs and _HALTS_WORK.match(step.follows()):
        return step.tells("delayed", "delay", done=sure)
    if "close" in step.verbs and _shuts(step):
        slowed = _UNFINISHED.search(_around(step)) or _A_PART_OF.match(step.follows()) or _ILL.search(step.clause.text)
        return step.tells("delayed" if slowed else "closed", "close", done=sure)
    return None


# "has |rejected| Alder's plan for a mine", not "rejected a bid"
_REJECTS = regex(r"(?:reject|refus|turn|veto|throw|threw|bin|torpedo)\w*(?:\s(?:down|out))?$")
_ITS_REQUEST = regex(
    r"\s(?:an?|the|its|their|(?:[\w’'.&-]+\s){0,3}[\w.&-]+['’]s?)\s(?:[\w-]+\s){0,3}?"
    r"(?:(?:plans?|applications?|proposals?|scheme|requests?)(?=\s(?:for|to|by|of|from)\b|[.,;]|$)"
    r"|permits?|permission|project|mine|plant|factory)\b"
)


_DROPS = frozenset({"drop", "drops", "dropping", "dropped"})
_THE_PLANT = regex(
    rf"\s(?:(?!(?:at|in|by|from|to|on|of|for|off|below|after|and)\s)[\w'’-]+\s){{0,5}}?(?:{PLANT}|project|gigafactory)\b"
)


_PEOPLE = regex(
    r"\s(?:all the\s|(?:[\w-]+\s){0,3}?(?:employees|staff|workers|executives|engineers|guidance|funding)\b)"
)


def _is_of_no_plan(step: Step) -> bool:
    """Whether what is refused or thrown out is no plan for the plant, or what fell through no project."""
    if step.cue.written.startswith(("withdr", "pull")) and _PEOPLE.match(step.follows(60)):
        return True  # "|withdraws| its staff from the site", "|pulls out| all the stops"
    if step.cue.written.startswith(("fall", "fell")):
        return step.follows(5) == " the "  # "shares |fell through| the floor"
    if step.cue.written in _DROPS:
        return _THE_PLANT.match(step.follows(60)) is None  # "output |dropped| at its plant"
    if not _REJECTS.match(step.cue.written) or _ITS_REQUEST.match(step.follows(90)):
        return False
    return not (step.aspect.passive and _PLAN_IS.search(step.before(120)))


_ILL = regex(r"\b(?:covid|coronavirus|pandemic|virus|outbreak|temporar(?:y|ily))", re.I)  # it opens again
_A_PART_OF = regex(r"\s(?:a (?:third|quarter|fifth)|half|part|parts|some)\sof\b")  # "idled |a third of| the lines"
# "has mothballed the |half-finished| factory": what never ran cannot close
_UNFINISHED = regex(
    r"\b(?:half|part|partly|partially|nearly|almost)[\s-](?:built|finished|complete[d]?|constructed)\b|\b(?:unfinished|uncompleted|planned"
    r"|proposed)\s"
)


def _around(step: Step) -> str:
    """The words from the verb to the plant, and those right before the plant."""
    return (
        step.follows(60)
        if step.cue.span.end <= step.thing.span.start
        else step.clause.before(step.thing.span.start, 40)
    )


# "|loan closed| for a plant": what is closed is a deal
_A_DEAL = regex(
    r"\b(?:loan|round|deal|financing|funding|offering|sale|acquisition|purchase|placement|transaction)s?\s"
    r"(?:has\s|is\s|was\s|been\s)*$",
    re.I,
)
_ITS_PLANS = regex(r"\s(?:its|the|their|all)?\s?plans?\b")  # "|mothballs| its plans"
_DEAD = frozenset({"is dead", "are dead"})
_PLAN_IS = regex(
    r"\b(?:plans?|projects?|scheme|idea|proposals?|applications?|permission|permit|gigafactory|factory|plant|mine)\b[^,;.]*$",
    re.I,
)
# "the grand opening of the plant has been |cancelled|": the plant stands
_PARTY = regex(
    r"\b(?:grand opening|ceremon(?:y|ies)|ribbon[- ]cutting|celebrations?)\b[^.;]{0,90}$",
    re.I,
)
# "|terminating| all contracts": the plant goes on without them
_A_CONTRACT = regex(
    r"\s(?:(?:all|its|the|their|an?|some|any|most|existing)\s)*(?:[\w-]+\s){0,2}?"
    r"(?:contracts?|orders?|leases?|shifts?|employment|talks|negotiations|permits?|permission|consent|licen[cs]es?|approval)\b"
)
_RESUMED = regex(r"\b(?:resum|restart|reviv|unfreez|relaunch|reactivat)\w*\s(?:[\w-]+\s){0,3}$", re.I)
# "is resuming construction on the plant that it |postponed| two months ago"
_RESUMES = regex(
    r"\b(?:is|are|will|to|has|have)\s(?:now\s)?(?:resum|restart|reviv|relaunch|reactivat)\w*\s[^,;.]{0,110}$", re.I
)
_COSTS = regex(r"\s(?:costs?|time|emissions|expens)")
_SLOW_DEMAND = regex(
    r"\s(?:(?!(?:because|as|amid|due|on|after|since|until|given|over|by|for|in|at|with|when|while|and)\s)[\w.-]+\s){0,4}?"
    r"(?:demand|sales|growth|markets?|economy|adoption|uptake)\b",
    re.I,
)
_DEMAND = regex(r"\b(?:demand|sales|growth|markets?|economy|adoption|uptake)\b[^,;.]{0,40}$", re.I)
_OTHERS_DO = regex(
    r"\b(?:(?:competing|rival|other|many|most|some|several)\s(?:[\w-]+\s){0,3}?(?:makers|manufacturers|companies|firms"
    r"|automakers|carmakers|players|producers|miners)|competitors|rivals|peers)\b[^,;.]{0,30}$",
    re.I,
)


# "to |suspend| two key laws that would help Alder launch a mine": the law waits
_A_RULE = regex(
    r"\s(?:(?:an?|the|its|their|two|three|several|some|all|any|key)\s)*(?:[\w-]+\s)?"
    r"(?:laws?|decrees?|rules?|regulations?|legislation|bills?|votes?|trading|dividends?|guidance|tariffs?|tax(?:es)?)\b"
)


def _slows(step: Step) -> bool:
    """Whether it is the plant that slows, not its costs, the demand or a law."""
    before, follows = step.before(70), step.follows()
    others = (
        _COSTS.match(follows)
        or _A_RULE.match(follows)
        or _SLOW_DEMAND.match(follows)
        or _OTHERS_DO.search(before)
        or _DEMAND.search(before)
    )
    return not others


_NOT_CLOSING = regex(
    r"^-|^\s(?:to\b|with\b|in on\b|cooperation|collaboration|ties|(?:[\w-]+\s){0,4}?(?:gaps?|loop)\b|partner|"
    r"(?:[\w$€£.,-]+\s){0,6}(?:(?:loan|deal|order|contract|round|acquisition|financing|offering|transaction|sale"
    r"|placement|purchase|merger|investment|agreement)s?|funding|series|credit|facility of)\b"
    r"|(?:one|two|three|four|five|several|some)\s(?:more|further|others?)(?:\s(?:by|in|this|before|next|soon)\b|[,.]|$))",
    re.I,
)
_DEAL_CLOSED = regex(
    r"\b(?:deal|financing|round|transaction|loan|funding|investment|sale|acquisition|offering|facility agreement)\s"
    r"(?:has|have|was|were|is|are)\s(?:\w+\s){0,2}$"
)
_FOSSIL = regex(r"\s(?:[\w'-]+\s){0,3}?(?:coal|gas|diesel|petrol|nuclear|chip)\b")  # another's plant


_FINANCIAL = regex(r"\bfinancial\s$|\b(?:coal|gas|diesel|nuclear)\b[^,;.]{0,40}$", re.I)


def _shuts(step: Step) -> bool:
    """Whether it is the plant that closes, not a deal, a gap or a coal plant."""
    follows = step.follows()
    return not (
        _FINANCIAL.search(step.before(60))
        or _FOSSIL.match(follows)
        or _NOT_CLOSING.match(follows)
        or _DEAL_CLOSED.search(step.before(60))
    )


# "has |ceased| construction on parts of its plant": what is not yet built cannot close
_HALTS_WORK = regex(
    r"\s(?:all|its|the|any|most)?\s?(?:[\w-]+\s)?(?:construction|building works?|site works?|works?\son)\b"
)


# "received |approval| to have a grand opening"
_TO_PARTY = regex(
    r"[^.;,]{0,50}\s(?:to|for)\s(?:[\w,-]+\s){0,6}?(?:grand opening|ceremony|party|celebration|fireworks)\b"
)
_REVOKED = regex(
    r"\b(?:revok\w+|annul\w*|overturn\w*|quash\w*|suspend\w*|withdr[ae]w\w*|repeal\w*)\b[^.;,]{0,50}$", re.I
)
_MONEY_FREED = regex(
    r"\b(?:subsid\w+|aid|grants?|loans?|funding|financing|incentives?|credits?|budget|deal|merger|acquisition|takeover"
    r"|recall)\s"
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|gets?|got)\s){1,3}(?:\w+ly\s)?$",
    re.I,
)


# a permit that is asked for is none: "intends to secure |planning permission|"
_SOUGHT = regex(
    r"\b(?:to|will|would|must|could|may)\s(?:seek|secure|obtain|get|win|gain|receive|request|apply for|need|await)\b"
    r"[^.;,]{0,40}$"
    r"|\b(?:as soon as|once|if|when|until|upon|unless|provided)\s(?:(?:it|they|the company)\s)?"
    r"(?:gain|get|receiv|obtain|win|secur)\w*\s(?:[\w-]+\s){0,4}$"
    r"|\b(?:once|as soon as|until|before)\s(?:[\w’'.-]+\s){0,4}$"
    r"|\b(?:seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying) for|await(?:s|ing)?|wait(?:s|ed|ing)? (?:for|on)"
    r"|undergo(?:es|ing)?|preliminary|partial|needs?|requires?|pending|subject to"
    r"|without)"
    r"\s(?:[\w-]+\s){0,5}$",
    re.I,
)


# "the |Board of Directors| has approved the setting up of", "with |approval| of its supervisory board": a plan is made
_BOARD = regex(
    r"\b(?:[Bb]oards?(?:\sof\s(?:[Dd]irectors|[Mm]anagement))?|[Dd]irectors|[Ss]hareholders|[Mm]anagement)\b(?!\smember)"
    r"[^;]{0,90}$"
)
_ITS_BOARDS = regex(
    r"\s(?:of|from|by)\s(?:(?:its|the|their)\s)?(?:[\w'’-]+\s){0,2}?(?:[Bb]oards?|[Dd]irectors|[Ss]hareholders)\b"
)
_NO_FIRMS_BOARD = regex(
    r"\b(?:planning|zoning|county|city|town(?:ship)?|state|water|school|supervis\w+|environment\w*)\s\w*$", re.I
)
# "has |applied for| planning permission", "has submitted an application for": so it hopes to build
_APPLIED = regex(
    r"\b(?:(?:appl(?:y|ies|ied|ying)|fil(?:e|es|ed|ing))\sfor|(?:has|have)\s(?:asked|filed)\sfor|(?:submit\w*|lodg\w+|fil(?:ed|es|ing)|made)\s"
    r"(?:an?|its|the)\s(?:[\w-]+\s){0,2}?applications?\sfor|(?:submit|lodg)\w*\s(?:[^.;]{3,60}\s)?for|seek(?:s|ing)?"
    r"|(?:mov(?:es?|ed)|petition(?:s|ed)?|approach(?:es|ed)|requests?|requested|asks?|asked)\s(?:(?!(?:for|to|of)\s)[\w’'.-]+\s){1,5}for)"
    r"\s(?:[\w-]+\s){0,5}$",
    re.I,
)


_HAS = regex(r"\s(?:(?:has|have|had|also|now|today|formally|finally|officially)\s)*")


_GIVES = regex(r"\s(?:(?:has|have|had|also|now|today)\s)*(?:gives?|gave|given)\s(?:(?:the|its|a|final|formal|full)\s)*")
_GETS = ("receiv", "secur", "obtain", "win", "won", "get", "got", "clear")


def _is_a_firms_board(step: Step) -> bool:
    """Whether it is a company itself, or its own board, that approves."""
    firms = [name for name in step.clause.names if name.kind in {"company", "venture"}]
    told = _HAS if step.cue.form else _GIVES
    if any(told.fullmatch(step.clause.between(name.said, step.cue.span)) for name in firms):
        return not step.cue.written.startswith(_GETS)
    board = _BOARD.search(step.before(120))
    if board is None:
        return _ITS_BOARDS.match(step.follows(50)) is not None
    return not _NO_FIRMS_BOARD.search(step.clause.before(step.cue.span.start - len(board[0]), 30))


# "|approved| a large tax incentive package for the project": the plant is paid for, not allowed
_MONEY = regex(
    r"\s(?:of |for |to )?(?:an?|the|its|their|up to|more than|about|over|nearly)?\s?"
    r"(?:(?!for\b|to\b|of\b)[\w$€£.,%-]+\s){0,6}?"
    r"(?:allocation|appropriation|incentives?|subsid(?:y|ies)"
    r"|tax (?:break|abatement|credit|exemption|relief)s?|abatements?|grants?|loans?"
    r"|funding|bonds?|(?:aid|support|rescue) package|state aid|financing)\b",
    re.I,
)
# "state |planners| approve the plant", in a title of the present
_OFFICIALS = regex(
    r"\b(?:[Pp]lanners|[Cc]ouncill?ors|[Rr]egulators|[Oo]fficials|[Aa]uthorities|[Cc]ommissioners|[Ll]awmakers)\s$"
)
# "the board |voted 7-2 on Monday to| approve the plant"
_VOTED = regex(r"\bvoted\s(?:[\w-]+\s){0,6}to\s$")


# "the |go-ahead| for a refinery hinges on a loan"
_HINGES = regex(r"\s(?:for|to)\s[^.;]{1,110}?\s(?:hinges|depends|hangs|rests)\son\b")


# "the |approval procedure| begins", "the |green light| from a court to resume clearing": the plant is not allowed by it
_NOT_YET = regex(
    r"\s(?:process|procedure|hearing|application|request)\b|\s(?:[\w-]+\s){0,5}?to\s(?:resume|start|begin|continue)\s"
    r"(?:[\w-]+\s){0,2}?(?:clear|fell|cut|deforest|tree|foundation)"
)


def _permitted(step: Step) -> Sign | None:
    if _TO_PARTY.match(step.follows(120)) or _MONEY.match(step.follows(120)):
        return None
    if _APPLIED.search(step.before(110)) and not step.aspect.negated:
        return Sign("considered", step.cue, replace(step.aspect, purpose=False), "applied", done=False)
    if _SOUGHT.search(step.before(70)) or _NOT_YET.match(step.follows()):
        return None
    if step.cue.form == "" and _HINGES.match(step.follows(130)):
        return step.tells("considered", "permit")
    if _is_a_firms_board(step):
        return None if _MONEY_FREED.search(step.before(40)) else step.plans("board")
    if _REVOKED.search(step.before(60)):
        return step.tells("delayed", "revoked", done=True)
    noun = step.cue.form == ""
    several = step.clause.headline and step.cue.form == "base" and _OFFICIALS.search(step.before(30))
    granted = (
        several
        or _VOTED.search(step.before(60))
        or (step.cue.form not in {"base", "ing"} and (noun or not (step.ahead or step.aspect.possible)))
    )
    if granted and not _MONEY_FREED.search(step.before(40)):
        return step.tells("permitted", "permit", done=True)
    return None
