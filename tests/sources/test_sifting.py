"""The quick look at a page's bytes: rather one page too many than one too few."""

import json
from pathlib import Path

import pytest

from cellwire.sources import may_tell

TESTS = Path(__file__).parents[1]


ENGLISH = (
    "A new Battery plant",
    "Gigafactories",
    "12 GWh a year",
    "CALB and a maker of buses part",
    "Fire in a cell factory",
)
SAID = {
    "utf-8": (
        *ENGLISH,
        "Batteriezellfertigung",
        "宁德时代的电池工厂",
        "배터리 공장",
        "電池工場",
        "une batterie française",
    ),
    "utf-16": (*ENGLISH, "宁德时代的电池工厂", "배터리 공장"),
    "utf-32": ENGLISH,
    "cp1252": (*ENGLISH, "une batterie française"),
    "gb18030": ("宁德时代的电池工厂",),
    "big5": ("電池工廠",),
    "shift_jis": ("電池工場", "リチウム"),
    "euc_jp": ("電池工場",),
    "euc_kr": ("배터리 공장",),
}


@pytest.mark.parametrize(("encoding", "page"), [(key, page) for key, pages in SAID.items() for page in pages])
def test_a_word_of_the_industry_is_found_in_any_encoding(encoding: str, page: str) -> None:
    assert may_tell(page.encode(encoding))


@pytest.mark.parametrize(
    "page",
    ["A cup final in Prague", "prison cells", "a francavilla", "politiologist", "id=a4680f", "UNCATEGORISED", "AMWhen"],
)
def test_other_pages_are_passed_over(page: str) -> None:
    assert not may_tell(page.encode())


def test_of_the_labelled_texts_that_tell_something_all_but_a_few_are_kept() -> None:
    rows = [json.loads(line) for line in (TESTS / "claims" / "labels.jsonl").read_text("utf-8").splitlines()]
    texts = {path.stem: path for path in (TESTS / "claims" / "texts").iterdir()}
    telling = [row["id"] for row in rows if row["events"]]
    lost = [id for id in telling if not may_tell(texts[id].read_bytes())]

    assert len(telling) > 100
    assert len(lost) <= len(telling) * 0.01
