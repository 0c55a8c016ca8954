"""Texts written for one rule, read, and told in few words: what the tables of this room compare.

`row("…", "announced", parties="Voltaryn owner", capacity="12 GWh/yr")` expects one development; a slot that a row
does not name is not asked for. `weak("why", "…", …)` is a row that the rules do not yet read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from cellwire.claims import unsupported
from cellwire.claims.developments import read_all
from cellwire.lexicon import load_lexicon
from cellwire.model import Block, BlockKind, Development, Document, Form, Kind, Span
from scoring import HOLDING, chemistry_name, same_name

TUESDAY = date(2024, 5, 14)


def document(text: str, *, title: str = "", published: date | None = TUESDAY) -> Document:
    """A document of paragraphs; what stands between empty lines is one."""
    whole = f"{title}\n\n{text}" if title else text
    blocks, at = [], 0
    for paragraph in whole.split("\n\n"):
        kind = BlockKind.TITLE if title and not at else BlockKind.PARAGRAPH
        if paragraph.strip():
            blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    extent = Span(0, len(whole))
    return Document("doc", "cap", Form.ARTICLE, whole, extent, tuple(blocks), title, published=published)


SURE = 0.1  # a sentence or two has less to speak for it than news has, for which `confidence.json` has the floors


def read(text: str, *, title: str = "", published: date | None = TUESDAY) -> list[Development]:
    """The developments of a text, each borne out by its words."""
    opened = document(text, title=title, published=published)
    every = [told for told, _ in read_all(opened, load_lexicon())]
    developments = [told for told in every if told.confidence >= SURE]
    assert [problem for each in developments for problem in unsupported(each, opened, load_lexicon())] == []
    return developments


def only(kind: Kind | str, developments: Iterable[Development]) -> Development:
    """The one development of that kind."""
    found = [each for each in developments if each.kind == kind]
    assert len(found) == 1, f"{len(found)} of kind {kind} among {[brief(each) for each in developments]}"
    return found[0]


def brief(told: Development) -> str:
    return f"{told.kind} {told.stage} {told.certainty} [{shown(told, 'parties')}]"


def row(sentence: str, stage: str, **slots: str | int) -> Any:
    return pytest.param(sentence, {"stage": stage, **slots}, id=sentence[:60])


def weak(reason: str, sentence: str, stage: str, **slots: str | int) -> Any:
    marks = pytest.mark.xfail(strict=True, reason=reason)
    return pytest.param(sentence, {"stage": stage, **slots}, id=sentence[:60], marks=marks)


def unread(reason: str, *values: Any) -> Any:
    """Values of a table that the rules do not yet read."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def shown(told: Development, slot: str) -> str:
    """A slot of a development as rows write it."""
    match slot:
        case "parties":
            return "; ".join(f"{party.name} {party.role}" for party in told.parties)
        case "place":
            return told.place.name if told.place else ""
        case "product":
            return told.product.name if told.product else ""
        case "chemistry":
            return "; ".join(sorted(named.name for named in told.chemistry))
        case "capacity" | "money":
            return "; ".join(sorted(value.text for value in getattr(told, slot)))
        case "jobs":
            return told.jobs.text if told.jobs else ""
        case "dates":
            return "; ".join(sorted(f"{dated.what} {dated.date}" for dated in told.dates))
        case _:
            return str(getattr(told, slot) or "")


def wrong(told: Development, expected: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """The slots that are not as expected, with both."""
    pairs = {slot: (str(value), shown(told, slot)) for slot, value in expected.items()}
    return {slot: (asked, found) for slot, (asked, found) in pairs.items() if not _alike(slot, asked, found)}


def _alike(slot: str, asked: str, found: str) -> bool:
    if slot == "parties":
        return _same_parties(_parties(asked), _parties(found))
    if slot == "place":
        return same_name(asked, found) or asked == found
    if slot == "chemistry":
        return sorted(map(chemistry_name, asked.split("; "))) == sorted(map(chemistry_name, found.split("; ")))
    if slot == "jobs":
        return asked == found.replace(",", "").removesuffix("-worker").rpartition(" ")[2]
    return sorted(asked.split("; ")) == sorted(found.split("; "))


def _parties(told: str) -> list[tuple[str, str]]:
    pairs = [each.rpartition(" ") for each in told.split("; ") if each]
    return [(name, "owner" if role in HOLDING else role) for name, _, role in pairs]


def _same_parties(asked: list[tuple[str, str]], found: list[tuple[str, str]]) -> bool:
    """Each is found in its role, and nobody else is: an invented party is wrong."""
    return len(asked) == len(found) and all(
        any(role == other and same_name(name, named) for named, other in found) for name, role in asked
    )
