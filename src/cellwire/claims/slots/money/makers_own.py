"""What a company has, makes or got elsewhere, told of it beside the plant or deal: no size and no sum of what is told.

"Alder, |which has 40 GWh in China,| will build", "Alder, |a start-up backed by $2 billion from investors,| opens",
"|With 40 GWh running,| Alder".
"""

from __future__ import annotations

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle, is_told_in
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANTS, regex
from cellwire.model import Kind, Span

_REACH = 120  # characters
_HAS = regex(
    r"^,\s(?:which|who)\s(?:(?:already|currently|now|today|also)\s){0,2}(?:has|have|had|operates?|runs?|makes?"
    r"|produces?"
    r"|owns?|boasts?|turns? out)\s[^,]*$"
    r"|^,\s(?:an?|the|one of)\s[^,]*\b(?:makers?|producers?|manufacturers?|suppliers?|company|group|firm)\b[^,]*$"
    rf"|^,\swhose\s(?:[\w'’-]+\s){{0,6}}?(?:{PLANTS}|capacity)\b[^,]*$"
)
_OPENS = regex(
    r"^,\s(?:which|who|whose|(?:[a-z]+ly\s)?(?:backed|founded|owned|bought|acquired|controlled|funded|financed|listed"
    r"|based))\s(?:[^,]|,(?=\d))*$"
    r"|^,\s(?:an?|the|one of)\s(?:[^,]|,(?=\d))*?\b(?:makers?|producers?|manufacturers?|suppliers?|developers?"
    r"|company|group|firm"
    r"|start-?up|subsidiary|unit|arm|venture|giant|miner|automaker|carmaker|recycler|refiner)\b(?:[^,]|,(?=\d))*$"
)
_CLOSES = regex(r"^(?:[^,;]|,(?=\d)){0,80},\s")
_WITH = regex(r"^\W*(?:[Ww]ith|[Hh]aving)\s(?:[\w-]+\s){0,4}?$")
_RUNNING = regex(
    r"^\s(?:of\s)?(?:(?:a year|annual|installed|production|total|cell|battery|capacity|of)\s){0,4}"
    r"(?:already\s)?"
    r"(?:in (?:operation|service|production|use)|installed|on ?line|running|up and running)\b[^,;]{0,60},\s"
)
_DEALT = frozenset({Kind.FACILITY, Kind.SUPPLY})


def is_its_makers_own(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a size stands in an aside on who builds or deals, which is told outside of it."""
    if home.kind not in _DEALT:
        return False
    behind = clause.after(value.end, _REACH)
    if _WITH.match(clause.before(value.start, _REACH)) and _RUNNING.match(behind):
        return True
    return any(_HAS.match(aside) for aside in _asides(value, clause)) or is_told_of_a_firm(value, clause, home)


def is_told_of_a_firm(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a clause that tells the development has it in an aside on a company, in which nothing of it is told."""
    if not is_told_in(clause, home):
        return False
    return any(
        _OPENS.match(aside) and not _tells_of_it(Span(value.start - len(aside), value.end), clause, home)
        for aside in _asides(value, clause)
    )


def _asides(value: Span, clause: Sentence) -> list[str]:
    """The words from each company to the value, where a comma closes behind it what one opened before."""
    if not _CLOSES.match(clause.after(value.end, _REACH)):
        return []
    firms = (name for name in clause.names if name.kind not in NO_FIRMS and name.said.end < value.start)
    return [clause.between(name.said, value) for name in firms]


def _tells_of_it(aside: Span, clause: Sentence, home: Bundle) -> bool:
    if any(draft.clause is clause and aside.meets(draft.trigger) for draft in home.drafts):
        return True
    return any(aside.holds(spot.span) and spot.id in home.places() for spot in clause.places)
