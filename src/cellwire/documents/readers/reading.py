"""What every reader of a media type gives back."""

from __future__ import annotations

from dataclasses import dataclass

from cellwire.documents.imprint import Imprint
from cellwire.documents.layout import Layout


@dataclass(frozen=True, slots=True)
class Article:
    """One readable text of a capture; `key` tells it from the capture's others (a feed's entries)."""

    layout: Layout
    imprint: Imprint
    key: str = ""
    newsletter: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """The articles of a capture, and in words what was wrong or left out."""

    articles: tuple[Article, ...] = ()
    problems: tuple[str, ...] = ()
