"""`cellwire read`: what texts say, with the words that say it; nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from cellwire.cli.asking import Asked, Meta, MinConfidence, Published, asked, captures
from cellwire.cli.laying import how_found, print_ragged
from cellwire.cli.printing import counted, out, progress, quoted, say_issues, say_plainly
from cellwire.model import (
    Capacity,
    Capture,
    Claim,
    Dated,
    Development,
    Document,
    Issue,
    Jobs,
    Money,
    Party,
    Place,
)

EXAMPLES = (
    "cellwire read article.html",
    "cellwire read roundup.txt --published 2022-12-17 --jsonl",
    "cellwire read articles/ --meta articles.jsonl --jsonl > developments.jsonl",
    "cellwire read letter.eml --text",
    "pbpaste | cellwire read - --explain",
)


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a development, for programs.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Print the text in which spans count characters.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say which words and which rule decided.")] = False,
    published: Published = None,
    meta: Meta = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Say what texts tell: each development with its values and the words they come from. Nothing is stored."""
    issues: list[Issue] = []
    opened = found = 0
    for capture, document, developments in _read(asked(paths, published=published, meta=meta), issues):
        opened += 1
        kept = [told for told in developments if told.confidence >= min_confidence]
        found += len(kept)
        if text:
            _print_text(document)
        elif jsonl:
            _print_jsonl(capture, document, kept, explain=explain)
        elif kept:
            _print_table(document, kept, explain=explain)
    if opened and not (found or text or jsonl):
        print(f"No development of the battery industry found in {counted(opened, 'document')}.")
    say_issues(issues)
    if not opened:
        say_plainly(f"cellwire: nothing could be read{'' if issues else ': no file is there'}")
        raise typer.Exit(1)


Read = tuple[Capture, Document, tuple[Development, ...]]


def _read(asked: Asked, issues: list[Issue]) -> Iterator[Read]:
    from cellwire.lexicon import load_lexicon
    from cellwire.pipeline import read_capture

    lexicon = load_lexicon()
    with progress() as advance:
        for capture in captures(asked):
            if isinstance(capture, Issue):
                issues.append(capture)
                continue
            held = read_capture(capture, lexicon)
            issues.extend(held.issues)
            for document in held.documents:
                yield capture, document, tuple(told for told in held.developments if told.document == document.id)
            advance("captures", 1)


def _print_text(document: Document) -> None:
    """The items of a roundup share one text, which is printed once."""
    if document.item is None:
        print(document.text)


def _print_jsonl(capture: Capture, document: Document, developments: list[Development], *, explain: bool) -> None:
    from cellwire.publish import contract_line

    for told in developments:
        line = contract_line(document, told, id=capture.told.id, explain=explain)
        print(json.dumps(line, ensure_ascii=False))


def _print_table(document: Document, developments: list[Development], *, explain: bool) -> None:
    console = out()
    day = document.published.isoformat() if document.published else "no date"
    console.print(Text(document.title or document.path or document.id, "bold"), Text(f"({day})", "dim"))
    if explain:
        console.print(Text(f"  {how_found(document)}", "dim"), soft_wrap=True)
    for told in developments:
        console.print(_heading(told), soft_wrap=True)
        print_ragged(console, _values(document, told, explain=explain), indent=4)
        if explain:
            console.print(Text(f"    because: {told.rule or 'no rule named'}", "dim"), *_trigger(document, told))
            console.print(
                Text(f"    confidence {told.confidence:.2f}, exactness {told.exactness:.2f}", "dim"),
                *_notes(told),
                sep="\n",
            )
        console.print()


def _heading(told: Development) -> Text:
    words = [f"{told.kind} · {told.stage}", str(told.certainty)]
    words += [str(told.modality)] if told.modality not in ("asserted", told.certainty) else []
    words += ["background"] if told.background else []
    words += ["from its words together"] if told.by_words else []
    return Text.assemble("  ", (words[0], "bold cyan"), "  ", ", ".join(words[1:]))


def _trigger(document: Document, told: Development) -> tuple[Text, ...]:
    return (Text(f"    words: “{document.quote(told.trigger)}”", "dim"),) if told.trigger else ()


def _notes(told: Development) -> tuple[Text, ...]:
    return tuple(Text(f"      {note}", "dim") for note in told.notes)


def _values(document: Document, told: Development, *, explain: bool) -> Table:
    """Slot, value, the words, and where they stand in what `--text` prints; the chance that it is this thing's own."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for width, style in ((20, ""), (30, "bold"), (44, "dim"), (17, "dim")):
        table.add_column(min_width=4, max_width=width, style=style, overflow="fold")
    for claim in told.claims():
        quote = " ".join(document.quote(claim.span).split())
        where = f"{claim.span.start}–{claim.span.end}"
        chance = f"  {told.chance_at(claim.span):.2f}" if explain else ""
        table.add_row(Text(_slot(claim)), Text(_value(claim)), Text(f"“{quote}”"), Text(where + chance))
    for answer in told.responses:
        where = f"{answer.span.start}–{answer.span.end}"
        quote = quoted(document.quote(answer.span), words=12)
        table.add_row(Text("answer"), Text(f"{answer.party.name}: {answer.modality}"), Text(quote), Text(where))
    return table


def _slot(claim: Claim) -> str:
    return claim.attribute.split(".")[-1].replace("_", " ")


def _value(claim: Claim) -> str:
    match claim.value:
        case Party(name=name):
            return name
        case Place(name=name, country=country):
            return f"{name}, {country}" if country and country != name else name
        case Capacity() | Money() | Jobs() | Dated() as amount:
            return amount.text
        case value:
            return str(value)
