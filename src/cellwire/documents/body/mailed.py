"""A newsletter's mail that is kept as a web page: its own links say so, and all of it is the newsletter's text."""

from __future__ import annotations

from lxml.etree import XPath
from lxml.html import HtmlElement

from cellwire.documents.blocks import element_drafts
from cellwire.documents.layout import Draft, bare, marks, squeezed

# One of these stands in every such link.
_STEMS = (
    "browser",
    "unsubscribe",
    "mirror page",
    "abbestellen",
    "navigateur",
    "désabonner",
    "退订",
    "ブラウザ",
    "수신거부",
    "수신 거부",
)
_LINKED = XPath("descendant::a//text()", smart_strings=False)


def is_mailed(tree: HtmlElement) -> bool:
    """A link of it is one that only a mail has: to leave the list, or to see the mail in a browser. A site's page, with
    menus or articles in elements of those names, may have such a link anywhere."""
    said = "".join(_LINKED(tree)).lower()
    if not any(stem in said for stem in _STEMS) or next(tree.iter("nav", "article"), None) is not None:
        return False
    return any(marks().mail_link.fullmatch(bare(link.text_content())) for link in tree.iter("a"))


def mailed_drafts(tree: HtmlElement, title: str) -> list[Draft]:
    """All blocks of the page without its title."""
    body = next(tree.iter("body"), tree)
    return [draft for draft in element_drafts(body) if squeezed(draft.text) != squeezed(title)]
