"""A deal is told as it was made: what is delivered, who supplies, a part of a project, several projects, one deal."""

import pytest

from cellwire.publish.brief.telling import tell_matter
from claims.telling import read
from publish import factories as make
from publish.test_belonging import LEAD, strange, told
from publish.test_kinds_told import doubt, headline, matter
from publish.test_told_once import brief_of, heads

REACTIONS = "the titles of its texts tell what others make of it"


def sentences(kind: str, title: str, text: str = "") -> str:
    said = tell_matter(matter(kind, title, text)[0])
    return " ".join(each.text for each in said.sentences) if said else ""


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Norway gets its largest battery",
            "Talvera Energy has delivered 30 MWh of battery packs to the Pinewood Energy Hub in Norway.",
            "Talvera Energy has delivered 30 MWh of battery packs.",
        ),
        (
            "Talvera Energy to deliver 30 MWh of battery packs for a storage project in Norway",
            "",
            "Talvera Energy is to supply battery packs. The deal covers 30 MWh.",
        ),
        (
            "Talvera Energy unit supplying battery for 90-MW Nevada solar project",
            "",
            "Talvera Energy is to supply batteries for a solar project.",
        ),
        (
            "Talvera Energy signs 2 GWh battery storage deal with Greek utility",
            "",
            "Talvera Energy has signed an agreement to supply energy storage systems. The deal covers 2 GWh.",
        ),
        (
            "Talvera Energy, Orbik Power sign PPA for 150MW solar PV, 600MWh BESS project",
            "",
            "have signed a power purchase agreement for solar and battery storage.",
        ),
        (
            "Talvera Energy, Orbik Power sign PPA for 600MWh BESS project",
            "",
            "have signed a power purchase agreement for battery storage.",
        ),
        (
            "Neoen signs virtual battery deals for 900MWh Pine Downs Battery",
            "",
            "has signed agreements on the use of battery storage. The size named is 900 MWh.",
        ),
        (
            "Neoen signs virtual battery deal for 900MWh Pine Downs Battery",
            "",
            "has signed an agreement on the use of battery storage. The deal covers 900 MWh.",
        ),
    ],
)
def test_a_supply_says_what_is_done_and_who_does_it(title: str, text: str, expected: str) -> None:
    assert expected in sentences("supply", title, text)


@pytest.mark.parametrize(
    ("title", "is_supply"),
    [
        ("Norway awards 2 GW, 4 GWh renewable, BESS tender to Trina Solar, others", False),
        ("Norway awards 4 GWh BESS tender to Trina Solar, others", False),
        ("Talvera's flow battery has won the tender of a utility in Spain", True),
    ],
)
def test_a_states_tender_for_power_is_no_order_for_stores(title: str, is_supply: bool) -> None:
    assert any(dev.kind == "supply" and not dev.by_words for dev in read("", title=title)) is is_supply


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Egypt's National Bank takes 15% stake in Talvera's Obrel project",
            "National Bank of Egypt has acquired a 15% equity interest in Talvera ASA's 1.2 GW Obrel solar and battery "
            "energy storage system (BESS) project, which leaves the developer in majority control.",
            "National Bank of Egypt buys stake in solar and storage project from Talvera",
        ),
        (
            "EVE Energy takes majority stake in Leclanché",
            "EVE Energy has acquired a majority stake in Leclanché.",
            "EVE Energy takes majority stake in Leclanché",
        ),
        ("Pure Lithium New Energy raises $20 million", "", "Pure Lithium New Energy raises $20 million"),
        ("Pure Lithium raises $20 million for new energy storage", "", "Pure Lithium raises $20 million"),
    ],
)
def test_a_stake_is_told_with_what_it_is_in_and_a_name_is_told_whole(title: str, text: str, expected: str) -> None:
    assert headline("investment", title, text) == expected


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("‘Too early’ to talk IPO, Redwood Materials’ finance chief says", "", REACTIONS),
        ("Officials resist disclosing subsidies given to Volkswagen for battery plant", "", REACTIONS),
        (
            "Ohio Senate committee doles out $90M for battery plant",
            "An Ohio Senate committee granted approval to $90 million in state funds for Volkswagen's battery plant.",
            "a committee has only let the money pass",
        ),
    ],
)
def test_money_that_is_only_talked_of_is_not_told(title: str, text: str, reason: str) -> None:
    assert doubt("investment", title, text) == reason


def test_money_that_a_state_gives_is_told() -> None:
    title = "Ohio awards Volkswagen $90 million grant for battery plant"

    assert doubt("investment", title) not in {REACTIONS, "a committee has only let the money pass"}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "IPPs complete 300MWh of Norway BESS, projects progress elsewhere",
            "Large BESS projects have been completed in Norway.",
            "Battery storage projects in Norway are in operation",
        ),
        (
            "Neoen, Akaysha Energy commission Hesse & Saxony BESS projects",
            "",
            "Neoen and Akaysha Energy start up battery storage projects",
        ),
        (
            "Talvera Energy commissions Saxony BESS project",
            "",
            "Talvera Energy starts up battery storage project in Saxony",
        ),
        (
            "Talvera Energy storage battery plant should open in August in Georgia",
            "",
            "Talvera Energy plans to open plant for storage batteries in Georgia",
        ),
    ],
)
def test_several_projects_are_told_as_several(title: str, text: str, expected: str) -> None:
    assert headline("facility", title, text) == expected


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        (
            "EVE Energy launches battery cell and storage manufacturing business",
            "EVE Energy has launched a battery cell and battery energy storage system manufacturing arm in Norway.",
            "a business is launched, and no plant",
        ),
        (
            "Talvera scraps plan for battery plant in Bergen",
            "Talvera Energy has abandoned its battery plant in Bergen in favour of a coastal site in Oslo.",
            "another site is chosen, and the plan is kept",
        ),
        ("Talvera Energy scraps plan for battery plant in Bergen", "", ""),
        (
            "Jaguar Land Rover to ramp up production in Solihull",
            "Jaguar Land Rover will invest £9bn in its plant in Solihull, for instance to build its first car with "
            "a UK-made battery.",
            "cars are to be made there, and their batteries are not told to be",
        ),
    ],
)
def test_a_firms_new_part_is_no_plant_and_another_site_no_end(title: str, text: str, reason: str) -> None:
    assert doubt("facility", title, text) == reason


@pytest.mark.parametrize(
    ("title", "there", "not_there"),
    [
        ("Talvera Energy building 400MWh BESS in Norway; Orbik enlists Envision for 300MWh in Spain", "400", "300"),
        ("Talvera Energy building 400MWh BESS in Norway", "The project is to have a capacity of 400 MWh", "phase"),
    ],
)
def test_a_titles_next_news_has_a_size_of_its_own(title: str, there: str, not_there: str) -> None:
    said = sentences("facility", title)

    assert there in said
    assert not_there not in said


@pytest.mark.parametrize(
    ("text", "words", "belongs"),
    [
        ("The plant in Marshall will make at least 20 GWh, with the potential to expand to 35 GWh.", "35 GWh", False),
        ("The plant in Marshall will expand to 35 GWh.", "35 GWh", True),
    ],
)
def test_what_a_plant_may_be_enlarged_to_is_not_its_size(text: str, words: str, belongs: bool) -> None:
    doc, dev = told(text, capacity=())
    figure = make.capacity(doc, words, 35, "GWh")

    assert LEAD in doc.text
    assert (strange(figure, dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "words", "belongs"),
    [
        ("The plant in Marshall and one in Lima will cost $100m and $166m respectively.", "$166m", False),
        ("The plant in Marshall and one in Lima will cost $100m and $166m respectively.", "$100m", False),
        ("The plant in Marshall will cost $166m.", "$166m", True),
        ("A $166m private placement is to pay for the plant in Marshall.", "$166m", False),
    ],
)
def test_a_sum_that_goes_to_others_or_was_raised_is_no_cost(text: str, words: str, belongs: bool) -> None:
    doc, dev = told(text)
    figure = make.money(doc, words, 1.66e8, "USD")

    assert (strange(figure, dev, doc) == "") is belongs


def test_what_wins_a_prize_was_agreed_before() -> None:
    title = "State awards reveal shared battery technology of BYD and Geely"
    text = "BYD and Geely collaborate on safe EV batteries, recognised by the state's technology awards."

    assert doubt("partnership", title, text) == "its words tell of a prize for it"


@pytest.mark.parametrize(("sold", "told"), [(1.0, 1), (3.0, 2)])
def test_a_maker_that_deploys_what_it_has_sold_is_told_once(sold: float, told: int) -> None:
    deal = make.document("a", f"Voltara signs {sold:g} GWh battery storage deal with utility.", outlet="Mine Post")
    plan = make.document("b", "Voltara will deploy 1 GWh of battery storage.", outlet="Ore News")
    sale = make.development(
        deal,
        "supply",
        "signed",
        parties=(make.party(deal, "Voltara", "supplier"),),
        product=make.named(deal, "battery storage", "storage"),
        capacity=(make.capacity(deal, f"{sold:g} GWh", sold, "GWh"),),
    )
    store = make.development(
        plan,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(plan, "Voltara", "owner"),),
        product=make.named(plan, "battery storage", "storage"),
        capacity=(make.capacity(plan, "1 GWh", 1.0, "GWh"),),
    )

    assert len(heads(brief_of(sale, store, docs=[deal, plan]))) == told
