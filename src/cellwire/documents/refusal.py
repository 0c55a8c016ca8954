"""Pages that hold no article: listings, error pages, login and consent walls, and how they are told."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from cellwire.documents.imprint import Imprint
from cellwire.documents.jsonld import Statement
from cellwire.documents.layout import SKIPPED, Layout, word_count
from cellwire.model import BlockKind

_ERROR = re.compile(
    r"(error\s*)?(40[0134]|410|50[0-4])\b|(page|file|article|content|site) (not found|unavailable|does not exist"
    r"|can.?t be found|has moved)|not found|access denied|forbidden|just a moment|attention required"
    r"|are you (a )?(human|robot)|service unavailable|bad gateway|oops",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(log|sign) in( to| with)?\b|login\b|create (an |your )?account|verify (that )?you are|enable (javascript|cookies)"
    r"|checking your browser|captcha|before you continue|we value your privacy|your privacy choices"
    r"|cookie (settings|preferences|policy)|consent",
    re.IGNORECASE,
)
_SHORT = 15  # words below which nothing is told


def no_article(layout: Layout, statement: Statement, imprint: Imprint, tree: HtmlElement) -> str | None:
    """Why the page holds no article, in words; None where it does."""
    if layout.pieces and layout.pieces[0].kind is BlockKind.ADVERT:
        return None  # all of it is paid for: kept, and never read for news
    kept = [piece for piece in layout.pieces if piece.kind not in SKIPPED and piece.kind is not BlockKind.TITLE]
    words = [layout.words(piece) for piece in kept]
    count = sum(word_count(each) for each in words)
    title = imprint.title or layout.title
    if count < 120 and _ERROR.match(title.strip()):
        return f"an error page ({title.strip()[:60]!r})"
    if count < 120 and (_WALL.match(title.strip()) or (words and _WALL.match(words[0]))):
        return "a login or consent page, no article"
    if count < _SHORT:
        return "a listing of links, no article" if _is_listing(tree) else "no main text found"
    linked = sum(word_count(each) for each, piece in zip(words, kept, strict=True) if piece.linked)
    if linked * 2 > count or (statement.is_list and linked * 4 > count):
        return "a listing of links, no article"
    return None


def _is_listing(tree: HtmlElement) -> bool:
    """Most of the page's words are those of many links."""
    links = [len(link.text_content().split()) for link in tree.iter("a")]
    whole = sum(len(words.split()) for words in tree.itertext())
    return len([count for count in links if count >= 4]) >= 5 and sum(links) * 2 > whole
