"""Joint ventures and subsidiaries beside their owners: the venture is told, its owners stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from cellwire.lexicon import load_lexicon
from cellwire.model import HitKind, Kind, Party, Role
from cellwire.publish.brief.matter.matter import Matter

_STANDING_BACK = {Role.OWNER, Role.OPERATOR, Role.PARTNER}


def owners_of(party: str) -> tuple[str, ...]:
    """Ids of a company's owners and of theirs, as the lexicon knows them."""
    known = load_lexicon().organisations.get(party)
    direct = known.parents if known else ()
    return tuple(dict.fromkeys(id for parent in direct for id in (parent, *owners_of(parent))))


def family(parties: Iterable[str]) -> frozenset[str]:
    """The companies with their owners: a venture and each of its owners can be told of as one."""
    return frozenset(id for party in parties for id in (party, *owners_of(party)))


def is_among(company: str, others: Iterable[str]) -> bool:
    """Itself, an owner or a part of it, or its house by the short name: "LG" beside "LG Energy Solution"."""
    known = list(others)
    return bool(family([company]) & family(known)) or any(_one_house(company, other) for other in known)


def lacks(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one of the companies is none of the others, nor of their group."""
    known = set(theirs)
    return any(not is_among(id, known) for id in ours)


def _one_house(one: str, other: str) -> bool:
    organisations = load_lexicon().organisations
    if one not in organisations or other not in organisations:
        return False
    ours, theirs = organisations[one].name, organisations[other].name
    return _is_arm(ours, theirs) or _is_arm(theirs, ours)


def _is_arm(name: str, of: str) -> bool:
    """By its name: "Voltara Ventures" of Voltara, whichever letters are capitals."""
    return name.casefold().startswith(f"{of.casefold()} ")


def companies_of(matter: Matter) -> frozenset[str]:
    """Those a story tells of, with their owners."""
    return family(told.value.id for told in matter.parties)


def is_venture(party: str) -> bool:
    """Of a deal a venture stands for its owners; a brand of a group does not stand for the group."""
    return load_lexicon().kind_of(party) == "venture"


def is_firm(party: str) -> bool:
    """Whether the lexicon has it as a company or a venture: no outlet, no public body, no name that no list knows."""
    return load_lexicon().kind_of(party) in {"company", "venture"}


def firms_named(text: str) -> list[str]:
    """The companies and ventures of the lexicon that stand in a text."""
    hits = load_lexicon().find(text)
    return [hit.ids[0] for hit in hits if hit.kind is HitKind.ORGANISATION and is_firm(hit.ids[0])]


def owned_of(parties: Sequence[Party], kind: Kind, often: Mapping[str, int]) -> frozenset[tuple[str, Role]]:
    """Owners to leave out of the sentence: named in their venture's role, or as owners of its plant.

    An owner that deals with its own venture has another role, and is told; a deal needs two sides. Nor does one stand
    back behind a subsidiary that fewer tellings name than itself (`often`).
    """
    roles = {party.id: party.role for party in reversed(parties)}
    owned = {
        (owner, roles[owner])
        for party in parties
        if kind is Kind.FACILITY or is_venture(party.id)
        for owner in owners_of(party.id)
        if owner in roles
        and (is_venture(party.id) or often.get(owner, 0) <= often.get(party.id, 0))
        and (roles[owner] is party.role or roles[owner] in _STANDING_BACK)
    }
    if kind is Kind.INVESTMENT:  # a house and its venture arm put money in once
        owned |= {
            (house.id, house.role)
            for house, arm in permutations(parties, 2)
            if house.role is arm.role and (_is_arm(arm.name, house.name) or house.id in owners_of(arm.id))
        }
    left = set(roles) - {id for id, _ in owned}
    return frozenset() if len(left) < (1 if kind is Kind.FACILITY else 2) else frozenset(owned)
