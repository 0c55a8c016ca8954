"""Words are found as wholes, and a line or a span is asked for without looking through all of them."""

from ahocorasick_rs import AhoCorasick
from hypothesis import given
from hypothesis import strategies as st

from cellwire.claims.actors.mentions import Cover, lines_with, longest_first, mentions
from cellwire.model import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda told: Span(told[0], told[0] + told[1]))


def test_a_mention_is_no_part_of_a_longer_word() -> None:
    text = "Ampex, Ampexes, pre-Ampex and (Ampex)"

    assert sorted(mentions(text, ["Ampex"])) == [(0, 5), (31, 36)]
    assert list(mentions(text, [])) == []


def test_of_mentions_that_overlap_the_longest_counts() -> None:
    text = "Ampex Energy buys Ampex"

    assert list(longest_first(mentions(text, ["Ampex", "Ampex Energy"]))) == [(0, 12), (18, 23)]


def test_a_line_is_told_once_however_often_it_has_the_word() -> None:
    text = "no\nthe senate, the senate\nno\nsenate"

    assert [text[start:end] for start, end in lines_with(text, AhoCorasick(["senate"]))] == [
        "the senate, the senate",
        "senate",
    ]


@given(st.lists(SPANS), SPANS)
def test_a_cover_answers_as_its_spans_would(spans: list[Span], asked: Span) -> None:
    cover = Cover(spans)

    assert cover.holds(asked) == any(span.holds(asked) for span in spans)
    assert cover.meets(asked) == any(span.meets(asked) for span in spans)
