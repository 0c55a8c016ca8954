"""Floors only rise, and a changed corpus is announced."""

from pathlib import Path

import pytest

from gate import Floors, below, load_floors, problems, repinned, save_floors, worst

PINNED = Floors({"own": {"corpus": "abc", "floors": {"fact F1": 0.7, "slot jobs F1": 0.5}}}, {"once": ["why"]})


def test_a_figure_under_its_floor_is_named_with_both() -> None:
    assert below({"fact F1": 0.69}, {"fact F1": 0.7}) == {"fact F1": (0.69, 0.7)}
    assert below({"fact F1": 0.7}, {"fact F1": 0.7}) == {}


def test_a_figure_that_is_no_longer_measured_is_a_drop() -> None:
    assert below({}, {"slot jobs F1": 0.5}) == {"slot jobs F1": (0.0, 0.5)}


def test_the_gate_opens_where_nothing_dropped() -> None:
    assert problems({"own": ("abc", {"fact F1": 0.7, "slot jobs F1": 0.6})}, PINNED) == []


@pytest.mark.parametrize(
    ("measured", "says"),
    [
        ({"own": ("abc", {"fact F1": 0.7, "slot jobs F1": 0.4})}, "slot jobs F1 0.400 BELOW its floor 0.500"),
        ({"own": ("xyz", {"fact F1": 0.8, "slot jobs F1": 0.6})}, "changed since the floors were pinned"),
        ({"new": ("abc", {"fact F1": 0.8})}, "no floors yet"),
    ],
)
def test_the_gate_stays_shut_and_says_why(measured: dict[str, tuple[str, dict[str, float]]], says: str) -> None:
    [problem] = problems(measured, PINNED)

    assert says in problem


def test_a_set_that_is_not_here_keeps_its_floors() -> None:
    assert problems({}, PINNED) == []
    assert repinned({}, PINNED, None) == PINNED


def test_pins_rise_by_themselves() -> None:
    new = repinned({"own": ("xyz", {"fact F1": 0.8, "slot jobs F1": 0.5})}, PINNED, None)

    assert isinstance(new, Floors)
    assert new.sets["own"] == {"corpus": "xyz", "floors": {"fact F1": 0.8, "slot jobs F1": 0.5}}


def test_pins_refuse_to_fall() -> None:
    assert repinned({"own": ("abc", {"fact F1": 0.6, "slot jobs F1": 0.5})}, PINNED, None) == [
        "own fact F1 0.700 -> 0.600"
    ]


def test_a_drop_that_somebody_answers_for_is_kept_with_its_reason() -> None:
    new = repinned({"own": ("abc", {"fact F1": 0.6, "slot jobs F1": 0.5})}, PINNED, "harder texts")

    assert isinstance(new, Floors)
    assert new.accepted == {"once": ["why"], "harder texts": ["own fact F1 0.700 -> 0.600"]}


def test_floors_are_kept_as_they_are(tmp_path: Path) -> None:
    save_floors(PINNED, tmp_path / "floors.json")

    assert load_floors(tmp_path / "floors.json") == PINNED
    assert load_floors(tmp_path / "none.json") == Floors()


def test_the_text_with_most_wrong_facts_comes_first() -> None:
    event = {"kind": "facility", "stage": "announced", "parties": [{"name": "BYD", "role": "owner"}]}
    rows = [{"id": "read", "events": [event]}, {"id": "unread", "events": [event]}]

    first, second = worst(rows, {"read": [event]})

    assert first.startswith("unread: 0 facts invented, 4 missed")
    assert second.startswith("read: 0 facts invented, 0 missed")
