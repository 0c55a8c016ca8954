"""Where footnote marks stand: behind the last value of a sentence that rests on the note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cellwire.publish.brief.edition import EDITORS, Edition, Headline, Note, Part, Reading, Sentence, Telling
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


_LISTED = 6  # titles under one heading
UNSURE = "About batteries, but not certain or important enough for a story"
SILENT = "About batteries, but nothing in them was read as news"


def untold(edition: Edition) -> list[tuple[str, tuple[Headline, ...], int]]:
    """The articles of batteries that stand nowhere, under what became of them; and how many more there are."""
    groups = ((UNSURE, edition.untold.unsure), (SILENT, edition.untold.silent))
    return [(why, rows[:_LISTED], max(0, len(rows) - _LISTED)) for why, rows in groups if rows]


def used(edition: Edition) -> list[Reading]:
    """The sources that the edition rests on; all of them where it rests on none."""
    rows = [row for row in edition.readings if row.used]
    return rows or list(edition.readings)


def unused(edition: Edition) -> str:
    """The other sources in one line: a list of what gave nothing is longer than the news."""
    rows = [row for row in edition.readings if not row.used] if any(row.used for row in edition.readings) else []
    articles = sum(row.documents for row in rows)
    if not rows:
        return ""
    read = f"{articles} article{'' if articles == 1 else 's'} read"
    return f"{len(rows)} other source{'' if len(rows) == 1 else 's'}: {read}, none used"


def heading_of_headlines(edition: Edition) -> str:
    """More than the stories, where there are any."""
    return "Headlines" if edition.empty else "More headlines"


def dropped(edition: Edition) -> list[str]:
    """What the editor took out, with the editor's reason."""
    return [f"{row.what}: {row.why.removeprefix(EDITORS)}" for row in edition.left_out if row.why.startswith(EDITORS)]


def uncounted(edition: Edition) -> str:
    """How many articles stand above, are of something else, or copies, and how to see each with its reason."""
    row = edition.untold
    counts = (
        (row.told, "tells what stands above", "tell what stands above"),
        (row.others, f"is {_ELSE}", f"are {_ELSE}"),
        (row.papers, "is a paper of science", "are papers of science"),
        (row.copies, "is a copy of one named here", "are copies of those named here"),
    )
    said = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    articles = sum(each.documents for each in edition.readings)
    counted = f"Of {articles} articles {'; '.join(said)}. " if said else ""
    return f"{counted}Every text and value left out, and why: `cellwire week --ending {edition.last} --explain`."


_ELSE = "about something else, going by title and first sentence"


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


def source(note: Note, year: int) -> str:
    """Who printed it, and when: "Cell Gazette, 15 December"."""
    return f"{note.outlet}, {day(note.published, now=year)}" if note.published else note.outlet


def read_on(telling: Telling) -> Headline | None:
    """The article to read on in; none where its title is what is quoted already."""
    quote = telling.excerpt.note.quote if telling.excerpt else ""
    return None if telling.article is None or telling.article.title in quote else telling.article


def printed_by(telling: Telling, year: int) -> str:
    """ "(Cell Gazette, 15 December)" behind the title to read on by; nothing where the quotation has said it."""
    article = telling.article
    if article is None or (telling.excerpt and telling.excerpt.note.document == article.document):
        return ""
    when = f", {day(article.published, now=year)}" if article.published else ""
    return f"({article.outlet}{when})"


def told_by(telling: Telling, year: int) -> str:
    """Who told a story and when, where neither a sentence, a quotation nor an article's title says it; and how many."""
    widely = carried(telling.outlets, telling.origins)
    if read_on(telling):
        return widely
    first = next((note for sentence in telling.sentences for note in sentence.notes()), None)
    if first is None or telling.excerpt or _says_when(telling, first):
        return widely
    return "; ".join(filter(None, (source(first, year), widely[:1].lower() + widely[1:])))


def _says_when(telling: Telling, first: Note) -> bool:
    """Whether a sentence names the day of what happened, or of a text that tells it; none that is still to come."""
    parts = (part for sentence in telling.sentences for part in sentence.parts)
    days = [part.value for part in parts if part.what in {"date", "published"} and len(part.value) == _TO_THE_DAY]
    return any(first.published is None or each <= first.published.isoformat() for each in days)


_TO_THE_DAY = len("2022-12-15")


def told_where(row: Headline) -> str:
    """ "Yonhap, 11 October 2022, and two others"."""
    others = f"and {_word(row.others)} other{'' if row.others == 1 else 's'}" if row.others else ""
    return ", ".join(filter(None, (row.outlet, day(row.published) if row.published else "", others)))


def _word(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count] if count < len(words) else str(count)
