"""Pages as browsers save them."""

from dataclasses import replace
from datetime import date

import pytest
from captures import capture

from cellwire.documents import open_capture
from cellwire.model import Capture, Told

WORDS = (
    "Volta Cells broke ground on its battery plant in Debrecen on 13 December 2022. The plant will have an annual "
    "capacity of 12 GWh and start production in 2025, the company said, and 400 people will work there. "
)
PAGE = f"<html><head><title>Volta breaks ground</title></head><body><article><p>{WORDS * 3}</p></article></body></html>"
MHTML = (
    "From: <Saved by Blink>\r\n{head}Subject: Volta\r\nDate: Mon, 2 Jan 2023 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n{part}\r\n{page}\r\n--b\r\nContent-Type: text/css\r\n\r\n"
    "a{{}}\r\n--b--"
)


def only(opened: Capture) -> tuple[str | None, str]:
    (document,) = open_capture(opened).documents
    return document.url, document.title


@pytest.mark.parametrize(
    "noted",
    [
        "<!-- saved from url=(0025)https://courier.example/a -->",
        "<!--\n Page saved with SingleFile \n url: https://courier.example/a \n saved date: Mon Jan 02 2023\n-->",
    ],
)
def test_a_saved_page_is_at_the_address_that_its_browser_noted(noted: str) -> None:
    page = capture((noted + PAGE).encode(), "text/html")

    assert only(page) == ("https://courier.example/a", "Volta breaks ground")
    assert only(replace(page, told=Told(url="https://courier.example/b")))[0] == "https://courier.example/b"


def test_an_address_that_the_text_speaks_of_is_not_its_own() -> None:
    page = PAGE.replace("<p>", "<p>A page saved with SingleFile has a line url: https://courier.example/a in it. ")

    assert only(capture(page.encode(), "text/html"))[0] is None


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Snapshot-Content-Location: https://courier.example/a\r\n", ""),
        ("", "Content-Location: https://courier.example/a\r\n"),
    ],
)
def test_a_page_in_one_file_is_read_as_the_page_it_is(head: str, part: str) -> None:
    document, *_ = open_capture(
        capture(MHTML.format(head=head, part=part, page=PAGE.replace("=", "=3D")).encode(), "multipart/related")
    ).documents

    assert (document.url, document.title) == ("https://courier.example/a", "Volta breaks ground")
    assert document.published != date(2023, 1, 2)  # the day it was saved


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\na{}\r\n--b--",
            "no page",
        ),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(5000)),
            "deep",
        ),
    ],
)
def test_a_file_without_a_page_says_so(content: bytes, problem: str) -> None:
    opened = open_capture(capture(content, "multipart/related"))

    assert not opened.documents
    assert problem in opened.issues[0].problem
