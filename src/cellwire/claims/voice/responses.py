"""What the parties answer to a report: confirmed, denied, or nothing decided, each with who says so."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.actors import SILENT, name_groups
from cellwire.claims.clauses import Bundle
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.model import Modality, Party, Response, Role

_WITHIN = 8  # sentences after the report


def responses_to(home: Bundle, scene: Scene) -> tuple[Response, ...]:
    """Answers of the development's own companies in the sentences after it is told."""
    first = home.drafts[0].clause.index
    found: dict[str, Response] = {}
    for sentence in scene.sentences[first : home.last + _WITHIN]:
        for name, modality in _answers(sentence):
            if name.id in home.ids() and name.id not in found:
                party = Party(name.id, name.name, Role.PARTNER, scene.plain.back(name.span))
                found[name.id] = Response(party, modality, scene.plain.back(sentence.span))
    return tuple(found.values())


def _answers(sentence: Sentence) -> Iterator[tuple[Name, Modality]]:
    modality = _modality(sentence)
    if modality is None:
        return
    names = [name for name in sentence.names if name.kind not in SILENT]
    for group in name_groups(sentence, names):
        if not group.lead:
            yield from ((name, modality) for name in group.names)
            return


def _modality(sentence: Sentence) -> Modality | None:
    """How the sentence answers; None where it is no answer."""
    if sentence.has("firm.undecided"):
        return Modality.UNDECIDED
    if sentence.has("firm.deny"):
        return Modality.DENIED
    if sentence.has("firm.respond") and "confirm" in sentence.text.lower():
        return Modality.ASSERTED
    return None
