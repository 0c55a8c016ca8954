"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.claims.reading.sentences import sentence_spans
from claims.telling import unread


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It opens in May. It closes in June.", ["It opens in May.", "It closes in June."]),
        ("Zellwerk Inc. opened a plant. It is new.", ["Zellwerk Inc. opened a plant.", "It is new."]),
        ("The U.S. Department pays. Texas builds.", ["The U.S. Department pays.", "Texas builds."]),
        ("It costs $1.5 billion. It is big.", ["It costs $1.5 billion.", "It is big."]),
        ("Work began on Dec. 9. It ends in 2025.", ["Work began on Dec. 9.", "It ends in 2025."]),
        ('"We build." He left.', ['"We build."', "He left."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("Mr. Kim and Dr. Lee met. They signed.", ["Mr. Kim and Dr. Lee met.", "They signed."]),
        ("about 3 p.m. on Monday it burned", ["about 3 p.m. on Monday it burned"]),
        ("It will make 12 GWh p.a. from 2026. Jobs follow.", ["It will make 12 GWh p.a. from 2026.", "Jobs follow."]),
        ("J. B. Straubel spoke. He left.", ["J. B. Straubel spoke.", "He left."]),
        unread("Chinese writes no space after a full stop", "公司开工。明年投产。", ["公司开工。", "明年投产。"]),
        ("Plans: - a plant - a mine", ["Plans:", "- a plant - a mine"]),
        ("   ", []),
        ("", []),
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


PIECES = st.sampled_from(
    ["Inc.", ". ", "! ", "A", "b", " ", "\n", "U.S.", "。", "? ", "12.5", "- ", ": ", "• ", '"', ")"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_sentences_hold_all_words_once_and_in_order(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    kept = "".join(span.cut(text) for span in spans)

    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join(kept.split()).replace("•", "") == "".join(text.split()).replace("•", "")
    assert all(span.cut(text) == span.cut(text).strip() != "" for span in spans)


def test_what_is_longer_than_anybody_writes_is_cut_at_a_space() -> None:
    pieces = cut("It will build a plant in Lyon, " * 1000)

    assert max(map(len, pieces)) <= 2000
    assert " ".join(pieces) == ("It will build a plant in Lyon, " * 1000).strip()
    assert max(map(len, cut("a" * 5000))) <= 2000
