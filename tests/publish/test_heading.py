"""What a text tells in passing is no news of the week; whose a plant is, where texts name different partners."""

from __future__ import annotations

import pytest

from cellwire.model import Record
from cellwire.publish import BriefSettings, edition
from publish import factories as make
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
    ],
    ids=["behind another story", "in the title", "behind a byline", "the first thing that is told"],
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
    assert ("its text tells of it in passing" in why(brief)) is not told


def test_a_second_plant_of_the_same_company_is_no_passing_word() -> None:
    text = (
        "Nordcell builds in Windsor\n"
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
