"""A story is told only where the titles of its texts bear it out, and a text tells one story: the one it leads with."""

from __future__ import annotations

import pytest

from cellwire.model import Record
from cellwire.publish import BriefSettings, edition
from publish import factories as make
from publish.test_doubting import why
from publish.test_told_once import ENDING, brief_of, heads, plant

ELSE = "the titles of its texts tell of something else"
PLAN, BEGUN, ENDED, LATE = ("announced", "operating", "cancelled", "delayed")


@pytest.mark.parametrize(
    ("title", "stage", "reason"),
    [
        ("Nordcell plans a factory in Windsor", PLAN, ""),
        ("Nordcell raises $50 million", PLAN, ELSE),
        ("Nordcell and the North", PLAN, ""),
        ("", BEGUN, ""),
        ("Nordcell opens its factory", BEGUN, ""),
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


@pytest.mark.parametrize("texts", [1, 2])
def test_what_is_nobodys_is_told_by_two_texts_at_least(texts: int) -> None:
    words = ("A battery plant in Debrecen has been approved.", "Approval is given to a battery plant in Debrecen.")
    docs = [make.document(text, text, outlet=text[:3]) for text in words[:texts]]
    told = [
        plant(
            doc,
            "permitted",
            parties=(),
            place=make.place(doc, "Debrecen", "HU"),
            id=doc.id,
        )
        for doc in docs
    ]
    story = make.story("s", told)
    brief = edition(Record(None), [story], docs, told, week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == (["Battery plant in Debrecen has been approved"] if texts > 1 else [])
    assert ("does not name whose it is" in why(brief)) is (texts == 1)


@pytest.mark.parametrize("sure", [0.74, 0.78, 0.9])
def test_what_is_too_unsure_to_be_told_still_tells_against_a_barer_story(sure: float) -> None:
    text = "Nordcell builds a battery plant in Windsor for $2 billion. Nordcell has a battery plant in Debrecen."
    doc = make.document("a", text, title="Plants of the week")
    full = plant(doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), money=(("$2 billion", 2e9),))
    bare = plant(doc, parties=("Nordcell",), place=make.place(doc, "Debrecen", "HU"), id="bare")
    brief = brief_of(make.replaced(full, confidence=sure), bare, docs=[doc])

    assert any("Debrecen" in head for head in heads(brief)) is (sure < 0.75)
    assert any("Windsor" in head for head in heads(brief)) is (sure >= 0.8)
