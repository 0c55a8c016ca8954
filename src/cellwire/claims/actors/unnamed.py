"""Whom a text means that begins with "a Chinese maker" before it names anybody."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.actors.groups import NO_FIRMS
from cellwire.claims.scene import Name, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

NEXT = 3  # sentences in which who is meant may be named
_SOME_FIRM = regex(
    r"(?:[A-Z][\w. ]{2,30}(?:\([A-Z]+\)\s)?[-–—:]+\s|\([A-Z][\w ]+\)\s[-–—]+\s)?"
    r"(?:An?|One of the world['’]s) (?:[\w.-]+ ){0,6}?"
    r"(?:compan(?:y|ies)|firm|(?:auto|car)?makers?|manufacturers?|start-?up|giant|group|producers?|suppliers?|developer"
    r"|recyclers?|miners?|refiner|subsidiary|unit|conglomerate|business|specialist|venture)\b"
    r"(?:,? (?:that|which|based in|headquartered in|from|of)\b[^.;]{2,90}?)?,?"
    r" (?:has|is|will|would|wants|hopes|aims|intends|could|may|said|says|[a-z]+(?:ed|s))\b"
)
_GOES_ON = regex(
    r"(?:,[^,;]{1,80},)?\s(?:has|have|said|says|announced|announces|will|would|is|plans|expects|revealed|confirmed"
    r"|made|intends|aims|wants|picked|chose)\b"
)


def named_later(sentence: Sentence, behind: Sequence[Sentence], headed: Name | None) -> Name | None:
    """Who a sentence's unnamed firm is: its headline's, if it names nobody, or who a next sentence begins with.

    "A Canadian company is building a plant near Ford's works. |Alder| announced the move on Monday."
    """
    match = _SOME_FIRM.match(sentence.text)
    if match is None or sentence.headline:
        return None
    meant = headed if headed and not sentence.names else _first_of(sentence, behind)
    said = Span(sentence.span.start, sentence.span.start + match.end())
    return replace(meant, said=said) if meant else None


def _first_of(sentence: Sentence, behind: Sequence[Sentence]) -> Name | None:
    """The first company that a sentence behind begins with, and does something there."""
    here = {name.id for name in sentence.names}
    for each in behind:
        first = next((name for name in each.names if name.said.start == each.span.start), None)
        if first and first.kind not in NO_FIRMS and first.id not in here:
            return first if _GOES_ON.match(each.after(first.said.end, 100)) else None
    return None
