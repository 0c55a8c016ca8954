"""Writes the generated parts of README.md and docs/*.md in place; with --check, fails where they are out of date.

A part begins with `<!-- run` and the commands, or with `<!-- table: NAME -->`, and ends with `<!-- end -->`. The
commands of one file run one after another in one empty folder that holds docs/examples; what they print stands in the
page as it was printed. A line `as: WORDS` shows other words than the command, `lines: N` the first N lines
of output, `last: N` the last N after them.
"""

from __future__ import annotations

import ast
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer

from cellwire.cli import app
from cellwire.outlook import load_assumptions
from cellwire.publish import TABLES as EXPORTED

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "cellwire"
SCHEMA = PACKAGE / "publish" / "contract.schema.json"
CONFIDENCE = PACKAGE / "claims" / "evidence" / "confidence.json"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PART = re.compile(r"(<!-- (?:run\n(?P<run>.*?)\n|table: (?P<table>[\w ]+) )-->\n).*?(<!-- end -->)", re.DOTALL)
ENVIRONMENT = {"NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONUTF8": "1"}


def main(arguments: list[str]) -> int:
    checking = "--check" in arguments
    stale = 0
    for page in PAGES:
        before = page.read_text("utf-8")
        after = written(before)
        if before == after:
            continue
        stale += 1
        name = str(page.relative_to(ROOT))
        if checking:
            sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, name))
        else:
            page.write_text(after, "utf-8")
            print(f"wrote {name}")
    if checking and stale:
        print(f"{stale} pages are out of date; run: make write")
    return 1 if checking and stale else 0


def written(page: str) -> str:
    """The page with every generated part as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        for example in (ROOT / "docs" / "examples").iterdir():
            shutil.copy(example, folder)
        return PART.sub(lambda part: part[1] + _part(part, Path(folder)) + part[4], page)


def _part(part: re.Match[str], folder: Path) -> str:
    if part["table"]:
        return "\n" + "\n".join(TABLES[part["table"]]()) + "\n\n"
    return "\n```console\n" + "".join(_session(part["run"], folder)) + "```\n\n"


def _session(script: str, folder: Path) -> Iterator[str]:
    shown, lines, last = "", 0, 0
    for line in script.splitlines():
        key, _, value = line.partition(": ")
        if key == "as":
            shown = value
        elif key == "lines":
            lines = int(value)
        elif key == "last":
            last = int(value)
        else:
            yield f"$ {shown or line}\n"
            yield from _cut(_printed(line, folder), lines, last)
            shown, lines, last = "", 0, 0


def _printed(command: str, folder: Path) -> list[str]:
    own = str(Path(sys.executable).parent)
    environment = {"PATH": f"{own}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), **ENVIRONMENT}
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"{command} ended with {ran.returncode}:\n{ran.stdout}")
    printed = ran.stdout.replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")
    return [f"{line.rstrip()}\n" for line in printed.splitlines()]


def _cut(printed: list[str], first: int, last: int) -> list[str]:
    if not first or len(printed) <= first + last:
        return printed
    return [*printed[:first], "…\n", *printed[len(printed) - last :]]


def commands() -> Iterator[str]:
    """Every command with its arguments and options, from the program itself."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        usage = " ".join(_argument(parameter) for parameter in command.params if _is_argument(parameter))
        yield from (f"## cellwire {name}", "", f"`cellwire {name} [options] {usage}".rstrip() + "`", "")
        yield from (" ".join(command.help.split()), "", "| option | meaning |", "|---|---|")
        for parameter in command.params:
            yield f"| {_spelling(parameter)} | {_cell(parameter.help or '')}{_default(parameter)} |"
        yield from ("", "```console", *(f"$ {line}" for line in command.epilog.splitlines()[3:]), "```", "")


def _is_argument(parameter: Any) -> bool:
    return parameter.param_type_name == "argument"


def _argument(parameter: Any) -> str:
    written = str(parameter.metavar) + ("…" if parameter.nargs == -1 else "")
    return written if parameter.required else f"[{written}]"


def _spelling(parameter: Any) -> str:
    if _is_argument(parameter):
        return f"`{_cell(_argument(parameter))}`"
    takes = f" {_cell(parameter.metavar)}" if parameter.metavar else ""
    return ", ".join(f"`{option}{takes}`" for option in parameter.opts)


def _default(parameter: Any) -> str:
    silent = parameter.default in (None, False, ()) or callable(parameter.default) or parameter.required
    default = getattr(parameter.default, "value", parameter.default)
    variable = f" Variable: `{parameter.envvar}`." if getattr(parameter, "envvar", None) else ""
    if parameter.required and not _is_argument(parameter):
        return f" Has to be given.{variable}"
    return variable if silent else f" Default: `{default}`.{variable}"


def contract() -> Iterator[str]:
    """Every field of the public JSON, from its schema."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    yield from ("| field | type | meaning | always there |", "|---|---|---|---|")
    yield from _fields(schema, schema["$defs"], "")


def _fields(node: dict[str, Any], named: dict[str, Any], above: str) -> Iterator[str]:
    for name, told in node.get("properties", {}).items():
        field = named[told["$ref"].split("/")[-1]] | told if "$ref" in told else told
        inner = field.get("items")
        inner = named[inner["$ref"].split("/")[-1]] if isinstance(inner, dict) and "$ref" in inner else inner
        listed = isinstance(inner, dict) and bool(inner.get("properties"))
        path = f"{above}{name}" + ("[]" if listed else "")
        always = "yes" if name in node.get("required", ()) else ""
        yield f"| `{path}` | {_type(field)} | {_cell(_meaning(field))} | {always} |"
        yield from _fields(inner if listed else field, named, f"{path}.")


def _type(field: dict[str, Any]) -> str:
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    return "[start, end]" if "prefixItems" in field else str(field["type"])


def _meaning(field: dict[str, Any]) -> str:
    known = field.get("enum")
    return field["description"] + (": " + ", ".join(known) if known else "")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def reliability() -> Iterator[str]:
    """By fifths of confidence: how sure readings were said to be, and how many were right."""
    yield "| confidence | readings | said on average | right | |"
    yield "|---|--:|--:|--:|---|"
    for told in json.loads(CONFIDENCE.read_text("utf-8"))["reliability"]:
        bar = "█" * round(20 * told["right"])
        span = f"{told['from']:.1f} to {told['from'] + 0.2:.1f}"
        yield f"| {span} | {told['readings']} | {told['said']:.2f} | {told['right']:.2f} | {bar} |"


def exported() -> Iterator[str]:
    """Every table of an export with its fields."""
    for table in EXPORTED:
        yield from (f"### {table.name}", "", table.meaning, "", "| field | type | meaning |", "|---|---|---|")
        yield from (f"| `{field.name}` | {field.type} | {_cell(field.meaning)} |" for field in table.fields)
        yield ""


def assumptions() -> Iterator[str]:
    """Every number that the outlook assumes."""
    yield from ("| name | low | middle | high | unit | mark | source |", "|---|--:|--:|--:|---|---|---|")
    for told in load_assumptions().listed:
        band = " | ".join(f"{end:,.10g}" for end in (told.band.low, told.band.middle, told.band.high))
        yield f"| `{told.name}` | {band} | {told.unit} | {told.mark} | {_cell(told.source)} |"


# In the order in which news goes through them, then what stands below and around them.
ROOMS = (
    *("sources", "documents", "trackers", "claims", "stories", "record", "folding", "outlook", "publish"),
    *("model", "errors", "lexicon", "db", "pipeline", "cli", "client", "demo"),
)


def rooms() -> Iterator[str]:
    """Every room with the first line of its docstring, and the rooms within it."""
    yield from ("| room | what it is for |", "|---|---|")
    there = {path.stem for path in PACKAGE.iterdir() if not path.name.startswith(("_", "py."))}
    if there != set(ROOMS):
        raise SystemExit(f"ROOMS in docs/generate.py and src/cellwire differ in {sorted(there ^ set(ROOMS))}")
    for room in ROOMS:
        folder = PACKAGE / room
        yield f"| `{room}` | {_first_line(folder)} |"
        within = sorted(each.parent for each in folder.glob("*/__init__.py"))
        yield from (f"| `{room}/{each.name}` | {_first_line(each)} |" for each in within if room != "demo")


# The design notes, in the same order.
NOTES_OF = ROOT / "docs" / "design"
NOTES = ("sources", "documents", "claims", "record", "outlook", "store", "brief", "desk")


def questions() -> Iterator[str]:
    """The pages of the design notes, each with how many questions it answers, the first and the last of them."""
    there = {page.stem for page in NOTES_OF.glob("*.md")}
    if there != set(NOTES):
        raise SystemExit(f"NOTES in docs/generate.py and docs/design differ in {sorted(there ^ set(NOTES))}")
    for page in (NOTES_OF / f"{note}.md" for note in NOTES):
        told = page.read_text("utf-8")
        asked = re.findall(r"^## (.+)$", told, re.MULTILINE)
        title = told.partition("\n")[0].removeprefix("# Design notes: ").capitalize()
        yield f"- [{title}](design/{page.name}): {len(asked)} questions, from “{asked[0]}” to “{asked[-1]}”"


def _first_line(room: Path) -> str:
    module = room / "__init__.py" if room.is_dir() else room.with_suffix(".py")
    return (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").partition("\n")[0].replace("|", "\\|")


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "assumptions": assumptions,
    "commands": commands,
    "contract": contract,
    "export": exported,
    "questions": questions,
    "reliability": reliability,
    "rooms": rooms,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
