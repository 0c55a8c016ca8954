"""`cellwire judge` and `cellwire review`: said once, kept for good, refused where it cannot hold."""

import json
from pathlib import Path

import pytest

from cellwire.db import dump_derived, load_judgements, open_store
from cli.conftest import Cellwire


@pytest.fixture
def plant(cellwire: Cellwire, news: Path) -> str:
    cellwire("import", news, "--published", "2022-12-17")
    return cellwire("facilities", "--format", "csv").out.splitlines()[1].split(",")[0]


def by(author: str) -> tuple[str, ...]:
    return ("--why", "asked the company", "--author", author)


def test_a_correction_is_in_every_table_and_outlives_a_rebuild(cellwire: Cellwire, plant: str) -> None:
    said = cellwire("judge", "correct", plant, "capacity", "14 GWh/yr", *by("ann"))
    assert said.code == 0
    assert said.out.startswith("jdg_")
    assert "14 GWh/yr" in cellwire("facilities").out
    with open_store("cellwire.db") as store:
        before = dump_derived(store)

    cellwire("rebuild")

    assert "14 GWh/yr" in cellwire("facilities").out
    assert "corrected by ann" in cellwire("show", plant).out
    with open_store("cellwire.db") as store:
        assert dump_derived(store) == before


def test_it_holds_from_the_day_it_was_said(cellwire: Cellwire, plant: str) -> None:
    cellwire("judge", "correct", plant, "capacity", "14 GWh/yr", *by("ann"))

    assert "12 GWh/yr" in cellwire("read", "news.txt", "--published", "2022-12-17").out
    assert "14 GWh/yr" not in cellwire("facilities", "--as-of", "2022-12-31").out


def test_a_contradiction_is_refused_and_nothing_is_kept(cellwire: Cellwire, plant: str) -> None:
    cellwire("judge", "correct", plant, "capacity", "14 GWh/yr", *by("ann"))

    refused = cellwire("judge", "correct", plant, "capacity", "15 GWh/yr", *by("bob"))

    assert refused.code == 1
    assert "ann's" in refused.err
    assert "bob's" in refused.err
    with open_store("cellwire.db") as store:
        (kept,) = load_judgements(store)
    assert refused.err.rstrip().endswith(f"cellwire judge undo {kept.id}"), "what is not kept cannot be withdrawn"
    with open_store("cellwire.db") as store:
        assert [judgement.author for judgement in load_judgements(store)] == ["ann"]


def test_undo_takes_back_and_review_lists_what_was_said(cellwire: Cellwire, plant: str) -> None:
    id = cellwire("judge", "correct", plant, "capacity", "14 GWh/yr", *by("ann")).out.split(":")[0]

    cellwire("judge", "undo", id, *by("ann"))

    assert "14 GWh/yr" not in cellwire("facilities").out
    undo, said = cellwire("review", "--settled").out.splitlines()
    assert said.startswith(id)
    assert said.endswith(f"[taken back: {undo.split()[0]}]")
    assert "taken back" not in undo

    assert cellwire("judge", "undo", id, *by("ann")).out.split(":")[0] == undo.split()[0]
    assert len(cellwire("review", "--settled").out.splitlines()) == 2


def test_what_was_judged_has_its_id_for_programs_too(cellwire: Cellwire, plant: str) -> None:
    id = cellwire("judge", "reject", plant, *by("ann")).out.split(":")[0]

    [told] = map(json.loads, cellwire("review", "--settled", "--json").out.splitlines())
    assert (told["id"], told["verdict"], told["subject"]) == (id, "reject", plant)


def test_what_was_rejected_is_not_said_to_be_unknown(cellwire: Cellwire, plant: str) -> None:
    id = cellwire("judge", "reject", plant, *by("ann")).out.split(":")[0]

    refused = cellwire("show", plant)
    assert refused.code == 2
    assert f"{plant}: was rejected by ann (asked the company)" in refused.err
    assert f"cellwire judge undo {id}" in refused.err

    cellwire("judge", "undo", id, *by("ann"))
    assert cellwire("show", plant).code == 0


def test_of_what_was_merged_away_it_is_said_into_what(cellwire: Cellwire, plant: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(
        "Borealis Cells plans battery plant in Kassel\n\nBorealis Cells plans a battery plant in Kassel, Germany.\n",
        "utf-8",
    )
    cellwire("import", tmp_path / "other.txt", "--published", "2022-12-20")
    for table in ("facilities", "companies"):
        ids = [row.split(",")[0] for row in cellwire(table, "--format", "csv").out.splitlines()[1:]]
        judgement = cellwire("judge", "same", *ids, *by("ann")).out.split(":")[0]
        [row] = cellwire(table, "--format", "csv").out.splitlines()[1:]
        kept = row.split(",")[0]
        [gone] = set(ids) - {kept}

        for asked in (gone, "Volta Cells AG") if gone == "x-volta-cells" else (gone,):
            refused = cellwire("show", asked)
            assert refused.code == 2
            assert f"{asked}: was merged into {kept} (" in refused.err
            assert "by ann (asked the company)" in refused.err
            assert f"cellwire judge undo {judgement} --why" in refused.err

        cellwire("judge", "undo", judgement, *by("ann"))
        assert cellwire("show", gone).code == 0


def test_review_asks_with_both_sides_and_the_command(cellwire: Cellwire, plant: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Volta Cells in Debrecen\n\nVolta Cells is building a battery plant in Debrecen, Hungary, with an annual "
        "capacity of 20 GWh.\n",
        "utf-8",
    )
    cellwire("import", other, "--published", "2022-12-20")

    asked = cellwire("review").out

    assert "which capacity" in asked
    commands = [line for line in asked.splitlines() if "cellwire judge" in line]
    assert [line.split("accept ")[1].split("'")[1] for line in commands] == ["20 GWh/yr", "12 GWh/yr"]
    assert asked.count("“") == 2
    cellwire("judge", "accept", plant, "capacity", "12 GWh/yr", *by("ann"))
    assert cellwire("review").out == "Nothing is open.\n"


def test_a_judgement_needs_a_reason_and_something_to_judge(cellwire: Cellwire) -> None:
    assert cellwire("judge", "reject", "fac_1", *by("ann")).code == 2
    assert cellwire("judge", "reject", "fac_1", "--why", " ", "--author", "ann").code == 2
    assert "Nothing is open." in cellwire("review").out


def test_what_is_no_pair_is_refused_with_the_pairs_there_are(cellwire: Cellwire, plant: str) -> None:
    story = cellwire("stories", "--format", "csv").out.splitlines()[1].split(",")[0]

    refused = cellwire("judge", "same", story, plant, *by("ann"))

    assert refused.code == 2
    assert "name two plants or two deals or two companies" in refused.err
    assert "cannot be judged same" in refused.err
