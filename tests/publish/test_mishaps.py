"""What an incident is about is said with it: where it burnt, what was called back and why; else it is not told."""

import pytest

from cellwire.publish import Edition
from publish import factories as make
from publish.test_told_once import brief_of, heads

FIRE_RISK = "Voltara under investigation over a fire risk"


def told(words: str, rule: str, **more: str) -> list[str]:
    return heads(brief(words, rule, **more))


def brief(words: str, rule: str, *, title: str = " ", stage: str = "occurred") -> Edition:
    doc = make.document("a", words, title=title)
    who = (make.party(doc, "Voltara", "owner"),)
    return brief_of(make.development(doc, "incident", stage, parties=who, rule=f"incident.{rule}"), docs=[doc])


@pytest.mark.parametrize(
    ("words", "rule", "title"),
    [
        ("Voltara filed for insolvency.", "insolvency", "Deals and companies"),
        ("A fire broke out at Voltara's recycling plant.", "fire", "Markets and incidents"),
    ],
)
def test_who_is_insolvent_is_a_company_and_no_incident(words: str, rule: str, title: str) -> None:
    assert [chapter.title for chapter in brief(words, rule).chapters] == [title]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (
            "Voltara is recalling about 10,500 of its home batteries, which may overheat.",
            "Voltara recalls about 10,500 home storage batteries over a fire risk",
        ),
        (
            "Voltara recalled 1,473 Lumo 4 EVs over a battery defect.",
            "Voltara recalls 1,473 electric vehicles over a battery fault",
        ),
        (
            "Voltara recalls over 5,000 home batteries after several fires.",
            "Voltara recalls more than 5,000 home storage batteries after several fires",
        ),
        (
            "Voltara recalls over 5,000 home batteries after a fire risk was found.",
            "Voltara recalls more than 5,000 home storage batteries over a fire risk",
        ),
        (
            "Voltara recalls almost 9,000 units of Lumo 4 sedan over a battery fault.",
            "Voltara recalls nearly 9,000 vehicles over a battery fault",
        ),
        ("Several Voltara power banks are recalled.", "Voltara recalls power banks"),
        ("Voltara recalls its Lumo 4.", None),
        ("Voltara wraps up the recall of 5,000 vans.", None),
        ("Voltara warns of recalled vans.", None),
        ("Voltara is recalling the Lumo 4 to update its battery software.", None),
    ],
)  # fmt: skip
def test_a_recall_says_what_is_recalled(words: str, head: str | None) -> None:
    assert told(words, "recall") == ([head] if head else [])


@pytest.mark.parametrize(
    ("words", "rule", "head"),
    [
        ("A Voltara van caught fire on a road, and its battery exploded.", "fire", None),
        ("A fire broke out at Voltara's recycling plant.", "fire", "Voltara has fire at recycling plant"),
        ("Voltara was sued by a driver who had crashed.", "lawsuit", None),
        ("Voltara was sued over its cell patents.", "lawsuit", "Voltara in legal dispute over patents"),
        ("Voltara wins appeal over mine, overturning a court's order.", "lawsuit", "Voltara wins appeal"),
        ("Voltara says it has won an appeal in court.", "lawsuit", "Voltara says it has won appeal"),
        ("Voltara has filed for Chapter 11 bankruptcy.", "insolvency", "Voltara files for bankruptcy"),
        ("Voltara filed for insolvency.", "insolvency", "Voltara files for insolvency"),
        ("Voltara entered bankruptcy proceedings.", "insolvency", "Voltara in insolvency proceedings"),
        ("A judge dismissed a complaint about Voltara's cuts of jobs.", "lawsuit", None),
        ("An agency opened an investigation of Voltara.", "probe", None),
        ("An agency is investigating Voltara over battery fires.", "probe", FIRE_RISK),
        ("Workers of Voltara are unionising, strikes end elsewhere.", "fire", None),
    ],
)  # fmt: skip
def test_an_incident_is_told_by_its_own_word_and_with_what_it_is_about(words: str, rule: str, head: str | None) -> None:
    assert told(words, rule) == ([head] if head else [])


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Fire at Voltara plant", True),
        ("A year on from the fire at Voltara", False),
        ("Voltara cleans up, weeks after fire", False),
        ("Voltara faces class action over fire at its plant", False),
        ("Fire at Voltara plant: lawsuit over fumes", True),
    ],
)  # fmt: skip
def test_a_title_that_looks_back_tells_no_fire(title: str, is_told: bool) -> None:
    assert bool(told("A fire destroyed Voltara's plant.", "fire", title=title)) is is_told


def test_nobody_died_of_a_fire_that_a_title_does_not_name() -> None:
    doc = make.document("a", "A smelter burned down in Debrecen, Hungary.", title="Clash leaves two people dead")
    fire = make.development(doc, "incident", "occurred", place=make.place(doc, "Debrecen", "HU"), rule="incident.fire")

    assert heads(brief_of(fire, docs=[doc])) == ["Fire at smelter in Debrecen"]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("The clean-up of a battery storage site in Debrecen began.", "Clean-up at battery storage site in Debrecen"),
        ("A deal on the clean-up of the battery storage site in Debrecen is near.", None),
    ],
)
def test_a_clean_up_that_is_under_way_is_told_by_its_place(words: str, head: str | None) -> None:
    doc = make.document("a", words, title="Clean-up in Debrecen")
    dev = make.development(doc, "incident", "ongoing", place=make.place(doc, "Debrecen", "HU"), rule="incident.cleanup")

    assert heads(brief_of(dev, docs=[doc])) == ([head] if head else [])


@pytest.mark.parametrize(("town", "stories"), [("Debrecen", 1), ("Szolnok", 2)])
def test_a_clean_up_in_one_town_is_told_once(town: str, stories: int) -> None:
    docs = [
        make.document("a", "The clean-up of a battery storage site in Debrecen began.", title="Clean-up"),
        make.document("b", f"A clean-up at a battery plant in {town} kicks off.", title="Clean-up at plant"),
    ]
    devs = [
        make.development(doc, "incident", "ongoing", place=make.place(doc, name, "HU"), rule="incident.cleanup")
        for doc, name in zip(docs, ("Debrecen", town), strict=True)
    ]

    assert len(heads(brief_of(*devs, docs=docs))) == stories
