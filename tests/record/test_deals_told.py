"""Deals as news tells them over a year: which tellings are of one, who is on which side, how it ended."""

import pytest

from record.test_two_plants import record_of

OFFERED = "The US Department of Energy announced a conditional commitment for a loan of $2 billion to Kestrel Battery."
CLOSED = "The US Department of Energy closed its loan of $2 billion to Kestrel Power, formerly Kestrel Battery."
ANOTHER = "The US Department of Energy closed its loan of $300 million to Kestrel Power, formerly Kestrel Battery."
MEMORANDUM = (
    "Lumira Materials and Halden Power signed a memorandum of understanding. Lumira would supply Halden Power "
    "with 100,000 tonnes of cathode material."
)
SIGNED = "Lumira Materials signed a binding contract to supply Halden Power with 100,000 tonnes of cathode material."
ENDED = "Halden Power terminated its supply contract with Lumira Materials for 100,000 tonnes of cathode material."


@pytest.mark.parametrize("seed", [None, *range(4)])
@pytest.mark.parametrize(
    ("last", "sums"), [(CLOSED, ["USD 2 billion"]), (ANOTHER, ["USD 2 billion", "USD 300 million"])]
)
def test_the_same_sum_is_one_deal_though_a_later_text_names_one_more(last, sums, seed):
    deals = record_of(OFFERED, last, seed=seed).deals

    assert [fact.value.text for deal in deals for fact in deal.facts if fact.attribute == "money"] == sums


@pytest.mark.parametrize("seed", [None, *range(4)])
def test_whoever_ends_a_contract_stays_on_the_side_where_most_texts_have_it(seed):
    [deal] = record_of(MEMORANDUM, SIGNED, ENDED, seed=seed).deals

    assert (deal.name, str(deal.rung)) == ("Lumira Materials – Halden Power: ended (cathode)", "terminated")
    assert [(party.name, party.role) for party in deal.parties] == [
        ("Lumira Materials", "supplier"),
        ("Halden Power", "customer"),
    ]


def test_two_texts_that_disagree_on_the_sides_are_both_kept():
    [deal] = record_of(SIGNED, ENDED).deals

    assert len(deal.parties) == 4
