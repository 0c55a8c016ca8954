"""What the lock files pin is what pyproject.toml asks for, and nothing in them ties a clone to one package index."""

import re
import tomllib
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
