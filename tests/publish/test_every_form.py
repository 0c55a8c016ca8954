"""One table: hostile stored words through every form that leaves the house; nothing in any of them runs or steers."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html

from cellwire.documents import open_capture
from cellwire.model import Capture, Told
from cellwire.publish import (
    BriefSettings,
    Edition,
    ExportForm,
    FeedForm,
    export_record,
    feed_of_editions,
    feed_of_entry,
    kept_editions,
    render_archive,
    render_explained,
    render_feed,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_text,
)
from publish.at_hand import edition
from publish.test_hostile import NASTY
from publish.week import ENDING, week

STEERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"\s*[=+@\t\r-]")


def hostile(word: str) -> tuple[Edition, Any]:
    """A week whose titles, outlets, addresses, headlines and names of entries are the word."""
    of = week()
    docs = tuple(replace(doc, title=word, outlet=word, url=word) for doc in of.documents)
    stories = tuple(replace(story, headline=word) for story in of.stories)
    named = {
        kind: tuple(replace(entry, name=word) for entry in getattr(of.record, kind)) for kind in ("facilities", "deals")
    }
    record = replace(of.record, **named)
    brief = edition(record, stories, docs, of.developments, week_ending=ENDING, settings=BriefSettings(name=word))
    return replace(brief, title=word), (record, stories)


def page(told: str) -> None:
    tree = html.fromstring(told.encode("utf-8", "replace"))
    assert not tree.xpath("//script | //iframe | //object | //embed | //form | //base")
    attributes = [(name, value) for element in tree.iter() for name, value in getattr(element, "attrib", {}).items()]
    assert not [name for name, _ in attributes if name.startswith("on")]
    links = [value for name, value in attributes if name in {"href", "src"}]
    assert all(re.match(r"#|https?://|mailto:|cid:|[\w.-]+$", link) for link in links)
    assert "\u202e" not in told


def plain(told: str) -> None:
    assert not STEERS.search(told.replace("\r\n", "\n"))


def markdown(told: str) -> None:
    plain(told)
    assert not re.search(r"(?<!\\)<(script|img|/style)", told)
    assert "](javascript:" not in told.replace("\\]", "")


def data(told: str) -> None:
    assert json.loads(told)


def xml(told: str) -> None:
    plain(told)
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(told.encode()).iter()}
    known = {"feed", "id", "title", "updated", "author", "name", "generator", "link", "entry", "content", "summary"}
    assert names <= known


def mail(told: str) -> None:
    parsed: Any = email.message_from_string(told, policy=email.policy.default)
    assert "Bcc" not in parsed
    assert not parsed.defects
    page(parsed.get_body(("html",)).get_content())
    plain(parsed.get_body(("plain",)).get_content())


def cells(told: str) -> None:
    for row in csv.reader(io.StringIO(told)):
        assert not [cell for cell in row if FORMULA.match(cell) and not re.fullmatch(r"-?[\d.]+", cell)]


def _feed(form: FeedForm) -> Callable[..., str]:
    def told(brief: Edition, _: Any, folder: Path) -> str:
        (folder / f"brief-{brief.last}.json").write_text(render_json(brief), "utf-8")
        return render_feed(feed_of_editions(kept_editions(folder), name=brief.name), form)

    return told


def _archive(brief: Edition, _: Any, folder: Path) -> str:
    (folder / f"brief-{brief.last}.json").write_text(render_json(brief), "utf-8")
    return render_archive(kept_editions(folder), name=brief.name)


def _plant(_: Edition, told: Any, __: Path) -> str:
    record, _ = told
    return render_feed(feed_of_entry(record.facilities[0]), FeedForm.ATOM)


def _export(form: ExportForm) -> Callable[..., str]:
    def told(_: Edition, record: Any, folder: Path) -> str:
        export_record(*record, folder, forms=[form])
        return (folder / f"facilities.{form}").read_text("utf-8")

    return told


FORMS: dict[str, tuple[Callable[..., str], Callable[[str], None]]] = {
    "page": (lambda brief, *_: render_html(brief), page),
    "mail": (lambda brief, *_: render_mail(brief).as_string(), mail),
    "markdown": (lambda brief, *_: render_markdown(brief), markdown),
    "text": (lambda brief, *_: render_text(brief), plain),
    "explained": (lambda brief, *_: render_explained(brief), plain),
    "json": (lambda brief, *_: render_json(brief), data),
    "archive page": (_archive, page),
    "atom": (_feed(FeedForm.ATOM), xml),
    "json feed": (_feed(FeedForm.JSON), data),
    "a plant's feed": (_plant, xml),
    "csv": (_export(ExportForm.CSV), cells),
    "geojson": (_export(ExportForm.GEOJSON), data),
}


WORDS = [word.replace("\ud800", "") for word in NASTY if len(word) < 5000]  # no store holds half a character


@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
@pytest.mark.parametrize("form", FORMS)
def test_stored_words_stay_words(form: str, word: str, tmp_path: Path) -> None:
    make, is_harmless = FORMS[form]
    is_harmless(make(*hostile(word), tmp_path))


AS_SOURCES = {
    "page": "text/html",
    "archive page": "text/html",
    "mail": "message/rfc822",
    "markdown": "text/markdown",
    "atom": "application/atom+xml",
    "json feed": "application/feed+json",
    "a plant's feed": "application/atom+xml",
}


@pytest.mark.parametrize("form", AS_SOURCES)
def test_no_form_is_a_source_of_the_record_that_it_tells_of(form: str, tmp_path: Path) -> None:
    """Read again as news, each value of the brief would have one witness more: itself."""
    told = FORMS[form][0](*hostile("Alder"), tmp_path).encode()
    moment = datetime(2022, 12, 18, tzinfo=UTC)

    opened = open_capture(Capture("file", None, "brief", moment, AS_SOURCES[form], told, Told()))

    assert not opened.documents
    assert "written by cellwire itself" in opened.issues[0].problem
