"""What holds for every command: versions, help, colours, exit codes, and that the start is quick."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cellwire import __version__
from cellwire.cli.app import COMMANDS
from cli.conftest import Cellwire


def python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, env=os.environ | environment, check=False
    )


def test_the_version_is_the_package_s(cellwire: Cellwire) -> None:
    assert cellwire("--version").out == f"cellwire {__version__}\n"


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_every_command_has_help_with_examples(cellwire: Cellwire, name: str) -> None:
    ended = cellwire(name, "--help")

    assert ended.code == 0
    assert "Examples:" in ended.out


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("read",), ("week", "--ending", "yesterday"), ("read", "--what", "x")]
)
def test_words_that_mean_nothing_end_with_2(cellwire: Cellwire, words: tuple[str, ...]) -> None:
    ended = cellwire(*words)

    assert ended.code == 2
    assert ended.err
    assert not ended.out


def test_a_bare_call_shows_what_there_is(cellwire: Cellwire) -> None:
    assert "facilities" in cellwire().out + cellwire().err


@pytest.mark.parametrize(("words", "environment"), [(("--no-color",), {}), ((), {"NO_COLOR": "1"})])
def test_colours_can_be_switched_off(news: Path, words: tuple[str, ...], environment: dict[str, str]) -> None:
    ended = python("-m", "cellwire", *words, "read", str(news), FORCE_COLOR="1", TERM="xterm", **environment)

    assert "Volta" in ended.stdout
    assert "\x1b[3" not in ended.stdout


def test_importing_the_package_loads_no_libraries() -> None:
    ended = python("-c", "import sys, cellwire; print(*sys.modules)")

    assert not {"typer", "rich", "trafilatura", "sqlalchemy", "lxml", "numpy"} & set(ended.stdout.split())


def test_help_does_not_load_what_only_reading_needs() -> None:
    ended = python("-c", "import sys, cellwire.cli; print(*sys.modules)")

    assert not {"trafilatura", "sqlalchemy", "lxml", "numpy", "cellwire.claims"} & set(ended.stdout.split())
