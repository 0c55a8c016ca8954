"""A figure that its own sentence gives to another company, place or whole is not printed."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from msgspec import structs

from cellwire.lexicon import load_lexicon
from cellwire.model import Place
from cellwire.publish import BriefSettings
from cellwire.publish.brief.belonging import behind_a_sum, strange
from publish import factories as make
from publish.at_hand import edition
from publish.test_told_once import ENDING, NOTHING, heads, plant

LEAD = "Ford plans a battery plant in Marshall, Michigan. "


def where(doc, name: str, id: str) -> Place:
    known = load_lexicon().localities[id]
    return Place(name, known.country, make.span(doc, name), known.lat, known.lon, id)


def told(text: str, *, parties=("Ford",), place=("Marshall", "us-mi-marshall"), kind="facility", **more):
    doc = make.document("a", LEAD + text)
    home = where(doc, *place) if place else None
    first = LEAD.removesuffix(" ")
    names = tuple(make.party(doc, name, "owner") for name in parties)
    dev = make.development(doc, kind, more.pop("stage", "announced"), evidence=first, parties=names, place=home, **more)
    return doc, dev


@pytest.mark.parametrize(
    ("text", "words", "belongs"),
    [
        ("The plant will make 35 GWh of cells a year.", "35 GWh", True),
        ("It will make 35 GWh of cells a year.", "35 GWh", True),
        ("Ford wants 35 GWh from it.", "35 GWh", True),
        ("The US has around 800 GWh of planned capacity by 2031.", "800 GWh", False),
        ("Analysts expect demand of 900 GWh.", "900 GWh", False),
        ("The company aims to raise its global production capacity to 300 GWh.", "300 GWh", False),
        ("The three projects of the company come to 86 GWh.", "86 GWh", False),
        ("The report has 38 storage systems under construction, for 86 GWh.", "86 GWh", False),
        ("It is one of 86 GWh plants in the plan.", "86 GWh", True),
        ("The project adds 43 GWh in Marshall (Michigan) and Glendale (Kentucky).", "43 GWh", False),
        ("The company also agreed to the offtake of 10 GWh.", "10 GWh", False),
        ("In a plant far away CATL makes 96 GWh of cells.", "96 GWh", False),
        ("The plants will each make 40 GWh.", "40 GWh", False),
        ("It will make 40 GWh of cells each year.", "40 GWh", True),
        ("The company raises its industrial capacity to 120 GWh.", "120 GWh", False),
        ("The plant contributes to an objective of 120 GWh.", "120 GWh", False),
        ("It has a cell factory of 16 GWh and a line for battery packs of up to 5 GWh.", "5 GWh", False),
        ("It is a line for battery cells of up to 5 GWh.", "5 GWh", True),
        ("It helps us to achieve a total of 260 GWh.", "260 GWh", False),
        ("At that time, the plan was for 20 GWh and a small plant.", "20 GWh", False),
        ("The plant will make 40 GWh instead of 30 GWh.", "30 GWh", False),
        ("The plant will make 40 GWh instead of 30 GWh.", "40 GWh", True),
        ("Exports of the company stood at 9 GWh.", "9 GWh", False),
    ],
)
def test_a_capacity_is_of_whom_its_sentence_speaks(text, words, belongs) -> None:
    doc, dev = told(text)
    dev = replace(dev, product=make.named(doc, "battery", "cell"))
    assert (strange(make.capacity(doc, words, 1, "GWh/yr"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("kind", "text", "words", "belongs"),
    [
        ("facility", "The project will cost $3.5 billion.", "$3.5 billion", True),
        ("facility", "The $3.5 billion factory is to open in 2025.", "$3.5 billion", True),
        ("facility", "The $3.5 billion market is growing.", "$3.5 billion", False),
        ("facility", "The company raised $900 million in a Series C round.", "$900 million", False),
        ("facility", "The plant is backed by a loan of $2 billion.", "$2 billion", False),
        ("facility", "It could add $434 million to the region's economy.", "$434 million", False),
        ("investment", "The loan is worth $2 billion.", "$2 billion", True),
        ("facility", "The company is to spend $7 billion on the plant and to start making cars.", "$7 billion", False),
        ("facility", "The capacity plan of the company comes to $7 billion.", "$7 billion", False),
        ("facility", "The company is to spend $7 billion on electric vehicles and batteries.", "$7 billion", False),
        (
            "facility",
            "The company is to spend $7 billion on a plant in Austin and electric vehicles.",
            "$7 billion",
            False,
        ),
        ("facility", "The company is to spend $7 billion to make cars, cells there.", "$7 billion", False),
        ("facility", "Ford is to invest $7 billion through 2030 in the US.", "$7 billion", False),
        ("facility", "Ford is to invest $7 billion in electrification.", "$7 billion", False),
        ("facility", "Ford to invest $7 billion in Spain, details plans for a plant.", "$7 billion", False),
        ("facility", "Ford to invest $7 billion in Spain in a battery plant.", "$7 billion", True),
        ("facility", "Ford put the cost at $7 billion, compared with $9 billion for two lines.", "$9 billion", False),
        ("facility", "The plant got $7 billion in funding from the state.", "$7 billion", False),
        ("facility", "The $7 billion data campus is to have batteries.", "$7 billion", False),
        ("facility", "Its $7 billion global investment has a plant in it.", "$7 billion", False),
        ("facility", "The company is to export $7 billion worth of power.", "$7 billion", False),
        ("facility", "The $7 billion is for battery manufacturing and factory retooling.", "$7 billion", False),
        ("supply", "The order of $7 billion is for solar, battery storage projects.", "$7 billion", False),
        ("supply", "The order of $7 billion is for battery storage projects.", "$7 billion", True),
        ("partnership", "The company rolls out its $7 billion electrification plan.", "$7 billion", False),
        ("supply", "The company is to invest $2 billion.", "$2 billion", False),
        ("supply", "The order is worth $2 billion.", "$2 billion", True),
        ("supply", "The company takes an equity stake of $75 million.", "$75 million", False),
        ("supply", "The agreement sets $29,152 per ton of lithium carbonate.", "$29,152", False),
    ],
)
def test_a_sum_is_what_its_sentence_says_it_is(kind, text, words, belongs) -> None:
    doc, dev = told(text, kind=kind, stage="signed" if kind == "supply" else "announced")
    assert (strange(make.money(doc, words, 1, "USD"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "words", "what", "belongs"),
    [
        ("Production is to start in 2026.", "2026", "production_start", True),
        ("The plant is to open in 2026.", "2026", "production_start", True),
        ("Construction of the plant is to begin in 2026.", "2026", "production_start", False),
        (
            "Construction of the plant is to begin in 2025, with production to start in 2026.",
            "2026",
            "production_start",
            True,
        ),
        ("The plant is to be fully operational in 2026.", "2026", "production_start", False),
        ("The plant is to open before the election in 2026.", "2026", "production_start", False),
        ("Production at the plant is to start in 2026.", "2026", "construction_start", False),
        ("The company considers tripling production at the plant in 2026.", "2026", "production_start", False),
        ("The plant is to reach its 2026 goal with new lines.", "2026", "full_capacity", False),
        ("The plant adds to a group capacity of 120 GWh by 2026 in full.", "2026", "full_capacity", False),
        ("The company is to announce it on Monday.", "Monday", "production_start", False),
        ("As announced in 2022, it would make cells for cars.", "2022", "production_start", False),
        ("Ford is to invest through 2030 to produce cells.", "2030", "production_start", False),
        ("The plant is to start in 2024 with a capacity of 40 GWh.", "2024", "full_capacity", False),
        ("The plant is to make 40 GWh by 2027.", "2027", "full_capacity", True),
        ("Its chief executive resigned this week.", "this week", "event", False),
        ("On Monday Ford announced the plan in Romulus.", "Monday", "event", True),
        ("The company expects to make announcements for the plant by 2023.", "2023", "production_start", False),
        (
            "The company expects to make announcements and to begin production by 2023.",
            "2023",
            "production_start",
            True,
        ),
    ],
)
def test_a_date_is_of_what_its_sentence_tells(text, words, what, belongs) -> None:
    doc, dev = told(text)
    iso = "2022-12-12" if "Monday" in words or "week" in words else words
    assert (strange(make.dated(doc, words, what, iso), dev, doc) == "") is belongs


def test_what_one_of_two_parties_does_alone_is_not_of_both() -> None:
    doc, dev = told(
        "Ford and CATL build it. CATL, for its part, announced 100 GWh elsewhere.", parties=("Ford", "CATL")
    )
    assert strange(make.capacity(doc, "100 GWh", 100, "GWh/yr"), dev, doc) == "said of one of the parties alone"


@pytest.mark.parametrize(
    ("words", "belongs"),
    [("CATL's $2 billion battery deal is its largest.", True), ("CATL, for its part, gets $2 billion.", False)],
)
def test_what_a_deal_is_worth_is_of_both_whoever_is_named(words, belongs) -> None:
    doc, dev = told(f"Ford and CATL sign it. {words}", parties=("Ford", "CATL"), kind="partnership", stage="signed")
    assert (strange(make.money(doc, "$2 billion", 2e9, "USD"), dev, doc) == "") is belongs


@pytest.mark.parametrize("said", ["Ford-CATL plant brings 2,500 jobs.", "The Hyundai-SK plant brings 2,500 jobs."])
def test_a_headline_names_both_parties_by_short_names(said) -> None:
    parties = ("Ford", "CATL") if "Ford" in said else ("Hyundai", "SK On")
    doc, dev = told(f"{' and '.join(parties)} build it. {said}", parties=parties)
    assert strange(make.jobs(doc, "2,500 jobs", 2500), dev, doc) == ""


@pytest.mark.parametrize(
    ("said", "words", "belongs"),
    [
        ("Once running, about 20,600 tonnes of lithium carbonate will be generated there.", "20,600 tonnes", False),
        ("Alder is expected to produce 20,600 tonnes of lithium.", "20,600 tonnes", False),
        ("Birk will buy 7,000 tonnes of what Alder produces.", "7,000 tonnes", True),
    ],
)
def test_what_a_mine_makes_is_no_volume_of_its_deal(said, words, belongs) -> None:
    doc = make.document("a", f"Alder will supply Birk with lithium. {said}")
    parties = (make.party(doc, "Alder", "supplier"), make.party(doc, "Birk", "customer"))
    dev = make.development(doc, "supply", "signed", parties=parties, evidence="Alder will supply Birk with lithium.")
    assert (strange(make.capacity(doc, words, 1, "t"), dev, doc) == "") is belongs


def test_a_span_of_years_begins_deliveries() -> None:
    doc = make.document(
        "a",
        "Alder will supply Birk, a maker of cells with three plants in Ohio, Tennessee and Michigan, with anodes worth "
        "900 million won in all, from 2023 to 2028.",
    )
    parties = (make.party(doc, "Alder", "supplier"), make.party(doc, "Birk", "customer"))
    dev = make.development(doc, "supply", "signed", parties=parties)
    assert strange(make.dated(doc, "2023", "delivery_start", "2023"), dev, doc) == ""


def test_a_strange_figure_is_left_out_and_reported() -> None:
    doc, dev = told("The US has around 800 GWh of planned capacity.")
    dev = make.replaced(
        dev, capacity=(make.capacity(doc, "800 GWh", 800, "GWh/yr"),), product=make.named(doc, "battery plant", "cell")
    )
    story = make.story("s", [dev])
    brief = edition(NOTHING, [story], [doc], [dev], week_ending=ENDING, settings=BriefSettings())

    assert "800" not in " ".join(sentence.text for sentence in brief.sentences())
    assert any("800 GWh" in row.what for row in brief.left_out)


def week_of(*developments, docs, origins=1):
    stories = [make.story(f"s{place}", [one]) for place, one in enumerate(developments)]
    return edition(NOTHING, stories, docs, developments, week_ending=ENDING, settings=BriefSettings())


@pytest.mark.parametrize(
    ("before", "confidence", "told"),
    [
        ("", 0.55, True),  # in the opening
        ("", 0.54, False),
        ("Carmakers want more cells than they get, and many of them build plants of their own.\n", 0.62, True),
        ("Carmakers want more cells than they get, and many of them build plants of their own.\n", 0.61, False),
    ],
)
def test_what_was_read_with_little_certainty_is_told_where_a_text_opens_with_it(before, confidence, told) -> None:
    doc = make.document("a", before + LEAD, title="A battery plant for Marshall")
    dev = plant(doc, evidence=LEAD.strip(), place=make.place(doc, "Marshall", "US"), confidence=confidence)

    brief = week_of(dev, docs=[doc])
    assert len(heads(brief)) == told
    assert told or f"too little certainty ({confidence:.2f})" in brief.left_out[0].why


@pytest.mark.parametrize(
    ("exact", "told"),
    [((0.59,), False), ((0.6,), True), ((0.2, 0.9), True), ((0.35, 0.2), True), ((0.34, 0.34), False)],
)
def test_a_story_needs_one_telling_that_is_likely_right_in_all_it_says(exact: tuple[float, ...], told: bool) -> None:
    says = [LEAD, f"It was said today: {LEAD}"]
    docs = [make.document(f"d{at}", says[at], title="A battery plant for Marshall") for at in range(len(exact))]
    devs = [
        plant(doc, evidence=LEAD.strip(), place=make.place(doc, "Marshall", "US"), id=doc.id, exactness=each)
        for doc, each in zip(docs, exact, strict=True)
    ]
    brief = edition(NOTHING, [make.story("s", devs)], docs, devs, week_ending=ENDING, settings=BriefSettings())

    assert len(heads(brief)) == told
    assert told or f"too unsure who does what there ({max(exact):.2f})" in brief.left_out[0].why


def test_of_two_stories_with_the_parties_exchanged_the_better_supported_is_told() -> None:
    docs = [make.document(id, f"{id} Tesla is weighing a takeover of Sigma Lithium.") for id in ("a", "b", "c")]
    deals = [
        make.development(
            doc,
            "investment",
            "considered",
            parties=(make.party(doc, "Tesla", one), make.party(doc, "Sigma Lithium", other)),
        )
        for doc, one, other in zip(
            docs, ("investor", "investor", "target"), ("target", "target", "investor"), strict=True
        )
    ]
    stories = [make.story("s1", deals[2:]), make.story("s2", deals[:2])]
    brief = edition(NOTHING, stories, docs, deals, week_ending=ENDING, settings=BriefSettings())

    assert len(heads(brief)) == 1
    assert heads(brief)[0].startswith("Tesla")
    assert any("in each other's place" in row.why for row in brief.left_out)


def test_no_headline_stands_twice() -> None:
    docs = [make.document(id, f"{id}: Ford plans a battery plant in Marshall.") for id in ("a", "b")]
    plants = [plant(doc, place=make.place(doc, "Marshall", "US")) for doc in docs]

    assert len(heads(week_of(*plants, docs=docs))) == 1


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("It could be as large as those in France and Germany, where the investment is put at $2 billion.", False),
        ("It is built near Detroit, where the company is to spend $2 billion.", True),
    ],
)
def test_what_is_said_of_another_country_is_not_the_plants(text, belongs) -> None:
    doc, dev = told(text)
    dev = make.replaced(dev, country="US")
    assert (strange(make.money(doc, "$2 billion", 2e9, "USD"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Ford committed on Wednesday to spend on the construction.", False),
        ("Ford is to start construction on Wednesday.", True),
    ],
)
def test_a_day_is_of_what_begins_on_it(text, belongs) -> None:
    doc, dev = told(text)
    assert (strange(make.dated(doc, "Wednesday", "construction_start", "2022-12-14"), dev, doc) == "") is belongs


def test_of_one_text_a_bare_plant_where_another_company_builds_is_left_out() -> None:
    known = load_lexicon().localities["us-mi-marshall"]
    text = "Ford plans a battery plant in Marshall of 20 GWh. Toyota said it plans a plant, too."
    doc, second = make.document("a", text), make.document("b", "Ford plans a battery plant in Marshall of 20 GWh.")
    place = Place("Marshall", "US", make.span(doc, "Marshall"), known.lat, known.lon, known.id)
    cells = make.named(doc, "battery plant", "cell")
    ford = make.development(
        doc,
        "facility",
        "announced",
        evidence=second.text,
        parties=(make.party(doc, "Ford", "owner"),),
        place=place,
        product=cells,
        capacity=(make.capacity(doc, "20 GWh", 20, "GWh/yr"),),
    )
    again = make.replaced(ford, id="dev_b", document=second.id)
    toyota = make.development(
        doc, "facility", "announced", parties=(make.party(doc, "Toyota", "owner"),), place=place, product=cells
    )
    stories = [make.story("s0", [ford, again]), make.story("s1", [toyota])]
    developments = [ford, again, toyota]
    brief = edition(NOTHING, stories, [doc, second], developments, week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == ["Ford plans battery plant in Marshall"]
    assert any("another company's plant there" in row.why for row in brief.left_out)


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("At the time Ford spoke of such capacity from 2026.", False),
        ("Ford and CATL want to start production in 2026.", True),
        ("Production is to start in 2026.", True),
        ("The plant keeps the promise to begin production before 2026.", False),
    ],
)
def test_a_date_that_one_of_two_owners_names_for_itself_is_not_the_plants(text, belongs) -> None:
    doc, dev = told(text, parties=("Ford",))
    partner = structs.replace(dev.parties[0], id="catl", name="CATL")
    dated = make.dated(doc, "2026", "production_start", "2026")
    assert (strange(dated, replace(dev, parties=(*dev.parties, partner)), doc) == "") is belongs


@pytest.mark.parametrize(
    ("lead", "belongs"),
    [
        ("Ford builds one battery plant in Tennessee and two in Kentucky. ", False),
        ("Ford builds one battery plant in Tennessee. ", True),
    ],
)
def test_a_figure_behind_several_plants_is_of_all_of_them(lead, belongs) -> None:
    doc = make.document("a", lead + "The production capacity is a total of 129 GWh.")
    dev = make.development(
        doc, "facility", "announced", evidence=lead.strip(), parties=(make.party(doc, "Ford", "owner"),)
    )
    assert (strange(make.capacity(doc, "129 GWh", 129, "GWh/yr"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("The plant will create 1,000 jobs during construction.", False),
        ("The plant brings 1,000 construction jobs.", False),
        ("The plant will create 1,000 jobs.", True),
    ],
)
def test_who_builds_a_plant_does_not_work_there(text, belongs) -> None:
    doc, dev = told(text)
    assert (strange(make.jobs(doc, "1,000", 1000), dev, doc) == "") is belongs


def test_what_one_side_buys_the_other_supplies() -> None:
    doc = make.document("a", "Voltara supplies Nordcell. Nordcell is to purchase at least 28,000 tonnes.")
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer"))
    deal = make.development(doc, "supply", "signed", evidence="Voltara supplies Nordcell.", parties=sides)

    assert strange(make.capacity(doc, "28,000 tonnes", 28000, "t"), deal, doc) == ""


@pytest.mark.parametrize(
    ("kind", "stage", "text", "words", "rule", "belongs"),
    [
        ("facility", "announced", "Around 150 people are working on the site.", "150", "", False),
        ("facility", "announced", "The plant is to employ 150 people.", "150", "", True),
        ("facility", "operating", "The plant employs 150 people.", "150", "", True),
        ("incident", "occurred", "It wanted to employ 150 people there.", "150", "incident.insolvency", False),
        ("incident", "occurred", "It will let 150 workers go.", "150", "incident.layoff", True),
        ("facility", "considered", "It could have 150 jobs.", "150", "", False),
        ("facility", "announced", "It will have 150 jobs.", "150", "", True),
    ],
)
def test_jobs_are_those_that_the_news_makes_or_cuts(kind, stage, text, words, rule, belongs) -> None:
    doc, dev = told(text, kind=kind, stage=stage, rule=rule)
    assert (strange(make.jobs(doc, words, 150), dev, doc) == "") is belongs


@pytest.mark.parametrize(("kind", "belongs"), [("investment", False), ("facility", True)])
def test_money_buys_no_capacity(kind, belongs) -> None:
    doc, dev = told("The plant will make 35 GWh of cells a year.", kind=kind)
    assert (strange(make.capacity(doc, "35 GWh", 35, "GWh/yr"), dev, doc) == "") is belongs


@pytest.mark.parametrize(("kind", "belongs"), [("supply", False), ("partnership", False), ("facility", True)])
def test_a_deal_starts_no_production(kind, belongs) -> None:
    doc, dev = told("The plant is to start production in 2027.", kind=kind)
    assert (strange(make.dated(doc, "in 2027", "production_start", "2027"), dev, doc) == "") is belongs


@pytest.mark.parametrize(("behind", "there"), [("Battery Storage Project in Michigan", False), ("in Austria", True)])
def test_a_projects_name_places_it_nowhere(behind: str, there: bool) -> None:
    doc = make.document("a", f"Ford plans the battery storage project Salzburg {behind}.")
    home = Place("Salzburg", "AT", make.span(doc, "Salzburg"), 47.8, 13.0, "at-salzburg")
    goods = make.named(doc, "storage", "storage")
    dev = make.development(
        doc, "facility", "announced", parties=(make.party(doc, "Ford", "owner"),), place=home, product=goods
    )
    heads_told = heads(
        edition(NOTHING, [make.story("s", [dev])], [doc], [dev], week_ending=ENDING, settings=BriefSettings())
    )
    assert any("in Salzburg" in head for head in heads_told) is there


def test_a_company_is_in_a_title_by_any_of_its_names() -> None:
    doc = make.document("a", "Contemporary Amperex Technology plans a battery plant in Gera.", title="CATL plans plant")
    dev = plant(doc, parties=("Contemporary Amperex Technology",), ids=("catl",), place=make.place(doc, "Gera", "DE"))
    dev = replace(dev, chances=((dev.parties[0].span, 0.75),))
    brief = edition(NOTHING, [make.story("s", [dev])], [doc], [dev], week_ending=ENDING, settings=BriefSettings())
    assert heads(brief) == ["CATL plans battery plant in Gera"]


@pytest.mark.parametrize(
    ("words", "deal"),
    [
        (" deal", True),
        ("-a-year deal", True),
        (" long-term supply deal", True),
        (" five-year battery supply-deal", True),
        (" plant that its new deal", False),
    ],
)
def test_what_a_sum_is_of_stands_close_behind_it(words: str, *, deal: bool) -> None:
    assert (re.match(behind_a_sum("deals"), words) is not None) is deal


def test_a_long_line_of_dashes_behind_a_sum_is_passed_over_at_once() -> None:
    begun = time.perf_counter()

    assert re.match(behind_a_sum("deals"), "-" * 3000) is None
    assert time.perf_counter() - begun < 1
