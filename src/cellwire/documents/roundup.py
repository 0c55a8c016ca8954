"""A page that holds several news is split into its items; an article with subheadings never is.

What decides is evidence that the headings name different news: bracketed headlines, a title that says so ("weekly",
"digest") or that joins several of the headings, or, without either, dated short items right after a short opening.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from cellwire.documents.layout import PROSE, SKIPPED, Layout, Piece
from cellwire.documents.marks import bare, marks
from cellwire.model import BlockKind, Span

_WORD = re.compile(r"[\w’'.&-]*\w")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}-\d\d-\d\d\b|\byesterday\b|\b\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*\d{1,3}[.)、．]\s*")
_SENTENCE_START = re.compile(r"(?:^|[.!?”\"]\s+|\n)\W*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One news of a roundup: `pieces[0]` is its heading."""

    title: str
    extent: Span
    pieces: tuple[Piece, ...]

    @property
    def link(self) -> str | None:
        return self.pieces[0].link


@dataclass(frozen=True, slots=True)
class _Section:
    """A headline of one style and what follows it up to the next."""

    heading: str
    pieces: tuple[Piece, ...]
    prose: str
    dated: bool

    @property
    def count(self) -> int:
        return len(self.prose.split())


def split(layout: Layout, title: str, *, newsletter: bool = False) -> tuple[Item, ...]:
    """The items of a roundup in reading order, or none; that it came as a newsletter is evidence too."""
    pieces = tuple(_with_led_headings(layout))
    body = replace(layout, pieces=pieces)
    tried = [(style, _sections(body, style)) for style in _styles(pieces)]
    said = newsletter or _title_says_so(title) or _opening_says_so(body)
    fitting = [sections for style, sections in tried if _are_items(body, title, sections, said or style == "bracket")]
    best = max(fitting, key=len, default=[])
    return tuple(_item(section) for section in best)


def _item(section: _Section) -> Item:
    pieces = section.pieces
    return Item(section.heading, Span(pieces[0].outer.start, pieces[-1].outer.end), pieces)


def _with_led_headings(layout: Layout) -> Iterator[Piece]:
    """A paragraph whose bold start is a headline becomes that headline and the rest."""
    for piece in layout.pieces:
        lead = piece.lead
        if lead is None or piece.kind not in PROSE or not _is_headline(lead.cut(layout.text), 4):
            yield piece
            continue
        lead = Span(lead.start, lead.start + len(lead.cut(layout.text).rstrip(" .:")))
        rest = layout.text[lead.end : piece.span.end]
        start = lead.end + len(rest) - len(rest.lstrip(" *_:.–—-\n\t\u00a0"))
        if piece.span.end - start < 60:
            yield piece
            continue
        yield Piece(BlockKind.HEADING, lead, "led", whole=Span(piece.outer.start, lead.end))
        yield Piece(BlockKind.PARAGRAPH, Span(start, piece.span.end))


def _styles(pieces: Sequence[Piece]) -> list[str]:
    return list(dict.fromkeys(_style(piece) for piece in pieces if _style(piece)))


def _style(piece: Piece) -> str:
    """The rank of a heading; a paragraph that is one link may head an item too."""
    if piece.kind is BlockKind.HEADING:
        return piece.style or "line"
    return "link" if piece.kind is BlockKind.PARAGRAPH and piece.linked else ""


def _rank(style: str) -> int:
    return int(style[1]) if re.fullmatch(r"h\d", style) else 7


def _is_headline(words: str, least: int = 3) -> bool:
    """Long enough to tell a news, and no name of an article's part ("Background", "About …", "What it means")."""
    line = _NUMBER.sub("", bare(words))
    if line.endswith((",", ":", ";")) or marks().part_heading.fullmatch(line):
        return False
    wide = len(re.findall(r"[\u3040-\u9fff\uac00-\ud7a3]", line))
    return len(_WORD.findall(line)) >= least or wide >= 2 * least


def _sections(layout: Layout, style: str) -> list[_Section]:
    """The headlines of a style, each with what stands below it; those with nothing to read below are dropped."""
    sections: list[_Section] = []
    current: list[Piece] = []
    for piece in layout.pieces:
        rank = _style(piece)
        if rank == style or (rank and piece.kind is BlockKind.HEADING and _rank(rank) < _rank(style)):
            sections += _section(layout, current)
            current = [piece] if rank == style and _is_headline(layout.words(piece)) else []
        elif current:
            current.append(piece)
    return sections + _section(layout, current)


def _section(layout: Layout, pieces: list[Piece]) -> list[_Section]:
    """One section, its adverts and links at the end left to the roundup; none if it has no words of its own."""
    while pieces and pieces[-1].kind in SKIPPED:
        pieces = pieces[:-1]
    prose = " \n".join(layout.words(piece) for piece in pieces[1:] if piece.kind in PROSE and not piece.linked)
    if len(prose) < 40:
        return []
    heading = _NUMBER.sub("", " ".join(layout.words(pieces[0]).split()))
    return [_Section(heading, tuple(pieces), prose, bool(_DATE.search(prose[:300])))]


def _are_items(layout: Layout, title: str, sections: list[_Section], said: bool) -> bool:
    if len(sections) < 2 or len(sections) * 5 < _headings(layout.pieces, _style(sections[0].pieces[0])) * 3:
        return False
    said = said or _joins_headings(title, sections)
    if _common_subject(sections, 1.0 if said else 0.5):
        return False
    return said or _short_dated(layout, sections)


def _headings(pieces: Sequence[Piece], style: str) -> int:
    return sum(1 for piece in pieces if _style(piece) == style)


def _title_says_so(title: str) -> bool:
    """The title is a roundup's: "weekly", "digest", "the week in …"."""
    return marks().roundup_title.search(title) is not None


def _opening_says_so(layout: Layout) -> bool:
    """The first lines announce several news: "Good morning. Four stories today."."""
    first = [layout.words(piece) for piece in layout.pieces[1:5] if piece.kind is BlockKind.PARAGRAPH]
    return any(len(words) <= 300 and marks().roundup_opening.search(words) for words in first)


def _joins_headings(title: str, sections: list[_Section]) -> bool:
    """The title joins headlines that are found again as headings."""
    headlines = [_content(part) for part in re.split(r"[;；]|\s[/|+]\s", title) if len(part.split()) >= 3]
    found = {
        number
        for headline in headlines
        for number, section in enumerate(sections)
        if len(headline & _content(section.heading)) >= max(2, len(headline) * 0.4)
    }
    return len(headlines) >= 2 and len(found) >= 2


def _content(words: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(words) if len(word) >= 3}


def _short_dated(layout: Layout, sections: list[_Section]) -> bool:
    """Without a title that says so: at least four short items, each with its own date, after a short opening."""
    first = sections[0].pieces[0].span.start
    opening = sum(
        len(layout.words(piece).split()) for piece in layout.pieces if piece.span.end <= first and piece.kind in PROSE
    )
    short = median(section.count for section in sections) <= 150
    long = all(_is_headline(section.heading, 4) for section in sections)
    return len(sections) >= 4 and opening <= 60 and short and long and all(section.dated for section in sections)


def _common_subject(sections: list[_Section], share: float) -> bool:
    """Whether one name runs through the sections (`share` of them): then they are parts of one story."""
    if len(sections) < 3 and share == 1.0:
        return False
    counts = Counter(name for section in sections for name in _names(section))
    return any(count >= max(2, share * len(sections)) for count in counts.values())


def _names(section: _Section) -> set[str]:
    """Capitalised words inside the sentences of a section's beginning."""
    opening, everyday = section.prose[:600], marks().everyday
    found = re.finditer(r"\b[A-Z][\w&’-]+", opening)
    inside = {
        name[0].removesuffix("’s")
        for name in found
        if not _SENTENCE_START.search(opening[: name.start()]) or name[0].isupper()
    }
    return inside - everyday
