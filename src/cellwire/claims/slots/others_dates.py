"""Dates in a development's sentences that on labelled news were another thing's more often than not.

Counted over 861 labelled texts, each class wrong in more than half of its cases in both halves of them.
"""

from __future__ import annotations

from cellwire.claims.clauses import Bundle, is_told_in
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots.moments import Found, Moment
from cellwire.model import DateWhat, Kind

_LOWER = 3  # sentences into a text
_BEGUN = frozenset({DateWhat.CONSTRUCTION_START, DateWhat.PRODUCTION_START})


def without_others(found: Found, home: Bundle, stage: str, scene: Scene) -> Found:
    telling = [*(draft.clause for draft in home.drafts), *home.more]  # not what only returns to it
    several = len(found) > 1

    def keeps(one: Moment) -> bool:
        clause = next((each for each in telling if each.span.start <= one.span.start < each.span.end), None)
        if _is_a_year_gone_by(one, home, scene) or _is_a_cars(one, home, scene):
            return False
        if _is_of_what_is_closed(one, home, stage, scene):
            return False
        return clause is None or not (
            _is_made_by_partners(one, clause, home)
            or _is_of_what_runs(one, clause, home, stage, scene)
            or (several and _is_told_anew(clause, home, scene))
        )

    return {key: one for key, one in found.items() if keeps(one)}


def _is_gone(one: Moment, scene: Scene) -> bool:
    return scene.published is None or one.date.last < scene.published


def _is_a_year_gone_by(one: Moment, home: Bundle, scene: Scene) -> bool:
    """ "When it announced the plant last year": no day of news."""
    year = one.what is DateWhat.EVENT and len(one.date.iso) == len("2022")
    return home.kind is Kind.FACILITY and year and _is_gone(one, scene)


_CAR = (
    r"(?:\b(?:vehicles?|cars?|EVs?|SUVs?|trucks?|sedans?|saloons?|crossovers?|pick-?ups?|vans?|buses|scooters?|roadsters?)"
    r"|\bModel [A-Z\d]\w*)"
)
# "with |Model A production| to begin in 2025", "the |SUV, which goes into production| next year"
_CAR_IS_MADE = gated(
    rf"{_CAR}\s(?:(?:mass|series|volume|serial|commercial|mass-market)\s)?(?:production|assembly|manufacturing|output)\b"
    r"(?:(?!batter|cell)[^.;])*$"
    rf"|{_CAR},?\s(?:(?:that|which|is|are|was|were|will|would|should|to|be|due|expected|set|slated|scheduled|planned|also"
    r"|now|go|goes|going|enter|enters|start|starts|begin|begins|into|in)\s)+"
    r"(?:(?:mass|series|volume)\s)?production\b(?:(?!batter|cell)[^.;])*$"
    rf"|\b(?:build|make|produce|launch|assemble)(?:s|ing)?\s(?:(?:the|its|an?|first|new|electric)\s)*(?:[\w-]+\s)?{_CAR}\b"
    r"(?:(?!batter|cell)[^.;])*$"
    r"|\b(?:sell|deliver|build|produce|make|exceed|release)(?:s|ing)?\s(?:[a-z]+\s){0,2}?\d[\d.,]*\s(?:million\s)?"
    rf"(?:(?:fully|new|electric|battery-electric)\s)*{_CAR}\b(?:(?!batter|cell)[^.;])*$"
    rf"|{_CAR}\s(?:that\s)?(?:it|they|[A-Z]\w+|the\s[\w-]+)\s(?:plans|aims|wants|intends|expects|hopes)\sto\s"
    r"(?:(?!batter|cell)[^.;])*$"
)
_MADE = frozenset({DateWhat.PRODUCTION_START, DateWhat.FULL_CAPACITY})
_CAR_STEPS = _MADE | {DateWhat.DELIVERY_START}


def _is_a_cars(one: Moment, home: Bundle, scene: Scene) -> bool:
    """Whether cars are made from then on, beside a battery or what makes it."""
    if home.kind not in {Kind.FACILITY, Kind.TECHNOLOGY} or one.what not in _CAR_STEPS:
        return False
    if any(draft.product == "vehicle" for draft in home.drafts):
        return False
    return _CAR_IS_MADE.search(*_words_before(one, scene)) is not None


_AGAIN = gated(r"\b(?:resum|restart|reopen|re-open|reviv|return|again|back)\w*\b")


def _is_of_what_is_closed(one: Moment, home: Bundle, stage: str, scene: Scene) -> bool:
    """Whether a plant that closes would start, and no word says that it is to start again."""
    closed = home.kind is Kind.FACILITY and stage == "closed" and one.what in _MADE
    return closed and _AGAIN.search(*_words_before(one, scene)) is None


def _words_before(one: Moment, scene: Scene) -> tuple[str, frozenset[str]]:
    sentence = next(each for each in scene.sentences if each.span.start <= one.span.start < each.span.end)
    return sentence.before(one.span.start, _LOOK_BACK), sentence.opened


_LOOK_BACK = 120  # characters


def _is_made_by_partners(one: Moment, clause: Sentence, home: Bundle) -> bool:
    """ "The first plant is to open in 2025", behind what two firms agree on."""
    made = home.kind is Kind.PARTNERSHIP and one.what is DateWhat.PRODUCTION_START
    return made and not is_told_in(clause, home)


def _stands_low(clause: Sentence, scene: Scene) -> bool:
    return clause.index - scene.first_told > _LOWER


def _is_of_what_runs(one: Moment, clause: Sentence, home: Bundle, stage: str, scene: Scene) -> bool:
    """ "The current plant, which opened in 2018", far down in a text about one that runs."""
    begun = home.kind is Kind.FACILITY and stage == "operating" and one.what in _BEGUN and _is_gone(one, scene)
    return begun and _stands_low(clause, scene)


def _is_told_anew(clause: Sentence, home: Bundle, scene: Scene) -> bool:
    """Whether a sentence far down names the company again, or goes on about a supply: what it dates is another thing.

    Not where the development is only told there.
    """
    if clause is home.drafts[0].clause or not _stands_low(clause, scene):
        return False
    return home.kind is Kind.SUPPLY or any(name.id in home.ids() and not name.referred for name in clause.names)
