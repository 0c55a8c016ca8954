"""A tracker's rows as documents, and what each of them claims; a cell that cannot be read is an issue."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from cellwire.errors import BadOption, FileUnreadable
from cellwire.lexicon import Lexicon
from cellwire.model import (
    LISTED,
    Block,
    BlockKind,
    Capture,
    Certainty,
    Development,
    Document,
    Form,
    Found,
    Issue,
    Kind,
    Modality,
    Span,
    Told,
)
from cellwire.trackers.cells import Cells, Unread
from cellwire.trackers.columns import SLOTS, Columns, read_columns

MEDIA_TYPE = "text/csv"
_HEADER = "cellwire-columns"  # the mapping travels with the capture, so that it can be read again


def capture_tracker(content: bytes, written: str, *, path: str, mapping: str, moment: datetime) -> Capture:
    """The file with the meaning of its columns; refuses a mapping that names columns it does not have."""
    columns = read_columns(written, mapping)
    table = _table(content, path)
    if len(table) < 2:
        raise FileUnreadable(path, "has no rows", "give a CSV file whose first line names the columns")
    missing = sorted({column for named in columns.columns.values() for column in named} - set(table[0]))
    if missing:
        raise BadOption(
            mapping, f"names columns that {path} lacks: {', '.join(missing)}", f"has: {', '.join(table[0])}"
        )
    key = f"{columns.name} {sha256(written.encode()).hexdigest()[:8]}"
    told = Told(id=key, published=columns.published, outlet=columns.name)
    return Capture("tracker", None, path, moment, MEDIA_TYPE, content, told, headers=((_HEADER, written),))


def _table(content: bytes, path: str) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
        dialect = csv.Sniffer().sniff(text[:4096], delimiters=",;\t")
    except UnicodeDecodeError as problem:
        raise FileUnreadable(path, f"is not UTF-8 ({problem})", "save it as UTF-8") from problem
    except csv.Error:
        dialect = csv.excel
    try:
        return [row for row in csv.reader(io.StringIO(text), dialect) if any(cell.strip() for cell in row)]
    except csv.Error as problem:
        raise FileUnreadable(path, f"is no CSV file ({problem})", "see whether its quotation marks close") from problem


@dataclass(frozen=True, slots=True)
class Tracked:
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]
    issues: tuple[Issue, ...]


def read_tracker(capture: Capture, lexicon: Lexicon) -> Tracked:
    """One document and one development a row; rows without a company that can be named claim nothing."""
    columns = read_columns(dict(capture.headers)[_HEADER], capture.path or capture.id)
    header, *rows = _table(capture.content, capture.path or capture.id)
    documents, developments, issues = [], [], []
    for number, row in enumerate(rows, 1):
        record = dict(zip(header, row, strict=False))
        text, spans = _laid_out(record, columns)
        document = _document(capture, columns, number, text)
        cells = Cells(text, spans, columns, lexicon)
        development = _development(document, cells)
        issues += [Issue(f"{capture.path} row {number}", problem, "trackers") for problem in _problems(cells)]
        documents.append(document)
        if development:
            developments.append(development)
        else:
            issues.append(Issue(f"{capture.path} row {number}", "names no company, or no place", "trackers"))
    return Tracked(tuple(documents), tuple(developments), tuple(issues))


def _laid_out(record: dict[str, str], columns: Columns) -> tuple[str, dict[str, list[Span]]]:
    """The row as text, "column: cell" a line, and where each slot's cells stand in it."""
    slot_of = {column: slot for slot in SLOTS for column in columns.columns.get(slot, ())}
    lines: list[str] = []
    spans: dict[str, list[Span]] = {}
    place = 0
    for column, cell in record.items():
        words = " ".join(cell.split())
        if not words:
            continue
        line = f"{column}: {words}"
        if column in slot_of:
            spans.setdefault(slot_of[column], []).append(Span(place + len(line) - len(words), place + len(line)))
        lines.append(line)
        place += len(line) + 1
    return "\n".join(lines), spans


def _document(capture: Capture, columns: Columns, number: int, text: str) -> Document:
    return Document(
        id="doc_" + sha256(f"{capture.id}\nrow\n{number}".encode()).hexdigest()[:16],
        capture=capture.id,
        form=Form.ROW,
        text=text,
        extent=Span(0, len(text)),
        blocks=(Block(BlockKind.TABLE_ROW, Span(0, len(text))),),
        title=f"{columns.name}, row {number}",
        item=number,
        url=columns.url,
        path=capture.path,
        outlet=columns.name,
        published=columns.published,
        captured=capture.moment,
        found=Found(title="told", outlet="told", published="told" if columns.published else None),
    )


def _development(document: Document, cells: Cells) -> Development | None:
    parties, place, country = cells.parties(), cells.place(), cells.country()
    if not parties or not (place or country):
        return None
    stage = cells.stage()
    told = [document.id, stage, *(party.id for party in parties)]
    return Development(
        id="dev_" + sha256("\n".join(told).encode()).hexdigest()[:16],
        document=document.id,
        kind=Kind.FACILITY,
        stage=stage,
        certainty=Certainty.REPORTED if stage == "considered" else Certainty.CONFIRMED,
        modality=Modality.REPORTED if stage == "considered" else Modality.ASSERTED,
        background=True,  # a list says how things stand, and is no news of the day
        evidence=document.extent,
        quote=document.text,
        parties=parties,
        place=place,
        country=country,
        country_span=cells.span("country"),
        product=cells.product(),
        capacity=cells.capacity(),
        money=cells.money(),
        jobs=cells.jobs(),
        dates=cells.dates(),
        rule=LISTED,
        notes=tuple(f"plant {number}" for number in [cells.plant_number()] if number),
    )


def _problems(cells: Cells) -> Iterator[str]:
    for slot in ("capacity", "money", "jobs", "start", "status"):
        unread = cells.unread(slot)
        if isinstance(unread, Unread):
            yield f"{slot} “{unread.words}” is not read"
