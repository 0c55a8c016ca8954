"""One story told: its sentences, what is new in it, its background, and the values that are not printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cellwire.publish.brief.edition import LeftOut, Part, Sentence, Telling
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.telling.background import background_of, elsewhere
from cellwire.publish.brief.telling.excerpts import excerpt_of
from cellwire.publish.brief.telling.lead import tell_matter
from cellwire.publish.brief.telling.news import news_of


def telling_of(matter: Matter, shelf: Shelf, printed: set[str]) -> Telling | None:
    told = tell_matter(matter)
    if told is None:
        return None
    news = news_of(_as_printed(matter, told.sentences), shelf)
    background = _untold(background_of(matter, shelf), news)
    extra: tuple[str, ...] = ()
    if not background and (found := elsewhere(matter, shelf, printed)):
        background, extra = (found[0],), (found[1],)
    sentences = (*told.sentences[:1], *news, *told.sentences[1:])
    return Telling(
        story=matter.story.id,
        mark=matter.mark,
        headline=told.headline,
        sentences=sentences,
        conflicts=matter.conflicts,
        background=background,
        excerpt=excerpt_of(matter, told.headline, sentences, shelf),
        developments=(*matter.developments, *extra),
        things=tuple(sorted(shelf.things(matter.story.id))),
        outlets=1,
        origins=1,
        planned=told.planned,
    )


def _as_printed(matter: Matter, sentences: Sequence[Sentence]) -> Matter:
    """Without the figures and dates that no sentence has: they are no news to a reader."""
    printed = {(part.value, part.note) for sentence in sentences for part in sentence.parts if part.note}
    jobs = matter.jobs if matter.jobs and (matter.jobs.part.value, matter.jobs.part.note) in printed else None
    return replace(
        matter,
        capacity=tuple(told for told in matter.capacity if (told.part.value, told.part.note) in printed),
        money=tuple(told for told in matter.money if (told.part.value, told.part.note) in printed),
        dates=tuple(told for told in matter.dates if (told.part.value, told.part.note) in printed),
        jobs=jobs,
    )


def _untold(background: tuple[Sentence, ...], news: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Not the day that "new since the report of 2 December" has told."""
    days = {part.value for sentence in news for part in sentence.parts if part.what == "published"}
    return tuple(sentence for sentence in background if not days & {part.value for part in sentence.parts})


def unprinted(matter: Matter, telling: Telling) -> Iterator[LeftOut]:
    """The values of a story that failed the check, without those that another of its texts bears out."""
    sentences = (*telling.sentences, *telling.conflicts)
    parts = [part for sentence in sentences for part in sentence.parts if part.note]
    printed = {part.text for part in parts} | {_worth(part) for part in parts}
    for row in matter.failed:
        if not {row.part.text, _worth(row.part)} & printed:
            yield LeftOut(f"{row.part.text}, in the story “{telling.headline.text}”", row.why)


def _worth(part: Part) -> tuple[str, str]:
    """40 GWh and "about 40 GWh a year" are one capacity."""
    return part.what, part.value.removesuffix("/yr")
