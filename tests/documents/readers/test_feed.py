# ruff: noqa: E501  markup as it is written

from datetime import date

import pytest
from captures import capture

from cellwire.documents import open_capture
from cellwire.model import BlockKind, Form

LONG = " ".join(
    f"Sentence {number} tells of the plant near Heide and of its sixty gigawatt hours." for number in range(8)
)

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Cell Courier</title><link>https://cc.example/</link><language>en-gb</language>
<item><title>Acme &amp;amp; Volt open a plant | Cell Courier</title><link>https://cc.example/1</link><guid>1</guid>
<pubDate>Fri, 09 Dec 2022 23:30:00 -0500</pubDate><dc:creator>Ann Lee</dc:creator>
<description>&lt;p&gt;Acme &amp;amp; Volt have opened a plant.&lt;/p&gt;</description></item>
<item><title>Volt in full</title><link>https://cc.example/2</link><guid>2</guid><pubDate>Thu, 08 Dec 2022 10:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>{LONG}</p><h3>What is next</h3><ul><li>A second line</li></ul><script>x()</script>]]></content:encoded></item>
<item></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Volt Wire</title><link href="https://vw.example/"/>
<entry><title type="html">LG &amp;amp; Stellantis pick Windsor</title><id>urn:1</id><link href="https://vw.example/1"/>
<published>2022-12-05T22:00:00-08:00</published><updated>2022-12-07T01:00:00Z</updated><summary>They build in Ontario.</summary></entry>
<entry><title>Undated</title><id>urn:2</id></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://o.example/"><title>Ore Post</title><link>https://o.example/</link></channel>
<item rdf:about="https://o.example/1"><title>Lithium from Cornwall</title><link>https://o.example/1</link><dc:date>2022-12-03</dc:date>
<description>A pilot works.</description></item></rdf:RDF>"""

GOOGLE = """<rss version="2.0"><channel><title>"battery plant" - Google News</title><link>https://news.google.com/search</link>
<item><title>Ford picks Marshall - maybe - Detroit Daily</title><link>https://news.google.com/rss/articles/x</link><guid>x</guid>
<pubDate>Mon, 12 Dec 2022 08:00:00 GMT</pubDate><source url="https://dd.example">Detroit Daily</source></item></channel></rss>"""

JSON = """{"version":"https://jsonfeed.org/version/1.1","title":"Anode Journal","home_page_url":"https://aj.example/","language":"en",
"items":[{"id":"1","url":"https://aj.example/1","title":"Graphite from Vidalia","date_published":"2022-12-01T09:00:00Z",
"authors":[{"name":"Jo Park"}],"content_html":"<p>Syrah builds on.</p>"},{"id":"2","title":"Text","content_text":"One.\\n\\nTwo & three."}]}"""


def opened(feed: str, media_type: str = "application/xml"):
    return open_capture(capture(feed, media_type)).documents


def test_an_entry_is_a_document_with_the_feed_as_outlet():
    first, second = opened(RSS)

    assert (first.title, first.url, first.outlet) == (
        "Acme & Volt open a plant",
        "https://cc.example/1",
        "Cell Courier",
    )
    assert (first.byline, first.language) == ("Ann Lee", "en")
    assert (first.published, first.found.published) == (date(2022, 12, 9), "feed")
    assert first.text == "Acme & Volt open a plant\n\nAcme & Volt have opened a plant."
    assert (first.form, second.form) == (Form.TEASER, Form.ARTICLE)


def test_full_content_keeps_headings_and_lists_and_no_scripts():
    document = opened(RSS)[1]
    kinds = [block.kind for block in document.blocks]

    assert kinds == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM]
    assert "x()" not in document.text


def test_an_empty_entry_is_told():
    [issue] = open_capture(capture(RSS, "application/xml")).issues

    assert issue.problem == "1 of 3 entries have neither title nor text"


def test_atom_tells_a_change():
    first, second = opened(ATOM)

    assert (first.title, first.outlet) == ("LG & Stellantis pick Windsor", "Volt Wire")
    assert (first.published, first.modified) == (date(2022, 12, 5), date(2022, 12, 7))
    assert second.published is None


def test_rdf_is_read():
    [document] = opened(RDF)

    assert (document.title, document.outlet, document.published) == (
        "Lithium from Cornwall",
        "Ore Post",
        date(2022, 12, 3),
    )


def test_a_wrapper_s_entry_belongs_to_the_outlet_it_names():
    [document] = opened(GOOGLE)

    assert (document.title, document.outlet, document.form) == (
        "Ford picks Marshall - maybe",
        "Detroit Daily",
        Form.TEASER,
    )


def test_a_search_s_entry_belongs_to_the_page_that_it_leads_to():
    found = ATOM.replace("Volt Wire", "Google Alert - battery plant").replace(
        "https://vw.example/1", "https://www.google.com/url?rct=j&amp;url=https://vw.example/1&amp;ct=ga"
    )
    assert next((each.url, each.outlet) for each in opened(found)) == ("https://vw.example/1", None)


def test_json_feed_is_read():
    first, second = opened(JSON, "application/feed+json")

    assert (first.title, first.byline, first.published) == ("Graphite from Vidalia", "Jo Park", date(2022, 12, 1))
    assert (first.outlet, second.text) == ("Anode Journal", "Text\n\nOne.\n\nTwo & three.")


@pytest.mark.parametrize(
    ("feed", "media_type", "problem"),
    [
        ("<html><body>no</body></html>", "application/xml", "no feed"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "application/rss+xml", "without entries"),
        ("{", "application/feed+json", "no JSON"),
        ('{"a": 1}', "application/feed+json", "no JSON Feed"),
        ("[" * 100_000, "application/feed+json", "no JSON"),
    ],
)
def test_what_is_no_feed_says_so(feed, media_type, problem):
    found = open_capture(capture(feed, media_type))

    assert found.documents == ()
    assert problem in found.issues[0].problem


def test_a_broken_feed_gives_what_it_has():
    assert [document.title for document in opened(RSS[: RSS.index("<item></item>")])] == [
        "Acme & Volt open a plant",
        "Volt in full",
    ]


def test_entries_that_share_an_id_stay_two():
    ids = {document.id for document in opened(RSS.replace("<guid>2<", "<guid>1<"))}

    assert len(ids) == 2


@pytest.mark.parametrize("address", ["http://[x", "://", "http://news.google.com", "javascript:x"])
def test_an_address_that_is_none_costs_no_entry(address):
    assert (
        len(
            opened(
                RSS.replace("https://cc.example/1", address).replace("https://cc.example/</link>", f"{address}</link>")
            )
        )
        == 2
    )
