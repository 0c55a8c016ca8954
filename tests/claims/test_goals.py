"""What stands beside a plant or a deal and is more than it: goals, laws, former plans, all that a seller makes."""

import pytest

from claims.telling import only, read

PLANT = "Alder Energy will build a 12 GWh battery plant in Szolnok, Hungary."

GOALS = {
    "a strategy": "Alder Energy set out its strategy in May, saying it aims to reach 300 GWh by 2030.",
    "its planned capacity": "Alder Energy also raised its planned battery capacity by 100 GWh to about 300 GWh, to be supported by five gigafactories.",
    "a goal that is named": "The plant will contribute to Alder Energy's goal of at least 120 GWh of capacity by 2030.",
    "six more plants": "Alder Energy plans to build six gigafactories in Europe with a capacity of 240 GWh.",
    "a step towards": "The investment is a step towards its target of 200 GWh by 2030.",
    "a region": "By 2030, Alder Energy wants to produce 200 GWh a year in Europe.",
    "orders": "The group said its order backlog stands at 310 GWh.",
    "a land": "Hungary will have 250 GWh of battery capacity by 2030.",
    "a land as a producer": "Hungary was the fourth-largest producer in 2023, with 90 GWh.",
    "who commits": "The partners have committed to increase Alder Energy's industrial capacity to at least 120 GWh by 2030.",
    "a goal in TWh": "The move brings Alder Energy closer to its ambition of 1 TWh by 2035.",
    "what was aimed at": "In July, it was only aiming for an annual capacity of 8 GWh.",
    "twice the goal": "That is double the previous target of 6 GWh.",
    "an initial plan": "The plant is larger than the 6 GWh of its initial plan.",
    "what it had before": "The project earlier had a planned capacity of 9 GWh.",
    "one of two more": "The company has two more plans in Debrecen. The other one is a project with a capacity of 9 GWh.",
    "what it makes in another town": "It currently makes 30 GWh of cells a year in Debrecen.",
    "of what it had planned": "The group will build only 5 of the 24 GWh it had planned in Lublin.",
    "a refinery": "Its cobalt refinery will produce 6,500 tonnes of cobalt sulphate.",
}  # fmt: skip


@pytest.mark.parametrize("more", GOALS.values(), ids=GOALS)
def test_a_plant_has_no_size_of_what_its_company_aims_at_in_all(more: str) -> None:
    assert {size.text for size in only("facility", read(f"{PLANT} {more}")).capacity} == {"12 GWh/yr"}


OWN = {
    "to what it grows": ("The company aims to expand the plant to 40 GWh by 2030.", {"12 GWh/yr", "40 GWh/yr"}),
    "what it is raised to": (
        "The company plans to increase the plant's capacity to 40 GWh.",
        {"12 GWh/yr", "40 GWh/yr"},
    ),
    "a target for it": ("Alder Energy confirmed its target of 20 GWh for the plant.", {"12 GWh/yr", "20 GWh/yr"}),
    "where it stands": ("The plant in Hungary will have 20 GWh in the end.", {"12 GWh/yr", "20 GWh/yr"}),
    "the first of three": ("It is one of three plants and will reach 20 GWh.", {"12 GWh/yr", "20 GWh/yr"}),
}


@pytest.mark.parametrize(("more", "sizes"), OWN.values(), ids=OWN)
def test_a_plants_own_goal_is_its_size(more: str, sizes: set[str]) -> None:
    assert {size.text for size in only("facility", read(f"{PLANT} {more}")).capacity} == sizes


DEAL = "Alder Lithium will supply Birch Cells with 7,000 tonnes of lithium hydroxide a year"
OF_A_PARTY = {
    "a project's output": ". The project is expected to produce about 20,600 tonnes a year.",
    "what will be made": ". Once it runs, 20,600 tonnes of lithium carbonate will be generated from the project.",
    "a miner's mine": ". Alder's mine will yield 20,600 tonnes of lithium carbonate.",
    "the buyer's cars": ". Birch Cells aims to make 2 million electric vehicles a year by 2026.",
    "another plant": ". Its first plant is a 10,000 tonnes per year facility under construction in Poland.",
    "its refinery": " from its refinery in Kwinana, which has a capacity of 48,000 tonnes.",
    "what it has": ". Birch Cells has nearly 10,000 tonnes.",
    "what came before": ". Alder has delivered 2,400 tonnes to Birch before.",
}


@pytest.mark.parametrize("more", OF_A_PARTY.values(), ids=OF_A_PARTY)
def test_what_a_seller_makes_and_a_buyer_has_is_no_volume_of_their_deal(more: str) -> None:
    assert {size.text for size in only("supply", read(f"{DEAL}{more}")).capacity} == {"7,000 t/yr"}


def test_what_a_volume_is_enough_for_stays() -> None:
    told = only(
        "supply", read("Alder Lithium will supply Birch Cells with lithium. It is enough for 150,000 cars a year.")
    )
    assert {size.text for size in told.capacity} == {"150,000 vehicles/yr"}


COST = "Alder Energy will invest €900 million in a battery plant in Szolnok, Hungary"
GRANT = (
    "The US Department of Energy awarded Alder Energy a $900 million grant for a battery separator plant in Tennessee"
)
OTHER_MONEY = {
    "a law": ("investment", f"{GRANT}, from the $1 trillion 2021 bipartisan infrastructure law."),
    "a law that funds": ("investment", f"{GRANT}. Funded through the $1 trillion infrastructure law, the grant covers half."),
    "a larger whole": ("investment", f"{GRANT}, part of a larger investment of $1,504 million."),
    "an earlier round": ("investment", f"{GRANT}. A prior round of funding offered $1.8 billion for 14 projects."),
    "a plan": ("facility", f"{COST}, as part of a €5 billion plan for electric cars."),
    "what was raised": ("facility", f"{COST}. Its $405 million fundraise in May was led by Cedar Capital."),
    "what was bought": ("facility", f"{COST}. The project became larger after the firm's €825 million acquisition of Birch Cells."),
    "another firm": ("facility", f"{COST}. The plant's maker invested €30 million in Birch Lithium."),
    "from the state": ("facility", f"{COST}. The plant was built in part with €82 million from the government."),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), OTHER_MONEY.values(), ids=OTHER_MONEY)
def test_a_law_and_a_larger_whole_lend_no_sum(kind: str, text: str) -> None:
    assert {sum.amount for sum in only(kind, read(text)).money} == {9e8}


def test_what_a_contract_was_worth_before_it_grew_is_not_its_sum() -> None:
    told = only(
        "supply",
        read("Alder Motors boosted its order for battery cells with Birch Cells to 7.3 billion euros from an original booking in 2018 that was worth 4 billion euros."),
    )  # fmt: skip
    assert {sum.amount for sum in told.money} == {7.3e9}


def test_a_headline_of_what_a_maker_wants_to_have_is_its_plan() -> None:
    told = only("facility", read("The battery maker said so.", title="Alder Energy targets 100 GWh of cells by 2030"))

    assert (told.stage, told.place, [size.text for size in told.capacity]) == ("announced", None, ["100 GWh/yr"])
