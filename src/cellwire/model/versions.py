"""What changed between two versions of one article, in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from cellwire.model.document import BlockKind, Document, Form, newer_versions

_FIGURE = re.compile(r"(?P<sign>[$€£¥]\s?)?(?P<number>\d[\d.,]*\d|\d)(?:\s?(?P<unit>%|[^\W\d_]+(?:/[^\W\d_]+)?))?")
_UNREAD = frozenset({BlockKind.TITLE, BlockKind.ADVERT, BlockKind.LINKS})
_ALIKE = 0.5  # of the words: a paragraph told anew, and not another one
_SHOWN = 12  # words of a paragraph


def versions_of(documents: Iterable[Document]) -> list[tuple[Document, ...]]:
    """The versions of each article that has several, the first captured first."""
    by_id = {document.id: document for document in documents}
    together: dict[str, list[Document]] = defaultdict(list)
    for old, new in newer_versions(by_id.values()).items():
        together[new].append(by_id[old])
    return [(*sorted(olds, key=_order), by_id[new]) for new, olds in sorted(together.items())]


def _order(document: Document) -> tuple[str, str]:
    return document.captured.isoformat() if document.captured else "", document.id


def changes_between_versions(old: Document, new: Document) -> tuple[str, ...]:
    """Title, days, paragraphs and figures that are not as they were; none where only menus or adverts changed."""
    return tuple(_changes(old, new))


def tells_the_same(old: Document, new: Document) -> bool:
    """Whether a later version is none: menus, adverts or the mark of a change are others, or its text is cut to a
    teaser."""
    if old.text == new.text or (new.form is Form.TEASER and old.form is not Form.TEASER):
        return True
    whole = old.item is None and new.item is None
    return whole and old.title == new.title and _paragraphs(old) == _paragraphs(new)


def _changes(old: Document, new: Document) -> Iterator[str]:
    if old.title != new.title:
        yield f"title changed: “{old.title}” → “{new.title}”"
    if old.published != new.published:
        yield f"day of publication moved: {old.published or 'none'} → {new.published or 'none'}"
    if old.modified != new.modified and new.modified:
        yield f"marked as changed on {new.modified}"
    before, after = _paragraphs(old), _paragraphs(new)
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield from _told_anew(before[i:j], after[k:m])


def _paragraphs(document: Document) -> list[str]:
    return [
        " ".join(document.quote(block.span).split())
        for block in document.blocks
        if block.kind not in _UNREAD and document.extent.holds(block.span)
    ]


def _told_anew(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Each paragraph beside the one that it was most likely before; what has none was added, what is left removed."""
    left = list(before)
    for paragraph in after:
        likeness, former = max(((_likeness(each, paragraph), each) for each in left), default=(0.0, ""))
        if likeness < _ALIKE:
            yield f"paragraph added: {_start(paragraph)}"
            continue
        left.remove(former)
        yield from _reworded(former, paragraph)
    for paragraph in left:
        yield f"paragraph removed: {_start(paragraph)}"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _reworded(old: str, new: str) -> Iterator[str]:
    figures = [[*_FIGURE.finditer(words)] for words in (old, new)]
    said = [[_plain(figure) for figure in found] for found in figures]
    for what, i, j, k, m in SequenceMatcher(None, said[0], said[1], autojunk=False).get_opcodes():
        if what == "replace" and j - i == m - k:
            pairs = zip(figures[0][i:j], figures[1][k:m], strict=True)
            yield from (f"figure changed: {_moved(former, later)}, in {_start(new)}" for former, later in pairs)
        elif what != "equal":
            yield from (f"figure gone: {each}, from {_start(old)}" for each in said[0][i:j])
            yield from (f"figure new: {each}, in {_start(new)}" for each in said[1][k:m])
    if _FIGURE.sub("#", old) != _FIGURE.sub("#", new):
        yield f"paragraph reworded: {_start(new)}"


def _plain(figure: re.Match[str]) -> str:
    return " ".join(figure[0].split())


def _moved(old: re.Match[str], new: re.Match[str]) -> str:
    """30 → 45 GWh, where both are of one unit."""
    if old["unit"] == new["unit"] and old["sign"] == new["sign"]:
        return f"{old['sign'] or ''}{old['number']} → {_plain(new)}"
    return f"{_plain(old)} → {_plain(new)}"


def _start(paragraph: str) -> str:
    words = paragraph.split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
