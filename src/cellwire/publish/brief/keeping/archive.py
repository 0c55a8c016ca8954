"""The page of all editions, from the files that lie in a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cellwire.publish.brief.render import days, style, template
from cellwire.publish.brief.wording import day
from cellwire.publish.feeds import Feed, FeedEntry


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition that lies in the folder, with the forms it has there."""

    name: str
    title: str
    first: date
    last: date
    published: date | None
    corrections: int
    forms: tuple[tuple[str, str], ...]  # "HTML", "brief-2022-12-17.html"


_FORMS = (
    ("HTML", ".html"),
    ("Markdown", ".md"),
    ("PDF", ".pdf"),
    ("Mail", ".eml"),
    ("Text", ".txt"),
    ("JSON", ".json"),
)


def kept_editions(folder: Path) -> list[Kept]:
    """The latest first; a JSON file that is no edition is none of them."""
    found = (_kept(path) for path in folder.glob("brief-????-??-??.json"))
    return sorted((kept for kept in found if kept), key=lambda kept: kept.last, reverse=True)


def _kept(path: Path) -> Kept | None:
    try:
        told = json.loads(path.read_text("utf-8"))
        return Kept(
            told["name"],
            told["title"],
            date.fromisoformat(told["first"]),
            date.fromisoformat(told["last"]),
            date.fromisoformat(told["published"]) if told["published"] else None,
            len(told["corrections"]),
            tuple((form, path.stem + end) for form, end in _FORMS if path.with_suffix(end).exists()),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def render_archive(editions: Iterable[Kept], *, name: str) -> str:
    return template("archive.html.j2").render(
        editions=list(editions), name=name, style=style(), day=day, days=lambda kept: days(kept.first, kept.last)
    )


def feed_of_editions(editions: Iterable[Kept], *, name: str, base: str | None = None) -> Feed:
    """`base` is the address at which the folder is found."""
    entries = tuple(
        FeedEntry(
            f"brief:{kept.last}",
            kept.title,
            kept.last,
            f"Week of {days(kept.first, kept.last)}",
            f"{base.rstrip('/')}/{kept.forms[0][1]}" if base and kept.forms else None,
        )
        for kept in editions
    )
    return Feed("brief", name, entries)
