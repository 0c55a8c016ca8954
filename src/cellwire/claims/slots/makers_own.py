"""What a company has or makes elsewhere, told of it beside the plant: no size of what is told.

"Alder, |which has 40 GWh in China,| will build", "Alder, |a maker of 40 GWh a year,|", "|With 40 GWh running,| Alder".
"""

from __future__ import annotations

from cellwire.claims.clauses import Bundle
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANTS, regex
from cellwire.model import Kind, Span

_REACH = 120  # characters
_HAS = regex(
    r"^,\s(?:which|who)\s(?:(?:already|currently|now|today|also)\s){0,2}(?:has|have|had|operates?|runs?|makes?|produces?"
    r"|owns?|boasts?|turns? out)\s[^,]*$"
    r"|^,\s(?:an?|the|one of)\s[^,]*\b(?:makers?|producers?|manufacturers?|suppliers?|company|group|firm)\b[^,]*$"
    rf"|^,\swhose\s(?:[\w'’-]+\s){{0,6}}?(?:{PLANTS}|capacity)\b[^,]*$"
)
_CLOSES = regex(r"^[^,;]{0,80},\s")
_WITH = regex(r"^\W*(?:[Ww]ith|[Hh]aving)\s(?:[\w-]+\s){0,4}?$")
_RUNNING = regex(
    r"^\s(?:of\s)?(?:(?:a year|annual|installed|production|total|cell|battery|capacity|of)\s){0,4}"
    r"(?:already\s)?"
    r"(?:in (?:operation|service|production|use)|installed|on ?line|running|up and running)\b[^,;]{0,60},\s"
)


def is_its_makers_own(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it stands in an aside on who builds the plant, which is told outside of it."""
    if home.kind is not Kind.FACILITY:
        return False
    behind = clause.after(value.end, _REACH)
    if _WITH.match(clause.before(value.start, _REACH)) and _RUNNING.match(behind):
        return True
    if not _CLOSES.match(behind):
        return False
    asides = (clause.between(name.said, value) for name in clause.names if name.said.end < value.start)
    return any(_HAS.match(aside) for aside in asides)
