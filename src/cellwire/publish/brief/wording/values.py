"""A value as a part: printed as its quote bears it out, with the form that the check reads behind it."""

from __future__ import annotations

from cellwire.model import PartialDate, Qualifier
from cellwire.publish.brief.edition import Note, Part
from cellwire.publish.brief.wording.phrases import bare_date, cautious, money, number, quantity


def amount_part(value: float, unit: str, qualifier: Qualifier, note: Note) -> Part:
    return Part(cautious(quantity(value, unit), qualifier, note.quote), note, "amount", f"{value!r} {unit}")


def sum_part(amount: float, currency: str, qualifier: Qualifier, note: Note) -> Part:
    return Part(cautious(money(amount, currency), qualifier, note.quote), note, "money", f"{currency} {amount!r}")


def jobs_part(value: float, qualifier: Qualifier, note: Note) -> Part:
    return Part(f"{cautious(number(value), qualifier, note.quote)} jobs", note, "jobs", str(value))


def date_part(when: PartialDate, part: str | None, note: Note, *, now: int) -> Part:
    """Without its preposition."""
    return Part(bare_date(when, part, now=now), note, "date", canonical_date(when, part))


def canonical_date(when: PartialDate, part: str | None) -> str:
    return f"{when.iso} {part}" if part else when.iso
