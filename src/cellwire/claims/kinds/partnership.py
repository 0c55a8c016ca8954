"""Companies that get together: joint ventures, memoranda, alliances, licences, and their end."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.cues import aspect
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.roles import distinct, groups, led_by, subject
from cellwire.claims.scene import Cue, Name, Scene, Sentence
from cellwire.model import Kind, Role

_FORMS = ("partnership.venture", "partnership.mou", "partnership.partnership", "partnership.join")


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    cue = _bond(clause)
    if cue is None:
        return
    partners = _partners(clause, cue)
    firms = [name for name in partners if name.kind not in {"government"}]
    if len(partners) < 2 or not firms:
        return
    how = aspect(clause, cue)
    stage = _stage(clause, cue)
    actors = tuple(Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.PARTNER) for name in partners)
    yield Draft(Kind.PARTNERSHIP, stage, clause, cue.span, f"partnership.{stage}", how, actors, strength=0.6)


def _bond(clause: Sentence) -> Cue | None:
    """The strongest word for a bond: a memorandum before a venture before a partnership before working together."""
    for tag in ("partnership.mou", "partnership.venture", "partnership.partnership", "partnership.join"):
        for cue in clause.find(tag):
            if tag == "partnership.venture" and not (_signed(clause) or clause.headline or clause.has("firm.consider")):
                continue
            return cue
    return None


def _signed(clause: Sentence) -> bool:
    return clause.has("partnership.sign", "firm.plan", "partnership.dissolve")


def _stage(clause: Sentence, cue: Cue) -> str:
    how = aspect(clause, cue)
    ends = [
        each for each in clause.find("partnership.dissolve") if abs(each.span.start - cue.span.start) < 60 and each.form
    ]
    if any(not aspect(clause, each).negated for each in ends) and not clause.find("partnership.mou"):
        return "terminated"
    if "partnership.mou" in cue.tags:
        return "mou"
    if how.possible or clause.has("firm.consider"):
        return "considered"
    return "signed"


def _partners(clause: Sentence, cue: Cue) -> list[Name]:
    found = groups(clause)
    names: list[Name] = []
    leader = subject(found, cue.span.start)
    if leader:
        names += leader.names
    for group in led_by(found, ("with", "between", "of", "by", "alongside", "and", "together with", "among")):
        names += group.names
    for group in found:
        if group.owns and group.span.start < cue.span.start:
            names += group.names
    if len(distinct(names)) < 2 and leader:
        after = [group for group in found if group.names[0].said.start >= cue.span.end and group.lead == ""]
        names += [name for group in after for name in group.names]
    return distinct(names)
