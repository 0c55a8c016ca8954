"""What is told on the word of the press: "Yonhap news agency reported on Friday", "according to the Nikkei"."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import regex

_SAYS = r"(?:(?:has|had|have)\s)?(?:(?:first|also|earlier|previously)\s)?(?:reported|reports|said|says|wrote|writes)\b"
_PAPER = gated(
    r"\b(?:newspaper|news agency|news site|news outlet|magazine|broadcaster|the daily)\s"
    rf"(?:[A-Z][\w-]*\s){{0,3}}{_SAYS}",
    needs="newspaper news magazine broadcaster daily",
)
_SAYS_IT = regex(rf"^(?:\s(?:newspaper|news agency|news|daily|magazine|TV|website)){{0,2}}\s{_SAYS}")
_ON_ITS_WORD = regex(
    r"\b(?:according to|reported by|reports? (?:by|in|from)|citing)\s(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,2}$", re.I
)


# what the press only passes on: "Reuters reports, citing a filing to the stock exchange"
_FROM_A_FILING = gated(
    r"\b(?:citing|cited|quoting|according to|in)\s(?:an?|the|its|their|\w+['’]s)\s(?:[\w-]+\s){0,3}?"
    r"(?:filing|press release|regulatory disclosure|stock exchange announcement)\b",
    needs="filing release disclosure announcement",
)


# "|Bloomberg:| Alder to supply Birch", "… |- report|", "…|: Report| - Gazette", "…, |says newspaper|"
_TAIL = r"(?:\s[-–—|]\s[^-–—|]{2,40})?$"  # the outlet's own name
_HEADED_BY = gated(
    r"^(?:Bloomberg|Reuters|Nikkei|WSJ|FT|Reports?|Rumou?rs?|Sources?)\s?:\s"
    rf"|(?:\s[-–—]|:|,)\s?(?:[Rr]eports?(?:\s[Ss]ays?)?|[Ss]ources?(?:\s[Ss]ay)?)(?:\s\([^()]*\))?{_TAIL}"
    r"|,\s(?:[Ss]ays|[Aa]ccording to)\s(?:[Aa]n?\s)?(?:(?:[A-Z]\w+\s)?(?:[Nn]ewspaper|[Mm]edia|[Rr]eports?|[Ss]ources?"
    r"|[Aa]nalysts?|[Cc]onsultancy)|[A-Z]\w+\s(?:[Cc]ompany|[Ff]irm))$"
)


def on_press_word(sentence: Sentence, scene: Scene) -> bool:
    """Whether another outlet than the one that published the text is all that a sentence names as its source."""
    if _FROM_A_FILING.search(sentence.text, sentence.opened):
        return False
    if sentence.headline and _HEADED_BY.search(sentence.text, sentence.opened):
        return True
    if _PAPER.search(sentence.text, sentence.opened):
        return True
    return any(
        _SAYS_IT.match(sentence.after(name.said.end, 80)) or _ON_ITS_WORD.search(sentence.before(name.said.start, 60))
        for name in sentence.names
        if name.kind == "outlet" and not _publishes(name, scene)
    )


def _publishes(name: Name, scene: Scene) -> bool:
    """ "…, Electrive reports" in Electrive is how that house ends a sentence."""
    return name.name.split()[0].lower() in scene.published_by
