"""Which tellings speak of one plant, and what its phases and facts are."""

from cellwire.record.plants.facilities import build_facilities
from cellwire.record.plants.identity import Apart
from cellwire.record.plants.phases import share_out

__all__ = [
    "Apart",
    "build_facilities",
    "share_out",
]
