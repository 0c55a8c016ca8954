"""Bringing things to readers: mail over SMTP and notices over HTTP, each once, with a log of who got what."""

from cellwire.publish.post.ledger import Fate, Ledger, Line
from cellwire.publish.post.mail import Letter, Postbox, parse_address, send_letters
from cellwire.publish.post.webhook import Hook, call_hook, signature

__all__ = [
    "Fate",
    "Hook",
    "Ledger",
    "Letter",
    "Line",
    "Postbox",
    "call_hook",
    "parse_address",
    "send_letters",
    "signature",
]
