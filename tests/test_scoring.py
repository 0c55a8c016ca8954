"""Scores count facts, whatever their order."""

from typing import Any

import pytest

from scoring import Tally, pairs, same_name, score


def told(kind: str = "facility", stage: str = "announced", **slots: Any) -> dict[str, Any]:
    return {"kind": kind, "stage": stage, "certainty": "confirmed", **slots}


def by(*names: str, role: str = "owner") -> list[dict[str, str]]:
    return [{"name": name, "role": role} for name in names]


def text(
    *events: dict[str, Any], relevant: bool = True, optional: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    return {"id": "t", "relevant": relevant, "events": list(events), "optional_events": optional or []}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("CATL", "Contemporary Amperex Technology Co., Limited", True),
        ("General Motors", "GM", True),
        ("Norrvik Cells AB", "Norrvik Cells", True),
        ("Samsung SDI", "Samsung", True),
        ("Škoda Auto", "Skoda", True),
        ("Stellantis", "Stella", False),
        ("LG", "LG Chem", False),  # two letters prove nothing
        ("", "BYD", False),
    ],
)
def test_names_are_the_same_if_one_s_words_are_all_in_the_other(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize(
    ("slot", "labelled", "read", "hit"),
    [
        ("capacity", [{"value": 12, "unit": "GWh/yr"}], [{"value": 12000, "unit": "MWh"}], True),
        ("capacity", [{"value": 12, "unit": "GWh/yr"}], [{"value": 12, "unit": "t/yr"}], False),
        ("money", [{"amount": 1e9, "currency": "EUR"}], [{"amount": 1.005e9, "currency": "EUR"}], True),
        ("money", [{"amount": 1e9, "currency": "EUR"}], [{"amount": 1e9, "currency": "USD"}], False),
        ("jobs", 1000, 1000, True),
        ("jobs", 1000, 1100, False),
        ("date", [{"what": "event", "date": "2025"}], [{"what": "completion", "date": "2025"}], True),
        ("date", [{"what": "event", "date": "2025"}], [{"what": "event", "date": "2025-06"}], True),
        ("date", [{"what": "event", "date": "2025"}], [{"what": "completion", "date": "2025-06"}], False),
        ("chemistry", ["NCM"], ["NMC"], True),
        ("chemistry", ["LFP"], ["LMFP"], False),
        ("product", "cell", "pack", False),
    ],
)
def test_values_of_a_slot_agree_by_its_own_rule(slot: str, labelled: Any, read: Any, hit: bool) -> None:
    name = {"date": "dates"}.get(slot, slot)
    label, reading = told(parties=by("BYD"), **{name: labelled}), told(parties=by("BYD"), **{name: read})

    scored = score([(text(label), [reading])])

    assert scored.slots[slot] == (Tally(hit=1) if hit else Tally(extra=1, missed=1))


def test_owner_and_operator_are_as_good_as_one_another() -> None:
    scored = score([(text(told(parties=by("BYD"))), [told(parties=by("BYD", role="operator"))])])

    assert scored.slots["role"] == Tally(hit=1)


def test_a_missed_and_an_invented_development_cost_all_their_facts() -> None:
    label, invented = told(parties=by("BYD"), place="Szeged"), told("market", "reported", parties=by("CATL"))

    scored = score([(text(label), [invented])])

    assert scored.development == Tally(extra=1, missed=1)
    assert scored.fact == Tally(extra=4, missed=5)
    assert scored.kinds == {"facility": Tally(missed=1), "market": Tally(extra=1)}


def test_background_and_optional_developments_are_neither_asked_for_nor_punished() -> None:
    old, spare = told(parties=by("BYD"), background=True), told("market", "reported", parties=by("CATL"))

    scored = score([(text(old, optional=[spare]), [told(parties=by("BYD")), spare])])

    assert scored.development == Tally()
    assert scored.relevance == Tally(hit=1)


def test_what_is_read_as_background_is_not_punished() -> None:
    assert score([(text(), [told(parties=by("BYD"), background=True)])]).development == Tally()


def test_a_label_accepts_its_alternatives() -> None:
    label = told(parties=by("BYD"), alt={"kind": "investment", "stage": ["completed"]})

    scored = score([(text(label), [told("investment", "completed", parties=by("BYD"))])])

    assert (scored.development, scored.stage_right) == (Tally(hit=1), 1)


def test_the_likest_are_paired_first() -> None:
    labels = [told(parties=by("BYD"), place="Szeged"), told(parties=by("BYD"), place="Manisa")]

    assert set(pairs(labels, labels[::-1])) == {(0, 1), (1, 0)}


def test_a_shared_country_is_not_enough_to_be_one_development() -> None:
    assert not pairs([told(parties=by("BYD"), country="HU")], [told(parties=by("CATL"), country="HU")])


def test_a_law_without_parties_is_found_by_its_kind() -> None:
    assert pairs([told("policy", "adopted")], [told("policy", "adopted", parties=by("EU"))]) == [(0, 0)]


def test_a_text_that_is_no_news_counts_against_relevance_only_if_something_is_read() -> None:
    assert score([(text(relevant=False), [])]).relevance == Tally()
    assert score([(text(relevant=False), [told()])]).relevance == Tally(extra=1)
    assert score([(text(told()), [])]).relevance == Tally(missed=1)
