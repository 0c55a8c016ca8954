"""Who buys what a plant makes, named in the plant's story: "The plant will supply Birch", "Half of it is sold to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import NO_FIRMS, distinct, groups
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import flows, supply_draft
from cellwire.claims.kinds.takers import owners_before
from cellwire.claims.scene import Scene, Sentence, cue_of
from cellwire.lexicon import PLANT

_PART = (
    r"(?:half|all|most|part|much|some|a third|a quarter|two thirds|the majority|the bulk|\d[\d.]*\s?(?:%|per ?cent))"
)
_MADE = (
    r"(?:output|production|volumes?|capacity|cells?|batter(?:y|ies)|packs|modules|anodes?|cathodes?|materials?|graphite"
    r"|lithium|hydroxide|carbonate|nickel|sul(?:ph|f)ate|concentrate|spodumene|separators?|electrolytes?|foils?|precursors?"
    r"|products?|goods)"
)
_SITE = rf"(?:{PLANT}|mine|refinery|site|works|complex|lines?|project)"
_FROM_IT = rf"(?:(?:from|made at|produced at|made in|produced in)\s(?:the|this)\s(?:[\w-]+\s){{0,3}}?{_SITE}\s)"
_GOES = (
    r"(?:sold|committed|contracted|promised|delivered|shipped|supplied) to|(?:reserved|destined|earmarked) for"
    r"|used (?:in|by)|(?:go|going) (?:in)?to|find \w+ way into|power|(?:booked|taken|bought) by"
)
_BEHIND = gated(  # "The plant |will supply| B", "The cells |will be used in| B's cars", "Half of it |is sold to| B"
    rf"^\W*(?:(?:The|This|Both|Its|Their|That)\s(?:[\w-]+\s){{0,3}}?{_SITE}(?:\sin\s[A-Z][\w.-]+)?\s"
    r"(?:will|would|is to|is set to|is due to)\s(?:(?:also|mainly|initially|primarily|eventually|exclusively)\s)?"
    r"(?P<supplies>supply|serve)\s"
    r"|(?:The|Its|Their)\s(?:main|first|anchor|largest|biggest|key|launch|lead)\s(?P<named>customers?)\s"
    r"(?:will be|is|are|include)\s"
    rf"|(?:(?:{_PART}\s(?:of\s)?)?(?:the|its|their|these|this)\s)(?:[\w'’-]+\s){{0,3}}?{_MADE}\s{_FROM_IT}?"
    rf"(?:(?:will|would|is|are|has|have|been|be|to|already|also|mainly|initially)\s){{1,4}}(?P<goes>{_GOES})\s)",
    re.I,
    needs="customer customers supply serve sold committed contracted reserved destined earmarked promised used go "
    "going find power booked taken bought delivered shipped supplied",
)
_BEFORE = gated(  # "B |will buy half of the plant's output|", "B |is the anchor customer|"
    r"\s(?:(?:has|have)\s(?:also\s|already\s)?(?:agreed|committed|signed up|contracted)\sto\s"
    r"|(?:will|is to|are to|is set to|plans to|intends to)\s(?:also\s)?)"
    rf"(?P<buys>buy|take|purchase|receive|offtake)\s(?:(?:up to|at least|about|around)\s)?{_PART}\s"
    rf"(?:of\s)?(?:(?:the|its|this|that)\s)?(?:[\w'’-]+\s){{0,3}}?{_MADE}\b"
    r"|\s(?:has|have)\s(?:[\w-]+\s){0,3}?(?:contracts?|agreements?|deals?)\s(?:in place\s)?to\s"
    rf"(?P<holds>buy|take|purchase)\s(?:(?:the|its|this|that|all|half)\s)?(?:[\w'’-]+\s){{0,3}}?{_MADE}\b"
    r"|\s(?:is|are|will be|(?:has |will )?become|becomes)\s(?:the|its|their|an?)\s(?:[\w-]+\s){0,2}?"
    r"(?P<is>customers?)\b"
    r"|\s(?:has|have)\ssigned up as\s(?:[\w-]+\s){0,3}?(?P<joins>customers?)\b",
    needs="buy take purchase receive offtake customer customers",
)


def customers(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """A supply by whose plant was told of in the sentences before; who owns the plant buys nothing there."""
    if clause.headline:
        return
    found = groups(clause)
    if match := _BEHIND.search(clause.text, clause.opened):
        at = clause.span.start + match.end()
        buying = [group for group in found if 0 <= group.span.start - at < _NEAR]
        said = next(each for each in ("supplies", "named", "goes") if match[each])
        verb = cue_of(clause, match, said, "supply.supply")
    elif match := _BEFORE.search(clause.text, clause.opened):
        at = clause.span.start + match.start()
        buying = [group for group in found if group.names[-1].said.end == at]
        said = next(each for each in ("buys", "holds", "is", "joins") if match[each])
        verb = cue_of(clause, match, said, "supply.source")
    else:
        return
    buyers = distinct(name for group in buying[:1] for name in group.names if name.kind not in NO_FIRMS)
    makers = owners_before(clause, scene) if buyers and not any(name.referred for name in buyers) else []
    own = {id for name in makers for id in (name.id, *name.parents)}
    among = own | {name.id for name in buyers}
    if any(name.id not in among for name in clause.names if name.kind not in NO_FIRMS):
        return  # of a third one it may be
    if makers and not own & {id for name in buyers for id in (name.id, *name.parents)} and flows(makers, buyers):
        yield supply_draft(clause, verb, "customer", (makers, buyers))


_NEAR = 30  # characters
