"""`cellwire search`: what is found, in which form, and what cannot be asked."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cellwire


@pytest.fixture
def told(cellwire: Cellwire, news: Path) -> Cellwire:
    assert cellwire("import", news, "--published", "2022-12-17").code == 0
    return cellwire


def test_a_hit_stands_with_its_quote(told: Cellwire) -> None:
    ended = told("search", "broke", "ground", "--format", "jsonl")

    [hit] = map(json.loads, ended.out.splitlines())
    assert hit["story"].startswith("sto_")
    assert "broke ground" in hit["quotes"][0]["quote"]
    assert "Volta Cells" in told("search", "broke ground").out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("Debrecen", "--company", "volta"), True),
        (("Debrecen", "--company", "Ford"), False),
        (("Debrecen", "--kind", "facility"), True),
        (("Debrecen", "--kind", "supply"), False),
        (("Debrecen", "--since", "2022-12-17"), True),
        (("Debrecen", "--since", "2022-12-18"), False),
        (("Debrecen", "--as-of", "2022-12-18"), False),
        (("ground broke", "--format", "table"), False),
    ],
)
def test_filters_leave_out_what_does_not_fit(told: Cellwire, words: tuple[str, ...], found: bool) -> None:
    ended = told("search", *words)

    assert ended.code == 0
    assert ("sto_" in ended.out) is found


def test_a_question_without_a_word_is_refused(told: Cellwire) -> None:
    ended = told("search", "…")

    assert ended.code == 2
    assert "no word" in ended.err
