"""Products and chemistries, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Sungrow reveals 1,200 Ah storage cell.", "announced", parties="Sungrow developer"),
    row("Fluence's 9 MWh storage container goes on sale.", "launched", parties="Fluence developer"),
    row("Sungrow launches 6.9 MWh storage system.", "launched", parties="Sungrow developer"),
    row("ACC has delivered the first B-samples of its lithium-sulfur cell to an aircraft maker for validation.", "testing",
        parties="ACC developer"),
    row("Suzuki showed a prototype car with an all-solid-state battery at the Tokyo show.", "announced", parties="Suzuki developer"),
    row("Stanford University researchers double life of lithium-metal cells.", "testing", parties="Stanford University developer"),
    row("Corvus Energy brings ship battery with 30% more energy to market.", "launched", parties="Corvus Energy developer"),
    row("Carmaker Velmora will use LFP batteries in its small cars from 2026.", "announced", parties="Velmora developer",
        chemistry="LFP"),
    row("Carmaker Velmora wants to bring solid-state batteries to market by 2028.", "announced", parties="Velmora developer"),
    row("Battery maker Velmora's silicon-anode cells kept 80% of their capacity after 1,000 cycles.", "testing",
        parties="Velmora developer"),
    row("Battery maker Velmora launched a battery that charges in ten minutes.", "launched", parties="Velmora developer"),
    row("Carmaker Velmora will postpone its solid-state battery by two years.", "announced", parties="Velmora developer"),
    row("Ionvale has unveiled a new sodium-ion battery cell that charges faster than LFP.", "announced",
        parties="Ionvale developer", chemistry="sodium-ion"),
    row("Ionvale has shipped sample cells with its solid-state chemistry to BMW for validation.", "testing",
        parties="Ionvale developer; BMW customer", chemistry="solid-state"),
    row("CATL unveiled a sodium-ion battery with an energy density of 200 Wh/kg.", "announced",
        parties="CATL developer", chemistry="sodium-ion"),
    row("Kestrel Cells has begun testing its solid-state cells in vehicles.", "testing",
        parties="Kestrel Cells developer", chemistry="solid-state"),
    row("Kestrel Cells will show a semi-solid-state pouch cell with 330 Wh/kg.", "announced",
        parties="Kestrel Cells developer", chemistry="semi-solid-state"),
    row("Samsung SDI will start mass production of solid-state batteries in 2027.", "announced",
        parties="Samsung SDI developer", chemistry="solid-state", dates="production_start 2027"),
    row("Farasis has started mass production of its semi-solid-state pouch cells.", "launched",
        parties="Farasis developer", chemistry="semi-solid-state"),
    row("Ionvale has shipped A-samples of its lithium-metal cells to two carmakers.", "testing",
        parties="Ionvale developer", chemistry="lithium-metal"),
    row("Toyota plans to bring solid-state batteries to market in 2028.", "announced",
        parties="Toyota developer", chemistry="solid-state"),
    row("StoreDot demonstrated a battery cell that charges in ten minutes.", "announced", parties="StoreDot developer"),
    row("LG Energy Solution is developing LMFP cells for entry-level cars.", "announced",
        parties="LG Energy Solution developer", chemistry="LMFP"),
    row("Prototype cells of QuantumScape kept 95% of their capacity after 1,000 cycles in Volkswagen's tests.", "testing"),
    row("BYD presented the second generation of its LFP Blade battery.", "announced", parties="BYD developer", chemistry="LFP"),
    weak("is not read", "Ionvale's lithium-sulfur battery flew for the first time in a drone on Friday.", "testing",
        parties="Ionvale developer", chemistry="lithium-sulfur"),
    row("The first scooters with Pelion Energy's sodium-ion cells are on sale in India.", "launched",
        parties="Pelion Energy developer", chemistry="sodium-ion"),
    row("Gotion says its new LMFP pack lasts 4,000 cycles and will enter production next year.", "announced",
        parties="Gotion developer", chemistry="LMFP", dates="production_start 2025"),
    row("EVE Energy introduced a 628 Ah LFP cell for grid storage.", "announced", parties="EVE Energy developer", chemistry="LFP"),
    row("Velmora Energy has launched sales of its sulphide solid electrolyte to other makers.", "launched",
        parties="Velmora Energy developer", product="electrolyte"),
    row("Storage firm Velmora Energy has added a vanadium flow battery to its range of home systems.", "launched",
        parties="Velmora Energy developer", product="storage"),
    row("Velmora Energy teases a new hybrid battery backup system.", "announced", parties="Velmora Energy developer",
        product="storage"),
    row("The lithium-sulfur battery built by Velmora Energy kept a drone in the air for a day in a trial.", "testing",
        parties="Velmora Energy developer", chemistry="lithium-sulfur"),
    row("A lithium-ion battery by Toulouse-based Velmora Energy went into orbit on Monday.", "launched",
        parties="Velmora Energy developer"),
    row("A team at Alderney University has made sodium-ion cells that survive 2,000 cycles.", "testing",
        parties="Alderney University developer", chemistry="sodium-ion"),
    row("Japan's Velmora Energy has started volume production of solid-state button cells.", "launched",
        parties="Velmora Energy developer", chemistry="solid-state"),
    row("ProLogium is postponing the launch of its solid-state battery to 2026.", "announced",
        parties="ProLogium developer", chemistry="solid-state"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_how_near_the_market_a_product_is(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("technology", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "text",
    [
        "VRB Energy, which makes vanadium flow batteries, would build a flow battery research and development (R&D) "
        "institute.",
        "Farasis opened an R&D center for sodium-ion cells in Leipzig.",
    ],
)
def test_a_house_for_research_develops_nothing_yet(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "technology"]


def test_what_is_shown_at_a_fair_opens_nothing_in_its_town() -> None:
    told = read("Battery-making giant CATL has launched its new LFP battery at the Beijing motor show.")
    assert {each.kind for each in told} == {"technology"}


def test_a_paper_for_goods_is_no_order() -> None:
    told = read(
        "The GridCore 5, a liquid-cooled storage system made by Velmora Energy of Hefei, has been awarded two safety "
        "certificates."
    )
    assert not [each for each in told if each.kind == "supply"]


def test_cells_that_keep_their_capacity_were_tested() -> None:
    told = only(
        "technology",
        read("Coin cells made with Voltaryn Graphite's anode material kept 96% of their capacity after 200 cycles."),
    )

    assert (told.stage, shown(told, "parties")) == ("testing", "Voltaryn Graphite developer")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Orsa will manufacture a sodium-ion battery developed by Velmora.", False),
        ("A sodium-ion battery developed by Velmora was launched on Monday.", True),
        ("Velmora has developed a sodium-ion battery.", True),
    ],
)
def test_who_is_to_make_what_another_developed_is_the_news(text: str, *, told: bool) -> None:
    assert any(dev.kind == "technology" and not dev.by_words for dev in read(text)) is told


def test_what_goes_into_series_is_on_the_market() -> None:
    told = only("technology", read("", title="Svolt begins mass production of 90-kWh battery for plug-in hybrids"))

    assert (told.stage, shown(told, "parties")) == ("launched", "Svolt developer")


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Researchers have successfully increased the lifespan of solid-state lithium batteries. The cells were made at the "
            "University of Oltenberg.",
            "University of Oltenberg",
        ),
        (
            "Scientists at the Alder Marrow School of Engineering and Applied Sciences have developed a new lithium metal "
            "battery that survives 6,000 cycles.",
            "Alder Marrow School of Engineering and Applied Sciences",
        ),
    ],
)
def test_whose_researchers_they_are_may_be_told_behind(text: str, house: str) -> None:
    assert shown(only("technology", read(text)), "parties") == f"{house} developer"


@pytest.mark.parametrize(
    ("text", "stage", "parties"),
    [
        (
            "BYD's new Blade Battery is here. BYD has launched the Blade Battery with LFP cells.",
            "launched",
            "BYD developer",
        ),
        (
            "Velmora Cells said its silicon cells keep 80% of their capacity after 2,000 consecutive extreme charge cycles.",
            "testing",
            "Velmora Cells developer",
        ),
        ("Velmora Cells' fast-charging batteries hit 2,000 cycles.", "testing", "Velmora Cells developer"),
        ("General Motors aims to deploy prismatic cells in trucks from 2028.", "announced", "General Motors developer"),
    ],
)
def test_what_makers_offer_and_prove(text: str, stage: str, parties: str) -> None:
    told = only("technology", read(text))

    assert (told.stage, shown(told, "parties")) == (stage, parties)


def test_the_metal_that_new_cells_do_without_is_not_what_they_are() -> None:
    told = only(
        "technology", read("Lithium is scarce, and CATL has launched its first commercial sodium-ion battery for cars.")
    )

    assert told.product is not None
    assert told.product.name == "cell"


def test_who_is_the_first_to_make_goods_makes_them() -> None:
    told = only("technology", read("EVE Energy has become the first maker to mass-produce 628 Ah LFP storage cells."))

    assert told.stage == "launched"


def test_researchers_may_begin_with_the_initials_of_their_house() -> None:
    told = only("technology", read("MIT engineers have built a battery that charges in under a minute."))

    assert shown(told, "parties") == "MIT developer"


def test_what_is_thought_of_a_battery_is_not_weighed() -> None:
    text = "Orbik Cells said that its solid-state battery, long considered the best of all, would go into production in 2027."
    assert only("technology", read(text)).modality == "planned"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("BYD unveils an electric van with a new 80 kWh LFP battery.", 0),
        ("BYD has introduced a new solid-state battery disconnect unit for trucks.", 0),
        ("BYD is launching a new programme for solid-state batteries.", 0),
        ("A study has revealed that BYD's new LFP batteries last longest.", 0),
        ("Can BYD mass-produce solid-state batteries?", 0),
        ("BYD launches a new sodium-ion battery ‘building block’ system.", 1),
        ("BYD unveils Talvo, a new sodium-ion battery for vans.", 1),
        ("New sodium-ion cells for vans were unveiled by BYD.", 1),
        ("BYD expects to introduce NMC 811 battery cells next year.", 1),
    ],
)
def test_what_is_unveiled_are_the_goods_themselves(sentence: str, told: int) -> None:
    assert len([dev for dev in read(sentence) if dev.kind == "technology"]) == told


def test_what_was_unveiled_in_another_year_is_no_news() -> None:
    text = "SVOLT has launched two LMFP batteries. In 2019, the company unveiled two NMC battery cells."
    told = [(dev.stage, dev.background) for dev in read(text) if dev.kind == "technology"]

    assert ("announced", False) not in told
    assert ("launched", False) in told


@pytest.mark.parametrize(("goods", "kinds"), [("Product Line", ["technology"]), ("Assembly Line", ["facility"])])
def test_a_line_that_assembles_is_no_goods(goods: str, kinds: list[str]) -> None:
    assert [told.kind.value for told in read(f"Nissan Launches EV Battery Pack {goods} In Belgium.")] == kinds
