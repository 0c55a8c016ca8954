"""An alert: a change of the record that crosses a watch, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import Any

from cellwire.model import MOST_WORDS, Deal, Facility, Record, RecordChange
from cellwire.publish.brief import UNNAMED, field_in_words, status_in_words, without_dash
from cellwire.publish.feeds import Feed, FeedEntry
from cellwire.publish.taming import one_line, safe_url
from cellwire.publish.watching import Watch, of_entry


@dataclass(frozen=True, slots=True)
class Alert:
    """`id` is the same whenever the same change is found again: it is told once."""

    id: str
    watch: str
    change: RecordChange

    @property
    def text(self) -> str:
        change, size = self.change, f" ({self.change.size})" if self.change.size else ""
        state = change.field in {"status", "outcome"}
        field, before, after = field_in_words(change.field), change.before, change.after
        if state:
            after = status_in_words(after, of=change.name)
            before = None if before is None else status_in_words(before, of=change.name)
        if before is None:
            told = f"{after} (new in the record)" if state else f"{field} {after} (not told before)"
        else:
            told = f"{field} {before} → {after}{size}"
        name = change.name.removesuffix(f": {after}") if change.before is None else change.name
        return one_line(f"{name}: {told}")

    @property
    def quote(self) -> str:
        words = without_dash(self.change.citation.quote).split()
        return one_line(" ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else ""))

    @property
    def outlet(self) -> str:
        return one_line(self.change.citation.outlet or UNNAMED)


def alerts_of(changes: Iterable[RecordChange], record: Record, watches: Iterable[Watch]) -> list[Alert]:
    """The latest change first; a change that crosses two watches is an alert of each."""
    entries: list[Facility | Deal] = [*record.facilities, *record.deals]
    known = {entry.id: entry for entry in entries}
    of_rumour = {rumour.id: set(rumour.stories) for rumour in record.rumours}
    watched = list(watches)
    found: dict[str, Alert] = {}
    for change in changes:
        if change.entry == "rumour":
            subjects = [of_entry(entry) for entry in entries if of_rumour[change.id] & set(entry.stories)]
        else:
            subjects = [of_entry(known[change.id])] if change.id in known else []
        for watch in watched:
            if watch.crossed_by(change) and any(watch.wants(subject) for subject in subjects):
                alert = Alert(_id(watch, change), watch.name, change)
                found.setdefault(alert.id, alert)
    return sorted(found.values(), key=lambda alert: (alert.change.said, alert.id), reverse=True)


def _id(watch: Watch, change: RecordChange) -> str:
    told = "\x1f".join((watch.name, change.entry, change.id, change.field, change.before or "", change.after))
    return "alt_" + sha256(told.encode()).hexdigest()[:16]


def as_notice(alert: Alert) -> dict[str, Any]:
    """What a program is told."""
    change = alert.change
    return {
        "id": alert.id,
        "watch": alert.watch,
        "entry": change.entry,
        "entry_id": change.id,
        "name": change.name,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "size": change.size,
        "said": change.said.isoformat(),
        "evidence": {
            "quote": alert.quote,
            "outlet": alert.outlet,
            "title": one_line(change.citation.title),
            "url": safe_url(change.citation.url),
        },
    }


def as_letter(alerts: Sequence[Alert], *, sender: str, to: str) -> EmailMessage:
    """One letter for one alert, or for all that a digest gathers; the same alerts give the same message id."""
    letter = EmailMessage(policy=SMTP)
    first = alerts[0]
    more = f" and {len(alerts) - 1} more" if len(alerts) > 1 else ""
    letter["Subject"] = f"[{one_line(first.watch)}] {first.text}{more}"
    letter["From"] = Address("cellwire", addr_spec=sender)
    letter["To"] = Address(addr_spec=to)
    letter["X-Mailer"] = "cellwire"
    key = sha256("\x1f".join([*(alert.id for alert in alerts), to]).encode()).hexdigest()[:24]
    letter["Message-ID"] = f"<alert-{key}@{sender.rpartition('@')[2]}>"
    letter.set_content("\n".join(_lines(alerts)), cte="quoted-printable")
    return letter


def _lines(alerts: Sequence[Alert]) -> Iterator[str]:
    for alert in alerts:
        change = alert.change
        yield alert.text
        yield f"“{alert.quote}” {alert.outlet}, {change.said}"
        if url := safe_url(change.citation.url):
            yield url
        yield ""
    yield f"Because of your watch list {one_line(alerts[0].watch)}."


def entry_of_alert(alert: Alert) -> FeedEntry:
    change = alert.change
    return FeedEntry(alert.id, alert.text, change.said, alert.text, change.citation.url, alert.quote, alert.outlet)


def feed_of_alerts(alerts: Sequence[Alert], watch: Watch) -> Feed:
    return Feed(f"watch:{watch.name}", f"Watch list: {watch.name}", tuple(map(entry_of_alert, alerts)))
