"""A development with what its document adds: the day it was told, the text that carries it, whose news it is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from cellwire.model import (
    STEP_DATES,
    DateWhat,
    Development,
    Document,
    Imprint,
    Known,
    Origin,
    PartialDate,
    Party,
    groups,
    ordinal,
    principals,
    without_owners,
)
from cellwire.stories.keys import meeting_keys

UNTOLD = date.min  # of a text that neither says its day nor was captured on one


@cache
def rules() -> Mapping[str, Any]:
    return tomllib.loads(files("cellwire.stories").joinpath("rules.toml").read_text("utf-8"))


class Telling(Struct, frozen=True, gc=False):
    development: Development
    told: date
    day: int  # the same, as a number
    origin: str
    carrier: str  # the outlet, or what else names the document
    parties: tuple[Party, ...]  # whose news it is; a venture stands for its owners
    groups: frozenset[str]  # they and their parents
    ordinal: int | None  # "its second plant"
    when: PartialDate | None  # the day it happened, where the text says it to the day
    keys: tuple[int, ...]  # each once: by which tellings of the same news are found

    @property
    def order(self) -> tuple[date, str, int, str]:
        """First told first; the rest only makes the order one and the same whatever the input's was."""
        development = self.development
        return self.told, development.document, development.evidence.start, development.id


def tell(
    developments: Iterable[Development],
    documents: Sequence[Document | Imprint],
    origins: Iterable[Origin],
    *,
    known: Known,
) -> list[Telling]:
    """Developments in the order in which they were told."""
    by_id = {document.id: document for document in documents}
    origin_of = {document: origin.id for origin in origins for document in origin.documents}
    told = [
        _telling(development, by_id[development.document], origin_of[development.document], known)
        for development in {development.id: development for development in developments}.values()
    ]
    return sorted(told, key=lambda telling: telling.order)


@lru_cache(maxsize=65_536)
def _one(whose: frozenset[str]) -> frozenset[str]:
    """The same set for all that name the same companies."""
    return whose


def _telling(development: Development, document: Document | Imprint, origin: str, known: Known) -> Telling:
    named = principals(development)
    parties, whose = without_owners(named, known), _one(groups(named, known))
    told = document.told or UNTOLD
    step = STEP_DATES.get(development.stage)  # "began to build on December 9": the day of the news
    days = (dated.date for what in (DateWhat.EVENT, step) for dated in development.dates if dated.what is what)
    return Telling(
        development,
        told,
        told.toordinal(),
        origin,
        document.outlet or development.document,
        parties,
        whose,
        ordinal(development.quote),
        next((day for day in days if day.first == day.last <= told), None),
        meeting_keys(development, origin, parties=parties, groups=whose, known=known),
    )
