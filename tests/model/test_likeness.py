"""When two names can mean one place, and which of a company's plants words speak of."""

import pytest

from cellwire.model import Known, Place, Span, ordinal, same_place

NOWHERE = Span(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bartow", "Bartow County", True),
        ("Florence County", "Florence", True),
        ("Kansas", "Kansas City", False),
        ("Berkeley County", "Charleston", False),
    ],
)
def test_a_county_is_meant_by_its_bare_name_too(one, other, same):
    assert (same_place(Place(one, "US", NOWHERE), Place(other, "US", NOWHERE), Known()) is not None) is same


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("its second UK plant", 2),
        ("its second power battery plant", 2),
        ("A second European factory is planned in Debrecen", None),
        ("the company's second overseas plant", None),
        ("in Japan at first and later at the plant in De Soto", None),
        ("The first of them came off a line in the plant", None),
        ("First cells from the German plant", None),
    ],
)
def test_only_a_plants_own_count_says_which_plant_it_is(words, which):
    assert ordinal(words) == which


@pytest.mark.parametrize(("written", "named"), [("GLENDALE", "Glendale"), ("Glendale", "Glendale"), ("UK", "UK")])
def test_the_capitals_of_a_dateline_are_no_spelling(written, named):
    assert Known().place(Place(written, None, NOWHERE)) == named
