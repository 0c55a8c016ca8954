"""What two do together where no word names their bond: they develop something, found a company, agree to work on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.partnership.pacts import agreed
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role, Span


def without_a_bond(clause: Sentence) -> list[Draft]:
    """What is told of two where no word names their bond."""
    told = list(_beside(clause)) or list(_founds(clause)) or list(_both_develop(clause)) or list(_both_run(clause))
    return told or list(agreed(clause))


_TOGETHER = gated(r"\b(?:together|jointly|along|hand in hand)\swith\s", re.I)


def _beside(clause: Sentence) -> Iterator[Draft]:
    """Who develops or tests something together with another: "Together with B, A is developing a battery"."""
    match = _TOGETHER.search(clause.text, clause.opened)
    verbs = [cue for cue in clause.find("technology.develop", "technology.test") if cue.form] if match else []
    if match is None or not verbs:
        return
    at = clause.span.start + match.start()
    cue = Cue(("partnership.join",), "", Span(at, clause.span.start + match.end() - 1), match[0].strip().lower())
    yield from _two(clause, cue, verbs[0])


# "|Both companies will develop| batteries for aircraft", of two that the sentence before names
_BOTH_DEVELOP = gated(
    r"^\W*(?:They|(?:Both|The two|The|These|These two)(?:\s(?:companies|firms|partners|parties|groups|sides))?)\s"
    r"(?:(?:also|now|will|are|to|plan|want|intend|have|agreed|aim|hope)\s){1,5}(?:(?:jointly|together)\s)?"
    r"(?P<verb>(?:co-)?develop(?:ing)?|design(?:ing)?|commerciali[sz](?:e|ing)|research(?:ing)?)\s",
    needs="develop co developing design designing commercialise commercialize commercialising commercializing research "
    "researching",
)
_GOODS = ("technology.thing", "facility.storage")


def _both_develop(clause: Sentence) -> Iterator[Draft]:
    match = _BOTH_DEVELOP.search(clause.text, clause.opened)
    if match is None or clause.has("facility.plant") or not (clause.has(*_GOODS) or clause.products):
        return
    verb = cue_of(clause, match, "verb", "technology.develop")
    both = [name for name in clause.names if name.referred and name.said.end <= verb.span.start]
    firms = distinct(name for name in both if name.kind not in _NO_PARTNERS)
    how = aspect(clause, verb)
    if len(firms) != 2 or how.negated:
        return
    stage = "considered" if how.possible or clause.has("firm.consider") else "signed"
    actors = tuple(Actor(name, Role.PARTNER) for name in firms)
    yield Draft(Kind.PARTNERSHIP, stage, clause, verb.span, f"partnership.{stage}", how, actors, strength=0.5)


# "A and B |launch a battery subscription program|", "A and B |jointly target| the bidding market"
_BOTH_RUN = gated(
    r"\b(?P<verb>launch(?:ed)?|start(?:ed)?|plan|offer|introduced?|unveil(?:ed)?|roll(?:ed)? out|debut)\s"
    r"(?:(?!with|for|in|to|at)[\w./%’'-]+\s){0,8}?(?:services?|program(?:me)?s?|schemes?|tariffs?|initiatives?|network)\b"
    r"|\bjointly\s(?P<jointly>target|bid|market|promote|invest|explore|pursue|recycle|supply|offer|operate|discover)\b",
    re.I,
    needs="service services program programs programme programmes scheme schemes tariff tariffs initiative initiatives "
    "network jointly",
)


def _both_run(clause: Sentence) -> Iterator[Draft]:
    """Two that a headline names as those who run a thing together."""
    match = _BOTH_RUN.search(clause.text, clause.opened) if clause.headline else None
    if match is None or clause.has("facility.plant"):
        return
    verb = cue_of(clause, match, "verb" if match["verb"] else "jointly", "partnership.join", "base")
    leader, how = subject(groups(clause), verb.span.start), aspect(clause, verb)
    firms = distinct(name for name in leader.names if name.kind not in _NO_FIRMS) if leader else []
    if len(firms) != _BOTH or how.negated or how.possible:
        return
    actors = tuple(Actor(name, Role.PARTNER) for name in firms)
    yield Draft(Kind.PARTNERSHIP, "signed", clause, verb.span, "partnership.signed", how, actors, strength=0.5)


_BOTH = 2
_NO_FIRMS = frozenset({"government", "union", "outlet"})
_A_FIRM = regex(
    r"\b(?:(?:found|form|set up|establish|creat|launch|start)\w*"
    r"|announc\w+\s(?:the\s)?(?:establishment|creation|formation|founding|foundation|launch)\sof)\s(?:an?|their|the)\s(?:(?!subsidiary)[\w-]+\s){0,3}?"
    r"(?:company|firm|enterprise|entity)\b"
)


def _founds(clause: Sentence) -> Iterator[Draft]:
    """Two that found a company: "With B, A has founded a company for recycling"."""
    match = _A_FIRM.search(clause.text) if clause.has("partnership.sign") else None
    verbs = [cue for cue in clause.find("partnership.sign") if cue.form] if match else []
    if match is None:
        return
    at = clause.span.start + match.start()
    for verb in verbs:
        if verb.span.start == at:
            yield from _two(clause, verb, verb, most=_FOUNDERS)
            return


def _two(clause: Sentence, cue: Cue, verb: Cue, most: int = 2) -> Iterator[Draft]:
    found = groups(clause)
    leader, how = subject(found, verb.span.start), aspect(clause, verb)
    names = distinct([*(leader.names if leader else ()), *(n for group in led_by(found, _BESIDE) for n in group.names)])
    firms = [name for name in names if name.kind not in _NO_PARTNERS]
    if leader is None or not 2 <= len(firms) <= most or how.negated or not (how.done or how.going_on or how.ahead):
        return
    stage = "considered" if how.possible or clause.has("firm.consider") else "signed"
    actors = tuple(Actor(name, Role.PARTNER) for name in firms)
    yield Draft(Kind.PARTNERSHIP, stage, clause, cue.span, f"partnership.{stage}", how, actors, strength=0.5)


_NO_PARTNERS = frozenset({"government", "bank", "union", "outlet"})
_FOUNDERS = 4
_BESIDE = ("with", "alongside")
