"""What a person changes in an edition: a small file beside it, kept for the next run, and shown as such."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cellwire.errors import BadOption
from cellwire.publish.brief.edition import (
    EDITORS,
    Chapter,
    Correction,
    Edition,
    Item,
    LeftOut,
    Part,
    Sentence,
    Spot,
    Telling,
)

_OF_EDITION = {"order", "story", "correction"}
_OF_STORY = {"headline", "drop", "note"}
_OF_CORRECTION = {"made", "text"}


@dataclass(frozen=True, slots=True)
class Edits:
    """`order` is of story ids; `drop` says why."""

    order: tuple[str, ...] = ()
    headlines: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()


def read_edits(written: str, *, name: str) -> Edits:
    """From TOML. A word the file may not have is an error: a misspelt `headlin` must not be passed over.

    order = ["sto_1", "sto_2"]
    [story.sto_1]
    headline = "…"
    note = "…"
    [story.sto_3]
    drop = "an advert"
    [[correction]]
    made = 2022-12-19
    text = "…"
    """
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as problem:
        raise BadOption(name, f"is no TOML: {problem}", "see cellwire week --help") from problem
    _known(told, _OF_EDITION, name)
    stories = _table(told.get("story", {}), name, "story")
    for id, edit in stories.items():
        _known(_table(edit, name, f"story.{id}"), _OF_STORY, f"{name}, story.{id}")
    return Edits(
        order=tuple(_text(id, name, "order") for id in _list(told.get("order", []), name, "order")),
        headlines=_column(stories, "headline", name),
        dropped=_column(stories, "drop", name),
        notes=_column(stories, "note", name),
        corrections=tuple(_correction(row, name) for row in _list(told.get("correction", []), name, "correction")),
    )


def _correction(row: object, name: str) -> Correction:
    told = _table(row, name, "correction")
    _known(told, _OF_CORRECTION, f"{name}, correction")
    made = told.get("made")
    if type(made) is not date:
        raise BadOption(f"{name}, correction", "does not say on which day it was made", "add made = 2022-12-19")
    return Correction(made, _text(told.get("text"), name, "correction.text"))


def _column(stories: Mapping[str, Any], word: str, name: str) -> dict[str, str]:
    return {id: _text(edit[word], name, f"story.{id}.{word}") for id, edit in stories.items() if word in edit}


def _known(told: Mapping[str, Any], words: set[str], name: str) -> None:
    for word in sorted(set(told) - words):
        raise BadOption(f"{word!r} in {name}", "means nothing here", f"it may say {', '.join(sorted(words))}")


def _table(told: object, name: str, word: str) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise BadOption(f"{word!r} in {name}", "has to be a table", f"write it as [{word}]")
    return told


def _list(told: object, name: str, word: str) -> list[Any]:
    if not isinstance(told, list):
        raise BadOption(f"{word!r} in {name}", "has to be a list", f"write it as {word} = [ … ]")
    return told


def _text(told: object, name: str, word: str) -> str:
    if not isinstance(told, str) or not told.strip():
        raise BadOption(f"{word!r} in {name}", "has to be words in quotes", f'write it as {word} = "…"')
    return " ".join(told.split())


def edited(edition: Edition, edits: Edits) -> Edition:
    """Headlines, notes and order put in; dropped stories and titles listed with who dropped them and why."""
    told = {telling.story: telling for item in edition.items() for telling in item.tellings}
    titles = {row.id: row.title for row in edition.headlines}
    for id in [*edits.order, *edits.headlines, *(set(edits.dropped) - set(titles)), *edits.notes]:
        if id not in told:
            raise BadOption(id, "is no story of this edition", "cellwire week --explain lists them")
    chapters = tuple(
        replace(chapter, items=tuple(items)) for chapter in edition.chapters if (items := list(_items(chapter, edits)))
    )
    dropped = [LeftOut(_what(id, told, titles), f"{EDITORS}{why}") for id, why in edits.dropped.items()]
    return replace(
        edition,
        title=_title(chapters, edition, edits),
        chapters=chapters,
        spots=tuple(_renamed(spot, told, edits) for spot in edition.spots),
        headlines=tuple(row for row in edition.headlines if row.id not in edits.dropped),
        corrections=(*edition.corrections, *edits.corrections),
        left_out=(*dropped, *edition.left_out),
    )


def _what(id: str, told: Mapping[str, Telling], titles: Mapping[str, str]) -> str:
    return f"the headline “{titles[id]}”" if id in titles else f"the story “{told[id].headline.text}”"


def _renamed(spot: Spot, told: Mapping[str, Telling], edits: Edits) -> Spot:
    """No two stories of an edition share a headline."""
    by_headline = {told[id].headline.text: headline for id, headline in edits.headlines.items()}
    return replace(spot, headline=by_headline.get(spot.headline, spot.headline))


def _items(chapter: Chapter, edits: Edits) -> Iterator[Item]:
    kept = [item for item in (_item(item, edits) for item in chapter.items) if item]
    yield from sorted(kept, key=lambda item: _place(item, edits.order))


def _place(item: Item, order: Sequence[str]) -> int:
    """Stories that the file does not name keep their order behind those that it does."""
    places = [order.index(telling.story) for telling in item.tellings if telling.story in order]
    return min(places, default=len(order))


def _item(item: Item, edits: Edits) -> Item | None:
    tellings = tuple(_telling(told, edits) for told in item.tellings if told.story not in edits.dropped)
    if not tellings:
        return None
    led = item.tellings[0].headline == item.headline or len(tellings) == 1
    return replace(item, headline=tellings[0].headline if led else item.headline, tellings=tellings)


def _telling(telling: Telling, edits: Edits) -> Telling:
    headline = edits.headlines.get(telling.story)
    return replace(
        telling,
        headline=Sentence((Part(headline),)) if headline else telling.headline,
        edited=telling.edited or headline is not None,
        note=edits.notes.get(telling.story, telling.note),
    )


def _title(chapters: Sequence[Chapter], edition: Edition, edits: Edits) -> str:
    """The two main headlines again, where one of them was changed, dropped or put behind another."""
    if not (edits.order or edits.headlines or edits.dropped):
        return edition.title
    tellings = [telling for chapter in chapters for item in chapter.items for telling in item.tellings]
    ranked = sorted(tellings, key=lambda told: (_rank(told, edits.order), -told.score))
    return "; ".join(dict.fromkeys(told.headline.text for told in ranked[:2])) or edition.title


def _rank(telling: Telling, order: Sequence[str]) -> int:
    return order.index(telling.story) if telling.story in order else len(order)
