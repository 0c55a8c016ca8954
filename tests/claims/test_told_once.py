"""What a text says again, only describes or merely hopes for is told once or not at all."""

import pytest

from cellwire.model import Development, Kind
from claims.telling import only, read, wrong


def _of(kind: Kind, told: list[Development]) -> list[Development]:
    return [each for each in told if each.kind is kind]


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        (
            "Kestrel Cells, a maker of anodes for batteries, raised $70 million this month. Larch Ventures led the latest funding and was "
            "joined by earlier investors, including Amazon and one of the main Chinese battery makers, Dornay Power Limited.",
            "Larch Ventures investor; Amazon investor",
        ),
        (
            "Kestrel Cells, a maker of anodes for batteries, raised $70 million this month. The funding round was led by two Boston-area "
            "companies, Birk Energy Technologies and Larch Industries.",
            "Birk Energy Technologies investor; Larch Industries investor",
        ),
    ],
)
def test_who_leads_a_round_is_told_with_who_raised_it(text: str, backers: str) -> None:
    round = only("investment", read(text))

    assert wrong(round, {"parties": f"Kestrel Cells target; {backers}", "money": "USD 70 million"}) == {}


def test_who_buys_into_another_s_offering_raises_nothing() -> None:
    told = read(
        "Daimler plans to invest in Kestrel Cells's planned $480 million initial public offering, aiming to ensure a stable supply of "
        "batteries from the Chinese company, three people familiar with the matter said."
    )

    assert wrong(only("investment", told), {"parties": "Daimler investor; Kestrel Cells target"}) == {}
    assert _of(Kind.SUPPLY, told) == []


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.TECHNOLOGY, "Exide Technologies specializes in producing battery technology."),
        (
            Kind.PARTNERSHIP,
            "Ore comes from the mine where Albemarle is a joint venture partner with China's Tianqi Lithium.",
        ),
        (Kind.FACILITY, "The fully permitted lithium project of Lithium Americas sits on a salt lake in Jujuy."),
        (Kind.FACILITY, "CATL is evaluating new equipment at its battery plant in Erfurt."),
        (Kind.FACILITY, "CATL raised the money for its battery factory in Erfurt."),
        (Kind.FACILITY, "CATL is committed to product development in the growing market for energy storage batteries."),
    ],
)
def test_what_is_described_is_no_news(kind: Kind, sentence: str) -> None:
    assert _of(kind, read(sentence)) == []


def test_what_partners_mean_to_build_somewhere_is_their_bond() -> None:
    told = read("Under the agreement, LG Chem and Huayou Cobalt will cooperate in building LFP cathode plants.")

    assert _of(Kind.FACILITY, told) == []
    assert wrong(only("partnership", told), {"parties": "LG Chem partner; Huayou Cobalt partner"}) == {}


def test_a_council_that_backs_a_plan_permits_a_plant_and_makes_no_law() -> None:
    told = read(
        "A plan to turn Norrvik Airport into a gigafactory for batteries came a step closer as Coventry City Council has now backed "
        "the £2.5bn scheme."
    )

    assert wrong(only("facility", told), {"stage": "permitted", "money": "GBP 2.5 billion"}) == {}
    assert _of(Kind.POLICY, told) == []


def test_a_plant_that_is_bid_for_is_only_weighed() -> None:
    told = read("Reliance Industries has submitted bids to set up a battery gigafactory in Gujarat.")

    assert only("facility", told).stage == "considered"


def test_a_fire_is_one_though_its_owner_is_named_late() -> None:
    told = read(
        "A fire broke out at a battery factory in Ulsan on Monday.\n\nOfficials spoke.\n\nNobody knows the cause.\n\nFamilies came."
        "\n\nA probe is to follow.\n\nThe fire started in a building of the battery maker Kestrel Cells."
    )

    assert wrong(only("incident", told), {"parties": "Kestrel Cells owner"}) == {}


def test_a_rule_that_is_also_announced_is_the_same_one() -> None:
    told = read(
        "China's government imposed export controls on battery technology on Thursday.\n\nThe rules are strict.\n\nMakers wait.\n\n"
        "Shares fell.\n\nAnalysts were not surprised.\n\nMore is to come.\n\n"
        "The government also announced similar restrictions on the export of graphite."
    )

    assert len(_of(Kind.POLICY, told)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Battery maker Kestrel Cells said that it granted BMW Group a licence to its solid-state battery know-how.",
        "Battery maker Kestrel Cells will license its LFP cell technology to BMW Group.",
        "BMW Group has obtained a licence from Kestrel Cells for its solid-state cells.",
    ],
)
def test_a_licence_is_a_bond_of_giver_and_taker(sentence: str) -> None:
    told = read(sentence)

    bond = {"stage": "signed", "parties": "Kestrel Cells partner; BMW Group partner"}
    assert wrong(only("partnership", told), bond) == {}
    assert _of(Kind.TECHNOLOGY, told) == []


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("SK Enmove will build a battery plant in Ulsan.", "SK Enmove"),
        ("JSW Neo Energy will build a battery plant in Gujarat.", "JSW Neo Energy"),
        ("Samsung Heavy Industries will build a battery plant in Geoje.", "Samsung Heavy Industries"),
        ("LG Chairman Koo said that LG will build a battery plant in Ohio.", "LG"),
        ("SK will build a battery plant in Ulsan.", "SK"),
    ],
)
def test_a_name_within_a_longer_name_is_not_that_name(sentence: str, owner: str) -> None:
    assert [party.name for party in only("facility", read(sentence)).parties] == [owner]


def test_a_car_is_no_company_of_its_maker_s_name() -> None:
    told = read("The Nikola Tre BEV uses battery cells made by LG Energy Solution.")

    assert {party.name for each in told for party in each.parties} <= {"Nikola", "LG Energy Solution"}
