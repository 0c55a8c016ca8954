"""Stored text that wants to be more than text stays text in every form."""

import email
import email.policy
import json
import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import html

from cellwire.model import Record
from cellwire.publish import (
    BriefSettings,
    Edition,
    edited,
    read_edits,
    render_explained,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_text,
)
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></textarea>",
    "Cells\r\nBcc: everybody@example.org\r\n\r\nBody",
    "Volt\u202eara\u2066 turned",
    '=HYPERLINK("http://evil.example","x")',
    "\x1b[2J\x1b]0;owned\x07",
    "[x](javascript:alert(1)) `code` | cell",
    "{{ 7*7 }}{% raw %}",
    "a\ud800b\u0000c",
    "]]><!--",
    "x" * 5000,
)
words = some.one_of(some.sampled_from(NASTY), some.text(min_size=1, max_size=60))


def told(title: str, outlet: str, name: str, url: str) -> Edition:
    clean = " ".join(name.split()) or "x"
    text = f"{clean} builds a battery plant in Debrecen with 12 GWh a year."
    doc = make.document("d", text, title=title, outlet=outlet, url=url)
    party = make.party(doc, clean, "operator")
    dev = make.development(
        doc, "facility", "construction", parties=(party,), place=make.place(doc, "Debrecen", "HU"),
        capacity=(make.capacity(doc, "12 GWh a year", 12, "GWh/yr"),),
    )  # fmt: skip
    quiet = make.document("q", "Nothing", title=title, outlet=outlet, url=url)
    brief = edition(
        Record(None), [make.story("s", [dev], headline=title)], [doc, quiet], [dev], week_ending=ENDING,
        settings=BriefSettings(name=name or "x"),
    )  # fmt: skip
    if brief.empty:
        return brief
    return edited(brief, read_edits(f"[story.s]\nnote = {_quoted(clean)}\nheadline = {_quoted(clean)}", name="e"))


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def safe_to_write(word: str) -> bool:
    """TOML takes no lone surrogates and few control characters; an editor's file cannot hold them."""
    return not re.search(r"[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]", word)


def test_an_address_that_is_none_is_no_link_and_ends_no_brief() -> None:
    brief = told("Voltara builds", "", "Voltara", "http://[x/a")

    assert "http://[x" not in render_html(brief)


@given(words, words, words.filter(safe_to_write), words)
@settings(max_examples=60)
def test_a_page_holds_no_markup_but_its_own(title: str, outlet: str, name: str, url: str) -> None:
    brief = told(title, outlet, name, url)
    for page in (render_html(brief), _html_of(brief)):
        tree = html.fromstring(page.encode("utf-8", "replace"))
        assert not tree.xpath("//script | //iframe | //object | //embed | //form | //link | //base")
        attributes = {
            (name, value) for element in tree.iter() for name, value in getattr(element, "attrib", {}).items()
        }
        assert not [name for name, _ in attributes if name.startswith("on")]
        addresses = [value for name, value in attributes if name in ("href", "src")]
        assert all(re.match(r"(#|https?://|mailto:|cid:)", address) for address in addresses)


def _html_of(brief: Edition) -> str:
    body: Any = email.message_from_bytes(render_mail(brief).as_bytes(), policy=email.policy.default)
    return str(body.get_body(("html",)).get_content())


@given(words, words, words.filter(safe_to_write), words)
@settings(max_examples=60)
def test_a_mail_has_the_headers_it_was_given_and_no_other(title: str, outlet: str, name: str, url: str) -> None:
    letter = render_mail(told(title, outlet, name, url), to="ada@example.org")
    parsed = email.message_from_bytes(letter.as_bytes(), policy=email.policy.default)

    assert sorted(parsed.keys()) == sorted(
        ["Subject", "From", "To", "Date", "X-Mailer", "Message-ID", "MIME-Version", "Content-Type"]
    )
    assert parsed["To"].addresses[0].addr_spec == "ada@example.org"
    assert [part.get_content_type() for part in parsed.walk()][:2] == ["multipart/alternative", "text/plain"]
    assert not parsed.defects
    plain = parsed.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain.replace("\r", ""))


@given(words, words, words.filter(safe_to_write), words)
@settings(max_examples=40)
def test_a_terminal_is_steered_by_nothing(title: str, outlet: str, name: str, url: str) -> None:
    brief = told(title, outlet, name, url)
    for shown in (render_text(brief), render_explained(brief)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@given(words, words, words.filter(safe_to_write), words)
@settings(max_examples=40)
def test_json_and_markdown_hold_the_words_and_no_markup(title: str, outlet: str, name: str, url: str) -> None:
    brief = told(title, outlet, name, url)

    assert json.loads(render_json(brief))["schema"] == 1
    assert not re.search(r"(?<!\\)<(script|img)", render_markdown(brief))
    assert "](javascript:" not in render_markdown(brief).replace("\\]", "")


@pytest.mark.parametrize("word", NASTY[:6])
def test_the_page_is_html_that_a_strict_parser_takes(word: str) -> None:
    parser = html5lib.HTMLParser(strict=True)

    assert parser.parse(render_html(told(word, word, word if safe_to_write(word) else "x", word))) is not None


def test_right_to_left_tricks_cannot_turn_a_neighbour() -> None:
    page = render_html(told("Volt\u202eara", "Volt\u202eara", "Voltara", "https://x.example"))

    assert "\u202e" not in page


def test_a_watched_edition_stays_harmless_with_a_nasty_editor() -> None:
    brief = replace(told("t", "o", "Voltara", "https://x.example"), title=NASTY[0])

    assert NASTY[0] not in render_html(brief)
