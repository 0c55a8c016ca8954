"""Whose part is another's: who only supplies or runs a plant, what a venture is called, where another thing stands."""

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import Kind
from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Largest BESS in Latvia commissioned, supplied by CATL-backed Korvelle", "Korvelle supplier"),
        ("Largest BESS in Latvia commissioned by Neoen", "Neoen owner"),
        ("900-MWh energy storage project comes online for Korvelle Energy", "Korvelle Energy customer"),
        ("Korvelle Energy brings 900-MWh energy storage project online", "Korvelle Energy owner"),
        ("Fluence and Korvelle Energy announce BESS projects in Latvia", "Fluence supplier; Korvelle Energy owner"),
        ("Fluence and Korvelle Energy begin construction of BESS project in Latvia",
         "Fluence owner; Korvelle Energy owner"),
        ("The 900 MWh storage project, planned in Riga, will help utility Korvelle Energy reduce its use of gas",
         "Korvelle Energy customer"),
        ("Sunrova Energy and Korvelle Energy begin construction of BESS project in Latvia",
         "Sunrova Energy owner; Korvelle Energy owner"),
        ("XPERC approves 300 MW BESS project", "XPERC government"),
    ],
)  # fmt: skip
def test_who_only_supplies_or_uses_a_store_does_not_own_it(title: str, parties: str) -> None:
    assert shown(only("facility", read("", title=title)), "parties") == parties


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sunrova Energy has been chosen by Korvelle to optimise its new 49 MW Westhorpe battery site.", False),
        ("Sunrova Energy has chosen a site in Leeds for its new 49 MW battery plant.", True),
        ("Sunrova Energy has started building a storage project and is to optimise the battery.", True),
    ],
)
def test_who_trades_with_a_store_plans_none(text: str, told: bool) -> None:
    assert any(each.kind is Kind.FACILITY and "facility." in each.rule for each in read(text)
               if not each.rule.startswith("gist")) is told  # fmt: skip


def test_a_partner_stands_behind_the_letters_of_a_share() -> None:
    title = "Korvelle Lithium Ltd. (NYSE American: KVL) and Equinor open lithium plant in Arkansas"

    told = shown(only("facility", read("", title=title)), "parties")

    assert "Korvelle Lithium owner" in told
    assert "Equinor owner" in told


def test_it_builds_with_its_partner() -> None:
    text = "Ford has plans. The carmaker said that it is partnering with CATL to build a battery plant in Marshall."

    told = shown(only("facility", read(text, title="Ford plans a battery plant in Michigan")), "parties")

    assert "Ford owner" in told
    assert "CATL owner" in told


def test_a_land_shares_the_word_with_its_province() -> None:
    title = "Canada, Ontario governments put nearly $1 billion toward EV battery parts plant"

    told = shown(only("investment", read("", title=title)), "parties")

    assert told == "Government of Canada government; Government of Ontario government"


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("CATL has partnered with Korvelle Energy to form Voltswap, a joint venture for battery swapping.",
         "CATL partner; Korvelle Energy partner"),
        ("CATL and Korvelle Energy have signed a joint venture with Sunrova Energy for battery swapping.",
         "CATL partner; Korvelle Energy partner; Sunrova Energy partner"),
    ],
)  # fmt: skip
def test_a_venture_is_none_of_those_who_found_it(text: str, partners: str) -> None:
    assert set(shown(only("partnership", read(text)), "parties").split("; ")) == set(partners.split("; "))


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Battery Mineral Resources raises $3 million for lithium project", "Battery Mineral Resources target"),
        ("Lithium miner Mineral Resources raises $3 million for lithium project", "Mineral Resources target"),
        ("Lithium Borealic Raises $3 Million for Lithium Project in Brazil", "Lithium Borealic target"),
        ("Re:Forge Manufacturing raises $3 million for battery plant", "Re:Forge Manufacturing target"),
    ],
)
def test_a_name_is_told_whole(title: str, names: str) -> None:
    assert shown(only("investment", read("", title=title)), "parties") == names


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Meta and Noon Energy sign 100 GWh energy storage deal.", "Noon Energy supplier; Meta customer"),
        ("KPI Green Energy signs energy storage purchase agreement with GUVNL for 445 MW of batteries.",
         "KPI Green Energy supplier; GUVNL customer"),
        ("ESS Tech announces a partnership with Korvelle Energy LLC to deploy over 500 MWh of energy storage.",
         "ESS Tech supplier; Korvelle Energy customer"),
    ],
)  # fmt: skip
def test_stores_of_power_come_from_who_makes_or_owns_them(text: str, parties: str) -> None:
    assert shown(only("supply", read(text)), "parties") == parties


@pytest.mark.parametrize(
    ("text", "supplied"),
    [
        ("BYD's Aurelio EV wins 60,000 orders. The Aurelio EV is equipped with BYD's blade battery.", False),
        ("Korvelle Motors wins 60,000 orders. Korvelle Motors cars are equipped with BYD's blade battery.", True),
    ],
)
def test_a_maker_supplies_no_car_of_its_own(text: str, supplied: bool) -> None:
    assert any(each.rule == "supply.powered" for each in read(text)) is supplied


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Korvelle introduces Huawei’s 241 kWh battery", "Huawei developer"),
        ("Korvelle introduces 241 kWh battery for Huawei’s customers", "Korvelle developer"),
    ],
)
def test_who_brings_anothers_battery_has_not_made_it(title: str, who: str) -> None:
    assert shown(only("technology", read("", title=title)), "parties") == who


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Giant lithium mine cuts full-year output forecast; Ganfeng Lithium gains 6%", ""),
        ("Ganfeng Lithium cuts full-year output forecast; shares fall 7%", "Ganfeng Lithium supplier"),
    ],
)
def test_what_a_title_tells_next_is_anothers(title: str, names: str) -> None:
    told = [each for each in read("", title=title) if each.kind is Kind.MARKET]

    assert {shown(each, "parties") for each in told} == {names}


@pytest.mark.parametrize(
    ("text", "rulers"),
    [
        ("Call for new rules on batteries imported to Australia", set()),
        ("Australia adopts new rules on batteries", {"Government of Australia government"}),
    ],
)
def test_where_goods_are_taken_to_rules_nobody(text: str, rulers: set[str]) -> None:
    told = [each for each in read("", title=text) if each.kind is Kind.POLICY and not each.rule.startswith("gist")]

    assert {shown(each, "parties") for each in told if each.parties} == rulers


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Korvelle Energy begins construction of 82 MWh storage project in southern Japan with Itochu-Tokyo Century JV",
         "", "JP"),
        ("Korvelle Energy begins construction of 82 MWh storage project in Tokyo", "Tokyo", "JP"),
        ("Korvelle buys 1.1 GWh of storage in Spain, starts building 220 MWh France project", "", "FR"),
        ("Korvelle Energy, which has centres in Bristol and Ghent, plans to build a battery plant in Singapore",
         "", "SG"),
        ("Korvelle Energy plans to build a battery plant in Belgium, at Ghent", "Ghent", "BE"),
        ("Korvelle drops plans for a battery plant in Kent in favour of a site in Devon", "Kent", "GB"),
    ],
)  # fmt: skip
def test_a_plant_stands_where_it_is_told_of(text: str, place: str, country: str) -> None:
    told = only("facility", read("", title=text))

    assert (told.place.name if told.place else "", told.country or "") == (place, country)


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Korvelle acquires a storage project in Arkansas from Swift Current", {"Arkansas"}),
        ("Korvelle will build a storage project in Swift Current, Saskatchewan", {"Swift Current", "Saskatchewan"}),
    ],
)
def test_a_seller_is_no_town(text: str, towns: set[str]) -> None:
    lexicon = load_lexicon()
    found = lexicon.resolve_places(text, lexicon.find(text))

    assert {place.name for place in found.values()} == towns
