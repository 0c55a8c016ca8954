"""Plants that are completed, opened or commissioned, and those of which that is only said to come."""

from __future__ import annotations

import re

from cellwire.claims.kinds.bearing import touches
from cellwire.claims.kinds.facility.sign import Step, Told
from cellwire.lexicon import PLANT, regex

_ANNOUNCED = regex(
    r"\b(?:announce[sd]?|confirm(?:s|ed)|celebrate[sd]?|mark(?:s|ed)|reports?|reported)\s(?:on\s\w+day,?\s)?"
    r"(?:the|its)\s(?:(?!planned|upcoming|future|expected|scheduled|imminent)[a-z]+\s)?$"
)
_DATED = regex(
    r"\b(?:in|by|for|from|until|before)\s(?:(?:early|late|mid|the|first|second|third|fourth|half|quarter|end|of|summer"
    r"|spring|autumn|[A-Z][a-z]+)[\s-]){0,5}20\d\d"
    r"|\bnext\s(?:year|month|week|summer|spring)|\blater this\b|\bplanned\b|\bscheduled\b"
)


def is_news(step: Step) -> bool:
    """Whether who announces a beginning means that it has begun: "announced the |start| of production", undated."""
    announced = step.cue.form == "" and _ANNOUNCED.search(step.before(60))
    return bool(announced) and not (step.aspect.possible or _DATED.search(step.follows(120)))


# "unveiled |plans|", "unveiled |that| it will build"
_PLANS = regex(r"^\s(?:that\b|(?:[\w-]+\s){0,4}?(?:plans?|proposals?|designs?|projects?|pipeline)\b)")
# "completes |delivery of units to| a store", "commissions |a truck at| a mine", "opens |talks about| a plant"
_AT_ONE = regex(
    r"\s(?:at|to|about|from|on(?!\s(?:schedule|time|budget|[A-Z][a-z]+day|[A-Z][a-z]{2,8}\.?\s\d|\d))|inside|against|into|by)\s"
)
_IDIOM = regex(r"^\s(?:the\s)?(?:doors?|gates?|ribbon|commissioning|construction|building|work|operations?)\s", re.I)
# "the site of its plant by |opening| a community office"
_ITS_OBJECT = regex(
    r"^\s(?:an?|the|its|new)\s(?:[\w-]+\s){0,3}?(?:offices?|centres?|centers?|stores?|showrooms?|hotline|dialogue|talks)\b"
)


# "the timeframe for the plant's completion", "until its opening": not yet
_TO_COME = regex(
    r"\b(?:timeframe|timeline|schedule|date|deadline|target\w*|until|before|pending|expected|planned|upon|ahead of"
    r"|awaiting|on (?:track|schedule|course)"
    r"|mov(?:e|es|ed|ing) (?:up|forward)|br(?:ing|ings|ought|inging) forward|accelerat\w+"
    r"|finance|fund|subject to|towards?|(?:plan|aim|hope|intend|expect)s? to)\b[^.;,]{0,40}$",
    re.I,
)
_FINISHES = regex(
    r"^(?:\sof)?\s(?:the\s|its\s)?(?:construction|building)\b(?!\smaterials)", re.I
)  # what is finished goes on until then
_EXPANSION = regex(r"^\s(?:the|its|an?|their)\s(?:[\w-]+\s){0,3}?(?:expansion|extension|enlargement|upgrade)\b", re.I)


# "the |expansion of| its plant has been completed", "the |shell of| the plant has been completed"
_ITS_EXPANSION = regex(r"\b(?:expansion|extension|enlargement)\s(?:of|at)\b[^,;.]*$", re.I)
_A_PART = regex(r"\b(?:shell|roof|steel structure|frame|foundations?|groundworks?|earthworks|walls)\b[^,;.]*$", re.I)


_A_DEAL = regex(
    r"\s(?:(?!(?:in|at|of|for|on|to|and|after|with|by)\b)(?:[\w'’&-]+|\d[\d.,]*)\s){0,7}?(?:acquisition|takeover|purchase"
    r"|sale|merger|divestment|financing|feasibility|study|tests?|testing|trials?|round|transaction|offering|design"
    r"|engineering|auctions?|tender|bidding|procurement)\b",
    re.I,
)
_STUDIED = regex(
    r"\b(?:[Ff]easibility|[Ee]ngineering|[Dd]esign|[Ss]coping|[Ee]xploration|[Ee]nvironmental|[Pp]ermitting)\s"
    r"(?:impact\s)?(?:works?|stud(?:y|ies)|phase|assessment)\s(?:on|for|of)\b[^;]*$"
)
_DONE_DEAL = regex(
    r"\b(?:acquisition|takeover|purchase|sale|merger|financing|round|survey|drilling|auction|tender)\s"
    r"(?:(?:has|have|was|is|been|were)\s)*$"
    r"|\b(?:design|engineering|financing|purchase|acquisition|sale|delivery)\sof\s[^;,]{3,90}$",
    re.I,
)


# "has completed |the steel frame of| its plant"
_PART_OF_IT = regex(
    r"\s(?:the|its|an?|all)\s(?:[\w-]+\s){0,3}?(?:shell|roof|frame(?:work)?|structure|foundations?|groundworks?|earthworks|walls|piling"
    r"|superstructure|civil works?)\s(?:of|at|for)\b"
)
# "building a store |for 2027 completion|"
_IN_A_YEAR = regex(r"\b(?:for|in|by|until|targeting|before|with)\s(?:an?\s)?(?:[\w-]+\s){0,2}?20\d\d\s$")


# "the completion |of $1.8 billion in new financing|"
_OF_MONEY = regex(
    r"\s(?:of\s)?(?:an?\s|up to\s|about\s)?(?:[A-Z]{1,3})?[$€£¥]\S+(?:[\s-](?:million|billion))?\s"
    r"(?:in\s|of\s|worth of\s)?(?:[\w-]+\s){0,3}?"
    r"(?:financing|funding|debt|equity|loans?|capital|raise|round|facility)\b"
)


def _is_no_work(step: Step) -> bool:
    """Whether what is completed is no plant: "completes the factory's |acquisition|", "the |design| of the line"."""
    follows = step.follows(90)
    return bool(_A_DEAL.match(follows) or _OF_MONEY.match(follows) or _DONE_DEAL.search(step.before(100)))


# "whose |opening| had been planned for 2026": it is not open
_OPENINGS = frozenset({"opening", "inauguration", "completion", "commissioning"})
_NOT_YET = regex(
    r"\s(?:is|was|has been|had been)\s(?:\w+ly\s|now\s)?"
    r"(?:expected|scheduled|due|planned|set|slated|targeted|foreseen)\b"
)
# "expects to |have| its plant mechanically |complete| by October", "working to |get| the plant |open|"
TO_HAVE = regex(r"\b(?:to|will|should|would)\s(?:have|be|get)\s[^.;,]{0,80}$")
# "is |close to| completing the first phase"
ALMOST = regex(
    r"\b(?:close to|near(?:s|ed|ing)?|near to|approach(?:es|ed|ing)|on the verge of|about to)\s(?:the\s)?(?:full\s)?$"
)
_STATES = frozenset({"complete", "open"})
_IS = regex(r"\b(?:is|are)\s(?:(?:also|now|currently)\s)?$")  # who "is opening" a plant plans it


# "the |completed| 700 MW project will dispatch": not yet
_AS_IT_WILL_BE = regex(
    rf"\s(?:[\w/.,-]+\s){{0,7}}?(?:{PLANT}|project|complex)\s"
    r"(?:will|would|is to)\b"
)


# "has |begun| commissioning", "commissioning of the plant |is under way|": it does not run yet
_BEING_COMMISSIONED = regex(
    r"\s(?:(?:of|at)\s[^.;]{2,80}?\s)?(?:(?:has|have)\s(?:now\s)?(?:begun|started|commenced)|began|started|commenced"
    r"|(?:is|remains)\s(?:now\s|currently\s|well\s)?(?:under\s?way|progressing|on\s(?:schedule|track)|advancing|ongoing)|continues|progresses)\b"
)
_TO_COMMISSION = regex(
    r"\b(?:beg[iau]n(?:s|ning)?|start(?:s|ed|ing)?|commence[sd]?|under|undergoing|in|during|through|continu\w+|progress\w*"
    r"|enter(?:s|ed|ing)?)\s(?:the\s|its\s|hot\s|cold\s|wet\s|dry\s|initial\s|plant\s|full\s|[A-Z]{3,6}\s){0,2}$"
)


def _is_being_commissioned(step: Step) -> bool:
    if step.cue.written != "commissioning":
        return False
    started = _TO_COMMISSION.search(step.before(40)) or _BEING_COMMISSIONED.match(step.follows(130))
    return bool(started) or (step.clause.headline and _somebody_is_at_it(step))


_WHAT = regex(
    r"\s(?!(?:of|at|in|by|for|on|to|and|is|was|as|with|after|begins?|starts?)\b)"
    r"(?!(?:[\w-]+\s)?(?:contractors?|engineers?|managers?|teams?|stud(?:y|ies)|firms?|experts?|partners?)\b)"
)


def _somebody_is_at_it(step: Step) -> bool:
    """Whether a headline's "Alder |commissioning| 90 MWh store" has its doer before it and its plant behind it."""
    by = any(name.said.end + 1 == step.cue.span.start for name in step.clause.names)
    return by and step.cue.span.end <= step.thing.span.start and _WHAT.match(step.follows()) is not None


# "engineering, procurement and |commissioning| contract"
_WORK_BOUGHT = regex(
    r"\s(?:\([^()]*\)\s)?(?:contracts?|contractors?|agreements?|services|partner|team|engineers?|managers?"
    r"|stud(?:y|ies)|work)\b"
)


# "commissions |a solar park, plans| a store"
_SOMETHING_ELSE = regex(
    r"\s(?:an?\s|the\s|its\s)?(?:[\w.,/’'-]+\s){0,4}?(?:solar|PV|wind|photovoltaic|hydro\w*|gas|geothermal)\s(?:PV\s|power\s)?"
    r"(?:parks?|plants?|farms?|projects?|arrays?)(?:\s(?:in|at|near)\s(?:[\w’'-]+\s?){1,3})?"
    r"(?:,?\s(?:and\s)?(?:plans?|planning|will|to\s(?:add|build|follow))|\s(?:with|and)\s(?:future|planned|plans))\b",
    re.I,
)


def _opens_another(step: Step) -> bool:
    """Whether it is something else at or about the plant that is opened, shown or completed."""
    cue, thing = step.cue, step.thing
    if _SOMETHING_ELSE.match(step.follows(90)):
        return True
    if cue.written.startswith("unveil") and (cue.form != "past" or _PLANS.match(step.follows(60))):
        return True  # what is shown is to be built, or a product
    if cue.form in {"", "part"} or cue.span.end > thing.span.start:
        return _ITS_OBJECT.match(step.follows(60)) is not None
    between = step.clause.between(cue.span, thing.span)
    return not _IDIOM.match(between) and _AT_ONE.search(between) is not None


# "the first sod was |turned on| Monday"
_ON_A_DAY = regex(r"\s(?:[A-Z][a-z]+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)")


def opens(step: Step) -> Told | None:
    """What a verb of opening or completing tells, unless it is of no plant."""
    cue, follows = step.cue, step.follows()
    if cue.written.startswith("turn") and _ON_A_DAY.match(follows):
        return None
    if cue.written == "commissioning" and _WORK_BOUGHT.match(follows):
        return None
    if _is_being_commissioned(step) and touches(step.clause, cue, step.thing):
        return (step.reaches("construction", "commissioning", ahead=step.ahead),)
    finished = cue.written.startswith(("complet", "finish", "wrap"))
    if finished and _STUDIED.search(step.before(120)):
        return (step.tells("considered", "study"),)
    if (finished and _is_no_work(step)) or _opens_another(step):
        return None
    if not touches(step.clause, cue, step.thing):
        return None
    later = step.ahead or (cue.form == "" and bool(_TO_COME.search(step.before(60))))
    later = later or (cue.written in _OPENINGS and bool(_NOT_YET.match(step.follows(50))))
    later = later or (cue.written in _OPENINGS and bool(_IN_A_YEAR.search(step.before(40))))
    later = later or (cue.written in _STATES and bool(TO_HAVE.search(step.before(90))))
    if cue.written.startswith(("completion", "opening", "inauguration")) and is_news(step):
        later = False  # "has announced the |completion| of its plant"
    later = later or (cue.form == "ing" and cue.written.startswith(("reopen", "restart")))  # "studies restarting it"
    later = later or (cue.written == "opening" and (step.clause.headline or bool(_IS.search(step.before(24)))))
    later = later or bool(_AS_IT_WILL_BE.match(step.follows(90)) and step.before(8).lower().endswith("the "))
    if finished and ALMOST.search(step.before(30)) and not step.aspect.possible:
        return (step.tells("construction", "open", done=True),)
    in_part = finished and (_A_PART.search(step.before(90)) or _PART_OF_IT.match(step.follows(90)))
    if in_part and not (step.aspect.possible or later):
        return (step.tells("construction", "open", done=True),)
    if finished and _FINISHES.match(follows) and not step.aspect.possible:
        still = later or not step.aspect.done
        return (step.tells("construction" if still else "operating", "open", done=True),)
    grown = _EXPANSION.match(follows) or (finished and _ITS_EXPANSION.search(step.before(100)))
    return (step.reaches("expanded" if grown else "operating", "open", ahead=later),)
