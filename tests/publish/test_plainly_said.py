"""What a text says plainly is told: a placement closed, goods bought, two firms that expand what they do together."""

import pytest

from cellwire.model import Record
from cellwire.publish import BriefSettings
from cellwire.publish.brief.doubting.heading import sentences_before
from publish import factories as make
from publish.at_hand import edition
from publish.test_told_once import ENDING, brief_of, heads, plant, said


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Nordcell opens battery plant in Windsor - Cell Courier", "in Windsor"),
        ("Works", ""),
    ],
    ids=["a title with its outlet", "a dateline"],
)
def test_a_place_before_an_outlets_name_is_no_dateline(title: str, printed: str) -> None:
    line = title if printed else "Windsor - Nordcell opens battery plant"
    doc = make.document("a", f"{line}.\nNordcell makes cells.", title=title)
    run = plant(
        doc,
        "operating",
        parties=("Nordcell",),
        place=make.place(doc, "Windsor", "CA"),
        gwh=(),
        product=make.named(doc, "battery plant", "cell"),
        trigger=make.span(doc, "opens"),
    )
    told = said(brief_of(run, docs=[doc]))

    assert ("Windsor" in told) is bool(printed)


@pytest.mark.parametrize(
    ("stage", "head"),
    [("completed", ["Voltara raises money"]), ("announced", [])],
)
def test_a_placement_that_is_closed_has_raised_money(stage: str, head: list[str]) -> None:
    doc = make.document("a", "Voltara has spoken of its private placement for a lithium mine.")
    round_ = make.development(
        doc, "investment", stage, parties=(make.party(doc, "Voltara", "target"),), trigger=make.span(doc, "placement")
    )
    assert heads(brief_of(round_, docs=[doc])) == head


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Baumwerk has bought storage systems from Voltara.", "Baumwerk buys energy storage systems from Voltara"),
        (
            "Baumwerk has agreed to take storage systems from Voltara.",
            "Voltara signs agreement to supply Baumwerk with energy storage systems",
        ),
    ],
)
def test_who_has_bought_goods_is_told_as_their_buyer(words: str, head: str) -> None:
    doc = make.document("a", words)
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer"))
    sold = make.development(
        doc, "supply", "signed", parties=sides, product=make.named(doc, "storage systems", "storage")
    )
    assert heads(brief_of(sold, docs=[doc])) == [head]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (
            "Baumwerk and Voltara have expanded their partnership on battery recycling.",
            ["Baumwerk and Voltara expand partnership"],
        ),
        ("Baumwerk and Voltara have expanded their partnership.", []),
        ("Baumwerk and Voltara have expanded their partnership on hydrogen and battery buses.", []),
    ],
)
def test_partners_whose_sentence_says_batteries_are_told(words: str, head: list[str]) -> None:
    doc = make.document("a", words)
    sides = tuple(make.party(doc, name, "partner") for name in ("Baumwerk", "Voltara"))
    bond = make.development(doc, "partnership", "signed", parties=sides, trigger=make.span(doc, "expanded"))
    assert [
        each.replace("Voltara and Baumwerk", "Baumwerk and Voltara") for each in heads(brief_of(bond, docs=[doc]))
    ] == head


@pytest.mark.parametrize(("when", "differ"), [("so far this year", False), ("in the second quarter", True)])
def test_sums_of_other_spans_of_time_do_not_differ(when: str, differ: bool) -> None:
    texts = {
        "a": (f"Baumwerk has bought storage systems from Voltara for $30 million {when}.", "$30 million", 3e7),
        "b": (
            "In the second quarter Baumwerk bought storage systems from Voltara for $20 million.",
            "$20 million",
            2e7,
        ),
    }
    docs, sold = [], []
    for id, (words, sum_, amount) in texts.items():
        doc = make.document(id, words, outlet=f"Outlet {id}")
        docs.append(doc)
        sold.append(
            make.development(
                doc,
                "supply",
                "signed",
                id=id,
                parties=(make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer")),
                product=make.named(doc, "storage systems", "storage"),
                money=(make.money(doc, sum_, amount, "USD"),),
            )
        )
    stories = [make.story("one", sold)]
    brief = edition(Record(None), stories, docs, sold, week_ending=ENDING, settings=BriefSettings())

    assert any(told.conflicts for item in brief.items() for told in item.tellings) is differ


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Narvia blocks most exports of spent batteries.", "export controls"),
        ("Narvia blocks a plan to send out batteries.", ""),
    ],
)
def test_exports_that_are_blocked_are_under_controls(words: str, thing: str) -> None:
    doc = make.document("a", words)
    rule = make.development(
        doc,
        "policy",
        "adopted",
        parties=(make.party(doc, "Narvia", "government"),),
        product=make.named(doc, "batteries", "cell"),
        trigger=make.span(doc, "blocks"),
    )
    assert bool(heads(brief_of(rule, docs=[doc]))) is bool(thing)
    assert thing in said(brief_of(rule, docs=[doc]))


@pytest.mark.parametrize(
    ("caption", "count"),
    [("A view of the works. Courtesy of Voltara. ", 1), ("A view of the works. Voltara is busy. ", 3)],
)
def test_a_pictures_caption_is_no_sentence_before_the_news(caption: str, count: int) -> None:
    text = f"Title\n{caption}Cells sell slowly this year in most of the lands that buy them. Voltara made a loss."
    doc = make.document("a", text, title="Title")
    loss = make.development(
        doc, "market", "reported", parties=(make.party(doc, "Voltara", "supplier"),), trigger=make.span(doc, "made")
    )
    assert sentences_before(loss, doc) == count
