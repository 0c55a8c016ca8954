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
    ],
)
def test_what_may_be_another_article_keeps_its_own_address(address):
    assert article_key(address) != article_key(PLAIN)


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
