"""Dates that stand beside a plant or deal and date no step of it: days of filing, former plans, other goods' years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.figures import When
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind

_HORIZON = 2045  # later years are goals for the climate, not for a plant
_LOOK_BACK = 90  # characters
_COMPARED = gated(
    r"\b(?:compared (?:to|with)|versus|vs\b\.?|rather than|instead of|than (?:in )?|up from|down from"
    r"|same (?:month|period|quarter) (?:of|in)|since|back in)\s*(?:\w+\s)?$",
    re.I,
    needs="compared versus vs than up down same since rather instead back",
)
# "construction has been going on |since January|": then it began
_AT_WORK = gated(
    r"\b(?:construction|building|works?|production|operations?)\s(?:has|have)\sbeen\s[^,;.]*\bsince\s$"
    r"|\b(?:has|have)\sbeen\s(?:running|operating|producing|making|building|in operation|in production)\b"
    r"[^,;.]*\ssince\s$",
    re.I,
)
_FORMER = gated(
    r"\b(?:originally|initially|previously|supposed|had (?:planned|intended|hoped|aimed) to|"
    r"had been (?:due|expected|scheduled|planned|slated|anticipated|set)"
    r"|(?:option|rights?) to (?:extend|terminate|end|cancel)"
    r"|(?:earlier|previous|original|former|initial) (?:ambitions?|plans?|targets?|goals?|aims?|schedule"
    r"|timelines?|timetable))\b[^,;]*$"
    r"|\b(?:moved|pushed|slipped|shifted|postponed|delayed|deferred|put (?:off|back)"
    r"|brought forward)\s(?:\w+\s)?from\s"
    r"(?:(?!to\b)[^\d\s,;]+\s)*$",
    re.I,
)
# "will postpone its plan to open the plant by |March 2027|": what the plan was, until now
_PUT_OFF = gated(
    r"\b(?:postpon|delay|defer|shelv|suspend|scrapp|abandon)\w*\s(?:(?:its|their|the|a)\s)?plans?\s(?:to|for"
    r"|of)\b[^,;]*"
    r"\b(?:by|in)\s(?:(?:the )?(?:end|early|late|mid|middle|start|beginning)[- ](?:of )?)?$",
    re.I,
)
_FROM_ONCE = gated(
    r"\bfrom\s\D{0,12}\d[\d,.]*\s?(?:GWh|MWh|GW|tonnes|tons|t|mtpa)\b(?:\sa year|/yr|/year)?(?:\sin)?\s$", re.I
)
_DUE = gated(r"\b(?:was|were|had been) (?:due|scheduled|planned|expected|to have) [^,;]*$")


def is_stray(dates: Sequence[When], at: int, sentence: Sentence, kind: Kind, scene: Scene) -> bool:
    """Whether the sentence's date number `at` dates nothing that a development of this kind could tell."""
    when, opened = dates[at], sentence.opened
    before = sentence.before(when.span.start, _LOOK_BACK)
    return bool(
        when.date.year > _HORIZON
        or _FORMER.search(before, opened)
        or _PUT_OFF.search(sentence.before(when.span.start, 2 * _LOOK_BACK), opened)
        or (_COMPARED.search(before[-30:], opened) and not _AT_WORK.search(before, opened))
        or _is_over(when, before, opened, scene)
        or (when.relative and _MEANWHILE.search(before[-24:]))
        or _is_filed(sentence, when)
        or _is_a_paper(sentence, when)
        or _is_a_captions(when, scene)
        or _REPORTED.search(before, opened)
        or (kind is not Kind.MARKET and _names_a_year(sentence, when, before))
        or (kind in _BUILT and (_OF_OTHERS.search(before, opened) or _FROM_ONCE.search(before, opened)))
        or (kind in _BUILT and _is_ahead(when, scene) and _is_no_step(before, opened))
        or (kind is Kind.SUPPLY and _MODEL_DUE.search(before, opened))
        or (kind is Kind.FACILITY and _DESIGNED.search(sentence.before(when.span.start, 2 * _LOOK_BACK), opened))
        or (kind is Kind.FACILITY and (_is_left(dates, at, sentence) or _OPENED_BEFORE.search(before, opened)))
        or (kind is Kind.FACILITY and (_ANOTHERS.search(before, opened) or _A_SHARE_BY.search(before, opened)))
        or (kind is not Kind.MARKET and _FOUNDED.search(before, opened))
        or (kind in _BUILT and _A_SCHEME_BEGAN.search(before, opened))
        or (kind is Kind.FACILITY and _JOBS_BY.search(before[-50:], opened))
    )


def _is_ahead(when: When, scene: Scene) -> bool:
    return scene.published is None or (when.date.last > scene.published and not when.written.startswith("last "))


def _is_no_step(before: str, opened: frozenset[str]) -> bool:
    return any(words.search(before, opened) for words in (_DECIDES, _STUDIED, _SOLD_BY, _PREPARED, _A_GOAL))


def _is_over(when: When, before: str, opened: frozenset[str], scene: Scene) -> bool:
    """Whether it is a day gone by on which something "was due to start": what became of it, another clause says."""
    return scene.published is not None and when.date.last < scene.published and _DUE.search(before, opened) is not None


_A_DAY = r"(?:on\s|late\s|early\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?$"
_REPORTED = gated(
    rf"\b(?:reported|sources said|reported (?:[Tt]he )?(?:[A-Z(][\w.)]*\s){{1,4}}?|report(?:ed)? (?:published"
    rf"|released)"
    rf"|according to (?:[\w-]+\s){{0,2}}?(?:sources|reports|media|people|officials)"
    rf"|(?:data|documents?|figures|statistics)(?: \w+)? (?:released|posted|published|issued|showed))\s?{_A_DAY}",
    re.I,
)
_OPENED_BEFORE = gated(
    r"\b(?:after|since)\s(?:the|its|it|a)\s(?:[\w-]+\s){0,3}?(?:open(?:ed|s)|start(?:ed|s)|began|begins"
    r"|launched)\s(?:\w+\s)?$"
    r"|\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing)\s[^;.]*\b(?:its|their|the)\s(?:first|existing|previous|earlier"
    r"|other)\s(?:[\w-]+\s)?"
    rf"{PLANT}\s[^;.]*$"
)
# "create 3,000 jobs by |2030|": when people come, nothing is built
_JOBS_BY = gated(r"\b(?:jobs|employees|people|workers|staff)\s(?:[\w-]+\s){0,4}?by\s(?:the end of\s)?$")
_MEANWHILE = regex(r"\b(?:over|throughout|in the course of)\s(?:the\s)?$")  # "to grow |over the next year|"
_PAPER = regex(r"^\s(?:Times|Express|Telegraph|Mirror|Post|Mail|Herald)\b")


def _is_a_paper(sentence: Sentence, when: When) -> bool:
    """Whether it is a newspaper's name, or says what there is now: "USA |Today|", "the |Sunday| Times", ""
    "|today|'s 4 GWh"."""
    if when.relative and _NOW.match(sentence.after(when.span.end, 12)):
        return True
    if when.written.lower() == "today" and _is_nowadays(sentence, when):
        return True
    return sentence.before(when.span.start, 4) == "USA " or bool(_PAPER.match(sentence.after(when.span.end, 12)))


_STANDS_TODAY = regex(r"^:|^\s(?:located|based|known|home to|employs?|employing)\b")
_THAN_TODAY = regex(r"\bthan\s(?:it|they|we|[A-Z][\w-]+)\s(?:\w+)\s$")


def _is_nowadays(sentence: Sentence, when: When) -> bool:
    """Whether it is these days and no day: "is |today| based in", "more than it makes |today|"."""
    behind = _STANDS_TODAY.match(sentence.after(when.span.end, 16))
    return bool(behind or _THAN_TODAY.search(sentence.before(when.span.start, 40)))


_NOW = regex(r"^['’]s\s(?:\d|capacity|output|level)")
_FILED_BEFORE = regex(r"\W*(?:[A-Z\[(][\w.’'\])-]*[,\s]+){0,5}")
_FILED_BEHIND = regex(r",?\s*(?:\([A-Z][\w./ ]+\)|/[A-Z]|[—–]|--?\s)")
_SOURCE_BEFORE = regex(r"\((?:[A-Z][\w.’'&-]*[,\s]+){1,5}$|\s(?:[A-Z][\w.’'&-]*\s){1,4}[–—-]\s$")
_DATELINE = 45  # characters


def _is_filed(sentence: Sentence, when: When) -> bool:
    """Whether it is the day of a story's filing: "SEOUL, |June 23| (Agency) --", "(Daily Wire, |June 23|)"."""
    if when.date.to_the_day and not when.relative and sentence.after(when.span.end, 2).strip()[:1] in {"", ")"}:
        return bool(_SOURCE_BEFORE.search(sentence.before(when.span.start, _DATELINE)))
    if when.span.start - sentence.span.start > _DATELINE or not _FILED_BEHIND.match(sentence.after(when.span.end, 30)):
        return False
    return bool(_FILED_BEFORE.fullmatch(sentence.before(when.span.start, _DATELINE)))


_TAKEN_BY = regex(r"\.?\s?\((?:[A-Z][\w.’'&-]*\s){0,3}[A-Z][\w.’'&-]*/(?:[A-Z][\w.’'-]*\s?){1,4}\)")


def _is_a_captions(when: When, scene: Scene) -> bool:
    """Whether it is the day on which a picture was taken: "in Szolnok on |21 April 2023|. (Alder Press/Jo Birch)"."""
    behind = scene.plain.text[when.span.end : when.span.end + 80]
    return when.date.to_the_day and _TAKEN_BY.match(behind) is not None


_NAMED_AFTER = regex(
    r"^[-\s](?:(?:sales|climate|emissions?|delivery)\s)?(?:earnings|results|report|outlook|guidance|profits?|targets?"
    r"|goals?|budget|edition|figures|forecasts?|levels|bans?|phase-?outs?|deadlines?|mandates?"
    r"|(?:exploration|drill(?:ing)?|field|sampling|summer|winter)\s(?:campaigns?|programmes?|programs?|season|work))\b",
    re.I,
)
_AVAILABLE = regex(r"\bavailable\s$")
_BEST_OF = gated(r"\b(?:biggest|largest|best|first|fastest|most \w+)\b[^,;]{0,40}\sof\s$")
_SHOW_BEFORE = regex(
    r"\b(?:[Mm]odel year|France|Horizon|Agenda|Show|Expo|Europe|Asia|America|Summit|Conference|Week|Day|Forum|Fair"
    r"|Games|Auto China|CES)\s$"
)


def _names_a_year(sentence: Sentence, when: When, before: str) -> bool:
    """Whether it only names a report, a target or a fair: "its |fourth-quarter| results", "Battery Show |2022|"."""
    if (
        _NAMED_AFTER.match(sentence.after(when.span.end, 30))
        or _BEST_OF.search(before, sentence.opened)
        or (when.relative and _AVAILABLE.search(before))
    ):
        return True
    return len(when.date.iso) == len("2022") and bool(_SHOW_BEFORE.search(before))


_BUILT = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP, Kind.TECHNOLOGY})
_OF_OTHERS = gated(
    r"\b(?:demand|emissions?|CO2|carbon|neutrality|net[- ]zero|grants?|donat\w+|contributions?|tunnel|IPO|went public"
    r"|Vision|(?:electric )?(?:vehicle|car|EV) sales|to be EVs|debut(?:ed)?|forecast|guidance|resigned"
    r"|stepped down|(?:industry|sector|economy|market)\s(?:is|are|to|will|would|should))\b[^,;]*$"
)
# "aims to |finalise a binding agreement by the end of the year|": a decision to come starts nothing
_DECIDES = gated(r"\b(?:finali[sz]e|decide|decision|selected|select|pick|choose|submit|apply)\b[^,;]*$", re.I)
# "for the Gravity, |an SUV due in| 2024": the model comes then, the goods whenever
_MODEL_DUE = gated(
    r"\b(?:vehicle|car|SUV|model|truck|van|bus|saloon|sedan|pickup|crossover|scooter|motorcycle)s?,?\s"
    r"(?:(?:that|which)\s(?:is|are)\s)?(?:also\s)?"
    r"(?:due|coming|arriving|launching|debuting|slated|scheduled|expected|planned|set)\b[^,;]*$"
)
# "to give |further details by the fourth quarter|, followed by a |feasibility study next year|": nothing is built
_STUDIED = gated(
    r"\b(?:stud(?:y|ies)|surveys?|drilling)\s(?:is|are|was|were|will|should)\b[^;,]*$"
    r"|\b(?:(?:further|more) (?:details|information)|(?:feasibility|scoping) stud(?:y|ies)|updates?)\b[^;]*$"
    r"|\b(?:bids?|offers?|tenders?|quotations?)\s(?:by|in|before)\s[^;]{0,12}$",
    re.I,
)
# "should be |ready for construction| by the end of May", "has to |complete the preparation| by then": work comes later
_PREPARED = gated(
    r"\bready for (?:the )?(?:construction|building|work)\b[^,;]*$"
    r"|\b(?:complet|finish|conclud)(?:e|es|ed|ing|ion of)?\s(?:(?:the|its|their|an?|all)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:preparations?|stud(?:y|ies)|permitting|reviews?|assessments?|due diligence|acquisition|purchase|transaction"
    r"|deal|sale|talks|negotiations|design|engineering|drilling|surveys?|financing|fund-?raising|clearing)\b[^,;]*$",
    re.I,
)
# "began |front-end engineering|, which it expects to complete in the first quarter"
_DESIGNED = gated(
    r"\b(?:(?:[Ff]ront[- ][Ee]nd|[Dd]etailed|[Bb]asic)\s(?:engineering|design)|FEED)\b(?:(?!\b(?:construct"
    r"|build|produc"
    r"|operat|commission)\w*)[^;])*$"
)
# "|another| Indonesian |scheme, led by| Birch, is targeting start-up in 2026"
_ANOTHERS = gated(
    rf"\b[Aa]nother\s(?:[\w-]+\s){{0,4}}?(?:scheme|project|{PLANT}),?\s(?:led|owned|run|backed|developed"
    rf"|operated)\sby\b[^;.]*$"
    r"|\b[Pp]lans\s(?:[\w-]+\s)?(?:more|another|further|others)\b[^;,.]*$"
    rf"|\b(?:the|its|their)\sother\s(?:(?:two|three|four|five)\s)?(?:[\w-]+\s)?{PLANTS}\s[^;,.]{{0,40}}$"
)
# "a quota that rises to |60 per cent from| 2030"
_A_SHARE_BY = gated(r"(?:%|\bper ?cent)\s(?:from|by)\s(?:the end of\s)?$")
# "|since its founding in| 2022": then the company began, and none of its plants
_FOUNDED = gated(
    r"\b[Ss]ince\s(?:its|their|the)\s(?:[\w'’-]+\s){0,2}?"
    r"(?:launch|founding|foundation|inception|establishment|creation|formation|IPO|listing)\s(?:back\s)?in\s"
    r"(?:(?:early|mid|late)[- ])?$"
)
# "an |initiative that was launched by the state in| 2019"
_A_SCHEME_BEGAN = gated(
    r"\b(?:projects?|initiative|programmes?|programs?|consortium|scheme|mission)\b,?\s(?:(?:that|which|was|were|first)\s){0,3}"
    r"(?:launched|initiated|founded)\s(?:by\s(?:[\w-]+\s){1,5})?in\s(?:(?:early|mid|late)[- ])?$"
)
# "|aims to use| half recycled metals in its cells by 2030": a goal for what runs, whenever its plant does
_A_GOAL = gated(
    r"\b(?:(?:aim(?:s|ed|ing)?|wants?|targets?|pledge[sd]?|committed|intends?|plans?|hopes?|goal)\sto|by 20\d\d and)\s"
    r"(?:only\s)?(?:use|source|cut|reduce|lower|electrify)\b[^,;]*\b(?:by|in)\s(?:the end of\s)?$"
)
# "aims to make $14 billion in |sales| from cathodes by 2030"
_SOLD_BY = gated(r"\b(?:in|of)\s(?:annual\s)?(?:sales|revenues?|turnover)\b[^;]*\b(?:by|in)\s(?:the end of\s)?$", re.I)
_TO_ANOTHER = regex(r"\s(?:to|until|till)\s(?:the\s)?(?:(?:early|mid|late|end|start|beginning)\b(?:[-\s]of)?[-\s]?)?")
_FROM = regex(r"\bfrom\s(?:the\s)?(?:(?:early|mid|late|end|start|beginning)\b(?:[-\s]of)?[-\s]?)?$", re.I)


def _is_left(dates: Sequence[When], at: int, sentence: Sentence) -> bool:
    """Whether a plant's date is moved away from: "from the |end of 2024| to mid-2025"."""
    if at + 1 == len(dates) or not _FROM.search(sentence.before(dates[at].span.start, 30)):
        return False
    return bool(_TO_ANOTHER.fullmatch(sentence.between(dates[at].span, dates[at + 1].span)))
