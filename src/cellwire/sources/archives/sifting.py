"""Which pages of an archive may tell of the battery industry, by their bytes alone: quick, and rather too many."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import BytesAhoCorasick, Implementation

from cellwire.lexicon import load_lexicon
from cellwire.model import wide_codec

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def may_tell(content: bytes) -> bool:
    """Whether a word or a company of the industry stands in the page, in any encoding; markup and addresses count."""
    if codec := wide_codec(content):
        content = content.decode(codec, "replace").encode("utf-8", "replace")
    words, names = _searches()
    return words.finds_in(content.lower()) or names.finds_in(content)


@dataclass(frozen=True)
class _Search:
    """Words, the first `inside` of which count inside longer words too."""

    automaton: BytesAhoCorasick
    inside: int

    def finds_in(self, content: bytes) -> bool:
        hits = self.automaton.find_matches_as_indexes(content, overlapping=True)
        return any(number < self.inside or _is_word(content, start, end) for number, start, end in hits)


def _is_word(content: bytes, start: int, end: int) -> bool:
    before, after = content[start - 1 : start] or b" ", content[end : end + 1] or b" "
    return before[0] not in _LETTERS and after[0] not in _LETTERS


@cache
def _searches() -> tuple[_Search, _Search]:
    told = tomllib.loads((files("cellwire.sources.archives") / "sifting.toml").read_text("utf-8"))
    inside, whole = (sorted(set(_encoded(told["words"], key))) for key in ("inside", "whole"))
    names = sorted({name.encode() for name in _names(**told["names"])})
    return _Search(_automaton([*inside, *whole]), len(inside)), _Search(_automaton(names), 0)


def _automaton(patterns: list[bytes]) -> BytesAhoCorasick:
    return BytesAhoCorasick(patterns, implementation=Implementation.DFA)


def _encoded(groups: list[dict[str, list[str]]], key: str) -> Iterator[bytes]:
    """Each word in each encoding of its group that can write it."""
    for group in groups:
        for word in group[key]:
            for encoding in group["encodings"]:
                written = word.encode(encoding, "replace")
                if written.decode(encoding) == word:
                    yield written.lower()


def _names(chain: list[str], least: int) -> Iterator[str]:
    lexicon = load_lexicon()
    for organisation in lexicon.organisations.values():
        if not set(chain).isdisjoint(organisation.chain):
            yield from (name for name in (organisation.name, *organisation.aliases) if len(name) >= least)
