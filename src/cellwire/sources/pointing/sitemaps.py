"""Sitemaps of pages or of news, and indexes of sitemaps; packed or not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from cellwire.errors import FetchFailed
from cellwire.sources.asking import Answer, joined
from cellwire.sources.pointing.link import Link, day_of, moment_of, one_line

_PACKED = b"\x1f\x8b"
_SITEMAP_BYTES = 52_428_800  # the most that the sitemap protocol allows, unpacked


def sitemap_links(answer: Answer) -> Iterator[Link]:
    """Pages, the newest first; of an index of sitemaps the sitemaps, marked as such."""
    content = _unpacked(answer)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content or b" ", parser)
    except etree.XMLSyntaxError as problem:
        raise FetchFailed(answer.url, "is no XML") from problem
    if root is None:
        raise FetchFailed(answer.url, "is no XML")
    told = [_sitemap_entry(node, answer.url) for node in root.iter("{*}url", "{*}sitemap")]
    yield from sorted(told, key=lambda link: link.published or date.min, reverse=True)


def _unpacked(answer: Answer) -> bytes:
    """A sitemap may be a gzip file of its own; one that unpacks to more than a sitemap may hold is refused."""
    if not answer.content.startswith(_PACKED):
        return answer.content
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = inflate.decompress(answer.content, _SITEMAP_BYTES)
    except zlib.error as problem:
        raise FetchFailed(answer.url, "is packed wrongly") from problem
    if inflate.unconsumed_tail:
        raise FetchFailed(answer.url, f"unpacks to more than {_SITEMAP_BYTES / 1e6:.0f} MB")
    return content


def _sitemap_entry(node: Any, base: str) -> Link:
    said = {etree.QName(each).localname: (each.text or "").strip() for each in node.iter() if isinstance(each.tag, str)}
    day = day_of(said.get("publication_date", "")) or day_of(said.get("lastmod", ""))
    sitemap = etree.QName(node).localname == "sitemap"
    address, title = joined(base, said.get("loc", "")), one_line(said.get("title"))
    changed = moment_of(said.get("lastmod", ""))
    return Link(address, title, day, said.get("name") or None, sitemap=sitemap, updated=changed)
