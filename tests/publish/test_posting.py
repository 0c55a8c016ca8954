"""Mail and webhooks against real servers: slow, refusing, hanging up. Nobody gets two copies, nobody is forgotten."""

import json
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from cellwire.errors import BadOption, FileUnreadable, SourceError
from cellwire.publish import Fate, Hook, Ledger, Letter, Line, Postbox, parse_address, send_letters
from cellwire.publish.post import call_hook, signature
from publish.servers import (
    LOCAL,
    NOW,
    Postmaster,
    Receiver,
    certificate,
    dropping_server,
    free_port,
    mail_server,
    web_server,
)

READERS = ("ada@example.org", "bob@example.org", "eve@example.org")


def letter(to: str, *, what: str = "brief:2022-12-17") -> Letter:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "brief@example.org", to, "The battery week"
    message.set_content("One.\n.\n..two\nThree, with an ö.\n")
    return Letter(to, (what,), message)


def sent(port: int, log: Path, *, patience: float = 5, starttls: bool = False) -> tuple[list[Line], list[float]]:
    pauses: list[float] = []
    lines = send_letters(
        [letter(to) for to in READERS],
        Postbox(LOCAL, port, starttls=starttls, patience=patience),
        Ledger(log),
        clock=lambda: NOW,
        sleep=pauses.append,
    )
    return lines, pauses


def copies(postmaster: Postmaster) -> dict[str, int]:
    return {to: sum(one == to for one, _ in postmaster.delivered) for to in READERS}


ONE_EACH = dict.fromkeys(READERS, 1)


def test_each_reader_gets_one_copy_and_a_second_run_sends_none(tmp_path: Path) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port:
        first, pauses = sent(port, tmp_path / "log")
        again, _ = sent(port, tmp_path / "log")

    assert [line.fate for line in first] == [Fate.SENT] * 3
    assert (again, pauses) == ([], [])
    assert copies(postmaster) == ONE_EACH
    assert b"\r\n.\r\n..two\r\n" in postmaster.delivered[0][1]


@pytest.mark.parametrize(
    ("ill", "pauses"),
    [
        (lambda number, reader: "451 not now" if number < 2 else "", [1.0, 5.0]),
        (lambda number, reader: "rcpt 450 greylisted" if number < 1 else "", [1.0]),
    ],
    ids=["busy", "greylisting"],
)
def test_a_server_that_cannot_now_is_asked_again(
    tmp_path: Path, ill: Callable[[int, str], str], pauses: list[float]
) -> None:
    postmaster = Postmaster(ill)
    with mail_server(postmaster) as port:
        lines, waited = sent(port, tmp_path / "log")

    assert waited == pauses
    assert {line.fate for line in lines} == {Fate.SENT}
    assert copies(postmaster) == ONE_EACH


def test_a_refused_reader_is_named_and_stops_nobody(tmp_path: Path) -> None:
    postmaster = Postmaster(lambda number, reader: "rcpt 550 no such reader" if reader.startswith("bob") else "")
    with mail_server(postmaster) as port:
        lines, _ = sent(port, tmp_path / "log")
        again, _ = sent(port, tmp_path / "log")

    assert {line.to: line.fate for line in lines}["bob@example.org"] == Fate.REFUSED
    assert "no such reader" in next(line.said for line in lines if line.fate is Fate.REFUSED)
    assert copies(postmaster) == {**ONE_EACH, "bob@example.org": 0}
    assert again == []


@pytest.mark.parametrize("after", [b"EHLO", b"MAIL FROM", b"RCPT TO", b"DATA"])
def test_a_connection_that_breaks_before_the_message_is_whole_is_tried_again(tmp_path: Path, after: bytes) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port, dropping_server(after, 2, port) as flaky:
        lines, _ = sent(flaky, tmp_path / "log")

    assert {line.fate for line in lines} == {Fate.SENT}
    assert copies(postmaster) == ONE_EACH


def test_a_connection_that_breaks_within_the_message_sends_no_second_copy_and_forgets_nobody(tmp_path: Path) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port, dropping_server(b"Three, with", 1, port) as flaky:
        lines, _ = sent(flaky, tmp_path / "log")

    told = {line.to: line.fate for line in lines}
    assert max(copies(postmaster).values()) == 1
    # whether the server had it all cannot be known: such a reader is named as unsure, the others have it
    assert all(told[to] is Fate.HANDED_OVER for to, got in copies(postmaster).items() if not got)


def test_a_letter_that_was_handed_over_and_not_answered_for_is_not_sent_again(tmp_path: Path) -> None:
    postmaster = Postmaster(lambda number, reader: "silence" if number == 0 else "")
    with mail_server(postmaster) as port:
        lines, _ = sent(port, tmp_path / "log", patience=0.5)
        again, _ = sent(port, tmp_path / "log")

    fates = {line.to: line.fate for line in lines}
    assert fates == {READERS[0]: Fate.HANDED_OVER, READERS[1]: Fate.SENT, READERS[2]: Fate.SENT}
    assert again == []
    assert max(copies(postmaster).values()) == 1


def test_where_no_server_answers_everybody_waits_for_the_next_run(tmp_path: Path) -> None:
    lines, pauses = sent(free_port(), tmp_path / "log")
    assert {line.fate for line in lines} == {Fate.FAILED}
    assert pauses == [1.0, 5.0, 25.0] * 3

    postmaster = Postmaster()
    with mail_server(postmaster) as port:
        sent(port, tmp_path / "log")
    assert copies(postmaster) == ONE_EACH


def test_a_run_that_is_killed_between_two_readers_goes_on_where_it_was(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill(number: int, reader: str) -> str:
        return "451 not now" if reader.startswith("bob") and not postmaster.delivered[1:] else ""

    postmaster = Postmaster(kill)

    def sleep(_: float) -> None:
        raise Killed

    with mail_server(postmaster) as port:
        box = Postbox(LOCAL, port, starttls=False, patience=5)
        with pytest.raises(Killed):
            send_letters([letter(to) for to in READERS], box, Ledger(tmp_path / "log"), clock=lambda: NOW, sleep=sleep)
        postmaster.ill = lambda number, reader: ""
        ledger = Ledger(tmp_path / "log")
        # the whole message had been handed over when the server said "not now": that answer was lost with the run
        assert ledger.fate("brief:2022-12-17", READERS[1]) is Fate.HANDED_OVER
        sent(port, tmp_path / "log")

    assert copies(postmaster) == {**ONE_EACH, READERS[1]: 0}


def test_the_connection_is_encrypted_and_a_stranger_is_not_trusted(tmp_path: Path) -> None:
    server, client = certificate(tmp_path)
    postmaster = Postmaster()
    with mail_server(postmaster, certificate=server) as port:
        known = Postbox("localhost", port, context=client, patience=5)
        [line] = send_letters(
            [letter(READERS[0])], known, Ledger(tmp_path / "a"), clock=lambda: NOW, sleep=lambda _: None
        )
        unknown = Postbox("localhost", port, context=ssl.create_default_context(), patience=5)
        with pytest.raises(SourceError, match="not trusted"):
            send_letters([letter(READERS[1])], unknown, Ledger(tmp_path / "b"), clock=lambda: NOW, sleep=lambda _: None)

    assert line.fate is Fate.SENT
    assert postmaster.encrypted == [True]


def test_a_server_without_encryption_gets_nothing(tmp_path: Path) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port, pytest.raises(SourceError, match="no encryption"):
        sent(port, tmp_path / "log", starttls=True)

    assert not postmaster.delivered


def test_a_cut_off_last_line_is_no_line_and_a_broken_one_is_named(tmp_path: Path) -> None:
    log = tmp_path / "log"
    Ledger(log).add(Line("brief", "a@example.org", Fate.SENT, NOW))
    whole = log.read_text()
    log.write_text(whole + '{"what": "brief", "to": "b@exam')
    ledger = Ledger(log)
    assert ledger.settled("brief", "a@example.org")
    ledger.add(Line("brief", "c@example.org", Fate.SENT, NOW))
    assert Ledger(log).settled("brief", "c@example.org")
    log.write_text("what?\n" + whole)
    with pytest.raises(FileUnreadable, match="line 1"):
        Ledger(log)


@pytest.mark.parametrize(
    "bad", ["", "ada", "@example.org", "ada@host", "a b@example.org", "a@example.org\r\nBcc: x@y.z", "<a@b.c>"]
)
def test_what_is_no_address_is_refused(bad: str) -> None:
    with pytest.raises(BadOption):
        parse_address(bad)


def called(receiver: Receiver, *, key: str = "alt_1", patience: float = 2) -> tuple[Line, list[float]]:
    pauses: list[float] = []
    with web_server(receiver) as url:
        line = call_hook(
            Hook(url, "secret", patience), {"schema": 1, "what": "ö"}, key=key, clock=lambda: NOW, sleep=pauses.append
        )
    return line, pauses


def test_a_call_is_signed_and_can_be_checked() -> None:
    receiver = Receiver()
    line, _ = called(receiver)
    headers, body = receiver.calls[0]

    assert line.fate is Fate.SENT
    assert json.loads(body) == {"schema": 1, "what": "ö"}
    assert headers["Cellwire-Signature"] == signature("secret", headers["Cellwire-Moment"], body)
    assert headers["Cellwire-Signature"] != signature("secret", headers["Cellwire-Moment"], body + b" ")
    assert headers["Cellwire-Signature"] != signature("other", headers["Cellwire-Moment"], body)


@pytest.mark.parametrize(
    ("answers", "fate", "calls"),
    [
        ([503, 200], Fate.SENT, 2),
        ([0, 0, 200], Fate.SENT, 3),  # took it twice and hung up: the key makes it one
        ([429, 408, 500, 200], Fate.SENT, 4),
        ([500] * 9, Fate.FAILED, 4),
        ([410], Fate.REFUSED, 1),
        ([302], Fate.REFUSED, 1),  # the signed words go nowhere else
    ],
)
def test_a_receiver_takes_a_call_once_however_often_it_fails(answers: list[int], fate: Fate, calls: int) -> None:
    receiver = Receiver(lambda number: answers[number])
    line, pauses = called(receiver)

    assert (line.fate, len(receiver.calls)) == (fate, calls)
    assert len(receiver.taken) == (fate is Fate.SENT)
    assert pauses == [1.0, 5.0, 25.0][: calls - 1]
    assert len({headers["Idempotency-Key"] for headers, _ in receiver.calls}) == 1


def test_a_receiver_that_is_not_there_is_tried_and_waited_for() -> None:
    hook = Hook(f"http://{LOCAL}:{free_port()}/", "secret", 1)
    line = call_hook(hook, {}, key="k", clock=lambda: NOW, sleep=lambda _: None)

    assert line.fate is Fate.FAILED
