"""The week's brief: composed from claims, checked against its own footnotes, rendered in several forms."""

from cellwire.publish.brief.ailing import with_health
from cellwire.publish.brief.archive import feed_of_editions, kept_editions, render_archive
from cellwire.publish.brief.changes import with_changes
from cellwire.publish.brief.check import failures
from cellwire.publish.brief.composing import edition, edition_of
from cellwire.publish.brief.editing import Edits, edited, read_edits
from cellwire.publish.brief.edition import Edition, Sponsor
from cellwire.publish.brief.published import corrected, read_published
from cellwire.publish.brief.quoting import safe_url
from cellwire.publish.brief.render import (
    render_explained,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_pdf,
    render_text,
)
from cellwire.publish.brief.render.marks import marked, numbers_of
from cellwire.publish.brief.settings import BriefSettings

__all__ = [
    "BriefSettings",
    "Edition",
    "Edits",
    "Sponsor",
    "corrected",
    "edited",
    "edition",
    "edition_of",
    "failures",
    "feed_of_editions",
    "kept_editions",
    "marked",
    "numbers_of",
    "read_edits",
    "read_published",
    "render_archive",
    "render_explained",
    "render_html",
    "render_json",
    "render_mail",
    "render_markdown",
    "render_pdf",
    "render_text",
    "safe_url",
    "with_changes",
    "with_health",
]
