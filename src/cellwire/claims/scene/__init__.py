"""The scene: a document's sentences with every name, amount, date and trigger word that stands in them."""

from cellwire.claims.scene.cues import Aspect, aspect, find_cues, tags_that_begin
from cellwire.claims.scene.named_batteries import as_plant, as_storage, is_named_battery, named_batteries
from cellwire.claims.scene.plain import plain_text
from cellwire.claims.scene.scene import (
    HEADLINES,
    Cue,
    Name,
    Scene,
    Sentence,
    Spot,
    any_begins,
    cue_of,
    read_values,
    tags_of,
)

__all__ = [
    "HEADLINES",
    "Aspect",
    "Cue",
    "Name",
    "Scene",
    "Sentence",
    "Spot",
    "any_begins",
    "as_plant",
    "as_storage",
    "aspect",
    "cue_of",
    "find_cues",
    "is_named_battery",
    "named_batteries",
    "plain_text",
    "read_values",
    "tags_of",
    "tags_that_begin",
]
