"""Companies are found by what they do; persons, laws and places are none."""

import pytest

from cellwire.claims.reading.setting import set_scene
from cellwire.lexicon import load_lexicon
from cellwire.model import Party
from claims.telling import document, only, read, unread


def parties(sentence: str) -> dict[str, Party]:
    return {party.name: party for development in read(sentence) for party in development.parties}


UNKNOWN = [
    ("Battery maker Quellstrom will build a cell plant in Erfurt.", "Quellstrom"),
    ("Tarvik Lithium has broken ground on a lithium refinery in Tarragona.", "Tarvik Lithium"),
    ("Ostrava-based cathode producer Moravex will open a battery materials plant in Ostrava.", "Moravex"),
    ("Brixham Anodes Ltd will build a graphite anode plant in Brixham.", "Brixham Anodes"),
    ("Zellwerk GmbH has opened a battery pack plant in Jena.", "Zellwerk"),
    ("Scania signed a battery supply agreement with Ferrolane.", "Ferrolane"),
    ("Ferrolane's battery plant in Turku will be expanded to 8 GWh.", "Ferrolane"),
    ("E9 Cathodes, a start-up from Leuven, will build a cathode plant in Genk.", "E9 Cathodes"),
    ("Hatsune Denchi Co., Ltd. announced a solid-state battery plant in Kobe.", "Hatsune Denchi"),
    ("Ford will buy lithium from Salar del Norte Minerals.", "Salar del Norte Minerals"),
    ("A fire broke out on Monday at a battery factory run by Velmor in Hwaseong.", "Velmor"),
    ("nVolt has started building a battery factory in Porto.", "nVolt"),
    (
        "Battery orders came from Volvo (STO: VOLV), and Quellstrom (NASDAQ: QST) will open a cell plant in Erfurt.",
        "Quellstrom",
    ),
    ("Indian Velmar Corporation (IVC) will open a battery cell plant in Erfurt.", "Indian Velmar"),
    ("Shaanxi K&T Ultra Energy will build a battery cell plant in Erfurt.", "Shaanxi K&T Ultra Energy"),
    (
        "The round for battery maker Northvolt was led by investors Ostrand Capital and At Last Ventures.",
        "At Last Ventures",
    ),
    ("McAllister Battery Systems will close its battery plant in Belfast.", "McAllister Battery Systems"),
    (
        "Cobalt Plus said on Tuesday it had completed a cobalt refinery. The refinery of Cobalt Plus is in Szolnok.",
        "Cobalt Plus",
    ),
]


@pytest.mark.parametrize(("sentence", "company"), UNKNOWN)
def test_a_company_that_no_list_holds_is_found_by_its_context(sentence: str, company: str) -> None:
    found = parties(sentence)

    assert company in found
    assert found[company].id.startswith("x-")


DEALT_WITH = [
    ("Farasis will supply Ostravel with battery packs from 2027.", "Ostravel"),
    ("Tesla has signed a contract worth $2 million for battery modules with Ostravel.", "Ostravel"),
    ("Tesla has chosen Taiwan's Ostravel as supplier of battery cells.", "Ostravel"),
    ("Tesla has bought battery packs worth $2 million from the Flemish bus builder Ostravel.", "Ostravel"),
    ("Ostravel and Tesla have signed a memorandum on battery cells.", "Ostravel"),
    ("Tesla, Ostravel and Quarzin have formed an alliance for battery cells.", "Quarzin"),
    ("The award of the battery cell contract to Tesla by Ostravel covers 10 GWh.", "Ostravel"),
    ("A cell plant for Tesla is being built in Hungary by Ostravel.", "Ostravel"),
    ("Tesla has received a 50 million euro investment in its battery plant from Ostravel.", "Ostravel"),
    ("Tesla will deliver 20,000 battery packs a year to Ostravel.", "Ostravel"),
    ("Tesla and Quarzin are owners of the battery maker Zellmo, a subsidiary of Ostravel.", "Ostravel"),
    ("The battery plant belongs to Ostravel, a rival of Tesla.", "Ostravel"),
    ("Tesla (60%) and Ostravel (40%) own the battery plant.", "Ostravel"),
    ("Tesla has agreed on a $300 million loan facility for its cell plant with Bank of Ostravel.", "Bank of Ostravel"),
    ("Tesla has agreed to supply Anchor with battery cells.", "Anchor"),
    ("The cuts at Tesla also hit Anchor's battery factory.", "Anchor"),
    ("Tesla and Ostravel JV have started work on a battery plant.", "Ostravel"),
    ("Tesla and the startup ostravel will make battery cells.", "ostravel"),
]


@pytest.mark.parametrize(("sentence", "company"), DEALT_WITH)
def test_who_deals_with_a_company_or_acts_beside_it_is_one(sentence: str, company: str) -> None:
    assert company in named(sentence)


NOT_DEALT_WITH = [
    ("Tesla has bought a battery plant in Ostravel and Quarzin.", "Quarzin"),
    ("Tesla signed a deal with the Minister of Economy and Quarzin Ostravel for battery cells.", "Quarzin Ostravel"),
    ("Tesla will supply Ostravel cells to battery makers.", "Ostravel"),
    ("Battery cells of Tesla are delivered from Reno to Ostravel.", "Ostravel"),
    ("Tesla's award for battery cells was handed over by Petra Ostravel.", "Petra Ostravel"),
    ("Tesla fears that the Governor's battery factory will fail.", "Governor"),
    ("Petra Ostravel, chief executive of Tesla, said the cathode plant in Reno will open in May.", "Petra Ostravel"),
]


@pytest.mark.parametrize(("sentence", "name"), NOT_DEALT_WITH)
def test_towns_ministers_and_goods_beside_a_company_are_none(sentence: str, name: str) -> None:
    assert name not in named(sentence)


def named(text: str) -> set[str]:
    scene = set_scene(document(text), load_lexicon())
    assert scene is not None
    return {name.name for sentence in scene.sentences for name in sentence.names}


def test_a_name_ends_with_its_legal_form_whatever_the_next_line_begins_with() -> None:
    text = "Told on behalf of Voltaryn Corporation\nVoltaryn (NASDAQ: VLTR) will build a battery plant in Szolnok."

    assert named(text) == {"Voltaryn"}


def test_the_last_word_of_a_land_is_no_short_form_of_who_is_called_after_it() -> None:
    text = "The Republic of Korea backs makers of batteries. The Korea Eximbank will lend them $300 million."
    scene = set_scene(document(text), load_lexicon())

    assert scene is not None
    names = [name.span.cut(scene.plain.text) for sentence in scene.sentences for name in sentence.names]
    assert "Korea Eximbank" in names
    assert "Korea" not in names


KNOWN = [
    ("Rolls-Royce will build a battery storage plant in Latvia.", "rolls-royce"),
    ("Hindustan Zinc will build a battery cell plant in Gujarat.", "hindustan-zinc"),
    ("Georgia Power will build a battery storage plant in Atlanta.", "georgia-power"),
    ("HPCL will build a battery swapping plant in Delhi.", "hindustan-petroleum"),
    ("Indian Oil Corporation will build a battery cell plant in Gujarat.", "indian-oil"),
    ("Lithium Werks will build a battery plant in Gdańsk.", "lithium-werks"),
    ("Contemporary Amperex Technology will build a battery plant in Debrecen.", "catl"),
    ("LGES will build a battery plant in Arizona.", "lges"),
    ("宁德时代 (CATL) will build a battery plant in Debrecen.", "catl"),
]


@pytest.mark.parametrize(("sentence", "id"), KNOWN)
def test_a_known_company_is_one_under_all_its_names(sentence: str, id: str) -> None:
    ids = {party.id for party in parties(sentence).values()}

    assert ids <= {id, "lg-energy-solution"}
    assert len(ids) == 1


NO_COMPANY = [
    ("Chief executive Maria Lindqvist said Voltaryn will build a battery plant in Szolnok.", "Maria Lindqvist"),
    ("Péter Szijjártó announced that Voltaryn will build a battery plant in Szolnok.", "Péter Szijjártó"),
    (
        "The Minister of Foreign Affairs and Trade Anna Lindqvist said that Voltaryn will build a battery plant.",
        "Anna Lindqvist",
    ),
    (
        "Voltaryn will build a battery plant with Stellantis (EPA:STLA) in Szolnok.",
        "US Environmental Protection Agency",
    ),
    ("Smoke was rising from Voltaryn's battery plant on Highway OO.", "Highway"),
    ("Voltaryn, in talks with striking United Automobile Workers, will build a battery plant.", "Workers"),
    ("Voltaryn will build a battery plant beside the Oracle Nickel project.", "Oracle"),
    ("Voltaryn will build a battery plant, says the Global EV Tracker.", "Global"),
    ("Under the Inflation Reduction Act, Voltaryn will build a battery plant in Ohio.", "Inflation Reduction Act"),
    ("On Monday Voltaryn announced a battery plant in Szolnok.", "Monday"),
    ("Governor Brian Kemp welcomed that Voltaryn will build a battery plant in Georgia.", "Brian Kemp"),
    ("The Szolnok Industrial Park will host the 12 GWh battery plant that Voltaryn plans.", "Szolnok Industrial Park"),
    ("Voltaryn will build a battery plant near Lake Balaton.", "Lake Balaton"),
    ("Voltaryn opened a battery plant in Szolnok. Roughly 800 employees run the battery plant in Szolnok.", "Roughly"),
    ("Voltaryn opened a plant to supply batteries to Electric Vehicles in Szolnok.", "Electric"),
    (
        "Voltaryn is building a battery plant in Szolnok together with Chapter 11, which saved it.",
        "Chapter 11",
    ),
    ("Voltaryn signed an agreement with the People's Government of Yibin to build a battery plant.", "People"),
    ("Additionally, Voltaryn announced a battery plant in Szolnok.", "Additionally"),
    ("LFP cells will be made at the battery plant that Voltaryn is building in Szolnok.", "LFP"),
    ("Voltaryn builds the pack for the Fjord Explorer at its battery plant in Szolnok.", "Fjord Explorer"),
    ("Voltaryn will build a battery plant in Szolnok after its loan grew to USD300 million.", "USD300"),
    (
        "Voltaryn will build a battery plant in Szolnok under the Green Grid 2030 programme, enabling it to store power.",
        "Green Grid",
    ),
    ("The Magyar Hírlap reports that Voltaryn will build a battery plant in Szolnok.", "Magyar Hírlap"),
    (
        "The Curia annulled a permit. Voltaryn will build its battery plant in Szolnok anyway, and the Curia was asked.",
        "Curia",
    ),
    (
        "Ödön Falvay, the citizen that went to court, was glad. Voltaryn, said Falvay, will build a battery plant.",
        "Falvay",
    ),
    (
        'Voltaryn will build a battery plant in Ohio. "Attracting this investment will secure our place as a hub for '
        'building the batteries of the future," said Ontario Premier Doug Ford.',
        "Ford",
    ),
    (
        "Saxony Premier Jan Oderkamp said that Voltaryn will build a battery plant in Szolnok.",
        "Saxony Premier Jan Oderkamp",
    ),
    (
        "Congressional Republicans have attacked the battery plant that Voltaryn will build in Szolnok.",
        "Congressional Republicans",
    ),
    (
        "Voltaryn won a contract for the Hubei 10MW 40MWh Storage Demonstration Project and builds a battery plant.",
        "Hubei 10MW",
    ),
    (
        "The fire at Voltaryn's battery plant is out, said Melanie Osterby, an FDC spokeswoman. Melanie Osterby was there.",
        "Osterby",
    ),
    ("The utility of St. Quellis is launching a tender, and Voltaryn will build a battery plant there.", "Quellis"),
    ("Voltaryn will build a battery plant in Szolnok and recycles batteries from QRT equipment.", "QRT"),
    ("Voltaryn supplies cells to the Marine Corps base at Ostravel and builds a battery plant in Szolnok.", "Corps"),
    ("Voltaryn delivers the Danish-made Ostra Electric and builds a battery plant in Szolnok.", "Ostra Electric"),
    ("Voltaryn has signed a deal with La Corporation and builds a battery plant in Szolnok.", "La"),
    (
        "Hungary's largest battery storage project, Ostra Power, will use the cells of Voltaryn's battery plant.",
        "Ostra",
    ),
    unread(
        "a sum is a company", "EUR 1.2 billion will be invested by Voltaryn in a battery plant in Szolnok.", "EUR 1"
    ),
]


@pytest.mark.parametrize(("sentence", "name"), NO_COMPANY)
def test_persons_laws_days_places_and_models_are_no_companies(sentence: str, name: str) -> None:
    found = parties(sentence)

    assert "Voltaryn" in found
    assert not [each for each in found if name in each or each in name.split()]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("CATL wins a battery deal of Ford - Cell & Pack Technology International", {"CATL", "Ford"}),
        ("[Ostra Clean Energy and EVs] CATL wins a battery deal of Ford", {"CATL", "Ford"}),
        ("Hungary Nov EV battery installations: CATL, Ostravel lead", {"CATL"}),
        ("CATL wins a battery deal of Ford; the Ostra 18 Pro Max's battery is larger", {"CATL", "Ford"}),
    ],
)
def test_outlets_months_and_telephones_in_a_title_are_no_companies(title: str, names: set[str]) -> None:
    assert named(f"{title}\n\nMore about batteries below.") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Industrial and Commercial Bank of China lends CATL money.",
            {"CATL", "Industrial and Commercial Bank of China"},
        ),
        ("Osterby Hydro and CATL build battery storage.", {"CATL", "Osterby Hydro"}),
        (
            "CATL has a partnership with Quellstrom on swapping. 500 Quellstrom Electric Three-Wheelers get batteries.",
            {"CATL", "Quellstrom"},
        ),
        (
            "First Quorvel and CATL sign a battery pact. First Quorvel Nickel, a miner, digs.",
            {"CATL", "First Quorvel Nickel"},
        ),
        ("CATL recalls the Ostra Trail. It burnt people by the Ostra Trail's battery.", {"CATL"}),
        ("A battery of CATL burnt, WXYZ-TV reported that night.", {"CATL"}),
        ("Petra Ostravel, the co-inventor of the battery, works with CATL. Ostravel's battery is new.", {"CATL"}),
        ("A car of CATL burnt, Doug Quellmer of Quellmer Auto Service told us. Quellmer saw the battery.", {"CATL"}),
        ("CATL was given a loan, and Ostra Resources USD 8 million for batteries.", {"CATL", "Ostra Resources"}),
        ("Concurrently Ostra Power will build a battery plant with CATL.", {"CATL", "Ostra Power"}),
        ("CATL will deliver to Quellmer Enerji 2 GWh of battery storage.", {"CATL", "Quellmer Enerji"}),
        (
            "CATL builds a battery plant. Orban wants more. Elon Musk announced another, and Musk will build it.",
            {"CATL"},
        ),
        ("CATL is growing. To-date, the firm has built two battery plants.", {"CATL"}),
        ("Iron Flow Storage Battery of CATL is launched. The Iron Flow Storage Battery has cells.", {"CATL"}),
        ("The CCP backs a battery plant, SMM said.", set()),
    ],
)
def test_who_is_called_like_another_is_nobody_else(sentence: str, names: set[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Voltaryn Cells takes a stake in CATL target Ganfeng.", {"Voltaryn Cells", "Ganfeng"}),
        (
            "Ford has signed a partnership on batteries with Tesla Co-Founder's Redwood Materials.",
            {"Ford", "Redwood Materials"},
        ),
    ],
)
def test_who_says_only_which_company_is_meant_takes_no_part(sentence: str, names: set[str]) -> None:
    assert set(parties(sentence)) == names


def test_a_supplier_in_a_title_is_not_who_it_supplies() -> None:
    assert "Tesla" not in parties("Chinese Tesla Supplier to Raise $4 Billion for Batteries")


def test_a_grid_operator_owns_no_store() -> None:
    assert not parties("PJM is to add two battery storage projects in Virginia.")


def test_a_start_up_that_stands_without_its_name_has_none() -> None:
    told = only("incident", read("Creditors will get little.", title="British Battery Start-Up Files for Bankruptcy"))

    assert not told.parties


def test_who_mourns_is_no_company() -> None:
    assert set(parties("The family of an Apple engineer is suing Tesla over a battery fire.")) == {"Tesla"}


def test_who_owns_a_known_company_by_name_is_a_person() -> None:
    assert set(parties("Umbert Varnholt's Tesla will build a battery plant in Ohio.")) == {"Tesla"}


def test_a_company_named_before_a_person_of_its_name_stays_one() -> None:
    text = "Ford will build a battery plant in Ohio. Premier Doug Ford was glad. Ford announced a cost of $2 billion."

    assert set(parties(text)) == {"Ford"}


PLANTS = [
    "Voltaryn builds a battery plant near Berlin. Gigafactory Berlin-Brandenburg will make cells for Voltaryn.",
    "Named Alder Battery Park Michigan, the battery plant of Voltaryn will go up in Marshall.",
    "Voltaryn will build a battery plant called Alder One in Marshall.",
    "Voltaryn will build a battery plant in Marshall, the Delta Economic Development Corporation said.",
    "Voltaryn halts shipments of the B-120 Torrent van over a battery fault; it builds a battery plant in Marshall.",
    "Voltaryn wants a battery-making supply chain and builds a battery plant in Marshall. EV-making is next.",
    "Voltaryn builds a battery plant in Marshall. It will ship cells to Ford, Ines Vandermeer, US Ambassador to Japan, told reporters.",
]


@pytest.mark.parametrize("sentence", PLANTS)
def test_plants_offices_models_and_trades_own_nothing(sentence: str) -> None:
    owners = {party.name for each in read(sentence) for party in each.parties if party.role == "owner"}

    assert owners == {"Voltaryn"}


def test_a_legal_form_is_no_part_of_a_name() -> None:
    assert parties("Zellwerk GmbH has opened a battery pack plant in Jena.")["Zellwerk"].id == "x-zellwerk"


def test_a_short_form_in_brackets_is_the_same_company() -> None:
    found = parties('Nordic Cathode Materials AB ("NCMat") is growing.\n\nNCMat will build a cathode plant in Kokkola.')

    assert list(found) == ["Nordic Cathode Materials"]


def test_letters_on_an_exchange_are_the_same_company() -> None:
    text = "Voltaryn (OTCPK:VLTRY -1.5%) rose on Monday. VLTRY plans to build a battery plant in Szolnok."
    [plant] = [each for each in read(text) if each.kind == "facility"]

    assert [party.name for party in plant.parties] == ["Voltaryn"]


def test_a_leader_is_no_short_form_of_a_government() -> None:
    scene = set_scene(
        document("The Biden administration lends Voltaryn, a battery maker, money. Biden met Voltaryn."), load_lexicon()
    )

    assert scene
    assert [name.name for sentence in scene.sentences for name in sentence.names] == [
        "US Government", "Voltaryn", "Voltaryn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "owner"),
    [
        ("Jae Se Energy Opens Cathode Plant in Szolnok", "Jae Se Energy"),
        ("Voltaryn To Build Battery Plant in Szolnok", "Voltaryn"),
        ("Startup Voltaryn Builds Battery Plant in Szolnok", "Voltaryn"),
        ("Plants in Brief: Voltaryn To Build Battery Plant in Szolnok", "Voltaryn"),
        ("QRV Builds Battery Plant in Szolnok", "QRV"),
        ("Energy Startup Builds Battery Plant in Szolnok", None),
        ("Governor Opens Battery Plant in Szolnok", None),
        ("Berlin To Build Battery Plant in Szolnok", None),
    ],
)
def test_a_headline_in_capitals_begins_with_who_acts(headline: str, owner: str | None) -> None:
    told = only("facility", read("More in the paper.", title=headline))

    assert [party.name for party in told.parties] == ([owner] if owner else [])


def test_an_office_is_called_by_its_letters() -> None:
    text = (
        "The Department of Environmental Protection is investigating a fire at Voltaryn's battery plant in Szolnok. "
        "A fire began at the battery plant on Sunday, DEP said; a member of the DEP team and DEP, a regulator, responded."
    )

    assert "DEP" not in parties(text)


def test_a_company_is_called_by_its_name_without_the_legal_form() -> None:
    text = "Battery maker Kestrel Cells will invest $3 million in Lithium Star Pty Ltd. Kestrel Cells will acquire 10% of Lithium Star."

    assert {name for name in parties(text) if "Star" in name} == {"Lithium Star"}


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Moravel said on Tuesday it would build a battery plant in Szolnok.", "Moravel"),
        ("Moravel said Tuesday that it will build a battery plant in Szolnok.", "Moravel"),
        ("A battery plant will be built in Szolnok. Haas said on Tuesday that it was hard to find a site.", None),
    ],
)
def test_who_says_on_a_day_what_it_will_do_is_a_company(sentence: str, owner: str | None) -> None:
    assert set(parties(sentence)) == ({owner} if owner else set())


@pytest.mark.parametrize(
    "text",
    [
        "Led by Professor Ada Holm of the University of Oxford, the project will build a battery pilot plant.",
        "James “Lucky” Tarrant helped to build a battery factory in Lima. When Tarrant walked in, the plant was empty.",
        "Hans Berzek has built battery packs in his workshop since 2012. Berzek now plans a small battery factory.",
        "Chairman Tarrik opened a battery plant near Savannah. Tarrik thanked the workers.",
    ],
)
def test_who_has_a_title_a_nickname_or_something_of_his_own_is_a_person(text: str) -> None:
    named = {party.name for told in read(text) for party in told.parties}

    assert named <= {"University of Oxford"}


@pytest.mark.parametrize("model", ["Renner ZS PHEV", "Renner XV60"])
def test_a_car_is_called_after_its_maker(model: str) -> None:
    told = read(
        f"First to get semi-solid-state batteries will be the {model}, which Renner said will go on sale in 2027."
    )

    assert model not in {party.name for each in told for party in each.parties}


def test_a_union_that_workers_join_owns_no_plant() -> None:
    told = read(
        "Workers hired for an electric vehicle battery complex in Kentucky have launched a campaign to join the "
        "United Auto Workers. The nearly $6 billion battery park will start production in 2025.",
        title="Workers at battery plant start a drive for a union",
    )

    assert [party.name for each in told for party in each.parties if each.kind == "facility"] == []


@pytest.mark.parametrize(
    ("sentence", "bought"),
    [
        ("Quellstrom GmbH has acquired Vena Energy India, a developer of battery storage.", "Vena Energy India"),
        ("Quellstrom GmbH completes acquisition of Vena Energy Australia with its 2.5 GWh of battery storage.",
         "Vena Energy Australia"),
        # what stands behind the land is the firm's there, and no firm's name
        ("Quellstrom GmbH has acquired Vena Energy. India is its largest market for battery storage.", "Vena Energy"),
        ("Quellstrom GmbH has acquired Vena Energy, India and China being its markets for batteries.", "Vena Energy"),
    ],
)  # fmt: skip
def test_a_subsidiary_in_a_land_is_not_the_whole_firm(sentence: str, bought: str) -> None:
    assert bought in parties(sentence)
    assert bought == "Vena Energy" or "Vena Energy" not in parties(sentence)


@pytest.mark.parametrize(
    "headline",
    ["QTT Flags Layoffs, Halts Gigafactory Construction", "QTT Nears Opening of Cell Plant in Erfurt"],
)
def test_a_headline_in_capitals_ends_a_name_at_its_verb(headline: str) -> None:
    told = read("QTT has halted the construction of a battery gigafactory in Erfurt.", title=headline)
    named = {party.name for each in told for party in each.parties}

    assert told
    assert not {name for name in named if name.startswith("QTT ")}


def test_what_a_subsidiary_in_a_land_opens_is_there() -> None:
    [told] = read("Vena Energy Chile on Monday commissioned its 68 MW battery storage park.")

    assert (told.country, [party.name for party in told.parties]) == ("CL", ["Vena Energy Chile"])
