"""Whose a size is, where that is another thing than what is told of: each question in a module of its own.

"Giving Alder a global capacity of 105 GWh", "each line makes 3 GWh", "a second 34 GWh plant", "a resource of 26 Mt".
"""

from __future__ import annotations

from cellwire.claims.clauses import Bundle, is_a_schemes, is_aside, is_former, is_told_in
from cellwire.claims.kinds import is_merger
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.dealt import is_not_dealt
from cellwire.claims.slots.money import is_its_makers_own
from cellwire.claims.slots.other_plants import is_of_another_plant
from cellwire.claims.slots.shares import is_shared_out
from cellwire.claims.slots.size_owners import has_another_owner
from cellwire.claims.slots.whole_sizes import is_of_all, is_to_come
from cellwire.model import Kind, Span


def is_others_size(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a capacity or volume is a company's or a country's whole, another plant's, or what is bought and sold."""
    if is_aside(value, clause, home) or is_former(value, clause, home) or is_a_schemes(clause, home):
        return True
    if is_merger(home):
        return True  # what two firms make is no size of their merger
    if home.kind is Kind.PARTNERSHIP and not is_told_in(clause, home):
        return True  # what the partners make and build beside it
    if has_another_owner(value, clause, home.kind) or is_of_another_plant(value, clause, home):
        return True
    if is_its_makers_own(value, clause, home) or is_to_come(value, clause, home):
        return True
    if is_of_all(value, clause, home) or (home.kind is Kind.FACILITY and is_shared_out(value, clause, home)):
        return True
    return home.kind is Kind.SUPPLY and is_not_dealt(value, clause, home)
