"""The forms of an edition: one HTML file, Markdown, mail, PDF, JSON, a summary for the terminal."""

from cellwire.publish.brief.render.data import render_json
from cellwire.publish.brief.render.html import render_html, style, template
from cellwire.publish.brief.render.mail import render_mail
from cellwire.publish.brief.render.markdown import render_markdown
from cellwire.publish.brief.render.marks import days, heading_of_headlines, marked, numbers_of, told_where
from cellwire.publish.brief.render.pdf import render_pdf
from cellwire.publish.brief.render.text import render_explained, render_text

__all__ = [
    "days",
    "heading_of_headlines",
    "marked",
    "numbers_of",
    "render_explained",
    "render_html",
    "render_json",
    "render_mail",
    "render_markdown",
    "render_pdf",
    "render_text",
    "style",
    "template",
    "told_where",
]
