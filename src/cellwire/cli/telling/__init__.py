"""Commands that tell: tables, searches, entries, changes, exports, the week's brief, alerts and letters."""

from cellwire.cli.telling.weekly import Form, compose, print_summary, write

__all__ = [
    "Form",
    "compose",
    "print_summary",
    "write",
]
