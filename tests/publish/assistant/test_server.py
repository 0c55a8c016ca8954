"""The tools over both transports, asked by the protocol's own client; ten questions of an analyst."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import create_assistant

TOOLS = {"search", "facilities", "deals", "rumours", "entry", "changes", "quote", "week"}
Talk = Callable[[Client], Awaitable[Any]]


def told(answer: Any) -> Any:
    """What a tool said: lists come as a text each."""
    texts = [json.loads(each.text) for each in answer.content]
    return texts[0] if len(texts) == 1 else texts


def talk_over(server: Any, talk: Talk) -> Any:
    async def whole() -> Any:
        async with Client(server) as client:
            return await talk(client)

    return anyio.run(whole)


@pytest.fixture(scope="module")
def ask(demo: Path) -> Iterator[Callable[..., Any]]:
    with open_store(demo / "cellwire.db") as store:
        assistant = create_assistant(holdings_of(store, "demo"))

        def ask(tool: str, **words: object) -> Any:
            async def talk(client: Client) -> Any:
                return await client.call_tool(tool, dict(words))

            return talk_over(assistant, talk)

        yield ask


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
    }
    answers = {name: await client.call_tool(name, asked.get(name, {})) for name in names}
    return {name for name, answer in answers.items() if not answer.is_error}


def test_every_tool_answers_over_stdio(demo: Path) -> None:
    words = ["-m", "cellwire", "mcp", "--db", str(demo / "cellwire.db")]

    assert talk_over(StdioServerParameters(command=sys.executable, args=words), every_tool) == TOOLS


def test_every_tool_answers_over_http(demo: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["-m", "cellwire", "mcp", "--http", "--port", str(port), "--db", str(demo / "cellwire.db")]
    with subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            assert talk_over(f"http://127.0.0.1:{port}/mcp", every_tool) == TOOLS
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


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
