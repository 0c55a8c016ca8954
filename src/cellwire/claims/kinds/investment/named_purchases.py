"""A purchase that carries the name of what is bought: "A completes its €40m B takeover", "A's B buyout"."""

from __future__ import annotations

import re
from itertools import pairwise

from cellwire.claims.actors import Group
from cellwire.claims.clauses import Draft
from cellwire.claims.kinds.investment.paid import investment_draft, sides
from cellwire.claims.scene import Scene, Sentence, aspect
from cellwire.lexicon import regex

_PURCHASES = ("acquisition", "takeover", "take-over", "buyout", "purchase")
_UNIT = regex(
    r"\s(?:(?:battery|cell|lithium|nickel|recycling|storage|anode|cathode|mining)\s){0,2}?"
    r"(?:(?:unit|business|division|arm|assets|mine|recycling)\s)?"
    r"|\s(?:[\w-]+\s){0,3}?(?i:plant|factory|gigafactory|project|site|portfolio|assets|facility)\s"
)
_SUM = (
    r"(?:[$€£¥₩₹A-Z]*\d[\d.,]*(?:bn|m|mn|b|tn|k)?(?:-(?:million|billion))?(?:\s(?:million|billion|trillion|crore))?\s"
    r"(?:(?:euros?|dollars?|pounds?|yuan|won|yen)\s)?)"
)
_SLOT = rf"(?:(?:its|the|an?|all|planned|proposed|agreed)\s|{_SUM}){{0,4}}"
_OWN = regex(rf"['’]s?\s{_SLOT}")
_DEED = regex(
    r"\s(?:(?:has|have|will|to)\s)?"
    r"(?:(?P<done>complet\w+|clos(?:es|ed)|finali[sz]\w+|conclud\w+|wrap\w* up|seal(?:s|ed))"
    r"|(?P<off>abandon\w*|scrap\w*|terminat\w+|drop(?:s|ped)|cancel\w*|ditch\w*|call(?:s|ed) off|pull(?:s|ed) out of)"
    r"|(?P<open>mull\w*|weigh\w*|consider\w*|eye[sd]?|explor\w+|in talks (?:for|on|over))"
    r"|announc\w+|agree[sd]?(?: to| on)?|confirm\w*|plan(?:s|ned)?|near(?:s|ed)|wins? approval for|unveil\w*)"
    rf"\s{_SLOT}",
    re.I,
)
# "A |expands in Europe with| B acquisition", "A |grows after| B takeover"
_BESIDE = regex(r"\s[^.;:]{3,80}\s(?i:with|after|through|via|following)\s(?:(?:its|the)\s)?")


def named_purchase(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    for cue in clause.find("investment.acquire"):
        if not cue.written.startswith(_PURCHASES):
            continue
        before = [group for group in found if group.span.end <= cue.span.start]
        for buyer, bought in pairwise(before[-2:]):
            if _UNIT.fullmatch(clause.between(bought.span, cue.span)) and (stage := _stage(clause, buyer, bought)):
                return investment_draft(
                    clause, cue, "takeover", sides(buyer.names, bought.names), stage, aspect(clause, cue)
                )
    return None


def _stage(clause: Sentence, buyer: Group, bought: Group) -> str | None:
    """How far the buyer is with what stands between the two names; None where that makes it no purchase of his."""
    between = clause.between(buyer.span, bought.span)
    if {name.id for name in buyer.names} & {name.id for name in bought.names}:
        return None  # "A closed |its| acquisition"
    if buyer.owns:
        return "announced" if _OWN.fullmatch(between) else None
    deed = _DEED.fullmatch(between)
    if deed is None:
        return "announced" if clause.headline and _BESIDE.fullmatch(between) else None
    return (
        "completed" if deed["done"] else "terminated" if deed["off"] else "considered" if deed["open"] else "announced"
    )
