"""Footnotes hold the words of their value, and few others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.model import Span
from cellwire.publish.brief.edition import cut, cuts_for, note_of
from cellwire.publish.taming import safe_url
from publish import factories as make

LONG = (
    "The group, which makes cells for cars, buses, ships and homes and has done so for longer than most of its rivals "
    "can remember, will build a plant of 40 GWh in Ohio with a partner whose name it keeps to itself for the time "
    "being, it said."
)


@given(
    words=st.lists(st.sampled_from(["plant", "of", "40", "GWh,", "in", "Ohio.", "U.S.", "“said”", "a-b"]), min_size=1),
    data=st.data(),
)
def test_a_quote_holds_its_value_in_at_most_25_words(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    value = text[start:end].strip()

    quote = cut(make.document("d", text), Span(start, end)).note.quote

    assert len(quote.split()) <= 25
    assert " ".join(value.split()) in quote


def test_a_long_sentence_is_cut_at_words_around_the_value() -> None:
    doc = make.document("d", LONG)

    quote = cut(doc, make.span(doc, "40 GWh")).note.quote

    assert len(quote.split()) == 25
    assert "40 GWh" in quote
    assert set(quote.split()) <= set(LONG.split())


def test_a_quote_behind_a_dateline_does_not_begin_with_its_dash() -> None:
    doc = make.document(
        "d", f"TOKYO, Dec 13 - {LONG.replace('which makes cells for cars, buses, ships and homes and ', '')}"
    )

    quote = cut(doc, make.span(doc, "40 GWh")).note.quote
    whole = cut(make.document("d", "- Ohio gets 40 GWh."), Span(12, 18)).note.quote

    assert quote[0].isalnum()
    assert whole == "Ohio gets 40 GWh."


def test_a_short_sentence_is_quoted_whole_and_alone() -> None:
    doc = make.document("d", "First one. The plant makes 40 GWh in the U.S. today. Last one.")

    assert cut(doc, make.span(doc, "40 GWh")).note.quote == "The plant makes 40 GWh in the U.S. today."


def test_values_of_one_short_sentence_share_a_note() -> None:
    doc = make.document("d", "AESC builds 12 GWh in Sunderland. It costs £450 million.")
    spans = [make.span(doc, words) for words in ("AESC", "12 GWh", "Sunderland", "£450 million")]

    assert len(cuts_for(doc, spans)) == 2


def test_a_text_without_spaces_is_cut_too() -> None:
    text = "电池" * 400

    quote = cut(make.document("d", text), Span(300, 304)).note.quote

    assert len(quote) <= 320
    assert "电池" in quote


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://exa mple.org", False),
        ('https://example.org/"onclick="x', False),
        (" javascript:alert(1)", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert (safe_url(url) == url and url is not None) is kept


@pytest.mark.parametrize(
    ("text", "value", "left"),
    [
        ("First one. The plant makes 40 GWh in the U.S. today. Last one.", "40 GWh", (False, False)),
        ("“The plant makes 40 GWh,” she said. Last one.", "40 GWh", (False, False)),
        ("Voltara builds 40 GWh\n\nAnd so on.", "40 GWh", (False, False)),
        ("TOKYO, Dec 13 - Voltara will make 40 GWh in Ohio.", "40 GWh", (False, False)),
        (LONG, "The group", (False, True)),
        (LONG, "40 GWh", (True, True)),
        (LONG, "it said", (True, False)),
    ],
)
def test_a_quote_knows_whether_it_leaves_words_of_its_sentence(text: str, value: str, left: tuple[bool, bool]) -> None:
    doc = make.document("d", text)

    assert cut(doc, make.span(doc, value)).note.left == left


def test_the_record_s_quote_behind_a_dateline_leaves_nothing() -> None:
    doc = make.document("d", "TOKYO, Dec 13 - Voltara will make 40 GWh in Ohio.")
    citation = make.citation(doc, "- Voltara will make 40 GWh in Ohio.")

    note = note_of(citation, {doc.id: doc})

    assert (note.quote, note.left) == ("Voltara will make 40 GWh in Ohio.", (False, False))


def test_a_footnote_goes_without_the_tags_that_feeds_put_before_a_title() -> None:
    doc = make.document("a", "[Cell Post] [Cell Post] Voltara opens its cell plant in Gera\nIt does.")
    note = cut(doc, make.span(doc, "cell plant")).note
    assert (note.quote, note.title, note.left) == (*["Voltara opens its cell plant in Gera"] * 2, (False, False))
    doc = make.document("a", "Voltara [sic] opens its cell plant in Gera\nIt does.")
    assert cut(doc, make.span(doc, "cell plant")).note.quote == "Voltara [sic] opens its cell plant in Gera"
