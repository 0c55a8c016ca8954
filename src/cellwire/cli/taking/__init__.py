"""Commands that take in: sources followed and looked at, texts read, imported, mined, backed up and restored."""

from cellwire.cli.taking.storing import summary, take_in

__all__ = [
    "summary",
    "take_in",
]
