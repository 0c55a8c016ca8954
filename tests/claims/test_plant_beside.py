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


@pytest.mark.parametrize(
    "behind",
    [
        "Missouri was planning to offer it free land to draw the plant to Joplin.",
        "Missouri had hoped to lure the battery plant with $300 million.",
    ],
)
def test_who_only_bids_for_a_plant_is_no_place_of_it(behind: str) -> None:
    told = only("facility", read(f"Voltaryn will build a battery plant in Kansas. {behind}"))

    assert shown(told, "place") == "Kansas"


def test_the_owners_plants_in_other_lands_are_others() -> None:
    text = (
        "Voltaryn will build a cathode plant in North America. Voltaryn is already building cathode plants in South"
        " Korea and China."
    )

    first = next(told for told in read(text) if told.kind == "facility")

    assert (first.stage, first.country) == ("announced", None)


def test_plants_that_goods_go_to_are_who_builds_them() -> None:
    text = (
        "Voltaryn Materials said its cathode plant in Kaunas would supply battery cell plants that the automaker"
        " Brezhaw is building in Ohio and Tennessee."
    )

    assert {shown(told, "place"): shown(told, "parties") for told in read(text) if told.kind == "facility"} == {
        "Kaunas": "Voltaryn Materials owner",
        "Ohio": "Brezhaw owner",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn's 200 MWh battery storage project in Kent, which uses Brezhaw Cells' batteries, has gone into operation.",
        "Voltaryn's 200 MWh battery storage project in Kent, its largest so far, is now up and running.",
    ],
)
def test_an_aside_parts_no_plant_from_its_step(text: str) -> None:
    told = only("facility", read(text))

    assert (told.stage, told.background) == ("operating", False)


def test_what_news_follows_makes_it_no_old_news() -> None:
    text = (
        "Voltaryn Nickel will build a nickel plant for battery materials with Brezhaw. The plant will stand in Sorowako,"
        " and follows a similar deal that the two signed earlier this year for Pomalaa."
    )

    told = [each for each in read(text) if each.kind == "facility" and not each.background]

    assert [each.place and each.place.name for each in told] == ["Sorowako"]


def test_a_plant_with_another_partner_is_another() -> None:
    text = (
        "Voltaryn Nickel has agreed with Brezhaw Cobalt to build a nickel plant for battery materials in Pomalaa."
        " Voltaryn Nickel also signed a $2 billion deal with Corlett Metals to build a nickel refinery."
    )

    first = next(told for told in read(text) if told.kind == "facility")

    assert (shown(first, "parties"), shown(first, "money")) == ("Voltaryn Nickel owner; Brezhaw Cobalt partner", "")


@pytest.mark.parametrize(
    "text",
    [
        "The debt facility from Santander and BNP Paribas will finance the construction of battery storage projects of 200 MWh.",
        "Voltaryn Power announced the completion of $700 million in new financing for three battery storage projects.",
    ],
)
def test_money_for_plants_builds_none(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "facility"]
