"""Tonnes: worked examples by hand, and what a band says."""

from datetime import date

import pytest

from cellwire.outlook import Band, Start, load_assumptions, look_ahead, needs, output, ramp
from outlook.plants import phase, plant

DAY = date(2026, 2, 1)
LATER = 2040  # every ramp is over
FULL = "[output]\nutilisation = 1.0\n"  # all of the nameplate is used


def ahead(assumed, *plants):
    return look_ahead(plants, assumed, day=DAY).tranches


def tonnes(material, *plants, own="", recovery=None, year=LATER):
    assumed = load_assumptions(own, name="own.toml", recovery=recovery)
    (need,) = needs(ahead(assumed, *plants), assumed, years=[year], materials=[material])
    return need.amount


def running(chemistry=None, gwh=50):
    told = {"chemistry": chemistry} if chemistry else {}
    return plant(phase(status="operating", capacity_new=f"{gwh} GWh/yr", production_start="2024"), **told)


def test_a_plant_of_50_gwh_of_nmc_evaporates_36_300_tonnes_of_nmp_a_year():
    assert tonnes("nmp-circulating", running("NMC"), own=FULL).middle == pytest.approx(36_300)


@pytest.mark.parametrize(
    ("recovery", "expected"), [(0.996, 145.2), (0.995, 181.5), (0.98, 726), (0.95, 1815), (0.90, 3630), (0.80, 7260)]
)
def test_recovery_decides_what_has_to_be_bought(recovery, expected):
    bought = tonnes("nmp-makeup", running("NMC"), own=FULL, recovery=recovery)
    recovered = tonnes("nmp-recovered", running("NMC"), own=FULL, recovery=recovery)

    assert bought.middle == pytest.approx(expected)
    assert recovered.middle == pytest.approx(36_300 - expected)


def test_without_a_recovery_of_one_s_own_the_band_goes_over_all_that_were_seen():
    assert tonnes("nmp-makeup", running("NMC"), own=FULL) == Band(
        pytest.approx(50 * 650 * 0.004), pytest.approx(50 * 726 * 0.005), pytest.approx(50 * 882 * 0.2)
    )


def test_cathode_material_by_hand():
    """50 GWh of NMC811: 1.28 to 1.48 kg/kWh, of which 88 to 95 % end in cells."""
    assert tonnes("cathode", running("NMC as NMC811"), own=FULL) == Band(
        pytest.approx(50 * 1280 / 0.95), pytest.approx(50 * 1300 / 0.915), pytest.approx(50 * 1480 / 0.88)
    )


def test_a_metal_is_a_share_of_the_cathode_material():
    cathode, nickel = (tonnes(each, running("NMC as NMC811"), own=FULL) for each in ("cathode", "nickel"))
    lithium, lce = (tonnes(each, running("LFP"), own=FULL) for each in ("lithium", "lce"))

    assert nickel.high == pytest.approx(cathode.high * 0.47)
    assert lce.middle == pytest.approx(lithium.middle * 5.32)


def test_of_a_chemistry_nobody_tells_the_band_goes_from_the_one_to_the_other():
    nmc, lfp, unknown = (tonnes("nmp-circulating", running(each), own=FULL) for each in ("NMC", "LFP", None))

    assert (unknown.low, unknown.high) == (nmc.low, lfp.high)
    assert unknown.middle == pytest.approx((nmc.middle + lfp.middle) / 2)
    assert tonnes("nickel", running(None)).low == 0


def test_two_chemistries_of_a_plant_span_both():
    both = tonnes("nickel", running(["NMC", "LFP"]), own=FULL)

    assert (both.low, both.high) == (0, tonnes("nickel", running("NMC"), own=FULL).high)


def test_what_has_no_recipe_is_in_no_tonnage_and_is_told():
    assumed = load_assumptions(FULL, name="own.toml")
    tranches = ahead(assumed, running("sodium-ion", 10))
    (need,) = needs(tranches, assumed, years=[LATER], materials=["cathode"])

    assert need.amount == Band(0, 0, 0)
    assert need.without == Band(10, 10, 10)


def test_an_announced_plant_takes_a_quarter():
    told = plant(phase(capacity_new="50 GWh/yr", production_start="2028"), chemistry="NMC")

    assert tonnes("nmp-circulating", told, own=FULL).middle == pytest.approx(36_300 / 4)


def test_a_plant_ramps_up_over_three_years():
    """By hand: 3t² - 2t³ over the ramp has the means 0.0926, 0.5 and 0.9074 in its three years."""
    start = Start(2028, date(2028, 1, 1), date(2028, 1, 1), True, "as told")
    shares = [ramp(start, year, 3.0).high for year in range(2027, 2033)]

    assert shares == pytest.approx([0, 0.09259, 0.5, 0.90741, 1, 1], abs=1e-4)


def test_a_year_without_a_month_is_a_band():
    share = ramp(Start(2028, date(2028, 1, 1), date(2028, 12, 31), True, "as told"), 2029, 3.0)

    assert share.low == pytest.approx(0.09259, abs=1e-4)
    assert share.high == pytest.approx(0.5)
    assert share.low < share.middle < share.high


def test_of_what_runs_nobody_says_since_when_it_may_be_ramped_up():
    assumed = load_assumptions(FULL, name="own.toml")
    (tranche,) = ahead(assumed, plant(phase(status="operating", capacity_new="50 GWh/yr")))
    made = output(tranche, 2026, assumed)

    assert made.high == pytest.approx(50)
    assert made.low < 5


def test_scrap_is_higher_until_the_ramp_is_over():
    told = plant(phase(status="construction", capacity_new="50 GWh/yr", production_start="2028"), chemistry="LFP")
    assumed = load_assumptions()
    tranches = ahead(assumed, told)
    early, late = needs(tranches, assumed, years=[2029, LATER], materials=["cathode"])

    assert early.amount.middle / early.gwh.middle > late.amount.middle / late.gwh.middle


def test_use_and_firmness_take_their_part_by_hand():
    """50 GWh under construction (0.85), used by 83.4 %: 35.4 GWh of cells a year."""
    assumed = load_assumptions()
    (tranche,) = ahead(assumed, plant(phase(status="construction", capacity_new="50 GWh/yr", production_start="2028")))

    assert output(tranche, LATER, assumed).middle == pytest.approx(50 * 0.85 * 0.834)


@pytest.mark.parametrize("chemistry", [["LFP", "sodium-ion"], ["sodium-ion"]])
@pytest.mark.parametrize("own", ["", '[chemistries]\nsodium-ion = ["LFP", "prussian"]\n'])
def test_a_recipe_that_is_known_in_part_is_not_known(chemistry, own):
    assert tonnes("cathode", running(chemistry), own=FULL + own) == Band(0, 0, 0)
