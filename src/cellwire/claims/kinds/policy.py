"""Laws, tariffs, credits and controls that touch batteries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, distinct, groups
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, Spot, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_STRONG = regex(
    r"\b(?:tariffs?|dut(?:y|ies)|tax (?:credit|break|incentive|cut|holiday|exemption|rebate)s?|subsidi[sz]\w*"
    r"|incentives?|rebates?|"
    r"export (?:control|ban|restriction|permit|licen[cs]e|curb|limit)s?|surtax|curbs?|strategy|roadmap|"
    r"lev(?:y|ies)|inquiry|rules?|royalt(?:y|ies)|quotas?|passport|tax relief|incentive scheme|regulations?|"
    r"directive|executive order|law|bill|act"
    r"|legislation|decree|subsid(?:y|ies)|sanctions|ban|bann\w+|exports?|quota|mandate|standards?|guidance|policy"
    r"|policies|scheme|"
    r"package|moratorium|restrictions?|purchase tax|guidelines|buy-?back|vat|pli)\b",
    re.I,
)
_BATTERY = gated(
    r"\b(?:batter\w+|lithium|cobalt|nickel|graphite|critical (?:raw )?(?:minerals?|materials?)|"
    r"electric[- ]vehicles?|evs?|cathode|anode|energy storage|black mass|gigafactor\w+)\b",
    re.I,
)
_ACTS = regex(
    r"^(?:\son\s\w+day|,\s[^,]{1,30},|\s(?:has|will|is to|to|also|now|today|may|could|plans to|is set to"
    r"|is (?:considering|"
    r"mulling|weighing|planning)|(?:has\s)?decided to))?"
    r"\s(?:subsid|plac|institut|mull|weigh|eye|impose|curb|limit|back|unveil|publish"
    r"|revok|repeal|impos|"
    r"introduc|rais|lift|scrap|adopt|approv"
    r"|ban|order|announc|extend|tighten|grant|award|pass|end|cut|slap|threaten|launch|propos|restrict|suspend|"
    r"increas|requir|plan|consider"
    r"|exempt|halv|doubl|abolish|relax|put|set|open|offer|stop|draft)\w*\b",
    re.I,
)
_SHORT = {"US": "US Government", "GB": "UK Government"}
# A law that only pays for or permits something is not what is told.
_MEANS = gated(
    r"\b(?:funded by|under|through|thanks to|because of|as part of|pursuant to|via|supported by|"
    r"made possible by|eligible for|qualify for)\s(?:[\w'’-]+\s){0,6}$",
    re.I,
)
_TELLS = {"proposed": "policy.propose", "repealed": "policy.repeal", "adopted": "policy.adopt"}
_PUBLIC = gated(
    r"\b(?:government|ministry|commission|parliament|congress|senate|president|administration|lawmakers|minister|"
    r"authorit\w+|council|court|cabinet|agency|department|treasury|regulator\w*|beijing|brussels|washington|"
    r"white house|state council|governor|commerce)\b",
    re.I,
)


_LOCAL = regex(r"\b(?:City|District|County|Borough|Town|Parish|Shire|Municipal|Regional) Council$")
_WANTED = gated(
    r"\b(?:I|we) urge\b|\b(?:urge[sd]?|calls? on|called on|asks?|asked|lobb\w+)\s"
    r"(?:the\s)?(?:[A-Z]|government|lawmakers)"
)
_TO_RULE = regex(
    r"\bto\s(?:count|require|ban|limit|tax|exempt|raise|cut|tighten|classify|treat|define|allow|restrict|charge|"
    r"subsidi[sz]e|lower|halve|double|scrap|lift|abolish|extend|impose|introduce|end|ease)\b"
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if not clause.has("policy.instrument", "policy.propose"):
        return
    instruments = [
        cue
        for cue in clause.find("policy.instrument")
        if _STRONG.search(cue.written) and not _MEANS.search(clause.before(cue.span.start, 60), clause.opened)
    ]
    if any(name.kind not in NO_FIRMS for name in clause.names):
        instruments = [cue for cue in instruments if not cue.written.startswith("subsid")]
    bodies = distinct(name for group in groups(clause) for name in group.names if name.kind == "government")
    if bodies and all(_LOCAL.search(name.name) for name in bodies):
        return  # a town's council backs plans and makes no law
    bodies = bodies or list(_land_acting(clause))
    if not bodies and any("tariff" in cue.written for cue in instruments):
        bodies = _first_government(scene)
    if not bodies and _PUBLIC.search(clause.text, clause.opened):
        bodies = list(_only_land(scene))
    if not _BATTERY.search(clause.text, clause.opened) or not (bodies or _PUBLIC.search(clause.text, clause.opened)):
        return
    if _WANTED.search(clause.text, clause.opened):
        return
    told = _told(clause, instruments[0]) if instruments else _proposal(clause, bodies)
    if told is None:
        return
    stage, cue = told
    actors = tuple(Actor(name, Role.GOVERNMENT) for name in bodies)
    yield Draft(Kind.POLICY, stage, clause, cue.span, f"policy.{stage}", aspect(clause, cue), actors, strength=0.55)


def _proposal(clause: Sentence, bodies: list[Name]) -> tuple[str, Cue] | None:
    """A body that proposes to do something by law: "the Treasury proposed on Monday to count"."""
    for cue in clause.find("policy.propose"):
        spoken = any(0 <= cue.span.start - name.said.end < 12 for name in bodies)
        if spoken and cue.form in {"s", "past"} and _TO_RULE.search(clause.after(cue.span.end, 50)):
            return "proposed", cue
    return None


def _first_government(scene: Scene) -> list[Name]:
    """Whose tariffs a text speaks of: the government it names first."""
    names = (name for sentence in scene.sentences[:6] for name in sentence.names if name.kind == "government")
    return list(names)[:1]


def _only_land(scene: Scene) -> Iterator[Name]:
    """Whose "the government" or "the minister" is, where a text names one country for itself: that country's."""
    spots = [spot for sentence in scene.sentences for spot in sentence.countries if spot.country]
    if spots and len({spot.country for spot in spots}) == 1:
        yield _government_of(spots[0])


def _government_of(spot: Spot) -> Name:
    name = _SHORT.get(spot.country or "") or f"Government of {spot.name}"
    id = f"gov-{(spot.country or '').lower()}"
    return Name(id, name, spot.span, spot.span, "government", (), country=spot.country)


def _land_acting(clause: Sentence) -> Iterator[Name]:
    """A country that does something itself: "Canada on Wednesday revoked the surtax"."""
    for spot in clause.countries:
        if spot.country and _ACTS.match(clause.after(spot.span.end, 40)):
            yield _government_of(spot)
            return


_ISSUES = frozenset({"publish", "unveil", "release", "introduce", "issue"})
_PAPER = regex(r"policy|policies|strategy|framework|roadmap|guidelines|plan|bill|law|act", re.I)  # in force later still


def _told(clause: Sentence, instrument: Cue) -> tuple[str, Cue] | None:
    best: tuple[int, str, Cue] | None = None
    for stage, tag in _TELLS.items():
        for cue in clause.find(tag):
            how = aspect(clause, cue)
            gap = abs(cue.span.start - instrument.span.start)
            acting = cue.form and (" " in cue.written or cue.written.startswith("subsidi"))
            alone = cue.span == instrument.span and not acting
            if alone or gap > 80 or how.negated:
                continue
            later = how.possible or (how.ahead and cue.written in _ISSUES and _PAPER.search(instrument.written))
            told = "proposed" if later and stage == "adopted" else stage
            if best is None or gap < best[0]:
                best = (gap, told, cue)
    return (best[1], best[2]) if best else None
