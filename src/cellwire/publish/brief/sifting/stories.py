"""Which stories of a week are told, the weightiest first, and why the others are not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cellwire.model import Story
from cellwire.publish.brief.doubting import rank, roughly, standing_of, step_untold
from cellwire.publish.brief.edition import Headline, LeftOut, Untold
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.sameness import vaguer, without_borrowed
from cellwire.publish.brief.sifting.agenda import Agenda
from cellwire.publish.brief.sifting.grouping import Ranked
from cellwire.publish.brief.sifting.headlines import cited_by, headlines_of, with_titles_once
from cellwire.publish.brief.sifting.joining import laid_together
from cellwire.publish.brief.sifting.settings import BriefSettings
from cellwire.publish.brief.sifting.untold import standing_in, untold_of
from cellwire.publish.watching import Watch, of_development

_AT_LEAST = 100  # stories beyond three for each printed one, before any is passed over unread


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is told, the weightiest first, and what is not; on the shelf stories of one plant or deal lie together."""

    shelf: Shelf
    ranked: list[Ranked]
    headlines: tuple[Headline, ...]
    standing: frozenset[str]  # documents whose news a story or a headline tells
    left_out: tuple[LeftOut, ...]
    untold: Untold


def sift(shelf: Shelf, settings: BriefSettings) -> Sifted:
    """Every story of the week; each development once, in the weightiest story that has it."""
    matters, light = _at_hand(shelf, settings)
    shelf, weighed = _as_joined(_weighed(matters), shelf)
    agenda = Agenda(shelf, standing_of([matter for _, _, matter in weighed], shelf))
    for place, (score, because, matter) in enumerate(weighed):
        if len(agenda.ranked) == settings.stories:
            light += len(weighed) - place
            agenda.held_back.extend(matter for _, _, matter in weighed[place:])
            break
        agenda.take(matter, score, because)
    if light:
        agenda.left_out[LeftOut(f"{light} further stories", "they weigh less than those told")] = None
    rows = agenda.rows()
    whole = settings.watch is None  # what a watch list passes over is no news of its edition
    printed = {id for row in rows for id in (*row.carriers, *cited_by(row))}
    heads = [row.telling.headline.text for row in rows]
    found, echoes = headlines_of(agenda.held_back, printed, shelf, heads=heads, also_silent=whole)
    headlines = tuple(row for row, _ in found[: settings.headlines])
    headed = {id for _, ids in found[: settings.headlines] for id in ids}
    told = printed | headed | ((agenda.elsewhere | echoes) if whole else set())
    untold = untold_of(told, shelf) if whole else Untold()
    left_out = tuple(with_titles_once(agenda.left_out, headlines))
    return Sifted(shelf, rows, headlines, standing_in(told, shelf), left_out, untold)


Weighed = tuple[float, tuple[str, ...], Matter]


def _as_joined(weighed: list[Weighed], shelf: Shelf) -> tuple[Shelf, list[Weighed]]:
    """Weighed anew where a story holds another's tellings as well."""
    matters = [matter for _, _, matter in weighed]
    together, into = laid_together(matters, shelf)
    if not into:
        return shelf, weighed
    heads = set(into.values())
    again = [
        (_as_titled(together.by_id[matter.story.id], together) or matter) if matter.story.id in heads else matter
        for matter in matters
        if matter.story.id not in into
    ]
    return together, _weighed([without_borrowed(matter, again) for matter in again])


def _at_hand(shelf: Shelf, settings: BriefSettings) -> tuple[list[Matter], int]:
    """The week's matters, those of the watch list where there is one; and how many stories weigh too little."""
    of_week, light = _weightiest([story for story in shelf.stories if _in_week(story, shelf)], shelf, settings.stories)
    known = (matter for story in of_week if (matter := _as_titled(story, shelf)))
    matters = [matter for matter in known if settings.watch is None or _watched(matter, shelf, settings.watch)]
    return [without_borrowed(matter, matters) for matter in matters], light


def _as_titled(story: Story, shelf: Shelf) -> Matter | None:
    """By its furthest step, or, where no title has a word for that, by the one that its other texts tell."""
    matter = matter_of(story, shelf)
    if matter is None or not step_untold(matter, shelf):
        return matter
    return matter_of(story, shelf, but=matter.stage) or matter


def _weighed(matters: list[Matter]) -> list[Weighed]:
    """The weightiest first; behind a story that says in which town the one that has only a region."""
    rows = {matter.story.id: (*rank(matter), matter) for matter in matters}
    clearer = {
        matter.story.id: min((rows[other.story.id][0] for other in matters if vaguer(matter, other)), default=math.inf)
        for matter in matters
    }

    def place(row: Weighed) -> tuple[float, bool, str]:
        score, _, matter = row
        return -min(score, clearer[matter.story.id]), clearer[matter.story.id] < math.inf, matter.story.id

    return sorted(rows.values(), key=place)


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
