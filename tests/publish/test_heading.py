"""What a text tells in passing is no news of the week; whose a plant is, where texts name different partners."""

from __future__ import annotations

import pytest
from msgspec import structs

from cellwire.lexicon import load_lexicon
from cellwire.model import Record
from cellwire.publish import BriefSettings
from publish import factories as make
from publish.at_hand import edition
from publish.test_doubting import why
from publish.test_told_once import ENDING, brief_of, heads, plant, said

OPENING = (
    "Voltara supplies Nordcell\n"
    "Voltara signed a contract to supply Nordcell with cathode materials for ten years, both said on Monday.\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OPENING + "Nordcell is building a battery plant in Windsor.", False),
        ("Nordcell builds in Windsor\nNordcell is building a battery plant in Windsor.", True),
        ("By Ann Writer\nNordcell is building a battery plant in Windsor.", True),
        ("The week\n" + "x " * 60 + "\nNordcell is building a battery plant in Windsor.", True),
        ("The week\n" + ("x " * 100 + "y.\n") * 3 + "Nordcell is building a battery plant in Windsor.", True),
        ("The week\n" + ("x " * 50 + "y.\n") * 6 + "Nordcell is building a battery plant in Windsor.", False),
        ("The week\n" + "x " * 400 + "\nNordcell is building a battery plant in Windsor.", False),
    ],
    ids=[
        *("behind another story", "in the title", "behind a byline", "the first thing that is told"),
        *("behind three long sentences", "behind six sentences", "far down"),
    ],
)
def test_a_plant_told_in_passing_is_no_news(text, told) -> None:
    doc = make.document("a", text)
    built = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, "Nordcell", "owner"),),
        place=make.place(doc, "Windsor", "CA"),
        product=make.named(doc, "battery", "cell"),
        trigger=make.span(doc, "building"),
    )
    others = []
    if text.startswith(OPENING):
        sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer"))
        others = [make.development(doc, "supply", "signed", parties=sides, trigger=make.span(doc, "signed"))]
    brief = brief_of(built, *others, docs=[doc])

    assert any("Windsor" in head for head in heads(brief)) is told
    assert ("mentioned in passing" in why(brief)) is not told


def test_a_second_plant_of_the_same_company_is_no_passing_word() -> None:
    text = (
        "Two plants in one week\n"
        "Nordcell is building a battery plant in Windsor, it said on Monday in a statement to its shareholders.\n"
        "Nordcell is also building a battery plant in Debrecen."
    )
    doc = make.document("a", text)
    plants = [
        plant(doc, parties=("Nordcell",), place=make.place(doc, *where), id=where[0], trigger=make.span(doc, where[0]))
        for where in (("Windsor", "CA"), ("Debrecen", "HU"))
    ]

    assert len(heads(brief_of(*plants, docs=[doc]))) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Umicore has built a plant in Nysa. It is expected to start production in 2022", False),
        ("Umicore plans more with the opening of a plant in Nysa. Production starts in 2022", False),
        ("Umicore has built a plant in Nysa. It started production in 2022", True),
    ],
)
def test_a_plant_that_is_to_start_does_not_run(text, told) -> None:
    doc = make.document("a", f"{text}.")
    trigger = "opening" if "opening" in text else "built"
    runs = make.development(
        doc,
        "facility",
        "operating",
        parties=(make.party(doc, "Umicore", "owner", id="umicore"),),
        place=make.place(doc, "Nysa", "PL"),
        dates=(make.dated(doc, "2022", "production_start", "2022"),),
        trigger=make.span(doc, trigger),
    )
    assert bool(heads(brief_of(runs, docs=[doc]))) is told


def test_a_plant_with_one_partner_is_not_the_plant_with_another() -> None:
    texts = {
        "a": "Stellantis and LG Energy Solution plan a battery plant of 40 GWh.",
        "b": "Stellantis and Samsung SDI plan a battery plant of 23 GWh.",
    }
    docs = [make.document(id, text) for id, text in texts.items()]
    names = {"Stellantis": "stellantis", "LG Energy Solution": "lges", "Samsung SDI": "samsung-sdi"}
    plans = [
        plant(doc, parties=tuple(named), ids=tuple(named.values()), gwh=((size, "new"),), modality="planned")
        for doc, size in zip(docs, (40, 23), strict=True)
        for named in [{name: id for name, id in names.items() if name in doc.text}]
    ]
    stories = [make.story("one", plans)]
    brief = edition(Record(None), stories, docs, plans, week_ending=ENDING, settings=BriefSettings())

    assert ("40 GWh" in said(brief)) is not ("23 GWh" in said(brief))


@pytest.mark.parametrize(
    ("text", "place", "printed"),
    [
        ("Ford plans a battery plant in Marshall, Michigan.", ("Marshall", "us-mi-marshall"), "in Marshall, Michigan."),
        ("Ford plans a battery plant in Marshall.", ("Marshall", "us-mi-marshall"), "in Marshall, US."),
        ("(Marshall, MI) -- Ford plans a battery plant.", ("Marshall", "us-mi-marshall"), ""),
        (
            "MARSHALL, Mich. - Ford plans a battery plant in Marshall.",
            ("Marshall", "us-mi-marshall"),
            "in Marshall, US.",
        ),
    ],
    ids=["the text names the state", "it does not", "a dateline alone", "a dateline and the text"],
)
def test_a_town_stands_with_its_state_and_no_dateline_is_a_site(text, place, printed) -> None:
    doc = make.document("a", text)
    where = structs.replace(make.place(doc, place[0], "US"), id=place[1])
    told = said(brief_of(plant(doc, place=where, modality="planned", money=[("plan", 5.0)]), docs=[doc]))

    assert printed in told
    assert bool(printed) is ("Marshall" in told)


@pytest.mark.parametrize(
    ("stage", "between", "both"),
    [
        ("considered", ", in the state of Chihuahua, and", True),
        ("considered", " or", True),
        ("announced", " and", False),
    ],
)
def test_of_two_sites_that_are_weighed_both_are_told(stage, between, both) -> None:
    text = f"CATL is considering Ciudad Juarez{between} Saltillo for a battery plant."
    doc = make.document("a", text)
    known = load_lexicon().localities
    id = next(place.id for place in known.values() if place.name in {"Ciudad Juárez", "Ciudad Juarez"})
    where = structs.replace(make.place(doc, "Ciudad Juarez", "MX"), id=id)
    told = said(brief_of(plant(doc, stage, parties=("CATL",), ids=("catl",), place=where), docs=[doc]))

    assert ("Ciudad Juarez or Saltillo, Mexico" in told) is both


def test_groundbreaking_that_would_start_is_a_plan() -> None:
    """The story is told by the texts that know it for a plan."""
    ahead = make.document(
        "a", "Ford chose Windsor for a battery plant, of which it said groundbreaking would start in June."
    )
    plan = make.document("b", "Ford plans a battery plant in Windsor for $5 billion.")
    begun = plant(
        ahead, "construction", place=make.place(ahead, "Windsor", "CA"), trigger=make.span(ahead, "groundbreaking")
    )
    planned = plant(plan, place=make.place(plan, "Windsor", "CA"), modality="planned", money=[("$5 billion", 5e9)])
    stories = [make.story("one", [begun, planned])]
    brief = edition(
        Record(None), stories, [ahead, plan], [begun, planned], week_ending=ENDING, settings=BriefSettings()
    )

    assert heads(brief) == ["Ford plans battery plant in Windsor"]


def test_what_a_planned_plant_is_to_make_is_no_second_story() -> None:
    doc = make.document("a", "Ford plans a battery plant in Windsor to develop LFP batteries.")
    goods = make.development(
        doc,
        "technology",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Ford", "developer"),),
        chemistry=(make.named(doc, "LFP", "LFP"),),
        product=make.named(doc, "batteries", "cell"),
    )
    planned = plant(
        doc, place=make.place(doc, "Windsor", "CA"), product=make.named(doc, "batteries", "cell"), modality="planned"
    )

    assert len(heads(brief_of(goods, docs=[doc]))) == 1
    assert len(heads(brief_of(planned, goods, docs=[doc]))) == 1


SAYS = "The company has been at work on its plans for batteries for several years in a row. "


@pytest.mark.parametrize(
    ("between", "texts", "reason"),
    [
        (SAYS * 6, 1, "told by one text alone, far down in it"),
        (SAYS * 3 + "Courtesy of Nordcell. " + SAYS * 3, 1, "told by one text alone, far down in it"),
        (SAYS, 1, "its text leads with another story"),
        (SAYS * 6, 2, ""),
    ],
    ids=["far down", "far behind a name in the text", "behind another story", "told by a second text"],
)
def test_what_one_text_tells_far_down_or_beside_its_lead_is_no_story(between, texts, reason) -> None:
    words = (
        f"Nordcell builds\nNordcell and Voltara have news of Windsor, they said in a long statement to all. {between}\n"
    )
    last = "Nordcell is building a battery plant with 15 GWh in Debrecen, as everybody there knows."
    docs = [make.document(name, words + last, outlet=f"Outlet {name}") for name in "ab"[:texts]]
    docs[1:] = [make.document("b", last + " It will be the largest of its sort in the whole country.", outlet="Ore")][
        : texts - 1
    ]
    first, *_ = docs
    windsor = make.place(first, "Windsor", "CA")
    news = plant(first, parties=("Nordcell",), place=windsor, trigger=make.span(first, "news"))
    built = [
        plant(
            doc,
            "construction",
            parties=("Nordcell",),
            place=make.place(doc, "Debrecen", "HU"),
            gwh=((15, "new"),),
            id=f"built-{doc.id}",
            trigger=make.span(doc, "building"),
        )
        for doc in docs
    ]
    brief = edition(
        Record(None),
        [make.story("news", [news]), make.story("built", built)],
        docs,
        [news, *built],
        week_ending=ENDING,
        settings=BriefSettings(),
    )

    assert any("Debrecen" in head for head in heads(brief)) is not bool(reason), (heads(brief), why(brief))
    assert reason in why(brief)
