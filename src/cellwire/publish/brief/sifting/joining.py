"""Stories of the week that tell one plant or deal, laid together before they are told: each lends what it knows.

The record keeps them apart until it is sure; a reader wants the sum of one text and the size of the next in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cellwire.model import STAGES, Story
from cellwire.publish.brief.doubting import sound
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, companies_of
from cellwire.publish.brief.sameness import one_raise, same_deal, same_gift, same_incident, same_plant


def laid_together(matters: Sequence[Matter], shelf: Shelf) -> tuple[Shelf, dict[str, str]]:
    """A shelf on which a story holds what its echoes tell, and which story each echo went into.

    The matters come the weightiest first.
    """
    groups: list[list[Matter]] = []
    for matter in matters:
        fitting = (group for group in groups if _one_news(matter, group[0], shelf))
        group = next(fitting, None)
        if group is None:
            groups.append([matter])
        elif sound(group[0], shelf) and (sound(matter, shelf) or same_gift(matter, group[0])):
            group.append(matter)  # of the same sum even an unsure text says whose venture gets it
    several = [[matter.story for matter in group] for group in groups if len(group) > 1]
    return _with(several, shelf), {echo.id: head.id for head, *echoes in several for echo in echoes}


def _one_news(one: Matter, other: Matter, shelf: Shelf) -> bool:
    """One step of one plant, or a deal of the same sides; what is denied is told beside what is not."""
    alike = (one.kind, one.step) == (other.kind, other.step) and Mode.DENIED not in {one.mode, other.mode}
    if same_incident(one, other) and Mode.DENIED not in {one.mode, other.mode}:
        return True
    one_deal = companies_of(one) == companies_of(other) and (same_deal(one, other) or one_raise(one, other))
    return alike and (same_plant(one, other, shelf) or one_deal or same_gift(one, other))


def _with(groups: Iterable[Sequence[Story]], shelf: Shelf) -> Shelf:
    by_id, plants, deals = dict(shelf.by_id), dict(shelf.plants), dict(shelf.deals)
    gone: set[str] = set()
    for head, *echoes in groups:
        stories = (head, *echoes)
        by_id[head.id] = _one_of(stories)
        plants[head.id] = tuple(dict.fromkeys(plant for each in stories for plant in shelf.plants.get(each.id, ())))
        deals[head.id] = tuple(dict.fromkeys(deal for each in stories for deal in shelf.deals.get(each.id, ())))
        gone.update(echo.id for echo in echoes)
    told = tuple(by_id[story.id] for story in shelf.stories if story.id not in gone)
    return replace(shelf, stories=told, by_id=by_id, plants=plants, deals=deals)


def _one_of(stories: Sequence[Story]) -> Story:
    head = stories[0]
    return replace(
        head,
        stage=max((each.stage for each in stories if each.kind is head.kind), key=STAGES[head.kind].index),
        first_told=min(each.first_told for each in stories),
        last_told=max(each.last_told for each in stories),
        developments=tuple(dict.fromkeys(id for each in stories for id in each.developments)),
        origins=tuple({origin.id: origin for each in stories for origin in each.origins}.values()),
        companies=tuple(dict.fromkeys(id for each in stories for id in each.companies)),
    )
