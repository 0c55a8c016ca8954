"""The week's brief: composed from claims, checked against its own footnotes, rendered in several forms."""

from cellwire.publish.brief.check import failures, fit_to_publish
from cellwire.publish.brief.composing import edition_of, with_changes, with_health
from cellwire.publish.brief.edition import UNNAMED, Edition, Sponsor, field_in_words, status_in_words, without_dash
from cellwire.publish.brief.keeping import (
    Edits,
    corrected,
    edited,
    feed_of_editions,
    kept_editions,
    read_edits,
    read_published,
    render_archive,
)
from cellwire.publish.brief.render import (
    heading_of_headlines,
    marked,
    numbers_of,
    render_explained,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_pdf,
    render_text,
    told_where,
)
from cellwire.publish.brief.sifting import BriefSettings

__all__ = [
    "UNNAMED",
    "BriefSettings",
    "Edition",
    "Edits",
    "Sponsor",
    "corrected",
    "edited",
    "edition_of",
    "failures",
    "feed_of_editions",
    "field_in_words",
    "fit_to_publish",
    "heading_of_headlines",
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
    "status_in_words",
    "told_where",
    "with_changes",
    "with_health",
    "without_dash",
]
