"""One article has many addresses; two articles never share one."""

from datetime import UTC, date, datetime

import pytest

from cellwire.model import Document, Form, Span, article_key, newer_versions

PLAIN = "https://news.example/2022/plant-opens"


@pytest.mark.parametrize(
    "address",
    [
        "http://news.example/2022/plant-opens/",
        "https://www.news.example/2022/plant-opens?utm_source=rss&utm_medium=feed",
        "https://m.news.example/2022/plant-opens#comments",
        "https://amp.news.example/2022/plant-opens",
        "https://news.example/amp/2022/plant-opens",
        "https://news.example/2022/plant-opens/amp/",
        "https://news.example/2022/plant-opens?amp=1&fbclid=x",
        "https://NEWS.example/2022/plant-opens?mc_cid=1&gclid=2",
        "https://news-example.cdn.ampproject.org/c/s/news.example/2022/plant-opens/amp",
        "https://www.google.com/amp/s/news.example/2022/plant-opens",
        "https://web.archive.org/web/20221209101010/https://news.example/2022/plant-opens",
        "https://www.google.com/url?rct=j&sa=t&url=https://news.example/2022/plant-opens&ct=ga&cd=CAI",
        "https://www.google.com/url?q=https%3A%2F%2Fnews.example%2F2022%2Fplant-opens",
    ],
)
def test_the_dress_of_an_address_is_not_the_article(address):
    assert article_key(address) == article_key(PLAIN)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/2022/plant-closes",
        "https://news.example/2022/plant-opens?page=2",
        "https://news.example/2022/plant-opens?id=7",
        "https://other.example/2022/plant-opens",
        "https://blog.news.example/2022/plant-opens",
        "https://news.example/",
        "https://volt.example/url?url=https://news.example/2022/plant-opens",
    ],
)
def test_what_may_be_another_article_keeps_its_own_address(address):
    assert article_key(address) != article_key(PLAIN)


# Addresses under which real outlets, newsletters, feeds and caches serve an article, and its own.
REAL = [
    ("https://marketwirenews.com/amp/news-releases/lithium-7493806660044931.html", "https://marketwirenews.com/news-releases/lithium-7493806660044931.html"),
    ("https://www.cgt-renault.com/amp/kiosque/c/2/i/72842368/usines", "https://www.cgt-renault.com/kiosque/c/2/i/72842368/usines"),
    ("https://www.bbc.co.uk/news/amp/business-57666008", "https://www.bbc.co.uk/news/business-57666008"),
    ("https://www.google.com/amp/s/www.bbc.co.uk/news/amp/business-57666008", "https://www.bbc.co.uk/news/business-57666008"),
    ("https://amp.theguardian.com/business/2021/jul/01/nissan", "https://www.theguardian.com/business/2021/jul/01/nissan"),
    ("https://m.babacucu.com/news/20181102-43100.html", "http://www.babacucu.com/news/20181102-43100.html"),
    ("https://seekingalpha.com/article/4391441-lithium?source=feed_all_articles", "https://seekingalpha.com/article/4391441-lithium"),
    ("https://www.recordonline.com/news/20200316/rockland?rssfeed=true", "https://www.recordonline.com/news/20200316/rockland"),
    ("https://www.wiwo.de/unternehmen/auto/daimler/22881406.html?inOverwrites=%7B%7D", "https://www.wiwo.de/unternehmen/auto/daimler/22881406.html"),
    ("https://a.substack.com/p/year-1?utm_source=post-email-title&isFreemail=true&triedRedirect=true", "http://a.substack.com/p/year-1"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "own"), REAL)
def test_real_addresses_lead_to_their_article(address, own):
    assert article_key(address) == article_key(own)


def test_a_syndicated_copy_under_a_host_of_its_own_is_known_by_the_address_it_names():
    own = "https://www.thenationalnews.com/business/2023/03/05/carmakers"
    copies = (
        "https://thenational-the-national-prod.cdn.arcpublishing.com/business/2023/03/05/carmakers",
        "http://business.einnews.com/article_detail/400860293?lcode=x",
    )
    original = document("a", own, day=9)

    for copy in copies:
        assert article_key(copy) != article_key(own)
        assert newer_versions([original, document("b", copy, day=9, canonical=own)]) == {"b": "a"}


def test_the_order_of_parameters_says_nothing():
    assert article_key("https://a.example/x?id=7&p=2") == article_key("https://a.example/x?p=2&id=7")


@pytest.mark.parametrize("address", ["", "http://[broken", "m.example", "https://amp.dev", "mailto:a@b.example", "/x"])
def test_any_words_have_a_key(address):
    assert isinstance(article_key(address), str)
    assert article_key(article_key(address)) == article_key(address)


def document(id: str, url: str, *, day: int, title: str = "A plant opens", canonical: str | None = None) -> Document:
    return Document(
        id=id, capture=f"cap_{id}", form=Form.ARTICLE, text=title, extent=Span(0, len(title)), blocks=(), title=title,
        url=url, published=date(2022, 12, day), captured=datetime(2022, 12, day, tzinfo=UTC), canonical=canonical,
    )  # fmt: skip


def test_an_article_is_recognised_under_another_dress():
    first, amp = document("a", PLAIN, day=9), document("b", f"{PLAIN}/amp?utm_source=x", day=10)

    assert newer_versions([first, amp]) == {"a": "b"}


def test_a_copy_that_names_the_original_does_not_take_its_place():
    original = document("a", PLAIN, day=9)
    copy = document("b", "https://wire.example/77", day=9, canonical=PLAIN)

    assert newer_versions([original, copy]) == {"b": "a"}


def test_two_articles_of_one_day_stay_two():
    assert newer_versions([document("a", f"{PLAIN}?id=1", day=9), document("b", f"{PLAIN}?id=2", day=9)]) == {}
