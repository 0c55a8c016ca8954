"""What stands between a stranger and the record: secrets that do not leak, and words of others that stay words."""

from __future__ import annotations

import ast
import inspect
import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient

from cellwire.cli import run
from cellwire.publish import secret
from cellwire.publish.assistant import deciding
from cellwire.publish.web import guard
from cellwire.publish.web.guard import Guard
from publish.web.conftest import TOKEN, desk_of

BEARER = {"Authorization": f"Bearer {TOKEN}"}
SECRETS = {"token", "given", "check", "signature", "cookie", "_signed", "name"}
SCRIPT, IMAGE = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'
TEXT = f"""CATL {SCRIPT} plans a plant

CATL will build a 12 GWh/yr battery cell plant {SCRIPT} in Debrecen, {IMAGE} it said. Production starts in 2026.
"""


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Iterator[TestClient]:
    """With a token, over a record that holds markup of strangers."""
    shutil.copy(demo / "cellwire.db", tmp_path / "own.db")
    (tmp_path / "nasty.txt").write_text(TEXT, "utf-8")
    told = ["import", str(tmp_path / "nasty.txt"), "--published", "2022-12-17", "--db", str(tmp_path / "own.db")]
    assert run(told) == 0
    yield from desk_of(tmp_path / "own.db", TOKEN)


@pytest.mark.parametrize(("module", "compares"), [(guard, 3), (deciding, 1)])
def test_secrets_are_compared_in_constant_time_only(module: ModuleType, compares: int) -> None:
    """`==` ends at the first letter that differs, and the time it takes tells how many are right."""
    tree = ast.parse(inspect.getsource(module))
    compared = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(isinstance(op, ast.Eq | ast.NotEq | ast.In | ast.NotIn) for op in node.ops)
        and SECRETS & {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    ]
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]

    assert not compared
    assert calls.count("same_secret") == compares
    assert "hmac.compare_digest" in inspect.getsource(secret)


@pytest.mark.parametrize("token", [None, ""])
def test_an_empty_token_is_none(token: str | None) -> None:
    """A variable that is not set must open nothing."""
    assert not Guard(token).is_token("")


def test_the_token_is_in_no_log_and_no_answer(desk: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answers = [
        desk.post("/api/v1/judgements", json={"verdict": "guess"}, headers=BEARER),
        desk.post("/api/v1/judgements", json={}, headers={"Authorization": f"Bearer {TOKEN}x"}),
        desk.get(f"/facilities?token={TOKEN}"),
        desk.get(f"/api/v1/search?q={TOKEN}"),
        desk.post("/signin", data={"token": TOKEN + "x"}),
        desk.post("/signin", data={"token": TOKEN}),
        desk.get("/review"),
        desk.get("/metrics"),
        desk.get("/health"),
    ]

    lines = [record.getMessage() for record in caplog.records if record.name == "cellwire.desk"]
    assert len(lines) == len(answers)
    assert TOKEN not in "\n".join(record.getMessage() for record in caplog.records if "httpx" not in record.name)
    assert not [each.url for each in answers if TOKEN in each.text.replace(f'value="{TOKEN}"', "")]


def test_a_made_up_session_is_none(desk: TestClient) -> None:
    """Else the page would hand out the check that a form has to carry."""
    for cookie in ("made.up", "made.", ".", "made"):
        told = {"Cookie": f"cellwire_session={cookie}"}
        assert "The desk's token" in desk.get("/signin", headers=told).text.replace("&#39;", "'")
        assert desk.get("/review?look=anything", headers=told).status_code == 403


def test_words_of_others_are_shown_and_never_run(desk: TestClient) -> None:
    plant = desk.get("/api/v1/facilities?q=debrecen").json()["rows"][0]["id"]
    judged = {"verdict": "correct", "words": [plant, "status", "paused"], "author": IMAGE, "reason": SCRIPT}
    assert desk.post("/api/v1/judgements", json=judged, headers=BEARER).status_code == 201
    seen, waiting, shown = set[str](), ["/", "/judgements", "/search?q=debrecen", "/stories", f"/facilities/{plant}"], 0
    while waiting and len(seen) < 120:
        address = waiting.pop(0)
        seen.add(address)
        answer = desk.get(address)
        if "text/html" in answer.headers["content-type"] and not address.startswith("/week/"):
            assert not re.search(r"<script>|<img", answer.text), address
            shown += "&lt;script&gt;alert(1)" in answer.text
            links = [each.replace("&amp;", "&") for each in re.findall(r'href="(/[^"]*)"', answer.text)]
            waiting += [each for each in links if each not in seen and each not in waiting]

    assert shown >= 3
