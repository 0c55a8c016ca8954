"""What people and programs read: the week's brief, the public JSON, the record as data files."""

from cellwire.publish.brief import (
    BriefSettings,
    Edition,
    Sponsor,
    edition,
    failures,
    render_explained,
    render_html,
    render_json,
    render_markdown,
    render_text,
)
from cellwire.publish.cells import harmless, jsonable
from cellwire.publish.contract import contract_line
from cellwire.publish.desk import create_app, create_assistant
from cellwire.publish.export import TABLES, export_record
from cellwire.publish.export import Form as ExportForm
from cellwire.publish.view import Decided, Decision, DeskSettings, Library, QuestionTold, SideTold, SourceTold

__all__ = [
    "TABLES",
    "BriefSettings",
    "Decided",
    "Decision",
    "DeskSettings",
    "Edition",
    "ExportForm",
    "Library",
    "QuestionTold",
    "SideTold",
    "SourceTold",
    "Sponsor",
    "contract_line",
    "create_app",
    "create_assistant",
    "edition",
    "export_record",
    "failures",
    "harmless",
    "jsonable",
    "render_explained",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
]
