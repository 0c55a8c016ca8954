"""An export: every value with its words, harmless, described, and the same bytes every time."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from cellwire.cli.laying.standing import state_of
from cellwire.errors import BadOption, FileUnwritable
from cellwire.lexicon import load_lexicon
from cellwire.model import GROUPS, Known, Record, Status, Story
from cellwire.outlook import By, load_assumptions, look_ahead, pipeline_by
from cellwire.publish import TABLES, ExportForm, export_record
from cellwire.publish.export import forms
from cellwire.publish.export.entries import _vocabularies

ALL = list(ExportForm)
Told = tuple[Record, tuple[Story, ...]]


@pytest.fixture(scope="session")
def told(demo: Path) -> Told:
    return state_of(str(demo / "cellwire.db"), None)


@pytest.fixture(scope="session")
def folder(told: Told, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    export_record(*told, folder, forms=ALL)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def test_the_same_record_gives_the_same_bytes(told: Told, folder: Path, tmp_path: Path) -> None:
    export_record(*told, tmp_path, forms=ALL)

    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == written
    assert len(written) == 3 * len(TABLES) + 2  # the map and the package


def test_a_deal_has_the_volume_it_is_about(folder: Path) -> None:
    volumes = {(deal["volume"], deal["volume_unit"]) for deal in rows(folder / "deals.csv")}

    assert ("123", "GWh") in volumes


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_all_forms_hold_the_same_rows(table: Any, folder: Path) -> None:
    separated = rows(folder / f"{table.name}.csv")
    told = list(lines(folder / f"{table.name}.jsonl"))
    columnar = parquet.read_table(folder / f"{table.name}.parquet").to_pylist()

    assert len(separated) == len(told) == len(columnar) > 0
    for text, said, column in zip(separated, told, columnar, strict=True):
        assert list(text) == list(column) == table.names
        assert {name for name, cell in column.items() if cell is not None} == set(said)
        assert {name for name, cell in text.items() if cell} == {name for name, cell in said.items() if cell != ""}
        days = {name: str(cell) if isinstance(cell, date) else cell for name, cell in column.items()}
        assert {name: cell for name, cell in days.items() if cell is not None} == said


def test_a_step_without_a_date_tells_none(folder: Path) -> None:
    dates = [row.get("when") for row in lines(folder / "timeline.jsonl")]

    assert None in dates
    assert "" not in dates


@pytest.mark.parametrize("table", [table for table in TABLES if table.key], ids=lambda table: table.name)
def test_a_key_tells_rows_apart(table: Any, folder: Path) -> None:
    keys = [tuple(row[name] for name in table.key) for row in rows(folder / f"{table.name}.csv")]

    assert all(all(key) for key in keys)
    assert len(set(keys)) == len(keys)


def test_every_value_of_the_record_is_told_with_its_words(told: Told, folder: Path) -> None:
    record, _ = told
    facts = rows(folder / "facts.csv")

    values = [
        (thing.id, fact.attribute, support.value.text)
        for thing in (*record.facilities, *record.deals)
        for part in (*getattr(thing, "phases", ()), thing)
        for fact in part.facts
        for support in fact.supports
    ]
    assert {(row["id"], row["attribute"], row["value"]) for row in facts} == set(values)
    assert all(row["quote"] and row["document"] and row["captured"] for row in facts)
    assert len([row for row in facts if row["rank"] == "1"]) >= len({value[:2] for value in values})


def test_a_plant_has_the_chosen_value_of_its_facts(folder: Path) -> None:
    chosen = [row for row in rows(folder / "facts.csv") if row["rank"] == "1" and row["entry"] == "facility"]
    numbers = {
        (row["id"], row["number"], row["unit"]) for row in chosen if row["attribute"].startswith(("capacity", "output"))
    }
    plants = [row for row in rows(folder / "facilities.csv") if row["capacity"]]

    assert plants
    assert {(row["id"], row["capacity"], row["capacity_unit"]) for row in plants} <= numbers


def test_the_map_holds_every_plant_with_a_place(folder: Path) -> None:
    shown = json.loads((folder / "facilities.geojson").read_text("utf-8"))["features"]
    placed = [row for row in rows(folder / "facilities.csv") if row["lat"]]

    assert [each["properties"]["id"] for each in shown] == [row["id"] for row in placed]
    for feature, row in zip(shown, placed, strict=True):
        assert feature["geometry"]["coordinates"] == [float(row["lon"]), float(row["lat"])]


def test_the_package_describes_every_file(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    described = {each["path"]: each for each in package["resources"]}

    assert set(described) == {path.name for path in folder.iterdir()} - {"datapackage.json"}
    for name, resource in described.items():
        content = (folder / name).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        if name.endswith(".csv"):
            assert [field["name"] for field in resource["schema"]["fields"]] == list(rows(folder / name)[0])


def test_since_leaves_what_was_told_then_or_later(told: Told, tmp_path: Path) -> None:
    export_record(*told, tmp_path, forms=[ExportForm.CSV], since=date(2022, 12, 11))

    assert {row["last_told"] >= "2022-12-11" for row in rows(tmp_path / "facilities.csv")} == {True}
    assert {(row["published"] or row["captured"]) >= "2022-12-11" for row in rows(tmp_path / "facts.csv")} == {True}
    assert rows(tmp_path / "companies.csv")


def test_no_cell_is_a_formula(told: Told, tmp_path: Path) -> None:
    record, stories = told
    plant = replace(record.facilities[0], name='=HYPERLINK("https://evil.example")')
    export_record(replace(record, facilities=(plant,)), stories, tmp_path, forms=[ExportForm.CSV, ExportForm.JSONL])

    assert rows(tmp_path / "facilities.csv")[0]["name"] == "'" + plant.name
    assert next(lines(tmp_path / "facilities.jsonl"))["name"] == plant.name  # a program runs no formula


def test_an_empty_record_gives_tables_without_rows(tmp_path: Path) -> None:
    assert set(export_record(Record(None), (), tmp_path, forms=ALL).values()) == {0}
    assert json.loads((tmp_path / "facilities.geojson").read_text("utf-8"))["features"] == []


def test_a_file_that_cannot_be_written_is_named_and_the_old_one_stays(told: Told, tmp_path: Path) -> None:
    export_record(*told, tmp_path, forms=[ExportForm.CSV])
    (tmp_path / "deals.csv").unlink()
    (tmp_path / "deals.csv").mkdir()
    before = (tmp_path / "facts.csv").read_bytes()

    with pytest.raises(FileUnwritable, match=r"deals\.csv: cannot be written"):
        export_record(*told, tmp_path, forms=[ExportForm.CSV])
    assert (tmp_path / "facts.csv").read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_parquet_without_its_library_is_refused_before_anything_is_written(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "find_spec", lambda name: None)

    with pytest.raises(BadOption, match=r"\.\[parquet\]"):
        export_record(*told, tmp_path / "new", forms=ALL)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("tracker", ["gem", "cim"])
def test_every_status_has_a_word_in_other_trackers(tracker: str) -> None:
    words = _vocabularies()[tracker]

    assert set(words) == set(map(str, Status)) == set(map(str, GROUPS))


def test_the_outlook_adds_up_to_what_the_command_prints(told: Told, folder: Path) -> None:
    record, _ = told
    day = max(plant.last_told for plant in record.facilities)
    seen = look_ahead(record.facilities, load_assumptions(), day=day, known=Known(load_lexicon().organisations))
    by_year = {each.key: each.announced.middle for each in pipeline_by(seen.tranches, By.YEAR)}
    written = list(lines(folder / "outlook.jsonl"))

    for year, announced in by_year.items():
        assert sum(row["gwh"] for row in written if str(row["start"]) == year) == pytest.approx(announced)
    assert {row["facility"] for row in written} <= {row["id"] for row in lines(folder / "facilities.jsonl")}


def test_the_outlook_of_a_past_day_is_seen_from_that_day(told: Told, tmp_path: Path) -> None:
    record, stories = told
    late = datetime(2031, 6, 1, tzinfo=UTC)

    export_record(replace(record, as_of=late), stories, tmp_path, forms=[ExportForm.JSONL])

    assert {row["start"] for row in lines(tmp_path / "outlook.jsonl") if row["status"] != "operating"} == {2031}
