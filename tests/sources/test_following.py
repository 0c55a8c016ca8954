"""Looks at sources: what is new becomes captures once, and what fails is asked for again."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cellwire.documents import open_documents
from cellwire.model import Capture, Issue, LastCapture, Outcome, Source, SourceKind, Told, Visit
from cellwire.sources import Past, fetch
from sources.web import BOMB, DAY, FEED, ITEM, PLANT, Reply, Web, endless, quick, taken

NOW = datetime(2022, 12, 17, 8, tzinfo=UTC)
SINCE = date(2022, 12, 1)


def source(url: str, kind: SourceKind = SourceKind.FEED) -> Source:
    return Source("courier", "Cell Courier", url, kind)


def kept(url: str, **told: Any) -> LastCapture:
    """What was captured of an address, as long ago as is told."""
    age = told.pop("age", timedelta(days=30))
    return replace(LastCapture("courier", url, NOW - age, "text/html", "", Told(id=url), ()), **told)


def look(
    source: Source,
    known: Callable[[str], bool] = lambda url: False,
    last: Visit | None = None,
    recent: Sequence[LastCapture] = (),
) -> tuple[list[Capture], list[Issue], Visit]:
    versions = {each.url: each for each in recent}
    past = Past(last, lambda url: versions.get(url) or (kept(url) if known(url) else None), lambda since: [*recent])
    fetched = fetch(source, quick(), past, now=NOW, since=SINCE)
    return taken(fetched)


def test_the_articles_of_a_feed_are_fetched_with_what_the_feed_says(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), ("/b", "Volta hires 400"), etag='"7"')
    captures, issues, visit = look(source(url))

    assert [capture.url for capture in captures] == [web.root + "/a", web.root + "/b"]
    assert [capture.told.published for capture in captures] == [date(2022, 12, 13)] * 2
    assert all(b"<article>" in capture.content for capture in captures)
    assert (issues, visit.outcome, visit.new, visit.etag) == ([], Outcome.OK, 2, '"7"')


def test_what_is_known_is_not_asked_for_again(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), ("/b", "Volta hires 400"))
    captures, _, _ = look(source(url), known=lambda url: url.endswith("/a"))

    assert [capture.url for capture in captures] == [web.root + "/b"]
    assert not web.asked["/a"]


def test_an_unchanged_feed_costs_one_question(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), etag='"7"')
    _, _, first = look(source(url))
    captures, _, second = look(source(url), known=lambda url: True, last=first)

    assert (captures, second.outcome, second.new) == ([], Outcome.UNCHANGED, 0)
    assert second.etag == '"7"'


def test_what_a_server_could_not_give_is_asked_for_at_the_next_look(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), ("/b", "Volta hires 400"), etag='"7"')
    web.says("/a", status=500)
    captures, issues, visit = look(source(url))

    assert [capture.url for capture in captures] == [web.root + "/b"]
    assert [issue.thing for issue in issues] == [web.root + "/a"]
    assert visit.etag is None  # so that the feed is read again


def test_a_server_that_asks_for_quiet_is_asked_nothing_more_at_this_look(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), ("/b", "Volta hires 400"))
    web.says("/a", status=429, retry_after="7200")
    captures, _, visit = look(source(url))

    assert (captures, web.asked["/b"]) == ([], 0)
    assert visit.retry_after is not None
    assert visit.retry_after > NOW


def test_a_whole_entry_saves_a_question_and_a_forbidden_page_leaves_its_entry(web: Web) -> None:
    long = ITEM.format(title="Long", root=web.root, path="/long", day=DAY, words=f"<![CDATA[{PLANT * 6}]]>")
    long = long.replace("description>", "content:encoded>")
    teaser = ITEM.format(title="Teaser", root=web.root, path="/paid", day=DAY, words="Volta broke ground.")
    body = FEED.format(root=web.root, items=long + teaser).replace(
        "<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    )
    web.says("/paid", status=403)
    captures, issues, _ = look(source(web.says("/feed", body)))

    assert not web.asked["/long"]
    assert [json.loads(capture.content)["items"][0]["title"] for capture in captures] == ["Long", "Teaser"]
    assert [issue.problem for issue in issues] == ["is forbidden"]


def test_news_of_a_sitemap_come_newest_first_and_an_index_leads_to_them(web: Web) -> None:
    days = {"/old": "2021-01-01", "/a": "2022-12-10", "/b": "2022-12-12"}
    urls = "".join(f"<url><loc>{web.root}{path}</loc><lastmod>{day}</lastmod></url>" for path, day in days.items())
    web.says("/news.xml", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')
    index = web.says(
        "/sitemap.xml",
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{web.root}/news.xml</loc>'
        "</sitemap></sitemapindex>",
    )
    for path in days:
        web.page(path, f"News {path}", PLANT)
    captures, _, _ = look(source(index, SourceKind.SITEMAP))

    assert [capture.url for capture in captures] == [web.root + "/b", web.root + "/a"]


def test_a_sitemap_that_cannot_be_had_costs_no_other(web: Web) -> None:
    web.says("/a.xml", f"<urlset><url><loc>{web.root}/a</loc></url></urlset>")
    web.page("/a", "Volta breaks ground", PLANT)
    inner = "".join(f"<sitemap><loc>{web.root}/{name}.xml</loc></sitemap>" for name in ("gone", "a"))
    captures, issues, visit = look(
        source(web.says("/s.xml", f"<sitemapindex>{inner}</sitemapindex>"), SourceKind.SITEMAP)
    )

    assert [capture.url for capture in captures] == [web.root + "/a"]
    assert [issue.thing for issue in issues] == [web.root + "/gone.xml"]
    assert visit.outcome is Outcome.OK


def test_a_source_that_moved_says_where_to(web: Web) -> None:
    feed = web.feed("/new", ("/a", "Volta breaks ground"))
    _, _, moved = look(source(web.says("/old", status=301, location="/new")))
    _, _, slash = look(source(web.says("/new/", status=301, location="/new")))

    assert (moved.moved, slash.moved) == (feed, "")


def test_a_listing_leads_to_articles_of_its_own_site(web: Web) -> None:
    links = (
        '<a href="/a">Volta breaks ground in Debrecen</a><a href="/tag/x">All the news on this tag</a>'
        '<a href="https://other.example/b">Somebody else builds a plant</a><a href="/c">More</a>'
        '<a href="http://[x">Bad address of an article</a>'
    )
    url = web.says("/news", f"<html><body>{links}</body></html>")
    web.page("/a", "Volta breaks ground in Debrecen", PLANT)
    captures, _, _ = look(source(url, SourceKind.LISTING))

    assert [capture.url for capture in captures] == [web.root + "/a"]


def test_a_listing_that_lists_nothing_any_more_is_said_to_be_empty(web: Web) -> None:
    captures, issues, visit = look(
        source(web.says("/news", "<html><body>new design</body></html>"), SourceKind.LISTING)
    )

    assert (captures, visit.outcome, len(issues)) == ([], Outcome.EMPTY, 1)


def test_each_version_of_a_page_is_kept(web: Web) -> None:
    url = web.page("/plan", "The plan", PLANT)
    (first,), _, _ = look(source(url, SourceKind.PAGE))
    web.page("/plan", "The plan", PLANT + " It was raised to 20 GWh.")
    (second,), _, _ = look(source(url, SourceKind.PAGE))

    assert first.url == second.url
    assert first.id != second.id


def test_an_address_that_is_gone_is_not_asked_for_every_day(web: Web) -> None:
    links = f'<a href="{web.root}/gone">Volta breaks ground in Debrecen</a>'
    url = web.says("/news", links)
    _, _, first = look(source(url, SourceKind.LISTING))
    look(source(url, SourceKind.LISTING), last=first)

    assert web.asked["/gone"] == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff" * 500,
        b"<rss><channel><item>",
        b"<html>" + b"<div>" * 10_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": [1, {"url": 3}]}',
        b"{" * 100_000,
        b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>'
        b"<rss><channel><item><title>&y;</title></item></channel></rss>",
        b'<?xml version="1.0" encoding="utf-7"?><rss/>',
        b"<rss><channel><item><title>x</title><link>http://[x</link></item></channel></rss>",
        b"<urlset><url><loc>http://[x</loc></url></urlset>",
        b'<link rel="alternate" type="application/rss+xml" href="http://[x"><a href="http://[x">a b c d</a>',
    ],
    ids=["empty", "binary", "cut", "deep", "odd items", "nested", "entities", "charset", "link", "place", "page"],
)
@pytest.mark.parametrize("kind", list(SourceKind))
def test_a_spoilt_source_is_a_visit_and_no_crash(web: Web, kind: SourceKind, body: bytes) -> None:
    _, _, visit = look(source(web.says("/spoilt", body), kind))

    assert visit.outcome in set(Outcome)
    assert visit.source == "courier"


def test_a_source_that_asks_for_quiet_gets_it(web: Web) -> None:
    _, _, visit = look(source(web.says("/feed", status=429, retry_after="7200")))

    assert visit.outcome is Outcome.FAILED
    assert visit.retry_after is not None


def test_a_wrong_charset_is_no_loss(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Gigafabrik in Győr"), content_type="application/rss+xml; charset=latin-1")
    captures, _, _ = look(source(url))

    assert len(captures) == 1


def test_a_feed_that_never_ends_is_left(web: Web) -> None:
    web.replies["/feed"] = Reply(pieces=lambda: iter([b"<rss><channel>" + b"<item/>" * 4_000_000]))
    _, _, visit = look(source(web.root + "/feed"))

    assert visit.outcome is Outcome.FAILED


def test_a_packed_sitemap_is_unpacked_and_a_bomb_is_not(web: Web) -> None:
    xml = f"<urlset><url><loc>{web.root}/a</loc><lastmod>2022-12-10</lastmod></url></urlset>"
    web.page("/a", "Volta breaks ground", PLANT)
    captures, _, _ = look(source(web.says("/news.xml.gz", gzip.compress(xml.encode())), SourceKind.SITEMAP))
    _, _, visit = look(source(web.says("/bomb.xml.gz", BOMB), SourceKind.SITEMAP))

    assert [capture.url for capture in captures] == [web.root + "/a"]
    assert visit.outcome is Outcome.FAILED
    assert "unpacks to more" in visit.problem


@pytest.mark.parametrize(
    ("said", "encoding"), [("utf-8", "cp1252"), ("iso-8859-1", "utf-8"), ("klingon", "utf-8"), ("", "gb18030")]
)
def test_a_wrong_charset_loses_no_entry(web: Web, said: str, encoding: str) -> None:
    title = "宁德时代建厂" if encoding == "gb18030" else "Größer in Debrecen"
    item = ITEM.format(title=title, root=web.root, path="/a", day=DAY, words="x")
    body = FEED.format(root=web.root, items=item).encode(encoding)
    web.page("/a", "Volta builds in Debrecen", PLANT)
    captures, _, visit = look(source(web.says("/feed", body, content_type=f"application/rss+xml; charset={said}")))

    assert ([capture.url for capture in captures], visit.outcome) == ([web.root + "/a"], Outcome.OK)


def test_a_feed_without_an_end_is_a_failed_visit(web: Web) -> None:
    web.replies["/feed"] = Reply(pieces=endless())
    _, issues, visit = look(source(web.root + "/feed"))

    assert visit.outcome is Outcome.FAILED
    assert "larger than" in issues[0].problem


def test_an_article_that_breaks_off_is_taken_at_the_next_look(web: Web) -> None:
    url = web.feed("/feed", ("/a", "Volta breaks ground"), ("/b", "Volta hires 400"), etag='"7"')
    whole = web.replies["/a"]
    assert isinstance(whole, Reply)
    web.replies["/a"] = Reply(whole.body[:40], promised=len(whole.body))
    first, issues, visit = look(source(url))
    web.replies["/a"] = whole
    second, _, _ = look(source(url), known=lambda url: url.endswith("/b"), last=visit)

    assert [capture.url for capture in first] == [web.root + "/b"]
    assert [issue.thing for issue in issues] == [web.root + "/a"]
    assert [capture.url for capture in second] == [web.root + "/a"]


def test_what_leads_through_a_wrapper_is_its_entry_with_the_outlet_of_the_titles_tail(web: Web) -> None:
    item = ITEM.format(
        title="Volta builds - Cell Courier", root="https://news.google.com", path="/rss/articles/x", day=DAY, words="x"
    )
    (capture,), issues, _ = look(source(web.says("/feed", FEED.format(root=web.root, items=item))))
    (document,) = open_documents(capture)

    assert (document.title, document.outlet, document.found.url) == ("Volta builds", "Cell Courier", "wrapper")
    assert not issues
