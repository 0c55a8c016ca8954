"""The record as data files: tables, a map's points, and a package that says what every field means."""

from cellwire.publish.export.entries import COMPANIES, DEALS, FACILITIES, RUMOURS, STORIES, CompanyTold
from cellwire.publish.export.forms import PUTS, Form, said_in
from cellwire.publish.export.package import TABLES, export_record
from cellwire.publish.export.table import Cell, Field, Table
from cellwire.publish.export.told import FACTS, PARTIES, TIMELINE

__all__ = [
    "COMPANIES",
    "DEALS",
    "FACILITIES",
    "FACTS",
    "PARTIES",
    "PUTS",
    "RUMOURS",
    "STORIES",
    "TABLES",
    "TIMELINE",
    "Cell",
    "CompanyTold",
    "Field",
    "Form",
    "Table",
    "export_record",
    "said_in",
]
