"""How many people are to work at a plant: not who builds it, nor who was hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.clauses import Bundle, is_told_in
from cellwire.claims.figures import Measure
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots.filling import Stretch, own
from cellwire.claims.slots.money import AS_OF, MANY_TOTAL
from cellwire.lexicon import PLANTS, regex
from cellwire.model import TO_BE_BUILT, Jobs, Kind, Qualifier

_HURT = regex(
    r"\b(?:kill\w*|injur\w+|hurt\w*|hospitali[sz]\w+|trapp\w+|dead|evacuat\w+|treated)\W(?:\w+\W){0,2}$", re.I
)
_SEIZED = regex(r"^\s(?:(?:were|was|have been|had been)\s)?(?:detained|arrested|deported|evacuated|killed|injured)\b")
_ADVERTS = regex(r"\s(?:postings?|ads?|adverts?|listings?|fairs?|boards?|offers)\b")  # "two |job postings|"
# "the two plants are to create |2,800 jobs|": neither one alone
_OF_BOTH = regex(
    r"\b(?:both|two|three|four|all)\s(?:of\s)?(?:the\s|its\s|new\s)*(?:[\w-]+\s){0,2}?"
    rf"{PLANTS}\b[^.;]*$",
    re.I,
)
_CHANGED_TO = regex(r"\s?to (?:about |around |some |only |just )?")
_BUILDERS = regex(r"\bconstruction\b", re.I)
_ONCE_IT_RUNS = regex(r"\b(?:once|later|when|eventually|permanent|operational|at full|in the (?:end|long run))$", re.I)
# "the town |lost| 2,000 jobs", "900 jobs |at suppliers|", "the company |employs| 4,000 people": no plant's
_INDIRECT = regex(r"^(?:(?!direct).)*\bindirect\b")
_LOST = regex(r"\b(?:lost|lose|losing|economy (?:has )?added)\s(?:about |around |some |more than |up to )?$", re.I)
_BESIDE_IT = regex(
    r"^(?:\s[\w-]+){0,4}?\s(?:(?:at|with|among)\s(?:its\s|the\s|local\s)?suppliers|worldwide|globally"
    r"|around the world"
    r"|(?:in|across)\s(?:the|its|this|[A-Z]\w+['’]s)\s(?:[\w-]+\s){0,3}?(?:sector|industry|supply chain|economy))\b"
)
_HAS_NOW = regex(
    r"^\W*(?:The (?:company|group|firm|maker|start-?up)|[A-Z]\w+(?:\s[A-Z]\w+)?)(?:,[^,]{1,60},)?\s"
    r"(?:now\s|currently\s|already\s|today\s)?(?:employs|has)\s(?:a (?:staff|workforce) of\s)?"
    r"(?:about\s|around\s|some\s|more than\s|over\s)?$"
)
_OF_MANY = regex(MANY_TOTAL + r"(?:US)?[$€£\d][^.;]*$", re.I)
# "it |originally planned to hire| 2,500 workers"
_ONCE_MEANT = regex(
    r"\b(?:originally|initially|first|previously|once|had)\s(?:plann?ed|meant|intended|hoped|expected|wanted|promised"
    r"|pledged|agreed|said|announced)\b[^.;]{0,40}$"
)
_FIGURES = regex(r"\d")
_THERE = regex(r"^[^;.]*\b(?:there|at (?:the|its) (?:plant|site|factory|works|facility|mine))\b")
_WHILE_BUILT = regex(
    r"^[^,;.]{0,80}?\s(?:(?:during|in|for|throughout|while)\s(?:the\s|its\s)?(?:[\w'’-]+\s){0,2}?"
    r"(?:construction|building|build-out)\b"
    r"|while it is (?:being )?built\b|to build (?:it|the)\b|(?:at|on) the building site\b)",
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
            and not _SEIZED.match(stretch.clause.after(each.span.end, 30))
            and not _ADVERTS.match(stretch.clause.after(each.span.end, 12))
            and not (home.kind is Kind.FACILITY and _OF_BOTH.search(stretch.clause.before(each.span.start, 90)))
        ]
        told = [each for each in told if not _is_anothers(each, stretch.clause, home)]
        lasting = [each for each in told if not _builds_it(each, stretch.clause)]
        if lasting:
            first = lasting[0]
            final = next((each for each in lasting[1:] if _follows(first, each, stretch.clause)), first)
            final = _exactly(final, stretch.clause, home, stretches)
            return Jobs(round(final.value), final.qualifier, scene.plain.back(final.span))
    return None


_ROUGH = 0.06  # "nearly 500" of 487


def _exactly(rough: Measure, clause: Sentence, home: Bundle, stretches: Sequence[Stretch]) -> Measure:
    """What the text counts where its headline rounds: "cuts nearly 500 jobs", "has laid off |487| people"."""
    if not clause.headline or rough.qualifier is Qualifier.EXACT:
        return rough
    counted = (
        each
        for stretch in own(home, stretches)
        if not stretch.clause.headline
        for each in stretch.reading.jobs
        if each.qualifier is Qualifier.EXACT and abs(each.value - rough.value) <= _ROUGH * rough.value
    )
    return next(counted, rough)


def _builds_it(each: Measure, clause: Sentence) -> bool:
    """Who builds a plant does not work there: "6,000 jobs |during construction|"."""
    if _ONCE_IT_RUNS.search(each.written):
        return False
    return bool(_BUILDERS.search(each.written) or _WHILE_BUILT.match(clause.after(each.span.end, 110)))


def _is_anothers(each: Measure, clause: Sentence, home: Bundle) -> bool:
    """Whether they are lost, its suppliers', or all that its company has in a clause that only goes on about it."""
    if home.kind is not Kind.FACILITY:
        return False
    before, after = clause.before(each.span.start, 100), clause.after(each.span.end, 60)
    if _LOST.search(before) or _INDIRECT.search(each.written) or _BESIDE_IT.match(after):
        return True
    if home.lead.stage in TO_BE_BUILT and AS_OF.search(before, clause.opened):
        return True
    if _OF_MANY.search(clause.before(each.span.start, 180)):
        return True
    if not is_told_in(clause, home) and _ONCE_MEANT.search(before + _FIGURES.split(each.written)[0]):
        return True
    if before.endswith(", ") and each.written.startswith("employing ") and after.startswith(","):
        return True  # "Alder, |employing 21,000 people|, is a maker of"
    has = not is_told_in(clause, home) and _HAS_NOW.match(before + _FIGURES.split(each.written)[0])
    return bool(has) and not _THERE.match(after)


def _follows(first: Measure, later: Measure, clause: Sentence) -> bool:
    """Whether a number is what the first becomes: "2,500 jobs, and |900| later", "from 2,500 jobs to |1,700 jobs|"."""
    return later.span.start == first.span.start or bool(_CHANGED_TO.fullmatch(clause.between(first.span, later.span)))
