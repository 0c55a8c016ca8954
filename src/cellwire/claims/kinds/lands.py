"""A land as its government, where no word names that."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.scene import Name, Scene, Spot
from cellwire.lexicon import load_lexicon

UNION = "area-eu"  # the European Union where a text speaks of it as of a land


def only_land(scene: Scene) -> Iterator[Name]:
    """Whose "the government" or "the minister" is, where a text names one country for itself: that country's."""
    spots = [spot for sentence in scene.sentences for spot in sentence.countries if spot.country]
    if spots and len({spot.country for spot in spots}) == 1:
        yield government_of(spots[0])


def government_of(spot: Spot) -> Name:
    land = spot.id if spot.level == "region" else spot.country or spot.id
    id, name = load_lexicon().government_of(land, spot.name)
    return Name(id, name, spot.span, spot.span, "government", (), country=spot.country)
