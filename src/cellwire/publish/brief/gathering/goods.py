"""What goods a story is about and how much of them is made, where its texts agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cellwire.model import Capacity, Development, Kind, Named
from cellwire.publish.brief.belonging import words_of
from cellwire.publish.brief.gathering.picking import Cited, Citer, Fresh
from cellwire.publish.brief.matter import Told, mode_of
from cellwire.publish.brief.wording import product_noun

_IN_TONNES = {"lithium", "nickel", "cobalt", "graphite", "electrolyte", "foil"}
_OF_CELLS, _OF_MATERIAL = {"GWh", "MWh", "TWh"}, {"t", "kt", "m2"}


def chemistries(fresh: Fresh) -> Callable[[Development], Sequence[Named]]:
    """Money is for a chemistry where its own sentence says so: a programme's text may end with one plant of many.

    What was to be shown of a technology need not be what was shown.
    """

    def values(dev: Development) -> Sequence[Named]:
        if fresh.lead.kind is Kind.TECHNOLOGY and mode_of(dev) is not mode_of(fresh.lead):
            return ()
        own = [each for each in dev.chemistry if dev.evidence.holds(each.span)]
        if fresh.lead.kind is Kind.TECHNOLOGY:
            return _firsts(own or dev.chemistry)
        return own if fresh.lead.kind is Kind.INVESTMENT else dev.chemistry

    return values


def _firsts(found: Sequence[Named]) -> list[Named]:
    """A "solid-state lithium-metal battery" is one battery, told by the first of its two words."""
    ends = {each.span.end + 1 for each in found}
    return [each for each in found if each.span.start not in ends]


def product_of(dev: Development) -> list[Named]:
    return [dev.product] if dev.product else []


def fitting(product: Told[Named] | None, capacity: Sequence[Told[Capacity]]) -> Told[Named] | None:
    """Nobody counts a mine or a cathode plant in GWh: where a text does, its product is another's."""
    units = {told.value.unit.removesuffix("/yr") for told in capacity}
    another = bool(units & _OF_CELLS) and not units & _OF_MATERIAL
    return None if product and another and product.value.name in _IN_TONNES else product


def made_there(
    lead: Development, product: Told[Named] | None, capacity: tuple[Told[Capacity], ...], *, works: bool = False
) -> tuple[Told[Capacity], ...]:
    """Of a plant whose output is weighed, the batteries that it would be enough for are not its capacity.

    The plant that money is for has its own size, and the money none, unless the works themselves are bought.
    """
    if lead.kind is Kind.INVESTMENT:
        return capacity if works else ()
    weighed = [told for told in capacity if told.value.unit.removesuffix("/yr") in _OF_MATERIAL]
    if product is None or product.value.name not in _IN_TONNES or not weighed:
        return capacity
    return tuple(told for told in capacity if told.value.unit.removesuffix("/yr") not in _OF_CELLS)


def is_for_more(fresh: Fresh) -> bool:
    """Money "for electric vehicles and batteries" is told without goods."""
    if fresh.lead.kind is not Kind.INVESTMENT:
        return False
    said = fresh.lead.evidence.cut(fresh.lead_citer.document.text)
    return any(words_of(table).search(said) for table in ("shared_with", "shared_with_power"))


def cite_product(citer: Citer, product: Named) -> Cited:
    return citer.product(product, product_noun(product.name))
