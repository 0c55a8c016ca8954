"""Rooms import only the rooms below them, and only by their front door."""

import ast
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
    "db": GROUND,
    "publish": GROUND | {"lexicon", "db"},
    "demo": GROUND,
    "folding": GROUND | {"stories", "record", "db"},
    "pipeline": GROUND | STAGES | {"lexicon", "db", "folding"},
    "cli": GROUND | {"lexicon", "pipeline", "publish", "sources", "db", "demo"},
    "__main__": {"cli"},
    "client": {"errors"},
    "__init__": {"client"},
}

# Within these rooms stand others in one line: each imports those before it only, and by its front door.
LINES = {
    "claims": (
        *("gates", "figures", "scene", "actors", "reading", "clauses"),
        *("kinds", "voice", "bundling", "slots", "evidence"),
    ),
    "record": ("facts", "deciding", "plants"),
    "sources": ("media", "asking", "pointing", "mailboxes", "archives"),
}
WITHIN = [path for room in LINES for path in sorted((SRC / room).rglob("*.py"))]


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


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_down(path: Path) -> None:
    room = path.relative_to(SRC).parts[0].removesuffix(".py")
    assert room in MAY_IMPORT, f"{room!r} is new: say in MAY_IMPORT what it may import"

    for module in imported(path):
        _, other, *inside = module.split(".")
        if other != room:
            assert other in MAY_IMPORT[room], f"{room} may not import {other}"
            assert not inside, f"import cellwire.{other}, not {module}"


@pytest.mark.parametrize("path", WITHIN, ids=lambda path: str(path.relative_to(SRC)))
def test_rooms_within_a_room_stand_in_one_line(path: Path) -> None:
    room, within, *_ = path.relative_to(SRC).with_suffix("").parts
    line = LINES[room]
    before = line[: line.index(within)] if within in line else None  # what is in no line stands behind all of it

    for module in imported(path):
        _, other, *inside = module.split(".")
        if other == room and inside[0] != within:
            assert before is None or inside[0] in before, f"{room}/{within} comes before {inside[0]}"
            assert len(inside) == 1, f"import cellwire.{other}.{inside[0]}, not {module}"


def test_the_rooms_form_no_circle() -> None:
    reached: set[str] = set()
    while ready := {room for room, below in MAY_IMPORT.items() if room not in reached and below <= reached}:
        reached |= ready

    assert reached == set(MAY_IMPORT)
