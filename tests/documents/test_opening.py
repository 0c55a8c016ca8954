# ruff: noqa: E501  markup as it is written

"""Laws that hold for every capture, whatever it is."""

import json
from itertools import pairwise
from time import process_time

import pytest
from captures import capture
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import SITES

from cellwire.documents import open_capture, open_documents
from cellwire.documents.opening import READERS
from cellwire.model import NEVER_NEWS, BlockKind, Capture, Document, Told

LINES = st.sampled_from(
    [
        "", " ", "\u00a0", "# Northvolt builds in Heide", "[Northvolt builds in Heide]", "**Northvolt builds in Heide**", "Follow me on:",
        "On December 13, Northvolt said that it would build near Heide with 60 GWh a year.", "- a thing of a list", "1. CATL: 33 GWh",
        "> quoted words", "| a | b |", "|---|---|", "More info:", "[link](https://a.example)", "![](a.png)", "![alt](a.png)", "* * *", "----",
        "{{< tweet >}}", "**", "[]", "[ ]", "**a** b", "> ", ">> x", "#", "[a b c d e](x)", "\ufeff", "\f", "1.", "**Lead of it all.** And more of it.",
    ]
)  # fmt: skip
TEXTS = st.lists(
    LINES | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40), max_size=30
).map("\n".join)
MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<h2>", "<b>", "</b>", "<li>", "<ul>", "<table>", "<td>", "<tr>", "<br>", "<a href=x>", "</a>", "&amp;", "&#0;", "<!--", "-->",
         "Northvolt builds a plant near Heide with 60 GWh a year, it said on Monday.", "<blockquote>", "<article>", "</div>", "<div class=related>",
         "<script type='application/ld+json'>[{\"@type\":[]}]</script>", "<time datetime=''>", "<title>x</title>", "<html lang=''>", "<link rel=canonical href='http://['>"]
    ) | st.text(max_size=20),
    max_size=40,
).map("".join)  # fmt: skip


def laws(document: Document) -> None:
    """Blocks lie in order within the extent, hold words, and the title stands first."""
    spans = [block.span for block in document.blocks]

    assert all(document.extent.holds(span) and document.quote(span).strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert BlockKind.TITLE not in [block.kind for block in document.blocks[1:]]
    assert 0 <= document.extent.start <= document.extent.end <= len(document.text)


def lawful(thing: Capture) -> list[Document]:
    documents = open_documents(thing)
    for document in documents:
        laws(document)
    assert documents == open_documents(thing)
    assert len({document.id for document in documents}) == len(documents)
    return documents


@settings(deadline=None)
@given(TEXTS)
def test_a_text_stays_as_it_is(text):
    for document in lawful(capture(text)):
        assert document.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)
@given(MARKUP)
def test_any_markup_is_read_or_refused(markup):
    lawful(capture(f"<html><body>{markup}", "text/html"))


@settings(deadline=None)
@given(MARKUP, st.sampled_from(sorted(READERS)))
def test_any_bytes_are_read_or_refused_as_anything(markup, media_type):
    found = open_capture(capture(markup.encode("utf-8", "surrogatepass"), media_type))

    assert found.documents or found.issues


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(sorted(READERS)))
def test_junk_is_read_or_refused(junk, media_type):
    lawful(capture(junk, media_type))


@settings(deadline=None)
@given(MARKUP)
def test_any_entry_of_a_feed_is_read(markup):
    lawful(
        capture(json.dumps({"items": [{"id": "1", "title": markup, "content_html": markup}]}), "application/feed+json")
    )


@settings(deadline=None)
@given(MARKUP)
def test_any_message_is_read(markup):
    lawful(
        capture(b"Subject: x\nContent-Type: text/html\n\n" + markup.encode("utf-8", "surrogatepass"), "message/rfc822")
    )


@pytest.mark.parametrize("site", SITES)
def test_the_same_page_opens_the_same(site):
    assert len(lawful(capture(SITES[site], "text/html"))) == 1


def test_an_id_depends_on_the_bytes_and_the_place_alone():
    [one] = open_documents(capture("Title\n\nText."))
    [told] = open_documents(capture("Title\n\nText.", told=Told(id="it", title="Other", outlet="A")))
    [edited] = open_documents(capture("Title\n\nText!"))
    [elsewhere] = open_documents(capture("Title\n\nText.", told=Told(id="that")))

    assert one.id == told.id
    assert len({one.id, edited.id, elsewhere.id}) == 3


def test_an_unknown_kind_of_capture_is_told():
    [issue] = open_capture(capture("x", "image/png", path="a.png")).issues

    assert (issue.thing, issue.stage) == ("a.png", "documents")
    assert "image/png" in issue.problem


def test_adverts_and_links_are_not_read_for_news():
    [document] = open_documents(capture("Title\n\nNews of it.\n\nFollow me on:\n\nMore info:\n\nhttps://a.example"))

    assert [document.quote(block.span) for block in document.blocks if block.kind not in NEVER_NEWS] == [
        "Title",
        "News of it.",
    ]


@pytest.mark.parametrize("piece", ["a [b](c) **d** ", "[", "![", "**", "> ", "{{<", "<b>", "http://", "1.", "2022-"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_time_grows_with_the_line_and_no_faster(piece, media_type):
    def seconds(length: int) -> float:
        line = capture("Title\n\n" + piece * (length // len(piece)), media_type)
        start = process_time()
        open_capture(line)
        return process_time() - start

    seconds(1_000)  # libraries are loaded
    assert min(seconds(160_000), seconds(160_000)) < 30 * max(seconds(20_000), 0.02)  # a square would be 64


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A plant\n\nThe company said that it would build a plant for battery cells near the harbour of the town.", "en"),
        ("Ein Werk\n\nDas Unternehmen will am Hafen der Stadt ein Werk für Batteriezellen bauen, teilte es am Montag mit.", "de"),
        ("宁德时代在匈牙利建厂\n\n宁德时代宣布在匈牙利德布勒森建设电池工厂。", "zh"),
        ("배터리 공장\n\n회사는 배터리 공장을 짓는다고 밝혔다.", "ko"),
        ("電池工場\n\n同社は電池の工場を建設すると発表した。", "ja"),
        ("CATL, Ford", "en"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_text(text, language):
    assert open_documents(capture(text))[0].language == language
