"""The week's brief: composed from claims, checked against its own footnotes, rendered in several forms."""

from cellwire.publish.brief.check import failures
from cellwire.publish.brief.composing import edition
from cellwire.publish.brief.edition import Edition, Sponsor
from cellwire.publish.brief.render import render_explained, render_html, render_json, render_markdown, render_text
from cellwire.publish.brief.settings import BriefSettings

__all__ = [
    "BriefSettings",
    "Edition",
    "Sponsor",
    "edition",
    "failures",
    "render_explained",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
]
