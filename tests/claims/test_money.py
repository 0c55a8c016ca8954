"""What is a sum of money, in which currency, and what is only a price."""

import pytest
from hypothesis import given, settings

from cellwire.claims.figures.money import Sum, find_money
from cellwire.model import Qualifier
from claims.labelled_sentences import floor_of
from claims.sentences_at_random import sentences


def told(found: Sum) -> str:
    """A sum in a line: "1e+08..2e+08 USD"."""
    low = f"{found.low:g}.." if found.low is not None else ""
    hedge = "" if found.qualifier is Qualifier.EXACT else f" {found.qualifier}"
    per = f" per {found.per}" if found.per else ""
    return f"{low}{found.amount:g} {found.currency}{per}{hedge}{f' ({found.change})' if found.change else ''}"


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("$1.5 billion", ["1.5e+09 USD"]),
        ("US$ 700m", ["7e+08 USD"]),
        ("1.8 billion euros", ["1.8e+09 EUR"]),
        ("€450 million", ["4.5e+08 EUR"]),
        ("EUR 7.3 bn", ["7.3e+09 EUR"]),
        ("£1bn", ["1e+09 GBP"]),
        ("5M€", ["5e+06 EUR"]),
        ("10 billion yuan (about $1.4 billion)", ["1e+10 CNY", "1.4e+09 USD about"]),
        ("RMB24bn", ["2.4e+10 CNY"]),
        ("2.5 trillion won", ["2.5e+12 KRW"]),
        ("1,500 won, the 12 won, 1,500 pounds, 1,015 francs a share", ["1500 KRW", "1015 CHF per share"]),
        ("Rs 5,000 crore", ["5e+10 INR"]),
        ("Rs 1 lakh crore", ["1e+12 INR"]),
        ("A$5m, C$1.2 billion, CAD 100 million", ["5e+06 AUD", "1.2e+09 CAD", "1e+08 CAD"]),
        ("SEK 2.5bn, NOK 500,000, 2 billion zloty", ["2.5e+09 SEK", "500000 NOK", "2e+09 PLN"]),
        ("a $2.26-billion loan", ["2.26e+09 USD"]),
        ("half a billion dollars", ["5e+08 USD"]),
        ("rose in the quarter to June 30 to $747 million", ["7.47e+08 USD (to)"]),
        ("It lost more than $2 to $43.25.", ["2 USD at least (by)", "43.25 USD (to)"]),
        ("less than $30, 000", ["30000 USD under"]),
        ("would jump by $74.90 to $823.90", ["74.9 USD (by)", "823.9 USD (to)"]),
        ("an $11 billion Canadian factory", ["1.1e+10 USD"]),  # the factory is Canadian, not the dollar
        ("20 million Canadian dollars", ["2e+07 CAD"]),
        ("$100-200 million", ["1e+08..2e+08 USD"]),
        ("$1.5-$2 billion", ["1.5e+09..2e+09 USD"]),
        ("between $1 billion and $2 billion", ["1e+09..2e+09 USD"]),
        ("5 to 7 billion yuan", ["5e+09..7e+09 CNY"]),
        ("from $1 billion to $1.5 billion", ["1e+09 USD (from)", "1.5e+09 USD (to)"]),
        ("up to $35 million", ["3.5e+07 USD up to"]),
        ("1.2亿元 and 3조원", ["1.2e+08 CNY", "3e+12 KRW"]),
        ("50 million Australian dollars", ["5e+07 AUD"]),
        ("$50 million Canadian", ["5e+07 CAD"]),
        ("27.600 euros", ["27600 EUR"]),
        ("$3.459 a gallon", ["3.459 USD per gallon"]),
        ("20 cents", ["0.2 USD"]),
        ("470 pence a share", ["4.7 GBP per share"]),
        ("$48.8bn a year earlier, $17 an hour", ["4.88e+10 USD", "17 USD per hour"]),
        ("50 Cent and 20 Canadian cents a share", ["0.2 CAD per share"]),
        ("CDN $5 billion (USD $4.1 billion)", ["5e+09 CAD", "4.1e+09 USD"]),
        ("$US55m, $A20 million", ["5.5e+07 USD", "2e+07 AUD"]),
        ("MSEK 500, 120 MEUR, TEUR 80", ["5e+08 SEK", "1.2e+08 EUR", "80000 EUR"]),
        ("a quarter of a million dollars", ["250000 USD"]),
        ("half million dollars", ["500000 USD"]),
        ("PS2.7m, a PS5, Y=590 billion", ["2.7e+06 GBP", "5.9e+11 JPY"]),  # signs turned into letters
        ("118.5p, in 1080p, at 4p.m.", ["1.185 GBP"]),
        ("75 USD million", ["7.5e+07 USD"]),
        ("thirteen dollars and forty-five cents", ["13.45 USD"]),
        ("between $5 and 45 cents", ["5 USD", "0.45 USD"]),
        ("HK $5.4m, KSh 5bn, ₦5 billion, 18 sen", ["5.4e+06 HKD", "5e+09 KES", "5e+09 NGN", "0.18 MYR"]),
        ("$1 1/4 million, $.50 a share", ["1.25e+06 USD", "0.5 USD per share"]),
        ("several million euros, a few hundred million dollars, a quarter-billion yuan", []),  # how many, nobody says
    ],
)
def test_sums_as_news_writes_them(text: str, sums: list[str]) -> None:
    assert [told(found) for found in find_money(text)] == sums


@pytest.mark.parametrize(
    ("text", "per"),
    [("$135/kWh", "kWh"), ("$70 per kWh", "kWh"), ("€20,000 a tonne", "t"), ("$17 an hour", "hour"),
     ("$5 each", "piece"), ("€2bn a year", "year"), ("$5 billion a new plant costs", None)],
)  # fmt: skip
def test_a_price_says_what_it_is_for(text: str, per: str | None) -> None:
    (found,) = find_money(text)
    assert found.per == per


@pytest.mark.parametrize(
    "text",
    [
        "the 12 won medals",
        "300 pounds",
        "12 million pounds of cobalt",
        "Xpeng's P7",
        "in 2019",
        "the dollar fell",
        "20 percent",
    ],
)
def test_weights_wins_and_names_are_no_money(text: str) -> None:
    assert find_money(text) == []


def test_words_nearby_decide_between_yen_and_yuan() -> None:
    assert [found.currency for found in find_money("The Chinese firm paid ¥100 million")] == ["CNY"]
    assert [found.currency for found in find_money("The firm paid ¥100 million")] == ["JPY"]
    assert find_money("The Chinese firm paid ¥100 million")[0].options == ("JPY",)


def test_crowns_are_left_unread_where_nothing_says_whose() -> None:
    assert find_money("300 million kroner") == []
    assert [found.currency for found in find_money("300 million kroner from the Danish state")] == ["DKK"]


@given(sentences())
@settings(max_examples=300, deadline=None)
def test_every_span_read_alone_gives_the_same_sum(text: str) -> None:
    for found in find_money(text):
        assert found.span.cut(text) == found.written
        again = [entry for entry in find_money(found.written) if (entry.amount, entry.low) == (found.amount, found.low)]
        if found.currency in {code for entry in again for code in (entry.currency, *entry.options)}:
            assert (found.qualifier, found.per) in [(entry.qualifier, entry.per) for entry in again]
        else:  # a shared sign that only the words nearby decide: it must then be unread alone, never read otherwise
            assert again == []


@pytest.mark.parametrize(("split", "floor"), [("seen", 0.99), ("unseen", 0.97)])
def test_labelled_sentences_are_read_as_well_as_ever(split: str, floor: float) -> None:
    assert floor_of("sums", split) >= floor


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("in the $2 or $3 billion range", [3e9]),
        ("$5 million or $6 million", [5e6, 6e6]),
        ("$20 or $3 million", [20, 3e6]),
    ],
)
def test_either_of_two_shares_the_scale_of_the_second(text: str, sums: list[float]) -> None:
    assert [each.amount for each in find_money(text)] == sums
