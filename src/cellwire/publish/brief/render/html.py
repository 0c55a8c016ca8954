"""One self-contained page: style inside, no script, nothing fetched; reads on a phone, on a desk and on paper."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from cellwire.publish.brief.drawing import as_svg, chart_of, map_of
from cellwire.publish.brief.edition import Edition
from cellwire.publish.brief.render.marks import (
    days,
    dropped,
    heading_of_headlines,
    mark_in_words,
    marked,
    marked_part,
    numbers_of,
    printed_by,
    quoted,
    read_on,
    shown,
    source,
    told_by,
    told_where,
    uncounted,
    untold,
    unused,
    used,
)
from cellwire.publish.brief.wording import day
from cellwire.publish.taming import tame

_TEMPLATES = ("cellwire.publish.brief.render", "templates")


@cache
def template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader(*_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def _finalized(value: object) -> object:
    """Whatever was stored: no control character, nothing that turns the writing of its neighbours round."""
    return tame(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def render_html(edition: Edition) -> str:
    """The edition's page; whatever stands in titles, quotes and names is text to it, never markup."""
    numbers = numbers_of(edition)
    return template("brief.html.j2").render(
        edition=edition,
        notes=list(numbers),
        marked=lambda sentence: marked(sentence, numbers),
        marked_part=lambda part: marked_part(part, numbers),
        numbers=numbers,
        day=day,
        days=days(edition.first, edition.last),
        source=lambda note: source(note, edition.last.year),
        read_on=read_on,
        printed_by=lambda telling: printed_by(telling, edition.last.year),
        told_by=lambda telling: told_by(telling, edition.last.year),
        mark_in_words=mark_in_words,
        quoted=quoted,
        shown=shown,
        told_where=told_where,
        heading_of_headlines=heading_of_headlines,
        dropped=dropped(edition),
        untold=untold(edition),
        uncounted=uncounted(edition).replace("`", ""),
        used=used(edition),
        unused=unused(edition),
        style=style(),
        pictures={"map": map_of(edition.spots), "chart": chart_of(edition.bars)},
        svg=as_svg,
    )


@cache
def style() -> Markup:
    """Our own file, and beside the pictures' shapes the only text that is not escaped."""
    return Markup((files("cellwire.publish.brief.render") / "templates" / "brief.css").read_text("utf-8"))
