"""How many texts a week has: one teaser under two titles is one, and so is a page whose items lead nowhere else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cellwire.model import Document, Form, Record
from cellwire.publish import BriefSettings, Edition
from publish import factories as make
from publish.at_hand import edition

ENDING = date(2022, 12, 17)
TEASER = "The works in Gera has been asked to say how many of its cells were sold at home last year."
OTHER = "A town council met about its school, and nobody who was there can say what came of it in the end."
TITLE = "Cell makers cannot have their cake and eat it, says bank"


def doc(id: str, title: str, below: str, **more: Any) -> Document:
    return make.document(id, f"{title}\n{below}", title=title, **more)


def read(*docs: Document) -> Edition:
    return edition(Record(None), [], docs, [], week_ending=ENDING, settings=BriefSettings())


def counted(brief: Edition) -> tuple[str, str]:
    row = next(row for row in brief.figures if row.label == "Independent texts read")
    return row.text, row.detail.partition(";")[0]


@pytest.mark.parametrize(
    ("title", "below", "texts"),
    [
        ("Gera works asked about its sales", TEASER, "1"),
        (TITLE.replace("cannot", "can’t"), f"{TEASER} Once more.", "1"),
        (TITLE.replace("cannot", "can’t"), OTHER, "2"),
        (TITLE.replace("says bank", "says fund"), f"{TEASER} Once more.", "2"),
        ("Gera works asked about its sales", f"{TEASER} Once more.", "2"),
    ],
)
def test_one_teaser_or_nearly_one_title_is_one_text(title: str, below: str, texts: str) -> None:
    brief = read(doc("a", TITLE, TEASER), doc("b", title, below))
    assert counted(brief) == (texts, "2 articles from 1 source")


AGENCY = f"{TEASER} It has until the end of the month to answer, and said that it will look into each of the sales."


@pytest.mark.parametrize(
    ("outlet", "below", "texts"),
    [
        ("Post", f"GERA (CW) - {AGENCY} The council welcomes it.", "1"),
        ("Post", f"{OTHER} The works in Gera has been asked to say how many of its cells were sold.", "2"),
        # what an outlet puts over all its texts
        ("Cell Gazette", f"{AGENCY} {OTHER}", "2"),
    ],
)
def test_an_agency_s_text_is_one_whatever_its_outlets_put_before_it(outlet: str, below: str, texts: str) -> None:
    brief = read(doc("a", "Sales of a works", AGENCY), doc("b", "Gera asks", below, outlet=outlet))
    assert counted(brief)[0] == texts


def test_the_items_of_a_page_that_lead_nowhere_else_are_one_article() -> None:
    page = "https://gazette.example/roundup"
    items = [doc(id, f"News {id}", f"{id} {TEASER}", form=Form.ITEM, url=page) for id in "ab"]
    led = doc("c", "News c", OTHER, form=Form.ITEM, url="https://gazette.example/c")
    brief = read(*items, led)

    assert counted(brief) == ("2", "2 articles from 1 source")
    assert [(row.outlet, row.documents) for row in brief.readings] == [("Cell Gazette", 2)]
