"""Paragraphs that begin an item, with a number, a time, bold words or a name and a colon: a heading and a rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks, word_count
from cellwire.model import BlockKind, Span

NUMBER = re.compile(r"^\W*\d{1,3}(?:\.\)|[.)、．])(?!\d)\s*")
TIMED = re.compile(
    r"^[^\w$€£¥]*(?:(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::\d{2})?\s*(?:[ap]\.?m\.?\b|uhr\b|gmt\b|bst\b|utc\b|cet\b|[ecmp][sd]?t\b|h\b)?"
    r"|(?:0?[1-9]|1[0-2])\s*[ap]\.?m\.?\b|(?:上午|下午)?\d{1,2}[:：]\d{2})"
    r"(?=\s*[-–—:|]\s|\s*$|\s+[\"“'‘]?[A-ZÄÖÜ\u3040-\u9fff\uac00-\ud7a3])",
    re.IGNORECASE,
)
_NUMBERED_LINE = re.compile(r"^\W{0,4}(\d{1,2})[.)、．](?!\d)\s*")
_NAMED = re.compile(r"(?P<name>(?:\d[\d,]* ?)?[A-Z“\"][^.:!?\n]{3,110}):\s+(?=[A-Z“\"‘'$€£¥\d])")
_DASHED = re.compile(
    r"(?P<name>(?:[^\n!;.]|\.(?=\d)){2,110}?)(?:\s[-–—]|[–—]|(?<=\w)-(?=\s))\s+(?=[A-Z“\"‘'$€£¥\d])"
)  # "37% - Winds are …"
_REST = " *_:.–—-\n\t\u00a0"
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$|\b(?:Inc|Corp|Co|Ltd)\.$")
_DAY = re.compile(
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d_]{3,10}\.?(?:,?\s+\d{4})?|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s*:?\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+"
_DAY_FIRST = re.compile(
    rf"\W{{0,3}}(?:on )?(?:{_WEEKDAY})?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}\b)"
    r"|\W{0,3}(?:\d{4}-\d\d-\d\d|\d{1,2}月\d{1,2}日)",
    re.IGNORECASE,
)
_SHORT_LINE = 220  # characters of a numbered line that heads what follows
_HEADLINE = 4  # words of a headline that is a link
_TIMES, _ROUND = 3, 5  # times that begin news, and the minutes that round ones are apart
_FIGURES = re.compile(r"\d+")
_HEADED = 3  # news below such headlines
_PROSE = 12  # words of a paragraph that tells something
_LONGEST_TITLE = 160
_SENTENCE = 100  # characters from which a line behind a time is no headline


_LINK = re.compile(r"\[(?P<words>[^\[\]]{0,500})\](?:\([^()\s]{0,2000}[^()]{0,300}\)|\[[^\[\]]{0,200}\])")

_MARKS = re.compile(r"\*+|`+|^[\s#>•|-]+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|</?\w[^<>]{0,80}>")


def unmarked(words: str) -> str:
    """Words without the marks of Markdown, a link by its words, on one line."""
    return " ".join(_MARKS.sub("", _LINK.sub(lambda link: link["words"], words)).split())


def first_sentence(words: str) -> str:
    """What an item without a heading is called."""
    end = re.search(r"(?<=[a-z0-9)”\"'’%])[.!?](?=\s+[A-Z“\"'])|[。！？]", words)
    sentence = words[: end.start() + (0 if words[end.start()] == "." else 1)] if end else words.rstrip(".")
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    return sentence[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–-") + " …"


def with_starts(layout: Layout, *, said: bool) -> Iterator[Piece]:
    """The pieces, those that begin an item parted in two; `said` that it is a roundup, shorter beginnings count."""
    numbers = _consecutive(layout)
    timed = _are_timed(layout, said=said)
    days = {piece for piece in layout.pieces if is_day(layout, piece)} if said else set()
    names = [name for name in (_NAMED, _DASHED) if said and _are_named(layout, name)]
    for piece in _with_headlines(layout) if said else layout.pieces:
        if timed and _is_timed(layout, piece):
            yield from _timed(layout, piece)
        elif piece in days and len(days) >= 3:
            yield from _dated(layout, piece)
        elif piece in numbers and said:
            yield replace(piece, kind=BlockKind.HEADING, style="numbered")
        elif name := next(filter(None, (_name_of(layout, piece, each) for each in names)), None):
            span = Span(piece.span.start, piece.span.start + name.end("name"))
            yield from _parted(layout, piece, span, "colon", least=20)
        elif piece.lead and piece.kind in PROSE and _is_lead(piece.lead.cut(layout.text), 1 if said else 4):
            lead = piece.lead.cut(layout.text).rstrip(" .:")
            head = Span(piece.lead.start, piece.lead.start + len(lead))
            yield from _parted(layout, piece, head, "led", least=20 if said else 60)
        else:
            yield piece


def with_lead(layout: Layout, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A news whose first paragraph has a bold beginning is headed by that."""
    first, *rest = pieces
    if first.kind is not BlockKind.PARAGRAPH or first.lead is None:
        return pieces
    lead = first.lead.cut(layout.text).rstrip(" .:")
    return (*_parted(layout, first, Span(first.lead.start, first.lead.start + len(lead)), "led", least=20), *rest)


def _with_headlines(layout: Layout) -> Iterator[Piece]:
    """A headline above a short line that names its outlet, writer or day heads the news; the short line does not."""
    below = False
    above = _above_lines(layout)
    for piece in layout.pieces:
        if below:
            yield replace(piece, kind=BlockKind.CAPTION, style="")
            below = False
        elif piece in above:
            yield replace(piece, kind=BlockKind.HEADING, style="line")
            below = True
        else:
            yield piece


def _above_lines(layout: Layout) -> frozenset[Piece]:
    """Where three times a short line stands above another and that above prose, the first of each is a headline."""
    pieces = layout.pieces
    found = [
        first
        for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if _is_short(layout, first, 3, 25)
        and (_is_short(layout, second, 1, 14) or _is_site(second))
        and third.kind is BlockKind.PARAGRAPH
        and not _is_short(layout, third, 1, 5)
    ]
    apart = len({layout.words(piece) for piece in found}) == len(found)  # "See the article" ends the news above it
    return frozenset(found) if len(found) >= 3 and apart else frozenset()


def are_sourced_below(layout: Layout) -> bool:
    """Three times a headline, right below it nothing but the site it comes from, and then prose."""
    pieces = layout.pieces
    found = sum(
        second.kind is BlockKind.LINKS
        and second.linked
        and third.kind is BlockKind.PARAGRAPH
        and _is_headline_of(layout, first)
        for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)
    )
    return found >= 3


def are_headed_by_links(layout: Layout) -> bool:
    """From the first paragraph on at least three headlines that are nothing but links, each to another site and with
    prose below: an article's links stand in its sentences or at its end."""
    told = [piece for piece in layout.pieces if piece.kind is not BlockKind.TITLE]
    heads = [piece for piece, below in pairwise(told) if _heads_by_link(layout, piece) and below.kind in PROSE]
    above = takewhile(lambda piece: piece not in heads, told)
    sites = {urlsplit(piece.link or "").hostname for piece in heads}
    return len(sites) == len(heads) >= _HEADED and not any(_is_long(layout, piece) for piece in above)


def _heads_by_link(layout: Layout, piece: Piece) -> bool:
    plain = piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and piece.linked
    return plain and word_count(layout.words(piece)) >= _HEADLINE


def _is_site(piece: Piece) -> bool:
    """A line that only says where a news comes from."""
    return piece.kind is BlockKind.LINKS and piece.linked


def _is_headline_of(layout: Layout, piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING or _is_short(layout, piece, 3, 25)


def _is_short(layout: Layout, piece: Piece, least: int, most: int) -> bool:
    """A line without a full stop, "in the U.K." not counted, that is no time and no heading of a rank of its own."""
    line = bare(layout.words(piece))
    plain = piece.kind is BlockKind.PARAGRAPH or (piece.kind is BlockKind.HEADING and piece.style == "line")
    ended = line.endswith((".", ":", ";", ",")) and not _ABBREVIATED.search(line)
    return plain and least <= len(line.split()) <= most and not ended and not TIMED.match(line)


def _is_lead(words: str, least: int) -> bool:
    line = bare(words)
    if line.endswith((",", ";")) or marks().part_heading.fullmatch(line.rstrip(" .:")):
        return False
    return least == 1 or (len(line.split()) >= least and not line.endswith(":"))


def _parted(layout: Layout, piece: Piece, head: Span, style: str, *, least: int) -> Iterator[Piece]:
    """Heading and rest; the piece as it is where the rest is too short to tell anything."""
    rest = layout.text[head.end : piece.span.end]
    start = head.end + len(rest) - len(rest.lstrip(_REST))
    if piece.span.end - start < least:
        yield piece
        return
    yield Piece(BlockKind.HEADING, head, style, whole=Span(piece.outer.start, head.end))
    yield Piece(BlockKind.PARAGRAPH, Span(start, piece.span.end))


def _are_named(layout: Layout, pattern: re.Pattern[str]) -> bool:
    """At least three paragraphs, and no few among many: a colon may stand in any sentence."""
    told = [piece for piece in layout.pieces if piece.kind is BlockKind.PARAGRAPH and _is_long(layout, piece)]
    named = sum(_name_of(layout, piece, pattern) is not None for piece in told)
    return named >= 3 and named * 2 >= len(told)


def _is_long(layout: Layout, piece: Piece) -> bool:
    return word_count(layout.words(piece)) >= _PROSE


def _name_of(layout: Layout, piece: Piece, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What a paragraph is about, where it begins with that and a colon or a dash; none where somebody speaks."""
    named = pattern.match(layout.words(piece)) if piece.kind is BlockKind.PARAGRAPH and piece.lead is None else None
    if named is None or (pattern is _NAMED and named["name"].isupper()):
        return None
    return None if marks().announces_words.search(named["name"]) else named


def begins_with_day(layout: Layout, piece: Piece) -> bool:
    """A paragraph whose first words are a day: "On 30 June 2021, …", "May 4 - …"."""
    return piece.kind in PROSE and bool(_DAY_FIRST.match(layout.words(piece)))


def is_day(layout: Layout, piece: Piece) -> bool:
    """A line that is nothing but a day, or a paragraph whose first line is: "December 7", "29.8.:"."""
    first, _, _ = layout.words(piece).partition("\n")
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    return piece.kind in kinds and len(first) <= 40 and bool(_DAY.fullmatch(first))


def names_day(title: str) -> bool:
    """A title that is nothing but a day of a year: "2021-12-01", "Friday, 3 June 2022"."""
    return bool(_YEAR.search(title)) and bool(_DAY.fullmatch(title))


def _dated(layout: Layout, piece: Piece) -> Iterator[Piece]:
    first, below, _ = layout.words(piece).partition("\n")
    if below:
        head = Span(piece.span.start, piece.span.start + len(first))
        yield from _parted(layout, piece, head, "date", least=20)
    else:
        yield replace(piece, kind=BlockKind.HEADING, style="date")


def _is_timed(layout: Layout, piece: Piece) -> bool:
    return piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and bool(TIMED.match(layout.words(piece)))


def _are_timed(layout: Layout, *, said: bool) -> bool:
    """At least three begin with a time. Where nothing says what they are, they go back or most are on the minute:
    somebody's day goes on from one round time to the next, and so do opening hours."""
    found = (TIMED.match(layout.words(piece)) for piece in layout.pieces if _is_timed(layout, piece))
    times = [tuple(map(int, _FIGURES.findall(time[0])[:2])) for time in found if time]
    back = sum(first > second for first, second in pairwise(times))
    exact = sum(len(time) > 1 and time[1] % _ROUND > 0 for time in times)
    return len(times) >= _TIMES and (said or 2 * max(back, exact) >= len(times))


def _timed(layout: Layout, piece: Piece) -> Iterator[Piece]:
    """A time by itself or with a headline is a heading; a paragraph that begins with one keeps its words."""
    words = layout.words(piece)
    found = TIMED.match(words)
    assert found
    told = len(words) > _SENTENCE or words.rstrip().endswith((".", "!", "”"))
    if piece.kind is BlockKind.HEADING or not found.end() < len(words) - _SENTENCE // 2 or not told:
        yield replace(piece, kind=BlockKind.HEADING, style="time")
        return
    head = Span(piece.span.start, piece.span.start + found.end())
    start = head.end + len(words[found.end() :]) - len(words[found.end() :].lstrip(_REST))
    yield Piece(BlockKind.HEADING, head, "time", whole=Span(piece.outer.start, head.end))
    yield Piece(BlockKind.PARAGRAPH, Span(start, piece.span.end))


def _consecutive(layout: Layout) -> Sequence[Piece]:
    """Short lines that are numbered one after the other, each run from 1 on and one of them from 1 to 2."""
    found: list[Piece] = []
    run: list[Piece] = []
    longest = 0
    for piece in layout.pieces:
        number = _number(layout, piece)
        if number is None:
            continue
        if number != len(run) + 1:
            found, longest, run = [*found, *run], max(longest, len(run)), []
        if number == len(run) + 1:
            run.append(piece)
    return [*found, *run] if max(longest, len(run)) >= 2 else []


def _number(layout: Layout, piece: Piece) -> int | None:
    if piece.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    whole = piece.outer.cut(layout.text)
    matched = _NUMBERED_LINE.match(whole)
    if matched is None or len(whole) > _SHORT_LINE:
        return None
    return int(matched[1])
