"""The forms of an edition: one HTML file, Markdown, a summary for the terminal, JSON."""

from cellwire.publish.brief.render.data import render_json
from cellwire.publish.brief.render.html import render_html
from cellwire.publish.brief.render.markdown import render_markdown
from cellwire.publish.brief.render.text import render_explained, render_text

__all__ = ["render_explained", "render_html", "render_json", "render_markdown", "render_text"]
