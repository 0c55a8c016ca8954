"""Ten questions of an analyst, answered from the assistant's tools alone: `python ten_questions.py RECORD.db`.

Each question is one or two calls of a tool; what is printed is what the tools said, in the order in which they said it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import anyio
from mcp import Client, StdioServerParameters

Said = dict[str, Any]


class Desk:
    """The tools as an assistant calls them, over standard input and output."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def ask(self, tool: str, **words: object) -> Any:
        given = ", ".join(f'{name}="{value}"' for name, value in words.items())
        print(f"    {tool}({given})")
        answer = await self.client.call_tool(tool, words)
        texts = [json.loads(each.text) for each in answer.content]
        return texts[0] if len(texts) == 1 else texts


def cited(source: Said) -> str:
    return f"“{' '.join(source['quote'].split()[:16])}…” {source['outlet']}, {source['published']}"


def plants(told: Said, most: int = 4) -> Iterator[str]:
    for row in told["rows"][:most]:
        known = row.get("capacity") or row.get("production_start")
        what = f", {known['attribute']} {known['value']}" if known else ""
        yield f"{row['name']}: {row['status']}{what}: {cited(row['source'])}"


def rumours(told: Said) -> Iterator[str]:
    for row in told["rows"]:
        yield f"{row['name']}: {row['outcome']}, first told {row['first_report']}: {cited(row['source'])}"


def changes(told: list[Said], field: str = "", most: int = 4) -> Iterator[str]:
    fitting = [each for each in told if field in each["field"]]
    for each in fitting[:most]:
        step = f"{each['before'] or 'nothing'} → {each['after']}"
        yield f"{each['name']}, {each['field']}: {step}: {cited(each['source'])}"


def facts(entry: Said) -> Iterator[str]:
    for phase in entry["phases"]:
        for fact in phase["facts"]:
            texts = f"{fact['independent_texts']} independent"
            yield f"{fact['attribute']} {fact['value']}, {texts}: {cited(fact['source'])}"


async def questions(desk: Desk) -> None:
    say("What is under construction in the United States?")
    show(plants(await desk.ask("facilities", country="US", status="construction")))
    say("Who denied what this month?")
    show(rumours(await desk.ask("rumours", outcome="denied", since="2022-11-17")))
    say("Which reports has nobody confirmed or denied?")
    show(rumours(await desk.ask("rumours", outcome="undecided")))
    say("What is delayed in Europe?")
    show(plants(await desk.ask("facilities", status="delayed", country="DE,FR,GB,HU,IT,NO,PL,ES,SE")))
    say("What became otherwise since 10 December?")
    show(changes(await desk.ask("changes", since="2022-12-10"), "status"))
    say("What is known of the second plant in Sunderland, and who says so?")
    found = await desk.ask("search", words="sunderland")
    show(facts(await desk.ask("entry", id=found[0]["id"])))
    say("Which deals of CATL bind it?")
    told = await desk.ask("deals", company="catl", how_binding="binding")
    show(f"{row['name']}: {row['how_binding']}: {cited(row['source'])}" for row in told["rows"][:4])
    say("What was known of CATL in Debrecen on 10 December?")
    show(plants(await desk.ask("facilities", company="catl", country="HU", as_of="2022-12-10")))
    say("Who writes of a memorandum?")
    found = await desk.ask("search", words="memorandum")
    quotes = [quote for row in found if "quotes" in row for quote in row["quotes"]]
    show(cited(quote) for quote in quotes[:3])
    say("What was the week's first news?")
    week = await desk.ask("week")
    show(f"{each['headline']}: {each['told']}" for each in week["news"][:2])


number = 0


def say(question: str) -> None:
    global number  # noqa: PLW0603
    number += 1
    print(f"{number}. {question}")


def show(lines: Iterator[str]) -> None:
    told = list(lines)
    for line in told or ["the record tells of none"]:
        print(f"       {line}")


async def main(record: str) -> None:
    words = ["-m", "cellwire", "mcp", "--db", record]
    async with Client(StdioServerParameters(command=sys.executable, args=words)) as client:
        await questions(Desk(client))


if __name__ == "__main__":
    anyio.run(main, sys.argv[1])
