"""Where a rule is not: where the goods come from that it taxes, or in its government's own name."""

from __future__ import annotations

import re

from cellwire.model import Kind
from cellwire.publish.brief.edition import country_name
from cellwire.publish.brief.matter import Matter

# Whose goods a rule keeps out, or whom it is against
_AGAINST = re.compile(r"\b(?:from|against|to|on|made in|imported|shipped|sourced) (?:the |mainland )?$", re.IGNORECASE)


def is_no_place_of_a_rule(matter: Matter) -> bool:
    """Where goods come from that are taxed, or what its government's name has: "the Government of Mexico"."""
    land = matter.place.part if matter.place else matter.country.part if matter.country else None
    if matter.kind is not Kind.POLICY or land is None:
        return False
    name = country_name(land.value) or land.value or land.text
    quote = land.note.quote if land.note else ""
    theirs = any(name.removeprefix("the ").upper() in part.text.upper() for part in matter.names())
    return theirs or any(_AGAINST.search(quote[: found.start()]) for found in re.finditer(re.escape(name), quote))
