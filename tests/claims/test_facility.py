"""Plants, mines, lines and stations, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Voltaryn has opened its battery plant in Szolnok, and some of the new plants have been delayed by the weather.", "operating",
        parties="Voltaryn owner"),
    row("Voltaryn plans to use the funds for the construction of its third battery plant in Szolnok.", "announced",
        parties="Voltaryn owner", place="Szolnok"),
    row("Voltaryn will build a facility in Szolnok that shreds 24,000 tonnes a year of batteries and gigafactory scrap.", "announced",
        parties="Voltaryn owner", place="Szolnok", capacity="24,000 t/yr"),
    row("A company that built a $25 million battery plant in Szolnok in 2018 is now considering an expansion. It is Voltaryn.",
        "considered", place="Szolnok", money=""),
    row("China delays Voltaryn's battery plant in Mexico.", "delayed", country="MX"),
    row("Voltaryn will build a battery plant in Hungary, and its Megapack factory makes the containers.", "announced", place=""),
    row("The battery plant of Voltaryn will be the first for LFP cells built in Szolnok.", "announced",
        parties="Voltaryn owner", place="Szolnok"),
    row("Voltaryn aims for 300 MWh and plans to ramp that up with the opening of an 8 GWh battery factory in Szolnok.", "announced",
        parties="Voltaryn owner", place="Szolnok"),
    row("Ionway, a joint venture between Umicore and the carmaker Ford, plans to build a cathode plant in Szolnok.", "announced",
        parties="Ionway owner; Umicore owner; Ford owner", place="Szolnok"),
    row("Production start of Voltaryn's battery plant in Szolnok is planned for 2027.", "announced", parties="Voltaryn owner"),
    row("Voltaryn launches a battery recycling plant in Szolnok to build Europe's own supply of metals.", "announced",
        parties="Voltaryn owner", place="Szolnok"),
    row("Voltaryn, a battery maker, broke ground in Szolnok on Tuesday.", "construction", parties="Voltaryn owner", place="Szolnok"),
    row("Voltaryn's battery plant in Szolnok, with 6 GWh opening towards the end of 2027, is to employ 300 people.", "announced",
        parties="Voltaryn owner", place="Szolnok", jobs=300),
    row("The 30 GWh battery factory in Szolnok is to employ 1,170 people and to be finished in 2027.", "announced", place="Szolnok", jobs=1170),
    row("Voltaryn's battery near Hull has been energised, with 98 MW of power and 196 MWh of storage.", "operating",
        parties="Voltaryn owner", product="storage", capacity="196 MWh"),
    row("Voltaryn has abruptly ceased construction on parts of its planned battery factory in Szolnok.", "delayed",
        parties="Voltaryn owner", place="Szolnok"),
    row("Voltaryn has shut down all construction at its battery factory in Szolnok.", "delayed", parties="Voltaryn owner"),
    row("Voltaryn has ceased production at its battery factory in Szolnok.", "closed", parties="Voltaryn owner"),
    row("Voltaryn will build a battery plant in Szolnok beside a battery factory currently under construction.", "announced",
        parties="Voltaryn owner", place="Szolnok"),
    row("The financing was completed for Voltaryn's battery factory in Szolnok.", "announced", parties="Voltaryn owner"),
    row("Voltaryn's plant in Szolnok will be the company's sixth battery factory built in Europe.", "announced", parties="Voltaryn owner"),
    row("GM and LG Chem drop plan for a fourth battery plant in Szolnok.", "cancelled", parties="GM owner; LG Chem owner"),
    row("GM and LG Chem do not plan to move forward with a fourth battery plant in Szolnok.", "cancelled"),
    row("Voltaryn is opening a battery factory in Szolnok and will hire 400 people.", "announced", parties="Voltaryn owner", jobs=400),
    row("Work halted on the LG Chem and Stellantis battery plant in Szolnok.", "delayed",
        parties="LG Chem owner; Stellantis owner"),
    row("Voltaryn will build a battery plant in Szolnok. It will pay €12.8 million for 45 hectares of land.", "announced", money=""),
    row("Voltaryn will build a battery plant in Szolnok. It has bought land there for €12.8 million.", "announced", money=""),
    row("Voltaryn will build a facility in Szolnok to make nickel and lithium from recycled batteries.", "announced",
        product="recycling"),
    row("Voltaryn will build a battery plant in Corrigan, in Decatur County, Georgia.", "announced", place="Corrigan"),
    row("Voltaryn says it needs more time to pick a country for its second battery cell plant.", "delayed", parties="Voltaryn owner"),
    row("Exide Industries may use Denso's process for separators at its battery plant in Szolnok, which will open in 2027.", "announced",
        parties="Exide Industries owner", place="Szolnok"),
    row("Voltaryn broke ground on Tuesday on a 12 GWh battery cell plant in Szolnok, Hungary.", "construction",
        parties="Voltaryn owner", place="Szolnok", country="HU", product="cell", capacity="12 GWh/yr"),
    row("Kessel Bau, which is overseeing site work for Voltaryn Cells, said that the battery factory in Szolnok, Hungary, is delayed.", "delayed",
        parties="Voltaryn Cells owner", place="Szolnok"),
    row("Contractor Ostrand Construction broke ground on Voltaryn's battery plant in Szolnok, Hungary.", "construction",
        parties="Voltaryn owner", place="Szolnok"),
    row("SKC, SK Group's chemical affiliate, has begun construction of a battery copper foil plant in Stalowa Wola, Poland.", "construction",
        parties="SKC owner", place="Stalowa Wola"),
    row("Voltaryn's battery plant in Covington, Georgia, is close to completing construction and will be commissioned in phases.",
        "construction", parties="Voltaryn owner", place="Covington"),
    row("Fortum has begun recovering metals from batteries at its recycling facility in Harjavalta, Finland.", "operating",
        parties="Fortum owner", place="Harjavalta", product="recycling"),
    row("Origin Energy will build a 700 MW / 1,400 MWh battery at Tamworth as it shuts down the coal-powered Eraring station.", "announced",
        parties="Origin Energy owner"),
    row("GM will expand the battery plant in Warren, Ohio, while competing makers are slowing down their investments.", "announced",
        parties="GM owner", place="Warren"),
    row("Councillors backed an outline application by Voltaryn for a battery gigafactory in Szolnok.", "permitted", place="Szolnok"),
    row("Tata Motors said its unit Jaguar Land Rover is considering setting up a battery plant in Somerset.", "considered",
        parties="Jaguar Land Rover owner; Tata Motors owner", place="Somerset"),
    row("Voltaryn will build a battery plant in Ankara with Ford of the United States and Quellstrom Holding of Turkey.", "announced",
        parties="Voltaryn owner; Ford partner; Quellstrom partner", place="Ankara"),
    row("Land was bought for 40 GWh of advanced chemistry battery cells (ACC). Ola Electric will build an ACC plant in Krishnagiri.",
        "announced", parties="Ola Electric owner", place="Krishnagiri"),
    row("Northvolt will build a cathode material factory in Borlänge with an annual capacity of 100,000 tonnes.", "announced",
        parties="Northvolt owner", place="Borlänge", country="SE", product="cathode", capacity="100,000 t/yr"),
    weak("is not read", "Production at Kestrel Cells' gigafactory outside Dundee started on May 6.", "operating",
        parties="Kestrel Cells owner", place="Dundee", country="GB", dates="production_start 2024-05-06"),
    row("Hungary has granted CATL an environmental permit for its 100 GWh battery plant in Debrecen.", "permitted",
        place="Debrecen", country="HU", capacity="100 GWh/yr"),
    row("The district office issued the zoning permit for Voltaryn's lithium processing plant in Szolnok on Tuesday.", "permitted",
        parties="Voltaryn owner", place="Szolnok", country="HU"),
    row("LG Energy Solution has doubled the capacity of its battery plant in Wrocław to 86 GWh.", "expanded",
        parties="LG Energy Solution owner", place="Wrocław", country="PL", capacity="86 GWh/yr"),
    row("Freyr is considering a second battery plant in Georgia, United States.", "considered",
        parties="Freyr owner", place="Georgia", country="US", certainty="reported"),
    row("Ardenne Batteries has put construction of its 20 GWh gigafactory in Charleroi on hold.", "delayed",
        parties="Ardenne Batteries owner", place="Charleroi", country="BE", capacity="20 GWh/yr"),
    row("Britishvolt has dropped plans for a battery factory in Quebec.", "cancelled",
        parties="Britishvolt owner", place="Quebec", country="CA"),
    row("Lithos Refining will close its lithium hydroxide plant in Bunbury at the end of June, with the loss of 120 jobs.", "closed",
        parties="Lithos Refining owner", place="Bunbury", country="AU", product="lithium", jobs=120),
    row("Construction of BYD's battery plant in Szeged is due to begin in the second half of 2024.", "announced",
        parties="BYD owner", place="Szeged", country="HU", dates="construction_start 2024-H2"),
    row("Samsung SDI and Stellantis will invest $2.5 billion in a 23 GWh battery plant in Kokomo, Indiana, that will employ 1,400 people.",
        "announced", parties="Samsung SDI owner; Stellantis owner", place="Kokomo", country="US", product="cell",
        capacity="23 GWh/yr", money="USD 2.5 billion", jobs=1400),
    row("Umicore opened its cathode plant in Nysa, Poland, on May 8.", "operating",
        parties="Umicore owner", place="Nysa", country="PL", product="cathode"),
    weak("is not read", "A black mass plant of Recyvolt that can shred 5,000 tonnes a year went into operation near Magdeburg.", "operating",
        parties="Recyvolt owner", place="Magdeburg", country="DE", product="recycling", capacity="5,000 t/yr"),
    row("Panasonic Energy plans to add four production lines to its battery factory in Nevada.", "announced",
        parties="Panasonic Energy owner", place="Nevada", country="US"),
    row("The start of production at Verkor's battery gigafactory in Dunkirk has slipped from mid-2024 to early 2025.", "delayed",
        parties="Verkor owner", place="Dunkirk", country="FR"),
    row("Tesla has begun building a lithium refinery near Corpus Christi, Texas.", "construction",
        parties="Tesla owner", place="Corpus Christi", country="US", product="lithium"),
    row("Gogoro will set up 200 battery swapping stations in Manila.", "announced",
        parties="Gogoro owner", place="Manila", country="PH", product="swapping"),
    row("Gridkeeper will complete construction of its cell factory near Vilnius in the first quarter of 2030.", "construction",
        parties="Gridkeeper owner", place="Vilnius"),
    row("Gridkeeper's cell factory near Vilnius is close to completing construction.", "construction",
        parties="Gridkeeper owner", place="Vilnius"),
    row("Gotion High-tech and InoBat broke ground on a 20 GWh battery plant in Surany.", "construction",
        parties="Gotion High-Tech owner; InoBat owner", place="Surany", capacity="20 GWh/yr"),
    row("Gridkeeper's 250 MW Moorfoot Island Battery near Perth is fully operational.", "operating",
        parties="Gridkeeper owner", place="Perth", product="storage"),
    row("Construction of the 250 MW/500 MWh Wexholm Battery, part of the Big Fennick Battery project, has begun, AGL Energy said.", "construction",
        parties="AGL Energy owner", product="storage", capacity="500 MWh"),
    row("Serbia has revoked Rio Tinto's licence for the Jadar lithium mine.", "cancelled",
        parties="Rio Tinto owner; Government of Serbia government", place="Jadar", product="lithium"),
    row("The permit for Voltaryn's battery plant in Szolnok was annulled by a court.", "delayed",
        parties="Voltaryn owner", place="Szolnok"),
    row("Zambia strips the battery metals firm Velmor of its nickel licence.", "cancelled",
        parties="Velmor owner; Government of Zambia government", product="nickel"),
    row("The county denied a permit for Voltaryn's 200 MWh battery storage project.", "cancelled", certainty="confirmed",
        parties="Voltaryn owner", product="storage"),
    row("Velmor Nickel said it would suspend operations at its Nickel North business in Western Australia, hitting 1,600 workers.", "delayed",
        parties="Velmor Nickel owner", place="Western Australia", product="nickel", jobs="1600"),
    row("Voltaryn paused production of batteries in Szolnok.", "delayed", parties="Voltaryn owner", place="Szolnok"),
    row("Neoen will build Europe's largest lithium-ion battery in Lappeenranta.", "announced",
        parties="Neoen owner", place="Lappeenranta", country="FI", product="storage"),
    row("Gridkeeper has commissioned a 200 MWh battery storage facility near Vilnius.", "operating",
        parties="Gridkeeper owner", place="Vilnius", country="LT", product="storage", capacity="200 MWh"),
    row("Eramet and Tsingshan have inaugurated a lithium plant in Salta with a nameplate capacity of 24,000 tonnes of lithium "
        "carbonate a year.", "operating",
        parties="Eramet owner; Tsingshan owner", place="Salta", country="AR", product="lithium", capacity="24,000 t/yr"),
    row("Morrow's battery factory in Arendal will be able to equip 17,000 cars a year.", "announced",
        parties="Morrow owner", place="Arendal", country="NO", capacity="17,000 vehicles/yr"),
    row("SK On could build a second battery plant in Iváncsa if demand recovers.", "considered",
        parties="SK On owner", place="Iváncsa", country="HU", certainty="reported"),
    row("Talon Metals has received the final permit for its nickel mine in Minnesota.", "permitted",
        parties="Talon Metals owner", country="US", product="nickel"),
    row("Saltline Energy will raise output at its battery pack plant in Tilburg from 2 GWh to 5 GWh a year by 2026.", "announced",
        parties="Saltline Energy owner", place="Tilburg", country="NL", product="pack",
        capacity="2 GWh/yr; 5 GWh/yr", dates="full_capacity 2026"),
    row("Swedish start-up Altris has leased a site in Sandviken for a sodium-ion cathode plant, which is to open in 2027.", "announced",
        parties="Altris owner", place="Sandviken", country="SE", product="cathode", chemistry="sodium-ion",
        dates="production_start 2027"),
    row("The first cells rolled off the line at Envision AESC's plant in Douai last Thursday.", "operating",
        parties="Envision AESC owner", place="Douai", country="FR"),
    row("Work is under way on a 40,000-tonne anode factory in Kallo that Graphenor wants to finish by the end of 2025.", "construction",
        parties="Graphenor owner", product="anode", capacity="40,000 t/yr", dates="completion 2025"),
    row("In Teesside, Green Lithium has been given planning permission for a lithium refinery.", "permitted",
        parties="Green Lithium owner", product="lithium"),
    row("Green Lithium's plant will produce lithium hydroxide, a part of the supply chain for both the electric vehicle and battery storage markets.", "announced",
        parties="Green Lithium owner", product="lithium"),
    row("Solvira Chemicals shelved a planned electrolyte plant in Gdańsk.", "cancelled",
        parties="Solvira Chemicals owner", place="Gdańsk", country="PL", product="electrolyte"),
    row("Ultium Cells' third plant, in Lansing, Michigan, is under construction and will have a capacity of 50 GWh.", "construction",
        parties="Ultium Cells owner", place="Lansing", country="US", capacity="50 GWh/yr"),
    row("Korea's Daehan Foil announced a copper foil plant for batteries in Granollers worth 500 billion won.", "announced",
        parties="Daehan Foil owner", place="Granollers", country="ES", product="foil", money="KRW 500 billion"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_how_far_a_plant_is_and_what_it_makes(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Lyten completes Northvolt's battery factory acquisition.",
        "Gotion has completed the design of its 2 GWh battery line.",
    ],
)
def test_what_is_completed_beside_a_plant_builds_none(text: str) -> None:
    assert [told for told in read(text) if told.kind == "facility"] == []


def test_what_stands_beyond_a_semicolon_is_not_done_to_the_plant() -> None:
    told = read(
        "Voltaryn will supply Lucid with batteries. "
        "Voltaryn's cell deliveries start in May; the battery plant in Szolnok joins later."
    )

    assert [each.kind for each in told] == ["supply"]


def test_a_country_that_a_quarrel_is_about_is_no_site() -> None:
    told = only("facility", read("Voltaryn shelved a battery factory on Monday amid tension over Taiwan."))

    assert told.country is None


def test_a_storage_project_s_megawatt_hours_are_no_yearly_output() -> None:
    told = only("facility", read("Gridkeeper will build a 400 MWh battery storage project near Leipzig."))

    assert [capacity.unit for capacity in told.capacity] == ["MWh"]


def test_a_plain_gigawatt_hour_is_a_plant_s_year_and_says_that_the_text_did_not_say_so() -> None:
    [said] = only("facility", read("Voltaryn will build a battery plant for 12 GWh a year in Szolnok.")).capacity
    [unsaid] = only("facility", read("Voltaryn will build a 12 GWh battery plant in Szolnok.")).capacity

    assert (said.unit, said.per_year_said) == ("GWh/yr", True)
    assert (unsaid.unit, unsaid.per_year_said) == ("GWh/yr", False)


def test_each_of_two_plants_in_a_sentence_keeps_its_own_size() -> None:
    told = read(
        "Voltaryn will build a 12 GWh battery plant in Szolnok, while Kestrel Cells will build a 30 GWh battery plant in Dundee."
    )
    sizes = {
        development.place.name: [each.value for each in development.capacity]
        for development in told
        if development.place
    }

    assert sizes == {"Szolnok": [12], "Dundee": [30]}


def test_the_sentences_of_one_plant_are_one_development() -> None:
    told = read(
        "Voltaryn has started building a battery cell plant in Szolnok.\n\n"
        "The factory will have a capacity of 12 GWh a year and cost €900 million.\n\nProduction is to begin in 2026."
    )

    assert wrong(
        only("facility", told),
        {"stage": "construction", "capacity": "12 GWh/yr", "money": "EUR 900 million", "dates": "production_start 2026"},
    ) == {}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Liontown Resources has produced its first spodumene concentrate at its project in Western Australia.",
            "operating",
        ),
        ("The first lithium carbonate was produced at Voltaryn's plant in Salta, Argentina, on Monday.", "operating"),
        ("Voltaryn will start producing its first generation of battery cells in Szolnok next year.", "announced"),
    ],
)
def test_a_plant_that_has_made_its_first_product_runs(text: str, stage: str) -> None:
    assert [told.stage for told in read(text) if told.kind == "facility"] in ([stage], [])
    assert stage == "announced" or only("facility", read(text)).stage == stage


def test_a_go_ahead_for_a_plant_without_an_owner_is_told() -> None:
    told = only("facility", read("Planners have given the go-ahead to a £2.5 billion battery gigafactory in Coventry."))
    assert (told.stage, told.place and told.place.name, told.parties) == ("permitted", "Coventry", ())


def test_a_memorandum_with_a_state_about_a_plant_is_that_plant() -> None:
    text = (
        "Tata Group announced plans to set up a 20 GWh lithium-ion cell factory in Gujarat. The group has signed a "
        "memorandum of understanding with the Government of Gujarat."
    )
    [told] = read(text)
    assert told.kind == "facility"
    assert "Government of Gujarat" in [party.name for party in told.parties]


def test_a_floor_is_no_output() -> None:
    told = only("facility", read("Voltaryn will build a 530,000 square metre battery plant in Szolnok, Hungary."))
    assert told.capacity == ()


@pytest.mark.parametrize(
    "text",
    [
        "The LFP cells are meant for Tesla's energy storage system (ESS) business, which it plans to expand.",
        "Voltaryn will build on its battery storage division.",
        "Toyota plans a residential 6 kWh battery storage system in Japan.",
        "Toyota is to set up home battery storage systems in Japan.",
    ],
)
def test_a_trade_is_no_plant(text: str) -> None:
    assert [told.kind for told in read(text) if told.kind == "facility"] == []


STEPS = [
    ("Recyvolt has six operational facilities and is planning a seventh in Eloy, Arizona, for batteries.", "announced"),
    (
        "Recyvolt will open a battery recycling plant in Arizona, which will create a closed loop for cells.",
        "announced",
    ),
    ("Recyvolt broke ground on a battery plant in Eloy, Arizona, though demand for cars has slowed.", "construction"),
    ("Recyvolt said that it would not be building a battery plant in Eloy, Arizona.", "cancelled"),
    ("Recyvolt said on Friday that it would resume a stalled battery plant project in Eloy, Arizona.", "announced"),
    (
        "Recyvolt is terminating all contracts for the battery plant that it is building in Eloy, Arizona.",
        "construction",
    ),
    (
        "Approval was given for Recyvolt's battery plant in Eloy. The completed battery plant will host 400 people.",
        "permitted",
    ),
    (
        "Recyvolt, a battery recycling company, achieves a major milestone in the expansion of its facility in Eloy.",
        "announced",
    ),
    ("The grand opening of Recyvolt's new battery plant in Eloy, Arizona, has been cancelled.", "operating"),
]


@pytest.mark.parametrize(("sentence", "stage"), STEPS)
def test_only_what_is_done_to_the_plant_is_its_step(sentence: str, stage: str) -> None:
    assert {each.stage for each in read(sentence) if each.kind == "facility" and not each.background} == {stage}


NO_PLANT = [
    "Voltaryn reached a battery supply agreement with Akaysha Energy for its $1.2 billion solar and storage "
    "project outside of Las Vegas, Nevada, Voltaryn announced on October 18.",
    "Voltaryn signed an agreement with Volvo to evaluate supplying it with battery packs from its plant in Szolnok.",
    "Sigma Lithium increased its output by 2% in the quarter to 111,023 tonnes of spodumene.",
    "India offers incentives to encourage companies to set up lithium plants near New Delhi, Voltaryn said.",
    "Sigma Lithium confirmed talks about a deal that would add the Santa Rita nickel mine in Brazil to its portfolio.",
    "High costs weigh on battery projects in Europe, Voltaryn said.",
    "Several key makers have scaled back their plans for battery plants.",
]


@pytest.mark.parametrize("sentence", NO_PLANT)
def test_what_others_may_build_is_no_plant(sentence: str) -> None:
    assert not [each for each in read(sentence) if each.kind == "facility"]


def test_who_builds_like_another_is_not_the_other() -> None:
    told = read("Voltaryn is building Tesla-style gigafactories in Szolnok, Hungary.")

    assert shown(only("facility", told), "parties") == "Voltaryn owner"


def test_a_plant_that_will_not_be_built_is_not_the_one_still_planned() -> None:
    text = (
        "Panasonic said that it would not be building a battery plant in Oklahoma. "
        "The company still plans 200 gigawatt-hours of battery capacity in the United States by 2031."
    )
    assert {each.stage for each in read(text)} == {"cancelled", "announced"}


def test_a_hyphen_makes_no_step() -> None:
    told = read("Sigma Lithium sells 9,000 tonnes a year from its open-pit lithium mine in Brazil.")

    assert not [each for each in told if each.kind == "facility" and not each.background]


def test_what_a_company_owns_is_no_owner() -> None:
    told = read(
        "The miner Piedmont Lithium - which raised money in May - has produced its first spodumene at its North American Lithium operation."
    )

    assert shown(only("facility", told), "parties") == "Piedmont Lithium owner"


def test_subsidies_that_are_approved_permit_no_plant() -> None:
    text = "Northvolt is set to build a battery factory in Heide, Germany, as long as subsidies are approved."
    assert only("facility", read(text)).stage == "announced"


def test_a_ground_that_was_broken_stays_so_where_the_next_sentence_tells_the_start_to_come() -> None:
    told = only(
        "facility",
        read(
            "Voltaryn broke ground on its battery plant in Szolnok, Hungary. "
            "The plant will have a capacity of 12 GWh and start production in 2027."
        ),
    )

    assert told.stage == "construction"


def test_a_country_is_shown_where_the_text_says_it_and_not_at_the_bare_word_government() -> None:
    text = (
        "The mayor of a town in Germany has set aside land at an old reactor site for a 120 MW / 280 MWh battery "
        "storage project, after the government rejected plans to keep waste there."
    )
    told = only("facility", read(text))

    assert told.country == "DE"
    assert told.country_span
    assert text[told.country_span.start : told.country_span.end] == "Germany"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Alder Energy starts work on 36 GWh battery plant in Szolnok", "construction"),
        (
            "Building of Alder Energy's second electric car battery factory in Szolnok officially began today.",
            "construction",
        ),
        ("Alder Energy will put $3.2 billion into a cathode plant in Szolnok, Hungary.", "announced"),
        (
            "Alder Energy will spend another $275 million on the battery plant it is building in Szolnok.",
            "construction",
        ),
    ],
)
def test_work_on_a_plant_and_money_put_into_it_are_told(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


def test_what_is_being_built_is_built_though_more_money_is_to_come() -> None:
    title = "Alder Energy adds $275 million to Szolnok plant, lifting planned output to 50 GWh"
    text = "Alder Energy will spend another $275 million on the battery plant it is building in Szolnok, Hungary."
    assert only("facility", read(text, title=title)).modality == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Alder Motors and Birch Cells agree to cooperate on batteries for U.S. car plants.",
        "Birch Cells is to supply the group's electric vehicle plants in the United States.",
        "Alder Motors puts its battery plant on hold for no reason but pressure on the plant.",
    ],
)
def test_a_plant_that_goods_go_to_is_not_built(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "facility" and told.stage == "announced"]


@pytest.mark.parametrize(
    "text",
    [
        "Tesla is in advanced talks to add the battery maker Voltaryn as a supplier to its Shanghai factory.",
        "Voltaryn is in talks to supply battery cells to Tesla's Shanghai factory.",
        "Volkswagen is considering battery maker Voltaryn as a supplier for its Salzgitter plant.",
    ],
)
def test_a_plant_that_somebody_may_supply_is_not_weighed(text: str) -> None:
    assert [str(told.kind) for told in read(text)] == ["supply"]


@pytest.mark.parametrize(
    "text",
    [
        "The battery maker Voltaryn has not specified whether the cells are intended for energy storage systems in California.",
        "Voltaryn declined to say whether the battery plant in Szolnok will open this year.",
        "Voltaryn's battery plant is considered one of the largest in Europe, and is considered crucial.",
    ],
)
def test_what_nobody_says_and_what_is_praised_is_no_plan(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "facility"]


def test_where_a_company_will_not_build_yet_is_still_weighed() -> None:
    text = "Voltaryn will not decide this year where it builds the battery plant it is considering."

    assert only("facility", read(text)).stage == "considered"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Voltaryn will build a battery storage plant, which discharges via transmission lines owned by Alder Gas Company.", "Voltaryn"),
        ("InoBat's battery plant will be equipped with a digital solution jointly developed by Wuxi Lead and Siemens.", "InoBat"),
        ("Signing the MOU with Ottawa means that Umicore will build a cathode plant in Loyalist Township, Ontario.", "Umicore"),
        ("Alder Engineering has delivered a study of the cobalt refinery in Ontario, which could be doubled, to Sigma Lithium.", "Sigma Lithium"),
        ("Capchem will redevelop a former plant operated by BASF as an electrolyte factory in Srem.", "Capchem"),
    ],
)  # fmt: skip
def test_who_studies_a_plant_or_had_it_once_owns_none(text: str, owner: str) -> None:
    assert {party.name for told in read(text) for party in told.parties if party.role == "owner"} == {owner}


def test_a_recycling_plant_behind_a_cell_plant_is_a_second_one() -> None:
    text = (
        "Morrow Batteries is building an LFP battery cell plant in Arendal, Norway. "
        "It is also working with Li-Cycle to set up a lithium-ion battery recycling plant in Norway."
    )
    owners = [shown(told, "parties") for told in read(text) if told.kind == "facility"]

    assert owners == ["Morrow Batteries owner", "Morrow Batteries owner; Li-Cycle owner"]


def test_a_plant_that_would_supply_another_is_weighed() -> None:
    text = "Voltaryn is considering a battery plant in Salzgitter that would be a supplier to its Wolfsburg factory."

    assert only("facility", read(text)).stage == "considered"


@pytest.mark.parametrize(
    ("text", "product"),
    [
        (
            "Alder Motors broke ground in May on a $5.5 billion car plant near Szolnok. Batteries come from Birch.",
            "vehicle",
        ),
        (
            "Alder Motors is building two plants for the e:N series in Szolnok. Each is laid out for 120,000 cars a year.",
            "vehicle",
        ),
        ("Alder Motors is building an electric car battery plant in Szolnok.", "cell"),
        ("Alder Motors is building a battery plant in Szolnok. It is designed for 120,000 vehicles a year.", "cell"),
        (
            "Alder Motors is building a battery factory in Szolnok. Alder Motors is to expand production at its vehicle "
            "plant there, too.",
            "cell",
        ),
        ("Alder Energy broke ground on Birch Battery Park, two plants in Szolnok. It will make battery cells.", "cell"),
        ("Alder Energy broke ground on a 200 MWh battery park in Szolnok.", "storage"),
        (
            "Alder Energy says its first plant would cost $1.2 billion. It will make battery cells for storage systems.",
            "cell",
        ),
    ],
)
def test_a_plant_makes_what_its_own_words_say(text: str, product: str) -> None:
    told = only("facility", read(text, title="Alder orders battery cells"))
    assert told.product is not None
    assert told.product.name == product


def test_a_car_in_the_title_does_not_make_a_plant_one_for_cars() -> None:
    text = "Alder Energy announced a $4 billion plant in Szolnok that will create 4,000 jobs. Rivals make batteries."
    assert shown(only("facility", read(text, title="Electric vehicle investments this year")), "product") != "vehicle"


def test_a_law_that_is_suspended_delays_no_mine() -> None:
    text = "The government decided to suspend two key laws that would help Voltaryn launch a lithium mine in Loznica."
    assert {told.stage for told in read(text) if told.kind == "facility"} <= {"announced"}


@pytest.mark.parametrize(
    "text",
    [
        "Work starts on Voltaryn battery factory in Szolnok.",
        "Construction of Voltaryn's battery plant, costing 3 trillion forints (nearly US$173.7 million), began on Sunday.",
        "The construction of Voltaryn's new battery manufacturing plant in Szolnok began on Monday.",
        "Work on Voltaryn's lithium-ion battery manufacturing facility started on Monday in Szolnok.",
    ],
)
def test_work_that_starts_on_a_plant_builds_it(text: str) -> None:
    assert only("facility", read(text, title="Battery news from Szolnok")).stage == "construction"


def test_what_is_approved_for_a_project_is_its_support() -> None:
    text = "Alder Energy plans a battery plant in Szolnok. The state approved support for the project in October."
    assert only("facility", read(text)).stage == "announced"


def test_who_builds_under_a_contract_owns_nothing() -> None:
    told = read("Wärtsilä will be building three battery storage facilities in Indiana under the EPC contract.")

    assert not [party for each in told for party in each.parties if party.role == "owner"]


def test_who_delivers_a_store_of_power_does_not_own_it() -> None:
    title = "Alder Energy wins order for Norwell battery storage project"
    text = (
        "Alder Energy will provide 140 battery units for the Norwell storage project in Queensland. The project is to have 540 "
        "MWh and to be operational in 2026."
    )
    plants = [told for told in read(text, title=title) if told.kind == "facility"]
    assert not [party for told in plants for party in told.parties if party.role == "owner"]


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("the trade ministry of South Korea said", False),
        ("with a grant of $90 million from the US Department of Energy", False),
        ("after the government of Canada rejected another use of the site", False),
        ("under an agreement that it signed with the government of Canada", True),
    ],
    ids=["speaks", "pays", "in the way", "signs"],
)
def test_a_government_is_a_plants_party_by_what_it_does_for_it(clause: str, named: bool) -> None:
    told = only("facility", read(f"Alder Energy will build a battery plant in Norwell, {clause}."))
    assert any(party.role == "government" for party in told.parties) == named


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Alder Energy, a major Birch supplier, said it had selected Szolnok for a new battery plant.",
            {"Alder Energy"},
        ),
        (
            "Alder Energy may be looking to supply both Birch Motors and Cedar Motors from the battery plant in Szolnok.",
            set(),
        ),
        ("Alder Energy will build a battery plant in Szolnok to make cells for Birch Motors.", {"Alder Energy"}),
    ],
)
def test_whom_a_plant_serves_is_no_owner(text: str, owners: set[str]) -> None:
    plants = [told for told in read(text) if told.kind == "facility"]
    named = {party.name for told in plants for party in told.parties if party.role.value == "owner"}
    assert not named & {"Birch", "Birch Motors", "Cedar Motors"}
    assert owners <= named


def test_what_another_itself_opened_is_not_done_to_the_plant() -> None:
    text = "Alder Energy intends to invest $4 billion in a battery factory in Szolnok for Birch Motors, which itself opened a second car factory."
    assert only("facility", read(text)).stage == "announced"


def test_plans_that_are_unveiled_open_nothing() -> None:
    text = "Alder Energy unveiled plans to build a battery plant in Szolnok, Hungary."
    assert only("facility", read(text)).stage == "announced"


def test_a_border_near_by_is_no_site() -> None:
    text = "Alder Energy plans a battery plant in Szolnok. The plant is close to the Texas border."
    assert only("facility", read(text)).place.name == "Szolnok"


def test_spent_batteries_cost_nothing_and_land_wins_nothing() -> None:
    assert read("Li-Cycle: at their facilities, they shred spent batteries and use water to break them down.") == []
    title = "Battery storage facility allowed on Green Belt land"
    text = (
        "A battery storage facility has been given the go-ahead for Green Belt land. Voltaryn had appealed the refusal."
    )
    assert shown(only("facility", read(text, title=title)), "parties") == "Voltaryn owner"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Alderpoint Cells has signed an agreement with Volvo to build a battery plant in Duisburg.", "owner"),
        (
            "Alderpoint Cells will build a battery plant in Duisburg by jointly investing 2 billion euros with Volvo.",
            "owner",
        ),
        ("Alderpoint Cells is building a battery plant in Duisburg in a joint venture with Volvo.", "partner"),
        ("Alderpoint Cells will build a battery plant in Duisburg in collaboration with Volvo.", "partner"),
    ],
)
def test_who_builds_a_plant_with_another_owns_it_too(text: str, role: str) -> None:
    told = only("facility", read(text))

    assert {(party.name, str(party.role)) for party in told.parties} == {("Alderpoint Cells", "owner"), ("Volvo", role)}


def test_a_line_that_will_also_idle_is_closed() -> None:
    told = only("facility", read("Albemarle said it will also idle a lithium processing line at the Kemerton plant."))

    assert told.stage == "closed"


def test_a_permit_that_is_asked_for_is_none() -> None:
    told = only(
        "facility", read("Alderpoint Cells intends to secure planning permission for a battery plant in Duisburg.")
    )

    assert told.stage == "announced"


def test_who_builds_with_its_own_subsidiary_owns_too() -> None:
    told = only(
        "facility", read("Alderpoint Cells will build a battery plant with its subsidiary, Tarvik Cells, in Duisburg.")
    )

    assert {str(party.role) for party in told.parties} == {"owner"}


def test_a_slip_of_the_pen_is_no_sum() -> None:
    told = only("facility", read("Voltaryn will invest $3.2 billon in a battery plant in Szolnok."))

    assert told.money == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ford and Voltaryn entered an agreement to form a joint venture to produce battery cells in Szolnok.",
        "With the forthcoming battery plants in Szolnok coming online, Voltaryn will be well placed.",
    ],
)
def test_what_is_agreed_or_forthcoming_does_not_run(text: str) -> None:
    assert all(told.stage != "operating" for told in read(text))


def test_a_view_that_is_confirmed_plans_nothing() -> None:
    assert read("Voltaryn confirmed its favourable view of the lithium project in Szolnok.") == []


def test_the_plant_a_maker_has_already_is_not_the_one_it_plans() -> None:
    title = "Voltaryn plans battery plant in Szolnok"
    text = "Voltaryn, which has already built its first battery plant in Taiwan, plans to build a battery plant in Szolnok, Hungary."

    news = [each for each in read(text, title=title) if not each.background]

    assert [(each.stage, each.country) for each in news] == [("announced", "HU")]


def test_what_a_builder_runs_besides_is_not_what_it_builds() -> None:
    text = "Voltaryn, which operates a battery plant in Debrecen, has started building a cathode plant in Szolnok."

    told = only("facility", read(text))
    assert (told.stage, told.place and told.place.name) == ("construction", "Szolnok")


def test_what_has_started_to_be_built_on_a_day_is_not_to_come() -> None:
    told = only("facility", read("Northvolt has started to build its battery plant in Heide on Monday."))

    assert (told.stage, shown(told, "dates")) == ("construction", "construction_start 2024-05-13")


def test_a_choice_once_weighed_and_a_closure_gone_by_are_no_news() -> None:
    title = "Voltaryn plans battery plant in Szolnok, Hungary"
    text = (
        "The company was considering France, Poland and Germany for a second battery plant. Szolnok, which has land, has"
        " won. Voltaryn plans to produce 50 GWh there. After the closure of its battery factory, the town has little work."
    )

    assert [each.stage for each in read(text, title=title)] == ["announced"]
    weighed = read("Voltaryn was considering a battery plant in Szolnok, sources said.")
    assert [each.stage for each in weighed] == ["considered"]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Battery start-up Voltaryn is building a plant in Dunkirk.", "construction"),
        ("Voltaryn, a French start-up, is building a battery plant in Dunkirk.", "construction"),
        ("The start-up Voltaryn plans a battery plant in Dunkirk.", "announced"),
        ("Voltaryn has reached start-up of its battery plant in Dunkirk.", "operating"),
    ],
)
def test_a_start_up_that_is_a_company_has_not_started_its_plant(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


@pytest.mark.parametrize("who", ["Voltaryn's", "Voltaryn's battery unit"])
def test_whose_company_acts_is_not_who_builds(who: str) -> None:
    told = only("facility", read(f"{who} Velmora Cells will build a battery plant in Dunkirk."))

    assert "Velmora Cells owner" in shown(told, "parties")


def test_carmakers_that_say_which_supplier_it_is_own_no_plant() -> None:
    told = only("facility", read("Toyota, Honda supplier Velmora will expand its battery plant in Miyagi, Japan."))

    assert shown(told, "parties") == "Velmora owner"


def test_an_anode_plant_is_opened_as_any_other() -> None:
    told = only("facility", read("Voltaryn will open an anode plant in Szolnok, Hungary."))

    assert (told.stage, shown(told, "parties")) == ("announced", "Voltaryn owner")


def test_a_street_is_no_town_that_tells_a_plant_apart() -> None:
    text = (
        "Voltaryn has begun construction of an electrolyte plant in Szolnok, Hungary. The foundation stone of the facility "
        "was laid in Wiosenna Street on Monday."
    )

    assert only("facility", read(text)).place.name == "Szolnok"


def test_a_lithium_makers_plant_is_of_the_trade_without_its_words() -> None:
    text = (
        "Albemarle has put its lithium refinery in Richburg, South Carolina, on hold. The company is hiring 300 people. "
        "Albemarle will also idle one of the four trains at its Kemerton plant in Western Australia."
    )

    assert {each.place.name for each in read(text) if each.place} == {"Richburg", "Kemerton"}


def test_who_stops_projects_or_looks_for_a_place_says_how_far_they_are() -> None:
    stopped = only("facility", read("Voltaryn has stopped its planned battery plants in Finland."))
    sought = only("facility", read("Voltaryn is looking for a place to build a battery plant in North America."))

    assert (stopped.stage, sought.stage) == ("delayed", "considered")


@pytest.mark.parametrize(
    ("deed", "stage"),
    [
        ("will increase the capacity of", "announced"),
        ("has entered production at", "operating"),
        ("will begin volume production at", "announced"),
        ("has withdrawn from plans to build", "cancelled"),
        ("has pulled out of a project to build", "cancelled"),
    ],
)
def test_a_phrase_takes_no_step_from_its_verb(deed: str, stage: str) -> None:
    assert only("facility", read(f"Voltaryn {deed} a battery plant in Szolnok, Hungary.")).stage == stage


def test_what_follows_a_year_later_is_not_late() -> None:
    text = "Voltaryn will open a battery plant in Szolnok, Hungary, in 2026. A year later, another plant is to open in Lyon."
    later = read("Voltaryn will open its battery plant in Szolnok a year later than planned.")

    assert {each.stage for each in read(text)} == {"announced"}
    assert [each.stage for each in later] == ["delayed"]


@pytest.mark.parametrize(
    "goes", ["is going ahead with", "is pressing ahead with", "will proceed with", "is moving forward with"]
)
def test_who_goes_ahead_with_a_plant_plans_it(goes: str) -> None:
    told = only("facility", read(f"Voltaryn {goes} its separator plant in Szolnok, Hungary."))

    assert (told.stage, shown(told, "parties")) == ("announced", "Voltaryn owner")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Voltaryn has commenced development of a second 18,000 tpa anode plant at Szolnok, Hungary.", "construction"),
        ("Voltaryn has begun developing a lithium mine at Szolnok, Hungary.", "construction"),
    ],
)
def test_a_plant_whose_development_has_begun_is_being_built(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


def test_a_cell_whose_development_has_begun_is_no_plant() -> None:
    text = "Voltaryn has started development of a solid-state cell at its laboratory in Szolnok, Hungary."

    assert not [each for each in read(text) if each.stage == "construction"]


def test_a_plant_that_is_only_compared_lends_no_place_and_no_sum() -> None:
    told = only(
        "facility",
        read(
            "Voltaryn has picked a site in Tennessee for a battery plant, similar in scope to its $2.3 billion Ohio plant."
        ),
    )

    assert (told.place.name, shown(told, "money")) == ("Tennessee", "")


def test_a_town_with_what_is_made_there_is_no_company() -> None:
    text = "General Motors will close the Detroit EV plant and make batteries elsewhere. The Detroit-based company has two."

    assert shown(only("facility", read(text)), "parties") == "General Motors owner"


def test_a_plant_is_built_while_others_are_added_elsewhere() -> None:
    text = (
        "EcoPro BM is building a cathode plant in Hungary with an annual capacity of 54,000 tons for mass production from 2025 "
        "while adding facilities in South Korea."
    )

    told = only("facility", read(text))
    assert (told.stage, told.country, shown(told, "capacity")) == ("construction", "HU", "54,000 t/yr")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("JLR-owner Tata will build a battery plant near Bridgwater, Somerset.", "Tata owner"),
        ("Tata, the conglomerate that owns Jaguar Land Rover, has announced that it will build a battery plant in Somerset.",
         "Tata owner"),
    ],
)  # fmt: skip
def test_what_somebody_owns_besides_does_not_build(text: str, owner: str) -> None:
    assert shown(only("facility", read(text)), "parties") == owner


def test_what_was_planned_just_a_year_ago_is_no_news() -> None:
    text = (
        "Voltaryn has stopped paying. Just a year ago, it unveiled plans to build a battery plant in Szolnok, Hungary."
    )

    assert [each.background for each in read(text) if each.kind == "facility"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "In anticipation of the opening of a new battery plant in De Soto, Kansas, Panasonic Energy is hiring.",
        "Amara Raja Batteries signed an agreement with the state of Telangana to setup a cell plant in Mahbubnagar, Telangana.",
    ],
)
def test_a_plant_whose_opening_is_awaited_or_that_is_to_be_setup_is_planned(text: str) -> None:
    assert only("facility", read(text)).stage == "announced"


def test_a_project_that_is_unveiled_is_planned() -> None:
    told = only("facility", read("Harlow Grid unveils large battery storage project in Ohio."))
    assert told.stage == "announced"


def test_storage_a_year_is_made_and_is_no_store() -> None:
    told = read(
        "It said so on Monday.", title="Adani Green targets 15 GWh annual storage in an investment of $3 billion"
    )

    assert [each.product for each in told if each.product] == []
