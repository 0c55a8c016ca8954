"""What several firms have between them: "by |135 GWh|: 100 GWh for Alder, 23 GWh for Birch and 12 GWh for Cedar"."""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Role, Span

_SO_MUCH_FOR = gated(
    r"\d\s?(?:GWh|MWh|gigawatt[- ]hours?|tonnes|tons|tpa|ktpa|t)\b(?:\s(?:a|per)\syear)?\sfor\s(?:the\s)?$", re.I
)
_FOR = regex(r"(?:\s(?:a|per)\syear)?\sfor\s(?:the\s)?")


def is_shared_out(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a clause gives out sizes to several firms, and this one is another's or that of all together.

    Not where they are whom the plant delivers to: "30 GWh, 20 of them for Tesla".
    """
    told = [name for name in clause.names if _SO_MUCH_FOR.search(clause.before(name.said.start, 50), clause.opened)]
    holders = [name for name in told if name.id not in home.ids(Role.CUSTOMER)]
    ids, owners = {name.id for name in holders}, home.ids(Role.OWNER)
    if len(ids) < 2 or ids <= owners:
        return False
    holder = next((name for name in holders if _FOR.fullmatch(clause.between(value, name.said))), None)
    return holder is None or holder.id not in owners
