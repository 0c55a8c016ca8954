"""What the parties of a report answered, each told by its own name though the text says "the former"."""

from __future__ import annotations

import re

from cellwire.model import Answer, Modality, Response, Span
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import Note, Part, cuts_for, note_at, note_of
from cellwire.publish.brief.gathering.picking import Citer, Fresh
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Reply
from cellwire.publish.brief.wording import cues, with_the

_PLAIN = {
    Modality.DENIED: "denied it",
    Modality.UNDECIDED: "gave no decision",
    Modality.ASSERTED: "confirmed it",
}


def replies_of(fresh: Fresh) -> tuple[Reply, ...]:
    """The first answer of each party, in the order the texts give them."""
    met: dict[str, Reply] = {}
    for dev in fresh.devs:
        for response in dev.responses:
            reply = _reply(fresh.citers[dev.id], response)
            if reply and response.party.id not in met:
                met[response.party.id] = reply
    for answer in _on_record(fresh):
        known = _recorded(answer, fresh.shelf)
        if known and answer.party.id not in met:
            met[answer.party.id] = known
    return tuple(met.values())


def _on_record(fresh: Fresh) -> list[Answer]:
    """What the record holds of the rumour up to this week: an answer may come weeks before or after the report."""
    rumours = [rumour for rumour in fresh.shelf.record.rumours if fresh.story.id in rumour.stories]
    answers = [answer for rumour in rumours for answer in rumour.answers if answer.said <= fresh.shelf.last]
    return sorted(answers, key=lambda answer: (answer.said, answer.party.id))


def _recorded(answer: Answer, shelf: Shelf) -> Reply | None:
    """An answer as far as footnotes alone tell it: one must name the party."""
    notes = [note_of(citation, shelf.documents) for citation in (answer.citation, *answer.party.citations)]
    named = (Part(with_the(answer.party.name), note, "name", answer.party.id) for note in notes)
    who = next((part for part in named if not borne_out(part)), None)
    if who is None or answer.modality not in _PLAIN:
        return None
    note = notes[0]
    found = [(ours, pattern, note) for ours, pattern, _ in _found(note.quote, answer.modality)]
    return Reply(who, answer.modality, _predicate(found, answer.modality, note))


def _reply(citer: Citer, response: Response) -> Reply | None:
    who = citer.party(response.party)
    if who.problem or response.modality not in _PLAIN:
        return None
    text = citer.document.text[response.span.start : response.span.end]
    start = response.span.start
    found = [
        (ours, pattern, Span(start + span.start, start + span.end))
        for ours, pattern, span in _found(text, response.modality)
    ]
    cuts = cuts_for(citer.document, [span for _, _, span in found], also=citer.also)
    cited = [(ours, pattern, note_at(cuts, citer.document, span)) for ours, pattern, span in found]
    said = _predicate(cited, response.modality, citer.note(_head(response.span, text)))
    return Reply(who.part, response.modality, said)


def _found(text: str, modality: Modality) -> list[tuple[str, str, Span]]:
    return [*cues("answers.self", text)[:1], *cues(f"answers.{modality.value}", text)[:2]]


def _predicate(found: list[tuple[str, str, Note]], modality: Modality, note: Note) -> tuple[Part, ...]:
    """ "declined to comment", or "said that nothing had been decided and that talks were continuing"."""
    whole = [row for row in found if not _is_clause(row[0])]
    if whole:
        found = whole[:1]
    if not found:
        return (Part(_PLAIN[modality], note, "stage", ""),)
    parts: list[Part] = []
    for place, (ours, pattern, cited) in enumerate(found):
        lead = "" if whole else (" and that " if place else "said that ")
        parts.extend([Part(lead)] if lead else [])
        parts.append(Part(ours, cited, "cue", pattern))
    return tuple(parts)


def _is_clause(ours: str) -> bool:
    return not re.match(r"declined|did not", ours)


def _head(span: Span, text: str) -> Span:
    """The first words of an answer in which no cue was found."""
    words = list(re.finditer(r"\S+", text))[:20]
    return Span(span.start, span.start + (words[-1].end() if words else 1))
