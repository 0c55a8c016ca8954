"""A site whose permit is taken back, refused or suspended, told by the permit: "has revoked A's mining licence"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, Group, groups
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated, openings
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.lands import government_of
from cellwire.claims.scene import Name, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

PERMIT_LOST = "facility.permit-lost"
_PERMIT = (
    r"(?:permits?|licen[cs]es?|concessions?|(?:planning )?(?:permission|consent)|(?:zoning |environmental )?approvals?"
    r"|authori[sz]ations?|mining rights?|(?:permit|licen[cs]e|planning|rezoning) applications?)"
)
_TAKES = (
    r"(?P<lost>revok\w+|annul\w*|cancel\w*|rescind\w*|den(?:y|ies|ied)|reject\w*|refus\w+|void\w*)"
    r"|(?P<held>suspend\w*|withdr[ae]w\w*|froze|freez\w+|quash\w*|overturn\w*|block\w*)"
)
_TAKEN = gated(
    rf"\b(?:{_TAKES})\s(?:(?!to\b|that\b|and\b)[\w.'’,%$-]+\s){{0,7}}?{_PERMIT}\b(?!\s(?:holders?|fees?))",
    re.I,
    needs="revoke annul cancel rescind withdraw withdrew withdrawn deny denies denied reject refuse void suspend froze "
    "freeze quash overturn block",
)
_IS_TAKEN = gated(
    rf"\b{_PERMIT}\s(?:[^.;,]{{1,90}}\s)?(?:was|were|is|are|has been|have been|had been|be)\s"
    rf"(?:[a-z]+ly\s)?(?:{_TAKES})\b",
    re.I,
    needs="permit license licence concession permission consent approval authorisation authorization mining rezoning "
    "planning application",
)
_STRIPS = gated(
    rf"\b(?P<lost>strip(?:s|ped|ping)?)\s[^.;]{{1,60}}?\sof\s(?:(?:its|the|an?)\s)?(?:[\w-]+\s){{0,3}}?{_PERMIT}\b",
    needs="strip",
)
_MINED = frozenset({"lithium", "nickel", "cobalt", "graphite", "manganese", "storage", "recycling"})


def permit_lost(clause: Sentence) -> Iterator[Draft]:
    """A plant, mine or battery store that may no longer be built or run, with whose it is and who says no."""
    match = _found(clause)
    if match is None:
        return
    holders, things = _holders(clause, match), clause.find(*THINGS)
    if not things and not (holders and any(spot.id in _MINED for spot in clause.products)):
        return  # many firms' permits at once are a policy
    group = "lost" if match["lost"] else "held"
    verb = cue_of(clause, match, group, "facility_verb.permit")
    how = aspect(clause, verb)
    if how.negated or how.possible or clause.has("firm.consider"):
        return
    stage = "cancelled" if group == "lost" and not _BY_A_COURT.search(clause.text) else "delayed"
    actors = [*(Actor.of(name, Role.OWNER) for name in holders)]
    actors += [Actor(name, Role.GOVERNMENT) for name in _deciders(clause, verb.span.start)]
    thing = next(iter(things), verb)
    yield Draft(Kind.FACILITY, stage, clause, verb.span, PERMIT_LOST, how, tuple(actors), None, thing, strength=0.6)


_BY_A_COURT = regex(r"\b(?:[Cc]ourt|[Jj]udges?|[Tt]ribunal)\b")


_WORDS = openings("permits licence license concession permission consent approval authorisation rights application")


def _found(clause: Sentence) -> re.Match[str] | None:
    if _WORDS.isdisjoint(clause.opened):
        return None
    tried = (pattern.search(clause.text, clause.opened) for pattern in (_TAKEN, _IS_TAKEN, _STRIPS))
    return next((match for match in tried if match), None)


_NEARBY = 60  # characters from a permit to whose it is


def _holders(clause: Sentence, match: re.Match[str]) -> list[Name]:
    """The firms named inside what is told of the permit, or right behind it: "the licence of A", "for A's mine"."""
    start, end = (clause.span.start + at for at in match.span())
    return [
        name
        for group in _firms(clause)
        if start < group.span.start < end
        or (group.lead in {"of", "for", "to", "from"} and 0 <= group.span.start - end < _NEARBY)
        for name in group.names
    ]


def _firms(clause: Sentence) -> list[Group]:
    return [group for group in groups(clause) if all(name.kind not in NO_FIRMS for name in group.names)]


def _deciders(clause: Sentence, until: int) -> Iterator[Name]:
    """Bodies that are named, or the land whose deed it is: "|Zambia| revokes"."""
    bodies = [name for name in clause.names if name.kind == "government"]
    yield from bodies[:1]
    if not bodies:
        lands = [spot for spot in clause.countries if spot.span.end < until and spot.span.start - clause.span.start < 2]
        yield from map(government_of, lands[:1])
