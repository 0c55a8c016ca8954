"""Laws, tariffs and export controls, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Fennick County bans lithium mining for 60 days.", "adopted", parties="Fennick County government"),
    row("A Senate bill would bar the Pentagon from buying Chinese batteries.", "proposed", parties=""),
    row("Two US senators introduced legislation to prohibit imports of Chinese batteries.", "proposed"),
    row("California's fire marshal proposes tougher rules for battery storage plants.", "proposed", product="storage"),
    row("Namibia has decided to put restrictions on the export of unprocessed lithium.", "adopted",
        parties="Government of Namibia government", country="NA", product="lithium"),
    row("The Namibian government said that the cabinet had authorised a restriction on the export of crushed lithium ore.", "adopted",
        product="lithium"),
    row("Japan's industry ministry will subsidise half the cost of lithium refineries.", "adopted"),
    row("The minister said that tax breaks for lithium refiners in Chile are on the table.", "proposed",
        parties="Government of Chile government"),
    row("China to place export restrictions on graphite and battery cathodes.", "adopted", parties="Government of China government"),
    row("The European Parliament adopted a law that requires battery passports from 2027.", "adopted",
        parties="European Parliament government"),
    row("The United States will raise tariffs on Chinese electric-vehicle batteries from 7.5% to 25%.", "adopted"),
    row("China's commerce ministry will require export permits for graphite from December 1.", "adopted", product="graphite"),
    row("The European Commission proposed quotas for recycled lithium in new batteries.", "proposed",
        parties="European Commission government"),
    row("The Indian government has extended its battery subsidy scheme until 2026.", "adopted",
        parties="Government of India government"),
    row("The German government has scrapped its subsidy for home batteries.", "repealed",
        parties="Government of Germany government"),
    row("The US Treasury finalised rules that bar tax credits for cars with Chinese battery cells.", "adopted"),
    weak("reads another product", "Chile's congress passed a bill that creates a national lithium company.", "adopted", product="lithium"),
    row("Indonesia's government is considering an export ban on cobalt for batteries.", "proposed",
        parties="Government of Indonesia government", product="cobalt"),
    row("The Zimbabwean government banned exports of raw lithium.", "adopted",
        parties="Government of Zimbabwe government", product="lithium"),
    row("The UK government drafted a regulation on the safety of lithium-ion batteries in e-bikes.", "proposed",
        parties="UK Government government"),
    weak("is not read", "A directive under which producers must take back old batteries entered into force in the European Union on Friday.", "adopted"),
    row("The Korean government announced a tax credit of 15% for battery makers.", "adopted",
        parties="Government of South Korea government"),
    row("Mexico's senate approved a law that nationalises lithium.", "adopted", product="lithium"),
    row("The Australian government will give miners a production tax credit of 10% for refining lithium and nickel.", "adopted",
        parties="Government of Australia government"),
    row("The European Commission launched an investigation into subsidies for Chinese battery makers.", "proposed",
        parties="European Commission government"),
    row("China's Ministry of Natural Resources has abolished the rule under which every lithium mine needed a licence.", "repealed",
        parties="Ministry of Natural Resources, China government"),
    row("India is considering offering incentives to encourage companies to set up lithium processing.", "proposed",
        parties="Government of India government"),
    row("The Indian government will publish a policy that offers subsidies for makers of batteries.", "proposed",
        parties="Government of India government"),
    row("The US Treasury proposed on Monday to count recycled cathode powder as domestic.", "proposed"),
    row("Ghana has prohibited the export of unprocessed lithium ore with immediate effect.", "adopted",
        parties="Government of Ghana government", country="GH"),
    row("Exports of raw cobalt have been suspended for three months, the mines minister of Zambia said.", "adopted"),
    row("Kenya temporarily forbade shipments of graphite concentrate.", "adopted", parties="Government of Kenya government"),
    row("The Peruvian government plans to prohibit the export of lithium brine.", "proposed",
        parties="Government of Peru government"),
    row("Brussels lifts its duty on imported battery cells to 18% from 6%.", "adopted"),
    row("Bolivia has lifted a ban on lithium exports.", "repealed", parties="Government of Bolivia government"),
    row("Tariffs on lithium-ion batteries from Vietnam will rise to 30%, the US Treasury said.", "adopted"),
    row("Battery containers will have to stand ten metres apart under rules that Spain's government published.", "adopted"),
    row("Makers of batteries must take them back under a draft decree of the Thai government.", "proposed"),
    row("The Indian government wants to introduce a tax on exports of nickel ore.", "proposed"),
    row("The Indian cabinet approved a 15 billion rupee incentive scheme for battery recycling.", "adopted",
        parties="Government of India government"),
    row("The Chinese industry ministry published draft guidelines for makers of lithium batteries.", "proposed",
        parties="Government of China government"),
    row("The government of Indonesia denied that it would ban exports of nickel ore.", "adopted",
        parties="Government of Indonesia government", certainty="denied"),
    row("Bangkok's cabinet approved a support package for makers of battery cells.", "adopted",
        parties="Government of Thailand government"),
    row("Exporters of lithium batteries will need a licence from the Ministry of Commerce from 8 November.", "adopted"),
    row("China tightened its controls on exports of cathode technology on Thursday.", "adopted",
        parties="Government of China government"),
    row("China to tighten exports of graphite, a key battery material.", "adopted", parties="Government of China government"),
    row("Companies that import lithium batteries must pay an additional duty of 30%, the Official Gazette showed.", "adopted"),
    row("The Pentagon will be barred from buying batteries from six Chinese makers.", "adopted"),
    row("The US Defense Department added CATL to a list of companies that work with China's army.", "adopted",
        parties="US Department of Defense government"),
    row("The European Commission has put the lithium project of Alder Metals on its list of strategic projects.", "adopted",
        parties="European Commission government"),
    row("Chile's president said he would put the country's lithium under state control.", "proposed",
        parties="Government of Chile government"),
    row("The Budget exempts 35 machines for making battery cells from basic customs duty.", "adopted"),
    row("Germany ends its subsidy for home storage systems.", "repealed", parties="Government of Germany government"),
    row("China scraps its list of recommended battery suppliers.", "repealed", parties="Government of China government"),
    row("Indonesia halts permits for new nickel smelters, a battery metal.", "adopted", parties="Government of Indonesia government"),
    row("EU plans local-content rules for batteries in electric cars.", "proposed", parties="European Commission government"),
    row("Seoul to give battery makers tax breaks for domestic production.", "adopted", parties="Government of South Korea government"),
    row("Japan starts stockpiling graphite and lithium.", "adopted", parties="Government of Japan government"),
    row("Australia mulls price floor for lithium.", "proposed", parties="Government of Australia government"),
    row("Ottawa is consulting on sourcing requirements for battery storage projects.", "proposed",
        parties="Government of Canada government"),
    row("China curbs new battery capacity to end price war.", "adopted", parties="Government of China government"),
    row("US bars Chinese batteries from military bases.", "adopted", parties="US Government government"),
    row("UK to consult on battery storage fire safety.", "proposed", parties="UK Government government"),
    row("Japan sets aside 350 billion yen for battery supply chains.", "adopted", parties="Government of Japan government"),
    row("Bolivia's parliament approves lithium contracts with Chinese group.", "adopted"),
    row("The Democratic Republic of Congo has replaced its ban on cobalt exports with quotas.", "adopted"),
    row("The Swedish government will abolish the tax deduction for home batteries.", "repealed",
        parties="Government of Sweden government"),
    row("India approves $800 million incentive for battery storage.", "adopted", parties="Government of India government"),
    row("Beijing will end its tax rebate for batteries, China's Ministry of Finance announced.", "repealed",
        parties="Ministry of Finance, China government"),
]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder Minerals has suspended shipments of graphite to Japan.",
        "Battery makers expect costs to rise because of the duties, the government said.",
        "Alder stopped exports of battery cells from its plant after a fire.",
    ],
)
def test_what_a_company_stops_or_what_rises_beside_a_tariff_is_no_law(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "policy"] == []


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_whether_a_rule_is_proposed_or_in_force(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("policy", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "The European Parliament adopted a law on the protection of wolves.",
        "The US will raise tariffs on Chinese steel, solar panels and syringes.",
    ],
)
def test_a_rule_that_is_not_about_batteries_is_no_news(sentence: str) -> None:
    assert read(sentence) == []


def test_whose_surtax_it_is_stands_in_the_title() -> None:
    text = (
        "From 1 April, battery cells shipped from China will carry a 25 per cent surtax, finance minister Marie "
        "Tremblay announced."
    )

    told = only("policy", read(text, title="Ottawa slaps surtax on imported cells"))

    assert [party.name for party in told.parties] == ["Government of Canada"]


def test_a_duty_that_somebody_only_means_to_scrap_stands() -> None:
    told = only(
        "policy", read("New Delhi is looking at scrapping the import duty on machines that make lithium-ion cells.")
    )

    assert told.stage == "proposed"


@pytest.mark.parametrize(
    "sentence",
    [
        "China approves battery plant in Yibin.",
        "Germany ends first quarter with battery demand of 12 GWh.",
        "Regulators banned passengers from charging lithium batteries on board aircraft.",
        "The council banned heavy trucks from using the road to the lithium mine.",
        "Alder needs a permit from the government of Quebec for its lithium mine.",
        "Alder added a cell plant to its list of sites.",
    ],
)
def test_a_ban_on_something_else_and_a_companys_permit_are_no_policy(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "policy"] == []


def test_a_ban_that_had_been_imposed_long_ago_is_lifted_today() -> None:
    text = "Malawi's government has lifted a ban on shipments of graphite that it had imposed in January."

    [told] = read(text, title="Malawi lifts ban on graphite shipments")

    assert (told.stage, told.background) == ("repealed", False)


def test_permits_that_are_revoked_are_policy() -> None:
    told = only("policy", read("Indonesia has revoked the mining permits of four nickel companies in Raja Ampat."))

    assert (told.stage, told.country) == ("adopted", "ID")


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (
            "The US has announced that tariffs on Chinese critical minerals will take effect later than planned.",
            "adopted",
        ),
        (
            "The Indian government is considering splitting the sops for making advanced chemistry cells (PLI-ACC).",
            "proposed",
        ),
        (
            "The Union Cabinet has approved the incentive scheme for Advanced Chemistry Cell (ACC) battery storage.",
            "adopted",
        ),
    ],
)
def test_sops_critical_minerals_and_initials_of_goods_are_told_by_laws(sentence: str, stage: str) -> None:
    told = read(sentence, title="Battery makers wait")

    assert only("policy", told).stage == stage
    assert {party.role for party in only("policy", told).parties} <= {"government"}


@pytest.mark.parametrize(
    ("sentence", "stage", "parties"),
    [
        (
            "The Oltenberg City Council voted on Tuesday to extend its moratorium on battery energy storage facilities.",
            "adopted",
            "Oltenberg City Council government",
        ),
        ("Town Board members introduced a proposed moratorium on battery energy storage systems.", "proposed", ""),
        ("House Republicans passed a bill that would end the 45X battery manufacturing credit.", "adopted", ""),
    ],
)
def test_a_towns_moratorium_is_a_law_and_no_plant(sentence: str, stage: str, parties: str) -> None:
    (told,) = read(sentence)

    assert (told.kind, told.stage, shown(told, "parties")) == ("policy", stage, parties)


def test_whom_a_talk_is_with_does_not_rule() -> None:
    told = only(
        "policy",
        read(
            "China is imposing fresh export restrictions on lithium batteries ahead of a meeting between President Trump "
            "and Xi Jinping."
        ),
    )

    assert shown(told, "parties") == "Government of China government"


@pytest.mark.parametrize(
    ("title", "stage", "parties"),
    [
        ("Norway wants recycled nickel in batteries", "proposed", "Government of Norway government"),
        ("Peru aims to outline a model for a state lithium firm", "proposed", "Government of Peru government"),
        ("Thailand gears up for battery subsidies", "proposed", "Government of Thailand government"),
        ("Kenya to promote battery recycling with new scheme", "proposed", "Government of Kenya government"),
        ("Polish government pushes for batteries at all solar farms", "proposed", "Government of Poland government"),
        ("Vietnam requires battery storage at solar projects of 20 MW", "adopted", "Government of Vietnam government"),
        ("Peru mulls requiring battery makers to disclose emissions", "proposed", "Government of Peru government"),
        ("Ghana to soon unveil incentives for lithium refining", "proposed", "Government of Ghana government"),
        ("Ghana and Japan sign trade deal on battery minerals", "adopted",
         "Government of Ghana government; Government of Japan government"),
        ("Norway and Ghana open talks on lithium", "proposed",
         "Government of Norway government; Government of Ghana government"),
        ("Malawi: New mining law to be strict on graphite", "proposed", "Government of Malawi government"),
    ],
)  # fmt: skip
def test_a_headline_tells_what_a_land_is_after_and_what_two_agree_on(title: str, stage: str, parties: str) -> None:
    told = only("policy", (each for each in read("Details were not given.", title=title) if not each.by_words))

    assert (told.stage, shown(told, "parties")) == (stage, parties)


@pytest.mark.parametrize(
    "title",
    [
        "Norway wants to buy a battery plant",
        "Kenya to boost lithium output at two mines",
        "Poland's push for battery storage worries Gdynia",
        "Ghana and Japan sign $40 million lithium deal",
        "Texas passes California in batteries",
        "Canada review of lithium sale tests ties",
        "Estonia is set to approve sending a Patriot missile battery",
    ],
)
def test_a_lands_purchases_mines_and_weapons_are_no_law(title: str) -> None:
    told = read("Details were not given.", title=title)

    assert [each for each in told if each.kind == "policy" and not each.by_words] == []


@pytest.mark.parametrize(
    ("title", "stage", "parties"),
    [
        ("Voltaryn chairman calls for tighter rules on battery storage", "proposed", "Voltaryn partner"),
        ("Voltaryn urges standardization of battery cells", "proposed", "Voltaryn partner"),
        ("Indian government urged to scrap taxes on batteries", "proposed", "Government of India government"),
    ],
)
def test_a_law_that_somebody_calls_for_is_proposed(title: str, stage: str, parties: str) -> None:
    told = only("policy", read("Voltaryn makes cells.", title=title))

    assert (told.stage, shown(told, "parties")) == (stage, parties)


def test_what_the_text_below_calls_for_is_none() -> None:
    told = read("Battery maker Voltaryn built a plant. Its chief calls for tighter rules on storage.")

    assert [each for each in told if each.kind == "policy"] == []


def test_a_new_rule_needs_no_body() -> None:
    title = "Home batteries in short supply"
    told = only("policy", read("New rules for battery imports kick in next month.", title=title))

    assert (told.stage, told.parties) == ("adopted", ())


def test_a_law_of_a_state_or_a_town_is_placed_there() -> None:
    state = only("policy", read("Makers were told.", title="Oregon requires battery makers to take packs back"))
    town = only("policy", read("Fennick County bans lithium mining for 60 days."))

    assert (shown(state, "place"), shown(town, "place")) == ("Oregon", "Fennick County")


def test_a_law_of_a_country_has_no_place() -> None:
    told = only("policy", read("The Indian government banned exports of lithium from Odisha."))

    assert told.place is None


def test_the_treasury_is_a_body() -> None:
    told = only("policy", read("The Treasury has announced guidance on battery components that takes effect in April."))

    assert shown(told, "parties") == "Treasury government"


def test_a_governor_with_a_name_is_the_government_of_a_state() -> None:
    told = only("policy", read("Ohio Governor Jane Alder signed a bill on battery recycling."))

    assert shown(told, "parties") == "State of Ohio government"


@pytest.mark.parametrize(
    ("title", "text", "stage", "parties"),
    [
        ("(Tasmania) The Island Critical Minerals Plan", "The plan helps miners of lithium.", "adopted",
         "Government of Tasmania government"),
        ("2031 Critical Minerals Strategy", "The Kenyan government wants more of its graphite refined at home.", "adopted",
         "Government of Kenya government"),
        ("Decree No. 77/2031 on Battery Waste", "It sets targets in Morocco.", "adopted", "Government of Morocco government"),
        ("Draft Peruvian National Lithium Policy", "It was put online.", "proposed", "Government of Peru government"),
        ("Norway and Chile Agreement on Lithium", "It was signed on Monday.", "adopted",
         "Government of Norway government; Government of Chile government"),
    ],
)  # fmt: skip
def test_a_text_titled_as_a_law_is_tells_of_it(title: str, text: str, stage: str, parties: str) -> None:
    told = only("policy", (each for each in read(text, title=title) if not each.by_words))

    assert (told.stage, shown(told, "parties")) == (stage, parties)


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn and Alder Cobalt Supply Agreement",
        "BYD Battery Strategy",
        "How Grid Operators Plan to Use Batteries in Norway",
    ],
)
def test_a_firms_strategy_and_deal_are_no_laws(title: str) -> None:
    told = read("Details were not given.", title=title)

    assert [each for each in told if each.kind == "policy" and not each.by_words] == []


@pytest.mark.parametrize(
    ("title", "stage", "parties"),
    [
        ("Oregon Law Would Require Battery Makers to Take Packs Back", "proposed", "State of Oregon government"),
        ("Kenya Bans Old Batteries From Its Roads", "adopted", "Government of Kenya government"),
        ("Peru targets carmakers with increased duties on batteries", "adopted", "Government of Peru government"),
        ("Norway grants strategic status to battery storage", "adopted", "Government of Norway government"),
        ("Norway puts batteries at the center of its climate law", "adopted", "Government of Norway government"),
        ("Kenya: Kebs Bans Importation of Used Batteries", "adopted", "Kenya Bureau of Standards government"),
        ("UK watchdog proposes treating battery black mass as waste", "proposed", "UK Government government"),
        ("Fennick County, GA — 90-day moratorium on battery storage", "adopted", "Fennick County government"),
        ("Biden hiking tariffs on battery cells", "adopted", "US Government government"),
    ],
)  # fmt: skip
def test_a_headline_names_whose_rule_it_is(title: str, stage: str, parties: str) -> None:
    told = only("policy", (each for each in read("Details were not given.", title=title) if not each.by_words))

    assert (told.stage, shown(told, "parties")) == (stage, parties)


@pytest.mark.parametrize(
    "title",
    [
        "Kenya Eyes Battery Gigafactories for Mombasa",
        "Norway advances 12 battery bids in its tender",
        "Alder seeks tax relief for a battery plant in Texas",
    ],
)
def test_a_plant_or_a_tender_of_a_land_is_no_rule(title: str) -> None:
    told = read("Details were not given.", title=title)

    assert [each for each in told if each.kind == "policy" and not each.by_words] == []


def test_a_law_told_by_its_words_is_the_lands_of_the_title() -> None:
    law = "The regulation aims to reduce waste from batteries. It obliges producers to collect them."
    told = only("policy", read(law, title="(Ontario) Battery waste regulation"))

    assert (told.by_words, shown(told, "parties"), told.country) == (True, "Government of Ontario government", "CA")
