"""`cellwire judge` and `cellwire review`: what people decide, and what there is to decide."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.text import Text

from cellwire.cli.asking import DEFAULT_DATABASE, Database
from cellwire.cli.printing import field_words, out, quoted
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Citation, Judgement, Question, Verdict, taken_back

JUDGE_EXAMPLES = (
    'cellwire judge same fac_1 fac_2 --why "the park lies in the town" --author ann',
    'cellwire judge different fac_1 fac_2 --why "two sites on the map" --author ann',
    'cellwire judge accept fac_1 capacity.new "16 GWh/yr" --why "its annual report" --author ann',
    'cellwire judge reject dev_1 --why "an April joke" --author ann',
    'cellwire judge correct fac_1 production_start 2026-Q1 --why "asked the company" --author ann',
    'cellwire judge undo jdg_1 --why "took the wrong id" --author ann',
)
REVIEW_EXAMPLES = (
    "cellwire review",
    "cellwire review --limit 5",
    "cellwire review --settled",
    "cellwire review --json",
)


def judge(
    verdict: Annotated[Verdict, typer.Argument(metavar="VERDICT", help=f"One of: {', '.join(Verdict)}.")],
    words: Annotated[
        list[str], typer.Argument(metavar="ID", help="An id, two ids, or an id with a field and its value.")
    ],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, in words for others.")],
    author: Annotated[str, typer.Option("--author", envvar="CELLWIRE_AUTHOR", metavar="NAME", help="Who says so.")],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Say what the rules cannot know: same, different, accept, reject, correct; undo takes one back."""
    from cellwire.db import open_store
    from cellwire.pipeline import Said
    from cellwire.pipeline import judge as decide

    for option, given in (("--why", why), ("--author", author)):
        if not given.strip():
            raise BadOption(option, "is empty", "a judgement has a reason and an author")
    said = Said(verdict, tuple(words), author.strip(), why.strip())
    with open_store(db) as store:
        if not store.exists:
            raise NothingFound(db, "no such database", "import something first: cellwire import news/")
        (judgement,) = decide(store, [said], now=datetime.now(UTC))
    print(f"{judgement.id}: {judgement.text}")
    print(f"take it back with: cellwire judge undo {judgement.id} --why … --author …")


def review(
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="NUMBER", help="So many questions.")] = 10,
    settled: Annotated[bool, typer.Option("--settled", help="What was judged, newest first.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List what the record leaves open, by how much an answer changes, with both sides' words and how to answer."""
    from cellwire.db import load_judgements, open_store
    from cellwire.pipeline import questions
    from cellwire.publish import jsonable

    with open_store(db) as store:
        judgements = load_judgements(store)
        asked = questions(store)
    if json_:
        judged = [{"id": each.id, **jsonable(each)} for each in judgements[::-1]]
        for line in judged if settled else [jsonable(each) for each in asked[:limit]]:
            print(json.dumps(line, ensure_ascii=False))
    elif settled:
        _print_judgements(judgements[::-1])
    else:
        _print_questions(asked, limit)


def _print_judgements(judgements: Iterable[Judgement]) -> None:
    judgements = list(judgements)
    undone = taken_back(judgements)
    if not judgements:
        print("Nothing was judged yet.")
    for judgement in judgements:
        back = f"  [taken back: {undone[judgement.id].id}]" if judgement.id in undone else ""
        print(f"{judgement.id}  {judgement.moment:%Y-%m-%d}  {judgement.text}{back}")


def _print_questions(asked: Iterable[Question], limit: int) -> None:
    questions = list(asked)
    if not questions:
        print("Nothing is open.")
    for number, question in enumerate(questions[:limit], 1):
        out().print(
            Text.assemble(
                f"{number}. ",
                (field_words(question.asks), "bold"),
                f"  {question.about}",
                (_weight(question.weight), "dim"),
            ),
            soft_wrap=True,
        )
        for side in question.sides:
            out().print(Text.assemble("   ", (side.says, "cyan")), soft_wrap=True)
            for citation in side.citations[:2]:
                out().print(Text(f"      {_said(citation)}", "dim"), soft_wrap=True)
            command = shlex.join(["cellwire", "judge", *side.command])
            out().print(Text(f"      {command} --why … --author …"), soft_wrap=True)
        print()
    if len(questions) > limit:
        print(f"… and {len(questions) - limit} more: cellwire review --limit {len(questions)}")


def _weight(weight: float) -> str:
    return f"  (at stake: {round(weight, 1):,g} GWh/yr)"


def _said(citation: Citation) -> str:
    return f"{quoted(citation.quote, words=25)} {citation.by}, {citation.said}"
