"""The edition in Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.publish.brief.edition import Edition, Item, Note, Part, Sentence, Telling
from cellwire.publish.brief.render.marks import (
    Marked,
    Numbers,
    days,
    dropped,
    heading_of_headlines,
    mark_in_words,
    marked,
    marked_part,
    numbers_of,
    printed_by,
    quoted,
    read_on,
    source,
    told_by,
    told_where,
    uncounted,
    untold,
    unused,
    used,
)
from cellwire.publish.brief.wording import day
from cellwire.publish.taming import one_line, tame

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")


def render_markdown(edition: Edition) -> str:
    numbers, year = numbers_of(edition), edition.last.year
    blocks = [
        *_head(edition),
        *(block for chapter in edition.chapters for block in _chapter(chapter.title, chapter.items, numbers, year)),
        *_headlines(edition),
        *_changes(edition, numbers),
        *_tail(edition),
        *(_note(note, number) for note, number in numbers.items()),
        "[generator]: cellwire",  # the target of a link that is nowhere: shown by nobody
    ]
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Text that Markdown shows as it is; line breaks become spaces."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    return re.sub(r"^(\d+)([.)])(?!\d)|^([-+=])", lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", escaped)


def _link(text: str, url: str | None) -> str:
    return f"[{plain(text)}](<{url.replace('<', '%3C').replace('>', '%3E')}>)" if url else plain(text)


def _runs(runs: list[Marked]) -> str:
    # no stripping here: the spaces between runs are part of the sentence
    return "".join(_SPECIAL.sub(r"\\\1", tame(run.text)) + (f"[^{run.number}]" if run.number else "") for run in runs)


def _sentences(sentences: tuple[Sentence, ...], numbers: Numbers) -> str:
    return " ".join(_runs(marked(sentence, numbers)) for sentence in sentences)


def _head(edition: Edition) -> Iterator[str]:
    yield f"# {plain(edition.title)}"
    yield f"{plain(edition.name)}, {days(edition.first, edition.last)}"
    if edition.sponsor:
        yield f"> Advertisement: {_link(edition.sponsor.text, edition.sponsor.url)}"
    if edition.corrections:
        yield "## Corrections to this edition"
        yield "\n".join(f"- {day(row.made)}: {plain(row.text)}" for row in edition.corrections)
    yield "## The week in figures"
    yield "\n".join(_figure(row.label, row.text, row.detail) for row in edition.figures)
    if edition.empty:
        yield plain(edition.quiet)


def _figure(label: str, text: str, detail: str) -> str:
    return f"- {plain(label)}: **{plain(text)}**" + (f" ({plain(detail)})" if detail else "")


def _chapter(title: str, items: tuple[Item, ...], numbers: Numbers, year: int) -> Iterator[str]:
    yield f"## {plain(title)}"
    for item in items:
        yield f"### {plain(item.headline.text)}"
        for telling in item.tellings:
            if telling.headline.text != item.headline.text:
                yield f"#### {plain(telling.headline.text)}"
            yield from _telling(telling, numbers, year)
        if item.more:
            links = (f"{_link(link.text, link.url)} ({day(link.told)})" for link in item.more)
            yield "Earlier: " + "; ".join(links)


def _telling(telling: Telling, numbers: Numbers, year: int) -> Iterator[str]:
    mark = "" if telling.mark == "new" else f"*{mark_in_words(telling.mark).capitalize()}.* "
    yield mark + _sentences((*telling.sentences, *telling.background), numbers)
    if telling.note:
        yield f"*Editor’s note:* {plain(telling.note)}"
    if telling.edited:
        yield "*The headline is the editor’s.*"
    if telling.excerpt:
        note = telling.excerpt.note
        yield f"> {plain(quoted(note))}[^{numbers[note]}] {plain(source(note, year))}"
    for sentence in telling.conflicts:
        yield _sentences((sentence,), numbers)
    if foot := _foot(telling, year):
        yield foot


def _foot(telling: Telling, year: int) -> str:
    """Where to read on, and who else tells it."""
    article, told = read_on(telling), told_by(telling, year)
    where = ""
    if article:
        where = " ".join(("Read on:", _link(article.title, article.url), plain(printed_by(telling, year)))).rstrip()
    return ". ".join(filter(None, (where, f"*{plain(told)}.*" if told else "")))


def _headlines(edition: Edition) -> Iterator[str]:
    if edition.headlines:
        yield f"## {heading_of_headlines(edition)}"
        rows = (f"- {_link(row.title, row.url)} ({plain(told_where(row))})" for row in edition.headlines)
        yield "\n".join(rows)


def _changes(edition: Edition, numbers: Numbers) -> Iterator[str]:
    if not edition.changes:
        return
    yield "## What changed in the record"
    rows = ["| Plant or deal | Field | From | To | Source |", "| --- | --- | --- | --- | --- |"]
    for change in edition.changes:
        cells = [plain(change.thing), plain(change.field), _cell(change.before, numbers), _cell(change.after, numbers)]
        cells.append(plain(change.after.note.outlet) if change.after.note else "")
        rows.append("| " + " | ".join(cells) + " |")
    yield "\n".join(rows)
    if edition.changes_more:
        yield f"And {edition.changes_more} more, which the record itself lists."


def _cell(part: Part, numbers: Numbers) -> str:
    return _runs(marked_part(part, numbers))


def _tail(edition: Edition) -> Iterator[str]:
    if edition.terms:
        yield "## Search terms of the week"
        yield ", ".join(plain(term.text) for term in edition.terms)
    if edition.subscribe:
        yield "## How to follow"
        yield "\n".join(f"- {_link(way.text, way.url)}" for way in edition.subscribe)
    yield "## Sources read this week"
    rows = [f"- {plain(row.outlet)}: {row.documents} read, {row.used} used" for row in used(edition)]
    others = [f"- {unused(edition)}"] if unused(edition) else []
    yield "\n".join([*rows, *others]) or "No article of this week is in the record."
    if edition.followed:
        well = edition.followed - len(edition.ailing)
        yield f"{well} of {edition.followed} followed sources did well by the end of the week."
        problems = [f" ({plain(row.problem)})" if row.problem else "" for row in edition.ailing]
        ailing = [f"- {plain(row.source)}: {row.state}{why}" for row, why in zip(edition.ailing, problems, strict=True)]
        yield from ["\n".join(ailing)] if ailing else []
    if edition.left_out:
        yield "## What was left out"
        rows = [f"- Dropped by the editor: {plain(what)}" for what in dropped(edition)]
        for why, titles, more in untold(edition):
            listed = "; ".join(f"{_link(row.title, row.url)} ({plain(row.outlet)})" for row in titles)
            rows.append(f"- {why}: {listed}{f'; and {more} more' if more else ''}")
        yield "\n".join([*rows, f"- {uncounted(edition)}"])


def _note(note: Note, number: int) -> str:
    when = f", {day(note.published)}" if note.published else ""
    also = f" (also carried by {plain(', '.join(note.also))})" if note.also else ""
    article = _link(note.title or "the article", note.url)
    return f"[^{number}]: {plain(quoted(note))} {plain(note.outlet)}{when}, {article}{also}."
