"""Every number has a source and a mark, none comes from memory, and one's own take their place."""

import re
from importlib.resources import files

import pytest

from cellwire.errors import BadAssumption
from cellwire.lexicon import load_lexicon
from cellwire.model import GROUPS, Status
from cellwire.outlook import MARKS, Band, load_assumptions

TEXT = files("cellwire.outlook").joinpath("assumptions.toml").read_text("utf-8")
ASSUMED = load_assumptions()
each_number = pytest.mark.parametrize("number", ASSUMED.listed, ids=lambda number: number.name)


@each_number
def test_every_number_has_a_source_a_unit_and_a_mark(number):
    assert len(number.source) >= len("opinion")  # no mere "ibid."
    assert number.unit
    assert number.mark in {"V", "D", "S", "A"}


@each_number
def test_what_is_an_opinion_says_so_and_is_no_figure_of_a_material(number):
    assert (number.mark == "A") == number.source.startswith("opinion")
    assert not (number.mark == "A" and number.name.startswith("materials"))


def test_nothing_comes_from_memory():
    assert "M" not in MARKS
    assert not re.search(r'mark = "M"|\[M\]', TEXT)


def test_every_number_of_the_file_is_listed():
    """Nothing that has a mark is passed over, so that nothing is counted with that `--explain` does not show."""
    assert len(ASSUMED.listed) == len(re.findall(r"\bmark = ", TEXT))


@pytest.mark.parametrize("status", [status for status in Status if GROUPS[status] in ("planned", "operating")])
def test_every_living_status_has_a_firmness(status):
    assert 0 < ASSUMED.firmness(status) <= 1


def test_a_step_further_is_no_less_firm():
    ladder = [status for status in Status if GROUPS[status] in ("speculative", "planned", "operating")]

    assert sorted(ladder, key=ASSUMED.firmness) == ladder


def test_every_chemistry_is_one_of_the_lexicon():
    assert set(ASSUMED.chemistries) - {"unknown"} <= set(load_lexicon().chemistries)
    assert set(ASSUMED.grades) <= set(ASSUMED.chemistries)


@pytest.mark.parametrize("chemistry", ASSUMED.chemistries)
@pytest.mark.parametrize("material", ASSUMED.materials)
def test_every_chemistry_has_a_figure_for_every_material(chemistry, material):
    from cellwire.outlook.materials import _of_recipe

    assert _of_recipe(ASSUMED.materials[material], chemistry, ASSUMED, ramping=False)


def test_one_s_own_number_takes_the_place_and_says_whose_it_is():
    own = load_assumptions(
        "[firmness]\nannounced = 0.4\n[materials.pvdf]\nNMC = { low = 20, high = 30 }", name="my.toml"
    )
    found = {number.name: number for number in own.listed}

    assert found["firmness.announced"].band == Band(0.4, 0.4, 0.4)
    assert (found["firmness.announced"].mark, found["firmness.announced"].source) == ("own", "my.toml")
    assert found["materials.pvdf.NMC"].band == Band(20, 25, 30)
    assert found["materials.pvdf.LFP"].mark == "D"
    assert len(own.listed) == len(ASSUMED.listed)


def test_a_source_of_one_s_own_is_kept():
    own = load_assumptions('[firmness]\nannounced = { value = 0.4, source = "our back-test" }', name="my.toml")

    assert "our back-test" in {number.source for number in own.listed}


def test_a_chemistry_of_one_s_own_can_be_added():
    own = load_assumptions('[chemistries]\nLMFP = ["LFP"]', name="my.toml")

    assert own.chemistries["LMFP"] == ("LFP",)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("[firmness]\nanounced = 0.3", "firmness: anounced: is no assumption; known: rumoured, announced"),
        ("[firmnes]\nannounced = 0.3", "firmnes: is no assumption; known: firmness, start"),
        ("[materials.gold]\nNMC = 1", "materials: gold: is no assumption; known: cathode"),
        ("[firmness]\nannounced = 1.3", "firmness.announced: is a share, and 1.3 is more than all"),
        ("[firmness]\nannounced = -1", "firmness.announced: is no number and no band"),
        ("[firmness]\nannounced = 'much'", "firmness.announced: is no number and no band"),
        ("[firmness]\nannounced = nan", "firmness.announced: is no number and no band"),
        ("[yields]\nactive = { low = 0.9, high = 0.8 }", "yields.active: is no number and no band"),
        ("[yields]\nactive = { low = 0, high = 0.8 }", "yields.active: cannot be nothing"),
        ("[ramp]\nmonths = 0", "ramp.months: cannot be nothing"),
        ("firmness = 0.3", "firmness: belongs to no group"),
        ("materials.pvdf = 3", "materials: pvdf: is a group of numbers"),
        ("chemistries.LMFP = 'LFP'", "chemistries.LMFP: is no list of recipes"),
        ("firmness", "is no TOML"),
    ],
)
def test_a_slip_of_the_pen_is_named(told, said):
    with pytest.raises(BadAssumption, match=re.escape(said)):
        load_assumptions(told, name="my.toml")


def test_the_default_is_a_file_like_one_s_own():
    """What is printed as its name is where one's own number for it stands."""
    for number in ASSUMED.listed:
        group, *middle, last = number.name.split(".")
        table = ".".join([group, *middle])
        low, middle, high = number.band.low, number.band.middle, number.band.high
        own = f"[{table}]\n{last} = {{ low = {low}, middle = {middle}, high = {high} }}"
        changed = {each.name: each for each in load_assumptions(own, name="my.toml").listed}[number.name]
        assert (changed.band, changed.mark) == (number.band, "own")
