"""The API: pages that stay right, one shape of error, answers that need not be sent twice."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest
from starlette.testclient import TestClient

from cellwire.model import RumourOutcome

ROOT = "/api/v1"
LISTS = ("facilities", "deals", "rumours", "companies", "stories")


def every_row(desk: TestClient, address: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    while address:
        told = desk.get(address).json()
        rows += told["rows"]
        address = told["next"]
    return rows


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("sort", ["", "&sort=id", "&sort=-id"])
def test_pages_together_are_the_whole_list_once(desk: TestClient, name: str, sort: str) -> None:
    whole = desk.get(f"{ROOT}/{name}?limit=1000{sort}").json()
    paged = every_row(desk, f"{ROOT}/{name}?limit=3{sort}")

    assert paged == whole["rows"]
    assert len({row["id"] for row in paged}) == whole["total"] == len(paged)


def test_an_order_puts_empty_cells_last_both_ways(desk: TestClient) -> None:
    for sort in ("capacity", "-capacity"):
        told = [row.get("capacity") for row in every_row(desk, f"{ROOT}/facilities?limit=4&sort={sort}")]
        filled = [each for each in told if each is not None]

        assert told == filled + [None] * (len(told) - len(filled))
        assert filled == sorted(filled, reverse=sort.startswith("-"))
        assert len(set(filled)) > 3


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ("country=GB", lambda row: row.get("country") == "GB"),
        ("status=construction", lambda row: row["status"] == "construction"),
        ("country=GB,hu", lambda row: row.get("country") in ("GB", "HU")),
        ("status=planned", lambda row: row["status_group"] == "planned"),
        ("product=cathode", lambda row: row.get("product") == "cathode"),
        ("q=sunder", lambda row: "Sunderland" in row["name"]),
        ("since=2022-12-15", lambda row: row["last_told"] >= "2022-12-15"),
    ],
)
def test_a_filter_leaves_what_fits_and_all_of_it(desk: TestClient, filters: str, holds: object) -> None:
    assert callable(holds)
    every = desk.get(f"{ROOT}/facilities?limit=1000").json()["rows"]
    found = desk.get(f"{ROOT}/facilities?limit=1000&{filters}").json()["rows"]

    assert found
    assert found == [row for row in every if holds(row)]


def test_what_is_delayed_is_not_open_and_says_why(desk: TestClient) -> None:
    rows = desk.get(f"{ROOT}/facilities?status=delayed&country=DE").json()["rows"]

    assert {row["name"] for row in rows} >= {"Northvolt, Heide", "Tesla, Grünheide"}
    assert not {row["status_group"] for row in rows} & {"operating", "cancelled", "retired"}


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_there_by_its_id(desk: TestClient, name: str) -> None:
    rows = desk.get(f"{ROOT}/{name}?fields=id&limit=1000").json()["rows"]

    assert rows
    for row in rows:
        assert desk.get(f"{ROOT}/{name}/{row['id']}").json()["id"] == row["id"]


@pytest.mark.parametrize(
    ("address", "status", "named"),
    [
        ("/facilities/fac_nowhere", 404, "fac_nowhere"),
        ("/nothing", 404, "/api/v1/nothing"),
        ("/facilities?contry=GB", 400, "contry"),
        ("/facilities?status=built", 400, "status"),
        ("/facilities?since=last week", 400, "since"),
        ("/facilities?as_of=2022-13-01", 400, "as_of"),
        ("/facilities?limit=0", 400, "limit"),
        ("/facilities?limit=ten", 400, "limit"),
        ("/facilities?limit=²", 400, "limit"),
        ("/facilities?sort=colour", 400, "sort"),
        ("/facilities?fields=colour", 400, "fields"),
        ("/facilities?after=nonsense", 400, "after"),
        ("/facilities?after=WyI", 400, "after"),
        ("/facilities?limit=1&limit=2", 400, "parameters"),
        ("/facilities?since=", 400, "since"),
        ("/facilities?as_of=", 400, "as_of"),
        ("/search?q=catl&limit=101", 400, "limit"),
        ("/changes", 400, "since"),
        ("/developments?story=nobody", 404, "nobody"),
        ("/quote?document=doc_none&start=0&end=4", 404, "doc_none"),
    ],
)
def test_an_error_names_the_thing_the_problem_and_the_way_out(
    desk: TestClient, address: str, status: int, named: str
) -> None:
    answer = desk.get(ROOT + address)
    told = answer.json()

    assert answer.status_code == status == told["status"]
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["thing"] == named
    assert set(told) == {"type", "title", "status", "detail", "thing", "way_out"}
    assert told["way_out"]


def test_writing_where_there_is_nothing_to_write_is_refused(desk: TestClient) -> None:
    answer = desk.post(f"{ROOT}/facilities")

    assert (answer.status_code, answer.json()["title"]) == (405, "Method Not Allowed")
    assert answer.headers["allow"] == "GET, HEAD"
    assert desk.put(f"{ROOT}/judgements").headers["allow"] == "GET, HEAD, POST"
    assert desk.put("/review").headers["allow"] == "GET, HEAD, POST"


def test_an_answer_that_is_known_is_not_sent_again(desk: TestClient) -> None:
    first = desk.get(f"{ROOT}/facilities?country=GB")
    again = desk.get(f"{ROOT}/facilities?country=GB", headers={"If-None-Match": first.headers["etag"]})
    other = desk.get(f"{ROOT}/facilities?country=US", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_a_file_holds_every_row_that_fits(desk: TestClient) -> None:
    rows = desk.get(f"{ROOT}/facilities?status=planned&limit=1000&fields=id").json()["rows"]
    as_csv = list(csv.DictReader(io.StringIO(desk.get(f"{ROOT}/facilities.csv?status=planned").text)))
    as_lines = [json.loads(line) for line in desk.get(f"{ROOT}/facilities.jsonl?status=planned").text.splitlines()]
    as_map = desk.get(f"{ROOT}/facilities.geojson?status=planned").json()

    assert [row["id"] for row in as_csv] == [row["id"] for row in as_lines] == [row["id"] for row in rows]
    assert {each["properties"]["id"] for each in as_map["features"]} <= {row["id"] for row in rows}
    assert as_map["features"]


def test_the_past_is_told_as_it_was(desk: TestClient) -> None:
    then = desk.get(f"{ROOT}/facilities?as_of=2022-12-03").json()["total"]
    now = desk.get(f"{ROOT}/facilities").json()["total"]

    assert 0 < then < now


def test_changes_carry_their_words(desk: TestClient) -> None:
    rows = desk.get(f"{ROOT}/changes?since=2022-12-10").json()["rows"]

    assert rows
    assert all(row["citation"]["quote"] and row["after"] for row in rows)


def test_a_quote_stands_in_its_context(desk: TestClient) -> None:
    (row, *_) = desk.get(f"{ROOT}/facilities?q=Sunderland").json()["rows"]
    citation = desk.get(f"{ROOT}/facilities/{row['id']}").json()["parties"][0]["citations"][0]
    asked = {"document": citation["document"], "start": citation["start"], "end": citation["end"]}
    told = desk.get(f"{ROOT}/quote", params=asked).json()

    assert told["words"] in citation["quote"] or citation["quote"].strip("…") in told["words"] + told["after"]
    assert len(told["before"]) <= 600
    assert len(told["after"]) <= 600
    assert desk.get(f"{ROOT}/quote", params={**asked, "end": 10**8}).status_code == 400


def test_names_are_found_by_how_their_words_begin(desk: TestClient) -> None:
    found = desk.get(f"{ROOT}/search?q=sund").json()["rows"]

    assert any("Sunderland" in row["name"] for row in found)
    assert desk.get(f"{ROOT}/search?q=qqqq").json()["rows"] == []


def test_every_answer_has_the_shape_that_is_described(desk: TestClient) -> None:
    told = desk.get(f"{ROOT}/openapi.json").json()
    assert told["openapi"] == "3.1.0"

    for path, methods in told["paths"].items():
        if "{id}" in path:
            first = desk.get(path.removesuffix("/{id}") + "?fields=id&limit=1").json()["rows"][0]["id"]
            check(told, methods["get"], desk.get(path.replace("{id}", first)).json())
        elif "application/json" in methods["get"]["responses"]["200"]["content"]:
            asked = {"since": "2022-12-10", "story": story_of(desk)}
            known = {each["name"] for each in methods["get"]["parameters"]}
            answer = desk.get(path, params={name: value for name, value in asked.items() if name in known})
            if path != f"{ROOT}/quote":
                assert answer.status_code == 200, path
                check(told, methods["get"], answer.json())


def story_of(desk: TestClient) -> str:
    return str(desk.get(f"{ROOT}/stories?limit=1").json()["rows"][0]["id"])


def check(told: dict[str, object], method: dict[str, object], answer: object) -> None:
    responses = method["responses"]
    assert isinstance(responses, dict)
    schema = responses["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(answer, {**schema, "components": told["components"]})


def test_an_empty_store_answers_with_empty_lists(empty_desk: TestClient) -> None:
    for name in LISTS:
        assert empty_desk.get(f"{ROOT}/{name}").json() == {"rows": [], "total": 0, "next": None}


@pytest.mark.parametrize("outcome", RumourOutcome)
def test_every_end_of_a_rumour_can_be_asked_for(desk: TestClient, outcome: RumourOutcome) -> None:
    told = desk.get(f"{ROOT}/rumours?limit=1000&outcome={outcome}")

    assert told.status_code == 200
    assert all(row["outcome"] == outcome for row in told.json()["rows"])
