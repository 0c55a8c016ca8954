"""Which titles are of the battery industry: by words that name other things too, and that papers of science have."""

import pytest

from cellwire.publish.brief.doubting import asks, is_research, speaks_of_batteries


@pytest.mark.parametrize(
    "title",
    [
        "Oulu grants $3 billion for domestic battery manufacturing",
        "Minister wants to double share of domestic battery production",
        "Subsidy for domestic battery storage ends",
        "First domestic battery in decades leaves Nordcell's line",
        "Baumwerk sued for battery fires in its vans",
        "Nordcell sued for battery patent infringement",
        "Nordcell and Voltara settle battery lawsuit",
        "Nordcell and Voltara end battery suit",
        "Voltara accused of battery technology theft",
        "Voltara denies alleged battery patent theft",
        "Simple battery swap saves costs",
        "Patriot Battery Metals files its study",
        "Voltara buys graphite in a deal with Norvia",
        "Voltara unveils battery free of cobalt",
        "Voltara unveils cobalt-free battery",
        "New pack makes a battery less likely to burn",
    ],
)
def test_words_of_crimes_and_guns_hide_no_news_of_batteries(title: str) -> None:
    assert speaks_of_batteries(title)


@pytest.mark.parametrize(
    "title",
    [
        "Mayor of Gera charged with domestic battery",
        "Goalkeeper had previous citation for domestic battery",
        "Driver arrested on domestic battery charge",
        "Singer and his son plead guilty to simple battery",
        "Jury clears him in defamation and battery trial",
        "Actor sued for battery",
        "Actor arrested on 1 May for battery",
        "Actor was arrested on 1 May for domestic battery",
        "Actor accused of battery, lawyers say",
        "Clerk charged with battery for throwing a drink",
        "Clerk charged with battery on an officer",
        "Singer sued for alleged battery",
        "Gera sends Patriot battery to Oulu",
        "A battery-free watch for hikers",
    ],
)
def test_crimes_and_guns_are_no_batteries(title: str) -> None:
    assert not speaks_of_batteries(title)


@pytest.mark.parametrize(
    "title",
    [
        "Voltara raises US$ 200 million for cells without cobalt",
        "Norvia secures A$ 300 million loan for lithium mine",
        "Voltara opens niobate anode plant",
        "Norvia to build argyrodite electrolyte plant",
        "Argyrodite maker Norvia names new chief",
        "In-situ lithium recovery project gets permit",
        "Digital twin for gigafactory in Oulu",
        "Nordcell wins order for data-driven battery storage",
        "Data-driven battery insurer Norvia goes to Oulu",
        "Silicon doped graphite anode plant opens",
        "Oulu sees solid-state batteries as promising export",
        "Norvia raises $5 million for stochastic battery trading",
    ],
)
def test_what_the_industry_does_is_no_paper_of_science(title: str) -> None:
    assert not is_research(title, "")


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Fractional-order model of lithium cells", ""),
        ("Data-driven prediction of cell ageing", ""),
        ("In-situ observation of lithium plating", ""),
        ("Polymers as promising cathode materials", ""),
        ("Digital twin for porous electrodes", ""),
        ("Nitrogen doped graphite for anodes", ""),
        ("Phase changes of MoS$_2$ monolayers", ""),
        ("To form or to plate: lithium in polymer cells", "In this paper, cells are taken apart."),
    ],
)
def test_a_paper_is_known_by_its_title_or_its_first_words(title: str, below: str) -> None:
    assert is_research(title, below)


@pytest.mark.parametrize(
    ("title", "news"),
    [
        ("2025 global EV battery installations rise 31%", True),
        ("Nordcell leads 2025 Global EV Battery Market", True),
        ("Nordcell leads in 2025 European EV battery sales", True),
        ("With 2025 over EV battery makers look ahead", True),
        ("Graphite demand to grow in 2025 On EV Battery Boom", True),
        ("2026 VNA Sierra EV gets a larger battery", False),
        ("2026 Volvana EV gets a larger battery", False),
        ("2026 Volvana X90 has a battery of its own", False),
        ("Nordcell to deliver battery cells to eVTOL maker Archona", True),
        ("Voltara wins $15 million battery order for drones", True),
        ("Voltara receives order worth $4 million for drone batteries and packs", True),
        ("Norvia delivers lighter batteries for electric aircraft", True),
        ("Norvia shows battery cells for cameras", True),
        ("Drone with longer battery life", False),
        ("Electric aircraft flies on a battery", False),
        ("Phone with large battery opens for pre-order", False),
        ("Phone delivers two days of battery life", False),
        ("Drone maker orders a battery of tests", False),
    ],
)
def test_a_device_hides_no_cells_and_orders_and_a_year_is_no_cars(title: str, *, news: bool) -> None:
    assert speaks_of_batteries(title) is news


@pytest.mark.parametrize(
    ("title", "survey"),
    [
        ("Oulu battery market expected to reach $5 billion in 2036", True),
        ("Battery storage market is set to grow tenfold", True),
        ("Nordcell's new market is expected to pay $5 billion", False),
        ("Nordcell is set to reach the market of Oulu", False),
    ],
)
def test_what_a_market_is_expected_to_reach_is_a_survey(title: str, *, survey: bool) -> None:
    assert asks(title) is survey
