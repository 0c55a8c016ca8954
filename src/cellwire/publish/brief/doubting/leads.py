"""Which of the stories of one text is the one it is about: the others are mostly there to explain it."""

from __future__ import annotations

from collections.abc import Sequence

from cellwire.model import DEAL_KINDS, Document
from cellwire.publish.brief.doubting.heading import in_title, sentences_before
from cellwire.publish.brief.doubting.ranking import rank
from cellwire.publish.brief.doubting.titles import doubt_of_titles, names_all, names_any, speaks_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter


def beside_the_lead(matter: Matter, others: Sequence[Matter], shelf: Shelf) -> bool:
    """Whether the only text that tells the story leads with another one, and its headline does not tell this one too.

    "A ties up with B and C" tells two of a kind. A text whose title names none of the companies is a list, and all
    that stands in it is told.
    """
    texts = sorted(shelf.texts_of(matter.developments))
    if matter.origins > 1:
        return False
    document = shelf.documents[texts[0]]
    rivals = [other for other in others if document.id in shelf.texts_of(other.developments)]
    lead = max(rivals, key=lambda each: _led_by(each, document, shelf), default=matter)
    if lead is matter:
        return False
    if not (names_any(lead, document.title) or names_any(matter, document.title)):
        return False
    return not (_titled(matter, document, shelf) or _titled_too(matter, lead, document))


def _titled_too(matter: Matter, lead: Matter, document: Document) -> bool:
    """Whether a title names all sides of two deals of one kind."""
    between_two = matter.kind is lead.kind and matter.kind in DEAL_KINDS and len(matter.parties) > 1
    return between_two and names_all(matter, document.title)


def _led_by(matter: Matter, document: Document, shelf: Shelf) -> tuple[bool, bool, bool, bool, int, bool, float]:
    titled = _titled(matter, document, shelf)
    kind = speaks_of(document.title, matter.kind.value)
    borne = not doubt_of_titles(matter, shelf)
    score, _ = rank(matter)
    named, all_named = names_any(matter, document.title), names_all(matter, document.title)
    return titled, kind, borne, named, -_position(matter, document, shelf), all_named, score


def _titled(matter: Matter, document: Document, shelf: Shelf) -> bool:
    own = (shelf.developments[id] for id in matter.developments)
    return any(dev.document == document.id and in_title(dev, document) for dev in own)


def _position(matter: Matter, document: Document, shelf: Shelf) -> int:
    own = (shelf.developments[id] for id in matter.developments)
    return min(sentences_before(dev, document) for dev in own if dev.document == document.id)
