"""What a maker stops because its batteries have a fault."""

from __future__ import annotations

import re

from cellwire.claims.actors import distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

# "halts production and shipments of the van over a battery fault": not for want of demand
_OUTPUT = (
    r"(?:production|shipments?|shipping|deliver(?:y|ies|ing)|sales?|selling|output|assembly|assembling|building|making|"
    r"manufacturing|operations)"
)
_HALTED = gated(
    r"\b(?P<verb>halt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|suspension|stop(?:s|ped|ping)?|freez(?:e"
    r"|es|ing)|froze|stop-sale)\b(?:(?!\s(?:plans?|talks?|construction|work|investments?"
    r"|negotiations)\b)\s[\w’'-]+){0,6}?"
    rf"\s{_OUTPUT}\b"
    rf"|\b{_OUTPUT}\b(?:\s(?:of|for|at)(?:\s[\w’'-]+){{1,6}}?)?\s"
    r"(?:was|were|is|are|has been|have been|had been|being)\s(?:\w+ly\s)?"
    r"(?P<done>halted|paused|suspended|stopped|frozen)\b"
    rf"|\b(?P<put>puts?|putting)\s(?:(?:all|the|its)\s)?(?:[\w’'-]+\s){{0,4}}?"
    rf"{_OUTPUT}\b(?:\s[\w’'-]+){{0,5}}?\son hold\b",
    re.I,
    needs="halt halts halted halting pause pauses paused pausing suspend suspends suspended suspending suspension stop "
    "stops stopped stopping freeze freezes freezing froze frozen stop-sale hold",
)
_FAULT = regex(
    r"\b(?:issues?|problems?|defects?|faults?|faulty|fires?|flaws?|failures?|malfunction\w*|short[- ]circuit\w*|"
    r"contaminat\w+|leaks?|leaking|explosions?|overheat\w*|safety|quality)\b",
    re.I,
)
_RESUMES = regex(r"\b(?:resum\w+|restart\w*|lift\w* the)\b", re.I)
_ELECTRIC = regex(r"\b(?:batter\w+|cells?|packs?|EVs?|electric|lithium|storage)\b", re.I)


def halts(clause: Sentence) -> Draft | None:
    """A stops making or shipping something because its batteries have a fault: the halt goes on."""
    match = _HALTED.search(clause.text, clause.opened)
    if match is None or not _FAULT.search(clause.text) or not _ELECTRIC.search(clause.text):
        return None
    named = next(name for name in ("verb", "done", "put") if match[name])
    written = match[named].lower()
    form = "" if written in {"suspension", "stop-sale", "halt"} else "ing" if written.endswith("ing") else "past"
    cue = cue_of(clause, match, named, "incident.halt", form)
    how = aspect(clause, cue)
    found = groups(clause)
    leader = subject(found, cue.span.start) or next((group for group in found if group.owns), None)
    if how.negated or how.possible or leader is None or _RESUMES.search(clause.text):
        return None
    actors = tuple(Actor(name, Role.OWNER) for name in distinct(leader.names) if name.kind != "government")
    if not actors:
        return None
    return Draft(Kind.INCIDENT, "ongoing", clause, cue.span, "incident.halt", how, actors, strength=0.6)
