"""What holds for every command: versions, help, colours, exit codes, and that the start is quick."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from cellwire import __version__
from cellwire.cli.app import COMMANDS, app
from cli.conftest import Cellwire

EXAMPLES = {name: examples for name, _, examples in COMMANDS}


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


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_help_cuts_no_option_and_no_example_on_a_narrow_screen(
    cellwire: Cellwire, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]

    told = cellwire(name, "--help").out

    assert all(option in told.split() for parameter in command.params for option in parameter.opts if option[0] == "-")
    assert all(f"  {example}\n" in told for example in EXAMPLES[name])
    assert "…" not in told.replace("=…", "").replace("US, HU, …", "")
    assert not re.search(r"<\w", told), "a type says less than the meaning"


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_the_list_of_commands_says_whole_what_each_does(cellwire: Cellwire, name: str) -> None:
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    told = " ".join(cellwire("--help").out.split())

    assert " ".join(command.help.partition("\n\n")[0].split()) in told


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("read",),
        ("read", ""),
        ("import", ""),
        ("facilities", "--db", ""),
        ("import", "news.txt", "--db", " "),
        ("week", "--ending", "yesterday"),
        ("read", "--what", "x"),
        ("update", "nobody"),
    ],
)
def test_words_that_mean_nothing_end_with_2(cellwire: Cellwire, words: tuple[str, ...]) -> None:
    ended = cellwire(*words)

    assert ended.code == 2
    assert ended.err
    assert not ended.out


def test_a_choice_is_refused_in_words_of_the_command_line(cellwire: Cellwire) -> None:
    ended = cellwire("facilities", "--format", "xml")

    assert "Invalid value for '--format': 'xml' is not one of 'table', 'csv', 'jsonl'" in " ".join(ended.err.split())


def test_words_between_colons_are_no_picture(cellwire: Cellwire) -> None:
    assert cellwire("show", ":abc:").err.startswith("cellwire: :abc:: no entry")


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


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "“Volta Cells”"),
        ({"PYTHONIOENCODING": "ascii"}, "?Volta Cells?"),
    ],
)
def test_output_is_written_in_every_locale(news: Path, environment: dict[str, str], shown: str) -> None:
    command = [sys.executable, "-m", "cellwire", "read", str(news)]
    ended = subprocess.run(command, capture_output=True, env=os.environ | environment, check=False)

    assert ended.returncode == 0, ended.stderr
    assert shown in ended.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("words", ["read news.txt", "read --jsonl news.txt", "sources --catalogue --format csv"])
def test_output_that_finds_no_room_is_an_error_and_no_traceback(news: Path, words: str, buffered: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m cellwire {words} > /dev/full"],
        cwd=news.parent,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONUNBUFFERED": buffered},
    )

    assert ended.returncode == 1
    assert ended.stderr == "cellwire: standard output: no space left on device\n"


def test_a_closed_output_is_no_error(news: Path) -> None:
    command = f"{sys.executable} -m cellwire read news.txt >&-"
    ended = subprocess.run(["sh", "-c", command], cwd=news.parent, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_who_stops_a_run_while_it_begins_sees_no_traceback() -> None:
    stop = (
        "import sys\nclass Stop:\n def find_spec(self, name, *_):\n  if name == 'cellwire.cli': raise KeyboardInterrupt"
    )
    ended = python("-c", f"{stop}\nsys.meta_path.insert(0, Stop())\nfrom cellwire.__main__ import main\nmain()")

    assert (ended.returncode, ended.stderr) == (130, "")


def test_who_stops_a_run_is_told_that_it_stopped(
    cellwire: Cellwire, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cellwire.pipeline.read_capture", stop)
    ended = cellwire("read", news)

    assert ended.code == 130
    assert ended.err == "cellwire: stopped; what was stored before is there\n"


def test_the_demo_names_the_folder_that_it_cannot_make(cellwire: Cellwire, news: Path) -> None:
    ended = cellwire("demo", "--out", news)

    assert ended.code == 1
    assert ended.err == f"cellwire: {news}: cannot be made: file exists; name another with --out\n"


@pytest.mark.parametrize(
    "words",
    [
        ("week", "--out", "taken/brief"),
        ("export", "taken/data"),
        ("backup", "taken/b.cellwire"),
        ("feed", "facility", "PLANT", "--out", "taken/volta.atom"),
        ("import", "news.txt", "--db", "taken/new.db"),
        ("demo", "--out", "taken/demo"),
    ],
)
def test_what_cannot_be_written_could_not_be_done(cellwire: Cellwire, news: Path, words: tuple[str, ...]) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    plant = cellwire("facilities", "--format", "csv").out.splitlines()[1].partition(",")[0]
    (news.parent / "taken").write_text("a file, where a folder is wanted")

    ended = cellwire(*(plant if word == "PLANT" else word for word in words))

    assert ended.code == 1, ended.err
    assert "taken" in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "x", "--limit", "0"), "'--limit': it has to be 1 or more"),
        (("search", "x", "--limit", "many"), "'--limit': it has to be a whole number"),
        (("add", "https://x.example/", "--every", "0.1"), "'--every': it has to be 0.25 or more"),
        (("read", "news.txt", "--min-confidence", "2"), "'--min-confidence': it has to be 1 or less"),
        (("search", ""), "cellwire: WORDS…: holds no word to search for"),
        (("show", ""), "cellwire: ID: is empty"),
        (("judge", "reject", "Debrecen", "--why", "x", "--author", "ann"), "cellwire show NAME"),
    ],
)
def test_a_wrong_word_is_named_with_what_would_do(
    cellwire: Cellwire, news: Path, words: tuple[str, ...], said: str
) -> None:
    if words[0] == "judge":
        cellwire("import", news, "--published", "2022-12-17")

    ended = cellwire(*words)

    assert ended.code == 2
    assert said in ended.err
