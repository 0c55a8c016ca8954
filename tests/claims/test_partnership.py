"""Companies that get together, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Stellantis and Factorial signed a memorandum of understanding on solid-state batteries.", "mou",
        parties="Stellantis partner; Factorial partner", chemistry="solid-state"),
    row("Stellantis, which combined PSA and Fiat Chrysler, said it has signed a joint development agreement with Factorial "
        "and is making an investment in the battery company.", "signed", parties="Stellantis partner; Factorial partner"),
    row("Nissan and Honda have agreed to work together on batteries for electric cars.", "signed",
        parties="Nissan partner; Honda partner"),
    row("Kestrel Cells and Umicore have formed a joint venture for cathode materials.", "signed",
        parties="Kestrel Cells partner; Umicore partner"),
    row("Bosch and Pelion Energy have ended their battery cooperation.", "terminated",
        parties="Bosch partner; Pelion Energy partner"),
    row("Volkswagen is in talks with Gotion about a joint venture for battery cells, sources said.", "considered",
        parties="Volkswagen partner; Gotion partner", certainty="reported"),
    row("ProLogium signed a letter of intent with Mahle on the cooling of solid-state batteries.", "mou",
        parties="ProLogium partner; Mahle partner"),
    row("Ola Electric entered into a strategic partnership with StoreDot to develop fast-charging batteries.", "signed",
        parties="Ola Electric partner; StoreDot partner"),
    row("BASF and CATL have joined forces in battery recycling.", "signed", parties="BASF partner; CATL partner"),
    row("Daimler Truck has teamed up with Pelion Energy to develop batteries for electric lorries.", "signed",
        parties="Daimler Truck partner; Pelion Energy partner"),
    row("Solvay and Orbia have dissolved their joint venture for battery binders.", "terminated",
        parties="Solvay partner; Orbia partner"),
    row("Kanthos Metals announced a non-binding memorandum of understanding with Mitsui on nickel for batteries.", "mou",
        parties="Kanthos Metals partner; Mitsui partner"),
    row("POSCO Holdings and Honda are considering a joint venture for cathode materials.", "considered",
        parties="POSCO Holdings partner; Honda partner", certainty="reported"),
    row("Cathode maker Umicore plans to set up a joint venture with Northvolt in France.", "considered",
        parties="Umicore partner; Northvolt partner", certainty="confirmed"),
    row("Umicore and Northvolt plan a cathode joint venture.", "considered",
        parties="Umicore partner; Northvolt partner", certainty="confirmed"),
    row("Toyota and Panasonic are about to launch a joint venture for battery cells, said a source.", "considered",
        parties="Toyota partner; Panasonic partner", certainty="reported"),
    row("Toyota and Idemitsu will cooperate on mass production of solid-state batteries.", "signed",
        parties="Toyota partner; Idemitsu partner", chemistry="solid-state"),
    row("Saltline Energy and the Portuguese government signed a memorandum on battery recycling.", "mou",
        parties="Saltline Energy partner; Government of Portugal government"),
    weak("is not read", "Under a licence agreement signed last Friday, Ionvale will use Pelion Energy's LFP technology.", "signed",
        chemistry="LFP"),
    row("The partnership between Haulmark Trucks and Kestrel Cells covers the joint development of battery packs.", "signed",
        parties="Haulmark Trucks partner; Kestrel Cells partner"),
    row("Glencore, Umicore and Recyvolt set up an alliance to collect spent batteries across Europe.", "signed",
        parties="Glencore partner; Umicore partner; Recyvolt partner"),
    row("The memorandum on battery packs that Kestrel Cells and the Philippine bus maker Haulmark Trucks signed in April has lapsed.", "terminated",
        parties="Kestrel Cells partner; Haulmark Trucks partner"),
    row("Ford and BMW formed a partnership with Kestrel Cells to develop batteries.", "signed",
        parties="BMW partner; Ford partner; Kestrel Cells partner"),
    row("Saudi Aramco and China's CNGR are considering a joint venture for cathode precursor.", "considered",
        parties="Saudi Aramco partner; CNGR partner", certainty="reported"),
    row("Velmora signed an agreement with Alderholt on battery recycling and plans to launch the joint venture company by the end of this "
        "year.", "signed", parties="Velmora partner; Alderholt partner", dates=""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_who_gets_together_and_how_firmly(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("partnership", read(sentence)), expected) == {}


def test_what_a_market_is_to_be_worth_is_no_sum_of_a_partnership() -> None:
    told = only(
        "partnership",
        read(
            "Umicore and SKC have formed a partnership in the battery market, a market predicted to reach $300 billion by 2030."
        ),
    )

    assert told.money == ()


def test_each_of_two_bonds_has_its_own_partner() -> None:
    text = "Kestrel Cells signed a memorandum of understanding with Volvo and a framework agreement with Geely on batteries."
    parties = {shown(each, "parties") for each in read(text) if each.kind == "partnership"}

    assert parties == {"Kestrel Cells partner; Volvo partner", "Kestrel Cells partner; Geely partner"}


STANDING = [
    "A joint venture between Agrigo and Birk aims to become the largest maker of battery cells.",
    "Agrigo names its joint venture with Birk that makes battery cells.",
    "Agrigo's battery partnership with Birk is stronger than ever.",
    "The takeover has given Wesfarmers a 50 per cent interest in the lithium joint venture (JV) project, with SQM holding the rest.",
    "Murata and Sony signed a memorandum of understanding regarding the transfer of the battery business.",
    "Lithium was sold at a high price under Kestrel Cells' marketing agreement with Volvo.",
    "Kestrel Cells' partnership with Volvo hasn't been lucrative for the battery maker.",
    "The battery gigafactory is a joint venture by Kestrel Cells and Volvo.",
]


@pytest.mark.parametrize("sentence", STANDING)
def test_a_bond_that_is_only_spoken_of_is_no_news(sentence: str) -> None:
    assert not [each for each in read(sentence) if each.kind == "partnership"]


def test_a_memorandum_with_somebody_unnamed_is_told() -> None:
    told = read(
        "Kestrel Cells has entered into a memorandum of agreement with a major Asian conglomerate on batteries."
    )

    assert wrong(only("partnership", told), {"stage": "mou", "parties": "Kestrel Cells partner"}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Haulmark Trucks will own the site and make batteries using CATL's technology.",
        "Under the arrangement, Haulmark Trucks will make the cells using LFP battery cell knowledge and services "
        "provided by CATL.",
        "Haulmark Trucks will be contracting the battery know-how from China's CATL, which will help set up the plant.",
    ],
)
def test_who_makes_something_by_what_another_knows_has_a_licence(text: str) -> None:
    told = read(text)

    assert (
        wrong(only("partnership", told), {"stage": "signed", "parties": "Haulmark Trucks partner; CATL partner"}) == {}
    )
    assert not [each for each in told if each.kind == "supply"]


def test_a_partnership_that_is_named_with_its_partners_ends() -> None:
    told = read("The battery partnership with the carmaker Volvo and South Korean cell maker SK On Co. had ended.")

    assert only("partnership", told).stage == "terminated"


def test_the_partner_before_this_one_is_told_apart() -> None:
    text = (
        "LG Energy Solution, Volvo and Koc signed a memorandum of understanding on batteries on Tuesday.\n\n"
        "Volvo and Koc had originally signed a memorandum of understanding on batteries with SK On."
    )
    now = [each for each in read(text, title="LG Energy Solution signs") if not each.background]

    assert not [party for each in now for party in each.parties if party.id == "sk-on"]


def test_a_joint_venture_for_one_plant_is_the_plant() -> None:
    told = read("Kestrel Cells and Umicore will form a joint venture to build a cathode plant in Kokkola, Finland.")

    assert only("facility", told).place
    assert not [each for each in told if each.kind == "partnership"]


def test_goods_from_one_partner_to_the_other_are_a_supply() -> None:
    told = read("Under the partnership Kestrel Cells will supply Scania with battery cells from 2026.")

    assert only("supply", told).stage == "signed"
    assert not [each for each in told if each.kind == "partnership"]


def test_a_recycling_agreement_is_told() -> None:
    told = read(
        "Battery recycler Envirostream signed an exclusive battery recycling agreement with LG Energy Solution."
    )

    assert (
        wrong(
            only("partnership", told),
            {"stage": "signed", "parties": "Envirostream partner; LG Energy Solution partner"},
        )
        == {}
    )


def test_what_is_expected_to_be_announced_is_not_agreed() -> None:
    told = read("Kestrel Cells and Volvo are expected to announce plans for a battery partnership soon.")

    assert only("partnership", told).stage == "considered"


def test_a_venture_that_is_described_is_not_founded_anew() -> None:
    told = read("Ionway is a joint venture formed by Umicore and Volkswagen to make cathode materials.")

    assert [each for each in told if each.kind == "partnership"] == []


def test_a_chamber_of_commerce_and_a_state_are_partners() -> None:
    told = only(
        "partnership",
        read(
            "The Indonesian Chamber of Commerce and Industry and the West Australian government signed a memorandum on battery minerals."
        ),
    )
    assert (
        shown(told, "parties")
        == "Indonesian Chamber of Commerce and Industry partner; Government of Western Australia government"
    )


def test_a_letter_about_a_stake_is_no_second_deal() -> None:
    text = (
        "Agrigo plans to acquire a majority stake in Velmora Cells, the battery unit of Birk. The two companies have signed "
        "a letter of intent on the deal."
    )

    assert {each.kind for each in read(text)} == {"investment"}


def test_goods_under_a_deal_that_are_for_tests_are_no_supply() -> None:
    text = (
        "Li-Metal and Blue Solutions have a joint development deal under which Li-Metal will supply anodes for testing."
    )

    assert not [each for each in read(text) if each.kind == "supply"]


@pytest.mark.parametrize("both", ["Both companies will", "The two also want to", "They have agreed to jointly"])
def test_what_two_will_develop_is_their_partnership(both: str) -> None:
    text = f"Agrigo has invested $90 million in Velmora Cells. {both} develop batteries for electric aircraft."

    assert shown(only("partnership", read(text)), "parties") == "Agrigo partner; Velmora Cells partner"


def test_a_venture_that_is_only_named_is_no_new_bond() -> None:
    text = (
        "Accelera and Paccar have broken ground on a battery cell plant in Marshall County, Mississippi. Their joint venture, "
        "Amplify Cell Technologies, will make cells there from 2027."
    )

    assert not [each for each in read(text) if each.kind == "partnership"]


def test_what_happens_under_the_partnerships_is_no_further_one() -> None:
    text = (
        "Velmora Cells has entered into partnerships with Agrigo and Birk to commercialise its battery. "
        "Under the partnerships, both Agrigo and Birk will test the battery in their cars."
    )

    assert not [each for each in read(text) if each.kind == "partnership" and "Velmora" not in shown(each, "parties")]


def test_whose_venture_a_firm_is_founds_none() -> None:
    told = read("The anodes are sold to Velmora Cells, Agrigo's battery cell joint venture with Birk in Lima, Ohio.")

    assert "partnership" not in {each.kind for each in told}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Agrigo partners with Tesla co-founder's Birk Materials on battery storage.",
            {"Agrigo", "Birk Materials"},
        ),
        (
            "Agrigo Lithium has entered into a strategic partnership on batteries with La Corporation of Birk.",
            {"Agrigo Lithium"},
        ),
    ],
)
def test_who_is_only_part_of_a_name_or_calling_is_no_partner(sentence: str, names: set[str]) -> None:
    assert {party.name for each in read(sentence) for party in each.parties} <= names


@pytest.mark.parametrize(
    ("deal", "goods"),
    [
        ("has signed a memorandum of understanding with Birk Solar", None),
        ("has signed a memorandum of understanding with Birk Solar on storage systems", "storage"),
    ],
)
def test_what_two_are_says_nothing_of_what_they_agree_on(deal: str, goods: str | None) -> None:
    trades = "Agrigo Solar, a leader in panels and energy storage solutions,", ", a storage solutions provider in Lima."
    told = only("partnership", read(deal.join(f"{trade} " if at == 0 else trade for at, trade in enumerate(trades))))

    assert (told.product.name if told.product else None) == goods
