"""What a page or message says of itself: title, address, outlet, byline, language and dates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from cellwire.model import Form, Found, Told


@dataclass(frozen=True, slots=True)
class Said:
    """Words and where they were found."""

    words: str
    how: str


def words_of(said: Said | None) -> str | None:
    return said.words if said else None


def how_of(said: Said | None) -> str | None:
    return said.how if said else None


@dataclass(frozen=True, slots=True)
class Imprint:
    """`found` says where each was found; `utc` that the day was told as a midnight in world time."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: date | None = None
    modified: date | None = None
    form: Form = Form.ARTICLE
    utc: bool = False
    paid: bool = False
    canonical: str | None = None
    found: Found = field(default_factory=Found)

    def told(self, told: Told, *, title: bool = True) -> Imprint:
        """What whoever handed it over said wins; `title` is False where the capture holds several articles."""
        own = told if title else replace(told, title=None, url=None)
        return replace(
            self,
            title=own.title or self.title,
            url=own.url or self.url,
            outlet=own.outlet or self.outlet,
            language=own.language or self.language,
            published=own.published or self.published,
            found=replace(
                self.found,
                title="told" if own.title else self.found.title,
                url="told" if own.url else self.found.url,
                outlet="told" if own.outlet else self.found.outlet,
                language="told" if own.language else self.found.language,
                published="told" if own.published else self.found.published,
            ),
        )
