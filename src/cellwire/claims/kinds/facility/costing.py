"""Plants whose cost is put anew: "has raised the cost of its plant to $1.5 billion", "will now cost €800 million"."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of

_COST = r"(?:costs?(?:\sestimates?)?|price(?:\stag)?|budgets?|bill|capex|investment)"
_HELD = r"(?:(?:the|its|their|estimated|expected|projected|planned|total|overall|capital|construction|initial)\s){0,4}"
_SUM = r"(?=[^.;]*?(?:[$€£¥₩₹]\s?\d|\d\s(?:million|billion|trillion)))"
_ANEW = gated(
    # "has |raised| the cost of its plant from $1.2 billion to"
    r"\b(?P<put>rais(?:ed|es|ing)|lift(?:ed|s|ing)|increas(?:ed|es|ing)|cut(?:s|ting)?|lower(?:ed|s|ing)"
    r"|reduc(?:ed|es|ing)"
    rf"|revis(?:ed|es|ing)|doubl(?:ed|es|ing)|updat(?:ed|es|ing))\s{_HELD}{_COST}\s(?:of|for)\s{_SUM}"
    # "the cost of its plant |had risen| to €800 million"
    rf"|\b{_COST}\s(?:of|for)\s[^.;]{{1,80}}?\s(?:(?:has|have|had)\s(?:now\s|since\s|already\s)?)?"
    r"(?P<rose>risen|rose|climbed|climbs|gone up|went up|grown|grew|increased|doubled|tripled|ballooned|swelled"
    r"|swollen"
    rf"|jumped|soared|fallen|fell|been (?:raised|cut|lifted|put|increased|reduced))\s{_SUM}"
    # "first put at €600 million, |will now cost| €800 million", "now |to cost|"
    rf"|\b(?P<costs>will (?:now )?cost|would (?:now )?cost|(?:is|are) (?:now )?(?:expected |estimated |set "
    rf"|likely )?to cost|now to cost)\s{_SUM}",
    re.I,
    needs="cost costs price budget budgets bill capex investment",
)


def recosted(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant that is told of for what it is to cost."""
    things = clause.find(*THINGS)
    match = _ANEW.search(clause.text, clause.opened) if things else None
    if match is None:
        return None
    group = next(name for name in ("put", "rose", "costs") if match[name])
    verb = cue_of(clause, match, group, "facility_verb.produce")
    how = aspect(clause, verb)
    return None if how.negated or how.possible else (things[0], Sign("announced", verb, how, "cost", True))
