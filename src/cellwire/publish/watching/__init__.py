"""Watch lists: which developments, entries and changes of the record a reader wants to hear of, and at which hours."""

from cellwire.publish.watching.subject import Subject, of_development, of_entry
from cellwire.publish.watching.watch import Watch, read_watches

__all__ = [
    "Subject",
    "Watch",
    "of_development",
    "of_entry",
    "read_watches",
]
