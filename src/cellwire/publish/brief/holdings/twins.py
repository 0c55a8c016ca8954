"""Texts of the week that no story knows as copies: one teaser, nearly one title, an agency's text in two outlets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cellwire.model import Document
from cellwire.publish.brief.edition import bare_title, outlet_of

_WORD = re.compile(r"\w[\w’'-]*")
_READ = 600  # characters below a title
_LEAST = 8  # words of them, for them to be one text by themselves
_TITLE = 5  # words of a title that say something
_LONG = 4  # letters that such a word has at least
_BEGUN = 3  # letters that two of its forms share: "can't" and "cannot"
_SHARED = 0.6  # of the words below two such titles
_RUN = 12  # words in one order, which two writers do not share by chance
_RUNS = 0.4  # of the runs of the shorter beginning, for two texts to be an agency's one


def with_twins(documents: Iterable[Document], origins: Mapping[str, str]) -> dict[str, str]:
    """The origins that stories know, and for texts that are in no story that of the first text like each."""
    known, met = dict(origins), _Met()
    for document in sorted(documents, key=lambda each: (each.id not in origins, str(each.published or ""), each.id)):
        first = met.first_like(document)
        if document.id not in origins and first != document.id:
            known[document.id] = known.get(first, first)
    return known


@dataclass(frozen=True, slots=True)
class _Met:
    """Texts that were looked at: by all that they say, and by their titles with the words below."""

    by_words: dict[tuple[int, tuple[str, ...]], str] = field(default_factory=dict)
    by_title: dict[tuple[str, ...], list[tuple[str, set[str]]]] = field(default_factory=dict)
    by_run: dict[tuple[str, ...], str] = field(default_factory=dict)
    runs: dict[str, tuple[int, str]] = field(default_factory=dict)  # how many the beginning of a text has; its outlet

    def first_like(self, document: Document) -> str:
        """The text that was met first of those that say the same, which may be this one."""
        said = document.text[document.extent.start : document.extent.end].removeprefix(document.title)
        words, title = _words(said[:_READ]), _title_of(document)
        if len(words) >= _LEAST:
            first = self.by_words.setdefault((len(said), tuple(words)), document.id)
            first = first if first != document.id else self._agency(document, words)
            if first != document.id:
                return first
        if len(title) <= _TITLE:
            return document.id
        others = self.by_title.setdefault(title, [])
        first = next((id for id, theirs in others if _share(set(words), theirs)), document.id)
        others.append((document.id, set(words)))
        return first

    def _agency(self, document: Document, words: list[str]) -> str:
        """The first text of another outlet that begins in the same words, whatever stands before them in one.

        What an outlet puts over all its texts makes none of them the other's twin.
        """
        id, outlet = document.id, outlet_of(document)
        runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
        self.runs[id] = (len(runs), outlet)
        known = (self.by_run[run] for run in runs if run in self.by_run)
        met = Counter(other for other in known if self.runs[other][1] != outlet)
        for run in runs:
            self.by_run.setdefault(run, id)
        first, shared = min(met.items(), key=lambda row: (-row[1], row[0]), default=(id, 0))
        return first if shared > max(_LEAST, _RUNS * min(len(runs), self.runs[first][0])) else id


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _title_of(document: Document) -> tuple[str, ...]:
    """The outlet, the figures of the title, and how those of its words begin that say something."""
    words = _words(bare_title(document.title, outlet_of(document)))
    begun = {word if word[0].isdigit() else word[:_BEGUN] for word in words if word[0].isdigit() or len(word) >= _LONG}
    return (outlet_of(document), *sorted(begun))


def _share(ours: set[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= _SHARED * max(len(ours), len(theirs), 1)
