"""Mishaps that no single word tells: a maker that is searched, owners who are warned, a dam that gave way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_LAW = r"(?i:prosecutors?|police|investigators?|regulators?|authorities|inspectors?|officers|agents|detectives|customs)"
# "Prosecutors |raid| A over a leak of technology"
_SEARCHED = gated(
    rf"\b{_LAW}\b(?:\s(?:in|of|from|have|has|had|also|on\s\w+day|[A-Z][\w.]+)){{0,5}}\s(?P<verb>raid(?:s|ed)?"
    rf"|search(?:es|ed)?)\s",
    needs="raid raids raided search searches searched",
)
# "Jury |orders| A to pay", "A court |has ruled that| A infringes a patent"
_JUDGED = gated(
    r"\b(?i:court|jury|judges?|tribunal|arbitrators?)\b[^.;]{0,40}?\s(?P<verb>orders?|ordered|tells?|told|finds?"
    r"|found|fines?|fined"
    r"|rules?\s(?:that|against|for)|ruled\s(?:that|against|for)|sentenced?|sentences|convicts?|convicted|clears?"
    r"|cleared)\s",
    needs="orders order ordered tells tell told finds find found fine fines fined rule rules ruled sentence "
    "sentenced sentences "
    "convict convicts convicted clear clears cleared",
)
# "Start-up A |accused| of faking battery tests"
_ACCUSED = gated(
    r"\b(?P<verb>accused|suspected|convicted|charged)\s(?:of|with)\s(?:[\w-]+\s){0,3}?(?:fak\w+|fraud|steal\w+|theft"
    r"|mislead\w+|misus\w+|breach\w*"
    r"|brib\w+|collu\w+|violat\w+|infring\w+|dump\w+|pollut\w+|hid\w+|conceal\w+|falsif\w+|manipulat\w+|copy\w+)"
)
# "is |demanding| 180 million euros in damages from B"
_CLAIMS = gated(
    r"\b(?P<verb>demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|claim(?:s|ed|ing)?|want(?:s"
    r"|ed)?)\s[^.;]{0,40}?\sin\s(?:damages|compensation)\b",
    needs="damages compensation",
)
# "Immigration |raid| hits A plant site"
_HIT = gated(
    r"\b(?P<verb>raid|cyber-?attack|ransomware attack|power cut|flooding|storm|typhoon|hurricane|earthquake"
    r"|tornado)\s(?:hits?|strikes?|struck|on"
    r"|at|halts?|stops?|paraly[sz]es)\s"
)
# "A |warns| owners to park outside over battery fires"
_WARNED = gated(
    r"\b(?P<verb>warn(?:s|ed)?|urge[sd]?|tells?|told|advise[sd]?|ask(?:s|ed|ing)?|warning|urging|telling)\s(?:[\w,.-]+\s){0,4}?(?:owners"
    r"|drivers|customers|riders)\b"
    r"(?=[^;]*\b(?:park|charg\w+|unplug|stop (?:using|driving)|keep)\b)(?=[^;]*\b(?:fires?|batter\w+|burn\w*"
    r"|overheat\w*)\b)",
    needs="owners drivers customers riders",
)
# "a tailings dam at A's plant |collapsed|"
_GAVE_WAY = gated(
    r"\b(?:dam|roof|shaft|tunnel|crane|scaffolding|silo|slope|pit wall|building|warehouse)\b[^.;]{0,80}?\s"
    r"(?P<verb>collapses|collapsed|burst|gave way|caved in|failed)\b",
)
# "putting 1,200 employees on |reduced hours|": nobody is let go yet
_SHORT_TIME = gated(
    r"\b(?:put(?:s|ting)?|plac(?:es|ed|ing)|sen(?:ds|t|ding)|introduc(?:es|ed|ing)|extend(?:s|ed|ing)?|register(?:s"
    r"|ed)?|appl(?:ies|ied)"
    r"|start(?:s|ed)?|move[sd]?)\b[^.;]{0,70}?\b(?P<noun>short[- ]time(?: work(?:ing)?)?|reduced (?:working )?hours"
    r"|kurzarbeit|furlough"
    r"|(?:unpaid|forced|paid) leave|shorter hours)\b",
)
# "The EPA |begins| the clean-up of burnt batteries at", "the plant's |cleanup| kicks off"
_CLEAN_UP = (
    r"(?:clean-?\s?up|remediation|decontamination|removal of (?:[a-z-]+\s){0,3}?(?:soil|batteries)|soil removal)"
)
_CLEANED = gated(
    rf"\b(?P<verb>begins?|began|starts?|started|oversees|oversaw|(?P<done>completes?|completed|finish(?:es|ed))|orders"
    rf"|ordered|launch(?:es|ed)|(?:secures?|reach(?:es|ed)) (?:an )?agreement)\b[^.;]{{0,70}}?\b{_CLEAN_UP}\b"
    rf"|\b(?P<noun>{_CLEAN_UP})\b(?:\s(?:of|at|effort)[^.;]{{0,40}}?)?\s(?:kicks off|begins|began|starts|started"
    r"|is under way|gets under way|(?P<over>is complete|is finished|ends))\b",
    re.I,
)


_SORTS = (
    (_SEARCHED, "probe"),
    (_JUDGED, "lawsuit"),
    (_CLAIMS, "claim"),
    (_ACCUSED, "accusation"),
    (_HIT, "probe"),
    (_WARNED, "recall"),
    (_GAVE_WAY, "accident"),
    (_SHORT_TIME, "layoff"),
)


def _cleaned(clause: Sentence) -> Draft | None:
    """What is cleaned up after a fire or a leak: whose it was, who sees to it, or only where."""
    match = _CLEANED.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, "verb" if match["verb"] else "noun", "incident.cleanup")
    how = aspect(clause, cue)
    names = distinct(name for name in clause.names if name.kind not in {"union", "outlet"})
    if how.negated or how.possible or not (names or clause.places):
        return None
    actors = tuple(Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.OWNER) for name in names)
    stage = "resolved" if match["done"] or match["over"] else "ongoing"
    return Draft(Kind.INCIDENT, stage, clause, cue.span, "incident.cleanup", how, actors, strength=0.6)


_STORE = (
    r"(?:facilit(?:y|ies)|plant|warehouse|factory|site|building|units?|containers?|depot|yard|farm|system|works|smelter"
    r"|refinery|mine|project)"
)
_STUFF = r"(?:batter(?:y|ies)|lithium(?:-ion)?|energy storage|nickel|cobalt|graphite)"
# "a blaze at a lithium battery |storage facility|", "a building that houses lithium |batteries|"
_WORKS_OF_IT = regex(rf"\b{_STUFF}\b[^.;]{{0,60}}?\b{_STORE}\b|\b{_STORE}\b[^.;]{{0,60}}?\b{_STUFF}\b", re.I)
_AT_HOME = regex(
    r"\b(?:e-?bikes?|bicycles?|scooters?|phones?|laptops?|cars?|vans?|vehicles?(?! (?:batter|plant|factory))|homes?"
    r"|house|apartments?|flat|garage|trash|garbage|rubbish|bins?|plane|flight)\b",
    re.I,
)


def is_at_works(clause: Sentence, scene: Scene) -> bool:
    """Whether a text opens with what befell works where the trade's stuff is made or kept, which is news wherever that
    is."""
    return bool(scene.opens_with(clause) and _WORKS_OF_IT.search(clause.text) and not _AT_HOME.search(clause.text))


def mishaps(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """One of them at most, of a company that is named, or of works that nobody is named of."""
    if cleaned := _cleaned(clause):
        yield cleaned
        return
    for pattern, rule in _SORTS:
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        cue = cue_of(clause, match, next(iter(match.groupdict())), f"incident.{rule}")
        how = aspect(clause, cue)
        names = _befallen(clause, cue, rule)
        if how.negated or how.possible or not (names or is_at_works(clause, scene)):
            continue
        actors = tuple(Actor(name, Role.OWNER) for name in names)
        yield Draft(Kind.INCIDENT, "occurred", clause, cue.span, f"incident.{rule}", how, actors, strength=0.6)
        return


def _befallen(clause: Sentence, cue: Cue, rule: str) -> list[Name]:
    """Whom it befalls: who is searched stands behind the word, all others before it."""
    found = [group for group in groups(clause) if any(name.kind not in _BODIES for name in group.names)]
    if rule == "claim":
        doer, other = subject(found, cue.span.start), led_by(found, ("from",), after=cue.span.end)
        return distinct(name for group in (doer, *other[:1]) if group for name in group.names)
    if rule in {"probe", "lawsuit"}:
        chosen = next((group for group in found if 0 <= group.span.start - cue.span.end < _NEAR), None)
    else:
        chosen = subject(found, cue.span.start) or _last(found, cue)
    return distinct(name for name in (chosen.names if chosen else ()) if name.kind not in _BODIES)


def _last(found: list[Group], cue: Cue) -> Group | None:
    return next((group for group in reversed(found) if group.span.end <= cue.span.start), None)


_BODIES = frozenset({"government", "union", "outlet"})
_NEAR = 40  # characters
