"""`cellwire outlook`: what it counts, in every form and width, and what it says where there is nothing."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli.conftest import Cellwire

WAYS = ("year", "country", "company", "chemistry", "plant")


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def listed(cellwire: Cellwire, demo: Path, *words: str) -> list[dict[str, str]]:
    return rows(cellwire("outlook", *words, "--db", demo / "cellwire.db", "--format", "csv").out)


def test_an_empty_record_says_what_to_do(cellwire: Cellwire, tmp_path: Path) -> None:
    ended = cellwire("outlook")

    assert (ended.code, ended.out) == (
        0,
        "No facilities yet: nothing that was read tells of any. To read more: cellwire import news/\n",
    )
    assert not (tmp_path / "cellwire.db").exists()


def test_a_day_before_all_news_is_no_empty_record(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("outlook", "--db", demo / "cellwire.db", "--as-of", "2020-01-01")

    assert (ended.code, ended.out) == (
        0,
        "No facilities by 2020-01-01. Without --as-of what stands today is listed.\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--company", "nobody at all"), "None of "),
        (("--company", "Britishvolt"), "No cell capacity to come in 1 facility."),
        (("--from", "2090"), "None of it starts in these years."),
        (("--company", "HiNa", "--materials"), "Nothing is made in these years of which a recipe is known."),
    ],
)
def test_what_comes_to_nothing_says_why(cellwire: Cellwire, demo: Path, words: tuple[str, ...], said: str) -> None:
    ended = cellwire("outlook", *words, "--db", demo / "cellwire.db")

    assert ended.code == 0
    assert ended.out.startswith(said)


@pytest.mark.parametrize("by", WAYS)
def test_every_way_adds_up_to_the_same(cellwire: Cellwire, demo: Path, by: str) -> None:
    gwh, weighted = ("gwh", "weighted") if by == "plant" else ("all", "weighted")
    found = listed(cellwire, demo, "--by", by)
    by_year = listed(cellwire, demo)

    assert sum(float(row[gwh]) for row in found) == pytest.approx(sum(float(row["all"]) for row in by_year))
    assert sum(float(row[weighted]) for row in found) == pytest.approx(sum(float(row["weighted"]) for row in by_year))
    assert sum(float(row[weighted]) for row in found) < sum(float(row[gwh]) for row in found)


@pytest.mark.parametrize("words", [("--by", "plant"), ("--left-out",)])
def test_every_row_leads_to_its_words(cellwire: Cellwire, demo: Path, words: tuple[str, ...]) -> None:
    found = listed(cellwire, demo, *words)
    shown = cellwire("show", found[-1]["id"], "--db", demo / "cellwire.db")

    assert shown.code == 0
    assert "“" in shown.out


def test_every_plant_is_counted_or_left_out_with_a_reason(cellwire: Cellwire, demo: Path) -> None:
    every = rows(cellwire("facilities", "--db", demo / "cellwire.db", "--format", "csv").out)
    counted, left_out = listed(cellwire, demo, "--by", "plant"), listed(cellwire, demo, "--left-out")

    assert {row["id"] for row in every} == {row["id"] for row in (*counted, *left_out)}
    assert all(row["reason"] for row in left_out)


def test_cathode_plants_stand_apart(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("outlook", "--db", demo / "cellwire.db")

    assert "counted apart: 1 cathode plant, 120,000 t a year told" in ended.out
    assert not [row for row in listed(cellwire, demo, "--by", "plant") if "cathode" in row["name"]]


def test_a_telling_in_two_ways_is_a_span(cellwire: Cellwire, demo: Path) -> None:
    (first, rest) = listed(cellwire, demo, "--by", "plant", "--company", "GAC Aion")

    assert (first["gwh"], rest["part"]) == ("6", "up to the whole")
    assert [float(rest[end]) for end in ("gwh low", "gwh", "gwh high")] == pytest.approx([20.8, 30, 30])
    assert rest["notes"] == "disputed"


def test_the_outlook_can_be_seen_as_it_was(cellwire: Cellwire, demo: Path) -> None:
    early = listed(cellwire, demo, "--by", "plant", "--as-of", "2022-11-27")

    assert early
    assert len(early) < len(listed(cellwire, demo, "--by", "plant"))


@pytest.mark.parametrize(
    ("words", "day"),
    [((), "2022-12-17"), (("--country", "NO"), "2022-12-17"), (("--as-of", "2022-12-10"), "2022-12-10")],
)
def test_the_day_is_that_of_the_record_whatever_is_listed_of_it(
    cellwire: Cellwire, demo: Path, words: tuple[str, ...], day: str
) -> None:
    assert f"seen from {day};" in cellwire("outlook", *words, "--db", demo / "cellwire.db").out


def test_years_narrow_what_is_listed(cellwire: Cellwire, demo: Path) -> None:
    assert {row["year"] for row in listed(cellwire, demo, "--from", "2023", "--to", "2024")} == {"2023", "2024"}
    needed = listed(cellwire, demo, "--material", "nmp", "--from", "2030", "--to", "2031")
    assert [row["year"] for row in needed] == ["2030"] * 3 + ["2031"] * 3
    assert {row["year"] for row in listed(cellwire, demo, "--materials", "--to", "2022")} == {"2022"}


def test_a_recovery_of_one_s_own_is_what_is_bought(cellwire: Cellwire, demo: Path) -> None:
    for told in ("98%", "0.98"):
        moved, back, bought = listed(cellwire, demo, "--material", "nmp", "--recovery", told, "--to", "2027")[-3:]
        for end in ("amount low", "amount", "amount high"):
            assert float(bought[end]) == pytest.approx(0.02 * float(moved[end]))
            assert float(back[end]) == pytest.approx(0.98 * float(moved[end]))


def test_as_announced_counts_everything_in_full(cellwire: Cellwire, demo: Path) -> None:
    for row in listed(cellwire, demo, "--as-announced"):
        assert row["weighted"] == row["all"]


def test_numbers_of_one_s_own_take_the_place(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text('[firmness]\nannounced = { value = 0.5, source = "our back-test" }\n', "utf-8")
    (row,) = listed(cellwire, demo, "--by", "plant", "--assumptions", str(own), "--company", "Northvolt")
    told = cellwire("outlook", "--assumptions", own, "--explain", "--format", "csv").out

    assert (row["gwh"], row["weighted"]) == ("60", "30")
    assert "firmness.announced,0.5,0.5,0.5,share,own,our back-test" in told


def test_every_number_is_explained(cellwire: Cellwire) -> None:
    ended = cellwire("outlook", "--explain")

    assert ended.code == 0
    assert "materials.nmp-circulating.NMC" in ended.out
    assert "A: an opinion, to be replaced by a back-test" in ended.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "moon"), "--by moon: is no way to add up; known: year, country"),
        (("--material", "gold"), "--material gold: is none that is known; known: cathode"),
        (("--recovery", "98"), "write it as 0.98 or 98%"),
        (("--from", "2030", "--to", "2020"), "lies behind --to 2020"),
        (("--assumptions", "no.toml"), "no.toml: no such file or directory"),
    ],
)
def test_what_cannot_be_meant_is_refused(cellwire: Cellwire, words: tuple[str, ...], said: str) -> None:
    ended = cellwire("outlook", *words)

    assert ended.code == 2
    assert said in ended.err


@pytest.mark.parametrize("words", [("--by", "plant"), ("--left-out",), ("--materials",), ("--explain",), ()])
def test_every_form_tells_of_the_same_things(cellwire: Cellwire, demo: Path, words: tuple[str, ...]) -> None:
    asked = ("outlook", *words, "--db", demo / "cellwire.db", "--format")
    told = [json.loads(line) for line in cellwire(*asked, "jsonl").out.splitlines()]

    assert told
    assert len(told) == len(rows(cellwire(*asked, "csv").out))


@pytest.mark.parametrize("words", [("--by", "plant"), ("--by", "company"), ("--materials",), ("--left-out",), ()])
def test_a_screen_of_80_columns_is_wide_enough(
    cellwire: Cellwire, demo: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = cellwire("outlook", *words, "--db", demo / "cellwire.db").out.splitlines()

    assert max(map(len, lines)) <= 80
    assert len(lines[0].split()) > 4, "a head with columns, not a line for each cell"


def test_a_table_has_two_significant_figures(cellwire: Cellwire, demo: Path) -> None:
    shown = cellwire("outlook", "--material", "nmp-makeup", "--db", demo / "cellwire.db").out.splitlines()

    for line in shown[1:6]:
        for figure in line.split("make-up")[1].replace("t ", " ").replace("–", " ").replace(",", "").split():
            assert len(figure.replace(".", "").strip("0")) <= 2, line
