"""Which stories of a week are told, the weightiest first, and why the others are not."""

from __future__ import annotations

import math
from dataclasses import replace

from cellwire.model import Story
from cellwire.publish.alerts.subject import of_development
from cellwire.publish.alerts.watch import Watch
from cellwire.publish.brief.carrying import carried, carriers_of
from cellwire.publish.brief.doubting import doubt_beside, fuller_of, own_doubt
from cellwire.publish.brief.echoes import echo_of, without_borrowed
from cellwire.publish.brief.edition import (
    LeftOut,
)
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.grouping import Ranked
from cellwire.publish.brief.matter import Matter, Reply
from cellwire.publish.brief.news import is_stale
from cellwire.publish.brief.quoting import outlet_of
from cellwire.publish.brief.ranking import rank, roughly
from cellwire.publish.brief.retelling import telling_of, unprinted
from cellwire.publish.brief.same_plant import vaguer
from cellwire.publish.brief.settings import BriefSettings
from cellwire.publish.brief.shelf import Shelf

_AT_LEAST = 100  # stories beyond three for each printed one, before any is passed over unread
_FIRST_WORDS = 16


def stories_told(shelf: Shelf, settings: BriefSettings) -> tuple[list[Ranked], list[LeftOut]]:
    """Every story of the week, the weightiest first; each development once, in the weightiest story that has it."""
    of_week, light = _weightiest([story for story in shelf.stories if _in_week(story, shelf)], shelf, settings.stories)
    known = (matter for story in of_week if (matter := matter_of(story, shelf)))
    matters = [matter for matter in known if settings.watch is None or _watched(matter, shelf, settings.watch)]
    matters = [without_borrowed(matter, matters) for matter in matters]
    weighed = _weighed(matters)
    doubts = {matter.story.id: own_doubt(matter, shelf) for matter in matters}
    sound = [matter for _, _, matter in weighed if not doubts[matter.story.id]]
    printed: set[str] = set()
    headlines: set[str] = set()
    answered: set[tuple[str, ...]] = set()
    ranked: list[Ranked] = []
    carriers: dict[str, set[str]] = {}
    left_out: dict[LeftOut, None] = {}
    for place, (score, because, matter) in enumerate(weighed):
        if len(ranked) == settings.stories:
            light += len(weighed) - place
            break
        echoed = echo_of(matter, (row.matter for row in ranked), shelf)
        teller = echoed or fuller_of(matter, [row.matter for row in ranked], shelf)
        doubt = doubts[matter.story.id] or doubt_beside(matter, sound, shelf)
        if doubt:  # two stories never put each other in doubt
            sound = [other for other in sound if other is not matter]
        surely = not doubts[matter.story.id] or (teller and (teller.kind, teller.step) == (matter.kind, matter.step))
        told = next((row.telling.headline.text for row in ranked if row.matter is teller and surely), "")
        again = bool(printed & set(matter.developments))
        why = _told_in(told) or doubt or _told_already(matter, shelf, again=again)
        telling = None if why else telling_of(_unanswered(matter, answered), shelf, printed)
        if telling and telling.headline.text in headlines:
            why, telling = "another story has the same headline", None
        if telling:
            answered |= {_answer(reply) for reply in matter.replies}
            printed.update(telling.developments)
            headlines.add(telling.headline.text)
            left_out.update((row, None) for row in unprinted(matter, telling))
            ranked.append(Ranked(matter, replace(telling, score=score, because=because), score, because))
            carriers.setdefault(matter.story.id, set()).update(carriers_of(matter, shelf, also=matter))
        else:
            if teller:
                own = () if doubts[matter.story.id] else matter.developments
                carriers[teller.story.id] |= carriers_of(teller, shelf, also=replace(matter, developments=own))
            why = why or "too little of it is borne out by a quote"
            left_out[LeftOut(_read_from(matter, shelf), why)] = None
    if light:
        left_out[LeftOut(f"{light} further stories", "they weigh less than those told")] = None
    return [carried(row, carriers[row.matter.story.id], shelf) for row in ranked], list(left_out)


def _read_from(matter: Matter, shelf: Shelf) -> str:
    """The source's own words: a headline of a story that is not trusted would say what nobody did."""
    document = shelf.documents[matter.lead.document]
    words = matter.lead.evidence.cut(document.text).split()
    more = " …" if len(words) > _FIRST_WORDS else ""
    return f"“{' '.join(words[:_FIRST_WORDS])}{more}” ({outlet_of(document)})"


def _weighed(matters: list[Matter]) -> list[tuple[float, tuple[str, ...], Matter]]:
    """The weightiest first; behind a story that says in which town the one that has only a region."""
    rows = {matter.story.id: (*rank(matter), matter) for matter in matters}
    clearer = {
        matter.story.id: min((rows[other.story.id][0] for other in matters if vaguer(matter, other)), default=math.inf)
        for matter in matters
    }

    def place(row: tuple[float, tuple[str, ...], Matter]) -> tuple[float, bool, str]:
        score, _, matter = row
        return -min(score, clearer[matter.story.id]), clearer[matter.story.id] < math.inf, matter.story.id

    return sorted(rows.values(), key=place)


def _told_in(headline: str) -> str:
    return f"told in another story, “{headline}”" if headline else ""


def _told_already(matter: Matter, shelf: Shelf, *, again: bool) -> str:
    if is_stale(matter, shelf):
        return "nothing in it is new this week"
    return "told in another story" if again else ""


def _in_week(story: Story, shelf: Shelf) -> bool:
    return story.first_told <= shelf.last and story.last_told >= shelf.first


def _weightiest(stories: list[Story], shelf: Shelf, most: int) -> tuple[list[Story], int]:
    """Of a flood, those that weigh most by what their texts name, three for each that is printed; and how many not."""
    if len(stories) <= _AT_LEAST + 3 * most:
        return stories, 0
    rough = sorted(stories, key=lambda story: (-roughly(shelf.of_week(story), shelf), story.id))
    kept = {story.id for story in rough[: 3 * most]}
    return [story for story in stories if story.id in kept], len(stories) - len(kept)


def _watched(matter: Matter, shelf: Shelf, watch: Watch) -> bool:
    return any(watch.wants(of_development(shelf.developments[id])) for id in matter.developments)


def _unanswered(matter: Matter, answered: set[tuple[str, ...]]) -> Matter:
    """One answer to several stories of one report is told with the weightiest."""
    return replace(matter, replies=tuple(reply for reply in matter.replies if _answer(reply) not in answered))


def _answer(reply: Reply) -> tuple[str, ...]:
    return reply.who.value, *(part.note.quote for part in reply.said if part.note)
