"""Finds known names in a text in one pass: an automaton over all spellings, then word borders, then the longest."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from cellwire.lexicon.gazetteer import Gazetteer
from cellwire.lexicon.regexes import regex
from cellwire.model import Hit, HitKind, Span

_SAME = (("\u00a0", " "), ("\u202f", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u2010", "-"), ("\u2011", "-"))
_BORDER = frozenset(" ,;:\n()'\"-!?[]")
_CJK = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_START = regex(r"(?:^|[.!?:\n]|\n\s*[-*•])[\s\"'“”‘’(]*$")
_OTHERS = regex(r"(?<![.\w])(?!(?:US|The|American|Federal|And|By|At)\b)[A-Z][a-z]+(?:['’]s)?\s$")
_CAPITALS = regex(r"\b[A-Z]{2,} $")


Match = tuple[int, int, int]  # start, minus end, number of the spelling: sorts by start, the longest first


class Meaning(NamedTuple):
    """`kind` None: known so that a shorter name inside is not found. `length` is how much of the spelling is told."""

    kind: HitKind | None
    ids: tuple[str, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Scanner:
    """Spellings in the order of the automaton's patterns, and what each means."""

    automaton: AhoCorasick
    spellings: tuple[str, ...]
    meanings: tuple[Meaning, ...]  # of the first spellings; the others are places
    places: Mapping[str, str]  # name → ids in one string
    capitals: Mapping[str, str]  # name in capitals → name
    everyday: frozenset[int]  # numbers of the spellings that are also words
    company_words: frozenset[str]
    bodies: frozenset[int]  # numbers of the spellings such as "Department of Commerce", which others have too

    def find(self, text: str, start: int, end: int) -> list[Hit]:
        hits, known = [], len(self.meanings)
        for first, last, number in longest(self._matches(text[start:end])):
            span = Span(start + first, start - last)
            kind, ids, _ = self.meanings[number] if number < known else self._place(number)
            if number in self.everyday and self._only_a_word(text, span):
                continue
            if kind and not (number in self.bodies and _OTHERS.search(text, max(0, span.start - 30), span.start)):
                hits.append(Hit(kind, span, ids))
        return hits

    def _matches(self, part: str) -> list[Match]:
        """All spellings between borders, in the order of the text, of one start the longest first."""
        for odd, plain in () if part.isascii() else _SAME:
            part = part.replace(odd, plain)
        padded, found, meanings, known = f" {part} ", [], self.meanings, len(self.meanings)
        for number, first, last in self.automaton.find_matches_as_indexes(part, overlapping=True):
            before, after = padded[first], padded[last + 1]
            if (before in _BORDER and after in _BORDER) or bordered(part, first, last):
                found.append((first, -first - meanings[number].length if number < known else -last, number))
        return sorted(found)

    def _place(self, number: int) -> Meaning:
        spelling = self.spellings[number]
        ids = self.places.get(spelling) or self.places[self.capitals[spelling]]
        return Meaning(HitKind.PLACE, tuple(ids.split()), len(spelling))

    def _only_a_word(self, text: str, span: Span) -> bool:
        """A name that is also a word counts mid-sentence, and at a sentence's start only where it acts or owns."""
        before = text[max(0, span.start - 40) : span.start]
        if _CAPITALS.search(before):
            return True
        if not _SENTENCE_START.search(before):
            return False
        after = re.match(r"['’]s\b|\s+(\w+)", text[span.end : span.end + 30])
        return not after or (after[1] is not None and after[1] not in self.company_words)


def bordered(text: str, start: int, end: int) -> bool:
    """Whether a name stands for itself: no letter, digit or "&" touches it; Chinese and the like need no border."""
    free = _free(text, start - 1, start) and _free(text, end, end - 1)
    return free and not (_in_address(text, start, end) or _in_number(text, start))


def _free(text: str, outside: int, inside: int) -> bool:
    if not 0 <= outside < len(text):
        return True
    char = text[outside]
    if not (char.isalnum() or char in "_&"):
        return True
    return bool(_CJK.match(text[inside]) or _CJK.match(char))


def _in_address(text: str, start: int, end: int) -> bool:
    """www.name.com, name@firm: part of an address is no mention."""
    after = text[end : end + 2]
    if after[:1] == "@" or (len(after) == 2 and after[0] == "." and after[1].islower()):
        return True
    return start > 0 and (text[start - 1] == "@" or (start > 1 and text[start - 2 : start] == "//"))


def _in_number(text: str, start: int) -> bool:
    """ "$4.3M" is a sum, and no mention of 3M."""
    return start > 1 and text[start].isdigit() and text[start - 1] in ".," and text[start - 2].isdigit()


def longest(matches: list[Match]) -> list[Match]:
    """Of matches that overlap the longest, the first of equals; given and told in the order of the text."""
    kept: list[Match] = []
    cluster: list[Match] = []
    reach = 0
    for match in matches:
        if match[0] >= reach:
            kept += cluster if len(cluster) < 2 else _best(cluster)
            cluster = []
        cluster.append(match)
        reach = max(reach, -match[1])
    return kept + (cluster if len(cluster) < 2 else _best(cluster))


def _best(cluster: list[Match]) -> list[Match]:
    kept: list[Match] = []  # in the order of the text, so that a match can only meet its two neighbours
    for match in sorted(cluster, key=lambda m: (m[0] + m[1], m[0])):
        place = bisect_left(kept, match)
        if place and -kept[place - 1][1] > match[0]:
            continue
        if place == len(kept) or kept[place][0] >= -match[1]:
            kept.insert(place, match)
    return kept


def build_scanner(meanings: Mapping[str, Meaning], gazetteer: Gazetteer, told: Mapping[str, list[str]]) -> Scanner:
    """Organisations, chemistries and products keep their spellings from places; `told` lists the everyday names."""
    capitals = {name.upper(): name for name in gazetteer.capitals if name.isascii() and name not in gazetteer.wary}
    places = [*gazetteer.names, *(name for name in capitals if name not in gazetteer.names and len(name) > 4)]
    spellings = (*meanings, *(name for name in places if name not in meanings))
    automaton = AhoCorasick(
        spellings, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
    )
    words = frozenset(told["organisations"])
    everyday = frozenset(number for number, spelling in enumerate(meanings) if spelling in words)
    company_words, names = frozenset(told["company_words"]), gazetteer.names
    bodies = frozenset(number for number, spelling in enumerate(meanings) if spelling.startswith(tuple(told["bodies"])))
    return Scanner(automaton, spellings, tuple(meanings.values()), names, capitals, everyday, company_words, bodies)
