"""Batteries that the text about a plant names, and that are not made there.

A carmaker's "Gigafactory" is one for batteries only where other words say so: of more than 60 in new texts that said no
more than this word three were; the others made cars. Old batteries that are used again nobody makes or takes apart.
"""

from __future__ import annotations

import re

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Role, Span

_BARE = regex(r"(?:giga|mega)[\s-]?(?:factory|factories)", re.I)


def is_bare(spot: Spot, clause: Sentence, home: Bundle) -> bool:
    """Whether a word that only says how large works are stands for what is made there, and its owners make cars."""
    named = clause.before(spot.span.end, len(spot.span))
    return home.kind in _OF_WORKS and _BARE.fullmatch(named) is not None and of_carmakers(home)


_OF_WORKS = frozenset({Kind.FACILITY, Kind.INCIDENT, Kind.MARKET})


def of_carmakers(home: Bundle) -> bool:
    """Whether all who own it, or whose figure it is, make cars, and none makes batteries."""
    owners = [actor.name.chain for draft in home.drafts for actor in draft.actors if actor.role in _THEIRS]
    return bool(owners) and all("carmaker" in chain and "cell" not in chain for chain in owners)


_THEIRS = frozenset({Role.OWNER, Role.SUPPLIER})
# "will |make| battery packs there", "|production of| cells", "a battery |plant|"; and "a truck with a battery pack"
_MAKES = regex(
    r"\b(?:mak|produc|manufactur|assembl|build)\w*\s(?:(?!(?:for|with|in|at|from|by|to)\s)[\w,'’-]+\s){0,6}$", re.I
)
_MADE = regex(
    rf"(?:[\w-]+\s){{1,3}}?(?:{PLANT}|{PLANTS}|lines?|production|manufacturing|assembly|making|output)\b", re.I
)
_NOUN = 40  # characters
_BATTERIES = frozenset({"cell", "pack"})


def is_cars_own(spot: Spot, clause: Sentence, home: Bundle) -> bool:
    """Whether batteries beside the news of a carmaker's plant are in its cars: nobody is said to make them."""
    if home.kind is not Kind.FACILITY or spot.id not in _BATTERIES or not of_carmakers(home):
        return False
    made = _MAKES.search(clause.before(spot.span.start, 60))
    return not (made or _MADE.match(clause.after(spot.span.start, _NOUN)))


# "the factory runs on |recycled EV batteries|", "draws on |retired batteries|"
_AGAIN = regex(
    r"\b(?:used|recycled|retired|second[- ]life|repurposed|old|discarded|dead|end-of-life|re-?us(?:e|es|ed|ing))\s"
    r"(?:(?:EVs?|electric|cars?|vehicles?|bus|lithium(?:-ion)?|traction|automotive|laptop)[\s-]){0,3}batter(?:y|ies)\b",
    re.I,
)
_TAKEN_APART = regex(
    r"\b(?:recycl(?!ed\b)\w*|recover\w*|shred\w*|process\w*|dismantl\w*|materials?|metals?|hydromet\w*|treat\w*"
    r"|extract\w*|black mass|refin\w*|nickel|cobalt|lithium(?![- ]ion)|cathodes?)\b",
    re.I,
)
_MADE_OR_RECYCLED = _BATTERIES | {"recycling"}


def is_used_again(spot: Spot, clause: Sentence) -> bool:
    """Whether its sentence has old batteries that are used again."""
    if spot.id not in _MADE_OR_RECYCLED or not _AGAIN.search(clause.text):
        return False
    return _TAKEN_APART.search(clause.text) is None


# "Alder, |a leader in storage solutions,| signed a memorandum with Birch, |a storage solutions provider|"
_TRADE = regex(r",\s(?:an?|the|one of the)\s(?:(?!joint\b|deal\b|partnership\b|move\b|step\b)[^,;.]|\.(?=\d)){0,90}$")
_REACH = 110  # characters


def is_their_trade(spot: Spot, clause: Sentence, home: Bundle) -> bool:
    """Whether it stands in what a sentence adds to say who one of two is: their deal may be of other goods."""
    if home.kind is not Kind.PARTNERSHIP or clause.headline:
        return False
    near = (name for name in clause.names if 0 <= spot.span.start - name.said.end < _REACH)
    firms = (name for name in near if name.kind not in NO_FIRMS)
    asides = [clause.between(name.said, spot.span) for name in firms]
    deeds = [draft.trigger for draft in home.drafts if draft.clause is clause]
    return any(
        _TRADE.fullmatch(aside)
        and not any(Span(spot.span.start - len(aside), spot.span.end).meets(deed) for deed in deeds)
        for aside in asides
    )


# "located |next to Alder's lithium plant|"
_BESIDE = regex(
    r"\b(?:beside|next (?:to|door to)|adjacent to|across from|opposite|close to|near)\s"
    r"(?:[A-Z]\S+\s|[\w-]+['’]s?\s|the\s|an?\s|its\s|their\s){0,5}$"
)
_PLANT_THERE = regex(rf"(?:[\w-]+\s){{1,3}}?(?:{PLANT}|{PLANTS})\b|(?:[Gg]iga|[Mm]ega)factor", re.I)


def is_of_a_neighbour(spot: Spot, clause: Sentence) -> bool:
    """Whether it says what is made in the plant beside which another one stands."""
    near = _BESIDE.search(clause.before(spot.span.start, 60))
    return near is not None and _PLANT_THERE.match(clause.after(spot.span.start, _NOUN)) is not None
