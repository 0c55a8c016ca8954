"""A watch list: every condition that it names has to hold; one of the words of a condition is enough."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cellwire.errors import BadOption
from cellwire.lexicon import load_lexicon
from cellwire.model import Kind, RecordChange
from cellwire.publish.watching.subject import Subject

_EARTH = 6371.0  # km
_WORDS = {
    *("company", "country", "chemistry", "kind", "near", "status", "capacity", "delay"),
    *("mail", "webhook", "quiet", "zone", "digest"),
}
_DATES = {"production_start", "construction_start", "full_capacity", "completion", "delivery_start"}


@dataclass(frozen=True, slots=True)
class Near:
    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Watch:
    """Without a threshold every change counts; with some, a change that crosses one of them."""

    name: str
    companies: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    chemistry: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    near: Near | None = None
    status: bool = False
    capacity: float | None = None  # a share: 0.2 is a fifth up or down
    delay: int | None = None  # months, later or earlier
    mail: tuple[str, ...] = ()
    webhook: str | None = None
    quiet: tuple[time, time] | None = None
    zone: str = "UTC"
    digest: bool = False

    def wants(self, subject: Subject) -> bool:
        return (
            _one_of(self.kinds, {subject.kind})
            and _one_of(self.companies, subject.companies)
            and _one_of(self.countries, {subject.country or ""})
            and _one_of(self.chemistry, subject.chemistry)
            and (self.near is None or _within(self.near, subject))
        )

    def crossed_by(self, change: RecordChange) -> bool:
        if not (self.status or self.capacity or self.delay):
            return True
        if change.field in {"status", "outcome"}:
            return self.status
        field = change.field.partition(" (")[0]
        if field in _DATES:
            return self.delay is not None and abs(_months(change)) >= self.delay
        return self.capacity is not None and field.startswith("capacity") and _share(change) >= self.capacity

    def is_quiet(self, moment: datetime) -> bool:
        if self.quiet is None:
            return False
        now = moment.astimezone(ZoneInfo(self.zone)).time()
        start, end = self.quiet
        return start <= now < end if start <= end else now >= start or now < end


def _one_of(wanted: Sequence[str], there: frozenset[str] | set[str]) -> bool:
    return not wanted or not there.isdisjoint(wanted)


def _within(near: Near, subject: Subject) -> bool:
    if subject.lat is None or subject.lon is None:
        return False
    one, other = math.radians(near.lat), math.radians(subject.lat)
    across = math.sin((other - one) / 2) ** 2
    along = math.cos(one) * math.cos(other) * math.sin(math.radians(subject.lon - near.lon) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(across + along)) <= near.km


def _months(change: RecordChange) -> int:
    if not (change.old and change.new and change.old.when and change.new.when):
        return 0
    was, now = change.old.when.first, change.new.when.first
    return 12 * (now.year - was.year) + now.month - was.month


def _share(change: RecordChange) -> float:
    """Nothing where the two are told in different units."""
    old, new = change.old, change.new
    if not (old and new and old.number and new.number) or old.unit != new.unit:
        return 0.0
    return round(abs(new.number / old.number - 1), 9)


def read_watches(written: str, *, name: str) -> dict[str, Watch]:
    """From TOML, a table for each watch:

    [watch.debrecen]
    near = { place = "Debrecen", km = 50 }
    status = true
    mail = ["reader@example.org"]
    """
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as problem:
        raise BadOption(name, f"is no TOML: {problem}", "docs/sending.md shows one") from problem
    watches = told.get("watch")
    if not isinstance(watches, dict) or set(told) != {"watch"}:
        raise BadOption(name, "holds no watch lists", "begin each with [watch.NAME]")
    return {key: _watch(key, table, f"{name}, watch.{key}") for key, table in watches.items()}


def _watch(key: str, told: Any, where: str) -> Watch:
    if not isinstance(told, dict):
        raise BadOption(where, "has to be a table", f"write it as [watch.{key}]")
    for word in sorted(set(told) - _WORDS):
        raise BadOption(f"{word!r} in {where}", "means nothing here", f"it may say {', '.join(sorted(_WORDS))}")
    return Watch(
        name=key,
        companies=tuple(_company(word) for word in _words(told, "company", where)),
        countries=tuple(_country(word, where) for word in _words(told, "country", where)),
        chemistry=tuple(_chemistry(word, where) for word in _words(told, "chemistry", where)),
        kinds=tuple(_kind(word, where) for word in _words(told, "kind", where)),
        near=_near(told["near"], where) if "near" in told else None,
        status=_typed(told, "status", bool, where) or False,
        capacity=_number(told, "capacity", where),
        delay=_typed(told, "delay", int, where),
        mail=_words(told, "mail", where),
        webhook=_typed(told, "webhook", str, where),
        quiet=_hours(told["quiet"], where) if "quiet" in told else None,
        zone=_zone(_typed(told, "zone", str, where) or "UTC", where),
        digest=_typed(told, "digest", bool, where) or False,
    )


def _words(told: Mapping[str, Any], word: str, where: str) -> tuple[str, ...]:
    value = told.get(word, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadOption(f"{word} in {where}", "has to be a list of words", f'write it as {word} = ["…"]')
    return tuple(value)


def _typed(told: Mapping[str, Any], word: str, kind: type, where: str) -> Any:
    value = told.get(word)
    if value is not None and type(value) is not kind:
        raise BadOption(f"{word} in {where}", f"has to be {'yes or no' if kind is bool else kind.__name__}", "mend it")
    return value


def _number(told: Mapping[str, Any], word: str, where: str) -> float | None:
    value = told.get(word)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or value <= 0):
        raise BadOption(f"{word} in {where}", "has to be a share above 0", f"write a fifth as {word} = 0.2")
    return value


def _company(word: str) -> str:
    """An id as it is; a name that the lexicon knows as the id it stands for, any other in lower case."""
    lexicon = load_lexicon()
    return word if word in lexicon.organisations else lexicon.resolve_name(word) or word.lower()


def _country(word: str, where: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", word):
        raise BadOption(f"{word!r} in {where}", "is no code of a country", "write its two letters: HU for Hungary")
    return {"UK": "GB"}.get(word.upper(), word.upper())


def _chemistry(word: str, where: str) -> str:
    known = load_lexicon().chemistries
    if word not in known:
        raise BadOption(f"{word!r} in {where}", "is no chemistry", f"known: {', '.join(known)}")
    return word


def _kind(word: str, where: str) -> str:
    if word not in {kind.value for kind in Kind}:
        raise BadOption(f"{word!r} in {where}", "is no kind", f"kinds are {', '.join(kind.value for kind in Kind)}")
    return word


def _near(told: Any, where: str) -> Near:
    if not isinstance(told, dict) or not isinstance(told.get("km"), int | float):
        raise BadOption(f"near in {where}", "names no radius", 'write it as near = { place = "Debrecen", km = 50 }')
    if not told["km"] > 0:
        raise BadOption(f"km = {told['km']} in {where}", "is no radius: nothing lies within it", "write one above 0")
    if {"lat", "lon"} <= set(told):
        return Near(float(told["lat"]), float(told["lon"]), float(told["km"]))
    found = [one for one in load_lexicon().localities.values() if one.name == told.get("place") and one.lat is not None]
    if not found:
        raise BadOption(f"{told.get('place')!r} in {where}", "is no place of the gazetteer", "give its lat and lon")
    best = max(found, key=lambda one: one.population)
    assert best.lat is not None
    assert best.lon is not None
    return Near(best.lat, best.lon, float(told["km"]))


def _hours(told: Any, where: str) -> tuple[time, time]:
    try:
        start, end = (time.fromisoformat(one) for one in told)
    except (TypeError, ValueError) as problem:
        raise BadOption(
            f"quiet in {where}", "is no pair of hours", 'write it as quiet = ["22:00", "07:00"]'
        ) from problem
    return start, end


def _zone(name: str, where: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise BadOption(f"{name!r} in {where}", "is no time zone", 'write it as zone = "Europe/Berlin"') from problem
    return name
