"""What people accepted, rejected and corrected takes its place among what was told, under its author's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from cellwire.errors import BadOption
from cellwire.model import (
    Citation,
    DateWhat,
    Deal,
    Facility,
    Fact,
    Judgement,
    PartialDate,
    Phase,
    Qualifier,
    Scope,
    Status,
    Support,
    Value,
    Verdict,
    same_reading,
)
from cellwire.record.facts import rules, strongest

T = TypeVar("T", Facility, Deal)

_FIELD = re.compile(r"(?P<attribute>[a-z_.]+)(?: \((?P<label>.+)\))?")
_AMOUNT = re.compile(r"(?:(?P<qualifier>about|up to|at least|under) )?(?P<number>[\d.,]+)\s*(?P<unit>\D\S*)?")
_MONEY = re.compile(r"(?P<currency>[A-Z]{3}) (?P<number>[\d.,]+)(?: (?P<size>thousand|million|billion))?")
_SIZES = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_DATE = re.compile(r"(?:(?P<part>early|mid|late|end) )?(?P<iso>\d{4}\S*)")
_DATES = frozenset(map(str, DateWhat))
_WORDS = frozenset({"chemistry", "product"})
_SUMS = frozenset({"money", "funding"})
_COUNTS = ("capacity", "output", "volume")
KNOWN_FIELDS = ("status", *_COUNTS, *sorted(_SUMS | _WORDS | _DATES), "jobs")


def settle(thing: T, judgements: Sequence[Judgement]) -> T:
    """The entry once people had their say; a later judgement of the same value wins."""
    for judgement in judgements:
        if judgement.attribute:
            thing = _settled(thing, judgement)
    return thing


def _settled(thing: T, judgement: Judgement) -> T:
    attribute, label = split_field(judgement.attribute or "")
    if attribute == "status":
        return _with_status(thing, judgement, label)
    if isinstance(thing, Facility):
        for place, phase in enumerate(thing.phases):
            if label in {None, phase.label} and (name := find_attribute(phase.facts, attribute)):
                phases = list(thing.phases)
                phases[place] = replace(phase, facts=_ruled(phase.facts, name, judgement))
                return replace(thing, phases=tuple(phases))
    name = find_attribute(thing.facts, attribute) or attribute
    return replace(thing, facts=_ruled(thing.facts, name, judgement))


def split_field(written: str) -> tuple[str, str | None]:
    """ "production_start (first phase)" is an attribute and the phase whose it is."""
    matched = _FIELD.fullmatch(written)
    return (matched["attribute"], matched["label"]) if matched else (written, None)


def find_attribute(facts: Iterable[Fact], attribute: str) -> str | None:
    """As it is told; a family ("capacity") stands for its only member."""
    told = [fact.attribute for fact in facts]
    if attribute in told:
        return attribute
    family = [name for name in told if name.split(".")[0] == attribute.split(".", maxsplit=1)[0]]
    return family[0] if len(family) == 1 else None


def _ruled(facts: Sequence[Fact], name: str, judgement: Judgement) -> tuple[Fact, ...]:
    found = {fact.attribute: fact for fact in facts}
    ruled = _rule(found.get(name), name, judgement)
    if ruled:
        found[name] = ruled
    else:
        found.pop(name, None)
    return tuple(found[attribute] for attribute in sorted(found))


def _rule(fact: Fact | None, name: str, judgement: Judgement) -> Fact | None:
    said = read_value(name, judgement.value or "")
    supports = list(fact.supports) if fact else []
    mine = [support for support in supports if _is_meant(support.value, said)]
    others = [support for support in supports if support not in mine]
    rule = _said_by(judgement)
    if judgement.verdict is Verdict.REJECT:
        if not others:
            return None
        return Fact(
            name, (*others, *mine), rule if mine and mine[0] is supports[0] else fact.rule if fact else rule, False
        )
    citation = cite_judgement(judgement)
    first = [structs.replace(support, citations=(*support.citations, citation)) for support in mine[:1]]
    if judgement.verdict is Verdict.CORRECT and not first:
        first = [Support(said, (citation,))]
    if not first:
        return fact
    return Fact(name, (*first, *mine[1:], *others), rule, False)


_PAST = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "the other rejected", Verdict.CORRECT: "corrected"}


def _said_by(judgement: Judgement) -> str:
    return f"{_PAST[judgement.verdict]} by {judgement.author} on {judgement.moment.date()}: {judgement.reason}"


def _is_meant(told: Value, said: Value) -> bool:
    """The same value; "16 GWh" means the plant's 16 GWh/yr of whatever scope."""
    scopeless = structs.replace(told, scope=None), structs.replace(said, scope=None)
    return same_reading(*scopeless) or told.text == said.written


def cite_judgement(judgement: Judgement) -> Citation:
    """A judgement stands among the sources under its author's name; its words are its value and its reason."""
    quote = f"{judgement.value} ({judgement.reason})"
    day = judgement.moment.date()
    return Citation(
        development=judgement.id,
        document=judgement.id,
        quote=quote,
        start=0,
        end=len(quote),
        outlet=f"judgement by {judgement.author}",
        title=f"{judgement.verdict} of {judgement.attribute}",
        url=None,
        published=day,
        captured=day,
        origin=judgement.id,
    )


def _with_status(thing: T, judgement: Judgement, label: str | None) -> T:
    if not isinstance(thing, Facility) or judgement.verdict is Verdict.REJECT:
        return thing
    told = judgement.value or ""
    phases = tuple(
        _with_told_status(phase, Status(told), judgement)
        if label in {None, phase.label} and told in set(Status)
        else phase
        for phase in thing.phases
    )
    return replace(thing, phases=phases, status=strongest(phase.status for phase in phases))


def _with_told_status(phase: Phase, status: Status, judgement: Judgement) -> Phase:
    return replace(phase, status=status, inferred=False, because=_said_by(judgement))


def read_value(attribute: str, written: str) -> Value:
    """A value as a person writes it: "16 GWh/yr", "up to 20 GWh", "EUR 750 million", "early 2027", "LFP"."""
    family, _, scope = attribute.partition(".")
    if family in _WORDS:
        return Value(written, written)
    if family in _DATES:
        return _read_date(attribute, written)
    if family in _SUMS:
        return _read_sum(attribute, written)
    if family in _COUNTS or family == "jobs":
        return _read_amount(attribute, written, Scope(scope) if scope in set(Scope) else None)
    raise BadOption(attribute, "is nothing that can be judged", f"known: {', '.join(KNOWN_FIELDS)}")


def _read_date(attribute: str, written: str) -> Value:
    matched = _DATE.fullmatch(written)
    try:
        when = PartialDate(matched["iso"]) if matched else None
    except ValueError:
        when = None
    if not matched or not when:
        raise BadOption(f"{attribute} {written!r}", "is no date", "write 2026, 2026-H1, 2026-Q3, 2026-06 or early 2026")
    return Value(written, written, when=when, part=matched["part"])


def _read_sum(attribute: str, written: str) -> Value:
    matched = _MONEY.fullmatch(written)
    number = _number(matched["number"]) if matched else None
    if not matched or number is None:
        raise BadOption(f"{attribute} {written!r}", "is no sum", "write EUR 750 million")
    return Value(written, written, number * _SIZES[matched["size"]], matched["currency"])


def _read_amount(attribute: str, written: str, scope: Scope | None) -> Value:
    matched = _AMOUNT.fullmatch(written)
    number = _number(matched["number"]) if matched else None
    unit = (matched["unit"] or "jobs") if matched else ""
    if not matched or number is None or (unit == "jobs") is not (attribute == "jobs"):
        raise BadOption(f"{attribute} {written!r}", "is no amount", "write 16 GWh/yr, 20,000 t/yr or, of jobs, 800")
    yearly = unit if "/" in unit or attribute.startswith("volume") or unit == "jobs" else f"{unit}/yr"
    if yearly not in rules()["judged"]["units"]:
        raise BadOption(
            f"{attribute} {written!r}", f"{unit} is no unit", f"known: {', '.join(rules()['judged']['units'])}"
        )
    qualifier = Qualifier(matched["qualifier"] or "exact")
    said = written if unit in {yearly, "jobs"} else f"{written}/yr"
    return Value(said, written, number, yearly, qualifier, scope)


def _number(written: str) -> float | None:
    try:
        return float(written.replace(",", ""))
    except ValueError:
        return None
