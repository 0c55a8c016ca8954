"""Laws, tariffs, credits and controls that touch batteries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility import permit_lost
from cellwire.claims.kinds.lands import government_of, lands_in, named_land, nations, ruling_land
from cellwire.claims.kinds.policy.controls import LISTED
from cellwire.claims.kinds.policy.deeds import DEED, OFFICE, deed
from cellwire.claims.kinds.policy.headlines import NEW, TITLED, TREATY, called_for, goal, new_rule, titled, treaty
from cellwire.claims.kinds.policy.rulings import instruments_of, proposals, ruling
from cellwire.claims.scene import Cue, Name, Scene, Sentence, Spot, aspect
from cellwire.lexicon import fold_name, regex
from cellwire.model import Kind, Role, Span

_BATTERY = gated(
    r"\b(?:batter\w+|chemistry cells?|lithium|cobalt|nickel|graphite"
    r"|(?:critical|strategic) (?:raw )?(?:minerals?|materials?)|electric[- ]vehicles?|evs?|electric[- ]cars?"
    r"|cathodes?|anodes?|(?:energy|home|grid|stationary) storage|bess|black mass|gigafactor\w+|spodumene)\b",
    re.I,
)
_PUBLIC = gated(
    r"\b(?:government|govt|(?:town|city|county|village|planning|zoning|utilit(?:y|ies)) (?:board|commission)"
    r"|republicans|democrats|ministry|commission|parliament|congress|senate|president|administration|lawmakers|minister|"
    r"authorit\w+|council|court|cabinet|agency|department|treasury|regulator\w*|beijing|brussels|washington|"
    r"white house|state council|governor|commerce|gazette|official journal|legislat\w+|house of|the house|(?:house"
    r"|senate) (?:panel|bill)|supervisors"
    r"|commissioners|marshal"
    r"|ministerial committee|committee|budget|customs|pentagon|(?-i:The Centre)(?! for| of))\b",
    re.I,
)
_LOCAL = regex(r"\b(?:City|District|County|Borough|Town|Parish|Shire|Municipal|Regional) Council$")
_LOCAL_LAW = regex(r"\b(?:moratorium|ordinances?|by-?laws?|ban(?:s|ned)?|prohibit\w*|zoning (?:rules|code|law)s?)\b")
_WANTED = gated(
    r"\b(?:I|we) urge\b|\b(?:urge[sd]?|calls? on|called on|asks?|asked|lobb\w+)\s"
    r"(?:the\s)?(?:[A-Z]|government|lawmakers)"
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    law = titled(clause, scene)
    if not (_of_batteries(clause) or (law and any(map(_of_batteries, scene.sentences[1:4])))):
        return
    if called := called_for(clause):
        yield from _call(clause, *called)
    if _WANTED.search(clause.text, clause.opened):
        return
    new = new_rule(clause, scene) or law
    bodies = _bodies(clause)
    told = _told(clause, bodies) or new
    if told is None or _is_a_towns_plan(clause, bodies) or _is_a_firms(clause, told[1]) or any(permit_lost(clause)):
        return
    stage, cue = told
    rulers = _rulers(clause, cue, bodies, scene) or (_whose_title(clause, scene) if law else [])
    if not rulers and not new and not _PUBLIC.search(clause.text, clause.opened):
        return
    actors = tuple(Actor(name, Role.GOVERNMENT) for name in rulers)
    rule = f"policy.{stage}" if _BY_VERB_ALONE.isdisjoint(cue.tags) else DEED
    yield Draft(Kind.POLICY, stage, clause, cue.span, rule, aspect(clause, cue), actors, strength=0.55)


def _told(clause: Sentence, bodies: list[Name]) -> tuple[str, Cue] | None:
    return ruling(clause) or _proposal(clause, bodies) or _deed(clause)


def _is_a_towns_plan(clause: Sentence, bodies: list[Name]) -> bool:
    """A town's council backs plans and makes few laws."""
    local = bool(bodies) and all(_LOCAL.search(name.name) for name in bodies)
    return local and not _LOCAL_LAW.search(clause.text)


def _rulers(clause: Sentence, cue: Cue, bodies: list[Name], scene: Scene) -> list[Name]:
    """Who rules, as far as anybody says so; `bodies` are those that the clause names."""
    if TITLED in cue.tags:
        return _whose_title(clause, scene)
    rulers = bodies or [*_land_doing(clause, cue)] or _unnamed(clause, scene)
    if TREATY in cue.tags or (NEW in cue.tags and not rulers):
        return _parties_to(clause) or [_as_body(spot) for spot in clause.places if spot.level in _TOWNS][:1]
    return rulers


def _whose_title(title: Sentence, scene: Scene) -> list[Name]:
    """Whose law a text is titled with: of whom the title says so, else who rules in the text's first sentences."""
    first = map(_bodies, scene.sentences[1:4])
    return _parties_to(title) or list(nations(title)) or next(filter(None, first), ruling_land(scene))


_BY_VERB_ALONE = frozenset({DEED, TREATY, NEW, TITLED})


def _of_batteries(clause: Sentence) -> bool:
    known = any(name.known and "cell" in name.chain for name in clause.names)
    return known or _BATTERY.search(clause.text, clause.opened) is not None


def _is_a_firms(clause: Sentence, cue: Cue) -> bool:
    """Whether a company does it: it gets a subsidy, or stops its own shipments."""
    if "ruling.forbid" in cue.tags and not instruments_of(clause):
        doer = subject(groups(clause), cue.span.start)
        return doer is not None and all(name.kind not in NO_FIRMS for name in doer.names)
    if not _OF_NO_FIRM.isdisjoint(cue.tags):
        return False
    given = [each for each in instruments_of(clause) if not _is_handed(clause, each)]
    return not given and any(name.kind not in NO_FIRMS for name in clause.names)


_OF_NO_FIRM = frozenset({LISTED, TITLED})


def _is_handed(clause: Sentence, instrument: Cue) -> bool:
    """ "Subsidies", and "incentives |for Alder's| plant": money for a company that is named, and no rule for all."""
    if instrument.written.startswith("subsid"):
        return True
    firms = (name for name in clause.names if name.kind not in NO_FIRMS)
    gaps = (
        clause.text[instrument.span.end - clause.span.start : name.said.start - clause.span.start] for name in firms
    )
    return "incentiv" in instrument.written and any(_FOR.fullmatch(gap) for gap in gaps)


_FOR = regex(r"\s(?:package\s)?(?:for|to)\s(?:(?:a|the|its)\s)?(?:[a-z][\w-]*\s)?")
_ADDRESSED = frozenset({"to", "with", "against", "on", "toward", "towards", "under", "unlike", "after", "between"})


# "would |bar| the Pentagon from buying": the law is made for it
_DONE_TO = gated(
    r"\b(?:bar|ban|prohibit|forbid|block|prevent|require|oblige|force|order|direct|stop)(?:s|ed|ing)?\s(?:the\s)?$"
)


def _bodies(clause: Sentence) -> list[Name]:
    """Who rules: all bodies that are named but those it is done to."""
    public = [group for group in groups(clause) if any(name.kind == "government" for name in group.names)]
    public = [group for group in public if not _DONE_TO.search(clause.before(group.span.start, 24), clause.opened)]
    chosen = [group for group in public if group.lead not in _ADDRESSED]
    bodies = distinct(name for group in chosen for name in group.names if name.kind == "government")
    addressed = distinct(name for group in public for name in group.names if name.kind == "government")
    return bodies or list(_land_acting(clause)) or list(_town_acting(clause)) or addressed


def _unnamed(clause: Sentence, scene: Scene) -> list[Name]:
    """Whose tariffs, or whose minister, a clause speaks of that names nobody."""
    if any("tariff" in cue.written for cue in clause.find("policy.instrument")) and (first := _first_government(scene)):
        return first
    if (title := scene.sentences[0]).headline and title.has("policy.instrument", *_RULES):
        rulers = _bodies(title)
        if len(rulers) == 1:
            return rulers  # "Ottawa slaps surtax on cells", and below "the minister announced"
    if _PUBLIC.search(clause.text, clause.opened):
        return ruling_land(scene)
    return named_land(clause) if clause.headline else []


def _proposal(clause: Sentence, bodies: list[Name]) -> tuple[str, Cue] | None:
    """A body that proposes to do something by law: "the Treasury proposed on Monday to count"."""
    for cue in proposals(clause):
        if any(0 <= cue.span.start - name.said.end < 12 for name in bodies):
            return "proposed", cue
    return None


def _first_government(scene: Scene) -> list[Name]:
    """Whose tariffs a text speaks of: the government it names first."""
    names = (name for sentence in scene.sentences[:6] for name in sentence.names if name.kind == "government")
    return list(names)[:1]


# what may stand between a land and what it does: "Canada |on Wednesday| revoked", "Chile |is considering a| tax"
_DOES = regex(
    r"(?:\son\s\w+day|\s[a-z]+ly|\s(?:[a-z]+\s){0,2}?(?:ministers?|lawmakers|government|leaders|officials|regulators?"
    r"|legislators|senators|authorities|cabinet|parliament)|,\s[^,]{1,70},|\s(?:and|or)\s(?:the\s)?(?:[A-Z][\w.]+\s?){1,3}|['’]s(?:\s[A-Z][\w-]+){1,3}"
    r"|\s(?:has|have|had|will|would|is|are|to|also|now|today|may|could|might|plans|wants|set|considering|mulling"
    r"|weighing|planning|preparing|soon|reportedly|formally|temporarily|decided|agreed|moved|voted|been|further|again"
    r"|the))*\s"
)
_RULES = (
    "policy.adopt",
    "policy.repeal",
    "policy.propose",
    "ruling.adopt",
    "ruling.repeal",
    "ruling.propose",
    "ruling.forbid",
)


def _deed(clause: Sentence) -> tuple[str, Cue] | None:
    """What a body or a land does where no company is named beside it."""
    if any(name.kind not in NO_FIRMS for name in clause.names):
        return None
    bodies = _governments(clause)
    lands = [spot.span for spot in lands_in(clause)]
    if clause.headline and not bodies and (office := OFFICE.match(clause.text)):
        lands.append(Span(*office.span()).moved(clause.span.start))
    parties = frozenset(name.id for name in _parties_to(clause))
    return (
        deed(clause, bodies, lands)
        or treaty(clause, parties)
        or goal(clause, [*(name.said for name in bodies), *lands])
    )


def _governments(clause: Sentence) -> list[Name]:
    return [name for name in clause.names if name.kind == "government"]


def _parties_to(clause: Sentence) -> list[Name]:
    """The governments that a clause names, and those of its lands."""
    return distinct([*_governments(clause), *map(government_of, lands_in(clause))])


def _call(clause: Sentence, stage: str, cue: Cue) -> Iterator[Draft]:
    """What somebody calls for, and whom it is asked of."""
    caller = subject(groups(clause), cue.span.start)
    names = distinct([*(caller.names if caller else ()), *_governments(clause)])
    if not names and clause.headline:
        return
    actors = tuple(Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.PARTNER) for name in names)
    yield Draft(Kind.POLICY, stage, clause, cue.span, DEED, aspect(clause, cue), actors, strength=0.55)


def _land_doing(clause: Sentence, cue: Cue) -> Iterator[Name]:
    """The land whose deed it is."""
    if DEED in cue.tags:
        yield from (government_of(spot) for spot in lands_in(clause) if spot.span.end < cue.span.start)


def _land_acting(clause: Sentence) -> Iterator[Name]:
    """A country that does something itself: "Canada on Wednesday revoked the surtax"."""
    for spot in lands_in(clause) if clause.has(*_RULES) else ():
        if _FROM_THERE.search(clause.before(spot.span.start, 20)):
            continue  # "imports from |China| will be taxed"
        verbs = [cue for cue in clause.find(*_RULES) if cue.form and 0 < cue.span.start - spot.span.end < 70]
        if any(_DOES.fullmatch(clause.between(spot.span, cue.span)) for cue in verbs):
            yield government_of(spot)
            return


_FROM_THERE = regex(r"\b(?:from|against|on)\s(?:the\s|mainland\s)?$")

_TOWNS = frozenset({"city", "town", "park"})  # a county is listed as a park is


def _town_acting(clause: Sentence) -> Iterator[Name]:
    """A county or a town that a clause begins with and that forbids something, or rules in a headline."""
    for spot in clause.places:
        if spot.level not in _TOWNS or spot.span.start - clause.span.start > len("The "):
            continue
        does = clause.find(*(_RULES if clause.headline else ("ruling.forbid",)))
        if any(_DOES.fullmatch(clause.between(spot.span, cue.span)) for cue in does):
            yield _as_body(spot)
            return


def _as_body(town: Spot) -> Name:
    id = f"x-{fold_name(town.name)}"
    return Name(id, town.name, town.span, town.span, "government", (), known=False, country=town.country)
