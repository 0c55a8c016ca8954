# ruff: noqa: E501  markup as it is written

from datetime import date
from email.message import EmailMessage

import pytest
from captures import capture
from pdfs import FIRST, SECOND, pdf

from cellwire.documents import open_capture
from cellwire.model import BlockKind, Form, Span

ITEMS = (
    (
        "Northvolt holds on to its plan for Heide",
        "Northvolt said on December 13 that it would build near Heide all the same.",
    ),
    ("Britishvolt wins time from its lenders", "Britishvolt has been given five more weeks by its lenders, it said."),
)
HTML = f"""<html><head><style>p {{}}</style></head><body><div style="display:none">Words for the preview only</div>
<table width="600"><tr><td><p>Good morning.</p></td></tr>
{"".join(f'<tr><td><h2><a href="https://x.example">{heading}</a></h2><p>{text}</p></td></tr>' for heading, text in ITEMS)}
<tr><td><p>You are receiving this e-mail because you signed up. <a href="u">Unsubscribe</a></p></td></tr></table></body></html>"""
PLAIN = "\n\n".join(f"{heading}\n{'-' * len(heading)}\n{text}" for heading, text in ITEMS)


COFFEE = """<html><body><table><tr><td><h1>Cathode and Tea</h1><p>Good morning.</p>
<h2><a href="https://ct.example/p/lithium?utm_source=mail&id=7">Lithium gets cheaper</a></h2><p>A tonne of lithium carbonate cost 569,000 yuan on Friday, three percent less than a week before.</p>
<table><tr><td><p><small>TOGETHER WITH SOLVO</small></p><p>Headaches from slurry? Mention TEA for ten percent off.</p></td></tr></table>
<h2>Redwood in Carolina</h2><p>Redwood Materials puts 3.5 billion dollars into a campus near Charleston that recycles batteries.</p></td></tr></table></body></html>"""


def newsletter(subject: str = "Cell digest, 17 December", *, html: str = HTML, plain: str = PLAIN) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Cell Courier" <brief@cc.example>'
    message["Subject"] = subject
    message["Date"] = "Sat, 17 Dec 2022 23:00:00 -0500"
    message.set_content(plain or "See the HTML part.")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def opened(message: EmailMessage | bytes):
    content = message if isinstance(message, bytes) else message.as_bytes()
    return open_capture(capture(content, "message/rfc822"))


def test_the_headers_are_the_imprint():
    roundup = opened(newsletter("Fwd: Re: Größen: cell digest")).documents[0]

    assert (roundup.title, roundup.outlet) == ("Größen: cell digest", "Cell Courier")
    assert (roundup.published, roundup.found.published) == (date(2022, 12, 17), "mail")


def test_a_newsletter_is_split_into_its_items_whichever_part_it_has():
    for message in (newsletter(), newsletter(html="")):
        roundup, *items = opened(message).documents

        assert roundup.form is Form.ROUNDUP
        assert [item.title for item in items] == [heading for heading, _ in ITEMS]


def test_preview_words_are_no_text_and_the_footer_is_an_advert():
    roundup = opened(newsletter()).documents[0]

    assert "preview" not in roundup.text
    assert roundup.blocks[-1].kind is BlockKind.ADVERT


@pytest.mark.parametrize(
    ("content", "kind", "problem"),
    [
        (b"%PDF-1.4", "pdf", "the attachment 'release': a PDF that cannot be opened"),
        (b"PK", "zip", "the attachment 'release' was not read: only PDFs are"),
        (b"no PDF", "pdf", "the attachment 'release' was not read: only PDFs are"),
    ],
)
def test_an_attachment_that_cannot_be_read_is_told(content: bytes, kind: str, problem: str):
    message = newsletter()
    message.add_attachment(content, maintype="application", subtype=kind, filename="release")

    assert opened(message).issues[0].problem.startswith(problem)


def test_a_message_without_text_says_so():
    assert opened(b"From: a@b.example\nSubject: x\n\n").issues[0].problem == "a message without readable text"


def test_broken_headers_and_charsets_are_survived():
    raw = b"From: =?nope?q?=FF?= <\nSubject: =?utf-8?b?////?=\nDate: never\nContent-Type: text/plain; charset=klingon\n\nCALB builds in Sines.\n"
    [document] = opened(raw).documents

    assert "CALB builds in Sines." in document.text
    assert document.published is None


def test_a_subscription_s_short_headings_are_items_with_their_own_address():
    message = newsletter("Cell Courier weekly: lithium, Redwood", html=COFFEE)
    message["List-Unsubscribe"] = "<https://ct.example/u>"
    roundup, *items = opened(message).documents

    assert [(item.title, item.url) for item in items] == [
        ("Lithium gets cheaper", "https://ct.example/p/lithium?id=7"),
        ("Redwood in Carolina", None),
    ]
    assert [len(item.blocks) for item in items] == [2, 2]
    assert [block.kind for block in roundup.blocks].count(BlockKind.ADVERT) == 3


def test_a_message_from_a_person_is_not_split_by_short_headings():
    assert len(opened(newsletter("Lithium, Redwood", html=COFFEE)).documents) == 1


def test_an_attached_release_is_a_document_with_pages_sent_by_whom_its_mail_was():
    message = newsletter()
    message.add_attachment(pdf(FIRST[:2] + FIRST[3:], SECOND), maintype="application", subtype="pdf", filename="r.pdf")
    documents = opened(message).documents
    release = documents[-1]
    jobs = release.text.index("150 people")

    assert (release.title, release.outlet) == (FIRST[1], "Cell Courier")
    assert (release.published, release.found.published) == (date(2022, 12, 17), "mail")
    assert (release.page_of(Span(jobs, jobs + 3)), release.page_of(Span(0, 5))) == (2, 1)
    assert documents[0].page_of(Span(0, 5)) is None
    assert len({document.id for document in documents}) == len(documents)


def test_a_mail_that_is_only_an_attachment_is_read():
    message = EmailMessage()
    message["Subject"] = "Release"
    message.add_attachment(pdf(FIRST, SECOND), maintype="application", subtype="pdf", filename="r.pdf")

    assert [document.title for document in opened(message).documents] == [FIRST[1]]


@pytest.mark.parametrize(
    "nested",
    [
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
        b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    ],
    ids=["parts", "messages"],
)
def test_a_message_that_is_nested_without_end_is_refused(nested: bytes) -> None:
    opened = open_capture(capture(b"Subject: x\r\n" + nested + b"hi", "message/rfc822"))

    assert [issue.problem for issue in opened.issues] == ["a message that is nested too deeply"]
