"""What the lock files pin is what pyproject.toml asks for, and nothing in them ties a clone to one package index."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = ("requirements.lock", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]])
DEVELOP = ("requirements-dev.lock", [*RUN[1], *PROJECT["dependency-groups"]["dev"]])


def folded(requirement: str) -> str:
    matched = re.match(r"[\w.-]+", requirement)
    assert matched, requirement
    return re.sub(r"[-_.]+", "-", matched[0]).lower()


def pinned(name: str) -> set[str]:
    return {folded(line) for line in (ROOT / name).read_text("utf-8").splitlines()}


def imported() -> set[str]:
    """Distributions that the package imports, wherever in a module."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.split(".")[0] for name in names}
    belongs = packages_distributions()
    return {folded(belongs[name][0]) for name in found - sys.stdlib_module_names - {"cellwire", ""}}


def test_what_is_imported_is_asked_for_and_not_left_to_others() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    asked = chain(PROJECT["project"]["dependencies"], *extras)

    assert not imported() - {folded(requirement) for requirement in asked}


@pytest.mark.parametrize(("lock", "asked"), [RUN, DEVELOP])
def test_every_dependency_is_pinned(lock: str, asked: list[str]) -> None:
    missing = {folded(requirement) for requirement in asked} - pinned(lock)

    assert not missing, "run: make lock"


@pytest.mark.parametrize("lock", [RUN[0], DEVELOP[0]])
def test_a_lock_line_is_a_name_and_an_exact_version(lock: str) -> None:
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line), line


def test_development_adds_to_what_runs_and_changes_nothing() -> None:
    run, develop = ((ROOT / lock).read_text("utf-8").splitlines() for lock in (RUN[0], DEVELOP[0]))

    assert not set(run) - set(develop)
