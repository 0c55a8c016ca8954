"""Finding our word for theirs: the cue table's patterns in a stretch of text."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from cellwire.model import Span


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables = tomllib.loads((files("cellwire.publish.brief.telling") / "cues.toml").read_text("utf-8"))
    answers = tables.pop("answers")
    return {**tables, **{f"answers.{name}": table for name, table in answers.items()}}


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
