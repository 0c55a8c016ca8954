"""Public money told by who hands it to whom, one text each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, wrong

ROWS = [
    row("The province of Ontario is investing 17 million Canadian dollars in the nickel sulphate refinery of Ostrand Metals.",
        "announced", parties="Government of Ontario government; Ostrand Metals target", money="CAD 17 million"),
    row("The Department of Defense will award $20 million to Ostrand Nickel to look for battery metals in Minnesota.", "announced",
        parties="US Department of Defense government; Ostrand Nickel target", money="USD 20 million"),
    row("The British government is to give Velmora Cells 300 million pounds for a battery plant in Coventry.", "announced",
        parties="UK Government government; Velmora Cells target", money="GBP 300 million"),
    row("The Netherlands supports Velmora's battery factory in Delfzijl with 40 million euros.", "announced",
        parties="Government of the Netherlands government; Velmora target", money="EUR 40 million"),
    row("Velmora Cells gets 40 million euros from the Dutch state for its battery factory.", "announced",
        parties="Government of the Netherlands government; Velmora Cells target"),
    row("Velmora Cells will receive $200 million in state and local incentives for its battery plant.", "announced",
        parties="Velmora Cells target", money="USD 200 million"),
    row("Michigan approves $100 million for the battery plant of Velmora Cells.", "announced",
        parties="State of Michigan government; Velmora Cells target", money="USD 100 million"),
    row("A Michigan Senate committee doled out $80 million to Velmora Cells for its battery plant.", "announced",
        parties="State of Michigan government; Velmora Cells target", money="USD 80 million"),
    row("The Albanese Gov't funds Velmora Cells with $4.3M for its battery plant.", "announced",
        parties="Government of Australia government; Velmora Cells target", money="AUD 4.3 million"),
    row("Trudeau announces a subsidy of C$90 million to Velmora Cells for its battery plant.", "announced",
        parties="Government of Canada government; Velmora Cells target", money="CAD 90 million"),
    row("West Virginia Gov. Ann Larch awarded Velmora Cells a grant of $30 million for battery storage.", "announced",
        parties="State of West Virginia government; Velmora Cells target", money="USD 30 million"),
    row("Commission approves €90 million German state aid for Velmora Cells' battery plant.", "announced",
        parties="European Commission government; Velmora Cells target", money="EUR 90 million"),
    row("The World Bank approved $300m for battery storage in Ukraine.", "announced", parties="World Bank investor",
        money="USD 300 million"),
    row("A battery plant in Italy is late. The Italian government will not give Velmora Cells the 37 million euros that it promised.",
        "terminated", parties="Government of Italy government; Velmora Cells target"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_hands_a_sum_to_a_company_gives_public_money(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(text)), expected) == {}


def test_each_company_that_gets_a_sum_of_a_round_of_grants_is_told() -> None:
    text = (
        "The US government picked 25 projects for $3 billion in battery grants. Ostrand Lithium gets $225 million, "
        "and Velmora Silicon $200 million."
    )
    told = {shown(each, "parties") for each in read(text) if each.kind == "investment"}
    assert {
        "US Government government; Ostrand Lithium target",
        "US Government government; Velmora Silicon target",
    } <= told


@pytest.mark.parametrize(
    "text",
    [
        "A Tesla with LFP cells has to get below 300,000 yuan to become eligible for government subsidies.",
        "The plant of LG Chem for battery cells was built using $150 million in taxpayer funds.",
        "Michigan approves the $2 billion battery plant of Gotion.",
    ],
)
def test_who_gets_no_sum_is_given_none(text: str) -> None:
    assert [each for each in read(text) if each.kind == "investment"] == []


def test_a_land_that_gives_is_still_the_land_of_the_plant() -> None:
    text = "Velmora Cells started to build its cell plant. Germany contributed 90 million euros to the construction."
    assert only("facility", read(text)).country == "DE"


def test_a_congress_of_another_land_is_none_of_the_united_states() -> None:
    told = only("policy", read("Chile's Congress passed a law that repeals the duty on lithium batteries."))
    assert shown(told, "parties") == "Government of Chile government"


@pytest.mark.parametrize(
    ("land", "id"),
    [
        (("The US government", "Washington", "The United States"), "us-government"),
        (("The Japanese government", "Tokyo", "Japan"), "japanese-government"),
        (("The Ontario government", "Ontario", "The province of Ontario"), "ontario-government"),
        (("The Kansas state government", "Kansas", "The state of Kansas"), "gov-us-ks"),
    ],
)
def test_one_government_is_one_party_however_its_land_is_named(land: tuple[str, ...], id: str) -> None:
    for named in land:
        [told] = [each for each in read(f"{named} will give Velmora Cells $840 million in grants for a battery plant.")
                  if each.kind == "investment"]  # fmt: skip
        assert {party.id for party in told.parties if party.role == "government"} == {id}, named


def test_a_list_tells_who_gets_which_grant() -> None:
    text = (
        "A total of $880 million was awarded in grants by the US Department of Energy to seven battery recycling projects.\n\n"
        "The awarded projects were:\n\n"
        "Ostrand Metals – $150M for a second battery recycling plant in South Carolina\n\n"
        "Larch Materials: $55.2M for the expansion of a battery scrap plant in Oklahoma"
    )

    told = {(shown(each, "parties"), shown(each, "money")) for each in read(text) if each.kind == "investment"}

    assert {
        ("US Department of Energy government; Ostrand Metals target", "USD 150 million"),
        ("US Department of Energy government; Larch Materials target", "USD 55.2 million"),
    } <= told


def test_a_list_of_prices_hands_out_nothing() -> None:
    text = "Prices of battery makers' goods this week:\n\nOstrand Metals – $150M for its black mass line\n\nLarch Materials – $55M"

    assert not [each for each in read(text) if each.kind == "investment"]


PLANT = "Voltaryn will build a 60 GWh battery factory in Heide, Germany. "


@pytest.mark.parametrize(
    ("gift", "money"),
    [
        ("The federal government is supporting the project with 700 million euros.", "EUR 700 million"),
        ("The state of Schleswig-Holstein is contributing a grant of 137 million euros.", "EUR 137 million"),
        ("Germany has promised production subsidies of up to €700 million.", "up to EUR 700 million"),
        ("Germany is adding another €50 million.", "EUR 50 million"),
    ],
)
def test_money_that_names_no_taker_is_for_whose_plant_was_just_told(gift: str, money: str) -> None:
    told = only("investment", read(PLANT + gift))

    assert {party.name for party in told.parties if party.role == "target"} == {"Voltaryn"}
    assert shown(told, "money") == money


@pytest.mark.parametrize(
    "other",
    [
        "Germany is giving €3 billion to battery projects.",
        "The research ministry in Germany is giving €3 billion to the whole industry.",
    ],
)
def test_money_for_many_is_nobodys(other: str) -> None:
    told = [each for each in read(PLANT + other) if each.kind == "investment"]

    assert not [party for each in told for party in each.parties if party.role == "target"]


def test_money_for_a_plant_told_of_two_sentences_before_is_its_owners() -> None:
    told = only(
        "investment",
        read(
            PLANT
            + "Voltaryn will hire 3,000 workers to make the cells. Germany is contributing €50 million to the project."
        ),
    )

    assert {party.name for party in told.parties if party.role == "target"} == {"Voltaryn"}


def test_a_grant_for_the_facility_is_for_who_was_spoken_of_last() -> None:
    text = (
        "Velmora has commissioned a battery plant in Holland, Michigan. The facility was built by Birk, and Velmora spent "
        "$40 million to retool it. The Department of Energy provided a $19.9 million grant for the facility."
    )

    assert "Velmora target" in shown(only("investment", read(text)), "parties")


@pytest.mark.parametrize(
    "text",
    [
        "The plant was revealed at a meeting of the Kentucky Economic Board, which approved a large tax incentive package "
        "for the project.",
        "The county approved a $40 million grant for the project.",
    ],
)
def test_a_plant_for_which_money_is_approved_is_not_permitted(text: str) -> None:
    told = only("facility", read(f"Voltaryn plans to build a $2 billion battery plant in Bowling Green. {text}"))

    assert told.stage == "announced"


def test_incentives_for_a_company_that_is_named_are_money_and_no_rule() -> None:
    title = "Ohio Approves $400 Million in Incentives for Voltaryn Battery Plant"
    told = only("investment", read("The state reached an agreement with Voltaryn on Monday.", title=title))

    assert shown(told, "parties") == "State of Ohio government; Voltaryn target"


def test_a_loan_that_backs_a_storage_project_is_its_owners() -> None:
    text = (
        "Kestrel Power has begun installing a 5 MW battery storage system in Cramahe. The project is backed by a loan of"
        " $25 million from Royal Bank of Canada."
    )

    told = only("investment", read(text))

    assert shown(told, "parties") == "Royal Bank of Canada investor; Kestrel Power target"


def test_a_lands_development_corporation_is_a_body_of_it() -> None:
    told = only(
        "investment",
        read(
            "Kestrel Cells got a $16 million loan from South Africa's Industrial Development Corporation for its battery plant."
        ),
    )

    assert "Industrial Development Corporation, South Africa government" in shown(told, "parties")
