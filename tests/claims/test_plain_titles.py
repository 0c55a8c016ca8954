"""What titles tell plainly: who sells stores, lets them or runs them, who gets money for his pipeline, who works with whom."""

import pytest

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from claims.telling import document, only, read, row, shown, wrong


def told_by_rules(title: str, text: str = "") -> list[str]:
    """Kinds that rules tell of a title, surely enough to be told."""
    told = read_developments(document(text, title=title), load_lexicon())
    return [str(each.kind) for each in told if not each.by_words]


SUPPLIES = [
    row("Fluence signs 3GWh long-duration BESS agreement with investor Marlow Capital", "signed",
        parties="Fluence supplier; Marlow Capital customer", capacity="3 GWh"),
    row("Hithium signs 6GWh low-cost BESS cell and module deal with system integrator Fluence", "signed",
        parties="Hithium supplier; Fluence customer"),
    row("Fluence signs 2GWh sodium-ion BESS agreement with consultancy for remote mines", "signed",
        parties="Fluence supplier", capacity="2 GWh"),
    row("Sungrow agrees 2.4-GWh battery supply deal in Chile", "signed", parties="Sungrow supplier"),
    row("Tesla signs 700 MWh Megapack project in Chile with Harlow Power", "signed",
        parties="Tesla supplier; Harlow Power customer"),
    row("Sungrow Signs Major Deal For 300 MW Battery System To Back Data Centers", "signed", parties="Sungrow supplier"),
    row("Fluence signs agreement to deploy Texas town's first sodium-ion battery", "signed", parties="Fluence supplier"),
    row("Invinity sells 12MWh flow battery system to rural utility", "signed", parties="Invinity supplier"),
    row("Sungrow Signs 2 GWh Energy Storage Agreement With Chilean Group", "signed", parties="Sungrow supplier"),
    row("Volvo ditches ten-year partner SK On for Chinese battery maker EVE Energy", "terminated",
        parties="SK On supplier; Volvo customer"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), SUPPLIES)
def test_a_title_tells_of_stores_sold(title: str, expected: dict[str, str]) -> None:
    assert wrong(only("supply", read("", title=title)), expected) == {}
    assert "supply" in told_by_rules(title)


NO_SUPPLIES = [
    "Neoen signs deal for 300 MW battery system",  # it buys, or lets
    "Fluence signs land lease agreement for battery storage system",
    "Fluence could sign deal for 300 MW battery system",
    "Fluence signs battery recycling agreement with Harlow Power",
    "Volvo ditches SK On for good",
]


@pytest.mark.parametrize("title", NO_SUPPLIES)
def test_what_is_no_maker_s_deal_supplies_nobody(title: str) -> None:
    assert "supply" not in told_by_rules(title)


TOLLS = [
    row("Grenergy signs ten-year toll for 400MWh Spain BESS", "signed", parties="Grenergy supplier"),
    row("Grenergy Signs Tolling Agreements for 2 Energy Storage Facilities in Chile", "signed",
        parties="Grenergy supplier"),
    row("Axpo and Grenergy agree 110MW Spain BESS toll, third this year", "signed",
        parties="Grenergy supplier; Axpo customer"),
    row("Grenergy and Statkraft agree toll for 90MW Germany BESS", "signed",
        parties="Grenergy supplier; Statkraft customer"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), TOLLS)
def test_who_agrees_a_toll_lets_a_store(title: str, expected: dict[str, str]) -> None:
    assert wrong(only("supply", read("", title=title)), expected) == {}
    assert told_by_rules(title) == ["supply"]


NO_TOLLS = [
    "Axpo and Grenergy, EDF and Neoen agree long-term BESS tolls in Spain",  # who with whom?
    "Battery fires take heavy toll on Grenergy",
    "Grenergy agrees to toll road batteries",
]


@pytest.mark.parametrize("title", NO_TOLLS)
def test_of_several_that_agree_tolls_nobody_knows_who_lets(title: str) -> None:
    assert "supply" not in told_by_rules(title)


RUN = [
    ("EDF to optimise 40MW Gore Street battery", "EDF partner; Gore Street partner"),
    ("Neoen selects EDF to optimise 70MW of battery storage", "Neoen partner; EDF partner"),
    ("EDF chosen to optimise Neoen’s grid-connected 60MW battery asset", "EDF partner; Neoen partner"),
    ("Statkraft to optimise 90MW of Irish battery storage in Neoen deal", "Statkraft partner; Neoen partner"),
]


@pytest.mark.parametrize(("title", "parties"), RUN)
def test_who_optimises_a_store_works_with_its_owner(title: str, parties: str) -> None:
    told = only("partnership", read("", title=title))

    assert (told.stage, set(shown(told, "parties").split("; "))) == ("signed", set(parties.split("; ")))
    assert told_by_rules(title) == ["partnership"]


NOT_RUN = [
    "EDF installs Neoen battery at shop to optimise solar use",
    "EDF to optimise battery performance with Neoen software",
    "EDF to optimise 40MW battery",  # whose?
]


@pytest.mark.parametrize("title", NOT_RUN)
def test_what_is_optimised_otherwise_is_no_bond(title: str) -> None:
    assert "partnership" not in told_by_rules(title)


MONEY = [
    row("Harlow Power secures US$420 million facility to expand BESS pipeline", "completed",
        parties="Harlow Power target", money="420 million USD"),
    row("Harlow Power secures AU$1.1 billion to scale battery storage platform", "completed",
        parties="Harlow Power target"),
    row("Harlow Power secures £90m to support battery roll out", "completed", parties="Harlow Power target"),
    row("Harlow Power secures $300 million package, including debt, for battery storage site", "completed",
        parties="Harlow Power target"),
    row("Harlow Power buys 40MW Scottish battery", "announced", parties="Harlow Power investor"),
    row("Fluence acquires US battery storage services provider Marlow Grid", "completed",
        parties="Fluence investor; Marlow Grid target"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), MONEY)
def test_a_title_tells_what_is_lent_and_bought(title: str, expected: dict[str, str]) -> None:
    expected = {name: value for name, value in expected.items() if name != "money"}
    assert wrong(only("investment", read("", title=title)), expected) == {}
    assert "investment" in told_by_rules(title)


NO_MONEY = [
    "Texas lands $500 million battery facility",
    "Harlow Power secures AU$200 million revenue share deal for battery site",
    "Harlow Power buys 40 kWh Scottish battery",
]


@pytest.mark.parametrize("title", NO_MONEY)
def test_a_plant_and_a_share_of_what_it_earns_are_no_money_raised(title: str) -> None:
    assert "investment" not in told_by_rules(title)


BONDS = [
    ("Volvo and Scania forge strategic partnership with Northvolt for battery recycling in Sweden", ""),
    ("Codelco enters into PPP with Rio Tinto to create lithium company", ""),
    ("Volvo reached an agreement with Northvolt to jointly produce lithium", ""),
    (
        "Volvo and Northvolt finalize agreement to establish battery joint venture",
        "The new plant will produce prismatic batteries for upcoming Volvo cars.",
    ),
]


@pytest.mark.parametrize(("title", "text"), BONDS)
def test_whom_a_bond_is_with_the_title_alone_may_say(title: str, text: str) -> None:
    assert "partnership" in told_by_rules(title, text)
    assert len(only("partnership", read(text, title=title)).parties) > 1


def test_allies_that_applaud_a_project_are_no_partners_of_it() -> None:
    assert "partnership" not in told_by_rules("River Club, Allies Applaud Approval of Harlow’s Elm Battery Storage")


GOODS_SHOWN = [
    ("Anker launches 9 kWh plug-in battery", "The new battery steps up from a 2.5 kW inverter and grew sales by 12%."),
    ("EcoFlow unveils 6 kWh residential battery line", ""),
    ("Samsung SDI unveils new battery line-up at show", ""),
]


@pytest.mark.parametrize(("title", "text"), GOODS_SHOWN)
def test_goods_of_a_title_are_no_line_and_no_figure_of_the_market(title: str, text: str) -> None:
    told = told_by_rules(title, text)

    assert "technology" in told
    assert "facility" not in told


def test_a_battery_line_that_is_built_is_a_plant() -> None:
    assert told_by_rules("Samsung SDI starts up new battery line in Ulsan") == ["facility"]
