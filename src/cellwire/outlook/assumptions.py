"""What the outlook assumes: numbers with their bands, sources and marks, from a data file and from one's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cellwire.errors import BadAssumption
from cellwire.model import Status
from cellwire.outlook.bands import Band, exactly

MARKS = {
    "V": "read in the source itself",
    "D": "derived from such figures",
    "S": "quoted by a secondary page",
    "A": "an opinion, to be replaced by a back-test",
    "own": "yours",
}
_UNITS = {
    "firmness": "share",
    "start": "years",
    "ramp": "months",
    "output": "share",
    "yields": "share",
    "solvent": "share",
}
_NEVER_NOTHING = ("yields", "ramp")  # something is divided by these
_DEFAULTS = "assumptions.toml"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number the record does not tell. `name` is its path in the data file."""

    name: str
    band: Band
    unit: str
    mark: str
    source: str


@dataclass(frozen=True, slots=True)
class Material:
    """`of` is another material of which it is a share, `times` what else that is multiplied by."""

    id: str
    name: str
    unit: str
    through: str | None
    of: str | None
    times: str | None
    per: Mapping[str, Band]  # by recipe, by chemistry, or "any"


@dataclass(frozen=True, slots=True, eq=False)
class Assumptions:
    """The data file as the outlook asks it; `listed` is every number of it for those who want to see them."""

    listed: tuple[Assumption, ...]
    bands: Mapping[str, Band]
    materials: Mapping[str, Material]
    chemistries: Mapping[str, tuple[str, ...]]
    grades: Mapping[str, Mapping[str, str]]

    def firmness(self, status: Status) -> float:
        return self.bands[f"firmness.{status}"].middle

    def years_to_start(self, country: str | None) -> int:
        return round(self.bands.get(f"start.{country}", self.bands["start.elsewhere"]).middle)

    @property
    def ramp_years(self) -> float:
        return self.bands["ramp.months"].middle / 12

    def yield_of(self, name: str) -> Band:
        return self.bands[f"yields.{name}"]


def load_assumptions(own: str = "", *, name: str = "", recovery: float | None = None) -> Assumptions:
    """The data file, with what the text of a file of one's own (`name`) says otherwise and a recovery of one's own."""
    told = tomllib.loads(files("cellwire.outlook").joinpath(_DEFAULTS).read_text("utf-8"))
    for group, numbers in _parsed(own, name).items():
        _put(told, group, numbers, name)
    if recovery is not None:
        told["solvent"]["recovery"] = {"value": recovery, "mark": "own", "source": "--recovery"}
    listed = tuple(_listed(told, name or _DEFAULTS))
    bands = {assumption.name: assumption.band for assumption in listed}
    return Assumptions(
        listed=listed,
        bands=bands,
        materials={id: _material(id, material, bands) for id, material in told["materials"].items()},
        chemistries={chemistry: tuple(recipes) for chemistry, recipes in told["chemistries"].items()},
        grades=told["grades"],
    )


def _parsed(own: str, name: str) -> dict[str, Any]:
    try:
        told = tomllib.loads(own)
    except tomllib.TOMLDecodeError as problem:
        raise BadAssumption(
            name, f"is no TOML: {problem}", "write it as `cellwire outlook --explain` names it"
        ) from None
    for group, numbers in told.items():
        if not isinstance(numbers, dict):
            raise BadAssumption(f"{name}: {group}", "belongs to no group", "write [firmness] above announced = 0.3")
    return told


def _put(told: dict[str, Any], group: str, numbers: Mapping[str, Any], name: str) -> None:
    """One's own numbers in place of those of the same name; a name that nothing asks for is a slip of the pen."""
    match group:
        case "chemistries":
            for chemistry, recipes in numbers.items():
                if not isinstance(recipes, list) or not all(isinstance(recipe, str) for recipe in recipes):
                    raise BadAssumption(f"{name}: {group}.{chemistry}", "is no list of recipes", 'write ["NMC811"]')
            told[group] |= numbers
        case "materials":
            for id, per in numbers.items():
                _known(id, [id for id in told[group] if "per" in told[group][id]], f"{name}: {group}", per)
                told[group][id]["per"] |= {recipe: _own(value, name) for recipe, value in per.items()}
        case _:
            _known(group, [*_UNITS, "materials", "chemistries"], name, numbers)
            for key, value in numbers.items():
                if group != "start":  # any country can have a span of its own
                    _known(key, list(told[group]), f"{name}: {group}", {})
                told[group][key] = _own(value, name)


def _known(key: str, known: list[str], where: str, numbers: object) -> None:
    if key not in known:
        raise BadAssumption(f"{where}: {key}", "is no assumption", f"known: {', '.join(known)}")
    if not isinstance(numbers, dict):
        raise BadAssumption(f"{where}: {key}", "is a group of numbers", "write its name in brackets above them")


def _own(value: Any, name: str) -> dict[str, Any]:
    numbers = value if isinstance(value, dict) else {"value": value}
    return {"source": name, **numbers, "mark": "own"}


def _listed(told: Mapping[str, Any], name: str) -> Iterator[Assumption]:
    """Every number, in the order of the file."""
    for group, unit in _UNITS.items():
        for key, value in told[group].items():
            yield _assumption(f"{group}.{key}", value, unit, name)
    for id, material in told["materials"].items():
        unit = f"of {material['of']}" if "of" in material else f"{material.get('unit', 't')}/GWh"
        for recipe, value in material.get("per", {}).items():
            yield _assumption(f"materials.{id}.{recipe}", value, unit, name)


def _assumption(id: str, told: Mapping[str, Any], unit: str, name: str) -> Assumption:
    low, high = told.get("low", told.get("value")), told.get("high", told.get("value"))
    try:
        band = Band(float(low), float(told.get("middle", (low + high) / 2)), float(high))
    except (TypeError, ValueError):
        band = Band(0.0, -1.0, 0.0)
    thing = f"{name}: {id}"
    if not 0 <= band.low <= band.middle <= band.high < float("inf"):
        raise BadAssumption(thing, "is no number and no band", "write 0.5, or { low = 0.4, high = 0.6 }")
    if unit == "share" and band.high > 1:
        raise BadAssumption(thing, f"is a share, and {band.high:g} is more than all", "write 0.85 for 85 %")
    if id.startswith(_NEVER_NOTHING) and band.low == 0:
        raise BadAssumption(thing, "cannot be nothing", "something is divided by it")
    return Assumption(id, band, unit, told["mark"], str(told["source"]))


def _material(id: str, told: Mapping[str, Any], bands: Mapping[str, Band]) -> Material:
    per = {recipe: bands[f"materials.{id}.{recipe}"] for recipe in told.get("per", {})}
    return Material(
        id=id,
        name=told["name"],
        unit=told.get("unit", "t"),
        through=told.get("through"),
        of=told.get("of"),
        times=told.get("times"),
        per=per or {"any": exactly(1.0)},
    )
