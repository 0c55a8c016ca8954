"""Bringing alerts to those who asked: at once or as a digest, not in quiet hours, and none twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from cellwire.errors import BadOption
from cellwire.publish.alerts.alert import Alert, as_letter, as_notice
from cellwire.publish.post import Fate, Hook, Ledger, Letter, Line, Postbox, call_hook, send_letters
from cellwire.publish.watching import Watch


@dataclass(frozen=True, slots=True)
class Reach:
    """What it takes to reach readers; what is missing is an error only for a watch that asks for it."""

    sender: str
    postbox: Postbox | None
    secret: str | None
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]


def deliver(alerts: Sequence[Alert], watch: Watch, ledger: Ledger, reach: Reach) -> list[Line]:
    """What happened to each alert that was not settled before; nothing in quiet hours: the next run has them still."""
    if watch.is_quiet(reach.clock()):
        return []
    lines: list[Line] = []
    for reader in watch.mail:
        lines += _by_mail(_batches(alerts, watch, reader, ledger, reach), reader, ledger, reach)
    if watch.webhook:
        lines += _by_hook(_batches(alerts, watch, watch.webhook, ledger, reach), watch.webhook, ledger, reach)
    return lines


def _batches(
    alerts: Sequence[Alert], watch: Watch, to: str, ledger: Ledger, reach: Reach
) -> list[tuple[tuple[str, ...], tuple[Alert, ...]]]:
    """What goes into one message, with the keys under which the log keeps it; a digest comes once a day."""
    waiting = tuple(alert for alert in alerts if not ledger.settled(alert.id, to))
    if not watch.digest:
        return [((alert.id,), (alert,)) for alert in waiting]
    today = f"digest:{watch.name}:{reach.clock().astimezone(ZoneInfo(watch.zone)).date()}"
    if not waiting or ledger.settled(today, to):
        return []
    return [((today, *(alert.id for alert in waiting)), waiting)]


def _by_mail(
    batches: Sequence[tuple[tuple[str, ...], tuple[Alert, ...]]], reader: str, ledger: Ledger, reach: Reach
) -> list[Line]:
    if batches and reach.postbox is None:
        raise BadOption(reader, "cannot be reached: no mail server is named", "name one with --server")
    letters = [Letter(reader, keys, as_letter(told, sender=reach.sender, to=reader)) for keys, told in batches]
    if not letters or reach.postbox is None:
        return []
    return send_letters(letters, reach.postbox, ledger, clock=reach.clock, sleep=reach.sleep)


def _by_hook(
    batches: Sequence[tuple[tuple[str, ...], tuple[Alert, ...]]], url: str, ledger: Ledger, reach: Reach
) -> list[Line]:
    lines: list[Line] = []
    for keys, told in batches:
        if reach.secret is None:
            raise BadOption(url, "cannot be called: there is no secret to sign with", "set CELLWIRE_WEBHOOK_SECRET")
        key = keys[0] if len(keys) == 1 else "dig_" + sha256("\x1f".join(keys).encode()).hexdigest()[:16]
        line = call_hook(
            Hook(url, reach.secret),
            {"schema": 1, "alerts": [as_notice(alert) for alert in told]},
            key=key,
            clock=reach.clock,
            sleep=reach.sleep,
        )
        own = [Line(kept, url, line.fate, line.moment, line.said) for kept in keys]
        ledger.add(*own)
        lines += [one for one in own if not one.what.startswith("digest:")]
        if line.fate is Fate.FAILED:
            break  # a receiver that does not answer is asked once a run, not once an alert
    return lines
