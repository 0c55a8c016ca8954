"""Public money for a plant, told with the plant: the sum that most texts have, who gives it, and of what sort it is."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.model import Certainty, Development, Kind, Role
from cellwire.publish.brief.gathering.picking import Fresh, cue_in
from cellwire.publish.brief.matter import SURE, Aid, family

_PROMISED = {"announced", "completed"}


def aid_for(fresh: Fresh) -> Aid | None:
    found: dict[str, list[tuple[Aid, str]]] = {}
    for dev in _gifts(fresh):
        for aid in _cited(dev, fresh):
            found.setdefault(aid.money.value, []).append((aid, fresh.shelf.origin(dev.document)))
    if not found:
        return None
    best = max(found.values(), key=lambda told: len({origin for _, origin in told}))
    return best[0][0]


def _gifts(fresh: Fresh) -> Iterator[Development]:
    """Firm money of a public body for one whose plant it is; the greater part of the story tells the plant itself."""
    owners = family(party.id for party in fresh.lead.parties if party.role is not Role.GOVERNMENT)
    for dev in fresh.devs:
        firm = dev.certainty is Certainty.CONFIRMED and dev.stage in _PROMISED and dev.confidence >= SURE
        takers = family(party.id for party in dev.parties if party.role is Role.TARGET)
        if dev.kind is Kind.INVESTMENT and firm and takers & owners:
            yield dev


def _cited(dev: Development, fresh: Fresh) -> Iterator[Aid]:
    citer = fresh.citers[dev.id]
    givers = [citer.party(party) for party in dev.parties if party.role is Role.GOVERNMENT]
    sort = cue_in(citer, "gifts", dev.evidence)
    sums = [citer.money(sum_) for sum_ in dev.money]
    if sort and len(givers) == 1 and not givers[0].problem and sums and not sums[0].problem:
        yield Aid(givers[0].part, sort, sums[0].part)
