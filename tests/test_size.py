"""Code stays small enough to be read: the budget of docs/design.md, measured."""

import ast
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cellwire.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "cellwire"
FILES = sorted(SRC.rglob("*.py"))

MODULE_LINES = 600
FUNCTION_LINES = 60
PARAMETERS = 6
ROOM_MODULES = 12  # without its `__init__` and without the rooms within it

# Rooms that had grown past a dozen modules when they were first counted. A ceiling may only sink.
CROWDED = {
    "claims/slots": 28,
    "claims/kinds/facility": 21,
    "publish/brief/gathering": 19,
    "claims/actors": 20,
    "model": 20,
    "db": 19,
    "claims/bundling": 17,
    "claims/figures": 16,
    "documents/roundups": 15,
    "lexicon": 15,
    "claims/kinds/investment": 14,
    "publish/brief/telling": 13,
    "claims/kinds/supply": 13,
    "stories": 13,
}

AT_THE_TOP = {
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"),
    *(".ci", ".gitattributes", ".gitignore", "benchmarks", "deploy", "docs", "src", "tests"),
}

# Commands import what they use when they run, so that `--help` and `--version` answer at once; a library that few
# inputs need is imported by the function that needs it.
IMPORTED_INSIDE = {
    "cellwire.cli",
    "cellwire.db",
    "cellwire.demo",
    "cellwire.lexicon",
    "cellwire.outlook",
    "cellwire.pipeline",
    "cellwire.publish",
    "cellwire.sources",
    "brotli",
    "charset_normalizer",
    "fastwarc",
    "feedparser",
    "htmldate",
    "pypdfium2",
    "py3langid",
    "resiliparse",
    "pyarrow",
    "rich",
    "trafilatura",
    "urllib",
    "uvicorn",
    "weasyprint",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    assert function.end_lineno
    return function.end_lineno - function.lineno + 1


def is_a_command(path: Path, function: Function) -> bool:
    """A command's parameters are its options: the command line names them, nobody counts them by position."""
    return "cli" in path.relative_to(SRC).parts and function.name in {command.__name__ for _, command, _ in COMMANDS}


def parameters(function: Function) -> list[ast.arg]:
    arguments = function.args
    own = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [argument for argument in own if argument.arg not in ("self", "cls")]


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))


@each_file
def test_a_module_fits_a_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES


def test_a_room_has_a_dozen_modules_or_no_more_than_it_had() -> None:
    counted = Counter(path.parent.relative_to(SRC).as_posix() for path in FILES if path.name != "__init__.py")
    crowded = {room: modules for room, modules in counted.items() if modules > ROOM_MODULES}
    grown = {room: modules for room, modules in crowded.items() if modules > CROWDED.get(room, ROOM_MODULES)}

    assert not grown, "make rooms within it, in one line of tests/test_imports.py"
    assert crowded == CROWDED, "it has fewer now: let its ceiling sink, or leave it out at a dozen"


@each_file
def test_a_function_fits_a_screen(path: Path) -> None:
    too_long = {function.name: length(function) for function in functions(path) if length(function) > FUNCTION_LINES}

    assert not too_long


@each_file
def test_a_function_asks_for_little(path: Path) -> None:
    asking = [f for f in functions(path) if len(parameters(f)) > PARAMETERS and not is_a_command(path, f)]

    assert not [function.name for function in asking]


@each_file
def test_every_argument_and_answer_has_a_type(path: Path) -> None:
    untyped = [
        function.name
        for function in functions(path)
        if function.returns is None or any(argument.annotation is None for argument in parameters(function))
    ]

    assert not untyped


@each_file
def test_every_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))

    assert docstring, "say in a sentence what the module is for"
    assert docstring.split("\n")[0].rstrip().endswith((".", ":")), docstring.split("\n")[0]


@each_file
def test_imports_stand_at_the_top(path: Path) -> None:
    inside = {
        module
        for function in functions(path)
        for node in ast.walk(function)
        for module in modules(node)
        if not any(module == known or module.startswith(f"{known}.") for known in IMPORTED_INSIDE)
    }

    assert not inside, "move to the top, or say in IMPORTED_INSIDE why not"


def modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "cellwire" else [node.module]
    return []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout: nobody says what is kept")
def test_nothing_is_kept_at_the_top_that_nobody_knows() -> None:
    kept = subprocess.run(["git", "-C", ROOT, "ls-files"], check=True, capture_output=True, text=True).stdout
    assert {path.split("/")[0] for path in kept.splitlines()} == AT_THE_TOP
