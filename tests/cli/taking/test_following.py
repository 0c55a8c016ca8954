"""`cellwire add`, `sources`, `update` and `drop`, as somebody new types them; and an update that is killed."""

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from cellwire.db import load_captures, load_followed, load_stories, open_store
from cellwire.pipeline import update
from cli.conftest import Cellwire
from sources.imap_server import PASSWORD, mail_server
from sources.web import PLANT, Web, quick, served

ALLOW = ("--allow-host", "127.0.0.1")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with served() as web:
        web.day = format_datetime(datetime.now(UTC))
        yield web


def test_from_a_front_page_to_the_record(cellwire: Cellwire, web: Web) -> None:
    web.feed("/rss", ("/a", "Volta breaks ground in Debrecen"), ("/b", "Volta hires 400"))
    web.says("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>')
    added = cellwire("add", web.root + "/", "--name", "Courier", *ALLOW)
    updated = cellwire("update", "--all", *ALLOW)
    listed = cellwire("sources")

    assert added.code == updated.code == 0
    assert "Volta breaks ground in Debrecen" in added.out
    assert "2 captures (2 new)" in updated.out
    assert "Debrecen" in cellwire("facilities").out
    assert all(word in listed.out for word in ("Courier", "feed", "fine"))
    (row,) = map(json.loads, cellwire("sources", "--format", "jsonl").out.splitlines())
    assert (row["name"], row["kind"], row["state"]) == ("Courier", "feed", "fine")


def test_a_source_goes_by_what_it_was_called_too(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), "--name", "Courier", *ALLOW)

    assert "1 capture (1 new)" in cellwire("update", "Courier", *ALLOW).out
    assert "no longer followed: Courier" in cellwire("drop", "Courier").out


def test_times_are_those_of_the_world(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), *ALLOW)
    cellwire("update", *ALLOW)

    assert " UTC," in cellwire("sources", "--format", "csv").out


def test_a_feed_without_articles_is_said_to_be_empty(cellwire: Cellwire, web: Web) -> None:
    assert "no article is in it now" in cellwire("add", web.feed("/rss"), *ALLOW).out


def test_a_preview_changes_nothing(cellwire: Cellwire, web: Web, tmp_path: Path) -> None:
    url = web.feed("/rss", ("/a", "Volta breaks ground in Debrecen"))

    assert "Volta breaks ground" in cellwire("add", url, "--preview", *ALLOW).out
    assert "No sources yet" in cellwire("sources").out
    assert not (tmp_path / "cellwire.db").exists()


def test_adding_a_source_again_says_so_and_takes_what_is_told_now(cellwire: Cellwire, web: Web) -> None:
    url = web.feed("/rss", ("/a", "Volta breaks ground in Debrecen"))
    first, second = cellwire("add", url, *ALLOW), cellwire("add", url, "--every", "1", *ALLOW)

    assert "followed as 127-0-0-1;" in first.out
    assert "every hour" in second.out
    assert "Cell Courier is followed already, now as told here, as 127-0-0-1;" in second.out
    assert len(cellwire("sources", "--format", "csv").out.splitlines()) == 2


def test_several_sources_of_a_host_are_told_apart_by_their_paths(cellwire: Cellwire, web: Web) -> None:
    for path in ("/", "/news/plan.html", "/old/plan.html", "/news/plan.html"):
        cellwire("add", web.page(path, "Volta builds", PLANT), *ALLOW)
    ids = [line.split(",")[0] for line in cellwire("sources", "--format", "csv").out.splitlines()[1:]]

    assert ids == ["127-0-0-1", "127-0-0-1-2", "127-0-0-1-plan"]


def test_a_file_of_this_machine_is_not_followed_but_read_in(cellwire: Cellwire, tmp_path: Path) -> None:
    (tmp_path / "letters.mbox").write_text("From x")
    ended = cellwire("add", "letters.mbox")

    assert ended.code == 2
    assert "cellwire import letters.mbox" in ended.err


def test_a_database_that_is_always_meant_may_be_new(cellwire: Cellwire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELLWIRE_DB", "new.db")

    assert "No sources yet" in cellwire("sources").out
    assert "No sources yet" in cellwire("update").out
    assert cellwire("sources", "--db", "nwe.db").code == 2


def test_a_page_without_links_is_said_to_be_kept_by_its_versions(cellwire: Cellwire, web: Web) -> None:
    added = cellwire("add", web.says("/plan", "<html><body>The plan</body></html>"), "--preview", *ALLOW)

    assert "each new version of it is kept" in added.out


@pytest.mark.parametrize("width", [80, 120])
def test_no_site_of_the_catalogue_is_folded(cellwire: Cellwire, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    listed = cellwire("sources", "--catalogue").out

    assert "canadianminingjournal.com" in listed
    assert "solarpowerworldonline.com" in listed
    assert cellwire("sources", "--catalogue", "--format", "csv").out.count("https://") >= 60


def test_what_is_not_due_is_not_looked_at(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), *ALLOW)
    cellwire("update", *ALLOW)
    asked = web.asked["/rss"]

    assert "nothing is due before" in cellwire("update", *ALLOW).out
    assert web.asked["/rss"] == asked
    assert "nothing new" in cellwire("update", "--all", *ALLOW).out
    assert web.asked["/a"] == 1


def test_one_bad_source_never_stops_the_others(cellwire: Cellwire, web: Web) -> None:
    good = web.feed("/good", ("/a", "Volta breaks ground in Debrecen"))
    bad = web.feed("/bad", ("/b", "Volta hires 400"))
    for url in (bad, good):
        assert cellwire("add", url, *ALLOW).code == 0
    web.says("/bad", status=404)
    ended = cellwire("update", *ALLOW)

    assert ended.code == 0
    assert "1 capture (1 new)" in ended.out
    assert "is not there" in ended.err
    web.says("/good", status=404)
    assert cellwire("update", "--all", *ALLOW).code == 1


def test_a_source_that_moved_is_followed_there(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/old", ("/a", "Volta breaks ground in Debrecen")), *ALLOW)
    web.feed("/new", ("/a", "Volta breaks ground in Debrecen"), ("/b", "Volta hires 400"))
    web.says("/old", status=301, location="/new")
    updated = cellwire("update", "--all", *ALLOW)
    cellwire("update", "--all", *ALLOW)

    assert f"has moved and is followed at {web.root}/new" in updated.out
    assert f"{web.root}/new" in cellwire("sources", "--format", "csv").out
    assert web.asked["/old"] == 2


def test_a_version_of_a_page_is_another_text(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.page("/plan", "The plan of the ministry", PLANT), *ALLOW)
    said = []
    for words in (PLANT, PLANT + "<!-- token 17 -->", PLANT + " It was raised to 20 GWh."):
        web.page("/plan", "The plan of the ministry", words)
        said.append(cellwire("update", "--all", *ALLOW).out)

    assert ["(1 new)" in each for each in said] == [True, False, True]
    assert ["1 article changed since last captured" in each for each in said] == [False, False, True]
    with open_store("cellwire.db") as store:
        assert len(list(load_captures(store))) == 2


def test_an_article_that_changes_behind_its_address_is_a_version_and_what_changed_is_told(
    cellwire: Cellwire, web: Web
) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen"), etag='"1"'), *ALLOW)
    now, reports = datetime.now(UTC), []
    versions = (PLANT, PLANT + "<!-- token 17 -->", PLANT.replace("12 GWh", "20 GWh"), "Subscribe to read on.")
    with open_store("cellwire.db") as store:
        for hours, words in zip((0, 7, 25, 32), versions, strict=True):
            web.page("/a", "Volta breaks ground in Debrecen", f"Volta breaks ground in Debrecen. {words}")
            moment = now + timedelta(hours=hours)
            reports.append(update(store, load_followed(store), quick(), now=moment))
        kept = list(load_captures(store))
        story = load_stories(store)[0].id
    shown = cellwire("show", story).out

    assert [report.new for report in reports[:3]] == [1, 0, 1]
    assert [report.changed for report in reports[:3]] == [0, 0, 1]
    assert [capture.url for capture in kept][:2] == [web.root + "/a"] * 2
    assert "figure changed: 12 → 20 GWh" in shown
    assert "20 GWh/yr" in cellwire("facilities").out


def test_an_article_that_two_hosts_lead_to_is_kept_once_whoever_was_quicker(cellwire: Cellwire, web: Web) -> None:
    with served() as other:
        other.day = web.day
        cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), "--name", "b", *ALLOW)
        other.feed("/rss", ("/c", "Volta hires 400"))
        items = other.replies["/rss"].body.decode().replace(f"{other.root}/c", f"{web.root}/a")  # type: ignore[union-attr]
        cellwire("add", other.says("/rss", items, content_type="application/rss+xml"), "--name", "a", *ALLOW)
        updated = cellwire("update", *ALLOW)

    assert "1 capture (1 new)" in updated.out
    with open_store("cellwire.db") as store:
        assert [capture.source for capture in load_captures(store)] == ["127-0-0-1"]


def test_a_dropped_source_is_looked_at_no_more_and_its_captures_stay(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), "--name", "Courier", *ALLOW)
    cellwire("update", *ALLOW)
    id = cellwire("sources", "--format", "csv").out.splitlines()[1].split(",")[0]
    dropped = cellwire("drop", id)

    assert f"cellwire add {web.root}/rss" in dropped.out
    assert "No sources yet" in cellwire("update").out
    assert "Debrecen" in cellwire("facilities").out


def test_a_mailbox_is_followed_like_any_source(cellwire: Cellwire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELLWIRE_PASSWORD", PASSWORD)
    with mail_server() as mails:
        mails.folders["Letters"] = {
            1: b"Subject: Volta builds\nDate: Fri, 16 Dec 2022 09:00:00 +0000\n\n" + PLANT.encode()
        }
        added = cellwire("add", mails.url("Letters"), *ALLOW)
        updated = cellwire("update", *ALLOW)

    assert "2022-12-16  Volta builds" in added.out
    assert "followed as letters" in added.out
    assert "1 capture (1 new), 1 document" in updated.out
    assert PASSWORD not in added.out + added.err + updated.out + updated.err
    assert PASSWORD.encode() not in Path("cellwire.db").read_bytes()


def test_an_update_says_how_a_private_host_is_allowed(cellwire: Cellwire, web: Web) -> None:
    cellwire("add", web.feed("/rss", ("/a", "Volta breaks ground in Debrecen")), *ALLOW)

    refused = cellwire("update")

    assert refused.code == 1
    assert "leads to 127.0.0.1, which is not public; allow it with --allow-host" in refused.err
    assert "1 capture (1 new)" in cellwire("update", *ALLOW).out  # and not only twelve hours later


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("add", "ftp://news.example/"), "no web address"),
        (("add", "http://"), "no web address"),
        (("add", "imaps://mail.example/News"), "does not say whose mails"),
        (("add", "electrik"), "neither an address nor a name of the catalogue; near it: electrek, electrive"),
        (("add", "/not/there.xml"), "/not/there.xml: is no address, and no such file is there"),
        (("add", " "), "URL|NAME: is empty"),
        (("add", "qqqqqq"), "see: cellwire sources --catalogue"),
        (("drop", "nobody"), "no source is followed by this name"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_words(cellwire: Cellwire, words: tuple[str, ...], problem: str) -> None:
    ended = cellwire(*words)

    assert ended.code == 2
    assert problem in ended.err


def test_a_host_that_may_not_be_asked_is_no_wrong_word(cellwire: Cellwire) -> None:
    ended = cellwire("add", "http://127.0.0.1:9/")

    assert ended.code == 1
    assert "not public" in ended.err


def kept(db: Path) -> list[tuple[str | None, str]]:
    with open_store(db) as store:
        return sorted((capture.url, capture.sha256) for capture in load_captures(store))


def test_an_update_that_is_killed_loses_and_doubles_nothing(cellwire: Cellwire, web: Web, tmp_path: Path) -> None:
    for number in range(4):
        titles = [(f"/{number}/{each}", f"Volta builds plant {number} {each} in Debrecen") for each in range(12)]
        cellwire("add", web.feed(f"/feed{number}", *titles), *ALLOW, "--db", "killed.db")
        cellwire("add", f"{web.root}/feed{number}", *ALLOW, "--db", "whole.db")
    program = "import time, sys; from cellwire.cli import run; time.sleep = lambda _: None; sys.exit(run(sys.argv[1:]))"
    words = [sys.executable, "-c", program, "update", "--all", *ALLOW, "--db"]
    subprocess.run([*words, "whole.db"], check=True, capture_output=True)
    chance = random.Random(7)
    for _ in range(3):
        running = subprocess.Popen([*words, "killed.db"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        asked = web.asked.total()
        until = time.monotonic() + 20
        after = asked + chance.randint(6, 20)
        while web.asked.total() < after and running.poll() is None and time.monotonic() < until:
            threading.Event().wait(0.001)
        running.send_signal(signal.SIGKILL)
        running.wait()
    subprocess.run([*words, "killed.db"], check=True, capture_output=True)

    assert kept(tmp_path / "killed.db") == kept(tmp_path / "whole.db")
    assert len(kept(tmp_path / "whole.db")) == 48
