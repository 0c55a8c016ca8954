"""Feeds: well-formed, the same bytes for the same news, harmless whatever was stored."""

import json
import re
from datetime import date
from pathlib import Path

import feedparser
import pytest

from cellwire.publish import (
    Feed,
    FeedForm,
    feed_of_company,
    feed_of_editions,
    feed_of_entry,
    kept_editions,
    render_feed,
)
from cellwire.publish.feeds import FeedEntry
from publish.week import week

HOSTILE = '</title><script>alert(1)</script>\u202e\x00\x0b & "quotes" ]]>'
ENTRY = FeedEntry("one", HOSTILE, date(2022, 12, 15), HOSTILE, "https://news.example/?a=1&b=2", HOSTILE, HOSTILE)
FEED = Feed("f", HOSTILE, (ENTRY, FeedEntry("two", "Plain", date(2022, 12, 10), "Words", "javascript:alert(1)")))


def test_an_atom_feed_is_read_by_another_library_without_a_complaint() -> None:
    told = feedparser.parse(render_feed(FEED, FeedForm.ATOM).encode())

    assert not told.bozo
    assert [entry.id for entry in told.entries] == ["urn:cellwire:one", "urn:cellwire:two"]
    assert told.entries[0].link == "https://news.example/?a=1&b=2"
    assert "javascript:" not in render_feed(FEED, FeedForm.ATOM)
    assert "<script>alert(1)</script>" in told.entries[0].title.replace("&lt;", "<").replace("&gt;", ">")
    assert told.feed.updated == "2022-12-15T12:00:00Z"


def test_a_json_feed_has_what_the_standard_asks_for() -> None:
    told = json.loads(render_feed(FEED, FeedForm.JSON))

    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert {"id", "content_text", "title", "date_published"} <= set(told["items"][0])
    assert "url" not in told["items"][1]


@pytest.mark.parametrize("form", list(FeedForm))
def test_no_form_has_a_control_character_or_turns_the_writing_round(form: FeedForm) -> None:
    told = render_feed(FEED, form)

    assert not {"\u202e", "\x00", "\x0b"} & set(told)
    assert told == render_feed(FEED, form)


def test_a_plant_and_a_company_have_their_history_latest_first() -> None:
    record = week().record
    plant = feed_of_entry(record.facilities[0])

    assert [entry.told for entry in plant.entries] == sorted((e.told for e in plant.entries), reverse=True)
    assert len({entry.id for entry in plant.entries}) == len(plant.entries) == 4
    assert all(entry.quote and entry.outlet for entry in plant.entries)
    assert feed_of_company("nobody", "Nobody", record).entries == ()


def test_an_empty_feed_is_a_feed(tmp_path: Path) -> None:
    feed = feed_of_editions(kept_editions(tmp_path), name="The battery week")

    assert not feedparser.parse(render_feed(feed, FeedForm.ATOM).encode()).bozo
    assert json.loads(render_feed(feed, FeedForm.JSON))["items"] == []


@pytest.mark.parametrize("form", FeedForm)
def test_an_id_is_a_urn_though_a_year_stands_in_it(form: FeedForm) -> None:
    told = render_feed(feed_of_entry(week().record.facilities[0]), form)
    ids = re.findall(r"urn:cellwire:[^<\"]*", told)

    assert ids
    assert all(re.fullmatch(r"urn:cellwire:[\w:.%-]+", id) for id in ids)
