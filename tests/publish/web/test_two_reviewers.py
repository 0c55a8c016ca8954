"""Two people decide at once, at desks of their own on one store: nothing is lost, and each sees the other's."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from cellwire.cli import run
from cellwire.cli.serving import holdings_of
from cellwire.db import load_judgements, open_store
from cellwire.publish import DeskSettings, create_app
from publish.servers import free_port
from publish.web.conftest import TOKEN

ROOT = "/api/v1"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
NOW = datetime(2022, 12, 18, tzinfo=UTC)
PLANTS = 12


@pytest.fixture
def filled(place: str, tmp_path: Path) -> str:
    """A store with plants of different companies in different towns."""
    for number in range(PLANTS):
        told = f"{OWNERS[number]} Batteries will build a 12 GWh/yr battery cell plant in {TOWNS[number]}."
        (tmp_path / f"{number}.txt").write_text(f"A plant\n\n{told}\n", "utf-8")
    assert run(["import", "--db", place, *(str(path) for path in sorted(tmp_path.glob("*.txt")))]) == 0
    return place


OWNERS = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fennel", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple")
TOWNS = ("Debrecen", "Sunderland", "Arnstadt", "Erfurt", "Kaiserslautern", "Douvrin", "Willstätt", "Gdańsk", "Wrocław",
         "Komárom", "Turku", "Bilbao")  # fmt: skip


@contextmanager
def a_desk(place: str) -> Iterator[TestClient]:
    with open_store(place) as store:
        app = create_app(holdings_of(store, place), DeskSettings(TOKEN, patience=60))
        with TestClient(app, raise_server_exceptions=False) as client:
            yield client


def paused(id: str, author: str) -> dict[str, Any]:
    return {"verdict": "correct", "words": [id, "status", "paused"], "author": author, "reason": "asked"}


def test_no_judgement_is_lost_and_each_sees_the_others(filled: str) -> None:
    with a_desk(filled) as ann, a_desk(filled) as bob:
        ids = [row["id"] for row in ann.get(f"{ROOT}/facilities?limit=12").json()["rows"]]
        assert len(ids) > 7
        desks = [(ann, "ann"), (bob, "bob")]

        def decide(number: int) -> int:
            desk, author = desks[number % 2]
            return desk.post(f"{ROOT}/judgements", json=paused(ids[number], author), headers=BEARER).status_code

        with ThreadPoolExecutor(2) as pool:
            assert set(pool.map(decide, range(len(ids)))) == {201}

        for desk in (ann, bob):
            rows = desk.get(f"{ROOT}/judgements").json()["rows"]
            assert {row["subject"] for row in rows} == set(ids)
            assert {row["author"] for row in rows} == {"ann", "bob"}
            assert desk.get(f"{ROOT}/facilities?status=paused").json()["total"] == len(ids)


def test_of_two_who_say_opposite_things_at_once_one_is_told_of_the_other(filled: str) -> None:
    with a_desk(filled) as ann, a_desk(filled) as bob:
        one, other = (row["id"] for row in ann.get(f"{ROOT}/facilities?limit=2").json()["rows"])

        def say(desk: TestClient, verdict: str, author: str) -> Any:
            told = {"verdict": verdict, "words": [one, other], "author": author, "reason": "seen"}
            return desk.post(f"{ROOT}/judgements", json=told, headers=BEARER)

        with ThreadPoolExecutor(2) as pool:
            said = [pool.submit(say, ann, "same", "ann"), pool.submit(say, bob, "different", "bob")]
            answers = [each.result() for each in said]

        assert sorted(each.status_code for each in answers) == [201, 409]
        refused = next(each for each in answers if each.status_code == 409)
        winner = ann.get(f"{ROOT}/judgements").json()["rows"]
        assert len(winner) == 1
        assert winner[0]["author"] in refused.json()["detail"]


def test_a_desk_that_is_killed_while_people_decide_loses_nothing_it_had_confirmed(filled: str) -> None:
    confirmed: list[str] = []
    with served(filled) as (server, desk):
        ids = [row["id"] for row in desk.get(f"{ROOT}/facilities?limit=12").json()["rows"]]
        for id in ids:
            try:
                answer = desk.post(f"{ROOT}/judgements", json=paused(id, "ann"), headers=BEARER)
            except httpx2.HTTPError:
                break
            if answer.status_code == 201:
                confirmed.append(id)
            if len(confirmed) == 4:
                server.send_signal(signal.SIGKILL)
    assert len(confirmed) == 4

    with open_store(filled) as store:
        assert set(confirmed) <= {judgement.subject for judgement in load_judgements(store)}
    with a_desk(filled) as again:
        assert {again.get(f"{ROOT}/facilities/{id}").json()["status"] for id in confirmed} == {"paused"}


@contextmanager
def served(place: str) -> Iterator[tuple[subprocess.Popen[bytes], httpx2.Client]]:
    port = free_port()
    words = [sys.executable, "-m", "cellwire", "serve", "--db", place, "--port", str(port), "--token", TOKEN, "--quiet"]
    with (
        subprocess.Popen(words, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server,
        httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as desk,
    ):
        try:
            for _ in range(300):
                try:
                    desk.get("/health")
                    break
                except httpx2.HTTPError:
                    time.sleep(0.1)
            yield server, desk
        finally:
            server.kill()
