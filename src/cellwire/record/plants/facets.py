"""Other news of a plant: money, ventures and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cellwire.model import fold, principals
from cellwire.record.facts import Telling
from cellwire.record.plants.sites import Site, town_of


def attach_facets(tellings: Iterable[Telling], sites: Sequence[Site]) -> None:
    """Money, ventures and incidents of a plant: told in its story, or of its builder in its very town."""
    by_story_of = {telling.story: site for site in sites for telling in site.tellings if telling.story}
    by_town: dict[tuple[str, str], list[Site]] = {}
    for site in sites:
        for party in site.builders:
            by_town.setdefault((party, town_of(site)), []).append(site)
    for telling in tellings:
        own = by_story_of.get(telling.story) if telling.story else None
        place = telling.development.place
        if own is None and place:
            towns = [by_town.get((party.id, fold(place.name)), []) for party in principals(telling.development)]
            found = list(dict.fromkeys(site for listed in towns for site in listed))
            own = found[0] if len(found) == 1 else None
        if own:
            own.tellings.append(telling)
