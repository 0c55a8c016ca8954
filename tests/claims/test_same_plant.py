"""Which clauses tell of one plant, and which begin to tell of another."""

import pytest

from claims.telling import brief, read


def _plants(text: str, title: str = "") -> list[str]:
    told = [each for each in read(text, title=title) if each.kind == "facility"]
    return [f"{each.place.name if each.place else ''} {sorted(party.name for party in each.parties)}" for each in told]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "LG Energy Solution to build second joint venture plant in US",
            "The two partners, LG Energy Solution and General Motors, will invest $2 billion in their second joint venture "
            "plant. The second plant of Ultium Cells will be built in Toledo, Ohio.",
        ),
        (
            "",
            "NextStar Energy will build a battery plant in Windsor, Canada. The battery plant in Windsor, which LG Energy "
            "Solution and Stellantis pay for, will make cells from 2027.",
        ),
        (
            "",
            "Alder Energy said it will put $200 million into a nickel sulfate plant in Indonesia. Alder subsidiary Birch "
            "International will build the 50,000 tonne plant in a joint venture with Strevo Capital.",
        ),
        (
            "",
            "Birch Automotive, a wholly owned subsidiary of Tarn Cement, has begun construction of a battery plant in "
            "Kaohsiung. Tarn Cement is building the battery plant for $430 million.",
        ),
        (
            "Alder Energy's battery recycling campus in Szolnok is the largest of the county",
            "Alder Energy will spend $3 billion on a battery recycling campus in Szolnok. The mayor was glad. The bridge is "
            "old. Rain fell on the guests. The campus is to make parts for 100 GWh of cells a year.",
        ),
        (
            "Alder Energy opens battery recycling plant",
            "Alder Energy last week opened a battery recycling plant in Hamburg, Germany.",
        ),
        (
            "",
            "Alder Energy has opened a battery plant in Szolnok. The plant, announced earlier this year, will make 12 GWh "
            "of cells a year.",
        ),
        (
            "",
            "Alder Materials will build a cathode plant in Spain. The factory will be built near the Catalonian town of "
            "Sant Quirze del Roure and have an initial capacity of 30,000 tonnes a year.",
        ),
        (
            "",
            "Alder Energy will build a battery plant in Reno, Nevada. The state was chosen out of five. Talks were long. "
            "Schools will be built too. Building the plant is expected to cost $5 billion. The Alder Energy plant will make "
            "cells for cars in Nevada.",
        ),
        (
            "",
            "Alder Materials will build a cathode plant in Spain. The plant will be built in Lleida, the unit of chemicals "
            "maker Lotte Chemical said.",
        ),
        (
            "",
            "Alder Energy will build the UK's first battery gigafactory in Sunderland. The gigafactory of Alder Energy will save "
            "300 jobs at its existing plant in Sunderland.",
        ),
    ],
    ids=[
        "a numbered plant",
        "a venture and its owners",
        "a unit by its owner's name",
        "a unit and its owner",
        "the campus of sentences before",
        "a headline and its lead",
        "the plant of before",
        "a town",
        "told apart at first",
        "beside its owner's owner",
        "a land's first",
    ],
)
def test_one_plant_however_it_is_called(title: str, text: str) -> None:
    assert len(_plants(text, title)) == 1, [brief(each) for each in read(text, title=title)]


@pytest.mark.parametrize(
    "text",
    [
        "Alder Energy will build a battery plant in Indiana. It is to open in 2026. Alder Energy also plans a second 34 GWh "
        "plant, which is to open in 2027.",
        "Alder Energy will build a battery plant in Szolnok. Birch Cells will build a battery plant in Debrecen.",
        "Alder Lithium secured approval to expand the Greenbushes lithium mine. Construction of the plant is expected to "
        "begin this year, subject to an approval of Western Australia's environment minister. Alder Lithium is planning a "
        "lithium hydroxide plant outside of Bunbury.",
        "Alder Energy plans to increase its production capacity from 4.7 GWh to 55 GWh by 2026. Alder Energy will build a "
        "battery plant in Szolnok, Hungary, with 7.5 GWh a year.",
        "Alder Energy will invest $1 billion to build a battery factory in Hungary. Alder Energy has also been working to "
        "complete its second plant with 9.8 GWh a year.",
        "Alder Energy has begun to build a cathode plant. Alder Energy agreed to invest $90 million to build the new plant. In "
        "Hungary, Alder Energy began to build a cathode plant in Debrecen.",
    ],
    ids=[
        "a second plant",
        "another owner",
        "two towns of one state",
        "what a company makes in all",
        "also its second",
        "in another land",
    ],
)
def test_another_plant_is_another_development(text: str) -> None:
    assert len(_plants(text)) == 2


def test_a_town_is_told_by_the_word_before_it_and_is_no_owner() -> None:
    (plant,) = _plants(
        "Alder Materials will build a cathode plant in Spain. The factory will be built near the Catalonian town of Sant "
        "Quirze del Roure and have an initial capacity of 30,000 tonnes a year."
    )
    assert plant == "Sant Quirze del Roure ['Alder Materials']"


def test_what_one_of_two_is_building_is_not_what_both_plan() -> None:
    text = (
        "Voltaryn and Velmora Cells will build a battery plant in Europe with 50 GWh. Velmora Cells raised $2.75 billion to "
        "expand capacity at a battery plant it is building in Sweden."
    )

    assert ("announced", None) in {(each.stage, each.country) for each in read(text) if each.kind == "facility"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Voltaryn to resume building battery plant delayed by strike",
            "Voltaryn is resuming construction of an Oregon battery plant that it had put off two months ago.",
        ),
        (
            "Voltaryn considers Germany for its next battery plant",
            "Voltaryn plans to build its fourth battery plant in Lower Saxony, which has a port.",
        ),
    ],
)
def test_a_headline_and_the_sentence_under_it_tell_of_one_plant_however_far_each_says_it_is(
    title: str, text: str
) -> None:
    assert len(_plants(text, title)) == 1


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Voltaryn delays battery plant in Germany", "Voltaryn has opened a battery plant in Skelleftea, Sweden."),
        ("Voltaryn delays its second battery plant", "Voltaryn opened its first battery plant in Oregon on Monday."),
    ],
)
def test_a_plant_in_another_land_or_of_another_number_is_not_the_headlines(title: str, text: str) -> None:
    assert len(_plants(text, title)) == 2
