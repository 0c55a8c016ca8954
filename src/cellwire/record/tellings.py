"""A development with its document and its stories, and how the record cites it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cellwire.model import (
    Certainty,
    Citation,
    Development,
    Document,
    Role,
    Span,
    Story,
    fold,
    newer_versions,
)

MOST_WORDS = 25
MOST_CHARACTERS = 320  # for scripts that put no spaces between words
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Telling:
    development: Development
    document: Document
    told: date
    origin: str
    story: str | None
    replaced: bool  # a newer version of the same article tells it otherwise

    @property
    def order(self) -> tuple[date, str, int, str]:
        return self.told, self.document.id, self.development.evidence.start, self.development.id

    @property
    def confirmed(self) -> bool:
        return self.development.certainty is Certainty.CONFIRMED and self.development.stage != "considered"

    @property
    def denied(self) -> bool:
        return self.development.certainty is Certainty.DENIED

    @property
    def official(self) -> bool:
        """Whether a party to it, or a government, says it: named as the speaker, or the text is its own."""
        speaker = self.development.speaker
        parties = {party.id for party in self.development.parties}
        if speaker and (speaker.role is Role.GOVERNMENT or speaker.id in parties):
            return True
        outlet = fold(self.document.outlet or "")
        return bool(outlet) and any(fold(party.name) == outlet for party in self.development.parties)


def tell(
    stories: Iterable[Story], developments: Iterable[Development], documents: Sequence[Document], rejected: set[str]
) -> list[Telling]:
    """Every development that no judgement rejects, oldest first."""
    by_id = {document.id: document for document in documents}
    stories = list(stories)
    story_of = {development: story.id for story in stories for development in story.developments}
    origin_of = {document: origin.id for story in stories for origin in story.origins for document in origin.documents}
    replaced = newer_versions(documents)
    tellings = [
        Telling(
            development=development,
            document=document,
            told=document.told or date.min,
            origin=origin_of.get(document.id, document.id),
            story=story_of.get(development.id),
            replaced=document.id in replaced,
        )
        for development in {development.id: development for development in developments}.values()
        if development.id not in rejected
        for document in [by_id[development.document]]
    ]
    return sorted(tellings, key=lambda telling: telling.order)


def by_story(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings of one story together; background that joins no story stands alone. In order of the first told."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        found[telling.story or telling.development.id].append(telling)
    return sorted(found.values(), key=lambda group: group[0].order)


def cite(telling: Telling, span: Span) -> Citation:
    """The words behind a value: at most 25 of them, within its line, as they stand in the text."""
    document = telling.document
    cut = quote_around(document.text, span)
    return Citation(
        development=telling.development.id,
        document=document.id,
        quote=document.quote(cut),
        start=cut.start,
        end=cut.end,
        outlet=document.outlet or "",
        title=document.title,
        url=document.url,
        published=document.published,
        captured=document.captured.date() if document.captured else telling.told,
        origin=telling.origin,
    )


def quote_around(text: str, span: Span) -> Span:
    """Whole words around a span, as much on both sides as fits; a span longer than that is cut to its first words."""
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - MOST_CHARACTERS)
    line_end = text.find("\n", span.end)
    high = min(line_end if line_end >= 0 else len(text), span.end + MOST_CHARACTERS)
    words = [Span(*found.span()) for found in _WORD.finditer(text, low, high)]
    inner = [place for place, word in enumerate(words) if word.meets(span)][:MOST_WORDS]
    if not inner:
        return span
    first = max(0, min(inner[0] - (MOST_WORDS - len(inner)) // 2, len(words) - MOST_WORDS))
    last = min(len(words), first + MOST_WORDS) - 1
    while words[last].end - words[first].start > MOST_CHARACTERS and (first < inner[0] or last > inner[-1]):
        first, last = (first + 1, last) if first < inner[0] else (first, last - 1)
    start, end = words[first].start, words[last].end
    if end - start > MOST_CHARACTERS:  # a script without spaces
        side = max(0, MOST_CHARACTERS - len(span)) // 2
        return Span(max(start, span.start - side), min(end, max(span.end + side, start + 1)))
    return Span(start, end)
