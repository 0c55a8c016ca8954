"""A development with its document and its stories, and how the record cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct, field

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
    quote_around,
)


class Telling(Struct, frozen=True, gc=False):
    development: Development
    document: Document
    told: date
    origin: str
    story: str | None
    replaced: bool  # a newer version of the same article tells it otherwise
    stated_by: str | None  # the party or government that says it: named as the speaker, or the text is its own
    part: str = ""  # of a site of several plants, the one that is told of: "second plant"
    of_several: bool = False  # its figures are those of several plants together, and no one's
    cited: dict[Span, Citation] = field(default_factory=dict)  # quotes of it, each once for all that stands in them

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
        """Whether a party to it, or a government, says it."""
        return self.stated_by is not None


def _stated_by(development: Development, document: Document) -> str | None:
    speaker, parties = development.speaker, development.parties
    if speaker and (speaker.role is Role.GOVERNMENT or any(party.id == speaker.id for party in parties)):
        return speaker.id
    outlet = fold(document.outlet or "")
    return next((party.id for party in parties if outlet and fold(party.name) == outlet), None)


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
            stated_by=_stated_by(development, document),
        )
        for development in {development.id: development for development in developments}.values()
        if development.id not in rejected
        for document in [by_id[development.document]]
    ]
    return sorted(tellings, key=lambda telling: telling.order)


def developments_in(tellings: Iterable[Telling]) -> set[str]:
    return {telling.development.id for telling in tellings}


def by_story(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings of one story together; background that joins no story stands alone. In order of the first told."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        found[telling.story or telling.development.id].append(telling)
    return sorted(found.values(), key=lambda group: group[0].order)


def cite(telling: Telling, span: Span) -> Citation:
    """The words behind a value: at most 25 of them, within its sentence, as they stand in the text."""
    cut = quote_around(telling.document.text, span)
    cited = telling.cited.get(cut)
    if cited is None:
        cited = telling.cited[cut] = _cited(telling, cut)
    return cited


def _cited(telling: Telling, cut: Span) -> Citation:
    document = telling.document
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
        speaker=_speaker(telling),
    )


def _speaker(telling: Telling) -> str | None:
    """Who says it by the text; a party's own text speaks for it."""
    speaker = telling.development.speaker
    return speaker.name if speaker else telling.document.outlet if telling.official else None
