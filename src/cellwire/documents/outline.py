"""A roundup by its outline: a heading right above prose heads a news; one right above entries names a group of them.

Entries are those of a list, paragraphs with bold beginnings, or paragraphs that each lead elsewhere. A heading further
in than most that head news names a part of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from cellwire.documents.entries import is_listed
from cellwire.documents.layout import PROSE, Layout, Piece
from cellwire.documents.marks import bare, marks
from cellwire.documents.sections import count_of
from cellwire.documents.subjects import common_subject
from cellwire.model import UNREAD, BlockKind

Stretch = tuple[Piece, ...]

_TELLS, _HOLDS, _LEADS = 6, 4, 2  # words of an entry that tells something, of one with a link and of one that is a link
_INTRO = 60  # words of a paragraph that announces a list
_SHORT = 80  # words of a paragraph that is a news by itself
_LEAST = 3  # paragraphs in a row that each lead elsewhere
_LISTED = 5  # entries of a list below prose that are the news where no headings are
_WORDS_A_LINK = 85  # words for each link in a text that leads elsewhere
_ONE = 0.8  # of the stretches that one name runs through where they tell of one thing
_HEADLINE = 8  # words of a heading that names no group
_LOWEST = 6  # the rank of the lowest heading that markup knows
_RANKS = {"bracket": 7, "bold": 8, "numbered": 8, "line": 9}
_SITE = re.compile(r"https?://(?:www\.)?([^/?#\s]+)")
_LABEL = re.compile(r"(?:[^:：\n]{1,30}[:：])?")
_ADDRESS = re.compile(r"\]\(|https?://|www\.")


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading, if one stands above, and what follows it up to the next heading of any rank."""

    head: Piece | None
    below: Stretch
    deeper: bool  # whether the next heading is of a lower rank

    @property
    def rank(self) -> int:
        return rank_of(self.head) if self.head else 0

    @property
    def pieces(self) -> Stretch:
        return (self.head, *self.below) if self.head else self.below


def outlined(layout: Layout) -> tuple[Stretch, ...]:
    """The news of a page that is known to hold several, in their order."""
    parts = _joined(layout, list(_parts(layout)))
    told = [part for part in parts if part.head and _is_told(layout, part)]
    apart = _are_apart(layout, told)
    heading = [part for part in told if not (apart and _paragraphs(part))]
    ranks = Counter(part.rank for part in heading)
    main = _main(layout, parts, heading)
    few = ranks[main] < _LEAST
    repeated = _repeated(layout, parts)
    items: list[list[Piece]] = []
    last = 0  # the rank of the news that parts further in belong to
    for part in parts:
        if last and part.rank > last:
            items[-1] += part.pieces
            continue
        last = 0
        if part in heading and not (few and _starts(layout, part, few=True)):
            if part.rank == main:
                items.append(list(part.pieces))
                last = part.rank
        elif few or part.rank <= main:
            units = _units(layout, part, few=few, apart=apart)
            items += [unit for unit in units if _label(layout, unit[0]) not in repeated]
    return tuple(_trimmed(item) for item in items)


def leads_elsewhere(layout: Layout, *, by_heads: bool) -> bool:
    """Several stretches that hold much of the text and no one name in common, most of them with a link, and many links;
    where `by_heads`, most of their headlines are the links. A page's own list leads to one site."""
    found = outlined(layout)
    whole = sum(count_of(layout.words(piece)) for piece in layout.pieces if piece.kind in PROSE or is_listed(piece))
    texts = [" \n".join(layout.words(piece) for piece in pieces) for pieces in found]
    links = sum(_links(layout, piece) for piece in layout.pieces if piece.kind is not BlockKind.TITLE)
    leading = sum(any(_links(layout, piece) for piece in pieces) for pieces in found)
    hosts = {site[1] for pieces in found if pieces[0].link and (site := _SITE.match(pieces[0].link))}
    linked = sum(pieces[0].linked for pieces in found) * 5 >= len(found) * 3
    own = linked and len(found) >= _LISTED and len(hosts) * 3 < len(found)
    return (
        len(found) >= (_LISTED if by_heads else _LEAST)
        and leading * 2 >= len(found)
        and (linked or not by_heads)
        and not own
        and links * _WORDS_A_LINK >= whole
        and sum(map(count_of, texts)) * 5 >= whole * (3 if by_heads else 2)
        and not common_subject(texts, _ONE)
    )


def _links(layout: Layout, piece: Piece) -> int:
    return max(piece.links, len(_ADDRESS.findall(piece.outer.cut(layout.text))))


def _main(layout: Layout, parts: Sequence[_Part], heading: Sequence[_Part]) -> int:
    """The rank of the headings under which most of the text stands, with what is further in and no news of its own."""
    words: Counter[int] = Counter()
    current = 0
    for part in parts:
        count = sum(count_of(layout.words(piece)) for piece in part.below)
        own = part in heading
        if own and (not current or part.rank <= current or part.rank <= _LOWEST):
            current = part.rank
        elif current and part.rank <= current:
            current = 0
        words[current] += count
    del words[0]
    return max(words, key=lambda rank: (words[rank], -rank), default=0)


def _label(layout: Layout, piece: Piece) -> str:
    found = _LABEL.match(layout.words(piece))
    return found[0] if found else ""


def _repeated(layout: Layout, parts: Sequence[_Part]) -> set[str]:
    """What a line begins with below many headings: "Editor: …", "Jobs: …"."""
    labels = Counter(
        label
        for part in parts
        for label in {_label(layout, piece) for piece in part.below if is_listed(piece)}
        if label
    )
    return {label for label, count in labels.items() if count >= _LEAST}


def is_ranked(piece: Piece) -> bool:
    """A heading that markup knows as one."""
    return piece.kind is BlockKind.HEADING and rank_of(piece) <= _LOWEST


def rank_of(head: Piece) -> int:
    """How far down a heading stands: 1 to 6 for those that markup knows, more for others."""
    found = re.fullmatch(r"h([1-6])", head.style)
    return int(found[1]) if found else _RANKS.get(head.style, 9)


def _parts(layout: Layout) -> Iterator[_Part]:
    heads = [n for n, piece in enumerate(layout.pieces) if _heads(layout, piece)]
    lines = _lines(layout)
    starts = [0, *sorted({*heads, *(lines if len(lines) >= _LEAST else ())})]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(layout.pieces)
        inside = layout.pieces[start:end]
        head = inside[0] if number and inside else None
        below = tuple(piece for piece in inside[1 if head else 0 :] if piece.kind is not BlockKind.TITLE)
        after = layout.pieces[end] if end < len(layout.pieces) else None
        yield _Part(head, below, bool(head and after and rank_of(after) > rank_of(head)))


def _joined(layout: Layout, parts: list[_Part]) -> list[_Part]:
    """Where each headline has just one heading below it, nothing between, that is a line of its own: "by Ann Lee"."""
    above = [n for n, part in enumerate(parts) if part.head and part.deeper and not _read(part)]
    single = [n for n in above if n + 2 >= len(parts) or parts[n + 2].rank <= parts[n].rank]
    if (
        len(single) < _LEAST
        or len(single) * 5 < len(above) * 4
        or not _say_alike(layout, [parts[n + 1] for n in single])
    ):
        return parts
    joined = {n: replace(parts[n], below=parts[n].below + parts[n + 1].pieces, deeper=False) for n in single}
    return [joined.get(n, part) for n, part in enumerate(parts) if n - 1 not in joined]


def _say_alike(layout: Layout, parts: Sequence[_Part]) -> bool:
    """Whether most headings begin with one word: "Author: …", "By …"."""
    words = Counter(bare(layout.words(part.head)).split()[:1][0] for part in parts if part.head)
    return words.most_common(1)[0][1] * 5 >= len(parts) * 4


def _lines(layout: Layout) -> list[int]:
    """Lines that are links right above prose."""
    return [
        number
        for number, (piece, after) in enumerate(pairwise(layout.pieces))
        if piece.kind is BlockKind.PARAGRAPH
        and piece.linked
        and count_of(layout.words(piece)) >= _HOLDS
        and after.kind is BlockKind.PARAGRAPH
        and not after.linked
    ]


def _heads(layout: Layout, piece: Piece) -> bool:
    """A bold sentence is none."""
    sentence = not is_ranked(piece) and bare(layout.words(piece)).endswith((".", "。"))
    return piece.kind is BlockKind.HEADING and not sentence


def _read(part: _Part) -> list[Piece]:
    unread = UNREAD | {BlockKind.HEADING}
    return [piece for piece in part.below if piece.kind not in unread or is_listed(piece)]


def _is_told(layout: Layout, part: _Part) -> bool:
    """Prose stands right below the heading, and it is no announcement of a list."""
    read = _read(part)
    if not read or read[0].kind not in PROSE or _names_part(layout, part.head):
        return False
    headline = part.head is not None and count_of(layout.words(part.head)) >= _HEADLINE
    return headline or not (is_listed(read[0]) or _starts(layout, part))


def _names_part(layout: Layout, head: Piece | None) -> bool:
    line = bare(layout.words(head)) if head else ""
    return count_of(line) < _TELLS and bool(marks().part_heading.fullmatch(line))


def _starts(layout: Layout, part: _Part, *, few: bool = False) -> list[Piece]:
    """Where the entries below a heading begin; none where it heads a news itself. Where `few` headings do, a line may
    announce the entries."""
    read = _read(part)
    led = part.rank <= _LOWEST
    entries = _entries(layout, part)
    found = [piece for piece in read if piece in entries or (piece.lead and led and not is_listed(piece))]
    if not found or (part.head and count_of(layout.words(part.head)) >= _HEADLINE):
        return []
    above = read[: read.index(found[0])]
    announced = few and len(above) == 1 and count_of(layout.words(above[0])) <= _INTRO and is_listed(found[0])
    if above and not (announced and (_announces(layout, above[0]) or all(_links(layout, each) for each in found))):
        return []
    if len(found) == 1 and part.deeper and not is_listed(found[0]):
        return []
    telling = sum(_tells(layout, piece) for piece in found)
    return found if telling * 5 >= len(found) * 3 else []


def _announces(layout: Layout, piece: Piece) -> bool:
    return bare(layout.words(piece)).endswith((":", "："))


def _entries(layout: Layout, part: _Part) -> set[Piece]:
    """Entries of lists; one that names a group is none and those within it are, elsewhere those within one are not."""
    found: set[Piece] = set()
    named = False
    for piece in filter(is_listed, _read(part)):
        if piece.style != "inner":
            named = _announces(layout, piece) and not piece.linked
        if named == (piece.style == "inner"):
            found.add(piece)
    return found


def _tells(layout: Layout, piece: Piece) -> bool:
    least = _LEADS if piece.linked else _HOLDS if _links(layout, piece) else _TELLS
    return count_of(layout.words(piece)) >= least


def _units(layout: Layout, part: _Part, *, few: bool, apart: bool) -> Iterator[list[Piece]]:
    """The entries of a part, each with what stands between it and the next; prose after a list is nobody's."""
    if part.head:
        starts = _starts(layout, part, few=few) or (_leading(layout, part) if apart else [])
    else:
        starts = _unheaded(layout, part) if few else []
    current: list[Piece] = []
    for piece in part.below:
        if piece in starts:
            if current:
                yield current
            current = [piece]
        elif current and is_listed(current[0]) and piece.kind is BlockKind.PARAGRAPH:
            yield current
            current = []
        elif current:
            current.append(piece)
    if current:
        yield current


def _unheaded(layout: Layout, part: _Part) -> list[Piece]:
    """Where news begin that no heading stands above: at bold beginnings, or at entries of lists that tell something."""
    read = _read(part)
    led = [piece for piece in read if piece.lead and piece.kind is BlockKind.PARAGRAPH]
    if len(led) >= _LEAST and len(led) * 2 >= len(read):
        return led
    entries = _entries(layout, part)
    runs = [list(run) for told, run in groupby(read, lambda piece: piece.kind is not BlockKind.PARAGRAPH) if told]
    found = [[piece for piece in run if piece in entries] for run in runs]
    telling = [run for run in found if sum(_tells(layout, piece) for piece in run) * 5 >= len(run) * 3]
    listed = [piece for run in telling for piece in run]
    return listed if len(listed) >= _LISTED else []


def _paragraphs(part: _Part) -> bool:
    return sum(piece.kind is BlockKind.PARAGRAPH for piece in _read(part)) >= 2


def _are_apart(layout: Layout, told: Sequence[_Part]) -> bool:
    """Whether the paragraphs below headings are news of their own: in most parts that have several."""
    long = [part for part in told if _paragraphs(part)]
    return bool(long) and sum(_leads_on(layout, part) for part in long) * 2 > len(long)


def _leads_on(layout: Layout, part: _Part) -> bool:
    """Most paragraphs are short and each lead elsewhere, and none of those goes on with the one before."""
    read = [piece for piece in _read(part) if piece.kind is BlockKind.PARAGRAPH]
    leading = _leading(layout, part)
    words = [layout.words(piece) for piece in leading]
    return (
        len(leading) * 5 >= len(read) * 3
        and median(map(count_of, words)) <= _SHORT
        and not any(marks().goes_on.match(bare(each)) for each in words)
        and not common_subject(words, 0.5)
    )


def _leading(layout: Layout, part: _Part) -> list[Piece]:
    """The paragraphs that lead elsewhere."""
    read = [piece for piece in _read(part) if piece.kind is BlockKind.PARAGRAPH]
    return [piece for piece in read if _links(layout, piece)]


def _trimmed(pieces: Sequence[Piece]) -> Stretch:
    end = len(pieces)
    while end > 1 and pieces[end - 1].kind in UNREAD:
        end -= 1
    return tuple(pieces[:end])
