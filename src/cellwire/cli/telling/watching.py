"""`cellwire alerts` and `cellwire feed`: what a reader wants to hear of, brought to them or laid out to be fetched."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import (
    DEFAULT_DATABASE,
    Base,
    Database,
    MailServer,
    Sender,
    SendLog,
    WatchesFile,
    base_address,
    day,
    end_of,
    read_text,
    write_whole,
)
from cellwire.cli.printing import say_plainly
from cellwire.errors import BadOption, NothingFound

if TYPE_CHECKING:
    from cellwire.publish import Alert, Feed, Postbox, Watch

ALERT_EXAMPLES = (
    "cellwire alerts",
    "cellwire alerts --watch solvents --since 2022-12-11",
    "cellwire alerts --send --server mail.example.org:587 --from alerts@example.org",
)
FEED_EXAMPLES = (
    "cellwire feed company catl",
    "cellwire feed facility fac_e0b1 --form json --out fac_e0b1.json",
    "cellwire feed watch solvents --out solvents.atom --base https://example.org/feeds",
)
LOOKED_BACK = 14  # days


class FeedOf(StrEnum):
    COMPANY = "company"
    FACILITY = "facility"
    DEAL = "deal"
    WATCH = "watch"


LISTS = {FeedOf.COMPANY: "companies", FeedOf.FACILITY: "facilities", FeedOf.DEAL: "deals"}


class FeedAs(StrEnum):
    ATOM = "atom"
    JSON = "json"


def alerts(
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only those of this watch list.")] = None,
    since: Annotated[
        date | None,
        typer.Option("--since", metavar="DATE", parser=day, help="Changes since that day. Without: of two weeks."),
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Bring them to those the watch lists name; each once, not in quiet hours.")
    ] = False,
    server: MailServer = None,
    sender: Sender = None,
    watches: WatchesFile = Path("watches.toml"),
    log: SendLog = Path("sent.jsonl"),
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List the changes of the record that cross a watch list, with the words that say so; or send them."""
    from cellwire.publish import Fate, Ledger, Reach, deliver, parse_address

    lists = [watch_named(watch, watches)] if watch else list(read_file(watches).values())
    found = _alerts(lists, since, db)
    if not send:
        for alert in found:
            print(f"{alert.change.said}  [{alert.watch}] {alert.text}\n            “{alert.quote}” {alert.outlet}")
        print(_counted(len(found), watch, since))
        return
    by = parse_address(sender) if sender else "cellwire@localhost"
    secret = os.environ.get("CELLWIRE_WEBHOOK_SECRET")
    reach = Reach(by, postbox(server), secret, now, pausing("the mail server or webhook"))
    ledger = Ledger(log)
    lines = [
        line
        for each in lists
        for line in deliver([alert for alert in found if alert.watch == each.name], each, ledger, reach)
    ]
    for line in lines:
        print(f"{line.fate}: {line.what} to {line.to}{f' ({line.said})' if line.fate is not Fate.SENT else ''}")
    if not lines:
        print(f"nothing new to send; the log is {log}")
        return
    sent = sum(line.fate is Fate.SENT for line in lines)
    print(f"{sent} sent, {len(lines) - sent} not; the log is {log}")
    if sent < len(lines):
        raise typer.Exit(1)


def _counted(alerts: int, watch: str | None, since: date | None) -> str:
    if alerts:
        return f"{alerts} {'alert' if alerts == 1 else 'alerts'}"
    lists = f"the watch list {watch}" if watch else "a watch list"
    return f"No change {f'since {since}' if since else 'of the last two weeks of news'} crosses {lists}."


def feed(
    of: Annotated[FeedOf, typer.Argument(metavar="company|facility|deal|watch", help="What the feed is of.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="Its id, as the lists print it; a watch list's name.")],
    form: Annotated[FeedAs, typer.Option("--form", metavar="atom|json", help="Atom, or JSON Feed.")] = FeedAs.ATOM,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Without: standard output.")] = None,
    base: Base = None,
    watches: WatchesFile = Path("watches.toml"),
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write a feed that a feed reader follows: of a company, a plant, a deal or a watch list."""
    from cellwire.publish import FeedForm, render_feed

    address = base_address(base)
    own = f"{address}/{out.name if out else f'{id}.{form}'}" if address else None
    told = render_feed(replace(_feed(of, id, watches, db), url=own), FeedForm(form.value))
    if out is None:
        print(told, end="")
        return
    write_whole(out, told.encode(), "name another file")
    print(f"written: {out}")


def _feed(of: FeedOf, id: str, watches: Path, db: str) -> Feed:
    from cellwire.db import load_record, open_store
    from cellwire.publish import feed_of_alerts, feed_of_company, feed_of_entry

    if of is FeedOf.WATCH:
        watch = watch_named(id, watches)
        return feed_of_alerts(_alerts([watch], None, db), watch)
    with open_store(db) as store:
        record = load_record(store)
    if of is FeedOf.COMPANY:
        for company in record.companies:
            if company.id == id:
                return feed_of_company(id, company.name, record)
    for entry in record.facilities if of is FeedOf.FACILITY else record.deals if of is FeedOf.DEAL else ():
        if entry.id == id:
            return feed_of_entry(entry)
    raise NothingFound(id, f"the record knows no such {of}", f"list them: cellwire {LISTS[of]}")


def _alerts(watches: list[Watch], since: date | None, db: str) -> list[Alert]:
    from cellwire.db import load_documents, load_record, open_store
    from cellwire.pipeline import changes_since
    from cellwire.publish import alerts_of

    with open_store(db) as store:
        last = max((each.captured for each in load_documents(store) if each.captured), default=now())
        first = since or last.date() - timedelta(days=LOOKED_BACK)
        before = end_of(first - timedelta(days=1))
        assert before
        return alerts_of(changes_since(store, before, None), load_record(store), watches)


def watch_named(name: str, path: Path) -> Watch:
    watches = read_file(path)
    if name not in watches:
        raise BadOption(name, f"is no watch list of {path}", f"it has {', '.join(sorted(watches)) or 'none'}")
    return watches[name]


def read_file(path: Path) -> dict[str, Watch]:
    from cellwire.publish import read_watches

    return read_watches(read_text(path, "write one, or name it with --watches"), name=str(path))


def postbox(server: str | None) -> Postbox | None:
    """From "user@host:port"; the password comes from the environment, never from the command line."""
    from cellwire.publish import Postbox

    if server is None:
        return None
    user, _, address = server.rpartition("@")
    host, _, port = address.partition(":")
    plain = host.removeprefix("plain!")
    if not plain or (port and not port.isdigit()):
        raise BadOption(
            server, "names no mail server", "write it as mail.example.org:587, or user@mail.example.org:587"
        )
    password = os.environ.get("CELLWIRE_MAIL_PASSWORD")
    return Postbox(plain, int(port or 587), user or None, password, starttls=plain == host)


def pausing(whom: str) -> Callable[[float], None]:
    """Waits for the next try, and says for what: nobody sits before a silent screen."""

    def pause(seconds: float) -> None:
        say_plainly(f"{whom} could not take it; trying again in {seconds:g} s")
        time.sleep(seconds)

    return pause


def now() -> datetime:
    return datetime.now(UTC)
