"""A plant that is agreed on and not yet built: "signed a deal with the state for a 10 GWh cell factory"."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex

AGREED = "agreed"  # the rule by which it is read
_PACTS = (
    "agreement agreements deal deals pact pacts accord accords mou mous memorandum memoranda declaration declarations"
)
_PACT = (
    r"(?:agreements?|deals?|pacts?|accords?|MoUs?|MOUs?|memorand(?:um|a)(?:\sof\sunderstanding)?"
    r"|declarations?(?:\sof\sintent)?)"
)
_AGREED = gated(
    r"\b(?P<verb>sign(?:s|ed)?|ink(?:s|ed)?|conclud(?:es?|ed)|reach(?:es|ed)?|str(?:ikes?|uck)|seal(?:s|ed)?)\s"
    rf"[^.;]{{0,40}}?\b{_PACT}\b"
    rf"|\b{_PACT}\s(?:has been|have been|was|were|is|are)\s(?:also\s|formally\s)?"
    r"(?P<done>signed|inked|concluded|reached|sealed)\b",
    needs=_PACTS,
)
# from the agreement to the plant: "| with the state of Gujarat for setting up a 10 GWh battery |plant"
_FOR_IT = regex(
    r"(?:(?!\b(?:suppl|purchas|deliver)\w*)[^.;]){0,90}?\s(?:for|on|about|regarding|covering)\s"
    r"(?:(?:the\s)?(?:construction|establishment|creation|development|building|setting[\s-]up|set-up)\s(?:of\s)?)?"
    r"(?:(?:an?|the|what will be|Europe['’]s|[A-Z]\w+['’]s)\s)?(?!its\b|their\b)"
    r"(?:(?!(?:suppl|sale|purchas|deliver|acqui|stake|leas|equip|expan)\w*\s|(?:of|from|at|in)\s)[\w.,$€£%/-]+\s){0,8}?"
)
_OF_OTHER_THINGS = regex(r"\b(?:land|lease|labou?r|union|wage|supply|offtake|purchase|sales?|licen[cs]\w+)\b", re.I)
_NO_PLANT = regex(
    r"\s(?:equipment|machinery|machines|suppl\w+|lines?|components?|parts|services|engineering|design|output)\b"
)
_WORKERS = regex(r"\b(?:workers?|unions?|UAW|employees|strik\w+)\b", re.I)
_EXPLORES = regex(
    r"\b(?:explor|stud(?:y|ies)|evaluat|assess|feasibility|possib|potential|consider|examin|non-binding)\w*"
)


def agreed_on(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant that an agreement is for, where no verb says that it is built; what is only studied is considered."""
    plants = clause.find("facility.plant")
    match = _AGREED.search(clause.text, clause.opened) if plants and clause.names else None
    if match is None or _OF_OTHER_THINGS.search(match[0]) or _WORKERS.search(clause.text):
        return None
    verb = cue_of(clause, match, "verb" if match["verb"] else "done", "facility_verb.plan")
    how = aspect(clause, verb)
    if how.negated or how.possible or how.ahead or how.purpose:
        return None
    for plant in plants:
        between = clause.text[match.end() : plant.span.start - clause.span.start]
        if _FOR_IT.fullmatch(between) and not _NO_PLANT.match(clause.after(plant.span.end, 30)):
            stage = "considered" if _EXPLORES.search(between) else "announced"
            return plant, Sign(stage, verb, how, AGREED, False)
    return None
