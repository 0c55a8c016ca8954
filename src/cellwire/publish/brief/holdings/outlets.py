"""One outlet under one name: "Bloomberg", "bloomberg.com" and "The Bloomberg" of one site are one source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cellwire.lexicon import regex
from cellwire.model import Document
from cellwire.publish.brief.edition import host_of, outlet_of

_ADDRESS = regex(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def under_one_name(documents: Iterable[Document]) -> list[Document]:
    """The same documents; an outlet that is only an address has the one name that others of its site give.

    A name that only adds a column's words or an article to another of its site gives way to that.
    """
    known = list(documents)
    names: dict[str, set[str]] = {}
    for document in known:
        if not _is_address(outlet := outlet_of(document)):
            names.setdefault(_bare(host_of(document.url)), set()).add(outlet)
    shortest = {host: {name: _house(name, own if host else {name}) for name in own} for host, own in names.items()}
    outlets = [_named(document, shortest) for document in known]
    spelt: dict[str, str] = {}
    for outlet in outlets:
        spelt[outlet.casefold()] = min(outlet, spelt.get(outlet.casefold(), outlet))  # capitals first
    return [_called(document, spelt[outlet.casefold()]) for document, outlet in zip(known, outlets, strict=True)]


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
