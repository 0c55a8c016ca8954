"""A story's headline, composed from claims.

"Envision AESC begins building its second battery plant in Sunderland (12 GWh/yr)"
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from cellwire.model import (
    STAGES,
    Certainty,
    Development,
    Kind,
    Known,
    Party,
    Role,
    builders,
    ordinal,
    principals,
    without_owners,
)

_GIVERS = frozenset({Role.SUPPLIER, Role.INVESTOR, Role.GOVERNMENT, Role.LICENSOR})
_TAKERS = frozenset({Role.CUSTOMER, Role.TARGET, Role.LICENSEE})
# What runs is as large as its part in operation, what is to come as large as the whole.
_SCOPES = {"operating": ("phase", "new", "existing", "total"), "": ("new", "total", "phase", "existing")}


def headline(developments: Sequence[Development], *, known: Known) -> str:
    """What the furthest of one story's developments say, in the words most of them use and none of the sources' own."""
    kind = developments[0].kind
    stage = max((development.stage for development in developments), key=STAGES[kind].index)
    told = [development for development in developments if development.stage == stage]
    givers, takers = _sides(told)
    names = [_name(party, developments, known) for party in without_owners(givers, known)]
    several = len(names) > 1
    others = _listed([_name(party, developments, known) for party in without_owners(takers, known)])
    fields = _fields(told, known, several=several) | ({"other": others} if others else {})
    if names:
        sentence = f"{_listed(names)} {_pick(kind, stage, fields, several=several)}"
    else:
        sentence = _words()["nobody"][kind].format(stage=stage, **fields)
    asides = [*_figures(told), *_doubt(told)]
    return f"{sentence} ({', '.join(asides)})" if asides else sentence


def _sides(told: Sequence[Development]) -> tuple[list[Party], list[Party]]:
    """Who does it and to whom: suppliers and customers, givers and takers; else everybody together."""
    if told[0].kind is Kind.PARTNERSHIP:
        return [party for development in told for party in principals(development)], []
    chosen = builders if told[0].kind is Kind.FACILITY else principals
    parties = {party.id: party for development in told for party in chosen(development)}
    givers = [party for party in parties.values() if party.role in _GIVERS]
    takers = [party for party in parties.values() if party.role in _TAKERS]
    if not givers or not takers:
        givers_of_all = {party.id: party for development in told for party in development.parties}
        givers = [party for party in givers_of_all.values() if party.role in _GIVERS]
    return (givers, takers) if givers and takers else (list(parties.values()), [])


def _name(party: Party, developments: Iterable[Development], known: Known) -> str:
    """The lexicon's name; of an unknown company the name written most, the longest of equals."""
    written = Counter(
        other.name for development in developments for other in development.parties if other.id == party.id
    )
    return known.name(party.id) or max(written, key=lambda name: (written[name], len(name), name), default=party.name)


def _listed(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:3])} and others" if len(names) > 4 else f"{', '.join(names[:-1])} and {names[-1]}"


def _fields(told: Sequence[Development], known: Known, *, several: bool) -> dict[str, str]:
    product = _first(development.product and development.product.name for development in told)
    plant = _words()["plants"].get(product, "plant")
    chemistry = _first(named.name for development in told for named in development.chemistry)
    number = _words()["numerals"].get(str(_first(ordinal(development.quote) for development in told)))
    where = _where(told, known)
    its = "their" if several else "its"
    fields = {"thing": " ".join(filter(None, [its, number, plant, where]))}
    fields["a_thing"] = fields["thing"] if number else " ".join(filter(None, [_article(plant), plant, where]))
    made = " ".join(filter(None, [chemistry, _words()["things"].get(product, "technology")]))
    fields["new_thing"] = f"{_article(made)} {made}"
    fields["Plant"] = _capital(" ".join(filter(None, [plant, where])))
    fields["New"] = _capital(made)
    fields["subject"] = _words()["subjects"].get(product, "the battery industry")
    fields["subject_there"] = ", ".join(filter(None, [fields["subject"], where.removeprefix("in ")]))
    return fields


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _where(told: Sequence[Development], known: Known) -> str:
    place = _first(development.place and known.place(development.place) for development in told)
    country = _first(development.country for development in told)
    name = place or (country and known.country(country))
    return f"in {name}" if name else ""


def _article(words: str) -> str:
    """Letters spoken with a vowel in front take "an" too: an LFP battery, an NMC cell."""
    first = words.split(maxsplit=1)[0]
    spoken_vowel = first[0] in "AEFHILMNORSX" if first.isupper() else first[0].lower() in "aeio"
    return "an" if spoken_vowel else "a"


def _first(values: Iterable[Any]) -> Any:
    """The value told most often, the one told first of equals."""
    told = [value for value in values if value]
    if len(set(told)) < 2:
        return told[0] if told else None
    return Counter(told).most_common(1)[0][0]


def _pick(kind: str, stage: str, fields: Mapping[str, str], *, several: bool) -> str:
    for forms in _words()[kind][stage]:
        form = str(forms[-1] if several else forms[0])
        if all(name is None or name in fields for _, name, _, _ in Formatter().parse(form)):
            return form.format(**fields)
    raise KeyError(f"headlines.toml has no line for {kind} {stage} without a second party")


def _figures(told: Sequence[Development]) -> list[str]:
    """The capacity, else the money; not both, a headline is short."""
    told_of = [capacity for development in told for capacity in development.capacity]
    counted = ("vehicles", "cells", "m2")  # what is made in square metres has often the land told beside it
    capacities = [capacity for capacity in told_of if not capacity.unit.startswith(counted)] or told_of
    for scope in _SCOPES.get(told[0].stage, _SCOPES[""]):
        of_scope = [capacity.text for capacity in capacities if capacity.scope == scope]
        if of_scope:
            return [str(_first(of_scope))]
    money = [money.text for development in told for money in development.money]
    return [str(_first(money))] if money else []


def _doubt(told: Sequence[Development]) -> list[str]:
    certainties = {development.certainty for development in told}
    if Certainty.DENIED in certainties:
        return ["denied"]
    return [] if Certainty.CONFIRMED in certainties else ["unconfirmed"]


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files("cellwire.stories").joinpath("headlines.toml").read_text("utf-8"))
