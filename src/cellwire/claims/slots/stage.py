"""How far a thing is, and how firmly it is told: the first of its clauses weigh most, and a plan is not an opening."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from cellwire.claims.clauses import Bundle, Draft
from cellwire.claims.scene import Scene
from cellwire.claims.slots.moments import Moment
from cellwire.claims.voice import Firmness, firmness
from cellwire.lexicon import regex
from cellwire.model import DEAL_KINDS, STAGES, STOPPED, Certainty, DateWhat, Kind, Modality


def stage_of(home: Bundle, ahead: frozenset[str]) -> str:
    """How far the thing is: the first tellings weigh most, an end or a step taken beats a plan.

    A plan is not an opening: a step whose date lies `ahead` was not taken, and what else is told counts.
    """
    told = _furthest([draft for draft in home.drafts if draft.stage not in ahead] or home.drafts, home)
    return "announced" if told in ahead else told


def _furthest(drafts: Sequence[Draft], home: Bundle) -> str:
    first = [draft.stage for draft in drafts][:3]
    if home.kind is Kind.PARTNERSHIP and "mou" in first and "terminated" not in first:
        return "mou"  # what is signed is told as a memorandum in the next sentence
    if home.kind is Kind.POLICY or (home.kind is Kind.SUPPLY and _is_headed_mou(drafts)):
        return first[0]
    if home.kind is not Kind.FACILITY:
        told = (draft.stage for draft in drafts[:3] if not draft.clause.headline)
        return next(told, first[0])  # a headline says "raises" of what the text says is raised
    if first[0] == "permitted":
        first = [draft.stage for draft in drafts[:3] if not _was_refused(draft)]
    if set(first) & _TAKEN:
        first = [draft.stage for draft in drafts[:3] if draft.stage in _TAKEN or not _is_of_a_later_part(draft)]
    for final in ("cancelled", "closed", "delayed"):
        if final in first:
            return final
    body = [draft for draft in drafts[:3] if not draft.clause.headline]
    if body and body[0].stage == "considered" and all(draft.stage in {"considered", "announced"} for draft in body):
        return "considered"  # a headline's "to build" is shorter than what the text says
    idle = {"facility.build"} if _is_just_sited(drafts) or _is_meant(drafts, body) else set()
    firm = [draft.stage for draft in drafts[:3] if draft.rule not in idle and not _is_by_the_way(draft)] or first
    done = [stage for stage in firm if stage in {"operating", "construction", "permitted", "expanded"}]
    if done:
        return done[0] if "expanded" in done else max(done, key=STAGES[Kind.FACILITY].index)
    return firm[0]


_TAKEN = frozenset({"operating", "construction"})
_LATER_PART = regex(r"\b(?:second|third|fourth|next|later|further)\s(?:phases?|stages?|lines?)\b", re.I)


def _is_of_a_later_part(draft: Draft) -> bool:
    """Whether only a further phase is given up, beside a step that the plant takes."""
    return _LATER_PART.search(draft.clause.before(draft.trigger.start, 60)) is not None


def _was_refused(draft: Draft) -> bool:
    """Whether a permit was refused: behind one that is granted, that was before an appeal."""
    return draft.clause.after(draft.trigger.start, 6).lower() in {"refuse", "reject", "turned"}


_BINDING = regex(r"(?<!non-)(?<!non )\b(?:binding|definitive)\b", re.I)


def _is_headed_mou(drafts: Sequence[Draft]) -> bool:
    """Whether a headline tells goods as a memorandum, under which the text says what one "will supply"."""
    body = next((draft.clause.text for draft in drafts if not draft.clause.headline), "")
    return drafts[0].clause.headline and drafts[0].stage == "mou" and not _BINDING.search(body)


_STANDS = regex(
    r"operat|r[ua]n(?:s|ning)?\b|already|(?:fully )?operational|up and running|connected|energi|full (?:power|op)", re.I
)


def _is_by_the_way(draft: Draft) -> bool:
    """Whether that a plant runs is told by a word like "operates", and not as a step: "went into operation"."""
    said = draft.clause.after(draft.trigger.start, len(draft.trigger))
    return draft.rule == "facility.running" and _STANDS.match(said) is not None


def _is_just_sited(drafts: Sequence[Draft]) -> bool:
    """Whether a headline says that the place was chosen: who "is building" a plant there means to."""
    return any(draft.rule == "facility.site" and draft.clause.headline for draft in drafts[:3])


_MEANT = frozenset({"considered", "announced"})


def _is_meant(drafts: Sequence[Draft], body: Sequence[Draft]) -> bool:
    """Whether a headline's "is building" is what the text says is planned, or a place that it says is chosen."""
    plans = bool(body) and (body[0].rule == "facility.plan" or all(each.stage in _MEANT for each in body))
    return plans and drafts[0].clause.headline and drafts[0].rule == "facility.build"


def works_ahead(drafts: Sequence[Draft]) -> frozenset[str]:
    """The step of building, where works are said to start one day: who "is building" the plant means to."""
    building = {draft.rule for draft in drafts if draft.stage == "construction"}
    works = (draft for draft in drafts[:3] if draft.rule in _WORKS and not _is_of_a_later_part(draft))
    starts = building == {"facility.build"} and any(draft.stage == "announced" for draft in works)
    return frozenset({"construction"} if starts else ())


_WORKS = frozenset({"facility.start-construction", "facility.ground", "facility.works"})
_AHEAD_OF = {
    "operating": DateWhat.PRODUCTION_START,
    "construction": DateWhat.CONSTRUCTION_START,
    "launched": DateWhat.PRODUCTION_START,
}


def steps_ahead(steps: Collection[Moment], published: date | None) -> frozenset[str]:
    """The steps that are told to be taken on a later day, and on no earlier one."""
    if published is None:
        return frozenset()
    told = {stage: [step.date for step in steps if step.what is what] for stage, what in _AHEAD_OF.items()}
    return frozenset(stage for stage, whens in told.items() if whens and all(when.first > published for when in whens))


_STEPS = STOPPED | {"construction", "operating", "expanded"}


def firmness_of(home: Bundle, stage: str, scene: Scene) -> Firmness:
    """Denied if anybody denies it; reported if what tells it first is a report; else as its stage is told first."""
    firms = [firmness(draft, scene.sentences[draft.clause.index], scene) for draft in home.drafts]
    for certainty in (Certainty.DENIED, Certainty.REPORTED):
        for draft, firm in zip(home.drafts[:3], firms, strict=False):
            grows = draft.rule == "facility.expand"  # what a plant could grow to makes no rumour of it
            taken = (
                stage in _STEPS and firm.modality is Modality.CONSIDERING
            )  # "will consider options" for what is halted
            weighed = (grows or taken or home.kind in DEAL_KINDS) and draft.stage == "considered" != stage
            # nor does what else they explore make one of what is agreed
            if firm.certainty is certainty and not (weighed and certainty is Certainty.REPORTED):
                return firm
    return next((firm for draft, firm in zip(home.drafts, firms, strict=True) if draft.stage == stage), firms[0])
