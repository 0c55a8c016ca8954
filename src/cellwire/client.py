"""A desk's record from a notebook: `cellwire.connect("http://desk:8321").facilities(country="GB")`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from cellwire.errors import DeskError

if TYPE_CHECKING:
    from urllib.error import HTTPError

Row = dict[str, Any]
SECONDS = 30
PATIENCE = 600  # seconds for what a desk has to work out first


def connect(url: str, *, token: str | None = None) -> Desk:
    """A desk by its address; nothing is asked yet. Raises `DeskError` for what is no address of one."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise DeskError(url, "no address of a desk", "write it as http://127.0.0.1:8321")
    return Desk(url.rstrip("/"), token)


@dataclass(frozen=True, slots=True)
class Desk:
    """Lists as rows, which polars and pandas take as they are: `polars.DataFrame(desk.deals(company="catl"))`.

    Filters, `sort`, `fields` and `as_of` are those of the desk's description under `/api/v1/openapi.json`. Whatever is
    refused is a `DeskError` in the desk's own words.
    """

    url: str
    token: str | None = None

    def facilities(self, **asked: str) -> list[Row]:
        return list(self.rows("facilities", **asked))

    def deals(self, **asked: str) -> list[Row]:
        return list(self.rows("deals", **asked))

    def rumours(self, **asked: str) -> list[Row]:
        return list(self.rows("rumours", **asked))

    def companies(self, **asked: str) -> list[Row]:
        return list(self.rows("companies", **asked))

    def stories(self, **asked: str) -> list[Row]:
        return list(self.rows("stories", **asked))

    def changes(self, since: str, **asked: str) -> list[Row]:
        """Since the end of a day, written 2022-12-11."""
        return list(self.rows("changes", since=since, **asked))

    def entry(self, list_: str, id: str, **asked: str) -> Row:
        """One entry with every value and everybody who says so: `desk.entry("facilities", "fac_4c4e5b6d")`."""
        return self.get(f"/api/v1/{quote(list_)}/{quote(id)}", **asked)

    def rows(self, list_: str, **asked: str) -> Iterator[Row]:
        """All rows of a list, page after page."""
        told = self.get(f"/api/v1/{quote(list_)}", **asked)
        yield from told["rows"]
        while told.get("next"):
            told = self.get(told["next"])
            yield from told["rows"]

    def get(self, path: str, **asked: str) -> Row:
        """The desk's answer at an address of its own."""
        from urllib.error import HTTPError, URLError
        from urllib.request import Request, urlopen

        address = self.url + path + (f"?{urlencode(asked)}" if asked else "")
        headers = {"Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        end = time.monotonic() + PATIENCE
        try:
            while True:
                try:
                    with urlopen(Request(address, headers=headers), timeout=SECONDS) as answer:
                        told = json.load(answer)
                    break
                except HTTPError as refusal:
                    if not _is_later(refusal) or time.monotonic() > end:
                        raise _refused(address, refusal) from refusal
                    time.sleep(int(refusal.headers["Retry-After"]))
        except (URLError, TimeoutError, json.JSONDecodeError) as problem:
            raise DeskError(address, f"does not answer ({problem})", "is the desk running? cellwire serve") from problem
        assert isinstance(told, dict), "every answer of the API is an object"
        return told


def _is_later(refusal: HTTPError) -> bool:
    """Whether the answer is being worked out, and when to ask for it again is said."""
    return refusal.code == 503 and refusal.headers.get("Retry-After", "").isdecimal()


def _refused(address: str, refusal: HTTPError) -> DeskError:
    """In the desk's own words, where it is a desk that answers."""
    try:
        told = json.load(refusal)
    except json.JSONDecodeError:
        return DeskError(address, f"refused with {refusal.code}", "is this the address of a desk?")
    return DeskError(address, str(told.get("detail", refusal.reason)), str(told.get("way_out", "")))
