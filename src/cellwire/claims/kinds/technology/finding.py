"""What researchers have found, told by what a text opens with: news though their house be named later or never."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_WHO = (
    r"(?:researchers?|scientists?|chemists?|physicists?|engineers|research\s(?:teams?|groups?)|professors?"
    r"|teams?\sof\s\w+)"
)
_MAKES = (
    r"develop(?:s|ed|ing)?|creat(?:es?|ed)|ma[dk]es?|buil[dt]s?|discover(?:s|ed)?|found|finds?|figured?\sout"
    r"|design(?:s|ed)?|invent(?:s|ed)?|devised?|(?:came|come)\sup\swith|engineered|produced?"
)
_SHOWS = (
    r"demonstrat(?:es?|ed)|present(?:s|ed|ing)?|report(?:s|ed)?(?=\s(?:an?|[\d,]+)\s)|unveil(?:s|ed)?|claim(?:s|ed)?"
    r"|introduced?|identif(?:y|ied)"
)
_DOES_BETTER = (
    r"turn(?:s|ed)?|achieved?|revived?|solv(?:es?|ed)|improv(?:es?|ed)|boost(?:s|ed)?|doubled?|tripled?|extend(?:s|ed)?"
    r"|crack(?:s|ed)?|unlock(?:s|ed)?|replaced?|recover(?:s|ed)?|extract(?:s|ed)?"
)
# "|Researchers| in Japan have |developed| an anode", "|Scientists| say they have |found| a way to make cells safer"
_FOUND = gated(
    rf"\b{_WHO}\b(?!\s(?:who|that|which)\b)[^.;:]{{0,90}}?\s(?P<verb>{_MAKES}|{_SHOWS}|{_DOES_BETTER})\b",
    re.I,
)
_THING = regex(
    r"\b(?:batter(?:y|ies)(?!-free|\slife\b|\splants?\b|\sfactor|\sindustry)|supercapacitors?|electrolytes?|anodes?"
    r"|cathodes?|electrodes|lithium(?!\sconcentrations?))\b"
    r"|\b(?:solid-state|sodium-ion|lithium-(?:ion|metal|sul(?:ph|f)ur)|fuel)\scells?\b",
    re.I,
)
_HAVE = regex(r"\b(?:have|has)\s(?:now\s|also\s|successfully\s)?$", re.I)  # news below the opening, too
_MAY = regex(r"\b(?:could|may|might|would|should|hopes?|want|plan)\b", re.I)
_HOUSES = frozenset({"institute", "research"})
_NEAR_BY = 5  # sentences


# "|Alder University develops| a battery that"
_HOUSE_FOUND = gated(
    r"\b(?P<verb>develop(?:s|ed)|creat(?:es?|ed)|ma[dk]es?|builds?|built|discover(?:s|ed)|finds|design(?:s|ed)|invent(?:s|ed)"
    r"|demonstrat(?:es|ed)|unveil(?:s|ed)|achieve[sd]|claim(?:s|ed)|doubles?|boosts?)\s",
    re.I,
)


# "|Japan develops| a cathode": of a land that finds something, and plans nothing
_LANDS = frozenset({"develops", "developed", "creates", "created", "invents", "invented", "discovers", "discovered"})
_A_PLAN = regex(
    r"\b(?:plans?|polic(?:y|ies)|strategy|industry|supply|standards?|rules?|projects?|market|parks?|hubs?|laws?)\b",
    re.I,
)
_AT_ONCE = 4  # characters: a quotation mark, "The"


def found(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """What researchers have made or found out about batteries, with their house where the text names it near by."""
    match = _FOUND.search(clause.text, clause.opened) or _by_their_house(clause)
    if match is None or not _THING.search(clause.text):
        return
    if not scene.opens_with(clause) and not _HAVE.search(clause.text[: match.start("verb")]):
        return
    cue = cue_of(clause, match, "verb", "technology.develop", "ing" if match["verb"].endswith("ing") else "past")
    how = aspect(clause, cue)
    if how.ahead or how.possible or how.negated or _MAY.search(clause.text, match.start(), match.start("verb")):
        return
    actors = tuple(Actor(name, Role.DEVELOPER) for name in _houses(clause, scene))
    yield Draft(Kind.TECHNOLOGY, "testing", clause, cue.span, "technology.testing", how, actors, strength=0.5)


def _by_their_house(clause: Sentence) -> re.Match[str] | None:
    """A verb whose subject is a university or an institute, or in a headline a land: "Japan develops a cathode"."""
    match = _HOUSE_FOUND.search(clause.text, clause.opened)
    if match and _by_a_land(clause, match):
        return match
    leader = subject(groups(clause), clause.span.start + match.start()) if match else None
    return match if leader and all(name.kind in _HOUSES for name in leader.names) else None


def _by_a_land(clause: Sentence, match: re.Match[str]) -> bool:
    """Whether a headline that names nobody opens with the land that has found it."""
    if match["verb"].lower() not in _LANDS or not clause.headline or groups(clause):
        return False
    opens = any(spot.span.start <= clause.span.start + _AT_ONCE for spot in clause.countries)
    return opens and not _A_PLAN.search(clause.text, match.end())


def _houses(clause: Sentence, scene: Scene) -> list[Name]:
    """Whose researchers they are: the houses of their own sentence, else the next that are named."""
    for sentence in scene.sentences[clause.index : clause.index + _NEAR_BY]:
        houses = distinct(name for name in sentence.names if name.kind in _HOUSES)
        if houses:
            return houses
    return []
