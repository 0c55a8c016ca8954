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

    undo = {"verdict": "undo", "words": [kept.json()["judgements"][0]["id"]], "author": "ann", "reason": "a wrong id"}
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

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"
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
    assert "by ann: decided by the words shown" in decided.text
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


def review_forms(desk: TestClient, address: str = "/review") -> list[str]:
    """What may be picked on a page, as its forms carry it."""
    return [
        unescape(each)
        for each in re.findall(r'type="radio" name="pick-\d+" form="several" value="([^"]+)"', desk.get(address).text)
    ]


def test_a_preview_says_what_a_decision_would_change_and_keeps_nothing(desk: TestClient) -> None:
    before = desk.get(f"{ROOT}/facilities").json()
    told = decision(desk)
    previewed = desk.post(f"{ROOT}/judgements", json={**told, "preview": True}, headers=BEARER)

    assert previewed.status_code == 200
    assert previewed.json()["judgements"] == []
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []
    assert desk.get(f"{ROOT}/facilities").json() == before
    kept = desk.post(f"{ROOT}/judgements", json=told, headers=BEARER).json()
    assert kept["changes"] == previewed.json()["changes"]
    assert kept["changes"][0]["after"] == "paused"


def test_two_plants_that_become_one_are_told_before_and_after(desk: TestClient) -> None:
    first, second = (row for row in desk.get(f"{ROOT}/facilities?limit=2").json()["rows"])
    told = {"verdict": "same", "words": [first["id"], second["id"]], "author": "ann", "reason": "seen"}
    previewed = desk.post(f"{ROOT}/judgements", json={**told, "preview": True}, headers=BEARER).json()

    assert len(previewed["gone"]) == 1
    assert previewed["gone"][0] in (first["name"], second["name"])
    assert desk.post(f"{ROOT}/judgements", json=told, headers=BEARER).json()["gone"] == previewed["gone"]


def test_several_are_decided_together_or_not_at_all(desk: TestClient) -> None:
    ids = [row["id"] for row in desk.get(f"{ROOT}/facilities?status=announced&limit=3").json()["rows"]]
    each = [{"verdict": "correct", "words": [id, "status", "paused"]} for id in ids]
    told = {"decisions": each, "author": "ann", "reason": "asked them all"}
    wrong = {**told, "decisions": [*each, {"verdict": "accept", "words": ["fac_none"]}]}

    assert desk.post(f"{ROOT}/judgements", json=wrong, headers=BEARER).status_code == 404
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []
    kept = desk.post(f"{ROOT}/judgements", json=told, headers=BEARER)
    assert kept.status_code == 201
    assert len(kept.json()["judgements"]) == len(ids)
    assert {desk.get(f"{ROOT}/facilities/{id}").json()["status"] for id in ids} == {"paused"}


def test_questions_are_picked_previewed_decided_and_taken_back_together(desk: TestClient) -> None:
    check = sign_in(desk)
    sides = review_forms(desk)
    first = sides[0]
    second = next(each for each in sides if each.split("\x1f")[1] not in first)
    fields = {"check": check, "pick-1": first, "pick-2": second, "author": "ann", "reason": "read both"}
    total = len(desk.get(f"{ROOT}/questions").json()["rows"])

    shown = desk.post("/review", data={**fields, "do": "preview"}).text
    assert "What these 2 decisions would change" in shown
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []

    shown = desk.post("/review", data={**fields, "do": "decide"}).text
    assert "What it changed" in shown
    judged = desk.get(f"{ROOT}/judgements").json()["rows"]
    assert {each["author"] for each in judged} == {"ann"}
    assert len(desk.get(f"{ROOT}/questions").json()["rows"]) < total

    undo = {f"pick-{number}": f"undo\x1f{each['id']}" for number, each in enumerate(judged)}
    assert desk.post("/review", data={"check": check, "author": "ann", "reason": "no", **undo}).status_code == 200
    assert len(desk.get(f"{ROOT}/questions").json()["rows"]) == total


def test_what_either_answer_would_change_is_seen_by_who_may_decide(desk: TestClient) -> None:
    assert desk.get("/review?look=anything").status_code == 403
    sign_in(desk)
    key = re.search(r'href="/review\?look=(\w+)"', desk.get("/review").text)
    assert key
    shown = desk.get(f"/review?look={key[1]}").text

    assert shown.count("would change</h4>") == 2
    assert desk.get("/review?look=nothing").status_code == 404
    assert desk.get(f"{ROOT}/judgements").json()["rows"] == []


def test_questions_are_given_page_by_page(desk: TestClient) -> None:
    every = desk.get(f"{ROOT}/questions").json()
    paged, address = [], f"{ROOT}/questions?limit=1"
    while address:
        told = desk.get(address).json()
        paged += told["rows"]
        address = told["next"]

    assert len(every["rows"]) > 1
    assert paged == every["rows"]
    assert told["total"] == every["total"] == len(paged)
    assert desk.get(f"{ROOT}/questions?limit=0").status_code == 400


def test_questions_about_one_company(desk: TestClient) -> None:
    whole, some = desk.get("/review").text, desk.get("/review?company=catl").text
    count = '<section class="question"'

    assert 0 < some.count(count) < whole.count(count)
    assert "Nothing is open about nobody" in desk.get("/review?company=nobody").text
