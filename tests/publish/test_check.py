"""The check before publishing: what a quote bears out, and what it does not."""

from datetime import date

import pytest

from cellwire.publish.brief.check import borne_out, numbers, says_money
from cellwire.publish.brief.edition import Note, Part

DAY = date(2022, 12, 15)


def note(quote: str, published: date | None = DAY) -> Note:
    return Note(quote, "Outlet", "Title", published, None, "doc")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12GWh", 12),
        ("a 12-GWh plant", 12),
        ("1,200 MWh", 1200),
        ("3.5bn", 3.5e9),
        ("£450m", 450e6),
        ("$2.5 billion", 2.5e9),
        ("50.000 cars", 50_000),
        ("8,8 GWh", 8.8),
        ("1 000 000 cells", 1e6),
        ("one hundred thousand vehicles", 100_000),
        ("half a million packs", 500_000),
        ("twenty-five GWh", 25),
        ("two and a half", 2.5),
        ("12万", 120_000),
        ("109亿元", 10.9e9),
        ("52,000 crore", 520e9),
        ("2 lakh crore", 2e12),
        ("1.7 trillion won", 1.7e12),
        ("1.7345 trillion won", 1.7345e12),
        ("CHF 1'000'000", 1e6),
    ],
)
def test_a_number_is_read_in_digits_words_and_scales(text: str, value: float) -> None:
    assert value in {round(number, 6) for number in numbers(text)}


@pytest.mark.parametrize(
    ("text", "value"), [("12 GWh", 1.2), ("120 GWh", 12), ("12.5 GWh", 12), ("1.7345 GWh", 1734), ("£45m", 450e6)]
)
def test_a_number_is_not_found_inside_another(text: str, value: float) -> None:
    assert value not in numbers(text)


# what, printed, canonical value, quote, whether the quote bears it out
PRINTED = [
    ("amount", "12 GWh a year", "12.0 GWh/yr", "a plant with 12GWh of annual capacity", True),
    ("amount", "12 GWh a year", "12.0 GWh/yr", "a 12GWh plant", False),
    ("amount", "12 GWh", "12.0 GWh", "a 12GWh plant", True),
    ("amount", "12 GWh", "12.0 GWh", "a 15 GWh plant", False),
    ("amount", "12 GWh", "12.0 GWh", "a plant with twelve gigawatt-hours", True),
    ("product", "energy storage systems", "storage", "a 200 MWh Solar-Plus-Battery Park", True),
    ("product", "energy storage systems", "storage", "a 100MWh Alder battery project", True),
    ("product", "energy storage systems", "storage", "a 100 kWh battery pack", False),
    ("amount", "2 GWh", "2.0 GWh", "2,000 MWh of storage", True),
    ("amount", "12 GWh", "12.0 GWh", "12 workers for a GW line", False),
    ("amount", "12 GWh", "12.0 GWh", "12 lines for a plant of 40 GWh", False),
    ("amount", "10 GWh", "10.0 GWh", "from 10 to 12 GWh", True),
    ("money", "$2.5 billion", "USD 2500000000.0", "between $2.5 and $3 billion", True),
    ("money", "$12 million", "USD 12000000.0", "12 million cars for $3 billion", False),
    ("amount", "45,000 tonnes a year", "45000.0 t/yr", "45 ktpa of cathode material", True),
    ("amount", "100,000 vehicles a year", "100000.0 vehicles/yr", "batteries for 100,000 cars every year", True),
    ("amount", "up to 12 GWh", "12.0 GWh", "as much as 12 GWh", True),
    ("amount", "up to 12 GWh", "12.0 GWh", "12 GWh", False),
    ("amount", "more than 12 GWh", "12.0 GWh", "over 12 GWh", True),
    ("amount", "nearly 12 GWh", "12.0 GWh", "12 GWh", False),
    ("money", "£450 million", "GBP 450000000.0", "a £450m plant", True),
    ("money", "MYR 7 billion", "MYR 7000000000.0", "an RM7 billion plant", True),
    ("money", "MYR 7 billion", "MYR 7000000000.0", "a plant for 7 billion Ringgit", True),
    ("money", "MYR 7 billion", "MYR 7000000000.0", "a plant FORM7 billion", False),
    ("money", "MYR 7 billion", "MYR 7000000000.0", "a $7 billion plant", False),
    ("money", "£450 million", "GBP 450000000.0", "a $450m plant", False),
    ("money", "£450 million", "GBP 450000000.0", "a £45m plant", False),
    ("money", "10.9 billion yuan", "CNY 10900000000.0", "RMB 10.9 billion", True),
    ("jobs", "1,000 jobs", "1000", "a thousand people", True),
    ("jobs", "1,000 jobs", "1000", "100 people", False),
    ("date", "on 9 December", "2022-12-09", "On December 9 work began", True),
    ("date", "on 9 December", "2022-12-09", "On December 19 work began", False),
    ("date", "on 14 December", "2022-12-14", "it said on Wednesday", True),
    ("date", "on 14 December", "2022-12-14", "it said on Friday", False),
    ("date", "on 15 December", "2022-12-15", "it said today", True),
    ("date", "on 14 December", "2022-12-14", "just on the 14th it signed", True),
    ("date", "in 2025", "2025", "production in 2025", True),
    ("date", "in 2025", "2025", "production in 2026", False),
    ("date", "in 2023", "2023", "production next year", True),
    ("date", "in 2023", "2023", "production soon", False),
    ("date", "in early 2025", "2025 early", "early in 2025", True),
    ("date", "in early 2025", "2025 early", "in 2025", False),
    ("date", "in the third quarter of 2025", "2025-Q3", "in Q3 2025", True),
    ("date", "in the third quarter of 2025", "2025-Q3", "in 2025", False),
    ("date", "in the second half of 2025", "2025-H2", "in the second half of 2025", True),
    ("date", "in June 2025", "2025-06", "in June 2025", True),
    ("date", "in June 2025", "2025-06", "in 2025", False),
    ("name", "CATL", "x-none", "the Ningde-based CATL said", True),
    ("name", "CATL", "x-none", "the company said", False),
    ("name", "ACC", "x-none", "every account was closed", False),
    ("name", "Renault", "x-none", "Renault's plant", True),
    ("name", "the European Commission", "x-none", "European Commission proposes", True),
    ("place", "Škofja Loka", "Škofja Loka", "in Skofja Loka", True),
    ("country", "the UK", "GB", "a British plant", True),
    ("country", "the UK", "GB", "a plant in France", False),
    ("product", "battery plant", "cell", "a gigafactory", True),
    ("product", "anode materials", "anode", "a cathode plant", False),
    ("chemistry", "LFP", "LFP", "lithium iron phosphate batteries", True),
    ("chemistry", "LFP", "LFP", "sodium-ion batteries", False),
    ("cue", "recall", "recall", "the maker recalls 5,000 packs", True),
    ("cue", "recall", "recall", "the maker is sued", False),
]


@pytest.mark.parametrize(("what", "printed", "value", "quote", "fine"), PRINTED)
def test_a_printed_value_is_read_again_from_its_quote(
    what: str, printed: str, value: str, quote: str, fine: bool
) -> None:
    assert (borne_out(Part(printed, note(quote), what, value)) == "") is fine


def test_a_long_quote_bears_out_nothing() -> None:
    part = Part("12 GWh", note("12 GWh " + "word " * 25), "amount", "12.0 GWh")

    assert "25 words" in borne_out(part)


def test_a_day_of_the_week_is_resolved_only_near_the_publication() -> None:
    part = Part("on 1 June", note("it said on Wednesday"), "date", "2022-06-01")

    assert borne_out(part)


def test_a_missing_sum_is_named_in_digits() -> None:
    assert says_money(6.329e12, "VND", "It costs a lot.") == "the quote does not say 6,329,000,000,000 VND"
