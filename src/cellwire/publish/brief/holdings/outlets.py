"""One outlet under one name: "Bloomberg", "bloomberg.com" and "www.bloomberg.com" are one source and one carrier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cellwire.lexicon import regex
from cellwire.model import Document
from cellwire.publish.brief.edition import host_of, outlet_of

_ADDRESS = regex(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def under_one_name(documents: Iterable[Document]) -> list[Document]:
    """The same documents; an outlet that is only an address has the one name that others of its site give."""
    known = list(documents)
    names: dict[str, set[str]] = {}
    for document in known:
        if not _is_address(outlet := outlet_of(document)):
            names.setdefault(_bare(host_of(document.url)), set()).add(outlet)
    outlets = [_named(document, names) for document in known]
    spelt: dict[str, str] = {}
    for outlet in outlets:
        spelt[outlet.casefold()] = min(outlet, spelt.get(outlet.casefold(), outlet))  # capitals first
    return [_called(document, spelt[outlet.casefold()]) for document, outlet in zip(known, outlets, strict=True)]


def _named(document: Document, names: dict[str, set[str]]) -> str:
    outlet = outlet_of(document)
    if not _is_address(outlet):
        return outlet
    ours = names.get(_bare(outlet), set())
    return next(iter(ours)) if len(ours) == 1 else _bare(outlet)


def _called(document: Document, outlet: str) -> Document:
    return document if outlet == outlet_of(document) else replace(document, outlet=outlet)


def _is_address(outlet: str) -> bool:
    return _ADDRESS.fullmatch(outlet) is not None


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
