"""What parts a page best, where it is known to hold several news: what speaks for each way to part it is added up.

News of a roundup hold most of the page, are many and about as long as each other, each
begins with somebody whom no other news names, and none with what somebody says; what the title tells does not
run through them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import log
from operator import mul
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.entries import are_asked, is_listed
from cellwire.documents.roundups.outline import links_of
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.subjects import capitalised, common_subject, share_of_title, tells_of_title
from cellwire.documents.roundups.ways import Stretch, Way, ways
from cellwire.model import BlockKind

_LEAST = 3  # news that are a roundup
_FEW, _SEVERAL, _ONE = 5, 8, 0.8  # news that may be parts of one story, by the share in which one name stands
_KNOWN = 1.5  # points of the forms that are known
_MANY = 20  # news that are as good as any number
_TELLS, _SAYS = 4, 6  # words of a news, and of half of them where they are no links
_BEGINNING = 90  # characters in which a news says whom it is about
_TOLD = PROSE | {BlockKind.HEADING}
_QUOTED = tuple("\"'“„«‘")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a way, each from 0 to 1."""

    held: float  # words of the page that stand in news
    many: float  # news, by their logarithm
    even: float  # how little they differ in length
    own: float  # news that begin with a name that no other has
    quoted: float  # news that begin with what somebody says
    titled: float  # news in which one word of the title stands
    unmarked: float  # nothing but paragraphs
    moved: float  # nothing but whom paragraphs name


# Learnt on labelled roundups of as many publishers as were at hand.
_WEIGHTS = Signs(held=4.0, many=5.5, even=5.0, own=5.0, quoted=-6.5, titled=-3.0, unmarked=-3.5, moved=-3.0)


def weighed(layout: Layout, title: str, found: Sequence[Stretch]) -> tuple[float, tuple[Stretch, ...]]:
    """The news by the way for which most speaks, with its points; those that were `found` otherwise are one way."""
    known = _weighed(layout, title, Way(tuple(found)), _KNOWN) if len(found) > 1 else (0.0, ())
    each = (way for way in ways(layout) if _tell(layout, way.news) and not _cuts(way, found))
    best = max((_weighed(layout, title, way) for way in each), key=lambda each: each[0], default=known)
    better = best[0] > known[0] and _are_apart(layout, best[1]) and not _are_one(layout, title, best[1])
    return best if better else known


def _weighed(layout: Layout, title: str, way: Way, more: float = 0.0) -> tuple[float, tuple[Stretch, ...]]:
    signs = signs_of(layout, title, way)
    return more + sum(map(mul, astuple(_WEIGHTS), astuple(signs))), way.news


def _tell(layout: Layout, news: Sequence[Stretch]) -> bool:
    """Nearly each tells something and is no row of a table."""
    rows = sum(each[0].kind is BlockKind.TABLE_ROW for each in news)
    telling = sum(_words(layout, each) >= _TELLS for each in news) - rows
    return len(news) > 1 and telling * 5 >= len(news) * 4


def _are_apart(layout: Layout, news: Sequence[Stretch]) -> bool:
    """At least three, of which none is most of them, and most of which tell something or lead elsewhere."""
    counts = [_words(layout, each) for each in news]
    linked = sum(each[0].linked for each in news)
    telling = median(counts) >= _SAYS or linked * 2 >= len(news)
    return len(news) >= _LEAST and telling and max(counts) * 3 <= sum(counts) * 2


def _cuts(way: Way, found: Sequence[Stretch]) -> bool:
    """Whether it is what was found, cut below its headlines into paragraphs."""
    headed = bool(found) and all(news[0].kind is BlockKind.HEADING for news in found)
    return (
        headed
        and not way.marked
        and {news[0].outer.start for news in found} < {news[0].outer.start for news in way.news}
    )


def _are_one(layout: Layout, title: str, news: Sequence[Stretch]) -> bool:
    """Whether they are parts of one text: a few that share a name or a word of the title, questions, or paragraphs
    of which a third go on."""
    texts = [" \n".join(layout.words(piece) for piece in each) for each in news]
    apart = all(is_listed(each[0]) and any(links_of(layout, piece) for piece in each) for each in news)
    one = len(news) < _SEVERAL and common_subject(texts, _ONE) and not apart
    plain = [layout.words(each[0]) for each in news if each[0].kind is BlockKind.PARAGRAPH]
    going_on = sum(marks().goes_on.match(bare(words)) is not None for words in plain)
    one = one or (len(news) < _FEW and tells_of_title(texts, title, _ONE)) or are_asked(texts)
    return one or going_on * 3 >= len(news)


def signs_of(layout: Layout, title: str, way: Way) -> Signs:
    news, each = way.news, len(way.news)
    told = [piece for piece in layout.pieces if piece.kind in _TOLD]
    whole = _words(layout, told) or 1
    counts = [_words(layout, pieces) for pieces in news]
    usual = median(counts) or 1
    texts = [" \n".join(layout.words(piece) for piece in pieces) for pieces in news]
    heads = [bare(layout.words(pieces[0])) for pieces in news]
    return Signs(
        held=min(1.0, sum(counts) / whole),
        many=min(1.0, log(each) / log(_MANY)),
        even=1 - min(1.0, sum(abs(log((count or 1) / usual)) for count in counts) / each),
        own=_own(texts),
        quoted=sum(head.startswith(_QUOTED) for head in heads) / each,
        titled=share_of_title(texts, title),
        unmarked=float(not way.marked),
        moved=float(way.moved),
    )


def _own(texts: Sequence[str]) -> float:
    """How many begin with a name that no other has."""
    named = Counter(name for text in texts for name in capitalised(text, len(text)))
    return sum(any(named[name] == 1 for name in capitalised(text, _BEGINNING)) for text in texts) / len(texts)


def _words(layout: Layout, pieces: Sequence[Piece]) -> int:
    return sum(count_of(layout.words(piece)) for piece in pieces)
