"""`cellwire import` and `rebuild`: what is kept, what a second run changes, and that a failed run changes nothing."""

from pathlib import Path

import pytest

from cellwire.db import dump_derived, open_store
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


def test_of_an_empty_folder_it_is_said_that_no_file_is_there(cellwire: Cellwire, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "no file is there" in cellwire("import", "empty").err


@pytest.mark.parametrize(("day", "why"), [("9999-12-31", "lies in the future"), ("0001-01-01", "lies before 1900")])
def test_no_text_came_out_on_a_day_that_nobody_means(cellwire: Cellwire, news: Path, day: str, why: str) -> None:
    (news.parent / "meta.jsonl").write_text(f'{{"id": "news", "published": "{day}"}}\n', "utf-8")

    for words in (("--published", day), ("--meta", "meta.jsonl")):
        ended = cellwire("import", news, *words)

        assert ended.code == 2
        assert f"published {day}: {why}" in ended.err
    assert not (news.parent / "cellwire.db").exists()


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


MAP = 'name = "Plant list"\npublished = 2022-12-01\n[columns]\ncompany = "Owner"\nplace = "City"\ncountry = "Country"\n'


def test_a_tracker_stands_beside_the_news(cellwire: Cellwire, news: Path, tmp_path: Path) -> None:
    plants, columns = tmp_path / "plants.csv", tmp_path / "map.toml"
    plants.write_text("Owner,City,Country\nVolta Cells,Debrecen,Hungary\nVolta Cells,Győr,Hungary\n", "utf-8")
    columns.write_text(MAP, "utf-8")
    cellwire("import", news, "--published", "2022-12-17")

    first = cellwire("import", "--tracker", plants, "--columns", columns)
    again = cellwire("import", "--tracker", plants, "--columns", columns)

    assert first.code == 0
    assert "nothing changes" in again.out
    shown = cellwire("show", "Volta Cells, Debrecen").out
    assert "Plant list" in shown
    assert "“Owner: Volta Cells City: Debrecen Country: Hungary”" in shown
    names = [line.split(",")[1:3] for line in cellwire("facilities", "--format", "csv").out.splitlines()[1:]]
    assert sorted(names) == [['"Volta Cells', ' Debrecen"'], ['"Volta Cells', ' Győr"']]
    with open_store("cellwire.db") as store:
        before = dump_derived(store)
    cellwire("rebuild")
    with open_store("cellwire.db") as store:
        assert dump_derived(store) == before


def test_a_tracker_needs_its_columns_and_an_import_needs_something(cellwire: Cellwire, tmp_path: Path) -> None:
    plants = tmp_path / "plants.csv"
    plants.write_text("Owner,City\nVolta Cells,Debrecen\n", "utf-8")

    assert "--columns MAP.toml" in cellwire("import", "--tracker", plants).err
    assert "cellwire import --tracker FILE.csv --columns MAP.toml" in cellwire("import", plants).err
    assert cellwire("import").code == 2
    assert cellwire("import", "--tracker", plants, "--columns", tmp_path / "no.toml").code == 2
    (tmp_path / "map.toml").write_text(MAP.replace('country = "Country"\n', ""), "utf-8")
    for option, value in (("--published", "2022-12-17"), ("--meta", "no.jsonl")):
        refused = cellwire("import", "--tracker", plants, "--columns", "map.toml", option, value)
        assert (refused.code, option in refused.err) == (2, True)
