"""A verb that tells how far a plant is, and the stage that it tells."""

from __future__ import annotations

from msgspec import Struct

from cellwire.claims.scene import Aspect, Cue, Sentence


class Sign(Struct, frozen=True):
    """A word that tells a stage, and how it stands."""

    stage: str
    cue: Cue
    aspect: Aspect
    rule: str
    done: bool


Told = tuple[Sign, ...]  # what a verb tells


class Step(Struct, frozen=True):
    """A verb beside a plant: how its action stands, and which plant it is of."""

    clause: Sentence
    cue: Cue
    aspect: Aspect
    thing: Cue
    ahead: bool

    @property
    def verbs(self) -> set[str]:
        return {tag.removeprefix("facility_verb.") for tag in self.cue.tags}

    @property
    def possible(self) -> bool:
        return self.aspect.possible

    def before(self, characters: int) -> str:
        return self.clause.before(self.cue.span.start, characters)

    def follows(self, characters: int = 40) -> str:
        return self.clause.after(self.cue.span.end, characters)

    def tells(self, stage: str, rule: str, *, done: bool = False) -> Sign:
        """What is told as it is; a plan is not done."""
        return Sign(stage, self.cue, self.aspect, rule, done)

    def plans(self, rule: str) -> Sign:
        return self.tells("considered" if self.possible else "announced", rule)

    def reaches(self, stage: str, rule: str, *, ahead: bool) -> Sign:
        """What is reached, unless it is ahead or only possible."""
        return self.plans(rule) if self.possible or ahead else self.tells(stage, rule, done=True)
