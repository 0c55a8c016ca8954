"""Telling a matter in sentences of our own: what happened, then how much and from when, then money and jobs."""

from cellwire.publish.brief.telling.cues import cues, words_in
from cellwire.publish.brief.telling.nouns import plant, product_noun
from cellwire.publish.brief.telling.phrases import (
    MONTHS,
    bare_date,
    cautious,
    money,
    number,
    preposition,
    quantity,
    with_the,
)
from cellwire.publish.brief.telling.sentence import Slots, listed, tell
from cellwire.publish.brief.telling.slots import ON_TOP, short_place
from cellwire.publish.brief.telling.story import Told as ToldStory
from cellwire.publish.brief.telling.story import tell_matter

__all__ = [
    "MONTHS",
    "ON_TOP",
    "Slots",
    "ToldStory",
    "bare_date",
    "cautious",
    "cues",
    "listed",
    "money",
    "number",
    "plant",
    "preposition",
    "product_noun",
    "quantity",
    "short_place",
    "tell",
    "tell_matter",
    "with_the",
    "words_in",
]
