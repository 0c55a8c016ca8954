"""`cellwire import` and `rebuild`: what is kept, what a second run changes, and that a failed run changes nothing."""

from pathlib import Path

import pytest

from cli.conftest import Cellwire


def test_what_is_imported_stands_in_the_record(cellwire: Cellwire, news: Path) -> None:
    ended = cellwire("import", news, "--published", "2022-12-17")

    assert ended.code == 0
    assert "1 capture (1 new)" in ended.out
    assert "Debrecen" in cellwire("facilities").out


def test_the_same_file_twice_changes_nothing(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    before = [cellwire(table, "--format", "jsonl").out for table in ("facilities", "deals", "stories", "companies")]
    ended = cellwire("import", news, "--published", "2022-12-17")
    after = [cellwire(table, "--format", "jsonl").out for table in ("facilities", "deals", "stories", "companies")]

    assert ended.code == 0
    assert "nothing changes" in ended.out
    assert before == after


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "pictures"])
def test_what_cannot_be_read_leaves_no_trace(cellwire: Cellwire, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    ended = cellwire("import", name)

    assert ended.code > 0
    assert name in ended.err
    assert not (tmp_path / "cellwire.db").exists()


def test_a_bad_path_among_good_ones_stops_the_run_before_it_begins(cellwire: Cellwire, news: Path) -> None:
    ended = cellwire("import", news, "missing.txt")

    assert ended.code == 2
    assert not (news.parent / "cellwire.db").exists()


def test_a_record_derived_anew_is_the_same(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    before = cellwire("facilities", "--format", "jsonl").out + cellwire("stories", "--format", "jsonl").out
    ended = cellwire("rebuild")

    assert ended.code == 0
    assert before == cellwire("facilities", "--format", "jsonl").out + cellwire("stories", "--format", "jsonl").out


def test_there_is_nothing_to_rebuild_without_a_database(cellwire: Cellwire, tmp_path: Path) -> None:
    ended = cellwire("rebuild")

    assert ended.code == 2
    assert "cellwire.db" in ended.err
    assert not (tmp_path / "cellwire.db").exists()


def test_the_database_can_be_named_by_a_variable(
    cellwire: Cellwire, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CELLWIRE_DB", "team.db")
    cellwire("import", news)

    assert (tmp_path / "team.db").exists()


def test_a_file_that_is_no_database_is_left_alone(cellwire: Cellwire, news: Path) -> None:
    before = news.read_bytes()
    ended = cellwire("facilities", "--db", news)

    assert ended.code == 1
    assert "not a database" in ended.err
    assert news.read_bytes() == before
