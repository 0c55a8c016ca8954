"""Values as people write them."""

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import PartialDate, Qualifier
from cellwire.publish.brief.edition import country_name
from cellwire.publish.brief.wording import phrases
from cellwire.publish.brief.wording.cues import cues
from cellwire.record.facts import rules


@pytest.mark.parametrize(
    ("value", "printed"),
    [(12.0, "12"), (1234567.0, "1,234,567"), (8.8, "8.8"), (0.05, "0.05"), (26.75, "26.75"), (1e6, "1,000,000")],
)
def test_a_number_gains_no_decimals_and_loses_none(value: float, printed: str) -> None:
    assert phrases.number(value) == printed


@pytest.mark.parametrize(
    ("amount", "currency", "printed"),
    [
        (450e6, "GBP", "£450 million"),
        (2.5e9, "USD", "$2.5 billion"),
        (1.234e9, "EUR", "€1.234 billion"),
        (1_234_567_000, "EUR", "€1,234.567 million"),
        (10.9e9, "CNY", "10.9 billion yuan"),
        (1.7e12, "KRW", "1.7 trillion won"),
        (750_000, "USD", "$750,000"),
        (264e9, "HUF", "264 billion forints"),
        (5e6, "XAF", "XAF 5 million"),
    ],
)
def test_a_sum_keeps_its_currency_and_its_precision(amount: float, currency: str, printed: str) -> None:
    assert phrases.money(amount, currency) == printed


@pytest.mark.parametrize(
    ("iso", "part", "written", "printed"),
    [
        ("2022-12-09", None, "On ", "on 9 December"),
        ("2021-12-09", None, "on ", "on 9 December 2021"),
        ("2025", None, "in ", "in 2025"),
        ("2027", "early", "in ", "in early 2027"),
        ("2025", "mid", "in ", "in mid-2025"),
        ("2024", "end", "at the ", "at the end of 2024"),
        ("2024", "end", "by the end of ", "by the end of 2024"),
        ("2025", None, "finished by ", "by 2025"),
        ("2025", None, "not before ", "before 2025"),
        ("2025-Q3", None, "in the ", "in the third quarter of 2025"),
        ("2025-H2", None, "", "in the second half of 2025"),
        ("2025-06", None, "in ", "in June 2025"),
        ("2022-06", None, "in ", "in June"),
        ("2025", None, "as soon as ", "as early as 2025"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(iso: str, part: str | None, written: str, printed: str) -> None:
    when = PartialDate(iso)

    told = f"{phrases.preposition(when, part, written=written)} {phrases.bare_date(when, part, now=2022)}"

    assert told == printed


@pytest.mark.parametrize(
    ("phrase", "printed"),
    [
        ("LFP battery", "an LFP battery"),
        ("NMC battery", "an NMC battery"),
        ("UK plant", "a UK plant"),
        ("solid-state battery", "a solid-state battery"),
        ("anode materials plant", "an anode materials plant"),
        ("8 GWh plant", "an 8 GWh plant"),
        ("18 GWh plant", "an 18 GWh plant"),
        ("180 GWh plant", "a 180 GWh plant"),
        ("utility-scale store", "a utility-scale store"),
        ("unusual plant", "an unusual plant"),
        ("electrolyte plant", "an electrolyte plant"),
    ],
)
def test_an_article_follows_the_sound(phrase: str, printed: str) -> None:
    assert phrases.a_or_an(phrase) == printed


@pytest.mark.parametrize(
    ("qualifier", "quote", "printed"),
    [
        (Qualifier.EXACT, "12 GWh", "12 GWh"),
        (Qualifier.UP_TO, "up to 12 GWh", "up to 12 GWh"),
        (Qualifier.AT_LEAST, "over 12 GWh", "more than 12 GWh"),
        (Qualifier.AT_LEAST, "at least 12 GWh", "at least 12 GWh"),
        (Qualifier.UNDER, "nearly 12 GWh", "nearly 12 GWh"),
        (Qualifier.UNDER, "less than 12 GWh", "less than 12 GWh"),
        (Qualifier.ABOUT, "around 12 GWh", "about 12 GWh"),
    ],
)
def test_a_word_of_caution_is_kept_in_the_sources_sense(qualifier: Qualifier, quote: str, printed: str) -> None:
    assert phrases.cautious("12 GWh", qualifier, quote) == printed


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("European Commission", "the European Commission"),
        ("US Department of Energy", "the US Department of Energy"),
        ("CATL", "CATL"),
        ("The Government of Canada", "The Government of Canada"),
    ],
)
def test_a_body_has_its_article(name: str, printed: str) -> None:
    assert phrases.with_the(name) == printed


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orbik recalls 500 cars over fears that the battery could catch fire", "recall"),
        ("A fire broke out in a warehouse of recalled batteries", "battery fire"),
        ("Orbik recalled 500 cars", "recall"),
        ("Orbik is recalling 500 home batteries for fire and burn hazards", "recall"),
        ("Orbik issued a recall of 500 cars after two battery fires", "recall"),
        ("A fire destroyed a car that had been recalled", "fire"),
    ],
)
def test_a_recall_for_fear_of_fires_is_no_fire(text: str, word: str) -> None:
    assert cues("incident", text)[0][0] == word


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        ("investment", "Orbik raised cash in a funding round with funding from the Grantwell Foundation", "round"),
        ("investment", "Orbik closes its Series B financing round", "round"),
        ("investment", "Orbik receives funding from the European Commission", "grant"),
        ("investment", "Orbik secured debt financing from two banks", "debt financing"),
        ("policy", "Narvia has suspended exports of lithium ore", "an export ban"),
        ("policy", "Narvia bans copper and battery-grade nickel concentrate exports", "an export ban"),
        ("policy", "Narvia requires energy storage at new solar parks", "a storage requirement"),
        ("policy", "Narvia's new law requires battery storage to be registered", "a law"),
        ("policy", "Narvia rolls out battery rebate programs", "a rebate programme"),
        ("policy", "Narvia plans to expand its storage program", "a storage programme"),
        ("policy", "Narvia plans a capacity market with a storage auction", "a capacity market"),
        ("policy", "Narvia sets quotas for cobalt", "quotas"),
        ("policy", "Narvia lowers its import duty on scrap", "lower tariffs"),
        ("policy", "Narvia puts a duty on scrap", "tariffs"),
        ("investment", "Orbik agreed to purchase $30 million in common shares of Talvera", "stake"),
        ("investment", "Orbik agreed to purchase all common shares of Talvera", "acquisition"),
        ("technology", "Orbik has started volume production of its cells", "mass production"),
        ("technology", "Orbik is to unveil its cells in May", "unveiling"),
        ("technology", "Orbik says its cells will go into production", "production"),
        ("incident", "Orbik is laying off 100 people, and Talvera filed for bankruptcy", "layoffs"),
        ("numbers", "Orbik announced two battery energy storage system (BESS) projects", "two"),
        ("partnership", "Orbik and Talvera partner on faster flash charging", "fast charging"),
        ("partnership", "Orbik and Talvera develop battery cooling for fast charging under a licence", "licence"),
    ],
)
def test_a_thing_is_called_by_its_own_words(kind: str, text: str, word: str) -> None:
    assert cues(kind, text)[0][0] == word


def test_the_brief_and_the_record_know_a_power_purchase_by_the_same_words() -> None:
    sold = "Orbik signs a 15-year PPA with Talvera"
    [(_, words, _)] = cues("hires", sold)
    assert words == rules()["deals"]["traded"]["power purchase"]


def test_the_brief_and_the_record_know_a_listing_that_money_is_not_raised_in_by_the_same_words() -> None:
    [(_, words, _)] = cues("beside_listings", "Orbik raises cash ahead of its IPO")
    assert words == rules()["deals"]["beside"]["share listing"]


@pytest.mark.parametrize(
    ("table", "text", "words"),
    [
        ("financed", "Orbik secures a loan for its battery storage project", ["a battery storage project"]),
        ("financed", "Orbik secures a loan for a recycling plant", ["a recycling plant"]),
        ("financed", "Orbik secures a loan for a battery storage system maker", []),
        ("new_ones", "Orbik says its new sodium battery lasts", ["claim", "a new product"]),
        ("new_ones", "Orbik wins with its next-gen cells", ["a new product"]),
        ("hires", "Orbik signs a seven-year tolling deal", ["storage agreement"]),
        ("hires", "Orbik agrees offtake deal with Talvera for 80MWh of Italy BESS", ["storage agreement"]),
        ("hires", "Orbik signs virtual battery deal for its 80MWh battery", ["storage agreement"]),
        ("hires", "Orbik signs virtual battery deals for its 80MWh battery", ["storage agreements"]),
        ("hires", "Orbik signs offtake agreement for 8 GWh of LFP cells", []),
        ("hires", "Orbik bags 80 MWh battery storage project", ["project award"]),
        ("hires", "Orbik bags order for a battery storage project", []),
        (
            "financed",
            "Orbik secures a loan for its solar project with battery storage",
            ["a solar and storage project"],
        ),
        ("conversions", "Orbik is to convert a steel plant into a battery factory", []),
    ],
)
def test_what_rows_have_in_common_stands_in_each(table: str, text: str, words: list[str]) -> None:
    assert [ours for ours, _, _ in cues(table, text)] == words


def test_every_land_that_is_read_can_be_printed() -> None:
    lands = {place.country for place in load_lexicon().localities.values() if place.kind == "country"}
    assert [land for land in sorted(filter(None, lands)) if not country_name(land)] == []
