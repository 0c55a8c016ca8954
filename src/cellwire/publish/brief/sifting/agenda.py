"""The week's stories taken up one by one: each answer and headline is told once, the rest is listed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cellwire.publish.brief.doubting import Standing, tells_more, unlikely
from cellwire.publish.brief.edition import LeftOut, Telling, in_first_words, outlet_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Reply, companies_of
from cellwire.publish.brief.sameness import echo_of
from cellwire.publish.brief.sifting.carrying import carried, carriers_of
from cellwire.publish.brief.sifting.grouping import Ranked
from cellwire.publish.brief.sifting.lines import Lines
from cellwire.publish.brief.telling import is_stale, telling_of, unprinted


@dataclass(slots=True)
class Agenda:
    """What has been told so far, and what was left out; stories come the weightiest first."""

    shelf: Shelf
    standing: Standing
    ranked: list[Ranked] = field(default_factory=list)
    left_out: dict[LeftOut, None] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)  # developments
    answered: set[tuple[str, ...]] = field(default_factory=set)
    carriers: dict[str, set[str]] = field(default_factory=dict)  # story → documents
    held_back: list[Matter] = field(default_factory=list)  # stories whose news no other has
    elsewhere: set[str] = field(default_factory=set)  # documents whose news another story has

    def take(self, matter: Matter, score: float, because: tuple[str, ...]) -> None:
        teller = self._teller(matter)
        why = self._told_in(matter, teller) or self.standing.doubt(matter) or self._told_already(matter)
        telling = None if why else telling_of(self._unanswered(matter), self.shelf, self.printed)
        if telling and (why := unlikely(matter, telling.headline.text, self.shelf)):
            telling = None
        if telling and (same := self._headed_alike(telling)):
            teller = same if companies_of(same) == companies_of(matter) else None
            why, telling = f"told in another story, “{telling.headline.text}”", None
        if telling:
            self._tell(matter, replace(telling, score=score, because=because))
        else:
            self._leave(matter, teller, why or "what was read of it makes no sentence of ours")

    def rows(self) -> list[Ranked]:
        lines = Lines(self.shelf)
        return [carried(row, self.carriers[row.matter.story.id], lines, self.shelf) for row in self.ranked]

    def _teller(self, matter: Matter) -> Matter | None:
        """The story told already that says all of it, or more of the same plant."""
        told = [row.matter for row in self.ranked]
        fuller = (other for other in told if tells_more(matter, other, self.shelf))
        return echo_of(matter, told, self.shelf) or next(fuller, None)

    def _told_in(self, matter: Matter, teller: Matter | None) -> str:
        """A story that is doubted itself is told in another only where both tell the same step."""
        if teller is None or (self.standing.own[matter.story.id] and not _one_step(matter, teller)):
            return ""
        told = next(row.telling.headline.text for row in self.ranked if row.matter is teller)
        return f"told in another story, “{told}”"

    def _headed_alike(self, telling: Telling) -> Matter | None:
        rows = (row for row in self.ranked if row.telling.headline.text == telling.headline.text)
        return next((row.matter for row in rows), None)

    def _told_already(self, matter: Matter) -> str:
        if is_stale(matter, self.shelf):
            return "nothing in it is new this week"
        return "told in another story" if self.printed & set(matter.developments) else ""

    def _unanswered(self, matter: Matter) -> Matter:
        """One answer to several stories of one report is told with the weightiest."""
        return replace(matter, replies=tuple(reply for reply in matter.replies if _answer(reply) not in self.answered))

    def _tell(self, matter: Matter, telling: Telling) -> None:
        self.answered |= {_answer(reply) for reply in matter.replies}
        self.printed.update(telling.developments)
        self.left_out.update((row, None) for row in unprinted(matter, telling))
        self.ranked.append(Ranked(matter, telling, telling.score, telling.because))
        self.carriers[matter.story.id] = carriers_of(matter, self.shelf, also=matter)

    def _leave(self, matter: Matter, teller: Matter | None, why: str) -> None:
        """A story that is told in another lends it its outlets, where nothing speaks against it."""
        if teller:
            own = () if self.standing.own[matter.story.id] else matter.developments
            also = replace(matter, developments=own)
            self.carriers[teller.story.id] |= carriers_of(teller, self.shelf, also=also)
        if teller or self.standing.beside.get(matter.story.id):
            self.elsewhere |= self.shelf.texts_of(matter.developments)
        else:
            self.held_back.append(matter)
        self.left_out[LeftOut(self._read_from(matter), why)] = None

    def _read_from(self, matter: Matter) -> str:
        document = self.shelf.documents[matter.lead.document]
        return in_first_words(matter.lead.evidence.cut(document.text), outlet_of(document))


def _one_step(one: Matter, other: Matter) -> bool:
    return (one.kind, one.step) == (other.kind, other.step)


def _answer(reply: Reply) -> tuple[str, ...]:
    return reply.who.value, *(part.note.quote for part in reply.said if part.note)
