"""Sections of a page: headlines of one style, each with what stands below it, and whether they tell different news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks, named
from cellwire.documents.roundups.starts import NUMBER, TIMED, first_sentence, unmarked
from cellwire.documents.roundups.subjects import common_subject, series_of
from cellwire.model import NEVER_NEWS, BlockKind

_WORD = re.compile(r"[\w’'.&-]*\w")
_WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
_SELF_EVIDENT = frozenset({"bracket", "time"})  # styles of which nothing but news is made
_SELF_EVIDENT_LEAST = 3  # of them: an article may have a line or two in brackets that lead elsewhere
_IN_ROUNDUPS = frozenset(
    {"numbered", "led", "colon", "date"}
)  # styles that begin items only where it is said to be one
_SHORT_LEAST = 2  # sections with short headings that are items
_LONG = 6  # words from which "How …" or a question heads a roundup's news, and no part of an article


@dataclass(frozen=True, slots=True)
class Section:
    """A headline of one style and what follows it up to the next."""

    heading: str
    pieces: tuple[Piece, ...]
    prose: str
    sourced: bool

    @property
    def count(self) -> int:
        return count_of(self.prose)


def best_sections(body: Layout, title: str, *, said: bool, live: bool) -> list[Section]:
    tried = [(style, _sections(body, style, said=said, live=live)) for style in _styles(body.pieces)]
    fitting = [
        found
        for style, found in tried
        if (said or len(found) >= _SELF_EVIDENT_LEAST or style not in _SELF_EVIDENT)
        and _are_items(body, title, found, said=said or style in _SELF_EVIDENT, live=live or style == "time")
    ]
    headed = max((found for found in fitting if not is_led(found)), key=_most, default=[])
    led = max((found for found in fitting if is_led(found)), key=len, default=[])
    return headed or led


def sections_by_style(body: Layout) -> Iterator[list[Section]]:
    """The sections below headings of each style, as a roundup may have them."""
    for style in _styles(body.pieces):
        yield from (_sections(body, style, said=True, live=live) for live in (False, True))
        yield _sections(body, style, said=True, live=False, short=True)


def short_sections(body: Layout) -> list[Section]:
    """The sections of a roundup whose headings are a word or two each: "New plants", "Who comes and goes"."""
    tried = [_sections(body, style, said=True, live=False, short=True) for style in _styles(body.pieces)]
    return max((found for found in tried if len(found) >= _SHORT_LEAST and not _is_one(found)), key=len, default=[])


def _is_one(sections: list[Section]) -> bool:
    return common_subject([section.prose for section in sections], 0.6)


def _most(sections: list[Section]) -> tuple[bool, int, int]:
    """Of two styles with as many items the higher heads them: the lower may be a line below each headline. Days head
    news only where nothing else does: they may be those of a calendar of events."""
    style = _style(sections[0].pieces[0])
    return style != "date", len(sections), -_rank(style)


def is_led(sections: list[Section]) -> bool:
    return sections[0].pieces[0].style in ("led", "colon")


def _styles(pieces: Sequence[Piece]) -> list[str]:
    return list(dict.fromkeys(_style(piece) for piece in pieces if _style(piece)))


def _style(piece: Piece) -> str:
    """The rank of a heading; a paragraph that is one link may head an item too."""
    if piece.kind is BlockKind.HEADING:
        return piece.style or "line"
    return "link" if piece.kind is BlockKind.PARAGRAPH and piece.linked else ""


def _rank(style: str) -> int:
    return int(style[1]) if re.fullmatch(r"h\d", style) else 7


def count_of(words: str) -> int:
    """Words, or what stands for them where none are set off by spaces."""
    return len(words.split()) + len(_WIDE.findall(words)) // 2


def is_headline(words: str, least: int = 3) -> bool:
    """Long enough to tell a news, and no name of an article's part ("Background", "About …", "What it means")."""
    line = NUMBER.sub("", bare(words))
    if line.endswith((",", ":", ";")) or marks().part_heading.fullmatch(line):
        return False
    return len(_WORD.findall(line)) >= least or len(_WIDE.findall(line)) >= 2 * least


def _heads(layout: Layout, piece: Piece, style: str, *, said: bool, live: bool) -> bool:
    """Numbers and times are evidence by themselves: in a roundup what follows them may be as short as it likes, as
    may any heading of a page that grows."""
    if live and piece.kind is BlockKind.HEADING:
        return not layout.words(piece).rstrip().endswith(":")
    if style in _SELF_EVIDENT or (said and style in _IN_ROUNDUPS):
        return True
    words = layout.words(piece)
    if piece.linked and piece.kind is BlockKind.HEADING:
        return not words.rstrip().endswith(":")
    return is_headline(words) or (said and not words.rstrip().endswith(":") and count_of(words) >= _LONG)


def _sections(layout: Layout, style: str, *, said: bool, live: bool, short: bool = False) -> list[Section]:
    """The headlines of a style, each with what stands below it; those with nothing to read below are dropped, and so is
    what stands under the name of a summary, for it is told again."""
    sections: list[Section] = []
    current: list[Piece] = []
    told_below = False
    short = short or (said and _mostly_headlines(layout, style))
    for piece in layout.pieces:
        rank = _style(piece)
        above = bool(rank) and piece.kind is BlockKind.HEADING and _rank(rank) < _rank(style)
        if above:
            told_below = marks().summary.fullmatch(named(layout.words(piece))) is not None
        if rank == style or above:
            sections += _section(layout, current)
            heads = (rank == style and not told_below) and (
                _heads(layout, piece, style, said=said, live=live) or (short and is_headline(layout.words(piece), 1))
            )
            current = [piece] if heads else []
        elif current:
            current.append(piece)
    return sections + _section(layout, current)


def _mostly_headlines(layout: Layout, style: str) -> bool:
    """Where most headings of a style tell news, a short one is no name of a group of news either."""
    heads = [layout.words(piece) for piece in layout.pieces if _style(piece) == style]
    return len(heads) >= 5 and sum(map(is_headline, heads)) * 2 >= len(heads)


def _section(layout: Layout, pieces: list[Piece]) -> list[Section]:
    """One section, its adverts and links at the end left to the roundup; none if it has no words of its own."""
    sourced = any(marks().source.match(bare(layout.words(piece))) for piece in pieces)
    while pieces and pieces[-1].kind in NEVER_NEWS:
        pieces = pieces[:-1]
    prose = " \n".join(layout.words(piece) for piece in pieces[1:] if piece.kind in PROSE and not piece.linked)
    timed = bool(pieces) and pieces[0].style == "time" and is_headline(TIMED.sub("", layout.words(pieces[0])))
    least = 20 if pieces and pieces[0].style in _IN_ROUNDUPS else 40
    if not timed and len(prose) + len(_WIDE.findall(prose)) < least:
        return []
    heading = "" if pieces[0].style == "date" else unmarked(layout.words(pieces[0]))
    heading = (TIMED if pieces[0].style == "time" else NUMBER).sub("", heading).strip(" –—-:|")
    if not _WORD.search(heading):
        heading = first_sentence(unmarked(prose))
    return [Section(heading, tuple(pieces), prose, sourced)]


def _are_items(layout: Layout, title: str, sections: list[Section], *, said: bool, live: bool) -> bool:
    if live:
        return len(sections) >= 3
    if len(sections) < 2 or len(sections) * 5 < _headings(layout.pieces, _style(sections[0].pieces[0])) * 3:
        return False
    said = said or _are_sourced(sections)
    return said and not common_subject([section.prose for section in sections], 1.0, known=series_of(title))


def _headings(pieces: Sequence[Piece], style: str) -> int:
    """How many of a style have something below them before the next of that style."""
    below = [*pieces[1:], None]
    return sum(
        1
        for piece, after in zip(pieces, below, strict=True)
        if _style(piece) == style and after is not None and _style(after) != style
    )


def _are_sourced(sections: list[Section]) -> bool:
    """Nearly every section says where its news comes from ("Source: …"); an article says so once."""
    return len(sections) >= 3 and sum(section.sourced for section in sections) * 5 >= len(sections) * 4
