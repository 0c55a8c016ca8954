"""The documentation tells of every command, option, field and error; `make docs` compares what the program prints."""

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import typer

from cellwire import model, outlook
from cellwire.cli import app
from cellwire.model import STAGES, Rung, Status

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DICTIONARY = (ROOT / "docs" / "data-dictionary.md").read_text("utf-8")
COMMANDS: dict[str, Any] = getattr(typer.main.get_command(app), "commands")  # noqa: B009  its type is the library's own
NOUNS = (
    model.Facility,
    model.Phase,
    model.Deal,
    model.Rumour,
    model.Answer,
    model.Company,
    model.PartyFact,
    model.Fact,
    model.Support,
    model.Value,
    model.Citation,
    model.Entry,
    model.Story,
    model.Origin,
    model.Record,
    model.RecordChange,
    outlook.Band,
    outlook.Tranche,
    outlook.Start,
    outlook.Sum,
    outlook.Need,
    outlook.LeftOut,
    outlook.Assumption,
)


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next of the same depth."""
    depth = heading.split(" ", maxsplit=1)[0]
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(depth)}}} |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"{heading!r} is missing"
    return found[1]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_of_the_record_is_in_the_data_dictionary(noun: type) -> None:
    told = re.findall(r"^\| `(\w+)` \|", section(DICTIONARY, f"### {noun.__name__}"), re.MULTILINE)

    names = getattr(noun, "__struct_fields__", None) or [field.name for field in fields(noun)]  # type: ignore[arg-type]
    assert told == list(names)


@pytest.mark.parametrize("word", [*Status, *Rung, *sorted({stage for stages in STAGES.values() for stage in stages})])
def test_every_status_rung_and_stage_is_in_the_data_dictionary(word: StrEnum | str) -> None:
    assert re.search(rf"\b{word}\b", DICTIONARY)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_by_example(name: str) -> None:
    command = COMMANDS[name]

    assert command.help
    assert f"cellwire {name}" in command.epilog
    assert all(option.help for option in command.params), "every option says what it does"
    assert all(option.metavar or option.is_flag for option in command.params), "every option names what it takes"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_docs(name: str) -> None:
    told = section((ROOT / "docs" / "commands.md").read_text("utf-8"), f"## cellwire {name}")

    for option in COMMANDS[name].params:
        in_a_cell = (option.metavar or "").replace("|", "\\|")  # elsewhere the bar would part the row
        written = rf"`\[?{re.escape(in_a_cell)}…?\]?`"
        assert f"`{option.opts[0]}" in told or re.search(written, told), "run: make write"


def test_the_first_screen_of_the_readme_is_a_screen() -> None:
    shown = re.sub(r"<!--.*?-->\n+", "", (ROOT / "README.md").read_text("utf-8"), flags=re.DOTALL)
    first = shown.split("\n## Next")[0].splitlines()

    assert 30 <= len(first) <= 45


def test_the_readme_s_python_runs_as_it_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)

    exec(program, {})

    assert "facility construction ['Volta Cells']" in capsys.readouterr().out


def test_contributing_is_short() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))

    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_docs_do_not_praise(page: Path) -> None:
    praise = r"\b(simply|easily|powerful|seamless\w*|robust|blazing\w*|cutting-edge|comprehensive|we)\b"
    own = re.sub(r'"[^"\n]*"|“[^”]*”|```.*?```', "", page.read_text("utf-8"), flags=re.DOTALL)

    assert not re.findall(praise, own, re.IGNORECASE)


@pytest.mark.parametrize("word", re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
def test_every_word_of_the_makefile_is_explained(word: str) -> None:
    assert re.search(rf"^{word}: .*## \w", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
