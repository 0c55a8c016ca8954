"""Two that agree to work on something: "A has entered into an agreement with B to develop solid-state batteries"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.lands import government_of, lands_in
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_AGREED = gated(
    r"\b(?P<verb>sign(?:s|ed)?|ink(?:s|ed)?|conclud(?:es?|ed)|reach(?:es|ed)?|str(?:ikes?|uck)|seal(?:s|ed)?"
    r"|enter(?:s|ed)?(?:\sinto)?|announc(?:es?|ed))\s(?:an?\s|two\s|several\s)?(?:[\d.,]+[\s-]?[GM]Wh\s)?"
    r"(?:(?:binding|definitive|new|long-term|multi-year|exclusive|master|framework|strategic|relationship|commercial"
    r"|collaboration|co-?operation|teaming|joint)\s)*"
    r"(?:agreements?|deals?|pacts?|accords?)\b(?:\s\([A-Z]{2,5}\))?",
    re.I,
    needs="agreement agreements deal deals pact pacts accord accords",
)
# what it is for, right behind the agreement and with whom
_TO_WORK_ON = regex(
    r"\s(?:to|aimed at|in a bid to|in order to|that aims to)\s(?:jointly\s|together\s|further\s)?"
    r"(?:co-?develop|develop|commerciali[sz]e|industriali[sz]e|test|validate|advance|explore|research|integrate|work|use|repurpose|market"
    r"|collaborate|cooperate|scale up|deploy|roll out|optimi[sz]e)(?:ing)?\b"
    r"|\sto\s(?:jointly|together)\s(?:produce|extract|mine|make|operate|exploit)\b"
    r"|\s(?:on|for|covering)\s(?:the\s)?(?:joint\s)?(?:development|commerciali[sz]ation|testing|validation|research)\b"
    r"|\sfor\s(?:[\w-]+\s){0,3}?tech(?:nology)?\b"
    r"|\son\s(?:[\w-]+\s){0,3}?(?:batter(?:y|ies)|cells)\b(?!\s(?:suppl|deliver|orders?|purchas|plants?|factor))"
)
_GOODS = ("technology.thing", "facility.storage")
_ANOTHER = regex(
    r"\b(?:suppl\w+|off-?take|purchas\w+|licen[cs]\w+|loans?|stakes?|shares?|merger?|acqui\w+|invest\w*|plants?"
    r"|factor(?:y|ies)|gigafactory|mines?|deposits?|tariff\w*|unions?|workers)\b"
)


def agreed(clause: Sentence) -> Iterator[Draft]:
    """A partnership that only its agreement tells of, with what it is for."""
    match = _AGREED.search(clause.text, clause.opened)
    if match is None or not (clause.has(*_GOODS) or clause.products) or _ANOTHER.search(clause.text):
        return
    verb = cue_of(clause, match, "verb", "partnership.sign")
    how, found = aspect(clause, verb), groups(clause)
    leader = subject(found, verb.span.start)
    behind = led_by(found, ("with",), after=verb.span.start)
    names = distinct([*(leader.names if leader else ()), *(name for group in behind[:1] for name in group.names)])
    firms = [name for name in names if name.kind not in NO_FIRMS]
    if leader is None or len(firms) < 2 or how.negated or how.possible or how.ahead:
        return
    end = behind[0].span.end - clause.span.start if behind else match.end()
    if _TO_WORK_ON.search(clause.text, end):
        actors = tuple(Actor(name, Role.PARTNER) for name in firms)
        yield Draft(Kind.PARTNERSHIP, "signed", clause, verb.span, "partnership.signed", how, actors, strength=0.5)


_RAW = r"(?:lithium|cobalt|nickel|graphite|manganese|batter(?:y|ies))"
# "The EU and Serbia |sign a strategic partnership| on raw materials", "Berlin |inks lithium deal| with Belgrade"
_LANDS_AGREE = gated(
    r"\b(?P<verb>sign(?:s|ed)?|ink(?:s|ed)?|seal(?:s|ed)?|launch(?:es|ed)?|forge[sd]?|form(?:s|ed)?|strikes?|struck"
    r"|conclude[sd]?|establish(?:es|ed)?|deepen(?:s|ed)?|agree[sd]? (?:on|to)|enter(?:s|ed)?(?: into)?)\s"
    r"(?:(?!trade\b|with\b)[\w.,()€$₹-]+\s){0,8}?"
    r"(?:(?P<paper>memorand(?:um|a|ums)|MoUs?)|partnerships?|cooperation|alliances?"
    rf"|{_RAW}\s(?:(?:supply|value)\schain\s|materials?\s|storage\s)?(?:deals?|pacts?|agreements?|accords?))\b",
    re.I,
    needs="partnership partnerships memorandum memoranda memorandums mou mous cooperation alliance alliances deal "
    "deals pact pacts agreement agreements accord accords",
)
_THE_TRADE = gated(rf"\b(?:{_RAW}|critical (?:raw )?minerals?|raw materials)\b", re.I)
_WITH_IT = regex(r"\swith\s(?:the\s)?$")


def lands_agree(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """Two lands that agree to work together on what the trade needs, where no company is named beside them."""
    match = _LANDS_AGREE.search(clause.text, clause.opened) if scene.opens_with(clause) else None
    if match is None or not _THE_TRADE.search(clause.text, clause.opened):
        return
    if any(name.kind not in NO_FIRMS for name in clause.names):
        return
    verb = cue_of(clause, match, "verb", "partnership.sign")
    bodies = [name for name in clause.names if name.kind == "government"]
    lands = distinct([*bodies, *map(government_of, lands_in(clause))])
    both = [
        land for land in lands if land.said.end < verb.span.start or _WITH_IT.search(clause.before(land.said.start, 12))
    ]
    how = aspect(clause, verb)
    if len(both) < _TWO or both[0].said.end > verb.span.start or how.negated or how.possible:
        return
    stage = "mou" if match["paper"] else "signed"
    actors = tuple(Actor.of(name, Role.PARTNER) for name in both)
    yield Draft(Kind.PARTNERSHIP, stage, clause, verb.span, f"partnership.{stage}", how, actors, strength=0.6)


_TWO = 2
_WITH_SOME = regex(r"^[^.;]{0,20}\swith\san?\s[a-z]")  # "a memorandum with a major conglomerate"
# "ties up |with two South Korean firms|"
_WITH_A_FIRM = regex(
    r"^[^.;]{0,12}\swith\s(?:an?|one|two|three|four|several|major|large|leading|big|top"
    r"|(?:[A-Z][a-z]+ )?[A-Z][a-z]+(?:an|ese|ish|ch))\s(?:[\w-]+\s){0,5}?"
    r"(?:firms?|compan(?:y|ies)|(?:car|auto)?makers?|manufacturers?|consortium|group|giants?|producers?|miners?"
    r"|start-?ups?|suppliers?|developers?|recyclers?|utilit(?:y|ies))\b(?!\s(?!(?:in|to|for|on|over|and)\b))"
)


def is_with_somebody(clause: Sentence, bond: Cue) -> bool:
    """Whether a memorandum, or a headline's bond, is with a side that is told by its trade alone."""
    behind = clause.after(bond.span.end, 110)
    if "partnership.mou" in bond.tags:
        return _WITH_SOME.match(behind) is not None
    if not clause.headline or clause.has("partnership.dissolve", "firm.consider"):
        return False
    return _WITH_A_FIRM.match(behind) is not None and not aspect(clause, bond).negated
