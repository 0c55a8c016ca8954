import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cellwire.errors import FileUnreadable
from cellwire.model import Capture, Issue, Told
from cellwire.sources import read_path

MOMENT = datetime(2022, 12, 18, 6, 0, tzinfo=UTC)
NEWS = "A plant for Sines\n\nCALB signed a paper on 2 November.\n"


def write(folder: Path, **files: str | bytes) -> Path:
    """Files by name; `__` stands for the dot and `_in_` for a folder below."""
    for name, content in files.items():
        path = folder / name.replace("_in_", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(path: Path, **more: object) -> list[Capture | Issue]:
    return list(read_path(path, moment=MOMENT, **more))  # type: ignore[arg-type]


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path):
    write(
        tmp_path,
        b__txt=NEWS,
        a_in_z__html="<p>x</p>",
        a_in_c__eml="Subject: x\n\ny",
        feed__xml="<rss/>",
        r__pdf=b"%PDF-1.4\x00\x01",
    )
    captures = read(tmp_path)

    assert [Path(each.path).name for each in captures] == ["c.eml", "z.html", "b.txt", "feed.xml", "r.pdf"]
    assert [each.media_type for each in captures] == [
        "message/rfc822",
        "text/html",
        "text/plain",
        "application/xml",
        "application/pdf",
    ]
    assert [each.told.id for each in captures] == ["a/c", "a/z", "b", "feed", "r"]
    assert {each.moment for each in captures} == {MOMENT}


def test_a_capture_is_the_same_wherever_its_folder_lies(tmp_path):
    one, other = (write(tmp_path / name, in_in_a__txt=NEWS) for name in ("one", "other"))

    assert [each.id for each in read(one)] == [each.id for each in read(other)]
    assert len({each.id for each in read(tmp_path)}) == 2


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a__png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a kind of file"),
        ("a__txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "holds no text"),
        ("a__txt", b"PK\x03\x04" + bytes(range(256)) * 9, "holds no text"),
        ("a__txt", b"", "is empty"),
        ("a__txt", b" \n\n ", "is empty"),
        ("a__txt", os.urandom(4000), "holds no text"),
        ("a__html", b"\xff\xfe\xfd" * 100, "holds no text"),
        ("a__txt", b"word " * 300, "too large"),
        ("a__mbox", b"nothing of a mailbox", "holds no messages"),
        ("noname", NEWS, "not a kind of file"),
    ],
)
def test_what_cannot_be_read_is_refused_or_an_issue(tmp_path, name, content, problem):
    write(tmp_path, **{name: content})
    path = next(tmp_path.iterdir())

    [issue] = read(tmp_path, limit=1000 if problem == "too large" else 10**6)
    with pytest.raises(FileUnreadable, match=problem) as refused:
        read_path(path, moment=MOMENT, limit=1000 if problem == "too large" else 10**6)
    assert isinstance(issue, Issue)
    assert (issue.thing, issue.stage) == (str(path), "sources")
    assert problem in issue.problem
    assert str(path) in str(refused.value)


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    write(tmp_path, a__txt=b"\x00\x01" * 99, b__txt=NEWS)
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone")

    assert [type(each) for each in read(tmp_path)] == [Issue, Capture, Issue]


def test_a_name_that_is_no_utf_8_is_read_and_can_be_kept(tmp_path):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xff"))
    folder.mkdir()
    (folder / os.fsdecode(b"na\xffme.txt")).write_text(NEWS)
    (folder / os.fsdecode(b"no\xff.txt")).write_bytes(b"")

    capture, issue = read(folder)

    assert capture.told.id == r"na\xffme"
    assert capture.path.endswith(r"d\xff/na\xffme.txt")
    assert issue.thing.endswith(r"d\xff/no\xff.txt")
    assert capture.id == read(folder / os.fsdecode(b"na\xffme.txt"))[0].id


def test_a_missing_path_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="no such file or folder"):
        read(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    "content",
    [
        "Größe".encode("cp1252") + b" der Zellen und mehr",
        "宁德时代 在匈牙利 建厂".encode("gb18030"),
        NEWS.encode("utf-16"),
        NEWS.encode("utf-32"),
        f"<?xml version='1.0'?>{NEWS}".encode("utf-16-be"),
        f"<?xml version='1.0'?>{NEWS}".encode("utf-32-le"),
        b"caf\xc3\xa9 \xff and more",
    ],
)
def test_text_in_any_encoding_is_text(tmp_path, content):
    [capture] = read(write(tmp_path, a__txt=content))

    assert capture.content == content


def test_what_was_told_goes_with_the_file_of_that_stem(tmp_path):
    write(tmp_path, a__txt=NEWS, in_in_b__txt=NEWS, c__txt=NEWS)
    told = {"a": Told(id="a", outlet="A"), "b": Told(id="b", published=date(2022, 12, 1)), "in/b": Told(outlet="B")}
    captures = {each.told.id: each.told for each in read(tmp_path, told=told)}

    assert captures["a"].outlet == "A"
    assert captures["in/b"].outlet == "B"
    assert captures["c"] == Told(id="c")


def test_one_file_takes_what_was_told_of_it(tmp_path):
    write(tmp_path, a__txt=NEWS)

    assert read(tmp_path / "a.txt", told=Told(published=date(2022, 12, 1)))[0].told == Told(
        id="a", published=date(2022, 12, 1)
    )


def test_hidden_files_are_left_alone(tmp_path):
    write(tmp_path, __hidden__txt=NEWS, a__txt=NEWS)

    assert len(read(tmp_path)) == 1


def test_what_a_browser_saved_beside_a_page_is_part_of_it(tmp_path):
    for name in ("a.html", "a_files/ad.html", "a_files/style.css", "b_files/news.html", "a-2022/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Volta builds</p>")

    assert [given.told.id for given in read_path(tmp_path, moment=MOMENT)] == ["a-2022/c", "a", "b_files/news"]


def test_a_mailbox_gives_a_capture_for_each_message(tmp_path):
    write(
        tmp_path,
        box__mbox="From a@b\nSubject: one\n\nText\n>From here on\n\nFrom c@d\nSubject: two\n\nMore\n",
    )
    one, two = read(tmp_path)

    assert (one.told.id, two.told.id) == ("box#1", "box#2")
    assert one.content == b"Subject: one\n\nText\nFrom here on\n\n"
    assert two.media_type == "message/rfc822"


def test_a_message_over_the_limit_is_told_and_the_others_are_read(tmp_path):
    long = "long line\n" * 500
    write(tmp_path, box__mbox=f"From a@b\nSubject: one\n\n{long}\nFrom c@d\nSubject: two\n\nMore\n")
    issue, capture = read(tmp_path, limit=1000)

    assert isinstance(issue, Issue)
    assert "message 1" in issue.problem
    assert capture.told.id == "box#2"


MAIL = "Subject: one\n\nCALB builds.\n"


def maildir(folder: Path, *messages: str) -> Path:
    for part in ("cur", "new", "tmp"):
        (folder / part).mkdir(parents=True)
    for name in messages:
        (folder / name).write_text(MAIL)
    return folder


def test_a_maildir_gives_its_messages_in_the_order_of_their_arrival(tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", "cur/2.a.host:2,S", "new/3.b.host", "new/1.c.host", "tmp/4.d.host")

    assert [each.told.id for each in read(box)] == ["box/1.c.host", "box/2.a.host", "box/3.b.host"]
    assert {each.media_type for each in read(box)} == {"message/rfc822"}


def test_a_message_stays_the_same_when_its_flags_change(tmp_path: Path) -> None:
    box = maildir(tmp_path / "box", "new/1.c.host")
    before = read(box)
    (box / "new" / "1.c.host").rename(box / "cur" / "1.c.host:2,RS")

    assert [each.id for each in read(box)] == [each.id for each in before]


def test_folders_of_a_maildir_and_maildirs_in_a_folder_are_read(tmp_path: Path) -> None:
    maildir(tmp_path / "mail" / "box", "new/1.x")
    maildir(tmp_path / "mail" / "box" / ".Lists", "cur/2.x:2,S")
    write(tmp_path, mail_in_a__txt=NEWS)

    assert [each.told.id for each in read(tmp_path / "mail")] == ["a", "box/1.x", "box/.Lists/2.x"]
    assert [each.told.id for each in read(tmp_path / "mail" / "box")] == ["box/1.x", "box/.Lists/2.x"]


def test_an_empty_maildir_says_so(tmp_path: Path) -> None:
    [issue] = read(maildir(tmp_path / "box"))

    assert issue.problem == "holds no messages"
