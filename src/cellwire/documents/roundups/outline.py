"""A roundup by its outline: a heading right above prose heads a news; one right above entries names a group of them.

Entries are those of a list, paragraphs with bold beginnings, or paragraphs that each lead elsewhere. A heading further
in than most that head news names a part of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks, named
from cellwire.documents.roundups.entries import depth_of, is_listed
from cellwire.documents.roundups.headed import Part, Stretch, ends_of, is_ranked_as, parts_of, read_of
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.subjects import common_subject
from cellwire.model import UNREAD, BlockKind

_TELLS, _HOLDS, _LEADS = 6, 4, 2  # words of an entry that tells something, of one with a link and of one that is a link
_INTRO = 60  # words of a paragraph that announces a list
_SHORT = 80  # words of a paragraph that is a news by itself
_LEAST = 3  # paragraphs in a row that each lead elsewhere
_LISTED = 5  # entries of a list below prose that are the news where no headings are
_WORDS_A_LINK = 85  # words for each link in a text that leads elsewhere
_ONE = 0.8  # of the stretches that one name runs through where they tell of one thing
_HEADLINE = 8  # words of a heading that names no group
_SITE = re.compile(r"https?://(?:www\.)?([^/?#\s]+)")
_LABEL = re.compile(r"(?:[^:：\n]{1,30}[:：])?")
_ADDRESS = re.compile(r"\]\(|https?://|www\.")


@dataclass(frozen=True, slots=True)
class _Page:
    """Parts of a page, where what is further in than each ends, and the ranks of the headings of news within each."""

    layout: Layout
    parts: Sequence[Part]
    heads: frozenset[int]  # where headings that head news stand
    ends: Sequence[int]
    inside: Sequence[Sequence[int]]

    def is_head(self, number: int) -> bool:
        return self.parts[number].start in self.heads


def _page(layout: Layout, parts: Sequence[Part], heads: frozenset[int]) -> _Page:
    ends = ends_of(parts)
    inside = [[part.rank for part in parts[number + 1 : end] if part.start in heads] for number, end in enumerate(ends)]
    return _Page(layout, parts, heads, ends, inside)


def outlined(layout: Layout) -> tuple[Stretch, ...]:
    """The news of a page that is known to hold several, in their order."""
    parts = parts_of(layout)
    told = [part for part in parts if part.head and _is_told(layout, part)]
    apart = _are_apart(layout, told)
    heading = _heading(layout, [part for part in told if not (apart and _paragraphs(part))])
    repeated = _repeated(layout, parts)
    found = _news(_page(layout, parts, frozenset(part.start for part in heading)), apart=apart)
    return tuple(_trimmed(item) for item in found if _label(layout, item[0]) not in repeated)


def _heading(layout: Layout, told: list[Part]) -> list[Part]:
    """Where most headlines are links, a short one that is none names a group of news."""
    if not _are_links(told):
        return told
    return [part for part in told if part.head and (part.head.linked or _words(layout, part) >= _TELLS)]


def _are_links(parts: Sequence[Part]) -> bool:
    return sum(part.head is not None and part.head.linked for part in parts) * 3 >= max(len(parts), _LEAST) * 2


def _words(layout: Layout, part: Part) -> int:
    return count_of(layout.words(part.head)) if part.head else 0


def _news(page: _Page, *, apart: bool) -> list[list[Piece]]:
    """The news of some parts, those of its groups told by what heads news there."""
    layout, parts = page.layout, page.parts
    groups = _groups(page)
    main = _main(page, groups)
    heading = [part for number, part in enumerate(parts) if page.is_head(number)]
    few = sum(part.rank == main for part in heading) < _LEAST
    links = _are_links(heading)
    items: list[list[Piece]] = []
    number = 0
    while number < len(parts):
        part, end = parts[number], page.ends[number]
        after = number + 1
        if part.head and marks().summary.fullmatch(named(layout.words(part.head))):
            after = end
        elif number in groups and main not in page.inside[number]:
            items += _news(_page(layout, parts[after:end], page.heads), apart=apart)
            after = end
        elif page.is_head(number) and not (few and _starts(layout, part, few=True)):
            if part.rank == main:
                items.append([piece for each in parts[number:end] for piece in each.pieces])
                after = end
            elif items and part.rank < main and _said_below(page, part) > _INTRO:
                items.append(list(part.pieces))
        elif links and part.rank == main and part.head and part.head.linked and _tells(layout, part.head):
            items.append(list(part.pieces))
        elif few or part.rank <= main:
            items += _units(layout, part, few=few, apart=apart)
        number = after
    return items


def _groups(page: _Page) -> set[int]:
    """Numbers of parts that name groups: with nothing below the heading but headings of news further in, or with a line
    or two above at least three of those, where that is rare for a heading of its rank."""
    ranks = Counter(part.rank for number, part in enumerate(page.parts) if page.is_head(number))
    deep = Counter(part.rank for number, part in enumerate(page.parts) if page.is_head(number) and page.inside[number])
    return {
        number
        for number, part in enumerate(page.parts)
        if page.inside[number]
        and (
            not part.below
            or (deep[part.rank] * 3 <= ranks[part.rank] and len(page.inside[number]) >= _LEAST and _is_name(page, part))
        )
    }


def _is_name(page: _Page, part: Part) -> bool:
    """A short heading with no more than a line or two below it."""
    return _said_below(page, part) <= _INTRO and _words(page.layout, part) < _TELLS


def _main(page: _Page, groups: set[int]) -> int:
    """The rank of the headings under which most of the text stands, with what is further in and no news of its own;
    that of groups left out where enough news stand outside of them."""
    outside: list[int] = []
    number = 0
    while number < len(page.parts):
        outside.append(number)
        number = page.ends[number] if number in groups else number + 1
    heads = sum(page.is_head(number) and number not in groups for number in outside)
    words: Counter[int] = Counter()
    current = 0
    for number in outside if heads >= _LEAST else range(len(page.parts)):
        part = page.parts[number]
        if page.is_head(number) and (not current or part.rank <= current or is_ranked_as(part.rank)):
            current = part.rank
        elif current and part.rank <= current:
            current = 0
        words[current] += sum(count_of(page.layout.words(piece)) for piece in part.below)
    del words[0]
    main = max(words, key=lambda rank: (words[rank], -rank), default=0)
    return _above(page, main) or main


def _above(page: _Page, main: int) -> int:
    """The rank of headings that each tell at length what those below them go on with; 0 where there are none."""
    told = [number for number, part in enumerate(page.parts) if page.is_head(number) and part.rank < main]
    inner = sum(page.is_head(number) and part.rank == main for number, part in enumerate(page.parts))
    within = sum(page.inside[number].count(main) for number in told)
    long = sum(_said_below(page, page.parts[number]) > _INTRO for number in told)
    apart = len({page.parts[number].rank for number in told}) == 1 and within == inner
    return page.parts[told[0]].rank if len(told) > 1 and apart and long * 5 >= len(told) * 4 else 0


def _said_below(page: _Page, part: Part) -> int:
    return sum(count_of(page.layout.words(piece)) for piece in part.below)


def leads_elsewhere(layout: Layout, *, by_heads: bool) -> bool:
    """Several stretches that hold much of the text and no one name in common, most of them with a link, and many links;
    where `by_heads`, most of their headlines are the links. A page's own list leads to one site."""
    whole = sum(count_of(layout.words(piece)) for piece in layout.pieces if piece.kind in PROSE or is_listed(piece))
    links = sum(links_of(layout, piece) for piece in layout.pieces if piece.kind is not BlockKind.TITLE)
    if links * _WORDS_A_LINK < whole:
        return False
    found = outlined(layout)
    texts = [" \n".join(layout.words(piece) for piece in pieces) for pieces in found]
    leading = sum(any(links_of(layout, piece) for piece in pieces) for pieces in found)
    hosts = {site[1] for pieces in found if pieces[0].link and (site := _SITE.match(pieces[0].link))}
    linked = sum(pieces[0].linked for pieces in found) * 5 >= len(found) * 3
    own = linked and len(found) >= _LISTED and len(hosts) * 3 < len(found)
    return (
        len(found) >= (_LISTED if by_heads else _LEAST)
        and leading * 2 >= len(found)
        and (linked or not by_heads)
        and not own
        and sum(map(count_of, texts)) * 5 >= whole * (3 if by_heads else 2)
        and not common_subject(texts, _ONE)
    )


def links_of(layout: Layout, piece: Piece) -> int:
    """To how many places a piece leads, addresses that are written out too."""
    return max(piece.links, len(_ADDRESS.findall(piece.outer.cut(layout.text))))


def _label(layout: Layout, piece: Piece) -> str:
    found = _LABEL.match(layout.words(piece))
    return found[0] if found else ""


def _repeated(layout: Layout, parts: Sequence[Part]) -> set[str]:
    """What a line begins with below many headings: "Editor: …", "Jobs: …"."""
    labels = Counter(
        label
        for part in parts
        for label in {_label(layout, piece) for piece in part.below if is_listed(piece)}
        if label
    )
    return {label for label, count in labels.items() if count >= _LEAST}


def _is_told(layout: Layout, part: Part) -> bool:
    """Prose stands right below the heading, and it is no announcement of a list."""
    read = read_of(part)
    if not read or read[0].kind not in PROSE or _names_part(layout, part.head):
        return False
    headline = part.head is not None and count_of(layout.words(part.head)) >= _HEADLINE
    return headline or _links_first(layout, part) or not (is_listed(read[0]) or _starts(layout, part))


def _links_first(layout: Layout, part: Part) -> bool:
    """A short list of links above most of the words: they belong to the news that the heading heads."""
    read = read_of(part)
    links = list(takewhile(lambda piece: is_listed(piece) and piece.linked, read))
    told = [piece for piece in read[len(links) :] if piece.kind is BlockKind.PARAGRAPH and not piece.linked]
    above, below = (sum(count_of(layout.words(piece)) for piece in each) for each in (links, told))
    return bool(links) and len(links) + len(told) == len(read) and below > above * 2


def _names_part(layout: Layout, head: Piece | None) -> bool:
    line = bare(layout.words(head)) if head else ""
    return count_of(line) < _TELLS and bool(marks().part_heading.fullmatch(line))


def _starts(layout: Layout, part: Part, *, few: bool = False) -> list[Piece]:
    """Where the entries below a heading begin; none where it heads a news itself. Where `few` headings do, a line may
    announce the entries."""
    read = read_of(part)
    led = is_ranked_as(part.rank)
    entries = _entries(layout, part)
    found = [piece for piece in read if piece in entries or (led and _begins_bold(piece) and not is_listed(piece))]
    if not found or _words(layout, part) >= _HEADLINE or _links_first(layout, part):
        return []
    above = read[: read.index(found[0])]
    if above and not (few and _are_announced(layout, above, found)):
        return []
    if len(found) == 1 and part.deeper and not is_listed(found[0]):
        return []
    telling = sum(_tells(layout, piece) for piece in found)
    return found if telling * 5 >= len(found) * 3 else []


def _begins_bold(piece: Piece) -> bool:
    """What is bold throughout has no bold beginning."""
    return piece.lead is not None and (piece.lead.end - piece.lead.start) * 5 < (piece.span.end - piece.span.start) * 4


def _are_announced(layout: Layout, above: Sequence[Piece], found: Sequence[Piece]) -> bool:
    """A line above a list that says so or stands above nothing but links."""
    if len(above) != 1 or count_of(layout.words(above[0])) > _INTRO or not is_listed(found[0]):
        return False
    return _announces(layout, above[0]) or all(links_of(layout, each) for each in found)


def _announces(layout: Layout, piece: Piece) -> bool:
    return bare(layout.words(piece)).endswith((":", "："))


def _entries(layout: Layout, part: Part) -> set[Piece]:
    """Entries of lists; one that names a group is none and those within it are, elsewhere those within one are not."""
    found: set[Piece] = set()
    named = False
    depth: int | None = None
    for piece in filter(is_listed, read_of(part)):
        inner = piece.style == "inner" or (depth is not None and depth_of(layout, piece) > depth)
        if not inner:
            named = _announces(layout, piece) and not piece.linked
            depth = depth_of(layout, piece)
        if named == inner:
            found.add(piece)
    return found


def _tells(layout: Layout, piece: Piece) -> bool:
    least = _LEADS if piece.linked else _HOLDS if links_of(layout, piece) else _TELLS
    return count_of(layout.words(piece)) >= least


def _units(layout: Layout, part: Part, *, few: bool, apart: bool) -> Iterator[list[Piece]]:
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


def _unheaded(layout: Layout, part: Part) -> list[Piece]:
    """Where news begin that no heading stands above: at bold beginnings, or at entries of lists that tell something."""
    read = read_of(part)
    led = [piece for piece in read if piece.kind is BlockKind.PARAGRAPH and _begins_bold(piece)]
    if len(led) >= _LEAST and len(led) * 2 >= len(read):
        return led
    entries = _entries(layout, part)
    runs = [list(run) for told, run in groupby(read, lambda piece: piece.kind is not BlockKind.PARAGRAPH) if told]
    found = [[piece for piece in run if piece in entries] for run in runs]
    telling = [run for run in found if sum(_tells(layout, piece) for piece in run) * 5 >= len(run) * 3]
    listed = [piece for run in telling for piece in run]
    return listed if len(listed) >= _LISTED else []


def _paragraphs(part: Part) -> bool:
    return sum(piece.kind is BlockKind.PARAGRAPH for piece in read_of(part)) >= 2


def _are_apart(layout: Layout, told: Sequence[Part]) -> bool:
    """Whether the paragraphs below headings are news of their own: in most parts that have several."""
    long = [part for part in told if _paragraphs(part)]
    return bool(long) and sum(_leads_on(layout, part) for part in long) * 2 > len(long)


def _leads_on(layout: Layout, part: Part) -> bool:
    """Most paragraphs are short and each lead elsewhere, and none of those goes on with the one before."""
    read = [piece for piece in read_of(part) if piece.kind is BlockKind.PARAGRAPH]
    leading = _leading(layout, part)
    words = [layout.words(piece) for piece in leading]
    return (
        len(leading) * 5 >= len(read) * 3
        and median(map(count_of, words)) <= _SHORT
        and not any(marks().goes_on.match(bare(each)) for each in words)
        and not common_subject(words, 0.5)
    )


def _leading(layout: Layout, part: Part) -> list[Piece]:
    """The paragraphs that lead elsewhere."""
    read = [piece for piece in read_of(part) if piece.kind is BlockKind.PARAGRAPH]
    return [piece for piece in read if links_of(layout, piece)]


def _trimmed(pieces: Sequence[Piece]) -> Stretch:
    end = len(pieces)
    while end > 1 and pieces[end - 1].kind in UNREAD:
        end -= 1
    return tuple(pieces[:end])
