"""A title as its author wrote it: without the marks of the feeds that passed it on, and without its outlet's name."""

from __future__ import annotations

import re

# "[Cell Courier] [Cell Courier] Plant opens"; what says what sort of text it is stays
_TAG = (
    r"\[(?!(?i:[^\]]*\b(?:ads?|advert\w*|sponsored|partner\w*|column|opinions?|op-ed|editorial|interview|comment\w*"
    r"|analysis|podcast|video|webinar|explainer|feature)\b))[^\[\]\n]{2,40}\]\s*"
)
_TAGS = re.compile(rf"(?:{_TAG})+")
_BROKEN_TAGS = re.compile(rf"[^\[\]\n]{{1,40}}\]\s*(?:{_TAG})+")  # of a quote that begins within one
_TAIL = re.compile(r"\s[-–—|]\s(?P<name>[^–—|]{2,40})$")
_AS_A_NAME = re.compile(r"(?:The )?[A-Z][\w.!&’'-]*(?: (?:[A-Z&][\w.!&’'-]*|of|and)){0,4}")


def behind_tags(text: str, start: int, end: int) -> int:
    """Where words begin behind the tags that stand before them, if any do."""
    tags = _TAGS.match(text, start, end) or _BROKEN_TAGS.match(text, start, end)
    return tags.end() if tags else start


def bare_title(title: str, outlet: str) -> str:
    """ "[Cell Courier] Plant opens - Cell Courier" is "Plant opens"; never is all of it taken off."""
    words = " ".join(title.split())
    words = words[behind_tags(words, 0, len(words)) :] or words
    tail = _TAIL.search(words)
    return words[: tail.start()] if tail and _letters(tail["name"]) == _letters(outlet) else words


def outlet_behind(title: str, said: str) -> str:
    """The name of an outlet behind a title, or behind the title's words in what is `said` below; else empty."""
    words = bare_title(title, "")
    tail = _TAIL.search(words)
    named = tail["name"] if tail else " ".join(said.split()).removeprefix(words).strip()
    return named if (tail or named != " ".join(said.split())) and _AS_A_NAME.fullmatch(named) else ""


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold().removeprefix("the "))
