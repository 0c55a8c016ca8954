"""What is cut out as a quote."""

from cellwire.model import Span, quote_around

# 30 words
LONG = (
    "Alder Energy, the largest investor in the cell maker Voltaryn, has confirmed on Monday morning that talks go on "
    "with the ministry of finance after the filing in the Hungarian capital ended."
)


def _quote(words: str) -> str:
    start = LONG.index(words)
    window = quote_around(LONG, Span(start, start + len(words)))
    return LONG[window.start : window.end]


def test_a_quote_begins_with_its_sentence_where_that_fits() -> None:
    assert _quote("talks go on").startswith("Alder Energy")
    assert len(_quote("talks go on").split()) == 25


def test_what_stands_late_is_quoted_to_the_end() -> None:
    assert _quote("capital ended").endswith("capital ended.")
    assert not _quote("capital ended").startswith("Alder Energy")
