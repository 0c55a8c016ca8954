"""How the followed sources did: an edition can only tell of what its sources gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cellwire.model import Health, Source, State
from cellwire.publish.brief.edition import Ailing, Edition

_WELL = {State.FINE, State.NEW}


def with_health(edition: Edition, told: Iterable[tuple[Source, Health]]) -> Edition:
    """Those that failed or fell silent by the week's end, in the order of names."""
    every = list(told)
    ailing = [
        Ailing(
            source.name, health.state.value, health.last_success.date() if health.last_success else None, health.problem
        )
        for source, health in every
        if health.state not in _WELL
    ]
    ordered = sorted(ailing, key=lambda row: (row.source.lower(), row.source))
    return replace(edition, followed=len(every), ailing=tuple(ordered))
