"""Newsletters that open with a table of contents: what it names is found again below, and there an item begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cellwire.documents.layout import Layout, Piece, bare, marks, word_count
from cellwire.documents.roundups.starts import is_day
from cellwire.model import BlockKind

_LONGEST = 20  # words of a line of contents
_GROUP = 8  # words of a name of a group
_LEAST = 2  # lines that are found again
_TOLD = 12  # words of a paragraph that tells something
_HEADLINE = 4
_REPEATED = 2  # times that a line may be told: one that comes again and again names an outlet or a writer
_NEAR = 80  # pieces among which contents stand
_FAR = 2_000  # pieces in which they are looked for
_NUMBER = re.compile(r"^[\s#*>]*\(?(\d{1,2})[.)、．]\s*")
_PER_LINE = re.compile(r"\w[\w’'.-]*")


def listed_items(layout: Layout, *, said: bool) -> tuple[tuple[Piece, ...], ...]:
    """What stands between the places where the lines of contents are found again, each place an item's beginning.

    A long article may have a table of contents too: it needs to be `said` that this is a roundup, or a line above the
    list that says that it names the issue's news.
    """
    pieces = [piece for piece in layout.pieces if piece.kind is not BlockKind.TITLE]
    announced = any(marks().contents.fullmatch(bare(layout.words(piece)).rstrip(" :")) for piece in pieces[:25])
    starts = _without_groups(layout, pieces, _found_again(layout, pieces)) if said or announced else []
    if len(starts) < (_LEAST if announced else _LEAST + 1):
        return ()
    starts = _with_more(layout, pieces, starts)
    ends = [*starts[1:], len(pieces)]
    found = (tuple(_own(layout, pieces[start:end])) for start, end in zip(starts, ends, strict=True))
    return tuple(item for item in found if item)


def _with_more(layout: Layout, pieces: Sequence[Piece], starts: list[int]) -> list[int]:
    """Contents may name the first news only: headlines like theirs go on below, each with a paragraph."""
    style, kind = pieces[starts[-1]].style, pieces[starts[-1]].kind
    if kind is not BlockKind.HEADING or any(pieces[start].style != style for start in starts):
        return starts
    more = [
        number
        for number, after in pairwise(range(starts[-1] + 1, len(pieces)))
        if pieces[number].kind is kind
        and pieces[number].style == style
        and pieces[after].kind is BlockKind.PARAGRAPH
        and not pieces[after].linked
        and word_count(layout.words(pieces[after])) >= _TOLD
        and len(layout.words(pieces[number]).split()) >= _HEADLINE
    ]
    return [*starts, *more]


def _found_again(layout: Layout, pieces: Sequence[Piece]) -> list[int]:
    """Numbers of the pieces that begin with a line that stood, short and by itself, among others before all of them.

    The lines of contents follow one another, names of groups between them: at least half of them are found again.
    """
    best: list[int] = []
    heads = [_heads(layout, piece) for piece in pieces[:_FAR]]
    told = Counter(heads)
    for first, end in _runs(layout, pieces[:_NEAR]):
        last = _end_of_contents(pieces, heads, first, end)
        lines = heads[first:last]
        places: dict[int, int] = {}
        after = last - 1
        for number, line in enumerate(lines):
            if told[line] > _REPEATED:
                continue
            place = next((at for at in range(after + 1, len(heads)) if _alike(line, heads[at])), None)
            if place is not None:
                places[number] = after = place
        within = max(places) - min(places) + 1 if places else 0
        if len(places) > len(best) and len(places) * 2 >= within:
            best = _with_siblings(pieces, list(places.values()), last, len(lines))
    return best


def _without_groups(layout: Layout, pieces: Sequence[Piece], places: list[int]) -> list[int]:
    """A short line right above another that is found again names a group of news."""
    groups = {
        place
        for place, after in pairwise(places)
        if after == place + 1 and word_count(layout.words(pieces[place])) <= _GROUP
    }
    return [place for place in places if place not in groups]


def _end_of_contents(pieces: Sequence[Piece], heads: Sequence[tuple[str, str]], first: int, last: int) -> int:
    """Contents end before a heading that they name, for that may follow their last line."""
    for number in range(first + 1, last):
        listed = heads[first:number]
        if pieces[number].kind is BlockKind.HEADING and any(_alike(line, heads[number]) for line in listed):
            return number
    return last


def _with_siblings(pieces: Sequence[Piece], places: list[int], start: int, count: int) -> list[int]:
    """Where headings are worded anew, all of their style below the contents, if they are about as many."""
    style = pieces[places[0]].style
    if not style or pieces[places[0]].kind is not BlockKind.HEADING or len(places) == count:
        return places
    same = [
        number
        for number in range(start, len(pieces))
        if pieces[number].kind is BlockKind.HEADING and pieces[number].style == style
    ]
    return same[:count] if count <= len(same) <= count + 2 else places


def _runs(layout: Layout, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Stretches of short lines in the first half, at least two in a row."""
    start = None
    for number, piece in enumerate(pieces):
        short = _is_line(layout, piece)
        if short and start is None:
            start = number
        elif not short and start is not None:
            if number - start >= _LEAST:
                yield start, number
            start = None


def _is_line(layout: Layout, piece: Piece) -> bool:
    """A short line of at least two words, or a numbered one of any; a day is none."""
    words = layout.words(piece)
    told = sum(len(word) > 2 for word in re.findall(r"[^\W\d_]+", words))
    enough = told >= (1 if piece.style == "numbered" else 2) or word_count(words) > len(words.split()) + 2
    return (
        piece.kind is not BlockKind.LINKS
        and not is_day(layout, piece)
        and enough
        and len(words.split()) <= _LONGEST
        and not words.rstrip().endswith((".", ":"))
    )


def _heads(layout: Layout, piece: Piece) -> tuple[str, str]:
    """What a piece begins with, its number apart: the line of a heading or list, the first line of a paragraph."""
    line = piece.outer.cut(layout.text).strip().partition("\n")[0][:200]
    number = _NUMBER.match(line)
    return (number[1].lstrip("0") or "0") if number else "", _folded(line)


def _folded(words: str) -> str:
    return " ".join(word.rstrip(".'’-") for word in _PER_LINE.findall(_NUMBER.sub("", bare(words)).casefold()))


def _alike(listed: tuple[str, str], headed: tuple[str, str]) -> bool:
    """Equal, or one begins with the other, or they share most of their words, or number and first word."""
    (number, line), (same, heading) = listed, headed
    one, other = line.split(), heading.split()
    if number and number == same and one and other and heading.startswith(one[0][:5]):
        return True
    if len(one) < 2 or not other:
        return bool(one) and one == other
    if heading.startswith(line + " ") or line == heading or (len(other) >= 3 and line.startswith(heading + " ")):
        return True
    one, other = ([word for word in words if len(word) > 3 and word.isalpha()] for words in (one, other))
    shared, most = len(set(one) & set(other)), max(len(set(one)), len(set(other)))
    return len(other) <= _LONGEST and shared >= 2 and (shared == most or (shared >= 3 and shared * 5 >= most * 3))


def _own(layout: Layout, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces up to one that ends the news of the whole issue (who made it, how to leave the list)."""
    for piece in pieces:
        if marks().imprint.match(bare(layout.words(piece))):
            return
        yield piece
