"""Who "the company", "the former", "its subsidiary" and "it" are."""

import pytest

from cellwire.model import Development
from claims.telling import only, read


def roles(told: Development) -> dict[str, str]:
    return {party.name: str(party.role) for party in told.parties}


THE_COMPANY = [
    ("Voltaryn is growing. The company will build a battery plant in Szolnok.", "Voltaryn"),
    ("Battery maker Voltaryn is growing. It will build a battery plant in Szolnok.", "Voltaryn"),
    (
        "Kestrel Cells makes batteries in Dundee. The cell maker will build a second battery plant in Leipzig.",
        "Kestrel Cells",
    ),
    ("Toyota sells cars. The carmaker will build a battery plant in Liberty.", "Toyota"),
    ("Toyota buys cells from Kestrel Cells. The carmaker will build a battery plant in Liberty.", "Toyota"),
    ("Umicore met Ford. The Belgian group will build a cathode plant in Loyalist.", "Umicore"),
    ("Voltaryn said on Friday that it will build a battery plant in Szolnok.", "Voltaryn"),
    ("Voltaryn will open its battery plant in Szolnok next year.", "Voltaryn"),
    ("CATL met Ford. The Chinese company will build a battery plant in Debrecen.", "CATL"),
    ("CATL met Ford. The U.S. automaker will build a battery plant in Debrecen.", "Ford"),
    ("CATL met Ford. The battery maker will build a second plant in Debrecen.", "CATL"),
    ("Tesla met Sigma Lithium. The miner will build a lithium plant in Debrecen.", "Sigma Lithium"),
    ("Tesla met Kestrel Power in May. The battery maker will build a plant in Debrecen.", "Kestrel Power"),
    ("Besides, the battery maker CATL will build a battery plant in Debrecen.", "CATL"),
    ("Haulmark Trucks reported a loss. The truckmaker's battery plant in Gent will close.", "Haulmark Trucks"),
    (
        "Voltaryn supplies Alder Motors. Voltaryn told Reuters the company was planning a battery plant in Spain.",
        "Voltaryn",
    ),
    ("Voltaryn may use Kestrel Cells' process at its battery plant in Szolnok, which will open in 2027.", "Voltaryn"),
]


@pytest.mark.parametrize(("text", "owner"), THE_COMPANY)
def test_the_company_is_the_one_spoken_of(text: str, owner: str) -> None:
    assert list(roles(only("facility", read(text)))) == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "Samples went to Hyundai. The battery factory in Szolnok runs at 60% of its capacity.",
        "The 30 GWh battery factory in Szolnok is to open in 2027.",
    ],
)
def test_a_plant_whose_owner_no_sentence_names_is_the_titles(text: str) -> None:
    told = read(text, title="Voltaryn to spend $810 million on cells for BMW")

    assert list(roles(only("facility", told))) == ["Voltaryn"]


def test_the_evidence_of_a_reference_is_the_name_it_stands_for() -> None:
    text = "Voltaryn is growing. The company will build a battery plant in Szolnok."
    [party] = only("facility", read(text)).parties

    assert text[party.span.start : party.span.end] == "Voltaryn"


FORMER_AND_LATTER = [
    ("Ford and CATL spoke of batteries. The former will build a battery plant in Michigan.", "Ford"),
    ("Ford and CATL spoke of batteries. The latter will build a battery plant in Michigan.", "CATL"),
    ("CATL met Ford to talk about batteries. The latter will build a battery plant in Michigan.", "Ford"),
]


@pytest.mark.parametrize(("text", "owner"), FORMER_AND_LATTER)
def test_the_former_is_named_first_and_the_latter_last(text: str, owner: str) -> None:
    assert list(roles(only("facility", read(text)))) == [owner]


def test_the_three_parties_are_those_that_a_sentence_named() -> None:
    text = (
        "Ford, CATL and Koc spoke in Ankara. SK On and Samsung SDI make batteries too. "
        "The three parties will build a battery plant in Ankara."
    )
    assert set(roles(only("facility", read(text)))) == {"Ford", "CATL", "Koc"}


def test_what_which_tells_is_done_by_who_stands_before_it() -> None:
    text = "Ford has the help of CATL, which runs 13 battery plants in Europe."
    assert list(roles(only("facility", read(text)))) == ["CATL"]


def test_the_latter_of_three_is_nobody() -> None:
    told = read("Ford, CATL and SK On spoke of batteries. The latter will build a battery plant in Michigan.")

    assert not [each for each in told if each.kind == "facility" and roles(each).keys() & {"Ford", "CATL"}]


def test_the_two_companies_are_both() -> None:
    text = "Ford met SK On on Monday. The two companies will build a battery plant in Kentucky."

    assert roles(only("facility", read(text))).keys() == {"Ford", "SK On"}


def test_both_parties_of_a_rumour_answer_for_themselves() -> None:
    told = only(
        "facility",
        read(
            "Ford and CATL are considering a battery plant in Michigan, according to people familiar with the matter.\n\n"
            "Both responded. The former said that talks with CATL go on and that it has nothing to announce. "
            "The latter said that no decision has been made."
        ),
    )

    assert {answer.party.name: str(answer.modality) for answer in told.responses} == {
        "Ford": "undecided",
        "CATL": "undecided",
    }


def test_the_former_is_the_first_of_two_named_in_one_breath() -> None:
    told = only(
        "facility",
        read(
            "CATL and Ford are considering a battery plant in Michigan, a report says. Ford would own it and CATL would "
            "run it for Ford.\n\n"
            "The two chose their words with care. The former said that no decision has been made."
        ),
    )

    assert [answer.party.name for answer in told.responses] == ["CATL"]


def test_they_who_may_build_are_both() -> None:
    text = (
        "Both CATL and Ford reacted to a report that they may set up a battery plant in the American state of Michigan."
    )
    told = only("facility", read(text))

    assert roles(told).keys() == {"CATL", "Ford"}
    assert told.place
    assert told.place.name == "Michigan"


def test_a_plant_in_another_country_is_another_plant() -> None:
    told = read(
        "CATL and Ford are considering a battery plant in Michigan. CATL's second project, a 100 GWh plant in Hungary, "
        "is in preparation."
    )

    assert not [plant for plant in told if plant.country == "US" and plant.capacity]


def test_the_two_of_three_are_those_named_in_one_breath() -> None:
    told = read(
        "BMW named CATL and EVE Energy as suppliers of battery cells. Each of the two will build a battery plant in Hungary."
    )

    plants = [roles(each).keys() for each in told if each.kind == "facility"]
    assert plants
    assert not any("BMW" in owners for owners in plants)


def test_a_question_is_no_statement() -> None:
    assert not [
        each for each in read("Will Ford own a battery plant that CATL runs in Michigan?") if each.stage == "operating"
    ]


OTHERS = [
    ("Umicore is from Brussels. Its US subsidiary will build a cathode plant in Indiana.", {"Umicore"}),
    ("Koch Technology Solutions (KTS) makes plants for lithium. KTS will build a lithium plant in Texas.",
     {"Koch Technology Solutions"}),
    ("Northvolt spoke to its neighbours. The local government will decide on the battery plant in Heide.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owners"), OTHERS)
def test_a_reference_never_makes_somebody_else_the_owner(text: str, owners: set[str]) -> None:
    found = {
        name for each in read(text) if each.kind == "facility" for name, role in roles(each).items() if role == "owner"
    }

    assert found <= (owners or {"Northvolt"})
    assert found or not owners


def test_the_companies_are_those_who_act_and_not_whose_cars_they_work_for() -> None:
    told = read(
        "Ford Motor Co. and SK On agreed to make batteries in the US for Volvo's new models. "
        "The companies will build a battery plant in Kentucky."
    )
    assert roles(only("facility", told)).keys() == {"Ford Motor", "SK On"}


ROUND = "Carmaker Agrigo led a $200 million round in solid-state battery startup Velmora. "


@pytest.mark.parametrize("meant", ["The startup", "The battery developer"])
def test_the_company_of_a_trade_is_the_one_that_the_text_calls_so(meant: str) -> None:
    told = read(f"{ROUND}{meant} is building a pilot plant for its cells in Methuen.")

    assert roles(only("facility", told)) == {"Velmora": "owner"}


def test_a_company_of_another_land_is_not_the_one_based_in_a_town() -> None:
    told = read("Honda has signed a deal to buy cathode material from Ascend Elements. "
                "The Massachusetts company is building a cathode plant in Hopkinsville, Kentucky.")  # fmt: skip

    assert roles(only("facility", told)) == {"Ascend Elements": "owner"}


def test_the_maker_under_a_deal_is_the_side_that_makes_such_goods() -> None:
    told = read("Verkor has closed a round led by Aldwin Ventures. Verkor and Renault announced an agreement under which"
                " the battery maker will supply 10 GWh of cells for the carmaker's vehicles.")  # fmt: skip

    assert roles(only("supply", told)) == {"Verkor": "supplier", "Renault": "customer"}


def test_who_says_something_behind_after_is_it() -> None:
    told = read(
        "Shares of Ganfeng rose after Tianqi Lithium said it was delaying its lithium plant in Kwinana, Australia."
    )

    assert roles(only("facility", told)) == {"Tianqi Lithium": "owner"}
