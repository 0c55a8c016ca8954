"""Whether a quote holds a name: in capitals or not, with or without accents, by one of its known spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cellwire.model import plain_letters
from cellwire.publish.brief.check.tables import tables


def fold(text: str) -> str:
    """Lower case, no accents, single spaces for everything that is neither letter nor digit."""
    return " ".join(re.sub(r"[\W_]+", " ", plain_letters(text)).split())


def says_name(spellings: Iterable[str], quote: str) -> bool:
    folded = f" {fold(quote)} "
    return any(_holds(folded, fold(spelling)) for spelling in spellings if fold(spelling))


def _holds(folded: str, name: str) -> bool:
    # scripts without spaces run names into the words around them
    return name in folded if not name.isascii() else f" {name} " in folded or f" {name}s " in folded


def says_thing(table: str, name: str, quote: str) -> bool:
    """Whether a quote bears out a product ("products") or a chemistry ("chemistries")."""
    pattern = tables()[table].get(name)
    if pattern is None:
        return says_name([name], quote) or fold(name).replace(" ", "") in fold(quote).replace(" ", "")
    return re.search("(?i)" + pattern.replace("(?i)", ""), quote) is not None
