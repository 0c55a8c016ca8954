"""Stories whose sentence would make somebody do what another does, or what nobody has done yet."""

from __future__ import annotations

import re

from cellwire.model import Kind, Role
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode


def done_by_others(matter: Matter, shelf: Shelf) -> str:
    """Empty, or who else does it."""
    if _weighed_by_others(matter, shelf):
        return "others than its owner weigh it"
    if _only_passed_on(matter):
        return "a committee has only let the money pass"
    if _no_rule_of(matter, shelf):
        return "its verb adopts no rule"
    if _brought_by_others(matter):
        return "who brings it to market is another than its maker"
    return "a report has it of a land, and names no body that gives it" if _only_a_lands(matter) else ""


_OTHERS_WEIGH = re.compile(
    r"\b(?:lawmakers|parliament\w*|(?:city |county |town |local )?council(?:lors|men|s)?|commissioners|regulators?"
    r"|planners|officials|ministers?|government|residents|voters|senators"
    r"|(?:county|city|town|zoning|planning|school) board)\b(?:(?!\b(?:said|says|told|that)\b)[^.;,]){0,40}?"
    r"\b(?:(?:is|are|was|were) (?:now |still )?)?"
    r"(?:weigh|consider|decid|review|debat|vot|mull|discuss)(?:s|es|ed|e|ing)?\b",
    re.IGNORECASE,
)
_HIS_OWN = {"facility.consider", "facility.study", "facility.explore", "facility.applied", "facility.site"}
_OPENING = 400  # characters


def _weighed_by_others(matter: Matter, shelf: Shelf) -> bool:
    """ "|Lawmakers are weighing up| whether to let Alder open a mine": who decides on a plant does not consider one."""
    if matter.kind is not Kind.FACILITY or matter.stage != "considered" or matter.lead.rule in _HIS_OWN:
        return False
    text = shelf.documents[matter.lead.document].text
    return any(_OTHERS_WEIGH.search(words) for words in (text[:_OPENING], matter.lead.quote))


# "a Senate |committee granted approval to the allocation| of $20 million"
_A_COMMITTEE = re.compile(
    r"\b(?:senate|house|assembly|legislative|parliamentary|council|appropriations|budget|finance)\s"
    r"(?:[\w-]+\s){0,3}?(?:committee|subcommittee|panel)\b",
    re.IGNORECASE,
)


def _only_passed_on(matter: Matter) -> bool:
    """Whether a committee of a parliament is all that has said yes to public money."""
    gives = any(told.value.role is Role.GOVERNMENT for told in matter.parties)
    return matter.kind is Kind.INVESTMENT and gives and _A_COMMITTEE.search(matter.lead.quote) is not None


# "|puts| storage at the centre of its strategy", "|steps up| its push": what it aims at, and nothing that is ruled
_ASKS = re.compile(r"\s(?:which|how|whether|who|when|where)\b")
_NO_RULE = re.compile(r"(?:puts?|step(?:s|ped)? up|tak(?:e|es) aim at|advanc(?:e|es|ed))\s*$", re.IGNORECASE)


def _no_rule_of(matter: Matter, shelf: Shelf) -> bool:
    """Whether nothing but a verb of aiming tells of a law, or of saying what meets it: "announced |which| cars do"."""
    trigger, text = matter.lead.trigger, shelf.documents[matter.lead.document].text
    if matter.kind is not Kind.POLICY or matter.stage != "adopted" or trigger is None:
        return False
    if _ASKS.match(text, trigger.end):
        return True
    return matter.lead.rule == "policy.deed" and _NO_RULE.match(trigger.cut(text)) is not None


_BRINGS = re.compile(r"\b(?:introduc|launch|offer|distribut|sell|add|bring)(?:s|es|ed)\s(?:the\s)?$", re.IGNORECASE)


def _brought_by_others(matter: Matter) -> bool:
    """ "Birch |introduces Alder's| battery": Alder launches nothing."""
    lead, quote = matter.lead, matter.lead.quote
    if matter.kind is not Kind.TECHNOLOGY or len(lead.parties) != 1:
        return False
    start, end = (at - lead.evidence.start for at in (lead.parties[0].span.start, lead.parties[0].span.end))
    verb = _BRINGS.search(quote[: max(0, start)])
    return bool(verb and verb.start() and quote[end : end + 2] in {"'s", "’s"})


_AN_OFFICE = re.compile(
    r"\b(?:governments?|ministr\w+|minister|parliament|cabinet|president|congress|senate|federal|department|agency"
    r"|commission|treasury|councils?|authorit\w+|officials|premier|governor|budget)\b",
    re.IGNORECASE,
)


def _only_a_lands(matter: Matter) -> bool:
    """ "Canada to spend $20 billion on storage: |Report|": what a report thinks it will spend is no government's."""
    if matter.kind is not Kind.INVESTMENT or matter.mode is not Mode.REPORTED:
        return False
    governments = [told.value.role is Role.GOVERNMENT for told in matter.parties]
    return bool(governments) and all(governments) and _AN_OFFICE.search(matter.lead.quote) is None
