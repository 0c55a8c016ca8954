"""Pages that hold no article: listings, error pages, login and consent walls, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from cellwire.documents.imprint import Imprint, Statement
from cellwire.documents.layout import Layout, announces, marks, word_count
from cellwire.model import NEVER_NEWS, BlockKind

_LOGIN = re.compile(
    r"\b(log[ _-]?in|sign[ _-]?in|signin|logon|anmeld\w+|einloggen|connexion|identification"
    r"|iniciar sesi[oó]n|acceder|entrar|accedi|inloggen|logg(a|e)? inn?|zaloguj\w*|logowanie|giri[sş]|auth"
    r"|(my)?account|members?)(?![a-z])|вход\b|войти|ログイン|로그인|登[录錄入]",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"/(page|category|categories|tag|tags|topics?|archives?|author|search|forums?|boards?)(/|$|\.)|/p(age)?\d+(/|$)"
    r"|[?&](page|paged|cat|category|tag|start|offset|search|q|s)=|/(blog|news|articles|stories|index\.\w+)/?$|/\d{4}/(\d\d?/)?$",
    re.IGNORECASE,
)
_LISTING_TITLE = re.compile(
    r"\b(page|seite|página|pagina|strona|страница|part) \d+\b( (of|von|de|di|z|из) \d+)?$"
    r"|^(archives?|category|categoría|tag|forum|search results)\b|\barchives?$|第\s?\d+\s?页",
    re.IGNORECASE,
)
# Addresses that hold no article, whatever they show: a forum's threads, a later page of a list; a shop's shelves.
_FORUM = re.compile(
    r"^https?://(www\.)?(forums?|boards?|bbs)\."
    r"|/(thread\d|discussions?/\d|(threads?|showthread|viewtopic|viewforum|forumdisplay)([/.?-]|$))"
    r"|/(page|seite|pagina|strona)/\d+/?$",
    re.IGNORECASE,
)
_PAGED = re.compile(r"/page[/-]?\d+(/|$)|[?&]page=\d+|/list_\d+_\d+", re.IGNORECASE)
_SHELF = re.compile(
    r"/(shop|store|products?|catalog(ue)?|collections?|cart|warenkorb|tienda|boutique)(/|\.|\?|$)"
    r"|[?&](limit|sort|order(by)?|dir|fh_location|cat)=",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$€£¥₽]\s?\d|\d(?:[\d.,]*\d)?\s?(?:€|zł|Kč|руб|₽|EUR\b|USD\b|RUB\b|kr\b|円|원)")
_PRICES = 3  # that make a page of a shop a shelf
_OF_ERROR = 120  # words below which a page may be an error's or a wall
_SHORT = 15  # words below which nothing is told, unless a page says that it is an article:
_LINE = 6  # words of a line under its headline, which is all that some show
NO_TEXT = "no main text found"
_FEW = 60  # words beside which a field for a password makes a page a login page
_LITTLE = 250  # words up to which a page with such a field, and words that say so, is one
_HEADS = 5  # linked headlines that make a site's first page a list
_HEADS_OF_LIST = 3  # the same of a page whose address or title says that it is one, or the pages of it
_HEADLINE = 3  # words
_PAGES = XPath(
    "count(descendant::a[text()][string-length(normalize-space(text())) <= 4][normalize-space(text()) != '']"
    "[translate(normalize-space(text()), '0123456789', '') = ''])"
)
_ARTICLES = ("article", "posting", "report", "pressrelease")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page shows before it is pruned of all that is no text."""

    password: bool  # it asks for one
    heads: int  # headlines that lead to other pages
    pages: int  # links that are a number: the pages of a list
    declared: bool  # it says of itself that it is an article, or when it was published


def signs_of(tree: HtmlElement, statement: Statement, imprint: Imprint) -> Signs:
    kinds = {tag.get("content", "").lower() for tag in tree.iter("meta") if tag.get("property") == "og:type"}
    declared = any(name in kind for kind in statement.kinds for name in _ARTICLES) or "article" in kinds
    dated = imprint.found.published in ("json-ld", "meta", "made", "url")
    return Signs(
        password=any(field.get("type") == "password" for field in tree.iter("input")),
        heads=len({address for head in tree.iter("h1", "h2", "h3", "h4") for address in _leads_to(head)}),
        pages=int(_PAGES(tree)),
        declared=declared or dated,
    )


def _leads_to(head: HtmlElement) -> Iterator[str]:
    """Where a headline of several words leads that is a link, holds one or is held by one."""
    if word_count(head.text_content()) >= _HEADLINE:
        around = head.getparent()
        links = [*head.iter("a"), *([around] if around is not None and around.tag == "a" else [])]
        yield from (link.get("href") or "" for link in links)


def no_article(layout: Layout, statement: Statement, imprint: Imprint, tree: HtmlElement, signs: Signs) -> str | None:
    """Why the page holds no article, in words; None where it does."""
    if layout.pieces and layout.pieces[0].kind is BlockKind.ADVERT:
        return None  # all of it is paid for: kept, and never read for news
    kept = [piece for piece in layout.pieces if piece.kind not in NEVER_NEWS and piece.kind is not BlockKind.TITLE]
    words = [layout.words(piece) for piece in kept]
    count = sum(word_count(each) for each in words)
    title = imprint.title or layout.title
    heads = [title.strip(), layout.title.strip(), *words[:1], *_headlines(tree)]
    if count < _OF_ERROR and (error := next((head for head in heads[:2] if marks().error.match(head)), None)):
        return f"an error page ({error[:60]!r})"
    if count < _OF_ERROR and any(marks().refusing.match(head) for head in heads):
        return "a login or consent page, no article"
    if signs.password and not signs.declared and _is_login(count, title, imprint.url or ""):
        return "a login or consent page, no article"
    if not signs.declared and _is_list(signs, title, imprint.url or ""):
        return "a listing of links, no article"
    if not signs.declared and _is_shelf(tree, imprint.url or ""):
        return "a page of a shop, no article"
    if count < _SHORT and _is_listing(tree):
        return "a listing of links, no article"
    if count < _SHORT and not (signs.declared and count >= _LINE and word_count(title) >= _HEADLINE):
        return NO_TEXT
    if signs.declared and _announces(title, words):
        return None  # a list of the news of a day or a week may be nothing but links
    linked = sum(word_count(each) for each, piece in zip(words, kept, strict=True) if piece.linked)
    if linked * 2 > count or (statement.is_list and linked * 4 > count):
        return "a listing of links, no article"
    return None


def _announces(title: str, words: Sequence[str]) -> bool:
    """Title or first lines say that several news are told."""
    return bool(marks().roundup_title.search(title)) or any(map(announces, words[:3]))


def _headlines(tree: HtmlElement) -> Iterator[str]:
    return (" ".join(head.text_content().split()) for head in tree.iter("h1"))


def _is_login(count: int, title: str, address: str) -> bool:
    says_so = _LOGIN.search(title) or _LOGIN.search(urlsplit(address).path)
    return count < _FEW or (count < _LITTLE and bool(says_so))


def _is_list(signs: Signs, title: str, address: str) -> bool:
    """Its address or title says that it is one, or it is a site's first page, and headlines of it lead elsewhere."""
    parts = urlsplit(address)
    front = bool(parts.hostname) and parts.path in ("", "/") and not parts.query
    says_so = _LISTING.search(parts.path + ("?" + parts.query if parts.query else "")) or _LISTING_TITLE.search(title)
    if _FORUM.search(address) or (_PAGED.search(address) and signs.heads + signs.pages > 0):
        return True
    if says_so:
        return signs.heads >= _HEADS_OF_LIST or signs.pages >= _HEADS_OF_LIST
    return front and signs.heads >= _HEADS


def _is_shelf(tree: HtmlElement, address: str) -> bool:
    """A shop's address or a site's first page that shows prices."""
    parts = urlsplit(address)
    front = bool(parts.hostname) and parts.path in ("", "/") and not parts.query
    if not (front or _SHELF.search(address)):
        return False
    prices = _PRICE.finditer(tree.text_content())
    return sum(1 for _ in zip(prices, range(_PRICES), strict=False)) >= _PRICES


def _is_listing(tree: HtmlElement) -> bool:
    """Most of the page's words are those of many links."""
    links = [len(link.text_content().split()) for link in tree.iter("a")]
    whole = sum(len(words.split()) for words in tree.itertext())
    return len([count for count in links if count >= 4]) >= 5 and sum(links) * 2 > whole
