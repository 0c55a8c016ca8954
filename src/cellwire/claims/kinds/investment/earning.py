"""Interests in a mine or a project that are earned, or sold under an agreement, as miners deal in them."""

from __future__ import annotations

from msgspec.structs import replace

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.investment.paid import investment_draft, sides
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Role

_PART = (
    r"(?:an?\s|the\s|up to\s|its\s|another\s|initial\s|further\s|additional\s|remaining\s|entire\s)*"
    r"(?:\d[\d.]*\s?(?:%|per ?cent)\s|half\s|majority\s|minority\s|controlling\s)?"
    r"(?:[a-z]+\s){0,2}?(?:interest|stake|share|ownership|holding)s?"
)
# "can |earn up to a 75% interest in| the project"
_EARNS = gated(rf"\b(?P<verb>earn(?:s|ed|ing)?)\s{_PART}\s(?:in|of)\s", needs="earn earns earned earning")
# "an agreement with B |for the sale of its remaining 30% interest in| the project"
_SOLD = gated(
    rf"\b(?:for|on|covering)\sthe\s(?P<verb>sale)\sof\s(?:[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,2}}['’]s?\s)?{_PART}\s(?:in|of)\s",
    needs="sale",
)
_OF_A_MINE = regex(
    r"[^;.]{0,80}?\b(?:[Pp]rojects?|[Mm]ines?|[Dd]eposits?|[Tt]enements?|[Pp]ropert(?:y|ies)|[Cc]laims|[Ll]icen[cs]es?"
    r"|division|[Ss]alar|plant|refinery|venture)\b"
)


def earned(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A can earn an interest in B's project: B is the one named behind it, else the one they agreed with."""
    match = _EARNS.search(clause.text, clause.opened) if clause.has("investment.earn") else None
    if match is None or not _OF_A_MINE.match(clause.text, match.end()):
        return None
    cue = cue_of(clause, match, "verb", "investment.stake", "base")
    left = subject(found, cue.span.start)
    if left is None or aspect(clause, cue).negated:
        return None
    end = clause.span.start + match.end()
    owner = next((group for group in found if group.owns and 0 <= group.span.start - end < _NEAR), None)
    others = [*(owner.names if owner else ()), *([scene.main] if scene.main and not owner else [])]
    return _of_a_part(clause, replace(cue, form=""), left.names, others)


def sold_under(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A signs an agreement with B for the sale of its interest in a project."""
    match = _SOLD.search(clause.text, clause.opened)
    if match is None or not _OF_A_MINE.match(clause.text, match.end()):
        return None
    cue = cue_of(clause, match, "verb", "investment.sale", "")
    left, buyers = subject(found, cue.span.start), led_by(found, ("with", "to"))
    if left is None or not buyers:
        return None
    return _of_a_part(clause, cue, buyers[0].names, list(left.names))


def _of_a_part(clause: Sentence, cue: Cue, buyers: tuple[Name, ...], owners: list[Name]) -> Draft:
    own = {name.id for name in buyers}
    actors = [*sides(buyers, ()), *(Actor(name, Role.OWNER) for name in owners if name.id not in own)]
    how = replace(aspect(clause, cue), possible=False)  # who "can earn" it has the right to by what is signed
    return investment_draft(clause, cue, "interest", actors, "announced", how)


_NEAR = 40  # characters
