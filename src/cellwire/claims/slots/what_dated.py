"""What a date dates, by the kind of development and the step whose word stands nearest it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cellwire.claims.figures import When
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene
from cellwire.claims.slots.nearest_steps import FITS, WORDS, Around, nearest
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import DateWhat, Kind

TRADED = frozenset({Kind.SUPPLY, Kind.PARTNERSHIP})


def what_dated(around: Around, when: When, kind: Kind, scene: Scene) -> DateWhat | None:
    """The step that a date is of; none where it dates nothing that is told."""
    past = scene.published is not None and (when.date.last <= scene.published or when.written.startswith("last "))
    if kind is Kind.FACILITY and not past and _LAID_OFF.search(around.before, around.opened):
        return None  # when people go, nothing begins
    past = past or around.before.lower().endswith("earlier ")
    if _MOVES_IN.search(around.before[-30:], around.opened):
        return None  # when people come, nothing is made yet
    if kind in TRADED and not past and _ends_then(around, when):
        return DateWhat.TERM
    if kind is Kind.POLICY and when.preposition in _UP_TO:
        return None if past or _PUTS_OFF.search(around.before, around.opened) else DateWhat.TERM
    if past and _GRANTED.search(around.before, around.opened):
        return DateWhat.EVENT  # "granted the permit for cell production in April"
    if past:
        around = replace(around, after=_PLANNED_BEHIND.split(around.after)[0])
    told = nearest(around, FITS[kind])
    step, word = told or (None, "")
    if kind in _BUILT_TOGETHER and not past and _FOUNDED.search(around.before, around.opened):
        return None  # "launch the joint venture by the end of this year"
    if step is DateWhat.CONSTRUCTION_START and _MODELS.search(around.before, around.opened):
        return None  # what is built by then are cars
    if kind is Kind.INCIDENT and not past and _HALTED_UNTIL.search(around.before):
        return None  # "deliveries are stopped until at least the end of June"
    match kind:
        case Kind.FACILITY:
            return _of_plant(step, word, around, when, past=past, dated=scene.published is not None)
        case Kind.SUPPLY:
            return _of_goods(step, around, when, past=past)
        case Kind.INVESTMENT:
            return _of_money(step, around, past=past)
        case Kind.TECHNOLOGY if past and step is DateWhat.PRODUCTION_START and when.relative:
            return DateWhat.EVENT  # "on Thursday launched" is a day of news
        case Kind.TECHNOLOGY if step is DateWhat.PRODUCTION_START and _SHOWN_THEN.search(around.before, around.opened):
            return None
        case Kind.TECHNOLOGY if step is DateWhat.PRODUCTION_START and _TRIED.search(around.before[-60:]):
            return None
        case Kind.MARKET if _is_foreseen(when, scene):
            return None
        case _:
            return step or DateWhat.EVENT


# "ahead of a |pilot rollout in| 2027", "tests in its first vehicles, |starting in| 2027": what is tried is not made
_TRIED = regex(
    r"\b(?:pilot(?!\s(?:plant|line|production|facility))|tests?|testing|trials?|validation|demonstrat\w+|prototypes?)\b"
    r"(?:(?!\b(?:produc|manufactur|made|mass|series)\w*)[^.;])*$"
)


# "is ready for mass production, and |its launch is expected in| April": when it is shown is not when it is made
_SHOWN_THEN = gated(
    r"\b(?:the|its|an?|official|formal|public|global)\s(?:launch|unveiling|presentation|premiere|release|debut)\s"
    r"(?:(?:is|was|will|be|being)\s)*(?:expected|planned|scheduled|set|due|slated|to take place)?\s?"
    r"(?:(?:for|in|on|by)\s)?$",
    re.I,
)


def _is_foreseen(when: When, scene: Scene) -> bool:
    """Whether a market is only forecast to be so then: nothing is reported of that time."""
    if scene.published is None:
        return when.preposition == "by"
    return when.date.first > scene.published


_BUILT_TOGETHER = frozenset({Kind.FACILITY, Kind.PARTNERSHIP})
_FOUNDED = gated(
    r"\b(?:launch|found|form|establish|set(?:ting)? up|start)(?:s|es|ed|ing)?\s(?:the|an?|their|its|this)\s"
    r"(?:[\w-]+\s){0,2}?(?:joint venture|JV|joint company|venture|company|firm|entity)\b(?:\scompany)?\s"
    r"(?:(?:by|in|before|within)\s)?(?:(?:the|early|late|mid|end|of)\s)*$",
    re.I,
)


def _ends_then(around: Around, when: When) -> bool:
    """Whether a contract runs until then: "valid until", "extended by four years to"."""
    if WORDS[DateWhat.TERM].search(around.before[-18:], around.opened):
        return not _BEGINS_THEN.search(around.before)
    return when.preposition in _TO and _PROLONGED.search(around.before, around.opened) is not None


# "over a five-year term, |starting in| 2025"
_BEGINS_THEN = regex(
    r"\b(?:start|beginn?|commenc)(?:s|ing|es)?\s(?:(?:in|from|on|with|around)\s)?(?:(?:the|early|late|mid)[- ])*$"
)
_PROLONGED = gated(r"\b(?:extend|prolong|renew)\w*\b[^;]*$", re.I)


def _of_plant(
    step: DateWhat | None, word: str, around: Around, when: When, *, past: bool, dated: bool
) -> DateWhat | None:
    if not past and _STOPS_FROM.search(around.before, around.opened):
        return DateWhat.EVENT
    if not past and (sent := _goods_are_sent(step, word, around)):
        return sent
    if when.preposition in _UP_TO and _STOPPED.search(around.before, around.opened):
        return None  # until then nothing is made
    if _STOPPED.search(f"{around.before}| {around.after}", around.opened):
        return DateWhat.EVENT
    if step is DateWhat.PRODUCTION_START and _LASTS.search(around.before, around.opened):
        return None  # "trial runs will last until September"
    if step is DateWhat.FULL_CAPACITY and past and when.date.to_the_day:
        step = DateWhat.EVENT  # "on Monday switched on the first |2 GWh|"
    if step is DateWhat.COMPLETION and word.lower() == "concluded" and past:
        step = DateWhat.EVENT  # "with the contract concluded |today|"
    if _is_built_by(step, word, around, when):
        return DateWhat.COMPLETION
    if step is DateWhat.PRODUCTION_START and _grown_to(around, when):
        step = DateWhat.FULL_CAPACITY
    if step is DateWhat.FULL_CAPACITY and _is_first(word, around, when):
        step = DateWhat.PRODUCTION_START  # "12 GWh a year |from 2025|"
    return _step_of_plant(step, around, when, past=past, dated=dated)


# "will |build a plant| by 2028", "is to |be built| by 2028"; not "will start building it by 2028"
_BUILT = gated(
    r"\b(?:(?:build|construct|set(?:ting)? up|erect|put up|establish|develop|complete)\s(?:[\w€$£¥.,’'-]+\s){0,8}?"
    rf"(?:{PLANT}|mine)|(?:be|been|have|has|having)\s(?:built|constructed|erected|put up|set up))\b"
    r"(?:(?!\b(?:start|begin|commenc|produc|operat|make|break|with|to)\w*)[^;])*$",
    re.I,
)
_BEFORE_THEN = frozenset({"by", "before"})
_DOES_BEGIN = gated(r"\b(?:start|begin|began|commenc|kick off)\w*\b", re.I)


def _is_built_by(step: DateWhat | None, word: str, around: Around, when: When) -> bool:
    """Whether a plant is to be built by then: it is finished on that day and not begun."""
    if when.preposition not in _BEFORE_THEN or step in {DateWhat.PRODUCTION_START, DateWhat.COMPLETION}:
        return False
    if step is DateWhat.FULL_CAPACITY and "gwh" not in word.lower():
        return False
    built = _BUILT.search(around.before, around.opened)
    return built is not None and not _DOES_BEGIN.search(around.before[: built.end()], around.opened)


def _goods_are_sent(step: DateWhat | None, word: str, around: Around) -> DateWhat | None:
    """Deliveries from a plant that are to come, or its output that is put off until then."""
    if _DELIVERS.search(around.before, around.opened):
        return DateWhat.DELIVERY_START
    if step in {None, DateWhat.EVENT} and _SUPPLIES.search(around.before[-40:] + around.after):
        return DateWhat.DELIVERY_START
    only_output = step is DateWhat.FULL_CAPACITY and word.lower() == "output"
    aimed_at = step is DateWhat.FULL_CAPACITY and _AIMED_AT.search(around.before, around.opened)
    put_off = aimed_at or ((step in {None, DateWhat.EVENT} or only_output) and _PUT_OFF_TO.search(around.before))
    if put_off or (only_output and _DUE.search(around.before, around.opened)):
        return DateWhat.PRODUCTION_START
    return None


def _is_first(word: str, around: Around, when: When) -> bool:
    """Whether it is from then on that so much is made."""
    begins = word.lower().startswith("target") and _BEGINS.search(around.before[-25:], around.opened)
    return bool(begins or when.preposition == "from" or _INITIAL.search(around.before, around.opened))


def _of_goods(step: DateWhat | None, around: Around, when: When, *, past: bool) -> DateWhat | None:
    if not past and _THE_REST.search(around.before, around.opened):
        return None  # "the remainder by March 2027": then it has begun long before
    if step is DateWhat.PRODUCTION_START:
        if _OTHERS_START.search(around.before):
            return None
        step = DateWhat.DELIVERY_START
    if not past and when.preposition == "by" and not _FIRST_SENT.search(around.before, around.opened):
        return None  # "supply 5,000 packs by 2035": when the last are sent, and from when none says
    if past and when.relative and step is DateWhat.DELIVERY_START and not _DELIVERED.search(around.before):
        return DateWhat.EVENT  # "signed the supply deal on Tuesday"
    if not past and step in {None, DateWhat.EVENT}:
        if when.preposition in _TO:
            return DateWhat.TERM
        return DateWhat.DELIVERY_START if _SENT.search(around.before + around.after) else None
    if past and step in {None, DateWhat.EVENT} and when.preposition == "from":
        return None  # "from December 11 to 13, it won orders" tells days, and none of them alone
    return step or DateWhat.EVENT


# by which a day to come is that of goods: "|supply| in 2027", and not "a hearing on the contract on 14 September"
_SENT = regex(
    r"\b(?:deliver|suppl|ship|provid|receiv|export|start|beg[aiu]n|commenc|offtake|purchas|first|from|between"
    r"|cover|install|sail|arriv|effect|valid|run)\w*\b",
    re.I,
)
_DELIVERED = regex(r"\b(?:deliver|ship|receiv|export|start|began|begun|commenc|arriv)\w*\b[^,;]*$", re.I)
_FIRST_SENT = gated(r"\b(?:start|begin|began|begun|commenc|first|initial|launch|kick)\w*\b[^.;]*$", re.I)
_THE_REST = gated(r"\b(?:the\s)?(?:rest|remainder|remaining|balance)\b[^.;,]*$")


def _of_money(step: DateWhat | None, around: Around, *, past: bool) -> DateWhat | None:
    if not past and _TO_CLOSE.search(around.before, around.opened):
        return DateWhat.COMPLETION
    if step is not DateWhat.COMPLETION:
        return step or DateWhat.EVENT
    if past:
        return DateWhat.EVENT
    return step if _CLOSES.search(around.before + around.after, around.opened) else None


_UP_TO = frozenset({"until", "till", "through"})
_TO = _UP_TO | {"to"}
_PUTS_OFF = gated(r"\b(?:delay|postpon|defer|suspend|push)\w*\b[^;]*$", re.I)
_MODELS = gated(
    r"\bbuild(?:s|ing)?\s(?:(?:at least|up to|more than|about)\s)?(?:[\w-]+\s){0,6}?"
    r"(?:models|vehicles|cars|EVs|trucks|vans|buses|SUVs|crossovers)\b[^.;]{0,60}$"
)
_CAPACITY_OF = gated(
    r"\bcapacity\b[^;.]*\d\s?(?:GWh|MWh|tonnes|tons|tpa|t)\b(?:\s(?:a|per)\syear)?\s(?:in|by)\s(?:the end of\s)?$"
    r"|\d\s?(?:GWh|MWh|tonnes|tons|tpa)\s(?:of\s)?(?:[\w-]+\s){0,3}?capacity\s(?:in|by)\s(?:the end of\s)?$",
    re.I,
)


_MADE_BY_THEN = regex(
    r",?\s(?:the|its)\s(?:[\w-]+\s){0,2}?production capacity\b|"
    r",?\s(?:the|its|this|it)\b(?:(?!\band\b)[^.;]){0,30}\b(?:produc|mak|turn|reach|hav)\w*\s(?:out\s)?(?:[a-z]+\s){0,2}\d[\d,.]*\s?(?:GWh|tonnes|tons|t\b)"
)


def _grown_to(around: Around, when: When) -> bool:
    """Whether a capacity is to be so much by then: "production capacity is to rise to 24 GWh in |2026|"."""
    if when.preposition == "by" and _MADE_BY_THEN.match(around.after):
        return True
    sized = _CAPACITY_OF.search(around.before, around.opened)
    return sized is not None and not _BEGINS.search(around.before, around.opened)


# "signed on Tuesday |to build a plant|": what is planned did not happen then
_PLANNED_BEHIND = regex(r"(?<!started)(?<!began)(?<!begun)\s(?:to|that|it|they) ")
# "the deal is expected to |close in| 2027"
_BOUGHT = r"\b(?:deal|transaction|acquisition|sale|takeover|merger|purchase|stake|shares|buyout)\b"
_TO_CLOSE = gated(rf"{_BOUGHT}[^;]*\b(?:close|closing)\b[^;]*$", re.I)
_CLOSES = gated(_BOUGHT, re.I)


_DELIVERS = gated(
    r"\b(?:deliveries|shipments|exports)\b[^,;]{0,60}"
    r"\b(?:begin|start|commence|follow|expected|due|foreseen|planned|scheduled|slated|set|made)\b[^,;]*(?:,\s(?:in|by|from)\s)?$"
    r"|\b(?:begin|start|commence)(?:s|ning|ing)?\s(?:shipping|delivering|exporting|supplying)\b[^,;]*$"
    r"|\b(?:shipped|delivered|supplied)\sto\s(?:[\w-]+\s){0,4}?(?:in|from|by|as of)\s[^,;]*$",
    re.I,
)
_LASTS = gated(r"\b(?:last|continue|go on|run)s?\s(?:until|till|through)\s(?:the\s)?(?:(?:end|middle|start)\sof\s)?$")
# "with an |initial| capacity of 5 GWh in 2027, growing to 20 GWh by 2029"
_INITIAL = gated(
    r"\b(?:[Ii]nitial(?:ly)?|(?:start|begin)(?:s|ing)?\s(?:off\s|out\s)?(?:with|at))\b(?:(?!\b(?:to|then|later)\b)[^;])*$"
)
# "the buyer will launch the car in |2027|", "the plant opens in |2027|"
_OTHERS_START = regex(
    r"\b(?:launch\w*|open\w*|on sale|on the market|models?|cars?|vehicles?|plants?|factor(?:y|ies))\b", re.I
)
# "from |2028| the plant will supply carmakers"
_SUPPLIES = regex(r"\b(?:will|to|can|be) (?:be )?(?:supply|deliver|ship)(?:ing)?\b")
# "has delayed the start of its plant |to 2028|"
_PUT_OFF_TO = regex(
    r"\b(?:delay|postpon|defer|push|slip|put|mov)\w*\s(?:(?!(?:works?|construction|building)\b)[\w'’-]+\s)*"
    r"(?:to|until|till)\s(?:the\s)?(?:(?:end|beginning|start|middle|early|mid|late|spring|summer|autumn|fall)\b(?:\sof)?[\s-])?$"
)
# "nickel output is now |due in| 2027", "output would not |begin until| 2028"
# "with commercial output |targeted for| 2028"
_AIMED_AT = gated(
    r"\b(?:output|production|operations?|commissioning|start-up)\s(?:(?:is|are|now)\s)*targeted\s(?:for|in|by)\s[^.;,\d]{0,20}$"
)
_DUE = gated(
    r"\b(?:due|begin|begins|beginning|start|starts|starting|commence"
    r"|(?:not )?expected|targeted|planned|slated|scheduled)\s(?:in|by|for|from|until|before|to)\s[^.;,\d]{0,20}$",
    re.I,
)
_STOPS = r"(?:(?:halt|stop|ceas|suspend|paus|freez|froz)\w*|end(?:s|ed|ing)?(?! of\b)|wind(?:s|ing)? down)"
_WORK = r"(?:construction|building|works?|production|operations?|manufacturing|making|producing|mining)"
# "will halt cell production at two plants |in January|", "would be paused |beginning January|": nothing begins then
_STOPS_FROM = gated(
    rf"\b(?:{_STOPS}|idl(?:e|es|ed|ing))\s(?:[\w-]+\s){{0,3}}?(?:{_WORK}|output)\b"
    r"(?:(?!\b(?:start(?!ing (?:in |from |on )?$)|begins?\b|begun|began|resum|restart|open|launch|until|till|to\b)\w*)"
    r"[^;])*$"
    rf"|\b(?:clos|shutter|shut)(?:e|es|s|ing|ting)?\s(?:down\s)?(?:[\w-]+\s){{0,4}}?(?:{PLANT}|{PLANTS})\b[^;,]{{0,40}}$"
    r"|\b(?:halted|paused|suspended|idled|stopped)\s(?:(?:beginning|starting|from|as of|in|on)\s(?:in\s)?)?$",
    re.I,
)
# "on |Monday| halted construction": nothing began then
_STOPPED = gated(
    rf"\b{_STOPS}\s(?:[\w-]+\s){{0,2}}?{_WORK}\b"
    rf"|\b{_WORK}\s(?:(?:has|have|had|was|were|been|is)\s){{0,3}}{_STOPS}\b"
    r"|\b(?:was|were|been)\s(?:halted|paused|suspended|stopped|idled|shelved)\s(?:(?:in|on|since)\s)?\|"
    r"|\b(?:will|to|would|be)\s(?:be\s)?(?:clos(?:e|ed)|shut|shutter(?:ed)?|idled?|mothball(?:ed)?|ceased?"
    r"|wound down)\b[^,;|]*"
    r"|\b(?:closes|shuts|shutters|idles|mothballs)\s(?:its|the|their)\b[^,;|]*"
)


def _step_of_plant(step: DateWhat | None, around: Around, when: When, *, past: bool, dated: bool) -> DateWhat | None:
    """A day to come is no day of news: it is of a step that its clause names, or of none."""
    if past or not dated:
        return step or DateWhat.EVENT
    begins = _BEGINS.search(f"{around.before[-25:]} {around.after[:20]}", around.opened)
    if step is DateWhat.EVENT:
        named = nearest(around, [fit for fit in FITS[Kind.FACILITY] if fit is not DateWhat.EVENT])
        soon = when.date.to_the_day or "week" in when.written  # "will be signed next week" starts no plant
        step = None if soon or named is None else named[0]
        return DateWhat.PRODUCTION_START if begins and not soon and step is not DateWhat.CONSTRUCTION_START else step
    if step is None and not begins:
        return None if when.written.lower().startswith("next ") else DateWhat.EVENT
    return step or DateWhat.PRODUCTION_START


_BEGINS = gated(r"\b(?:start(?:s|ing)?|start-?up|begin(?:s|ning)?|commenc\w+)\b", re.I)
_LAID_OFF = gated(
    r"\b(?:lay-?offs?|laid off|job (?:cuts|losses)|dismissals|redundanc(?:y|ies)|terminations|separations)\b[^;]*$",
    re.I,
)
_MOVES_IN = gated(
    r"\bmov(?:e|es|ed|ing) in(?:to)?\b[^,;]*$|\b(?:hiring|recruiting|recruitment)\s(?:(?:in|by|from)\s)?$"
)
_GRANTED = gated(
    r"\b(?:permit|approval|licen[cs]e|consent|loan|grant|contract|order|agreement|deal|funding)s?\s(?:for|"
    r"to)\s[\w\s-]{0,40}\b(?:in|on)?\s*$",
    re.I,
)


_HALTED_UNTIL = regex(
    r"\b(?:until|till|before|by|to)\s[“\"]?(?:at (?:least|the earliest)\s|about\s|around\s)?(?:the\s)?"
    r"(?:(?:early|mid|late|end|middle|start|beginning)\s?(?:of\s)?)?$"
)
