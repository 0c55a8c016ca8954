"""Whatever is asked, the desk answers: never with an error of its own, and never with what it looks like inside."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from publish.web.conftest import TOKEN, desk_of

BEARER = {"Authorization": f"Bearer {TOKEN}"}
WORDS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\x1f",
    "\r\nSet-Cookie: a=b",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "é" * 3000,
    "x" * 60_000,
    "' OR 1=1 --",
    '"" AND (NEAR ^ * "',
    '"unclosed',
    "*",
    "NOT",
    "-1",
    "1e400",
    "nan",
    "0x10",
    "١٢",
    "9" * 400,
    "../../etc/passwd",
    "{{7*7}}${7*7}<script>alert(1)</script>",
    "0001-01-01",
    "9999-12-31",
    "2022-02-30",
    "2022-W50-6",
    "20221217",
    "𠮷野家 電池",
    "\u202egnirts",
)
NAMES = (
    "q", "as_of", "since", "country", "status", "company", "chemistry", "sort", "limit", "after", "fields", "view",
    "box", "within", "story", "document", "start", "end", "skip", "look", "ending", "author", "verdict",
    "by", "recovery",
)  # fmt: skip
PAGES = (
    "/", "/facilities", "/search", "/changes", "/outlook", "/quote", "/review", "/judgements", "/api/v1/facilities.csv",
    "/api/v1/companies", "/api/v1/search", "/api/v1/changes", "/api/v1/quote", "/api/v1/questions",
    "/api/v1/developments",
)  # fmt: skip
INSIDE = ("Traceback", 'File "', "sqlite3.", "sqlalchemy", "cellwire.publish", "jinja2")


@pytest.fixture(scope="module")
def desk(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    db = tmp_path_factory.mktemp("hostile") / "own.db"
    shutil.copy(demo / "cellwire.db", db)
    yield from desk_of(db, TOKEN)


def check(answer: object) -> None:
    status, text = answer.status_code, answer.text  # type: ignore[attr-defined]
    assert status < 500
    assert not [each for each in INSIDE if each in text]
    assert "<script>alert" not in text or "json" in answer.headers["content-type"]  # type: ignore[attr-defined]
    assert TOKEN not in text
    assert "set-cookie: a=b" not in str(answer.headers).casefold()  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES)
def test_any_word_in_any_parameter_is_answered(desk: TestClient, page: str) -> None:
    known = [name for name in NAMES if "no meaning" not in desk.get(page, params={name: "zz"}).text]
    assert known
    for name in known:
        for word in WORDS:
            check(desk.get(page, params={name: word}))


@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_any_word_in_an_address_is_answered(desk: TestClient, word: str) -> None:
    for root in ("/", "/facilities/", "/api/v1/", "/api/v1/deals/", "/static/", "/week/"):
        check(desk.get(root + quote(word[:10_000], safe="")))


@pytest.mark.parametrize("name", ["cookie", "origin", "if-none-match", "authorization", "host", "accept-encoding"])
def test_any_word_in_a_header_is_answered(desk: TestClient, name: str) -> None:
    words = (b"", b"=;=;,", b"cellwire_session=a.b; cellwire_seen=9999-99-99; cellwire_author=%FF%00<script>alert",
             b"Bearer", b"Bearer \xff\xfe", b"W/\"\", *", b"http://[::1", b"\xc3\xa9" * 4000)  # fmt: skip
    for word in words:
        for page in ("/review", "/changes", "/api/v1/facilities"):
            check(desk.get(page, headers={name: word}))
        check(desk.post("/api/v1/judgements", headers={**BEARER, name: word}, content=b"{}"))
        check(desk.post("/review", headers={name: word}, content=b"verdict=same"))


@pytest.mark.parametrize("path", ["/review", "/signin", "/signout", "/api/v1/judgements"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff" * 100,
        b"&" * 5000,
        b"%zz=%00&=&token=%F0%28%8C%28",
        b"[" * 100_000,
        b'{"decisions": [' + b'{"verdict": "same", "words": ["a", "b"]},' * 4000 + b"{}]}",
        b'{"verdict": "same", "words": ["\\u0000", "\\ud800"], "author": "a", "reason": "b"}',
        b'{"verdict": {"a": 1}, "words": {"a": 1}, "author": [], "reason": null}',
        b'{"verdict": 1e999, "words": [1, NaN], "author": "a", "reason": "b"}',
        b'{"verdict": "same", "words": ["a", "b"], "author": "a", "reason": "' + b"r" * 300_000 + b'"}',
    ],
    ids=range(10),
)
def test_any_body_is_answered(desk: TestClient, path: str, body: bytes) -> None:
    answer = desk.post(path, content=body, headers=BEARER)

    check(answer)
    assert answer.status_code in (303, 400, 401, 403, 404, 413)
    assert desk.get("/api/v1/judgements").json()["rows"] == []
