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

# Reading goes through these in turn: each imports those before it only.
CLAIMS = (
    "gates",
    "figures",
    "scene",
    "actors",
    "reading",
    "clauses",
    "kinds",
    "voice",
    "bundling",
    "slots",
    "evidence",
)


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


@pytest.mark.parametrize("path", sorted((SRC / "claims").rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_reading_goes_one_way(path: Path) -> None:
    room, *_ = path.relative_to(SRC / "claims").parts
    before = CLAIMS[: CLAIMS.index(room)] if room in CLAIMS else (*CLAIMS, "developments")

    for module in imported(path):
        _, stage, *inside = module.split(".")
        if stage == "claims" and inside[0] != room:
            assert inside[0] in before, f"claims/{room} comes before {inside[0]}"
            assert len(inside) == 1, f"import cellwire.claims.{inside[0]}, not {module}"


def test_the_rooms_form_no_circle() -> None:
    reached: set[str] = set()
    while ready := {room for room, below in MAY_IMPORT.items() if room not in reached and below <= reached}:
        reached |= ready

    assert reached == set(MAY_IMPORT)
