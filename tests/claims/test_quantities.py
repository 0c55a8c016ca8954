"""What counts as an amount, in which unit, how exact, and whether it is a year's."""

import pytest
from hypothesis import example, given, settings

from cellwire.claims.figures.numbers import find_numbers, lowered
from cellwire.claims.figures.quantities import Measure, find_amounts, find_jobs
from cellwire.model import Qualifier
from claims.labelled_sentences import floor_of
from claims.sentences_at_random import sentences


def told(measure: Measure) -> str:
    """A measure in a line: "20..30 GWh/yr up to"."""
    low = f"{measure.low:g}.." if measure.low is not None else ""
    hedge = "" if measure.qualifier is Qualifier.EXACT else f" {measure.qualifier}"
    change = f" ({measure.change})" if measure.change else ""
    return f"{low}{measure.value:.12g} {measure.unit}{'/yr' if measure.per_year else ''}{hedge}{change}"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12GWh", ["12 GWh"]),
        ("a 12-GWh plant", ["12 GWh"]),
        ("12 gigawatt-hours (GWh)", ["12 GWh"]),
        ("8,8 GWh", ["8.8 GWh"]),
        ("50.000 packs", ["50000 packs"]),
        ("1.459 litres", ["1.459 l"]),
        ("1,200 MWh", ["1200 MWh"]),
        ("20-30 GWh", ["20..30 GWh"]),
        ("between 20 and 30 GWh", ["20..30 GWh"]),
        ("ranging from 20 to 30 GWh", ["20..30 GWh"]),
        ("from 15 to 45 GWh", ["15 GWh (from)", "45 GWh (to)"]),
        ("15GWh to 45GWh", ["15 GWh (from)", "45 GWh (to)"]),
        ("5% to 10%", ["5..10 %"]),
        ("raised by 25% to 50 GWh", ["25 % (by)", "50 GWh (to)"]),
        ("an initial 8 GWh", ["8 GWh"]),
        ("up to an additional 8 GWh", ["8 GWh up to"]),
        ("nearly 8 GWh", ["8 GWh under"]),
        ("up to 200 MW/800 MWh", ["200 MW up to", "800 MWh up to"]),
        ("200 MW / more than 800 MWh", ["200 MW", "800 MWh at least"]),
        ("some 8 GWh or more", ["8 GWh about"]),
        ("8 GWh or more", ["8 GWh at least"]),
        ("100+ stations", ["100 stations at least"]),
        ("twenty gigawatt hours", ["20 GWh"]),
        ("a dozen plants", ["12 plants"]),
        ("half a million tonnes", ["500000 t"]),
        ("one and a quarter million tonnes", ["1250000 t"]),
        ("several thousand jobs, a few million cells", []),
        (".5 GWh at .001 per cent", ["0.5 GWh", "0.001 %"]),
        ("10 1/2 miles, 1/4 mile, 24/7 days", ["10.5 mile", "0.25 mile"]),
        ("80, 000 spectators", ["80000 people"]),  # torn, and not 0
        ("from June 30 to 20 GWh", ["20 GWh"]),
        ("39m cases, 705m rupees, the 60m hurdles, a 30m wall", ["60 m", "30 m"]),
        ("110-000 tonnes", []),
        ("about .1,200 GWh", ["1200 GWh"]),  # a slip of the pen, and no failure
        ("a 7.62mm barrel, 2.5mm barrels", ["7.62 mm", "2500000 barrel"]),
        ("10m tonnes and 500k cars", ["10000000 t", "500000 vehicles"]),
        ("a mast of 10 m", ["10 m"]),
        ("20 万吨", ["200000 t"]),
        ("年产20万吨", ["200000 t/yr"]),
        ("5 mtpa", ["5000000 t/yr"]),
        ("10,000 mtpa", ["10000 t/yr"]),
        ("300MW/1,200MWh", ["300 MW", "1200 MWh"]),
        ("100,000 electric vehicles", ["100000 vehicles"]),
        ("1.2 million lithium-ion cells", ["1200000 cells"]),
        ("2 million (2.400.000) battery packs", ["2000000 packs"]),
        ("500,000 EV motors", ["500000 motors"]),
        ("30 Chinese companies", ["30 companies"]),
        ("three Six Nations games", ["3 games"]),
        ("minus 12 degrees Celsius", ["-12 °C"]),
        ("a 10-year contract", ["10 year"]),
        ("three or four years, 5 GWh or 7 GWh", ["3..4 year", "5 GWh", "7 GWh"]),
        ("from 208 kg to 193 by May", ["208 kg (from)", "193 kg (to)"]),
        ("from 12 GWh to 2030", ["12 GWh"]),
        ("517 rushing yards", ["517 yard"]),
        ("a 30-second film, 4.3 second", ["30 second", "4.3 second"]),
        ("sub-7 nanometre chips", ["7 nm"]),
        ("minus-130 degrees Fahrenheit, minus-5 yards", ["-130 °F", "-5 yard"]),
        ("plus or minus 3%", ["3 %"]),
        ("1.99×10−30 kilograms, 3 x 10^8 m/s", ["1.99e-30 kg", "300000000 m/s"]),
        ("59 . 2 % of it", []),  # torn by who parted the words
        ("⅓ cup, 16-bit, 300 PS, 25° N", ["16 bit", "300 hp", "25 degrees"]),
        ("a 52,000 barrel-a-day refinery", ["52000 bpd"]),
    ],
)
def test_amounts_as_news_writes_them(text: str, amounts: list[str]) -> None:
    assert [told(measure) for measure in find_amounts(text)] == amounts


@pytest.mark.parametrize(
    "text",
    [
        "10,000 tonnes a year",
        "10,000 tonnes of lithium hydroxide per year",
        "10,000 tpa",
        "10 ktpa",
        "10,000 t/y",
        "10,000 tons annually",
        "10,000 metric tons per annum",
        "annual capacity of 10,000 tonnes",
        "annual output will rise to 10,000 tonnes",
    ],
)
def test_a_yearly_rate_is_read_before_and_behind(text: str) -> None:
    (measure,) = find_amounts(text)
    assert (measure.value, measure.unit, measure.per_year) == (10_000, "t", True)


@pytest.mark.parametrize("text", ["12 GWh a year ago", "annual growth of 5%", "12 GWh next year", "12 GWh in a year"])
def test_a_year_nearby_is_no_rate(text: str) -> None:
    (measure,) = find_amounts(text)
    assert not measure.per_year


@pytest.mark.parametrize(
    "text",
    [
        "Model 3 cars",
        "NCM 811 cells",
        "COVID-19 cases",
        "in 2025 vehicles will",
        "the 2022 GMC Hummer EV",
        "$5 million",
        "20 million euros",
        "two years ago",
        "two thirds of it",
        "won 3-1",
        "at 9:30",
        "version 1.2.3 cells",
        "https://example.org/12GWh/20-packs",
        "No. 10 officials",
        "On December 9 officials met",
        "12 g/kWh",
        "one in ten workers",
        "the 11 September attacks",
        "1,000 others outside embassies",
        "20 Tortugan dollars",
        "the 2022 second half",
        "its 2170 cells",
        "its 4680 Bharat cells",
        "ISO 9001 applies",
    ],
)
def test_names_years_scores_and_money_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == []


def test_years_can_be_counts_too() -> None:
    assert [told(measure) for measure in find_amounts("cut 2000 jobs")] == ["2000 jobs"]
    assert [told(measure) for measure in find_amounts("2025 GWh")] == ["2025 GWh"]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("create 2,000 jobs", ["2000 jobs"]),
        ("employ up to 2,800 people", ["2800 jobs up to"]),
        ("500 direct positions", ["500 jobs"]),
        ("a workforce of 3,000 people", ["3000 jobs"]),
        ("will give work to 300 persons", ["300 jobs"]),
        ("The workforce will rise from 120 to 300.", ["300 jobs"]),
        ("300 direct and 900 indirect jobs", ["300 jobs", "900 jobs"]),
        ("over one million American jobs", ["1000000 jobs at least"]),
        ("3,000 people watched", []),
        ("a $500 job", []),
    ],
)
def test_jobs(text: str, jobs: list[str]) -> None:
    assert [told(measure) for measure in find_jobs(text)] == jobs


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two and a half million", 2.5e6),
        ("one hundred and fifty thousand", 150_000),
        ("twenty-five", 25),
        ("nineteen eighty", 19),
        ("a quarter of a million", 250_000),
        ("1,50,000", 150_000),
        ("1.234.567,8", 1_234_567.8),
        ("10 000", 10_000),
        ("1½", 1.5),
        ("1 lakh crore", 1e12),
        ("1.2亿", 1.2e8),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert [number.value for number in find_numbers(text)] == [value]


def test_lower_case_keeps_every_place() -> None:
    assert len(lowered("İstanbul 12 GWh")) == len("İstanbul 12 GWh")
    (measure,) = find_amounts("İstanbul 12 GWh")
    assert measure.span.cut("İstanbul 12 GWh") == "12 GWh"


def test_a_stretch_of_a_text_is_read_in_its_own_places() -> None:
    text = "Not 5 GWh. But 12 GWh."
    (measure,) = find_amounts(text, 11)
    assert measure.span.cut(text) == measure.written == "12 GWh"


@given(sentences())
@example("1 barrels a day/up to 1GWh")
@example("-1% to 1%")
@example("1.2 million-5 euros")
@settings(max_examples=300, deadline=None)
def test_every_span_read_alone_gives_the_same_amount(text: str) -> None:
    for reader in (find_amounts, find_jobs):
        for measure in reader(text):
            assert measure.span.cut(text) == measure.written
            again = [
                (alone.value, alone.low, alone.unit, alone.per_year, alone.qualifier)
                for alone in reader(measure.written)
            ]
            assert (measure.value, measure.low, measure.unit, measure.per_year, measure.qualifier) in again


@pytest.mark.parametrize(
    ("split", "slot", "floor"),
    [
        ("seen", "amounts", 0.99),
        ("unseen", "amounts", 0.97),
        ("seen", "amounts in full", 0.98),
        ("unseen", "amounts in full", 0.96),
    ],
)
def test_labelled_sentences_are_read_as_well_as_ever(split: str, slot: str, floor: float) -> None:
    assert floor_of(slot, split) >= floor


def test_a_comma_behind_grouped_figures_is_a_decimal_one() -> None:
    assert [number.value for number in find_numbers("some 3,923,923,92 tonnes")] == [3923923.92]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("The hall, where 440 people work, is full.", [440]),
        ("About 300 people will be employed in the first phase, and 1,000 once the plant is complete.", [300, 1000]),
        ("140 of the 190 jobs in Kempten are to be cut.", []),
        ("The town has 30,000 people.", []),
    ],
)
def test_jobs_are_told_by_who_works(text: str, jobs: list[int]) -> None:
    assert [round(each.value) for each in find_jobs(text)] == jobs
