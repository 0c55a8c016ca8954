"""Which size is each plant's, which is what several have together, and what is there already."""

from __future__ import annotations

import pytest

from cellwire.claims import read_developments
from cellwire.claims.developments import read_all
from cellwire.lexicon import load_lexicon
from claims.telling import document

ROWS = [
    (
        "Kestrel Power is building two cell plants side by side in Macon, each good for 40 GWh a year. That makes 80 GWh "
        "for the site.",
        {"40 GWh/yr": "phase", "80 GWh/yr": "total"},
    ),
    (
        "Kestrel Power will build two battery cell plants in Macon, each with an annual capacity of 40 GWh. Together "
        "they will make 80 GWh of cells a year.",
        {"40 GWh/yr": "phase", "80 GWh/yr": "total"},
    ),
    ("Together the two cell plants that Halden Power is building in Kokkola will make 54 GWh.", {"54 GWh/yr": "total"}),
    ("Halden Power picked Kokkola for its first cell factory, which is to make 20 GWh.", {"20 GWh/yr": "new"}),
    (
        "Quillon Battery will expand its battery plant in Lublin. The plant makes 10 GWh a year today.",
        {"10 GWh/yr": "existing"},
    ),
    (
        "Quillon Battery will expand its battery plant in Lublin, which will increase its annual production capacity in Lublin by more than 35 GWh to around 65 GWh.",
        {"at least 35 GWh/yr": "new", "about 65 GWh/yr": "total"},
    ),
    (
        "Halden Materials will build a recycling plant in Lublin that can take 40,000 tons of iron phosphate and 90,000 "
        "tons of graphite per year.",
        {"40,000 t/yr": "new", "90,000 t/yr": "new"},
    ),
    ("Halden Power commissioned the first phase of its 2 GWh battery storage project in Kokkola.", {"2 GWh": "total"}),
    ("Halden Power commissioned a first phase of 2 GWh at its battery storage project in Kokkola.", {"2 GWh": "phase"}),
]


@pytest.mark.parametrize(
    "text",
    [
        "Halden Lithium is building a lithium plant in Kokkola, with 350 million tonnes of clay.",
        "Halden Lithium opened a 250-million-tonne lithium mine in Kokkola.",
    ],
)
def test_more_tonnes_than_any_plant_makes_are_a_deposits(text: str) -> None:
    [told] = read_developments(document(text, title="News of plants"), load_lexicon())

    assert (told.kind, told.capacity) == ("facility", ())


@pytest.mark.parametrize(("text", "scopes"), ROWS)
def test_a_size_is_a_parts_the_wholes_or_there_already(text: str, scopes: dict[str, str]) -> None:
    told = read_developments(document(text, title="News of plants"), load_lexicon())

    assert {size.text: str(size.scope) for each in told for size in each.capacity} == scopes


def test_a_size_is_told_as_a_years_where_the_text_says_so_below_its_title() -> None:
    text = "Quillon Battery will raise the output of its cell plant in Lublin to 18 gigawatt hours per year."
    [told] = read_developments(document(text, title="Quillon Battery lifts Lublin plant to 18 GWh"), load_lexicon())

    assert [size.per_year_said for size in told.capacity] == [True]


def test_a_further_phase_that_is_shelved_does_not_end_the_plant_that_opens() -> None:
    text = (
        "Lumira Materials opened the first phase of its cathode plant in Debrecen, Hungary. The second phase has been "
        "shelved, the company said."
    )
    [told, *_] = read_developments(document(text, title="Lumira Materials in Debrecen"), load_lexicon())

    assert (told.stage, told.place and told.place.name) == ("operating", "Debrecen")


def test_what_is_bought_for_a_plant_is_not_what_it_makes() -> None:
    text = (
        "Lumira Materials will supply Halden Power with cathode material for its Kokkola plant, which has been under "
        "construction since April."
    )
    told = [
        each for each, _ in read_all(document(text, title="Halden Power signs up Lumira for cathodes"), load_lexicon())
    ]

    assert {str(each.kind): each.product and each.product.name for each in told} == {
        "supply": "cathode",
        "facility": None,
    }
