"""What a page or message says of itself: title, address, outlet, byline, language and dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cellwire.model import Form, Told


@dataclass(frozen=True, slots=True)
class Imprint:
    """`published_how` says where the date was found; see `dates.py`."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: date | None = None
    published_how: str | None = None
    modified: date | None = None
    form: Form = Form.ARTICLE
    canonical: str | None = None

    def told(self, told: Told, *, title: bool = True) -> Imprint:
        """What whoever handed it over said wins; `title` is False where the capture holds several articles."""
        return replace(
            self,
            title=(told.title if title else None) or self.title,
            url=(told.url if title else None) or self.url,
            outlet=told.outlet or self.outlet,
            language=told.language or self.language,
            published=told.published or self.published,
            published_how="told" if told.published else self.published_how,
        )
