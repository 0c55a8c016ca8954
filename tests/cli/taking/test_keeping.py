"""`cellwire backup` and `restore`: whole, into an empty database, and never over a file by accident."""

import re
from pathlib import Path

from cli.conftest import Cellwire

TABLES = ("facilities", "stories", "companies")


def test_a_restored_database_tells_the_same(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    before = [cellwire(table, "--format", "jsonl").out for table in TABLES]

    assert "1 capture" in cellwire("backup", "b.cellwire").out
    assert "1 capture" in cellwire("restore", "b.cellwire", "--db", "new.db").out
    assert [cellwire(table, "--format", "jsonl", "--db", "new.db").out for table in TABLES] == before


def test_a_small_backup_holds_more_than_nothing(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    assert re.search(r"0 followed sources, (?!0\.0)[.\d]+ kB$", cellwire("backup", "b.cellwire").out.strip())


def test_a_backup_replaces_no_file_unasked(cellwire: Cellwire, news: Path, tmp_path: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    (tmp_path / "b.cellwire").write_text("my only copy")

    assert cellwire("backup", "b.cellwire").code == 2
    assert (tmp_path / "b.cellwire").read_text() == "my only copy"
    assert cellwire("backup", "b.cellwire", "--force").code == 0


def test_only_an_empty_database_is_filled(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    cellwire("backup", "b.cellwire")
    ended = cellwire("restore", "b.cellwire")

    assert ended.code == 1
    assert "holds something already" in ended.err


def test_there_is_nothing_to_back_up_without_a_database(cellwire: Cellwire, tmp_path: Path) -> None:
    assert cellwire("backup", "b.cellwire").code == 2
    assert list(tmp_path.iterdir()) == []
