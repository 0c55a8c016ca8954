"""Below each story stands the article to read on in: the one whose title says most of it."""

from __future__ import annotations

import email
import email.policy
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cellwire.model import Form, Record
from cellwire.publish import BriefSettings, Edition, render_html, render_json, render_mail, render_markdown
from cellwire.publish.brief.edition import Excerpt, Headline, Note, Sentence, Telling
from cellwire.publish.brief.render.marks import printed_by, read_on, told_by
from publish import factories as make
from publish.at_hand import edition

ENDING = date(2022, 12, 17)
TEXT = "Voltara plans a battery plant in Debrecen with {} GWh a year."
PLAIN = "Voltara plans battery plant in Debrecen"
SHARES = "Shares rise in Budapest as makers of cells gain"


def week_of(*titles: str, form: Form = Form.ARTICLE) -> Edition:
    """One plant, told by as many texts of their own as there are titles, a day after each other."""
    docs = [
        make.document(
            f"d{at}", f"{title}\n{TEXT.format(40 + at)}", title=title, published=date(2022, 12, 13 + at), form=form
        )
        for at, title in enumerate(titles)
    ]
    devs = [make.voltaras(doc) for doc in docs]
    stories = [make.story("s", devs)]
    return edition(Record(None), stories, docs, devs, week_ending=ENDING, settings=BriefSettings())


def article_of(*titles: str, form: Form = Form.ARTICLE) -> str | None:
    [item] = week_of(*titles, form=form).items()
    [telling] = item.tellings
    return telling.article.title if telling.article else None


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        ((PLAIN,), PLAIN),
        ((SHARES, PLAIN), PLAIN),
        ((PLAIN, "Debrecen to get Voltara plant"), PLAIN),
        ((f"Edition #7: {PLAIN}", SHARES), SHARES),
        ((f"Edition #7: {PLAIN}",), None),
    ],
)
def test_the_earliest_title_that_says_most_leads_on_and_a_columns_does_not(
    titles: tuple[str, ...], chosen: str | None
) -> None:
    assert article_of(*titles) == chosen


def test_an_item_that_goes_by_its_first_words_has_no_title_to_read_on_by() -> None:
    assert article_of(f"{PLAIN} with…", form=Form.ITEM) is None
    assert article_of(f"{PLAIN} with…") == f"{PLAIN} with…"


def test_every_form_leads_on_to_it() -> None:
    brief = week_of(PLAIN)
    row = json.loads(render_json(brief))["sections"][0]["items"][0]["stories"][0]["article"]

    assert (row["title"], row["url"]) == (PLAIN, "https://d0.example/news")
    assert f"Read on: [{PLAIN}](<https://d0.example/news>) (Cell Gazette, 13 December)" in render_markdown(brief)
    assert f">{PLAIN}</a> (Cell Gazette, 13 December). " in render_html(brief)
    mail: Any = email.message_from_bytes(render_mail(brief).as_bytes(), policy=email.policy.default)
    assert f">{PLAIN}</a>" in mail.get_body(("html",)).get_content()
    plain = " ".join(mail.get_body(("plain",)).get_content().split())
    assert f"Read on: {PLAIN} (Cell Gazette, 13 December) https://d0.example/news" in plain


def test_a_title_that_is_quoted_already_is_not_printed_again() -> None:
    note = Note(PLAIN, "Cell Gazette", PLAIN, date(2022, 12, 15), None, "a")
    article = Headline(PLAIN, "Cell Gazette", date(2022, 12, 15), None, "s")
    told = Telling("s", "new", Sentence(()), (), article=article, outlets=2, origins=2)

    assert read_on(told) == article
    assert read_on(replace(told, excerpt=Excerpt(note))) is None
    assert read_on(replace(told, excerpt=Excerpt(replace(note, quote="It is to open in May.")))) == article
    assert told_by(told, 2022) == "Told by two outlets"
    assert printed_by(told, 2022) == "(Cell Gazette, 15 December)"
    assert printed_by(told, 2023) == "(Cell Gazette, 15 December 2022)"
    same = replace(
        told, article=replace(article, document="a"), excerpt=Excerpt(replace(note, quote="It opens in May."))
    )
    assert printed_by(same, 2022) == ""
    assert told_by(replace(told, outlets=1, origins=1), 2022) == ""
