"""Words inside a block of markup: what is bold, what is a link, where a line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from cellwire.documents.layout import Draft
from cellwire.model import BlockKind

# HTML's names and those of trafilatura's trees.
_BOLD = frozenset({"b", "strong"})
_LINKS = frozenset({"a", "ref"})
_BREAKS = frozenset({"br", "lb"})
_HEAVY = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)|font-size\s*:\s*(2[0-9]|3[0-9])px", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[【［]([^\[\]【】]{3,250})[\]】］]")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)、]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Fragment:
    words: str
    bold: bool = False
    link: str | None = None  # where it leads

    @property
    def ends_line(self) -> bool:
        return self.words == "\n"


def is_bold(element: _Element) -> bool:
    heavy = _HEAVY.search(element.get("style") or "")
    return element.tag in _BOLD or (element.tag == "hi" and "#b" in (element.get("rend") or "")) or bool(heavy)


def fragments(element: _Element, bold: bool = False, link: str | None = None) -> Iterator[Fragment]:
    """The words of an element in order; a list within a list item is left to the walk over blocks."""
    if not isinstance(element.tag, str):
        return  # a comment or a processing instruction
    if element.tag in _BREAKS:
        yield Fragment("\n")
    bold = bold or is_bold(element)
    if element.tag in _LINKS:
        link = element.get("href") or element.get("target") or "#"
    if element.text:
        yield Fragment(_spaced(element.text), bold, link)
    for child in element:
        if element.tag != "item" or child.tag not in ("list", "table"):
            yield from fragments(child, bold, link)
        if child.tail:
            yield Fragment(_spaced(child.tail), bold, link)


def _spaced(words: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", " ", words)


def drafts(run: list[Fragment], kind: BlockKind, style: str = "") -> Iterator[Draft]:
    """A draft for each line of a run; a paragraph that is all bold or bracketed is a heading."""
    for line in _lines(run):
        draft = _draft(line, kind, style)
        if draft.text:
            yield _as_heading(draft) if kind is BlockKind.PARAGRAPH else draft


def entry(lines: Iterable[Draft], style: str) -> Iterator[Draft]:
    """The lines of a list's entry and of the entries within it: only its first line begins one."""
    for number, line in enumerate(lines):
        own = line.kind is BlockKind.LIST_ITEM and line.style == "more"
        within = line.kind is BlockKind.LIST_ITEM and not own
        yield replace(line, style=style) if own and not number else replace(line, style="inner") if within else line


def _lines(run: list[Fragment]) -> Iterator[list[Fragment]]:
    line: list[Fragment] = []
    for fragment in run:
        if fragment.ends_line:
            yield line
            line = []
        else:
            line.append(fragment)
    yield line


def _draft(line: list[Fragment], kind: BlockKind, style: str) -> Draft:
    text, lead, linked, leading = "", 0, 0, True
    for fragment in line:
        words = fragment.words.lstrip() if not text or text.endswith(" ") else fragment.words
        text += words
        leading = leading and (fragment.bold or not words.strip())
        lead = len(text.rstrip()) if leading and fragment.bold else lead
        linked += len(words) if fragment.link else 0
    text = text.rstrip()
    whole = bool(text) and linked * 10 >= len(text) * 9
    links = list(dict.fromkeys(each.link for each in line if each.link))
    return Draft(kind, text, style, lead=lead, link=links[0] if whole else None, links=len(links))


def _as_heading(draft: Draft) -> Draft:
    bracketed = _BRACKETED.fullmatch(draft.text)
    if bracketed and len(bracketed[1].split()) >= 3 and not draft.link:
        return Draft(BlockKind.HEADING, bracketed[1].strip(), "bracket")
    if 0 < draft.lead == len(draft.text) <= 250:
        style = "numbered" if _NUMBERED.match(draft.text) else "bold"
        return Draft(BlockKind.HEADING, draft.text, style, link=draft.link, links=draft.links)
    return draft
