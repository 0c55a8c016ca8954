"""An assistant judges only with the token, over either transport; what it may not do it is told with the way out."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import create_assistant
from publish.assistant.talking import Talk, http_server, over_stdio, talk_over, talk_with, told

TOKEN = "the assistant's long token é"
BY = {"author": "ann's assistant", "reason": "the company said so"}
LISTS = ("facilities", "deals", "rumours")
WRONG = ({"cellwire/token": "wrong"}, {"cellwire/token": TOKEN + "x"}, {"cellwire/token": ""})


@pytest.fixture
def db(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo / "cellwire.db", tmp_path / "own.db"))


async def judge(client: Client, meta: Mapping[str, Any] | None = None, status: str = "paused") -> Any:
    """Says that a planned plant is paused."""
    plant = told(await client.call_tool("facilities", {"status": "announced"}))["rows"][0]
    words = {"verdict": "correct", "words": [plant["id"], "status", status], **BY}
    return await client.call_tool("judge", words, meta=dict(meta) if meta else None)  # type: ignore[arg-type]


def judged(db: Path) -> int:
    with open_store(db) as store:
        return len(holdings_of(store, "own").judgements())


def refusals(answers: Iterator[Any]) -> list[str]:
    every = list(answers)
    assert all(each.is_error for each in every)
    assert TOKEN not in "".join(each.content[0].text for each in every)
    return [each.content[0].text for each in every]


async def every_refusal(client: Client) -> list[Any]:
    """Judging and taking back, with nothing and with wrong tokens."""
    undo = {"judgement": "jdg_1", **BY}
    return [await judge(client), await client.call_tool("undo", undo), *[await judge(client, each) for each in WRONG]]


def test_without_a_token_the_tools_only_read_and_say_so(db: Path) -> None:
    with open_store(db) as store:
        answers = talk_over(create_assistant(holdings_of(store, "own")), every_refusal)

    assert all("start the tools with CELLWIRE_TOKEN set" in each for each in refusals(iter(answers)))
    assert judged(db) == 0


def test_over_stdio_the_environment_is_the_token_and_a_wrong_one_is_refused(db: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    answers = talk_over(over_stdio(db, {}, log), every_refusal)
    assert all("CELLWIRE_TOKEN" in each for each in refusals(iter(answers)))

    async def talk(client: Client) -> tuple[list[Any], Any]:
        return [await judge(client, each) for each in WRONG], await judge(client)

    wrong, right = talk_over(over_stdio(db, {"CELLWIRE_TOKEN": TOKEN}, log), talk)

    assert all("send the one that the tools were started with" in each for each in refusals(iter(wrong)))
    assert told(right)["changed"][0]["after"] == "paused"
    assert judged(db) == 1
    assert TOKEN not in log.read_text("utf-8")


def test_over_http_each_call_brings_the_token(db: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    headers = [{"Authorization": each} for each in ("Bearer wrong", "Basic x", "Bearer x plain-token")]

    def say(address: str, given: Mapping[str, str], talk: Talk = judge) -> Any:
        return talk_with(address, given, talk)

    with http_server(db, os.environ | {"CELLWIRE_TOKEN": "plain-token"}, log) as address:
        refused = refusals(say(address, each) for each in ({}, *headers))
        assert judged(db) == 0
        right = say(address, {"Authorization": "Bearer plain-token"})

    assert "send the header Authorization: Bearer" in refused[0]
    assert "the token: is a wrong one" in refused[1]
    assert told(right)["changed"][0]["after"] == "paused"
    assert judged(db) == 1
    assert "plain-token" not in log.read_text("utf-8")


def test_a_page_of_another_site_reaches_no_tool(db: Path, tmp_path: Path) -> None:
    """A browser says where a page comes from, and which name of this machine it asked for."""
    import httpx2

    listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    with http_server(db, os.environ | {"CELLWIRE_TOKEN": "plain-token"}, tmp_path / "log") as address:
        for foreign in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            assert httpx2.post(address, json=listing, headers={**accept, **foreign}).status_code in (403, 421)


def test_a_question_is_previewed_decided_seen_and_taken_back(db: Path) -> None:
    async def talk(client: Client) -> None:
        async def call(tool: str, **words: object) -> Any:
            return told(await client.call_tool(tool, dict(words)))

        asked = await call("questions")
        question = asked["questions"][0]
        side = question["sides"][0]
        assert side["sources"][0]["quote"]
        assert side["sources"][0]["outlet"]

        lists = [await call(name) for name in LISTS]
        before = await call("judge", **side["judge"], **BY, preview=True)
        assert (await call("judgements"))["total"] == 0
        kept = await call("judge", **side["judge"], **BY)
        assert kept["changed"] == before["changed"]
        assert (await call("questions"))["total"] < asked["total"]
        assert [await call(name) for name in LISTS] != lists
        (seen,) = (await call("judgements", author=BY["author"]))["judgements"]
        assert seen == kept["judgements"][0]

        undone = await call("undo", judgement=seen["id"], author="ann", reason="the wrong side")
        assert undone["judgements"]
        assert await call("questions") == asked
        assert [await call(name) for name in LISTS] == lists

    with open_store(db) as store:
        talk_over(create_assistant(holdings_of(store, "own"), TOKEN), talk)


def test_open_questions_come_page_by_page_and_by_company(db: Path) -> None:
    async def talk(client: Client) -> tuple[list[str], int, Any]:
        seen: list[str] = []
        page = told(await client.call_tool("questions", {}))
        while page["questions"]:
            seen += [json.dumps(each["sides"]) for each in page["questions"]]
            page = told(await client.call_tool("questions", {"skip": len(seen)}))
        return seen, page["total"], told(await client.call_tool("questions", {"company": "no such company"}))

    with open_store(db) as store:
        seen, total, none = talk_over(create_assistant(holdings_of(store, "own")), talk)

    assert len(seen) == len(set(seen)) == total
    assert none == {"total": 0, "questions": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"verdict": "guess", "words": ["fac_1"], **BY}, "known: same, different"),
        ({"verdict": "reject", "words": ["fac_none"], **BY}, "fac_none"),
        ({"verdict": "same", "words": [], **BY}, "same"),
        ({"verdict": "reject", "words": ["fac_1"], "author": " ", "reason": "x"}, "author: is empty"),
        ({"verdict": "reject", "words": ["fac_1"], "author": "ann", "reason": ""}, "reason: is empty"),
        ({"verdict": "reject", "words": ["fac\x001"], **BY}, "holds a character that no text has"),
    ],
)
def test_what_is_no_judgement_is_refused_and_nothing_kept(db: Path, words: dict[str, object], said: str) -> None:
    with open_store(db) as store:
        assistant = create_assistant(holdings_of(store, "own"), TOKEN)
        answer = talk_over(assistant, lambda client: client.call_tool("judge", words))

    assert answer.is_error
    assert said in answer.content[0].text
    assert judged(db) == 0


def test_what_writes_says_so_to_the_assistant_and_what_reads_too(db: Path) -> None:
    with open_store(db) as store:
        listed = talk_over(create_assistant(holdings_of(store, "own")), lambda client: client.list_tools())

    writing = {tool.name for tool in listed.tools if not tool.annotations.read_only_hint}
    assert writing == {"judge", "undo"}
    assert not any(tool.annotations.destructive_hint for tool in listed.tools if tool.name in writing)
    assert all(tool.description for tool in listed.tools)
