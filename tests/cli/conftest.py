"""One run of the demo for all, and a command line that says how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cellwire.cli import run

NEWS = """Volta Cells starts building Northvale battery plant

Volta Cells broke ground on December 13 on its battery plant in Debrecen, Hungary. The plant will have an annual \
capacity of 12 GWh and start production in 2025.
"""


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


Cellwire = Callable[..., Ended]


@pytest.fixture
def cellwire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Cellwire:
    """A command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CELLWIRE_DB", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)  # what is printed is as wide wherever it runs

    def cellwire(*words: str | Path) -> Ended:
        capfd.readouterr()
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return cellwire


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    return path
