"""The page as PDF, by its print style; links and footnotes stay links."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from cellwire.errors import BadOption
from cellwire.publish.brief.edition import Edition
from cellwire.publish.brief.render.html import render_html

_DATED = "SOURCE_DATE_EPOCH"


def render_pdf(edition: Edition) -> bytes:
    """Needs the extra `pdf`; the same edition gives the same bytes."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as problem:  # OSError: the library is there, Pango is not
        way = "pip install '.[pdf]'; it needs Pango (Debian: libpango-1.0-0, libpangoft2-1.0-0)"
        raise BadOption("--format pdf", "needs WeasyPrint", way) from problem
    with _dated(edition.last):
        told = HTML(string=render_html(edition), url_fetcher=_nothing).write_pdf(pdf_identifier=b"cellwire")
    assert isinstance(told, bytes)
    return told


@contextmanager
def _dated(day: date) -> Iterator[None]:
    """Fonts cut to the letters in use are dated by this variable (reproducible-builds.org), else by the clock."""
    before = os.environ.get(_DATED)
    os.environ[_DATED] = str(int(datetime.combine(day, time(), UTC).timestamp()))
    try:
        yield
    finally:
        del os.environ[_DATED]
        if before is not None:
            os.environ[_DATED] = before


def _nothing(url: str) -> dict[str, str]:
    """The page needs nothing from elsewhere, and stored text must not make it fetch."""
    raise ValueError(f"not fetched: {url}")
