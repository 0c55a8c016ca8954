"""What is known of a source before it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cellwire.model import LastCapture, Visit


@dataclass(frozen=True, slots=True)
class Past:
    """Its last visit that went well, what is kept of an address, and its articles that tell something.

    Of these those that were first captured after a moment.
    """

    visit: Visit | None = None
    kept: Callable[[str], LastCapture | None] = lambda url: None
    recent: Callable[[datetime], list[LastCapture]] = lambda since: []
