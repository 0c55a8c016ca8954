"""From a document to its scene, where it is battery news: sentences found and filled."""

from cellwire.claims.reading.no_news import advises, is_advert
from cellwire.claims.reading.relevance import (
    in_scope,
    is_battery_news,
    of_a_battery_firm,
    of_cars_alone,
    of_critical_minerals,
    tell_of_batteries,
)
from cellwire.claims.reading.setting import set_scene

__all__ = [
    "advises",
    "in_scope",
    "is_advert",
    "is_battery_news",
    "of_a_battery_firm",
    "of_cars_alone",
    "of_critical_minerals",
    "set_scene",
    "tell_of_batteries",
]
