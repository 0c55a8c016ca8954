"""What feeds and pages of links point at."""

import json

import pytest

from cellwire.model import SourceKind
from cellwire.sources import Answer
from cellwire.sources.pointing.links import LONGEST, links_of
from sources.web import DAY, FEED, ITEM

ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{items}</feed>"
BASE = "https://a.example/news/"


def feed_links(body: str) -> list:
    return links_of(SourceKind.FEED, Answer("https://a.example/feed", 200, (), body.encode()))


def listed(*links: str, base: str = BASE) -> dict[str, str]:
    answer = Answer(base, 200, (), f"<html><body>{''.join(links)}</body></html>".encode())
    return {link.url.removeprefix("https://a.example"): link.title for link in links_of(SourceKind.LISTING, answer)}


def test_a_wrapped_address_is_marked_and_its_outlet_is_in_the_title() -> None:

    item = ITEM.format(
        title="Volta builds - Cell Courier", root="https://news.google.com", path="/rss/articles/x", day=DAY, words="x"
    )
    answer = Answer(
        "https://news.google.com/rss", 200, (), FEED.format(root="https://news.google.com", items=item).encode()
    )
    (link,) = links_of(SourceKind.FEED, answer)

    assert (link.wrapped, link.outlet) == (True, "Cell Courier")


@pytest.mark.parametrize("name", ["item", "entry"])
def test_of_a_long_feed_the_first_entries_are_read(name: str) -> None:

    outer = (
        ("<rss version='2.0'><channel><title>x</title>", "</channel></rss>")
        if name == "item"
        else ("<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>", "</feed>")
    )
    for count in (LONGEST, LONGEST + 1, 3 * LONGEST):
        entries = "".join(
            f"<{name}><title>Plant {n}</title><link href='https://a.example/{n}'>https://a.example/{n}</link></{name}>"
            for n in range(count)
        )
        links = links_of(SourceKind.FEED, Answer("https://a.example/feed", 200, (), entries.join(outer).encode()))

        assert [link.title for link in links] == [f"Plant {n}" for n in range(LONGEST)]


@pytest.mark.parametrize(
    "headline",
    [
        "Volta breaks ground in Debrecen",
        "宁德时代匈牙利电池工厂动工建设",
        "パナソニック、電池工場の量産を開始",
        "삼성SDI 헝가리 공장 증설",
    ],
)
def test_a_headline_is_one_in_any_script(headline: str) -> None:
    menu = "".join(
        f"<a href='/{n}'>{words}</a>" for n, words in enumerate(["关于我们", "新闻中心", "企業情報", "회사 소개"])
    )

    assert listed(f"<a href='/a'>{headline}</a>", menu) == {"/a": headline}


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/a'><img alt='Volta builds plant two'></a>",
        "<a href='/a' title='Volta builds plant two'>Read more</a>",
        "<a href='/a' aria-label='Volta builds plant two'>More</a>",
        "<a href='/a'><h3>Volta builds plant two</h3><p>In short, it builds.</p></a>",
        "<div><h3>Volta builds plant two</h3><p>In short.</p><a href='/a'>Read more</a></div>",
        "<li><a href='/a'><img></a><h3>Volta builds plant two</h3><p><a href='/a#more'>More</a></p></li>",
    ],
    ids=["picture", "title", "label", "heading inside", "card", "card with two links"],
)
def test_a_link_takes_its_headline_from_what_it_stands_with(link: str) -> None:
    assert listed(link) == {"/a": "Volta builds plant two"}


def test_a_heading_above_several_links_is_the_headline_of_none() -> None:
    assert listed("<div><h3>All that is new here</h3><a href='/a'>More</a><a href='/b'>Next</a></div>") == {}


def test_what_stands_below_a_newsrooms_own_path_is_news() -> None:
    links = "".join(f"<a href='{path}'>Volta builds plant two</a>" for path in ("/about/news/a", "/jobs/b"))

    assert listed(links, base="https://a.example/about/news/") == {"/about/news/a": "Volta builds plant two"}
    assert listed(links, base="https://a.example/") == {}


def test_an_entry_by_itself_keeps_what_the_feed_says_of_it() -> None:
    item = ITEM.format(title="Volta", root="https://a.example", path="/a", day=DAY, words="&lt;p&gt;One.&lt;/p&gt;Two")
    (link,) = feed_links(
        FEED.format(root="", items=item.replace("<title>", "<author>ann@a.example (Ann)</author><title>"))
    )
    (entry,) = json.loads(link.entry)["items"]

    assert entry["summary"] == "One.\n\nTwo"
    assert entry["authors"] == [{"name": "ann@a.example (Ann)"}]


def test_an_entry_without_an_address_stands_for_itself() -> None:
    said = "<item><title>Volta</title><guid isPermaLink='false'>g 1</guid><description>It builds.</description></item>"
    (link,) = feed_links(FEED.format(root="", items=said + "<item><title>Nothing</title></item>"))

    assert (link.url, link.lone, link.whole) == ("https://a.example/feed#g%201", True, True)
    assert "url" not in json.loads(link.entry)["items"][0]


def test_an_attached_release_is_where_an_entry_leads_that_leads_nowhere_else() -> None:
    said = "<item><title>V</title><enclosure url='https://a.example/r.pdf' type='application/pdf' length='1'/></item>"

    assert [link.url for link in feed_links(FEED.format(root="", items=said))] == ["https://a.example/r.pdf"]


def test_a_text_in_chinese_is_as_whole_as_one_in_english() -> None:
    text = "宁德时代宣布在匈牙利德布勒森建设电池工厂，规划年产能一百吉瓦时。" * 25
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a", "content_text": text}]}

    assert feed_links(json.dumps(feed))[0].whole


def test_no_character_of_a_feed_makes_it_unreadable() -> None:
    item = {"url": "/a\ud800\u0000", "title": "x\ud800", "content_html": "\ud800", "authors": [{"name": 3}, 4]}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "\ud800", "items": [item]}

    assert [link.url for link in feed_links(json.dumps(feed))] == ["https://a.example/a"]
