"""What starts at a plant: its works, its production or the plant itself, or only a plan or a study of it."""

from __future__ import annotations

import re

from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.opening import is_news
from cellwire.claims.kinds.facility.sign import Step, Told
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import PLANT, PLANTS, regex

STATIONS = frozenset({"facility.swapping", "facility.storage"})

_ENTERS = regex(
    r"\s(?:into\s)?(?:(?:an?|the|its)\s)?(?:[\w-]+\s){0,3}?(?:agreements?|deals?|talks|negotiations"
    r"|partnerships?|ventures?"
    r"|MOUs?|MoUs?|memorand\w+|pacts?|contracts?|markets?)\b"
)


# "|achieves| a major milestone in the expansion of its processing facility": nothing runs yet
_A_MILESTONE = regex(
    r"\s(?:(?:an?|the|its|another)\s)?(?:[\w-]+\s){0,3}?milestones?\s[^.;,]{0,20}\b(?:expansion|construction"
    r"|development)\b"
)


# "|achieves 100 % solar-powered| operations": it ran before
_ACHIEVES = regex(r"(?:achiev|reach|attain)", re.I)
_SO_WELL = regex(
    r"\s(?:an?\s)?(?:[\d.,]+\s?(?:%|per\s?cent)"
    r"|(?:[\w-]+\s){0,2}?(?:net[- ]zero|zero[- ]\w+|carbon[- ]neutral|solar[- ]powered|record|profitab\w+)\b)",
    re.I,
)


# "has |launched| a project to build a plant", "launched the search for a site": it is a plan
_A_PLAN = regex(
    r"\s(?:(?:an?|the|its|their|another)\s)?(?:[\w$€£.,-]+\s){0,4}?"
    r"(?:projects?|plans?|programmes?|programs?|initiatives?|tenders?|process|efforts?|bids?|searches|search"
    r"|studies|study"
    r"|campaign|venture|scheme)\s(?:to|for|aimed at|that (?:will|would|aims to))\b"
)


_A_LOOK = regex(r"\s(?:(?:an?|the|its)\s)?(?:[\w-]+\s){0,3}?(?:search|searches|study|studies|review)\s")
_UNDER_WAY = regex(r"(?:under ?way|in full swing)$")
# "an |assessment| for the mine is under way"
_A_STUDY = regex(
    r"\b(?:assessments?|stud(?:y|ies)|search|permitting|talks|negotiations|procedures?|reviews?|consultations?"
    r"|planning"
    r"|engineering|exploration|drilling)\b[^.;]{0,60}$",
    re.I,
)


# "|starting| from 2026, it aims to build a plant": it says when, and what starts another verb does
_FROM_WHEN = regex(r"\s(?:(?:from|in|on|as of)\s)?(?:(?:early|mid|late|the|end|of|[A-Z][a-z]+)[\s-]){0,3}20\d\d,\s")


# "plans to |start shipping| cars": the plant makes them already
_SELLS = regex(r"\s(?:shipping|delivering|selling|exporting)\b(?:\s[\w-]+){0,3}?\s(?:cars|vehicles|trucks|EVs)\b", re.I)


# "|sees the potential| to raise output": nothing starts
_SEES_A_CHANCE = regex(
    r"(?:see|sees|saw|seen|seeing)\s(?:the\s|an?\s)?(?:potential|possibility|chance|opportunit|need|room|demand)"
)


def starts(step: Step) -> Told | None:
    if (
        _SELLS.match(step.follows(80))
        or step.cue.written == "seed"
        or _SEES_A_CHANCE.match(step.cue.written + step.follows())
    ):
        return ()
    if step.cue.written in {"starting", "beginning"} and _FROM_WHEN.match(step.follows()):
        return None
    if _UNDER_WAY.search(step.cue.written) and _A_STUDY.search(step.before(90)):
        return (step.tells("considered", "study"),)
    if _A_MILESTONE.match(step.follows(90)) or (_ACHIEVES.match(step.cue.written) and _SO_WELL.match(step.follows(60))):
        return None
    if step.cue.written.startswith("enter") and _ENTERS.match(step.follows(60)):
        return None  # who enters an agreement to produce produces nothing yet
    if step.cue.written.startswith("launch") and _A_PLAN.match(step.follows(80)):
        studied = _A_LOOK.match(step.follows(80))
        return (step.tells("considered", "study") if studied else step.plans("plan"),)
    if _launches_it(step):
        done = step.cue.form in {"past", "part"} or _A_LINE.match(step.follows(130))
        runs = done and not step.ahead  # who "launches" a plant may only plan it, but no line
        return (step.reaches("operating", "start-operating", ahead=not runs),)
    begun = _begun(step.clause, step.cue)
    ahead = step.ahead and not is_news(step)
    return (step.reaches(begun, f"start-{begun}", ahead=ahead),) if begun else None


_WORDS = (
    r"(?:\s(?!(?:at|in|of|for|from|to|with|on|by|near|that|and|construction|production|work)\b)[\w$€£.,'’()/-]+){0,9}?"
)
_A_LINE = regex(rf"{_WORDS}\s(?:assembly|production) lines?\b", re.I)
# "has |launched| its second cell line"
_A_PLANT = regex(
    rf"{_WORDS}\s(?:{PLANT}|(?:cell|pack|battery|production|assembly|module|pilot|cathode|anode|recycling) lines?)\b"
    r"(?!\s(?:projects?|construction|plans?|tours?))",
    re.I,
)


_BUILDING = regex(r"\s(?:building|construct\w*|works?)\b")  # "will |start building| a plant"


def _launches_it(step: Step) -> bool:
    """Whether what is launched is the plant itself; stations and stores are launched before they run."""
    written = step.cue.written
    starts_it = written == "start" and step.ahead and not _BUILDING.match(step.follows(16))
    launched = (written.startswith("launch") and step.cue.form) or starts_it
    return bool(launched and not STATIONS & set(step.thing.tags)) and _A_PLANT.match(step.follows(130)) is not None


_NEAR, _FAR = 45, 160  # characters between what starts and the verb
_RECOVERS = regex(r"\s(?:to\s)?(?:recover|extract|shred|crush|dismantl|leach)(?:ing|e)?\b")  # "has begun recovering"
# "building of A's plant began", "construction of the plant, costing $1.7 billion (VND4 trillion), began"
_OF_IT = regex(
    r"\s(?:of|at|in|on|for)\s(?:[^;.]|\.\d){0,150}?"
    r"\b(?:start(?:s|ed)?|began|begins?|beg[ui]n|commence[sd]?|resum(?:es?|ed)|restart(?:s|ed)?|kick(?:s|ed) off"
    r"|under ?way|in full swing)\b"
)
_OF_A_PLANT = regex(rf"\s(?:{PLANT}|{PLANTS}|complex(?:es)?)\b")
_DEVELOPS = regex(  # "has begun |development of a second plant|"
    rf"\s(?:the\s)?develop(?:ing|ment of)\s(?:an?|the|its)\s"
    rf"(?:(?!(?:at|for|in|from|with|by|and)\s)[\w.,-]+\s){{0,6}}?(?:{PLANT}|mine|project)\b"
)
_WORK_ON = regex(r"\s(?:on|at)\s")  # "|Work| starts on a plant"


def _begun(clause: Sentence, cue: Cue) -> str:
    """What starts: building works or production, named after the verb or, with its subject, before it."""
    after = (
        []
        if _UNDER_WAY.search(cue.written)
        else [each for each in clause.cues if 0 <= each.span.start - cue.span.end < 45]
    )
    before = [
        each
        for each in clause.cues
        if 0
        <= cue.span.start - each.span.end
        < (_FAR if _names_works(clause, each) or _GROWS & set(each.tags) else _NEAR)
    ]
    if clause.before(cue.span.start, 6).lower().endswith("work ") and _WORK_ON.match(clause.after(cue.span.end, 4)):
        return "construction"
    if _RECOVERS.match(clause.after(cue.span.end, 24)):
        return "operating"
    if _DEVELOPS.match(clause.after(cue.span.end, 90)):
        return "construction"
    if not after and before and _UNDER_WAY.search(cue.written) and _GROWS & set(before[0].tags):
        return "construction"  # "the |second phase| of the plant is under way"
    for each in [*after, *reversed(before)]:
        if _OF_A_PLANT.match(clause.after(each.span.end, 20)):
            continue  # "construction of a battery |manufacturing| plant began"
        builds = "facility_verb.build" in each.tags and each.form in {"ing", "base"} and not _beyond(clause, cue, each)
        if "facility_verb.works" in each.tags or builds or each.written == "work on":
            return "construction"
        if each.written == "process" and not _OF_ORE.match(clause.after(each.span.end, 20)):
            continue  # "starts the deforestation |process|"
        if each.written in _HANDED_OUT:
            continue  # whose "|deliveries| begin" makes the goods already, wherever
        if "facility_verb.produce" in each.tags or "facility_verb.running" in each.tags:
            return "operating"
    return ""


_OF_ORE = regex(
    r"\s(?:[\w-]+\s)?(?:ore|lithium|brine|batter|black|spodumene|material|concentrate|scrap|up to|\d)", re.I
)
_HANDED_OUT = frozenset({"deliveries", "shipments"})
_GROWS = frozenset({"facility.project", "facility_verb.expand"})


def _names_works(clause: Sentence, cue: Cue) -> bool:
    """Whether the plant stands between works and what starts them: "|work on| a plant for cells began"."""
    if cue.form in {"past", "part"}:
        return False  # "|built| at the plant, the car started"
    return cue.written == "work on" or bool(_OF_IT.match(clause.after(cue.span.end, _FAR)))


def _beyond(clause: Sentence, cue: Cue, other: Cue) -> bool:
    """Whether a plant is named between two verbs: "|launches| a plant to |build| supply" launches the plant."""
    return any(cue.span.end <= thing.span.start < other.span.start for thing in clause.find(*THINGS))
