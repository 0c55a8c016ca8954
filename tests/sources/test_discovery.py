"""From an address somebody types to what can be followed there."""

import pytest

from cellwire.errors import FetchFailed
from cellwire.model import SourceKind
from cellwire.sources import discover
from sources.web import PLANT, Web, quick

NEWS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{root}/a</loc><news:news>'
    "<news:publication><news:name>Courier</news:name></news:publication>"
    "<news:title>Volta breaks ground</news:title></news:news></url></urlset>"
)


def test_a_front_page_names_its_feeds(web: Web) -> None:
    feed = web.feed("/rss", ("/a", "Volta breaks ground"))
    head = '<head><link rel="alternate" type="application/rss+xml" title="Courier news" href="/rss"></head>'
    front = web.says("/", f"<html>{head}<body><a href='/x'>Volta breaks ground in Debrecen</a></body></html>")
    best, *rest = discover(front, quick())

    assert (best.source.kind, best.source.url, best.source.name) == (SourceKind.FEED, feed, "Courier news")
    assert [link.title for link in best.links] == ["Volta breaks ground"]
    assert [each.source.kind for each in rest] == [SourceKind.PAGE]


def test_a_feed_is_found_where_the_address_is_its_own(web: Web) -> None:
    (found,) = discover(web.feed("/rss", ("/a", "Volta breaks ground")), quick())

    assert (found.source.kind, found.source.name) == (SourceKind.FEED, "Cell Courier")


def test_an_address_without_an_answer_is_refused(web: Web) -> None:
    with pytest.raises(FetchFailed, match="not there"):
        discover(web.root + "/nothing", quick())


def test_a_feed_that_a_front_page_does_not_name_is_looked_for_where_feeds_lie(web: Web) -> None:
    web.says("/", "<html><head><title>Courier</title></head><body>Welcome</body></html>")
    web.feed("/rss.xml", ("/a", "Volta breaks ground"))

    assert discover(web.root + "/", quick())[0].source.url == web.root + "/rss.xml"
    assert web.asked["/feed/"] == 1
    discover(web.page("/plan", "The plan", PLANT), quick())
    assert web.asked["/feed/"] == 1  # a page within a site is meant itself


def test_a_sitemap_of_news_is_found_by_robots_txt(web: Web) -> None:
    web.says("/", "<html><head><title>Courier</title></head><body>Welcome</body></html>")
    web.says("/news.xml", NEWS.format(root=web.root))
    web.says("/all.xml", f"<urlset><url><loc>{web.root}/b</loc></url></urlset>")
    web.says("/robots.txt", f"Sitemap: {web.root}/all.xml\nSitemap: {web.root}/news.xml\nSitemap: http://[x\n")
    found = discover(web.root + "/", quick())

    assert [(each.source.kind, each.source.url.removeprefix(web.root)) for each in found] == [
        (SourceKind.SITEMAP, "/news.xml"),
        (SourceKind.PAGE, "/"),
        (SourceKind.SITEMAP, "/all.xml"),
    ]
    assert {each.source.name for each in found} == {"Courier"}


def test_the_feed_of_comments_comes_last(web: Web) -> None:
    web.feed("/comments/feed/", ("/a", "By Ann on Volta"))
    web.feed("/feed/", ("/a", "Volta breaks ground"))
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{path}">' for path in ("/comments/feed/", "/feed/")
    )
    first, second, _ = discover(web.says("/", f"<html><head>{links}</head></html>"), quick())

    assert [each.source.url.removeprefix(web.root) for each in (first, second)] == ["/feed/", "/comments/feed/"]


def test_a_file_is_followed_by_its_name(web: Web) -> None:
    (found,) = discover(web.says("/files/Plan%202023.pdf", b"%PDF-1.4", content_type="application/pdf"), quick())

    assert (found.source.kind, found.source.name) == (SourceKind.PAGE, "Plan 2023.pdf")


def test_a_name_in_another_encoding_is_read(web: Web) -> None:
    page = "<html><head><title>储能新闻</title></head></html>".encode("gb18030")
    (found,) = discover(web.says("/news", page, content_type="text/html; charset=gb18030"), quick())

    assert found.source.name == "储能新闻"
