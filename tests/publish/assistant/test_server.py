"""The tools over both transports, asked by the protocol's own client; ten questions of an analyst."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import create_assistant
from publish.assistant.talking import http_server, over_stdio, talk_over, talk_with, told
from publish.web.conftest import TOKEN

TOOLS = {"search", "facilities", "deals", "rumours", "entry", "changes", "quote", "week"}
TOOLS |= {"questions", "judgements", "judge", "undo"}
BY = {"author": "an assistant", "reason": "asked the company"}


@pytest.fixture(scope="module")
def ask(demo: Path) -> Iterator[Callable[..., Any]]:
    with open_store(demo / "cellwire.db") as store:
        assistant = create_assistant(holdings_of(store, "demo"))

        def ask(tool: str, **words: object) -> Any:
            async def talk(client: Client) -> Any:
                return await client.call_tool(tool, dict(words))

            return talk_over(assistant, talk)

        yield ask


def own(demo: Path, folder: Path) -> Path:
    return Path(shutil.copy(demo / "cellwire.db", folder / "own.db"))


async def every_tool(client: Client) -> set[str]:
    """Lists the tools, calls each, and says which answered without an error."""
    names = {tool.name for tool in (await client.list_tools()).tools}
    plant = told(await client.call_tool("search", {"words": "sunderland"}))[0]
    source = plant["capacity"]["source"]
    asked: dict[str, dict[str, object]] = {
        "search": {"words": "catl"},
        "entry": {"id": plant["id"]},
        "changes": {"since": "2022-12-10"},
        "quote": {name: source[name] for name in ("document", "start", "end")},
        "judge": {"verdict": "correct", "words": [plant["id"], "status", "paused"], **BY},
    }
    answers = {name: await client.call_tool(name, asked.get(name, {})) for name in names - {"undo"}}
    judged = told(answers["judge"])["judgements"][0]["id"]
    answers["undo"] = await client.call_tool("undo", {"judgement": judged, **BY})
    return {name for name, answer in answers.items() if not answer.is_error}


def test_every_tool_answers_over_stdio(demo: Path, tmp_path: Path) -> None:
    server = over_stdio(own(demo, tmp_path), {"CELLWIRE_TOKEN": TOKEN}, tmp_path / "log")

    assert talk_over(server, every_tool) == TOOLS


def test_every_tool_answers_over_http(demo: Path, tmp_path: Path) -> None:
    environment = os.environ | {"CELLWIRE_TOKEN": TOKEN}
    with http_server(own(demo, tmp_path), environment, tmp_path / "log") as address:
        assert talk_with(address, {"Authorization": f"Bearer {TOKEN}"}, every_tool) == TOOLS


def test_a_plant_comes_with_sources_and_its_history(ask: Callable[..., Any]) -> None:
    plant = told(ask("entry", id=told(ask("search", words="sunderland"))[0]["id"]))
    facts = [fact for phase in plant["phases"] for fact in phase["facts"]]

    assert "12 GWh/yr" in {fact["value"] for fact in facts}
    assert all(fact["source"]["quote"] and fact["source"]["outlet"] for fact in facts)
    assert plant["history"]


def test_what_sources_disagree_on_is_never_passed_over(ask: Callable[..., Any]) -> None:
    entries = [told(ask("entry", id=row["id"])) for row in told(ask("facilities"))["rows"][:12]]
    parts = [part for entry in entries for part in (*entry["phases"], {"facts": entry.get("facts", [])})]

    assert any(fact.get("also_told") for part in parts for fact in part["facts"])


@pytest.mark.parametrize(
    ("tool", "words", "said"),
    [
        ("entry", {"id": "nobody"}, "look it up with search"),
        ("facilities", {"status": "built"}, "known: rumoured"),
        ("changes", {"since": "last week"}, "write it as 2022-12-17"),
        ("quote", {"document": "doc_none", "start": 0, "end": 3}, "take it from a source"),
    ],
)
def test_a_tool_refuses_with_the_way_out(
    ask: Callable[..., Any], tool: str, words: dict[str, object], said: str
) -> None:
    answer = ask(tool, **words)

    assert answer.is_error
    assert said in answer.content[0].text


def test_answers_stay_small(ask: Callable[..., Any]) -> None:
    for tool, words in (("facilities", {}), ("deals", {}), ("rumours", {}), ("week", {})):
        assert len(ask(tool, **words).content[0].text) < 40_000
