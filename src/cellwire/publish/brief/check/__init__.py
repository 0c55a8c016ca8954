"""The check before publishing: a printed value must be re-derived from its footnote's quote alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from cellwire.errors import NotFitToPublish
from cellwire.model import MOST_WORDS, PartialDate
from cellwire.publish.brief.check.amounts import says_amount, says_caution, says_count, says_money
from cellwire.publish.brief.check.dates import says_date
from cellwire.publish.brief.check.names import says_name, says_thing
from cellwire.publish.brief.check.numbers import numbers
from cellwire.publish.brief.edition import Edition, Note, Part, spellings_of_country, spellings_of_organisation

__all__ = ["borne_out", "failures", "fit_to_publish", "numbers"]


def failures(edition: Edition) -> list[tuple[Part, str]]:
    """Every printed value that its quote does not bear out, with the reason: none in an edition fit to publish."""
    return [(part, problem) for part in edition.values() if (problem := borne_out(part))]


def fit_to_publish(edition: Edition) -> Edition:
    """The same edition. Raises NotFitToPublish, with the first value and its quote, where one is not borne out."""
    for part, problem in failures(edition):
        quote = part.note.quote if part.note else ""
        raise NotFitToPublish(
            f"“{part.text}” in the brief to {edition.last}",
            f"is not borne out by “{quote}”: {problem}",
            f"nothing was written; drop its story in brief-{edition.last}.toml to publish the rest, and report it",
        )
    return edition


def borne_out(part: Part) -> str:
    """Empty if the part's note bears out what is printed, else what is missing from the quote."""
    assert part.note
    if len(part.note.quote.split()) > MOST_WORDS:
        return f"the quote is longer than {MOST_WORDS} words"
    return says_caution(part.text, part.note.quote) or _CHECKS[part.what](part, part.note)


def _amount(part: Part, note: Note) -> str:
    amounts = (amount.split(" ", 1) for amount in part.value.split(" with "))  # what a store holds, and what it gives
    return next(filter(None, (says_amount(float(value), unit, note.quote) for value, unit in amounts)), "")


def _money(part: Part, note: Note) -> str:
    currency, amount = part.value.split()
    return says_money(float(amount), currency, note.quote)


def _counted(part: Part, note: Note) -> str:
    return says_count(float(part.value), note.quote)


def _date(part: Part, note: Note) -> str:
    iso, _, written = part.value.partition(" ")
    return says_date(PartialDate(iso), note.quote, note.published, part=written or None)


def _published(part: Part, note: Note) -> str:
    same = note.published is not None and note.published == date.fromisoformat(part.value)
    return "" if same else "the article was published on another day"


def _name(part: Part, note: Note) -> str:
    return _unless(
        says_name((part.text.removeprefix("the "), *spellings_of_organisation(part.value)), note.quote), part
    )


def _place(part: Part, note: Note) -> str:
    return _unless(says_name((part.value,), note.quote), part)


def _country(part: Part, note: Note) -> str:
    return _unless(says_name(spellings_of_country(part.value), note.quote), part)


def _product(part: Part, note: Note) -> str:
    return _unless(says_thing("products", part.value, note.quote), part)


def _chemistry(part: Part, note: Note) -> str:
    return _unless(says_thing("chemistries", part.value, note.quote), part)


def _cue(part: Part, note: Note) -> str:
    """A word we put for a word of theirs ("a recall", "its second"): `value` is the pattern that found theirs."""
    return _unless(re.search(part.value, note.quote, re.IGNORECASE) is not None, part)


def _outlet(part: Part, note: Note) -> str:
    return "" if part.value == part.text == note.outlet else "the note is of another outlet"


def _stated(part: Part, note: Note) -> str:
    """A stage has no words of its own to look for; numbers in it would have."""
    return _unless(numbers_within(part.text, note.quote), part)


def numbers_within(printed: str, quote: str) -> bool:
    return all(number in numbers(quote) for number in numbers(re.sub(r"\b(?:a|an|one)\b", "", printed)))


def _unless(fine: bool, part: Part) -> str:
    return "" if fine else f"the quote does not say {part.text!r}"


_CHECKS: dict[str, Callable[[Part, Note], str]] = {
    "amount": _amount,
    "money": _money,
    "jobs": _counted,
    "count": _counted,
    "date": _date,
    "published": _published,
    "name": _name,
    "place": _place,
    "country": _country,
    "product": _product,
    "chemistry": _chemistry,
    "cue": _cue,
    "stage": _stated,
    "outlet": _outlet,
}
