"""Money that changes hands, one sentence each."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from cellwire.model import BlockKind, Development, Kind, Role
from claims.telling import document, only, read, row, shown, weak, wrong

ROWS = [
    row("Battery giant CATL jumps 16% in Hong Kong debut.", "completed", parties="CATL target"),
    row("The battery recycler Cyclonex, founded by former Tesla executive JB Marlow, said it raised $1 billion in a round co-led by Alder Capital.",
        "completed", parties="Cyclonex target; Alder Capital investor", money="USD 1 billion"),
    row("Rio Tinto completes $6.7bn Arcadium Lithium purchase.", "completed",
        parties="Rio Tinto investor; Arcadium Lithium target", money="USD 6.7 billion"),
    row("Velmor is selling its stake in their battery plant venture to its partner, Norvik.", "announced",
        parties="Velmor owner; Norvik investor"),
    row("Velmor Grid snaps up storage projects, Engie buys out the battery firm Norvik.", "announced",
        parties="Engie investor; Norvik target"),
    row("Velmor takes a 19% stake in Albemarle target Liontown, a lithium miner.", "announced", parties="Velmor investor; Liontown Resources target"),
    row("The battery firm Norvik, now valued above $3 billion, also got a $100 million grant from the US Department of Energy.",
        "completed", parties="Norvik target; US Department of Energy government", money="USD 100 million"),
    row("Velmor Grid has closed a $150 million construction warehouse revolving credit facility for its battery storage.",
        "completed", parties="Velmor Grid target", money="USD 150 million"),
    row("Velmor Grid closes $242 million financing for battery storage.", "completed", parties="Velmor Grid target"),
    row("Northvolt secures $1.2 billion in convertible notes from BlackRock for its battery plants.", "announced",
        parties="Northvolt target; BlackRock investor", money="USD 1.2 billion"),
    row("Lyten completes the acquisition of Northvolt's Dwa energy storage plant in Poland.", "completed",
        parties="Lyten investor; Northvolt owner"),
    row("Berkshire Hathaway fully exits its stake in BYD, the battery maker.", "announced",
        parties="Berkshire Hathaway owner; BYD target"),
    row("Norvik Lithium conditionally raised 2.4 million pounds through a share placement.", "announced", parties="Norvik Lithium target"),
    row("Norvik Lithium said it plans to raise gross proceeds of up to 2.4 million pounds through a placement of new shares.", "announced",
        parties="Norvik Lithium target", money="up to GBP 2.4 million"),
    row("The European Commission approved a €200 million direct grant scheme from Spain. It will support makers of batteries.", "announced",
        parties="Government of Spain government", money="EUR 200 million"),
    row("Recharge Industries will take over Britishvolt, which revives hopes for the construction of a £3.8 billion gigafactory.",
        "announced", parties="Recharge Industries investor; Britishvolt target", money=""),
    row("Rio Tinto drops Arcadium Lithium takeover.", "terminated", parties="Rio Tinto investor; Arcadium Lithium target"),
    row("Velmor cuts stake in battery maker Norvik to 5%.", "announced", parties="Norvik target; Velmor owner"),
    row("Velmor has bought the battery business of Norvik for €40m.", "completed",
        parties="Velmor investor; Norvik target", money="EUR 40 million"),
    row("Glencore agreed to acquire assets of the battery recycler Li-Cycle in a court-supervised process.", "announced",
        parties="Glencore investor; Li-Cycle target"),
    row("South32 has agreed to sell its Cerro Matoso nickel mine to CoreX Holding, a battery firm.", "announced",
        parties="South32 owner; CoreX Holding investor", place="Cerro Matoso"),
    row("Empire State Development will provide up to $450,000 to the battery recycler Li-Cycle through a jobs programme.", "announced",
        parties="Empire State Development government; Li-Cycle target", money="up to USD 450,000"),
    row("Bosch weighs spin-off of battery unit.", "considered", parties="Bosch owner"),
    row("Bosch to spin off battery business.", "announced", parties="Bosch owner"),
    row("Storage maker Fluence has withdrawn its application to list in Hong Kong.", "terminated", parties="Fluence target"),
    row("Battery start-up Sila has collected $85 million from investors including Panasonic and Volkswagen.", "completed",
        parties="Sila target; Panasonic investor; Volkswagen investor"),
    row("Battery start-up Quellstrom pulls in $220 million to scale up anodes.", "announced", parties="Quellstrom target"),
    row("Mitsubishi has bought Ford's 15% stake in the lithium company Livent for $310 million.", "completed",
        parties="Mitsubishi investor; Ford owner; Livent target"),
    row("Vianode has received the first tranche of C$20 million from the Canadian government for its anode plant.", "completed",
        parties="Vianode target; Government of Canada government"),
    row("Lithium is cheap. It rained. Albemarle scrapped its proposed $4.16 billion takeover of Liontown Resources.", "terminated",
        parties="Albemarle investor; Liontown Resources target", money="USD 4.16 billion"),
    row("Suzuki will acquire Kanadevia's all-solid-state battery business.", "announced", parties="Suzuki investor; Kanadevia target"),
    row("Battery maker Kestrel Cells has raised $250 million in a Series C round led by Goldman Sachs.", "completed",
        parties="Kestrel Cells target; Goldman Sachs investor", money="USD 250 million"),
    row("Battery maker Kestrel Cells, led by Ines Ruiz, has raised $90 million in a round led by Goldman Sachs (NYSE: GS) and Arborline "
        "Technologies LLC, a venture group.", "completed",
        parties="Kestrel Cells target; Goldman Sachs investor; Arborline Technologies investor", money="USD 90 million"),
    row("Battery maker Kestrel Cells has raised $90 million. The latest round, led by investors Pemberton Wessex and Sixth Hill, makes "
        "Kestrel Cells a large firm. Other contributors to the funding round included existing investors Ostrand "
        "Inc., Larch and Velmo.",
        "completed", money="USD 90 million", parties="Kestrel Cells target; Pemberton Wessex investor; Sixth Hill "
        "investor; "
        "Ostrand investor; Larch investor; Velmo investor"),
    row("Battery maker Kestrel Cells has raised $90 million to complete a factory that will supply customers, including Porsche and Panasonic.",
        "completed", parties="Kestrel Cells target", money="USD 90 million"),
    row("The US Department of Energy closed a loan of $2.5 billion to Ultium Cells, the joint venture between GM and LG Energy Solution, "
        "for battery plants.", "completed", parties="US Department of Energy government; Ultium Cells target"),
    row("Neo Lithium has raised $8.6 million from CATL, the largest battery company. It develops a lithium brine.",
        "completed", parties="CATL investor; Neo Lithium target", product="lithium"),
    row("The $90 million funding round of battery maker Kestrel Cells included Larch Capital.", "completed",
        parties="Kestrel Cells target; Larch Capital investor", money="USD 90 million"),
    row("Battery maker Kestrel Cells is in talks on a $90 million funding round with Larch Capital.", "considered",
        parties="Kestrel Cells target; Larch Capital investor", money="USD 90 million", certainty="reported"),
    row("Voltaryn, a battery maker, has raised $33 million in a Series A round led by Ostrand Capital. Other investors include Velmar "
        "Shipbuilding, Kessel Line, Quellstrom Bank, and Tarvik Ventures.", "completed", parties="Voltaryn target; "
        "Ostrand Capital investor; "
        "Velmar Shipbuilding investor; Kessel Line investor; Quellstrom Bank investor; Tarvik Ventures investor"),
    row("The US Department of Energy announced a conditional loan of $1.2 billion to ENTEK. If finalized, the loan will finance a new "
        "facility in Terre Haute, Indiana, for battery separators.", "announced", place="Terre Haute", product="separator"),
    row("Glencore has acquired a 10% stake in the battery recycler Li-Cycle for $200 million.", "completed",
        parties="Glencore investor; Li-Cycle target", money="USD 200 million"),
    row("The US Department of Energy has offered battery recycler Redwood Materials a conditional commitment for a $2 billion loan.",
        "announced", parties="US Department of Energy government; Redwood Materials target", money="USD 2 billion"),
    row("The European Investment Bank will lend battery maker Northvolt €1 billion.", "announced",
        parties="European Investment Bank investor; Northvolt target", money="EUR 1 billion"),
    weak("reads another dates", "Battery maker SK On plans to list its shares in Seoul in 2026.", "announced",
        parties="SK On target", dates="event 2026"),
    row("Rio Tinto agreed to buy Arcadium Lithium for $6.7 billion.", "announced",
        parties="Rio Tinto investor; Arcadium Lithium target", money="USD 6.7 billion"),
    row("Albemarle has withdrawn its A$6.6 billion takeover bid for Liontown Resources, which is building a lithium mine.", "terminated",
        parties="Albemarle investor; Liontown Resources target", money="AUD 6.6 billion"),
    row("Volkswagen is considering buying a stake in battery maker Kestrel Cells, sources said.", "considered",
        parties="Volkswagen investor; Kestrel Cells target", certainty="reported"),
    row("The Canadian government will give battery maker Kestrel Cells a grant of C$640 million.", "announced",
        parties="Government of Canada government; Kestrel Cells target", money="CAD 640 million"),
    row("LG Chem will inject 300 billion won into the cathode maker Pelion Materials.", "announced",
        parties="LG Chem investor; Pelion Materials target", money="KRW 300 billion"),
    row("Porsche has taken over the battery maker Varonis Power.", "completed",
        parties="Porsche investor; Varonis Power target"),
    row("Ionvale, which makes lithium-metal cells, closed a $90 million Series B with BMW i Ventures.", "completed",
        parties="Ionvale target; BMW i Ventures investor", money="USD 90 million"),
    row("The battery start-up Ionvale is being bought by Samsung SDI for £120 million.", "announced",
        parties="Samsung SDI investor; Ionvale target", money="GBP 120 million"),
    row("Mitsui bought 12.5% of the shares in the lithium miner Ironbark Mining for $66 million.", "completed",
        parties="Mitsui investor; Ironbark Mining target", money="USD 66 million"),
    row("Ministers in Paris approved €1.5 billion in state aid for ProLogium's battery project.", "announced",
        money="EUR 1.5 billion"),
    row("Pelion Energy, a maker of battery packs, hopes to raise up to HK$4 billion from an initial public offering.", "announced",
        parties="Pelion Energy target", money="up to HKD 4 billion"),
    weak("reads another stage and parties", "A loan of 500 million kronor to cell maker Norrvik Cells was paid out by Export Finance Norway in April.", "completed",
        parties="Norrvik Cells target; Export Finance Norway investor"),
    row("Mercedes-Benz has sold its 3% of Farasis Energy, which makes battery cells.", "completed",
        parties="Farasis Energy target; Mercedes-Benz owner"),
    row("Trafigura has dropped its plan to take 35% of the lithium miner Ironbark Mining.", "terminated",
        parties="Trafigura investor; Ironbark Mining target"),
    row("The takeover of battery maker Kestrel Cells by Porsche was completed on Monday.", "completed",
        parties="Porsche investor; Kestrel Cells target"),
    row("Ganfeng Lithium pays Ironbark Mining $300 million for half of its lithium mine.", "announced",
        parties="Ganfeng Lithium investor; Ironbark Mining owner", money="USD 300 million"),
    row("Battery maker Kestrel Cells has received $40 million in new equity from Siemens and ABB.", "completed",
        parties="Siemens investor; ABB investor; Kestrel Cells target", money="USD 40 million"),
    row("Kestrel Cells has cancelled its planned Nasdaq listing, which was to raise $35 million for its battery plant.", "terminated",
        parties="Kestrel Cells target", money="USD 35 million"),
    row("Kestrel Cells has withdrawn its application for a $410 million loan from the US Department of Energy for its batteries.", "terminated",
        parties="US Department of Energy government; Kestrel Cells target"),
    row("Ionvale, which makes lithium-metal cells, secured $23.5 million from Honda and investors Brightwater Capital, Coatl, and Temasek.",
        "completed", parties="Ionvale target; Honda investor; Brightwater Capital investor; Coatl investor; Temasek "
        "investor",
        money="USD 23.5 million"),
    row("Norrvik Recycling has finalised the 100% purchase of battery recycling company Tarvik Metals.", "completed",
        parties="Norrvik Recycling investor; Tarvik Metals target"),
    row("Kestrel Cells, a battery maker, raised $90 million in a Series G, bringing its total funding to over $1.2 billion.", "completed",
        parties="Kestrel Cells target", money="USD 90 million"),
    row("Battery maker Kestrel Cells has closed a $140 million Series C that values the company at $800 million.", "completed",
        parties="Kestrel Cells target", money="USD 140 million"),
    row("Tarvik Lithium has closed the C$8.6 million equity investment from China's CATL, the world's largest EV battery company.",
        "completed", parties="CATL investor; Tarvik Lithium target", money="CAD 8.6 million"),
    row("Tarvik Lithium has closed the C$8.6 million equity investment from Honda, and plans a lithium mine.", "completed",
        parties="Honda investor; Tarvik Lithium target", money="CAD 8.6 million"),
    row("Tarvik Lithium said Dutch carmaker Stellantis would buy an 8% stake for A$76 million in lithium.", "announced",
        parties="Stellantis investor; Tarvik Lithium target", money="AUD 76 million"),
    row("Sigma Lithium has purchased a nickel processing plant in Normandy from Eramet.", "completed",
        parties="Sigma Lithium investor; Eramet owner"),
    row("Sigma Lithium is in advanced talks to buy two nickel mines in Brazil.", "considered", parties="Sigma Lithium investor"),
    row("Sigma Lithium said it would acquire 70% of the Tarvik Nickel project for $525 million as it sets its eyes on batteries.",
        "announced", parties="Sigma Lithium investor", money="USD 525 million"),
    row("Tennessee will provide Kestrel Cells $65 million in incentives for its battery plant.", "announced",
        parties="State of Tennessee government; Kestrel Cells target", money="USD 65 million"),
    row("Battery maker Kestrel Cells' storage business will be sold for $2 million to Tarvik Systems.", "announced",
        parties="Tarvik Systems investor; Kestrel Cells owner", money="USD 2 million"),
    row("Battery maker Kestrel Cells will sell most of its assets to the U.S. arm of carmaker Volvo for $256 million.", "announced",
        parties="Volvo investor; Kestrel Cells owner", money="USD 256 million"),
    row("Developer Velmar Energy has sold three battery storage projects in Germany to Quellstrom Capital.", "completed",
        parties="Quellstrom Capital investor; Velmar Energy owner"),
    row("Sigma Lithium and Tarvik Lithium plan to merge in an all-stock deal worth $2 billion.", "announced",
        parties="Sigma Lithium partner; Tarvik Lithium partner", money="USD 2 billion"),
    row("Shareholders backed the merger of Sigma Lithium and Tarvik Lithium.", "announced",
        parties="Sigma Lithium partner; Tarvik Lithium partner"),
    row("Sigma Lithium and Tarvik Lithium have merged.", "completed", parties="Sigma Lithium partner; Tarvik Lithium partner"),
    row("Sigma Lithium and Tarvik Lithium have ended talks on a merger.", "terminated",
        parties="Sigma Lithium partner; Tarvik Lithium partner"),
    row("Sigma Lithium has agreed to merge with Tarvik Lithium.", "announced",
        parties="Sigma Lithium investor; Tarvik Lithium target"),
    row("Sigma Lithium and its peer Tarvik Lithium signed a definitive agreement to combine in an all-stock deal.", "announced",
        parties="Sigma Lithium partner; Tarvik Lithium partner"),
    row("Sigma Lithium's chief says that the $4bn merger with Tarvik Lithium is well timed.", "announced",
        parties="Sigma Lithium partner; Tarvik Lithium partner", money="USD 4 billion"),
    row("Sigma Lithium said its shareholders voted in favour of a $6.7 billion sale to mining giant Rio Tinto.", "announced",
        parties="Rio Tinto investor; Sigma Lithium target", money="USD 6.7 billion"),
    row("Solvay has entered into an agreement for the sale of part of its battery materials business to Umicore.", "announced",
        parties="Umicore investor; Solvay owner"),
    row("Shares in Sigma Lithium rose as investors backed the $6.7 billion takeover of the lithium miner by Rio Tinto.", "announced",
        parties="Rio Tinto investor; Sigma Lithium target", money="USD 6.7 billion"),
    row("EnerSys has agreed to acquire Kestrel Cells, a maker of packs, from Larch Capital.", "announced",
        parties="EnerSys investor; Kestrel Cells target; Larch Capital owner"),
    row("EnerSys raised its takeover offer for battery maker Kestrel Cells to match the proposal from Umicore.", "announced",
        parties="EnerSys investor; Kestrel Cells target"),
    row("Murata and Sony have signed a binding agreement to transfer Sony's battery business to Murata.", "announced",
        parties="Murata investor; Sony owner"),
    row("Solid Power raised $130 million in a round led by Ford and Volta Energy Technologies, funding that pays for a line.",
        "completed", parties="Solid Power target; Ford investor; Volta Energy Technologies investor", money="USD 130 million"),
    row("Solid Power, a battery maker that counts Ford Motor Co. and BMW AG among its investors, has raised $90 million.",
        "completed", parties="Solid Power target", money="USD 90 million"),
    row("Wesfarmers has made a second bid of $544 million to buy Kidman Resources, a lithium miner.", "announced",
        parties="Wesfarmers investor; Kidman Resources target", money="USD 544 million"),
    row("Orocobre and Galaxy Resources, both lithium miners, will merge.", "announced",
        parties="Orocobre partner; Galaxy Resources partner"),
    row("Sigma Lithium has received a non-binding offer from Albemarle to buy all its shares.", "announced",
        parties="Albemarle investor; Sigma Lithium target"),
    row("Albemarle is on track to take control of Sigma Lithium.", "announced",
        parties="Albemarle investor; Sigma Lithium target"),
    row("Rio Tinto said it would pay $5.85 per share in cash for Sigma Lithium.", "announced",
        parties="Rio Tinto investor; Sigma Lithium target"),
    row("EnerSys has agreed to pay $750 million for battery assets owned by Solvay.", "announced",
        parties="EnerSys investor; Solvay owner", money="USD 750 million"),
    row("EnerSys plans to buy Solvay's battery and portable lighting business for $2 billion.", "announced",
        parties="EnerSys investor; Solvay target", money="USD 2 billion"),
    row("Battery recycler Duesenfeld has seen a deal to acquire Kestrel Cells fall through.", "terminated",
        parties="Duesenfeld investor; Kestrel Cells target"),
    row("Albemarle will acquire Sigma Lithium for AUS$5.2 billion.", "announced",
        parties="Albemarle investor; Sigma Lithium target", money="AUD 5.2 billion"),
    row("The Export-Import Bank offers a $325 million loan to Graphite One, which plans an anode plant.", "announced",
        parties="Export-Import Bank government; Graphite One target", money="USD 325 million"),
    row("Tarvik Mining Limited (ASX: TVK) has announced a A$3M strategic investment by Albemarle for lithium exploration.", "announced",
        parties="Albemarle investor; Tarvik Mining target", money="AUD 3 million"),
    row("Graphite One has a non-binding letter of interest from the Export-Import Bank, which may provide up to $570 million to its mine.",
        "considered", parties="Export-Import Bank government; Graphite One target", money="up to USD 570 million"),
    row("The loan of $325 million to the anode maker Graphite One comes from EXIM, the export credit agency for the U.S. government.",
        "announced", parties="EXIM government; Graphite One target"),
    row("Developer Velmar Energy has secured $78.2 million in debt to back the construction of battery storage systems.", "completed",
        parties="Velmar Energy target", money="USD 78.2 million"),
    row("The battery recycler Tarvik Metals has failed. The Freeport-based company said it has secured $188 million in financing.",
        "completed", parties="Tarvik Metals target"),
    row("Albemarle has nabbed a 6.4% stake in lithium hopeful Tarvik Metals.", "completed",
        parties="Albemarle investor; Tarvik Metals target"),
    row("Vigo County commissioners approved a tax abatement for battery separator maker Entek.", "announced",
        parties="Vigo County commissioners government; Entek target"),
    row("Lordstown village leaders approved a 75% tax abatement for General Motors' battery cell plant.", "announced",
        parties="Lordstown village leaders government; General Motors target"),
    row("The council granted battery maker Kestrel Cells a 15-year property tax exemption worth $12 million.", "announced",
        parties="Kestrel Cells target", money="USD 12 million"),
    row("Battery maker Kestrel Cells won a 20-year property tax break from the city of Marshall.", "announced",
        parties="Kestrel Cells target"),
    row("Munich-based battery recycling start-up tozaro has brought in €3.5 million in funding; tozaro will hire.", "completed",
        parties="tozaro target", money="EUR 3.5 million"),
    row("Millennial Lithium said that CATL, a battery supplier to Tesla Inc. (NASDAQ: TSLA) and Nio Inc. (NYSE: NIO), has agreed to acquire "
        "the lithium mining company for about $297 million.", "announced", parties="CATL investor; Millennial Lithium target"),
]  # fmt: skip


def test_a_sum_for_a_company_and_for_its_unit_is_one_investment() -> None:
    text = (
        "Tarvik Mining has announced a $3 million strategic investment by Albemarle for lithium exploration. "
        "Albemarle has agreed to invest $3 million in Lithium Star, one of Tarvik Mining's subsidiary companies."
    )

    assert len([told for told in read(text) if told.kind == "investment"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The battery separator maker Kestrel Cells plans to use the IPO proceeds for a factory in Poland.",
        "The investment, which Albemarle said was its first in cells, will be made through a private placement at "
        "$1.12 a share.",
    ],
)
def test_who_only_speaks_of_an_offering_raises_nothing(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "investment" and told.parties[0].role == "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Battery maker Kestrel Cells has asked the county for a tax abatement for its plant.",
        "Battery maker Kestrel Cells said it would qualify for tax credits under the law.",
        "Residents of Marshall told the council that a tax abatement for Kestrel Cells, a battery maker, costs too "
        "much.",
    ],
)
def test_tax_relief_that_nobody_gives_is_no_money(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "investment"]


def test_a_town_that_lets_a_company_off_its_taxes_owns_no_plant() -> None:
    text = (
        "Alder-Silver Bow commissioners have approved tax abatements for Cenate, which weighs a battery anode plant "
        "in Butte."
    )
    owners = {party.name for told in read(text) for party in told.parties if party.role == "owner"}

    assert "Alder-Silver Bow" not in owners


def test_a_company_whose_unit_seeks_a_listing_owns_it() -> None:
    text = (
        "Tarvik Separators, which makes separators for batteries, said on Tuesday it will seek an initial public "
        "offering."
    )
    told = only("investment", read(text, title="Kestrel Holding's battery separator subsidiary seeks IPO"))

    assert wrong(told, {"stage": "announced", "parties": "Kestrel Holding owner; Tarvik Separators target"}) == {}


def test_an_investment_with_somebody_comes_from_below_in_the_chain() -> None:
    told = read(
        "Sigma Lithium announced that it has signed agreements with Umicore for a $75 million equity investment."
    )

    assert wrong(only("investment", told), {"parties": "Umicore investor; Sigma Lithium target"}) == {}


ROUNDS = [
    (
        "The battery recycler Recyvolt announced the closing of its latest mid-round funding of $70 million.\n\n"
        "Alder Ventures became the newest investor in the company, joining Delta Partners and Volvo.",
        {"stage": "completed", "parties": "Recyvolt target; Alder Ventures investor; Delta Partners investor; Volvo investor"},
    ),
    (
        "Recyvolt, a battery recycler, has closed a Series B round of $36 million. The round was co-led by Bosch "
        "Ventures and "
        "Khosla Ventures, and included new investors Alder Ventures and Delta Capital.",
        {"stage": "completed", "parties": "Recyvolt target; Bosch Ventures investor; Khosla Ventures investor; "
         "Alder Ventures investor; Delta Capital investor"},
    ),
    ("Battery start-up Recyvolt raised $87 million in a round led by strategic partner and licensee Nuvola Plus, a Thai firm.",
     {"parties": "Recyvolt target; Nuvola Plus investor"}),
    ("Battery recycler Li-Cycle gets a $100 million investment.", {"parties": "Li-Cycle target"}),
    ("Alder Partners will buy a convertible note of the battery recycler Li-Cycle.",
     {"parties": "Alder Partners investor; Li-Cycle target"}),
    ("Piedmont Lithium has received a $107 million federal loan for its lithium.", {"stage": "completed"}),
]  # fmt: skip


def test_the_chinese_maker_is_who_is_from_there() -> None:
    text = (
        "Tirupati Graphite has signed a deal with BTR, under which the Chinese anode maker will take 9.9% of the "
        "company."
    )

    assert wrong(only("investment", read(text)), {"parties": "BTR investor; Tirupati Graphite target"}) == {}


@pytest.mark.parametrize(("text", "expected"), ROUNDS)
def test_a_round_names_all_who_give_and_what_is_got_is_got(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(text)), expected) == {}


def test_a_merger_has_no_plant_in_it() -> None:
    told = read(
        "Sigma Lithium and Tarvik Lithium plan to merge. The two currently make a combined 60,000 tonnes of lithium "
        "a year"
        " and aim to raise output to 90,000 tonnes. NewCo expects to hit a capacity of 100,000 tonnes a year by 2029."
    )

    assert [(each.kind, each.capacity) for each in told] == [("investment", ())]


def test_a_battle_for_a_firm_makes_it_nobodys_buyer() -> None:
    text = (
        "Noront Resources, a nickel explorer, has become the subject of a pitched takeover battle between mining "
        "magnate Forrest and BHP."
    )

    assert [each for each in read(text) if each.kind == "investment"] == []


def test_who_goes_public_buys_no_empty_firm() -> None:
    told = read(
        "Battery maker Sigma Lithium will merge with Tarvik Acquisition III after a vote on the $1.2 billion deal."
    )

    assert not [each for each in told if "target" in {party.role for party in each.parties}]


def test_a_merger_is_told_once() -> None:
    told = read(
        "Sigma Lithium and Tarvik Lithium plan to merge. They are listed in Sydney. The group has four mines. It has "
        "many plans.\n\n"
        "Under the scheme Sigma Lithium will acquire all shares in Tarvik Lithium. It rained. Nobody knew. The sun "
        "shone.\n\n"
        "The merger of Sigma Lithium and Tarvik Lithium is to close in May."
    )

    assert [(each.kind, {party.role for party in each.parties}) for each in told] == [("investment", {"partner"})]


def test_who_takes_over_a_post_takes_over_no_company() -> None:
    text = (
        "Kestrel Cells makes batteries. Pelion Energy will take over leadership of Kestrel Cells, a battery maker, "
        "from Larch."
    )

    assert [each for each in read(text) if each.kind == "investment"] == []


def test_a_merger_with_an_empty_firm_a_sentence_before_is_none_of_partners() -> None:
    told = read(
        "Battery maker Kestrel Cells will go public. It is to complete its merger with Ostrand Holdings in May.\n\n"
        "Last week Kestrel Cells and Ostrand Holdings were in merger talks."
    )

    assert [party.role for each in told for party in each.parties if party.role == "partner"] == []


def test_a_maker_that_merges_with_an_empty_listed_company_buys_nobody() -> None:
    text = "Battery maker Kestrel Cells will go public through a merger with Ostrand Acquisition Corp."

    assert [party.role for each in read(text) for party in each.parties if party.name == "Kestrel Cells"] != [
        "investor"
    ]


def test_a_share_of_what_is_needed_is_no_stake() -> None:
    told = read("Volvo has secured about 70% of the battery capacity that it needs.")

    assert not [each for each in told if each.kind == "investment"]


def test_a_shareholder_is_not_the_company() -> None:
    told = read("Sigma Lithium's largest shareholder has weighed a sale of its stake in Umicore, the battery recycler.")

    assert not [
        party for each in told for party in each.parties if (party.id, party.role) == ("sigma-lithium", "investor")
    ]


def test_items_of_a_list_have_the_giver_that_leads_in() -> None:
    text = (
        "The US Department of Energy has made several loans for batteries:\n\n"
        "a $102 million loan to Tarvik Graphite to expand its anode plant in Vidalia\n\n"
        "a $375 million conditional commitment to Li-Cycle for its recycling plant in Rochester"
    )
    opened = document(text)
    blocks = (opened.blocks[0], *(structs.replace(block, kind=BlockKind.LIST_ITEM) for block in opened.blocks[1:]))

    told = read_developments(replace(opened, blocks=blocks), load_lexicon())

    assert [[party.name for party in each.parties] for each in told if each.kind == "investment"] == [
        ["US Department of Energy", "Tarvik Graphite"],
        ["US Department of Energy", "Li-Cycle"],
    ]


def test_the_text_tells_better_than_its_headline_how_far_a_deal_is() -> None:
    text = (
        "Kestrel Cells has raised $140 million for its batteries.\n\nCoatl led the round, which also included "
        "investors Honda and Temasek."
    )

    told = only("investment", read(text, title="Kestrel Cells raises $140 million"))

    assert told.stage == "completed"
    assert {party.name for party in told.parties} == {"Kestrel Cells", "Coatl", "Honda", "Temasek"}


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_who_pays_whom_how_much(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Velmor has bought $300 million worth of Tesla storage batteries this year.",
        "The EBRD has announced a €50 million investment in a battery bond issued by Norvik.",
        "The bank KfW has written off a €600 million loan to Northvolt, the battery maker.",
        "Stanford sold 1,018,000 QuantumScape shares worth about $9.9 million.",
        "Maryland commits $70 million to a battery storage financing programme.",
        "Velmor is putting $2 million into Norvik's battery storage programme.",
    ],
)
def test_goods_bonds_and_schemes_are_no_firm_that_is_paid_into(sentence: str) -> None:
    assert not [each for each in read(sentence) if each.kind == "investment"]


def test_a_grant_that_its_title_calls_rescinded_is_off() -> None:
    text = "Norvik's unit had qualified for a $200 million US Department of Energy grant to build lithium batteries."

    told = only("investment", read(text, title="House asks about battery firm Norvik's rescinded grant"))

    assert told.stage == "terminated"


def test_a_sum_put_into_a_plant_is_the_plant_s() -> None:
    told = read("Kestrel Cells will invest €800 million to build a battery plant in Dundee.")

    assert wrong(only("facility", told), {"money": "EUR 800 million"}) == {}
    assert not [each for each in told if each.kind == "investment"]


def test_a_price_per_kilowatt_hour_is_no_investment() -> None:
    assert not [each for each in read("Battery cells of Kestrel Cells cost $95 per kWh.") if each.kind == "investment"]


def test_a_plant_that_is_only_what_a_loan_is_for_is_told_with_the_loan() -> None:
    text = (
        "The US Department of Energy announced a conditional loan of $755 million to Novonix to build a plant in "
        "Tennessee "
        "for synthetic graphite. The funding aims to produce 31,500 tonnes of graphite a year."
    )
    [told] = read(text)
    assert (told.kind, [each.value for each in told.capacity]) == ("investment", [31500])


def test_a_companys_own_plant_with_a_grant_stays_its_plant() -> None:
    text = (
        "Solvay announced a $672 million investment, helped by a $178 million Department of Energy grant, to build a "
        "separator plant in Augusta, Georgia."
    )
    assert "facility" in {told.kind for told in read(text)}


def test_what_a_government_contributes_is_told_once_with_its_own_sum() -> None:
    told = only(
        "investment",
        read(
            "The Canadian government said on Monday that it will contribute C$27 million to E3 Lithium. "
            "The grant covers a little less than a third of a C$87 million project."
        ),
    )
    assert [money.amount for money in told.money][:1] == [27e6]
    assert {party.role.value for party in told.parties} == {"government", "target"}


def test_the_text_hedges_what_its_headline_leaves_bare() -> None:
    told = only(
        "investment",
        read(
            "Alder Lithium has agreed to buy Birch Mining for up to $962 million.",
            title="Alder Lithium to buy Birch Mining for $962m",
        ),
    )
    assert [(money.amount, money.qualifier.value) for money in told.money] == [(962e6, "up to")]


def test_a_price_to_be_paid_once_another_is_listed_is_no_money_raised() -> None:
    text = "Sigma Lithium will receive a C$5m cash payment, as well as new shares of Tarvik upon completion of the IPO."

    assert not [each for each in read(text) if each.kind == "investment"]


def test_who_wins_a_grant_is_who_acts_and_not_whom_it_talks_to() -> None:
    told = only("investment", read("Tarvik Lithium to explore lithium deal with Trafigura, wins $220M DoE grant."))

    assert told.stage == "announced"
    assert {party.name for party in told.parties if party.role == "target"} == {"Tarvik Lithium"}


def test_the_parts_of_public_support_are_told_once() -> None:
    text = (
        "The UK government has confirmed a £1 billion funding deal to construct a battery plant in Sunderland. "
        "It will be built by AESC. The town is glad. The National Wealth Fund is providing guarantees to unlock £680 "
        "million in loans from banks. The Automotive Transformation Fund is investing £150 million in grant funding."
    )

    told = only("investment", read(text))
    assert (told.place and told.place.name, told.money[0].amount) == ("Sunderland", 1e9)


def test_an_item_of_a_list_is_no_part_of_the_support_above_it() -> None:
    text = (
        "The government has funded batteries:\n\n"
        "The US Department of Defense awarded Albemarle $90 million for a lithium mine.\n\n"
        "The US Department of Energy awarded $39 million for technology to make battery minerals."
    )
    opened = document(text)
    blocks = (opened.blocks[0], *(structs.replace(block, kind=BlockKind.LIST_ITEM) for block in opened.blocks[1:]))
    told = read_developments(replace(opened, blocks=blocks), load_lexicon())

    assert len([each for each in told if each.kind == "investment"]) == 2


def test_a_whole_programme_is_not_what_one_of_its_takers_gets() -> None:
    text = (
        "The Department of Energy awarded a grant of $220 million to Syrah Resources. The Department of Energy is "
        "awarding $2.8 billion in grants for batteries."
    )

    syrah = next(each for each in read(text) if any(party.name == "Syrah Resources" for party in each.parties))
    assert [money.amount for money in syrah.money] == [220e6]


def test_support_for_another_company_is_another() -> None:
    text = (
        "The Department of Energy awarded $100 million to Ultium Cells for a battery plant in Ohio. "
        "The Department of Energy granted $20 million to Kestrel Cells for a battery plant in Utah."
    )

    assert len([each for each in read(text) if each.kind == "investment"]) == 2


def test_what_many_get_is_not_the_sum_of_one_that_is_among_them() -> None:
    told = only(
        "investment",
        read("The Department of Energy awarded $2.8 billion to 20 battery companies, including Albemarle."),
    )

    assert not [party for party in told.parties if party.role == "target"]


def test_whose_grant_somebody_is_selected_for_gives_it() -> None:
    told = only(
        "investment",
        read("Albemarle has been selected for a Department of Energy grant of up to $220 million for lithium."),
    )

    assert {str(party.role) for party in told.parties} == {"government", "target"}


def test_mines_that_are_to_be_bought_in_a_headline_are_no_plan_and_who_backs_the_buyer_is_no_company() -> None:
    told = read("It rained.", title="Buffett-backed EV maker BYD in Talks to Buy Six Lithium Mines in Africa")
    assert [(each.kind.value, [party.name for party in each.parties]) for each in told] == [("investment", ["BYD"])]


@pytest.mark.parametrize(
    "verb", ["drops its bid for", "has dropped its takeover offer for", "is dropping plans to acquire"]
)
def test_a_bid_that_is_dropped_has_ended(verb: str) -> None:
    assert only("investment", read(f"Oruna Resources {verb} Calder Graphite.")).stage == "terminated"


@pytest.mark.parametrize(
    "text",
    [
        "Sibanye-Stillwater has withdrawn from its planned $490 million investment in Ioneer's Rhyolite Ridge "
        "lithium project.",
        "Sibanye-Stillwater dropped its plans to invest in the lithium miner Ioneer.",
        "Sibanye-Stillwater is walking away from a deal to acquire a stake in lithium miner Ioneer.",
    ],
)
def test_money_that_is_not_put_in_after_all_is_an_investment_that_ended(text: str) -> None:
    told = only("investment", read(text))

    assert (told.stage, shown(told, "parties")) == ("terminated", "Sibanye-Stillwater investor; Ioneer target")
    assert not [each for each in read(text) if each.kind == "facility"]


def test_whose_share_is_taken_over_sells_and_the_company_is_bought_into() -> None:
    told = only(
        "investment", read("Velmora Cells has acquired Agrigo's share in Starling Energy, their battery venture.")
    )

    assert shown(told, "parties") == "Velmora Cells investor; Starling Energy target; Agrigo owner"


def test_financing_that_was_signed_is_of_whose_plant_the_text_tells() -> None:
    text = (
        "Ostrand has begun construction of its lithium plant in Frankfurt, Germany. Financing of 2.2 billion euros "
        "was signed"
        " in December with a group of banks led by the European Investment Bank."
    )

    assert "Ostrand target" in shown(only("investment", read(text)), "parties")


def test_whose_plant_is_bought_sells_it() -> None:
    told = only("investment", read("LG Energy Solution will buy General Motors' battery plant in Lansing, Michigan."))

    assert shown(told, "parties") == "LG Energy Solution investor; General Motors owner"


def invested(text: str) -> Development:
    [told] = [each for each in read(text) if each.kind is Kind.INVESTMENT]
    return told


GIVERS_BEHIND = [
    "Lenders include Ostbank Capital and Volkswagen.",
    "The lenders are Ostbank Capital and Volkswagen.",
    "The financing was provided by Ostbank Capital and Volkswagen.",
    "The money comes from Ostbank Capital and Volkswagen.",
    "Ostbank Capital and Volkswagen acted as coordinating lead arrangers.",
    "Ostbank Capital led the transaction, joined by Volkswagen.",
    "Ostbank Capital and Volkswagen provided the loans.",
    "Ostbank Capital led the round. Volkswagen also invested.",
    "It was led by Ostbank Capital and Volkswagen.",
    "The loan facility was signed on Tuesday with Ostbank Capital and Volkswagen.",
    "The debt raise was arranged by two private lenders: Ostbank Capital and Volkswagen.",
    "Ostbank Capital will provide tax equity, and Volkswagen will make construction debt available.",
]


@pytest.mark.parametrize("behind", GIVERS_BEHIND)
def test_who_gave_the_money_is_told_in_the_sentences_behind(behind: str) -> None:
    told = invested(f"Battery maker Northvolt has raised $60 million for its plant. {behind}")

    givers = {party.name for party in told.parties if party.role is Role.INVESTOR}
    assert givers == {"Ostbank Capital", "Volkswagen"}


NO_GIVERS_BEHIND = [
    "Ostbank Capital and Volkswagen are among the first customers of the plant.",
    "Ostbank Capital acted as legal adviser to Volkswagen.",
    "Its customers are Ostbank Capital and Volkswagen.",
]


@pytest.mark.parametrize("behind", NO_GIVERS_BEHIND)
def test_who_stands_behind_money_and_gave_none_is_no_giver(behind: str) -> None:
    told = invested(f"Battery maker Northvolt has raised $60 million for its plant. {behind}")

    assert {party.role for party in told.parties} == {Role.TARGET}


def test_who_is_one_of_the_investors_that_gave_and_who_leads_those_who_give_gave() -> None:
    some = invested(
        "Northvolt said it had secured $60 million from investors including Ostbank Capital and Volkswagen."
    )
    led = invested("A group of investors led by Volkswagen has put $60 million into battery maker Northvolt.")

    assert {party.name for party in some.parties if party.role is Role.INVESTOR} == {"Ostbank Capital", "Volkswagen"}
    assert {party.name for party in led.parties if party.role is Role.INVESTOR} == {"Volkswagen"}


def test_a_loan_to_a_venture_is_the_headlines_loan_to_its_owners() -> None:
    told = read(
        "The U.S. Department of Energy announced a $7.54 billion loan to StarPlus Energy, a joint venture between "
        "Stellantis "
        "and Samsung SDI, for two battery plants in Kokomo, Indiana.",
        title="Stellantis-Samsung joint venture gets $7.54B loan for battery plants",
    )

    assert "StarPlus Energy target" in shown(only("investment", told), "parties")


@pytest.mark.parametrize("bought", ["has bought a 3% stake", "has secured a stake", "has taken 3%"])
def test_who_has_bought_a_stake_does_not_just_hold_it(bought: str) -> None:
    told = only("investment", read(f"Mercedes-Benz {bought} in the cell maker Farasis for 400 million euros."))

    assert not told.background
    assert read("Mercedes-Benz has a 3% stake in the cell maker Farasis.")[0].background


def test_a_right_that_is_kept_buys_nothing() -> None:
    told = read(
        "Velmora Cells will build a battery plant in Szolnok with Kestrel retaining the right to buy a stake in it."
    )

    assert "investment" not in {each.kind for each in told}


@pytest.mark.parametrize(
    "text",
    [
        "Vantage Power agreed to buy battery maker Bexley Batteries for 85 million pounds.",
        "Vantage Power is buying battery maker Bexley Batteries for 85 million pounds.",
    ],
)
def test_who_buys_a_battery_maker_buys_no_batteries(text: str) -> None:
    assert [told.kind for told in read_developments(document(text, title="News"), load_lexicon())] == [Kind.INVESTMENT]


def test_what_a_lender_has_lent_in_all_is_no_round_of_its_own() -> None:
    text = "Quellstrom surpasses $5 billion project value milestone in battery storage land financing."

    assert [each for each in read(text) if each.kind == "investment"] == []
