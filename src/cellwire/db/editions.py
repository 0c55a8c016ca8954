"""What an edition is made from: a week, all that was told of the same things, and what lies before it.

It stands here and not with the brief, since who reads a week for it need not load all that writes one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cellwire.db.weeks import Texts
from cellwire.model import Development, Document, Record, Story

WEEKS_BEFORE = 8  # in which the week's search terms are counted as well
MOST_TEXTS_BEFORE = 600  # of those weeks: a share of very many says as much of what is talked about
STORIES_OF_EACH = 40  # stories of a company among which those to link are looked for


@dataclass(frozen=True, slots=True)
class Past:
    """What lies before a week, of which an edition wants a little: it is asked for when it is known what is wanted.

    `stories` gives those of each of some companies that were last told before the week, the latest ones.
    """

    texts: Texts
    stories: Callable[[Collection[str]], Sequence[Story]]
    developments: Callable[[Iterable[str]], Mapping[str, Development]]
    documents: Callable[[Iterable[str]], Mapping[str, Document]]


@dataclass(frozen=True, slots=True)
class Week:
    """The days to `last` with what their texts tell, and all that was ever told of the same plants and deals."""

    last: date
    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]
    past: Past

    @property
    def first(self) -> date:
        return self.last - timedelta(days=6)
