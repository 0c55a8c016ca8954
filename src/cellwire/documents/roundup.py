"""A page that holds several news is split into its items; an article with subheadings never is.

What decides is evidence that the parts tell different news: bracketed headlines, times of a live blog, a title that
says so ("weekly", "digest") or that joins several of the headings, or, without any, dated short items right after a
short opening. Items begin at headings, at numbers, at bold or named beginnings of paragraphs, at entries of a list,
or, where a roundup has none of these, at each paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from cellwire.documents.closers import closed_items
from cellwire.documents.layout import PROSE, SKIPPED, Layout, Piece
from cellwire.documents.marks import bare, marks
from cellwire.documents.starts import NUMBER, TIMED, first_sentence, unmarked, with_starts
from cellwire.model import BlockKind, Span

_WORD = re.compile(r"[\w’'.&-]*\w")
_WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}-\d\d-\d\d\b|\byesterday\b|\b\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?”\"]\s+|\n)\W*$")
_SELF_EVIDENT = frozenset({"bracket", "time"})  # styles of which nothing but news is made
_IN_ROUNDUPS = frozenset(
    {"numbered", "led", "colon", "date"}
)  # styles that begin items only where it is said to be one
_LONG = 6  # words from which "How …" or a question heads a roundup's news, and no part of an article
_KICKERS = 4  # paragraphs with a kicker that make a roundup
_LONGEST_ENTRY = 120  # words of a list's entry or a paragraph that is an item by itself


@dataclass(frozen=True, slots=True)
class Item:
    """One news of a roundup: `pieces[0]` is its heading, where it has one."""

    title: str
    extent: Span
    pieces: tuple[Piece, ...]
    headed: bool = True

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
        return _count(self.prose)


def split(layout: Layout, title: str, *, newsletter: bool = False) -> tuple[Item, ...]:
    """The items of a roundup in reading order, or none; that it came as a newsletter is evidence too."""
    live = bool(marks().live_title.search(title))
    said = newsletter or live or _title_says_so(title) or _opening_says_so(layout)
    body = replace(layout, pieces=tuple(with_starts(layout, said=said)))
    sections = _best_sections(body, title, said=said, live=live)
    kicked = _kickers(layout) >= _KICKERS
    entries = _entries(layout, kicked=kicked) if said or kicked else ()
    if entries and _are_entries_rather(entries, sections):
        return tuple(_entry_item(layout, entry) for entry in entries)
    closed = closed_items(layout) if said else ()
    if len(closed) > len(sections) and _are_news(layout, closed):
        return tuple(_entry_item(layout, entry) for entry in closed)
    paragraphs = _paragraphs(layout) if _title_says_so(title) else ()
    grouped = sum(_names_group(layout, section.pieces[0]) for section in sections)
    if sections and not (grouped * 2 > len(sections) and len(paragraphs) * 2 >= len(sections) * 3):
        return tuple(_item(section) for section in sections)
    return tuple(_entry_item(layout, (paragraph,)) for paragraph in paragraphs)


def _best_sections(body: Layout, title: str, *, said: bool, live: bool) -> list[_Section]:
    tried = [(style, _sections(body, style, said=said, live=live)) for style in _styles(body.pieces)]
    fitting = [
        found
        for style, found in tried
        if _are_items(body, title, found, said=said or style in _SELF_EVIDENT, live=live or style == "time")
    ]
    headed = max((found for found in fitting if not _is_led(found)), key=_most, default=[])
    led = max((found for found in fitting if _is_led(found)), key=len, default=[])
    return led if len(led) >= 2 * len(headed) and _name_groups(headed) else headed or led


def _most(sections: list[_Section]) -> tuple[int, int]:
    """Of two styles with as many items the higher heads them: the lower may be a line below each headline."""
    return len(sections), -_rank(_style(sections[0].pieces[0]))


def _is_led(sections: list[_Section]) -> bool:
    return sections[0].pieces[0].style in ("led", "colon")


def _name_groups(sections: list[_Section]) -> bool:
    """Whether headings are too short to tell news: "News", "Deals", "In other news"."""
    return not sections or median(_count(section.heading) for section in sections) <= 3


def _item(section: _Section) -> Item:
    pieces = section.pieces
    return Item(section.heading, Span(pieces[0].outer.start, pieces[-1].outer.end), pieces)


def _entry_item(layout: Layout, pieces: tuple[Piece, ...]) -> Item:
    return Item(
        first_sentence(unmarked(layout.words(pieces[0]))),
        Span(pieces[0].outer.start, pieces[-1].outer.end),
        pieces,
        headed=False,
    )


def _styles(pieces: Sequence[Piece]) -> list[str]:
    return list(dict.fromkeys(_style(piece) for piece in pieces if _style(piece)))


def _style(piece: Piece) -> str:
    """The rank of a heading; a paragraph that is one link may head an item too."""
    if piece.kind is BlockKind.HEADING:
        return piece.style or "line"
    return "link" if piece.kind is BlockKind.PARAGRAPH and piece.linked else ""


def _rank(style: str) -> int:
    return int(style[1]) if re.fullmatch(r"h\d", style) else 7


def _count(words: str) -> int:
    """Words, or what stands for them where none are set off by spaces."""
    return len(words.split()) + len(_WIDE.findall(words)) // 2


def _is_headline(words: str, least: int = 3) -> bool:
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
    return _is_headline(words) or (said and not words.rstrip().endswith(":") and _count(words) >= _LONG)


def _sections(layout: Layout, style: str, *, said: bool, live: bool) -> list[_Section]:
    """The headlines of a style, each with what stands below it; those with nothing to read below are dropped."""
    sections: list[_Section] = []
    current: list[Piece] = []
    for piece in layout.pieces:
        rank = _style(piece)
        if rank == style or (rank and piece.kind is BlockKind.HEADING and _rank(rank) < _rank(style)):
            sections += _section(layout, current)
            current = [piece] if rank == style and _heads(layout, piece, style, said=said, live=live) else []
        elif current:
            current.append(piece)
    return sections + _section(layout, current)


def _section(layout: Layout, pieces: list[Piece]) -> list[_Section]:
    """One section, its adverts and links at the end left to the roundup; none if it has no words of its own."""
    while pieces and pieces[-1].kind in SKIPPED:
        pieces = pieces[:-1]
    prose = " \n".join(layout.words(piece) for piece in pieces[1:] if piece.kind in PROSE and not piece.linked)
    if len(prose) + len(_WIDE.findall(prose)) < (20 if pieces and pieces[0].style in _IN_ROUNDUPS else 40):
        return []
    heading = "" if pieces[0].style == "date" else unmarked(layout.words(pieces[0]))
    heading = (TIMED if pieces[0].style == "time" else NUMBER).sub("", heading).strip(" –—-:|")
    if not _WORD.search(heading):
        heading = first_sentence(unmarked(prose))
    return [_Section(heading, tuple(pieces), prose, bool(_DATE.search(prose[:300])))]


def _are_items(layout: Layout, title: str, sections: list[_Section], *, said: bool, live: bool) -> bool:
    if live:
        return len(sections) >= 3
    if len(sections) < 2 or len(sections) * 5 < _headings(layout.pieces, _style(sections[0].pieces[0])) * 3:
        return False
    said = said or _joins_headings(title, sections)
    if _common_subject([section.prose for section in sections], 1.0 if said else 0.5):
        return False
    return said or _short_dated(layout, sections)


def _headings(pieces: Sequence[Piece], style: str) -> int:
    return sum(1 for piece in pieces if _style(piece) == style)


def _title_says_so(title: str) -> bool:
    """The title is a roundup's: "weekly", "digest", "the week in …"."""
    return marks().roundup_title.search(title) is not None


def _opening_says_so(layout: Layout) -> bool:
    """The first lines announce several news: "Good morning. Four stories today."."""
    openings = (BlockKind.PARAGRAPH, BlockKind.ADVERT)  # a greeting may say it too
    first = [layout.words(piece) for piece in layout.pieces[:5] if piece.kind in openings]
    return any(len(words) <= 400 and marks().roundup_opening.search(words) for words in first)


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


def _common_subject(texts: Sequence[str], share: float) -> bool:
    """Whether one name runs through the texts (`share` of them): then they are parts of one story."""
    if len(texts) < 3 and share == 1.0:
        return False
    counts = Counter(name for text in texts for name in _names(text))
    return any(count >= max(2, share * len(texts)) for count in counts.values())


def _names(prose: str) -> set[str]:
    """Capitalised words inside the sentences of a text's beginning."""
    opening, everyday = prose[:600], marks().everyday
    found = re.finditer(r"\b[A-Z][\w&’-]+", opening)
    inside = {
        name[0].removesuffix("’s")
        for name in found
        if not _SENTENCE_START.search(opening[: name.start()]) or name[0].isupper()
    }
    return inside - everyday


# Items without headings.


def _kickers(layout: Layout) -> int:
    return sum(bool(marks().kicker.match(layout.words(piece))) for piece in layout.pieces)


def _begins_entry(layout: Layout, piece: Piece, *, kicked: bool, below: bool) -> bool:
    """An entry of a list; where paragraphs have kickers, one that says more than its kicker, and each one `below` a
    kicker that stands by itself."""
    if piece.kind is BlockKind.LIST_ITEM or (below and piece.kind is BlockKind.PARAGRAPH):
        return True
    kicker = marks().kicker.match(layout.words(piece)) if kicked else None
    return kicker is not None and len(layout.words(piece)) - kicker.end() >= 20


def _ends_entries(layout: Layout, piece: Piece, *, kicked: bool) -> bool:
    """A heading, or a kicker by itself."""
    by_itself = kicked and marks().kicker.fullmatch(layout.words(piece).strip()) is not None
    headed = piece.kind is BlockKind.HEADING and not (kicked and marks().kicker.match(layout.words(piece)))
    return by_itself or headed or piece.kind is BlockKind.TITLE


def _entries(layout: Layout, *, kicked: bool) -> tuple[tuple[Piece, ...], ...]:
    """The entries of a roundup's lists, each with the paragraphs between it and the next; none where they are not
    most of what it says, or no news by their length, or parts of one story."""
    found = list(_runs(layout, kicked=kicked))
    words = [layout.words(entry[0]) for entry in found]
    long = [each for each, entry in zip(words, found, strict=True) if _count(each) >= 6 or entry[0].linked]
    listed = sum(_count(layout.words(piece)) for entry in found for piece in entry)
    whole = sum(_count(layout.words(piece)) for piece in layout.pieces if piece.kind in PROSE)
    fits = len(found) >= 3 and len(long) * 5 >= len(found) * 4 and listed * 2 >= whole
    if not fits or median(map(_count, words)) > _LONGEST_ENTRY or _common_subject(words, 0.6):
        return ()
    return tuple(found)


def _runs(layout: Layout, *, kicked: bool) -> Iterator[tuple[Piece, ...]]:
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
    lists = piece.kind is BlockKind.LIST_ITEM and bool(current) and current[0].kind is BlockKind.LIST_ITEM
    return lists and _depth(layout, piece) > _depth(layout, current[0])


def _depth(layout: Layout, piece: Piece) -> int:
    """How far a list's entry stands from the beginning of its line."""
    return piece.outer.start - (layout.text.rfind("\n", 0, piece.outer.start) + 1)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and pieces[-1].kind in SKIPPED:
        pieces = pieces[:-1]
    return pieces


def _are_entries_rather(entries: Sequence[tuple[Piece, ...]], sections: list[_Section]) -> bool:
    """Headings above nothing but lists name groups of news; headings with paragraphs below them name the news."""
    if not sections:
        return True
    if _is_led(sections):
        return len(entries) >= 2 * len(sections)
    grouped = sum(_is_group(section) for section in sections)
    return grouped * 2 > len(sections) and len(entries) >= 2 * len(sections)


def _is_group(section: _Section) -> bool:
    kinds = [piece.kind for piece in section.pieces[1:] if piece.kind in PROSE]
    return kinds.count(BlockKind.LIST_ITEM) * 2 > len(kinds)


def _paragraphs(layout: Layout) -> tuple[Piece, ...]:
    """Each paragraph of a roundup that has nothing but paragraphs; none where one goes on with another's story."""
    groups = [piece for piece in layout.pieces if _names_group(layout, piece)]
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING) if len(groups) >= 2 else (BlockKind.PARAGRAPH,)
    told = [piece for piece in layout.pieces if piece.kind in (*PROSE, BlockKind.HEADING) and piece not in groups]
    body = [piece for piece in told if not _opens(layout.words(piece))]
    words = [layout.words(piece) for piece in body]
    if len(body) < max(4, len(groups)) or any(piece.kind not in kinds for piece in body):
        return ()
    apart = not any(marks().goes_on.match(bare(each)) for each in words) and _quoting(words) * 3 < len(words)
    short = all(6 <= _count(each) <= _LONGEST_ENTRY for each in words)
    return tuple(body) if apart and short and not _common_subject(words, 0.4) else ()


def _names_group(layout: Layout, piece: Piece) -> bool:
    """A short line that is all capitals, or a heading too short to tell news: "LITIGATION", "Deals"."""
    line = bare(layout.words(piece))
    if piece.kind is BlockKind.HEADING and _count(line) <= 2:
        return True
    return piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and line.isupper() and _count(line) <= 6


def _are_news(layout: Layout, entries: Sequence[tuple[Piece, ...]]) -> bool:
    """Short stretches that share no subject."""
    words = [" ".join(layout.words(piece) for piece in entry) for entry in entries]
    return median(map(_count, words)) <= _LONGEST_ENTRY and not _common_subject(words, 0.5)


def _quoting(words: Sequence[str]) -> int:
    """Paragraphs in which somebody speaks: news in brief seldom lets anybody."""
    return sum(bool(re.search(r"[“\"„][^”\"]{30,}", each)) for each in words)


def _opens(words: str) -> bool:
    """A greeting or an announcement above the news: it ends in a colon or says what is to come."""
    line = bare(words)
    return line.endswith(":") or bool(marks().roundup_opening.search(line)) or bool(marks().greeting.match(line))
