"""Goals of a company for all its plants, to which the one that is told of adds: no size of that plant.

"Nearer to its target of 300 GWh", "a strategy that aims at 600 GWh", "Alder plans six gigafactories with 240 GWh".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle, is_of_one_plant
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Span

# "contributes to |Alder's objective of at least| 120 GWh", "a step towards |its target of| 200 GWh"
_GOAL = gated(
    r"(?:\b(?:its|their|our|the (?:company|group|firm|carmaker|maker|partners?)['’]s?)|[A-Z][\w&.-]*['’]s?)\s"
    r"(?:[\w-]+\s){0,3}?(?:goals?|targets?|objectives?|ambitions?|aims?|visions?)\s(?:of|to|is|for|at)\b[^.;]*$",
    needs="goal goals target targets objective objectives ambition ambitions aim aims vision visions",
)
_STRATEGY = gated(
    rf"\b(?:strategy|roadmap|vision|master ?plan)\b(?:(?!\b{PLANT}\b)[^;])*"
    r"\b(?:aim|target|plan|reach|expand)\w*\b[^;]*$",
    re.I,
)
# "the partners will increase |Alder's industrial capacity to| 120 GWh": what the new plant itself adds is told of it
_ITS_CAPACITY = gated(
    rf"^(?:(?!\b(?:{PLANT}|project|unit|line|expansion|investment|works)\b)[^;])*?\b"
    rf"(?!(?:company|group|firm|project|{PLANT})['’])[\w-]+['’]s\s(?:[\w-]+\s){{0,3}}?(?:capacity|output)\sto\s"
    r"(?:[\w-]+\s){0,3}$",
    needs="capacity output",
)
# "plans to build |six gigafactories in Europe with a capacity of| 240 GWh"
_SEVERAL = gated(
    r"(?<!one of )(?<!one of the )(?<!one of its )"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|[2-9]|1\d)\s"
    rf"(?:[\w-]+\s){{0,3}}?{PLANTS}\b(?! (?:each|that|which))[^.;,]*$",
    re.I,
)
_BY_SEVERAL = regex(
    r"^[^.;]{0,60}\b(?:supported|made|provided|produced|delivered)\s(?:by|in|at)\s"
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+)\s(?:[\w-]+\s){{0,3}}?{PLANTS}\b"
)
# "200 GWh a year |in Europe|"
_IN_A_REGION = regex(
    r"^(?:\s(?:a|per|each) year|\sannually)?(?:\sof\s(?:[\w-]+\s){0,3}?(?:cells?|batter(?:y|ies)|capacity))?\s"
    r"(?:in|across|throughout|around)\s(?:Europe|Asia|Africa|North America|South America"
    r"|the (?:EU|world|region|continent))\b"
)
_HERE = regex(rf"\bthere\b|\b(?:at|for|from|in|of)\s(?:the|this|its)\s(?:[\w-]+\s){{0,2}}?{PLANT}\b")


def is_a_goal(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a clause behind those that tell of one plant names what its company means to have in all."""
    if not any(map(is_of_one_plant, home.drafts)):
        return False  # it is the company's goal that is told of
    before, after = clause.before(value.start, 400), clause.after(value.end, 100)
    if _SEVERAL.search(before, clause.opened) or _BY_SEVERAL.match(after) or _IN_A_REGION.match(after):
        return True
    if _HERE.search(after) or home.places() & {spot.id for spot in clause.places}:
        return False
    return any(goal.search(before, clause.opened) for goal in (_GOAL, _STRATEGY, _ITS_CAPACITY))
