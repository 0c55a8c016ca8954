"""What tests of several rooms look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from cellwire.cli import run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, made once; tests look and do not touch."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(folder)]) == 0
    return folder
