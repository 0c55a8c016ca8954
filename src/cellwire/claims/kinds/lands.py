"""A land as its government, where no word names that."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.scene import Cue, Name, Scene, Sentence, Spot, any_begins
from cellwire.lexicon import UNION, load_lexicon, regex


def only_land(scene: Scene) -> Iterator[Name]:
    """Whose "the government" or "the minister" is, where a text names one country for itself: that country's."""
    spots = [spot for sentence in scene.sentences for spot in sentence.countries if spot.country]
    if spots and len({spot.country for spot in spots}) == 1:
        yield government_of(spots[0])


def lands_in(clause: Sentence) -> list[Spot]:
    """The lands, the union and the regions that a clause names."""
    regions = [spot for spot in clause.places if spot.level == "region" or spot.id == UNION]
    return [spot for spot in (*clause.countries, *regions) if spot.country or spot.id == UNION]


_ACTS = regex(r"\s(?:(?:has|have|will|to|is|plans|just|now|also|soon|officially|formally|finally)\s){0,3}")


def _may_act(spot: Spot) -> bool:
    """A state of the US builds nothing: "Nevada brings a store online" says where somebody does."""
    return spot.level == "country" or (spot.level == "region" and spot.country != "US")


def acting_land(clause: Sentence, told: Cue) -> Spot | None:
    """The land or region that a clause opens with as who does what it tells: "|Oman| commissions its first store"."""
    if told.written.endswith(("host", "house", "home to")):
        return None  # "Peru |to host| its first plant", which is somebody else's
    first = (spot for spot in (*clause.countries, *clause.places) if spot.span.start == clause.span.start)
    land = next((spot for spot in first if _may_act(spot)), None)
    deeds = [told, *(cue for cue in clause.cues if cue.form and any_begins(cue.tags, "facility_verb.", "firm."))]
    acts = (
        land and land.span.end < deed.span.start and _ACTS.fullmatch(clause.between(land.span, deed.span))
        for deed in deeds
    )
    return land if any(acts) else None


def government_of(spot: Spot) -> Name:
    land = spot.id if spot.level == "region" else spot.country or spot.id
    id, name = load_lexicon().government_of(land, spot.name)
    return Name(id, name, spot.span, spot.span, "government", (), country=spot.country)
