"""A page that holds several news is split into its items; an article with subheadings never is.

What decides is evidence that the parts tell different news: bracketed headlines, times of a live blog, a title, a
heading or an opening that says so ("weekly", "digest"), a title that joins several of the headings, a table of
contents, sections or paragraphs that each lead to a source of their own, or, without any, dated short items right
after a short opening. Items begin where the contents say, at headings, at numbers, at bold or named beginnings of
paragraphs, at entries of a list, or, where a roundup has none of these, at each paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks, squeezed
from cellwire.documents.roundups.contents import listed_items
from cellwire.documents.roundups.entries import (
    KICKERS,
    are_entries_rather,
    entries,
    is_listed,
    kickers,
    names_group,
    paragraphs,
)
from cellwire.documents.roundups.headed import is_ranked, rank_of
from cellwire.documents.roundups.letters import holds_several
from cellwire.documents.roundups.mixed import with_lists
from cellwire.documents.roundups.outline import leads_elsewhere, outlined
from cellwire.documents.roundups.rhythm import (
    alike,
    bold_headlines,
    counted_news,
    lines,
    marked_names,
    sourced,
    with_last,
)
from cellwire.documents.roundups.sections import Section, best_sections, count_of, is_headline, short_sections
from cellwire.documents.roundups.speakers import are_spoken
from cellwire.documents.roundups.starts import (
    NUMBER,
    are_headed_by_links,
    are_sourced_below,
    first_sentence,
    is_day,
    names_day,
    unmarked,
    with_lead,
    with_starts,
)
from cellwire.documents.roundups.subjects import (
    common_subject,
    joins_several,
    names_each,
    series_of,
    shares_out,
    tells_of_title,
)
from cellwire.documents.roundups.unheaded import grouped, prose
from cellwire.documents.roundups.weighing import weighed
from cellwire.model import BlockKind, Span

_SURE, _LIKELY = 9.5, 12.5  # points of the best way to part what says that it holds several news, and what may
_ONE = 0.8  # of the items that one name runs through where they tell of one thing
_THROUGH = 0.5  # and where nothing says that it is a roundup; a word of the title too
_LEAST = 3  # items of the outline that others may be parts of
_FEW = 4  # containers that each hold a news; entries below a news that are parts of it
_HEADLINE = 4  # words of a headline that one part of a title may tell
_LABEL = 2  # words of a topic above a headline
_TELLS = 6  # words that tell something
_PROSE_WORDS, _LINE_WORDS = 12, 5  # words of a paragraph, and of a line that names the page
_ABOVE, _FIRST = 14, 5  # pieces among which one may announce news, and how many of them that say something
_OPENING, _SAID = 400, 60  # characters of lines that announce news, and in which a longer paragraph does
_MANY = 3  # news that begin alike for each line of contents, where those name groups
_GROUP = 2  # items of the outline that make what holds them a group


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


def split(layout: Layout, title: str, *, newsletter: bool = False, names: Sequence[str] = ()) -> tuple[Item, ...]:
    """The items of a roundup in reading order, or none; that it came as a newsletter is evidence too, and so are the
    `names` of its source and of the places in its address."""
    layout = replace(layout, pieces=tuple(piece for piece in layout.pieces if count_of(bare(layout.words(piece)))))
    layout = replace(layout, pieces=tuple(_without_subtitle(layout, title)))
    if are_spoken(layout):
        return ()
    if counted := counted_news(layout, title):
        return tuple(_entry_item(layout, paragraph) for paragraph in counted)
    live = bool(marks().live_title.search(title))
    told = live or _says_so(layout, title)
    likely, said = not told and _is_likely(layout, title, names), told or newsletter
    found = _by_rules(layout, title, told=said, live=live, mailed=newsletter)
    if not said and not likely:
        return found
    points, news = weighed(layout, title, [item.pieces for item in found])
    if newsletter and not told and not holds_several(layout, title, points, news, likely=likely):
        return _by_rules(layout, title, told=False, live=live, mailed=newsletter)
    if points < (_SURE if said else _LIKELY):
        return () if said else found
    same = [pieces[0].outer.start for pieces in news] == [item.extent.start for item in found]
    return found if same else tuple(_entry_item(layout, pieces) for pieces in news)


def _without_subtitle(layout: Layout, title: str) -> Iterator[Piece]:
    """A heading right below the headline that a letter repeats, with a short line below it, is no headline of a news:
    it says what the letter is about, and the line whose it is."""
    named = squeezed(title)
    for above, piece, below in zip((None, *layout.pieces), layout.pieces, (*layout.pieces[1:], None), strict=False):
        repeated = above is not None and above.kind is BlockKind.HEADING and squeezed(layout.words(above)) == named
        signed = (
            below is not None and below.kind is not BlockKind.HEADING and count_of(layout.words(below)) < _PROSE_WORDS
        )
        is_subtitle = repeated and signed and piece.kind is BlockKind.HEADING
        yield replace(piece, kind=BlockKind.CAPTION, style="") if is_subtitle else piece


def _is_likely(layout: Layout, title: str, names: Sequence[str]) -> bool:
    """The title ends in a day or in what short news are called, or a line above the text, its source or its address is
    called like a roundup."""
    above = tuple(_lines_above(layout))
    called = any(map(marks().roundup_name.search, (*names, *above))) or any(map(_title_says_so, above))
    titled = marks().likely_title.search(title) is not None and not _counts_things(title)
    return names_day(title) or called or titled


def _by_rules(layout: Layout, title: str, *, told: bool, live: bool, mailed: bool) -> tuple[Item, ...]:
    """The items in the forms that are known."""
    news = sourced(layout)
    said = told or bool(news)
    if held := _by_records(layout, title, said=said):
        return held
    listed = listed_items(layout, said=said)
    repeated = alike(layout) if said and not live else ()
    grouped_by_contents = len(repeated) >= _MANY * len(listed)
    if len(listed) * 2 >= max(4, len(news)) and not grouped_by_contents:
        return tuple(_entry_item(layout, item) for item in listed)
    items = _by_sections(layout, title, said=said, live=live)
    if live or not said:
        return items
    if len(repeated) > len(items):
        items = tuple(_entry_item(layout, item) for item in with_last(layout, repeated))
    items = items or _by_little(layout, title)
    return _by_outline(layout, title, items, mailed=mailed) or items


def _by_records(layout: Layout, title: str, *, said: bool) -> tuple[Item, ...]:
    """The news that the page keeps in containers of their own; none where they speak of one thing."""
    runs = [tuple(run) for number, run in groupby(layout.pieces, lambda piece: piece.record) if number]
    told = [_from_head(layout, run) for run in runs if any(piece.kind in PROSE for piece in run)]
    news = [run for run in told if not _is_of_issue(layout, run, title)]
    texts = [" \n".join(layout.words(piece) for piece in run) for run in news]
    least, share = (_FEW, _ONE) if said else (_FEW + 1, _THROUGH)
    one = common_subject(texts, share) or (not said and tells_of_title(texts, title, share))
    telling = said or (
        sum(is_headline(layout.words(run[0])) for run in news) * 5 >= len(news) * 4
        and _stand_alone(layout, [run for run in runs if run])
    )
    return () if one or not telling or len(news) < least else tuple(_entry_item(layout, run) for run in news)


def _stand_alone(layout: Layout, runs: Sequence[tuple[Piece, ...]]) -> bool:
    """Half of the containers lead elsewhere or say their day, as an article's sections in boxes do not; and no article
    stands above them, whose page then offers more to read."""
    apart = sum(any(piece.links or piece.linked or is_day(layout, piece) for piece in run) for run in runs)
    first = runs[0][0].outer.start if runs else 0
    above = [piece for piece in layout.pieces if piece.kind in PROSE and piece.outer.start < first]
    usual = median([_words(layout, run) for run in runs]) if runs else 0
    return apart * 2 >= len(runs) and _words(layout, above) <= usual


def _words(layout: Layout, pieces: Sequence[Piece]) -> int:
    return sum(count_of(layout.words(piece)) for piece in pieces if piece.kind in PROSE)


def _from_head(layout: Layout, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A news without the day or topic in the line above its heading."""
    headed = any(each.kind is BlockKind.HEADING for each in pieces[1:2])
    label = pieces[0].kind is BlockKind.PARAGRAPH or count_of(layout.words(pieces[0])) <= _LABEL
    return pieces[1:] if headed and label else pieces


def _is_of_issue(layout: Layout, pieces: tuple[Piece, ...], title: str) -> bool:
    """A container that holds no news but the issue's name, its contents, its limits or the questions that it asks."""
    head, rest = layout.words(pieces[0]), sum(count_of(layout.words(piece)) for piece in pieces[1:])
    if rest < _TELLS and squeezed(title).startswith(squeezed(head)):
        return True
    line = bare(head)
    if marks().contents.fullmatch(line) or marks().summary.fullmatch(line):
        return True
    return count_of(line) <= _LABEL and marks().part_heading.fullmatch(line) is not None and not line.endswith("?")


def _by_outline(layout: Layout, title: str, items: Sequence[Item], *, mailed: bool) -> tuple[Item, ...]:
    """The items of the outline, where as many begin at headings or entries, or where what was found else are but some
    of them, groups of them or parts of them; not so in mails, whose headings are lines of any sort."""
    found = outlined(layout)
    texts = [" \n".join(layout.words(piece) for piece in pieces) for pieces in found]
    if len(found) < _LEAST or common_subject(texts, _ONE, known=series_of(title)):
        return ()
    headed = all(item.pieces[0].kind is BlockKind.HEADING for item in items)
    listed = all(is_listed(item.pieces[0]) for item in items)  # a few below each are parts of it, many are news
    as_many = headed or len(found) * 3 >= len(items) * 2 or (listed and len(found) * _FEW >= len(items))
    unmarked = _are_more(found, items) or (as_many and _are_wholes(found, items))
    fits = _are_marked(found, items) or (unmarked and not mailed)
    return tuple(_entry_item(layout, with_lead(layout, pieces)) for pieces in found) if fits else ()


def _are_more(found: Sequence[tuple[Piece, ...]], items: Sequence[Item]) -> bool:
    """Whether the items are some of those found or groups of those."""
    starts = {pieces[0].outer.start for pieces in found}
    some = sum(item.extent.start in starts for item in items)
    groups = sum(sum(item.extent.start < start <= item.extent.end for start in starts) >= _GROUP for item in items)
    return len(found) > len(items) and (groups * 2 >= len(items) or (some + groups) * 5 >= len(items) * 4)


def _are_marked(found: Sequence[tuple[Piece, ...]], items: Sequence[Item]) -> bool:
    """Whether as many begin where markup says that something does: at headings and entries."""
    starts = [pieces[0] for pieces in found]
    marked = sum(is_listed(start) or (start.kind is BlockKind.HEADING and start.style != "line") for start in starts)
    return len(found) >= len(items) and marked * 5 >= len(found) * 3


def _are_wholes(found: Sequence[tuple[Piece, ...]], items: Sequence[Item]) -> bool:
    """Whether what is found has headings of a rank and the items, without such or with lower ones, are parts of it."""
    within = sum(
        any(pieces[0].outer.start <= item.extent.start <= pieces[-1].outer.start for pieces in found) for item in items
    )
    ranked = [pieces[0] for pieces in found if is_ranked(pieces[0])]
    if not items or len(ranked) < _LEAST or len(ranked) * 5 < len(found) * 4:
        return False
    lowest = max(map(rank_of, ranked))
    lower = all(not is_ranked(item.pieces[0]) or rank_of(item.pieces[0]) > lowest for item in items)
    return lower and within * 5 >= len(items) * 4


def _by_little(layout: Layout, title: str) -> tuple[Item, ...]:
    """What little there is to part a roundup by: lines that are news by themselves, else headings of a word or two,
    else, where title or opening say what it is, whom its paragraphs name."""
    found = lines(layout)
    sections = short_sections(layout)
    if len(found) > len(sections):
        return tuple(_entry_item(layout, line) for line in found)
    if sections:
        return _with_lists(layout, sections)
    told = _title_says_so(title) or _opening_says_so(layout) or _title_shared_out(layout, title)
    return tuple(_entry_item(layout, news) for news in grouped(layout, title)) if told else ()


def _by_sections(layout: Layout, title: str, *, said: bool, live: bool) -> tuple[Item, ...]:
    body = replace(layout, pieces=tuple(with_starts(layout, said=said)))
    sections = best_sections(body, title, said=said, live=live)
    kicked = kickers(layout) >= KICKERS
    found = entries(layout, title, kicked=kicked) if said or kicked else ()
    mixed = _with_lists(layout, sections) if sections and said and not live else ()
    if found and are_entries_rather(found, sections) and len(found) >= len(mixed):
        return tuple(_entry_item(layout, entry) for entry in found)
    single = paragraphs(layout) if _title_says_so(title) else ()
    grouped = sum(names_group(layout, section.pieces[0]) for section in sections)
    if sections and not (grouped * 2 > len(sections) and len(single) * 2 >= len(sections) * 3):
        return mixed or tuple(map(_item, sections))
    return tuple(_entry_item(layout, (paragraph,)) for paragraph in single)


def _with_lists(layout: Layout, sections: list[Section]) -> tuple[Item, ...]:
    """The sections without the lists that are news of their own, and those lists' entries."""
    headed = {section.pieces[0].outer.start: section for section in sections}
    found = with_lists(layout, [section.pieces for section in sections])
    return tuple(
        _item(replace(headed[pieces[0].outer.start], pieces=pieces))
        if pieces[0].outer.start in headed
        else _entry_item(layout, pieces)
        for pieces in found
    )


def _item(section: Section) -> Item:
    pieces = section.pieces
    return Item(section.heading, Span(pieces[0].outer.start, pieces[-1].outer.end), pieces)


def _entry_item(layout: Layout, pieces: tuple[Piece, ...]) -> Item:
    headed = pieces[0].kind is BlockKind.HEADING and len(pieces) > 1
    words = NUMBER.sub("", unmarked(layout.words(pieces[0])))
    extent = Span(pieces[0].outer.start, pieces[-1].outer.end)
    return Item(words if headed else first_sentence(words), extent, pieces, headed=headed)


def _says_so(layout: Layout, title: str) -> bool:
    told = _title_says_so(title) or _opening_says_so(layout) or _heading_says_so(layout)
    heads = _headlines(layout)
    told = told or (names_each(title, heads) and not common_subject(heads, _THROUGH) and not _counts_things(title))
    told = told or are_headed_by_links(layout) or _title_shared_out(layout, title)
    told = told or are_sourced_below(layout) or bold_headlines(layout, title) or marked_names(layout)
    return told or _is_issue(layout, title)


def _title_shared_out(layout: Layout, title: str) -> bool:
    """Each paragraph tells its part of the title."""
    return joins_several(title) and shares_out(title, [layout.words(piece) for piece in prose(layout, title)])


def _is_issue(layout: Layout, title: str) -> bool:
    """The text leads elsewhere, and its title is that of one of a series ("Issue 12", "Update 2015-05-11", "Links") or
    its headlines are the links."""
    if _counts_things(title):
        return False
    return leads_elsewhere(layout, by_heads=not marks().series_title.search(title))


def _counts_things(title: str) -> bool:
    """The title is that of a list of things: "10 best hotels", "The best blogs of May"."""
    return marks().listicle.match(title) is not None


def _headlines(layout: Layout) -> list[str]:
    heads = [layout.words(piece) for piece in layout.pieces if piece.kind is BlockKind.HEADING]
    return [words for words in heads if is_headline(words, _HEADLINE) and not words.rstrip().endswith("?")]


def _lines_above(layout: Layout) -> Iterator[str]:
    """Short lines above the first paragraph: one may be the roundup's name."""
    lines = [bare(layout.words(piece)) for piece in layout.pieces[:6] if piece.kind is not BlockKind.TITLE]
    above = takewhile(lambda line: count_of(line) < _PROSE_WORDS, lines)
    named = (line for line in above if 1 < count_of(line) <= _LINE_WORDS and not line.endswith((":", "?")))
    return (line for line in named if not _sums_up(line))


def _sums_up(line: str) -> bool:
    """A heading above what one text says in short."""
    return marks().summary.fullmatch(line) is not None


def _title_says_so(title: str) -> bool:
    """The title is a roundup's: "weekly", "digest", "the week in …"."""
    return marks().roundup_title.search(title) is not None


def _opening_says_so(layout: Layout) -> bool:
    """The first lines announce several news: "Good morning. Four stories today."."""
    openings = (BlockKind.PARAGRAPH, BlockKind.ADVERT)  # a greeting may say it too
    lines = (layout.words(piece) for piece in layout.pieces[:_ABOVE] if piece.kind in openings)
    first = list(islice((words for words in lines if count_of(words) > _LABEL), _FIRST))
    return any(marks().roundup_opening.search(line) for words in first for line in _announcing(words))


def _announcing(words: str) -> Iterator[str]:
    """Where a paragraph says what is to come: a short one anywhere, a long one at its beginning or before a colon."""
    if len(words) <= _OPENING:
        yield words
    else:
        yield words[:_SAID]
        if bare(words).endswith(":"):
            yield words[words.rfind(". ") + 1 :]


def _heading_says_so(layout: Layout) -> bool:
    """One of the first headings is that of a roundup's part ("News of the week", "一周要事"), or begins with that and a
    colon."""
    first = [bare(layout.words(piece)) for piece in layout.pieces[:12] if piece.kind is BlockKind.HEADING][:3]
    names = [line.partition(": ")[0] for line in first if not line.endswith((":", "?")) and not _sums_up(line)]
    told = [name for name in names if sum(word[0].isalnum() for word in name.split()) <= _LINE_WORDS]
    return any(marks().roundup_title.search(name) for name in told)
