"""`cellwire send`: the week's brief by mail, to each reader once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Database, MailServer, Sender, SendLog, day, read_text
from cellwire.cli.printing import counted, say_plainly
from cellwire.cli.telling.watching import now, pausing, postbox
from cellwire.cli.telling.weekly import compose, edits_of, finished, last_day
from cellwire.errors import BadOption

EXAMPLES = (
    "cellwire send --readers readers.txt --server mail.example.org:587 --from brief@example.org",
    "cellwire send --readers readers.txt --server me@mail.example.org --from brief@example.org --ending 2022-12-17",
)


def send(
    readers: Annotated[
        Path, typer.Option("--readers", metavar="FILE", help="A mail address a line; # begins a remark.")
    ],
    server: MailServer = None,
    sender: Sender = None,
    ending: Annotated[
        date | None,
        typer.Option("--ending", metavar="DATE", parser=day, help="The week's last day. Without: the latest day told."),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder with the editor's file and the kept editions.")
    ] = Path("brief"),
    log: SendLog = Path("sent.jsonl"),
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Send the week's brief by mail: encrypted, tried again, each reader once; the log keeps who got which edition."""
    from cellwire.db import open_store
    from cellwire.publish import BriefSettings, Fate, Ledger, Letter, parse_address, render_mail, send_letters

    box, addresses = postbox(server), _addresses(readers)
    if box is None or sender is None:
        raise BadOption(
            "--server and --from", "are needed to send mail", "name both, or write a file: cellwire week --format mail"
        )
    sender = parse_address(sender)
    with open_store(db) as store:
        last = last_day(store, db, ending)
        edits = edits_of(out, last)
        brief = compose(store, db, last, BriefSettings(dropped=frozenset(edits.dropped)))
    brief = finished(brief, out, edits)
    what = f"brief:{brief.last}"
    letters = [Letter(to, (what,), render_mail(brief, sender=sender, to=to, moment=now())) for to in addresses]
    ledger = Ledger(log)
    where = f"{box.host}:{box.port}"
    say_plainly(f"asking {where} to take {counted(len(letters), 'letter')}")
    lines = send_letters(letters, box, ledger, clock=now, sleep=pausing(where))
    for line in lines:
        if line.fate is not Fate.SENT:
            print(f"{line.fate}: {line.to} ({line.said})")
    fates = [ledger.fate(what, to) for to in addresses]
    sent, unsure = fates.count(Fate.SENT), fates.count(Fate.HANDED_OVER)
    print(f"{what}: {sent} of {len(addresses)} readers have it; the log is {log}")
    if unsure:
        print(f"{unsure} unsure: handed over, and no answer came; to send again, take their lines out of the log")
    if sent < len(addresses):
        raise typer.Exit(1)


def _addresses(path: Path) -> list[str]:
    """Each once, however often the file has it."""
    from cellwire.publish import parse_address

    lines = read_text(path, "name another file with --readers").splitlines()
    written = [line.partition("#")[0].strip() for line in lines]
    addresses = list(dict.fromkeys(parse_address(address) for address in written if address))
    if not addresses:
        raise BadOption(str(path), "holds no mail address", "write one a line")
    return addresses
