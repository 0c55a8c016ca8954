"""A guess as if a rule had read it: told at the sentence that says most of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gist.chances import Gist
from cellwire.claims.gist.guessing import Guess
from cellwire.claims.gist.weights import weights
from cellwire.claims.gist.words import opening, shown
from cellwire.claims.scene import Aspect, Cue, Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import GIST, SET_BACK, STOPPED, Kind

_NOTED = 3  # words that an explanation names
_FAR_LIKELIER = 4.5  # times as likely as the stage that a rule read: docs/confidence.md
_SURELY_READ = frozenset({Kind.SUPPLY, Kind.PARTNERSHIP})  # whose stages rules read better than words
_OF_WORDS_OF_THEIR_OWN = STOPPED | {"permitted", "construction", "completed"}  # a rule that heard them stays
_HARDLY_TOLD = STOPPED | {"considered", "testing"}  # by all words together
_TAKEN = SET_BACK | {"operating", "construction", "expanded", "launched", "completed"}  # steps
# "Voltaryn |to open| a plant": a title says what is ahead
_AHEAD = regex(
    r"\s(?:(?:is|are)\s)?(?:(?:set|ready|due|about|poised|expected)\s)?"
    r"(?:to\s[a-z]|(?:will|may|could|might)\s[a-z]|(?:plans?|aims?|wants|hopes)\s(?:to|for)\s)",
    re.I,
)
_TO_BUILD = "facility.build"  # of what is ahead, nothing is reached yet
_NOT_TAKEN_BY = {
    "facility.applied": {("considered", "permitted")},  # who asks for a permit has none
    "facility.commissioning": {("announced", "operating")},  # what is to be tried out does not run
    "facility.halting": {("expanded", "operating")},  # another line of a plant that ran
}
_OF_PAPERS = frozenset({"facility.tender", "facility.applied"})  # "opens a tender": nothing else is opened


def draft_of(guess: Guess, gist: Gist, scene: Scene) -> Draft:
    """Told at the sentence that says most of it, among those that name who takes part."""
    sentences = [*opening(scene)]
    names = [guess.named[part.order].name for part in guess.parts]
    ids = {name.id for name in names}
    naming = [each for each in sentences if ids & {name.id for name in each.names}] or sentences
    sentence = max(naming, key=lambda each: gist.each[each.index][guess.kind])
    cue = _loudest(sentence, guess.kind)
    here = {name.id: name for name in reversed(sentence.names) if not name.referred}
    told = tuple(Actor.of(here.get(name.id, name), part.role) for name, part in zip(names, guess.parts, strict=True))
    span, rule = cue.span if cue else sentence.span, f"{GIST}.{guess.kind}"
    return Draft(
        guess.kind, _stage(gist, guess.kind, scene), sentence, span, rule, Aspect(), told, strength=guess.confidence
    )


def _stage(gist: Gist, kind: Kind, scene: Scene) -> str:
    """The likeliest; a step that a title calls ahead was not taken."""
    chances = gist.stages(kind)
    said = max(chances, key=lambda stage: chances[stage])
    return "announced" if said in _TAKEN and _is_ahead(scene.sentences[0]) else said


def _is_ahead(title: Sentence) -> bool:
    """Whether somebody or some land that it names is to do something."""
    ends = (each.end for each in (*(name.said for name in title.names), *(spot.span for spot in title.countries)))
    return title.headline and any(_AHEAD.match(title.after(end, 30)) for end in ends)


def far_likelier(gist: Gist, lead: Draft, stage: str, scene: Scene) -> str | None:
    """The stage that all words say so much louder than the one which a rule read that mostly the rule is wrong."""
    if lead.kind in _SURELY_READ or lead.rule in _OF_PAPERS or stage in _OF_WORDS_OF_THEIR_OWN:
        return None
    said, chances = _stage(gist, lead.kind, scene), gist.stages(lead.kind)
    if _holds_its_step(lead, stage, said):
        return None
    louder = chances[said] > _FAR_LIKELIER * chances.get(stage, 0.0)
    return said if louder and said not in _HARDLY_TOLD else None


def _holds_its_step(lead: Draft, stage: str, said: str) -> bool:
    """Whether a rule knows better than all words: "|suspends| export controls" names what it ends."""
    if (stage, said) in _NOT_TAKEN_BY.get(lead.rule, ()) or (lead.rule == _TO_BUILD and lead.aspect.ahead):
        return True
    if stage == "repealed":
        return not lead.aspect.ahead
    return (stage, said) == ("operating", "construction") and _is_completed(lead)


_COMPLETES = ("complete", "finish")


def _is_completed(lead: Draft) -> bool:
    """Whether a plant is said to be finished: "|completes| construction of" tells of works with the same words."""
    said = lead.clause.after(lead.trigger.start, len("completes"))
    return lead.kind is Kind.FACILITY and said.lower().startswith(_COMPLETES)


def _loudest(sentence: Sentence, kind: Kind) -> Cue | None:
    """The trigger word that says most of the kind."""
    table = weights().sentences
    weighed = [
        (max(table.weight(f"tag {tag}", kind) for tag in cue.tags), -at)
        for at, cue in enumerate(sentence.cues)
        if cue.tags
    ]
    return sentence.cues[-max(weighed)[1]] if weighed else None


def words_for(gist: Gist, kind: Kind) -> Iterator[str]:
    """Those that say most of it, for an explanation."""
    words, table = frozenset[str]().union(*(told.words for told in gist.opening)), weights().sentences
    loudest = sorted(words, key=lambda word: (-table.weight(word, kind), word))
    yield from list(dict.fromkeys(shown(word) for word in loudest))[:_NOTED]
