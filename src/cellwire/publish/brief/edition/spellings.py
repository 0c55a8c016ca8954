"""How names are spelt: of organisations as the lexicon knows them, of countries as the brief prints them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypedDict

from cellwire.lexicon import load_lexicon


class _Country(TypedDict, total=False):
    name: str
    the: bool
    written: list[str]


@cache
def _countries() -> dict[str, _Country]:
    return tomllib.loads((files("cellwire.publish.brief.edition") / "countries.toml").read_text("utf-8"))


def country_name(code: str | None, *, running: bool = False) -> str:
    """ "UK" behind a place, "the UK" in running text; empty for a country the table does not hold."""
    country = _countries().get(code or "")
    if not country:
        return ""
    return f"the {country['name']}" if running and country.get("the") else country["name"]


def spellings_of_country(code: str) -> tuple[str, ...]:
    country = _countries().get(code)
    return (country["name"], *country["written"]) if country else ()


def place_name(id: str | None, written: str) -> str:
    """As the text writes it, unless it shouts: a dateline's DETROIT is printed as the gazetteer has it."""
    if not written.isupper() or len(written) < 4:
        return written
    known = load_lexicon().localities.get(id or "")
    return known.name if known and known.name.casefold() == written.casefold() else written.title()


_OF_STATES = {"US", "CA", "AU"}  # whose towns readers place by their state


def state_of(id: str | None, text: str) -> str:
    """ "Michigan" for Marshall in a text that names the state: a town of that name may lie in another, a park not."""
    places = load_lexicon().localities
    town = places.get(id or "")
    state = places.get(town.region or "") if town else None
    if town is None or state is None or town.country not in _OF_STATES:
        return ""
    if town.kind == "park":
        return state.name
    return state.name if re.search(rf"(?<!\w){re.escape(state.name)}(?!\w)", text) else ""


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of the names, as whole words and in capitals or not."""
    folded = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded) for name in names)


def spellings_of_organisation(id: str) -> tuple[str, ...]:
    """Every name the lexicon knows an organisation by; none for a provisional one.

    A state's government is called by its land as well: "Kansas offered a loan".
    """
    lexicon = load_lexicon()
    known, land = lexicon.organisations.get(id), lexicon.land_of(id)
    if known is None:
        return ()
    return (known.name, *known.aliases, *((land,) if land else ()))
