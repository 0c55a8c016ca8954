"""What is meant where a step's usual words say something else: a plant that is "set to open" is not planned."""

from __future__ import annotations

import re

from cellwire.lexicon import PLANT, PLANTS
from cellwire.model import Kind
from cellwire.publish.brief.matter import FILED, Matter

EXPLORATION, LAUNCH = "exploration", "plant launch"
_BY_RULE = {
    ("construction", "facility.commissioning"): "commissioning",
    ("considered", "facility.applied"): FILED,
    ("considered", "facility.explore"): EXPLORATION,
}
_GOODS = r"(?:(?:its|the|their|own|more|EV|battery|cell|pack|lithium|nickel|graphite|cathode|anode|annual|total)\s)*"
# "will spend $3 billion |to expand battery production|", "to |ramp up output|": there it makes something already
_MORE_OUTPUT = re.compile(
    r"^(?:[^.;,]{0,40}?\bto\s)?(?:expand|increas|boost|rais|lift|doubl|tripl|ramp(?:s|ing)?\sup|scal\w+\sup)(?:e|es|ing)?\s"
    rf"{_GOODS}(?:production|output|manufacturing)\s(?:at|in)\s"
    r"(?!(?:North )?America\b|Europe\b|Asia\b|the (?:region|country)\b)",
    re.IGNORECASE,
)
# "to |convert its car battery factory to make| storage cells", not "to convert a paper mill into one"
_CONVERTS = re.compile(
    rf"^(?:convert|retool|repurpos|re-?equip)(?:s|e|es|ing)?\s(?:(?!(?:into|former|idle|disused|old|part)\b)[\w.’'-]+\s){{0,6}}?"
    rf"(?:{PLANT}|{PLANTS}|lines?)\s(?:to|for)\s",
    re.IGNORECASE,
)
# "is |set to open| in May", "is |ready to launch|", "|to operate| this month"
_OPENS = re.compile(
    r"(?:\b(?:set|ready|due|about|scheduled|poised|on track|expected)\s(?:to|for)\s(?:an?\s|its\s)?"
    r"(?:open(?:ing)?|launch|operat\w+|come online|go live|go online"
    r"|(?:start|begin|commence) (?:(?:commercial|trial|full|cell) )?(?:operat\w+|production))"
    r"|\b(?:to|will|should)\s(?:soon\s|finally\s)?(?:operate|open|start operat\w+|begin operat\w+|come online|go live)"
    r"\s(?:this|next|in|on|by|soon|later|within)\b)",
    re.IGNORECASE,
)
_AROUND = 30  # characters before and behind the word that tells the plan
_SUSPENDS = re.compile(r"suspend|paus", re.IGNORECASE)  # "|suspends| export controls": for a time
_SAMPLES = re.compile(r"(?:[A-D]-)?samples?\b", re.IGNORECASE)  # "rolls out |A-samples|": nobody tests them yet
_TRIES = re.compile(r"\b(?:test|trial|pilot|evaluat|validat|qualif|demonstrat|sampling|try|tried)", re.IGNORECASE)
_LAUNCHES = re.compile(r"^launches$", re.IGNORECASE)


def meant(matter: Matter) -> str:
    """Our word for it, if it is no plan to build."""
    if matter.lead.trigger is None or matter.kind not in (Kind.FACILITY, Kind.POLICY, Kind.TECHNOLOGY):
        return ""
    if matter.kind is Kind.TECHNOLOGY:
        made = matter.stage == "testing" and _SAMPLES.match(_trigger(matter)) and not _TRIES.search(matter.lead.quote)
        return "samples" if made else ""
    if matter.kind is Kind.POLICY:
        return "suspension" if matter.stage == "repealed" and _SUSPENDS.match(_trigger(matter)) else ""
    if matter.stage != "announced":
        return _BY_RULE.get((matter.stage, matter.lead.rule or ""), "")
    return _planned(matter)


def _planned(matter: Matter) -> str:
    quote, trigger = matter.lead.quote, _trigger(matter)
    if matter.lead.rule == "facility.start-operating":
        return LAUNCH if _LAUNCHES.match(trigger) else ""
    start = _start(matter)
    if _MORE_OUTPUT.match(quote[start:]) and not _A_NEW_ONE.search(quote):
        return "more output"
    if _CONVERTS.match(quote[start:]):
        return "conversion"
    near = quote[max(0, start - _AROUND) : start + len(trigger) + _AROUND]
    return "opening ahead" if _OPENS.search(near) else ""


def _start(matter: Matter) -> int:
    """Where in its quote the word stands that tells it."""
    trigger = matter.lead.trigger
    return trigger.start - matter.lead.evidence.start if trigger else 0


def _trigger(matter: Matter) -> str:
    trigger = matter.lead.trigger
    return matter.lead.quote[_start(matter) :][: len(trigger)] if trigger else ""


_A_NEW_ONE = re.compile(
    rf"\b(?:new|another|second|build\w*)\s(?:[\w-]+\s){{0,3}}?(?:{PLANT}|{PLANTS})\b", re.IGNORECASE
)
