"""Governments that no list names: "the Portuguese government", "the Biden administration", "India's government"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cellwire.claims.scene import Name
from cellwire.lexicon import Lexicon, fold_name
from cellwire.model import Span

_PATTERN = re.compile(
    r"\b(?:(?P<nation>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|U\.S\.|US|UK)(?:'s)?\s(?:federal |central |national )?(?:government|authorities|administration)"
    r"|government of (?:the )?(?P<land>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    r"|(?P<leader>Biden|Trump|Obama|Biden-Harris)(?: [Aa]dministration)"
    r"|(?:President )(?:Joe |Donald |Barack )?(?P<president>Biden|Trump|Obama)|(?P<house>White House))\b"
)
_SHORT = {"US": "US Government", "GB": "UK Government"}


def governments(text: str, lexicon: Lexicon) -> Iterator[Name]:
    """National governments told by nation, land or leader, each as "Government of …"."""
    for match in _PATTERN.finditer(text):
        country = _country(match, lexicon)
        if country is None:
            continue
        span = Span(match.start(), match.end())
        name = _SHORT.get(country) or f"Government of {_countries(lexicon)[0][country]}"
        yield Name(f"gov-{fold_name(country)}", name, span, span, "government", ())


def _country(match: re.Match[str], lexicon: Lexicon) -> str | None:
    if match["leader"] or match["president"] or match["house"]:
        return "US"
    word = match["nation"] or match["land"]
    return lexicon.demonym(word) or _countries(lexicon)[1].get(word)


@cache
def _countries(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Names by code, and codes by name."""
    named = {place.country: place.name for place in lexicon.localities.values() if place.kind == "country" and place.country}
    return named, {name: code for code, name in named.items()} | {"US": "US", "U.S.": "US", "UK": "GB"}
