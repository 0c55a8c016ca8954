"""A plant that a sentence names and tells nothing of: it is opposed, or only what money is for; and who acts there."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    "text",
    [
        "The party LMP is initiating a referendum in Debrecen to prevent the construction of a battery cell factory.",
        "Norvane, an environmental group, wants to stop the building of a battery plant by Kestrel near Goed.",
    ],
)
def test_who_is_against_a_plant_builds_none(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "facility"]


def test_who_stops_work_on_its_own_plant_delays_it() -> None:
    assert only("facility", read("Kestrel Cells has decided to halt construction of its battery plant in Ohio.")).stage in {"delayed", "cancelled"}  # fmt: skip


def test_financing_for_a_plant_is_an_investment_and_no_second_plant() -> None:
    told = read("Kestrel Cells has secured €1.3 billion in financing for its new battery cell factory in Dunkirk.")

    assert [each.kind for each in told] == ["investment"]


def test_who_acts_behind_an_opening_is_the_subject() -> None:
    text = "Five months after a deal with two scooter makers, Kestrel officially opened 45 battery swapping stations in Hangzhou."  # fmt: skip

    assert shown(only("facility", read(text)), "parties") == "Kestrel owner"


def test_a_speakers_name_is_no_town() -> None:
    text = "Japan's minister of economy, Ken Saito, said the Japanese government will support battery projects with subsidies of 350 billion yen."  # fmt: skip

    assert only("investment", read(text)).place is None
