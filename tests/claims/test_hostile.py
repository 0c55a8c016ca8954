"""No text makes the reader fail, and a text four times as long takes about four times as long."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cellwire.claims import read_developments, unsupported
from cellwire.claims.figures.dates import find_dates
from cellwire.claims.figures.money import find_money
from cellwire.claims.figures.quantities import find_amounts, find_jobs
from cellwire.claims.reading.sentences import sentence_spans
from cellwire.claims.reading.setting import set_scene
from cellwire.claims.scene.cues import find_cues
from cellwire.claims.scene.plain import plain_text
from cellwire.lexicon import load_lexicon
from cellwire.model import Span
from claims.telling import document

WORDS = st.sampled_from(
    ["battery", "plant", "CATL", "will build", "12 GWh", "$1.5 billion", "in 2025", "Debrecen", "**", "[", "](", "http://a.b",
     "\x00", "\u202e", "\u200b", "İ", "ß", "ﬁ", "宁德时代", "1.2亿元", "�", "\r", "\t", "- ", "> ", "<b>", "&amp;", "((", '"', "'s",
     "the latter", "its", "from 5 to", "up to", "Inc.", "e\u0301", "\U0001f50b", "½", "٣", "二", "%", "–", "1,2,3.4.5", "00", "9" * 40]
)  # fmt: skip
SOUP = st.lists(WORDS | st.text(max_size=8), max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join)

hostile = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@hostile
@given(SOUP, SOUP)
def test_no_text_makes_the_reader_fail(title: str, text: str) -> None:
    opened = document(f"battery {text}", title=title.replace("\n\n", " "))
    developments = read_developments(opened, load_lexicon())

    assert [problem for told in developments for problem in unsupported(told, opened, load_lexicon())] == []


@hostile
@given(st.text(max_size=300))
def test_no_characters_make_the_reader_fail(text: str) -> None:
    read_developments(document(f"A battery plant {text} of CATL will open."), load_lexicon())


@pytest.mark.parametrize(
    "text", ["a $2ion joint venture", "put €1llion into", "awarded €22a gigafactory", "closed a $14rel"]
)
def test_a_torn_sum_is_no_small_one(text: str) -> None:
    assert find_money(text) == []


LINES = {
    "words": "battery plant ",
    "names": "Acme Northern Western Energy and Sons ",
    "digits": "1",
    "grouped digits": "1,234.5 ",
    "decimals": "1.2.",
    "amounts": "12 GWh to 30 GWh and ",
    "sums": "$1.5 billion-",
    "dates": "by the end of the second half of 2025 ",
    "number words": "two hundred and fifty thousand ",
    "brackets": "[a](b) (((",
    "open brackets": "[",
    "markers": "* > ",
    "capitals": "A",
    "small letters": "a",
    "spaces": " ",
    "tabs": "\t \u00a0",
    "dots": ".",
    "hyphens": "a-b-",
    "quotes": "\"'",
    "references": "the former and the latter, its ",
    "legal forms": "Co., Ltd., ",
    "annual": "annual production capacity of about ",
    "tags": "<b <i ",
    "han": "宁德时代年产",
    "commas": ",",
    "commas and spaces": ", ",
    "closing brackets": ")",
    "open round brackets": "(",
    "units": "GWh ",
    "figures": "12 ",
    "per cents": "12% ",
    "names of one word": "Xa ",
    "known names": "CATL ",
    "clauses": "; CATL will build a plant",
    "asides": ", which ",
    "addresses": "http://a.b/",
    "plants": "CATL will build a 30 GWh plant in Lyon for $2 billion in 2025, ",
}


def _scene(text: str) -> None:
    set_scene(document(f"battery {text}"), load_lexicon())


def _article(text: str) -> None:
    read_developments(document(f"battery {text}"), load_lexicon())


READERS: dict[str, Callable[[str], object]] = {
    "plain": lambda text: plain_text(text, [Span(0, len(text))]),
    "sentences": lambda text: list(sentence_spans(text, 0, len(text))),
    "amounts": find_amounts,
    "jobs": find_jobs,
    "money": find_money,
    "dates": find_dates,
    "cues": find_cues,
    "scene": _scene,
    "article": _article,
}
FIGURES = {
    "amounts": ["1 ", "1,", "123,", "1.234.", "from 1 to 2 ", "twenty ", "up to ", "-", "1 a year "],
    "money": ["$1 ", "$", "¥1 million ", "1 billion to ", "from $1 to $2 ", "1 dollar and "],
    "dates": ["May 5 ", "2025-", "in a year ", "will be ", "the end of ", "1/2/", "last ", "Q3 ", "may "],
}
CASES = [pytest.param(reader, words, id=f"{reader}-{line}") for reader in READERS for line, words in LINES.items()]
CASES += [pytest.param(reader, words, id=f"{reader}-{words}") for reader, told in FIGURES.items() for words in told]
SHORT, TIMES, NOISE, FAST = 4_800, 4, 0.02, 0.12  # a run four times as long is still read as prose


def seconds(read: Callable[[str], object], text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start


@pytest.mark.parametrize(("reader", "words"), CASES)
def test_time_grows_with_the_line_and_no_faster(reader: str, words: str) -> None:
    read = READERS[reader]
    short = (words * (SHORT // len(words) + 1))[:SHORT]
    read("battery 1 GWh")  # tables are loaded

    def grows_evenly(number: int) -> bool:
        long = seconds(read, f"{short * TIMES} {number}")  # another text each time: readers remember the last
        return long < FAST or long < 2.5 * TIMES * max(seconds(read, f"{short} {number}"), NOISE)

    assert any(grows_evenly(number) for number in range(3))  # a square would be four times four, each time


@pytest.mark.parametrize("words", [*LINES.values(), *(words for told in FIGURES.values() for words in told)])
def test_a_line_of_a_megabyte_takes_less_than_a_second(words: str) -> None:
    _article("1 GWh")
    text = words * (1_000_000 // len(words))

    assert any(seconds(_article, f"{text} {number}") < 1 for number in range(3))


def test_what_runs_on_without_an_end_is_no_prose_and_what_stands_beside_it_is_read() -> None:
    plant = "CATL will build a battery plant in Debrecen."
    data = "0f3a 9b12 battery " * 1_500

    def built(text: str) -> list[str]:
        return [told.stage for told in read_developments(document(text), load_lexicon())]

    assert built(f"{plant}\n\n{data}") == built(plant) != []
    assert built(f"{data}{plant}") == []
    assert built(f"{data[:15_000]}. {plant}") == built(plant)
