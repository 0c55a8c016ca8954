"""How far a plant is: the words that tell a step, and which of several counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.actors.roles import distance
from cellwire.claims.cues import Aspect, aspect
from cellwire.claims.gates import gated
from cellwire.claims.kinds.bearing import (
    FAR,
    NEAR,
    about,
    apart,
    enlarges,
    nearest,
    planned,
    talked_of,
    touches,
)
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.scene import Cue, Sentence, any_begins
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Span


class Sign(Struct, frozen=True):
    """A word that tells a stage, and how it stands."""

    stage: str
    cue: Cue
    aspect: Aspect
    rule: str
    done: bool


_REACHING = frozenset(
    {"facility_verb.start", "facility_verb.delay", "facility_verb.cancel", "investment.invest", "firm.consider"}
)
_NOUN_BEFORE = regex(r"\b(?:the|a|an|its|their|of|this|that|any|no)\s$", re.I)
_OUTPUT = (
    r"(?:concentrate|spodumene|lithium|carbonate|hydroxide|nickel|cobalt|graphite|(?:battery )?cells?|batter(?:y|ies)"
    r"|modules?|"
    r"packs?|cathodes?|anodes?|black mass|precursors?|sulph?ate|MHP|production|shipment|output|ore|cargo)"
)
# "has produced its first spodumene concentrate", "first cells were made", "first production has been achieved"
_FIRST_OUTPUT = gated(
    rf"\b(?P<made>produced|produces|producing|made|makes|poured|achieved|achieves|delivered|completed|reached)\s"
    rf"(?:(?:its|the|their|our)\s)?(?:first|maiden)\s(?!generation|phase|quarter|half|time)(?:[\w-]+"
    rf"\s){{0,5}}?{_OUTPUT}\b"
    rf"|\b(?:first|maiden)\s(?:[\w-]+\s){{0,4}}?{_OUTPUT}\s(?:(?:has|have|was|were|is|are|been|being|now|just"
    rf"|successfully)\s)+"
    r"(?P<done>produced|made|achieved|delivered|poured|rolled off|came off)\b",
    re.I,
    needs="first maiden",
)


def first_output(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A mine or a plant that has made its first product runs: the product stands for the plant where no noun does."""
    match = _FIRST_OUTPUT.search(clause.text, clause.opened)
    if match is None or not (clause.products or clause.chemistries or clause.find(*THINGS)):
        return None
    start, end = match.span("made" if match["made"] else "done")
    span = Span(clause.span.start + start, clause.span.start + end)
    verb = Cue(("facility_verb.produce",), "past", span, clause.text[start:end].lower())
    how = aspect(clause, verb)
    if how.negated or how.possible or how.ahead or how.purpose:
        return None
    named = clause.find(*THINGS, "facility.project", "facility_verb.produce")
    return (named or [verb])[0], Sign("operating", verb, how, "first-output", True)


# "once completed", "when it is fully commissioned": is to be; "after breaking ground in May, Alder said": was.
_WHEN_DONE = gated(
    r"\b(?:once|when|whenever|until|till|if|unless|upon|as soon as|by the time)\s"
    r"(?:(?:it|they|both|all|the|its|this|that|phase|plant|factory|facility|site|project|mine|complex|works|expansion"
    r"|construction"
    r"|production|line|is|are|was|were|has|have|been|being|fully|finally|eventually|officially|first|second"
    r"|one|two|three|new)\s){0,7}$",
    re.I,
)


_LOOKED_BACK = regex(r"^(?:After|Since|Following|Having)\s[^,]{0,60}$")
_THEIRS = regex(
    r",\s(?:which|who)\s(?:itself|themselves)\s(?:has\s|have\s)?$"
)  # "for A, which itself |opened| a plant"
_USED_UP = regex(r"\s(?:[\w-]+\s){0,2}?(?:batter(?:y|ies)|cells?|packs?|fuel|catalysts?|electrodes?)\b")
_FORECAST = regex(r"\s(?:that|it|its|to|a|an|the|\d)")  # who "projects" something says what


def signs(clause: Sentence, thing: Cue) -> Iterator[Sign]:
    if _AS_USUAL.search(clause.text):
        return  # it only goes on
    found = list(_all_signs(clause, thing))
    fresh = [
        sign
        for sign in found
        if not _LOOKED_BACK.match(clause.before(sign.cue.span.start, 70))
        and not _THEIRS.search(clause.before(sign.cue.span.start, 20))
    ]
    yield from fresh or found


def _all_signs(clause: Sentence, thing: Cue) -> Iterator[Sign]:
    for cue in clause.cues:
        if (cue is thing and "investment.invest" not in cue.tags) or not any_begins(
            cue.tags, "facility_verb.", "firm.", "investment.invest"
        ):
            continue
        if cue.form == "base" and _is_noun(clause, cue):
            continue  # "the scrap of", "batteries and scrap per year", "its close"
        if clause.after(cue.span.end, 2)[:1] == "-" and clause.after(cue.span.end, 2)[1:].isalpha():
            continue  # "open-pit", "closed-loop"
        if cue.written == "spent" and _USED_UP.match(clause.after(cue.span.end, 40)):
            continue  # "spent batteries" cost nothing
        if cue.written == "projects" and not _FORECAST.match(clause.after(cue.span.end, 12)):
            continue
        if cue.written == "beginning" and _NOUN_BEFORE.search(clause.before(cue.span.start, 16)):
            continue  # "from the beginning"
        if _URGED.search(clause.before(cue.span.start, 90)):
            continue  # "incentives to encourage companies to set up plants"
        near = nearest(clause, cue, thing)
        gap = distance(clause, cue.span, near.span)
        if apart(clause, cue, near):
            continue  # "Deliveries start in May; the plant joins later"
        how = aspect(clause, cue)
        if _WHEN_DONE.search(clause.before(cue.span.start, 60), clause.opened):
            how = replace(how, ahead=True, done=False, going_on=False)
        reach = FAR if how.done or how.going_on or _REACHING & set(cue.tags) else NEAR
        if gap <= reach:
            yield from _sign_of(clause, cue, how, near)


_ENDINGS = frozenset({"scrap", "halt", "pause", "delay", "close", "drop", "permit", "stall", "slip", "idle", "freeze"})
_VERB_BEFORE = regex(
    r"\b(?:to|will|would|could|may|might|can|must|should|shall|not|n't|they|we|who|which|that|and then|soon|officials|"
    r"companies|plans?|authorities|partners|owners|[a-z]+ly)\s$"
)


def _is_noun(clause: Sentence, cue: Cue) -> bool:
    """Whether a bare form is a noun: behind an article, or one that is as often a noun and has no verb's company."""
    before = clause.before(cue.span.start, 16)
    if _NOUN_BEFORE.search(before):
        return True
    return cue.written in _ENDINGS and not clause.headline and bool(before) and not _VERB_BEFORE.search(before)


_NOT_CLOSING = regex(
    r"^-|^\s(?:to\b|with\b|in on\b|cooperation|collaboration|ties|the gap|partner|loop|"
    r"(?:[\w$€£.,-]+\s){0,6}(?:loan|deal|"
    r"round|acquisition|financing"
    r"|offering|transaction|sale|funding|placement|series|purchase|merger|investment|agreement|credit|facility of)\b)",
    re.I,
)
_DEAL_CLOSED = regex(
    r"\b(?:deal|financing|round|transaction|loan|funding|investment|sale|acquisition|offering|facility agreement)\s"
    r"(?:has|have|was|were|is|are)\s(?:\w+\s){0,2}$"
)
_FOSSIL = regex(r"\s(?:[\w'-]+\s){0,3}?(?:coal|gas|diesel|petrol|nuclear|chip)\b")  # another's plant
_AS_USUAL = regex(r"\b(?:operate|operating|run|running|continue)\s(?:[\w-]+\s)?(?:as usual|as normal|normally)\b")
_COSTS = regex(r"\s(?:costs?|time|emissions|expens)")
_REVOKED = regex(
    r"\b(?:revok\w+|annul\w*|overturn\w*|quash\w*|suspend\w*|withdr[ae]w\w*|repeal\w*)\b[^.;,]{0,50}$", re.I
)
# "could add £434m a year and create 6,000 jobs" builds nothing
_ADDS_VALUE = regex(
    r"^\s(?:(?:up to|about|around|some|more than|over|an estimated|another|hundreds of|thousands of|new|local"
    r"|permanent|direct)\s){0,3}"
    r"(?:[$€£¥₹]|(?:US|A|C|NZ|HK)\$|\d[\d,.]*\s(?:[\w-]+\s){0,3}?(?:jobs|positions|roles|people|workers)|jobs|value"
    r"|positions)"
)
# "the timeframe for the plant's completion", "until its opening": not yet
_TO_COME = regex(
    r"\b(?:timeframe|timeline|schedule|date|deadline|target\w*|until|before|pending|expected|planned|upon|ahead of"
    r"|awaiting"
    r"|finance|fund|subject to|towards?)\b[^.;,]{0,40}$",
    re.I,
)
_FINISHES = regex(
    r"^\s(?:the\s|its\s)?(?:construction|building)\b(?!\smaterials)", re.I
)  # what is finished goes on until then
_EXPANSION = regex(r"^\s(?:the|its|an?|their)\s(?:[\w-]+\s){0,3}?(?:expansion|extension|enlargement|upgrade)\b", re.I)
_MONEY_FREED = regex(
    r"\b(?:subsid\w+|aid|grants?|loans?|funding|financing|incentives?|credits?|budget|deal|merger|acquisition|takeover"
    r"|recall)\s"
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|gets?|got)\s){1,3}(?:\w+ly\s)?$",
    re.I,
)


def _delays(clause: Sentence, cue: Cue, follows: str) -> bool:
    """Whether it is the plant that slows, not its costs or the demand."""
    slow = _COSTS.match(follows) or _SLOW_DEMAND.match(follows)
    slow = slow or _OTHERS_DO.search(clause.before(cue.span.start, 70))
    return not slow and not _DEMAND.search(clause.before(cue.span.start, 70))


# "the grand opening of the plant has been |cancelled|": the plant stands
_PARTY = regex(
    r"\b(?:grand opening|ceremon(?:y|ies)|ribbon[- ]cutting|celebrations?)\b[^.;]{0,90}$",
    re.I,
)
# "received |approval| to have a grand opening"
_TO_PARTY = regex(
    r"[^.;,]{0,50}\s(?:to|for)\s(?:[\w,-]+\s){0,6}?(?:grand opening|ceremony|party|celebration|fireworks)\b"
)
_RESUMED = regex(r"\b(?:resum|restart|reviv|unfreez|relaunch|reactivat)\w*\s(?:[\w-]+\s){0,3}$", re.I)
_DEMAND = regex(r"\b(?:demand|sales|growth|markets?|economy|adoption|uptake)\b[^,;.]{0,40}$", re.I)
_OTHERS_DO = regex(
    r"\b(?:(?:competing|rival|other|many|most|some|several)\s(?:[\w-]+\s){0,3}?(?:makers|manufacturers|companies|firms"
    r"|automakers|carmakers|players|producers|miners)|competitors|rivals|peers)\b[^,;.]{0,30}$",
    re.I,
)
_SLOW_DEMAND = regex(r"\s(?:[\w.-]+\s){0,4}?(?:demand|sales|growth|markets?|economy|adoption|uptake)\b", re.I)
_URGED = regex(
    r"\b(?:encourag\w+|induc\w+|persuad\w+|attract\w*|invit\w+|urg\w+|incentivi[sz]\w+|allow\w*|entic\w+)\s"
    r"(?:[\w-]+\s){0,3}(?:companies|firms|investors|manufacturers|makers|producers|players|businesses|industry)\sto\s$",
    re.I,
)


def _sign_of(clause: Sentence, cue: Cue, how: Aspect, thing: Cue) -> Iterator[Sign]:
    kinds = {tag.removeprefix("facility_verb.") for tag in cue.tags if tag.startswith("facility_verb.")}
    ahead = how.ahead or (cue.form == "base" and (clause.headline or _also_ahead(clause, cue)))
    follows = clause.after(cue.span.end, 40)
    if kinds & _BEARING and not how.negated:
        yield from _ended(clause, cue, how, thing, kinds)
        if "permit" in kinds:
            yield from _permitted(clause, cue, how, thing, ahead)
    elif "ground" in kinds or "under_construction" in kinds:
        yield _staged("construction", cue, how, "ground", ahead)
    elif "start" in kinds and (began := _begun(clause, cue)):
        yield _staged(began, cue, how, f"start-{began}", ahead)
    elif "running" in kinds and _standing(clause, cue):
        yield Sign("operating", cue, how, "standing", False)
    elif "running" in kinds:
        yield _staged("operating", cue, how, "running", ahead or how.negated)
    elif (
        "open" in kinds
        and touches(clause, cue, thing)
        and not (cue.written.startswith("unveil") and _PLANS.match(follows))
    ):
        later = ahead or (cue.form == "" and bool(_TO_COME.search(clause.before(cue.span.start, 60))))
        if _FINISHES.match(follows) and cue.written.startswith(("complet", "finish")) and not how.possible:
            yield Sign("construction" if later or not how.done else "operating", cue, how, "open", True)
            return
        stage = "expanded" if _EXPANSION.match(follows) else "operating"
        yield _staged(stage, cue, how, "open", later)
    elif "build" in kinds and touches(clause, cue, thing):
        yield from _building(cue, how, ahead)
    elif (
        "make" in kinds
        and not _ADDS_VALUE.match(follows)
        and touches(clause, cue, thing)
        and (ahead or how.going_on or how.possible or _listed(clause, cue))
    ):
        yield Sign("considered" if how.possible else "announced", cue, how, "make", False)
    elif "expand" in kinds and enlarges(clause, cue, thing):
        done = how.done and cue.form in {"past", "part"} and not ahead
        yield Sign("considered" if how.possible else "expanded" if done else "announced", cue, how, "expand", done)
    elif "firm.consider" in cue.tags and not how.negated and talked_of(cue, thing):
        yield Sign("considered", cue, how, "consider", False)
    elif ("firm.plan" in cue.tags or "investment.invest" in cue.tags) and planned(clause, cue, thing):
        yield Sign("considered" if how.possible else "announced", cue, how, "plan", False)
    elif "site" in kinds and cue.span.start < thing.span.start:
        yield Sign("announced", cue, how, "site", False)


_PLANS = regex(r"^\s(?:its\s|their\s|the\s|details\sof\s)?(?:[a-z-]+\s){0,2}?(?:plans?|proposals?|designs?)\b")
_BEARING = frozenset({"cancel", "delay", "close", "permit"})


def _ended(clause: Sentence, cue: Cue, how: Aspect, thing: Cue, kinds: set[str]) -> Iterator[Sign]:
    """Given up, slowed or shut, and taken up again."""
    before, follows = clause.before(cue.span.start, 120), clause.after(cue.span.end, 40)
    if not about(clause, cue, thing):
        return
    if "cancel" in kinds:
        if not _PARTY.search(before):
            yield Sign("considered" if how.possible else "cancelled", cue, how, "cancel", not how.possible)
    elif "delay" in kinds and _RESUMED.search(before):
        yield Sign("announced", cue, how, "resume", False)
    elif "delay" in kinds and _delays(clause, cue, follows):
        yield Sign("delayed", cue, how, "delay", not how.possible)
    elif (
        "close" in kinds
        and not _FOSSIL.match(follows)
        and not _NOT_CLOSING.match(follows)
        and not _DEAL_CLOSED.search(before[-60:])
    ):
        yield Sign("closed", cue, how, "close", not how.possible)


def _permitted(clause: Sentence, cue: Cue, how: Aspect, thing: Cue, ahead: bool) -> Iterator[Sign]:
    if not about(clause, cue, thing) or _TO_PARTY.match(clause.after(cue.span.end, 120)):
        return
    granted = cue.form not in {"base", "ing"} and (cue.form == "" or not (ahead or how.possible))
    if _REVOKED.search(clause.before(cue.span.start, 60)):
        yield Sign("delayed", cue, how, "revoked", True)
    elif granted and not _MONEY_FREED.search(clause.before(cue.span.start, 40)):
        yield Sign("permitted", cue, how, "permit", True)


_SEVERAL = regex(r"^\s(?:[\w-]+\s){0,2}(?:plants|factories|facilities|sites|mines|gigafactories|lines|locations)\b")


def _standing(clause: Sentence, cue: Cue) -> bool:
    """Whether a word only says what plants a company has: "six |operational| facilities", "a plant |operated| by A"."""
    behind = clause.after(cue.span.end, 50)
    attribute = cue.written == "operated" and behind.startswith(" by ") and not aspect(clause, cue).passive
    return attribute or (cue.written in {"operational", "operating"} and bool(_SEVERAL.match(behind)))


_AND = regex(
    r"\b(?:will|would|shall|could|may|might|(?:aim|plan|intend|expect|want|hope|agree)\w*\sto)\s[^;.]*\sand\s$"
)


def _also_ahead(clause: Sentence, cue: Cue) -> bool:
    """Whether a second verb goes on from what is ahead: "will break ground and |start| production in 2023"."""
    return bool(_AND.search(clause.before(cue.span.start, 200)))


def _listed(clause: Sentence, cue: Cue) -> bool:
    """An item of a list of what is planned: "Installing the first cathode facility in the country"."""
    return clause.block is BlockKind.LIST_ITEM and cue.form == "ing" and cue.span.start - clause.span.start < 4


def _staged(stage: str, cue: Cue, how: Aspect, rule: str, ahead: bool) -> Sign:
    if how.possible:
        return Sign("considered", cue, how, rule, False)
    return Sign("announced", cue, how, rule, False) if ahead else Sign(stage, cue, how, rule, True)


def _building(cue: Cue, how: Aspect, ahead: bool) -> Iterator[Sign]:
    if how.possible:
        yield Sign("considered", cue, how, "build", False)
    elif how.going_on:
        yield Sign("construction", cue, how, "build", True)
    elif ahead or cue.form in {"base", "ing", ""}:
        yield Sign("announced", cue, how, "build", False)
    elif cue.form == "s":
        yield Sign("construction", cue, how, "build", True)
    elif not how.negated:
        yield Sign("operating", cue, how, "build", True)


_RECOVERS = regex(r"\s(?:to\s)?(?:recover|extract|shred|crush|dismantl|leach)(?:ing|e)?\b")  # "has begun recovering"


def _begun(clause: Sentence, cue: Cue) -> str:
    """What starts: building works or production, named after the verb or, with its subject, before it."""
    after = [each for each in clause.cues if 0 <= each.span.start - cue.span.end < 45]
    before = [
        each
        for each in clause.cues
        if 0 <= cue.span.start - each.span.end < (90 if _OF_IT.match(clause.after(each.span.end, 90)) else 45)
    ]
    if _RECOVERS.match(clause.after(cue.span.end, 24)):
        return "operating"
    for each in [*after, *reversed(before)]:
        builds = "facility_verb.build" in each.tags and each.form in {"ing", "base"}
        if "facility_verb.works" in each.tags or builds or each.written == "work on":
            return "construction"
        if "facility_verb.produce" in each.tags or "facility_verb.running" in each.tags:
            return "operating"
    return ""


_OF_IT = regex(
    r"\sof\s[^,;.]*\b(?:start|start(?:s|ed)|began|begins?|beg[ui]n|commence[sd]?)\b"
)  # "building of A's plant began"


def strongest(signs: list[Sign]) -> Sign | None:
    """An end beats a delay, what is done beats what is planned, a doubt beats a plan."""
    order = (
        "cancelled",
        "closed",
        "delayed",
        "operating",
        "construction",
        "permitted",
        "expanded",
        "considered",
        "announced",
    )
    signs = [sign for sign in signs if sign.rule != "standing"] or signs
    done = [sign for sign in signs if sign.done]
    pool = done or signs
    if not pool:
        return None
    return min(pool, key=lambda sign: (order.index(sign.stage), sign.cue.span))
