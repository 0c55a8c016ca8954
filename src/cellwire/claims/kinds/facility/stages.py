"""Which stage of a plant a verb tells: by the verb, by what it bears on and by how it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from cellwire.claims.kinds.bearing import enlarges, talked_of, touches
from cellwire.claims.kinds.facility.endings import ENDING, PERMITTING, endings
from cellwire.claims.kinds.facility.opening import ALMOST, TO_HAVE, is_news, opens
from cellwire.claims.kinds.facility.planning import is_of_its_own, planned
from cellwire.claims.kinds.facility.sign import Step, Told
from cellwire.claims.kinds.facility.starting import STATIONS, starts
from cellwire.claims.kinds.power import trades_with_it
from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import BlockKind


def stages(step: Step) -> Told:
    """What the first reader that knows the verb makes of it."""
    verbs = step.verbs
    for known, read in _READERS:
        if known & verbs and (told := read(step)) is not None:
            return told
    return ()


def _ends(step: Step) -> Told | None:
    """What ends; what somebody says will not end was rumoured to: "denied rumours and will |not close| it"."""
    return None if step.aspect.negated and not step.clause.has("firm.deny") else tuple(endings(step))


_FIGURE_OF_SPEECH = regex(r"\b(?:is|are|was|been|be|as|becom(?:e|es|ing))\s(?:an?|the|its|our)\s(?:[\w-]+\s){0,2}$")


_HALF_BUILT = frozenset({"half built", "half-built", "half finished", "half-finished", "half complete"})
_THE_PLANT = regex(rf"\s(?:[\w-]+\s){{0,3}}?{PLANT}\b")


def _breaks_ground(step: Step) -> Told:
    if "cornerstone" in step.cue.written and _FIGURE_OF_SPEECH.search(step.before(40)):
        return ()  # "has been a |cornerstone| of its success"
    if step.cue.written in _HALF_BUILT and _THE_PLANT.match(step.follows(40)):
        return ()  # "takes over the |half-built| plant"
    awaited = step.cue.form == "" and (_TO_BE_HELD.match(step.follows(90)) or _EXPECTS.search(step.before(60)))
    came = step.cue.form == "base" and _CAME.search(step.before(90))
    return (step.reaches("construction", "ground", ahead=(step.ahead or bool(awaited)) and not came),)


# "the mayor |joined state and local officials to break ground|": they have broken it
_CAME = regex(
    r"\b(?:joined|gathered|assembled|met|came together|convened|w(?:as|ere) on hand|helped|turned out)\b[^.;]*\sto\s$"
)


# "with |groundbreaking| in Lima expected by March", "the |groundbreaking| is planned for May": nothing is begun
_TO_BE_HELD = regex(
    r"(?:\s(?:(?:ceremony|event|date)|(?:in|at|for|on|of)\s(?:the\s)?(?:[\w’'.-]+,?\s?){1,4}?)){0,2}\s(?:(?:is"
    r"|are|was)\s(?:now\s)?)?"
    r"(?:expected|scheduled|planned|slated|due|set|targeted|anticipated|to take place|to be held|will|would"
    r"|should|could|may)\b"
)
_EXPECTS = regex(
    r"\b(?:expect|plan|target|schedul|anticipat|await|envisag|foresee|aim)\w*\s(?:(?:for|a|an|the|its"
    r"|at)\s){0,3}(?:[\w-]+\s)?$"
)


_AT_HALF = regex(
    r"\s(?:at|on|below)\s(?:only\s|just\s)?(?:half|reduced|partial|low|limited|a (?:third|quarter|fraction)"
    r"|\d\d?\s?(?:%|per ?cent))"
)


_WHERE_MADE = regex(
    rf"s?\s(?:manufacturing\s|production\s)?{PLANT}\b"
)  # "its |first battery cell| plant" has made none


def _runs(step: Step) -> Told:
    if step.cue.written.startswith("first ") and _WHERE_MADE.match(step.follows(40)):
        return ()
    if step.cue.written.startswith(("run", "operat")) and _AT_HALF.match(step.follows()):
        return (step.tells("delayed", "slow", done=True),)
    if _is_attribute(step.clause, step.cue):
        return (step.tells("operating", "standing"),)
    if _LEAVES.match(step.cue.written) and _THE_LAST.search(step.before(60)):
        return (step.tells("closed", "last"),) if step.ahead else (step.tells("closed", "last", done=True),)
    ahead = (step.ahead or _IS_AWAITED.match(step.follows(60)) is not None) and not is_news(step)
    ahead = ahead or (step.cue.written.startswith("at ") and _WILL_MAKE.search(step.before(120)) is not None)
    ahead = ahead or bool(
        ALMOST.search(step.before(30)) or TO_HAVE.search(step.before(90))
    )  # "to have the plant running"
    ahead = ahead or step.aspect.negated or (step.cue.form == "ing" and bool(_FORTHCOMING.search(step.before(60))))
    return (step.reaches("operating", "running", ahead=ahead),)


# "|will produce| 24 GWh |at full capacity|": one day
_WILL_MAKE = regex(
    r"\b(?:will|would|to|can|could|should|is expected to)\s(?:be\s|have\s)?(?:[a-z]+ly\s)?[a-z]+\b[^.;]*$"
)
# "the last battery module |left the line| on Friday"
_LEAVES = regex(r"(?:le(?:ave|ft)|c[ao]me|roll)\w*\s")
_THE_LAST = regex(
    r"\b(?:[Tt]he|[Ii]ts)\s(?:very\s)?(?:last|final)\s(?:(?!(?:cars?|vehicles?|trucks?|bus(?:es)?"
    r"|models?)\s)[\w-]+\s){0,4}$"
)
# "the |first cells| are expected to come off the line in May"
_IS_AWAITED = regex(
    r"\s(?:(?:at|from|in|of|on)\s[^.;,]{2,70}?\s)?(?:[\w-]+\s){0,3}?(?:(?:are|is)\s(?:\w+ly\s"
    r"|now\s)?(?:expected|scheduled|due|planned|to|set|slated|targeted|not)"
    r"|will|should|could|may|would)\b"
)
_FORTHCOMING = regex(r"\b(?:forthcoming|upcoming|planned|future|proposed)\s[^.;,]*$", re.I)


_SEVERAL = regex(rf"^\s(?:[\w-]+\s){{0,2}}(?:{PLANTS}|lines|locations)\b")


def _is_attribute(clause: Sentence, cue: Cue) -> bool:
    """Whether a word only says what a company has: "six |operational| facilities", "a plant |operated| by A"."""
    behind = clause.after(cue.span.end, 50)
    attribute = cue.written == "operated" and behind.startswith(" by ") and not aspect(clause, cue).passive
    return attribute or (cue.written in {"operational", "operating"} and bool(_SEVERAL.match(behind)))


_CAN_BE = regex(r"\bcan (?:also |now |then )?be $")
# "will be the first plant for such cells |built| in Serbia"
_WILL_BE = regex(r"\b(?:will|would|is to|are to) be (?:the |one of |its |an? )[^.;,]*$")


def _builds(step: Step) -> Told | None:
    if not touches(step.clause, step.cue, step.thing):
        return None
    how, form = step.aspect, step.cue.form
    if _CAN_BE.search(step.before(16)):
        return None  # "300,000 packs a year |can be built| in the plant"
    if how.possible:
        return (step.tells("considered", "build"),)
    if how.going_on or _is_at_work(step):
        return (step.tells("construction", "build", done=True),)
    if form in {"past", "part"} and _THAT_WILL.match(step.follows(100)):
        return (step.tells("announced", "build"),)
    if step.ahead or form in {"base", "ing", ""} or (form in {"past", "part"} and _WILL_BE.search(step.before(90))):
        return (step.tells("announced", "build"),)
    if form == "s":
        return (step.tells("construction", "build", done=True),)
    if _ALREADY.search(step.before(40)):
        return (step.tells("operating", "standing"),)
    return () if how.negated else (step.tells("operating", "build", done=True),)


def _is_at_work(step: Step) -> bool:
    """Whether a headline leaves out that somebody "is": "Alder |building| a 90 MWh store in Kent"."""
    headed = step.clause.headline and step.cue.form == "ing" and not step.possible
    return (headed and _BUILDS_IT.match(step.follows(80)) is not None) and any(
        name.said.end + 1 == step.cue.span.start for name in step.clause.names if name.kind in {"company", "venture"}
    )


# "Alder building |a 90 MWh store|", not "Alder building blocks: a plant"
_BUILDS_IT = regex(
    rf"\s(?:(?:an?|its|the|another|new|\d)\b|(?:[\w./-]+\s){{0,4}}?(?:{PLANT}|{PLANTS}|storage|BESS|mine)\b)[^:]"
)


# says who it is: "Alder, which has already |built| one", "a company that |built| one in 2018"
# "The base, |built| by its subsidiary, will have an output of": it does not stand yet
_THAT_WILL = regex(r"\sby\s[^,;.]{1,80},\s(?:will|would|is to|are to|is expected to|is set to)\b")
_ALREADY = regex(
    r"\b(?:which|that|who)\s(?:has|have|had)\salready\s$"
    r"|\b(?:company|firm|group|maker|producer|miner|manufacturer|developer)\s(?:which|that)\s$"
)


# "could add £434m a year and create 6,000 jobs" builds nothing, "to locate a $4 billion plant" does
_ADDS_VALUE = regex(
    rf"^\s(?!\S+\s(?:(?:million|billion|trillion|crore)\s)?(?:[\w-]+\s){{0,4}}?{PLANT}\b)"
    r"(?:(?:up to|about|around|some|more than|over|an estimated|another|hundreds of|thousands of|new|local"
    r"|permanent|direct)\s){0,3}"
    r"(?:[$€£¥₹]|(?:US|A|C|NZ|HK)\$|\d[\d,.]*\s(?:[\w-]+\s){0,3}?(?:jobs|positions|roles|people|workers)|jobs|value"
    r"|positions)"
)


_TO_HOLDINGS = regex(r"^[^.;]{0,100}\bto (?:its|their) (?:[\w-]+ ){0,2}(?:portfolio|holdings)\b")  # bought, not built


# "a plant |that can| equip 200,000 cars" is only described
_IT_CAN = regex(r"\b(?:that|which)\s(?:can|could|will|would|may|is to|is able to)\s(?:also\s)?$")


def _makes(step: Step) -> Told | None:
    how = step.aspect
    if step.thing.span.end < step.cue.span.start and _IT_CAN.search(step.clause.before(step.cue.span.start, 24)):
        return None
    if _ADDS_VALUE.match(step.follows()) or _TO_HOLDINGS.match(step.clause.after(step.cue.span.end, 120)):
        return None
    if not touches(step.clause, step.cue, step.thing):
        return None
    if _INSTALLS.match(step.cue.written) and how.going_on and not (step.ahead or how.possible):
        return (step.tells("construction", "make", done=True),)
    stations = _SETS_UP.match(step.cue.written) and STATIONS & set(step.thing.tags)
    begun = how.going_on or how.done or step.cue.form == "base"  # "A and B |launch| a store"
    if stations and begun and not (step.ahead or how.possible or how.purpose):
        return (step.tells("construction" if how.going_on else "operating", "make", done=True),)
    meant = step.ahead or how.going_on or how.possible or _is_listed(step.clause, step.cue)
    return (step.plans("make"),) if meant else None


_INSTALLS = regex(r"(?:install|equip|retool|convert)\w*")  # "the lines are being |installed|": it is being built
_SETS_UP = regex(r"(?:roll|install|deploy|launch|add)\w*")


def _is_listed(clause: Sentence, cue: Cue) -> bool:
    """An item of a list of what is planned: "Installing the first cathode facility in the country"."""
    return clause.block is BlockKind.LIST_ITEM and cue.form == "ing" and cue.span.start - clause.span.start < 4


_NO_MORE = regex(r"\b[Nn]o\s(?:[\w-]+\s){0,3}$")  # "but |no gigafactory| expansion yet"


def _expands(step: Step) -> Told | None:
    if _NO_MORE.search(step.before(30)) or not enlarges(step.clause, step.cue, step.thing):
        return None
    done = step.aspect.done and step.cue.form in {"past", "part"} and not step.ahead
    return (step.tells("expanded", "expand", done=True) if done and not step.aspect.possible else step.plans("expand"),)


# "|was considering| France and Poland; Dunkirk has won": no longer, unless somebody reports it so
_ONCE = regex(r"\b(?:was|were|had been)\s(?:\w+ly\s)?$")
_REPORTS = regex(r"\b(?:said|says|told|according|report\w*|sources?|people|confirmed|announced|added|asked|know)\b")


# "|talks with| the state about a plant have collapsed"
_COME_TO_NOTHING = regex(
    r"[^.;]{0,90}?\s(?:(?:has|have)\s(?:now\s)?(?:collapsed|failed|broken down|fallen through|been called off"
    r"|been broken off)"
    r"|(?:collapsed|broke down|fell through|failed|came to nothing))\b"
)


# "contract |talks with| the workers' union" weigh no plant
_WITH_WORKERS = regex(r"(?:talks|negotiat)\w*\s(?:[\w-]+\s){0,6}?(?:[Uu]nions?|[Ww]orkers|UAW)\b")
_OF_PAY = regex(r"\b(?:contract|labou?r|wage|pay|collective)\s$")


def _considers(step: Step) -> Told | None:
    if _ONCE.search(step.before(30)) and not _REPORTS.search(step.clause.text):
        return None
    if _WITH_WORKERS.match(step.cue.written + step.follows(80)) or _OF_PAY.search(step.before(20)):
        return None
    if _COME_TO_NOTHING.match(step.follows(120)):
        return (step.tells("cancelled", "cancel", done=True),)
    weighed = not step.aspect.negated and talked_of(step.clause, step.cue, step.thing)
    studied = _STUDY.search(step.cue.written) or (
        _EXPLORES.match(step.cue.written) and _DRILLED.search(step.before(200))
    )
    return (step.tells("considered", "study" if studied else "consider"),) if weighed else None


_STUDY = regex(r"\bstudy$")
# "has begun to |drill| at its lithium project, aiming to |explore| targets": a ground that is looked at
_EXPLORES = regex(r"explor")
_DRILLED = regex(r"\bdrill\w*|\bcore samples?\b", re.I)


# "according to |plans lodged with| the council, Alder wants to build": a permit is asked for
_LODGED = regex(
    r"\b(?:[Pp]lans?|[Aa]pplications?|[Pp]roposals?|documents)\s(?:(?:have|has|had|been|was|were|that)\s){0,3}"
    r"(?:lodged|submitted|filed|put forward)\b"
)


# "the plant, |announced in 2022,| employs 600": a plan that was is no news
_ONCE_TOLD = regex(r"(?:announced|unveiled|revealed|planned|proposed|promised|pledged)")
_AN_ASIDE = regex(r"(?:,|\()\s?(?:(?:first|originally|initially|which was|which were|that was)\s){0,2}$")
_LONG_AGO = regex(
    r"\s(?:back\s)?(?:in\s(?:[A-Z]\w+\s)?(?:19|20)\d\d|last\s\w+|earlier|in\s[A-Z][a-z]+|\w+\s(?:years?|months?)\sago)\b"
)


def _was_planned(step: Step) -> bool:
    return bool(
        _ONCE_TOLD.match(step.cue.written) and _AN_ASIDE.search(step.before(40)) and _LONG_AGO.match(step.follows(30))
    )


# "is |set to optimise| B's battery": what stands is another's
_TRADES = regex(r"\s(?:to\s)?(?:optimi[sz]e|trade)\b")


def _plans(step: Step) -> Told | None:
    if _was_planned(step) or _TRADES.match(step.follows()):
        return ()
    if _LODGED.search(step.clause.text) and planned(step.clause, step.cue, step.thing):
        return (step.tells("considered", "applied"),)
    if not planned(step.clause, step.cue, step.thing):
        return None
    return (step.plans("invest" if is_of_its_own(step.clause, step.cue, step.thing) else "plan"),)


_ABOUT_TO = regex(r"\b(?:set|poised|about|close|expected) to $")  # who "is |set to| pick" a town has not done so


def _sites(step: Step) -> Told | None:
    if trades_with_it(step.clause):
        return None  # who is "selected to optimise" a battery builds none
    if _ABOUT_TO.search(step.before(20)):
        return (step.tells("considered", "site"),)
    return (step.plans("site"),) if step.cue.span.start < step.thing.span.start else None


_NOW = regex(r"\bnow\s(?:being\s|also\s)?$")


def _produces(step: Step) -> Told | None:
    """What is "now being made" at a plant shows that it runs."""
    runs = step.aspect.going_on and _NOW.search(step.before(16)) and touches(step.clause, step.cue, step.thing)
    return (step.tells("operating", "produce", done=True),) if runs else None


_READERS: tuple[tuple[frozenset[str], Callable[[Step], Told | None]], ...] = (
    (ENDING | {PERMITTING}, _ends),
    (frozenset({"ground", "under_construction"}), _breaks_ground),
    (frozenset({"start"}), starts),
    (frozenset({"running"}), _runs),
    (frozenset({"open"}), opens),
    (frozenset({"build"}), _builds),
    (frozenset({"make"}), _makes),
    (frozenset({"expand"}), _expands),
    (frozenset({"firm.consider"}), _considers),
    (frozenset({"firm.plan", "investment.invest"}), _plans),
    (frozenset({"site"}), _sites),
    (frozenset({"produce"}), _produces),
)
