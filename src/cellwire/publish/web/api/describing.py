"""The API's description, made from what it is made of: tables, filters, nouns and errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cellwire import __version__
from cellwire.model import (
    Company,
    Deal,
    Development,
    Facility,
    Judgement,
    Question,
    RecordChange,
    Rumour,
    Story,
    Verdict,
)
from cellwire.publish.export import MEDIA, Form, Table
from cellwire.publish.view import LIMIT, MOST_ROWS, SHELVES, Filter, Shelf, SourceTold, Window
from cellwire.publish.web.api.routes import ASKED, FOUND, MOST_DECISIONS, MOST_FOUND, ROOT, WITHIN, api_routes, forms_of
from cellwire.publish.web.problems import MEDIA_TYPE

NOUNS = {"facilities": Facility, "deals": Deal, "rumours": Rumour, "companies": Company, "stories": Story}
TYPES = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}
WORDS: dict[str, Any] = {"type": "string", "minLength": 1}
SAID = {**WORDS, "pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$"}  # something, and nothing that no text holds
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "way_out"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "the thing and the problem"},
        "thing": {"type": "string"},
        "way_out": {"type": "string", "description": "what would help"},
    },
}
REFUSAL = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
DAY = {"type": "string", "format": "date"}
AS_OF = ("as_of", "answer with what had been captured by that day", DAY, "2022-12-10")
Schema = dict[str, Any]
Parameter = tuple[str, str, Schema | None, Any] | tuple[str, str, Schema | None, Any, bool]  # True: must be given


def description_route() -> Route:
    """Serves the description; it is made once."""
    told = openapi()

    def description(_: Request) -> Response:
        return JSONResponse(told)

    return Route(f"{ROOT}/openapi.json", description)


def openapi() -> Schema:
    described = {f"{ROOT}": _path("index", "What there is, and where.", [AS_OF], _rowsless())}
    for shelf in SHELVES:
        described |= _shelf_paths(shelf)
    described |= _other_paths()
    described[f"{ROOT}/judgements"] |= {"post": _deciding()}
    served = {route.path for route in api_routes()}
    assert served == set(described), f"not described: {served ^ set(described)}"
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "cellwire",
            "version": __version__,
            "summary": "The battery industry's plants, deals, rumours and companies, each value with its source.",
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": described,
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _shelf_paths(shelf: Shelf[Any]) -> Schema:
    filters, names = [_filter(each) for each in shelf.filters], shelf.table.names
    orders = {"type": "string", "enum": [*names, *(f"-{name}" for name in names)]}
    some = {"type": "string", "pattern": f"^({'|'.join(names)})(,({'|'.join(names)}))*$"}
    paging: list[Parameter] = [
        ("sort", "a field, with - before it for the largest first", orders, f"-{names[1]}"),
        ("limit", "rows of a page", {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": LIMIT}, 20),
        ("after", "the cursor that `next` of the page before holds", {**WORDS, "pattern": "^[A-Za-z0-9_-]+$"}, None),
        ("fields", "only these fields, with commas between", some, ",".join(names[:2])),
    ]
    described = {
        f"{ROOT}/{shelf.name}": _path(
            f"list_{shelf.name}", shelf.table.meaning, [AS_OF, *filters, *paging], _page_of(shelf.table)
        ),
        f"{ROOT}/{shelf.name}/{{id}}": _path(
            f"get_{shelf.name}",
            f"One of the {shelf.name} with every value, everybody who says so, and their words.",
            [AS_OF],
            {"$ref": f"#/components/schemas/{NOUNS[shelf.name].__name__}"},
            id=True,
        ),
    }
    for form in forms_of(shelf):
        described[f"{ROOT}/{shelf.name}.{form}"] = _path(
            f"{form}_{shelf.name}", f"All rows that fit, as {form.upper()}.", [AS_OF, *filters], None, form=form
        )
    return described


def _other_paths() -> Schema:
    entries = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS}
    within: Schema = {"type": "string", "enum": list(WITHIN), "default": WITHIN[0]}
    search: list[Parameter] = [AS_OF, ("q", "words; of a name also how they begin", None, "sunderland")]
    found_most = {"type": "integer", "minimum": 1, "maximum": MOST_FOUND, "default": FOUND}
    search += [("within", "names of entries, or headlines and quotes", within, "quotes"), ("limit", "", found_most, 8)]
    place = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
    skipped = {"type": "integer", "minimum": 0, "maximum": 9_999_999, "default": 0}
    stretch: list[Parameter] = [("document", "a citation's", None, "doc_…", True)]
    stretch += [("start", "a citation's", place, 0, True), ("end", "a citation's", place, 5, True)]
    quotes = {"type": "array", "items": {"type": "object", "required": ["quote", "document", "start", "end"]}}
    found = {
        "type": "object",
        "required": ["list", "id", "name"],
        "properties": {**dict.fromkeys(("list", "id", "name"), TYPES["string"]), "quotes": quotes},
    }
    return {
        f"{ROOT}/developments": _path(
            "list_developments",
            "What each document tells of a story.",
            [AS_OF, ("story", "a story's id", None, "sto_…", True)],
            _rows_of("Development"),
        ),
        f"{ROOT}/changes": _path(
            "list_changes",
            "What the record tells otherwise than before a day.",
            [AS_OF, ("since", "against what had been captured by the end of that day", DAY, "2022-12-11", True)],
            _rows_of("RecordChange"),
        ),
        f"{ROOT}/judgements": _path("list_judgements", "Who decided what, and why.", [], _rows_of("Judgement")),
        f"{ROOT}/questions": _path(
            "list_questions",
            "What is open, weightiest first.",
            [
                ("limit", "rows of a page", {**entries, "default": ASKED}, 40),
                ("skip", "rows of the pages before", skipped, 20),
            ],
            _paged(_rows_of("Question")),
        ),
        f"{ROOT}/sources": _path("list_sources", "Sources, and how each does.", [], _rows_of("SourceTold")),
        f"{ROOT}/search": _path("search", "Entries by their names, or stories by their quotes.", search, _rows(found)),
        f"{ROOT}/quote": _path(
            "quote", "A citation's words in their context.", stretch, {"$ref": "#/components/schemas/Window"}
        ),
    }


def _path(
    name: str,
    summary: str,
    parameters: Iterable[Parameter],
    schema: Schema | None,
    *,
    id: bool = False,
    form: Form | None = None,
) -> Schema:
    content = {"application/json": {"schema": schema}} if form is None else {MEDIA[form]: {}}
    asked = [_parameter(*each) for each in parameters]
    if id:
        asked.insert(0, {"name": "id", "in": "path", "required": True, "schema": WORDS})
    answers = {
        "200": {"description": summary, "content": content, "headers": {"ETag": {"schema": TYPES["string"]}}},
        "304": {"description": "known already, by If-None-Match"},
        "400": {"description": "a parameter without a meaning", **REFUSAL},
        "404": {"description": "nothing there", **REFUSAL},
        "429": {"description": "asked too much", **REFUSAL},
        "503": {"description": "the store cannot be used", **REFUSAL},
    }
    return {"get": {"operationId": name, "summary": summary, "parameters": asked, "responses": answers}}


def _deciding() -> Schema:
    """The one address that writes."""
    words = {"type": "array", "items": SAID, "minItems": 1, "maxItems": 3}
    one = {"verdict": {"type": "string", "enum": list(Verdict)}, "words": words}
    by = {**dict.fromkeys(("author", "reason"), SAID), "preview": {**TYPES["boolean"], "default": False}}
    several = {"type": "object", "required": ["verdict", "words"], "properties": one}
    many = {"decisions": {"type": "array", "items": several, "minItems": 1, "maxItems": MOST_DECISIONS}}
    decision = {
        "oneOf": [
            {"type": "object", "required": ["verdict", "words", "author", "reason"], "properties": {**one, **by}},
            {"type": "object", "required": ["decisions", "author", "reason"], "properties": {**many, **by}},
        ]
    }
    refused = {
        "400": "no judgement, or one that means nothing",
        "401": "no token, or a wrong one",
        "403": "a desk that is read-only",
        "404": "no such thing",
        "409": "contradicts another",
        "413": "longer than any judgement",
        "429": "asked too much",
        "503": "the store cannot be used",
    }
    changed = {"type": "array", "items": {"$ref": "#/components/schemas/RecordChange"}}
    judged = {"type": "array", "items": {"$ref": "#/components/schemas/Judgement"}}
    names = {"type": "array", "items": TYPES["string"]}
    told = {"judgements": judged, "changes": changed, "gone": names, "come": names}
    kept = {"application/json": {"schema": {"type": "object", "required": list(told), "properties": told}}}
    return {
        "operationId": "decide",
        "summary": "Keep judgements, all or none; what they changed is the answer. A preview keeps nothing.",
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": decision}}},
        "responses": {
            "200": {"description": "what it would change, for a preview", "content": kept},
            "201": {"description": "kept", "content": kept},
            **{status: {"description": meaning, **REFUSAL} for status, meaning in refused.items()},
        },
    }


def _parameter(name: str, meaning: str, schema: Schema | None, example: Any, needed: bool = False) -> Schema:
    told = {"name": name, "in": "query", "required": needed, "description": meaning, "schema": schema or WORDS}
    return told if example is None else {**told, "examples": {"one": {"value": example}}}


def _filter(each: Filter[Any]) -> Parameter:
    schema = DAY if each.is_date else {"type": "string", "enum": list(each.choices)} if each.choices else None
    if each.form:
        schema = {"type": "string", "pattern": each.form}
    return each.name, each.meaning, schema, each.example


def _page_of(table: Table[Any]) -> Schema:
    fields = {field.name: {**TYPES[field.type], "description": field.meaning} for field in table.fields}
    return _paged(_rows({"type": "object", "properties": fields}))


def _paged(rows: Schema) -> Schema:
    more = {"total": {"type": "integer"}, "next": {"type": ["string", "null"]}}
    return {**rows, "required": ["rows", "total", "next"], "properties": {**rows["properties"], **more}}


def _rows(row: Schema) -> Schema:
    return {"type": "object", "required": ["rows"], "properties": {"rows": {"type": "array", "items": row}}}


def _rows_of(noun: str) -> Schema:
    return _rows({"$ref": f"#/components/schemas/{noun}"})


def _rowsless() -> Schema:
    return {"type": "object", "required": ["version", "stamp", "lists"], "properties": {"lists": {"type": "object"}}}


def _schemas() -> Schema:
    """The nouns as the model holds them; a partial date is the text that it is written as."""
    told: Schema = {"Problem": PROBLEM}
    nouns = (*NOUNS.values(), Development, RecordChange, Judgement, SourceTold, Question, Window)
    told |= msgspec.json.schema_components(nouns, ref_template="#/components/schemas/{name}")[1]
    told["Judgement"]["properties"]["id"] = {**TYPES["string"], "description": "by which it is taken back"}
    told["PartialDate"] = {"type": "string", "pattern": r"^\d{4}(-(H[12]|Q[1-4]|\d\d(-\d\d)?))?$"}
    return told
