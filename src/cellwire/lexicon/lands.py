"""Which organisation governs a land: a text that names the land alone means the body that the lexicon holds for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cellwire.lexicon.names import fold_name
from cellwire.model import Locality, Organisation

_OF = re.compile(r"(?:Government|State|Province) of (?:the )?(.+)|(.+) Government")
UNION = "area-eu"  # the European Union where a text speaks of it as of a land
_UNION_BODY = {"EU": "european-commission"}


def governments_by_land(
    organisations: Mapping[str, Organisation], localities: Mapping[str, Locality]
) -> dict[str, Organisation]:
    """By a country's code or a region's id."""
    regions = {
        (place.country, fold_name(place.name)): place.id for place in localities.values() if place.kind == "region"
    }
    found = {land: organisations[id] for land, id in _UNION_BODY.items() if id in organisations}
    for body in organisations.values():
        if body.kind != "government" or not body.country or not (named := _OF.fullmatch(body.name)):
            continue
        region = regions.get((body.country, fold_name(named[1] or named[2])))
        if body.id.startswith("gov-") or region:
            found[region or body.id.removeprefix("gov-")] = body
        elif body.id.endswith("-government"):
            found[body.country] = body
    return found
