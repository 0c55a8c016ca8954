"""One self-contained page: style inside, no script, nothing fetched; reads on a phone, on a desk and on paper."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from cellwire.publish.brief.edition import Edition
from cellwire.publish.brief.render.marks import carried, day, days, marked, marked_part, numbers_of

_TEMPLATES = ("cellwire.publish.brief.render", "templates")
SHOWN_LEFT_OUT = 40


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader(*_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")


def render_html(edition: Edition) -> str:
    """The edition's page; whatever stands in titles, quotes and names is text to it, never markup."""
    numbers = numbers_of(edition)
    style = (files("cellwire.publish.brief.render") / "templates" / "brief.css").read_text("utf-8")
    return _template().render(
        edition=edition,
        notes=list(numbers),
        marked=lambda sentence: marked(sentence, numbers),
        marked_part=lambda part: marked_part(part, numbers),
        numbers=numbers,
        day=day,
        days=days(edition.first, edition.last),
        carried=carried,
        shown_left_out=SHOWN_LEFT_OUT,
        style=Markup(style),  # our own file, and the only text that is not escaped
    )
