"""Words are found in quotes and headlines, and marked in whatever form they stand there."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from cellwire.db import asked_words
from cellwire.publish.view.finding import _stems, clipped, marked


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("It plans plants in Hungary", "plant", ["plants"]),
        ("Building a plant, building on", "build", ["Building", "building"]),
        ("solid-state cells and a solid state", '"solid state"', ["solid-state", "solid state"]),
        ("a solid plan of the state", '"solid state"', []),
        ("Szólnok and SZOLNOK", "szolnok", ["Szólnok", "SZOLNOK"]),
        ("宁德时代在匈牙利建厂", "时代", ["时代"]),
        ("<script>alert(1)</script>", "script", ["script", "script"]),
        ("nothing of it", "plant", []),
        ("", "plant", []),
    ],
)
def test_words_are_marked_where_they_stand(text: str, asked: str, found: list[str]) -> None:
    parts = marked(text, [_stems(each) for each in asked_words(asked)])

    assert [part.text for part in parts if part.found] == found
    assert "".join(part.text for part in parts) == text


def test_a_long_quote_is_shown_around_its_first_word() -> None:
    text = "word " * 200 + "graphite " + "more " * 200
    shown = "".join(part.text for part in clipped(text, [("graphit",)]))

    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "graphite" in shown
    assert len(shown) < 300


def test_a_search_shows_names_first_then_stories_with_the_words_marked(desk: TestClient) -> None:
    shown = desk.get("/search?q=sunderland").text

    assert shown.index("Names") < shown.index("Stories and quotes")
    assert re.search(r"<q>.*<mark>Sunderland</mark>", shown)
    assert 'href="/quote?document=' in shown


def test_programs_search_quotes_too(desk: TestClient) -> None:
    rows = desk.get("/api/v1/search?q=memorandum&within=quotes").json()["rows"]
    quotes = [quote for row in rows for quote in row["quotes"]]

    assert quotes
    assert all("memorandum" in quote["quote"].casefold() for quote in quotes if quote["words"])
    window = desk.get("/api/v1/quote", params={key: quotes[0][key] for key in ("document", "start", "end")}).json()
    assert "memorandum" in window["words"].casefold()


def test_what_was_captured_later_is_not_found_on_an_earlier_day(desk: TestClient) -> None:
    now = desk.get("/api/v1/search?q=plant&within=quotes&limit=100").json()["rows"]
    then = desk.get("/api/v1/search?q=plant&within=quotes&limit=100&as_of=2022-11-27").json()["rows"]

    assert 0 < len(then) < len(now)
    assert all(quote["published"] <= "2022-11-27" for row in then for quote in row["quotes"])


@pytest.mark.parametrize(
    "words", ['"', "''", "a OR b", "NEAR(", "*", "plant*", '"unclosed phrase', "%00", "(" * 300, "ä" * 900]
)
def test_no_word_is_taken_for_a_command(desk: TestClient, words: str) -> None:
    for address in ("/search", "/api/v1/search"):
        answer = desk.get(address, params={"q": words, **({"within": "quotes"} if "api" in address else {})})
        assert answer.status_code in (200, 400)
