"""New cells told by a headline, by researchers, or by what stands around a battery: no word of novelty is needed."""

from typing import Any

import pytest

from cellwire.model import Development
from claims.telling import only, read, row, wrong


def by_rules(text: str, *, title: str) -> list[Development]:
    return [dev for dev in read(text, title=title) if not dev.by_words]


ON_OFFER = [
    row("Velmora launches 25 kW battery inverter", "launched", parties="Velmora developer"),
    row("Sungrow unveils wall-mounted home battery", "announced", parties="Sungrow developer"),
    row("Hithium showcases residential energy storage solutions at fair in Munich", "announced", parties="Hithium developer"),
    row("Gotion releases 8 MWh battery storage system", "announced", parties="Gotion developer", product="storage"),
    row("Enphase launches software for battery testing", "launched", parties="Enphase developer"),
    row("Hyundai launches battery subscription for taxi drivers", "launched", parties="Hyundai developer"),
    row("Farasis rolls off two pouch batteries for aircraft", "announced", parties="Farasis developer"),
]  # fmt: skip
HERALDED = [
    row("CATL's new truck battery charges in eleven minutes", "announced", parties="CATL developer"),
    row("BYD says its next-generation cells will last two million kilometres", "announced", parties="BYD developer"),
    row("Tesla patent describes anode without graphite for its batteries", "announced", parties="Tesla developer"),
    row("LG Chem claims breakthrough in dry-coated cathodes", "announced", parties="LG Chem developer"),
    row("Panasonic to develop nickel-free battery", "announced", parties="Panasonic developer"),
    row("Nissan hatchback gets bigger battery for same money", "announced", parties="Nissan developer"),
    row("RWE to pilot Ionvale's zinc battery in Wales", "testing", parties="RWE developer"),
    row("CATL tests its flow battery in the Alps", "testing", parties="CATL developer"),
    row("CATL demonstrates ferry with zinc battery in Oslo", "testing", parties="CATL developer"),
    row("Gotion answers its rivals with a new LFP truck battery", "announced", parties="Gotion developer"),
    row("A first look at Gotion's new sodium-ion battery", "announced", parties="Gotion developer"),
    row("Farasis battery charges from 10% to 80% in nine minutes", "announced", parties="Farasis developer"),
    row("Gotion pouch cells can do without cobalt", "announced", parties="Gotion developer"),
    row("Hyundai reaches milestone with solid-state batteries", "announced", parties="Hyundai developer"),
    row("Tesla patents cooling plate for energy storage units", "announced", parties="Tesla developer"),
    row("Nissan opens pre-orders for van with solid-state batteries", "launched", parties="Nissan developer"),
    row("CATL's LFP battery shows no wear after 3,000 cycles", "announced", parties="CATL developer"),
    row("Hithium exhibits eight-hour LDES system in Munich", "announced", parties="Hithium developer"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), [*ON_OFFER, *HERALDED])
def test_a_headline_tells_of_new_goods(headline: str, expected: dict[str, Any]) -> None:
    assert wrong(only("technology", by_rules("Details were few on Monday.", title=headline)), expected) == {}


@pytest.mark.parametrize(
    "headline",
    [
        "Velmora launches phone with 7,000 mAh battery",
        "Velmora unveils plan for battery factory in Leeds",
        "CATL sues rival over patents on battery packs",
        "Solid-state batteries could change how cars are built",
        "This new Bristol battery can power 40,000 homes",
        "Survey finds BYD's new batteries could last longest",
        "CATL says it will build new battery plant",
        "Grants for three: Battery Breakthrough fund makes choice",
        "Phone maker Velmora adds bigger battery to handset",
        "Can your battery charge in nine minutes?",
        "This salt battery can warm whole towns",
        "Wind park gets salt battery boost",
        "Tesla batteries could help hospital through storm",
        "Gotion's new battery supplier opens office in Leeds",
        "Chile develops policy for lithium and batteries",
        "Your batteries could be safer if stored in the cellar",
        "Velmora home battery review: quiet and strong",
        "Chrome saves battery with a new feature, says Google",
        "How a firm launches software",
        "World's largest EV battery supplier names new head",
        "CATL's LFP battery shows less wear after 60,000 miles",
        "Nissan hatchback's LFP battery keeps more range as it ages compared to others",
        "Nissan opens orders for van",
        "First electric truck fleet with batteries delivered to Leeds",
    ],
)
def test_a_headline_tells_of_no_new_goods(headline: str) -> None:
    assert [dev for dev in by_rules("Details were few on Monday.", title=headline) if dev.kind == "technology"] == []


@pytest.mark.parametrize(
    "headline",
    [
        "Clay could make batteries safer",
        "Seaweed could be the key to cheaper batteries",
        "Van battery fills up and charges in six minutes",
        "Salt battery that keeps heat for weeks could warm whole towns",
        "Pressed clay leads to safer lithium-sulfur cells",
        "'Holy grail' of battery makers found: an anode that never swells",
        "Portugal develops method to win back lithium from old batteries",
        "New electrolyte gel keeps lithium-metal batteries cool",
        "World's first ferry with sodium-ion batteries sets out",
        "Country's biggest electric vehicle hauls ore on a 900 kWh battery",
    ],
)
def test_a_headline_may_tell_of_new_cells_without_telling_whose(headline: str) -> None:
    assert only("technology", by_rules("Details were few on Monday.", title=headline)).parties == ()


FOUND = [
    ("Researchers in Japan have developed an anode that heals itself.", ""),
    ("Scientists say they have found a way to make batteries safer.", ""),
    ("A research team has devised a membrane for redox flow batteries.", ""),
    ("Chemists at Alderney University turned straw into electrodes for batteries.", "Alderney University developer"),
    ("Alderney University develops battery that survives frost.", "Alderney University developer"),
    ("Researchers have built a cell without lithium metal. The team works at Alderney University.", "Alderney University developer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), FOUND)
def test_what_researchers_have_found_is_news_with_or_without_their_house(text: str, parties: str) -> None:
    assert (
        wrong(only("technology", by_rules(text, title="From the laboratory")), {"stage": "testing", "parties": parties})
        == {}
    )


def test_below_the_opening_researchers_must_have_found_something_now() -> None:
    opening = "Cells swell as they age. Most makers live with it. Some add springs. "
    told = only(
        "technology", by_rules(f"{opening}Now researchers have built a lithium anode that stays flat.", title="Flat")
    )
    assert told.stage == "testing"
    assert not by_rules(f"{opening}Years ago researchers built a lithium anode that stayed flat.", title="Flat")


@pytest.mark.parametrize(
    "text",
    [
        "Scientists who developed a cleaner battery were among the winners of a prize.",
        "Researchers have made a battery-free sensor for doors.",
        "Researchers found that high lithium concentrations in water calm people.",
        "Researchers could one day develop batteries without metals.",
    ],
)
def test_what_researchers_have_found_about_other_things_is_none(text: str) -> None:
    assert [dev for dev in by_rules(text, title="From the laboratory") if dev.kind == "technology"] == []


@pytest.mark.parametrize(
    ("headline", "stage"),
    [
        ("German start-up launches sodium-ion battery for homes", "launched"),
        ("Chinese companies unveil first bus with solid-state batteries", "announced"),
    ],
)
def test_a_headline_may_name_only_the_sort_of_firm(headline: str, stage: str) -> None:
    told = only("technology", by_rules("Details were few on Monday.", title=headline))
    assert (told.stage, told.parties) == (stage, ())


def test_a_headline_alone_has_its_chemistry_from_the_sentence_under_it() -> None:
    text = "The cells are of the lithium-sulfur kind, Gotion disclosed on Monday."
    told = only("technology", by_rules(text, title="Gotion tests its aircraft battery on public roads"))
    assert [each.name for each in told.chemistry] == ["lithium-sulfur"]


def test_a_university_in_a_headline_ends_before_the_verb() -> None:
    told = only(
        "technology", read("It was shown on Monday.", title="University of Alderney Develops Battery Without Cobalt")
    )
    assert [party.name for party in told.parties] == ["University of Alderney"]


@pytest.mark.parametrize(
    ("headline", "modality"),
    [
        ("RWE to pilot Ionvale's zinc battery in Wales", "planned"),
        ("CATL tests its flow battery in the Alps", "asserted"),
    ],
)
def test_what_is_to_be_tried_is_not_tried_yet(headline: str, modality: str) -> None:
    assert only("technology", by_rules("Details were few on Monday.", title=headline)).modality == modality


@pytest.mark.parametrize(
    ("ahead", "starts"),
    [("a pilot rollout in 2031", False), ("series production in 2031", True)],
)
def test_a_trial_starts_no_production(ahead: str, starts: bool) -> None:
    told_of = "and it is already running the cells through validation"
    text = f"CATL says its new sodium-ion battery will last longer, {told_of} ahead of {ahead}."
    told = only("technology", by_rules(text, title="CATL readies sodium-ion cells"))

    assert ("production_start" in {dated.what for dated in told.dates}) == starts


def test_the_cells_of_a_car_are_not_put_into_production_by_its_maker() -> None:
    words = "Hyundai drives off in {} mass-produced sodium-ion battery."

    assert not [dev for dev in by_rules(words.format("a van with a"), title="") if dev.kind == "technology"]


@pytest.mark.parametrize(
    ("made", "tells"),
    [("mass-produced EV has an LFP battery", False), ("mass-produced EV battery is an LFP battery", True)],
)
def test_a_car_that_is_made_in_series_has_its_battery_from_somebody(made: str, tells: bool) -> None:
    told = by_rules(f"Hyundai's first {made} that can power whole houses.", title="")

    assert bool([dev for dev in told if dev.kind == "technology"]) is tells
