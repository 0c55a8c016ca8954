"""Goods that go from one company to another, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Harlow Power has signed an energy storage agreement (ESA) with utility Birch"
        " Electric for a 50MW/200MWh battery storage project.", "signed", parties="Harlow Power supplier; Birch Electric customer"),
    row("Harlow Power and the utility Birch Electric have reached a long term agreement for a 50 MW battery energy storage system.",
        "signed", parties="Harlow Power supplier; Birch Electric customer"),
    row("IPP Harlow Power signs tolling agreement with TSO Birch Electric for a 200 MWh battery.", "signed",
        parties="Harlow Power supplier; Birch Electric customer"),
    row("Quorra signs 40 GWh supply agreement for Velmar Energy's iron-air storage.", "signed",
        parties="Velmar Energy supplier; Quorra customer", capacity="40 GWh"),
    row("Sungrow signs supply deal for Harlow Grid's 200 MWh storage project.", "signed",
        parties="Sungrow supplier; Harlow Grid customer"),
    row("Following LG Energy Solution's battery contract with Toyota, the carmaker, LG Chem has sealed a deal with Toyota to supply cathodes.",
        "signed", parties="LG Chem supplier; Toyota customer", product="cathode"),
    row("Tarvik Lithium and Trafigura will seek to finalize a lithium offtake agreement by the end of this year.", "considered",
        parties="Tarvik Lithium supplier; Trafigura customer"),
    row("Truckmaker to fit Quellstrom batteries in new range.", "signed", parties="Quellstrom supplier"),
    row("A major Korean cell maker has agreed to take 8,000 tonnes of graphite a year from Vianode.", "signed", parties="Vianode supplier"),
    row("LG Energy Solution said it had been awarded a contract by a North American truck maker for battery modules.", "signed",
        parties="LG Energy Solution supplier"),
    row("Tarvik Lithium begins lithium carbonate shipments to Umicore.", "signed", parties="Tarvik Lithium supplier; Umicore customer"),
    row("Corvus Energy to power Nordferries' hybrid vessels with batteries.", "signed",
        parties="Corvus Energy supplier; Nordferries customer"),
    row("SKC announced that a supply contract for battery foil worth 1.1 trillion won had been cancelled by its customer.", "terminated",
        parties="SKC supplier"),
    row("EcoPro BM inks 3.2 trillion won cathode contract with U.S. battery firm.", "signed", parties="EcoPro BM supplier"),
    row("EcoPro BM nears cathode supply deal with Northvolt.", "considered", parties="EcoPro BM supplier; Northvolt customer"),
    row("European truckmaker picks Northvolt for LFP packs.", "signed", parties="Northvolt supplier"),
    row("A carmaker has awarded Quellstrom a contract for battery cells.", "signed", parties="Quellstrom supplier"),
    row("Ardent Cells said it had been chosen by a large European car manufacturer to supply battery cells.", "signed",
        parties="Ardent Cells supplier"),
    row("EcoPro BM to supply cathodes worth 1.8 trillion won to North American client.", "signed", parties="EcoPro BM supplier"),
    row("Samsung SDI has signed a long-term supply agreement with a global automaker for prismatic cells.", "signed",
        parties="Samsung SDI supplier"),
    row("Masdar taps Fluence for giant storage project.", "signed", parties="Fluence supplier; Masdar customer"),
    row("Tarvik Lithium will sell 60% of the output of its project to Umicore.", "signed",
        parties="Tarvik Lithium supplier; Umicore customer"),
    row("Tarvik Lithium said SK On had terminated the offtake agreement the two signed in 2023.", "terminated",
        parties="Tarvik Lithium supplier; SK On customer"),
    row("The LFP batteries for Fjordline's new ferry come from Quellstrom.", "signed", parties="Quellstrom supplier; Fjordline customer"),
    row("Quellstrom has begun shipping LFP cells to Karvo.", "signed", parties="Quellstrom supplier; Karvo customer"),
    row("Karvo's next electric van to use Quellstrom cells.", "signed", parties="Quellstrom supplier; Karvo customer"),
    row("Renault adds Quellstrom as second battery supplier.", "signed", parties="Quellstrom supplier; Renault customer"),
    row("Tarvik Lithium to explore lithium deal with Trafigura.", "considered",
        parties="Tarvik Lithium supplier; Trafigura customer"),
    row("Under the offtake agreement between Tarvik Lithium and Trafigura, lithium is shipped by the end of 2026.", "signed",
        parties="Tarvik Lithium supplier; Trafigura customer"),
    row("Tarvik Energy reached a battery supply agreement with Akaysha Energy for its $1.2 billion Solar+Storage project.", "signed",
        parties="Tarvik Energy supplier; Akaysha Energy customer", money=""),
    row("Tarvik Energy signs deal to supply Akaysha Energy with batteries and wins a $220 million grant.", "signed",
        parties="Tarvik Energy supplier; Akaysha Energy customer", money=""),
    row("Tarvik Lithium inks a lithium offtake deal with Trafigura.", "signed", parties="Tarvik Lithium supplier; Trafigura customer"),
    row("Trafigura signs lithium carbonate offtake agreement with Tarvik Lithium.", "signed",
        parties="Tarvik Lithium supplier; Trafigura customer"),
    row("American Battery Factory secures 4.5GWh offtake agreements for its gigafactory in Arizona.", "signed",
        parties="American Battery Factory supplier", capacity="4.5 GWh"),
    row("Tarvik Energy won the bid for the 200 MWh energy storage project of State Grid.", "signed",
        parties="Tarvik Energy supplier; State Grid customer", product="storage"),
    row("Tarvik Energy is the first winning bidder of a procurement of energy storage cells, with a quantity of 9 GWh.", "signed",
        parties="Tarvik Energy supplier", capacity="9 GWh"),
    row("COSMX said on December 14 that Jaguar Land Rover has chosen it to develop and supply 12-volt lithium batteries.", "signed",
        parties="COSMX supplier; Jaguar Land Rover customer"),
    row("Tesla has won a contract for 140 Megapacks worth $133 million.", "signed",
        parties="Tesla supplier", product="storage", money="USD 133 million"),
    row("Daimler Truck will use Quellstrom's battery technology to power its next electric lorry.", "signed",
        parties="Quellstrom supplier; Daimler Truck customer"),
    row("Tarvik Lithium currently has lithium supply deals with carmaker Renault SA, recycler Umicore NV and LG Chem Ltd.", "signed",
        parties="Tarvik Lithium supplier; Renault customer; Umicore customer; LG Chem customer"),
    row("Posco Chemical will supply cathodes to Ultium Cells, the joint venture of General Motors and LG Energy Solution.", "signed",
        parties="Posco Chemical supplier; Ultium Cells customer"),
    row("Tarvik Lithium signed its first binding offtake agreement for spodumene from its mine with a Chinese chemicals company.", "signed",
        parties="Tarvik Lithium supplier", product="lithium"),
    row("Tarvik Graphite has executed a binding offtake agreement with Tesla Inc. to supply Active Anode Material.", "signed",
        parties="Tarvik Graphite supplier; Tesla customer"),
    row("Glencore will ship battery scrap to Li-Cycle, which will recover the metals so they can be used in new cells.", "signed",
        parties="Glencore supplier; Li-Cycle customer"),
    row("Tesla supplier CATL will deliver batteries to Volvo.", "signed", parties="CATL supplier; Volvo customer"),
    row("Voltaryn will produce batteries for Nissan's new sedan.", "signed",
        parties="Voltaryn supplier; Nissan customer", product="cell"),
    row("Battery Minerals has signed a memorandum of understanding with Chinese firm Qingdao Tarvik Materials. "
        "Battery Minerals is expected to supply Qingdao Tarvik Materials with graphite concentrate.", "mou",
        parties="Battery Minerals supplier; Qingdao Tarvik Materials customer", product="graphite"),
    row("Grid operator Velmar Energy selected Saft / Schneider Electric, Quellstrom, and Nidec ASI to supply three 24 MWh battery systems.",
        "signed", parties="Saft supplier; Schneider Electric supplier; Quellstrom supplier; Nidec supplier; Velmar Energy customer"),
    row("Rivian has chosen LG Energy Solution to supply 4695 battery cells for its next model.", "signed",
        parties="LG Energy Solution supplier; Rivian customer", product="cell"),
    row("Norrvik Cells won an order worth €1.4 billion from Scania to deliver battery cells from 2026.", "signed",
        parties="Norrvik Cells supplier; Scania customer", money="EUR 1.4 billion", dates="delivery_start 2026"),
    row("BMW nominated Rimac Technology as supplier of high-voltage battery packs.", "signed",
        parties="Rimac Technology supplier; BMW customer", product="pack"),
    row("Livent will deliver lithium hydroxide to General Motors from 2025 under a six-year agreement.", "signed",
        parties="Livent supplier; General Motors customer", product="lithium", dates="delivery_start 2025"),
    row("Stellantis will source up to 10,000 tonnes of lithium hydroxide a year from Controlled Thermal Resources.", "signed",
        parties="Controlled Thermal Resources supplier; Stellantis customer", product="lithium", capacity="up to 10,000 t/yr"),
    row("Volvo Cars has ended its battery supply contract with Kestrel Cells.", "terminated",
        parties="Kestrel Cells supplier; Volvo Cars customer"),
    row("Tesla is in talks with CATL over the supply of LFP cells, people familiar with the matter said.", "considered",
        parties="CATL supplier; Tesla customer", chemistry="LFP", certainty="reported"),
    row("The new saloon of Mercedes-Benz is powered by cells from Farasis.", "signed",
        parties="Farasis supplier; Mercedes-Benz customer"),
    row("Samsung SDI has received an order from Hyundai for prismatic battery cells.", "signed",
        parties="Samsung SDI supplier; Hyundai customer"),
    row("Novonix signed a binding offtake agreement with Panasonic Energy for at least 10,000 tonnes of synthetic graphite.", "signed",
        parties="Novonix supplier; Panasonic Energy customer", product="graphite", capacity="at least 10,000 t"),
    row("Pelion Energy has been named as sole battery supplier of Haulmark Trucks.", "signed",
        parties="Pelion Energy supplier; Haulmark Trucks customer"),
    row("Under a two-year contract EVE Energy will deliver 6 GWh of LFP cells to Powin.", "signed",
        parties="EVE Energy supplier; Powin customer", capacity="6 GWh", chemistry="LFP"),
    row("Redwood Materials will provide Toyota with cathode material and copper foil.", "signed",
        parties="Redwood Materials supplier; Toyota customer"),
    row("Piedmont Lithium has extended its spodumene supply deal with LG Chem until 2028.", "signed",
        parties="Piedmont Lithium supplier; LG Chem customer", dates="term 2028"),
    row("The batteries for Irizar's new electric buses come from Forsee Power.", "signed",
        parties="Forsee Power supplier; Irizar customer"),
    row("Ford cancelled a 9.6 trillion won ($6.5 billion) battery agreement with Kestrel Cells.", "terminated",
        parties="Kestrel Cells supplier; Ford customer"),
    row("BMW has cancelled a €2 billion order for battery cells from Kestrel Cells.", "terminated",
        parties="Kestrel Cells supplier; BMW customer", money="EUR 2 billion"),
    row("Magnor Graphite and Tesla agreed on the supply of up to 35,000 tonnes of anode material a year from February 2025.", "signed",
        parties="Magnor Graphite supplier; Tesla customer", product="anode", capacity="up to 35,000 t/yr",
        dates="delivery_start 2025-02"),
    row("Hyundai has reportedly placed an order for LFP cells with Pelion Energy.", "signed",
        parties="Pelion Energy supplier; Hyundai customer", certainty="reported"),
    row("Haulmark Trucks buys its battery packs from Saltline Energy.", "signed",
        parties="Saltline Energy supplier; Haulmark Trucks customer", product="pack"),
    weak("is not read", "Lucid picked Graphite One as a supplier of synthetic anode material.", "signed",
        parties="Graphite One supplier; Lucid customer"),
    row("Ford will be supplied with lithium carbonate by SQM, the Chilean miner said.", "signed",
        parties="SQM supplier; Ford customer", product="lithium"),
    weak("is not read", "An agreement that sends nickel from Ironbark Mining's Kambalda mine to Volkswagen was signed on Monday.", "signed",
        parties="Ironbark Mining supplier; Volkswagen customer", product="nickel"),
    row("Saltline Energy and Haulmark Trucks signed a memorandum of understanding for the sale of up to 5,000 tonnes of cathode powder a year.", "mou",
        parties="Saltline Energy supplier; Haulmark Trucks customer"),
    row("Kestrel Cells is negotiating with Scania about LFP cells for buses, two people said.", "considered",
        parties="Kestrel Cells supplier; Scania customer", certainty="reported"),
    row("Negotiations between Kestrel Cells and Volvo Cars about battery cells have been broken off.", "terminated",
        parties="Kestrel Cells supplier; Volvo Cars customer"),
    row("Grid operator Voltaryn has ordered 40 MWh of batteries for three substations.", "signed",
        parties="Voltaryn customer"),
    row("Kestrel Cells has won an order worth $90 million for battery modules.", "signed",
        parties="Kestrel Cells supplier", money="USD 90 million"),
    row("In return Toyota takes cathode material from Redwood Materials.", "signed",
        parties="Redwood Materials supplier; Toyota customer"),
    row("Redwood Materials will recycle the scrap of Toyota's battery plant under a deal made public on Wednesday.", "signed",
        parties="Redwood Materials supplier; Toyota customer"),
    row("Scania wants to buy battery cells from Kestrel Cells.", "considered",
        parties="Kestrel Cells supplier; Scania customer"),
    row("Volvo is in talks with the battery maker Farasis to add it to its Shanghai factory supply chain, sources said.",
        "considered", parties="Farasis supplier; Volvo customer", certainty="reported"),
    row("Umicore, a recycling group, has signed lithium supply deals with Ganfeng Lithium and the miner Sigma Lithium.", "signed",
        parties="Ganfeng Lithium supplier; Sigma Lithium supplier; Umicore customer"),
    row("Novonix reached an agreement with Volvo to provide anode material.", "signed",
        parties="Novonix supplier; Volvo customer"),
    row("Farasis has signed a two-year supplier agreement for batteries with Volvo.", "signed",
        parties="Farasis supplier; Volvo customer"),
    row("Volvo has received offers from Farasis to supply batteries, but has not signed any agreement with the firm.", "signed", certainty="denied",
        parties="Farasis supplier; Volvo customer"),
    row("Umicore has agreed to the offtake of 9,000 tonnes of spodumene from Sigma Lithium's mine.", "signed",
        parties="Sigma Lithium supplier; Umicore customer"),
    row("Umicore secures lithium offtake deal worth $90 million", "signed", parties="Umicore customer"),
    row("Sigma Lithium secures lithium offtake deal worth $90 million", "signed", parties="Sigma Lithium supplier"),
    row("Farasis's battery cells are used by Volvo.", "signed", parties="Farasis supplier; Volvo customer"),
    row("Umicore has agreed to receive 9,000 tonnes of hydroxide from Wuhan, China-based Lanterne Materials.", "signed",
        parties="Lanterne Materials supplier; Umicore customer"),
    row("Sungrow has signed an agreement with Alderpoint Holding for a 2.4GWh energy storage project.", "signed",
        parties="Sungrow supplier; Alderpoint Holding customer"),
    row("Carmaker Volvo and Chinese EV battery giant CATL signed an agreement for the supply of battery cells.", "signed",
        parties="CATL supplier; Volvo customer"),
    row("Volvo said it has agreed with the battery maker Farasis to supply packs to its U.S.-built cars.", "signed",
        parties="Farasis supplier; Volvo customer"),
    row("Tesla is in advanced talks to add the battery maker Farasis as a supplier to its Shanghai factory.", "considered",
        parties="Farasis supplier; Tesla customer", certainty="reported"),
    row("Volvo is considering Farasis as a second battery supplier for its Gent plant.", "considered",
        parties="Farasis supplier; Volvo customer", certainty="reported"),
    row("Recycler Tarvik Materials has entered into a binding agreement for the purchase of its black mass by an undisclosed customer.",
        "signed", parties="Tarvik Materials supplier"),
    row("Recycler Tarvik Materials has entered into a binding agreement for the purchase of black mass from an undisclosed supplier.",
        "signed", parties="Tarvik Materials customer"),
    row("Volvo uses 4680 cells made by Farasis.", "signed", parties="Farasis supplier; Volvo customer"),
    row("A carmaker has placed an order for 2 GWh of cells with battery maker Farasis.", "signed", parties="Farasis supplier",
        capacity="2 GWh"),
    row("SMM exclusive: a listed carmaker has placed a large 200 GWh battery order with Farasis.", "signed",
        parties="Farasis supplier", capacity="200 GWh"),
    row("Electrovaya said it signed an agreement to supply lithium-ion batteries to an original equipment maker.", "signed",
        parties="Electrovaya supplier"),
    row("Brands to whom EVE Energy offered the rebate on batteries include BMW and Geely.", "considered",
        parties="EVE Energy supplier; BMW customer; Geely customer", certainty="reported"),
    row("Velmora will deliver 7,000 tonnes a year of lithium carbonate to Ford over a five-year term, starting in 2029.", "signed",
        parties="Velmora supplier; Ford customer", dates="delivery_start 2029"),
    row("LG Chem clinched a supply agreement with General Motors to provide it with key materials for electric vehicle (EV) battery "
        "cells. It will supply 9,500 tonnes of cathode materials.", "signed",
        parties="LG Chem supplier; General Motors customer", product="cathode"),
    row("GM signed a supply agreement with Alderholt to acquire cathode active materials for its Ultium Cells joint venture.",
        "signed", parties="Alderholt supplier; GM customer"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_who_supplies_whom(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("supply", read(sentence)), expected) == {}


NO_DEAL = [
    "Sigma Lithium is to sell its lithium assets in Nevada to Umicore.",
    "EVE Energy has signed a contract to buy land in Debrecen to build its battery plant and supply BMW.",
    "Stellantis wants a deal similar to the $13 billion incentives received by Volkswagen for a battery gigafactory.",
    "Sigma Lithium and Tarvik Lithium plan to merge. Sigma Lithium will supply Tarvik Lithium with lithium "
    "concentrate.",
    "Sigma Lithium was offering Tarvik Lithium shareholders one of its own shares for every 13 shares held.",
    "Battery maker Kestrel Cells said that Sigma Lithium ended its arrangement with Umicore after receiving CATL's "
    "proposal.",
    "Kestrel Cells, a maker of packs, is to purchase Umicore's battery and portable lighting business in a $2 "
    "billion deal.",
    "Volvo has purchased a number of patent applications from Farasis for its batteries.",
    "Volvo plans a car whose battery cells are similar to those used by BMW.",
    "Kestrel Cells makes modules like the ones supplied by Farasis to Daimler.",
    "Volvo and other carmakers talk to miners about potential supplies of lithium without signing anything.",
    "Sigma Lithium will give Umicore priority negotiation rights for 4,000 tonnes of hydroxide made by Sigma Lithium.",
    "CATL could drop its price to select carmakers if Volvo and Geely buy more batteries from it one day.",
    "Under the plan Farasis's batteries would be used in cars on a platform developed by Volvo and BMW.",
    "The investment will provide Farasis access to Volvo's raw materials including lithium.",
    "The Export-Import Bank offers a $325 million loan to Graphite One, which plans an anode plant.",
    "The loan to Northvolt is the largest ever EIB financing for batteries, and the European Investment Bank will "
    "finalise contracts.",
    "Alder Engineering has delivered a study of the cobalt refinery in Ontario to Sigma Lithium.",
    "The carmaker Volvo will replace the battery packs made by Farasis at a cost of 1 trillion won.",
    "Volvo may opt to use 4680 cells, the format championed by Tesla's chief executive.",
    "Sintel is ready to deliver its new battery cells to BMW and Ford by the year's end.",
    "Volvo's new subsidiary will make the cells using technology and services provided by Farasis.",
    "Farasis will deliver graphite to Volvo for the reactors of its nuclear ships.",
    "ABB will be supplying chargers for batteries of up to 900 volts to Volvo.",
    "Farasis agreed with Volvo to provide 2 GW of wind, solar and battery power for a data centre.",
    "Volvo disconnects CATL batteries from Farasis base over fears of spying.",
    "Farasis to sell Ohio battery plant building to Volvo for $2 billion.",
    "Farasis has a new business to sell batteries for homes in a bid to dethrone Volvo.",
    "Volvo starts delivery of the Czech-made Kestrel Electric with a 64 kWh battery.",
    "Under the agreement, Volvo will use its battery storage systems to manage the power of Farasis.",
]


@pytest.mark.parametrize("sentence", NO_DEAL)
def test_a_comparison_a_first_right_and_a_licence_are_no_supply(sentence: str) -> None:
    assert not [each for each in read(sentence) if each.kind == "supply" and each.stage in {"signed", "terminated"}]


@pytest.mark.xfail(strict=True, reason="a change of supplier is told as one deal")
def test_a_change_of_supplier_ends_one_deal_and_begins_another() -> None:
    told = read("Haulmark Trucks has switched from Kestrel Cells to Pelion Energy as its battery supplier.")

    assert {(each.stage, shown(each, "parties")) for each in told} == {
        ("terminated", "Kestrel Cells supplier; Haulmark Trucks customer"),
        ("signed", "Pelion Energy supplier; Haulmark Trucks customer"),
    }


def test_what_a_parent_talks_of_is_not_its_units_contract() -> None:
    text = (
        "Volvo uses cells made by Sanyo (owned by Panasonic). Volvo is in talks with Panasonic to source battery cells."
    )
    told = {(each.stage, shown(each, "parties")) for each in read(text) if each.kind == "supply"}

    assert told >= {("considered", "Panasonic supplier; Volvo customer")}


def test_a_supply_volume_is_no_yearly_output() -> None:
    told = only("supply", read("EVE Energy will deliver 6 GWh of LFP cells to Powin."))

    assert [capacity.unit for capacity in told.capacity] == ["GWh"]


@pytest.mark.parametrize(
    "text",
    [
        "Millennial Lithium makes batteries. Millennial Lithium ended its arrangement with Ganfeng Lithium after "
        "receiving "
        "CATL's non-binding proposal in September.",
        "Millennial Lithium, a lithium miner, has received an offer from Ganfeng Lithium to buy all its lithium.",
    ],
)
def test_who_receives_an_offer_buys_nothing(text: str) -> None:
    assert [each for each in read(text) if each.kind == "supply"] == []


def test_whose_cells_are_in_cars_that_are_recalled_is_no_deal() -> None:
    text = "Haulmark Trucks will widen the recall of electric vans equipped with supplier Kestrel Cells' batteries."

    assert {each.kind for each in read(text)} == {"incident"}


def test_what_a_mine_made_is_no_volume_of_its_sale() -> None:
    told = only(
        "supply", read("Tesla will buy nickel from Vale's mines in Canada, which produced 76,000 tonnes last year.")
    )

    assert told.capacity == ()


def test_both_sides_of_a_change_of_words_are_the_same_deal() -> None:
    active = only("supply", read("Kestrel Cells will supply Scania with battery cells."))
    passive = only("supply", read("Scania will be supplied with battery cells by Kestrel Cells."))

    assert {(p.id, p.role) for p in active.parties} == {(p.id, p.role) for p in passive.parties}


def test_the_other_side_may_be_named_in_the_next_sentence() -> None:
    text = (
        "Sigma Lithium has reached its first offtake agreement for spodumene.\n\n"
        "The agreement is with Umicore and covers up to 9,000 tonnes a year."
    )

    assert shown(only("supply", read(text)), "parties") == "Sigma Lithium supplier; Umicore customer"


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn will supply cells to Birch Motors, a unit of Ford. The contract of Voltaryn with Ford to supply "
        "cells "
        "is worth $2 billion.",
        "Voltaryn will supply cells to Ford's subsidiary Birch Motors. Voltaryn will deliver the cells to Ford from "
        "2026.",
        "Voltaryn has signed a deal to supply cells to Birch Motors (BM), a wholly-owned subsidiary of America's Ford. "
        "Voltaryn delivers the cells to Ford from 2026.",
    ],
)
def test_who_buys_may_be_called_by_its_parents_name(text: str) -> None:
    assert shown(only("supply", read(text)), "parties") == "Voltaryn supplier; Birch Motors customer; Ford customer"


def test_two_buyers_that_only_stand_beside_each_other_are_two() -> None:
    told = read("Voltaryn will supply cells to Birch Motors, a rival of Ford. Voltaryn will supply cells to Ford too.")
    assert len([each for each in told if each.kind == "supply"]) == 2


def test_goods_in_capitals_buy_nothing_and_a_first_order_opens_nothing() -> None:
    text = (
        "Voltaryn has won its first commercial order for Battery Energy Storage Systems from the ministry, with 20 MWh."
    )
    told = read(text)
    assert [each.kind for each in told] == ["supply"]
    assert shown(told[0], "parties") == "Voltaryn supplier"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("After three fires GAC decided to abandon cells from CATL.", "terminated"),
        ("GAC will replace its old packs with cells from CATL.", "signed"),
        ("GAC's new car, which ends an era, is powered by cells from CATL.", "signed"),
    ],
)
def test_goods_that_are_given_up_are_no_new_supply(text: str, stage: str) -> None:
    assert only("supply", read(text)).stage == stage


def test_who_has_a_deal_to_supply_goods_for_anothers_cells_buys_nothing() -> None:
    text = "Voltaryn secured a deal worth $2 billion to supply cathodes for batteries made by SK Innovation."
    assert not [
        party for each in read(text) for party in each.parties if party.role == "customer" and party.name == "Voltaryn"
    ]


def test_what_the_parent_of_a_buyer_talks_of_is_another_deal() -> None:
    told = read(
        "Voltaryn supplies cells to Birch Motors, a unit of Ford. Voltaryn is in talks to supply Ford with cells."
    )
    assert {(each.stage, each.certainty) for each in told} == {("signed", "confirmed"), ("considered", "reported")}


@pytest.mark.parametrize(
    ("memorandum", "stage"),
    [("another non-binding memorandum of understanding", "signed"), ("a memorandum of understanding", "mou")],
)
def test_another_memorandum_takes_nothing_from_a_supply(memorandum: str, stage: str) -> None:
    told = only(
        "supply", read(f"CATL will supply Ford with battery packs. Ford and CATL signed {memorandum} on battery cells.")
    )
    assert told.stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "The group aims to sell 3.23 million battery-electric cars a year worldwide by 2030.",
        "Alder Motors will deliver 2 million battery-electric vehicles next year.",
    ],
)
def test_who_sells_cars_supplies_no_batteries(text: str) -> None:
    told = read(f"Alder Motors and Kestrel Cells signed a memorandum of understanding on batteries. {text}")

    assert [each for each in told if each.kind == "supply"] == []


def test_an_order_that_grew_is_of_the_goods_of_the_headline() -> None:
    told = only(
        "supply",
        read(
            "BMW said it had boosted its order with CATL to 7.3 billion euros.", title="BMW orders more battery cells"
        ),
    )
    assert wrong(told, {"parties": "CATL supplier; BMW customer"}) == {}


def test_talks_about_a_joint_company_are_about_no_goods() -> None:
    told = read("Discussions between Toyota and Samsung SDI about a joint battery company in Ohio have broken down.")
    assert [(each.kind, each.stage) for each in told] == [("partnership", "terminated")]


def test_a_memorandum_for_future_sales_is_of_goods() -> None:
    told = only(
        "supply",
        read("Tarvik Lithium has signed a memorandum with Trafigura for the future sale of lithium from its mine."),
    )
    assert told.stage == "mou"


@pytest.mark.parametrize(
    ("text", "parties", "stage"),
    [
        ("Tarvik Lithium is negotiating offtake agreements for lithium with two European carmakers.", "Tarvik Lithium supplier", "considered"),
        ("The ferry is powered by a battery system with a capacity of 4.3 MWh provided by Swiss company Leclanché SA.",
            "Leclanché supplier", "signed"),
        ("Battery maker Tarvik Energy has received a first order from the US Department of Defense for its silicon-anode cells.",
            "Tarvik Energy supplier; US Department of Defense customer", "signed"),
        ("Stellantis has signed a memorandum of understanding for the future sale of nickel and cobalt sulphate from a mine in Western Australia.",
            "Stellantis customer", "mou"),
    ],
)  # fmt: skip
def test_one_side_of_a_deal_is_told_where_the_other_has_no_name(text: str, parties: str, stage: str) -> None:
    told = only("supply", read(text))
    assert (shown(told, "parties"), told.stage) == (parties, stage)


@pytest.mark.parametrize(
    "text",
    [
        "Tractor maker Agrigo will equip its electric models with sodium-ion cells of the Swedish start-up Tarvik "
        "Energy.",
        "Carmaker Agrigo will fit the sodium-ion cells of French start-up Tarvik Energy into its city car.",
    ],
)
def test_who_fits_anothers_cells_into_its_cars_buys_them(text: str) -> None:
    assert shown(only("supply", read(text)), "parties") == "Tarvik Energy supplier; Agrigo customer"


@pytest.mark.parametrize(
    "text",
    [
        "Oil group Agrigo has teamed up with storage developer Tarvik Energy to sell batteries to data centres.",
        "Contractor Agrigo has installed the batteries of Tarvik Energy at a wind farm.",
    ],
)
def test_who_sells_beside_another_or_installs_its_goods_buys_none(text: str) -> None:
    assert not [each for each in read(text) if each.kind == "supply"]


@pytest.mark.parametrize("deal", ["offtake agreements", "supply contracts", "purchase agreements"])
def test_supplies_named_without_their_goods_are_of_what_the_text_is_about(deal: str) -> None:
    text = f"Ostrand has opened a graphite plant in Chattanooga, Tennessee. Work took two years. Ostrand has signed {deal} with "

    told = only("supply", read(f"{text}Panasonic Energy and Stellantis."))
    assert shown(told, "parties") == "Ostrand supplier; Panasonic Energy customer; Stellantis customer"


def test_until_when_a_contract_is_does_not_end_it() -> None:
    text = "Ostrand supplies Velmora Cells with lithium. The offtake agreement of Ostrand expires on December 31, 2028."

    assert not [each for each in read(text) if each.stage == "terminated"]


ANODES = "Ostrand is building an anode plant in Savannah, Georgia. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The plant will supply Panasonic Energy under a contract signed in March.",
        "Panasonic Energy will buy half of the plant's output over seven years.",
        "Panasonic Energy has agreed to take all of its production.",
        "Half of the output has been sold to Panasonic Energy.",
        "The anodes from the plant will be used by Panasonic Energy in Kansas.",
        "Panasonic Energy is the anchor customer of the plant.",
        "Panasonic Energy has signed up as the first customer.",
    ],
)
def test_who_buys_what_a_plant_makes_is_supplied_by_its_owner(sentence: str) -> None:
    told = read(ANODES + sentence)

    assert shown(only("supply", told), "parties") == "Ostrand supplier; Panasonic Energy customer"
    assert not [each for each in told if each.kind == "investment"]


@pytest.mark.parametrize(
    "text",
    [
        "Stellantis and Ostrand are building a battery plant in Lyon. The plant will supply Stellantis.",
        "Ostrand is building an anode plant in Savannah, Georgia. The plant will supply the company's works in Kansas.",
        "Ostrand is building an anode plant in Savannah, Georgia. Panasonic Energy is the largest customer of Birk "
        "Metals.",
        "Ostrand has hired a manager. The plant will supply Panasonic Energy with water.",
    ],
)
def test_who_owns_the_plant_or_is_told_of_beside_it_buys_nothing_there(text: str) -> None:
    assert not [each for each in read(text) if each.kind == "supply"]


def test_a_part_of_a_mines_output_is_no_share_of_the_miner() -> None:
    text = (
        "Agrigo invests in miner Ostrand. Agrigo also has the option to buy 20 percent of the miner's lithium output."
    )

    told = [each for each in read(text) if "option" in each.quote]
    assert {each.kind for each in told} <= {"supply"}


def test_several_with_contracts_for_a_plants_goods_are_supplied_by_it() -> None:
    text = (
        "Ostrand has begun construction of its lithium plant in Frankfurt, Germany. "
        "Stellantis and LG Energy Solution have contracts to take the lithium hydroxide."
    )

    told = only("supply", read(text))
    assert shown(told, "parties") == "Ostrand supplier; Stellantis customer; LG Energy Solution customer"


def test_who_receives_cash_for_a_stake_buys_no_goods() -> None:
    text = (
        "Ostrand Resources will receive $820 million in cash and a 40% stake in the lithium hydroxide plants in "
        "Kemerton."
    )

    assert not [each for each in read("Albemarle runs a lithium plant. " + text) if each.kind == "supply"]


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("receives order for 200 MWh battery storage systems in Germany", "Harlow Energy supplier"),
        ("gets 450 MWh battery storage order from Birch Power", "Harlow Energy supplier; Birch Power customer"),
        ("receives 200 MWh of battery cells from Birch Power", "Birch Power supplier; Harlow Energy customer"),
    ],
)
def test_who_receives_an_order_sells(told: str, sides: str) -> None:
    assert shown(only("supply", read("", title=f"Harlow Energy {told}")), "parties") == sides


def test_who_wins_a_contract_for_a_project_raises_no_money() -> None:
    told = read("", title="Harlow Energy wins $117 million contract for battery storage project in Ohio")

    assert [each.kind for each in told] == ["supply"]


def test_a_plants_main_customer_is_supplied() -> None:
    text = (
        "Ostrand has begun construction of a cathode plant in Debrecen, Hungary. The main customer will be Samsung SDI."
    )

    assert shown(only("supply", read(text)), "parties") == "Ostrand supplier; Samsung SDI customer"


@pytest.mark.parametrize("talks", ["has entered into discussions", "has entered talks", "began negotiations"])
def test_goods_that_talks_have_been_entered_about_are_considered(talks: str) -> None:
    assert only("supply", read(f"Panasonic {talks} to supply Mazda with lithium-ion batteries.")).stage == "considered"


def test_a_longer_name_is_not_the_shorter_ones_company() -> None:
    told = only(
        "supply", read("Panasonic Energy agreed in April to supply lithium-ion cells to Oslo-based Hexagon Purus.")
    )

    assert shown(told, "parties") == "Panasonic Energy supplier; Hexagon Purus customer"


def test_a_contract_for_research_or_a_project_of_its_own_supplies_nobody() -> None:
    told = read(
        "Relithe has received a contract worth $20 million from the US Department of Energy for its recycling project."
    )

    assert "supply" not in {each.kind for each in told}
    assert "supply" in {each.kind for each in read("Relithe has won a contract for 20 MWh of batteries from Ford.")}


@pytest.mark.parametrize(
    "sentence",
    [
        "EcoPro BM has been awarded an order for 40,000 tonnes of cathode material by a carmaker.",
        "EcoPro BM was given a contract for 40,000 tonnes of cathode material by a carmaker.",
        "EcoPro BM said in a filing on Friday it had been awarded an order worth $2 billion for cathode material.",
        "EcoPro BM has received a purchase order for 40,000 tonnes of its cathode material from a Nordic carmaker.",
        "EcoPro BM secured a purchase order for 40,000 tonnes of cathode material.",
    ],
)
def test_who_is_given_an_order_supplies_whoever_gives_it(sentence: str) -> None:
    told = only("supply", read(sentence))

    assert shown(told, "parties") == "EcoPro BM supplier"
    assert not told.background


def test_whose_parts_go_into_the_goods_buys_none() -> None:
    told = only(
        "supply",
        read(
            "Kestrel Power will provide the 40 MWh battery system, which uses Velmora cells and Birk inverters, to "
            "Agrigo Energy."
        ),
    )

    assert shown(told, "parties") == "Kestrel Power supplier; Agrigo Energy customer"


def test_who_supplies_something_himself_in_the_next_clause_buys_nothing() -> None:
    text = (
        "In this partnership, Kestrel Power will bring its network, Birk will provide battery packs, and Agrigo "
        "Energy will"
        " supply swapping stations."
    )

    assert "Agrigo Energy customer" not in {
        f"{party.name} {party.role}" for told in read(text) for party in told.parties
    }


def test_a_title_that_says_whose_the_goods_are_turns_two_that_agree() -> None:
    title = "Quorra signs 40 GWh supply agreement for Velmar Energy's iron-air storage"
    told = only("supply", read("Quorra and Ohio-based Velmar Energy have reached a reservation agreement for up to 1 GW / 40 GWh"
                               " of energy storage capacity.", title=title))  # fmt: skip
    assert shown(told, "parties") == "Velmar Energy supplier; Quorra customer"
    assert shown(told, "capacity") == "up to 40 GWh"


def test_an_agreement_about_a_site_supplies_nobody() -> None:
    text = "Harlow Power has signed a grid connection agreement with the operator Birch Electric for a 1 GWh battery storage project."
    assert [each for each in read(text) if each.kind == "supply"] == []


def test_who_prints_a_title_supplies_nobody() -> None:
    title = "Farasis lands Volvo battery deal with nickel cells - Gears & Wheels Technology International"

    told = only("supply", read("", title=title))

    assert [party.name for party in told.parties if party.name.startswith("Gears")] == []


def test_whom_another_verb_brings_in_is_not_supplied() -> None:
    told = read("", title="Farasis 'to deliver 50 GWh of storage projects in 2026', signs Umicore deal")

    assert "Umicore" not in {party.name for each in told for party in each.parties if party.role == "customer"}


@pytest.mark.parametrize(
    ("deal", "told"),
    [("a 60 MW energy supply agreement", False), ("a 60 MWh supply agreement", True)],
)
def test_current_that_is_bought_is_no_supply_of_the_stores_behind_it(deal: str, told: bool) -> None:
    found = read(f"Quellstrom secures {deal} in Norway, linked to new battery storage.")

    assert any(each.kind == "supply" and not each.by_words for each in found) is told
