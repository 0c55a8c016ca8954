"""What briefs of real weeks told wrong: old fires as news, a buyer as builder, a stake's price as a takeover's."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("A fire broke out at Kestrel Cells' battery plant in Dundee on Sunday, two years after a blaze in 2022.", False),
        ("A fire that broke out at Kestrel Cells' battery plant in Dundee in January had been set, police said on Monday.", True),
        ("A report into the fire at Kestrel Cells' battery plant in Dundee was published on Monday.", True),
        ("Six months after a fire, Kestrel Cells reopened its battery plant in Dundee on Monday.", True),
    ],
)  # fmt: skip
def test_a_fire_of_long_ago_is_no_news(text: str, *, old: bool) -> None:
    assert only("incident", read(text)).background is old


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Renault announced a deal with Norvolt Cells to build a battery cell plant in Lyon to supply its electric cars.",
            "Norvolt Cells owner; Renault customer",
        ),
        (
            "Renault announced a deal with Norvolt Cells to build a battery cell plant in Lyon.",
            "Renault owner; Norvolt Cells owner",
        ),
        (
            "Renault will jointly with Norvolt Cells build a battery cell plant in Lyon to supply its electric cars.",
            "Renault owner; Norvolt Cells owner",
        ),
    ],
)
def test_who_is_supplied_by_a_plant_does_not_build_it(text: str, parties: str) -> None:
    assert shown(only("facility", read(text)), "parties") == parties


@pytest.mark.parametrize("price", [" for $900 million", " to secure its supply of lithium"])
def test_the_price_of_a_stake_is_not_that_of_a_takeover(price: str) -> None:
    text = f"Rio Minerals has agreed to take over Argenta Lithium{price}. In May Rio bought a 14% stake in Argenta for $110 million."
    takeover = next(each for each in read(text) if each.stage == "announced")

    assert "110" not in shown(takeover, "money")
    assert shown(takeover, "dates") == ""


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Kestrel Cells has launched a project to build a battery plant in Dundee with 12 GWh.", "announced"),
        ("Kestrel Cells launched the search for a site for its battery plant in Dundee.", "considered"),
        ("Kestrel Cells launched construction of its battery plant in Dundee.", "construction"),
    ],
)
def test_the_launch_of_a_project_starts_no_works(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


def test_models_are_built_by_a_year_and_no_plant() -> None:
    text = "BMW will spend $1 billion on its battery plant in Greer to build at least six new EV models by 2030."

    assert shown(only("facility", read(text)), "dates") == ""


def test_the_words_of_a_law_are_no_company() -> None:
    text = "The Department of Energy awarded Kestrel Cells a grant of $48 million for its battery plant in Dundee from the Storage Investment and Jobs Act."

    assert "Storage" not in shown(only("investment", read(text)), "parties")


def test_a_plant_for_the_carmaker_is_not_the_carmakers() -> None:
    text = (
        "Renault will spend $70 million on a battery pack plant in Douai. "
        "Renault also announced a deal with Norvolt Cells to build a battery cell plant in Lyon to supply its cars."
    )

    assert [shown(each, "parties") for each in read(text)] == ["Renault owner", "Norvolt Cells owner; Renault customer"]


@pytest.mark.parametrize(
    ("text", "bonds"),
    [
        (
            "Volkswagen announced a series of partnerships with Umicore, 24M Technologies and Vulcan Energy on batteries.",
            ["24M Technologies", "Umicore", "Vulcan Energy"],
        ),
        (
            "Volkswagen has signed independent partnership agreements with Umicore and Vulcan Energy on batteries.",
            ["Umicore", "Vulcan Energy"],
        ),
        (
            "Volkswagen signed a partnership agreement with Umicore and Vulcan Energy on batteries.",
            ["Umicore, Vulcan Energy"],
        ),
    ],
)
def test_each_of_several_bonds_is_its_own(text: str, bonds: list[str]) -> None:
    told = (each for each in read(text) if each.kind == "partnership")

    assert (
        sorted(", ".join(party.name for party in each.parties if party.name != "Volkswagen") for each in told) == bonds
    )


def test_a_plant_that_will_be_built_by_somebody_does_not_stand() -> None:
    text = "The battery plant in Dundee, built by its subsidiary Kestrel Cells, will have an output of 12 GWh a year."

    assert only("facility", read(text)).stage == "announced"


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Dundee chosen as home for Kestrel Cells' battery plant", "announced"),
        ("Kestrel Cells and Dundee", "construction"),
    ],
)
def test_what_is_built_at_a_site_just_chosen_is_planned(title: str, stage: str) -> None:
    text = "Kestrel Cells is building a battery plant in Dundee that will come online in 2030."

    assert only("facility", read(text, title=title)).stage == stage


@pytest.mark.parametrize(
    ("more", "parties"),
    [
        ("", "Renault owner; Norvolt Cells owner"),
        (" The plant will use technology licensed from Norvolt Cells.", "Renault owner; Norvolt Cells partner"),
        (" It will use technology and services provided by Norvolt Cells.", "Renault owner; Norvolt Cells partner"),
    ],
)
def test_who_licenses_the_technology_owns_no_plant(more: str, parties: str) -> None:
    text = f"Renault announced it will partner with Norvolt Cells to build a battery plant in Lyon.{more}"

    assert shown(only("facility", read(text)), "parties").startswith(parties)


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("The Dundee battery plant has been a cornerstone of Kestrel Cells' success.", []),
        ("Kestrel Cells laid the cornerstone of its battery plant in Dundee.", ["construction"]),
    ],
)
def test_a_cornerstone_of_success_is_not_laid(text: str, stages: list[str]) -> None:
    assert [each.stage for each in read(text) if each.stage == "construction"] == stages


def test_what_was_agreed_in_an_earlier_month_is_no_news() -> None:
    text = "In January, Kestrel Cells said it agreed to take a stake in Rio Lithium for $137.5 million."

    assert only("investment", read(text)).background


def test_the_goods_in_a_name_make_no_supply() -> None:
    title = "Kestrel Cells expands overseas with Millennial Lithium deal"
    text = (
        "Kestrel Cells has agreed to acquire Millennial Lithium Corp, as it looks to shore up supply for its batteries."
    )

    assert [each.kind for each in read(text, title=title)] == ["investment"]


def test_what_another_won_in_the_same_week_is_no_price() -> None:
    text = (
        "Kestrel Cells has agreed to acquire Millennial Lithium Corp for $297 million. The deal is its second investment "
        "this week, after Alder Minerals said that it won funding of $240 million for its lithium project."
    )
    takeover = next(each for each in read(text) if "Millennial" in shown(each, "parties"))

    assert shown(takeover, "money") == "USD 297 million"


def test_what_a_company_is_focused_on_is_not_in_its_name() -> None:
    text = "Kestrel Cells has bought a 10% stake in Greenland-focused Tarvik Nickel Corp for $12 million to make batteries."

    assert "Greenland" not in shown(only("investment", read(text)), "parties")


def test_what_a_cell_can_do_is_told_and_starts_no_plant() -> None:
    text = "Lithium-sulfur developer Velmora says it has achieved 402 Wh/kg in pouch cells made at its lab in Sydney."
    assert [each.kind.value for each in read(text)] == ["technology"]


def test_the_plant_that_a_failing_firm_wanted_is_no_plan() -> None:
    text = "Velmora, which wanted to build a battery gigafactory near Blyth, has collapsed into administration."
    assert [each.kind.value for each in read(text)] == ["incident"]


def test_a_plant_that_a_grant_is_for_is_told_with_the_grant() -> None:
    text = "Velmora Cells has been awarded 48 million euros under the France 2030 plan for a pilot line of solid-state cells."
    title = "France's 2030 plan pays for a pilot line of cells"
    assert [each.kind.value for each in read(text, title=title)] == ["investment"]


def test_a_loan_that_is_closed_closes_no_plant() -> None:
    text = "The lithium maker Velmora has closed a $90 million loan with the Department of Energy."
    assert [each.kind.value for each in read(text, title="Loan closed for Nevada brine plant")] == ["investment"]


def test_a_maker_of_fuel_cells_is_none_of_batteries() -> None:
    text = "Velmora Motors will cut half of its staff as demand for fuel-cell trucks is lower than hoped."
    assert read(text, title="Maker of fuel-cell trucks cuts staff") == []


@pytest.mark.parametrize(
    ("title", "text", "parties"),
    [
        ("", "Aldo Cells will buy out Norvolt Energy Ltd.'s facilities and other assets in Ohio for $2 billion.", "Aldo Cells investor; Norvolt Energy owner"),
        ("", "Aldo Cells has acquired a 20% interest in Norvolt Energy's 300 MW Tarrow solar and storage project.", "Aldo Cells investor; Norvolt Energy owner"),
        ("", "Aldo Cells is buying out Norvolt Energy's 49% stake in their battery joint venture.", "Aldo Cells investor; Norvolt Energy owner"),
        ("Honda to buy CATL battery assets in Ohio", "The purchase was agreed on Monday.", "Honda investor; CATL owner"),
        ("", "Aldo Cells has acquired Norvolt Energy, a maker of battery packs, for $2 billion.", "Aldo Cells investor; Norvolt Energy target"),
    ],
)  # fmt: skip
def test_whose_things_are_bought_is_not_bought(title: str, text: str, parties: str) -> None:
    assert shown(only("investment", read(text, title=title)), "parties") == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("LG Chem and Tarrowtech sign a long-term supply agreement for LFP battery cells.", "LG Chem supplier; Tarrowtech customer"),
        ("Tarrowtech and CATL sign a long-term supply agreement for LFP battery cells.", "CATL supplier; Tarrowtech customer"),
        ("Tarrowtech signs 100 MWh supply agreement for Norvolt Energy's long-duration storage.", "Norvolt Energy supplier; Tarrowtech customer"),
    ],
)  # fmt: skip
def test_who_makes_the_goods_supplies_them(text: str, parties: str) -> None:
    assert shown(only("supply", read(text)), "parties") == parties


def test_two_who_each_secure_offtake_do_not_supply_each_other() -> None:
    told = read("Norvolt Energy and Kestrel Storage secure finance and offtake for 2 GWh of battery storage in Kent.")
    roles = [{str(party.role) for party in each.parties} for each in told if each.kind == "supply"]
    assert {"supplier", "customer"} not in roles


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Kestrel Cells raises $25 million to speed up production", "completed"),
        ("Kestrel Cells to raise $25 million to speed up production", "announced"),
    ],
)
def test_who_raises_a_sum_in_a_headline_has_it(title: str, stage: str) -> None:
    text = "The battery start-up makes cells for scooters and motorbikes."
    assert only("investment", read(text, title=title)).stage == stage


def test_a_union_builds_no_plant() -> None:
    told = read("The UAW halts its strike after concessions on the battery plant in Michigan.")
    assert not [each for each in told if each.kind == "facility" and "UAW" in shown(each, "parties")]


@pytest.mark.parametrize("car", ["Tarrow GV60", "Tarrow ZS PHEV"])
def test_a_car_model_develops_and_recalls_nothing(car: str) -> None:
    told = read(
        f"Kestrel Cells said on Monday that the new {car} will be launched with its solid-state battery in 2027."
    )
    assert not [each for each in told if car in shown(each, "parties")]


def test_a_plant_that_is_to_close_a_gap_opens() -> None:
    title = "Kestrel opens Dundee refinery to close lithium gap"
    text = "Kestrel Lithium on Thursday opened its lithium refinery in Dundee."
    assert only("facility", read(text, title=title)).stage == "operating"


@pytest.mark.parametrize(("place", "name"), [("St. Alban County", "St. Alban County"), ("Tłı̨chǫ territory", "")])
def test_half_a_name_is_no_place(place: str, name: str) -> None:
    told = only("facility", read(f"Kestrel Cells will build a battery plant in {place} with 12 GWh a year."))
    assert shown(told, "place") == name


def test_whose_goods_are_taxed_does_not_tax_them() -> None:
    told = read(
        "The US Government said that a 25% tariff on graphite imports from China is set to take effect in 2026."
    )
    assert "China" not in shown(only("policy", told), "parties")


def test_a_first_attempt_that_lapsed_ends_no_second_one() -> None:
    title = "Kestrel Cells files for IPO for the second time"
    text = "The battery maker Kestrel Cells makes a second attempt at an IPO after its initial listing bid, launched in May, lapsed."
    assert only("investment", read(text, title=title)).stage == "announced"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Energy trading firm Second Harbour is building three BESS projects in Kent, with the technology provided by local firm Tarrow Energy.", "Second Harbour owner"),
        ("Three BESS projects are being built in Kent, with the technology provided by local firm Tarrow Energy.", ""),
    ],
)  # fmt: skip
def test_who_delivers_what_is_built_in_builds_no_site(text: str, owner: str) -> None:
    told = [each for each in read(text) if each.kind == "facility" and not each.by_words]
    assert [shown(each, "parties") for each in told if each.parties] == [owner] * bool(owner)


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Cells is resuming construction of a battery plant in Dundee that it postponed two months ago.",
        "Kestrel Cells will restart work on the battery plant in Dundee that it had delayed.",
    ],
)
def test_a_plant_that_is_built_on_is_not_put_off(text: str) -> None:
    assert [each.stage for each in read(text) if each.kind == "facility" and each.stage == "delayed"] == []


def test_a_round_that_includes_funds_is_no_public_money() -> None:
    title = "Kestrel Cells raises $20 million"
    text = "Led by Alder Ventures, a $1 billion fund, the round includes participation from Birch Capital and the Cedar Foundation."
    assert all("Birch Capital target" not in shown(each, "parties") for each in read(text, title=title))


def test_talks_with_a_union_weigh_no_plant() -> None:
    title = "Kestrel Cells pauses construction of Dundee battery plant amid contract talks with union"
    text = "The company is in national contract talks with the workers' union, which wants to represent workers at battery factories."
    assert only("facility", read(text, title=title)).modality == "asserted"


def test_what_a_subsidiary_earns_is_not_its_owners() -> None:
    text = (
        "The subsidiary of battery maker CATL reported its first-quarter results on Tuesday, with a 12% drop in profit."
    )
    assert all("CATL" not in shown(each, "parties") for each in read(text) if each.kind == "market")


def test_finance_and_offtake_are_neither_goods_nor_a_plan() -> None:
    title = "Kestrel Power, Alder Storage secure finance and offtake for 2GWh of UK BESS"
    text = "There has been progress on several battery storage projects, with Kestrel Power and Alder Storage named."
    assert [
        each.kind for each in read(text, title=title) if not each.by_words and each.kind in {"supply", "facility"}
    ] == []


def test_who_runs_a_store_for_its_owner_is_a_partner() -> None:
    told = read(
        "Voltaryn has enlisted Norrvik to optimise a 300 MW store in Poland.",
        title="Voltaryn and Norrvik agree optimisation deal for 1.2GWh Poland BESS",
    )

    assert shown(only("partnership", told), "parties") == "Voltaryn partner; Norrvik partner"
    assert {each.kind for each in told} & {"supply", "facility"} == set()


def test_whose_output_is_bought_is_neither_the_buyers_nor_his_stake() -> None:
    told = read(
        "Tesla has signed a long-term deal to buy 90% of the output of Project Larch, a big solar and battery plant in Arizona.",
        title="Tesla buys 90% of a 509 MW Arizona solar and storage project",
    )

    ruled = [each for each in told if not each.by_words]
    assert [each for each in ruled if any(str(party.role) in {"owner", "investor"} for party in each.parties)] == []


def test_what_lifts_returns_lifts_no_capacity() -> None:
    told = read("Voltaryn said that its battery storage in Leeds could boost portfolio returns by 10%.")

    assert [each for each in told if each.rule == "facility.expand"] == []


def test_a_store_that_has_been_purchased_is_bought_and_not_supplied() -> None:
    told = read(
        "Denmark-headquartered Ørsted has purchased a 150MW battery energy storage system (BESS) in Michigan from ESA Solar.",
        title="Ørsted purchases 150MW Michigan BESS project from ESA Solar",
    )

    assert only("investment", told).stage == "completed"
    assert [each for each in told if each.kind == "supply"] == []


def test_whose_partner_somebody_is_gets_no_loan() -> None:
    told = read(
        "The African Development Bank has approved a loan of €100 million for the battery maker and Volkswagen partner, Gotion High-Tech."
    )

    assert "Volkswagen" not in {party.name for each in told for party in each.parties}
