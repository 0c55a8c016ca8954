"""The brief as PDF, opened by another library: its words, its links, and nothing that runs."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cellwire.documents import open_capture
from cellwire.model import Capture, Record, Told
from cellwire.publish import BriefSettings, Edition
from cellwire.publish.brief.render import render_pdf
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING, week

pytest.importorskip("weasyprint")
pdfium = pytest.importorskip("pypdfium2")
raw = pytest.importorskip("pypdfium2.raw")


@pytest.fixture(scope="module")
def brief() -> Edition:
    of = week()
    return edition(of.record, of.stories, of.documents, of.developments, week_ending=ENDING, settings=BriefSettings())


@pytest.fixture(scope="module")
def document(brief: Edition):
    return pdfium.PdfDocument(render_pdf(brief))


def links(document) -> Iterator[tuple[str, bool]]:
    """Each link's address, or none, and whether it leads to a place in the document."""
    for page in document:
        at, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, at, link):
            action = raw.FPDFLink_GetAction(link)
            room = ctypes.create_string_buffer(2048)
            raw.FPDFAction_GetURIPath(document, action, room, 2048)
            inside = raw.FPDFLink_GetDest(document, link) or raw.FPDFAction_GetDest(document, action)
            yield room.value.decode(), bool(inside)


def text(document) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_every_source_is_a_link_and_every_mark_leads_to_its_note(brief: Edition, document) -> None:
    found = list(links(document))

    assert {note.url for note in brief.notes() if note.url} <= {address for address, _ in found}
    assert sum(inside for address, inside in found if not address) >= len(brief.notes())
    assert all(address or inside for address, inside in found)  # no link leads nowhere


def test_the_pdf_says_what_the_page_says(brief: Edition, document) -> None:
    words = text(document)

    for item in brief.items():
        assert item.headline.text.split()[0] in words
    assert "The week in figures" in words


def test_every_page_has_ink(document) -> None:
    for page in document:
        picture = page.render(scale=0.5).to_pil().convert("L")
        assert picture.getextrema()[0] < 100


def test_the_same_edition_gives_the_same_pdf(brief: Edition) -> None:
    assert render_pdf(brief) == render_pdf(brief)


def test_nothing_in_a_pdf_runs_or_is_fetched() -> None:
    nasty = '<script>alert(1)</script><img src="https://evil.example/x"> \u202e"onload=x'
    doc = make.document(
        "a", f"Ford plans a battery plant in Marshall. {nasty}", outlet=nasty, url="javascript:alert(1)"
    )
    dev = make.development(
        doc,
        "facility",
        "announced",
        parties=(make.party(doc, "Ford", "owner"),),
        place=make.place(doc, "Marshall", "US"),
        product=make.named(doc, "battery plant", "cell"),
    )
    story = make.story("s", [dev], headline=nasty)
    told = edition(Record(None), [story], [doc], [dev], week_ending=ENDING, settings=BriefSettings(name=nasty))
    written = render_pdf(told)

    assert b"/JavaScript" not in written
    assert b"/Launch" not in written
    addresses = [address for address, _ in links(pdfium.PdfDocument(written)) if address]
    assert not [address for address in addresses if not address.startswith(("https://", "http://", "mailto:"))]
    assert "\u202e" not in text(pdfium.PdfDocument(written))


def test_it_is_no_source_of_the_record_that_it_tells_of(brief: Edition) -> None:
    moment = datetime(2022, 12, 18, tzinfo=UTC)
    opened = open_capture(Capture("file", None, "brief.pdf", moment, "application/pdf", render_pdf(brief), Told()))

    assert not opened.documents
    assert "written by cellwire itself" in opened.issues[0].problem
