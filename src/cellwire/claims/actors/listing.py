"""Companies known by the list they stand in: between two others, or among the backers of a round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.mentions import lines_with
from cellwire.claims.actors.naming import COMMON, beside, is_person
from cellwire.lexicon import regex

_COMMA = regex(r"\s?(?:,|/|,?\s(?:and|&)|,?\sas well as)\s(?:the\s)?")


def listed(text: str, runs: Sequence[tuple[int, int]], firms: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What stands in a list between two companies is a third: "Bessemer, |Coatue|, Perry Creek Capital"."""
    starts, ends = {start for start, _ in firms}, {end for _, end in firms}
    for start, end in runs:
        name = text[start:end]
        before = next((at for at in range(start - 1, max(0, start - 14), -1) if at in ends), None)
        after = next((at for at in range(end + 1, end + 14) if at in starts), None)
        if before is None or after is None or name in COMMON:
            continue
        joined = _COMMA.fullmatch(text[before:start]) and _COMMA.fullmatch(text[end:after])
        if joined and not is_person(name, *beside(text, start, end)):
            yield name


_ROUND_WORDS = AhoCorasick(["round", "funding", "financing", "Series ", "nvestors "])
_BACKING = regex(
    r"\b(?:(?:co-)?led by|participation (?:from|by|of)|joined by|(?:new|existing|strategic|previous|current|other) "
    r"investors?|investors? (?:included?|including|such as|like)|led by investors|backers (?:include|including)|"
    r"contributors [\w ]{0,40}included)\s(?:(?:the|existing|new|lead|strategic|previous|current|returning)\s)*"
    r"(?:investors?\s|backers?\s)?(?:such as\s|like\s|from\s|including\s)?(?:the\s|(?:[a-z][a-z-]+\s){1,5})?"
)
_NEXT_BACKER = regex(
    r"(?: \([^()]{1,40}\))?(?:,? (?:Inc|LLC|Ltd|LP|plc|AG|SA)\b)?\.?(?:,\s(?:and\s)?|\sand\s|\s&\s)(?:the\s)?"
)


def backers(text: str, runs: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Who is named in a list of backers where money is raised: "led by |Temasek| and |Fifth Wall|"."""
    ends, known = dict([*runs, *taken]), dict(taken)
    for line_start, line_end in lines_with(text, _ROUND_WORDS):
        for head in _BACKING.finditer(text, line_start, line_end):
            at = head.end()
            while (end := ends.get(at)) is not None:
                name = text[at:end]
                if name in COMMON or is_person(name, *beside(text, at, end)):
                    break
                if at not in known:
                    yield name
                joint = _NEXT_BACKER.match(text, end)
                at = joint.end() if joint else -1
