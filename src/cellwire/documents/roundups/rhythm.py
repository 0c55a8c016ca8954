"""News that begin or end alike: what repeats down a page parts it, whatever it looks like.

A news may begin with a sign of its own ("¶", an emoji, "[#mining]"), with a day, or be a line or a link by itself. It
may end with its source in brackets, with a word ("Link", "Read more"), with a line that comes again and again, or with
an address below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.entries import names_group, opens
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.starts import begins_with_day, unmarked
from cellwire.documents.roundups.subjects import common_subject, tells_of_title
from cellwire.model import NEVER_NEWS, BlockKind, Span

Stretch = tuple[Piece, ...]

_TOLD = PROSE | {BlockKind.HEADING}
_LEAST = 3  # news that begin or end alike
_LINES = 5  # that are nothing but a line each
_LONGEST = 150  # words of most of them
_UNEVEN = 4  # times that long ones may be as long as the one in the middle
_LABEL = 7  # words of a line that tells nothing by itself: whose report it is
_PARAGRAPH = 12  # words of a news that is a paragraph by itself
_THROUGH = 0.5  # of the news that a name or a word of the title runs through where they tell of one thing
_SENTENCE = 5  # words of a headline in bold, and of what stands behind it
_TELLS = 6  # words of a news, whatever it ends with
_LINKED, _HEADLINE, _LONG_LINE = 2, 4, 25  # words of a link, of a headline, of the longest headline
_GROUP = 3  # words of a group's name before a colon
_FEW = 3  # pieces of a news in brief
_CLOSER = 6  # words of a line that stands below each news
_SIGN = re.compile(
    '\\W{0,4}(?:[\u2190-\u2bff\u3030\U0001f000-\U0001faff\u00a7\u00b6]\ufe0f?|\\[#\\w+\\])[\\s\u200d\ufe0f\U0001f000-\U0001faff]*(?=[\\s\\w–—“"«])'
)
_TYPED = re.compile(r"(?:\*{1,3}|\+{1,3}|[•‣▪■◦●◆►»›]|[–—-]{1,2})\s+(?=[\w“\"‘'$€£¥])")  # a list's sign, written out
_STOPS = (".", "!", ":", ";", ",", "…", '."', ".”")
_SOURCE = re.compile(r"[\[(][A-Z][^\[\]()\d]{1,60}[\])]\W*$")  # a day in brackets is none
_NUMBER = re.compile(r"\W{0,4}(\d{1,3})(?:\.\)|[.)、．])(?!\d)")
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ]{4,}|[A-ZÀ-Þ]{2,} [A-ZÀ-Þ]{2,})(?: [A-ZÀ-Þ]{2,}){0,3}(?='s|’s|,? [\w(])(?!:)")
_AFTER_NAME = frozenset("(,'’")
_FIGURES = re.compile(r"\d+")
_INVITATION = 200  # characters that "Read the full story" at an end has at most, with what stands before it
_RULE = re.compile(r"^[ \t]*(?:[*=_~#-][ \t]*)+$", re.MULTILINE)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_TAIL = re.compile(r"(?:^|[\s.!?”\"])\(?([^\W\d_]\w+)\)?\W*$")  # the last word of a paragraph


Begins = Callable[[Layout, Piece], bool]


def alike(layout: Layout) -> tuple[Stretch, ...]:
    """The news of a roundup that has no headlines; none where nothing repeats that parts most of its text."""
    return max((each for each in (*begun(layout), *ended(layout)) if _fits(layout, each)), key=len, default=())


def begun(layout: Layout) -> Iterator[tuple[Stretch, ...]]:
    """What begins alike, whether or not it parts most of the text."""
    counted = frozenset(_counted(layout))
    for begins in (has_sign, begins_with_day, _has_capitals, lambda _, piece: piece in counted):
        yield stretches_from(layout, begins)


def ended(layout: Layout) -> Iterator[tuple[Stretch, ...]]:
    """What ends alike and parts most of the text."""
    yield from (each for each in (_ruled(layout), *_ended(layout)) if _fits(layout, each))


def sourced(layout: Layout) -> tuple[Stretch, ...]:
    """Where nothing says that it is a roundup: short news that each end in their source, its address or "Read more".

    An article's notes at its foot have no paragraphs between them.
    """
    found = (_addressed(layout), _cited(layout), _inviting(layout))
    return max((each for each in found if _fits(layout, each) and _are_all(layout, each)), key=len, default=())


def bold_headlines(layout: Layout, title: str) -> bool:
    """Whether most paragraphs begin with a bold sentence and go on in plain words, each of another thing: headlines,
    where an article's bold beginnings are labels of a word or two, and an interview's are questions."""
    told = [piece for piece in layout.pieces if piece.kind in PROSE and count_of(layout.words(piece)) > _LABEL]
    led = [piece for piece in told if piece.lead and _is_headline(layout, piece, piece.lead)]
    texts = [layout.words(piece) for piece in led]
    return len(led) >= _LINES and len(led) * 10 >= len(told) * 7 and not tells_of_title(texts, title, 0.5)


def marked_names(layout: Layout) -> bool:
    """Whether most of what is told are paragraphs that each begin with a name in bold or capitals which hardly another
    one has: in an article the names come again."""
    told = [piece for piece in layout.pieces if piece.kind in _TOLD and count_of(layout.words(piece)) > _LABEL]
    names = {piece: name for piece in told if (name := _marked_name(layout, piece))}
    texts = [layout.words(piece) for piece in names]
    own = sum(sum(name in text for text in texts) == 1 for name in names.values())
    return own >= _LINES and len(names) * 10 >= len(told) * 7


def _marked_name(layout: Layout, piece: Piece) -> str:
    """The name that a paragraph begins with in bold or capitals, where its sentence goes on; a day is none."""
    if piece.kind is not BlockKind.PARAGRAPH:
        return ""
    if piece.lead is None:
        found = _CAPITALS.match(layout.words(piece))
        return found[0] if found else ""
    name, rest = unmarked(piece.lead.cut(layout.text)), layout.text[piece.lead.end : piece.span.end].lstrip(" *_")
    goes_on = rest[:1].islower() or rest[:1] in _AFTER_NAME
    return name if goes_on and name[:1].isupper() and not _FIGURES.search(name) else ""


def _has_capitals(layout: Layout, piece: Piece) -> bool:
    """A paragraph that begins with a name in capitals: "VOLVO to start …"."""
    return piece.kind is BlockKind.PARAGRAPH and _CAPITALS.match(layout.words(piece)) is not None


def counted_news(layout: Layout, title: str) -> tuple[Stretch, ...]:
    """Paragraphs that are counted from one on and are all there is, but for one above that may announce them; none
    where they are not each of another thing."""
    found = _counted(layout)
    texts = [layout.words(piece) for piece in found]
    told = [piece for piece in layout.pieces if piece.kind in _TOLD]
    told = told[1:] if told and found and told[0] is not found[0] else told
    if len(found) < _LINES or found != told or min(map(count_of, texts)) < _PARAGRAPH:
        return ()
    one = tells_of_title(texts, title, _THROUGH) or common_subject(texts, _THROUGH)
    return () if one else tuple((piece,) for piece in found)


def _counted(layout: Layout) -> list[Piece]:
    """Paragraphs that begin with one, two, three and so on."""
    found: list[Piece] = []
    for piece in layout.pieces:
        number = _NUMBER.match(layout.words(piece)) if piece.kind is BlockKind.PARAGRAPH else None
        if number and int(number[1]) == len(found) + 1:
            found.append(piece)
    return found


def _is_headline(layout: Layout, piece: Piece, lead: Span) -> bool:
    words = lead.cut(layout.text)
    below = count_of(layout.words(piece)) - count_of(words)
    return count_of(words) >= _SENTENCE and below >= _SENTENCE and not words.rstrip().endswith((":", "?"))


def with_last(layout: Layout, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """And one more news, if what stands below the last could be one whose end is missing, and is no imprint."""
    end = stretches[-1][-1].outer.end
    below = [piece for piece in layout.pieces if piece.outer.start >= end]
    rest = below if _are_headed(layout, stretches) else list(dropwhile(lambda piece: _names(layout, piece), below))
    imprint = any(piece.kind in NEVER_NEWS or marks().imprint.match(bare(layout.words(piece))) for piece in rest)
    fits = 0 < len(rest) <= median(map(len, stretches)) and _tells(layout, rest) and not imprint
    return (*stretches, tuple(rest)) if fits else stretches


def lines(layout: Layout) -> tuple[Stretch, ...]:
    """Links and headlines in order; none where other paragraphs are most of the text."""
    told = [piece for piece in layout.pieces if piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LINKS)]
    found = [piece for piece in told if _is_line(layout, piece)]
    return tuple((line,) for line in found) if len(found) >= _LINES and len(found) * 5 >= len(told) * 3 else ()


def has_sign(layout: Layout, piece: Piece) -> bool:
    words = layout.words(piece)
    signed = _SIGN.match(words) or _TYPED.match(words)
    return piece.kind is BlockKind.PARAGRAPH and bool(signed) and count_of(words) >= _TELLS


def _is_line(layout: Layout, piece: Piece) -> bool:
    line = bare(layout.words(piece))
    if piece.linked:
        return count_of(line) >= _LINKED
    plain = piece.kind is BlockKind.PARAGRAPH and not line.endswith(_STOPS) and not names_group(layout, piece)
    return plain and _HEADLINE <= count_of(line) <= _LONG_LINE and line[:1].isupper()


def stretches_from(layout: Layout, begins: Begins) -> tuple[Stretch, ...]:
    """Each piece that begins so, with the paragraphs below it."""
    stretches: list[list[Piece]] = []
    current: list[Piece] | None = None
    for piece in layout.pieces:
        if begins(layout, piece):
            stretches.append(current := [piece])
        elif piece.kind in NEVER_NEWS or piece.kind not in PROSE or names_group(layout, piece):
            current = None
        elif current is not None:
            current.append(piece)
    return tuple(map(tuple, stretches))


def _ruled(layout: Layout) -> tuple[Stretch, ...]:
    """What stands between lines of stars or dashes, with no name of a group above it."""
    above = zip(layout.pieces, layout.pieces[1:], strict=False)
    ends = {piece for piece, after in above if _RULE.search(layout.text, piece.outer.end, after.outer.start)}
    return _stretches(layout, ends)


def _ended(layout: Layout) -> Iterator[tuple[Stretch, ...]]:
    yield _addressed(layout)
    yield _cited(layout)
    endings = {piece: ending for piece in layout.pieces if (ending := _ending(layout, piece))}
    for ending, count in Counter(endings.values()).most_common(3):
        if count >= _LEAST:
            yield _stretches(layout, {piece for piece in endings if endings[piece] == ending})


def _addressed(layout: Layout) -> tuple[Stretch, ...]:
    return _stretches(layout, {piece for piece in layout.pieces if _is_address(layout, piece)})


def _cited(layout: Layout) -> tuple[Stretch, ...]:
    """Most have a source, from the first that has one on; a short line with one is a news though it looks a heading."""
    cited = [piece for piece in layout.pieces if piece.kind in _TOLD and _SOURCE.search(layout.words(piece))]
    below = layout.pieces[layout.pieces.index(cited[0]) :] if cited else ()
    told = sum(piece.kind in PROSE or piece in cited for piece in below)
    return _stretches(layout, set(cited)) if len(cited) * 5 >= told * 3 else ()


def _inviting(layout: Layout) -> tuple[Stretch, ...]:
    ends = {piece: layout.words(piece)[-_INVITATION:] for piece in layout.pieces}
    return _stretches(layout, {piece for piece, end in ends.items() if marks().invites.search(end)})


def _are_all(layout: Layout, stretches: Sequence[Stretch]) -> bool:
    """News in brief, and half of the whole text."""
    held = sum(count_of(layout.words(piece)) for stretch in stretches for piece in stretch)
    whole = sum(count_of(layout.words(piece)) for piece in layout.pieces if piece.kind in PROSE)
    return median(map(len, stretches)) <= _FEW and held * 2 >= whole


def _is_address(layout: Layout, piece: Piece) -> bool:
    return piece.kind is BlockKind.LINKS and bool(_ADDRESS.fullmatch(layout.words(piece).strip()))


def _ending(layout: Layout, piece: Piece) -> str:
    """A short line without its figures; of a paragraph the last word."""
    line = _FIGURES.sub("", bare(layout.words(piece)).casefold())
    if piece.kind is BlockKind.TITLE or not line:
        return ""
    if len(line.split()) <= _CLOSER:
        return line
    tail = _TAIL.search(line) if piece.kind in PROSE else None
    return f"… {tail[1]}" if tail else ""


def _stretches(layout: Layout, closers: set[Piece]) -> tuple[Stretch, ...]:
    """What stands between closers, each with its closer and no group's name above it."""
    found: list[list[Piece]] = []
    current: list[Piece] = []
    for piece in layout.pieces:
        if piece in closers and (current or (found and not _tells(layout, [piece]))):
            if current:
                found.append([])
            found[-1] += [*current, piece]
            current = []
        elif piece in closers:
            found.append([piece])
        elif piece.kind is not BlockKind.TITLE and piece.kind is not BlockKind.ADVERT:
            current.append(piece)
    return _without_groups(layout, found) if found else ()


def _without_groups(layout: Layout, stretches: list[list[Piece]]) -> tuple[Stretch, ...]:
    """Headings begin the news where most have one, elsewhere they name groups; what opens the roundup is no news."""
    usual = int(median(map(len, stretches)))
    first = list(dropwhile(lambda piece: opens(layout.words(piece)), stretches[0]))
    stretches[0] = first if 0 < len(first) <= usual + 1 else stretches[0][-usual:]
    if not _are_headed(layout, stretches):
        stretches = [_below_names(layout, stretch) for stretch in stretches]
    return tuple(map(tuple, stretches))


def _are_headed(layout: Layout, stretches: Sequence[Sequence[Piece]]) -> bool:
    return sum(_names(layout, stretch[0]) for stretch in stretches) * 2 >= len(stretches)


def _below_names(layout: Layout, stretch: list[Piece]) -> list[Piece]:
    """The stretch without the names of groups above it, though not without anything above its address."""
    first = next((number for number, piece in enumerate(stretch) if not _names(layout, piece)), 0)
    while first and _is_address(layout, stretch[first]):
        first -= 1
    return stretch[first:]


def _names(layout: Layout, piece: Piece) -> bool:
    line = bare(layout.words(piece))
    return (
        piece.kind is BlockKind.HEADING
        or names_group(layout, piece)
        or (line.endswith(":") and count_of(line) <= _GROUP)
    )


def _tells(layout: Layout, stretch: Sequence[Piece]) -> bool:
    return sum(count_of(layout.words(piece)) for piece in stretch if not _is_address(layout, piece)) >= _TELLS


def _fits(layout: Layout, stretches: Sequence[Stretch]) -> bool:
    """Enough of them, short and about even, most of what stands below the first beginning, and of no one subject."""
    if len(stretches) < _LEAST or sum(_tells(layout, stretch) for stretch in stretches) * 3 < len(stretches) * 2:
        return False
    texts = [" \n".join(layout.words(piece) for piece in stretch) for stretch in stretches]
    counts = sorted(map(count_of, texts))
    usual, long = int(median(counts)), counts[len(counts) * 9 // 10]
    first = stretches[0][0].outer.start
    below = [piece for piece in layout.pieces if piece.outer.start >= first and piece.kind in PROSE]
    whole = sum(count_of(layout.words(piece)) for piece in below)
    even = usual <= _LONGEST and long <= _UNEVEN * usual
    return (
        even
        and _hold_headings(stretches) * 10 <= len(stretches)
        and sum(counts) * 5 >= whole * 3
        and not common_subject([_SOURCE.sub("", text) for text in texts], 0.5)
    )


def _hold_headings(stretches: Sequence[Stretch]) -> int:
    """How many go on under a heading of their own: those are no news in brief."""
    return sum(any(piece.kind is BlockKind.HEADING for piece in stretch[1:-1]) for stretch in stretches)
