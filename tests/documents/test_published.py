# ruff: noqa: E501  whole pages in one line each

from datetime import date

import pytest
from captures import MOMENT, capture

from cellwire.documents import open_documents
from cellwire.documents.dates import date_in_address, date_in_text, parse_day
from cellwire.model import Told

TEXT = "<p>" + "The maker of cells said it would build a plant near Heide with 60 GWh a year. " * 4 + "</p>"


def page(head: str = "", body: str = "", text: str = TEXT) -> str:
    return f"<html lang='en'><head><title>A plant for Heide</title>{head}</head><body><article><h1>A plant for Heide</h1>{body}{text}</article></body></html>"


LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A plant for Heide","datePublished":"2022-12-09T23:59:00-05:00"}</script>'
META = '<meta property="article:published_time" content="2022-12-10">'
TIME = '<time datetime="2022-12-11">11 Dec</time>'
DATELINE = "<p>HEIDE, Germany, Dec. 12, 2022 – " + "The maker of cells said it would build a plant. " * 8 + "</p>"
URL = "https://a.example/2022/12/13/heide"


@pytest.mark.parametrize(
    ("html", "url", "day", "how"),
    [
        (page(LD + META, TIME), URL, "2022-12-09", "json-ld"),
        (page(META, TIME), URL, "2022-12-10", "meta"),
        (page("", TIME), URL, "2022-12-11", "time"),
        (page(text=DATELINE), "https://a.example/heide", "2022-12-12", "text"),
        (page(), URL, "2022-12-13", "url"),
        (page(), "https://a.example/heide", None, None),
        (page(META.replace("2022-12-10", "2031-01-01"), TIME), None, "2022-12-11", "time"),
        (page(META.replace("2022-12-10", "0001-01-01")), URL, "2022-12-13", "url"),
        (page(LD.replace("2022-12-09T23:59:00-05:00", "soon") + META), None, "2022-12-10", "meta"),
        (page("", f"<aside class='related'>{TIME}</aside>"), URL, "2022-12-13", "url"),
        (page("", f"<aside class='related'>{TIME}</aside>"), None, None, None),
        (page("", "<p class='date'>9 December 2022</p>"), None, "2022-12-09", "text"),
        (page("", "<span class='date'>12/9/2022</span>"), None, None, None),
        (page("", "<span class='date'>Published: 15/11/2022</span>"), None, "2022-11-15", "page"),
        (page(LD.replace('"@type"', '"@context":1,}, "@type"')), URL, "2022-12-13", "url"),
    ],
)
def test_the_most_deliberate_date_wins(html, url, day, how):
    [document] = open_documents(capture(html, "text/html", url=url))

    assert (str(document.published) if document.published else None, document.published_how) == (day, how)


def test_what_was_told_wins():
    [document] = open_documents(capture(page(LD), "text/html", told=Told(published=date(2022, 12, 1))))

    assert (document.published, document.published_how) == (date(2022, 12, 1), "told")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2022-12-09T18:04:00+00:00", "2022-12-09"),
        ("20221209T180400Z", "2022-12-09"),
        ("20221209", "2022-12-09"),
        ("Fri, 09 Dec 2022 23:30:00 -0500", "2022-12-09"),
        ("December 9, 2022", "2022-12-09"),
        ("9 December 2022", "2022-12-09"),
        ("9th Dec. 2022", "2022-12-09"),
        ("09-Dec-2022", "2022-12-09"),
        ("Sept. 1, 2022", "2022-09-01"),
        ("09/12/2022", None),
        ("December 2022", None),
        ("2022", None),
        ("31 February 2022", None),
        ("", None),
    ],
)
def test_only_a_whole_and_certain_day_is_a_day(words, day):
    assert str(parse_day(words)) == str(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON, Dec. 9, 2022 /PRNewswire/ -- The maker", "2022-12-09"),
        ("Title\n\nPublished on 9 December 2022\n\nThe maker", "2022-12-09"),
        ("Title\n\nDecember 9, 2022\n\nThe maker", "2022-12-09"),
        ("Title\n\nBy Ann Lee | December 9, 2022 | 10:04", "2022-12-09"),
        ("On December 9, 2022, the maker signed a paper.", None),
        ("The maker will sign on December 9, 2022 – or later.", None),
        ("Production starts on December 9, 2035 – maybe", None),
    ],
)
def test_a_dateline_dates_the_text_and_an_event_does_not(text, day):
    found = date_in_text(text, MOMENT)

    assert (str(found.day) if found else None) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2022/12/09/x", "2022-12-09"),
        ("2022-12-09-calb.txt", "2022-12-09"),
        ("https://a.example/news/20221209x", "2022-12-09"),
        ("https://a.example/2022/12/x", None),
        ("https://a.example/id/120221209", None),
        ("https://a.example/2031/12/09/x", None),
    ],
)
def test_an_address_may_hold_the_day(address, day):
    found = date_in_address(address, MOMENT)

    assert (str(found.day) if found else None) == day
