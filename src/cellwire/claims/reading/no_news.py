"""What is no news, whatever it is about: goods on offer or put to the test, advice, studies and lists of shares."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex

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
# "Top 9 |Lithium Stocks|", "|Stocks To Watch|": written as a list's title is, it sells, and tells no market either
_SHARES_FOR_SALE = (
    r"\b(?:[Tt]op|[Bb]est)\s(?:\d+\s)?(?:[A-Z]\S*\s){0,3}?[Ss]tocks\b"
    r"|\b[Ss]tocks?\s[Tt]o\s(?:[Ww]atch|[Bb]uy|[Ss]ell)\b"
)
# "the |best way to own battery shares|", "|3 lithium ETFs|": said in any way, it may stand beside what did happen
_SHARES_ADVISED = (
    r"\b(?:best|top)\b[^.;:]{0,40}\s(?:stocks|shares|ETFs)\b|\b\d+ (?:[\w-]+ ){0,3}(?:stocks|ETFs)\b"
    r"|\bstocks? to (?:buy|watch|own)\b"
)
_ADVICE = gated(
    rf"{_AT}(?:how\s(?:to|do|does|long|often|much)\b|the best\b|\d+\s(?:best|things|ways|reasons|tips)\b)"
    r"|\bexplainer\b|\bexplained\b|\btips (?:for|to)\b|\bguide to\b|\bwhat (?:to|investors) (?:need to )?know\b"
    rf"|\bbest (?:[\w-]+ ){{1,4}}(?:of|for|in) 20\d\d\b|\bshould you (?:buy|invest)\b|{_SHARES_ADVISED}",
    re.I,
    needs="how best things ways reasons tips explainer explained guide what should stocks stock shares etfs",
)


def is_for_shoppers(title: Sentence) -> bool:
    """Whether a title offers goods cheaply, or tells how somebody liked them."""
    return bool(_ON_OFFER.search(title.text, title.opened) or _PUT_TO_THE_TEST.search(title.text, title.opened))


def advises(scene: Scene) -> bool:
    """Whether a title explains or recommends: what its words are about did not happen, though a rule may read news."""
    title = scene.sentences[0]
    return title.headline and _ADVICE.search(title.text, title.opened) is not None


# in a text's first sentences two of these sell a study
_STUDY = regex(r"\bCAGR\b|\bcompound annual\b|\bmarket (?:size|report|research report)\b|\bforecast period\b", re.I)
# "Silicon Anode |Market to Reach| $4 billion"
_REACHES = r"[Tt]o\s(?:[Rr]each|[Gg]row|[Hh]it|[Ss]urpass|[Ee]xceed|[Cc]ross|[Bb]e\s[Ww]orth|[Ww]itness|[Ee]xpand)\b"
# "Silicon Anode |Market Outlook|"
_IS_STUDIED = (
    r"(?:Worth|Valued|Analysis|Outlook|Report|Research|Trends|Driven|Booming|Forecast|Share,|Global\sOutlook"
    r"|Expands|Surges|Expansion\sDriven|Growth\sDriven)"
)
_SELLS = regex(
    r"^\W*(?:\[[^\]]*\]\s)?(?:[A-Z][\w.&-]*,?\s(?:and\s|&\s|for\s)?){1,7}Market"
    rf"(?:\s(?:[Ss]et|[Ee]xpected|[Pp]rojected|[Pp]oised))?(?:\s{_REACHES}|:?\s[Ss]ize\b|\s{_IS_STUDIED}"
    rf"|\s20\d\d\s?[-–]\s?20\d\d)|{_SHARES_FOR_SALE}"
)
_SAMPLE = 8  # sentences


def is_advert(scene: Scene) -> bool:
    """Whether a text sells a study or shares, so that neither its words nor its figures tell what happened."""
    title = scene.sentences[0]
    if title.headline and _SELLS.search(title.text):
        return True
    said = {match[0].lower() for each in scene.sentences[:_SAMPLE] for match in _STUDY.finditer(each.text)}
    return len(said) > 1
