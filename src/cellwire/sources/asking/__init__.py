"""Asking a web server politely: public addresses only, one request a host at a time, answers within limits."""

from cellwire.sources.asking.addresses import checked_address, joined, public_address
from cellwire.sources.asking.answers import PAGES, Answer, captured
from cellwire.sources.asking.transport import Manners, Transport
from cellwire.sources.asking.turns import Turn, Turns

__all__ = [
    "PAGES",
    "Answer",
    "Manners",
    "Transport",
    "Turn",
    "Turns",
    "captured",
    "checked_address",
    "joined",
    "public_address",
]
