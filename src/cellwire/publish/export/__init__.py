"""The record as data files: tables, a map's points, and a package that says what every field means."""

from cellwire.publish.export.entries import COMPANIES, DEALS, FACILITIES, RUMOURS, STORIES, CompanyTold
from cellwire.publish.export.forms import PUTS, Form, said_in
from cellwire.publish.export.package import MEDIA, TABLES, export_record
from cellwire.publish.export.table import Cell, Table

__all__ = [
    "COMPANIES",
    "DEALS",
    "FACILITIES",
    "MEDIA",
    "PUTS",
    "RUMOURS",
    "STORIES",
    "TABLES",
    "Cell",
    "CompanyTold",
    "Form",
    "Table",
    "export_record",
    "said_in",
]
