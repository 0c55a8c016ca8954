"""Cutting footnotes: the fewest quotes of at most 25 words that hold the words of every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cellwire.model import Citation, Document, Span, quote_around
from cellwire.publish.brief.edition.bare import bare_title, behind_tags
from cellwire.publish.brief.edition.tree import Note
from cellwire.publish.taming import host_of, safe_url

_FIRST_WORDS = 16
_SENTENCE_WITHIN = 600  # characters on either side of a span
UNNAMED = "a text without a named outlet"

_SENTENCE_END = re.compile(
    r"""[.!?…。！？]["'”’)\]]*(?=\s+["'“‘(\[]?[A-Z0-9\u00c0-\u024f])|\n|[。！？]"""
    # without the space of a paragraph: "63 dollars apiece.The company"
    r"|(?:(?<=[a-z]{3})|(?<=\d{4}))\.(?=[A-Z][a-z])"
)
# With a stop behind them they go on: "in the U.S. by 2027", "near St. Louis", "by Dec. 2027"
_GOING_ON = (
    *("[A-Z]", "No", "St", "Dr", "Mr", "Ms", "Gov", "Sen", "Rep", "approx", "ca", "vs"),
    *("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"),
)
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_GOING_ON)}|Inc|Ltd|Co|Corp)$")
# Where a clause is over; a comma goes on with a name: "a plant in Ridgely, Ohio"
_STOP = "".join(rf"(?<!\b{short})" for short in _GOING_ON) + r"\.(?=\s|$)"
CLAUSE_ENDS = re.compile(
    rf"[;:\u2013\u2014\n]|{_STOP}|\s-\s|,(?!\s?\d)(?!\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:[,.;]|$))"
    r"|\s(?:after|amid|as (?!well)|because|before|but|following|led by|while|under (?:the|an?|its)"
    r"|(?:and|which|that|who) (?:has|have|had|is|are|was|were|will|would|plans?|said|says|expects?))\b",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A note and the stretch of the document's text that it quotes."""

    note: Note
    window: Span


def cuts_for(document: Document, spans: Iterable[Span], *, also: tuple[str, ...] = ()) -> tuple[Cut, ...]:
    """Notes that hold every span; neighbouring values share one where 25 words hold them both."""
    groups = _groups(document.text, sorted(set(spans)))
    return tuple(cut(document, _cover(group), also=also) for group in groups)


def cut(document: Document, span: Span, *, also: tuple[str, ...] = ()) -> Cut:
    """The words around a span, at most 25 and within its sentence where that is possible."""
    window = _behind_dash(document.text, quote_around(document.text, span), span)
    return Cut(note_on(document, window, also=also), window)


def note_on(document: Document, window: Span, *, also: tuple[str, ...] = ()) -> Note:
    """A footnote that quotes just these words."""
    return Note(
        quote=" ".join(document.quote(window).split()),
        outlet=outlet_of(document),
        title=bare_title(document.title, outlet_of(document)),
        published=document.published,
        url=safe_url(document.url),
        document=document.id,
        also=also,
        left=_left(document.text, window),
    )


def _left(text: str, window: Span) -> tuple[bool, bool]:
    """Whether a quote leaves words of its sentence before it, other than a dateline, and behind it."""
    # a sentence's beginning is known by its first letters
    whole = sentence_of(text, Span(min(window.start + 2, window.end - 1), window.end))
    first = behind_tags(text, whole.start, window.start)
    before, behind = text[first : window.start].strip(_MARKS), text[window.end : whole.end].strip(_MARKS)
    return bool(before) and not _DASH_LAST.search(before), bool(behind)


_MARKS = " \t\n.!?…\"'“”‘’()[]"
_DASH_LAST = re.compile(r"[-\u2010-\u2015]$")  # "TOKYO, Dec 13 -"
_DASH = re.compile(r"[-\u2010-\u2015]+\s+")


def without_dash(quote: str) -> str:
    dash = _DASH.match(quote)
    return quote[dash.end() :] if dash else quote


def _behind_dash(text: str, window: Span, span: Span) -> Span:
    """A quote does not begin with a feed's tag, nor with the dash of a dateline ("TOKYO, Dec 13 - …")."""
    dash = _DASH.match(text, window.start, span.start)
    return Span(dash.end() if dash else behind_tags(text, window.start, span.start), window.end)


def note_at(cuts: Iterable[Cut], document: Document, span: Span, *, also: tuple[str, ...] = ()) -> Note:
    """The note that already quotes a span, or a new one."""
    held = (known.note for known in cuts if known.window.holds(span))
    return next(held, None) or cut(document, span, also=also).note


def note_of(citation: Citation, documents: Mapping[str, Document], *, also: tuple[str, ...] = ()) -> Note:
    """A footnote from the record's citation."""
    cited = documents.get(citation.document)
    outlet = outlet_of(cited) if cited else citation.outlet or UNNAMED
    quote, title = without_dash(" ".join(citation.quote.split())), bare_title(citation.title, outlet)
    quote = quote[behind_tags(quote, 0, len(quote)) :]
    window, end = Span(citation.start, citation.end), Span(citation.end, citation.end)
    left = _left(cited.text, _behind_dash(cited.text, window, end)) if cited else (False, False)
    return Note(quote, outlet, title, citation.published, safe_url(citation.url), citation.document, also, left)


def outlet_of(document: Document) -> str:
    host = host_of(document.url).removeprefix("www.")
    # of a file its name: where it lies on somebody's disk is no reader's business
    return document.outlet or host or PurePath(document.path or UNNAMED).name


def in_first_words(said: str, outlet: str, *, most: int = _FIRST_WORDS) -> str:
    """What a story that is left out is called: by first words of its source, since a headline of ours says too much."""
    words = said.split()
    more = " …" if len(words) > most else ""
    return f"“{' '.join(words[:most])}{more}” ({outlet})"


def _groups(text: str, spans: list[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and _fits(text, _cover([*groups[-1], span])):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _fits(text: str, span: Span) -> bool:
    one_sentence = not any(_ends(text, span.start, span.end))
    return one_sentence and quote_around(text, span).holds(span)


def _cover(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _ends(text: str, start: int, end: int) -> Iterable[int]:
    """Where sentences end between two places; an abbreviation's full stop is no end."""
    for matched in _SENTENCE_END.finditer(text, start, end):
        if matched[0] == "\n" or not _ABBREVIATION.search(text[max(0, matched.start() - 8) : matched.start()]):
            yield matched.end()


def sentence_of(text: str, span: Span) -> Span:
    """The sentence around a span, as far as it lies near it."""
    low, high = max(0, span.start - _SENTENCE_WITHIN), min(len(text), span.end + _SENTENCE_WITHIN)
    start = max(_ends(text, low, span.start), default=low)
    end = min(_ends(text, max(span.start, span.end - 1), high), default=high)
    return Span(start, max(end, span.end))
