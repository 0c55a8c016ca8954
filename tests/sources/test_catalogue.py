"""The catalogue: every row whole, every address one that may be asked, nothing listed twice."""

import re

import pytest

from cellwire.model import Source
from cellwire.sources import load_catalogue
from cellwire.sources.asking.addresses import checked_address

ALL = list(load_catalogue().values())
TIERS = {"trade press", "agency", "company", "government", "exchange", "newsletter"}


@pytest.mark.parametrize("source", ALL, ids=lambda source: source.id)
def test_a_row_says_what_a_reader_needs(source: Source) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", source.id)
    assert checked_address(source.url) == source.url
    assert source.url.startswith("https://")
    assert source.tier in TIERS
    assert re.fullmatch(r"[a-z]{2}", source.language)
    assert all((source.name, source.licence, source.cited))
    assert source.every_hours >= 1
    assert source.per_week > 0


def test_nothing_is_listed_twice() -> None:
    addresses = [re.sub(r"^https://(www\.)?|/$", "", source.url) for source in ALL]

    assert len(set(addresses)) == len(ALL) == len({source.name for source in ALL})


def test_the_catalogue_covers_the_field() -> None:
    assert len(ALL) >= 60
    assert {"en", "de", "zh", "ko", "ja"} <= {source.language for source in ALL}
    assert {"trade press", "agency", "company", "government", "exchange"} <= {source.tier for source in ALL}


def test_an_address_names_the_public_list_it_stands_in() -> None:
    assert [source.id for source in ALL if not re.fullmatch(r"github\.com/[\w.-]+/[\w.-]+, \S.*", source.cited)] == []
