"""What one clause tells, before the clauses of a document are put together."""

from __future__ import annotations

from msgspec import Struct

from cellwire.claims.scene import Aspect, Cue, Name, Sentence
from cellwire.model import Kind, Role, Span


class Actor(Struct, frozen=True):
    name: Name
    role: Role

    @classmethod
    def of(cls, name: Name, role: Role) -> Actor:
        """A government is told as one, whatever it does; so is a bank that is a department's, "the US EXIM"."""
        state = name.kind == "government" or (name.kind == "bank" and "government" in name.chain and name.parents)
        return cls(name, Role.GOVERNMENT if state else role)


class Draft(Struct, frozen=True):
    """One clause's development: `clause` is the sentence cut to it, `rule` what decided, `strength` how sure (0 to 1).

    `thing` is what is built, supplied or tested, where a word names it.
    """

    kind: Kind
    stage: str
    clause: Sentence
    trigger: Span
    rule: str
    aspect: Aspect
    actors: tuple[Actor, ...]
    product: str | None = None
    thing: Cue | None = None
    strength: float = 0.5

    @property
    def actor_ids(self) -> set[str]:
        return {actor.name.id for actor in self.actors}
