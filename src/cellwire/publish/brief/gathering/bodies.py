"""A government and a body of its own are one giver or ruler: the one that says whose it is is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.lexicon import load_lexicon
from cellwire.model import Party, Role
from cellwire.publish.brief.matter import Told

# "Ministry of Energy": of which land, only the government beside it says
_OF_NO_LAND = ("Ministry ", "Department ", "Treasury")
_WHOLE = re.compile(r"\bGovernment\b|^(?:The )?(?:State|Province) of\b")  # no State Grid, no Department of State


def one_body(parties: Sequence[Told[Party]]) -> tuple[Told[Party], ...]:
    """The parties without a government that has its own body beside it, or without that body if it names no land.

    "The US government and the US Department of Energy award" is one award of the latter.
    """
    public = [told for told in parties if told.value.role is Role.GOVERNMENT]
    wholes = [told for told in public if _is_whole(told.value)]
    if len(wholes) != 1 or len(public) == 1:
        return tuple(parties)
    whole = wholes[0]
    bare = [told for told in public if told.value.name.startswith(_OF_NO_LAND)]
    if bare:
        return tuple(told for told in parties if told not in bare)
    ours = any(_is_part(told.value, whole.value) for told in public if told is not whole)
    return tuple(told for told in parties if not (ours and told is whole))


def _is_whole(party: Party) -> bool:
    """ "The US Government", "the State of California"."""
    return _WHOLE.search(party.name) is not None


def _is_part(party: Party, whole: Party) -> bool:
    """By its owner; a state's is called after the state: "California Energy Commission"."""
    body, government = (load_lexicon().organisations.get(each.id) for each in (party, whole))
    if body is None or government is None:
        return False
    _, _, state = government.name.partition("State of ")
    return government.id in body.parents or bool(state and body.name.startswith(f"{state} "))
