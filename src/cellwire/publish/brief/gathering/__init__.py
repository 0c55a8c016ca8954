"""From a story's developments of the week to its matter: values cited, chosen among, checked, and set side by side."""

from cellwire.publish.brief.gathering.gathered import gathered, matter_of
from cellwire.publish.brief.gathering.picking import Fresh, citer_of

__all__ = [
    "Fresh",
    "citer_of",
    "gathered",
    "matter_of",
]
