"""The tables: filters, forms, empty states, and cells that a spreadsheet does not run."""

import csv
import io
import json
from pathlib import Path

import pytest

from cellwire.publish import harmless
from cli.conftest import Cellwire

TABLES = ("facilities", "deals", "rumours", "companies", "stories")


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_record_says_what_to_do(cellwire: Cellwire, tmp_path: Path, table: str) -> None:
    ended = cellwire(table)

    assert ended.code == 0
    assert ended.out == f"No {table} yet: nothing that was read tells of any. To read more: cellwire import news/\n"
    assert not (tmp_path / "cellwire.db").exists()


@pytest.mark.parametrize("table", TABLES)
def test_a_day_before_all_news_is_no_empty_record(cellwire: Cellwire, demo: Path, table: str) -> None:
    ended = cellwire(table, "--db", str(demo / "cellwire.db"), "--as-of", "2020-01-01")

    assert ended.code == 0
    assert ended.out == f"No {table} by 2020-01-01. Without --as-of what stands today is listed.\n"


def test_a_country_may_be_written_as_the_eu_writes_it(cellwire: Cellwire, demo: Path) -> None:
    db = ("--db", str(demo / "cellwire.db"))

    assert "Sunderland" in cellwire("facilities", "--country", "uk", *db).out


@pytest.mark.parametrize("words", [("facilities",), ("week",), ("changes", "--since", "2022-12-11"), ("rebuild",)])
def test_a_database_that_is_named_and_not_there_is_refused(cellwire: Cellwire, words: tuple[str, ...]) -> None:
    ended = cellwire(*words, "--db", "celwire.db")

    assert ended.code == 2
    assert "celwire.db: no such file" in ended.err
    assert not Path("celwire.db").exists()


@pytest.mark.parametrize("table", TABLES)
def test_every_form_tells_of_the_same_things(cellwire: Cellwire, demo: Path, table: str) -> None:
    db = ("--db", str(demo / "cellwire.db"))
    listed = cellwire(table, *db).out
    separated = rows(cellwire(table, *db, "--format", "csv").out)
    told = [json.loads(line) for line in cellwire(table, *db, "--format", "jsonl").out.splitlines()]

    assert [row["id"] for row in separated] == [thing["id"] for thing in told]
    assert told
    assert all(thing["id"] in listed for thing in told)


@pytest.mark.parametrize(
    ("words", "column", "expected"),
    [
        (("facilities", "--country", "gb"), "country", {"GB"}),
        (("facilities", "--status", "construction"), "status", {"construction"}),
        (("facilities", "--status", "Construction"), "status", {"construction"}),
        (("deals", "--kind", "supply"), "kind", {"supply"}),
        (("stories", "--kind", "facility"), "kind", {"facility"}),
        (("companies", "--company", "catl"), "id", {"catl"}),
    ],
)
def test_a_filter_leaves_what_fits(
    cellwire: Cellwire, demo: Path, words: tuple[str, ...], column: str, expected: set[str]
) -> None:
    found = rows(cellwire(*words, "--db", demo / "cellwire.db", "--format", "csv").out)

    assert {row[column] for row in found} == expected


def test_a_supply_deal_is_listed_with_its_volume(cellwire: Cellwire, demo: Path) -> None:
    found = rows(cellwire("deals", "--company", "Honda", "--db", demo / "cellwire.db", "--format", "csv").out)

    assert "123 GWh" in {row["value"] for row in found}


def test_a_day_leaves_what_was_told_since(cellwire: Cellwire, demo: Path) -> None:
    found = rows(cellwire("stories", "--since", "2022-12-11", "--db", demo / "cellwire.db", "--format", "csv").out)

    assert found
    assert all(row["last told"] >= "2022-12-11" for row in found)


def test_the_record_can_be_seen_as_it_was(cellwire: Cellwire, demo: Path) -> None:
    def ids(*words: str) -> set[str]:
        return {row["id"] for row in rows(cellwire("stories", *words, "--format", "csv").out)}

    db = ("--db", str(demo / "cellwire.db"))
    early, late, never = (ids(*db, "--as-of", day) for day in ("2022-11-27", "2022-12-31", "2022-01-01"))

    assert early
    assert len(early) < len(late)
    assert not never


def test_a_filter_that_fits_nothing_says_so(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("facilities", "--country", "AQ", "--db", demo / "cellwire.db")

    assert ended.code == 0
    assert ended.out.startswith("None of ")


def test_an_unknown_status_is_refused_with_the_known_ones(cellwire: Cellwire) -> None:
    ended = cellwire("facilities", "--status", "exploded")

    assert ended.code == 2
    assert "mothballed" in ended.err


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "12 GWh/yr", "CATL – Chery", "a=b"])
def test_a_cell_of_words_stays(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_name_from_the_news_cannot_become_a_formula(cellwire: Cellwire, tmp_path: Path) -> None:
    from cellwire.cli.asking.options import Layout
    from cellwire.cli.laying.tables import Column, print_rows

    written = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", written)
        print_rows(["=cmd|x", 'a "b", c'], [Column("name", str)], layout=Layout.CSV, empty="")

    assert written.getvalue() == 'name\n\'=cmd|x\n"a ""b"", c"\n'


@pytest.mark.parametrize(
    "words",
    [
        ["facilities"],
        ["deals"],
        ["rumours"],
        ["companies"],
        ["stories"],
        ["search", "battery"],
        ["show", "x"],
        ["outlook"],
    ],
)
def test_every_list_tells_what_was_known_on_a_day(cellwire: Cellwire, news: Path, words: list[str]) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    ended = cellwire(*words, "--as-of", "2022-12-18")

    assert "Volta" not in ended.out
    assert "Debrecen" not in ended.out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "words", [*TABLES, "outlook --by plant", "changes --since 2022-12-11", "search battery", "show catl"]
)
def test_a_table_parts_no_word_and_no_id_however_narrow_the_screen(
    cellwire: Cellwire, demo: Path, monkeypatch: pytest.MonkeyPatch, words: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    narrow = cellwire(*words.split(), "--db", demo / "cellwire.db").out
    monkeypatch.setenv("COLUMNS", "400")
    wide = cellwire(*words.split(), "--db", demo / "cellwire.db").out

    assert set(narrow.split()) <= {
        *wide.split(),
        *(f"{word}:" for word in wide.splitlines()[0].replace("  ", " ").split()),
    }
    assert not [line for line in narrow.splitlines() if line != line.rstrip()], "no blanks at the end of a line"


def test_a_country_is_asked_for_by_its_code(cellwire: Cellwire) -> None:
    ended = cellwire("facilities", "--country", "Hungary")

    assert ended.code == 2
    assert "'Hungary' is no code of a country" in ended.err


def test_silence_is_told_alike_wherever_a_plant_is_looked_up(cellwire: Cellwire, tmp_path: Path) -> None:
    """As far as news was heard of anything: a plan that is the last thing heard is not given up, whatever the day."""
    plan, news = tmp_path / "plan.txt", tmp_path / "news.txt"
    plan.write_text("Voltaryn to build plant\n\nVoltaryn will build a battery cell plant in Győr, Hungary.\n", "utf-8")
    news.write_text("Ardent opens plant\n\nArdent Cells opened its battery cell plant in Kaunas, Lithuania.\n", "utf-8")
    cellwire("import", plan, "--published", "2021-03-01")
    told = [rows(cellwire("facilities", "--format", "csv").out)[0]["status"]]
    cellwire("import", news, "--published", "2023-04-01")
    told += [
        rows(cellwire("facilities", "--format", "csv", *day).out)[0]["status"]
        for day in ((), ("--as-of", "2099-01-01"))
    ]
    cellwire("export", "data", "--format", "csv")
    table = (tmp_path / "data" / "facilities.csv").read_text("utf-8")
    changed = {
        row["name"]: row["to"] for row in rows(cellwire("changes", "--since", "2020-01-01", "--format", "csv").out)
    }

    assert told == ["announced", "shelved (inferred)", "shelved (inferred)"]
    assert "the plant: shelved (inferred)" in cellwire("show", "Győr").out
    assert next((row["status"], row["status_inferred"]) for row in rows(table)) == ("shelved", "true")
    assert changed["Voltaryn, Győr"] == "shelved (inferred)"
    assert "Győr" in cellwire("facilities", "--status", "shelved").out


def test_of_one_entry_no_number_is_told(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    told = "The only one there is does not fit. Without a filter it is listed."
    assert cellwire("facilities", "--country", "FR").out.strip() == told
    assert "None of" not in cellwire("outlook", "--country", "FR").out
