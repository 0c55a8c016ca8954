"""How a page says that it holds several news."""

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.model import Told

NEWS = (
    ("Heide waits for its cells until spring", "Works near the town begin in 2025, Northvolt confirmed on Monday."),
    (
        "Blyth gets five more weeks of time",
        "Britishvolt has been lent more money, and its staff gave up a part of pay.",
    ),
    (
        "Kokkola hires people for its refinery",
        "The permit that it had waited for since the autumn was granted at last.",
    ),
)
BOLD = "".join(f"<p><strong>{heading}</strong></p><p>{text}</p>" for heading, text in NEWS)
LISTED = "".join(f"<p>{number}) {text}</p>" for number, (_, text) in enumerate(NEWS, 1))


def beginnings(title, body):
    page = f"<html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    items = open_documents(capture(page, "text/html", told=Told(id="it")))[1:]
    return [item.quote(item.blocks[0].span) for item in items]


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("Three cell stories for a long train ride", ""),
        ("More cell headlines", ""),
        ("Cells and mines", "<p>A look back at the leading stories of the winter:</p>"),
        ("Cells and mines", "<p>Here is what you may want: news that you and we might have missed.</p>"),
        ("Cells and mines", "<p>Every two weeks, Ann brings you the latest cell news.</p>"),
        ("Cells and mines", "<h2>Cell, Mine &amp; Smelter Headlines</h2>"),
        ("Heide keeps waiting, Blyth wins weeks and Kokkola takes people on", ""),
        ("Chemical industry news", ""),
        ("Cells and mines: supplier news", ""),
        ("Battery market notes: Heide, Blyth, Kokkola", ""),
        ("What happened in cells this week", ""),
        ("Friday five: what moved lithium", ""),
        ("Today in cells", ""),
        ("Lunch wrap: cells cruise", ""),
        ("Top reads and hot takes", ""),
        ("[CW24] Cells look forward", ""),
        ("Cells and mines", "<h2>Daily news wrap-up: two hours of cells for every tender from now on</h2>"),
        ("Cells and mines", "<p>If you blinked this week, you missed a ban and a deal.</p>"),
        ("Cells and mines", "<p>The following is a roundup of recent actions in the sector.</p>"),
        ("Cells and mines", "<p>Here is what happened in the cell world over the past seven days.</p>"),
        ("Cells and mines", "<p>We sum up the latest from makers of cells.</p>"),
        ("Cells and mines", "<p>It was a busy week for makers of cells.</p>"),
        ("Cells and mines", "<p>Our weekly look at works, deals and people.</p>"),
        ("Cells and mines", "<p>Notes and updates from around the industry.</p>"),
    ],
)
def test_a_title_or_an_opening_says_that_there_are_several(title, above):
    assert beginnings(title, above + BOLD) == [heading for heading, _ in NEWS]


@pytest.mark.parametrize(
    "title",
    [
        "Three workers tell of Heide",
        "Cell plan makes headlines",
        "Heide, Blyth, Kokkola",
        "Deal of the week makes Heide wait",
        "Maker of pulse oximeters waits for Heide",
        "Around the world in a car with cells of Heide",
        "Heide keeps waiting, lenders grow angry and the minister calls",
    ],
)
def test_a_title_that_names_no_news_for_each_headline_does_not(title):
    assert beginnings(title, BOLD) == []


def test_headlines_on_one_thing_are_no_news_though_the_title_joins_them():
    body = "".join(
        f"<p><strong>{who}, head of Alder, on its plan</strong></p><p>The plan is good, as far as it goes.</p>"
        for who in ("Ann Lee", "Bob Moor", "Cem Aksoy")
    )
    assert beginnings("What leaders like Ann Lee, the patient Bob Moor and one Cem Aksoy say", body) == []


def test_numbers_of_a_title_that_counts_its_stories_begin_them():
    assert len(beginnings("3 cell stories", LISTED)) == 3


def test_a_line_that_says_when_an_issue_appeared_is_none_of_its_news():
    told = [f"{text} More will be known when the owners have met in the coming week." for _, text in (*NEWS, NEWS[0])]
    told[3] = "Redwood is given a loan for its copper foil in Nevada and begins to pour the floor in March."
    page = "<p>September 19, 2005 | Told first in volume 83</p>" + "".join(f"<p>{text}</p>" for text in told)

    assert beginnings("Business roundup", page) == told
