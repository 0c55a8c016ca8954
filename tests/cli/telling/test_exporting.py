"""`cellwire export`: what it says, what it refuses."""

from pathlib import Path

from cli.conftest import Cellwire


def test_the_record_is_written_as_tables(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    ended = cellwire("export", tmp_path / "data", "--db", demo / "cellwire.db", "--format", "csv")

    assert ended.code == 0
    assert "facts" in ended.out
    assert (tmp_path / "data" / "facts.csv").exists()
    assert not (tmp_path / "data" / "facts.jsonl").exists()


def test_the_past_is_exported_as_it_was(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    db = demo / "cellwire.db"
    cellwire("export", tmp_path / "now", "--db", db, "--format", "csv")
    cellwire("export", tmp_path / "then", "--db", db, "--format", "csv", "--as-of", "2022-12-03")

    now, then = ((tmp_path / each / "facts.csv").read_text("utf-8").splitlines() for each in ("now", "then"))
    assert len(now) > len(then) > 1


def test_an_unknown_form_and_an_empty_record_are_refused(cellwire: Cellwire, demo: Path) -> None:
    unknown = cellwire("export", "data", "--format", "xls", "--db", demo / "cellwire.db")
    empty = cellwire("export", "data")

    assert (unknown.code, empty.code) == (2, 2)
    assert "known: csv, jsonl, parquet, geojson" in unknown.err
    assert "import something" in empty.err
    assert not Path("data").exists()


def test_what_an_earlier_export_left_is_named(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    folder, db = tmp_path / "data", demo / "cellwire.db"
    whole = cellwire("export", folder, "--db", db, "--format", "csv", "--format", "geojson")
    part = cellwire("export", folder, "--db", db, "--format", "csv", "--since", "2022-12-11")

    assert not whole.err
    assert part.err == f"{folder} also holds 1 file of an earlier export: facilities.geojson\n"


def test_a_day_before_all_news_is_no_empty_record(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    ended = cellwire("export", tmp_path / "then", "--db", demo / "cellwire.db", "--as-of", "2020-01-01")

    assert ended.code == 2
    assert "nothing had been captured by 2020-01-01" in ended.err
