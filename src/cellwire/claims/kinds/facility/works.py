"""Works that a firm begins, or is to begin, stand for the plant that the sentences before them name.

"Georgia lands a battery plant. Alder will begin |construction| this year."
"""

from __future__ import annotations

from cellwire.claims.actors import groups
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex

_BEFORE = 3  # sentences
_STEPS = ("facility_verb.ground", "facility_verb.start")
_NAMED = (*THINGS, "facility.project", "facility.centre")


def works_begun(clause: Sentence, scene: Scene) -> tuple[Cue, Sign] | None:
    """What a firm does about the works, where nothing else that is built is named."""
    if clause.headline or not clause.has(*_STEPS) or clause.find(*_NAMED) or not _follows_a_plant(clause, scene):
        return None
    for cue in clause.find(*_STEPS):
        begun = "facility_verb.ground" in cue.tags or _are_works(clause, cue)
        how = aspect(clause, cue)
        idle = how.negated or how.purpose or how.possible
        if not begun or not cue.form or idle or not _acts(clause, cue):
            continue
        stage = "announced" if how.ahead or cue.form == "base" else "construction"
        return cue, Sign(stage, cue, how, "works", stage == "construction")
    return None


def _are_works(clause: Sentence, cue: Cue) -> bool:
    """Whether building works are what is begun: "will begin |construction|"."""
    works = [each for each in clause.find("facility_verb.works") if 0 < each.span.start - cue.span.end < _REACH]
    return bool(works) and not _OF_ELSE.match(clause.after(works[0].span.end, 16))


_REACH = 12  # characters: "begin |site| construction"
_OF_ELSE = regex(r"\s(?:of|on|for)\s(?!(?:the|it|this|that)\b)")  # "construction |of 400 flats|"


def _acts(clause: Sentence, cue: Cue) -> bool:
    firms = (
        group
        for group in groups(clause)
        if not group.lead and any(name.kind in {"company", "venture"} for name in group.names)
    )
    return any(group.span.end <= cue.span.start for group in firms)


def _follows_a_plant(clause: Sentence, scene: Scene) -> bool:
    before = scene.sentences[max(0, clause.index - _BEFORE) : clause.index]
    return any(each.products and each.find(*THINGS) for each in before)
