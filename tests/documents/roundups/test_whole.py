"""Pages that look like roundups and hold one text, or none that is news, are never parted."""

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.model import Told

NEWS = (
    ("Heide", "Northvolt confirmed on December 13 that it wants to build near Heide, where works would begin in 2025."),
    (
        "Blyth",
        "Britishvolt has been given five more weeks by its lenders, the start-up said, and its staff gave up pay.",
    ),
    ("Kokkola", "A Finnish refinery was granted the permit that it had waited for and hires 140 people next spring."),
    ("Debrecen", "The council let CATL draw its water from the river until a plant for waste water stands there."),
    ("Kiruna", "The miners of Kiruna found a seam below the old one, which would feed the works for ten more years."),
)


def parts(title, body):
    page = f"<html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    return [item.title for item in open_documents(capture(page, "text/html", told=Told(id="it")))[1:]]


def headed(heads, *, below="", more=""):
    told = zip(heads, NEWS, strict=True)
    return "".join(f"<h2>{head}</h2>{below}<p>{text}{more}</p>" for head, (_, text) in told)


LINKED = [f'<a href="https://shop{number}.example/">{name} moves on</a>' for number, (name, _) in enumerate(NEWS)]
TIMES = (
    "6:00 a.m. – Out of bed",
    "7:30 a.m. – The bus",
    "9:00 a.m. – To work",
    "1:15 p.m. – Lunch",
    "5:00 p.m. – Home",
)
LATER = (
    "6:02 a.m. – Out of bed",
    "7:31 a.m. – The bus",
    "9:04 a.m. – To work",
    "1:17 p.m. – Lunch",
    "5:03 p.m. – Home",
)
PRICES = [f"${number}4.{number}9 per hour in {name}" for number, (name, _) in enumerate(NEWS, 1)]
LABELS = "".join(f"<p>PROS:</p><ul><li>{text}</li></ul>" for _, text in NEWS)


def test_a_day_told_by_its_round_times_is_no_live_page():
    assert parts("How she works in Heide", headed(TIMES)) == []
    assert len(parts("How she works in Heide", headed(LATER))) == 5


def test_prices_are_no_times():
    assert parts("What it costs to wire a house", headed(PRICES)) == []


@pytest.mark.parametrize("title", ["10 plants to see", "The best plants of the north", "Top five plants in Europe"])
def test_a_list_of_things_is_none_though_each_leads_elsewhere(title):
    assert parts(title, headed(LINKED)) == []
    assert len(parts("Plants of the north", headed(LINKED))) == 5


def test_a_title_is_made_of_several_only_where_it_lists_them():
    heads = ("Heide builds its plant", "Blyth is given weeks", "Kokkola has its permit", "Debrecen has it", "More")

    assert parts("Heide builds it: Blyth given weeks & Kokkola permit", headed(heads)) == []
    assert parts("Heide builds, Blyth given weeks and Kokkola permit", headed(heads))[:3] == list(heads[:3])


@pytest.mark.parametrize("title", ["Who reads your newsletter", "I wrote a newsletter on plants for a year"])
def test_a_text_on_newsletters_is_none(title):
    assert parts(title, headed([f"{name} moves on" for name, _ in NEWS])) == []


def test_labels_that_come_again_are_no_kickers():
    assert parts("Five plants of the north", LABELS) == []


def test_answers_in_a_forum_are_no_news():
    def posts(mark):
        link = '<a href="/ann">so they say</a>'
        post = f"<div class=post{mark}><h4>{{}} moves on</h4><p>{{}} {link}</p></div>"
        return "".join(post.format(name, text) for name, text in NEWS)

    assert len(parts("What is up in the north", posts(""))) == 5
    assert parts("What is up in the north", f"<p>{NEWS[0][1]}</p>" + posts(" itemprop=comment")) == []


@pytest.mark.parametrize("heading", ["Quick links", "At a glance"])
def test_a_heading_above_a_summary_makes_none(heading):
    assert parts("Plants of the north", f"<h2>{heading}</h2><p>{NEWS[0][1]}</p>{headed(n for n, _ in NEWS)}") == []
