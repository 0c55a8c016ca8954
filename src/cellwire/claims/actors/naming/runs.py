"""Capitalised runs of words, and what stands beside each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cellwire.lexicon import english_words, regex

# A capitalised run: "Our Next Energy", "ProLogium", "E3 Lithium", "Li-Cycle", "K2 Metals & Mining"
WORD = (
    r"(?:(?!R&D\b|M&A\b|Q&A\b|P&L\b)[A-Z]{1,3}&[A-Z]{1,3}(?![a-z])"
    r"|[A-ZÀ-ÞĀ-ɏ][A-Za-z0-9À-ɏ]*(?:[-.][A-Za-z0-9À-ɏ]+|'[A-Z][a-z]+|(?<=\bRe):[A-Z][a-z]+)*|[a-z]{1,2}[A-Z][A-Za-z]+|[0-9]{1,3}[A-Z][A-Za-z]+)"
)
_RUN = (
    rf"(?<!\d,)(?!\d+(?:[MGk]Wh?|Ah)\b){WORD}(?:(?: (?:&|de|del|di|van|von) | |(?<=\bBank) of ){WORD}){{0,4}}"
    rf"(?: \d{{1,3}}"
    rf"(?= (?!(?:m|b|tr)illion|crore|lakh|thousand|per|euros|pounds|[MGk]W)|,|\.|'))?"
)
RUN = regex(rf"(?<![\w@#/.-]){_RUN}")
_BEHIND_A_SIGN = regex(rf"[^\w@#/.-](?P<run>{_RUN})")  # begins with a sign: quick to pass over
_SENTENCE_START = regex(r"(?:^|[.!?:\n]\s*|^\W*)$")


def runs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the capitalised runs of a text stand."""
    first = RUN.match(text)
    if first:
        yield first.span()
    for match in _BEHIND_A_SIGN.finditer(text, first.end() if first else 0):
        yield match.span("run")


class Around(Struct, frozen=True):
    """A run of capitalised words with what stands before and after it, and what the text knows of persons."""

    name: str
    before: str
    after: str
    often: bool  # the text says it more than once
    inside: bool  # it stands inside a sentence, not only at a beginning
    persons: frozenset[str]


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same line: a headline's last word says nothing about the text's first."""
    return text[max(0, start - 90) : start].rpartition("\n")[2], text[end : end + 110].partition("\n")[0]


def is_unheard(word: str) -> bool:
    """Whether it is no English word, nor made of such: "Second-life", "E-bikes"."""
    return not all(len(part) < len("an") or part in english_words() for part in word.lower().split("-"))


def is_proper(run: Around) -> bool:
    """Whether it is a name at all: no English word with a capital because a sentence begins."""
    words = run.name.split()
    if any(part.lower() not in english_words() for word in words for part in word.split("-")):
        return len(words) > 1 or not _SENTENCE_START.search(run.before) or run.inside or run.often or run.name.isascii()
    return run.inside and len(words) > 1
