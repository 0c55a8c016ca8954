"""Capacity that a scheme awards is no plant and no supply; a plant in a town and a supply won by tender are."""

import pytest

from claims.telling import read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The ministry has selected Alder Energy as the successful bidder for the production linked incentive scheme to "
         "set up 10 GWh of cell capacity.", set()),
        ("Alder Energy was awarded 20 GWh capacity at that time and Birch Motors and Cedar Cells received 5 GWh each.",
         set()),
        ("Alder Energy will receive benefits to set up 10 GWh of battery manufacturing capacity under the government's "
         "PLI scheme.", set()),
        ("Alder Energy, which won incentives under the PLI scheme, will build a 10 GWh battery plant in Jamnagar.",
         {"facility"}),
        ("Alder Energy won a tender to supply Birch Motors with 100 MWh of batteries.", {"supply"}),
    ],
    ids=["a bidder", "capacity", "benefits", "a plant in a town", "a tender for goods"],
)  # fmt: skip
def test_capacity_that_a_scheme_awards_is_no_plant(text: str, kinds: set[str]) -> None:
    assert {str(each.kind) for each in read(text)} == kinds
