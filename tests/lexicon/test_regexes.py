"""A late regular expression is the expression, and costs nothing before it is used."""

import re
import subprocess
import sys

import pytest

from cellwire.lexicon import regex

COUNTED = """
import re, sys
compiled, real = [], re.compile
def counted(*told, **more):
    compiled.append(sys._getframe(1).f_code.co_filename)
    return real(*told, **more)
re.compile = counted
import cellwire.claims
print(sum("/claims/" in name or "/lexicon/" in name for name in compiled))
"""


@pytest.mark.parametrize(
    ("written", "flags", "text"),
    [(r"\bcells?\b", re.NOFLAG, "a cell, two cells"), (r"(gwh)", re.I, "12 GWh"), (r"x", re.NOFLAG, "none")],
)
def test_a_late_expression_finds_what_it_says(written: str, flags: re.RegexFlag, text: str) -> None:
    for method in ("search", "match", "fullmatch", "finditer", "findall", "split"):
        late, soon = getattr(regex(written, flags), method)(text), getattr(re.compile(written, flags), method)(text)
        if method == "finditer":
            late, soon = list(late), list(soon)
        assert str(late) == str(soon)

    assert regex(written, flags).sub("-", text) == re.sub(written, "-", text, flags=flags)


def test_a_wrong_expression_is_refused_when_it_is_used() -> None:
    with pytest.raises(re.error):
        regex("(").search("text")


def test_reading_is_imported_without_compiling_its_expressions() -> None:
    told = subprocess.run([sys.executable, "-c", COUNTED], check=True, capture_output=True, text=True)

    assert int(told.stdout) <= 5
