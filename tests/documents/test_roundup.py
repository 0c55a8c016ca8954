# ruff: noqa: E501  whole texts in one line each

from itertools import pairwise

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.model import BlockKind, Form, Told

NORTHVOLT = (
    "Northvolt confirmed on December 13 that it wants to build near Heide; the works would begin to make cells in 2025."
)
BRITISHVOLT = "Britishvolt has been given five more weeks by its lenders, the start-up said on December 14, and staff gave up pay."
LIBERTY = "On December 15, Liontown Resources signed up Ford for a third of the spodumene from Kathleen Valley over five years."
TESLA = "Tesla told suppliers on Friday that output of its 4680 cells had passed what a thousand cars a week need."
NEWS = (
    ("Northvolt holds on to its plan for Heide", NORTHVOLT),
    ("Britishvolt wins time from its lenders", BRITISHVOLT),
    ("Ford takes spodumene from Liontown mine", LIBERTY),
    ("Tesla speeds up its 4680 cell line", TESLA),
)


def bracketed(news):
    return "\n\n".join(f"[{heading}]\n\n{text}" for heading, text in news)


def hashed(news):
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in news)


def numbered(news):
    return "\n\n".join(f"{number}. {heading}\n\n{text}" for number, (heading, text) in enumerate(news, 1))


def bold(news):
    return "\n\n".join(f"**{heading}**\n\n{text}" for heading, text in news)


def bold_led(news):
    return "\n\n".join(f"**{heading}.** {text}" for heading, text in news)


def ruled(news):
    return "\n\n".join(f"{heading}\n{'=' * len(heading)}\n{text}" for heading, text in news)


def linked(news):
    return "\n\n".join(f"[{heading}](https://a.example/{len(heading)})\n\n{text}" for heading, text in news)


FORMS = (bracketed, hashed, numbered, bold, bold_led, ruled, linked)


def documents(text: str):
    return open_documents(capture(text))


@pytest.mark.parametrize("form", FORMS)
def test_a_roundup_is_split_into_its_items(form):
    roundup, *items = documents(f"Cell Courier weekly: news of the industry\n\nGood morning.\n\n{form(NEWS)}\n")

    assert roundup.form is Form.ROUNDUP
    assert [item.title for item in items] == [heading for heading, _ in NEWS]
    assert [item.item for item in items] == [1, 2, 3, 4]
    for item, (heading, text) in zip(items, NEWS, strict=True):
        assert [item.quote(block.span) for block in item.blocks] == [heading, text]


def test_a_title_that_joins_headlines_makes_a_roundup():
    title = "Northvolt holds on to Heide plan; Britishvolt wins more time from lenders"

    assert [document.form for document in documents(f"{title}\n\n{hashed(NEWS[:2])}")] == ["roundup", "item", "item"]


def test_short_dated_items_need_no_title_that_says_so():
    assert len(documents(f"Cells and more\n\n{hashed(NEWS)}")) == 5


def test_greetings_sponsors_and_links_belong_to_no_item():
    text = f"The week in cells\n\n{bracketed(NEWS[:1])}\n\nSolvo wishes you a happy New Year\n\n{bracketed(NEWS[1:2])}\n\nFor more:\n\n1.Earlier news of ours\n"
    roundup, *items = documents(text)

    assert [roundup.quote(block.span) for block in roundup.blocks if block.kind is BlockKind.ADVERT] == [
        "Solvo wishes you a happy New Year"
    ]
    assert [roundup.quote(block.span) for block in roundup.blocks if block.kind is BlockKind.LINKS] == [
        "For more:",
        "Earlier news of ours",
    ]
    assert [len(item.blocks) for item in items] == [2, 2]


def test_items_share_the_text_and_own_their_stretch_of_it():
    roundup, *items = documents(f"The week in cells\n\n{bracketed(NEWS)}")

    assert {item.text for item in items} == {roundup.text}
    assert all(one.extent.end <= other.extent.start for one, other in pairwise(items))
    assert len({document.id for document in (roundup, *items)}) == 5


PLANT = "The plant in Heide would employ 3,000 people, Northvolt said, and begin to make cells in 2025."
WHOLE = {
    "an article's own parts": f"Northvolt confirms Heide\n\n{NORTHVOLT}\n\n## Background\n\n{PLANT}\n\n## About Northvolt\n\n{PLANT}\n\n## What it means\n\n{PLANT}",
    "specs": f"BYD shows a new blade cell\n\n{TESLA}\n\n## Specs of the blade battery cell\n\n- Weight: 2 kg\n- Energy: 600 Wh\n\n## Price and market start in Europe\n\n{PLANT}",
    "subheadings on one subject": "This week in Heide: how Northvolt came there\n\n"
    + hashed(
        (heading, PLANT)
        for heading in (
            "Northvolt looks north for wind power",
            "Northvolt asks Berlin for a subsidy",
            "Northvolt and the farmers of Dithmarschen",
        )
    ),
    "long opening": f"Europe's cell makers face a hard winter\n\n{' '.join([NORTHVOLT, BRITISHVOLT, LIBERTY, TESLA])}\n\n{hashed(NEWS)}",
    "two subheadings": f"Two plants and a mine\n\n{hashed(NEWS[:2])}",
    "a ranking": "Weekly ranking of cell makers\n\n1. CATL: 33.3 GWh (35 %)\n2. LG: 15.1 GWh (15 %)\n3. BYD: 10.5 GWh (11 %)\n\nThat was the week.",
    "bold labels": f"Grants for battery plants\n\n- **Albemarle Corporation,** of Charlotte, gets {PLANT}\n- **Ascend Elements,** of Westborough, gets {PLANT}\n- **Cirba Solutions,** of Lancaster, gets {PLANT}",
    "a semicolon in the title": f"Northvolt confirms Heide; shares rise\n\n## The plan for the plant in detail\n\n{NORTHVOLT}\n\n## The view from the stock exchange\n\n{PLANT}",
    "why and how": f"This week in cells\n\n## Why is Northvolt in Heide at all?\n\n{NORTHVOLT}\n\n## What will Britishvolt do next?\n\n{BRITISHVOLT}",
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_document_that_is_no_roundup_is_never_split(case):
    assert [document.form for document in documents(WHOLE[case])] == [Form.ARTICLE]


def test_a_newsletter_page_is_split_by_its_headings():
    body = "".join(f"<h2><a href='/{n}'>{heading}</a></h2><p>{text}</p>" for n, (heading, text) in enumerate(NEWS))
    page = f"<html lang=en><head><title>Battery digest, 17 December</title></head><body><main><h1>Battery digest, 17 December</h1>{body}</main></body></html>"
    roundup, *items = open_documents(capture(page, "text/html", told=Told(id="it")))

    assert roundup.form is Form.ROUNDUP
    assert [item.title for item in items] == [heading for heading, _ in NEWS]
