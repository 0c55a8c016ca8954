"""Which of a story's developments leads it: what its texts mostly tell, as far, as firmly and as fully as they do."""

from __future__ import annotations

from collections.abc import Sequence

from cellwire.model import Certainty, Development, Kind, Story
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Mode, mode_of

_FIRMNESS = {Certainty.CONFIRMED: 2, Certainty.REPORTED: 1, Certainty.DENIED: 0}
_A_FEW = 3  # texts


def kind_of(story: Story, devs: Sequence[Development], shelf: Shelf) -> Kind:
    """The story's own, or the one that more of its texts tell: a plant that could make them is not what is sold.

    A kind that is told half as exactly as another is hardly one: a plan read beside the order that brings it.
    """
    exact = {kind: max((dev.exactness for dev in devs if dev.kind is kind), default=0) for kind in Kind}
    least = max(exact.values()) / 2
    told = [dev for dev in devs if exact[dev.kind] >= least]
    tellers = {kind: {shelf.origin(dev.document) for dev in told if dev.kind is kind} for kind in Kind}
    return max(Kind, key=lambda kind: (len(tellers[kind]), kind is story.kind))


def lead_of(kind: Kind, story: Story, devs: Sequence[Development]) -> Development:
    """The furthest stage of the kind, then the firmest, then one whose parties most texts name, then the fullest."""

    tellers: dict[str, set[str]] = {}
    for dev in devs:
        for party in dev.parties:
            tellers.setdefault(party.id, set()).add(dev.document)
    texts = {dev.document for dev in devs}

    def weight(dev: Development) -> tuple[bool, bool, int, bool, bool, int]:
        alike = dev.kind is kind
        least = min((len(tellers[party.id]) for party in dev.parties), default=0)
        borne = len(texts) < _A_FEW or 2 * least >= len(texts)  # each party by half of the texts
        claims = sum(1 for _ in dev.claims())
        shown = kind is Kind.TECHNOLOGY and mode_of(dev) is Mode.ASSERTED  # what was to be shown has been
        return alike, alike and dev.stage == story.stage, _FIRMNESS[dev.certainty], shown, borne, claims

    return max(devs, key=weight)
