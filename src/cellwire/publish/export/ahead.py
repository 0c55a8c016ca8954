"""The outlook's table, a row a part of a plant that starts at one time: which cell capacity comes when, how firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cellwire.lexicon import load_lexicon
from cellwire.model import Known, Record, Story
from cellwire.outlook import Tranche, load_assumptions, look_ahead
from cellwire.publish.export.table import Field, Table


@dataclass(frozen=True, slots=True)
class TrancheTold:
    """A tranche and the day of its plant's latest news."""

    tranche: Tranche
    told: date


def _tranches(record: Record, _: Sequence[Story]) -> Iterator[TrancheTold]:
    """Seen from the record's day, else from the last on which anything was told, as `cellwire outlook` does."""
    told = {plant.id: plant.last_told for plant in record.facilities}
    if not told:
        return
    day = record.as_of.date() if record.as_of else max(told.values())
    known = Known(load_lexicon().organisations)
    for tranche in look_ahead(record.facilities, load_assumptions(), day=day, known=known).tranches:
        yield TrancheTold(tranche, told[tranche.id])


OUTLOOK: Table[TrancheTold] = Table(
    "outlook",
    "A part of a plant that makes cells and starts at one time a row: what `cellwire outlook` adds up.",
    ("facility", "part"),
    _tranches,
    lambda row: row.told,
    (
        Field("facility", "string", "the plant's id", lambda row: row.tranche.id),
        Field("name", "string", "the plant's name", lambda row: row.tranche.name),
        Field("part", "string", "first phase, up to the whole, …; all", lambda row: row.tranche.part or "all"),
        Field("phase", "string", "the phase's id, where it is one", lambda row: row.tranche.phase),
        Field("country", "string", "ISO 3166-1 alpha-2, or not told", lambda row: row.tranche.country),
        Field("company", "string", "the owners' groups; several are partners", lambda row: row.tranche.company),
        Field("chemistry", "string", "as told, or not told", lambda row: row.tranche.chemistry),
        Field("status", "string", "status by the rules of the record", lambda row: row.tranche.status),
        Field("gwh_low", "number", "GWh a year, the low end", lambda row: row.tranche.gwh.low),
        Field("gwh", "number", "GWh a year, chosen", lambda row: row.tranche.gwh.middle),
        Field("gwh_high", "number", "GWh a year, the high end", lambda row: row.tranche.gwh.high),
        Field("firmness", "number", "the share counted as coming, an opinion", lambda row: row.tranche.firmness),
        Field("start", "integer", "the year it is counted in", lambda row: row.tranche.start.year),
        Field("start_first", "date", "the first day it can be", lambda row: row.tranche.start.first),
        Field("start_last", "date", "the last day it can be", lambda row: row.tranche.start.last),
        Field("start_told", "boolean", "a source dates the start itself", lambda row: row.tranche.start.told),
        Field("start_because", "string", "the rule that dates it otherwise", lambda row: row.tranche.start.because),
        Field("notes", "string", "up to, disputed, may be another plant, …", lambda row: ", ".join(row.tranche.notes)),
    ),
)
