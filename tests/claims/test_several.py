"""Several plants told of in one breath: whose each value is."""

import pytest

from cellwire.model import DEAL_KINDS, Development
from claims.telling import only, read, shown


def _told(plant: Development) -> str:
    sums = [f"{money.amount:.0f} {money.currency}" for money in plant.money]
    jobs = [f"{plant.jobs.value} jobs"] if plant.jobs else []
    return " ".join(
        [plant.place.name if plant.place else "", *[capacity.text for capacity in plant.capacity], *sums, *jobs]
    )


def _plants(text: str, title: str = "") -> list[str]:
    return [_told(each) for each in read(text, title=title) if each.kind == "facility"]


def test_plants_of_two_companies_are_told_apart_where_later_sentences_do() -> None:
    plants = _plants(
        "Alder Energy and Birch Cells will open separate battery plants worth a combined $4 billion in Michigan.\n\n"
        "Alder Energy's $2.4 billion plant will create 2,300 jobs in Big Rapids, Michigan. The facility will make 30 GWh a "
        "year.\n\nBirch Cells' $1.6 billion plant will create 2,100 jobs in Lansing, Michigan."
    )
    assert plants == ["Big Rapids 30 GWh/yr 2400000000 USD 2300 jobs", "Lansing 1600000000 USD 2100 jobs"]


def test_a_sum_of_two_places_is_neithers() -> None:
    plants = _plants(
        "Alder Energy plans to invest 15 billion yuan to build battery plants of 43 GWh in Jianyang and Qujing.\n\n"
        "Alder Energy will build a battery plant of 20 GWh in Jianyang for 10 billion yuan.\n\n"
        "In Qujing, Alder Energy will build a battery plant of 23 GWh for 5 billion yuan."
    )
    assert plants == ["Jianyang 20 GWh/yr 10000000000 CNY", "Qujing 23 GWh/yr 5000000000 CNY"]


@pytest.mark.parametrize(
    ("sentence", "plants"),
    [
        (
            "Alder Energy will build battery plants in Szolnok (15 GWh) and Oradea (10 GWh).",
            ["Szolnok 15 GWh/yr", "Oradea 10 GWh/yr"],
        ),
        (
            "Alder Energy will build plants with 20 GWh in Michigan, 30 GWh in Tennessee and 12 GWh in Nevada.",
            ["Michigan 20 GWh/yr", "Tennessee 30 GWh/yr", "Nevada 12 GWh/yr"],
        ),
        (
            "Alder Energy will build a 15 GWh battery plant in Szolnok and one with 30 GWh in Oradea.",
            ["Szolnok 15 GWh/yr", "Oradea 30 GWh/yr"],
        ),
        (
            "Alder Energy will spend €600 million in Szolnok on a cell plant and €200 million in Oradea on a cathode plant.",
            ["Szolnok 600000000 EUR", "Oradea 200000000 EUR"],
        ),
        (
            "Alder Energy will invest $2 billion in a cell plant in Szolnok and a cathode plant in Oradea.",
            ["Szolnok 2000000000 USD"],
        ),
    ],
)
def test_plants_that_stand_side_by_side_have_their_own_figures(sentence: str, plants: list[str]) -> None:
    assert _plants(sentence) == plants


def test_what_only_a_sum_tells_is_kept() -> None:
    (plant,) = _plants("Alder Energy plans to invest 15 billion yuan to build battery plants in Jianyang and Qujing.")
    assert "15000000000 CNY" in plant


def _deals(text: str) -> list[str]:
    deals = [each for each in read(text) if each.kind == "supply"]
    return [f"{shown(each, 'parties')}: {shown(each, 'capacity')}" for each in deals]


def test_deals_with_two_partners_are_told_apart_where_later_sentences_do() -> None:
    deals = _deals(
        "Voltaryn Cathodes, a cathode group, signed long-term lithium supply deals with Ganfeng Lithium and Livent on "
        "Monday.\n\nThe deal with Ganfeng Lithium covers 20,000 tonnes from 2026. The agreement with Livent covers 42,000 "
        "tonnes from 2027."
    )
    assert deals == [
        "Ganfeng Lithium supplier; Voltaryn Cathodes customer: 20,000 t",
        "Livent supplier; Voltaryn Cathodes customer: 42,000 t",
    ]


def test_two_deals_of_a_sentence_have_their_own_partners() -> None:
    deals = _deals(
        "Tarvik Mining has signed an offtake agreement (BOA) with J&R Velmar Energy and has revised the offtake agreement "
        "with Ostrand Lithium for spodumene."
    )
    assert [deal.partition("; ")[2] for deal in deals] == ["J&R Velmar Energy customer: ", "Ostrand Lithium customer: "]


def test_a_headline_that_cuts_a_buyer_short_tells_the_same_deal() -> None:
    (deal,) = read(
        "CATL has entered into a battery supply agreement with Daimler Trucks & Buses.",
        title="CATL to supply battery modules for Daimler electric trucks",
    )
    assert shown(deal, "parties") == "CATL supplier; Daimler Trucks & Buses customer"


def test_deals_that_nothing_tells_apart_are_one() -> None:
    (deal,) = _deals("Voltaryn Cathodes signed lithium supply deals with Ganfeng Lithium and Livent for 62,000 tonnes.")
    assert deal.endswith(": 62,000 t")


def test_a_second_plant_and_the_first_keep_their_own_figures() -> None:
    text = (
        "Voltaryn will build a second battery plant in Szolnok. The first battery plant in Szolnok, which is being built, will "
        "make 33 GWh a year. The new battery plant will make 34 GWh a year. It will cost $3 billion; the investment for both "
        "plants will be $6 billion."
    )
    told = [each for each in read(text) if each.kind == "facility"]

    assert sorted([known.value for known in each.capacity] for each in told) == [[33], [34]]
    assert {known.amount for each in told for known in each.money} <= {3e9}


def test_the_first_plant_that_is_being_built_is_not_the_new_one() -> None:
    text = (
        "Voltaryn's new battery plant in Szolnok will make 34 GWh a year. The new battery plant in Szolnok will cost $3 billion. "
        "Work is already underway on Voltaryn's first battery plant in Szolnok, which is to open in 2027 with 33 GWh a year."
    )
    told = [each for each in read(text) if each.kind == "facility"]

    assert [[known.value for known in each.capacity] for each in told] == [[34], [33]]


def test_work_on_the_first_plant_is_no_news_in_a_text_about_the_second() -> None:
    title = "Voltaryn to build second battery plant in Kokomo"
    text = (
        "Voltaryn will build its second battery plant in Kokomo, Indiana. The plant will open in 2027 with 34 GWh. The two"
        " plants are to create 2,800 jobs. Voltaryn's first battery plant, which is also in Kokomo, is currently under construction."
    )

    news = [each for each in read(text, title=title) if not each.background]

    assert [(each.stage, each.jobs) for each in news] == [("announced", None)]


def test_the_jobs_of_two_plants_are_neither_ones() -> None:
    told = read("Alder Energy will build a battery plant in Szolnok. The two plants are to create 2,800 jobs.")

    assert [each.jobs for each in told] == [None]


def test_a_contract_with_a_union_supplies_nothing() -> None:
    text = "Contract negotiations between Stellantis and the United Auto Workers on battery supply went on."

    told = [each for each in read(text, title="Battery plants") if not each.by_words]
    assert not [each for each in told if each.kind in DEAL_KINDS]


def test_a_union_builds_no_plant() -> None:
    told = read("Voltaryn and the United Auto Workers expect a battery plant in Kokomo to be built by Voltaryn.")

    assert "United Auto Workers" not in {party.name for each in told for party in each.parties}


def test_a_fourth_plant_that_is_dropped_stands_where_none_of_the_three_stands() -> None:
    title = "GM and LG Energy drop plan for fourth U.S. battery plant"
    text = (
        "GM and LG Energy do not plan to move forward with a fourth U.S. battery plant. They operate a battery plant in Ohio"
        " and are developing two others, representing an investment of more than $6.5 billion.\n\nGM and LG Energy initially"
        " announced a $2.3 billion battery plant in Ohio in December 2019. Only the Ohio plant is currently operating."
    )

    news = [each for each in read(text, title=title) if not each.background and each.kind == "facility"]

    assert [(each.stage, each.place, each.money) for each in news] == [("cancelled", None, ())]


def test_a_plant_that_runs_beside_a_fourth_that_is_put_off_is_another() -> None:
    title = "GM and LG Energy Postponed Construction of Battery Plant in the U.S."
    text = (
        "US automaker General Motors Co. (GM) and South Korea's LG Energy Solution have indefinitely postponed plans to build"
        " a fourth battery plant in the US.\n\nThe two companies' joint venture, Ultium Cells LLC, is building two battery"
        " plants in Tennessee and Michigan, in addition to one already operating plant in Ohio."
    )

    postponed = next(each for each in read(text, title=title) if each.stage == "delayed")

    assert postponed.place is None


@pytest.mark.parametrize(
    ("behind", "towns"),
    [
        (
            "The one in Szolnok, with 12 GWh, is to open in 2026. The Debrecen plant follows in 2027.",
            {"Szolnok": [12], "Debrecen": []},
        ),
        (
            "A plant in Szolnok with a capacity of 12 GWh will open in 2026. In Debrecen it will make 30 GWh.",
            {"Szolnok": [12], "Debrecen": [30]},
        ),
        ("The plants will have 12 GWh.", {}),
    ],
    ids=["the one and the other", "a plant here, in the town there", "nothing of each"],
)
def test_two_plants_that_later_sentences_tell_one_by_one_are_two(behind: str, towns: dict[str, list[int]]) -> None:
    told = read(f"Alder Energy will build two battery plants in Hungary. {behind}")
    placed = {each.place.name: [size.value for size in each.capacity] for each in told if each.place}
    assert placed == towns
    assert all([party.name for party in each.parties] == ["Alder Energy"] for each in told)


def test_a_sentence_that_lists_news_keeps_each_apart() -> None:
    text = (
        "Northvolt has secured $252 million for a battery storage system in Texas, Sungrow is supplying a 371 MWh battery"
        " storage system in Houston, and Neoen and Eskom have broken ground on a battery storage project in Arizona."
    )

    told = only("facility", read(text))

    assert (shown(told, "parties"), shown(told, "place"), shown(told, "money"), shown(told, "capacity")) == (
        "Neoen owner; Eskom owner",
        "Arizona",
        "",
        "",
    )
