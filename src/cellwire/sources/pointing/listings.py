"""Pages of links: which of them lead to articles, and which feeds a page announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from cellwire.errors import FetchFailed
from cellwire.sources.asking import Answer, joined
from cellwire.sources.pointing.link import Link, one_line, words_in

_HEADLINE = 4  # words that the headline of an article has at least
_CARD = 4  # elements around a "read more" within which its headline stands
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_ARTICLE = re.compile(
    r"tag|tags|category|author|search|page|login|register|contact|about|privacy|terms|imprint|impressum|cookie\w*|"
    r"subscribe|newsletter|jobs|events?",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(r"\.(?:jpe?g|png|gif|svg|zip|mp[34]|docx?|xlsx?|css|js)$", re.IGNORECASE)


def listing_links(answer: Answer) -> Iterator[Link]:
    """Links of the same site whose words are a headline, or that stand below one ("Read more")."""
    own = set(_steps(answer.url))
    for node, url in _anchors(answer):
        if url == answer.url or _site(url) != _site(answer.url) or _NO_TEXT.search(urlsplit(url).path):
            continue
        if any(_NO_ARTICLE.fullmatch(step) for step in _steps(url) if step not in own):
            continue
        if words_in(headline := _headline(node, url, answer.url)) >= _HEADLINE:
            yield Link(url, headline)


def _steps(url: str) -> list[str]:
    """The parts of a path: a newsroom at /about/news/ has its articles below /about/."""
    return urlsplit(url).path.lower().strip("/").split("/")


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _headline(node: Any, url: str, base: str) -> str:
    """A link's own words, its title or its picture's; else the one heading of the card that leads nowhere else."""
    inside = [" ".join(each.itertext()) for each in node.iter(*_HEADINGS)]
    pictures = [image.get("alt") for image in node.iter("img")]
    for words in (*inside, " ".join(node.itertext()), node.get("title"), node.get("aria-label"), *pictures):
        if words_in(said := _spaced(words)) >= _HEADLINE:
            return said
    for card in islice(node.iterancestors(), _CARD):
        if headings := list(card.iter(*_HEADINGS)):
            leads = {joined(base, each.get("href") or "").split("#")[0] for each in card.iter("a")}
            return _spaced(headings[0].text_content()) if len(headings) == 1 and leads == {url} else ""
    return ""


def _spaced(words: str | None) -> str:
    return " ".join((words or "").split())


def page_links(answer: Answer) -> Iterator[tuple[str, str]]:
    """Every link of a page with its words; nothing is followed."""
    for node, url in _anchors(answer):
        yield url, _spaced(node.text_content())


def _anchors(answer: Answer) -> Iterator[tuple[Any, str]]:
    for node in _tree(answer).iter("a"):
        href = (node.get("href") or "").strip()
        url = joined(answer.url, href).split("#")[0]
        if href and urlsplit(url).scheme in ("http", "https"):
            yield node, url


def announced_feeds(answer: Answer) -> Iterator[tuple[str, str]]:
    """The feeds a page names in its head, with their titles."""
    for node in _tree(answer).iter("link"):
        kind, rel = (node.get("type") or "").lower(), (node.get("rel") or "").lower()
        if "alternate" in rel and node.get("href") and re.search(r"rss|atom|feed\+json|rdf", kind):
            yield joined(answer.url, node.get("href")), one_line(node.get("title"))


def page_title(answer: Answer) -> str:
    return next((_spaced(node.text_content()) for node in _tree(answer).iter("title")), "")


def _tree(answer: Answer) -> Any:
    content, encoding = _readable(answer)
    parser = html.HTMLParser(encoding=encoding, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(content or b"<html/>", parser=parser, base_url=answer.url)
    except etree.ParserError as problem:
        raise FetchFailed(answer.url, "holds no page") from problem
    return tree


def _readable(answer: Answer) -> tuple[bytes, str | None]:
    """In UTF-8 where the page can be read as the server says or as UTF-8; otherwise the page itself says what it is."""
    told = re.search(r"charset=[\"']?([\w.:-]+)", answer.header("content-type") or "", re.IGNORECASE)
    for name in (*([told[1]] if told else []), "utf-8"):
        try:
            return answer.content.decode(name).encode("utf-8", "replace"), "utf-8"
        except (LookupError, UnicodeError):
            continue
    return answer.content, None
