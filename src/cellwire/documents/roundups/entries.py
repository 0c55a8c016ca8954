"""Items that have no headings: entries of a list, paragraphs with kickers, or each paragraph by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.sections import Section, count_of, is_led
from cellwire.documents.roundups.starts import begins_with_day
from cellwire.documents.roundups.subjects import common_subject, series_of
from cellwire.model import NEVER_NEWS, BlockKind

_IN_GROUPS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
_GROUP = 3  # words of a group's name above entries
KICKERS = 4  # paragraphs with a kicker that make a roundup
_LINKED = 5  # entries that are links
_QUESTION = re.compile(r"[^!?\n]{0,200}\?\s")  # "L.A. Weekly: what is …?"
_LEADS = re.compile(r"\W{0,12}\[")  # a link of Markdown, behind a sign or none
_LED = 3  # paragraphs that begin in bold
_STAMP = 20  # words of a line that says when an issue appeared
_LONGEST_ENTRY = 120  # words of a list's entry or a paragraph that is an item by itself


def kickers(layout: Layout) -> int:
    """How many kickers there are; none where they come again, as "PRICE:" and "PROS:" do below each thing."""
    found = [kicker[0] for piece in layout.pieces if (kicker := marks().kicker.match(layout.words(piece)))]
    return len(found) if len(set(found)) * 2 > len(found) else 0


def _begins_entry(layout: Layout, piece: Piece, *, kicked: bool, below: bool) -> bool:
    """An entry of a list; where paragraphs have kickers, one that says more than its kicker, and each one `below` a
    kicker that stands by itself."""
    if is_listed(piece) or (below and piece.kind is BlockKind.PARAGRAPH):
        return True
    kicker = marks().kicker.match(layout.words(piece)) if kicked else None
    return kicker is not None and len(layout.words(piece)) - kicker.end() >= 20


def is_listed(piece: Piece) -> bool:
    """An entry of a list, though it be nothing but an address."""
    return (piece.kind is BlockKind.LIST_ITEM and piece.style != "more") or (
        piece.kind is BlockKind.LINKS and piece.outer.start < piece.span.start and piece.linked
    )


def _ends_entries(layout: Layout, piece: Piece, *, kicked: bool) -> bool:
    """A heading, a kicker by itself, or the name of a group of entries that stand further in."""
    if _names_entries(layout, piece):
        return True
    by_itself = kicked and marks().kicker.fullmatch(layout.words(piece).strip()) is not None
    headed = piece.kind is BlockKind.HEADING and not (kicked and marks().kicker.match(layout.words(piece)))
    return by_itself or headed or piece.kind is BlockKind.TITLE


def _names_entries(layout: Layout, piece: Piece) -> bool:
    words = bare(layout.words(piece))
    return piece.kind is BlockKind.LIST_ITEM and words.endswith(":") and count_of(words) <= _GROUP


def entries(layout: Layout, title: str, *, kicked: bool) -> tuple[tuple[Piece, ...], ...]:
    """The entries of a roundup's lists, each with the paragraphs between it and the next; none where they are not
    most of what it says, or no news by their length, or parts of one story."""
    found = list(runs(layout, kicked=kicked))
    words = [layout.words(entry[0]) for entry in found]
    long = [each for each, entry in zip(words, found, strict=True) if count_of(each) >= 6 or entry[0].linked]
    listed = sum(count_of(layout.words(piece)) for entry in found for piece in entry)
    whole = sum(count_of(layout.words(piece)) for piece in layout.pieces if piece.kind in PROSE)
    fits = len(found) >= 3 and len(long) * 5 >= len(found) * 4 and listed * 2 >= whole
    if not fits or median(map(count_of, words)) > _LONGEST_ENTRY:
        return ()
    return () if common_subject(words, 0.6, known=series_of(title)) else tuple(found)


def are_links(layout: Layout, found: Sequence[tuple[Piece, ...]], *, least: int = _LINKED) -> bool:
    """Nearly every entry leads to a text of its own: then they are as many news, though all of one subject."""
    leading = sum(entry[0].linked or bool(_LEADS.match(layout.words(entry[0]))) for entry in found)
    return len(found) >= least and leading * 5 >= len(found) * 4


def runs(layout: Layout, *, kicked: bool) -> Iterator[tuple[Piece, ...]]:
    """Entries in order; of what stands between two of one list the first gets it, what follows a list is nobody's."""
    current: list[Piece] = []
    waiting: list[Piece] = []
    below = False
    for piece in layout.pieces:
        ends = _ends_entries(layout, piece, kicked=kicked)
        begins = not ends and _begins_entry(layout, piece, kicked=kicked, below=below)
        if begins and _is_below(layout, piece, current):
            current, waiting = [*current, *waiting, piece], []
        elif begins:
            if current:
                yield (*current, *_trimmed(waiting))
            current, waiting = [piece], []
        elif ends:
            if current:
                yield tuple(current)
            current, waiting = [], []
            below = piece.kind is not BlockKind.TITLE and bool(marks().kicker.match(layout.words(piece)))
        elif current:
            waiting.append(piece)
    if current:
        yield tuple(current)


def _is_below(layout: Layout, piece: Piece, current: Sequence[Piece]) -> bool:
    """Whether an entry stands further in than the one before it: it is a part of that one."""
    if not (is_listed(piece) and current and is_listed(current[0])):
        return False
    if piece.style == "inner":
        outer = current[0].style != "inner" and not _names_entries(layout, current[0])
        return outer and (count_of(layout.words(current[0])) > _GROUP or current[0].linked)
    return depth_of(layout, piece) > depth_of(layout, current[0])


def depth_of(layout: Layout, piece: Piece) -> int:
    """How far a list's entry stands from the beginning of its line."""
    return piece.outer.start - (layout.text.rfind("\n", 0, piece.outer.start) + 1)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and pieces[-1].kind in NEVER_NEWS:
        pieces = pieces[:-1]
    return pieces


def are_entries_rather(entries: Sequence[tuple[Piece, ...]], sections: list[Section]) -> bool:
    """Headings above nothing but lists name groups of news; headings with paragraphs below them name the news."""
    if not sections:
        return True
    if is_led(sections):
        return len(entries) >= 2 * len(sections)
    grouped = sum(_is_group(section) for section in sections)
    return grouped * 2 > len(sections) and len(entries) >= 2 * len(sections)


def _is_group(section: Section) -> bool:
    kinds = [piece.kind for piece in section.pieces[1:] if piece.kind in PROSE]
    return kinds.count(BlockKind.LIST_ITEM) * 2 > len(kinds)


def paragraphs(layout: Layout) -> tuple[Piece, ...]:
    """Each paragraph of a roundup that has nothing but paragraphs; none where one goes on with another's story."""
    groups = [piece for piece in layout.pieces if names_group(layout, piece)]
    kinds = _IN_GROUPS if len(groups) >= 2 else (BlockKind.PARAGRAPH,)
    told = [piece for piece in layout.pieces if piece.kind in (*PROSE, BlockKind.HEADING) and piece not in groups]
    body = [piece for piece in told if not opens(layout.words(piece))]
    body = body[1:] if _dates_all(layout, body) or _stands_first(layout, body) else body
    words = [layout.words(piece) for piece in body]
    if len(body) < max(4, len(groups)) or any(piece.kind not in kinds for piece in body):
        return ()
    led = sum(piece.lead is not None for piece in body)
    if _LED <= led <= len(body) // 2:
        return ()  # those that begin in bold have the others below them
    apart = not any(marks().goes_on.match(bare(each)) for each in words) and _quoting(words) * 3 < len(words)
    apart = apart and not are_asked(words)
    short = all(6 <= count_of(each) <= _LONGEST_ENTRY for each in words)
    return tuple(body) if apart and short and not common_subject(words, 0.4) else ()


def _dates_all(layout: Layout, body: Sequence[Piece]) -> bool:
    """Whether only the first, a short line, begins with a day: it says when all of it appeared."""
    dated = [piece for piece in body if begins_with_day(layout, piece)]
    return dated == list(body[:1]) and bool(dated) and count_of(layout.words(dated[0])) < _STAMP


def _stands_first(layout: Layout, body: Sequence[Piece]) -> bool:
    """Whether the first alone is a line without a full stop: it belongs to the title."""
    lines = [piece for piece in body if not bare(layout.words(piece)).endswith((".", "”", ")", "!", "?"))]
    return lines == list(body[:1]) and bool(lines) and count_of(layout.words(lines[0])) < _STAMP


def names_group(layout: Layout, piece: Piece) -> bool:
    """A short line that is all capitals, or a heading too short to tell news: "LITIGATION", "Deals"."""
    line = bare(layout.words(piece))
    if piece.kind is BlockKind.HEADING and count_of(line) <= 2:
        return True
    return piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and line.isupper() and count_of(line) <= 6


def are_asked(words: Sequence[str]) -> bool:
    """Whether a third of the paragraphs begin with a question, as an interview's do."""
    return sum(bool(_QUESTION.match(each)) for each in words) * 3 >= len(words)


def _quoting(words: Sequence[str]) -> int:
    """Paragraphs in which somebody speaks: news in brief seldom lets anybody."""
    return sum(bool(re.search(r"[“\"„][^”\"]{30,}", each)) for each in words)


def opens(words: str) -> bool:
    """A greeting or an announcement above the news: it ends in a colon or says what is to come."""
    line = bare(words)
    return line.endswith(":") or bool(marks().roundup_opening.search(line)) or bool(marks().greeting.match(line))
