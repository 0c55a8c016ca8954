"""What is open, what was decided, and deciding it: the only tools that write, and only for who has the token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context

from cellwire.errors import NotAllowed
from cellwire.model import Judgement, Question, Verdict
from cellwire.publish.assistant.telling import Told, cite, tell_change
from cellwire.publish.secret import bearer, same_secret
from cellwire.publish.view import Decision, Effect, Shelving, judgements_by, questions_about

ASKED, DECIDED = 10, 25  # questions and judgements that are told at once
CITED = 2  # texts that are cited for each side of a question
TOKEN = "cellwire/token"
PREVIEW = "nothing was kept: say it again without `preview`"


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may write: a call that carries the token, in its header or its `_meta`.

    Over standard input and output the environment is the credential: there a call that carries none speaks for who
    started the program and named the token.
    """

    token: str | None

    def check(self, context: Context[Any]) -> None:
        """Raises `NotAllowed`, which never tells what was sent."""
        if not self.token:
            raise NotAllowed("the record", "can only be read here", "start the tools with CELLWIRE_TOKEN set")
        given = self._given(context)
        if given is None:
            raise NotAllowed("the token", "did not come with the call", "send the header Authorization: Bearer …")
        if not same_secret(given, self.token):
            raise NotAllowed("the token", "is a wrong one", "send the one that the tools were started with")

    def _given(self, context: Context[Any]) -> str | None:
        headers, meta = context.headers, dict(context.request_context.meta or {})
        if TOKEN in meta:
            return str(meta[TOKEN])
        return self.token if headers is None else bearer(headers.get("authorization", ""))


@dataclass(frozen=True, slots=True)
class Deciding:
    """The tools' functions over one shelving."""

    shelving: Shelving
    permission: Permission

    def questions(self, company: str = "", skip: int = 0) -> Told:
        """Open questions, weightiest first: both sides with their sources, and what to give to `judge` for either.

        `company`: an id or a part of a name. `skip`: how many to pass over.
        """
        fitting = questions_about(self.shelving.questions().value, company, self.shelving.standing())
        told: Told = {"total": len(fitting), "questions": [_asked(each) for each in fitting[skip : skip + ASKED]]}
        left = len(fitting) - skip - ASKED
        return {**told, "note": f"{left} more: skip={skip + ASKED}"} if left > 0 else told

    def judgements(self, author: str = "", verdict: str = "") -> Told:
        """What people and assistants decided, newest first, with the ids that `undo` takes."""
        fitting = judgements_by(self.shelving.holdings.judgements(), author, verdict)
        told: Told = {"total": len(fitting), "judgements": [_judged(each) for each in fitting[:DECIDED]]}
        return told if len(fitting) <= DECIDED else {**told, "note": f"the latest {DECIDED}: narrow it down"}

    def judge(
        self, verdict: str, words: list[str], author: str, reason: str, context: Context[Any], preview: bool = False
    ) -> Told:
        """Decide a question for good: takes the token. What it changed is the answer.

        `verdict` and `words` as `questions` gives them: same or different with two ids; accept or correct with an id,
        a field and its value; reject with an id. `author`: your name and whom you decide for. `reason`: the words that
        settle it. `preview`: say what it would change and keep nothing.
        """
        return self._decide(Decision(verdict, tuple(words), author, reason), context, preview)

    def undo(self, judgement: str, author: str, reason: str, context: Context[Any]) -> Told:
        """Take back a judgement by its id: takes the token. What that changed is the answer."""
        return self._decide(Decision(Verdict.UNDO, (judgement,), author, reason), context, preview=False)

    def _decide(self, decision: Decision, context: Context[Any], preview: bool) -> Told:
        self.permission.check(context)
        if preview:
            return {"judgements": [], "note": PREVIEW, **_effect(self.shelving.holdings.effect([decision]))}
        decided = self.shelving.decide([decision])
        return {"judgements": [_judged(each) for each in decided.judgements], **_effect(decided.effect)}


def _asked(question: Question) -> Told:
    sides = [
        {
            "says": side.says,
            "sources": [cite(citation) for citation in side.citations[:CITED]],
            "judge": {"verdict": side.command[0], "words": list(side.command[1:])},
        }
        for side in question.sides
    ]
    return {"asks": question.asks, "about": question.about, "at_stake_gwh": round(question.weight, 1), "sides": sides}


def _judged(judgement: Judgement) -> Told:
    return {
        "id": judgement.id,
        "says": judgement.text,
        "on": f"{judgement.moment:%Y-%m-%d}",
    }


def _effect(effect: Effect) -> Told:
    """What became otherwise; an effect on much is told by its first values and their number."""
    told: Told = {"changed": [tell_change(change) for change in effect.changes[:DECIDED]]}
    told |= _some("gone", effect.gone) | _some("come", effect.come)
    more = len(effect.changes) - DECIDED
    return {**told, "more_changed": more} if more > 0 else told


def _some(name: str, entries: Sequence[str]) -> Told:
    told: Told = {name: list(entries[:DECIDED])}
    return {**told, f"more_{name}": len(entries) - DECIDED} if len(entries) > DECIDED else told
