"""Rooms import only the rooms below them, and only by their front door."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "cellwire"

GROUND = {"errors", "model"}
STAGES = {"sources", "documents", "trackers", "claims", "stories", "record"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "lexicon": GROUND,
    **{stage: GROUND | {"lexicon"} for stage in STAGES},
    "outlook": GROUND,
    "db": GROUND,
    "publish": GROUND | {"lexicon", "db", "outlook"},
    "demo": GROUND,
    "folding": GROUND | {"stories", "record", "db"},
    "pipeline": GROUND | STAGES | {"lexicon", "db", "folding"},
    "cli": GROUND | {"lexicon", "pipeline", "publish", "sources", "db", "demo", "outlook"},
    "__main__": {"cli"},
    "client": {"errors"},
    "__init__": {"client"},
}

# Within these rooms stand others in one line: each imports those before it only, and by its front door.
LINES = {
    "claims": (
        *("gates", "figures", "scene", "actors", "reading", "clauses", "gist"),
        *("kinds", "voice", "bundling", "slots", "evidence"),
    ),
    "claims/kinds": (
        *("grid", "built", "goods", "bearing", "lands", "takers", "own_deals", "power"),
        *("facility", "supply", "investment", "partnership", "policy", "market", "technology"),
    ),
    "claims/kinds/facility": ("sign", "papers"),
    "claims/kinds/supply": ("stores",),
    "claims/slots": ("money",),
    "record": ("facts", "deciding", "plants"),
    "documents": ("decoding", "layout", "blocks", "body", "imprint", "readers", "roundups"),
    "sources": ("media", "asking", "pointing", "mailboxes", "archives"),
    "cli": ("printing", "asking", "laying", "taking", "telling"),
    "publish": (
        *("secret", "logbook", "taming", "cells", "land", "contract", "export", "post", "watching", "feeds"),
        *("brief", "alerts", "view", "web", "assistant", "desk"),
    ),
    "publish/brief/gathering": ("picking",),
    "publish/brief/doubting": ("floors", "heading", "against"),
    "publish/brief/telling": ("called",),
    "publish/web": ("templating", "guard", "asked", "drawing", "problems", "traffic", "api", "pages", "app"),
    "publish/brief": (
        *("edition", "check", "wording", "holdings", "matter", "belonging", "gathering", "sameness"),
        *("doubting", "telling", "sifting", "composing", "drawing", "render", "keeping"),
    ),
}
# By its full name, a room by its `__init__`.
MODULES = {
    ".".join(path.relative_to(SRC.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SRC.rglob("*.py"))
}
WITHIN = [(room, path) for room in LINES for path in sorted((SRC / room).rglob("*.py"))]


@cache
def imported(path: Path) -> set[str]:
    """Modules of cellwire that a file imports, at any depth of nesting."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the full path"
            if node.module == "cellwire":
                found |= {f"cellwire.{alias.name}" for alias in node.names if alias.name != "__version__"}
            elif node.module:
                found.add(node.module)
    return {module for module in found if module.startswith("cellwire.")}


def below(room: str, path: Path) -> dict[str, set[str]]:
    """What a file imports within a room: the rooms or modules that stand in it, and what it reaches inside each."""
    front = f"cellwire.{room.replace('/', '.')}."
    found: dict[str, set[str]] = {}
    for module in imported(path):
        if module.startswith(front):
            other, *inside = module.removeprefix(front).split(".")
            found.setdefault(other, set()).update(inside)
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_down(path: Path) -> None:
    room = path.relative_to(SRC).parts[0].removesuffix(".py")
    assert room in MAY_IMPORT, f"{room!r} is new: say in MAY_IMPORT what it may import"

    for module in imported(path):
        _, other, *inside = module.split(".")
        if other != room:
            assert other in MAY_IMPORT[room], f"{room} may not import {other}"
            assert not inside, f"import cellwire.{other}, not {module}"


@pytest.mark.parametrize(("room", "path"), WITHIN, ids=[str(path.relative_to(SRC)) for _, path in WITHIN])
def test_rooms_within_a_room_stand_in_one_line(room: str, path: Path) -> None:
    within, *_ = path.relative_to(SRC / room).with_suffix("").parts
    line = LINES[room]
    before = line[: line.index(within)] if within in line else None  # what is in no line stands behind all of it

    for other in below(room, path):
        if other != within:
            assert before is None or other in before, f"{room}/{within} comes before {other}"


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_rooms_within_a_room_are_entered_by_their_front_door(path: Path) -> None:
    for room, line in LINES.items():
        for other, inside in below(room, path).items():
            if other in line and SRC / room / other not in path.parents:
                assert not inside, f"import cellwire.{room.replace('/', '.')}.{other}, not its {inside}"


def test_every_room_within_a_room_stands_in_its_line() -> None:
    for room, line in LINES.items():
        within = {each.parent.name for each in (SRC / room).glob("*/__init__.py")}
        assert within <= set(line), f"{sorted(within - set(line))} of {room}: say in LINES what they come before"


def test_the_rooms_form_no_circle() -> None:
    reached: set[str] = set()
    while ready := {room for room, below in MAY_IMPORT.items() if room not in reached and below <= reached}:
        reached |= ready

    assert reached == set(MAY_IMPORT)


def run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    """All of a module but the bodies of functions and what only the type checker reads."""
    for child in ast.iter_child_nodes(node):
        is_later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        if not is_later and not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from run_on_import(child)


def named_in(node: ast.AST) -> set[str]:
    """`from room import name` names the module `room.name` where there is one, else the room."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        full = {f"{node.module}.{alias.name}" for alias in node.names}
        return {name if name in MODULES else str(node.module) for name in full}
    return set()


def run_before(module: str) -> set[str]:
    """What Python runs before a module: what that imports and the rooms on the way, but those it stands in itself."""
    named = {name for node in run_on_import(ast.parse(MODULES[module].read_text("utf-8"))) for name in named_in(node)}
    on_the_way = {name[:end] for name in named for end, letter in enumerate(name) if letter == "."}
    passed = {room for room in on_the_way if not f"{module}.".startswith(f"{room}.")}
    return (named | passed) & MODULES.keys()


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter({module: run_before(module) for module in MODULES}).prepare()
    except CycleError as circle:
        pytest.fail(" ← ".join(circle.args[1]))
