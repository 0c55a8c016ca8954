"""What is told behind the lead: sizes, dates, sums and jobs, in the tense of what is ahead, runs or was stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from cellwire.model import STOPPED, TO_BE_BUILT, DateWhat, Kind, PartialDate
from cellwire.publish.brief.edition import Part, Sentence
from cellwire.publish.brief.matter import Matter, Mode
from cellwire.publish.brief.telling.called import plant
from cellwire.publish.brief.telling.sentence import slots_in, tell
from cellwire.publish.brief.telling.slots import BEGUN, slots_of
from cellwire.publish.brief.telling.tables import table
from cellwire.publish.brief.wording import words_in

_IN_ORDER = (DateWhat.CONSTRUCTION_START, DateWhat.PRODUCTION_START, DateWhat.FULL_CAPACITY)


def details_of(matter: Matter, used: set[Part]) -> Iterator[Sentence]:
    slots = {name: () if name in _outdated(matter) else parts for name, parts in slots_of(matter, plural=False).items()}
    would = matter.mode not in (Mode.ASSERTED, Mode.PLANNED)
    opening = "The report said that " if matter.mode is Mode.DENIED else ""
    for name, parts in slots.items():
        if any(part in used for part in parts if part.note) and name not in _RETOLD:
            slots[name] = ()
    for detail in table(matter.kind.value).get("detail", []):
        if not _applies(detail, matter):
            continue
        told_of = [of_its_plant(pattern, matter) for pattern in detail["say"]]
        patterns = [opening + _running(_tensed(pattern, matter, would=would), opening) for pattern in told_of]
        if sentence := tell(patterns, slots, seed=matter.story.id):
            yield sentence
            told = {part for part in sentence.parts if part.note}
            slots = {
                name: () if name not in _RETOLD and any(part in told for part in parts if part.note) else parts
                for name, parts in slots.items()
            }


def _running(pattern: str, opening: str) -> str:
    return pattern[:1].lower() + pattern[1:] if opening else pattern


_RETOLD = {"phase", "plant", "a_plant", "its_plant", "where", "thing"}


def _applies(detail: Mapping[str, Any], matter: Matter) -> bool:
    made = matter.product.value.name if matter.product else ""
    return (
        detail.get("tense", _tense(matter)) == _tense(matter)
        and made in detail.get("makes", [made])
        and matter.stage in detail.get("stages", [matter.stage])
        and matter.mode.value in detail.get("modes", [matter.mode.value])
        and ("thing" not in detail or matter.is_called(*detail["thing"]))
        and ("anew" not in detail or _is_anew(detail, matter))
    )


# "is |now| to open in 2027", "|delayed to| 2027"; "set to open in 2024" of a plant that has stopped was the old plan
_ANEW = re.compile(
    r"\b(?:now|instead|later|revised|new|no sooner|not before)\b"
    r"|\b(?:delay|postpon|push|put|mov|defer|slip|slid)\w*[^.;]{0,60}\s(?:to|until|till|into)\s",
    re.I,
)


def _is_anew(detail: Mapping[str, Any], matter: Matter) -> bool:
    """Whether the words behind the date say that it is the new one."""
    told = next((told for told in matter.dates if told.value.what.value == detail["anew"]), None)
    return bool(told and told.part.note and _ANEW.search(told.part.note.quote))


def _outdated(matter: Matter) -> set[str]:
    """Of what is still to come, no date can lie behind the telling: such a one is of another thing."""
    ahead = _tense(matter) != "now" or matter.kind is Kind.TECHNOLOGY
    past = {told.value.what for told in matter.dates if ahead and told.value.date.last <= matter.told}
    if _tense(matter) != "stopped":  # of what was stopped later, it was no plan
        past.discard(DateWhat.CONSTRUCTION_START)
    if matter.kind in (Kind.PARTNERSHIP, Kind.SUPPLY):  # what begins "this week" is the deal
        past |= {told.value.what for told in matter.dates if told.value.date.first <= matter.told}
    contradicted = {DateWhat.CONSTRUCTION_START} if _belies_its_stage(matter) else set()
    return {what.value for what in past | contradicted | matter.disputed | _swapped(matter) | _retold(matter)}


def _retold(matter: Matter) -> set[DateWhat]:
    """The start of what the lead says was started on that day."""
    begun = BEGUN.get(matter.stage)
    event, start = matter.date(DateWhat.EVENT), matter.date(begun) if begun else None
    if matter.kind is Kind.SUPPLY:
        term, starts = matter.date(DateWhat.TERM), matter.date(DateWhat.DELIVERY_START)
        one_day = term and starts and term.value.date == starts.value.date
        ends = {DateWhat.DELIVERY_START} if one_day or matter.is_called("delivery") else set()
        return ends | ({DateWhat.PRODUCTION_START} if _on_one_day(matter) else set())
    same = event and start and event.value.date == start.value.date
    return {begun} if begun and same and not matter.announced else set()


def _on_one_day(matter: Matter) -> bool:
    """What is made for an order from the day on which it is delivered."""
    made, delivered = matter.date(DateWhat.PRODUCTION_START), matter.date(DateWhat.DELIVERY_START)
    return bool(made and delivered and made.value.date == delivered.value.date)


def _swapped(matter: Matter) -> set[DateWhat]:
    """Nothing is made before a plant is built, nor all of it before the first: neither of two such dates is told."""
    told = [date for what in _IN_ORDER if (date := matter.date(what))]
    crossed = (pair for pair in pairwise(told) if pair[0].value.date.first > pair[1].value.date.last)
    return {date.value.what for pair in crossed for date in pair}


def _belies_its_stage(matter: Matter) -> bool:
    """A plan whose building began, or a building site that is yet to come: the date is of another thing."""
    begun = matter.date(DateWhat.CONSTRUCTION_START)
    if begun is None or matter.stage in STOPPED:
        return False
    ahead = matter.stage in {"considered", "announced", "permitted"} or matter.mode is not Mode.ASSERTED
    return (begun.value.date.last <= matter.told) is ahead


def _tense(matter: Matter) -> str:
    if matter.stage in STOPPED:
        return "stopped"
    return "ahead" if matter.stage in TO_BE_BUILT or matter.mode not in (Mode.ASSERTED, Mode.REPORTED) else "now"


def _tensed(pattern: str, matter: Matter, *, would: bool) -> str:
    """WILL is "is to"; "would" of what is not firm; and what lay before the week is told as past."""
    for slot in slots_in(pattern):
        told = next((told for told in matter.dates if told.value.what.value == slot), None)
        past = told is not None and _lies_behind(told.value.date, matter)
        if past and not would:
            pattern = re.sub(
                "WILLS? (start|begin)", lambda verb: {"start": "started", "begin": "began"}[verb[1]], pattern
            )
    return pattern.replace("WILLS", "would" if would else "are to").replace("WILL", "would" if would else "is to")


def _lies_behind(when: PartialDate, matter: Matter) -> bool:
    """A plant that runs did start, though the text names only the month or the year it is written in."""
    running = matter.kind is Kind.FACILITY and _tense(matter) == "now"
    return when.last <= matter.told or (running and when.first <= matter.told)


def of_its_plant(words: str, matter: Matter) -> str:
    """The verbs and nouns that go with a project, which nobody builds, or with several plants."""
    if matter.kind is not Kind.FACILITY:
        return words
    noun = "".join(part.text for part in plant(matter))
    words = _reworded(words, "storage") if noun.endswith(("storage project", "storage projects")) else words
    if matter.number:
        return _reworded(words, "several")
    if matter.site is not None and matter.site.text in words_in("sites"):
        return _reworded(words, "centre")
    return _reworded(words, "project") if noun.endswith("project") else words


def _reworded(words: str, name: str) -> str:
    for ours, better in table("facility")[name].items():
        words = words.replace(ours, better)
    return words
