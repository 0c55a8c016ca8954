"""One outlet under one name: "Bloomberg", "bloomberg.com" and "The Bloomberg" of one site are one source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cellwire.lexicon import regex
from cellwire.model import Document
from cellwire.publish.brief.edition import outlet_behind, outlet_of
from cellwire.publish.taming import host_of

_ADDRESS = regex(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def under_one_name(documents: Iterable[Document]) -> list[Document]:
    """The same documents; an outlet that is only an address has the one name that others of its site give.

    A name that only adds a column's words or an article to another of its site gives way to that, and one of somebody
    who only passes on what a site has to the site's address.
    """
    known = _by_their_sites([_of_its_author(each) for each in documents])
    names: dict[str, set[str]] = {}
    for document in known:
        if not _is_address(outlet := outlet_of(document)):
            names.setdefault(_bare(host_of(document.url)), set()).add(outlet)
    shortest = {host: {name: _house(name, own if host else {name}) for name in own} for host, own in names.items()}
    outlets = [_named(document, shortest) for document in known]
    spelt = _spelt(outlets)
    return [_called(document, spelt.get(_key(outlet), outlet)) for document, outlet in zip(known, outlets, strict=True)]


def _spelt(outlets: Iterable[str]) -> dict[str, str]:
    """One spelling for all of a name: the most used, and of those the one with capitals and spaces."""
    used = Counter(outlet for outlet in outlets if not _is_address(outlet))
    spelt: dict[str, str] = {}
    for outlet in sorted(used, key=lambda each: (-used[each], each)):
        spelt.setdefault(_key(outlet), outlet)
    return spelt


_SAYING = frozenset({"news", "post", "press", "media", "times", "today", "tech", "energy", "world", "live", "report"})
_PUBLIC = frozenset({"co", "com", "org", "net", "gov", "ac"})  # "bbc.co.uk" is the BBC's


def _key(outlet: str) -> str:
    """The letters of a name: "Volt Post" is in "voltpost.example", "feeds.voltpost.example" and "volt.post"."""
    if not _is_address(outlet):
        return _letters(outlet)
    *labels, last = outlet.lower().split(".")
    if last in _SAYING:
        return _letters(labels[-1] + last).removeprefix("the")
    while len(labels) > 1 and labels[-1] in _PUBLIC:
        labels.pop()
    return _letters(labels[-1]).removeprefix("the")


_SEARCH = regex(r"(?:www\.|news\.)?google\.[a-z.]+", re.IGNORECASE)
_FEEDS_NAME = regex(r"(?=[^\s_]*_)(?!_)[\w.-]+(?<!_)|.*(?:\.\.\.|…)")


def _of_its_author(document: Document) -> Document:
    """What a search found, or a folder passes on, is of the outlet that its title ends with, or the words below it.

    A feed's own name ("cellpost_business"), and one that is cut off, gives way to the site's.
    """
    outlet, host = outlet_of(document), host_of(document.url)
    if "/" in outlet or _SEARCH.fullmatch(outlet):
        extent = document.extent
        said = document.text[extent.start : extent.end].removeprefix(document.title).strip().partition("\n")[0]
        return _called(document, outlet_behind(document.title, said) or outlet)
    return _of_site(document) if host and _FEEDS_NAME.fullmatch(outlet) else document


def _by_their_sites(documents: list[Document]) -> list[Document]:
    """A folder's name ("somebody/news"), and one of two names that an article goes by, are none if not the site's."""
    names: dict[str, set[str]] = {}
    for document in documents:
        names.setdefault(document.url or "", set()).add(outlet_of(document).casefold())
    houses = {url: {_house(name, known) for name in known} for url, known in names.items() if url}
    return [_of_site(each) if _passes_on(each, len(houses.get(each.url or "", ()))) else each for each in documents]


def _passes_on(document: Document, names: int) -> bool:
    outlet, host = outlet_of(document), host_of(document.url)
    if not host or not ("/" in outlet or names > 1):
        return False
    name, site = _letters(outlet), _letters(_bare(host))
    return name not in site and _letters(_bare(host).split(".")[0]) not in name


def _of_site(document: Document) -> Document:
    return _called(document, _bare(host_of(document.url)))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold().removeprefix("the "))


def _named(document: Document, names: dict[str, dict[str, str]]) -> str:
    outlet = outlet_of(document)
    if not _is_address(outlet):
        return names[_bare(host_of(document.url))][outlet]
    ours = set(names.get(_bare(outlet), {}).values())
    return next(iter(ours)) if len(ours) == 1 else _bare(outlet)


def _house(name: str, names: Iterable[str]) -> str:
    """ "Gazette" for "The Gazette" and "Gazette Mobility", where the site has that name too."""
    words = _words(name)
    begun = [other for other in names if _words(other) == words[: len(_words(other))]]
    return min(begun, key=lambda other: (len(_words(other)), len(other), other))


def _words(name: str) -> list[str]:
    return name.casefold().removeprefix("the ").split()


def _called(document: Document, outlet: str) -> Document:
    return document if outlet == outlet_of(document) else replace(document, outlet=outlet)


def _is_address(outlet: str) -> bool:
    return _ADDRESS.fullmatch(outlet) is not None


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
