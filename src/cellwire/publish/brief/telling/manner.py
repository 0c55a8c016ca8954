"""In which manner a story is told: its step and thing, how firm it is, and whether its day is told."""

from __future__ import annotations

import re

from cellwire.model import STOPPED, TO_BE_BUILT, DateWhat, Kind, Modality, PartialDate
from cellwire.publish.brief.matter import FILED, Matter, Mode
from cellwire.publish.brief.telling.called import EXPLORATION, LAUNCH, meant
from cellwire.publish.brief.telling.slots import CAUSE, happened

# A contract that "will" bring goods is signed: the plan is the delivery.
_DONE = {
    "supply": {"signed", "mou"},
    "partnership": {"signed", "mou"},
    "investment": {"completed", "terminated"},
    "policy": {"adopted", "repealed"},
}
_STARTS = {DateWhat.PRODUCTION_START, DateWhat.EVENT}
SHOWN = {"unveiling", "launch", "claim"}
_LATELY = 45  # days
_GOES_ON = re.compile(
    r"\b(?:will (?:still )?proceed|(?:go|press)(?:es|ing)? ahead|on (?:track|schedule)|as planned|jeopardi[sz]e)\b"
)
UNBUILT = {"considered", "announced"}
# what is planned of a plant that a verb names: "the new plant will begin production in December" is no plan to build it
_TO_A_PLANT = {
    "facility.start-operating": "first production",
    "facility.expand": "enlargement",
    "facility.invest": "investment",
}
_CONTRACT = "engineering contract"  # for a plant that is planned: the plan was told before
_SAYS_MORE = {"doubt", "enlargement", "more money", _CONTRACT}
# What can happen somewhere, whoever it happens to: a recall or a strike is somebody's
NOBODYS = {"battery fire", "fire", "explosion", "leak", "accident", "clean-up", CAUSE}


def stage_of(matter: Matter) -> str:
    """What is to be begun or approved one day is told as what it is, a plan."""
    unbegun = matter.mode is Mode.PLANNED and matter.stage in {"permitted", "construction"}
    return "announced" if unbegun else matter.stage


def is_only_named(matter: Matter) -> bool:
    """Of what exactly is denied of a technology or an incident nothing is said."""
    return matter.mode is Mode.DENIED and matter.kind in {Kind.TECHNOLOGY, Kind.INCIDENT}


def said_thing(matter: Matter) -> str:
    if matter.rung == "nomination":
        return "nomination"
    if matter.thing is None and matter.kind is Kind.FACILITY and matter.stage == "operating" and _just_started(matter):
        return "start"
    said = matter.thing.text if matter.thing else ""
    if matter.kind is Kind.TECHNOLOGY and matter.stage == "testing" and _is_tested(matter.lead.quote):
        return TESTED
    planned = _TO_A_PLANT.get(matter.lead.rule or "") if matter.stage in UNBUILT else None
    planned = meant(matter) or planned
    return planned if planned and said not in _SAYS_MORE else said


TESTED = "finished test"
# "debuts |after a road test|", "has |passed a fire test|", "|proven| over 1,000 km": nobody is testing it any more
_TESTED = re.compile(
    r"\b(?:complet|pass|finish|conclud|surviv)(?:s|es|ed)\b[^.;]{0,60}\b(?:tests?|trials?|validation|qualification|evaluation)\b"
    r"|\bafter\b[^.;]{0,60}\b(?:tests?|trials?)\b|\b(?:has|have|had|was|were|been)\s(?:\w+ly\s)?(?:tested|proven)\b"
    r"|\b(?:tests?|trials?)\s(?:results?\s)?(?:show|prov|confirm|reveal|found|demonstrat)\w*"
    r"|\b(?:test|trial) results\b|\bwithst(?:ands|ood)\b",
    re.IGNORECASE,
)


# "|begins road trials| after passing lab tests": another test has only begun
_TEST_BEGINS = re.compile(
    r"\b(?:start|beg[aiu]n|launch|kick|enter|will|to)\w*\b[^.;]{0,40}\b(?:test|trial|pilot|validat)", re.IGNORECASE
)


def _is_tested(quote: str) -> bool:
    return _TESTED.search(quote) is not None and _TEST_BEGINS.search(quote) is None


def _just_started(matter: Matter) -> bool:
    starts = [told.value.date for told in matter.dates if told.value.what in _STARTS]
    return any(start.first <= matter.told and (matter.told - start.last).days <= _LATELY for start in starts)


# "said they plan to create a joint venture": they have not agreed on it yet
_MEANT = re.compile(
    r"\b(?:plan(?:s|ning)?|intends?|aims?|set|wants?) to (?:\w+ly )?(?:create|establish|form|set up|found|launch)\b"
    r"[^.;]{0,30}\b(?:ventures?|JV|company)\b"
)
# What is proposed, drafted or sought is no plan to propose it
_PROPOSED = re.compile(
    r"(?<!to )(?<!will )(?<!would )\b(?:propos(?:es|ed|als?|ing)|drafts?|drafted|tabled|seeks"
    r"|bills?|laws? would)\b",
    re.I,
)
# "|pushes for| stricter rules": who calls for them cannot make them; a draft that calls for something can
_CALLS = re.compile(
    r"^(?:(?!\b(?:drafts?|bills?|proposals?|plans?)\b).)*?"
    r"(?:\b(?:call|push|press|lobby|lobbi)(?:s|es|ed|ing)? for\b|\burg(?:es|ed|ing)\b)",
    re.I,
)
# "to roll out rebates": they are not there yet
_TO_ROLL_OUT = re.compile(r"\bto (?:soon )?(?:roll out|launch|introduce|bring in|start|offer)\b", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|discuss(?:ing|ions?))\b", re.IGNORECASE)
_TO_END = re.compile(r"\bto (?:end|dissolve|terminate|cancel|wind (?:up|down))\b", re.IGNORECASE)
# "|plans to take a| stake": it has not yet
_AHEAD_OF_MONEY = re.compile(
    r"\b(?:plan(?:s|ning)?|intends?|aims?|set|expected|wants?|looking|seek(?:s|ing)?|about|poised) to [^.;,]{0,40}$"
    r"|\b(?:to|will) $"
)
# "is |planning to| halt production at the mine, according to a person": nor has it that
_AHEAD = re.compile(r"\b(?:plan(?:s|ning)?|intends?|aims?|set|expected|will|going|about)(?: to)?(?: be)? $")
_MAY_BE_AHEAD = {Kind.FACILITY, Kind.POLICY, Kind.INVESTMENT}


def _is_ahead(matter: Matter) -> bool:
    lead = matter.lead
    if lead.trigger is None or (matter.kind is Kind.FACILITY and matter.stage in TO_BE_BUILT):
        return False
    ahead = _AHEAD_OF_MONEY if matter.kind is Kind.INVESTMENT else _AHEAD
    return ahead.search(_before_trigger(matter)) is not None


def _before_trigger(matter: Matter) -> str:
    lead = matter.lead
    return lead.quote[: max(0, lead.trigger.start - lead.evidence.start)] if lead.trigger else lead.quote


def _to_trigger(matter: Matter) -> str:
    """As far as the words by which it was read, which may be the call itself."""
    lead = matter.lead
    return lead.quote[: max(0, lead.trigger.end - lead.evidence.start)] if lead.trigger else lead.quote


def manner_of(matter: Matter) -> str:
    """The name of the patterns (`modes.toml`) that say how firm it is, mostly its mode."""
    if matter.mode is Mode.ASSERTED and matter.stage == "terminated" and _TO_END.search(matter.lead.quote):
        return Mode.PLANNED.value
    if matter.mode is Mode.CONSIDERING and matter.kind is Kind.SUPPLY and _TALKS.search(matter.lead.quote):
        return "talking"
    if matter.mode in (Mode.PLANNED, Mode.CONSIDERING) and said_thing(matter) in _done_already(matter):
        return Mode.ASSERTED.value
    if matter.mode is Mode.REPORTED and matter.stage == "considered":
        return "reported-considered"
    if matter.mode is Mode.REPORTED and matter.kind is Kind.TECHNOLOGY and matter.lead.modality is Modality.PLANNED:
        return "reported-planned"
    if matter.mode is Mode.REPORTED and matter.kind in _MAY_BE_AHEAD and _is_ahead(matter):
        return "reported-planned"
    if is_only_named(matter):
        return f"denied-{matter.kind.value}"
    if matter.mode is Mode.CONDITIONAL and matter.stage in STOPPED:
        return "conditional-stopped"
    return _mode_of_plan(matter) if matter.mode is Mode.PLANNED else matter.mode.value


def _done_already(matter: Matter) -> frozenset[str]:
    """A mine that somebody plans to explore is not explored yet."""
    return frozenset({_CONTRACT, LAUNCH} if matter.mode is Mode.PLANNED else {FILED, EXPLORATION})


def _mode_of_plan(matter: Matter) -> str:
    """A deal that is to bring goods is done, and so is a rule that is to be proposed where its draft is told of."""
    if matter.stage in _DONE.get(matter.kind.value, set()):
        return Mode.PLANNED.value if _is_meant(matter) else Mode.ASSERTED.value
    if matter.kind is Kind.POLICY and matter.stage == "proposed":
        if _CALLS.search(_to_trigger(matter)):
            return "calling"
        return Mode.ASSERTED.value if _PROPOSED.search(matter.lead.quote) else Mode.PLANNED.value
    settled = matter.kind is Kind.INVESTMENT and matter.stage == "announced" and matter.backing.agreed
    return Mode.ASSERTED.value if settled else Mode.PLANNED.value


def _is_meant(matter: Matter) -> bool:
    ahead = {(Kind.PARTNERSHIP, "signed"): _MEANT, (Kind.POLICY, "adopted"): _TO_ROLL_OUT}
    words = ahead.get((matter.kind, matter.stage))
    return words is not None and words.search(matter.lead.quote) is not None


def dating_of(matter: Matter) -> str:
    """Whether the day of the event is told, and as what: of the thing itself, or of its announcement."""
    event = happened(matter)
    if event is None:
        return "undated"
    year, month = str(matter.told.year), f"{matter.told:%Y-%m}"
    vague = not _to_the_month(event.value.date)
    this_month = event.value.what is DateWhat.EVENT and event.value.date.iso == month
    if event.value.date.iso == year or this_month or (matter.announced and vague):
        return "undated"  # "in 2023", of what is told in 2023; nobody announces "in the third quarter"
    if matter.mode is Mode.PLANNED and _GOES_ON.search(matter.lead.quote):
        return "undated"  # that a plan stands was told that day, and not the plan
    if matter.kind is Kind.INCIDENT and matter.announced and said_thing(matter) in NOBODYS:
        return "undated"  # nobody announces a fire
    going_on = matter.stage == "construction" and said_thing(matter) != "start"
    if matter.kind is Kind.FACILITY and matter.announced and event.value.what is DateWhat.EVENT and going_on:
        return "undated"  # what is being built was not announced on the day on which more of it was told
    if manner_of(matter) == Mode.PLANNED and event.value.date.last > matter.told >= event.value.date.first:
        return "undated"  # what "is to be built in the second half" was not announced in it
    ahead = event.value.date.first > matter.told
    if (matter.announced and event.value.what is DateWhat.EVENT) or (manner_of(matter) == Mode.PLANNED and not ahead):
        return "told" if not ahead else "undated"
    unbegun = matter.step in {"considered", "announced"}  # nobody plans, or develops, on a day
    works = matter.kind is Kind.FACILITY or (matter.kind is Kind.TECHNOLOGY and said_thing(matter) not in SHOWN)
    unfit = ahead and (matter.mode is Mode.ASSERTED or (works and unbegun))
    return "undated" if unfit or matter.mode not in (Mode.ASSERTED, Mode.PLANNED) else "dated"


def _to_the_month(when: PartialDate) -> bool:
    return re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", when.iso) is not None
