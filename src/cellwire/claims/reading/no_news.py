"""Titles of what is no news, whatever it is about: goods on offer or put to the test, advice, and lists of shares."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence

_AT = r"^(?:\[[^\]]*\]\s)*"  # where a title begins, behind the outlet's name
_ON_OFFER = gated(
    rf"[$£€]\s?\d[\d,.]*\soff\b|\b\d+%\soff\b(?!\s(?:its|their|the|a|from|peak|after))|{_AT}(?:save\s(?:up\sto\s)?[$£€\d]"
    r"|(?:shop|grab|snag|score)\b)|\b(?:prime day|black friday|cyber monday|gift guide|coupons?|big savings"
    r"|(?:christmas|holiday|spring|summer|father[’']s day) sale)\b",
    re.I,
    needs="off save shop grab snag score prime black cyber gift coupon big christmas holiday spring summer father",
)
# "Voltbox 5 |Review:| a big box", "|Review:| the Voltbox", "|We Tested| five of them"
_PUT_TO_THE_TEST = gated(
    r"(?<!\bin )(?<!\bIn )(?<!Technology )(?<!Market )(?<!Weekly )(?<!Annual )(?<!Safety )\bReview:\s"
    rf"|{_AT}Reviews?:|\b[Hh]ands[- ][Oo]n\b|\b[Uu]nboxing\b"
    r"|\b(?:I|We)(?:[’']ve)? (?:[Tt]ested|[Tt]ried|[Ff]ound [Oo]ut|[Rr]eviewed|[Dd]rove)\b",
    needs="review reviews hands unboxing tested tried found reviewed drove",
)
_ADVICE = gated(
    rf"{_AT}(?:how\s(?:to|do|does|long|often|much)\b|the best\b|\d+\s(?:best|things|ways|reasons|tips)\b)"
    r"|\bexplainer\b|\bexplained\b|\btips (?:for|to)\b|\bguide to\b|\bwhat (?:to|investors) (?:need to )?know\b"
    r"|\bbest (?:[\w-]+ ){1,4}(?:of|for|in) 20\d\d\b|\bshould you (?:buy|invest)\b"
    r"|\b(?:best|top)\b[^.;:]{0,40}\s(?:stocks|shares|ETFs)\b|\b\d+ (?:[\w-]+ ){0,3}(?:stocks|ETFs)\b"
    r"|\bstocks? to (?:buy|watch|own)\b",
    re.I,
    needs="how best things ways reasons tips explainer explained guide what should stocks stock shares etfs",
)


def is_for_shoppers(title: Sentence) -> bool:
    """Whether a title offers goods cheaply, or tells how somebody liked them."""
    return bool(_ON_OFFER.search(title.text, title.opened) or _PUT_TO_THE_TEST.search(title.text, title.opened))


def advises(scene: Scene) -> bool:
    """Whether a text explains or recommends, so that what its words are about did not happen."""
    title = scene.sentences[0]
    return title.headline and _ADVICE.search(title.text, title.opened) is not None
