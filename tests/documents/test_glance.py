"""A glance at a page shows what it is about, without what stands around it, and refuses nothing."""

from captures import capture
from sites import OUTSIDE, SEMANTIC, SENTENCES, TITLE

from cellwire.documents import glance


def test_a_glance_shows_title_and_text_and_leaves_menus_out():
    words = glance(capture(SEMANTIC, "text/html"))

    assert words is not None
    assert all(said in words for said in (TITLE, *SENTENCES))
    assert "Home" not in words
    assert not all(said in words for said in OUTSIDE)


def test_what_is_no_page_has_to_be_opened():
    assert glance(capture("Work starts.", "text/plain")) is None
    assert glance(capture("%PDF-1.4", "application/pdf")) is None


def test_any_bytes_can_be_glanced_at():
    for content in (b"", b"\xff\xfe\x00", b"<div>" * 10_000, b"\x00" * 1000):
        assert isinstance(glance(capture(content, "text/html")), str)
