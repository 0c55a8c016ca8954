"""What is of the battery industry, and the first look that spares everything else."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from cellwire.claims.reading.relevance import is_battery_news, may_be_battery_news
from cellwire.claims.reading.setting import set_scene
from cellwire.claims.scene.plain import plain_text
from cellwire.lexicon import load_lexicon
from cellwire.model import Kind, Span
from claims.telling import document, read

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))

OTHERS = [
    "The bakers' guild opened a second mill near Lyon on Tuesday and hired 40 people for $3 million.",
    "Renault sold 12,000 vans in France last year, 8% more than in 2022.",
    "The council approved a plan for a car park; the mayor said building starts in 2026.",
]
OURS = [
    "Voltaryn is to build a gigafactory in Lyon.",
    "CATL opened an office in Lyon.",
    "The mill near Lyon is to make cathodes.",
    "A plant for LFP is planned near Lyon.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_news_of_other_industries_is_passed_over_before_it_is_read(text: str) -> None:
    assert set_scene(document(text), load_lexicon()) is None
    assert read(text) == []


@pytest.mark.parametrize("text", OURS)
def test_one_word_or_name_of_the_industry_is_enough_to_be_read(text: str) -> None:
    scene = set_scene(document(text), load_lexicon())

    assert scene is not None
    assert is_battery_news(scene)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_first_look_refuses_no_paragraph_that_is_battery_news(path: Path) -> None:
    """Each paragraph as a text of its own: what a whole reading accepts, the first look lets through."""
    for paragraph in path.read_text("utf-8").split("\n\n"):
        scene = set_scene(document(f"A battery.\n\n{paragraph}"), load_lexicon())
        assert scene is not None
        told = is_battery_news(replace(scene, sentences=scene.sentences[1:]))
        plain, _ = plain_text(paragraph, [Span(0, len(paragraph))])

        assert may_be_battery_news(plain.text, load_lexicon().find(plain.text), load_lexicon()) or not told


@pytest.mark.parametrize(
    "title",
    [
        "Tellix unveils foldable phone with silicon-carbon battery",
        "Tunezo and Voicely partner on wireless speakers with lithium-polymer battery",
        "Carbon storage project wins permit in Norway",
    ],
)
def test_a_gadget_and_another_store_are_no_battery_news(title: str) -> None:
    assert read("", title=title) == []


@pytest.mark.parametrize(
    "title",
    [
        "Singer is sued for alleged battery",
        "Two men are charged with assault and battery",
        "Marlo Tennant is indicted on battery charges from nightclub brawl",
        "Dana Holm will use new law to file battery lawsuit against Alder Media",
        "Marlo Tennant is sued in Reno over arson and battery at a hotel",
        "Ghostwriter targets Ukrainian government with Cobalt Strike",
    ],
)
def test_a_blow_is_no_battery(title: str) -> None:
    assert read("She says that it happened at a concert on Monday.", title=title) == []


def is_news(title: str, text: str = "It was told on Tuesday.") -> bool:
    scene = set_scene(document(text, title=title), load_lexicon())
    return scene is not None and is_battery_news(scene)


@pytest.mark.parametrize(
    "title",
    [
        "Boxer pleads not guilty to battery charges after brawl in Denver",
        "Hackers use Cobalt Strike on a Norwegian bank",
        "EU opens call for seven AI gigafactories",
        "Verdane's hydrogen unit buys the gigafactory in Tournai",
        "Tarn Energy signs deal with Halden Carbon for the graphite of its SMRs",
        "Gas price in Spain rises to €54/MWh",
        "New Android version saves battery at night",
        "Save $120 on Voltbox's battery bank",
        "[Dealmail] Voltbox's biggest battery is $450 off right now",
        "Voltbox Home 8 Review: A large battery for small flats",
        "We Tested Six Home Batteries",
    ],
)
def test_what_only_has_a_word_in_common_with_batteries_or_is_for_shoppers_is_no_news(title: str) -> None:
    assert not is_news(title)


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn pleads not guilty over fire at battery plant",
        "Voltaryn cuts 30% off its battery prices",
        "2025 in Review: Batteries on the grid",
        "Arson destroys battery storage container in Kent",
        "Tarn Energy adds 40 MWh of battery storage beside its SMRs",
        "Voltaryn's gigafactory in Tournai gets power from a gas plant",
    ],
)
def test_news_of_batteries_that_has_such_a_word_is_news(title: str) -> None:
    assert is_news(title)


def test_a_text_whose_only_batteries_are_a_phones_or_a_blow_is_no_news() -> None:
    phones = "Shipments of phones fell by a third. The Tellix phone with its silicon battery was the exception."
    blow = "She sues the airport for assault and battery."

    assert not is_news("Tellix sees shipments plunge", phones)
    assert not is_news("Passenger sues the airport", blow)
    assert is_news("Tellix sees shipments plunge", f"{phones} It is to build a lithium mine.")


def test_a_law_on_gadgets_batteries_is_on_batteries() -> None:
    (told,) = read(
        "The rules were adopted on Tuesday.", title="EU adopts rules that make phones' batteries replaceable"
    )

    assert told.kind is Kind.POLICY
    assert not is_news("EU adopts rules for phones with batteries")


def test_a_court_case_about_batteries_is_no_blow() -> None:
    assert read("", title="Kestrel Cells faces battery patent lawsuit from Hanrim")


def test_a_lithium_miners_headline_is_battery_news() -> None:
    assert read("The shares fell.", title="Liontown Resources misses quarterly output target")


STORES_NO_BATTERY = [
    "Estonia is to build a compressed air energy storage project of 4 GWh in Paldiski.",
    "Estonia is to build a pumped-hydro energy storage project of 6 GWh in Paldiski.",
]
OTHER_PLANTS = [
    "Canadian Solar has won approval for a plant in Yangzhou that makes solar wafers.",
    "Rio Tinto is to invest $165 million to maintain anode production at its Saguenay smelter.",
]


@pytest.mark.parametrize("text", [*STORES_NO_BATTERY, *OTHER_PLANTS])
def test_what_stores_power_without_batteries_or_is_of_another_industry_is_not_told(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "title",
    [
        "Tesla opens its Model Y gigafactory in Gruenheide",
        "Tesla starts Model 3 production at Gigafactory Shanghai",
        "Cybertruck production hits 1000 units per week at Tesla's Gigafactory Texas",
    ],
)
def test_works_for_a_car_that_is_named_are_no_battery_plant_though_called_a_gigafactory(title: str) -> None:
    assert [told for told in read("", title=title) if told.kind is Kind.FACILITY] == []


@pytest.mark.parametrize(
    "title",
    [
        "Tesla opens gigafactory in Gruenheide",
        "Tesla starts production of Model Y batteries at Gigafactory Texas",
    ],
)
def test_a_gigafactory_without_a_car_or_with_its_batteries_is_told(title: str) -> None:
    assert [told.kind for told in read("", title=title)] == [Kind.FACILITY]
