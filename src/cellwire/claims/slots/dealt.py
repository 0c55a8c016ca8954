"""What a deal covers, and what its parties make, have or have traded until now, which it does not.

"The project is to produce 20,000 t a year", "it has 10 GWh of storage", "from its refinery, which makes 48,000 t".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle, is_told_in
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Span

_UNTIL_NOW = gated(r"\b(?:previously|so far|to date|until now)\b[^;.]*$", re.I)
_BEFORE = regex(r"^[^.;,]{0,40}\s(?:before|in the past|until now|so far|to date)(?:[.,;]|$)")
_MADE = regex(
    r"\bcapacit(?:y|ies)\b(?! needed)|\b(?:process|recycle)\s|\bproduces\s"
    r"|\banticipated\s(?:\w+\s)?(?:output|production)\b|\bproduction\s(?:target|to grow|to rise)\b",
    re.I,
)
# "|The project is hoping to produce| 90,000 tons a year": all that the seller's works will make
_WORKS_MAKE = gated(
    rf"\b(?:(?:{PLANT}|projects?|operations?|works|company|group|firm|miner)['’]?s?|it|they|[A-Z]\w+)\s"
    r"(?:[\w-]+\s){0,6}?(?:produc(?:es?|ed|ing|tion)|yields?|makes?|making|mak|mine[sd]?|refine[sd]?|extract\w*)\s"
    r"(?:of\s)?(?:an?\s)?$",
    needs="produce produces produced producing production yield yields make makes making mak mine mines mined refine"
    " refines refined extract extracts extracting",
)
_IS_MADE = regex(
    r"^[^.;]{0,70}\b(?:(?<!which )(?<!that )(?:will|is to|are to|would|can|could) be"
    r" (?:produced|generated|mined|extracted|made|refined)|(?:facility|plant|refinery|mine) (?:still |now )?under"
    r" construction)\b"
)
_HAS = gated(
    r"\b(?:it|they|company|group|firm|maker|supplier|[A-Z]\w+)\s(?:now |already |currently |also )?"
    r"(?:(?:has|have|operates?|owns?)\s(?:now |already |previously )?"
    r"(?:(?:delivered|supplied|shipped|installed|deployed|sold|built|made)\s)?"
    r"|(?:shipped|sold|made|produced|installed|deployed|built)\s)"
    r"(?:a total of |about |around |some |over |more than |nearly )?$",
    needs="has have operate operates own owns shipped sold made produced installed deployed built",
)
_COUNTS_CARS = regex(r"\b(?:vehicles?|cars?|EVs|trucks?|buses)(?:\s(?:a|per|every|each)\s?year|\sannually)?$")
_FOR_CARS = gated(r"\b(?:enough|sufficient|batteries|cells|packs|power|equip|materials?)\b[^.;]{0,70}$", re.I)
_STORES = gated(
    r"\b(?:storage|battery|BESS) (?:projects?|systems?|installations?)\b(?:(?!\b(?:and|it|which)\b)[^.;]){0,80}"
    r"\bcapacity of\b"
)
# "from its refinery in Kwinana, |which has a capacity of| 48,000 tonnes"
_WHICH_HAS = gated(
    r"\b(?:plant|lines?|facility|works|site)\s(?:making|producing|that (?:makes|produces|turns out))\s(?:about "
    r"|around |some |up to )?$"
    r"|\b(?:plant|lines?|facility|works|project)\b[^.;]{0,40}?,\s(?:which|that)\s(?:(?:is|are)\s(?:due\s|set\s|expected\s)?to\s|will\s)?"
    r"(?:has|have|had)\s(?:an?\s)?(?:[\w-]+\s){0,3}?capacity\sof\s$"
    r"|\b(?:mine|refinery|smelter|gigafactory|factory)\b[^.;]{0,60}?,?\s"
    r"(?:(?:which|that)\s(?:(?:(?:will|would|can|could)|(?:is|are)\s(?:due\s|set\s|expected\s|designed\s)?to)\s)?"
    r"(?:has|have|had|produces?|makes?|yields?|mines?|refines?|turns? out)|with|producing|making)\s"
    r"(?:an?\s)?(?:(?:[\w-]+\s){0,3}?(?:capacity|output|production)\s(?:of|to)\s)?(?:about |around |some |up to )?$"
)
# "has a target of |48 GWh|", "had |26 GWh| in operation"
_AIMED_AT = gated(
    r"\b(?:targets?|goals?|aims?|ambitions?)\s(?:of|to (?:have|reach)|for|is)\s(?:about |around |some |up to )?$"
)
_STANDING = regex(
    r"^\s(?:(?:of|in)\s(?:[\w-]+\s){1,4}?)?(?:already\s)?"
    r"(?:in (?:operation|service)|under (?:construction|development)|being built|installed|connected|in the pipeline)\b"
)
# "Alder to deliver |50 GWh| in 2026, signs contract with Birch": what it does beside the deal
_THEN_SIGNS = regex(r",['’”\"]?\s(?:and\s)?(?:signs|signed|inks|inked|wins|won|secures|secured|lands|landed)\b")


def _goes_before_the_deal(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether one of the sides is named only behind it, where the deal is signed."""
    signs = _THEN_SIGNS.search(clause.after(value.end, _NEAR))
    sides = (actor.name.said for draft in home.drafts if draft.clause is clause for actor in draft.actors)
    return signs is not None and any(side.start > value.end + signs.start() for side in sides)


# "supplies Birch and |aims for an annual capacity of| 300 GWh"
_HAS_A_CAPACITY = gated(
    r"\b(?:has|have|had|aims? for|aiming for|targets?|targeting|boasts?|operates?|to (?:have|reach|attain))\s"
    r"(?:(?!\b(?:suppl|deliver|provid|order)\w*)[^.;,]){0,40}\b(?:capacity|output)\s(?:of|to)\s[^.;,]{0,20}$"
)
_NEAR = 160  # characters


def is_not_dealt(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what was traded until now, or what a party makes or has, beside the volume of a supply."""
    before, until, after = clause.before(value.start, 400), clause.before(value.end, _NEAR), clause.after(value.end, 90)
    if not home.background and (_UNTIL_NOW.search(before, clause.opened) or _BEFORE.match(after)):
        return True
    if is_told_in(clause, home):
        own = _WHICH_HAS.search(before[-_NEAR:], clause.opened) or _HAS_A_CAPACITY.search(until, clause.opened)
        return own is not None or _goes_before_the_deal(value, clause, home)
    if _STORES.search(until, clause.opened):
        return False
    if _AIMED_AT.search(before[-_NEAR:], clause.opened) or _STANDING.match(after):
        return True
    if _MADE.search(until) or _IS_MADE.match(after):
        return True
    if any(words.search(before[-_NEAR:], clause.opened) for words in (_WORKS_MAKE, _HAS)):
        return True
    return _COUNTS_CARS.search(until) is not None and not _FOR_CARS.search(until, clause.opened)
