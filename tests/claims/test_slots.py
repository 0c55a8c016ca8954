"""Which values of a sentence belong to the development it tells."""

import pytest

from claims.telling import only, read


@pytest.mark.parametrize(
    ("text", "sums", "dates"),
    [
        ("Alder Energy, which bought Birch Cells for $90 million in May 2023, will build a battery plant in Szolnok, Hungary.",
         set(), set()),
        ("Alder Energy will build a $90 million battery plant in Szolnok, Hungary.", {90e6}, set()),
    ],
    ids=["bought before", "the plant's own"],
)  # fmt: skip
def test_what_a_company_did_before_lends_the_plant_no_sum_and_no_date(
    text: str, sums: set[float], dates: set[str]
) -> None:
    plants = [each for each in read(text) if each.kind == "facility"]
    assert len(plants) == 1
    assert {money.amount for money in plants[0].money} == sums
    assert {dated.date.iso for dated in plants[0].dates} == dates


def test_a_nation_before_a_company_is_no_part_of_its_name() -> None:
    (plant,) = read("Bulgarian Ostrava Cells will build a battery plant in Szolnok, Hungary.")
    assert [party.name for party in plant.parties] == ["Ostrava Cells"]


@pytest.mark.parametrize(
    ("sentence", "place", "country"),
    [
        ("Norway-based Voltaryn will build a battery plant in South Africa.", "", "ZA"),
        (
            "Voltaryn, based in Worcester, Massachusetts, will build a battery plant in Covington, Georgia.",
            "Covington",
            "US",
        ),
        ("A Taiwan firm, Voltaryn, will build a battery plant in Sines, Portugal.", "Sines", "PT"),
        ("Batteries from Szolnok go to the Debrecen plant that Voltaryn is building.", "Debrecen", "HU"),
    ],
)
def test_where_a_company_is_from_is_not_where_its_plant_stands(sentence: str, place: str, country: str) -> None:
    told = only("facility", read(sentence))
    assert (told.place.name if told.place else "", told.country) == (place, country)
