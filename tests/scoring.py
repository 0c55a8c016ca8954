"""How well developments were read: compared with labels fact by fact, whatever the order they come in.

A label and a reading are of one development if they have its kind and share what identifies it: a party, a place, a
capacity or a sum. Each slot is then a set of facts. A missed or invented development costs all its facts; background
and optional ones are neither asked for nor punished.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from cellwire.model import Development

Told = Mapping[str, Any]  # a development as labels write it
Fact = tuple[str, Any]

_GENERAL = """inc incorporated corp corporation co company companies ltd limited llc plc ag gmbh se sa sas spa ab asa
nv bv oy kk pte pty group holding holdings international the motor motors energy technology technologies automotive"""
LEGAL_AND_GENERAL = frozenset(_GENERAL.split())
SHORT_NAMES = {
    "contemporary amperex": "catl",
    "lg energy solution": "lges",
    "volkswagen": "vw",
    "general motors": "gm",
    "jaguar land rover": "jlr",
    "automotive cells": "acc",
    "envision aesc": "aesc",
    "build your dreams": "byd",
    "department of energy": "doe",
}
SAME_CHEMISTRY = {"ncm": "nmc", "lithium-iron-phosphate": "lfp", "na-ion": "sodium-ion"}
UNITS = {
    "twh": ("energy", 1e3), "gwh": ("energy", 1.0), "mwh": ("energy", 1e-3), "kwh": ("energy", 1e-6),
    "kt": ("mass", 1e3), "t": ("mass", 1.0),
}  # fmt: skip
HOLDING = frozenset({"owner", "operator", "developer"})
IDENTIFYING = {"party": 2.0, "place": 2.0, "capacity": 2.0, "money": 2.0, "date": 1.0, "chemistry": 0.5, "country": 0.5}
NAMING = frozenset({"party", "place", "capacity", "money"})
ENOUGH = 1.5


@dataclass(frozen=True, slots=True)
class Tally:
    """`hit`: in label and reading; `extra`: only read; `missed`: only labelled."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.extra) if self.hit else 0.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.extra + self.missed) if self.hit else 0.0


@dataclass(slots=True)
class Score:
    """Of one set of texts: relevance, developments by kind, facts by slot, and two accuracies over what was paired."""

    relevance: Tally = Tally()
    kinds: dict[str, Tally] = field(default_factory=dict)
    slots: dict[str, Tally] = field(default_factory=dict)
    stage_right: int = 0
    certainty_right: int = 0
    paired: int = 0

    @property
    def development(self) -> Tally:
        return sum(self.kinds.values(), Tally())

    @property
    def fact(self) -> Tally:
        return sum(self.slots.values(), Tally())

    def count(self, table: dict[str, Tally], key: str, tally: Tally) -> None:
        table[key] = table.get(key, Tally()) + tally


def as_told(development: Development) -> dict[str, Any]:
    """A development in the words of a label."""
    return {
        "kind": str(development.kind),
        "stage": development.stage,
        "certainty": str(development.certainty),
        "background": development.background,
        "parties": [{"name": party.name, "role": str(party.role)} for party in development.parties],
        "place": development.place.name if development.place else None,
        "country": development.country or (development.place.country if development.place else None),
        "product": development.product.name if development.product else None,
        "chemistry": [chemistry.name for chemistry in development.chemistry],
        "capacity": [{"value": capacity.value, "unit": capacity.unit} for capacity in development.capacity],
        "money": [{"amount": money.amount, "currency": money.currency} for money in development.money],
        "jobs": development.jobs.value if development.jobs else None,
        "dates": [{"what": str(dated.what), "date": dated.date.iso} for dated in development.dates],
    }


def same_name(left: str, right: str) -> bool:
    """Whether one name's words are all in the other, legal forms aside; a few companies are known by initials."""
    one, other = bare_name(left), bare_name(right)
    if not one or not other:
        return False
    short, long = sorted((one.split(), other.split()), key=len)
    return one == other or (len("".join(short)) >= 3 and set(short) <= set(long))


def bare_name(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower() or name.lower()
    text = re.sub(r"[^a-z0-9\u3040-\u9fff\uac00-\ud7a3]+", " ", plain).strip()
    for full, short in SHORT_NAMES.items():
        if re.search(rf"\b(?:{full}|{short})\b", text):
            return short
    return " ".join(word for word in text.split() if word not in LEGAL_AND_GENERAL) or text


def facts(told: Told) -> list[Fact]:
    """A development taken apart into slots and values."""
    found: list[Fact] = [("stage", told.get("stage")), ("certainty", told.get("certainty") or "confirmed")]
    for party in told.get("parties") or []:
        found.append(("party", party["name"]))
        found += [("role", (party["name"], party["role"]))] if party.get("role") else []
    found += [(slot, told[slot]) for slot in ("place", "country", "product", "jobs") if told.get(slot)]
    found += [("chemistry", name) for name in told.get("chemistry") or []]
    found += [("capacity", measured(capacity)) for capacity in told.get("capacity") or []]
    found += [
        ("money", (float(sum["amount"]), sum.get("currency"))) for sum in told.get("money") or [] if sum["amount"]
    ]
    found += [("date", (dated.get("what"), dated["date"])) for dated in told.get("dates") or [] if dated.get("date")]
    return found


def measured(capacity: Told) -> tuple[str, float]:
    """Dimension and value; whether a year is said is a matter of its own and not asked here."""
    unit = str(capacity["unit"]).lower().removesuffix("/yr")
    dimension, factor = UNITS.get(unit, (unit, 1.0))
    return dimension, round(float(capacity["value"]) * factor, 6)


def near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.01 * max(abs(one), abs(other))


def agree(slot: str, labelled: Any, read: Any) -> bool:
    """Whether two values of a slot say the same."""
    match slot:
        case "party" | "place":
            return same_name(labelled, read)
        case "role":
            return same_name(labelled[0], read[0]) and (labelled[1] == read[1] or {labelled[1], read[1]} <= HOLDING)
        case "capacity":
            return labelled[0] == read[0] and near(labelled[1], read[1])
        case "money":
            return near(labelled[0], read[0]) and (labelled[1] == read[1] or not (labelled[1] and read[1]))
        case "jobs":
            return near(float(labelled), float(read))
        case "date":
            return dates_agree(labelled, read)
        case "chemistry":
            return chemistry_name(labelled) == chemistry_name(read)
        case _:
            return str(labelled).lower() == str(read).lower()


def dates_agree(labelled: tuple[str, str], read: tuple[str, str]) -> bool:
    """The same date whatever it is said to date, or a coarser telling of it for the same thing."""
    (what, date), (other_what, other) = labelled, read
    return date == other or (what == other_what and (date.startswith(other) or other.startswith(date)))


def chemistry_name(name: str) -> str:
    plain = name.lower().replace(" ", "-")
    return SAME_CHEMISTRY.get(plain, plain)


def accepting(label: Told, read: Told) -> Told:
    """The label, with what it accepts instead ("alt") put in where that was read."""
    instead = label.get("alt") or {}
    taken = {}
    for slot in ("kind", "stage", "certainty", "product", "country"):
        accepted = instead.get(slot) or []
        value = read.get(slot) or ("confirmed" if slot == "certainty" else None)
        if value != label.get(slot) and value in (accepted if isinstance(accepted, list) else [accepted]):
            taken[slot] = value
    return {**label, **taken}


def likeness(label: Told, read: Told) -> float:
    """How sure it is that both are of one development; 0 if not sure enough."""
    label = accepting(label, read)
    if label.get("kind") != read.get("kind"):
        return 0.0
    labelled, found = facts(label), facts(read)
    weight = sum(
        IDENTIFYING[slot]
        for slot, value in labelled
        if slot in IDENTIFYING and any(other == slot and agree(slot, value, each) for other, each in found)
    )
    if not any(slot in NAMING for slot, _ in labelled):
        return max(weight, 1.0)  # a law or a market figure without names: kind and text are enough
    return weight if weight >= ENOUGH else 0.0


def pairs(labels: Sequence[Told], reads: Sequence[Told]) -> list[tuple[int, int]]:
    """Labels and readings of one development each, the likest first."""
    ranked = sorted(
        ((likeness(labels[i], reads[j]), i, j) for i, j in product(range(len(labels)), range(len(reads)))), reverse=True
    )
    chosen: list[tuple[int, int]] = []
    for weight, i, j in ranked:
        if weight > 0 and all(i != other and j != another for other, another in chosen):
            chosen.append((i, j))
    return chosen


def slot_tallies(label: Told, read: Told) -> Iterator[tuple[str, Tally]]:
    """Fact by fact; each read fact answers one labelled fact at most."""
    left = facts(read)
    for slot, value in facts(label):
        hit = next((each for each in left if each[0] == slot and agree(slot, value, each[1])), None)
        if hit is None:
            yield slot, Tally(missed=1)
        else:
            left.remove(hit)
            yield slot, Tally(hit=1)
    for slot, _ in left:
        yield slot, Tally(extra=1)


def score(texts: Iterable[tuple[Told, Sequence[Told]]]) -> Score:
    """Of labelled texts, each with what was read from it."""
    total = Score()
    for labelled, reads in texts:
        _add(total, labelled, list(reads))
    return total


def _add(total: Score, labelled: Told, reads: list[Told]) -> None:
    asked = [event for event in labelled.get("events", []) if not event.get("background")]
    spare = [event for event in labelled.get("events", []) if event.get("background")]
    spare += labelled.get("optional_events") or []
    total.relevance += _relevance(bool(labelled.get("relevant", True)), bool(reads), bool(asked))
    paired = pairs(asked, reads)
    for i, j in paired:
        _compare(total, accepting(asked[i], reads[j]), reads[j])
    for i in set(range(len(asked))) - {i for i, _ in paired}:
        _lose(total, asked[i], Tally(missed=1))
    left = [read for j, read in enumerate(reads) if j not in {j for _, j in paired}]
    forgiven = {j for _, j in pairs(spare, left)} | {j for j, read in enumerate(left) if read.get("background")}
    for j in set(range(len(left))) - forgiven:
        _lose(total, left[j], Tally(extra=1))


def _relevance(relevant: bool, found: bool, asked: bool) -> Tally:
    if relevant:
        return Tally(hit=1) if found else Tally(missed=int(asked))
    return Tally(extra=int(found))


def _compare(total: Score, label: Told, read: Told) -> None:
    total.paired += 1
    total.stage_right += label.get("stage") == read.get("stage")
    total.certainty_right += (label.get("certainty") or "confirmed") == (read.get("certainty") or "confirmed")
    total.count(total.kinds, str(label["kind"]), Tally(hit=1))
    for slot, tally in slot_tallies(label, read):
        total.count(total.slots, slot, tally)


def _lose(total: Score, told: Told, tally: Tally) -> None:
    total.count(total.kinds, str(told["kind"]), tally)
    for slot, _ in facts(told):
        total.count(total.slots, slot, tally)
