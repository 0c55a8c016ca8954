"""What a page's JSON-LD says of the article: the node that is the article, however deep it lies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

_ARTICLES = ("article", "posting", "report", "pressrelease", "webpage")
_LISTS = ("collectionpage", "itemlist", "searchresultspage")
_DECODER = json.JSONDecoder(strict=False)
_TRAILING = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Statement:
    """The few properties that are asked of an article's node."""

    kinds: tuple[str, ...] = ()
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    free: bool = True

    @property
    def is_list(self) -> bool:
        return any(kind in _LISTS for kind in self.kinds)


def read_statement(tree: HtmlElement) -> Statement:
    """The most article-like node of all JSON-LD of the page; an empty statement where there is none."""
    nodes = [node for script in tree.iter("script") for node in _nodes(script)]
    ranked = sorted(nodes, key=_rank)
    if not ranked or _rank(ranked[0]) > len(_ARTICLES):
        return Statement(kinds=tuple(kind for node in nodes for kind in _kinds(node)))
    node = ranked[0]
    return Statement(
        kinds=_kinds(node),
        headline=_words(node.get("headline") or node.get("name")),
        published=_words(node.get("datePublished")),
        modified=_words(node.get("dateModified")),
        publisher=_name(node.get("publisher")),
        author=_name(node.get("author")),
        url=_words(node.get("mainEntityOfPage")) or _words(node.get("url")),
        free=str(node.get("isAccessibleForFree", True)).lower() not in ("false", "http://schema.org/false"),
    )


def _nodes(script: HtmlElement) -> Iterator[dict[str, object]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    written = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
    try:  # what follows the first value is left: a bracket too many is a frequent slip
        value, _ = _DECODER.raw_decode(_TRAILING.sub(r"\1", written).lstrip())
        yield from _walk(value)
    except (ValueError, RecursionError):
        return  # a page's broken JSON-LD says nothing; its other marks still do


def _walk(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for each in value[:200]:
            yield from _walk(each, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _walk(value.get(key), depth + 1)


def _kinds(node: dict[str, object]) -> tuple[str, ...]:
    kinds = node.get("@type")
    return tuple(str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _rank(node: dict[str, object]) -> int:
    """Articles first, a bare web page last; a node that dates nothing ranks behind those that do."""
    names = " ".join(_kinds(node))
    found = next((rank for rank, name in enumerate(_ARTICLES) if name in names), 2 * len(_ARTICLES))
    return found if node.get("datePublished") or found == 0 else found + 1


def _words(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if isinstance(value, list):
        return _words(value[0]) if value else None
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [name for each in value[:10] if (name := _name(each))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)
