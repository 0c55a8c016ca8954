"""The record looked up and laid out: opened, found by id or name, as rows and as one entry."""

from cellwire.cli.laying.ahead import (
    ASSUMPTION_COLUMNS,
    LEFT_OUT_COLUMNS,
    NEED_COLUMNS,
    TRANCHE_COLUMNS,
    matrix,
    sum_columns,
)
from cellwire.cli.laying.columns import COMPANY_COLUMNS, DEAL_COLUMNS, FACILITY_COLUMNS, RUMOUR_COLUMNS, STORY_COLUMNS
from cellwire.cli.laying.entries import (
    how_found,
    linked,
    print_also,
    print_entry,
    print_tellings,
    print_versions,
)
from cellwire.cli.laying.standing import (
    also_told_of,
    entries_by_id,
    entries_named,
    entries_of,
    merged_into,
    named,
    rejected,
    state_of,
    tellings_of,
    tells_of,
    versions_told,
)
from cellwire.cli.laying.tables import Column, print_ragged, print_rows

__all__ = [
    "ASSUMPTION_COLUMNS",
    "COMPANY_COLUMNS",
    "DEAL_COLUMNS",
    "FACILITY_COLUMNS",
    "LEFT_OUT_COLUMNS",
    "NEED_COLUMNS",
    "RUMOUR_COLUMNS",
    "STORY_COLUMNS",
    "TRANCHE_COLUMNS",
    "Column",
    "also_told_of",
    "entries_by_id",
    "entries_named",
    "entries_of",
    "how_found",
    "linked",
    "matrix",
    "merged_into",
    "named",
    "print_also",
    "print_entry",
    "print_ragged",
    "print_rows",
    "print_tellings",
    "print_versions",
    "rejected",
    "state_of",
    "sum_columns",
    "tellings_of",
    "tells_of",
    "versions_told",
]
