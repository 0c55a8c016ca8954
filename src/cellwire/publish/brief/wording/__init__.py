"""Words of our own: for amounts, dates and goods, for words of theirs, and how names are listed."""

from cellwire.publish.brief.wording.added import is_added, is_told_as_added
from cellwire.publish.brief.wording.cues import cues, words_in
from cellwire.publish.brief.wording.goods import product_noun
from cellwire.publish.brief.wording.listing import listed
from cellwire.publish.brief.wording.phrases import (
    MONTHS,
    a_or_an,
    bare_date,
    cautious,
    money,
    number,
    preposition,
    quantity,
    with_the,
)

__all__ = [
    "MONTHS",
    "a_or_an",
    "bare_date",
    "cautious",
    "cues",
    "is_added",
    "is_told_as_added",
    "listed",
    "money",
    "number",
    "preposition",
    "product_noun",
    "quantity",
    "with_the",
    "words_in",
]
