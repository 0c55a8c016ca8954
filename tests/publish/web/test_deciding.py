"""Who may write, and what a decision does: seen before and after, taken back, never from another site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from publish.web.conftest import TOKEN, desk_of

ROOT = "/api/v1"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a copy of its own, with a token."""
    shutil.copy(demo / "cellwire.db", tmp_path / "own.db")
    yield from desk_of(tmp_path / "own.db", TOKEN)


def plant_of(desk: TestClient) -> dict[str, str]:
    row = desk.get(f"{ROOT}/facilities?status=announced&limit=1").json()["rows"][0]
    assert isinstance(row, dict)
    return row


def decision(desk: TestClient, status: str = "paused") -> dict[str, object]:
    words = [plant_of(desk)["id"], "status", status]
    return {"verdict": "correct", "words": words, "author": "ann", "reason": "asked the company"}


def sign_in(desk: TestClient) -> str:
    """Signs in, and answers with the check that forms of the session carry."""
    assert desk.post("/signin", data={"token": TOKEN}).status_code == 303
    check = re.search(r'name="check" value="(\w+)"', desk.get("/signin").text)
    assert check
    return check[1]


def test_a_decision_is_kept_says_what_it_changed_and_can_be_taken_back(desk: TestClient) -> None:
    told = decision(desk)
    kept = desk.post(f"{ROOT}/judgements", json=told, headers=BEARER)
    (change,) = kept.json()["changes"]

    assert kept.status_code == 201
    assert (change["field"], change["before"], change["after"]) == ("status", "announced", "paused")
    assert desk.get(f"{ROOT}/facilities/{change['id']}").json()["status"] == "paused"

    undo = {"verdict": "undo", "words": [kept.json()["judgement"]["id"]], "author": "ann", "reason": "a wrong id"}
    assert desk.post(f"{ROOT}/judgements", json=undo, headers=BEARER).status_code == 201
    assert desk.get(f"{ROOT}/facilities/{change['id']}").json()["status"] == "announced"
    assert len(desk.get(f"{ROOT}/judgements").json()["rows"]) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": f"Bearer {TOKEN}é".encode("latin-1")},
        {"Cookie": "cellwire_session=made.up"},
    ],
)
def test_without_the_token_nothing_is_written(desk: TestClient, headers: dict[str, str]) -> None:
    refused = desk.post(f"{ROOT}/judgements", json=decision(desk), headers=headers)

    assert refused.status_code == 403
    assert refused.json()["way_out"]
    assert TOKEN not in refused.text
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []


def test_a_desk_without_a_token_takes_none(demo: Path) -> None:
    for desk in desk_of(demo / "cellwire.db"):
        for given in ("", "None", TOKEN):
            refused = desk.post(f"{ROOT}/judgements", json={}, headers={"Authorization": f"Bearer {given}"})
            assert refused.status_code == 403
        assert desk.post("/signin", data={"token": ""}).status_code == 403


def test_a_person_signs_in_decides_by_a_form_and_takes_it_back(desk: TestClient) -> None:
    check = sign_in(desk)
    shown = desk.get("/review").text
    form = re.search(
        r'name="verdict" value="(accept|same|different|reject)"><input[^>]*name="words" value="([^"]+)"', shown
    )
    assert form

    fields = {"check": check, "verdict": form[1], "words": unescape(form[2]), "author": "ann", "reason": ""}
    decided = desk.post("/review", data=fields)

    assert decided.status_code == 200
    assert "by ann: decided at the desk by the words shown" in decided.text
    judgement = desk.get(f"{ROOT}/judgements").json()["rows"][0]
    assert judgement["author"] == "ann"
    undo = {"check": check, "verdict": "undo", "words": judgement["id"], "author": "ann", "reason": "no"}
    assert desk.post("/review", data=undo).status_code == 200
    assert "taken back" in desk.get("/judgements").text


def test_a_form_of_another_site_writes_nothing(desk: TestClient) -> None:
    check = sign_in(desk)
    fields = {"verdict": "correct", "words": "\x1f".join((plant_of(desk)["id"], "status", "paused")), "author": "eve"}

    without = desk.post("/review", data=fields)
    guessed = desk.post("/review", data={**fields, "check": "0" * 64})
    elsewhere = desk.post("/review", data={**fields, "check": check}, headers={"Origin": "https://evil.example"})

    assert [each.status_code for each in (without, guessed, elsewhere)] == [403, 403, 403]
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []


def test_the_cookie_is_hidden_from_scripts_and_other_sites_and_is_not_the_token(desk: TestClient) -> None:
    cookie = desk.post("/signin", data={"token": TOKEN}).headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.casefold()
    assert TOKEN not in cookie


def test_signing_out_ends_it(desk: TestClient) -> None:
    check = sign_in(desk)

    assert desk.post("/signout", data={"check": check}).status_code == 303
    assert "Sign in" in desk.get("/signin").text


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"verdict": "guess"}, 400),
        ({"words": ["fac_none", "status", "paused"]}, 404),
        ({"words": []}, 400),
        ({"author": " "}, 400),
        ({"reason": ""}, 400),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_way_out(
    desk: TestClient, told: dict[str, object], status: int
) -> None:
    refused = desk.post(f"{ROOT}/judgements", json={**decision(desk), **told}, headers=BEARER)

    assert refused.status_code == status
    assert refused.json()["detail"]


def test_a_judgement_that_contradicts_another_is_refused_by_name(desk: TestClient) -> None:
    first, second = (row["id"] for row in desk.get(f"{ROOT}/facilities?limit=2").json()["rows"])
    two = {"words": [first, second], "author": "ann", "reason": "seen"}
    assert desk.post(f"{ROOT}/judgements", json={"verdict": "same", **two}, headers=BEARER).status_code == 201

    refused = desk.post(f"{ROOT}/judgements", json={"verdict": "different", **two, "author": "bob"}, headers=BEARER)

    assert refused.status_code == 409
    assert "ann" in refused.json()["detail"]


@pytest.mark.parametrize(
    "body", [b"", b"no json", b"[]", b"null", b'{"words": 3}', b'{"verdict": "same"}', b"\xff\xfe"]
)
def test_a_body_that_is_no_judgement_is_refused(desk: TestClient, body: bytes) -> None:
    assert desk.post(f"{ROOT}/judgements", content=body, headers=BEARER).status_code == 400
