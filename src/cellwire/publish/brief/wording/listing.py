"""Several things one after the other, each with its own footnote."""

from __future__ import annotations

from collections.abc import Sequence

from cellwire.publish.brief.edition import Part


def listed(parts: Sequence[Part], *, most: int = 4, last: str = "and") -> tuple[Part, ...]:
    """ "A", "A and B", "A, B and C"; beyond four "A, B, C and others"."""
    shown = list(parts[: most - 1]) if len(parts) > most else list(parts)
    out: list[Part] = []
    for place, part in enumerate(shown):
        if place:
            ends = place == len(shown) - 1 and len(shown) == len(parts)
            out.append(Part(f" {last} " if ends else ", "))
        out.append(part)
    if len(shown) < len(parts):
        out.append(Part(" and others"))
    return tuple(out)
