"""Whether a story is what its text is about: told in the title or the opening, or told on from there.

What stands further down is mostly background: an older plan, a partner's other deal, what a rival does.
"""

from __future__ import annotations

import re

from cellwire.model import Development, Document, Kind
from cellwire.publish.brief.doubting.floors import floor
from cellwire.publish.brief.holdings import Shelf, is_near_head
from cellwire.publish.brief.matter import SURE, Matter, family

_PARAGRAPH = re.compile(r"[^\n]+")
_SAYS = 80  # characters that a paragraph needs to say something: a byline or a dateline has fewer
_LONG = 750  # characters of four long sentences
_BOTH = 2  # sides of a deal
_SENTENCE = re.compile(r"[.!?][\"”]?\s+(?=[A-Z“\"])")
# "Works of Alder in Northam. |Courtesy of Alder.| The news", set as one paragraph with it
_CREDITED = re.compile(
    r"[^\n]{0,160}?(?:\(|\b)(?:Courtesy of|Photo by|Photo courtesy of|Provided by|(?:Photo|Image|Credit|Source):)"
    r" [^.()\n]{2,60}[.)]\s+(?=[A-Z“\"])"
)


def opening_of(document: Document) -> int:
    """Where the opening ends: behind the title and the first paragraph that says something."""
    extent = document.extent
    said = 0
    for matched in _PARAGRAPH.finditer(document.text, extent.start, extent.end):
        said += not _is_title(matched[0], document) and len(matched[0]) >= _SAYS
        if said:
            return matched.end()
    return extent.end


def opens(development: Development, shelf: Shelf) -> bool:
    """Whether it is told in the title or the first paragraph."""
    return development.told_at.start < opening_of(shelf.documents[development.document])


def headed(development: Development, shelf: Shelf) -> bool:
    """Told in the opening, or of one sort and company with what is; or the first that a text tells, near its head."""
    document = shelf.documents[development.document]
    told = [shelf.developments[id] for id in shelf.told_in.get(document.id, ())]
    fresh = [each for each in told if not each.background and _inside(each, document)]
    end = opening_of(document)
    if development.told_at.start < end:
        return True
    near = [each for each in sorted(fresh, key=lambda each: each.told_at.start) if _is_near(each, document)]
    first = [each for each in fresh if each.told_at.start < end] or near[:1]
    return any(each.id == development.id or _goes_on(development, each) for each in first)


def far_down(development: Development, shelf: Shelf) -> bool:
    """Behind the sentences in which a text has its news, unless it goes on there about a deal that it leads with."""
    document = shelf.documents[development.document]
    if sentences_before(development, document) < floor("sentences"):
        return False
    told = (shelf.developments[id] for id in shelf.told_in.get(document.id, ()))
    sure = (each for each in told if each.confidence >= SURE and not each.background and _inside(each, document))
    return not any(_is_signed_for(development, each) for each in sure if each.told_at.start < development.told_at.start)


def _is_signed_for(development: Development, deal: Development) -> bool:
    """The plant that a memorandum told before is for."""
    shared = _companies(development) & _companies(deal)
    return (development.kind, deal.kind) == (Kind.FACILITY, Kind.PARTNERSHIP) and bool(shared)


def told_early(development: Development, shelf: Shelf) -> bool:
    """Whether it stands in the title, the first paragraph or the sentences in which a text has its news."""
    return opens(development, shelf) or (
        sentences_before(development, shelf.documents[development.document]) < floor("sentences")
    )


def in_title(development: Development, document: Document) -> bool:
    """Whether the words that tell it are the headline with which the text begins."""
    first = next(_PARAGRAPH.finditer(document.text, document.extent.start, document.extent.end), None)
    return first is not None and development.told_at.start < first.end() and _is_title(first[0], document)


def sentences_before(development: Development, document: Document) -> int:
    """Sentences of paragraphs that say something; a title, a byline and a picture's caption are none."""
    start, count = development.told_at.start, 0
    for matched in _PARAGRAPH.finditer(document.text, document.extent.start, document.extent.end):
        if matched.start() >= start:
            break
        if len(matched[0]) >= _SAYS and not _is_title(matched[0], document):
            caption = _CREDITED.match(matched[0])
            begun = matched.start() + (caption.end() if caption else 0)
            count += len(_SENTENCE.findall(document.text[begun : min(matched.end(), start)]))
            count += matched.end() <= start
    return count


def _is_title(paragraph: str, document: Document) -> bool:
    return " ".join(paragraph.split()).casefold() == " ".join(document.title.split()).casefold()


def _is_near(development: Development, document: Document) -> bool:
    """In so many characters, or a bit further in the sentences in which a text has its news, where they are long."""
    few = sentences_before(development, document) < floor("sentences")
    return is_near_head(development, document) or (few and development.told_at.start - document.extent.start < _LONG)


def _goes_on(development: Development, first: Development) -> bool:
    ours, theirs = _companies(development), _companies(first)
    if development.kind is first.kind:
        return bool(ours & theirs) or not ours
    if development.kind is Kind.FACILITY:  # the plant that the money is for
        paid = first.kind is Kind.INVESTMENT and first.stage in {"announced", "completed"}
        return paid and bool(ours) and ours <= theirs
    return len({party.id for party in development.parties}) >= _BOTH and ours <= theirs


def _companies(development: Development) -> frozenset[str]:
    return family(party.id for party in development.parties)


def _inside(development: Development, document: Document) -> bool:
    return document.extent.start <= development.told_at.start < document.extent.end


def told_by(matter: Matter, shelf: Shelf) -> str:
    """The words that its lead rests on."""
    return matter.lead.evidence.cut(shelf.documents[matter.lead.document].text)
