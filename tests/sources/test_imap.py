"""Mails on a server are read and left as they are; the password is nobody's to see."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cellwire.errors import BadOption, CellwireError, FetchFailed
from cellwire.model import Capture, Issue, Outcome, Source, SourceKind, Visit
from cellwire.sources import Past, discover, fetch
from sources.imap_server import PASSWORD, Mails, mail_server
from sources.web import quick, taken

NOW = datetime(2022, 12, 17, 8, tzinfo=UTC)


def mail(subject: str, words: str = "CALB builds in Sines.") -> bytes:
    head = f"Message-ID: <{subject}@cc.example>\nSubject: {subject}\nDate: Fri, 16 Dec 2022 09:00:00 +0000"
    return f"{head}\n\n{words}\n".encode()


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mails]:
    monkeypatch.setenv("CELLWIRE_PASSWORD_ANN_127_0_0_1", PASSWORD)
    with mail_server() as mails:
        mails.folders["News"] = {number: mail(f"n{number}") for number in (3, 4, 9)}
        yield mails


def look(url: str, last: Visit | None = None, **manners: object) -> tuple[list[Capture], list[Issue], Visit]:
    source = Source("news", "News", url, SourceKind.MAILBOX)
    fetched = fetch(source, quick(**manners), Past(last), now=NOW, since=date(2022, 12, 1))
    return taken(fetched)


def test_mails_are_captured_once(mails: Mails) -> None:
    captures, issues, first = look(mails.url("News"))
    again, _, second = look(mails.url("News"), first)
    mails.folders["News"][12] = mail("n12")
    (new,), _, third = look(mails.url("News"), second)

    assert [each.told.id for each in captures] == ["n3@cc.example", "n4@cc.example", "n9@cc.example"]
    assert captures[0].media_type == "message/rfc822"
    assert captures[0].content == mails.folders["News"][3]
    assert (issues, first.outcome, first.position) == ([], Outcome.OK, 9)
    assert (again, second.outcome, second.position) == ([], Outcome.UNCHANGED, 9)
    assert (new.told.id, third.position) == ("n12@cc.example", 12)


def test_nothing_on_the_server_is_changed(mails: Mails) -> None:
    look(mails.url("News"))
    discover(mails.url("News"), quick())

    assert {words.removeprefix("UID ").split(" ")[0] for words in mails.asked} == {
        *("CAPABILITY", "LOGIN", "EXAMINE", "SEARCH", "FETCH", "LOGOUT")
    }
    assert all("BODY[" not in words.replace("BODY.PEEK[", "") for words in mails.asked)


def test_a_folder_that_was_made_anew_is_read_from_its_beginning(mails: Mails) -> None:
    _, _, first = look(mails.url("News"))
    mails.validity, mails.folders["News"] = 8, {1: mail("a")}

    assert [each.told.id for each in look(mails.url("News"), first)[0]] == ["a@cc.example"]


def test_a_connection_that_breaks_keeps_what_came_before(mails: Mails) -> None:
    mails.breaks_after = 2
    captures, issues, visit = look(mails.url("News"))
    mails.breaks_after = None
    rest, _, _ = look(mails.url("News"), visit)

    assert [len(captures), len(issues), visit.position] == [2, 1, 4]
    assert [each.told.id for each in rest] == ["n9@cc.example"]


def test_a_mail_that_is_too_large_is_told_and_not_fetched(mails: Mails) -> None:
    mails.folders["News"][4] = mail("n4", "word " * 5000)
    captures, issues, visit = look(mails.url("News"), size=2000)

    assert [each.told.id for each in captures] == ["n3@cc.example", "n9@cc.example"]
    assert "too large" in issues[0].problem
    assert visit.position == 9


def test_what_is_offered_shows_the_newest_mails(mails: Mails) -> None:
    (found,) = discover(mails.url("News"), quick())

    assert (found.source.kind, found.source.id) == (SourceKind.MAILBOX, "news")
    assert [(link.title, link.published) for link in found.links] == [
        (subject, date(2022, 12, 16)) for subject in ("n9", "n4", "n3")
    ]


@pytest.mark.parametrize(
    ("url", "error", "problem"),
    [
        ("imaps://ann:s3cret@mail.example/", BadOption, "carries a password"),
        ("imaps://mail.example/", BadOption, "does not say whose mails"),
        ("imaps://[x", BadOption, "an address that is none"),
        ("imaps://ann@mail.example:x/", BadOption, "has a port that is none"),
        ("imap://ann@127.0.0.1:{port}/Nothing", FetchFailed, "has no folder 'Nothing'; it has: INBOX, News"),
        ("imaps://ann@127.0.0.1:{port}/", FetchFailed, "cannot be reached"),
        ("imap://ben@127.0.0.1:{port}/", FetchFailed, "no password is known"),
    ],
)
def test_an_address_that_does_not_lead_to_mails_says_why(
    mails: Mails, url: str, error: type[CellwireError], problem: str
) -> None:
    with pytest.raises(error) as refused:
        discover(url.format(port=mails.port), quick())
    assert problem in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_a_wrong_password_is_said_without_it(mails: Mails, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELLWIRE_PASSWORD_ANN_127_0_0_1", "guess-me-not")
    captures, issues, visit = look(mails.url())

    assert (captures, visit.outcome) == ([], Outcome.FAILED)
    assert "wrong password" in issues[0].problem
    assert "guess-me-not" not in repr((issues, visit))


def test_a_password_may_come_from_the_keyring(mails: Mails, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CELLWIRE_PASSWORD_ANN_127_0_0_1")
    (tmp_path / "keyring.py").write_text(
        f"def get_password(service, account): return {PASSWORD!r} if account == 'ann@127.0.0.1' else None\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "keyring", raising=False)

    assert len(look(mails.url("News"))[0]) == 3
    monkeypatch.delitem(sys.modules, "keyring", raising=False)


def test_without_encryption_only_an_own_host_is_asked(mails: Mails) -> None:
    _, (issue,), _ = look(mails.url("News"), allowed=())

    assert "not public" in issue.problem
    assert not mails.asked
