"""Which part of a sentence tells the thing, and what stands in an aside beside it: what was before, and when."""

from __future__ import annotations

import re

from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

_PAST = (
    r"(?:announced|unveiled|founded|built|bought|acquired|opened|launched|signed|started|planned|closed|begun"
    r"|established)"
)
# "|In addition to its existing plant in Leeds, |Alder will build", "|After signing with Birch in May, |it is to build"
_FRONT = regex(
    r"\W*(?:After|Following|In addition to|Besides|Alongside|Along with|Despite|While|Although|Having|Apart from|Beyond"
    rf"|Building on|As well as|Like|(?:First |Originally )?{_PAST}\s(?:back\s)?in)\b[^,;]{{3,140}}?,\s",
    re.I,
)
_ASIDE = regex(  # "Alder, |which opened a plant in 2019|, has", "the plant, |first announced in 2021|, was"
    r",\s(?:in\s)?(?:which|who|whose|where)\s[^,;]*"
    rf"|,\s(?:first\s|originally\s|already\s)?{_PAST}\s[^,;]*"
    r"|,?\s(?:(?:[\w-]+\s){1,3})?(?:after|following)\s[^,;]*"
)
_AND_WILL = regex(
    r",?\sand\s(?:it\s|now\s|also\s)*(?:will|plans?|is to|are to|intends?|wants?|is building|has begun)\b|:\s"
)


# "has acquired B |as the company has been| rumoured to do more itself"
_BESIDE = regex(
    r"\b(?:as|while|since|because)\s(?:the\s(?:company|firm|group|\w*maker)|it)\s(?:has|have|is|was)\b[^.;]*$"
)


def is_of_what_else(words: Span, sentence: Sentence, trigger: Span) -> bool:
    """Whether words behind what is told speak of something else that goes on beside it."""
    return bool(_BESIDE.search(sentence.before(words.start, max(0, words.start - trigger.end))))


def is_told_aside(words: Span, sentence: Sentence, trigger: Span) -> bool:
    """Whether words stand in another part of the sentence than what tells the thing."""
    base = sentence.span.start
    start, end, at = words.start - base, words.end - base, trigger.start - base
    front = _FRONT.match(sentence.text)
    if front and end <= front.end() <= at:
        return True
    if end <= at and _AND_WILL.search(sentence.text, end, at + 1):
        return True
    asides = (each.span() for each in _ASIDE.finditer(sentence.text))
    return any(opens <= start < closes and not opens <= at < closes for opens, closes in asides)


# "|Earlier this year| a start-up surprised everybody. |Not only that|, but it said": both are of then
_ONCE = regex(
    r"\W*(?:Earlier (?:this|in the) year|Last (?:year|month|spring|summer|autumn|fall|winter)|Back in"
    r"|(?:Some|A few|Several|Two|Three) (?:years|months|weeks) ago)\b"
)
_STILL_THEN = regex(r"\W*(?:Not only that|At (?:the|that) time|Back then)\b")


def goes_on_of_old(sentence: Sentence, scene: Scene) -> bool:
    """Whether the sentence before it begins in the past, and it only goes on about that."""
    if sentence.index == 0 or not _STILL_THEN.match(sentence.text):
        return False
    return _ONCE.match(scene.sentences[sentence.index - 1].text) is not None
