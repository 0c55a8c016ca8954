"""Fires, recalls, layoffs, strikes, lawsuits and insolvencies, one sentence each."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Orsa calls back 12,000 electric cars because their packs, supplied by Velmora, can short-circuit.", "occurred",
        parties="Orsa owner; Velmora supplier"),
    row("Battery maker Velmora will cut its workforce by 20%.", "occurred", parties="Velmora owner"),
    row("Three hundred workers at Velmora's battery plant lost their jobs.", "occurred", parties="Velmora owner"),
    row("Jury orders battery maker Velmora to pay $33 million over stolen secrets.", "occurred", parties="Velmora owner"),
    row("A court in Munich has ruled that CATL infringes a patent on battery separators.", "occurred", parties="CATL owner"),
    row("Stellantis is demanding 180 million euros in damages from Velmora because battery cells came late.", "occurred",
        parties="Stellantis owner; Velmora owner"),
    row("Some 2,300 employees of Velmora Cells walked off the job to demand higher pay.", "occurred", parties="Velmora Cells owner"),
    row("A blast at a battery plant in Hwaseong killed three.", "occurred"),
    row("Start-up Quartzion accused of faking battery tests.", "occurred", parties="Quartzion owner"),
    row("Prosecutors raid battery maker Velmora over a leak of technology.", "occurred", parties="Velmora owner"),
    row("General Motors warns owners to park outside over battery fires.", "occurred", parties="General Motors owner"),
    row("Velmora Cells is putting 1,200 employees of its battery plant on reduced hours from June.", "occurred",
        parties="Velmora Cells owner", jobs="1200"),
    row("A tailings dam at Velmora Lithium's plant in Sulawesi collapsed after heavy rain.", "occurred", parties="Velmora Lithium owner"),
    row("The insolvency proceedings of the battery storage maker Velmora have been closed.", "resolved", parties="Velmora owner"),
    row("Velmora Cells has filed a lawsuit against Jinbao over battery patents.", "occurred", parties="Velmora Cells owner; Jinbao owner"),
    row("Battery start-up Velmora has gone bust.", "occurred", parties="Velmora owner"),
    row("Battery storage maker Velmora sought protection from its creditors on Monday.", "occurred", parties="Velmora owner"),
    row("Residents demonstrated against the battery plant of Velmora Cells in Debrecen on Saturday.", "occurred",
        parties="Velmora Cells owner", place="Debrecen"),
    row("The strike at Velmora's battery plant is over.", "resolved", parties="Velmora owner"),
    row("Velmora and Hanrim have ended their legal dispute over separators.", "resolved"),
    row("Shareholders filed a class action against battery maker Velmora.", "occurred", parties="Velmora owner"),
    row("Around 400 employees of Velmora Cells went on strike at its battery plant on Monday.", "occurred",
        parties="Velmora Cells owner"),
    row("Battery maker Velmora is preparing to file for insolvency, people familiar with the matter said.", "occurred",
        parties="Velmora owner", certainty="reported"),
    row("Battery maker Velmora went into administration. Administrators from the firm Ernest & Yates were appointed.", "occurred",
        parties="Velmora owner"),
    row("On June 29, firefighters were dispatched to a warehouse fire in Morris, Illinois, where lithium batteries burned.", "occurred",
        place="Morris", country="US"),
    row("A fire broke out at Kestrel Cells' battery plant in Dundee on Sunday.", "occurred",
        parties="Kestrel Cells owner", place="Dundee", country="GB", dates="event 2024-05-12"),
    row("General Motors has recalled 69,000 Chevrolet Bolt cars over battery fires.", "occurred",
        parties="General Motors owner"),
    row("Battery maker Northvolt will lay off 1,600 workers in Sweden.", "occurred",
        parties="Northvolt owner", country="SE", jobs=1600),
    row("Workers at Ultium Cells' battery plant in Lordstown, Ohio, have been on strike since Thursday.", "ongoing",
        parties="Ultium Cells owner", place="Lordstown", country="US"),
    row("Battery maker Pelion Energy filed for insolvency on Monday.", "occurred",
        parties="Pelion Energy owner", dates="event 2024-05-13"),
    row("Volkswagen, the largest investor in battery maker Northvolt, is in touch with it following its Chapter 11 bankruptcy filing.",
        "occurred", parties="Northvolt owner"),
    row("Jan Berglund is stepping down as CEO of battery maker Northvolt, a day after the company filed for Chapter 11 bankruptcy.",
        "occurred", parties="Northvolt owner"),
    row("LG Energy Solution has sued Sunwoda in Munich over battery patents.", "occurred"),
    row("SK On and LG Energy Solution settled their dispute over trade secrets in battery making.", "resolved"),
    weak("reads another place and country", "Twenty-two workers were killed in a fire at Aricell's lithium battery plant in Hwaseong.", "occurred",
        parties="Aricell owner", place="Hwaseong", country="KR"),
    weak("reads another parties", "An explosion damaged the black mass line of Recyvolt in Magdeburg on April 30.", "occurred",
        parties="Recyvolt owner", place="Magdeburg", country="DE", dates="event 2024-04-30"),
    row("Battery pack maker Saltline Energy cut 200 jobs at its Tilburg site.", "occurred",
        parties="Saltline Energy owner", place="Tilburg", country="NL", jobs=200),
    row("Creditors have taken over the insolvent cell maker Varonis Power.", "occurred", parties="Varonis Power owner"),
    row("The blaze at Gridkeeper's battery storage site near Leipzig was extinguished on Tuesday.", "resolved",
        parties="Gridkeeper owner", place="Leipzig", country="DE"),
    row("Stellantis is recalling 3,200 plug-in hybrids because their battery packs may overheat.", "occurred",
        parties="Stellantis owner"),
    row("A court in Frankfurt opened insolvency proceedings for the pack maker Varonis Power on May 2.", "occurred",
        parties="Varonis Power owner", dates="event 2024-05-02"),
    row("Samsung SDI is recalling 180,000 battery packs following an investigation by the road safety agency into fires.", "occurred",
        parties="Samsung SDI supplier"),
    row("More than 10,000 Chevrolet Bolt cars are recalled by the automaker General Motors for defective batteries.", "occurred",
        parties="General Motors owner"),
    row("The state Department of Environmental Protection is investigating a fire at Kestrel Cells' battery plant in Dundee.", "ongoing",
        parties="Kestrel Cells owner; Department of Environmental Protection government"),
    row("B456 Systems Inc, the battery maker which received a $249 million U.S. government grant, filed for bankruptcy on Monday.",
        "occurred", parties="B456 Systems owner"),
    row("Battery recycler Tarvik Metals and two of its subsidiaries, Kestrel Recycling and Tarvik Renewable Metals, filed for Chapter 11.",
        "occurred", parties="Tarvik Metals owner; Kestrel Recycling owner; Tarvik Renewable Metals owner"),
    row("Haulmark Trucks is recalling 800 electric lorries because of a risk of battery fires.", "occurred",
        parties="Haulmark Trucks owner"),
    row("Battery maker Kestrel Cells will let 62 of its 140 people in Lund go.", "occurred",
        parties="Kestrel Cells owner"),
    row("Workers at Kestrel Cells' battery plant in Dundee returned to work on Monday after accepting a pay rise.", "resolved",
        parties="Kestrel Cells owner", place="Dundee"),
    row("The High Court in Pretoria dismissed the suit against the battery maker Kestrel Cells.", "resolved",
        parties="Kestrel Cells owner"),
    row("Haulmark Trucks temporarily halted production and shipments of its electric lorry over a possible battery fault.",
        "ongoing", parties="Haulmark Trucks owner", certainty="confirmed"),
    row("Volvo has announced a temporary halt on production of an electric van due to a battery defect.", "ongoing",
        parties="Volvo owner"),
    row("Kestrel is putting a halt on all Tarn Lorry production due to a possible problem with the lorry's battery.",
        "ongoing", parties="Kestrel owner"),
    row("Haulmark Trucks has put production of its electric lorry on hold after finding a defect in its battery packs.",
        "ongoing", parties="Haulmark Trucks owner"),
    row("Water was needed to put out the fire in a lithium battery store of Velmora, said Assistant Fire Chief Jeffrey Naples.",
        "occurred", place=""),
    row("The cleanup of Velmora's burnt battery store begins in Dundee.", "ongoing", parties="Velmora owner", place="Dundee"),
    row("The EPA completed the removal of burnt batteries at Velmora's battery store.", "resolved",
        parties="US Environmental Protection Agency government; Velmora owner"),
    row("Velmora trims battery plant workforce as demand for its cells declines.", "occurred", parties="Velmora owner"),
    row("Battery maker Velmora is set to enter administration.", "ongoing", parties="Velmora owner"),
    row("Battery start-up Velmora is near collapse as it seeks money.", "occurred", parties="Velmora owner"),
    row("Battery maker Velmora faces insolvency.", "occurred", parties="Velmora owner"),
    row("Velmora's battery claims are the subject of a whistleblower complaint.", "occurred", parties="Velmora owner"),
    row("Apple is recalling laptops because their batteries could overheat.", "occurred", parties="Apple owner"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_tells_what_went_wrong_and_whether_it_is_over(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("incident", read(sentence)), expected) == {}


def test_what_a_fire_does_to_a_plant_is_told_by_the_fire() -> None:
    told = read("A fire has destroyed a battery plant that is operated by Kestrel Cells in Dundee on Monday.")

    assert {str(each.kind) for each in told} == {"incident"}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Voters in Macon killed a $2 billion battery plant that Velmora had planned.", 0),
        ("A blast at Velmora's battery plant in Macon killed two workers of a plant near by.", 1),
    ],
)
def test_a_plant_that_is_voted_down_is_nobody(sentence: str, told: int) -> None:
    assert len([dev for dev in read(sentence) if dev.kind == "incident" and not dev.by_words]) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The battery cells of Kestrel Cells passed every fire test.",
        "Kestrel Cells strikes a balance between cost and energy density in its batteries.",
        "Tarvik, Norrvik Cells strike cathode supply deal for batteries.",
        "Kestrel Cells halted production of battery cells because nobody bought them.",
        "Kestrel Cells will not stop shipments of battery packs over a fault in a cable.",
        "The separator lowers the risk of fire, Kestrel Cells says of its new battery.",
        "The industry ministry published a draft that requires batteries not to catch fire within two hours.",
    ],
)
def test_the_risk_of_a_fire_is_no_fire(sentence: str) -> None:
    assert not [each for each in read(sentence) if each.kind == "incident"]


def test_who_put_a_fire_out_is_told_and_an_old_name_is_nobody() -> None:
    text = (
        "The fire was quickly contained by Alderpoint Recycling's sprinklers in the battery plant formerly known as "
        "Toxco."
    )

    assert shown(only("incident", read(text)), "parties") == "Alderpoint Recycling owner"


def test_who_only_accuses_sues_nobody() -> None:
    title = "Windsor mayor calls out Ottawa after Alder Cells accuses feds of failing on plant deal"
    accused = read("Alder Cells says that Ottawa has not kept its word on a battery plant.", title=title)

    assert [each.kind for each in accused if each.kind == "incident" and not each.by_words] == []
    assert only(
        "incident", read("Voltaryn accused a rival of stealing trade secrets, in a lawsuit over its batteries.")
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder's powder for battery cathodes demonstrates a longer life.",
        "In March battery maker Alder plans a new line of cells.",
        "A band of drums and batteries marched through Remich on Sunday.",
    ],
)
def test_who_shows_something_or_plays_in_march_protests_nothing(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "incident"] == []


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Father dies in house fire after a lithium battery exploded",
         "Crews rushed to a home in Farrow Close, Tarnley Town, (pictured) just after seven.", "Tarnley Town"),
        ("Fire at house could have been caused by lithium battery",
         "The house on Pashler Court in Wexby Sands on the Gold Coast was engulfed by the blaze.", "Wexby Sands"),
        ("Flat destroyed by fire after e-bike battery overheated",
         "Crews were called to a blaze in Elverwick, Newcastle, after a battery caught fire.", "Elverwick"),
        ("Rayleigh: Lorry emptied on street as fire breaks out",
         "The blaze was caused by discarded batteries, a fire service says.", "Rayleigh"),
        ("Two workers killed after clashes at nickel smelter",
         "Police say that both died after a protest at a smelter on Sulawesi island.", "Sulawesi"),
        ("E-scooter battery explodes in hostel", "Guests fled the building in Leeds on Monday.", "Leeds"),
        ("Fire destroys a warehouse of lithium batteries", "Nobody was hurt. The firm sells bikes in all Europe.", ""),
    ],
)  # fmt: skip
def test_it_burns_where_a_sentence_near_by_says(title: str, text: str, place: str) -> None:
    assert shown(only("incident", read(text, title=title)), "place") == place


def test_who_fails_does_not_fail_where_the_next_sentence_goes() -> None:
    told = read("The start-up had planned a battery plant in Leeds.", title="Battery maker Kestrel Cells goes bust")

    assert shown(next(each for each in told if each.kind == "incident"), "place") == ""


def test_a_union_owns_no_works() -> None:
    text = (
        "Cells are made in Ostrava. The union KOVO called a two-hour warning stoppage at the battery plant for Friday."
    )

    assert not [party for told in read(text) for party in told.parties if party.name == "KOVO"]


def test_rules_against_fire_burn_nothing() -> None:
    told = read("Fire safety rules for battery storage sites were tightened in California.")

    assert [each for each in told if each.kind == "incident"] == []


def test_jobs_are_as_the_text_counts_them_and_not_as_its_title_rounds_them() -> None:
    told = only(
        "incident",
        read(
            "Voltaryn Cells has laid off 487 people at its battery plant in Lima, Ohio.",
            title="Voltaryn Cells cuts nearly 500 jobs in Ohio",
        ),
    )

    assert shown(told, "jobs") == "487"


def test_a_finance_chief_is_no_company() -> None:
    told = read(
        "Owen Tarrick, Voltaryn Cells chief financial officer, said the company has laid off 60 people at its "
        "battery plant."
    )

    assert {party.name for each in told for party in each.parties} == {"Voltaryn Cells"}


def test_until_when_something_is_halted_is_no_day_of_the_halt() -> None:
    told = read(
        "Haulmark Trucks has suspended production of its electric lorry until at least the end of next week after a "
        "battery caught fire."
    )
    assert only("incident", told).dates == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "NHTSA is investigating a fire in cars with battery packs made by Samsung SDI.",
        "NHTSA said its probe covers 90,000 cars with battery packs made by Samsung SDI.",
        "NHTSA has opened a safety investigation into battery packs made by Samsung SDI.",
    ],
)
def test_whose_batteries_an_office_probes_is_their_supplier(sentence: str) -> None:
    told = only("incident", read(sentence))

    assert shown(told, "parties") == "NHTSA government; Samsung SDI supplier"


def test_jobs_that_go_at_two_works_are_two_cuts() -> None:
    told = read(
        "About 1,200 workers at Voltaryn's truck plant in Detroit will be laid off. The company also will cut 550 jobs at "
        "its battery cell plant in Toledo, Ohio.",
        title="Voltaryn to cut jobs at two sites",
    )

    assert sorted(shown(each, "jobs") for each in told) == ["550", "about 1,200"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A fire in a storage unit at a battery warehouse prompted road closures and evacuations.", 1),
        ("Crews are battling a fire at a building that houses lithium batteries.", 1),
        ("An explosion at a nickel smelter killed four people.", 1),
        ("An explosion at a copper smelter killed four people.", 0),
        ("A fire broke out in an apartment when the battery of an e-bike exploded in its storage room.", 1),
        ("A fire broke out in an apartment in whose storage room an e-bike stood.", 0),
    ],
)
def test_a_text_that_opens_with_a_fire_where_batteries_are_kept_is_news(sentence: str, told: int) -> None:
    assert len(read(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder Materials is laying off 135 employees at its battery plant and Birkmont Cells has filed for insolvency.",
        "Battery firms stumble: Alder Materials cuts 135 of 400 jobs, Birkmont Cells files for insolvency.",
    ],
)
def test_two_who_are_befallen_in_one_sentence_are_two(sentence: str) -> None:
    told = read(sentence)

    assert [shown(each, "parties") for each in told] == ["Alder Materials owner", "Birkmont Cells owner"]
    assert [shown(each, "jobs") for each in told] == ["135", ""]


def test_who_fails_behind_another_that_lays_off_workers_is_told_alone() -> None:
    told = read(
        "Both battery recyclers of the town, Voltaryn and Alder Cells, have lost money, with Voltaryn laying off 70 workers, "
        "and Alder filing for insolvency.",
        title="Bad week for Szolnok's battery recyclers Voltaryn and Alder Cells",
    )

    assert [shown(each, "parties") for each in told] == ["Voltaryn owner", "Alder Cells owner"]
    assert [shown(each, "jobs") for each in told] == ["70", ""]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Battery maker Voltaryn is laying off 90 workers, and Rise filing for bankruptcy.", "Voltaryn owner"),
        ("Battery maker Voltaryn is laying off 90 workers and has filed for bankruptcy.", "Voltaryn owner"),
        ("Battery maker Voltaryn is bankrupt and German insolvency law applies.", "Voltaryn owner"),
        ("Battery maker Voltaryn is laying off 90 workers and Monday filed for bankruptcy.", "Voltaryn owner"),
    ],
)
def test_a_firm_that_nobody_knows_fails_for_no_other(sentence: str, owner: str) -> None:
    told = read(sentence)

    assert {shown(each, "parties") for each in told} == {owner}
    assert ("incident.insolvency" in {each.rule for each in told}) is (" Rise " not in sentence)


def test_whose_cells_make_owners_careful_is_no_supply() -> None:
    told = read(
        "Volvo Cars is asking owners of 40,000 cars to limit charging because battery cells supplied by Sunwoda may overheat."
    )

    assert [each.kind for each in told] == ["incident"]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Tesla has agreed to pay $1.5 million to settle a proposed class action over its batteries.", "resolved"),
        (
            "The National Highway Traffic Safety Administration has opened a recall query into 50,000 Ford cars over battery failures.",
            "ongoing",
        ),
    ],
)
def test_a_case_that_is_paid_for_is_over_and_a_query_goes_on(sentence: str, stage: str) -> None:
    assert only("incident", read(sentence)).stage == stage


def test_the_day_of_the_news_is_never_a_week_ahead() -> None:
    told = only(
        "incident", read("An explosion on Tuesday at a battery plant in Oslo is thought to have come from a furnace.")
    )

    assert [dated.date.iso for dated in told.dates] == ["2024-05-14"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The singer was charged with battery and theft.",
        "A former clerk sued the senator for battery and defamation.",
        "The actor faces a lawsuit over an assault and battery in a hotel.",
        "Lightning struck an oilfield battery and started a fire near Estevan, Saskatchewan.",
        "A missile battery caught fire at a base near Kyiv.",
        "New Zealand bans battery cages for hens.",
    ],
)
def test_a_battery_that_is_a_blow_a_cage_or_a_weapon_is_no_news(sentence: str) -> None:
    assert read(sentence) == []


def test_a_plant_at_home_is_no_domestic_battery() -> None:
    assert only("incident", read("Workers at Velmora's domestic battery plant have been on strike since Thursday."))


def test_a_gadget_that_is_recalled_for_its_keys_is_no_battery_news() -> None:
    assert read("Apple is recalling laptops because their keyboards stick.") == []


def test_who_may_fail_has_not_failed() -> None:
    told = read("Battery maker Velmora could enter administration.")

    assert [each for each in told if each.kind == "incident"] == []


def test_a_soil_that_could_be_cleaned_is_not() -> None:
    told = read("Velmora could start the cleanup of its battery store in Dundee.")

    assert [each for each in told if each.kind == "incident"] == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A flat fire caused by the battery of a converted e-bike killed two brothers in Leeds on Sunday.", "Leeds"),
        ("Scooter battery explodes in hallway.", None),
        ("A man died in a blaze that was sparked by an e-bike battery, the coroner was told.", None),
        ("Short circuit in lithium batteries causes fire at a depot.", None),
    ],
)
def test_a_battery_that_burns_is_news_whosever_it_is(sentence: str, place: str | None) -> None:
    told = only("incident", (each for each in read(sentence) if not each.by_words))

    assert (told.stage, told.place.name if told.place else None) == ("occurred", place)


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Court to hear appeal against lithium mine in Nevada", "incident.lawsuit"),
        ("Villagers sue over lithium mine project in Nevada", "incident.lawsuit"),
        ("Blaze rages at battery warehouse in Nevada", "incident.fire"),
    ],
)
def test_what_befalls_works_of_nobody_named_is_told_with_its_place(title: str, rule: str) -> None:
    told = only("incident", (each for each in read("Details were few.", title=title) if not each.by_words))

    assert (told.rule, told.place.name if told.place else None) == (rule, "Nevada")


@pytest.mark.parametrize(
    "title",
    [
        "Battery fires threaten recyclers nationwide",
        "Nevada lithium mine nears approval despite protest",
        "Voters hold recall election over a battery plant project",
        "How to keep an e-bike battery from catching fire",
    ],
)
def test_what_is_only_feared_or_goes_beside_befalls_nobody(title: str) -> None:
    told = read("Details were few.", title=title)

    assert [each for each in told if each.kind == "incident" and not each.by_words] == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Velmora Lithium has won an appeal against an earlier decision of a judge in Arequipa over its lithium mine.", None),
        ("Velmora Lithium has won an appeal over waste at its lithium mine in Arequipa.", "Arequipa"),
    ],
)  # fmt: skip
def test_where_a_court_sits_nothing_has_happened(sentence: str, place: str | None) -> None:
    told = only("incident", read(sentence))

    assert (told.place.name if told.place else None) == place
