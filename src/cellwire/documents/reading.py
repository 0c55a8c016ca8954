"""What every reader of a media type gives back."""

from __future__ import annotations

from dataclasses import dataclass

from cellwire.documents.assembly import Article
from cellwire.documents.encoding import declared_charset, decode
from cellwire.model import Capture


@dataclass(frozen=True, slots=True)
class Read:
    """The articles of a capture, and in words what was wrong or left out."""

    articles: tuple[Article, ...] = ()
    problems: tuple[str, ...] = ()


def decoded(capture: Capture) -> tuple[str, tuple[str, ...]]:
    """The capture's characters, and what had to be guessed to get them."""
    headers = [value for name, value in capture.headers if name.lower() == "content-type"]
    content_type = " ".join([*headers, capture.media_type])
    text = decode(capture.content, declared_charset(content_type, capture.content))
    return text.text, (text.problem,) if text.problem else ()
