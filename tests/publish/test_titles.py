"""A story is told only where the titles of its texts bear it out, and a text tells one story: the one it leads with."""

from __future__ import annotations

import pytest

from cellwire.model import Record
from cellwire.publish import BriefSettings
from cellwire.publish.brief.doubting.titles import speaks_of
from publish import factories as make
from publish.at_hand import edition
from publish.test_doubting import why
from publish.test_told_once import ENDING, brief_of, heads, plant, said

ELSE = "the titles of its texts tell of money, not of a plant"
PLAN, BEGUN, ENDED, LATE = ("announced", "operating", "cancelled", "delayed")


@pytest.mark.parametrize(
    ("title", "stage", "reason"),
    [
        ("Nordcell plans a factory in Windsor", PLAN, ""),
        ("Nordcell raises $50 million", PLAN, ELSE),
        ("Nordcell, batteries and the North", PLAN, ""),
        ("Nordcell unveils batteries", PLAN, "the titles of its texts tell of technology, not of a plant"),
        ("Nordcell and the North", PLAN, ""),
        ("", BEGUN, ""),
        ("Nordcell opens its factory", BEGUN, ""),
        ("Nordcell powers up its factory", BEGUN, ""),
        ("Nordcell switches on its factory", BEGUN, ""),
        ("Nordcell factory turns heads on Monday", BEGUN, "no title of its texts bears out “operating”"),
        ("Factory of Nordcell gets its last beam", BEGUN, "no title of its texts bears out “operating”"),
        ("Nordcell scraps its factory", ENDED, ""),
        ("Nordcell puts off its factory", ENDED, "no title of its texts bears out “cancelled”"),
        ("Nordcell puts off its factory", LATE, ""),
        ("Nordcell halts its factory", PLAN, "the titles of its texts tell of an end or a delay"),
    ],
)
def test_a_plant_is_told_where_a_title_bears_it_out(title: str, stage: str, reason: str) -> None:
    text = "Nordcell spoke of its battery plant in Windsor on Monday, and of much more."
    doc = make.document("a", text, title=title or " ")
    told = plant(
        doc, stage, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), trigger=make.span(doc, "spoke")
    )
    brief = brief_of(told, docs=[doc])

    assert bool(heads(brief)) is not bool(reason)
    assert reason in why(brief)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Nordcell and Voltara to jointly develop batteries", "partnership"),
        ("Nordcell announces private placement for its lithium project", "investment"),
        ("Narvia allows storage projects", "policy"),
        ("Narvia orders nickel kept at home", "policy"),
        ("Nordcell has bought storage worth $30 million", "supply"),
        ("Nickel at nine-month high as Narvia cuts mine output", "market"),
        ("Nordcell's production and deliveries in May", "market"),
        ("Nordcell wins appeal over its mine", "incident"),
        ("Clean-up at Nordcell's factory", "incident"),
        ("Nordcell showcases storage", "technology"),
    ],
)
def test_a_title_has_many_words_for_a_kind(title: str, kind: str) -> None:
    assert speaks_of(title, kind)


def test_one_title_of_several_is_enough() -> None:
    text = "Nordcell opened its battery plant in Windsor on Monday."
    docs = [
        make.document("a", text, title="Nordcell raises $50 million"),
        make.document("b", text, title="Plant opens"),
    ]
    told = [plant(doc, BEGUN, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), id=doc.id) for doc in docs]

    assert heads(brief_of(told[0], docs=docs)) == []
    assert len(heads(brief_of(told[1], docs=docs))) == 1


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("Nordcell builds plant in Windsor", False),
        ("Nordcell builds plants in Windsor and Debrecen", True),
        ("Plants of the week", True),
    ],
    ids=["one story", "both in the title", "a list"],
)
def test_a_text_tells_what_it_leads_with(title: str, second: bool) -> None:
    both = title if "Debrecen" in title else ""
    text = f"{title}\nNordcell builds a battery plant in Windsor of 12 GWh. Nordcell builds one in Debrecen of 30 GWh."
    doc = make.document("a", text)
    windsor = plant(
        doc,
        "construction",
        parties=("Nordcell",),
        place=make.place(doc, "Windsor", "CA"),
        gwh=((12, "new"),),
        trigger=make.span(doc, "builds"),
    )
    more = plant(
        doc,
        "construction",
        parties=("Nordcell",),
        place=make.place(doc, "Debrecen", "HU"),
        gwh=((30, "new"),),
        trigger=make.span(doc, "builds" if both else "one"),
        id="more",
    )
    brief = brief_of(windsor, more, docs=[doc])

    assert len(heads(brief)) == 1 + second
    assert ("its text leads with another story" in why(brief)) is not second


@pytest.mark.parametrize(
    ("title", "heads_told"),
    [
        ("Nordcell ties up with Huawei and Chery", {"Chery", "Huawei"}),
        ("Nordcell and Chery shake hands", {"Chery"}),
    ],
)
def test_a_title_that_names_both_partners_leads_with_both_deals(title: str, heads_told: set[str]) -> None:
    text = "Nordcell signed an agreement with Chery on cells. It signed another agreement with Huawei as well."
    doc = make.document("a", f"{title}\n{text}", title=title)
    told = [
        make.development(
            doc,
            "partnership",
            "signed",
            parties=tuple(make.party(doc, name, "partner", id=name.lower()) for name in ("Nordcell", other)),
            product=make.named(doc, "cells", "cell"),
            trigger=make.span(doc, words),
            id=other,
        )
        for other, words in (("Chery", "an agreement"), ("Huawei", "another agreement"))
    ]
    brief = brief_of(*told, docs=[doc])

    assert {name for name in ("Chery", "Huawei") for head in heads(brief) if name in head} == heads_told


@pytest.mark.parametrize(
    ("made", "heading"), [("battery plant", ""), ("battery plant for storage", "Plant for storage batteries")]
)
def test_a_plant_of_nobody_is_no_story_of_its_own(made: str, heading: str) -> None:
    words = (f"A {made} in Debrecen has been approved.", f"Approval is given to a {made} in Debrecen.")
    docs = [make.document(text, text, outlet=text[:3]) for text in words]
    told = [
        plant(
            doc,
            "permitted",
            parties=(),
            place=make.place(doc, "Debrecen", "HU"),
            product=make.named(doc, made, "storage" if heading else "cell"),
            id=doc.id,
        )
        for doc in docs
    ]
    story = make.story("s", told)
    brief = edition(Record(None), [story], docs, told, week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == ([f"{heading} in Debrecen is approved"] if heading else [])
    assert ("do not name whose it is" in why(brief)) is not bool(heading)


def test_a_plant_whose_surest_text_names_its_owner_is_the_owners() -> None:
    words = (
        "Nordcell has opened a battery plant in Debrecen with the State of Hesse.",
        "Nordcell opens a battery plant in Debrecen.",
    )
    docs = [make.document(text, text, outlet=text[:12]) for text in words]
    told = [plant(doc, "operating", place=make.place(doc, "Debrecen", "HU"), parties=("Nordcell",)) for doc in docs]
    told = [make.replaced(dev, id=doc.id) for dev, doc in zip(told, docs, strict=True)]
    told[0] = make.replaced(told[0], chances=((told[0].parties[0].span, 0.5),), confidence=0.95)
    story = make.story("s", told)
    brief = edition(Record(None), [story], docs, told, week_ending=ENDING, settings=BriefSettings())

    assert [head.partition(" ")[0] for head in heads(brief)] == ["Nordcell"]


@pytest.mark.parametrize(
    ("words", "product", "is_told"),
    [
        ("A solar and battery farm near Debrecen was switched on.", "storage", True),
        ("A $90 million storage plant is planned in Debrecen.", "storage", True),
        ("A storage plant is planned in Debrecen.", "storage", False),
        ("A $90 million battery plant is planned in Debrecen.", "cell", False),
    ],
)
def test_a_store_with_a_size_or_a_price_is_news_where_it_stands(words: str, product: str, is_told: bool) -> None:
    doc = make.document("a", words)
    goods = "storage" if "storage" in words else "battery"
    sums = (make.money(doc, "$90 million", 9e7, "USD"),) if "$" in words else ()
    stage = "announced" if "planned" in words else BEGUN
    slots = {"place": make.place(doc, "Debrecen", "HU"), "product": make.named(doc, goods, product), "money": sums}
    dev = make.development(doc, "facility", stage, parties=(), **slots)

    assert bool(heads(brief_of(dev, docs=[doc]))) is is_told


@pytest.mark.parametrize(
    ("words", "mode", "head"),
    [
        (
            "Work is to begin on a storage plant in Debrecen.",
            "planned",
            "Battery storage project in Debrecen is planned",
        ),
        (
            "Work began on a storage plant in Debrecen.",
            "asserted",
            "Battery storage project in Debrecen is being built",
        ),
    ],
)
def test_work_that_is_to_begin_on_a_store_is_a_plan(words: str, mode: str, head: str) -> None:
    doc = make.document("a", words)
    slots = {"place": make.place(doc, "Debrecen", "HU"), "product": make.named(doc, "storage", "storage")}
    dev = make.development(doc, "facility", "construction", parties=(), modality=mode, **slots)

    assert heads(brief_of(dev, docs=[doc])) == [head]


@pytest.mark.parametrize("sure", [0.55, 0.59, 0.9])
def test_what_is_too_unsure_to_be_told_still_tells_against_a_barer_story(sure: float) -> None:
    opening = "Carmakers want more cells than they get, and many of them build plants of their own."
    news = "Nordcell builds a battery plant in Windsor for $2 billion. Nordcell has a battery plant in Debrecen."
    doc = make.document("a", f"{opening}\n{news}", title="Plants of the week")
    sums = (("$2 billion", 2e9),)
    full = plant(doc, evidence=news, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), money=sums)
    bare = plant(doc, evidence=news, parties=("Nordcell",), place=make.place(doc, "Debrecen", "HU"), id="bare")
    brief = brief_of(make.replaced(full, confidence=sure), bare, docs=[doc])

    assert any("Debrecen" in head for head in heads(brief)) is (sure < 0.56)
    assert any("Windsor" in head for head in heads(brief)) is (sure >= 0.62)


@pytest.mark.parametrize(("title", "told"), [("Nordcell has news of its plant", True), ("News of a plant", False)])
def test_what_a_title_names_is_told_though_the_text_comes_to_it_late(title: str, told: bool) -> None:
    says = "Much was said that day of many things that are of no great weight for those who read of them. "
    doc = make.document("a", f"{title}\n{says}\n{says}{says}Nordcell plans a battery plant in Windsor.")
    text = doc.text
    first = make.development(
        doc,
        "technology",
        "announced",
        evidence=says.strip(),
        trigger=make.span(doc, "Much"),
        product=make.named(doc, "battery", "cell"),
    )
    late = plant(
        doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), trigger=make.span(doc, "plans"), id="late"
    )

    assert text.index("plans") > 200
    assert any("Windsor" in head for head in heads(brief_of(late, first, docs=[doc]))) is told


@pytest.mark.parametrize(("named_by", "told"), [(1, False), (2, True)])
def test_a_name_that_no_list_knows_is_told_where_two_texts_have_it(named_by: int, told: bool) -> None:
    text = "Stellantis and Mta plan a battery plant in Windsor."
    docs = [make.document(id, text, outlet=id) for id in ("a", "b")]
    names = [("Stellantis", "Mta") if place < named_by else ("Stellantis",) for place in range(2)]
    plans = [
        plant(
            doc,
            parties=known,
            ids=("stellantis", "x-mta")[: len(known)],
            place=make.place(doc, "Windsor", "CA"),
            id=doc.id,
            modality="planned",
        )
        for doc, known in zip(docs, names, strict=True)
    ]
    plans[0] = make.replaced(plans[0], certainty="confirmed")
    brief = edition(Record(None), [make.story("s", plans)], docs, plans, week_ending=ENDING, settings=BriefSettings())

    assert ("Mta" in " ".join(heads(brief))) is told


def test_working_together_is_not_told_beside_the_merger_of_the_same_two() -> None:
    docs = [
        make.document("a", "Voltara and Nordcell, both lithium miners, announce a merger."),
        make.document("b", "Voltara and Nordcell join forces in lithium."),
    ]
    merger, bond = (
        make.development(
            doc,
            kind,
            stage,
            parties=tuple(make.party(doc, name, "partner") for name in ("Voltara", "Nordcell")),
            product=make.named(doc, "lithium", "lithium"),
        )
        for doc, kind, stage in ((docs[0], "investment", "announced"), (docs[1], "partnership", "signed"))
    )

    assert len(heads(brief_of(bond, docs=docs))) == 1
    assert heads(brief_of(merger, bond, docs=docs)) == ["Voltara and Nordcell plan to merge"]


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Nordcell said that its plan for a battery plant in Windsor will proceed", False),
        ("Nordcell plans a battery plant in Windsor", True),
    ],
)
def test_that_a_plan_stands_is_not_the_plans_announcement(words: str, dated: bool) -> None:
    doc = make.document("a", f"{words}, it announced on 14 December.")
    told = plant(
        doc,
        parties=("Nordcell",),
        place=make.place(doc, "Windsor", "CA"),
        modality="planned",
        dates=(make.dated(doc, "on 14 December", "event", "2022-12-14"),),
    )

    assert ("14 December" in said(brief_of(told, docs=[doc]))) is dated


def test_an_outlet_that_counts_as_telling_a_story_is_used() -> None:
    docs = [make.document(id, f"{id}: Ford plans a battery plant in Windsor.", outlet=id) for id in ("one", "two")]
    plans = [plant(doc, place=make.place(doc, "Windsor", "CA"), id=doc.id) for doc in docs]
    brief = brief_of(*plans, docs=docs)

    assert [telling.outlets for item in brief.items() for telling in item.tellings] == [2]
    assert {row.outlet: row.used for row in brief.readings} == {"one": 1, "two": 1}


def test_as_many_articles_are_used_as_are_said_to_be_told_above() -> None:
    docs = [make.document(id, f"{id}: Ford plans a battery plant in Windsor.", outlet=id) for id in ("one", "two")]
    bare = make.document("three", "Ford plans a battery plant.", outlet="three")
    other = make.document("four", "A singer of the region gives a concert.", outlet="four")
    plans = [plant(doc, place=make.place(doc, "Windsor", "CA"), id=doc.id) for doc in docs]
    brief = brief_of(*plans, plant(bare, id="three"), docs=[*docs, bare, other])

    assert heads(brief) == ["Ford plans battery plant in Windsor"]
    assert {row.outlet: row.used for row in brief.readings} == {"one": 1, "two": 1, "three": 1, "four": 0}
    assert brief.untold.told == 3


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Nordcell and Voltara to develop a storage system", True),
        ("Nordcell develops a storage system for Voltara", False),
    ],
)
def test_a_title_that_has_two_as_one_speaks_of_what_they_do_together(title: str, told: bool) -> None:
    doc = make.document("a", "Nordcell and Voltara have signed an agreement to develop storage systems.", title=title)
    parties = tuple(make.party(doc, name, "partner") for name in ("Nordcell", "Voltara"))
    stores = make.named(doc, "storage systems", "storage")
    bond = make.development(doc, "partnership", "signed", parties=parties, product=stores)

    assert bool(heads(brief_of(bond, docs=[doc]))) is told


def test_money_is_not_told_under_a_title_that_says_it_is_off() -> None:
    doc = make.document("a", "Narvia spoke of a grant for Nordcell on Monday.", title="Narvia pulls plug on grant")
    told = make.development(
        doc,
        "investment",
        "considered",
        parties=(make.party(doc, "Narvia", "government"), make.party(doc, "Nordcell", "target")),
        modality="considering",
    )
    assert heads(brief_of(told, docs=[doc])) == []
