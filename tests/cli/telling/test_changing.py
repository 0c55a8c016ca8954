"""`cellwire changes` on the bundled weeks."""

import csv
import io
from pathlib import Path

from cli.conftest import Cellwire


def test_the_changes_of_a_week_carry_their_words(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("changes", "--since", "2022-12-11", "--db", demo / "cellwire.db", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ended.out)))

    assert ended.code == 0
    assert rows
    assert all(row["quote"] and row["to"] and row["from"] != row["to"] for row in rows)
    assert rows == sorted(rows, key=lambda row: row["said"], reverse=True)


def test_nothing_changes_after_the_last_day(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("changes", "--since", "2030-01-01", "--db", demo / "cellwire.db")

    assert ended.out == "Nothing changed since 2030-01-01.\n"


def test_a_span_that_ends_before_it_begins_is_refused(cellwire: Cellwire) -> None:
    ended = cellwire("changes", "--since", "2022-12-11", "--as-of", "2022-12-01")

    assert ended.code == 2
    assert "lies before --since 2022-12-11" in ended.err
