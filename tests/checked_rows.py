"""Readings that were checked: what `claims/evidence/exactness` is learned from.

Of each the repository keeps the page's address, the reading's signs and the words of its title and its sentence without
order. `printed` ones were judged as a brief prints them, by people who had the text and never saw a rule: right if all
that is printed is borne out, were it little. The others are right if a label has their kind, their stage and all their
parties in the same roles.
"""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from cellwire.claims.evidence.exactness import words_beside
from cellwire.claims.evidence.signs import Signs
from cellwire.claims.gist import Told
from gate import TESTS

CHECKED = TESTS / "claims" / "checked.jsonl.gz"


class Checked(Struct, frozen=True):
    page: str
    stage: str
    title: Told
    own: Told
    signs: frozenset[str]
    right: bool
    printed: bool = False

    @property
    def words(self) -> Signs:
        return words_beside(self.stage, self.title, self.own)

    @property
    def host(self) -> str:
        return urlsplit(self.page).netloc or self.page.partition(":")[0]


def checked_rows() -> list[Checked]:
    return [msgspec.json.decode(line, type=Checked) for line in gzip.decompress(CHECKED.read_bytes()).splitlines()]
