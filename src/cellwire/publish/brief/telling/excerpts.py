"""The quote below a story: the words of its texts that add most to what is told, and none where they only repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from cellwire.model import MOST_WORDS, NEVER_NEWS, Development, Document, Kind, Span, plain_letters
from cellwire.publish.brief.belonging import words_of
from cellwire.publish.brief.doubting import names_kind
from cellwire.publish.brief.edition import (
    CLAUSE_ENDS,
    Excerpt,
    Part,
    Sentence,
    bare_title,
    is_named,
    note_on,
    outlet_of,
    sentence_of,
    spellings_of_organisation,
)
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter

# What no slot holds is told in the source's words, whatever else is told; the rest where little else is
_QUOTED = {Kind.POLICY, Kind.MARKET, Kind.INCIDENT, Kind.TECHNOLOGY, Kind.PARTNERSHIP}
_FEW = 3  # sentences
_HEAD = 4  # sentences of a text that may go on about it
_LEAST = 3  # words that say something new
_EARLIER = 3  # more such words that a quote needs which leaves out the beginning of its sentence
_ALIKE = 5  # letters by which "recycling" and "recycled" are one word
_TERM = re.compile(r"(?<!\w)\w*\d[\w.,]*|[^\W\d_]{4,}")
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")  # "2" of both "£2 million" and "GBP2 million"
# Where a later clause begins that needs no word before it: none of a list, and no verb without its subject
_CLAUSE = re.compile(
    r"(?:[;:]|\s[-\u2013\u2014]|,\s(?:and|but|while)(?=\s[a-z]))\s+(?!(?:has|have|had|is|are|was|were|will|would)\b)"
)
# A caption has no word like these: "Staff at the works in Northam"
_TELLS = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|would|plans|said|says|announces"
    r"|(?<!-)(?<!\bin )(?<!\bof )(?<!\ba )(?<!\ban )[a-z]{3,}ed)\b"
)
# What a teaser breaks off with, and what is left of a page's markup or of a wire's
_BROKEN = re.compile(r"\u2026|\.\.\.|</?\w|&lt;|https?://|\[[A-Z]{2,}:|,? opens new tab")
_OPENED = re.compile(r"\b(?:that|which|who|whether|if)\b")
_NAME_ONLY = re.compile(r"\b(?:Inc|Ltd|Corp|Co|LLC|PLC|plc)\.?$")
_DASH = re.compile(r"\s[-\u2013\u2014]\s|\u2014")
# Behind these a clause is not what the one before it says by itself
_HANGS = re.compile(
    r"^,\s(?:and\s)?(?-i:[A-Z])|(?:^\W*|, )(?:but|although|though|however|yet|while|despite|unless|if|only|doubts?)\b"
    r"|\baccording to\b|\b(?:said|says|claim(?:s|ed)?|estimate[sd]?|told)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?P<the>The )[\w-]+ ")
# "NORTHAM, Dec 13 - ", "Dec 13 (Wire) - ", "Provided by Alder. "
_DATELINE = re.compile(
    r"(?:\(?[A-Z]{3,}[\w .,'’()/]{0,40}?|(?:[A-Z][a-z]{2,8}\.? \d{1,2} )?\([A-Z][\w ]{1,24}\))"
    r"\s[-\u2013\u2014]{1,2}\s?(?=[A-Z])"
    r"|\(?(?:Courtesy of|Provided by|Photo by) [^.()\n]{2,60}[.)] (?=[A-Z])"
)
# What the bourse made of the news
_OF_SHARES = re.compile(
    r"\b(?:shares?|stock)\b[^.;]{0,80}\b(?:up|down|rose|fell|gain\w*|lost|climb\w*|jump\w*|surg\w*|slid|dropp\w*)\b[^;]{0,40}%",
    re.IGNORECASE,
)
_HINGE = re.compile(r"(?:But|And|Yet|However|Still|Meanwhile)\b")  # what a sentence begins with that answers another
_LETTER = re.compile(r"\S\S?")
_WORD = re.compile(r"\S+")


def excerpt_of(matter: Matter, headline: Sentence, sentences: Sequence[Sentence], shelf: Shelf) -> Excerpt | None:
    """Of sentences that add as much, the first; no title, since one stands below each story."""
    if matter.kind not in _QUOTED and len(sentences) > _FEW:
        return None
    told = _terms(" ".join([*(sentence.text for sentence in (headline, *sentences)), *_spelt(matter)]))
    printed = _quoted_in(sentences)
    devs = [shelf.developments[id] for id in matter.developments]
    rows = (row for dev in devs for row in _of_one(dev, matter, shelf, told))
    found = [row for row in rows if not any(each in " ".join(row[1].quote(row[2]).split()) for each in printed)]
    most, document, span = max(found, key=lambda row: row[0], default=(0, None, Span(0, 0)))
    if document is None or most < _LEAST:
        return None
    return Excerpt(note_on(document, span, also=shelf.also(document)))


def _spelt(matter: Matter) -> Iterator[str]:
    """All names of those who are told of: the longer one of a company says nothing new."""
    for told in matter.parties:
        yield from (told.value.name, *spellings_of_organisation(told.value.id))


def _quoted_in(sentences: Sequence[Sentence]) -> list[str]:
    """What stands in quotes already: "“to build a recycling plant”"."""
    parts = (part.text for sentence in sentences for part in sentence.parts if part.note)
    return [text[1:-1] for text in parts if text.startswith("“") and text.endswith("”")]


def _of_one(dev: Development, matter: Matter, shelf: Shelf, told: set[str]) -> Iterator[tuple[int, Document, Span]]:
    """What may be quoted below a text's title, with how much it adds: a sentence's beginning before later clauses."""
    document = shelf.documents[dev.document]
    for sentence in _telling(dev, matter.names(), document):
        for span in _windows(document.text, sentence) if not _is_title(sentence, document) else ():
            new = len(_terms(document.quote(span)) - told)
            yield new if span.start == sentence.start else new - _EARLIER, document, span


def _telling(dev: Development, names: Iterable[Part], document: Document) -> Iterator[Span]:
    """The one that tells it, the first of its kind that names all sides, and one that goes on behind these."""
    spellings = [{part.text.removeprefix("the "), *spellings_of_organisation(part.value)} for part in names]
    told = sentence_of(document.text, dev.told_at)
    before = False
    for place, span in enumerate(_sentences_of(document)):
        if place > _HEAD and span.start > told.end:
            return
        own = span.start <= dev.told_at.start < span.end
        text = document.quote(span)
        opens = bool(spellings) and not before and _TELLS.search(text) is not None
        opens = opens and names_kind(text, dev.kind.value) and not _OF_SHARES.search(text)
        opens = opens and all(is_named(text, any_of) for any_of in spellings)
        goes_on = before and _goes_on(text)
        if not _HINGE.match(text) and (own or goes_on or (opens and not _is_title(span, document))):
            yield span
        before = (own or goes_on or opens) and not _is_title(span, document)


def _goes_on(text: str) -> bool:
    """ "It is to …", "The new project is to …"; not "The company also …"."""
    start = _ARTICLE.match(text)
    places = (0,) if start is None else (start.end("the"), start.end())
    return any(words_of("goes_on").match(text, at) for at in places) and not words_of("aside").search(text)


def _sentences_of(document: Document) -> Iterator[Span]:
    """Without adverts and lists of links."""
    place = document.extent.start
    while begun := _LETTER.search(document.text, place, document.extent.end):
        # a sentence's beginning is known by its first letters
        end = begun.end()
        if end < document.extent.end:
            end = max(end, sentence_of(document.text, Span(end, end + 1)).end)
        dated = _DATELINE.match(document.text, begun.start(), end)
        span = Span(dated.end() if dated and dated.end() < end else begun.start(), end)
        place = end
        if not _is_aside(span, document):
            yield span


def _is_aside(span: Span, document: Document) -> bool:
    block = next((block for block in document.blocks if block.span.holds(Span(span.end - 1, span.end))), None)
    return block is not None and block.kind in NEVER_NEWS


def _is_title(span: Span, document: Document) -> bool:
    title, text = bare_title(document.title, outlet_of(document)), " ".join(document.quote(span).split())
    return bool(title) and (text in title or title in text)


def _windows(text: str, sentence: Span) -> Iterator[Span]:
    """Whole clauses, from the beginning of the sentence or from a later one of it."""
    starts = [sentence.start, *(found.end() for found in _CLAUSE.finditer(text, sentence.start, sentence.end))]
    for start in starts:
        if start > sentence.start and _DASH.search(text, start, sentence.end):
            continue  # what is said between dashes says nothing by itself
        span = _whole_clauses(text, Span(start, sentence.end))
        if span and (start == sentence.start or _TELLS.search(text, span.start, span.end)):
            yield span


def _whole_clauses(text: str, rest: Span) -> Span | None:
    """All of it, or as many clauses as a quote holds which may stand without the rest; no text that breaks off."""
    words = list(islice(_WORD.finditer(text, rest.start, rest.end), MOST_WORDS + 1))
    broken = _BROKEN.search(text, rest.start, rest.end)
    if not words or (len(words) <= MOST_WORDS and not broken):
        return Span(rest.start, words[-1].end()) if words and _is_balanced(text[rest.start : rest.end]) else None
    limit = min(words[-1].start() if len(words) > MOST_WORDS else rest.end, broken.start() if broken else rest.end)
    ends = [found.start() for found in CLAUSE_ENDS.finditer(text, rest.start, rest.end) if found.start() <= limit]
    clauses = (Span(rest.start, end) for end in reversed(ends) if end > rest.start)
    return next((clause for clause in clauses if _stands(text, clause, rest.end)), None)


def _stands(text: str, clause: Span, end: int) -> bool:
    """Whether words say something without those behind them: who says it, what is in doubt, their own verb."""
    said, left = text[clause.start : clause.end], text[clause.end : end]
    opened = _OPENED.split(said)[-1]
    # "Voltara, |based| in Ohio": what only describes tells nothing
    told = any(not opened[: found.start()].endswith(", ") for found in _TELLS.finditer(opened))
    named = _NAME_ONLY.search(said) and left.strip(" .")  # "in Ridgely, where Baumwerk Ltd. |is to build|"
    in_aside = _DASH.search(left) is not None and len(_DASH.findall(text, clause.start, end)) > 1
    return told and not named and not in_aside and _is_balanced(said) and _HANGS.search(left) is None


def _is_balanced(text: str) -> bool:
    """Neither in the middle of an inner quotation nor of a bracket."""
    pairs = all(text.count(opens) == text.count(closes) for opens, closes in ("“”", "()", "[]"))
    return pairs and text.count('"') % 2 == 0


def _terms(text: str) -> set[str]:
    """What words say something, by their first letters, and figures."""
    found = (match[0] for match in _TERM.finditer(plain_letters(text)))
    kept = [term for term in found if not words_of("says_little").fullmatch(term)]
    return {figure[0] if (figure := _FIGURE.search(term)) else term[:_ALIKE] for term in kept}
