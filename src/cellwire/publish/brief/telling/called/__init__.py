"""What a story's thing is called: by its step, its goods, its power, and what only goes with a battery."""

from cellwire.publish.brief.telling.called.meant import EXPLORATION, LAUNCH, meant
from cellwire.publish.brief.telling.called.nouns import (
    a_device,
    by_name,
    counted,
    device,
    goods,
    goods_of,
    makes_storage,
    plant,
    with_article,
    with_owner,
)
from cellwire.publish.brief.telling.called.power import is_beside_the_sun
from cellwire.publish.brief.telling.called.shown import is_beside_it, is_built_on_it

__all__ = [
    "EXPLORATION",
    "LAUNCH",
    "a_device",
    "by_name",
    "counted",
    "device",
    "goods",
    "goods_of",
    "is_beside_it",
    "is_beside_the_sun",
    "is_built_on_it",
    "makes_storage",
    "meant",
    "plant",
    "with_article",
    "with_owner",
]
