"""Texts that are about a story's news and tell nothing that could join it: found by the words they open with."""

from __future__ import annotations

from datetime import datetime, timedelta

from cellwire.db import Store, load_around
from cellwire.lexicon import load_lexicon
from cellwire.model import Document, Story
from cellwire.stories import days_alike, gather_news, opens_with

Also = tuple[Document, str]  # a text, and the reason by which it came to the others


def also_told(store: Store, story: Story, moment: datetime | None = None) -> list[Also]:
    """In order of telling; up to a moment only what had been captured by then. Nothing is read from them.

    A text that comes to the story only farther down is about something else, and brings nothing.
    """
    reach = timedelta(days_alike())
    near = load_around(store, story.first_told - reach, story.last_told + reach)
    known = {one.id: one for one in near.documents if moment is None or (one.captured and one.captured <= moment)}
    news = gather_news(list(known.values()), near.developments, [story], lexicon=load_lexicon())
    members = [one for one in near.developments if one.id in story.developments]
    about = {one.document for one in members if opens_with(one, known.get(one.document))}
    found = [one for one in news if not about.isdisjoint(one.documents)]
    return [(known[id], one.why(id)) for one in found for id in one.documents if id not in story.documents]
