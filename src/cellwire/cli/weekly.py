"""`cellwire week`: the week's brief from the record, as files and as a summary on the terminal."""

from __future__ import annotations

EXAMPLES = ("cellwire week",)


def week() -> None:
    """Write the week's brief."""
    raise NotImplementedError
