"""News without headlines, bold beginnings or lists: nothing but paragraphs, some of which go on with the one above."""

from __future__ import annotations

import re

from cellwire.documents.layout import Layout, Piece, bare
from cellwire.documents.roundups.entries import are_asked, names_group, opens
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.subjects import announces, common_subject, names_of
from cellwire.model import BlockKind

Stretch = tuple[Piece, ...]

_LEAST = 3  # news
_LONG = 12  # words of a paragraph that tells something
_LINES = 2  # paragraphs for each news, at most: an article's go on for longer
_IN_GROUP = 3  # news below a heading, at least, where that names a group of them
_CAPITALISED = re.compile(r"\b[A-Z][\w&’-]{2,}")  # of three letters and more: "PV" is in many news


def prose(layout: Layout, title: str) -> list[Piece]:
    """The paragraphs that tell something: none that only announces what is below, names a group or closes the page."""
    told = [piece for piece in layout.pieces if piece.kind is BlockKind.PARAGRAPH and not names_group(layout, piece)]
    return [piece for piece in told if _tells(layout.words(piece), title)]


def _tells(words: str, title: str) -> bool:
    return count_of(bare(words)) >= _LONG and not opens(words) and not announces(title, words)


def grouped(layout: Layout, title: str) -> tuple[Stretch, ...]:
    """Each paragraph that names others than the news above it, with those that go on: they name one of its names, or
    nobody. None where there are headings or longer lists, few news for so many paragraphs, or questions."""
    body = prose(layout, title)
    listed = [piece for piece in layout.pieces if piece.kind is BlockKind.LIST_ITEM]
    heads = [piece for piece in layout.pieces if piece.kind is BlockKind.HEADING]
    found: list[list[Piece]] = []
    named = set[str]()
    for piece in body:
        words = layout.words(piece)
        own = names_of(words)
        if found and (not own or not named.isdisjoint(_CAPITALISED.findall(words))):
            found[-1].append(piece)
            named |= own
        else:
            found.append([piece])
            named = own
    groups = all(names_group(layout, piece) for piece in heads) and len(heads) * _IN_GROUP <= len(found)
    plain = groups and len(listed) <= len(body)
    apart = not are_asked(list(map(layout.words, body))) and len(found) >= _LEAST and len(body) <= _LINES * len(found)
    one = common_subject([" \n".join(layout.words(piece) for piece in news) for news in found], 0.6)
    return tuple(map(tuple, found)) if plain and apart and not one else ()
