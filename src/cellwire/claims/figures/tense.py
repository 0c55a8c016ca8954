"""Whether a sentence speaks of what will be or of what was, at a given point: decides which April "in April" is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from cellwire.lexicon import regex

_STARTING = (
    "be|start|begin|open|launch|complete|build|supply|produce|deliver|come|enter|go|close|invest|hire|create|make|ship"
    "|ramp|expand|double|raise|reach|commence|break|mass-produce|finish|roll|operate|manufacture|install|bring|take|add"
    "|receive|have|hold|move|introduce|release|unveil|publish|sign|meet|run|vote|decide|return|arrive|play|visit|attend"
)
_PLANNED = ("production", "expansion", "investment", "development", "growth", "capacity", "battery", "factory", "plant")
# "announced |plans| on Thursday", "unveiled its |plans| in May" tell what was done, not what is planned
_NO_NOUN = "".join(
    rf"(?<!\b{word} )"
    for word in ("announced", "unveiled", "revealed", "presented", "its", "their", "the", "of", "for", *_PLANNED)
)
# "has started to build" is no plan, nor "had to close"
_NOT_BEGUN = r"(?<!started )(?<!began )(?<!begun )(?<!commenced )(?<!\bhad )(?<!choice but )(?<!managed )"
_CUE = regex(
    rf"\b(?<!\bas )(?:(?P<future>(?:will|would|shall|won't|'ll|expected|expects?|planned|{_NO_NOUN}plans?|scheduled|due"
    rf"|set|slated|pencill?ed in|foreseen|anticipated|envisaged|earmarked|projected"
    rf"|on (?:track|course|schedule)|should|could|aims?|aiming|targets?|targeting|targeted"
    rf"|intends?|going|hopes?|poised|upcoming|forthcoming|coming)\b"
    rf"(?:\s(?:not|also|then|be|have|to|start|begin|for)\b){{0,4}}(?:\s(?:[a-z-]+ed|laid|built|held|made|broken|taken"
    rf"|set up|put|begun|sent|brought|shut|sold|bought|met|won|spent|chosen|given|shown)\b)?"
    rf"|(?:has|have|had) until\b|{_NOT_BEGUN}to\s(?:{_STARTING})\b(?:"
    rf"\s[a-z-]+ed\b)?|(?:starts?|begins?|commences?|ends?|expires?|resumes?|follows?|gets? under ?way)"
    rf"\s(?:in|on|from)\b"
    rf"|(?:is|are) to\b(?:\sbe\s(?:[a-z-]+ed|laid|built|held|made|shut|sold|put|brought)\b)?"
    rf"|(?:is|are)\sbeing\s[a-z]+\b(?=[^.;]{{0,60}}\sfrom\s))"
    rf"|(?P<past>was|were|had|has|have|been|said|began|broke|held|took|made|won|came|went|got|saw|fell|rose|led|became"
    rf"|told|says in an?"
    rf"|(?:in|per|to|citing|via) (?:an?|the|its|their) (?:[a-z-]+ ){{0,3}}?"
    rf"(?:statement|filing|release|disclosure|notice)"
    rf"|following the|after the|since the|met|laid|shut|chose|struck|spoke|caught|threw|built|bought|sold|lost|gave"
    rf"|ran|set up|kicked|left|hit|put|cut"
    rf"|shut|met|wrote|drew|grew|kept|paid|sent|beat"
    rf"|[a-z]{{3,}}ed))\b"
)


_SAID_THEN = regex(
    r"\s(?:press |news |joint )?(?:release|statement|announcement|report|filing|letter|article|interview)\b"
)


# "delayed the shipments |to| the third quarter", "pushed back until October"
_MOVED_TO = regex(
    r"\b(?:delay|postpon|defer|push|slip|mov|put (?:back|off)|rescheduled|br(?:ing|ought) forward)\w*\b[^.;]{0,80}?"
    r"\s(?:to|until|till|into|(?<=rescheduled )for)\s(?:the\s)?"
    r"(?:(?:early|mid|late|beginning of|start of|end of)[\s-])?$"
)


def is_future(low: str, start: int, end: int) -> bool | None:
    """What the nearest verb says about the date at `start` to `end`: the last before it, else the first behind it.

    "agreed on Friday to start in |April|" → True; "On |December 9|, work began" → False; no verb → None. What was said
    is past: "according to the |October 18| release, it will be run by Alder". What is put off lies ahead.
    """
    if _SAID_THEN.match(low, end):
        return False
    if _MOVED_TO.search(low[max(0, start - 120) : start]):
        return True
    ends, starts, futures = _cues(low)
    before = bisect_right(ends, start)
    if before:
        return futures[before - 1]
    behind = bisect_left(starts, end)
    return futures[behind] if behind < len(starts) else None


# "opened a facility |to manufacture| cells on Monday": what it is for lies in no time
_TO_MAKE = regex(r"to\s(?:make|manufacture|produce|build|supply|process|recycle|assemble)\b")
_BEHIND_A_PLANT = regex(r"\b(?:plant|factory|facility|line|hub|cent(?:re|er)|refinery|complex|works)\s$")


def _is_for(low: str, before: re.Match[str], cue: re.Match[str]) -> bool:
    """Whether it says what a plant is for that something was done to."""
    if before["future"] is not None or not _TO_MAKE.match(cue[0]):
        return False
    return _BEHIND_A_PLANT.search(low, max(0, cue.start() - 20), cue.start()) is not None


@lru_cache(maxsize=4)
def _cues(low: str) -> tuple[list[int], list[int], list[bool]]:
    """Ends, starts and tenses of all verbs; the dates of one sentence ask in a row, hence the cache."""
    found = list(_CUE.finditer(low))
    cues = [cue for at, cue in enumerate(found) if not (at and _is_for(low, found[at - 1], cue))]
    return [cue.end() for cue in cues], [cue.start() for cue in cues], [cue["future"] is not None for cue in cues]
