"""Finding our word for theirs: the cue table's patterns in a stretch of text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cellwire.model import Span

_COUNT = "{count}"


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables = tomllib.loads((files("cellwire.publish.brief.wording") / "cues.toml").read_text("utf-8"))
    answers, counts, parts = (tables.pop(name) for name in ("answers", "counts", "parts"))
    tables |= {f"answers.{name}": table for name, table in answers.items()}
    return {name: dict(_rows(_whole(table, parts), counts)) for name, table in tables.items()}


def _whole(table: dict[str, str], parts: dict[str, str]) -> dict[str, str]:
    """With the parts that its patterns share put in: {signs}."""
    for name, part in parts.items():
        table = {ours: pattern.replace(f"{{{name}}}", part) for ours, pattern in table.items()}
    return table


def _rows(table: dict[str, str], counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    """A row with {count} stands for one of each number: "two years", of "two years" and of "2 years"."""
    for ours, pattern in table.items():
        if _COUNT not in ours:
            yield ours, pattern
            continue
        for word, digits in counts.items():
            yield ours.replace(_COUNT, word), pattern.replace(_COUNT, f"({word}|{digits})")


def words_in(table: str) -> list[str]:
    """Our words of a table, in its order."""
    return list(_tables()[table])


def cues(table: str, text: str, *, start: int = 0) -> list[tuple[str, str, Span]]:
    """Our words, the pattern and the span of theirs, in the table's order; `start` is where the text begins."""
    found = []
    for ours, pattern in _tables().get(table, {}).items():
        if matched := re.search(pattern, text, re.IGNORECASE):
            found.append((ours, pattern, Span(start + matched.start(), start + matched.end())))
    return found
