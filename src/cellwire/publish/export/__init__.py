"""The record as data files: tables, a map's points, and a package that says what every field means."""

from cellwire.publish.export.forms import Form
from cellwire.publish.export.package import TABLES, export_record

__all__ = ["TABLES", "Form", "export_record"]
