"""From a document to its scene, where it is battery news: sentences found and filled."""

from cellwire.claims.reading.relevance import in_scope, is_battery_news, of_a_battery_firm, of_critical_minerals
from cellwire.claims.reading.setting import set_scene

__all__ = ["in_scope", "is_battery_news", "of_a_battery_firm", "of_critical_minerals", "set_scene"]
