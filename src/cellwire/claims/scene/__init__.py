"""The scene: a document's sentences with every name, amount, date and trigger word that stands in them."""

from cellwire.claims.scene.cues import Aspect, aspect, find_cues, tags_that_begin
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
    "aspect",
    "cue_of",
    "find_cues",
    "plain_text",
    "read_values",
    "tags_of",
    "tags_that_begin",
]
