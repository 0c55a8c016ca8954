"""Web archives: every page that can be had, whatever was done to the file, and a reason for what cannot."""

import gzip
import tracemalloc
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.errors import FileUnreadable
from cellwire.model import Capture, Issue
from cellwire.sources import read_archive, read_path
from cellwire.sources.archives.archive import records
from cellwire.sources.archives.records import patient_records
from sources.archives import ARC_HEAD, PAGE, answer, arc, packed, page, warc

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
A, B, C = (warc(page(name), f"https://cc.example/{name}") for name in "abc")


def read(folder: Path, content: bytes, name: str = "made.warc", limit: int = 10**6) -> list[Capture | Issue]:
    (folder / name).write_bytes(content)
    return list(read_path(folder / name, moment=MOMENT, limit=limit))


def pages(found: list[Capture | Issue]) -> str:
    return "".join((each.url or "")[-1] for each in found if isinstance(each, Capture))


FILES: dict[str, bytes] = {
    "raw": A + B + C,
    "packed": packed(A, B, C),
    "packed in one piece": gzip.compress(A + B + C),
    "arc": ARC_HEAD + arc(page("a")) + arc(page("b"), "https://cc.example/b") + arc(page("c"), "https://cc.example/c"),
    "arc, packed": packed(
        ARC_HEAD, arc(page("a")), arc(page("b"), "https://cc.example/b"), arc(page("c"), "https://cc.example/c")
    ),
    "a head whose lines end in a line feed": A.replace(b"\r\n", b"\n", 8) + B + C,
    "a head of mixed line ends": A + B.replace(b"\r\n", b"\n", 7) + C,
    "rubbish between records": A + b"\x00\xffrubbish\n" * 50 + B + C,
    "rubbish between members": packed(A, B) + b"\x1f\x8b\x08rubbish" * 9 + packed(C),
    "a member that is damaged inside": packed(A, B) + packed(warc(page("x")))[:60] + b"\xff" * 90 + packed(C),
    "zeros between members": packed(A) + b"\0" * 512 + packed(B, C),
    "other records among them": warc(b"software: x", "", "warcinfo")
    + A
    + warc(b"GET / HTTP/1.1", kind="request")
    + B
    + C,
    "no end of the last record": A + B + C[:-4],
    "a record whose length is short by two": A + B + C.replace(b"Content-Length: 1", b"Content-Length: 2", 1)[:-2],
}


@pytest.mark.parametrize("case", FILES)
def test_every_page_of_an_archive_is_a_capture(tmp_path: Path, case: str) -> None:
    assert pages(read(tmp_path, FILES[case])) == "abc"


def test_a_page_comes_with_its_address_its_moment_and_its_type(tmp_path: Path) -> None:
    body = "Größe".encode("cp1252")
    [capture] = read(tmp_path, warc(answer(body, kind="text/html; charset=cp1252", Server="x")))

    assert isinstance(capture, Capture)
    assert (capture.url, capture.media_type, capture.content) == ("https://cc.example/a", "text/html", body)
    assert capture.moment == datetime(2022, 12, 13, 8, tzinfo=UTC)
    assert capture.headers == (("Content-Type", "text/html; charset=cp1252"),)


BODY = PAGE % b"a"
CHUNKS = b"5\r\n" + BODY[:5] + b"\r\n%x;note=1\r\n" % (len(BODY) - 5) + BODY[5:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "block",
    [
        answer(gzip.compress(BODY), Content_Encoding="gzip"),
        answer(zlib.compress(BODY), Content_Encoding="deflate"),
        answer(zlib.compress(BODY)[2:-4], Content_Encoding="deflate"),
        answer(brotli.compress(BODY), Content_Encoding="br"),
        answer(BODY, Content_Encoding="gzip"),
        answer(BODY, Content_Encoding="br"),
        answer(CHUNKS, Transfer_Encoding="chunked"),
        answer(BODY, Transfer_Encoding="chunked"),
        answer(gzip.compress(BODY), Content_Encoding="gzip", Transfer_Encoding="chunked"),
        BODY,
    ],
    ids=["gzip", "zlib", "deflate", "br", "not gzip", "not br", "chunks", "no chunks", "gzip, no chunks", "no head"],
)
def test_the_text_is_unpacked_whatever_its_head_says(tmp_path: Path, block: bytes) -> None:
    [capture] = read(tmp_path, warc(block, kind="resource"))

    assert isinstance(capture, Capture)
    assert capture.content == BODY


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"nothing of an archive", "does not begin like a web archive"),
        (gzip.compress(b"nothing of an archive", mtime=0), "no record of a web archive"),
        (warc(b"x: y", "", "warcinfo") + warc(b"GET /", kind="request"), "1 × request, 1 × warcinfo"),
        (warc(answer(BODY, status="404 Not Found")), "1 × answer 404"),
        (warc(answer(b"\x89PNG", kind="image/png")), "1 × image/png"),
        (warc(b"note", "metadata://x/y", "resource"), "note of the archive's own"),
        (warc(answer(BODY), WARC_Date="never"), "page without a date"),
        (warc(answer(b"")), "empty page"),
        (warc(answer(bytes(range(256)) * 9)), "page without text"),
        (ARC_HEAD + arc(b"", size=-1), "no record of a web archive"),
    ],
)
def test_an_archive_without_a_page_says_what_it_holds(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read(tmp_path, content)
    assert problem in str(refused.value)


@pytest.mark.parametrize(
    ("record", "problem", "kept"),
    [
        (warc(answer(BODY), WARC_Block_Digest="sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), "by its digest", True),
        (warc(answer(BODY), WARC_Block_Digest="md5:00"), "by its digest", True),
        (warc(answer(b"x " * 900_000)), "too large", False),
        (warc(answer(gzip.compress(b"\0" * 9_000_000), Content_Encoding="gzip")), "unpacks to more than", False),
        (warc(answer(brotli.compress(b"\0" * 9_000_000), Content_Encoding="br")), "unpacks to more than", False),
        (warc(answer(BODY, Content_Encoding="zstd")), "packed as zstd", False),
        (warc(answer(b"\x1f\x8b\x08 no", Content_Encoding="gzip")), "packed wrongly", False),
        (warc(b"HTTP/1.1 200 OK\r\nContent-Type: text/html"), "cut off before its text", False),
    ],
)
def test_a_spoilt_page_is_told_and_costs_no_other(tmp_path: Path, record: bytes, problem: str, kept: bool) -> None:
    found = read(tmp_path, B + record + C)
    [issue] = [each for each in found if isinstance(each, Issue)]

    assert problem in issue.problem
    assert "https://cc.example/a" in issue.thing
    assert pages(found) == ("bac" if kept else "bc")


def test_a_file_that_ends_in_a_page_gives_what_there_is_of_it(tmp_path: Path) -> None:
    for content in ((A + B)[:-30], packed(A) + packed(B)[:-12]):
        found = read(tmp_path, content)

        assert pages(found)[0] == "a"
        assert [each.problem[:10] for each in found if isinstance(each, Issue)] in (["is cut off"], [])


def test_a_record_that_lost_its_end_does_not_swallow_the_next(tmp_path: Path) -> None:
    cut = warc(page("a") + b"lost words " * 40, "https://cc.example/a").replace(b"lost words ", b"") + B + C

    (tmp_path / "cut.warc").write_bytes(cut)
    assert [each.url[-1] for each in patient_records(tmp_path / "cut.warc", limit=10**6)] == ["a", "b", "c"]


@pytest.mark.parametrize("content", [A + B + C, packed(A, B, C)], ids=["raw", "packed"])
def test_reading_begins_again_at_any_record(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "made.warc"
    path.write_bytes(content)
    whole = list(read_archive(path, source="file", limit=10**6))

    for number, each in enumerate(whole):
        again = list(read_archive(path, source="file", limit=10**6, start=each.position))
        assert [one.found for one in again] == [one.found for one in whole[number:]]


@pytest.mark.parametrize("content", [A + B + C, packed(A, B, C), gzip.compress(A + B)], ids=["raw", "packed", "whole"])
def test_the_quick_and_the_patient_reader_agree(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "made.warc"
    path.write_bytes(content)

    assert [(each.url, each.block) for each in records(path, limit=10**6)] == [
        (each.url, each.block) for each in patient_records(path, limit=10**6)
    ]


@given(at=st.integers(0, 10**6), junk=st.binary(max_size=40), is_packed=st.booleans())
def test_no_damage_makes_a_reader_fail(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes, is_packed: bool
) -> None:
    content = packed(A, B, C) if is_packed else A + B + C
    at %= len(content)
    path = tmp_path_factory.mktemp("hurt") / "hurt.warc"
    path.write_bytes(content[:at] + junk + content[at + len(junk) :])
    try:
        found = list(read_path(path, moment=MOMENT))
    except FileUnreadable:
        return

    assert len(pages(found)) >= 1


def test_memory_does_not_grow_with_an_archive(tmp_path: Path) -> None:
    body = answer(PAGE % (b"word " * 20_000))
    with (tmp_path / "big.warc").open("wb") as file:
        for number in range(300):
            file.write(warc(body, f"https://cc.example/{number}"))
    tracemalloc.start()
    count = sum(1 for _ in read_path(tmp_path / "big.warc", moment=MOMENT))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 300
    assert peak < 4_000_000
