"""Which titles are of the battery industry: by words that name other things too, and that papers of science have."""

import pytest

from cellwire.publish.brief.doubting import speaks_of_batteries


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
