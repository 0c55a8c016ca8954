"""A short summary for the terminal: title, figures, headlines, how much changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from cellwire.publish.brief.edition import Edition
from cellwire.publish.brief.render.marks import days, heading_of_headlines, mark_in_words, told_where


def render_text(edition: Edition, width: int = 80) -> str:
    """Lines of at most `width` characters, with nothing in them that a terminal would obey."""
    lines = [row for line in _lines(edition) for row in _wrapped(line, max(20, width))]
    return "\n".join(lines) + "\n"


def _lines(edition: Edition) -> Iterator[str]:
    yield edition.title
    yield f"{edition.name}, {days(edition.first, edition.last)}"
    yield ""
    for figure in edition.figures:
        yield f"  {figure.label}: {figure.text}"
    for chapter in edition.chapters:
        yield ""
        yield chapter.title
        for item in chapter.items:
            for telling in item.tellings:
                said = telling.mark in {"new", "denial"}  # a headline says itself that somebody denies
                mark = "" if said else f" ({mark_in_words(telling.mark)})"
                yield f"  - {telling.headline.text}{mark}"
    if edition.empty:
        yield ""
        yield edition.quiet
    if edition.headlines:
        yield ""
        yield heading_of_headlines(edition)
        yield from (f"  - {row.title} ({told_where(row)})" for row in edition.headlines)
    changed = len(edition.changes) + edition.changes_more
    if not edition.empty or edition.left_out:
        yield ""
        counted = (_many(changed, "change"), _many(len(edition.notes()), "note"))
        yield f"{counted[0]} in the record, {counted[1]}, {len(edition.left_out)} left out"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _wrapped(line: str, width: int) -> list[str]:
    safe = re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", line)
    indent = len(safe) - len(safe.lstrip())
    hanging = " " * (indent + 2)
    return wrap(safe, width, subsequent_indent=hanging, drop_whitespace=True, initial_indent="") or [""]


def render_explained(edition: Edition, width: int = 80) -> str:
    """Why each story stands where it does: its weight and the terms of the sum; then what was left out, and why."""
    lines = [row for line in _reasons(edition) for row in _wrapped(line, max(20, width))]
    return "\n".join(lines) + "\n"


def _reasons(edition: Edition) -> Iterator[str]:
    for chapter in edition.chapters:
        yield chapter.title
        for item in chapter.items:
            for place, telling in enumerate(item.tellings):
                beside = ("stands with the story above, of one company",) if place else ()
                yield f"  {telling.score:5.1f}  {telling.headline.text}"
                yield f"         {', '.join((*telling.because, *beside))}"
                yield f"         for the edits file: [story.{telling.story}]"
        yield ""
    if edition.headlines:
        yield heading_of_headlines(edition)
        for row in edition.headlines:
            yield f"  - {row.title} ({told_where(row)})"
            yield f"    for the edits file: [story.{row.id}]"
        yield ""
    if edition.left_out:
        yield "Left out"
        yield from (f"  - {row.what}: {row.why}" for row in edition.left_out)
