"""Tables of figures told from tables that lay a page out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.layout import Draft
from cellwire.model import BlockKind

_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
_LAYS_OUT = ("table", "p", "h1", "h2", "h3", "ul", "div", "img", "form")


def holds_data(table: HtmlElement) -> bool:
    """A table of figures has several rows of two or more short cells; one that lays a page out has not."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if any(True for cell in cells for _ in cell.iterdescendants(*_LAYS_OUT)):
        return False
    wide = sum(len(row) >= 2 for row in rows)
    short = all(len("".join(cell.itertext())) <= 160 for cell in cells)
    return len(rows) >= 2 and wide * 2 > len(rows) and short


def see_through(tree: HtmlElement) -> None:
    """Makes plain divisions of the tables that only lay a page out, so that the main text in them is found."""
    for table in [table for table in tree.iter("table") if not holds_data(table)]:
        for part in _own_parts(table):
            part.tag = "div"


def _own_parts(table: HtmlElement) -> list[_Element]:
    """A table's rows and cells, without those of tables within it."""
    parts: list[_Element] = [table]
    for part in parts:
        parts += [child for child in part if child.tag in _PARTS[1:]]
    return parts


def table_rows(table: _Element, row_tag: str, cell_tags: tuple[str, ...]) -> Iterator[Draft]:
    """A row is its cells with bars between them."""
    for row in table.iter(row_tag):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter(*cell_tags)]
        if any(cells):
            yield Draft(BlockKind.TABLE_ROW, " | ".join(cells))
