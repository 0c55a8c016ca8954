"""Words of our own: for amounts, dates and goods, for words of theirs, and how names are listed."""

from cellwire.publish.brief.wording.added import is_added, is_told_as_added
from cellwire.publish.brief.wording.cues import cues, words_in
from cellwire.publish.brief.wording.goods import product_noun
from cellwire.publish.brief.wording.listing import listed
from cellwire.publish.brief.wording.phrases import (
    a_or_an,
    bare_date,
    cautious,
    day,
    money,
    number,
    preposition,
    quantity,
    with_the,
)
from cellwire.publish.brief.wording.values import amount_part, canonical_date, date_part, jobs_part, sum_part

__all__ = [
    "a_or_an",
    "amount_part",
    "bare_date",
    "canonical_date",
    "cautious",
    "cues",
    "date_part",
    "day",
    "is_added",
    "is_told_as_added",
    "jobs_part",
    "listed",
    "money",
    "number",
    "preposition",
    "product_noun",
    "quantity",
    "sum_part",
    "with_the",
    "words_in",
]
