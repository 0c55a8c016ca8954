"""How far a plant is: the words that tell a step, and which of several counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.actors import distinct
from cellwire.claims.gates import gated
from cellwire.claims.kinds.bearing import FAR, NEAR, PLAIN_FUTURE, apart, nearest, words_between
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.beside import is_of_one_beside
from cellwire.claims.kinds.facility.sign import Sign, Step
from cellwire.claims.kinds.facility.stages import stages
from cellwire.claims.kinds.goods import lets_have
from cellwire.claims.scene import Cue, Sentence, any_begins, aspect, cue_of
from cellwire.lexicon import PLANT, PLANTS, regex

_OUTPUT = (
    r"(?:concentrate|spodumene|lithium|carbonate|hydroxide|nickel|cobalt|graphite|(?:battery )?cells?|batter(?:y|ies)"
    r"|modules?|"
    r"packs?|cathodes?|anodes?|black mass|precursors?|sulph?ate|MHP|production|shipment|output|ore|cargo"
    r"|precipitate|matte|powder|film)"
)
# "has produced its first spodumene concentrate", "first cells were made", "first production has been achieved"
_FIRST_OUTPUT = gated(
    rf"\b(?P<made>produc(?:es?|ed|ing)|ma(?:kes?|de)|poured|achieves?|achieved|deliver(?:s|ed)?|ship(?:s|ped)"
    rf"|export(?:s|ed)|loaded|completed|reached)\s"
    rf"(?:(?:its|the|their|our)\s)?(?:first|maiden|(?:[\d.,]+\s)?(?:millionth|thousandth)|\d[\d,]*th)\s(?!generation|phase|quarter|half|time|concrete|steel|foundation)"
    rf"(?:(?!(?:[A-D]-)?samples?\b|prototypes?\b)[\w-]+\s){{0,5}}?{_OUTPUT}\b"
    rf"|\b(?:first|maiden|millionth|thousandth|\d[\d,]*th)\s(?:[\w-]+\s){{0,4}}?{_OUTPUT}\s(?:(?:has|have|was|were|is|are|been"
    rf"|being|now|just|successfully)\s)+"
    r"(?P<done>produced|made|achieved|delivered|poured|rolled off|came off|left the (?:production )?line)\b",
    re.I,
    needs="first maiden millionth thousandth 0",
)


def first_output(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A mine or a plant that has made its first product runs: the product stands for the plant where no noun does."""
    match = _FIRST_OUTPUT.search(clause.text, clause.opened)
    if match is None or not (clause.products or clause.chemistries or clause.find(*THINGS)):
        return None
    if clause.headline and clause.has("firm.consider"):
        return None  # "Alder ships first anodes, eyes Mauritius" tells two things
    verb = cue_of(clause, match, "made" if match["made"] else "done", "facility_verb.produce")
    how = aspect(clause, verb)
    if how.negated or how.possible or how.ahead or how.purpose:
        return None
    named = clause.find(*THINGS, "facility.project", "facility_verb.produce")
    return (named or [verb])[0], Sign("operating", verb, how, "first-output", True)


# "broke ground on December 11", "held their groundbreaking in Glendale on Monday": nothing else is named that is built
_ON_A_DAY = regex(
    r"(?:\s(?:(?:in|at|near) (?=[A-Z])|on (?=[A-Z]|\d)|(?:this|last|today|yesterday|earlier|here|there)\b)|[.,;]|$)"
)
_HELD = gated(r"\b(?:held|holds|celebrat(?:ed|es)|marked|marks)\s(?:an?|the|its|their)\s(?:[\w-]+\s)?$")


def broken_ground(clause: Sentence) -> tuple[Cue, Sign] | None:
    """Ground that a company has broken stands for the plant where no noun does."""
    if not clause.names or clause.find(*THINGS, "facility.project", "facility.centre"):
        return None
    for cue in clause.find("facility_verb.ground"):
        how = aspect(clause, cue)
        told = cue.form in {"past", "part", "s"} or _HELD.search(clause.before(cue.span.start, 40), clause.opened)
        if not told or how.negated or how.possible or how.ahead or how.purpose:
            continue
        if _ON_A_DAY.match(clause.after(cue.span.end, 12)):
            return cue, Sign("construction", cue, how, "ground", True)
    return None


# "both councils have now |backed| the £2.5bn scheme to build the factory"
_COUNCIL_BACKS = gated(
    r"\b(?:[Cc]ouncil(?:s|lors|lors')?|[Pp]lanners|[Pp]lanning [Cc]ommittee|[Cc]ommittee)\s"
    r"(?:(?:has|have|had|also|now|both|unanimously|overwhelmingly)\s){0,3}"
    r"(?P<backs>back(?:s|ed)?|endors(?:e|es|ed)|vot(?:ed|es) (?:in favou?r of|for))\s[^;,]{0,40}?"
    r"\b(?:scheme|plans?|proposals?|application|project|factory|plant|gigafactory)\b",
    needs="back backs backed endorse endorses endorsed vote votes voted",
)


def backed_by_council(clause: Sentence) -> Sign | None:
    """A plant whose plans those back who decide on them is permitted."""
    match = _COUNCIL_BACKS.search(clause.text, clause.opened)
    if match is None:
        return None
    verb = cue_of(clause, match, "backs", "facility_verb.permit")
    how = aspect(clause, verb)
    return None if how.negated or how.possible or how.ahead else Sign("permitted", verb, how, "council", True)


_AS_USUAL = gated(r"\b(?:operate|operating|run|running|continue)\s(?:[\w-]+\s)?(?:as usual|as normal|normally)\b")
# "|After| breaking ground", "Seven months |after suspending| the project", "reopened |after a| six-week stop"
_LOOKED_BACK = regex(
    r"^(?:(?:[\w-]+\s){0,3}(?:days|weeks?|months?|years?)\s(?:after|since|before)|After|Since|Following|Having|Before"
    r"|Despite|Instead of|Rather than)"
    r"\s[^,]{0,60}$"
    r"|\b(?:after|following|despite|ending)\s(?:(?:an?|its|their|the|months of|years of)\s(?:[\w-]+\s){0,3})?$"
)
_THEIRS = regex(
    r",\s(?:which|who)\s(?:itself|themselves)\s(?:has\s|have\s)?$"
)  # "for A, which itself |opened| a plant"


# "some of the new projects have been |slowed|": nobody says which
_SOME_OF = gated(
    rf"\b(?:[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Aa] number)\sof\sthe\s(?:[\w-]+\s){{0,3}}?(?:projects|{PLANTS})"
    r"\s(?:[a-z]+\s){0,3}$"
)


def signs(clause: Sentence, thing: Cue) -> Iterator[Sign]:
    if _AS_USUAL.search(clause.text, clause.opened):
        return  # it only goes on
    found = [
        sign
        for sign in _all_signs(clause, thing)
        if not _SOME_OF.search(clause.before(sign.cue.span.start, 90), clause.opened)
        and not is_of_one_beside(clause, sign.cue)
    ]
    fresh = [
        sign
        for sign in found
        if not _LOOKED_BACK.search(clause.before(sign.cue.span.start, 70))
        and not _THEIRS.search(clause.before(sign.cue.span.start, 20))
    ]
    yield from _without_asides(clause, fresh) or fresh or (sign for sign in found if sign.stage != "closed")


_WHICH = regex(r",\s(?:which|who)\s(?:also\s|already\s|currently\s|now\s)?$")


def _without_asides(clause: Sentence, found: list[Sign]) -> list[Sign]:
    """Without what runs already: "Alder, which |operates| a mine, has begun to build"; a plant that runs plans none."""
    aside = [
        sign for sign in found if sign.stage == "operating" and _WHICH.search(clause.before(sign.cue.span.start, 25))
    ]
    others = [sign for sign in found if sign not in aside]
    if all(sign.cue.written in PLAIN_FUTURE for sign in others) and not all(
        _is_a_firms(clause, each) for each in aside
    ):
        return found  # "the plant, which |started up| in May, will reach 5 GWh"
    return others


def _is_a_firms(clause: Sentence, sign: Sign) -> bool:
    which = _WHICH.search(clause.before(sign.cue.span.start, 25))
    return which is not None and any(name.said.end == sign.cue.span.start - len(which[0]) for name in clause.names)


_REACHING = frozenset(
    {
        "facility_verb.permit",
        "facility_verb.start",
        "facility_verb.delay",
        "facility_verb.cancel",
        "investment.invest",
        "firm.consider",
    }
)
# "once completed", "when it is fully commissioned": is to be; "after breaking ground in May, Alder said": was.
_WHEN_DONE = gated(
    r"\b(?:once|when|whenever|until|till|if|unless|upon|as soon as|by the time)\s"
    r"(?:(?:it|they|both|all|the|its|this|that|phase|plant|factory|facility|site|project|mine|complex|works|expansion"
    r"|construction"
    r"|production|line|is|are|was|were|has|have|been|being|fully|finally|eventually|officially|first|second"
    r"|one|two|three|new)\s){0,7}$"
    r"|\b(?:in anticipation of|in preparation for|ahead of|awaiting|pending)\s(?:the|its|their|an?)\s$",
    re.I,
)


def _all_signs(clause: Sentence, thing: Cue) -> Iterator[Sign]:
    for cue in clause.cues:
        if not _tells_a_step(cue, thing) or _is_another_word(clause, cue):
            continue
        near = nearest(clause, cue, thing)
        if apart(clause, cue, near):
            continue  # "Deliveries start in May; the plant joins later"
        step = _step(clause, cue, near)
        reach = FAR if step.aspect.done or step.aspect.going_on or _REACHING & set(cue.tags) else NEAR
        if words_between(clause, cue.span, near.span) <= reach:
            yield from stages(step)


def _tells_a_step(cue: Cue, thing: Cue) -> bool:
    itself = cue is thing and "investment.invest" not in cue.tags
    return not itself and any_begins(cue.tags, "facility_verb.", "firm.", "investment.invest")


def _step(clause: Sentence, cue: Cue, thing: Cue) -> Step:
    how = aspect(clause, cue)
    if _WHEN_DONE.search(clause.before(cue.span.start, 60), clause.opened):
        how = replace(how, ahead=True, done=False, going_on=False)
    bare = cue.form == "base"
    ahead = how.ahead or (bare and (_is_headed(clause, cue) or _also_ahead(clause, cue) or _is_helped(clause, cue)))
    return Step(clause, cue, how, thing, ahead)


def _is_headed(clause: Sentence, cue: Cue) -> bool:
    """Whether a headline's bare verb tells what is to come, not what several do: "A, B |break| ground"."""
    several = len(distinct(clause.names)) > 1 and clause.named_before(cue)
    return clause.headline and not several and not _SEVERAL_DO.search(clause.before(cue.span.start, 30))


# "Site |works begin| at a store": several do it now
_SEVERAL_DO = regex(r"\b(?:works|operations|trials|tests|deliveries|shipments|exports|commissioning works)\s$", re.I)


_AND = gated(
    r"\b(?:will|would|shall|could|may|might|(?:aim|plan|intend|expect|want|hope|agree)\w*\sto)\s[^;.]*\sand\s$",
    needs="will would shall could may might to",
)


def _also_ahead(clause: Sentence, cue: Cue) -> bool:
    """Whether a second verb goes on from what is ahead: "will break ground and |start| production in 2023"."""
    return bool(_AND.search(clause.before(cue.span.start, 200), clause.opened))


_HELPS = gated(r"\bhelp(?:s|ed|ing)?\s(?:[\w’'.-]+\s){0,5}$", needs="help helps helped helping")


def _is_helped(clause: Sentence, cue: Cue) -> bool:
    """Whether it is what somebody is helped to do: "a law that would help Alder |launch| a mine"."""
    return bool(_HELPS.search(clause.before(cue.span.start, 60), clause.opened))


_NOUN_BEFORE = regex(r"\b(?:the|a|an|its|their|of|this|that|any|no)\s$", re.I)
_IS = regex(r"\b(?:is|are|was|were|be|been)\s(?:[a-z]+ly\s|therefore\s|often\s|also\s|now\s)?$")
_HELD_TO_BE = regex(
    r"\s(?:an?|the|one|to be|as|among|by many|key|crucial|critical|essential|important|vital|necessary|safe\w*|too|very"
    r"|highly|more|less)\b"
)
_LIFTS = regex(r"\b(?:to|will|would|could|may|and)\s$")  # "A to |up| capacity"
_USED_UP = regex(r"\s(?:[\w-]+\s){0,2}?(?:batter(?:y|ies)|cells?|packs?|fuel|catalysts?|electrodes?)\b")
_OF_TRADE = regex(
    r"\s(?:[\w-]+\s){0,3}?(?:orders?|contracts?|customers?|sales?|deals?|agreements?|licen[cs]es?"
    rf"|{PLANT}|{PLANTS}|lines?|projects?)\b"
)
_OF_A_PLANT = regex(  # "|start-up| of the mine", "targets |start-up| in 2026"
    r"\s(?:of|in|at|by|on|date|phase|time|next|this|early|late|mid|capacity|costs?|production|operations?|scheduled"
    r"|expected"
    r"|planned|from|before|after|and ramp\S*|(?:is|was|are) (?:scheduled|expected|planned|due|set|targeted)"
    r"|(?:will|could|should) (?:take|occur|happen|follow|begin|start))\b|[.;]?$"
)
_A_SHARE = regex(r"(?:\d\s?(?:%|per\s?cent)|\b(?:two[ -]thirds|three[ -]quarters|largely))\s$")
_SCRAP = regex(r"\s(?:[\w-]+\s){0,3}?(?:batter(?:y|ies)|cells?|packs?|modules?|cars?|vehicles?|EVs?)\b")
_PUT = regex(
    r"\b(?:cut|scal\w+|push\w*|put|hold|held|roll\w*|set|go\w*|c[oa]me|br\w+|call\w*|w[io]n|buy|pull\w*|step\w*)\s$"
)
_ASKED = regex(r"\b(?:demands?|urges?|seeks?|wants?|orders?)\s$")
_ACTS = regex(r"\s(?:approv|clear|back|launch|open|propos|award|grant|allocat|unveil|adopt|plan|seek|want)\w*s\s", re.I)
_FORECAST = regex(r"\s(?:that|it|its|to|a|an|the|\d)")  # who "projects" something says what


def _is_another_word(clause: Sentence, cue: Cue) -> bool:
    """Whether a word that is written like a step's verb is none here."""
    before, follows = clause.before(cue.span.start, 16), clause.after(cue.span.end, 40)
    if cue.form == "base" and _is_noun(clause, cue):
        return True  # "the scrap of", "batteries and scrap per year", "its close"
    if follows[:1] == "-" and follows[1:2].isalpha():
        return True  # "open-pit", "closed-loop"
    if before[-1:] == "-" and ("facility_verb.build" in cue.tags or cue.written in {"backed", "delayed"}):
        return True  # "half-built", "a government-backed project"
    match cue.written:
        case "up" if not _LIFTS.search(before):
            return True  # "to wrap-up construction", "powers up", "take up production"
        case "built" | "complete" | "completed" | "finished" | "constructed" if _A_SHARE.search(before):
            return True  # "is 40% built"
        case "approve" | "approves" | "approved" | "approving" if lets_have(clause.after(cue.span.end, 90)):
            return True  # "approves $100 million for the plant": money is given
        case "commission" if _ACTS.match(follows):
            return True  # "Commission approves state aid"
        case "scrapped" if _SCRAP.match(follows):
            return True  # "strips lithium from |scrapped| EV packs"
        case "planned" if before.endswith(" once "):
            return True  # "where a battery factory was once planned"
        case "back" if _PUT.search(before):
            return True  # "has cut back the fine"
        case "halt" if _ASKED.search(before):
            return True  # "a village demands |halt|"
        case "run" | "runs" | "ran" | "running" if follows.startswith(" out of "):
            return True  # "ran out of money"
        case "run" if clause.headline and follows.startswith(" on "):
            return True  # "will run on used packs"
        case "spent" if _USED_UP.match(follows):
            return True  # "spent batteries" cost nothing
        case "first commercial" if _OF_TRADE.match(follows):
            return True
        case "projects" if not _FORECAST.match(follows):
            return True
        case "considered" if _IS.search(before) and _HELD_TO_BE.match(follows):
            return True  # "is considered crucial", "is considered one of the largest"
        case "beginning" if _NOUN_BEFORE.search(before):
            return True  # "from the beginning"
        case "start-up" if not _OF_A_PLANT.match(follows):
            return True  # "the battery start-up Alder is building a plant"
    return False


_ENDINGS = frozenset(
    {"scrap", "halt", "pause", "delay", "close", "drop", "permit", "stall", "slip", "idle", "freeze", "restart"}
)
_VERB_BEFORE = regex(
    r"\b(?:to|will|would|could|may|might|can|must|should|shall|not|n't|they|we|who|which|that|and then|soon|also|"
    r"officials|companies|plans?|authorities|partners|owners|[a-z]+ly)\s$"
)


def _is_noun(clause: Sentence, cue: Cue) -> bool:
    """Whether a bare form is a noun: behind an article, or one that is as often a noun and has no verb's company."""
    before = clause.before(cue.span.start, 16)
    if _NOUN_BEFORE.search(before):
        return True
    return cue.written in _ENDINGS and not clause.headline and bool(before) and not _VERB_BEFORE.search(before)


# An end beats a delay, which beats what is reached; a doubt beats a plan.
_ORDER = (
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


_LEAVES_IT = (
    "pull out",
    "pulls out",
    "pulled out",
    "pulling out",
    "withdr",
)  # "will |pull out of| its plant and close it"


def strongest(signs: list[Sign]) -> Sign | None:
    """An end beats a delay, what is done beats what is planned, a doubt beats a plan."""
    signs = [sign for sign in signs if sign.rule != "standing"] or signs
    if any(sign.stage == "closed" for sign in signs):
        signs = [sign for sign in signs if not sign.cue.written.startswith(_LEAVES_IT)]
    pool = [sign for sign in signs if sign.done] or signs
    return min(pool, key=lambda sign: (_ORDER.index(sign.stage), sign.cue.span), default=None)
