"""Which of the week's stories stand: what speaks against each of them by itself, and beside those that stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cellwire.publish.brief.doubting.doubts import belied_by, doubted_by, own_doubt, too_unsure
from cellwire.publish.brief.doubting.floors import floor
from cellwire.publish.brief.doubting.leads import beside_the_lead
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import SURE, Matter
from cellwire.publish.brief.sameness import sums_up


@dataclass(frozen=True, slots=True)
class Standing:
    """By the story's id, what speaks against it; nothing where it stands."""

    own: Mapping[str, str]  # in the story itself
    beside: Mapping[str, str]  # of those without: beside another that stands

    def doubt(self, matter: Matter) -> str:
        return self.own[matter.story.id] or self.beside.get(matter.story.id, "")


def standing_of(matters: Sequence[Matter], shelf: Shelf) -> Standing:
    """The matters come the weightiest first. What falls itself puts no other in doubt, nor do two each other.

    What is only too unsure to be told still tells against a barer story of the same sort.
    """
    least = floor("confidence")
    flaws = {matter.story.id: own_doubt(matter, shelf) for matter in matters}
    own = {matter.story.id: too_unsure(matter, shelf, least=least) or flaws[matter.story.id] for matter in matters}
    sound = [matter for matter in matters if not own[matter.story.id]]
    second = {matter.story.id for matter in sound if beside_the_lead(matter, sound, shelf)}
    told = [matter for matter in sound if matter.story.id not in second]
    summed = {matter.story.id: "a sum of what is told of each" for matter in told if sums_up(matter, told)}
    unsure = [each for each in matters if not (flaws[each.story.id] or too_unsure(each, shelf, least=SURE))]
    heard = [matter for matter in unsure if matter.story.id not in second]
    beside = _Bench(told, heard, shelf).verdicts()
    return Standing(own, beside | summed | dict.fromkeys(second, "its text leads with another story"))


def sound(matter: Matter, shelf: Shelf) -> bool:
    """Whether nothing in the story itself speaks against it."""
    return not (too_unsure(matter, shelf, least=floor("confidence")) or own_doubt(matter, shelf))


class _Bench:
    """The sound stories judged beside each other, and beside those that are heard though they are not told."""

    def __init__(self, sound: Sequence[Matter], heard: Sequence[Matter], shelf: Shelf) -> None:
        self._sound, self._heard, self._shelf = sound, heard, shelf
        self._place = {matter.story.id: number for number, matter in enumerate(heard)}
        self._told = {matter.story.id for matter in sound}
        self._settled: dict[str, str] = {}

    def verdicts(self) -> dict[str, str]:
        for matter in self._sound:
            self._settled[matter.story.id] = self._judge(matter, ())
        return self._settled

    def _judge(self, matter: Matter, asking: tuple[Matter, ...]) -> str:
        """One whose own standing hangs on this one counts as standing: the weightier is asked first."""
        if matter.story.id in self._settled:
            return self._settled[matter.story.id]
        for other in self._heard:
            why = "" if other is matter else self._against(matter, other)
            if why and self._stands(other, (*asking, matter)):
                return why
        return ""

    def _stands(self, other: Matter, asking: tuple[Matter, ...]) -> bool:
        return other in asking or other.story.id not in self._told or not self._judge(other, asking)

    def _against(self, matter: Matter, other: Matter) -> str:
        why = doubted_by(matter, other, self._shelf) if other.story.id in self._told else ""
        return why or (belied_by(matter, other, self._shelf) if self._better(other, matter) else "")

    def _better(self, other: Matter, matter: Matter) -> bool:
        """Told by more texts, of equals the weightier."""
        weightier = self._place[other.story.id] < self._place[matter.story.id]
        return len(other.story.origins) + weightier > len(matter.story.origins)
