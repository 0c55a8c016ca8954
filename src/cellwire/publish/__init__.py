"""What people read: the week's brief in several forms."""

from cellwire.publish.brief import (
    BriefSettings,
    Edition,
    Sponsor,
    edition,
    failures,
    render_html,
    render_json,
    render_markdown,
    render_text,
)
from cellwire.publish.contract import contract_line

__all__ = [
    "BriefSettings",
    "Edition",
    "Sponsor",
    "contract_line",
    "edition",
    "failures",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
]
