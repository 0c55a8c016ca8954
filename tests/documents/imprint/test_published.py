# ruff: noqa: E501  whole pages in one line each

from datetime import date

import pytest
from captures import MOMENT, capture

from cellwire.documents import open_documents
from cellwire.documents.imprint.dates import date_in_address, date_in_text, parse_day
from cellwire.model import Told

TEXT = "<p>" + "The maker of cells said it would build a plant near Heide with 60 GWh a year. " * 4 + "</p>"


def page(head: str = "", body: str = "", text: str = TEXT) -> str:
    return f"<html lang='en'><head><title>A plant for Heide</title>{head}</head><body><article><h1>A plant for Heide</h1>{body}{text}</article></body></html>"


LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A plant for Heide","datePublished":"2022-12-09T23:59:00-05:00"}</script>'
META = '<meta property="article:published_time" content="2022-12-10">'
MADE = '<meta name="DC.date" content="2022-12-14">'
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
        (page("", "<p class='date'>9 December 2022</p>"), None, "2022-12-09", "page"),
        # The label or the line below the headline is told before a dateline of the text.
        (page("", "<p>Published: 9 December 2022</p>", DATELINE), None, "2022-12-09", "page"),
        # A mark of when the page was made gives way to what the page shows, a midnight in world time to the next day.
        (page(MADE, "<p>9 December 2022</p>"), None, "2022-12-09", "page"),
        (page(MADE), None, "2022-12-14", "made"),
        (page(MADE, TIME), None, "2022-12-11", "time"),
        (page(META.replace("12-10", "12-08T23:00Z"), "<p>9. December 2022</p>"), None, "2022-12-09", "page"),
        (page(META.replace("12-10", "12-08T23:00Z"), "<p>2 December 2022</p>"), None, "2022-12-08", "meta"),
        (page(META.replace("12-10", "12-08T23:07Z"), "<p>9 December 2022</p>"), None, "2022-12-08", "meta"),
        # A paragraph that sums the text up may stand between headline and day; a year may have two figures there.
        (page("", f"<p>{'The maker builds a plant. ' * 9}</p><p>09.12.22, 10:30</p>"), None, "2022-12-09", "page"),
        (page(MADE, f"<p>{'The maker builds a plant. ' * 9}</p><p>9 December 2022</p>"), None, "2022-12-09", "page"),
        (
            page("", "<abbr class='date published' title='2022-12-09T10:00:00+01:00'>today</abbr>"),
            None,
            "2022-12-09",
            "time",
        ),
        (page("", "<span>02/10/2022</span>"), "https://a.example/en-gb/x", "2022-10-02", "page"),
        (page("", "<ul class='menu'><li>9 December 2022</li></ul>"), None, "2022-12-09", "page"),
        (page(LD.replace("</script>", "}</script>")), None, "2022-12-09", "json-ld"),
        (page("", "<span class='date'>12/9/2022</span>"), None, None, None),
        (page("", "<span class='date'>Published: 15/11/2022</span>"), None, "2022-11-15", "page"),
        (page(LD.replace('"@type"', '"@context":1,}, "@type"')), URL, "2022-12-13", "url"),
        # A moment in world time is the day that the address, or a mark with a zone of its own, has beside it.
        (page(LD.replace("23:59:00-05:00", "03:00:00Z")), "https://a.example/2022/12/08/heide", "2022-12-08", "url"),
        (
            page(LD.replace("23:59:00-05:00", "23:00:00Z") + META.replace("12-10", "12-10T00:00:00+01:00")),
            None,
            "2022-12-10",
            "meta",
        ),
        (page(LD), "https://a.example/2022/12/08/heide", "2022-12-09", "json-ld"),
        # A page that was dated anew keeps its day in the address.
        (page(LD), "https://a.example/2021/3/8/heide", "2021-03-08", "url"),
        (page(), "https://a.example/news/29-10-2021", "2021-10-29", "url"),
        (page("", "<div>Datum: 09.12.2022</div>"), None, "2022-12-09", "page"),
        (page("", "<b>Published</b> <span>9/12/2022</span>"), "https://a.co.uk/x", "2022-12-09", "page"),
        (page("", "<blockquote><time datetime='2022-12-01'>1 Dec</time></blockquote>"), None, None, None),
        (
            page(text=TEXT + "<p>This entry was posted on Friday, December 9th, 2022 by Ann.</p>"),
            None,
            "2022-12-09",
            "page",
        ),
        (page(text="<p>09.12.2022 – " + TEXT[3:]), None, "2022-12-09", "text"),
        (page(text="<p>09.12.2022 was the day when work began. " + TEXT[3:]), None, None, None),
        (
            page("", f"{TIME}<p class='publication'>Le <time datetime='2022-12-08'>8 décembre</time></p>"),
            None,
            "2022-12-08",
            "time",
        ),
        (
            page("", "<aside class='meta'><time itemprop='datePublished' datetime='2022-12-11'>11 Dec</time></aside>"),
            None,
            "2022-12-11",
            "time",
        ),
    ],
)
def test_the_most_deliberate_date_wins(html, url, day, how):
    [document] = open_documents(capture(html, "text/html", url=url))

    assert (str(document.published) if document.published else None, document.found.published) == (day, how)


def test_what_was_told_wins():
    [document] = open_documents(capture(page(LD), "text/html", told=Told(published=date(2022, 12, 1))))

    assert (document.published, document.found.published) == (date(2022, 12, 1), "told")


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
        ("9. Dezember 2022", "2022-12-09"),
        ("9 de diciembre de 2022", "2022-12-09"),
        ("le 9 décembre 2022 à 10h", "2022-12-09"),
        ("9 grudnia 2022", "2022-12-09"),
        ("2022年12月9日", "2022-12-09"),
        ("2022년 12월 9일", "2022-12-09"),
        ("09.12.2022, 18:04", "2022-12-09"),
        ("2022/12/9", "2022-12-09"),
        ("15/11/2022", "2022-11-15"),
        ("11/15/2022", "2022-11-15"),
        ("version 2.14.2022", None),
        ("9 cells 2022", None),
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
