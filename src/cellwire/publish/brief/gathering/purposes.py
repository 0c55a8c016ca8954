"""What money is for and where goods go, in the source's own words: "to build a recycling plant in Northam"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.model import Development, Kind, Span
from cellwire.publish.brief.edition import CLAUSE_ENDS, Part, sentence_of
from cellwire.publish.brief.gathering.picking import Citer, Fresh
from cellwire.publish.brief.wording import cues

_TABLES = {Kind.INVESTMENT: "purposes", Kind.SUPPLY: "destinations"}
_LEAST, _MOST = 4, 18  # words


def purpose_of(fresh: Fresh) -> Part | None:
    """Of the first telling whose sentence goes on with it, behind the sum or the word that tells the deal."""
    table = _TABLES.get(fresh.lead.kind)
    found = (_quoted(dev, fresh.citers[dev.id], table) for dev in fresh.alike) if table else ()
    return next(filter(None, found), None)


def _quoted(dev: Development, citer: Citer, table: str) -> Part | None:
    text = citer.document.text
    sentence = sentence_of(text, dev.told_at)
    said = sentence.cut(text)
    figures = dev.money if dev.kind is Kind.INVESTMENT else dev.capacity
    start = max((known.span.end for known in figures if sentence.holds(known.span)), default=0)
    if not start or said.strip() == citer.document.title.strip():
        return None
    if dev.kind is Kind.INVESTMENT and not cues("gives", said):
        return None
    for span in _spans(text, table, Span(start, sentence.end)):
        words = " ".join(span.cut(text).split())
        if "\u2026" in words or ".." in words or cues("changes_hands", text[sentence.start : span.end]):
            continue
        cited = citer.cue(f"“{words}”", r"\s+".join(map(re.escape, words.split())), span)
        if not cited.problem:
            return cited.part
    return None


def _spans(text: str, table: str, within: Span) -> Iterator[Span]:
    """As far as the clause goes; what is too short says nothing, and of what is too long the end is not known."""
    starts = sorted(span.start for _, _, span in cues(table, text[within.start : within.end], start=within.start))
    for start in starts:
        end = CLAUSE_ENDS.search(text, start, within.end)
        span = Span(start, end.start() if end else within.end)
        if _LEAST <= len(text[span.start : span.end].split()) <= _MOST:
            yield span
