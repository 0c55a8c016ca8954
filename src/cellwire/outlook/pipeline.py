"""The capacity pipeline: tranches added up by year, country, company, chemistry or plant, announced beside weighted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from cellwire.model import Status
from cellwire.outlook.ahead import Tranche
from cellwire.outlook.bands import Band, total


class By(StrEnum):
    YEAR = "year"
    COUNTRY = "country"
    COMPANY = "company"
    CHEMISTRY = "chemistry"
    PLANT = "plant"


KEYS: dict[By, Callable[[Tranche], str]] = {
    By.YEAR: lambda tranche: str(tranche.start.year),
    By.COUNTRY: lambda tranche: tranche.country,
    By.COMPANY: lambda tranche: tranche.company,
    By.CHEMISTRY: lambda tranche: tranche.chemistry,
    By.PLANT: lambda tranche: tranche.id,
}
_BUILDING = (Status.CONSTRUCTION, Status.COMMISSIONING)
_PLANNED = (Status.ANNOUNCED, Status.PERMITTED)


@dataclass(frozen=True, slots=True)
class Sum:
    """GWh a year of what has one key; `announced` is all of it at face value, `weighted` by how firm it is."""

    key: str
    plants: int
    operating: Band
    building: Band
    planned: Band
    rumoured: Band
    announced: Band
    weighted: Band
    by_rule: Band  # of `announced`: what no source dates


def pipeline_by(tranches: Iterable[Tranche], by: By) -> list[Sum]:
    """Years in their order, anything else by weight."""
    found: dict[str, list[Tranche]] = {}
    for tranche in tranches:
        found.setdefault(KEYS[by](tranche), []).append(tranche)
    sums = [add_up(key, group) for key, group in sorted(found.items())]
    return sums if by is By.YEAR else sorted(sums, key=lambda each: -each.weighted.middle)


def add_up(key: str, tranches: Iterable[Tranche]) -> Sum:
    tranches = list(tranches)

    def of(*statuses: Status) -> Band:
        return total(tranche.gwh for tranche in tranches if tranche.status in statuses)

    return Sum(
        key=key,
        plants=len({tranche.id for tranche in tranches}),
        operating=of(Status.OPERATING),
        building=of(*_BUILDING),
        planned=of(*_PLANNED),
        rumoured=of(Status.RUMOURED),
        announced=total(tranche.gwh for tranche in tranches),
        weighted=total(tranche.weighted for tranche in tranches),
        by_rule=total(tranche.gwh for tranche in tranches if not tranche.start.told),
    )
