"""HTML to a tree as trafilatura makes it, with elements of one class: lxml.html asks Python for the class of each.

That question is a tenth of the time that a page takes, and only forms and their fields have other classes.
"""

from __future__ import annotations

import re
from functools import cache

from lxml.etree import ElementDefaultClassLookup, LxmlError, strip_elements
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, fromstring

_BEGINNING = 50  # bytes in which a page says that it is one
_DATA = "application/ld+json"
_HEAD = 4096  # bytes in which slips are mended that make libxml2 end a page at its beginning


@cache
def _parser() -> HTMLParser:
    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(
        ElementDefaultClassLookup(
            element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
        )
    )
    return parser


# What XML forbids, in UTF-8: lxml keeps no such character in what it is told to write.
_CONTROLS = bytes(set(range(32)) - {9, 10, 13})
_FORBIDDEN = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_DOCTYPE = re.compile(rb"^\s*< ?! ?doctype[^>]*/[^<>]*>", re.IGNORECASE)
_CLOSED = re.compile(rb"(<html[^<>]*?)\s*/>", re.IGNORECASE)


def load_tree(markup: str) -> HtmlElement | None:
    """The page's tree; None where the text is no HTML."""
    content = markup.encode("utf-8", "ignore").translate(None, _CONTROLS)
    for forbidden in _FORBIDDEN:
        content = content.replace(forbidden, b"")
    head, rest = content[:_HEAD], content[_HEAD:]
    repaired = _CLOSED.sub(rb"\1>", _DOCTYPE.sub(b"", head, count=1), count=1) + rest
    try:
        tree = fromstring(repaired, parser=_parser())
    except (LxmlError, ValueError):
        return None
    return None if b"html" not in head[:_BEGINNING].lower() and len(tree) < 2 else tree


def drop_unseen(tree: HtmlElement) -> None:
    """Takes scripts, styles and drawings out, which are most of a page's characters; what data scripts hold stays."""
    for script in tree.iter("script"):
        if script.get("type") != _DATA:
            script.tag = "style"
    strip_elements(tree, "style", "svg", with_tail=False)
