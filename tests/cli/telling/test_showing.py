"""`cellwire show`: by id and by name, everything with its quote, and help where a name fits several."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cellwire


@pytest.mark.parametrize("table", ["facilities", "deals", "rumours", "companies", "stories"])
def test_every_entry_of_every_table_can_be_shown(cellwire: Cellwire, demo: Path, table: str) -> None:
    db = ("--db", str(demo / "cellwire.db"))
    things = [json.loads(line) for line in cellwire(table, *db, "--format", "jsonl").out.splitlines()]
    for thing in things[:6]:
        ended = cellwire("show", thing["id"], *db)

        assert ended.code == 0
        assert ended.out.startswith(thing.get("name") or thing["headline"])
        assert (
            cellwire("show", thing["id"], *db, "--json").out == json.dumps(thing, ensure_ascii=False, indent=2) + "\n"
        )


def test_a_plant_is_shown_with_every_quote(cellwire: Cellwire, demo: Path) -> None:
    db = ("--db", str(demo / "cellwire.db"))
    [plant] = [
        json.loads(line)
        for line in cellwire("facilities", *db, "--format", "jsonl").out.splitlines()
        if "Clarksville" in line and '"place": "Clarksville"' in line
    ][:1]
    shown = cellwire("show", plant["id"], *db).out

    for phase in plant["phases"]:
        for fact in phase["facts"]:
            assert fact["supports"][0]["value"]["text"] in shown
    assert all(party["citations"][0]["quote"] in shown for party in plant["parties"])
    assert "sources" in shown


def test_a_plant_is_shown_with_its_slip_chart(cellwire: Cellwire, news: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(
        "Volta Cells delays Debrecen\n\nVolta Cells said that production at its battery plant in Debrecen, Hungary, "
        "will start in 2026, a year later than planned.\n",
        "utf-8",
    )
    cellwire("import", news, "--published", "2022-12-17")
    cellwire("import", later, "--published", "2023-02-01")

    shown = cellwire("show", "debrecen").out

    chart = shown.split("told over time")[1].split("the plant:")[0]
    assert "2025" in chart.splitlines()[1]
    assert "2026*" in chart.splitlines()[2]
    assert "12 months later" in chart.splitlines()[2]


@pytest.mark.parametrize("width", ["40", "60", "80"])
def test_days_stay_whole_on_a_narrow_screen(
    cellwire: Cellwire, demo: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = cellwire("show", "GAC Aion, Guangzhou", "--db", demo / "cellwire.db").out

    chart = shown.split("told over time")[1].split("the plant:")[0]
    assert {"2022-12-12", "2022-12-13", "2022-12-17"} <= set(chart.split())
    assert "…" not in chart


def test_a_story_is_shown_with_the_sentences_that_tell_it(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    story = json.loads(cellwire("stories", "--format", "jsonl").out.splitlines()[0])

    assert "“Volta Cells broke ground on December 13" in cellwire("show", story["id"]).out


def test_texts_about_a_story_are_named_though_nothing_is_read_from_them(
    cellwire: Cellwire, news: Path, tmp_path: Path
) -> None:
    for name, text in (
        ("talk", "A cold day in Debrecen\n\nThe Northvale ground that Volta Cells has in Debrecen saw snow.\n"),
        ("other", "A fair in Szeged\n\nThe town of Szeged holds its fair of books and bread again.\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        cellwire("import", tmp_path / f"{name}.txt", "--published", "2022-12-18")
    cellwire("import", news, "--published", "2022-12-17")
    story = json.loads(cellwire("stories", "--format", "jsonl").out.splitlines()[0])

    shown = cellwire("show", story["id"], "--also").out

    assert "also about this" not in cellwire("show", story["id"]).out
    also = shown.split("also about this")[1]
    assert "A cold day in Debrecen" in also
    assert "both open with “debrecen”" in also
    assert "Szeged" not in also


def test_a_company_is_shown_with_how_far_its_plants_are(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    shown = cellwire("show", "Volta Cells").out

    [plant] = [line for line in shown.splitlines() if line.strip().startswith("fac_")]
    assert plant.split()[-5:] == ["construction", "12", "GWh/yr", "from", "2025"]


def test_a_name_that_fits_one_entry_is_enough(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    assert "12 GWh/yr" in cellwire("show", "debrecen").out


def test_a_name_that_fits_several_is_answered_with_their_ids(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("show", "a", "--db", demo / "cellwire.db")

    assert ended.code == 2
    assert "name one by id" in ended.err


@pytest.mark.parametrize("asked", ["fac_0000", "Atlantis"])
def test_an_unknown_id_is_refused(cellwire: Cellwire, demo: Path, asked: str) -> None:
    ended = cellwire("show", asked, "--db", demo / "cellwire.db")

    assert ended.code == 2
    assert asked in ended.err
    assert not ended.out
