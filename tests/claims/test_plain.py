"""Mark-up is seen through, and every character knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.claims.scene.plain import plain_text
from cellwire.model import Span

PIECES = st.sampled_from(
    ["12 GWh", "**", "*", "[", "](https://example.org/a_(b))", "\n", "  ", "\u00a0", "\\.", "<b>", "</b>", "’", "“", "> ",
     "Ningde", "宁德", "é", "\t", "!", "![", "(", ")", "a"]
)  # fmt: skip
SOUP = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


def whole(text: str) -> str:
    return plain_text(text, [Span(0, len(text))])[0].text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**$35\n  million** in [grants](https://example.org/x)", "$35 million in grants"),
        ("> quoted\n> twice", "quoted twice"),
        ("a <em>first</em> phase", "a first phase"),
        ("12\u00a0GWh", "12 GWh"),
        ("CATL’s “plant”", 'CATL\'s "plant"'),
        (r"1\. January", "1. January"),
        ("[not a link] here", "[not a link] here"),
        ("![a plant](https://example.org/p.jpg)", "a plant"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("  spaced  ", "spaced"),
    ],
)
def test_what_is_no_words_is_left_out(marked: str, plain: str) -> None:
    assert whole(marked) == plain


@given(SOUP)
def test_every_word_is_found_again_where_it_stood(text: str) -> None:
    plain, places = plain_text(text, [Span(0, len(text))])

    for place in places:
        for at in range(place.start, place.end) if place else ():
            letter, back = plain.text[at], plain.back(Span(at, at + 1)).cut(text)
            assert letter in (back, " ", "'", '"', "-")


@given(SOUP)
def test_offsets_rise(text: str) -> None:
    plain, _ = plain_text(text, [Span(0, len(text))])
    where = [plain.back(Span(at, at + 1)).start for at in range(len(plain.text))]

    assert where == sorted(set(where))


@given(st.lists(SOUP, min_size=1, max_size=4))
def test_stretches_stay_apart_and_in_their_own_place(pieces: list[str]) -> None:
    text, spans, at = "\n".join(pieces), [], 0
    for piece in pieces:
        spans.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    plain, places = plain_text(text, spans)

    for span, place in zip(spans, places, strict=True):
        if place:
            assert span.holds(plain.back(place))
            assert "\n" not in plain.text[place.start : place.end]


@given(SOUP)
def test_plain_text_has_no_space_at_its_ends(text: str) -> None:
    assert whole(text) == whole(text).strip()
