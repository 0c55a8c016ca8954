"""How many people are to work at a plant: not who builds it, nor who was hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.clauses import Bundle
from cellwire.claims.figures import Measure
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots.filling import Stretch, own
from cellwire.lexicon import PLANTS, regex
from cellwire.model import Jobs, Kind

_HURT = regex(
    r"\b(?:kill\w*|injur\w+|hurt\w*|hospitali[sz]\w+|trapp\w+|dead|evacuat\w+|treated)\W(?:\w+\W){0,2}$", re.I
)
# "the two plants are to create |2,800 jobs|": neither one alone
_OF_BOTH = regex(
    r"\b(?:both|two|three|four|all)\s(?:of\s)?(?:the\s|its\s|new\s)*(?:[\w-]+\s){0,2}?"
    rf"{PLANTS}\b[^.;]*$",
    re.I,
)
_CHANGED_TO = regex(r"\s?to (?:about |around |some |only |just )?")
_BUILDERS = regex(r"\bconstruction\b", re.I)
_WHILE_BUILT = regex(
    r"^\s(?:(?:during|in|for|throughout|while)\s(?:the\s|its\s)?(?:[\w-]+\s)?(?:construction|building|build-out)\b"
    r"|while it is (?:being )?built\b)",
    re.I,
)


def jobs_slot(home: Bundle, stretches: Sequence[Stretch], scene: Scene) -> Jobs | None:
    if home.kind not in {Kind.FACILITY, Kind.INVESTMENT, Kind.INCIDENT}:
        return None
    for stretch in own(home, stretches):
        told = [
            each
            for each in stretch.reading.jobs
            if not _HURT.search(stretch.clause.before(each.span.start, 24))
            and not (home.kind is Kind.FACILITY and _OF_BOTH.search(stretch.clause.before(each.span.start, 90)))
        ]
        lasting = [each for each in told if not _builds_it(each, stretch.clause)]
        if lasting:
            first = lasting[0]
            final = next((each for each in lasting[1:] if _follows(first, each, stretch.clause)), first)
            return Jobs(round(final.value), final.qualifier, scene.plain.back(final.span))
    return None


def _builds_it(each: Measure, clause: Sentence) -> bool:
    """Who builds a plant does not work there: "6,000 jobs |during construction|"."""
    return bool(_BUILDERS.search(each.written) or _WHILE_BUILT.match(clause.after(each.span.end, 50)))


def _follows(first: Measure, later: Measure, clause: Sentence) -> bool:
    """Whether a number is what the first becomes: "2,500 jobs, and |900| later", "from 2,500 jobs to |1,700 jobs|"."""
    return later.span.start == first.span.start or bool(_CHANGED_TO.fullmatch(clause.between(first.span, later.span)))
