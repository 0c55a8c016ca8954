"""Which stories of the week are one: of two that tell the same deal or plant, the weightier is told."""

from cellwire.publish.brief.sameness.deals import one_raise, same_deal, same_gift, sums_up, turned_round
from cellwire.publish.brief.sameness.echoes import (
    agreed_on,
    among_partners,
    brought_by,
    echo_of,
    made_there,
    put_up_as_agreed,
    supplied_there,
    without_borrowed,
)
from cellwire.publish.brief.sameness.incidents import same_incident
from cellwire.publish.brief.sameness.plants import by_two_goods, nowhere, same_plant, vaguer

__all__ = [
    "agreed_on",
    "among_partners",
    "brought_by",
    "by_two_goods",
    "echo_of",
    "made_there",
    "nowhere",
    "one_raise",
    "put_up_as_agreed",
    "same_deal",
    "same_gift",
    "same_incident",
    "same_plant",
    "sums_up",
    "supplied_there",
    "turned_round",
    "vaguer",
    "without_borrowed",
]
