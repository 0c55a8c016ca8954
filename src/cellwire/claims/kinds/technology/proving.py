"""What goods do and who offers them: "X is taking orders for", "a battery built by X passed the test"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from cellwire.claims.actors import Group, distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role, Span

_THING = regex(
    r"\b(?:batter(?:y|ies)|cells?|packs?|modules?|accumulators?|(?:storage|battery) (?:systems?|units?|containers?)"
    r"|containers?|electrolytes?|anodes?|cathodes?|separators?|prototypes?)\b"
)
_RANGE = r"(?:[\w-]+\s){0,3}?(?:range|line-?up|portfolio|catalogue|catalog|family|product line|offering)\b"

_ORDERS_FOR = r"(?:the\s)?(?:pre-)?(?:orders|bookings|reservations)\s(?:books?\s)?for\b"
_SALES_OF = (
    r"(?:the\s)?(?:(?:commercial|serial|series|first|retail|global|online)\s)?"
    r"(?:sales\sof|selling|marketing|deliveries\sof|shipments\sof)\b"
)
# a maker offers goods: "is |taking| orders for", "has |launched| sales of", "|adds| a container to its range"
_OFFERED = gated(
    r"\b(?P<verb>tak(?:es|ing)|open(?:s|ed)?|accept(?:s|ing)"
    r"|launch(?:es|ed)|began|begins|begun|start(?:s|ed)|commence[sd]|add(?:s|ed)|expand(?:s|ed)|widen(?:s|ed))\s"
    rf"(?:{_ORDERS_FOR}|{_SALES_OF}"
    rf"|[^.;]{{0,60}}?\sto\s(?:its|their)\s{_RANGE}"
    rf"|(?:its|their)\s{_RANGE}\s(?:with|by)\b)",
    needs="orders order bookings reservations sales selling marketing deliveries shipments range line lineup portfolio "
    "catalogue catalog family product offering",
)
# "|survived| 1,200 cycles", "|passed| a fire test"
_PASSED = (
    r"(?:pass(?:es|ed)?|surviv(?:es?|ed)|withst(?:ands?|ood)|endure[sd]?|clear(?:s|ed))\b(?=\s[^.;]{0,50}?"
    r"\b(?:tests?|standards?|certification|cycles|inspections?|qualification)\b)"
)
# "|awarded| type approval"
_CERTIFIED = (
    r"(?:awarded|receive[sd]|wins|won|obtain(?:s|ed)|gain(?:s|ed)|earn(?:s|ed)|secure[sd]|granted|gets|got)\b"
    r"(?=\s[^.;]{0,60}?\b(?:certificat(?:es?|ion)|type approval)\b)"
)
# "|kept| 90% of its capacity after 1,000 cycles"
_KEPT = (
    r"(?:retain(?:s|ed|ing)?|keeps?|kept|keeping|held|maintain(?:s|ed)|lost|loses?)\b"
    r"(?=\s[^.;]{0,40}?\d[\d.]*\s?(?:%|per ?cent)[^.;]{0,30}?\bcapacity\b[^.;]{0,60}?\bcycles\b)"
)
# "|reached| 6,000 cycles"
_LASTED = (
    r"(?:hits?|reach(?:es|ed)|complet(?:es|ed)|exceed(?:s|ed)|surpass(?:es|ed)|achiev(?:es|ed)|tops?|topped|lasts?|lasted"
    r"|delivers?|delivered)\b(?=\s[^.;]{0,30}?\d[\d.,]*\s(?:[\w-]+\s){0,3}?cycles\b)"
)
# "has |measured| 500 Wh/kg"
_MEASURED = (
    r"(?:measured|recorded|clocked|reach(?:es|ed)|hits?|achieve[sd]|attain(?:s|ed))\b"
    r"(?=\s[^.;]{0,40}?\d[\d.,]*\s?(?:Wh/kg|Wh/l|watt-?\s?hours per (?:kilo|lit)))"
)
# "|kept| a drone up in a trial"
_TRIED = (
    r"(?:kept|carried|powered|flew|drove|propelled)\b"
    r"(?=\s[^.;]{0,80}?\b(?:in|during|on)\s(?:an?|its|the)\s(?:[\w-]+\s){0,2}?(?:trial|test|demonstration))"
)
# goods were put to the test
_PROVED = gated(
    rf"\b(?P<verb>{_PASSED}|{_CERTIFIED}|{_KEPT}|{_LASTED}|{_MEASURED}|{_TRIED})",
    needs="tests test standards standard certification cycles inspections qualification certificate certificates type "
    "watt trial demonstration wh",
)
# "a team at Alder University has |made| cells that survive 1,000 cycles"
_MADE = (
    r"(?:makes?|builds?|creates?|develops?|devises?|designs?|made|built|created|produced|developed"
    r"|devised|found|demonstrated|engineered|invented|presented|designed|discovered|shown)\b"
    r"(?=\s[^.;]{0,120}?\b(?:surviv\w*|withst\w+|endur\w+|last(?:s|ed|ing)?|keep\w*|kept"
    r"|retain\w*|charg\w+|cycles|stor(?:e|es|ing|ed)|doubl\w+|tripl\w+|percent))"
)
# "has |doubled| the life of lithium metal cells"
_BETTERED = (
    r"(?:doubl(?:e|es|ed)|tripl(?:e|es|ed)|extend(?:s|ed)?|improv(?:e|es|ed)|boost(?:s|ed)?|rais(?:e|es|ed)"
    r"|increas(?:e|es|ed)|cuts?|halv(?:e|es|ed))\b(?=\s(?:the\s)?(?:[\w-]+\s){0,3}?"
    r"(?:life|lifespan|lifetime|cycle life|energy density|capacity|range|charging|stability|safety|conductivity)\b)"
)
# what those who research have found
_FOUND = gated(
    rf"\b(?P<verb>{_MADE}|{_BETTERED})",
    needs="survive withstand withstood endure last lasts keep kept retain charge cycles store double triple percent "
    "life energy capacity range charging stability safety conductivity",
)
# goods were put to work: "|went| into orbit", "has |gone| to work at"
_PUT_TO_WORK = gated(
    r"\b(?P<verb>go(?:es|ne)|went|put|enter(?:s|ed)|taken|placed|pressed)\s(?:into\s|in\s|to\s)?"
    r"(?:work|orbit|service|(?:daily\s|commercial\s|regular\s)?(?:use|service|operation))\b",
    needs="work orbit service use operation",
)
# "developed by |Kystcell|", "from |Solvane|"
_MADE_BY = regex(
    r"\b(?:batter(?:y|ies)|cells|packs?|systems?)\s(?:by|from)\s(?:[\w'’-]+\s){0,4}$"
    r"|\b(?:(?:co-)?(?:develop|design|produc|engineer|manufactur|invent)ed|built|made|supplied|provided"
    r"|delivered)\sby\s"
    r"(?:[\w'’-]+\s){0,4}$"
)


def proved(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """Goods whose maker is told, with what was done with them."""
    for pattern, stage, offered in (
        (_OFFERED, "launched", True),
        (_PROVED, "testing", False),
        (_FOUND, "testing", True),
        (_PUT_TO_WORK, "launched", False),
    ):
        match = pattern.search(clause.text, clause.opened)
        if match is None or not (clause.chemistries or clause.products):
            continue
        cue = _verb(clause, match)
        how, makers = aspect(clause, cue), _makers(clause, cue, offered=offered) or team_of(clause, scene)
        if pattern is _FOUND and not all(name.kind in _RESEARCH for name in makers):
            continue  # what a company has built may be a plant
        if how.ahead or how.possible or how.negated or not makers:
            continue
        actors = tuple(Actor(name, Role.DEVELOPER) for name in makers)
        yield Draft(Kind.TECHNOLOGY, stage, clause, cue.span, f"technology.{stage}", how, actors, strength=0.5)
        return


def _verb(clause: Sentence, match: Match[str]) -> Cue:
    start, end = match.span("verb")
    span = Span(clause.span.start + start, clause.span.start + end)
    return Cue((), "ing" if match["verb"].endswith("ing") else "past", span, match["verb"].lower())


def _makers(clause: Sentence, cue: Cue, *, offered: bool) -> list[Name]:
    """Who made the goods: named with them, else who acts and speaks of its own."""
    found = groups(clause)
    for group in found:
        if _is_makers(clause, group, cue):
            return _firms(group)
    leader = subject(found, cue.span.start) or next((g for g in found if _whose_team(clause, g, cue)), None)
    if leader is None:
        return []
    between, behind = clause.between(leader.span, cue.span), clause.after(cue.span.end, 110)
    told = _THING.search(behind if offered else between + behind)
    return _firms(leader) if told else []


def _is_makers(clause: Sentence, group: Group, cue: Cue) -> bool:
    """Whether goods that stand before the verb are told to be theirs: "a battery built by B", "B's new cell"."""
    if group.span.end > cue.span.start:
        return False
    before = clause.text[: group.span.start - clause.span.start]
    if group.owns:
        return bool(_THING.search(clause.between(group.span, cue.span))) or _MADE_OF.search(before) is not None
    return bool(_THING.search(before)) and bool(_MADE_BY.search(before))


_MADE_OF = regex(r"\bmade (?:with|from|using)\s$")  # "cells |made with| Alder's graphite"
_TEAM = regex(
    r"\b(?:researchers|scientists|engineers|chemists|teams?|group)\s(?:[\w-]+\s)?(?:at|from|of|led by)\s(?:the\s)?$",
    re.I,
)
_RESEARCH = frozenset({"institute", "research"})


# "|Researchers| have doubled the life of": whose they are is said behind
_A_TEAM = regex(
    r"\W*(?:An?\s|The\s)?(?:(?:international|research|new|local|joint|team|group|of|by|[A-Z][a-z]+)\s){0,5}?"
    r"(?:[Rr]esearchers|[Ss]cientists|[Ee]ngineers|[Cc]hemists|[Pp]hysicists|[Tt]eam|[Rr]esearch group)\b"
)
_NEAR_BY = 3  # sentences


def team_of(clause: Sentence, scene: Scene) -> list[Name]:
    """The one house of research that is named next, of researchers whose house their sentence leaves out."""
    if groups(clause) or not _A_TEAM.match(clause.text) or not _THING.search(clause.text):
        return []
    behind = scene.sentences[clause.index : clause.index + _NEAR_BY]
    houses = distinct(name for sentence in behind for name in sentence.names if name.kind == "institute")
    return houses[:1]


def _whose_team(clause: Sentence, group: Group, cue: Cue) -> bool:
    before = clause.before(group.span.start, 40)
    return group.span.end <= cue.span.start and _TEAM.search(before) is not None


def _firms(group: Group) -> list[Name]:
    return distinct(name for name in group.names if name.kind not in {"government", "outlet"})
