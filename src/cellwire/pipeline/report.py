"""What one run took in, and how its progress is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

from cellwire.db import Readings
from cellwire.model import Issue

# Called with what is under way and how much of it was done since the last call.
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What one run took in; `new` is 0 when everything was known already, `unread` counts what held no document,
    `changed` later versions of what was read before."""

    captures: int = 0
    new: int = 0
    unread: int = 0
    changed: int = 0
    documents: int = 0
    developments: int = 0
    stories: int = 0
    facilities: int = 0
    deals: int = 0
    issues: tuple[Issue, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing could be read, and nothing of it was known: the store is as it was."""
        return self.captures > 0 and not self.documents and self.new == self.captures


def silent(_: str, __: int) -> None:
    """Progress that nobody watches."""


def counted(report: Report, given: int, fresh: Sequence[Readings]) -> Report:
    return replace(
        report,
        captures=report.captures + given,
        new=report.new + len(fresh),
        unread=report.unread + sum(not one.documents for one in fresh),
        documents=report.documents + sum(len(one.documents) for one in fresh),
        developments=report.developments + sum(len(one.developments) for one in fresh),
        issues=(*report.issues, *(issue for one in fresh for issue in one.issues)),
    )


def added(report: Report, more: Report) -> Report:
    return replace(
        report,
        captures=report.captures + more.captures,
        new=report.new + more.new,
        unread=report.unread + more.unread,
        changed=report.changed + more.changed,
        documents=report.documents + more.documents,
        developments=report.developments + more.developments,
        issues=report.issues + more.issues,
    )


def counts(report: Report) -> dict[str, int]:
    return {name: value for name, value in asdict(report).items() if isinstance(value, int)}
