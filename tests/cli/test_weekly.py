"""`cellwire week` and `cellwire demo`: where the brief lies, its forms, and weeks without news."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cellwire


def test_the_demo_leaves_a_brief_and_a_record(demo: Path) -> None:
    assert {path.name for path in demo.iterdir()} >= {
        "brief-2022-12-17.html",
        "brief-2022-12-17.md",
        "cellwire.db",
    }
    assert "<script" not in (demo / "brief-2022-12-17.html").read_text("utf-8")


def test_the_demo_twice_writes_the_same_brief(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    for _ in range(2):
        ended = cellwire("demo", "--out", tmp_path / "own")
        assert ended.code == 0
        assert "brief-2022-12-17.html" in ended.out.splitlines()[-3]

        for name in ("brief-2022-12-17.html", "brief-2022-12-17.md"):
            assert (tmp_path / "own" / name).read_bytes() == (demo / name).read_bytes()


def test_a_week_is_written_from_what_was_imported(cellwire: Cellwire, news: Path, tmp_path: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    ended = cellwire("week", "--ending", "2022-12-17", "--out", tmp_path / "briefs")

    assert ended.code == 0
    assert "12 GWh" in (tmp_path / "briefs" / "brief-2022-12-17.md").read_text("utf-8")
    assert "Debrecen" in ended.out


def test_the_week_of_the_latest_news_is_meant_where_none_is_named(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    assert "brief-2022-12-17.html" in cellwire("week").out


@pytest.mark.parametrize("form", ["html", "markdown", "json", "text"])
def test_a_form_can_be_piped_on(cellwire: Cellwire, demo: Path, form: str) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--format", form, "--out", "-")

    assert ended.code == 0
    assert ended.out
    if form == "json":
        assert json.loads(ended.out)


def test_a_sponsor_is_marked(cellwire: Cellwire, demo: Path) -> None:
    words = ("week", "--db", demo / "cellwire.db", "--format", "markdown", "--out", "-")

    assert "Example Solvents" in cellwire(*words, "--sponsor", "Example Solvents").out
    assert "ponsor" not in cellwire(*words).out


def test_a_week_without_news_says_so(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--ending", "2020-01-04", "--out", tmp_path)

    assert ended.code == 0
    assert "no news" in ended.out.lower()


def test_a_record_without_news_makes_no_brief(cellwire: Cellwire, tmp_path: Path) -> None:
    ended = cellwire("week")

    assert ended.code == 2
    assert "cellwire import" in ended.err
    assert not (tmp_path / "brief").exists()


def test_a_folder_that_cannot_be_written_is_named(cellwire: Cellwire, demo: Path, news: Path) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--out", news)

    assert ended.code == 2
    assert "news.txt" in ended.err
