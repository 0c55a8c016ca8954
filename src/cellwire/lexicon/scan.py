"""Finds known names in a text in one pass: an automaton over all spellings, then word borders, then the longest."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from cellwire.model import Hit, HitKind, Span

_SAME = str.maketrans({"\u00a0": " ", "\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u202f": " "})
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]|\n\s*[-*•])[\s\"'“”‘’(]*$")
_CAPITALS = re.compile(r"\b[A-Z]{2,} $")

Meaning = tuple[HitKind | None, tuple[str, ...]]  # None: found so that a shorter name inside is not


@dataclass(frozen=True, slots=True)
class Scanner:
    """Spellings in the order of the automaton's patterns, and what each means."""

    automaton: AhoCorasick
    spellings: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    everyday: frozenset[str]
    after_everyday: frozenset[str]

    def find(self, text: str, start: int, end: int) -> list[Hit]:
        matches = self.automaton.find_matches_as_indexes(
            text[start:end].translate(_SAME) if not text.isascii() else text[start:end], overlapping=True
        )
        hits = []
        for number, first, last in longest(m for m in matches if bordered(text, start + m[1], start + m[2])):
            kind, ids = self.meanings[number]
            span = Span(start + first, start + last)
            if kind and not (self.spellings[number] in self.everyday and self._only_a_word(text, span)):
                hits.append(Hit(kind, span, ids))
        return hits

    def _only_a_word(self, text: str, span: Span) -> bool:
        """A name that is also a word counts mid-sentence, and at a sentence's start only where it acts or owns."""
        before = text[max(0, span.start - 40) : span.start]
        if _CAPITALS.search(before):
            return True
        if not _SENTENCE_START.search(before):
            return False
        after = re.match(r"['’]s\b|\s+(\w+)", text[span.end : span.end + 30])
        return not after or (after[1] is not None and after[1] not in self.after_everyday)


def bordered(text: str, start: int, end: int) -> bool:
    """Whether a name stands for itself: no letter, digit or "&" touches it; Chinese, Japanese and Korean need no border."""
    return _free(text, start - 1, start) and _free(text, end, end - 1) and not _in_address(text, start, end)


def _free(text: str, outside: int, inside: int) -> bool:
    if not 0 <= outside < len(text):
        return True
    char = text[outside]
    if not (char.isalnum() or char in "_&"):
        return True
    return bool(_CJK.match(text[inside]) or _CJK.match(char))


def _in_address(text: str, start: int, end: int) -> bool:
    """www.name.com, name@firm: part of an address is no mention."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        before in ("@", "/")
        and start > 1
        and text[start - 2] == "/"
        or (len(after) == 2 and after[0] == "." and after[1].islower())
        or after[:1] == "@"
    )


def longest(matches: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Of matches that overlap the longest, the first of equals; in the order of the text."""
    cluster: list[tuple[int, int, int]] = []
    reach = -1
    for match in sorted(matches, key=lambda m: (m[1], -m[2])):
        if match[1] >= reach:
            yield from _best(cluster)
            cluster = []
        cluster.append(match)
        reach = max(reach, match[2])
    yield from _best(cluster)


def _best(cluster: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    if len(cluster) < 2:
        return cluster
    kept: list[tuple[int, int, int]] = []
    for match in sorted(cluster, key=lambda m: (m[1] - m[2], m[1])):
        if all(match[2] <= other[1] or other[2] <= match[1] for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m[1])


def build_scanner(meanings: Mapping[str, Meaning], everyday: Iterable[str], after_everyday: Iterable[str]) -> Scanner:
    spellings = tuple(meanings)
    automaton = AhoCorasick(
        spellings, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
    )
    return Scanner(automaton, spellings, tuple(meanings.values()), frozenset(everyday), frozenset(after_everyday))
