"""Texts of the week that no story knows as copies: one teaser under two titles, one title put a little otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cellwire.model import Document
from cellwire.publish.brief.edition import outlet_of

_WORD = re.compile(r"\w[\w’'-]*")
_READ = 600  # characters below a title
_LEAST = 8  # words of them, for them to be one text by themselves
_TITLE = 5  # words of a title that say something
_LONG = 4  # letters that such a word has at least
_BEGUN = 3  # letters that two of its forms share: "can't" and "cannot"
_SHARED = 0.6  # of the words below two such titles


def with_twins(documents: Iterable[Document], origins: Mapping[str, str]) -> dict[str, str]:
    """The origins that stories know, and for texts that are in no story that of the first text like each."""
    known = dict(origins)
    by_words: dict[tuple[object, ...], str] = {}
    by_title: dict[tuple[str, ...], list[tuple[str, set[str]]]] = {}
    for document in sorted(documents, key=lambda each: (each.id not in origins, str(each.published or ""), each.id)):
        said = document.text[document.extent.start : document.extent.end].removeprefix(document.title)
        words, title = _words(said[:_READ]), _title_of(document)
        met = by_words.setdefault((len(said), *words), document.id) if len(words) >= _LEAST else document.id
        if met == document.id and len(title) > _TITLE:
            alike = (id for id, others in by_title.get(title, ()) if _share(set(words), others))
            met = next(alike, met)
            by_title.setdefault(title, []).append((document.id, set(words)))
        if document.id not in origins and met != document.id:
            known[document.id] = known.get(met, met)
    return known


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _title_of(document: Document) -> tuple[str, ...]:
    """The outlet, the figures of the title, and how those of its words begin that say something."""
    words = _words(document.title)
    begun = {word if word[0].isdigit() else word[:_BEGUN] for word in words if word[0].isdigit() or len(word) >= _LONG}
    return (outlet_of(document), *sorted(begun))


def _share(ours: set[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= _SHARED * max(len(ours), len(theirs), 1)
