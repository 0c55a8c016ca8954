import zlib
from datetime import date

import pytest
from captures import capture
from pdfs import FIRST, SECOND, pdf

from cellwire.documents import open_capture
from cellwire.model import BlockKind


def opened(content: bytes):
    return open_capture(capture(content, "application/pdf"))


def test_a_release_has_a_title_a_date_and_paragraphs():
    [document] = opened(pdf(FIRST, SECOND)).documents

    assert document.title == FIRST[1]
    assert (document.published, document.found.published) == (date(2022, 10, 19), "text")
    assert "a site in Mercer County, for which" in document.text
    assert (
        "the processed metal is to feed plants that make cathodes for the whole range of lithium-ion cells."
        in document.text
    )


def test_a_form_feed_stands_between_pages():
    [document] = opened(pdf(FIRST, SECOND)).documents
    paragraphs = [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]

    assert document.text.count("\f") == 1
    assert paragraphs[-1] == " ".join(SECOND)


def test_running_heads_and_page_numbers_are_no_text():
    pages = [
        ("Talon Metals Corp.", f"Sentence {number} of the release, which is long enough.", f"{number} / 3")
        for number in (1, 2, 3)
    ]
    [document] = opened(pdf(*pages)).documents

    assert "Talon Metals Corp." not in document.text
    assert "/ 3" not in document.text


def test_a_pdf_without_text_or_that_is_none_says_so():
    assert "images" in opened(pdf(())).issues[0].problem
    assert "cannot be opened" in opened(b"%PDF-1.4 and then nothing").issues[0].problem


@pytest.mark.parametrize("times", [1, 2])
def test_pages_that_unpack_to_more_than_a_text_are_not_unpacked(times: int) -> None:
    stream = b"BT /F1 12 Tf (Volta Cells builds) Tj ET\n" * 400_000
    for _ in range(times):
        stream = zlib.compress(stream)
    filters = b"/FlateDecode" * times
    packed = b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(stream), filters, stream)
    bomb = pdf(FIRST).replace(b"%%EOF", b"9 0 obj\n" + packed + b"\nendobj\n%%EOF")
    picture = bomb.replace(b"<< /Length", b"<< /Subtype /Image /Length")

    assert "unpack to more than" in opened(bomb).issues[0].problem
    assert opened(picture).documents
