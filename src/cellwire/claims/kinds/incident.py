"""Fires, recalls, layoffs, strikes, lawsuits, insolvencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.cues import aspect
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.roles import distinct, groups, led_by, subject
from cellwire.claims.scene import Cue, Name, Scene, Sentence
from cellwire.model import Kind, Role

_SORTS = ("insolvency", "recall", "layoff", "strike", "lawsuit", "fire", "accident")
_HARD = re.compile(r"\b(?:risk|prevent\w*|safety|test\w*|avoid\w*|potential|resist\w*|without|no)\b[^.;]{0,40}$", re.I)
_FIGURATIVE = re.compile(
    r"\b(?:under fire|open fire|ceasefire|strikes? a (?:deal|balance)|court(?:ing|ship)|strike price|fire up|"
    r"administration's|biden-harris|biden administration|trump administration)\b",
    re.I,
)
_CAUSE = re.compile(
    r"\b(?:fire|blaze|explosion)\b[^.]{0,60}\b(?:broke out|at|in|destroyed|damaged|killed|injured|hit|tore|"
    r"erupted|extinguished|occurred|caused|following|after)\b|\b(?:caught|catch(?:es|ing)?) fire\b|\bexplo(?:ded|"
    r"sions?)\b|\bcombustions?\b|\bthermal runaway\b",
    re.I,
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if _FIGURATIVE.search(clause.text):
        return
    for sort in _SORTS:
        for cue in clause.find(f"incident.{sort}"):
            if draft := _draft(clause, cue, sort):
                yield draft
                return


def _draft(clause: Sentence, cue: Cue, sort: str) -> Draft | None:
    how = aspect(clause, cue)
    if how.negated or how.possible or _HARD.search(clause.before(cue.span.start, 50)):
        return None
    if sort == "fire" and not _CAUSE.search(clause.text):
        return None
    if cue.written in {"administration", "court", "complaint", "settle", "collapse", "death", "fine", "raid"} and not (
        clause.has("incident.insolvency", "incident.lawsuit")
        and len(clause.find("incident.insolvency", "incident.lawsuit")) > 1
    ):
        return None
    actors = tuple(_actors(clause, cue, sort))
    if not actors:
        return None
    resolved = clause.find("incident.resolve")
    stage = "resolved" if resolved and sort in {"strike", "lawsuit", "fire", "insolvency"} else "occurred"
    if stage == "occurred" and (how.going_on or " ongoing" in clause.text or "continu" in clause.text):
        stage = "ongoing" if sort in {"strike", "lawsuit", "insolvency"} else stage
    return Draft(Kind.INCIDENT, stage, clause, cue.span, f"incident.{sort}", how, actors, strength=0.6)


def _actors(clause: Sentence, cue: Cue, sort: str) -> Iterator[Actor]:
    found = groups(clause)
    doers: list[Name] = []
    leader = subject(found, cue.span.start) or next((group for group in found if group.owns), None)
    if leader:
        doers += leader.names
    else:
        near = led_by(found, ("at", "of", "by", "from", "in", "for", "against", "")) or found
        doers += near[0].names if near else ()
    if sort == "lawsuit":
        doers += [name for group in led_by(found, ("against", "with", "between", "by", "")) for name in group.names]
    for name in distinct(doers):
        role = Role.SUPPLIER if sort in {"recall", "fire"} and "cell" in name.chain else Role.OWNER
        yield Actor(name, Role.GOVERNMENT if name.kind == "government" else role)
