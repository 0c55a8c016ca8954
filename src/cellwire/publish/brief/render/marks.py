"""Where footnote marks stand: behind the last value of a sentence that rests on the note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cellwire.publish.brief.edition import UNREAD, Edition, Headline, LeftOut, Note, Part, Sentence
from cellwire.publish.brief.wording import day

Numbers = Mapping[Note, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of text and the number of the note behind it, if any; `value` says that it is a value."""

    text: str
    number: int | None
    value: bool


def numbers_of(edition: Edition) -> dict[Note, int]:
    return {note: place for place, note in enumerate(edition.notes(), 1)}


def marked(sentence: Sentence, numbers: Numbers) -> list[Marked]:
    """A mark stands behind the punctuation that follows its value."""
    last = {part.note: place for place, part in enumerate(sentence.parts) if part.note}
    rows: list[Marked] = []
    waiting: int | None = None
    for place, part in enumerate(sentence.parts):
        text = part.text
        if waiting is not None:
            stop = next((stop for stop in ("’s", ",", ".", ";", ":") if text.startswith(stop)), "")
            rows.append(Marked(stop, waiting, False))
            text, waiting = text[len(stop) :], None
        rows.extend([Marked(text, None, part.note is not None)] if text else [])
        if part.note and last[part.note] == place:
            waiting = numbers[part.note]
    return rows + ([Marked("", waiting, False)] if waiting is not None else [])


def marked_part(part: Part, numbers: Numbers) -> list[Marked]:
    return [Marked(part.text, numbers[part.note] if part.note else None, part.note is not None)]


def days(first: date, last: date) -> str:
    """ "11 to 17 December 2022", "28 November to 4 December 2022"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first, now=last.year)} to {day(last)}"


def shown(note: Note) -> str:
    """The quote; three dots stand for what it leaves of its sentence."""
    before, behind = note.left
    return f"{'… ' * before}{note.quote}{' …' * behind}"


def quoted(note: Note) -> str:
    return f"“{shown(note)}”"


_MARKS = {"correction": "corrected by its source"}  # the brief's own corrections stand at its head


_SURE = re.compile(r" \((\d\.\d\d)\)$")  # how sure a reading was stands with the story, not with the reason


def reasons(rows: Iterable[LeftOut]) -> list[tuple[str, list[str]]]:
    """What was left out by reason, in the order of the first of each; what nothing was read from stands last.

    Words from which two things were read stand once, with how sure the surer of them was.
    """
    grouped: dict[str, dict[str, str]] = {}
    for row in rows:
        sure = _SURE.search(row.why)
        words = grouped.setdefault(_SURE.sub("", row.why), {})
        words[row.what] = max(words.get(row.what, ""), sure[1] if sure else "")
    said = (
        (why, [what + (f", {int(sure[2:])}% sure" if sure else "") for what, sure in words.items()])
        for why, words in grouped.items()
    )
    return sorted(said, key=lambda group: group[0] == UNREAD)


def mark_in_words(mark: str) -> str:
    """What is put before a story that is not simply new."""
    return _MARKS.get(mark, mark)


def carried(outlets: int, origins: int) -> str:
    """How widely a story is told: copies of one text are no further witnesses."""
    if outlets <= 1:
        return ""
    if outlets == origins:
        return f"Told by {_word(outlets)} outlets"
    texts = "all with the same text" if origins == 1 else f"in {_word(origins)} independent texts"
    return f"Carried by {_word(outlets)} outlets, {texts}"


def told_where(row: Headline) -> str:
    """ "Yonhap, 11 October 2022, and two others"."""
    others = f"and {_word(row.others)} other{'' if row.others == 1 else 's'}" if row.others else ""
    return ", ".join(filter(None, (row.outlet, day(row.published) if row.published else "", others)))


def _word(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count] if count < len(words) else str(count)
