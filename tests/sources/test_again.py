"""Articles that are asked for again: when, how politely, and what comes of it."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from cellwire.model import Outcome, SourceKind, Visit
from sources.test_following import NOW, kept, look, source
from sources.web import PLANT, Web

HOUR = timedelta(hours=1)
LOOK = Visit("courier", NOW - 6 * HOUR, Outcome.OK)


@pytest.mark.parametrize(
    ("age", "asked"),
    [(1, 0), (5, 0), (7, 1), (13, 0), (24, 1), (29, 1), (31, 0), (73, 1), (100, 0), (170, 1), (175, 0), (300, 0)],
)
def test_an_article_is_asked_for_again_after_a_while_and_then_more_seldom(web: Web, age: int, asked: int) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    look(source(url), last=LOOK, recent=[kept(web.root + "/a", age=age * HOUR)])

    assert web.asked["/a"] == asked


def test_between_looks_that_are_far_apart_it_is_asked_for_once(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    look(
        source(url), last=Visit("courier", NOW - 400 * HOUR, Outcome.OK), recent=[kept(web.root + "/a", age=200 * HOUR)]
    )

    assert web.asked["/a"] == 1


def test_what_its_server_said_of_it_makes_the_question_cheap(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    web.says("/a", PLANT, etag='"3"')
    told = kept(
        web.root + "/a", age=7 * HOUR, headers=(("ETag", '"3"'), ("Last-Modified", "Tue, 13 Dec 2022 08:00:00 GMT"))
    )
    captures, issues, visit = look(source(url), last=LOOK, recent=[told])
    sent = next(headers for path, headers in web.seen if path == "/a")

    assert (captures, issues, visit.new) == ([], [], 0)
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"3"', "Tue, 13 Dec 2022 08:00:00 GMT")


def test_another_version_is_a_capture_of_the_same_address_with_what_was_told_of_it(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    first = kept(web.root + "/a", age=7 * HOUR)
    (capture,), _, visit = look(source(url), last=LOOK, recent=[first])

    assert (capture.url, capture.told) == (first.url, first.told)
    assert b"12 GWh" in capture.content
    assert visit.new == 1


def test_articles_behind_an_unchanged_feed_are_asked_for_too(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), etag='"7"')
    last = Visit("courier", NOW - 6 * HOUR, Outcome.OK, etag='"7"')
    captures, _, visit = look(source(url), last=last, recent=[kept(web.root + "/a", age=7 * HOUR)])

    assert [capture.url for capture in captures] == [web.root + "/a"]
    assert (visit.outcome, visit.etag) == (Outcome.UNCHANGED, '"7"')


def atom(web: Web, updated: datetime) -> str:
    days = f"<published>2022-12-01T08:00:00Z</published><updated>{updated:%Y-%m-%dT%H:%M:%SZ}</updated>"
    entry = f"<entry><title>Volta</title><link href='/a'/><id>a</id>{days}</entry>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entry}</feed>'


def json_feed(web: Web, updated: datetime) -> str:
    item = {"id": "a", "url": f"{web.root}/a", "title": "Volta", "date_modified": updated.isoformat()}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]})


def sitemap(web: Web, updated: datetime) -> str:
    return f"<urlset><url><loc>{web.root}/a</loc><lastmod>{updated.isoformat()}</lastmod></url></urlset>"


def days(web: Web, updated: datetime) -> str:
    return f"<urlset><url><loc>{web.root}/a</loc><lastmod>{updated.date()}</lastmod></url></urlset>"


@pytest.mark.parametrize(
    ("form", "kind"),
    [(atom, SourceKind.FEED), (json_feed, SourceKind.FEED), (sitemap, SourceKind.SITEMAP), (days, SourceKind.SITEMAP)],
)
@pytest.mark.parametrize(("hours", "asked"), [(2, 1), (40, 0)])
def test_what_is_said_to_have_changed_is_asked_for_at_once(
    web: Web, form: Any, kind: SourceKind, hours: int, asked: int
) -> None:
    """Though it was captured long ago; what changed before the last look was asked for then."""
    web.page("/a", "Volta breaks ground", PLANT)
    url = web.says("/list", form(web, NOW - hours * HOUR))
    known = kept(web.root + "/a", age=240 * HOUR)
    captures, _, _ = look(source(url, kind), known=lambda url: url == known.url, last=LOOK, recent=[known])

    assert len(captures) == web.asked["/a"] == asked


@pytest.mark.parametrize("moment", ["0000-00-00T00:00:00Z", "2022-02-31T00:00:00Z", "soon"])
def test_a_change_on_no_day_is_none(web: Web, moment: str) -> None:
    web.page("/a", "Volta breaks ground", PLANT)
    url = web.says("/list", atom(web, NOW).replace(f"{NOW:%Y-%m-%dT%H:%M:%SZ}", moment))
    _, _, visit = look(source(url), known=lambda url: True, last=LOOK)

    assert (visit.outcome, web.asked["/a"]) == (Outcome.OK, 0)


def test_an_article_of_another_source_is_that_sources_to_ask_for(web: Web) -> None:
    web.page("/a", "Volta breaks ground", PLANT)
    other = kept(web.root + "/a", age=240 * HOUR, source="other")
    look(source(web.says("/list", atom(web, NOW))), last=LOOK, recent=[other])

    assert not web.asked["/a"]


def test_one_look_asks_for_a_few_and_owes_the_rest(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    many = [kept(web.says(f"/old/{number}", PLANT), age=7 * HOUR) for number in range(30)]
    _, _, first = look(source(url), last=LOOK, recent=many)
    later = Visit("courier", NOW, Outcome.OK, owed=first.owed)
    look(source(url), last=later, recent=many)

    assert len(first.owed) == 10
    assert {web.asked[f"/old/{number}"] for number in range(30)} == {1}


def test_a_server_that_asks_for_quiet_gets_it_and_the_rest_is_owed(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    web.says("/0", status=429, retry_after="7200")
    web.page("/1", "Volta hires 400", PLANT)
    captures, issues, visit = look(
        source(url), last=LOOK, recent=[kept(f"{web.root}/{number}", age=7 * HOUR) for number in (0, 1)]
    )

    assert [capture.url for capture in captures] == [web.root + "/a"]
    assert [issue.thing for issue in issues] == [web.root + "/0"]
    assert set(visit.owed) == {web.root + "/0", web.root + "/1"}
    assert visit.retry_after
    assert not web.asked["/1"]


def test_an_article_that_is_gone_is_said_to_be_once(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    gone = kept(web.root + "/gone", age=7 * HOUR)
    _, issues, visit = look(source(url), last=LOOK, recent=[gone])
    look(source(url), last=Visit("courier", NOW - 2 * HOUR, Outcome.OK, refused=visit.refused), recent=[gone])

    assert [issue.problem for issue in issues] == ["is not there, where it was captured before; that stays"]
    assert web.asked["/gone"] == 1


def whole(web: Web, words: str) -> str:
    item = {"id": "a", "url": f"{web.root}/a", "title": "Volta", "content_html": f"<p>{words}</p>" * 9}
    return web.says("/feed", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}))


def test_an_entry_that_holds_the_article_is_captured_again_where_its_words_are_others(web: Web) -> None:
    (first,), _, _ = look(source(whole(web, PLANT)))
    known = kept(first.url or "", media_type=first.media_type, sha256=first.sha256)
    same, _, _ = look(source(whole(web, PLANT)), last=LOOK, recent=[known])
    changed, _, _ = look(source(whole(web, PLANT.replace("12", "20"))), last=LOOK, recent=[known])

    assert same == []
    assert [capture.url for capture in changed] == [first.url]
    assert not web.asked["/a"]


def test_a_first_look_asks_for_nothing_again(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"))
    captures, _, _ = look(source(url), recent=[kept(web.root + "/b", age=7 * HOUR)])

    assert [capture.url for capture in captures] == [web.root + "/a"]
