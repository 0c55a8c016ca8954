"""Whether a word of intent has the plant as its object: "plans a plant", "a planned plant", "the plant will cost"."""

from __future__ import annotations

import re

from cellwire.claims.kinds.bearing import ASIDE, FAR, PLAIN_FUTURE, puts_money, words_between
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import PLANT, regex

# "plans to |build| a plant": whatever else is to be done at one is no plan for it
_BUILD = (
    r"(?:(?:re)?build|set|establish|construct|open|develop|creat|erect|locat|plac|sit|put|have|add|launch|start|begin|invest"
    r"|spend|make|form|deploy|install|bring|roll|get|turn|convert|transform|proceed|go|mov|press|push|host|house|becom|finance|fund"
    r"|complet|realis|realiz|break|commission|produc|manufactur|found|implement|pursu|tender|procure|carry|own|operat|secur)"
)
_TO_BUILD = regex(
    rf"(?:^|\s)(?:to\s(?:[a-z]+ly\s|also\s|help\s|be\s)?|(?:on|of|for|the)\s)?{_BUILD}(?:e|n|t|ing|ting|ning)?\s", re.I
)
_TO_DO = regex(r"(?:^|\s)to\s(?!be\b)[a-z]{2,}", re.I)
# "the |construction of| a plant", "a |series of| plants"
_HEAD = regex(
    r"\b(?:construction|development|start(?:-up)?|commencement|building|establishment|creation|launch|opening|installation"
    r"|deployment|completion|addition|series|number|pair|total|network|portfolio|pipeline|phase|stage|half|part|one|two"
    r"|three|four|set|details|capacity|output|location|site|cost|investment|value|worth)\sof\s"
    r"|\b(?:permission|permits?|approval|funding|financing|land|space|equipment)\sfor\s|\bat (?:least|most)\s",
    re.I,
)
_NAMES_IT = regex(r"^\s(?:for|on|of|about)\s")
_ELSEWHERE = regex(
    r"(?:^|\s)(?:at|from|in|inside|on|of|by|with|for|after|over|that|which|who|whom|than|as|into|about|against|until|near"
    r"|because|while|when|where|whether|will|would|is|are|was|were|has|have|had|been)\s",
    re.I,
)
_AT_ONE = regex(r"(?:^|\s)(?:at(?!\s(?:least|most))|from|that|which|who)\s", re.I)
_A_SUM = regex(r"\sof\s(?=(?:(?:up|over|about|around|nearly|more|than|to|some)\s)*(?:[A-Z]{1,3}\s?)?[$€£¥₹₩]?\s?\d)")


def planned(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a word of intent is about the plant."""
    if cue.written == "backed" and (cue.span.start > thing.span.start or clause.after(cue.span.end, 4) == " by "):
        return False  # what others back with money is planned by that no more than before
    gap = words_between(clause, cue.span, thing.span)
    if cue.written in PLAIN_FUTURE:
        return _will_be(clause, cue, thing, gap)
    if "investment.invest" in cue.tags:
        paid = puts_money(clause, cue) and not _TIME.match(clause.after(cue.span.end, 30))
        return gap <= FAR and paid and _is_paid_for(clause, cue, thing)
    if "facility_verb.capacity" in thing.tags:
        return gap <= _NEAR and bool(cue.form)  # "plans to reach an annual capacity of"
    if gap > _NEAR or _IS_OPPOSED.search(clause.before(cue.span.start, 60)):
        return False
    behind = thing if cue.span.end <= thing.span.start else _next_to(clause, cue)
    if behind and (cue.form or cue.written in _PLAN_NOUNS) and _plans_it(clause, cue, behind):
        return True
    return behind is not thing and (_is_planned(clause, cue, thing) if cue.form else cue.written in _SAID_BEHIND)


def _next_to(clause: Sentence, cue: Cue) -> Cue | None:
    """Another plant right behind the word: "A, whose plants make 40 GWh, |plans| a plant"."""
    found = (each for each in clause.find(*THINGS) if cue.span.end <= each.span.start)
    near = next(found, None)
    return near if near and words_between(clause, cue.span, near.span) <= _NEAR else None


_NEAR = 7  # words
_TAKES_FOR = ("plan", "propos", "blueprint", "final", "investment", "fid", "decid", "use", "using")
_TIME = regex(r"\s(?:[\w-]+\s){0,2}(?:time|days|weeks|months|years)\b")  # "|spent| months trying"
_PLAN_NOUNS = frozenset(
    {
        *("plans for", "final investment decision", "investment decision", "fid", "intention", "announcement"),
        *("is in preparation", "is meanwhile in preparation", "are in preparation", "earmarked", "lands", "landed"),
        *("is coming to", "are coming to", "will house", "is to house", "will host", "is to host"),
    }
)
_SAID_BEHIND = _PLAN_NOUNS - {"plans for", "announcement", "intention", "earmarked"}
# "residents battle the |proposed| plant", "anger over its |plans| to build": of a plan that was, and is opposed
_IS_OPPOSED = regex(
    r"\b(?:spurn|reject|refus|nix|block|oppos|battl|fight|fought|protest|challeng|criticis|criticiz|slam|question|den(?:y|ie)"
    r"|object|contest|sue)(?:s|d|es|ed|ing|ning)?\s(?:(?:to|against)\s)?(?:[\w’'.-]+\s){0,5}$"
    r"|\b(?:about|over|against|amid|concerning|angry at|opposition to)\s(?:(?!it\b|they\b)[\w’'.-]+\s){0,4}$",
    re.I,
)


def _plans_it(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether nothing but the words for the plant stand behind the word of intent, or a verb that builds it."""
    between = clause.between(cue.span, thing.span)
    if cue.written.startswith(_TAKES_FOR):
        between = _NAMES_IT.sub(" ", between)
    if cue.written.startswith(("confirm", "hope", "expect")) and _DOES.match(clause.after(thing.span.end, 30)):
        return False  # "|confirms| its plant to employ hundreds", "|hopes| the plant electrifies the sector"
    return _is_bare(between)


def _is_bare(between: str) -> bool:
    if _TO_DO.search(between) and not _TO_BUILD.search(between):
        return False
    return not _ELSEWHERE.search(_SO_MUCH.sub(" ", _A_SUM.sub(" ", _HEAD.sub(" ", between))))


_SO_MUCH = regex(r"\d[\d,.]*[\s-]?[MG]Wh?\sof\s")  # "plans 50 MW/200 MWh |of| storage"


_DOES = regex(r"\s(?:to\s(?!be\b)|[a-z]+s\s(?:the|its|a|an)\s)")


def _is_paid_for(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether money is put into the plant: "invest $4 billion in a plant", not "to maintain output at a smelter"."""
    if thing.span.end <= cue.span.start:
        return bool((_BE if cue.form else _IS_A).search(clause.before(cue.span.start, 30)))
    if not cue.form and _PRAISED.match(clause.after(cue.span.end, 140)):
        return False  # "A's investment in B represents a strong statement"
    between = clause.between(cue.span, thing.span)
    grown = _TO_DO.search(between) and not _TO_BUILD.search(between)
    return not (grown or _AT_ONE.search(between))


_BE = regex(r"\b(?:is|are|was|were|be|been|being)\s(?:to\s|also\s|now\s|being\s)*$")
_IS_A = regex(r"\b(?:is|are|as|marks|represents)\s(?:(?:an?|the|its)\s)?(?:[\w’'-]+\s){0,2}$")
_PRAISED = regex(
    r"\sin\s[^,;.]{2,110}\s(?:represents?|shows?|demonstrates?|underlines?|underscores?|reflects?|highlights?|proves?|marks?"
    r"|signals?|is (?:an?|the|proof|testament))\s"
)
_OWN = regex(
    r"\b(?:its|their)\s(?!(?:[\w$€£.-]+\s){0,2}?(?:new|planned|proposed|first|second|third|fourth|next|future|own)\b)"
    r"(?:[\w’'.-]+\s){0,4}$"
    r"|\b(?:more|additional|another|further)\s(?:money\s)?in(?:to)?\s(?:the\s)?(?:[\w’'.-]+\s){0,4}$"
)


def is_of_its_own(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether money goes into a plant that somebody has: "invests $1 billion in its Indiana plant"."""
    if cue.span.end > thing.span.start or "investment.invest" not in cue.tags:
        return False
    under_way = _UNDER_WAY.match(clause.after(thing.span.end, 30))
    return bool(under_way or _OWN.search(clause.between(cue.span, thing.span)))


_UNDER_WAY = regex(r"\s(?:that is\s|now\s|already\s)*(?:under construction|being built)\b")
# "is |planned| for Lima", "the plant |announced| this week"
_ENDS_SO = regex(
    r"(?:\s(?:for|in|by|near|at|on|this|last|today|yesterday|there|here|earlier|with|as|outside|beside|to be|to cost"
    r"|to start|to open|to make|to produce|[A-Z][\w-]+)\b|\s?[.,;:)|–-]|$)"
)
_NO_OTHER = regex(r"[,;]\s?(?!(?:which|first|also|now|originally|currently|once)\b)")


def _is_planned(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a participle behind the plant is said of it: what a plant itself "plans" or "reveals" is no plan."""
    between, behind = clause.between(thing.span, cue.span), clause.after(cue.span.end, 24)
    if cue.form in {"s", "ing"} and not clause.headline:
        return bool((_TO_MAKE if cue.form == "s" else _ANOTHER).match(behind))
    if cue.form not in {"past", "part"} or clause.after(thing.span.end, 2) in {"'s", "’s"}:
        return False
    if cue.written == "aimed" or _NO_OTHER.search(ASIDE.sub("", between)):
        return False  # "has opened a refinery, |aimed| at carmakers"
    return _ENDS_SO.match(behind) is not None


_TO_MAKE = regex(  # "the project aims |to produce| 5,000 tonnes a year"
    r"\s(?:(?:to\s(?:produce|create|make|supply|start|reach|process|employ|recycle|refine|manufacture)\b)|(?:at|for)\s[\d.,]+\s)"
)


_ANOTHER = regex(
    r"\s(?:another\b|(?:an?|its|the)\s(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further)\b)"
)


# "a factory with 5 GWh a year is to |follow| in Moss"
_COMES = regex(r"\s(?:then\s)?(?:follow|rise|come|stand|be (?:built|ready|added))\b")
# what a plant that stands "will" do: it tells of no plan to build it
_STANDS = regex(
    r"\s(?:(?:also|soon|now|then|still|only|not|initially)\s)*(?:aim|run|function|continue|remain|keep|receive|need"
    r"|see|benefit|grow|expand|switch|surge|close|shut|for|make or break|employ more"
    r"|be (?:able|powered|integrated|renamed|closed|sold|shut|back|converted|upgraded|expanded|delivered|partly)"
    r"|have\s(?:been|provided|created|made|employed|built|brought))\b",
    re.I,
)
_LINKS = regex(
    r"^(?:\s(?:in|at|near|on|outside|of|with|(?:north|south|east|west)\w*\sof)\s[^,.;]{2,60})?"
    r"(?:,|\s(?:which|that|it|itself|alone|also|now|then|still|too|project|complex|phase|there|is|are|was|were|been|[a-z]+ly))*\s$",
    re.I,
)


def _will_be(clause: Sentence, cue: Cue, thing: Cue, gap: int) -> bool:
    """Whether it is said what a plant will be: nothing else stands between, and the verb is of one that is to come."""
    if thing.span.end > cue.span.start or "facility_verb.capacity" in thing.tags:
        return False
    between, behind = ASIDE.sub("", clause.between(thing.span, cue.span)), clause.after(cue.span.end, 60)
    if gap > (9 if _COMES.match(behind) else 3) or "," in between or _STANDS.match(behind):
        return False
    return not (between.strip() and not _LINKS.match(between)) and not _somebodys(clause, thing)


# "|Rivian's Illinois| factory will be": a plant that is there
_A_POSSESSIVE = regex(
    rf"['’]s?\s(?!(?:[\w-]+\s){{0,2}}?(?:new|planned|proposed|first|second|third|next|future)\b)"
    rf"(?:[\w-]+\s){{0,3}}(?:{PLANT})?$"
)


def _somebodys(clause: Sentence, thing: Cue) -> bool:
    return clause.headline and _A_POSSESSIVE.search(clause.before(thing.span.start, 40)) is not None
