"""What a text says again, only describes or merely hopes for is told once or not at all."""

import pytest

from cellwire.claims.reading.setting import set_scene
from cellwire.claims.scene.scene import Scene
from cellwire.lexicon import load_lexicon
from cellwire.model import Development, Kind
from claims.telling import document, only, read, wrong


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
        ("BYD Electronics will build a battery plant in Ulsan.", "BYD Electronics"),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "Electric truck maker Larchway has signed a deal with Proterra for the long-term supply of batteries for its trucks.",
        "Larchway is in talks with CATL over battery supplies for its unannounced electric car.",
    ],
)
def test_who_needs_batteries_for_its_own_cars_buys_them(sentence: str) -> None:
    deal = only("supply", read(sentence))

    assert [party.name for party in deal.parties if party.role == "customer"] == ["Larchway"]


def test_a_headline_that_gives_the_same_companies_other_parts_is_the_text_s_deal() -> None:
    told = read(
        "Larchway is in talks with CATL and BYD over battery supplies for its unannounced electric car.",
        title="Larchway Is in Talks With CATL and BYD Regarding Battery Supply for Electric Car",
    )

    assert wrong(only("supply", told), {"parties": "CATL supplier; BYD supplier; Larchway customer"}) == {}


def test_the_deal_that_is_told_of_again_without_its_target_is_the_same() -> None:
    told = read(
        "General Motors has signed a deal to invest US$650 million in Lithium Americas, a battery material maker. The deal, which GM said "
        "is the largest investment yet by a carmaker to produce minerals, will give it access to production from the company's Thacker "
        "Pass lithium project in Nevada that could make enough lithium for a million cars a year."
    )

    assert wrong(only("investment", told), {"parties": "General Motors investor; Lithium Americas target"}) == {}


def test_credit_that_is_invested_is_not_lent() -> None:
    told = read(
        "GM will invest $625 million, part of it in letters of credit, to take a 38 per cent stake in the Thacker Pass lithium project."
    )

    assert {party.role for each in told for party in each.parties if party.name == "GM"} <= {"investor", "owner"}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            Kind.SUPPLY,
            "GM has put $1 billion into a mine as it seeks to secure the long-term supply of lithium from Albemarle.",
        ),
        (
            Kind.FACILITY,
            "“Stellantis' investment in Vulcan and the Zero Carbon Lithium Project represents a strong statement,” he said.",
        ),
        (Kind.FACILITY, "In November GM sold a shuttered battery manufacturing facility to Lordstown Motors."),
        (Kind.SUPPLY, "In November GM sold a shuttered battery manufacturing facility to Lordstown Motors."),
        (
            Kind.FACILITY,
            "It is where GM sold a manufacturing facility to Lordstown Motors, a company seeking to build battery-electric pickups.",
        ),
        (Kind.SUPPLY, "Daimler will supply battery packs to Daimler Trucks."),
        (
            Kind.INCIDENT,
            "Exide Technologies says the closures could result in the layoffs of 223 battery workers in Salina.",
        ),
    ],
)
def test_what_is_hoped_for_praised_sold_or_feared_does_not_happen(kind: Kind, sentence: str) -> None:
    assert _of(kind, read(sentence)) == []


def test_a_mine_does_not_grow_by_the_money_put_into_it() -> None:
    told = read(
        "US carmaker General Motors has increased its investment in a lithium mine in Nevada to nearly $1 billion."
    )

    assert "expanded" not in {each.stage for each in told}


@pytest.mark.parametrize(
    ("sentence", "owner", "stage"),
    [
        (
            "Syrah Resources has started active anode material, or AAM, production at its new plant in Vidalia. The AAM is needed for batteries.",
            "Syrah Resources",
            "operating",
        ),
        (
            "Novonix unveiled the 'Riverside Recharged' facility for battery anodes in Chattanooga.",
            "Novonix",
            "operating",
        ),
        (
            "Redwood Materials, a Tesla battery recycling partner, has announced the completion of construction on its cathode plant in "
            "Sparks, Nevada.",
            "Redwood Materials",
            "construction",
        ),
        ("Sila will wrap up construction on a battery anode plant in Moses Lake.", "Sila", "construction"),
    ],
)
def test_abbreviations_plants_names_and_customers_own_no_plant(sentence: str, owner: str, stage: str) -> None:
    plant = only("facility", read(sentence))

    assert ([party.name for party in plant.parties], plant.stage) == ([owner], stage)


def test_a_plant_s_own_name_is_no_place() -> None:
    plant = only(
        "facility", read("Novonix unveiled the 'Riverside Recharged' facility for battery anodes in Chattanooga.")
    )

    assert plant.place
    assert plant.place.name == "Chattanooga"


def test_what_a_company_has_said_is_confirmed_whoever_reports_it() -> None:
    told = read(
        "US automaker Ford has said it was pausing work on a battery plant in Michigan, Western media reported on Monday."
    )

    assert wrong(only("facility", told), {"stage": "delayed", "certainty": "confirmed"}) == {}


def test_a_part_of_a_state_is_nobody() -> None:
    told = read(
        "General Motors announced a joint venture with LG Chem to make batteries in Northeast Ohio, a significant step for the nation's "
        "largest automaker. The companies said they will team up to mass produce cells near Lordstown Ohio."
    )

    assert wrong(only("partnership", told), {"parties": "General Motors partner; LG Chem partner"}) == {}


def test_a_venture_in_halves_is_not_split_up() -> None:
    told = read(
        "General Motors and LG Chem will make batteries. Its head announced the plan during a call, and the companies said the venture "
        "would be an equal split.",
        title="GM, LG Chem team up on batteries",
    )

    assert only("partnership", told).stage == "signed"


def test_what_a_supplier_will_also_supply_is_another_deal() -> None:
    developments = read(
        "Birch Cells and Alder Power have signed a contract for the supply of 7.5 GWh of batteries. The companies gave no "
        "dates. Birch Cells will also supply 1.4 GWh of batteries for a solar project in Nevada."
    )
    (first,) = [each for each in developments if "Alder Power" in {party.name for party in each.parties}]
    assert [capacity.value for capacity in first.capacity] == [7.5]


def test_talks_of_another_part_are_told_beside_what_is_bought() -> None:
    told = read(
        "Lyten has agreed to buy Swedish battery maker Northvolt's remaining assets out of bankruptcy. Lyten, whose backers include "
        "McKinsey, Stellantis and Honeywell, has acquired Northvolt's factory in Skellefteå. Lyten is also in discussions to acquire "
        "Northvolt's operations in Quebec, Northvolt said."
    )

    assert {each.kind for each in told} == {Kind.INVESTMENT}
    assert [each.stage for each in told] == ["announced", "considered"]
    assert {party.name for each in told for party in each.parties} == {"Lyten", "Northvolt"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Lyten has signed an agreement to acquire all assets of bankrupt Swedish battery manufacturer Northvolt.",
        "Before its bankruptcy, battery maker Northvolt held an order book of $50 billion.",
    ],
)
def test_who_is_called_bankrupt_does_not_fail_now(sentence: str) -> None:
    assert _of(Kind.INCIDENT, read(sentence)) == []


def test_who_once_held_an_office_owns_nothing() -> None:
    told = read(
        "Matthias Arleth, Northvolt's former Chief Operations Officer, told Reuters it had made 30,000 battery cells a week at the "
        "Skellefteå plant before operations halted."
    )

    assert "Matthias Arleth" not in {party.name for each in told for party in each.parties}


def test_who_pays_for_its_own_tranche_buys_nothing_more() -> None:
    told = read(
        "GM has agreed to invest $650 million in the battery miner Lithium Americas. The stock costs $25, midway between what GM is paying "
        "for its first tranche of shares, and what it might pay for its second."
    )

    assert wrong(only("investment", told), {"parties": "GM investor; Lithium Americas target"}) == {}


def test_financing_that_is_secured_is_had() -> None:
    told = read(
        "UBS Asset Management has secured financing for four battery storage plants in Texas, with Deutsche Bank and First Citizens Bank "
        "serving as arrangers on a $315.7 million financing."
    )

    assert only("investment", told).stage == "completed"


def test_a_plant_that_is_to_begin_once_approved_is_not_permitted() -> None:
    told = read("Lotte is set to start building the battery foil plant in Ohio as soon as it gains approval.")

    assert only("facility", told).stage == "announced"


def test_an_agency_in_brackets_below_a_headline_is_not_the_company_the_headline_ends_with() -> None:
    names = {
        (name.span.cut(told.plain.text), name.name)
        for told in [
            _scene(
                "(Alliance News) - Corcel will supply nickel for batteries.",
                "Corcel signs battery deal with Kestrel Cells",
            )
        ]
        for sentence in told.sentences
        for name in sentence.names
    }

    assert names == {("Corcel", "Corcel"), ("Kestrel Cells", "Kestrel Cells")}


def _scene(text: str, title: str) -> Scene:
    scene = set_scene(document(text, title=title), load_lexicon())
    assert scene
    return scene


def test_a_supplier_that_the_headline_cuts_short_is_told_once() -> None:
    told = _of(
        Kind.SUPPLY,
        read(
            "BYD Energy Storage has landed a contract to supply 11.275 GWh of battery storage for Masdar.",
            title="BYD wins 11.3 GWh battery deal",
        ),
    )

    assert [wrong(each, {"parties": "BYD Energy Storage supplier; Masdar customer"}) for each in told] == [{}]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Northvolt plans to construct a new battery research centre in Ghent.",
            "announced",
        ),
        ("Northvolt broke ground on the battery research centre in Ghent on Monday.", "construction"),
    ],
)
def test_a_headlines_builds_is_as_far_as_the_text_says(text: str, stage: str) -> None:
    assert only("facility", read(text, title="Northvolt builds battery research centre in Ghent")).stage == stage


def test_what_a_firm_does_for_its_living_is_no_news() -> None:
    assert _of(Kind.TECHNOLOGY, read("Kestrel Cells, based in Ghent, develops new sodium-ion batteries.")) == []
