"""Stories that are not printed, each with its reason; and names that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from cellwire.model import Record
from cellwire.publish import BriefSettings
from cellwire.publish.brief.edition import why_no_name
from publish import factories as make
from publish.at_hand import edition
from publish.test_told_once import ENDING, brief_of, heads, plant
from publish.test_weeks_news import facility


def why(brief) -> str:
    return " | ".join(row.why for row in brief.left_out)


def test_nobody_works_together_alone() -> None:
    doc = make.document("a", "Voltara signed a memorandum of understanding on batteries.")
    alone = make.development(doc, "partnership", "mou", parties=(make.party(doc, "Voltara", "partner"),))

    assert heads(brief_of(alone, docs=[doc])) == []


@pytest.mark.parametrize(
    ("text", "name", "id", "reason"),
    [
        ("New battery plant for Windsor\nThe plant will open in 2025. New jobs come.", "New", "x-new", "goods"),
        ("Besides, a plant opens.", "Besides", "x-besides", "everyday word"),
        ("Ascend opens a plant\nThe plant that Ascend is building will make cathodes.", "Ascend", "x-ascend", ""),
        ("Local making of Battery Electric Vehicles begins.", "Battery Electric Vehicles", "x-bev", "goods"),
        ("A scheme for advanced chemistry cell (ACC) storage: ACC makers get it.", "ACC", "acc", "something else"),
        ("Automotive Cells Company (ACC) builds a plant.", "ACC", "acc", ""),
        ("ACC builds a plant.", "ACC", "acc", ""),
    ],
)
def test_what_is_written_like_a_name_may_be_none(text, name, id, reason) -> None:
    doc = make.document("a", text)
    said = why_no_name(make.party(doc, name, "owner", id=id), doc)

    assert reason in said
    assert bool(said) is bool(reason)


def test_a_plant_whose_owner_was_read_wrongly_is_nobodys_news() -> None:
    doc = make.document("a", "New battery plant for Windsor will create jobs.")
    told = plant(doc, parties=("New",), place=make.place(doc, "Windsor", "CA"))
    brief = brief_of(told, docs=[doc])

    assert heads(brief) == []
    assert "no quote says whose it is" in why(brief)


def test_one_plant_of_the_record_under_two_places_is_told_once() -> None:
    docs = [make.document(id, f"{id}: Ford plans a battery plant in {id}.") for id in ("Windsor", "Tecumseh")]
    plants = [plant(doc, place=make.place(doc, doc.id, "CA")) for doc in docs]
    record = Record(None, facilities=(facility("Ford, Windsor", ("announced", docs[0], docs[0].published)),))

    assert len(heads(brief_of(*plants, docs=docs, record=record))) == 2
    one = replace(record.facilities[0], stories=("s0", "s1"))
    assert len(heads(brief_of(*plants, docs=docs, record=Record(None, facilities=(one,))))) == 1


def test_a_story_that_is_left_out_itself_puts_no_other_in_doubt() -> None:
    text = "Ford plans a battery plant in Windsor of 80 GWh for $5 billion."
    docs = [make.document("a", text), make.document("b", f"{text} It will bring 900 jobs.")]
    figures = {"gwh": ((80, "new"),), "money": (("$5 billion", 5e9),)}
    plain = plant(docs[0], place=make.place(docs[0], "Windsor", "CA"), **figures)
    fuller = plant(
        docs[1], place=make.place(docs[1], "Windsor", "CA"), jobs=make.jobs(docs[1], "900 jobs", 900), **figures
    )

    assert len(heads(brief_of(plain, fuller, docs=docs))) == 1
    unsure = make.replaced(fuller, confidence=0.5)
    assert "a fuller story" not in why(brief_of(plain, unsure, docs=docs))
    assert len(heads(brief_of(plain, unsure, docs=docs))) == 1


@pytest.mark.parametrize(
    ("text", "product", "told"),
    [
        ("Voltara broke ground in Debrecen on a car plant.", "vehicle", False),
        ("Voltara broke ground in Debrecen on a car plant with battery assembly.", "vehicle", True),
        ("Voltara broke ground in Debrecen on a car plant for battery-powered vans.", "vehicle", False),
        ("Voltara broke ground in Debrecen on a plant for battery cells.", "cell", True),
    ],
)
def test_a_plant_for_cars_alone_is_no_battery_news(text, product, told) -> None:
    doc = make.document("a", text)
    dev = make.voltaras(doc, "construction", makes=("car" if product == "vehicle" else "cells", product))
    assert bool(heads(brief_of(dev, docs=[doc]))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Voltara has adopted a rebate programme for battery-electric vans.", False),
        ("Voltara has adopted a rebate programme for batteries of vans.", True),
    ],
)
def test_a_rule_for_cars_alone_is_no_battery_news(text: str, *, told: bool) -> None:
    doc = make.document("a", text)
    body, goods = (make.party(doc, "Voltara", "government"),), make.named(doc, "vans", "vehicle")
    brief = brief_of(make.development(doc, "policy", "adopted", parties=body, product=goods), docs=[doc])

    assert bool(heads(brief)) is told
    assert told or "a rule for vehicles, and of no batteries" in why(brief)


@pytest.mark.parametrize(("owner", "told"), [("Scania", False), ("Voltara", False), ("Northvolt", True)])
def test_a_plant_of_which_nothing_says_what_it_makes_is_told_of_a_battery_firm(owner: str, told: bool) -> None:
    doc = make.document("a", f"{owner} broke ground in Debrecen on a plant.")
    parties = (make.party(doc, owner, "owner", id={"Voltara": None}.get(owner, owner.lower())),)
    dev = make.development(
        doc, "facility", "construction", parties=parties, place=make.place(doc, "Debrecen", "HU"), product=None
    )
    brief = brief_of(dev, docs=[doc])

    assert bool(heads(brief)) is told
    assert told or "no words say what its plant makes" in why(brief)


@pytest.mark.parametrize(
    ("use", "told"),
    [("for its hydrogen fuel cells", False), ("for hydrogen and batteries", True), ("for its growth", True)],
)
def test_what_is_paid_for_another_industry_is_no_battery_news(use: str, told: bool) -> None:
    doc = make.document("a", f"Voltara has raised $1.5 billion from SK {use}.")
    sides = (make.party(doc, "Voltara", "target"), make.party(doc, "SK", "investor"))
    dev = make.development(
        doc, "investment", "completed", parties=sides, money=(make.money(doc, "$1.5 billion", 1.5e9, "USD"),)
    )
    brief = brief_of(dev, docs=[doc])

    assert bool(heads(brief)) is told
    assert told or "of another industry" in why(brief)


def test_what_was_not_trusted_is_listed_in_its_sources_words() -> None:
    doc = make.document("a", "Voltara broke ground in Debrecen on a car plant.", outlet="Danube Monitor")
    dev = make.voltaras(doc, "construction", makes=("car", "vehicle"))
    listed = brief_of(dev, docs=[doc]).left_out
    assert listed[0].what == "“Voltara broke ground in Debrecen on a car plant.” (Danube Monitor)"


def test_a_stake_that_is_held_is_not_bought() -> None:
    doc = make.document("a", "Voltara and Nordcell hold equal ownership stakes in Baumwerk.")
    sides = (make.party(doc, "Voltara", "investor"), make.party(doc, "Baumwerk", "target"))
    dev = make.development(doc, "investment", "announced", parties=sides, trigger=make.span(doc, "stakes"))
    assert heads(brief_of(dev, docs=[doc])) == []


@pytest.mark.parametrize(("size", "stories"), [("500 MWh", 1), ("300 MWh", 2)])
def test_what_two_agree_to_put_up_is_told_once(size: str, stories: int) -> None:
    docs = [
        make.document(
            "a", f"Voltara Energy is to put up {size} of battery storage in Kansas with Nordcell.", outlet="One"
        ),
        make.document("b", "Voltara and Nordcell partner for 500 MWh of battery storage.", outlet="Two"),
    ]
    told = [
        make.development(
            doc,
            kind,
            stage,
            parties=(make.party(doc, name, role), make.party(doc, "Nordcell", "partner")),
            product=make.named(doc, "battery storage", "storage"),
            capacity=(make.capacity(doc, words, float(words.split()[0]), "MWh"),),
            place=make.place(doc, "Kansas", "US") if kind == "facility" else None,
        )
        for doc, kind, stage, name, role, words in (
            (docs[0], "facility", "announced", "Voltara Energy", "owner", size),
            (docs[1], "partnership", "signed", "Voltara", "partner", "500 MWh"),
        )
    ]
    assert len(heads(brief_of(*told, docs=docs))) == stories


@pytest.mark.parametrize(("part", "told"), [("", True), ("'s US subsidiary", False)])
def test_a_stake_in_a_part_is_none_in_the_whole(part: str, told: bool) -> None:
    doc = make.document("a", f"Voltara agreed to take a majority stake in Nordcell{part}, a maker of battery cells.")
    sides = (make.party(doc, "Voltara", "investor"), make.party(doc, "Nordcell", "target"))
    dev = make.development(doc, "investment", "announced", parties=sides, trigger=make.span(doc, "stake"))
    brief = brief_of(dev, docs=[doc])

    assert bool(heads(brief)) is told
    assert told or "a part of the company" in why(brief)


@pytest.mark.parametrize(("listing", "told"), [("a share listing", True), ("the listing of its battery unit", False)])
def test_who_lists_a_unit_is_not_listed(listing: str, told: bool) -> None:
    doc = make.document("a", f"Voltara plans {listing} in Hong Kong.")
    sides = (make.party(doc, "Voltara", "target"),)
    words = make.span(doc, "listing")
    dev = make.development(
        doc, "investment", "announced", parties=sides, trigger=words, rule="investment.round", modality="planned"
    )
    assert bool(heads(brief_of(dev, docs=[doc]))) is told


def test_what_is_said_to_be_considered_names_its_sources() -> None:
    doc = make.document(
        "a", "Voltara is considering a battery plant in Debrecen. It may cost much, people familiar with it said."
    )
    dev = make.voltaras(
        doc,
        "considered",
        certainty="reported",
        modality="considering",
        evidence="Voltara is considering a battery plant in Debrecen.",
    )
    body = " ".join(sentence.text for sentence in brief_of(dev, docs=[doc]).sentences())
    assert "unnamed sources" in body


def test_a_surer_telling_decides_how_far_a_plant_is() -> None:
    sure = make.document("a", "Voltara is considering a battery plant in Debrecen.", outlet="A")
    unsure = make.document("b", "Voltara plans a battery plant in Debrecen.", outlet="B")
    devs = [
        make.voltaras(doc, stage, modality=modality)
        for doc, stage, modality in ((sure, "considered", "considering"), (unsure, "announced", "planned"))
    ]
    devs[1] = make.replaced(devs[1], confidence=0.5)
    story = replace(make.story("s", devs), stage="announced")
    settings = BriefSettings()
    brief = edition(Record(None), [story], [sure, unsure], devs, week_ending=ENDING, settings=settings)
    assert heads(brief) == ["Voltara considers battery plant in Debrecen"]


def test_where_something_was_announced_is_no_site() -> None:
    doc = make.document("a", "Voltara announced Friday in Debrecen that it will build a battery plant for $2 billion.")
    dev = make.voltaras(doc, money=(make.money(doc, "$2 billion", 2e9, "USD"),))
    brief = brief_of(dev, docs=[doc])
    assert heads(brief) == ["Voltara plans battery plant"]
    assert "where it was announced" in why(brief)


def test_the_price_of_a_material_is_told_in_its_sources_words() -> None:
    doc = make.document("a", "Lithium carbonate cost 569,000 yuan a tonne on Friday.")
    dev = make.development(doc, "market", "reported", product=make.named(doc, "Lithium", "lithium"))
    assert heads(brief_of(dev, docs=[doc])) == ["Lithium carbonate cost 569,000 yuan a tonne"]


def test_a_deal_done_before_the_week_is_news_only_where_a_title_has_it() -> None:
    for title, told in (("Voltara supplies Nordcell", True), ("Voltara grows", False)):
        doc = make.document(
            "a", "On 5 December Voltara signed a contract to supply Nordcell with batteries.", title=title
        )
        deal = make.development(
            doc,
            "supply",
            "signed",
            parties=(make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer")),
            product=make.named(doc, "batteries", "cell"),
            dates=(make.dated(doc, "5 December", "event", "2022-12-05"),),
        )
        assert bool(heads(brief_of(deal, docs=[doc]))) is told


def _there(dev):
    return make.replaced(dev, place=structs.replace(dev.place, id="hu-debrecen"))


@pytest.mark.parametrize(("starts", "told"), [("2025", False), ("2023-01", True)])
def test_what_another_text_has_under_construction_does_not_run(starts: str, told: bool) -> None:
    opened = make.document(
        "a", "Voltara celebrated the opening of its battery plant in Debrecen.", title="Voltara opens plant"
    )
    begun = [
        make.document(
            id,
            f"Voltara broke ground in Debrecen on a battery plant. Its production will start in {starts}.",
            title=f"Voltara {id}",
        )
        for id in "bc"
    ]
    dated = {doc.id: (make.dated(doc, starts, "production_start", starts),) for doc in begun}
    runs = _there(make.voltaras(opened, "operating"))
    built = [_there(make.voltaras(doc, "construction", dates=dated[doc.id])) for doc in begun]
    stories = [make.story("s", [runs]), make.story("t", built)]
    brief = edition(
        Record(None), stories, [opened, *begun], [runs, *built], week_ending=ENDING, settings=BriefSettings()
    )
    assert ("another text has the plant there as being built, to start later" in why(brief)) is not told


def test_a_fire_of_nobody_and_nowhere_is_no_story() -> None:
    doc = make.document("a", "A depot caught fire, said the Gera Fire Department, and its batteries burned.")
    who = make.party(doc, "the Gera Fire Department", "government", id="gov-gera")
    fire = make.development(doc, "incident", "occurred", parties=(who,))
    assert heads(brief_of(fire, docs=[doc])) == []
    assert "neither where it is nor whose" in why(brief_of(fire, docs=[doc]))

    there = make.replaced(fire, place=make.place(doc, "Gera", "DE"))
    assert len(heads(brief_of(there, docs=[doc]))) == 1


def test_a_sum_in_a_currency_whose_worth_is_not_known_weighs_nothing() -> None:
    scores = []
    for sign, currency in (("LAK", "LAK"), ("MYR", "MYR"), ("$", "USD")):
        doc = make.document("a", f"Voltara plans a battery plant in Debrecen for {sign} 7 billion.")
        sum_ = make.money(doc, f"{sign} 7 billion", 7e9, currency)
        brief = brief_of(make.voltaras(doc, money=(sum_,)), docs=[doc])
        scores.append(next(brief.items()).score)
    assert scores[0] < scores[1] < scores[2]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Lawmakers are weighing up whether Voltara may open a lithium mine in Windsor.", []),
        ("Voltara may open a lithium mine in Windsor.", ["Voltara considers lithium mine in Windsor"]),
        ("Voltara's board is reviewing a lithium mine in Windsor.", ["Voltara considers lithium mine in Windsor"]),
    ],
)
def test_who_decides_on_a_plant_does_not_consider_one(words: str, heading: list[str]) -> None:
    doc = make.document("a", words)
    place, goods = make.place(doc, "Windsor", "CA"), make.named(doc, "lithium", "lithium")
    owner = (make.party(doc, "Voltara", "owner"),)
    slots = {"parties": owner, "place": place, "product": goods, "rule": "facility.open"}
    brief = brief_of(make.development(doc, "facility", "considered", modality="considering", **slots), docs=[doc])

    assert heads(brief) == heading
    assert ("others than its owner weigh it" in why(brief)) is not bool(heading)


@pytest.mark.parametrize(
    ("verb", "is_told"),
    [("puts", False), ("adopts", True)],
)
def test_who_puts_a_thing_at_the_centre_adopts_no_rule(verb: str, is_told: bool) -> None:
    doc = make.document("a", f"Canada {verb} battery storage strategy at the centre of its policy.")
    trigger = make.span(doc, verb)
    rules = (make.party(doc, "Canada", "government"),)
    told = make.development(doc, "policy", "adopted", parties=rules, rule="policy.deed", trigger=trigger)

    assert bool(heads(brief_of(told, docs=[doc]))) is is_told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Canada to spend up to $20 billion on storage: Report", False),
        ("Government of Canada to spend up to $20 billion on storage: Report", True),
    ],
)
def test_what_a_report_thinks_a_land_will_spend_is_no_governments(words: str, is_told: bool) -> None:
    doc = make.document("a", words)
    rules, sums = (make.party(doc, "Canada", "government"),), (make.money(doc, "$20 billion", 2e10, "USD"),)
    told = make.development(
        doc, "investment", "announced", parties=rules, money=sums, certainty="reported", modality="reported"
    )

    assert bool(heads(brief_of(told, docs=[doc]))) is is_told
