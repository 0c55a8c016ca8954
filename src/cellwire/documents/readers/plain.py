"""Text files, Markdown or not: the text stays as it is and blocks are marked in it.

read_plain("Title\\n\\nFirst\\nparagraph.\\n\\n- one\\n- two\\n").pieces  # title, paragraph, two list items
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cellwire.documents.layout import PROSE, Layout, Piece, bare, mark, marks
from cellwire.model import BlockKind, Span

_LIST = re.compile(r"\s*(?:>\s*)*(?:[-*+•●▪◦‣–]\s+|\\-\s+|\(?\d{1,3}[.)、．](?:\s+|(?=[^\W\d])))")
_HASHES = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]{0,1000})\]\([^()]{0,2000}\)(?:\{[^}]*\})?")
_SHORTCODE = re.compile(r"\{\{[<%].*?[%>]\}\}|</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_SITE = re.compile(r"(?:https?://)?(?:[\w-]+\.){1,3}[a-z]{2,6}/?")  # a line that only says where a news stands
_REFERENCES = re.compile(  # where Markdown's links lead
    r"(?:\s*\[[^\[\]]{1,200}\]:[ \t]+\S+(?:[ \t]+[\"'(][^\n]{0,200})?\s*)+"
)
_RULE = re.compile(r"[\s\u200b\\\\>*_=~·–—-]*|[|\s:-]*")
_BRACKETED = re.compile(r"[\[【［](?P<words>[^\[\]【】]{3,250})[\]】］]")
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{0,500})\]\((?P<to>[^()\s]{0,2000})[^()]{0,300}\)|<?(?P<bare>(?:https?://|www\.)\S+)>?"
)
_BOLD = re.compile(
    r"(?:<u>|<span[^<>]*>)?(?P<mark>\*\*|__)(?:<u>|<span[^<>]*>)?\s*(?P<words>\S.*?)\s*(?:</u>|</span>)?\s*(?P=mark)(?:</u>|</span>)?",
    re.DOTALL,
)
# What a site's generator is told of a text, above it: YAML or TOML between rules, or lines of names and values.
_MATTER = re.compile(
    r"\ufeff?(?:(?P<rule>\+\+\+|---)\r?\n(?:.*\r?\n){1,60}?(?P=rule)\r?\n|(?:[A-Z][a-z]+: .*\r?\n){2,20}(?=\r?\n))"
)
_ATTRIBUTED = re.compile(r"[.!?][\"”]? \([A-Z][^()]{2,60}\)\s*$")  # a sentence and, in brackets, who wrote it
_ATTRIBUTES = re.compile(r"\{[:#.][^{}]{0,100}\}")  # what Markdown's dialects say of a link or heading behind it
_SAID_TITLE = re.compile(r"^title(?::|\s?=)[ \t]*(?P<title>\S.*)$", re.IGNORECASE | re.MULTILINE)
_LONGEST = 8_000  # characters of a block whose markup is looked at; nobody writes a heading or a link longer
_SPELT = re.compile(r"[^\W\d_]{3}")
_NEVER_WRAPPED = 130  # characters of a line that no program broke
_HEADLINE = 120  # characters of a line that may head the text right below it
_DECORATION = "*_ \t\n\u00a0"
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "。", ":")
_ENDS = (".", "!", "?", "…", ",", ";", ":", '."', ".”", "。")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Nothing to read: white space, an empty line of a quote, or a line of dashes."""
        return bool(_RULE.fullmatch(self.text))


def read_plain(text: str, *, title: str = "") -> Layout:
    """The text untouched, its blocks and its title: its first line, if that looks it or is given as `title`."""
    matter = _MATTER.match(text)
    if matter and not title and (said := _SAID_TITLE.search(matter[0])):
        title = said["title"].strip(" \"'\r")
        rest = text[matter.end() :]
        return Layout(title, text, mark(text, _headings_between(text, _pieces(text, rest, matter.end()))))
    pieces = _pieces(text, text, 0)
    if pieces and (title or _is_title(pieces[0], text)):
        pieces[0] = replace(pieces[0], kind=BlockKind.TITLE)
    titled = bool(pieces) and pieces[0].kind is BlockKind.TITLE
    title = bare(pieces[0].span.cut(text)) if titled else ""
    return Layout(title, text, mark(text, _headings_between(text, pieces)))


def _pieces(text: str, rest: str, start: int) -> list[Piece]:
    runs = [Span(start + run[0].start, start + run[-1].end) for run in _runs(_lines(rest))]
    return [piece for run in runs if (piece := _piece(text, run))]


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        yield _Line(at, line)
        at += len(line) + 1


def _runs(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    """Lines that are one block: hard-wrapped lines stay together."""
    run: list[_Line] = []
    for line in lines:
        if run and (line.blank or _begins_block(line.text, run)):
            yield from _headed(run, line)
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield run


def _headed(run: list[_Line], after: _Line) -> Iterator[list[_Line]]:
    """A run, its last line apart where that heads the long line after it."""
    if len(run) > 1 and _is_headed(run[-1].text, after.text) and not any(map(_is_long, _texts(run))):
        yield run[:-1]
        run = run[-1:]
    yield run


def _texts(run: list[_Line]) -> Iterator[str]:
    return (line.text for line in run)


def _begins_block(line: str, run: list[_Line]) -> bool:
    last = run[-1].text
    if _LIST.match(line) or _HASHES.match(line) or _HASHES.match(last) or line.lstrip().startswith(("|", "![", "{{")):
        return True
    if bool(_QUOTE.match(line)) != bool(_QUOTE.match(run[0].text)):
        return not _LIST.match(run[0].text)
    if last.lstrip().startswith(("|", "![", "{{")) or _alone(last) or _alone(line):
        return True
    if len(run) == 1 and run[0].start == 0 and _could_title(last) and len(last) * 5 < len(line) * 3:
        return True  # a title directly above its text
    if marks().kicker.fullmatch(last.strip()) or _ATTRIBUTED.search(last):
        return True
    if _is_headed(last, line):
        return True
    # A line far too long to be hard-wrapped, ended like a sentence, is a paragraph of its own.
    return last.rstrip().endswith(_SENTENCE_ENDS) and (_is_long(last) or _is_long(line))


def _is_long(line: str) -> bool:
    """Longer than any program breaks lines, addresses not counted."""
    return len(line) > _NEVER_WRAPPED and len(_LINK.sub(lambda link: link["words"] or "", line)) > _NEVER_WRAPPED


def _is_headed(line: str, below: str) -> bool:
    """Whether a short line is the headline of the long one right below it; a day or a list's entry is none."""
    if not _is_long(below) or below[:1].islower() or len(line) > _HEADLINE:
        return False
    return _could_title(line) and not _LIST.match(line) and _SPELT.search(line) is not None


def _alone(line: str) -> bool:
    """Whether the line can only stand by itself: bracketed, all bold, or nothing but a link."""
    line = line.strip()
    if len(line) > _LONGEST:
        return False
    if _SITE.fullmatch(line) or _BRACKETED.fullmatch(line) or _is_bold(line):
        return True
    return _LINK.fullmatch(line) is not None and _shows_address(line)


def _is_bold(words: str) -> bool:
    found = _BOLD.fullmatch(words.strip())
    return bool(found and found["mark"] not in found["words"])


def _piece(text: str, run: Span) -> Piece | None:
    """The block of a run with its markup left outside its span; None where it holds no words."""
    words = run.cut(text)
    stripped = words.strip()
    whole = _trim(text, run, " \t\n\u00a0")
    if whole is None or _RULE.fullmatch(stripped):
        return None
    if len(whole) > _LONGEST:
        return Piece(BlockKind.PARAGRAPH, whole)
    if _SHORTCODE.fullmatch(stripped) or _REFERENCES.fullmatch(stripped):
        return Piece(BlockKind.LINKS, whole)
    if image := _IMAGE.fullmatch(stripped):
        start = whole.start + image.start("alt")
        kept = _trim(text, Span(start, start + len(image["alt"])), _DECORATION)
        return Piece(BlockKind.CAPTION, kept, whole=whole) if kept else Piece(BlockKind.LINKS, whole)
    return _marked_up(text, whole)


def _marked_up(text: str, whole: Span) -> Piece:
    words = whole.cut(text)
    if _SITE.fullmatch(words):
        return Piece(BlockKind.LINKS, whole, whole=whole, link=words)
    link = _whole_link(words)
    if hashes := _HASHES.match(words):
        span = _trim(text, Span(whole.start + hashes.end(), whole.end), _DECORATION + "#") or whole
        return Piece(BlockKind.HEADING, _inside_link(text, span), f"h{len(hashes[1])}", whole=whole, link=link)
    if (bracketed := _BRACKETED.fullmatch(words)) and len(bracketed["words"].split()) >= 3:
        return Piece(BlockKind.HEADING, _group(whole, bracketed, "words"), "bracket", whole=whole)
    if words.startswith("|"):
        return Piece(BlockKind.TABLE_ROW, whole)
    listed, quoted = _LIST.match(words), _QUOTE.match(words)
    marker = listed or quoted
    span = Span(whole.start + marker.end(), whole.end) if marker and marker.end() < len(words) else whole
    kind = BlockKind.QUOTE if quoted else BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    style = "numbered" if listed and re.search(r"\d", listed[0]) else ""
    if link and kind is not BlockKind.QUOTE:
        if _shows_address(words):
            return Piece(BlockKind.LINKS, span, style, whole=whole, link=link)
        return Piece(kind, _inside_link(text, span), style, whole=whole, link=link)
    return _bold(text, Piece(kind, span, style, whole=whole))


def _inside_link(text: str, span: Span) -> Span:
    """The words of a heading that is nothing but a link."""
    link = _LINK.fullmatch(_ATTRIBUTES.sub("", span.cut(text)))
    return _group(span, link, "words") if link and link["words"] else span


def _bold(text: str, piece: Piece) -> Piece:
    """A paragraph all in bold is a heading; one that begins in bold may be an item led by its heading."""
    words = piece.span.cut(text)
    bold = _BOLD.match(words)
    if not bold or bold["mark"] in bold["words"]:
        return piece
    inner = _group(piece.span, bold, "words")
    if bold.end() < len(words.rstrip(_DECORATION)):
        return replace(piece, lead=inner)
    heading = piece.kind is BlockKind.PARAGRAPH or (piece.kind is BlockKind.LIST_ITEM and piece.style == "numbered")
    if heading and len(inner) <= 250:
        return Piece(BlockKind.HEADING, inner, piece.style or "bold", whole=piece.outer)
    return piece


def _group(within: Span, found: re.Match[str], name: str) -> Span:
    return Span(within.start + found.start(name), within.start + found.end(name))


def _trim(text: str, span: Span, characters: str) -> Span | None:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(characters))
    end = span.start + len(words.rstrip(characters))
    return Span(start, end) if start < end else None


def _whole_link(words: str) -> str | None:
    """Where the words lead if nothing but links, markers and a word or two is there."""
    words = _ATTRIBUTES.sub("", words)
    first = _LINK.search(words)
    if first is None or len(re.findall(r"[^\W\d_]{2,}", _LINK.sub("", words))) > 2:
        return None
    return first["to"] or first["bare"] or "#"


def _shows_address(words: str) -> bool:
    return any(
        link["bare"] or "://" in link["words"] or link["words"].startswith("www.") for link in _LINK.finditer(words)
    )


def _could_title(words: str) -> bool:
    line = bare(words)
    return 1 <= len(line.split()) <= 40 and len(line) <= 250 and (not line.endswith(_ENDS) or line.endswith("U.S."))


def _is_title(piece: Piece, text: str) -> bool:
    """A first block that is short and has no full stop; a list item, a quote or a bracketed item is no title."""
    words = piece.span.cut(text)
    if piece.kind is BlockKind.HEADING:
        return piece.style not in ("bracket", "numbered")
    plain = piece.kind is BlockKind.PARAGRAPH and piece.lead is None and not piece.linked
    return plain and "\n" not in words and _could_title(words) and not marks().advert_starts.match(bare(words))


def _headings_between(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """A short line by itself, without a full stop and above a paragraph, is a heading."""
    around = zip([None, *pieces[:-1]], pieces, [*pieces[1:], None], strict=True) if pieces else []
    for before, piece, after in around:
        if _could_head(piece, before) and _is_heading_line(piece.span.cut(text)) and _is_below(after, text):
            yield replace(piece, kind=BlockKind.HEADING, style=piece.style or ("link" if piece.linked else "line"))
        else:
            yield piece


def _could_head(piece: Piece, before: Piece | None) -> bool:
    """A paragraph, or a number's line that is not the last of a list."""
    if piece.kind is BlockKind.LIST_ITEM:
        return (
            piece.style == "numbered" and not piece.lead and (before is None or before.kind is not BlockKind.LIST_ITEM)
        )
    return piece.kind is BlockKind.PARAGRAPH and not piece.lead


def _is_below(piece: Piece | None, text: str) -> bool:
    return piece is not None and piece.kind in PROSE and not _is_heading_line(piece.span.cut(text))


def _is_heading_line(words: str) -> bool:
    line = bare(_LINK.sub(lambda link: link["words"] or "", words))
    opened = line[:1].isupper() or line[:1].isdigit() or line[:1] in "“\"'‘"
    shouted = line.endswith(("!", "?")) and _is_titled(line)
    sentence = (line.endswith(_ENDS) and not shouted) or _ATTRIBUTED.search(line) is not None
    return "\n" not in words and opened and 1 <= len(line.split()) <= 20 and not sentence


def _is_titled(line: str) -> bool:
    """Whether nearly all longer words are capitalised, as headlines are and sentences are not."""
    words = [word for word in line.split() if len(word) >= 4]
    return len(words) >= 3 and sum(word.lstrip("“\"'‘(")[:1].isupper() for word in words) * 5 >= len(words) * 4
