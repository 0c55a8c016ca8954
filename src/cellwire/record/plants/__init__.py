"""Which tellings speak of one plant, and what its phases and facts are."""

from cellwire.record.plants.facilities import build_facilities
from cellwire.record.plants.phases import share_out
from cellwire.record.plants.taken_over import takeovers_of

__all__ = [
    "build_facilities",
    "share_out",
    "takeovers_of",
]
