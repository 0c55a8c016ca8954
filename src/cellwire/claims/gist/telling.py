"""One development of a text in which no rule reads anything, where its words together say what it is about."""

from __future__ import annotations

from cellwire.claims.actors import distinct, groups, upstream
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gist.weights import Gist, weights
from cellwire.claims.gist.words import opening
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence
from cellwire.model import GIST, Kind, Role

LOOKED_AT = 3  # sentences in which it may be told
NAMED = 2  # at most: those behind are told of beside it more often than not
_DOWN = 6  # from here on down the chain a company takes batteries and makes none
_NOBODYS = frozenset({Kind.POLICY, Kind.MARKET})
_ROLES = {
    Kind.FACILITY: Role.OWNER,
    Kind.PARTNERSHIP: Role.PARTNER,
    Kind.INVESTMENT: Role.TARGET,
    Kind.TECHNOLOGY: Role.DEVELOPER,
    Kind.POLICY: Role.GOVERNMENT,
    Kind.MARKET: Role.SUPPLIER,
    Kind.INCIDENT: Role.OWNER,
}


def told_by_all(gist: Gist, scene: Scene) -> Draft | None:
    """At the first sentence that names who can take part; None where none of the first does and somebody has to."""
    looked_at = [*opening(scene)][:LOOKED_AT]
    told = [(sentence, actors) for sentence in looked_at if (actors := _actors(sentence, gist.kind))]
    if not told and gist.kind not in _NOBODYS:
        return None
    sentence, actors = told[0] if told else (looked_at[0], ())
    cue = _loudest(sentence, gist.kind)
    span, rule = cue.span if cue else sentence.span, f"{GIST}.{gist.kind}"
    return Draft(gist.kind, gist.stage, sentence, span, rule, Aspect(), actors, strength=gist.confidence)


def _actors(sentence: Sentence, kind: Kind) -> tuple[Actor, ...]:
    names = distinct(name for group in groups(sentence) for name in group.names)
    if kind is Kind.POLICY:
        names = [name for name in names if name.kind == "government"]
    return tuple(Actor.of(name, _role(name, kind)) for name in names[:NAMED])


def _role(name: Name, kind: Kind) -> Role:
    """The one that most play whom such a text names first; where goods go, the chain says who gives and who takes."""
    if kind is not Kind.SUPPLY:
        return _ROLES[kind]
    rank = upstream(name)
    if rank is None:
        return Role.PARTNER
    return Role.CUSTOMER if rank > _DOWN else Role.SUPPLIER


def _loudest(sentence: Sentence, kind: Kind) -> Cue | None:
    """The trigger word that says most of the kind."""
    table = weights().kinds
    weighed = [
        (max(table.weight(f"tag {tag}", kind) for tag in cue.tags), -at)
        for at, cue in enumerate(sentence.cues)
        if cue.tags
    ]
    return sentence.cues[-max(weighed)[1]] if weighed else None
