"""Whether a date is the plant's or deal's own, and of the step that it was read for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.model import Dated, DateWhat, Kind
from cellwire.publish.brief.belonging.said import Said, one_of_several, one_party_only, words_of

_SCHEDULED = set(DateWhat) - {DateWhat.EVENT, DateWhat.TERM}
_BONDS = {Kind.SUPPLY, Kind.PARTNERSHIP, Kind.INVESTMENT}
_WHOLE_WITHIN = 120  # characters before a date
_BEFORE, _BEHIND = 60, 40  # characters in which it is said what happens on a date
_CLAUSE = re.compile(r"[;:]|, (?:and|with|while|but|which|where)\b|\b(?:and|while|before|after)\b")


def doubts_of_date(dated: Dated, said: Said) -> Iterator[str]:
    """What speaks against a date, the most telling first."""
    announced = said.names_its_own and words_of("tells").search(said.text)
    bond = said.development.kind is Kind.FACILITY and words_of("bond").search(said.text)
    if dated.what is DateWhat.EVENT and not (said.told_here or (announced and not bond)):
        yield "its sentence does not tell what was done that day"
    if dated.what is DateWhat.EVENT and _is_a_stamp(said):
        yield "a mark of the day on which a text was written"
    if dated.what in _SCHEDULED:
        yield from _doubts_of_schedule(dated, said)
    if dated.what is DateWhat.FULL_CAPACITY and _is_a_wholes(said):
        yield "a total of several things"
    if dated.what is DateWhat.PRODUCTION_START and said.development.kind in _BONDS:
        yield "a date of the plant, not of the deal"
    if _of_another_step(dated, said):
        yield "the date of another step"
    if dated.what in _SCHEDULED and _is_one_partys(said):
        yield "said of one of the parties alone"
    if _is_one_of_severals(dated, said):
        yield "said of one of several suppliers or customers"
    if not said.told_here and not said.goes_on:
        yield "its sentence does not say whose it is"
    if said.told_here and said.turns:
        yield "its sentence tells of something else before the date"


_IN_FIGURES = re.compile(r"\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2\d{4}")
_ON = re.compile(r"\b(?:on|of|since|dated|am|vom|le|du|el|il)\s+$", re.IGNORECASE)


def _is_a_stamp(said: Said) -> bool:
    """ "Published: |2026-03-15|"; not "signed on |14.12.2022|"."""
    figures = _IN_FIGURES.fullmatch(said.text[said.at.start : said.at.end])
    return figures is not None and _ON.search(said.text[: said.at.start]) is None


def _doubts_of_schedule(dated: Dated, said: Said) -> Iterator[str]:
    """What is to happen then, in the words beside a date; and that it is no day of an announcement or a goal."""
    before, behind = said.text[: said.at.start][-_BEFORE:], said.text[said.at.end :][:_BEHIND]
    if not words_of("schedule").search(f"{before}|{behind}") and not _begins_a_term(dated, said):
        yield "its sentence does not say what happens then"
    if dated.date.to_the_day and any(word.end() == len(before) for word in words_of("announces").finditer(before)):
        yield "the day of an announcement"
    if _ANNOUNCEMENT.search(before) and not words_of("begins").search(before[-40:]):
        yield "the time of an announcement"
    if dated.date.to_the_day and not words_of("begins").search(f"{before[-40:]}|{behind[:25]}"):
        yield "its sentence has nothing begin on that day"
    if words_of("told_when").search(f"{before}|"):
        yield "the day of a report or a promise"
    if words_of("lasts").search(f"{before}|") and not words_of("moved").search(f"{said.text[: said.at.start]}|"):
        yield "how long something lasts"
    if words_of("of_a_goal").match(f"|{behind}"):
        yield "the year of a goal"


# "Expects to make an announcement for the two plants by |the second quarter|"
_ANNOUNCEMENT = re.compile(r"\b(?:to|will|would) (?:make (?:an? )?announcements?|announce)\b[^.;,]*$", re.IGNORECASE)
_TERM = re.compile(r"(?:to|until|till|through|and|[-–])\s?(?:the end of )?20\d\d", re.IGNORECASE)


def _begins_a_term(dated: Dated, said: Said) -> bool:
    """ "Will deliver anodes worth 900 million won, to plants in three states, from |2023| to 2028"."""
    before, behind = said.text[: said.at.start], said.text[said.at.end :].lstrip()
    from_then = re.search(r"\b(?:from|between)\s$", before, re.IGNORECASE)
    return dated.what is DateWhat.DELIVERY_START and bool(from_then) and _TERM.match(behind) is not None


def _is_a_wholes(said: Said) -> bool:
    around = said.text[max(0, said.at.start - _WHOLE_WITHIN) : said.at.end]
    return words_of("whole").search(around) is not None


def _is_one_of_severals(dated: Dated, said: Said) -> bool:
    return said.development.kind is Kind.SUPPLY and dated.what is not DateWhat.EVENT and one_of_several(said)


def _is_one_partys(said: Said) -> bool:
    return said.development.kind is Kind.FACILITY and not said.told_here and one_party_only(said)


_FINISHED = re.compile(r"\b(?:complet(?:e|ed|es|ion)|finish(?:ed|es)?)\b", re.IGNORECASE)
_PLACE_OF_WORK = re.compile(
    r"\b(?:production|manufacturing) (?:plant|facility|factory|site|line|hall|building)s?\b", re.I
)


def _of_another_step(dated: Dated, said: Said) -> bool:
    """ "Construction to begin in the second quarter, with production to start in 2024": each date has its own step."""
    clause = _CLAUSE.split(said.text[: said.at.start])[-1]
    when_done = words_of("step_full").search(clause) is not None
    rest = _PLACE_OF_WORK.sub("plant", words_of("step_full").sub("", clause))
    produced = words_of("step_production").search(rest) is not None
    built = words_of("step_construction").search(rest) is not None or _FINISHED.search(rest) is not None
    match dated.what:
        case DateWhat.FULL_CAPACITY:
            return words_of("step_start").search(clause) is not None and not when_done
        case DateWhat.PRODUCTION_START:
            more = words_of("grows").search(rest) is not None
            return more or ((built or when_done) and not produced)
        case DateWhat.CONSTRUCTION_START:
            return produced and not built
    return False
